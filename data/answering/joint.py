"""Báo chung: one of several lead units reports a task for all of them, where Nội vụ agrees."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from data import views, work
from data.changing import Actor, write_line
from data.errors import LedByOne, NothingToShare
from data.facts import OccurrenceFact, TaskFact
from data.model import Change, Closing, Confirmation, Part, State
from data.overseeing import reviewing
from data.plans import assigned

_REPORTED = frozenset({State.DONE, State.ACCEPTED})


def shared(session: Session, task: TaskFact, unit_id: int) -> tuple[OccurrenceFact, tuple[OccurrenceFact, ...]]:
    """A unit's last report of a task, and what the other leads owe of the same period or date.

    Raises:
        LedByOne: nobody else leads the task.
        NothingToShare: the unit has not reported it, or nobody else owes it any more.
    """
    leads = assigned.units_in(session, task.id, Part.LEAD)
    if len(leads) == 1:
        raise LedByOne(number=task.typed)
    facts = views.occurrences(session, views.of_task(task.id))
    own = [fact for fact in facts if fact.unit.id == unit_id and fact.state in _REPORTED and fact.report]
    unit = next((lead for lead in leads if lead.id == unit_id), None)
    last = max(own, key=lambda fact: (fact.starts_on, fact.key), default=None)
    others = tuple(fact for fact in facts if last and fact.key == last.key and fact.unit.id != unit_id and _owed(fact))
    if last is None or not others:
        raise NothingToShare(number=task.typed, unit=unit.name if unit else "", has_report=last is not None)
    return last, others


def offer(session: Session, own: OccurrenceFact, actor: Actor, now: datetime) -> int:
    """Record that a unit offers its report for all leads; gives the id of the record, of the first for one report."""
    since = own.report.at if own.report else now
    offered = session.exec(
        select(Change.id)
        .where(
            Change.action == "offer_joint",
            Change.subject == "occurrence",
            Change.subject_id == own.id,
            col(Change.at) >= since,
        )
        .order_by(col(Change.id))
    ).first()
    if offered is not None:
        return offered
    change = write_line(session, "offer_joint", "occurrence", own.id, actor, now)
    session.flush()
    return change.id or 0


def report_for_all(
    session: Session,
    own: OccurrenceFact,
    others: Sequence[OccurrenceFact],
    note: str,
    actor: Actor,
    now: datetime,
) -> None:
    """Have one unit's report count for the others too; `note` says on each whose report that is."""
    for fact in others:
        (confirmation_id,) = work.confirm(session, fact.id, actor, now, note=note)
        after = {"of": own.id, "confirmation": confirmation_id}
        write_line(session, "report_jointly", "occurrence", fact.id, actor, now, after=after)


def take_back_from_all(
    session: Session, own: OccurrenceFact, actor: Actor, now: datetime
) -> tuple[OccurrenceFact, ...]:
    """Where a report has been taken back that counted for others, they owe theirs again; gives those."""
    again = tuple(fact for fact in counted_with(session, own) if fact.state is State.DONE)
    for fact in again:
        work.take_back(session, fact.id, actor, now)
    return again


def send_back_from_all(
    session: Session, own: OccurrenceFact, reason: str, actor: Actor, now: datetime
) -> tuple[OccurrenceFact, ...]:
    """Where a report has been sent back that counted for others, theirs is sent back too; gives those."""
    again = counted_with(session, own)
    for fact in again:
        reviewing.send_back(session, fact.id, reason, actor, now)
    return again


def counted_with(session: Session, own: OccurrenceFact) -> tuple[OccurrenceFact, ...]:
    """The shares of other leads for which a unit's report counts now."""
    facts = [fact for fact in views.occurrences(session, views.of_task(own.task.id)) if fact.key == own.key]
    done = {fact.id: fact for fact in facts if fact.state in _REPORTED}
    jointly = session.exec(
        select(Change)
        .where(
            Change.subject == "occurrence",
            Change.action == "report_jointly",
            col(Change.subject_id).in_(list(done)),
        )
        .order_by(col(Change.id))
    ).all()
    mine = [row for row in jointly if row.after.get("of") == own.id and _stands(session, row.after["confirmation"])]
    return tuple(done[row.subject_id] for row in mine)


def _owed(fact: OccurrenceFact) -> bool:
    return fact.state is State.OPEN or fact.closing is Closing.UNREPORTED


def _stands(session: Session, confirmation_id: int) -> bool:
    confirmation = session.get_one(Confirmation, confirmation_id)
    return confirmation.withdrawn_at is None and confirmation.returned_at is None
