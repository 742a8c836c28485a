"""Reminders (Nhắc việc) as rows: written when decided, linked to the Message that says them, read for its words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import Session, col, select

from data import views
from data.facts import DigestItem, OccurrenceFact
from data.model import (
    Assignment,
    Audience,
    Message,
    MessageKind,
    MessageState,
    Occurrence,
    Reminder,
    State,
    Task,
)
from data.plans import assigned
from data.store import insert_new

UNIT_AUDIENCES = (Audience.UNIT, Audience.COORDINATING_UNIT)

# Built once: building a statement costs more than running it.
_WAITING = (
    select(Reminder)
    .where(col(Reminder.message_id).is_(None), col(Reminder.audience).in_(bindparam("audiences", expanding=True)))
    .order_by(col(Reminder.id))
)
_SAID_TO = (
    select(Reminder)
    .where(
        Reminder.message_id == bindparam("message_id"),
        Reminder.unit_id == bindparam("unit_id"),
        col(Reminder.audience).in_(UNIT_AUDIENCES),
    )
    .order_by(col(Reminder.day))
)
_ASKED = (
    select(Reminder.occurrence_id)
    .join(Message, col(Message.id) == Reminder.message_id)
    .where(
        Reminder.audience == Audience.COORDINATOR,
        col(Message.slot_day) > bindparam("after"),
        col(Message.slot_day) <= bindparam("until"),
    )
)
_TOLD_TO_HEAD = select(Reminder.occurrence_id).where(
    Reminder.audience == Audience.HEAD,
    Reminder.unit_id == bindparam("unit_id"),
    col(Reminder.day) > bindparam("after"),
    col(Reminder.day) <= bindparam("until"),
)
_ITS_CHAT = select(Message.bot, Message.chat_id).where(Message.id == bindparam("message_id")).subquery()
_PLANS_TOLD = (
    select(Task.plan_id)
    .distinct()
    .join(Assignment, col(Assignment.task_id) == Task.id)
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
    .join(Reminder, col(Reminder.occurrence_id) == Occurrence.id)
    .join(Message, col(Message.id) == Reminder.message_id)
    .where(
        Reminder.unit_id == bindparam("unit_id"),
        col(Reminder.audience).in_(UNIT_AUDIENCES),
        col(Message.slot_day) < bindparam("slot_day"),
    )
)
_DIGESTS_BEFORE = (
    select(Message)
    .join(_ITS_CHAT, (_ITS_CHAT.c.bot == Message.bot) & (_ITS_CHAT.c.chat_id == Message.chat_id))
    .where(
        Message.state == MessageState.SENT,
        Message.kind == MessageKind.DIGEST,
        col(Message.slot_day) < bindparam("slot_day"),
    )
    .order_by(col(Message.slot_day).desc())
    .limit(1)
)


_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Before:
    """The day of an earlier digest, and when it went out (aware); the beginning of time, if there was none."""

    day: date = date.min
    at: datetime = _BEGINNING


def write(session: Session, decided: Iterable[Reminder]) -> None:
    """Decide that audiences must hear of Occurrences; what was decided before stays as it is."""
    insert_new(session, decided)


def waiting(session: Session, audiences: Iterable[Audience]) -> dict[int, list[Reminder]]:
    """Reminders that no Message says yet, by unit."""
    found: dict[int, list[Reminder]] = {}
    for reminder in session.exec(_WAITING, params={"audiences": list(audiences)}):
        found.setdefault(reminder.unit_id, []).append(reminder)
    return found


def link(session: Session, message: Message, reminders: Iterable[Reminder]) -> None:
    """Have `message` say these; one that has gone out already says nothing more, and they wait for the next."""
    if message.state is not MessageState.WAITING:
        return
    for reminder in reminders:
        reminder.message_id = message.id
        session.add(reminder)


def items_of(session: Session, message: Message, unit_id: int, *, keep_done: bool) -> tuple[DigestItem, ...]:
    """What a Message has to say to a unit as things stand: what is done has fallen out, unless `keep_done`."""
    reminders = session.exec(_SAID_TO, params={"message_id": message.id, "unit_id": unit_id}).all()
    # Several that waited for a chat and are about one Occurrence are one line: the latest says where it stands.
    latest = {reminder.occurrence_id: reminder for reminder in reminders}
    facts = views.by_ids(session, latest)
    beside = {fact.id for fact in facts if latest[fact.id].audience is Audience.COORDINATING_UNIT}
    leads = assigned.leads_of(session, (fact.task.id for fact in facts if fact.id in beside)) if beside else {}
    return tuple(
        DigestItem(fact, latest[fact.id].rung, latest[fact.id].audience, leads.get(fact.task.id, ()))
        for fact in facts
        if keep_done or fact.state is State.OPEN or fact.id in beside
    )


def plans_told_before(session: Session, message: Message, unit_id: int) -> frozenset[int]:
    """The plans of which a unit was put something in a digest of a day before that of `message`."""
    return frozenset(session.exec(_PLANS_TOLD, params={"unit_id": unit_id, "slot_day": message.slot_day}))


def asked_of_coordinators(session: Session, message: Message, before: Before) -> tuple[OccurrenceFact, ...]:
    """The Occurrences whose day Nội vụ is asked to set since the digest `before` this one, and that still have none."""
    asked = session.exec(_ASKED, params={"after": before.day, "until": message.slot_day}).all()
    return _still_open(session, asked, col(Occurrence.due_on).is_(None))


def late_for_heads(session: Session, message: Message, unit_id: int, before: Before) -> tuple[OccurrenceFact, ...]:
    """What the head of a unit is told of since the digest `before` this one, and that is still late."""
    params = {"after": before.day, "until": message.slot_day, "unit_id": unit_id}
    return _still_open(session, session.exec(_TOLD_TO_HEAD, params=params).all())


def before(session: Session, message: Message) -> Before:
    """The digest that went to the chat of `message` last, on a day before its own."""
    last = session.exec(_DIGESTS_BEFORE, params={"message_id": message.id, "slot_day": message.slot_day}).first()
    return Before(last.slot_day, last.sent_at or _BEGINNING) if last else Before()


def _still_open(session: Session, ids: Sequence[int], *conditions: ColumnElement[bool]) -> tuple[OccurrenceFact, ...]:
    return views.occurrences(session, views.is_open(), views.among(ids), *conditions) if ids else ()
