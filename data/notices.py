"""Notices, one class a kind: what a chat is told of at once, under which unique key, and the record that keeps it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from itertools import repeat
from types import UnionType
from typing import Any, ClassVar, get_args, get_origin

from data.deadline import Deadline
from data.kinds import Part

# Of fields that records of earlier releases may lack: they are read as empty.
_LATER = {"later": True}


@dataclass(frozen=True, slots=True)
class Told:
    """What all have: the kind in a record, and the unique name of the event: told twice, a chat hears it once."""

    kind: ClassVar[str]
    named: ClassVar[str]

    @property
    def key(self) -> str:
        """The name of this event. Of a record of an earlier release it may be lost: its Message has it."""
        return self.named.format_map(_plain_fields(self))


@dataclass(frozen=True, slots=True)
class OfWork(Told):
    """Of Occurrences, by their ids: they are looked up again when the words are made."""

    occurrences: tuple[int, ...] = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Urged(OfWork):
    """A unit is urged about what it owes."""

    kind = "urged"
    day: date = field(metadata=_LATER)

    @property
    def key(self) -> str:
        """Of a task no unit is urged twice a day: no other urging of the day begins with the same Occurrence."""
        return f"urge:{self.day.isoformat()}:{min(self.occurrences)}"


@dataclass(frozen=True, slots=True)
class Returned(OfWork):
    """A report was sent back to its unit, to be completed."""

    kind, named = "returned", "return:{confirmation}"
    reason: str
    confirmation: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class EvidenceAdded(OfWork):
    """Evidence came to a report that Nội vụ had taken note of."""

    kind, named = "evidence_added", "evidence:{occurrences[0]}:{at}"
    by: str
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class ExtensionAsked(OfWork):
    """A unit asks for a later day."""

    kind, named = "extension_asked", "extension:{extension}:asked"
    extension: int


@dataclass(frozen=True, slots=True)
class ExtensionGranted(OfWork):
    """A later day holds now, on this ground."""

    kind, named = "extension_granted", "extension:{extension}:decided"
    ground: str
    extension: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class ExtensionRefused(OfWork):
    """The day stays, which was to be `until`; the reason may be empty."""

    kind, named = "extension_refused", "extension:{extension}:decided"
    reason: str
    until: date
    extension: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class DaySet(OfWork):
    """Nội vụ has set the day of a task; the ground may be empty."""

    kind, named = "day_set", "day:{occurrences[0]}:{at}"
    ground: str = field(metadata=_LATER)
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class JointOffered(OfWork):
    """A lead offers its report for all leads; `change` is the line of the record."""

    kind, named = "joint_offered", "joint-offer:{change}"
    change: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class JointReported(OfWork):
    """The lead `by` has reported for the unit too."""

    kind, named = "joint_reported", "joint:{occurrences[0]}:{at}"
    by: str
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class JointEnded(OfWork):
    """What the lead `by` has reported counts for the unit no more: it was sent back, or taken back."""

    kind, named = "joint_ended", "joint-ended:{occurrences[0]}:{at}"
    by: str
    sent_back: bool
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Difficulty(OfWork):
    """A unit meets a difficulty; `by` may be empty, `change` is the line of the record."""

    kind, named = "difficulty", "difficulty:{change}"
    note: str
    by: str
    at: datetime
    change: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class DifficultyAnswered(OfWork):
    """Nội vụ answers a unit's difficulty; `change` is the line of the record."""

    kind, named = "difficulty_answered", "answer:{change}"
    note: str
    change: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Support(OfWork):
    """A lead asks `unit`, which supports its task, for its part; `note` and `by` may be empty."""

    kind, named = "support", "support:{change}"
    note: str
    by: str
    unit: str
    change: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Release(OfWork):
    """What leaders may hear, as Nội vụ saw it: how many units owe each (task, key), and what it saw beside some."""

    kind = "release"
    owing: tuple[tuple[int, str, int], ...] = field(metadata=_LATER)
    unreached: tuple[int, ...] = field(metadata=_LATER)
    difficulties: tuple[tuple[int, str, datetime], ...] = field(metadata=_LATER)
    settled: tuple[tuple[int, datetime], ...] = field(metadata=_LATER)
    day: date = field(metadata=_LATER)

    @property
    def key(self) -> str:
        """The same list released again on a day is the same event."""
        ids = ",".join(map(str, sorted(self.occurrences)))
        return f"release:{self.day.isoformat()}:{hashlib.sha256(ids.encode()).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class OfPart(Told):
    """Of a unit's part in a task: names and titles as they were then; a plan may have no number."""

    unit: str
    number: str
    title: str
    plan: str
    plan_title: str = field(metadata=_LATER)
    task_id: int = field(metadata=_LATER)
    unit_id: int = field(metadata=_LATER)
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class LeadNamed(OfPart):
    """A unit leads a task from now on; it is to report next by `due`, where a day is known."""

    kind, named = "lead_named", "lead:{task_id}:{unit_id}:{at}"
    product: str = field(metadata=_LATER)
    deadline: Deadline | None = field(metadata=_LATER)
    due: date | None = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class PartEnded(OfPart):
    """A unit has no part in a task any more."""

    kind, named = "part_ended", "part:{task_id}:{unit_id}:{at}"
    part: Part


@dataclass(frozen=True, slots=True)
class WorkHandedOver(Told):
    """To a unit whose work has gone to another; the codes are of both."""

    kind, named = "handed_over", "handed_over:{codes[0]}:{codes[1]}"
    unit: str
    successor: str
    codes: tuple[str, ...] = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class WorkTakenOver(Told):
    """To the successor, which owes that work now."""

    kind, named = "taken_over", "taken_over:{codes[0]}:{codes[1]}"
    unit: str
    successor: str
    codes: tuple[str, ...] = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Unlinked(Told):
    """A chat does not speak for its unit any more."""

    kind, named = "unlinked", "unlink:{address}:{at}"
    unit: str
    address: int = field(metadata=_LATER)
    at: datetime = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Broadcast(Told):
    """Nội vụ's own words, as typed; `draft` is the line of the record that kept them."""

    kind, named = "broadcast", "broadcast:{draft}"
    text: str
    draft: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
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
    number: int = field(metadata=_LATER)


@dataclass(frozen=True, slots=True)
class Silent(Told):
    """Units have no chat left: those who spoke for them have had themselves erased, at `address` the last."""

    kind, named = "silent", "silent:{address}:{at}"
    units: tuple[str, ...]
    address: int = field(metadata=_LATER)
    at: datetime = field(metadata=_LATER)


Notice = (
    Urged | Returned | EvidenceAdded | ExtensionAsked | ExtensionGranted | ExtensionRefused | DaySet | JointOffered
    | JointReported | JointEnded | Difficulty | DifficultyAnswered | Support | Release | LeadNamed | PartEnded
    | WorkHandedOver | WorkTakenOver | Unlinked | Broadcast | Lockout | Silent
)  # fmt: skip

KINDS: Mapping[str, type[Notice]] = {each.kind: each for each in get_args(Notice)}


def to_record(notice: Notice) -> dict[str, Any]:
    """The notice as JSON: its kind and its fields."""
    return {"kind": notice.kind, **_plain_fields(notice)}


def from_record(record: Mapping[str, Any]) -> Notice | None:
    """The notice that a record keeps, also one of an earlier release; None where it cannot be read."""
    try:
        kind = KINDS[record["kind"]]
        return kind(
            **{
                each.name: _empty(each.type)
                if each.name not in record and each.metadata == _LATER
                else _read(each.type, record[each.name])
                for each in fields(kind)
            }
        )
    except (KeyError, TypeError, ValueError):
        return None


def _plain_fields(notice: Told) -> dict[str, Any]:
    return {each.name: _plain(getattr(notice, each.name)) for each in fields(notice)}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Deadline):
        return value.to_record()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, StrEnum) else value


def _read(kind: Any, value: Any) -> Any:
    """What `_plain` gave, as `kind` again."""
    if isinstance(kind, UnionType):
        return None if value is None else _read(get_args(kind)[0], value)
    if get_origin(kind) is tuple:
        inside = get_args(kind)
        kinds = repeat(inside[0], len(value)) if inside[-1] is Ellipsis else inside
        return tuple(_read(each, one) for each, one in zip(kinds, value, strict=True))
    if kind is Deadline:
        return Deadline.from_record(dict(value))
    if kind in {date, datetime}:
        return kind.fromisoformat(value)
    if issubclass(kind, StrEnum):
        return kind(value)
    if not isinstance(value, kind):
        raise TypeError
    return value


def _empty(kind: Any) -> Any:
    if isinstance(kind, UnionType):
        return None
    if get_origin(kind) is tuple:
        return ()
    if kind is datetime:
        return datetime.min.replace(tzinfo=UTC)
    return date.min if kind is date else kind()
