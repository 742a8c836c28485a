"""Nội vụ looks through reports (ghi nhận, đề nghị bổ sung), lets one count for all leads, and answers difficulties."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import Session, col, select

from data import views
from data.facts import DifficultyFact, OccurrenceFact, TaskFact
from data.kinds import Closing, Part, State
from data.model import Change, Confirmation, Occurrence
from data.occurrences import locked, record, reopen
from data.office import handing_over
from data.record import Actor, write_line
from data.refusals import LedByOne, NotedAlready, NothingReported, NothingToShare
from data.views import assigned
from data.work import reporting


def accept(session: Session, occurrence_id: int, actor: Actor, now: datetime) -> None:
    """Take note of what a unit has reported.

    Raises:
        NotedAlready: it was taken note of before.
        NothingReported: there is no report, or it has been taken back.
    """
    occurrence, task = locked(session, occurrence_id)
    if occurrence.state is State.ACCEPTED:
        raise NotedAlready(number=task.typed)
    if occurrence.state is not State.DONE:
        raise NothingReported(number=task.typed)
    record(session, occurrence, actor, now, "accept", State.ACCEPTED)


def send_back(session: Session, occurrence_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Send back all that a unit has reported of an Occurrence, which is owed again; gives the last Confirmation's id.

    Of a unit that has handed its work over, the successor owes it.

    Raises:
        NothingReported: there is no report.
        NotLeading, HandedOver: nobody could add to it, see `handing_over.pass_on`.
    """
    occurrence, task = locked(session, occurrence_id)
    if occurrence.state not in {State.DONE, State.ACCEPTED}:
        raise NothingReported(number=task.typed)
    handing_over.pass_on(session, occurrence, task.typed, actor, now)
    standing = session.exec(
        select(Confirmation)
        .where(
            Confirmation.occurrence_id == occurrence_id,
            col(Confirmation.withdrawn_at).is_(None),
            col(Confirmation.returned_at).is_(None),
        )
        .order_by(col(Confirmation.id))
    ).all()
    for confirmation in standing:
        confirmation.returned_at, confirmation.return_reason = now, reason
        session.add(confirmation)
    reopen(session, occurrence, actor, now, "return", reason=reason)
    return standing[-1].id or 0


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
        (confirmation_id,) = reporting.confirm(session, fact.id, actor, now, note=note)
        after = {"of": own.id, "confirmation": confirmation_id}
        write_line(session, "report_jointly", "occurrence", fact.id, actor, now, after=after)


def take_back_from_all(
    session: Session, own: OccurrenceFact, actor: Actor, now: datetime
) -> tuple[OccurrenceFact, ...]:
    """Where a report has been taken back that counted for others, they owe theirs again; gives those."""
    again = tuple(fact for fact in counted_with(session, own) if fact.state is State.DONE)
    for fact in again:
        reporting.take_back(session, fact.id, actor, now)
    return again


def send_back_from_all(
    session: Session, own: OccurrenceFact, reason: str, actor: Actor, now: datetime
) -> tuple[OccurrenceFact, ...]:
    """Where a report has been sent back that counted for others, theirs is sent back too; gives those."""
    again = counted_with(session, own)
    for fact in again:
        send_back(session, fact.id, reason, actor, now)
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


_TOLD = (
    select(Change)
    .join(Occurrence, (col(Occurrence.id) == Change.subject_id) & (col(Change.subject) == "occurrence"))
    .where(
        col(Change.action).in_(("difficulty", "answer_difficulty")),
        (col(Occurrence.state) == State.OPEN) | (col(Occurrence.closing) == Closing.UNREPORTED),
    )
    .order_by(col(Change.id))
)


def waiting(session: Session) -> tuple[OccurrenceFact, ...]:
    """What is owed still and its unit has told a difficulty of that nobody has answered, with the difficulty."""
    last: dict[int, Change] = {change.subject_id: change for change in session.exec(_TOLD)}
    told = {
        occurrence_id: DifficultyFact(change.after.get("note", ""), change.at)
        for occurrence_id, change in last.items()
        if change.action == "difficulty"
    }
    return tuple(replace(fact, difficulty=told[fact.id]) for fact in views.by_ids(session, told))


def answer(session: Session, occurrence_id: int, text: str, actor: Actor, now: datetime) -> int:
    """Record what Nội vụ answers to a difficulty, which waits no longer; gives the id of the record."""
    change = write_line(session, "answer_difficulty", "occurrence", occurrence_id, actor, now, after={"note": text})
    session.flush()
    return change.id or 0
