"""Facts as handed to those who decide and those who word: frozen, and true at the moment of reading."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias
from zoneinfo import ZoneInfo

from data.deadline import Deadline
from data.kinds import Closing, Ladder, Role, State
from data.lines.notes import parts_of
from data.lines.numbers import Count, counts_in

# As much of a plan's number as is typed before a task's.
_SHORT = re.compile(r"\d{1,4}(?!\d)")
# Products are ticked one by one where they are owed by a day; a period is answered as a whole.
_BY_PART = frozenset({Ladder.DATED, Ladder.QUARTER, Ladder.YEAR, Ladder.EVENT})


@dataclass(frozen=True, slots=True)
class OccurrenceForReminding:
    """An Occurrence whose `remind_at` has come, with what the rules of nagging need to know of it.

    `coordinating` are the units still to be told that the task has opened; a task's first open Occurrence carries them.
    `monitoring` are those that follow the task up.
    `heard_on` is the day of its last Reminder, `done_on` the local day of its standing Confirmation, `quiet_until` the
    day before which the unit asked not to be reminded; `has_head` says whether the unit's head has joined.
    `returned_on` is the local day on which its report was sent back last, `freed_on` the one on which the task that it
    waits for was reported by all who lead it. What is `of_office` is Nội vụ's own work, what is `unreported` has
    closed so.
    """

    id: int
    ladder: Ladder
    starts_on: date
    opens_on: date
    due_on: date | None
    state: State
    unit_id: int
    coordinating: tuple[int, ...] = ()
    heard_on: date | None = None
    done_on: date | None = None
    quiet_until: date | None = None
    has_head: bool = False
    returned_on: date | None = None
    freed_on: date | None = None
    of_office: bool = False
    monitoring: tuple[int, ...] = ()
    unreported: bool = False


@dataclass(frozen=True, slots=True)
class UnitFact:
    """A unit by its code and the name people know it under."""

    id: int
    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlanFact:
    """A plan as it is cited."""

    id: int
    number: str
    title: str
    issuer: str
    issued_on: date | None
    year: int
    zone: str

    @property
    def short(self) -> str:
        """The number as it is typed: "06" of 06/KH-UBND; empty where the plan has none."""
        found = _SHORT.match(self.number)
        return found[0] if found else ""


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task as issued. `mark` tells its plan from the others, where another that is on has its number too."""

    id: int
    plan: PlanFact
    number: str
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    deadline: Deadline
    mark: str = ""
    monitoring_text: str = ""
    short_title: str = ""

    @property
    def called(self) -> str:
        """What it is called where there is no room for a long title."""
        return self.short_title or self.title

    @property
    def typed(self) -> str:
        """How it is named and typed everywhere: "10", or "06.10" where another plan that is on has a task 10 too."""
        return f"{self.mark}.{self.number}" if self.mark else self.number


@dataclass(frozen=True, slots=True)
class ReportFact:
    """A Confirmation that stands: who said so and when (aware, UTC), with what behind it.

    `part` is the product it is about; empty where it is about all that was owed.
    """

    by: str
    at: datetime
    nothing_to_report: bool
    note: str
    evidence: tuple[tuple[str, str], ...]
    part: str = ""

    @property
    def counts(self) -> tuple[Count, ...]:
        """What the note counts."""
        return counts_in(self.note)

    @property
    def is_bare(self) -> bool:
        """Whether it says that something was done, and nothing of what."""
        return not (self.nothing_to_report or self.note or self.evidence)


@dataclass(frozen=True, slots=True)
class ExtensionFact:
    """A later day that a unit asked for, by whom and why, and that nobody has decided on yet."""

    id: int
    until: date
    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class DifficultyFact:
    """What a unit said is in the way, and when (aware, UTC), as long as nobody has answered it."""

    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class OccurrenceFact:
    """What one unit owes by one day, and how far it has come.

    `report` is the one with which all was reported, `partial` those before it, of single products; accepted because
    nobody objected in time, it has `lapsed`. Known where asked for alone: `unreached`, that the unit was never reminded
    of it (`data.office.delivered`); its `difficulty` (`data.office.reviewing`); when leaders heard of it last, before
    it was reported (`data.office.announcing`).
    """

    id: int
    task: TaskFact
    unit: UnitFact
    key: str
    ladder: Ladder
    starts_on: date
    opens_on: date
    plan_due_on: date | None
    due_on: date | None
    state: State
    closing: Closing | None
    report: ReportFact | None
    quiet_until: date | None = None
    lapsed: bool = False
    extension: ExtensionFact | None = None
    partial: tuple[ReportFact, ...] = ()
    unreached: bool = False
    difficulty: DifficultyFact | None = None
    leaders_heard_at: datetime | None = None

    @property
    def reported_on(self) -> date | None:
        """The day on which all was reported, in the plan's zone."""
        return self.report.at.astimezone(ZoneInfo(self.task.plan.zone)).date() if self.report else None

    @property
    def parts(self) -> tuple[str, ...]:
        """The products that can be ticked one by one; empty where the whole is."""
        return parts_of(self.task.product) if self.ladder in _BY_PART else ()

    @property
    def left(self) -> tuple[str, ...]:
        """Those of its parts that are owed still."""
        if self.state in {State.DONE, State.ACCEPTED}:
            return ()
        said = {report.part for report in self.partial}
        return tuple(part for part in self.parts if part not in said)


@dataclass(frozen=True, slots=True)
class Alike:
    """What Occurrences have in common that count as one: how they stand on a day; `key` where it tells them apart."""

    state: State
    closing: Closing | None
    ladder: Ladder
    starts_on: date
    plan_due_on: date | None
    due_on: date | None
    lapsed: bool
    reported_on: date | None
    key: str = ""


Standing: TypeAlias = OccurrenceFact | Alike
"""What stands in some way on a day."""


@dataclass(frozen=True, slots=True)
class ProgressFact:
    """What an officer said last of work that is under way, and when (aware, UTC)."""

    note: str
    at: datetime


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """Something only a person can settle: a code, its fields and the task it is about.

    `plan` is whose rows its fields name, where several are on and the task does not tell which. Where several `rows`
    leave the same open, `task` is the first of them.
    """

    id: int
    code: str
    task: TaskFact | None
    fields: dict[str, object]
    plan: PlanFact | None = None
    rows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Seat:
    """What a chat is in the house: a unit in a role. `drew_up` are the plans that its unit drew up, and may look at."""

    address_id: int
    unit: UnitFact
    role: Role
    drew_up: tuple[int, ...] = ()

    @property
    def sees_all(self) -> bool:
        """Whether it looks at every unit's work, as Nội vụ and leaders do."""
        return self.role in {Role.COORDINATOR, Role.LEADER}


@dataclass(frozen=True, slots=True)
class Tally:
    """Occurrences counted by how they stand on a day; `done` is what units say, `accepted` what has been looked at.

    `lapsed` is what counts as looked at because nobody objected in time. `missed` are the check-ins of an ended period
    that are still taken, `unreported` those of a closed one. `late` are those among the reported ones that came after
    their day, `extended` those with a later day than the plan's.
    """

    done: int = 0
    accepted: int = 0
    lapsed: int = 0
    waiting: int = 0
    overdue: int = 0
    missed: int = 0
    unreported: int = 0
    undated: int = 0
    ahead: int = 0
    late: int = 0
    extended: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """What both have counted."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in Tally.__slots__))

    @property
    def reported(self) -> int:
        """What units have reported, looked at or not."""
        return self.done + self.accepted + self.lapsed

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.reported + self.waiting + self.overdue + self.missed + self.unreported + self.undated + self.ahead
