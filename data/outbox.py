"""The outbox: what is on its way to people, and its verbs put, claim, settle, expire."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from secrets import token_hex
from typing import Any

from sqlalchemy import and_, bindparam, case, func, null, or_, update
from sqlmodel import Session, col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from data.kinds import MessageKind, MessageState
from data.model import Address, Message, Reminder
from data.store import insert_if_new, insert_new
from data.talk import Outgoing, recorded

# An answer that could not be given for so long answers nothing any more.
ANSWERS_LAST = timedelta(days=2)

OTHER_WAY = "other way"
"""The outcome of a Message that was withdrawn, for another chat of the same people hears what it was to say."""

# Statements of every tick and every message, built once: building one costs more than running it.
_FREE = or_(
    col(Message.state) == MessageState.WAITING,
    and_(col(Message.state) == MessageState.CLAIMED, col(Message.leased_until) <= bindparam("now")),
)
_LANE = case({MessageKind.ANSWER: 0, MessageKind.NOTICE: 1}, value=col(Message.kind), else_=2)
_KEYED = select(Message).where(col(Message.key).in_(bindparam("keys", expanding=True)))
_DUE = (
    select(Message.id)
    .where(
        _FREE,
        col(Message.due_at) <= bindparam("now"),
        col(Message.expires_at) > bindparam("now"),
        col(Message.bot).in_(bindparam("bots", expanding=True)),
        col(Message.chat_id).not_in(bindparam("busy", expanding=True)),
    )
    .order_by(_LANE, col(Message.due_at), col(Message.id))
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
    .returning(
        col(Message.id), col(Message.attempts), col(Message.unknowns), col(Message.bot), col(Message.chat_id),
        col(Message.slot_day), col(Message.due_at), col(Message.expires_at), _LANE.label("lane"),
    )
)  # fmt: skip
_WENT_OR_WAITS = (
    update(Message)
    .where(col(Message.id) == bindparam("message_id"), col(Message.lease) == bindparam("held"))
    .values(
        state=bindparam("state"),
        lease=None,
        leased_until=None,
        outcome=bindparam("outcome"),
        unknowns=bindparam("unknowns"),
        due_at=func.coalesce(bindparam("due_at", type_=UTCDateTime()), col(Message.due_at)),
    )
    # Whoever settles reads the row no more.
    .execution_options(synchronize_session=False)
)
_SENT = _WENT_OR_WAITS.values(sent_at=bindparam("sent_at"), text=bindparam("text"), sent_refs=bindparam("sent_refs"))
OVER = (MessageState.SENT, MessageState.WITHDRAWN, MessageState.FAILED, MessageState.UNKNOWN)
_IS_SENT = col(Message.state) == MessageState.SENT
# What somebody was answered, and where, is kept no longer than it takes to say it; but for what may be chosen still.
_EMPTY_ANSWERS = (
    update(Message)
    .where(
        col(Message.id).in_(bindparam("ids", expanding=True)),
        col(Message.kind) == MessageKind.ANSWER,
        col(Message.state).in_(OVER),
    )
    .values(
        facts={},
        text=None,
        chat_id=case((_IS_SENT & col(Message.offered).is_not(None), col(Message.chat_id)), else_=""),
        offered=case((_IS_SENT, col(Message.offered)), else_=null()),
    )
    .execution_options(synchronize_session=False)
)
_EXPIRE = (
    update(Message)
    .where(col(Message.expires_at) <= bindparam("now"), _FREE)
    .values(state=MessageState.WITHDRAWN, lease=None, outcome="expired")
    .returning(col(Message.id))
)
_HAND_BACK = (
    update(Message)
    .where(col(Message.state) == MessageState.CLAIMED, col(Message.bot).in_(bindparam("bots", expanding=True)))
    .values(
        state=MessageState.WAITING,
        lease=None,
        leased_until=None,
        # What a process that is gone had claimed was perhaps sent.
        unknowns=case((col(Message.unknowns) == 0, bindparam("perhaps")), else_=col(Message.unknowns)),
    )
    .execution_options(synchronize_session=False)
)
_ROW = select(Message).where(col(Message.id) == bindparam("message_id"))
# What certainly was not said: it waits for a bot that is out of service, or it is a notice that its chat did not take.
_UNSAID = (
    select(Message)
    .where(
        Message.unknowns == 0,
        col(Message.expires_at) > bindparam("now"),
        or_(
            and_(
                col(Message.state) == MessageState.WAITING,
                col(Message.kind).in_((MessageKind.DIGEST, MessageKind.NOTICE)),
                col(Message.bot).in_(bindparam("out", expanding=True)),
                or_(col(Message.attempts) > 0, col(Message.due_at) <= bindparam("now")),
            ),
            and_(col(Message.state) == MessageState.FAILED, col(Message.kind) == MessageKind.NOTICE),
        ),
    )
    .order_by(col(Message.id))
    .with_for_update(skip_locked=True, of=Message)
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A Message that is ours to send until the lease runs out.

    `attempts` counts this one; `unknowns` those of which nobody knows whether they arrived.
    """

    message_id: int
    lease: str
    attempts: int
    bot: str
    chat_id: str
    slot_day: date
    expires_at: datetime
    unknowns: int = 0
    is_answer: bool = False


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


def put_answers(
    session: Session,
    bot: str,
    chat_id: str,
    update_id: str,
    answers: Iterable[tuple[Outgoing, dict[str, Any] | None]],
    *,
    day: date,
    asked_at: datetime,
    now: datetime,
) -> int:
    """Have a chat be told, in this order and once, what a turn on `update_id` has answered. Gives how many are new.

    Each is with what it offers, if anything; `asked_at` is when the update came in.
    """
    return insert_new(
        session,
        (
            Message(
                key=f"answer:{bot}:{update_id}:{number}",
                kind=MessageKind.ANSWER,
                bot=bot,
                chat_id=chat_id,
                slot_day=day,
                facts={"asked_at": asked_at.isoformat(), "said": recorded(answer)},
                due_at=now,
                expires_at=now + ANSWERS_LAST,
                offered=offer,
            )
            for number, (answer, offer) in enumerate(answers)
        ),
    )


def claim(
    session: Session,
    now: datetime,
    bots: Iterable[str],
    *,
    limit: int,
    lease_for: timedelta,
    busy: Iterable[str] = (),
) -> tuple[Claim, ...]:
    """Take up to `limit` Messages of `bots` that are due and that nobody holds: answers, then notices, then digests.

    Chats that are `busy` are written to just now; what waits for them is left.
    """
    lease = token_hex(8)
    params = {
        "now": now,
        "bots": list(bots),
        "busy": list(busy),
        "limit": limit,
        "lease": lease,
        "leased_until": now + lease_for,
    }
    taken = sorted(session.exec(_CLAIM, params=params), key=lambda row: (row.lane, row.due_at, row.id))
    return tuple(
        Claim(
            row.id, lease, row.attempts, row.bot, row.chat_id, row.slot_day, row.expires_at, row.unknowns, row.lane == 0
        )
        for row in taken
    )


def row(session: Session, claim: Claim) -> Message:
    """The Message that was claimed."""
    return session.exec(_ROW, params={"message_id": claim.message_id}).one()


def rows(session: Session, claims: Iterable[Claim]) -> list[Message]:
    """The Messages that were claimed, in the order of their claims."""
    order = {claim.message_id: position for position, claim in enumerate(claims)}
    found = session.exec(select(Message).where(col(Message.id).in_(order)))
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

    `refs` are the channel's own ids of what was sent, `due_at` when to try again. An answer that is over keeps neither
    its words nor, unless somebody may choose from it still, its chat.
    """
    ours = {"message_id": claimed.message_id, "held": claimed.lease}
    values = ours | {"state": state, "outcome": outcome, "due_at": due_at, "unknowns": claimed.unknowns}
    if state is MessageState.SENT:
        changed = session.exec(_SENT, params=values | {"sent_at": now, "text": text, "sent_refs": list(refs)})
    else:
        changed = session.exec(_WENT_OR_WAITS, params=values)
    if claimed.is_answer and state in OVER and changed.rowcount:
        session.exec(_EMPTY_ANSWERS, params={"ids": [claimed.message_id]})
    return bool(changed.rowcount)


def expire(session: Session, now: datetime) -> int:
    """Withdraw what was not sent while it mattered; its Reminders wait for the next digest. Gives how many."""
    ids = list(session.exec(_EXPIRE, params={"now": now}).scalars())
    if ids:
        session.exec(_EMPTY_ANSWERS, params={"ids": ids})
    release(session, ids)
    return len(ids)


def hand_back(session: Session, bots: Iterable[str], *, perhaps: bool = False) -> int:
    """Let whoever holds these bots send what another process had claimed, and `perhaps` had sent; gives how many."""
    return session.exec(_HAND_BACK, params={"bots": list(bots), "perhaps": int(perhaps)}).rowcount


def unsaid(session: Session, out: Iterable[str], now: datetime) -> list[Message]:
    """Digests and notices that certainly have not been said and that their chats do not hear now, oldest first.

    Those wait for a bot among `out`; a notice may have been refused by a chat that is closed to us.
    """
    return list(session.exec(_UNSAID, params={"out": list(out), "now": now}))


def event_of(notice: Message) -> str:
    """The event that a notice tells, by its unique name."""
    return notice.key.removeprefix("notice:").removesuffix(f":{notice.bot}:{notice.chat_id}")


def told_today(session: Session, keys: Iterable[str]) -> set[str]:
    """Those of these digests, by their keys, that are said, or will be, or had nothing to say."""
    found = session.exec(_KEYED, params={"keys": list(keys)})
    return {each.key for each in found if each.state is not MessageState.FAILED and each.outcome != OTHER_WAY}


def release(session: Session, message_ids: Sequence[int | None]) -> None:
    """Let the Reminders of Messages that did not go out wait for the next digest."""
    if message_ids:
        session.exec(update(Reminder).where(col(Reminder.message_id).in_(message_ids)).values(message_id=None))
