"""Addresses (Địa chỉ liên lạc): which chat speaks for whom, which can be written to, and what becomes of one moved."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, delete, or_, update
from sqlmodel import Session, col, select

from data import leases, outbox
from data.columns import is_readable
from data.facts import Seat
from data.kinds import MessageKind, MessageState, Role
from data.model import Address, Message, Reminder, Unit
from data.people import coordinating
from data.record import SERVICE, write_line
from data.talk import channel_of
from data.views import seating

REMINDED = (Role.OFFICER, Role.COORDINATOR)
"""In a chat of which roles a unit hears of its own work; in the first of them, where it has one."""

# Built once: building a statement costs more than running it.
_IS_OF_CHAT = (
    (col(Address.bot) == bindparam("bot"))
    & (col(Address.chat_id) == bindparam("chat_id"))
    & col(Address.left_at).is_(None)
    # In a role that cannot be read it may do nothing, and hears nothing.
    & is_readable(Address.role)
)
_JOINED = select(Address).where(_IS_OF_CHAT).order_by(col(Address.id))
_SEATED = seating.SEATS.where(_IS_OF_CHAT)
_LIVE = (
    select(Address)
    .where(
        col(Address.role).in_(bindparam("roles", expanding=True)),
        col(Address.left_at).is_(None),
        col(Address.unreachable_at).is_(None),
    )
    .order_by(col(Address.is_group).desc(), col(Address.id))
)
_ACCEPTED = (
    update(Address)
    .where(
        col(Address.bot) == bindparam("its_bot"),
        col(Address.chat_id) == bindparam("its_chat"),
        col(Address.refusals) > 0,
    )
    .values(refusals=0)
    .execution_options(synchronize_session=False)
)
_UNREACHABLE = (
    select(Unit, Address)
    .join(Address, col(Address.unit_id) == Unit.id)
    .where(col(Address.unreachable_at).is_not(None), col(Address.left_at).is_(None))
    .order_by(col(Unit.position))
)


def of_channel(channel: str) -> ColumnElement[bool]:
    """The Addresses of all bots of a channel."""
    return or_(col(Address.bot) == channel, col(Address.bot).startswith(f"{channel}:", autoescape=True))


def addresses_of(session: Session, bot: str, chat_id: str) -> list[Address]:
    """What a chat speaks for now, in the order of joining; nothing if it has not joined."""
    return list(session.exec(_JOINED, params={"bot": bot, "chat_id": chat_id}))


def seated(session: Session, bot: str, chat_id: str) -> tuple[tuple[Address, Seat], ...]:
    """As `addresses_of`, each with what it is; who coordinates is read with them."""
    rows = session.exec(_SEATED, params={"bot": bot, "chat_id": chat_id}).all()
    for *_, office in rows[:1]:
        coordinating.remember_name(session, office)
    return seating.as_seats(rows)


def live_addresses(session: Session, roles: Iterable[Role], unit_ids: Iterable[int] | None = None) -> list[Address]:
    """Addresses that can be written to, preferred ones first: group chats before private ones, older before newer.

    Of the same people's channels it is one: the first, or while nothing goes out by that, another that serves.
    """
    live = reachable_addresses(session, roles, unit_ids)
    out = _out_of_service(session, live)
    hearing: dict[int, Address] = {}
    for address in sorted(live, key=lambda each: (each.bot in out, each.fallback_of is not None)):
        hearing.setdefault(first_of(address), address)
    return [address for address in live if hearing[first_of(address)] is address]


def first_of(address: Address) -> int:
    """The id of the first among the Addresses of the same people by several channels; its own where there is one."""
    return address.fallback_of or address.id or 0


def preferred_addresses(session: Session, unit_ids: Iterable[int] | None = None) -> dict[int, Address]:
    """The one chat in which each unit is reminded; units without a live chat are not in it.

    Of several it is one whose bot serves, and among those one of the channel that the unit prefers. Nội vụ, where it
    has no officer's chat, is reminded of its own work in the one it coordinates from.
    """
    live = reachable_addresses(session, REMINDED, unit_ids)
    out, wanted = _out_of_service(session, live), _wanted_channels(session, live)

    def rank(address: Address) -> tuple[bool, ...]:
        is_wanted = wanted.get(address.unit_id) in {None, channel_of(address.bot)}
        return address.role is Role.COORDINATOR, address.bot in out, not is_wanted, address.fallback_of is not None

    preferred: dict[int, Address] = {}
    for address in sorted(live, key=rank):
        preferred.setdefault(address.unit_id, address)
    return preferred


def usual_first(session: Session, chats: Iterable[Address]) -> list[Address]:
    """Chats of one unit in one role, the one first in which it hears while all can be reached."""
    found = list(chats)
    wanted = _wanted_channels(session, found)

    def rank(address: Address) -> tuple[bool, ...]:
        is_wanted = wanted.get(address.unit_id) in {None, channel_of(address.bot)}
        return not is_wanted, address.fallback_of is not None, not address.is_group

    return sorted(found, key=rank)


def reachable_addresses(
    session: Session, roles: Iterable[Role], unit_ids: Iterable[int] | None = None
) -> list[Address]:
    """All Addresses that can be written to, those in reserve too: group chats before private ones, older ones first."""
    query = _LIVE if unit_ids is None else _LIVE.where(col(Address.unit_id).in_(list(unit_ids)))
    return list(session.exec(query, params={"roles": list(roles)}))


def _out_of_service(session: Session, live: Iterable[Address]) -> Collection[str]:
    """The bots by which nothing goes out, where there is another to choose."""
    return leases.out_of_service(session) if len({address.bot for address in live}) > 1 else ()


def _wanted_channels(session: Session, live: Iterable[Address]) -> dict[int, str]:
    """By which channel units would rather hear, where there is a choice."""
    if len({channel_of(address.bot) for address in live}) < 2:
        return {}
    wanted = session.exec(select(Unit.id, Unit.channel).where(col(Unit.channel).is_not(None)))
    return {unit_id: channel for unit_id, channel in wanted if unit_id and channel}


def mark_unreachable(session: Session, bot: str, chat_id: str, reason: str, now: datetime) -> None:
    """Remember that a chat can no longer be written to, and why; its unit hears elsewhere, Nội vụ is told."""
    for address in addresses_of(session, bot, chat_id):
        if address.unreachable_at is None:
            write_line(session, "lose_chat", "address", address.id, SERVICE, now, after={"reason": reason})
        address.unreachable_at, address.unreachable_reason = now, reason
        session.add(address)


def note_refused(session: Session, bot: str, chat_id: str) -> int:
    """A chat took no message, for a reason that does not heal by itself; give how many it has refused in a row."""
    addresses = addresses_of(session, bot, chat_id)
    for address in addresses:
        address.refusals += 1
        session.add(address)
    return max((address.refusals for address in addresses), default=0)


def note_accepted(session: Session, bot: str, chat_id: str) -> None:
    """A chat took a message: what it refused before does not count any more."""
    session.exec(_ACCEPTED, params={"its_bot": bot, "its_chat": chat_id})


def mark_reachable(session: Session, addresses: Iterable[Address], now: datetime) -> bool:
    """A chat that writes to us, by all its Addresses, can be written to again; say whether it could not be before."""
    lost = [address for address in addresses if address.unreachable_at is not None]
    for address in lost:
        was = {"reason": address.unreachable_reason}
        write_line(session, "find_chat", "address", address.id, SERVICE, now, before=was)
        address.unreachable_at = address.unreachable_reason = None
        address.refusals = 0
        session.add(address)
    return bool(lost)


def move_chat(session: Session, bot: str, chat_id: str, new_chat_id: str, now: datetime) -> None:
    """A group chat got another id (group → supergroup): every Address follows, and with it what it was sent.

    Where the new chat has joined for the same unit and role already, its Address takes the place of the old one.
    """
    there = {
        (address.unit_id, address.role): address
        for address in session.exec(select(Address).where(Address.bot == bot, Address.chat_id == new_chat_id))
    }
    for address in session.exec(select(Address).where(Address.bot == bot, Address.chat_id == chat_id)).all():
        successor = there.get((address.unit_id, address.role))
        if successor is None:
            address.chat_id = new_chat_id
        elif address.left_at is None:
            address.left_at, successor.left_at = successor.joined_at, None
            session.add(successor)
        was, is_now = {"chat": chat_id}, {"chat": new_chat_id}
        write_line(session, "move_chat", "address", (successor or address).id, SERVICE, now, before=was, after=is_now)
        session.add(address)
        session.flush()
        _move_messages(session, address, successor or address)
    _move_answers(session, bot, chat_id, new_chat_id)


def unreachable(session: Session) -> list[tuple[Unit, Address]]:
    """Chats that could not be written to, with their units."""
    return list(session.exec(_UNREACHABLE))


def unlink(session: Session, address: Address) -> None:
    """Have a chat that no longer speaks for its unit not hear what was on its way; Reminders wait for another chat."""
    waiting = (col(Message.address_id) == address.id) & (col(Message.state) == MessageState.WAITING)
    session.exec(
        update(Message)
        .where(waiting, col(Message.kind) == MessageKind.NOTICE)
        .values(state=MessageState.WITHDRAWN, outcome="unlinked")
    )
    # The chat may have other seats: its digest goes out without this unit's part.
    session.exec(
        update(Reminder)
        .where(
            col(Reminder.message_id).in_(select(Message.id).where(waiting)), col(Reminder.unit_id) == address.unit_id
        )
        .values(message_id=None)
    )


def pass_waiting_on(session: Session, address: Address, successor: Address) -> None:
    """Have what waits to be said to an Address be said to another; what was said stays where it was said."""
    _move_messages(session, address, successor, col(Message.state).in_((MessageState.WAITING, MessageState.CLAIMED)))


def _move_messages(session: Session, address: Address, successor: Address, *which: ColumnElement[bool]) -> None:
    """Have Messages of `address` be those of `successor`, whose chat gets one digest a day all the same."""
    for message in session.exec(select(Message).where(Message.address_id == address.id, *which)).all():
        key = _key_in(message, successor)
        taken = key != message.key and session.exec(select(Message.id).where(Message.key == key)).first()
        if not taken:
            message.key = key
        elif message.state in {MessageState.WAITING, MessageState.CLAIMED}:
            message.state, message.lease, message.outcome = MessageState.WITHDRAWN, None, "moved"
            outbox.release(session, [message.id])
        message.address_id, message.chat_id = successor.id, successor.chat_id
        session.add(message)


def _move_answers(session: Session, bot: str, chat_id: str, new_chat_id: str) -> None:
    """Have what a chat has not been answered yet be said where it is now, and what it may choose be chosen there."""
    session.exec(
        update(Message)
        .where(
            col(Message.bot) == bot,
            col(Message.chat_id) == chat_id,
            col(Message.kind) == MessageKind.ANSWER,
            col(Message.state).not_in(outbox.OVER) | col(Message.offered).is_not(None),
        )
        .values(chat_id=new_chat_id)
    )


def drop_answers(session: Session, bot: str, chat_id: str) -> None:
    """Have a chat not hear what it has not been answered yet, and keep nothing of it."""
    session.exec(
        delete(Message).where(
            col(Message.bot) == bot, col(Message.chat_id) == chat_id, col(Message.kind) == MessageKind.ANSWER
        )
    )


def _key_in(message: Message, chat: Address) -> str:
    """The unique key of a Message once its chat goes by another id; a notice keeps the event it tells."""
    if message.kind is MessageKind.DIGEST:
        return outbox.digest_key(chat.bot, chat.chat_id, message.slot_day)
    return f"{message.key.rpartition(f':{chat.bot}:')[0]}:{chat.bot}:{chat.chat_id}"


def _said_to(bot: str, chat_id: str) -> tuple[ColumnElement[bool], ...]:
    """The digests and notices that went to a chat; what it was answered is not kept."""
    return (
        col(Message.bot) == bot,
        col(Message.chat_id) == chat_id,
        col(Message.state) == MessageState.SENT,
        col(Message.kind) != MessageKind.ANSWER,
    )


def last_sent(session: Session, bot: str, chat_id: str) -> Message | None:
    """The Message that went to a chat last, if any has."""
    return session.exec(
        select(Message)
        .where(*_said_to(bot, chat_id))
        .order_by(col(Message.sent_at).desc(), col(Message.id).desc())
        .limit(1)
    ).first()


def sent_as(session: Session, bot: str, chat_id: str, ref: str) -> Message | None:
    """The Message that went to a chat under the channel's own id `ref`, among its latest."""
    latest = session.exec(
        select(Message).where(*_said_to(bot, chat_id)).order_by(col(Message.sent_at).desc()).limit(60)
    ).all()
    return next((message for message in latest if ref in message.sent_refs), None)
