"""What Nội vụ is told of a plan that is new: what its long titles are called, and its duties outside the table."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from sqlmodel import Session, col, select

from data import views
from data.facts import TaskFact
from data.model import Plan, Task
from data.plans import settling
from data.record import Actor, write_line
from data.views.marking import IS_SHARED


def call(session: Session, task: TaskFact, short: str, actor: Actor, now: datetime) -> None:
    """Say what a task is called; it outlasts the same plan imported again, as long as the title stays."""
    row = session.get_one(Task, task.id)
    before, row.short_title = row.short_title, short
    session.add(row)
    write_line(session, "call", "task", task.id, actor, now, before={"title": before}, after={"title": short})
    session.flush()


def proposed(session: Session, since: datetime) -> Sequence[TaskFact]:
    """The tasks of plans switched on since then that are called otherwise than by their title."""
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(
            col(Plan.switched_on_at) > since,
            Task.short_title != "",
            col(Task.offered).is_(False),
            col(Task.withdrawn_at).is_(None),
        )
        .order_by(col(Plan.id), col(Task.position))
    )
    return tuple(views.task_facts(session, rows).values())


def offered_since(session: Session, day: date) -> tuple[TaskFact, ...]:
    """The duties outside the table that nobody has decided on, of plans switched on since that day."""
    begun = datetime.combine(day, time(), tzinfo=UTC)
    new = set(session.exec(select(Plan.id).where(col(Plan.switched_on_at) >= begun)))
    return tuple(duty for duty in settling.offered_duties(session) if duty.plan.id in new)
