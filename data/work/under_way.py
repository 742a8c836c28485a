"""What a unit says of work that is not done yet: received, under way, in difficulty, put off, help asked for.

None of that moves a deadline or a state; a later day (Gia hạn) that is granted does, and the Committee's day stays as
it is. Each verb writes a Change; what silences or wakes the rules sets `remind_at`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, or_, select

from data import reminders, views
from data.facts import OccurrenceFact, ProgressFact
from data.kinds import Audience, MessageKind, State
from data.model import Assignment, Change, Extension, Message, Occurrence, Reminder
from data.occurrences import locked, locked_for_lead
from data.record import Actor, write_line
from data.refusals import AlreadyDone, AskedToday, DayNotLater, DayPast, NoDayToExtend, NoExtensionAsked


def told_in(session: Session, message: Message, unit_ids: Iterable[int]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences that a Message told these units of, in the plan's order; those they support are among them.

    The digest with which a plan opens names the standing duties too, of which there is no Reminder yet.
    """
    if message.kind is MessageKind.NOTICE:
        return views.by_ids(session, message.facts.get("occurrences", ()))
    units = list(unit_ids)
    reminders_of = select(Reminder).where(Reminder.message_id == message.id, col(Reminder.unit_id).in_(units))
    rows = session.exec(reminders_of).all()
    told = views.among({row.occurrence_id for row in rows})
    opened = {row.unit_id for row in rows if row.rung == "opening" and row.audience in reminders.UNIT_AUDIENCES}
    day = message.slot_day
    standing = [
        views.is_standing()
        & views.led_by(unit_id)
        & (col(Occurrence.opens_on) <= day)
        & (col(Occurrence.due_on) >= day)
        for unit_id in opened
    ]
    return views.occurrences(session, or_(told, *standing))


def acknowledge(session: Session, occurrence_ids: Iterable[int], actor: Actor, now: datetime) -> None:
    """Record that somebody has taken in what was said of these Occurrences."""
    for occurrence_id in occurrence_ids:
        _record(session, occurrence_id, actor, now, "acknowledge")


def acknowledge_message(session: Session, message: Message, actor: Actor, now: datetime) -> None:
    """Record that somebody has taken in a Message that is about no Occurrence."""
    _record(session, message.id or 0, actor, now, "acknowledge", subject="message")


def is_acknowledged(
    session: Session, occurrence_ids: Iterable[int], address_ids: Iterable[int], since: datetime
) -> bool:
    """Whether all of these have been acknowledged in a chat, the one of these addresses, since a moment."""
    wanted = set(occurrence_ids)
    rows = session.exec(
        select(Change.subject_id).where(
            Change.subject == "occurrence",
            col(Change.subject_id).in_(wanted),
            Change.action == "acknowledge",
            col(Change.address_id).in_(list(address_ids)),
            col(Change.at) >= since,
        )
    )
    return wanted <= set(rows)


def note_progress(
    session: Session, occurrence_id: int, note: str, actor: Actor, now: datetime, *, for_unit: bool = False
) -> None:
    """Record how far work has come, or that Nội vụ was told so `for_unit`; it is reminded of as before."""
    _record(session, occurrence_id, actor, now, "progress", after={"note": note} | _marked(for_unit=for_unit))


def progress_of(session: Session, occurrence_ids: Iterable[int]) -> dict[int, ProgressFact]:
    """What was said last of how far each of these has come."""
    rows = session.exec(
        select(Change)
        .where(
            Change.subject == "occurrence",
            col(Change.subject_id).in_(list(occurrence_ids)),
            Change.action == "progress",
        )
        .order_by(col(Change.id))
    )
    return {row.subject_id: ProgressFact(note=row.after.get("note", ""), at=row.at) for row in rows}


def note_difficulty(
    session: Session, occurrence_id: int, note: str, actor: Actor, now: datetime, *, for_unit: bool = False
) -> int:
    """Record what is in the way of work, or that Nội vụ was told so `for_unit`.

    Gives the id of the record, by which it is told once.
    """
    return _record(session, occurrence_id, actor, now, "difficulty", after={"note": note} | _marked(for_unit=for_unit))


def put_off(session: Session, occurrence_id: int, until: date, actor: Actor, now: datetime) -> None:
    """Have the unit not be reminded of an Occurrence before `until`; its due day stays."""
    occurrence = session.get_one(Occurrence, occurrence_id, with_for_update=True)
    before = {"quiet_until": occurrence.quiet_until.isoformat() if occurrence.quiet_until else None}
    occurrence.quiet_until, occurrence.remind_at = until, now
    session.add(occurrence)
    _record(session, occurrence_id, actor, now, "put_off", before=before, after={"quiet_until": until.isoformat()})


def ask_support(session: Session, fact: OccurrenceFact, note: str, actor: Actor, now: datetime, since: datetime) -> int:
    """Record that a lead asks those who support its task for their part; gives the id of the record.

    Raises:
        AskedToday: it has asked them `since` the beginning of the day.
    """
    same = select(Occurrence.id).join(Assignment)
    of_unit = same.where(Assignment.task_id == fact.task.id, Assignment.unit_id == fact.unit.id)
    asked = session.exec(
        select(Change).where(
            Change.subject == "occurrence",
            col(Change.subject_id).in_(of_unit),
            Change.action == "ask_support",
            col(Change.at) >= since,
        )
    ).first()
    if asked is not None:
        raise AskedToday(number=fact.task.typed, at=asked.at)
    return _record(session, fact.id, actor, now, "ask_support", after={"note": note})


def last_told(session: Session, task_id: int, unit_ids: Iterable[int]) -> tuple[date, str, Audience] | None:
    """The day, rung and role of the Reminder of a task that was sent last to any of these units."""
    row = session.exec(
        select(Reminder)
        .join(Message, col(Message.id) == Reminder.message_id)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .where(Assignment.task_id == task_id, col(Reminder.unit_id).in_(list(unit_ids)))
        .where(col(Reminder.audience).in_(reminders.UNIT_AUDIENCES), col(Message.sent_at).is_not(None))
        .order_by(col(Reminder.day).desc(), col(Reminder.id).desc())
        .limit(1)
    ).first()
    return (row.day, row.rung, row.audience) if row else None


def _marked(*, for_unit: bool) -> dict[str, Any]:
    return {"for_unit": True} if for_unit else {}


def _record(
    session: Session,
    subject_id: int,
    actor: Actor,
    now: datetime,
    action: str,
    *,
    subject: str = "occurrence",
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> int:
    change = write_line(session, action, subject, subject_id, actor, now, before=before, after=after)
    session.flush()
    return change.id or 0


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
    occurrence, task = locked(session, fact.id)
    waiting = _undecided(session, fact.id)
    if not waiting or occurrence.state is not State.OPEN:
        raise NoExtensionAsked(number=task.typed, unit=fact.unit.name)
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
