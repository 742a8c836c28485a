"""Reminders (Nhắc việc) as rows: written when decided, linked to the Message that says them, read for its words."""

from collections.abc import Iterable
from datetime import UTC, date, datetime

from sqlmodel import Session, col, select

from data import views
from data.facts import DigestItem, OccurrenceFact
from data.model import Address, Audience, Message, MessageKind, MessageState, Occurrence, Reminder, State
from data.store import insert_new

UNIT_AUDIENCES = (Audience.UNIT, Audience.COORDINATING_UNIT)


def write(session: Session, decided: Iterable[Reminder]) -> None:
    """Decide that audiences must hear of Occurrences; what was decided before stays as it is."""
    insert_new(session, decided)


def waiting(session: Session, audiences: Iterable[Audience]) -> dict[int, list[Reminder]]:
    """Reminders that no Message says yet, by unit."""
    found: dict[int, list[Reminder]] = {}
    query = select(Reminder).where(col(Reminder.message_id).is_(None), col(Reminder.audience).in_(list(audiences)))
    for reminder in session.exec(query.order_by(col(Reminder.id))):
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
    reminders = session.exec(
        select(Reminder)
        .where(
            Reminder.message_id == message.id,
            Reminder.unit_id == unit_id,
            col(Reminder.audience).in_(UNIT_AUDIENCES),
        )
        .order_by(col(Reminder.day))
    ).all()
    # Several that waited for a chat and are about one Occurrence are one line: the latest says where it stands.
    latest = {reminder.occurrence_id: reminder for reminder in reminders}
    return tuple(
        DigestItem(fact, latest[fact.id].rung, latest[fact.id].audience)
        for fact in views.occurrences(session, views.among(latest))
        if keep_done or fact.state is State.OPEN or latest[fact.id].audience is Audience.COORDINATING_UNIT
    )


def asked_of_coordinators(session: Session, message: Message) -> tuple[OccurrenceFact, ...]:
    """The Occurrences whose day Nội vụ is asked to set since the digest before `message`, and that still have none."""
    last = _digest_before(session, message)
    asked = (
        select(Reminder.occurrence_id)
        .join(Message, col(Message.id) == Reminder.message_id)
        .where(
            Reminder.audience == Audience.COORDINATOR,
            col(Message.slot_day) > (last.slot_day if last else date.min),
            col(Message.slot_day) <= message.slot_day,
        )
    )
    return views.occurrences(session, views.is_open(), col(Occurrence.due_on).is_(None), col(Occurrence.id).in_(asked))


def late_for_heads(session: Session, message: Message, unit_id: int) -> tuple[OccurrenceFact, ...]:
    """What the head of a unit is told of since the digest before `message`, and that is still late."""
    last = _digest_before(session, message)
    told = select(Reminder.occurrence_id).where(
        Reminder.audience == Audience.HEAD,
        Reminder.unit_id == unit_id,
        col(Reminder.day) > (last.slot_day if last else date.min),
        col(Reminder.day) <= message.slot_day,
    )
    return views.occurrences(session, views.is_open(), col(Occurrence.id).in_(told))


def last_digest(session: Session, message: Message) -> datetime:
    """When the digest before `message` went out to its chat; the beginning of time, if there was none."""
    last = _digest_before(session, message)
    return last.sent_at if last and last.sent_at else datetime.min.replace(tzinfo=UTC)


def _digest_before(session: Session, message: Message) -> Message | None:
    address = session.get_one(Address, message.address_id)
    return session.exec(
        select(Message)
        .join(Address, col(Address.id) == Message.address_id)
        .where(
            Address.channel == address.channel,
            Address.chat_id == address.chat_id,
            Message.state == MessageState.SENT,
            Message.kind == MessageKind.DIGEST,
            col(Message.slot_day) < message.slot_day,
        )
        .order_by(col(Message.slot_day).desc())
        .limit(1)
    ).first()
