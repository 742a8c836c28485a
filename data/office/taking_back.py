"""A plan that was switched on by mistake is taken back as a whole; what was reported stays in the record."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from data import occurrences, views
from data.facts import PlanFact, UnitFact
from data.kinds import PARTS, State
from data.model import Assignment, Confirmation, Occurrence, Plan, Task, Unit
from data.record import Actor, write_line

_TAKES_PART = col(Assignment.part).in_(PARTS)


@dataclass(frozen=True, slots=True)
class Extent:
    """What taking a plan back touches: tasks, units with a part in them, what is still owed, reports that stand."""

    tasks: int
    units: tuple[UnitFact, ...]
    owed: int
    reports: int


def extent(session: Session, plan: PlanFact) -> Extent:
    """How much a plan has given rise to."""
    of_plan = (Task.plan_id == plan.id, views.IN_FORCE)
    shares = (
        select(func.count())
        .select_from(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(*of_plan)
    )
    reports = shares.join(Confirmation, col(Confirmation.occurrence_id) == Occurrence.id).where(
        col(Confirmation.withdrawn_at).is_(None), col(Confirmation.returned_at).is_(None)
    )
    taking_part = select(Assignment.unit_id).join(Task, col(Task.id) == Assignment.task_id).where(*of_plan, _TAKES_PART)
    units = session.exec(select(Unit).where(col(Unit.id).in_(taking_part)).order_by(col(Unit.position)))
    return Extent(
        tasks=session.exec(select(func.count()).select_from(Task).where(*of_plan)).one(),
        units=tuple(map(views.unit_fact, units)),
        owed=session.exec(shares.where(col(Occurrence.state) == State.OPEN)).one(),
        reports=session.exec(reports).one(),
    )


def take_back(session: Session, plan: PlanFact, actor: Actor, now: datetime) -> Extent | None:
    """Have nothing of a plan be owed or reminded any more; None where somebody else has just taken it back.

    Imported again, it is the same plan: what was reported counts again.
    """
    row = session.exec(select(Plan).where(Plan.id == plan.id).with_for_update()).one()
    session.refresh(row)
    if row.switched_on_at is None:
        return None
    gone = extent(session, plan)
    tasks = session.exec(select(Task).where(Task.plan_id == plan.id, col(Task.withdrawn_at).is_(None))).all()
    for task in tasks:
        task.withdrawn_at = now
        session.add(task)
    ids = session.exec(select(Assignment.id).join(Task).where(Task.plan_id == plan.id)).all()
    occurrences.close_open(session, [each or 0 for each in ids], now, actor)
    row.switched_on_at = row.opens_next_on = None
    session.add(row)
    after = {"tasks": gone.tasks, "units": len(gone.units), "owed": gone.owed, "reports": gone.reports}
    write_line(session, "take_back_plan", "plan", plan.id, actor, now, after=after)
    return gone
