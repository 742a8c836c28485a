"""A later day (Gia hạn): asked for by a unit, granted on a ground or refused. The Committee's day stays as it is."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlmodel import Session, col, select

from data.facts import OccurrenceFact
from data.kinds import State
from data.model import Change, Extension, Occurrence
from data.occurrences import locked, locked_for_lead
from data.record import Actor, write_line
from data.refusals import AlreadyDone, DayNotLater, DayPast, NoDayToExtend, NoExtensionAsked


def ask_extension(
    session: Session, fact: OccurrenceFact, until: date, reason: str, actor: Actor, *, now: datetime, today: date
) -> int:
    """Ask for the day `until` in place of the one that holds; gives the request's id.

    It takes the place of an earlier request that nobody has decided on.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AlreadyDone: there is nothing to extend any more.
        NoDayToExtend: there is no due day that could move.
        DayPast, DayNotLater: the day has gone by, or is none later.
    """
    occurrence, _ = locked_for_lead(session, fact.id)
    _check(occurrence, fact, until, today)
    for earlier in _undecided(session, fact.id):
        earlier.decided_at = now
        session.add(earlier)
    asked = Extension(occurrence_id=fact.id, officer_id=actor.officer_id, asked_at=now, until=until, reason=reason)
    session.add(asked)
    session.flush()
    after = {"until": until.isoformat(), "reason": reason}
    write_line(session, "ask_extension", "occurrence", fact.id, actor, now, after=after)
    return asked.id or 0


def grant(session: Session, fact: OccurrenceFact, ground: str, actor: Actor, now: datetime) -> None:
    """Grant the day that is asked for, on a ground: the document or the leader that approves it.

    Raises:
        NoExtensionAsked: no request waits, or the work has been reported meanwhile.
    """
    occurrence, asked = _decide(session, fact, granted=True, ground=ground, now=now)
    before = occurrence.due_on
    occurrence.due_on, occurrence.remind_at = asked.until, now
    session.add(occurrence)
    after = {"due_on": asked.until.isoformat(), "ground": ground}
    was = {"due_on": before.isoformat() if before else None}
    write_line(session, "extend", "occurrence", fact.id, actor, now, before=was, after=after)


def refuse(session: Session, fact: OccurrenceFact, reason: str, actor: Actor, now: datetime) -> None:
    """Refuse the day that is asked for; the one that holds stays.

    Raises:
        NoExtensionAsked: no request waits, or the work has been reported meanwhile.
    """
    _, asked = _decide(session, fact, granted=False, ground=reason, now=now)
    after = {"until": asked.until.isoformat(), "reason": reason}
    write_line(session, "refuse_extension", "occurrence", fact.id, actor, now, after=after)


def grounds(session: Session, facts: Iterable[OccurrenceFact]) -> tuple[str, ...]:
    """On what the days that hold now were set or granted, each said once, in the order of the record."""
    due = {fact.id: fact.due_on.isoformat() for fact in facts if fact.due_on}
    changes = session.exec(
        select(Change)
        .where(
            Change.subject == "occurrence",
            col(Change.subject_id).in_(list(due)),
            col(Change.action).in_(("set_day", "extend")),
        )
        .order_by(col(Change.id))
    ).all()
    last = {change.subject_id: change.after for change in changes}
    holding = (after.get("ground", "") for of, after in last.items() if after.get("due_on") == due.get(of or 0))
    return tuple(dict.fromkeys(filter(None, holding)))


def _check(occurrence: Occurrence, fact: OccurrenceFact, until: date, today: date) -> None:
    number = fact.task.typed
    if occurrence.state is not State.OPEN:
        if fact.report is not None:
            raise AlreadyDone(number=number, at=fact.report.at)
        raise NoDayToExtend(number=number, closed=True)
    if occurrence.due_on is None:
        raise NoDayToExtend(number=number, closed=False)
    if until < today:
        raise DayPast(number=number, day=until.isoformat())
    if until <= occurrence.due_on:
        raise DayNotLater(number=number, day=until.isoformat(), due=occurrence.due_on.isoformat())


def _decide(
    session: Session, fact: OccurrenceFact, *, granted: bool, ground: str, now: datetime
) -> tuple[Occurrence, Extension]:
    occurrence, number = locked(session, fact.id)
    waiting = _undecided(session, fact.id)
    if not waiting or occurrence.state is not State.OPEN:
        raise NoExtensionAsked(number=number, unit=fact.unit.name)
    asked = waiting[-1]
    asked.decided_at, asked.granted, asked.ground = now, granted, ground
    session.add(asked)
    return occurrence, asked


def _undecided(session: Session, occurrence_id: int) -> list[Extension]:
    return list(
        session.exec(
            select(Extension)
            .where(Extension.occurrence_id == occurrence_id, col(Extension.decided_at).is_(None))
            .order_by(col(Extension.id))
        )
    )
