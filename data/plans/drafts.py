"""A plan as understood, before anything is written: its tasks, and what only a person can settle."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from data.deadline import Deadline


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One row as understood; `lead` and `coordinating` are unit codes after fan-out.

    One that is `offered` is a duty from outside the table: owed by nobody until Nội vụ accepts it.
    """

    number: str
    section: str | None
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    deadline: Deadline
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    extra: tuple[tuple[str, str], ...] = ()
    offered: bool = False


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """Something in the document that only a person can settle; `task` is the row's number, if it is about one."""

    task: str | None
    code: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as understood, before anything is written; `drawn_up_by` is the code of the unit that drew it up."""

    number: str
    issued_on: date | None
    issuer: str
    title: str
    year: int
    tasks: tuple[DraftTask, ...]
    questions: tuple[DraftQuestion, ...]
    drawn_up_by: str | None = None

    @property
    def rows(self) -> tuple[DraftTask, ...]:
        """The tasks of the table."""
        return tuple(task for task in self.tasks if not task.offered)

    @property
    def offered(self) -> tuple[DraftTask, ...]:
        """The duties offered beside the table."""
        return tuple(task for task in self.tasks if task.offered)
