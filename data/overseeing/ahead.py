"""What a plan will ask for: the periods and dates of its tasks that have not begun, and who leads those tasks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import true
from sqlmodel import Session, col, select

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.model import Ladder, Plan, Task
from data.plans import assigned
from data.plans.marking import IS_SHARED
from data.views import IN_FORCE, task_facts


@dataclass(frozen=True, slots=True)
class Ahead:
    """One period or date of a task that has not begun: who will owe it, from which day, by which day."""

    task: TaskFact
    key: str
    ladder: Ladder
    starts_on: date
    due_on: date
    units: tuple[UnitFact, ...]

    @property
    def period(self) -> str:
        """The key of its period; one with several days has a key for each, "2023-Q1.2"."""
        return self.key.partition(".")[0]


def of_facts(facts: Sequence[OccurrenceFact]) -> Ahead:
    """Shares of one task that are alike in period and day, as what they will be."""
    first = facts[0]
    due = first.due_on or first.starts_on
    return Ahead(first.task, first.key, first.ladder, first.starts_on, due, tuple(fact.unit for fact in facts))


def led_tasks(
    session: Session, plan_id: int, task_id: int | None = None
) -> list[tuple[TaskFact, tuple[UnitFact, ...]]]:
    """The tasks of a plan in its order, or one of them, each with the units that lead it in registry order."""
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(Task.plan_id == plan_id, IN_FORCE, true() if task_id is None else col(Task.id) == task_id)
        .order_by(col(Task.position))
    )
    tasks = task_facts(session, rows)
    leads = assigned.leads_of(session, tasks)
    return [(task, leads.get(task_id, ())) for task_id, task in tasks.items()]
