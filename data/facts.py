"""Facts as handed to those who decide and those who word: frozen, and true at the moment of reading."""

from dataclasses import dataclass
from datetime import date, datetime

from data.deadline import Deadline
from data.model import Audience, Closing, Ladder, Role, State


@dataclass(frozen=True, slots=True)
class OccurrenceForReminding:
    """An Occurrence whose `remind_at` has come, with what the rules of nagging need to know of it.

    `coordinating` are the units to be told once that the task has opened; a task's first Occurrence alone carries them.
    `heard_on` is the day of its last Reminder, `done_on` the local day of its standing Confirmation.
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


@dataclass(frozen=True, slots=True)
class TaskFact:
    """A task as issued; `parts` are the products it must yield where the cell names several."""

    id: int
    plan: PlanFact
    number: str
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class ReportFact:
    """The Confirmation that stands: who said so and when (aware, UTC), with what behind it."""

    by: str
    at: datetime
    nothing_to_report: bool
    note: str
    evidence: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class OccurrenceFact:
    """What one unit owes by one day, and how far it has come."""

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


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One line of a digest: what it is about, which rung brought it, in which role it is heard."""

    occurrence: OccurrenceFact
    rung: str
    audience: Audience


@dataclass(frozen=True, slots=True)
class UnitDigest:
    """What a unit hears in one slot. `standing` are the duties it will be asked about later in the year."""

    unit: UnitFact
    items: tuple[DigestItem, ...]
    standing: tuple[OccurrenceFact, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionFact:
    """Something only a person can settle: a code, its fields and the task it is about."""

    id: int
    code: str
    task: TaskFact | None
    fields: dict[str, object]


@dataclass(frozen=True, slots=True)
class CoordinatorDigest:
    """What Nội vụ hears in one slot."""

    unit: UnitFact
    overdue: tuple[OccurrenceFact, ...]
    answered: tuple[OccurrenceFact, ...]
    asked: tuple[OccurrenceFact, ...]
    questions: tuple[QuestionFact, ...]
    unreachable: tuple[UnitFact, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """What a chat is in the house: a unit in a role."""

    address_id: int
    unit: UnitFact
    role: Role


@dataclass(frozen=True, slots=True)
class Tally:
    """Occurrences counted by how they stand on a day."""

    done: int = 0
    waiting: int = 0
    overdue: int = 0
    unreported: int = 0
    undated: int = 0
    ahead: int = 0

    @property
    def total(self) -> int:
        """All that were counted."""
        return self.done + self.waiting + self.overdue + self.unreported + self.undated + self.ahead
