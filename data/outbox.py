"""The outbox: what is on its way to people, and its verbs put, claim, settle, expire."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from data.model import Address, Message, MessageKind, MessageState, Reminder
from data.store import insert_if_new, insert_new

# Statements of every tick and every message, built once: building one costs more than running it.
_FREE = or_(
    col(Message.state) == MessageState.WAITING,
    and_(col(Message.state) == MessageState.CLAIMED, col(Message.leased_until) <= bindparam("now")),
)
_KEYED = select(Message).where(col(Message.key).in_(bindparam("keys", expanding=True)))
_DUE = (
    select(Message.id)
    .where(
        _FREE,
        col(Message.due_at) <= bindparam("now"),
        col(Message.expires_at) > bindparam("now"),
        col(Message.bot).in_(bindparam("bots", expanding=True)),
    )
    .order_by(col(Message.due_at), col(Message.id))
    .limit(bindparam("limit"))
    # On PostgreSQL two claimers never wait for one another; SQLite has one writer at a time and ignores this.
    .with_for_update(skip_locked=True, of=Message)
    # A part of its own, or PostgreSQL may plan it as a loop and take more than the limit.
    .cte("due")
)
_CLAIM = (
    update(Message)
    .where(col(Message.id).in_(select(_DUE.c.id)))
    .values(
        state=MessageState.CLAIMED,
        lease=bindparam("lease"),
        leased_until=bindparam("leased_until"),
        attempts=col(Message.attempts) + 1,
    )
    .returning(col(Message.id))
)
_CLAIMED = (
    select(Message)
    .where(col(Message.id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Message.due_at), col(Message.id))
)
_WENT_OR_WAITS = (
    update(Message)
    .where(col(Message.id) == bindparam("message_id"), col(Message.lease) == bindparam("held"))
    .values(
        state=bindparam("state"),
        lease=None,
        leased_until=None,
        outcome=bindparam("outcome"),
        due_at=func.coalesce(bindparam("due_at", type_=UTCDateTime()), col(Message.due_at)),
    )
    # Whoever settles reads the row no more.
    .execution_options(synchronize_session=False)
)
_SENT = _WENT_OR_WAITS.values(sent_at=bindparam("sent_at"), text=bindparam("text"), sent_refs=bindparam("sent_refs"))
_EXPIRE = (
    update(Message)
    .where(col(Message.expires_at) <= bindparam("now"), _FREE)
    .values(state=MessageState.WITHDRAWN, lease=None, outcome="expired")
    .returning(col(Message.id))
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A Message that is ours to send until the lease runs out."""

    message_id: int
    lease: str
    attempts: int
    bot: str
    chat_id: str
    slot_day: date
    expires_at: datetime


def digest_key(bot: str, chat_id: str, day: date) -> str:
    """The unique key under which a chat gets one digest a day."""
    return f"digest:{bot}:{chat_id}:{day.isoformat()}"


def put_notice(
    session: Session,
    address: Address,
    event: str,
    facts: dict[str, Any],
    *,
    day: date,
    due_at: datetime,
    expires_at: datetime,
) -> bool:
    """Tell a chat of an event, once; `event` is its unique name, `facts` make its words. Say if it is new."""
    return insert_if_new(
        session,
        Message(
            key=f"notice:{event}:{address.bot}:{address.chat_id}",
            kind=MessageKind.NOTICE,
            address_id=address.id,
            bot=address.bot,
            chat_id=address.chat_id,
            slot_day=day,
            facts=facts,
            due_at=due_at,
            expires_at=expires_at,
        ),
    )


def put(
    session: Session, addresses: Iterable[Address], day: date, due_at: datetime, expires_at: datetime
) -> list[tuple[Address, Message]]:
    """The digest of `day` for the chat of each of `addresses`: the one already there, or a new one."""
    keys = [(address, digest_key(address.bot, address.chat_id, day)) for address in addresses]
    if not keys:
        return []
    insert_new(
        session,
        (
            Message(
                key=key,
                address_id=address.id,
                bot=address.bot,
                chat_id=address.chat_id,
                slot_day=day,
                due_at=due_at,
                expires_at=expires_at,
            )
            for address, key in keys
        ),
    )
    there = {message.key: message for message in session.exec(_KEYED, params={"keys": [key for _, key in keys]})}
    return [(address, there[key]) for address, key in keys]


def claim(
    session: Session, now: datetime, bots: tuple[str, ...], *, limit: int, lease_for: timedelta
) -> tuple[Claim, ...]:
    """Take up to `limit` Messages of `bots` that are due and that nobody holds, oldest first."""
    lease = token_hex(8)
    taken = session.exec(
        _CLAIM,
        params={"now": now, "bots": bots, "limit": limit, "lease": lease, "leased_until": now + lease_for},
    ).scalars()
    rows = session.exec(_CLAIMED, params={"ids": list(taken)}).all()
    return tuple(
        Claim(
            message_id=message.id or 0,
            lease=lease,
            attempts=message.attempts,
            bot=message.bot,
            chat_id=message.chat_id,
            slot_day=message.slot_day,
            expires_at=message.expires_at,
        )
        for message in rows
    )


def rows(session: Session, claims: Iterable[Claim]) -> list[Message]:
    """The Messages that were claimed, in the order of their claims."""
    order = {claim.message_id: position for position, claim in enumerate(claims)}
    found = session.exec(_CLAIMED, params={"ids": list(order)})
    return sorted(found, key=lambda message: order[message.id or 0])


def settle(
    session: Session,
    claimed: Claim,
    state: MessageState,
    *,
    now: datetime,
    outcome: str | None = None,
    due_at: datetime | None = None,
    text: str | None = None,
    refs: tuple[str, ...] = (),
) -> bool:
    """Record what became of a claimed Message, if the lease is still ours; say whether it was.

    `refs` are the channel's own ids of what was sent, `due_at` when to try again.
    """
    ours = {"message_id": claimed.message_id, "held": claimed.lease}
    values = ours | {"state": state, "outcome": outcome, "due_at": due_at}
    if state is MessageState.SENT:
        changed = session.exec(_SENT, params=values | {"sent_at": now, "text": text, "sent_refs": list(refs)})
    else:
        changed = session.exec(_WENT_OR_WAITS, params=values)
    return bool(changed.rowcount)


def expire(session: Session, now: datetime) -> int:
    """Withdraw what was not sent while it mattered; its Reminders wait for the next digest. Gives how many."""
    ids = list(session.exec(_EXPIRE, params={"now": now}).scalars())
    release(session, ids)
    return len(ids)


def release(session: Session, message_ids: list[int | None]) -> None:
    """Let the Reminders of Messages that did not go out wait for the next digest."""
    if message_ids:
        session.exec(update(Reminder).where(col(Reminder.message_id).in_(message_ids)).values(message_id=None))


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


def move(session: Session, address: Address, successor: Address) -> None:
    """Have the Messages of `address` be those of `successor`, whose chat gets one digest a day all the same."""
    for message in session.exec(select(Message).where(Message.address_id == address.id)).all():
        key = _key_in(message, successor)
        taken = key != message.key and session.exec(select(Message.id).where(Message.key == key)).first()
        if not taken:
            message.key = key
        elif message.state in {MessageState.WAITING, MessageState.CLAIMED}:
            message.state, message.lease, message.outcome = MessageState.WITHDRAWN, None, "moved"
            release(session, [message.id])
        message.address_id, message.chat_id = successor.id, successor.chat_id
        session.add(message)


def _key_in(message: Message, chat: Address) -> str:
    """The unique key of a Message once its chat goes by another id; a notice keeps the event it tells."""
    if message.kind is MessageKind.DIGEST:
        return digest_key(chat.bot, chat.chat_id, message.slot_day)
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
