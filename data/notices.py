"""Notices, one class a kind: what a chat is told of at once, under which unique key, and the record that keeps it."""

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, get_args

from data.deadline import Deadline
from data.kinds import Part, Role
from data.told import Later, Told, fields_of, plain_fields


class OfWork(Told):
    """Of Occurrences, by their ids: they are looked up again when the words are made."""

    occurrences: Later[tuple[int, ...]]


class Urged(OfWork):
    """A unit is urged about what it owes."""

    kind = "urged"
    day: Later[date]

    @property
    def key(self) -> str:
        """Of a task no unit is urged twice a day: no other urging of the day begins with the same Occurrence."""
        return f"urge:{self.day.isoformat()}:{min(self.occurrences)}"


class Returned(OfWork):
    """A report was sent back to its unit, to be completed."""

    kind, named = "returned", "return:{confirmation}"
    reason: str
    confirmation: Later[int]


class EvidenceAdded(OfWork):
    """Evidence came to a report that Nội vụ had taken note of."""

    kind, named = "evidence_added", "evidence:{occurrences[0]}:{at}"
    by: str
    at: Later[datetime]


class ExtensionAsked(OfWork):
    """A unit asks for a later day."""

    kind, named = "extension_asked", "extension:{extension}:asked"
    extension: int


class ExtensionGranted(OfWork):
    """A later day holds now, on this ground."""

    kind, named = "extension_granted", "extension:{extension}:decided"
    ground: str
    extension: Later[int]


class ExtensionRefused(OfWork):
    """The day stays, which was to be `until`; the reason may be empty."""

    kind, named = "extension_refused", "extension:{extension}:decided"
    reason: str
    until: date
    extension: Later[int]


class DaySet(OfWork):
    """Nội vụ has set the day of a task; the ground may be empty."""

    kind, named = "day_set", "day:{occurrences[0]}:{at}"
    ground: Later[str]
    at: Later[datetime]


class JointOffered(OfWork):
    """A lead offers its report for all leads; `change` is the line of the record."""

    kind, named = "joint_offered", "joint-offer:{change}"
    change: Later[int]


class JointReported(OfWork):
    """The lead `by` has reported for the unit too."""

    kind, named = "joint_reported", "joint:{occurrences[0]}:{at}"
    by: str
    at: Later[datetime]


class JointEnded(OfWork):
    """What the lead `by` has reported counts for the unit no more: it was sent back, or taken back."""

    kind, named = "joint_ended", "joint-ended:{occurrences[0]}:{at}"
    by: str
    sent_back: bool
    at: Later[datetime]


class Difficulty(OfWork):
    """A unit meets a difficulty; `by` may be empty, `change` is the line of the record."""

    kind, named = "difficulty", "difficulty:{change}"
    note: str
    by: str
    at: datetime
    change: Later[int]


class Relayed(Told):
    """Words carried to Nội vụ from a chat of `unit` in a role; `by` may be empty, `change` is the record's line."""

    kind, named = "relayed", "relayed:{change}"
    unit: str
    role: Role
    note: str
    by: str
    at: datetime
    change: int


class DifficultyAnswered(OfWork):
    """Nội vụ answers a unit's difficulty; `change` is the line of the record."""

    kind, named = "difficulty_answered", "answer:{change}"
    note: str
    change: Later[int]


class NotedFor(OfWork):
    """Nội vụ has noted what the unit said on paper or by phone: `how`, as a report is called, and its words."""

    kind, named = "noted_for", "noted-for:{occurrences[0]}:{at}"
    how: str
    note: str
    at: Later[datetime]


class NoteRefused(OfWork):
    """A unit takes back what Nội vụ has noted for it; `by` may be empty."""

    kind, named = "note_refused", "note-refused:{occurrences[0]}:{at}"
    by: str
    at: Later[datetime]


class Support(OfWork):
    """A lead asks `unit`, which supports its task, for its part; `note` and `by` may be empty."""

    kind, named = "support", "support:{change}"
    note: str
    by: str
    unit: str
    change: Later[int]


class Release(OfWork):
    """What leaders may hear, as Nội vụ saw it: how many units owe each (task, key), and what it saw beside some."""

    kind = "release"
    owing: Later[tuple[tuple[int, str, int], ...]]
    unreached: Later[tuple[int, ...]]
    difficulties: Later[tuple[tuple[int, str, datetime], ...]]
    settled: Later[tuple[tuple[int, datetime], ...]]
    day: Later[date]

    @property
    def key(self) -> str:
        """The same list released again on a day is the same event."""
        ids = ",".join(map(str, sorted(self.occurrences)))
        return f"release:{self.day.isoformat()}:{hashlib.sha256(ids.encode()).hexdigest()[:16]}"


class OfPart(Told):
    """Of a unit's part in a task: names and titles as they were then; a plan may have no number."""

    unit: str
    number: str
    title: str
    plan: str
    plan_title: Later[str]
    task_id: Later[int]
    unit_id: Later[int]
    at: Later[datetime]


class LeadNamed(OfPart):
    """A unit leads a task from now on; it is to report next by `due`, where a day is known."""

    kind, named = "lead_named", "lead:{task_id}:{unit_id}:{at}"
    product: Later[str]
    deadline: Later[Deadline | None]
    due: Later[date | None]


class PartEnded(OfPart):
    """A unit has no part in a task any more."""

    kind, named = "part_ended", "part:{task_id}:{unit_id}:{at}"
    part: Part


class PlanTakenBack(Told):
    """A plan in which `unit` has a part is not followed up any more; it may have no number."""

    kind, named = "plan_taken_back", "plan-back:{plan_id}:{unit_id}:{at}"
    unit: str
    plan: str
    plan_title: str
    plan_id: Later[int]
    unit_id: Later[int]
    at: Later[datetime]


class PlanGone(Told):
    """To the leaders of `issuer`: a plan is not followed up any more; it may have no number."""

    kind, named = "plan_gone", "plan-gone:{plan_id}:{at}"
    issuer: str
    plan: str
    plan_title: str
    plan_id: Later[int]
    at: Later[datetime]


class WorkHandedOver(Told):
    """To a unit whose work has gone to another; the codes are of both."""

    kind, named = "handed_over", "handed_over:{codes[0]}:{codes[1]}"
    unit: str
    successor: str
    codes: Later[tuple[str, ...]]


class WorkTakenOver(Told):
    """To the successor, which owes that work now."""

    kind, named = "taken_over", "taken_over:{codes[0]}:{codes[1]}"
    unit: str
    successor: str
    codes: Later[tuple[str, ...]]


class Unlinked(Told):
    """A chat does not speak for its unit any more."""

    kind, named = "unlinked", "unlink:{address}:{at}"
    unit: str
    address: Later[int]
    at: Later[datetime]


class Broadcast(Told):
    """Nội vụ's own words, as typed, `by` whom, to these units or to all; `draft` is the line of the record with them.

    An earlier release did not say by whom, nor to whom.
    """

    kind, named = "broadcast", "broadcast:{draft}"
    text: str
    draft: Later[int]
    by: Later[str]
    to: Later[tuple[str, ...]]


class Lockout(Told):
    """Too many wrong codes: the last one by `name`, in a chat of these units; what is refused, until when."""

    kind, named = "lockout", "lockout:{number}"
    name: str
    channel: str
    group: bool
    units: tuple[str, ...]
    of_chat: bool
    of_person: bool
    count: int
    until: datetime
    zone: str
    number: Later[int]


class AllowanceShort(Told):
    """A bot has sent most of what its server allows in a month, which begins on `month`."""

    kind, named = "allowance_short", "allowance:{bot}:{month}"
    bot: str
    month: date
    messages: int
    allowed: int


class PeopleShort(Told):
    """In a month, which begins on `month`, few more people may join by a bot, or nobody more."""

    kind = "people_short"
    bot: str
    month: date
    people: int
    allowed: int

    @property
    def key(self) -> str:
        """Once a month that few may, and once that nobody may."""
        return f"people:{self.bot}:{self.month.isoformat()}:{'short' if self.people < self.allowed else 'full'}"


class Silent(Told):
    """Units have no chat left: those who spoke for them have had themselves erased, at `address` the last."""

    kind, named = "silent", "silent:{address}:{at}"
    units: tuple[str, ...]
    address: Later[int]
    at: Later[datetime]


Notice = (
    Urged | Returned | EvidenceAdded | ExtensionAsked | ExtensionGranted | ExtensionRefused | DaySet | JointOffered
    | JointReported | JointEnded | Difficulty | DifficultyAnswered | NotedFor | NoteRefused | Support | Release
    | LeadNamed | PartEnded | PlanTakenBack | PlanGone | WorkHandedOver | WorkTakenOver | Unlinked | Broadcast | Relayed
    | Lockout | AllowanceShort | PeopleShort | Silent
)  # fmt: skip

KINDS: Mapping[str, type[Notice]] = {each.kind: each for each in get_args(Notice)}


def to_record(notice: Notice) -> dict[str, Any]:
    """The notice as JSON: its kind and its fields."""
    return {"kind": notice.kind, **plain_fields(notice)}


def from_record(record: Mapping[str, Any]) -> Notice | None:
    """The notice that a record keeps, also one of an earlier release; None where it cannot be read."""
    try:
        kind = KINDS[record["kind"]]
        return kind(**fields_of(kind, record))
    except (KeyError, TypeError, ValueError):
        return None
