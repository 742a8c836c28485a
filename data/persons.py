"""A person as a channel knows them: their own chats, and erasing who they are while the record of the work stays."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlmodel import Session, col, or_, select

from data import outbox
from data.model import Address, Change, Confirmation, Message, MessageKind, MessageState, Officer

_HIDDEN = "***"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased with a person: how many own chats; and what stays without the name: how many reports."""

    chats: int
    reports: int


def known(session: Session, channel: str, user_id: str) -> Officer | None:
    """The person of this account, where anything is kept of them."""
    return session.exec(select(Officer).where(Officer.channel == channel, Officer.user_id == user_id)).one_or_none()


def own_addresses(session: Session, officer: Officer) -> list[Address]:
    """The private chats in which a person speaks for units now."""
    return list(
        session.exec(
            select(Address)
            .where(
                Address.officer_id == officer.id,
                col(Address.is_group).is_(False),
                col(Address.left_at).is_(None),
            )
            .order_by(col(Address.id))
        )
    )


def forget(
    session: Session, officer: Officer, now: datetime, *, chat_id: str | None = None, by: int | None = None
) -> Forgotten:
    """Erase a person's name, account and private chats; what they reported stays, without saying who it was.

    `chat_id` is a private chat they are known to speak in, `by` the officer who asked for it. A stand-in takes the
    place of the account, so that what one person did can still be told from what another did.
    """
    stand_in = f"forgotten-{token_hex(8)}"
    chats = {officer.user_id} | ({chat_id} if chat_id else set())
    addresses = session.exec(
        select(Address).where(
            Address.channel == officer.channel,
            col(Address.is_group).is_(False),
            or_(col(Address.officer_id) == officer.id, col(Address.chat_id).in_(chats)),
        )
    ).all()
    chats |= {address.chat_id for address in addresses}
    private = _private(officer.name, chats)
    stand_ins = {chat: f"{stand_in}-{number}" for number, chat in enumerate(sorted(chats), start=1)}
    left = {address.chat_id for address in addresses}
    for address in addresses:
        _leave(session, address, stand_ins[address.chat_id], now)
    _scrub_changes(session, officer, addresses, private)
    _scrub_messages(session, officer.name, private)
    officer.name, officer.user_id = "", stand_in
    session.add(officer)
    session.add(Change(at=now, officer_id=by, action="forget", subject="officer", subject_id=officer.id or 0))
    session.flush()
    reports = session.exec(select(Confirmation.id).where(Confirmation.officer_id == officer.id)).all()
    return Forgotten(len(left), len(reports))


def _leave(session: Session, address: Address, stand_in: str, now: datetime) -> None:
    """The chat hears nothing any more, and its id is nowhere kept, not in the keys of what it was sent either."""
    waiting = []
    for message in session.exec(select(Message).where(Message.address_id == address.id)).all():
        message.key = message.key.replace(f":{address.channel}:{address.chat_id}", f":{address.channel}:{stand_in}")
        if message.state in {MessageState.WAITING, MessageState.CLAIMED}:
            message.state, message.lease, message.outcome = MessageState.WITHDRAWN, None, "left"
            waiting.append(message.id)
        session.add(message)
    session.flush()
    outbox.release(session, waiting)
    address.chat_id, address.left_at = stand_in, address.left_at or now
    address.offered = address.unreachable_reason = None
    session.add(address)


def _scrub_changes(session: Session, officer: Officer, addresses: Iterable[Address], private: re.Pattern[str]) -> None:
    about_chats = (col(Change.subject) == "address") & col(Change.subject_id).in_([address.id for address in addresses])
    about_person = (col(Change.subject) == "officer") & (col(Change.subject_id) == officer.id)
    by_person = col(Change.officer_id) == officer.id
    for change in session.exec(select(Change).where(or_(by_person, about_person, about_chats))).all():
        change.before, change.after = _without(change.before, private), _without(change.after, private)
        session.add(change)


def _scrub_messages(session: Session, name: str, private: re.Pattern[str]) -> None:
    said = col(Message.text).contains(name, autoescape=True) if name else col(Message.kind) == MessageKind.NOTICE
    for message in session.exec(select(Message).where(or_(said, col(Message.kind) == MessageKind.NOTICE))).all():
        message.facts, message.text = _without(message.facts, private), _without(message.text, private)
        session.add(message)


def _private(name: str, chats: Iterable[str]) -> re.Pattern[str]:
    """What points to a person. A name of one word is anybody's word: it is looked for only where it stands alone."""
    ids = "|".join(re.escape(chat) for chat in sorted(chats) if chat)
    alternatives = [rf"(?<!\w)(?:{ids})(?!\w)"]
    if name:
        alternatives.append(rf"(?<!\w){re.escape(name)}(?!\w)" if " " in name else rf"\A{re.escape(name)}\Z")
    return re.compile("|".join(alternatives))


def _without(value: Any, private: re.Pattern[str]) -> Any:
    """`value` with all that points to the person hidden; a string that said nothing else is empty."""
    match value:
        case str():
            return "" if private.fullmatch(value) else private.sub(_HIDDEN, value)
        case dict():
            return {name: _without(each, private) for name, each in value.items()}
        case list():
            return [_without(each, private) for each in value]
        case _:
            return value
