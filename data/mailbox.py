"""The outbox of one chat: what is on its way there is moved or dropped with it, what went there is found again."""

from sqlalchemy import ColumnElement, delete, update
from sqlmodel import Session, col, select

from data import outbox
from data.kinds import MessageKind, MessageState
from data.model import Address, Message, Reminder


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
            outbox.release(session, [message.id])
        message.address_id, message.chat_id = successor.id, successor.chat_id
        session.add(message)


def follow(session: Session, bot: str, chat_id: str, new_chat_id: str) -> None:
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
