"""A person as a channel knows them: their own chats, and erasing who they are while the record of the work stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session, col, select

from data import mailbox, outbox, talk
from data.kinds import MessageState, Role
from data.model import Address, Confirmation, Message, Officer, Received
from data.people import addressing, scrubbing
from data.record import Actor, write_line
from data.store import erase_bytes
from data.talk import Speaker


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was erased with a person: how many own chats; and what stays without the name: how many reports.

    `unit_ids` are the units for which one of those chats was reminded.
    """

    chats: int
    reports: int
    unit_ids: tuple[int, ...] = ()


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
    place of the account, so that what one person did can still be told from what another did. Wherever people's words
    are kept, the names this person has gone by are hidden.
    """
    stand_in = f"forgotten-{token_hex(8)}"
    addresses = _private_addresses(session, officer, chat_id)
    left = {address.chat_id for address in addresses}
    chats = {officer.user_id, *left} | ({chat_id} if chat_id else set())
    reminded = {a.unit_id: None for a in addresses if a.left_at is None and a.role is Role.OFFICER}
    stand_ins = {chat: f"{stand_in}-{number}" for number, chat in enumerate(sorted(chats), start=1)}
    for address in addresses:
        _leave(session, address, stand_ins[address.chat_id], now)
    _drop_unhandled(session, officer, now)
    scrubbing.hide_everywhere(session, scrubbing.traces_of((officer.name, *officer.earlier_names), chats))
    officer.name, officer.earlier_names, officer.user_id = "", [], stand_in
    erase_bytes(session)
    session.add(officer)
    write_line(session, "forget", "officer", officer.id, Actor(by), now)
    session.flush()
    reports = session.exec(select(Confirmation.id).where(Confirmation.officer_id == officer.id)).all()
    return Forgotten(len(left), len(reports), tuple(reminded))


def is_last_of_office(session: Session, officer: Officer, chat_id: str | None = None) -> bool:
    """Whether no chat of Nội vụ could be written to any more, were this person erased."""
    coordinating = {address.id for address in addressing.live_addresses(session, (Role.COORDINATOR,))}
    own = {address.id for address in _private_addresses(session, officer, chat_id)}
    return bool(coordinating) and coordinating <= own


def _private_addresses(session: Session, officer: Officer, chat_id: str | None) -> Sequence[Address]:
    """The private chats of a person, those they have left too."""
    chats = {officer.user_id} | ({chat_id} if chat_id else set())
    return session.exec(
        select(Address).where(
            addressing.of_channel(officer.channel),
            col(Address.is_group).is_(False),
            or_(col(Address.officer_id) == officer.id, col(Address.chat_id).in_(chats)),
        )
    ).all()


def _is_by(user_id: str, content: dict[str, Any]) -> bool:
    """Whether a person wrote what was kept; of what could not be read, whether it names the account at all."""
    named = re.search(rf"\b{re.escape(user_id)}\b", str(content.get("raw", "")))
    return content.get("user_id") == user_id or named is not None


def _drop_unhandled(session: Session, officer: Officer, now: datetime) -> None:
    """What the person wrote and nobody has answered is not kept for later, nor what was set aside as it came."""
    waiting = select(Received).where(col(Received.handled_at).is_(None))
    for row in session.exec(waiting).all():
        if talk.channel_of(row.bot) == officer.channel and _is_by(officer.user_id, row.content):
            row.handled_at, row.content = now, {}
            session.add(row)


def _leave(session: Session, address: Address, stand_in: str, now: datetime) -> None:
    """The chat hears nothing any more, and its id is nowhere kept, not in the keys of what it was sent either."""
    waiting = []
    for message in session.exec(select(Message).where(Message.address_id == address.id)).all():
        message.key = message.key.replace(f":{address.bot}:{address.chat_id}", f":{address.bot}:{stand_in}")
        message.chat_id = stand_in
        if message.state in {MessageState.WAITING, MessageState.CLAIMED}:
            message.state, message.lease, message.outcome = MessageState.WITHDRAWN, None, "left"
            waiting.append(message.id)
        session.add(message)
    session.flush()
    outbox.release(session, waiting)
    mailbox.drop_answers(session, address.bot, address.chat_id)
    address.chat_id, address.left_at = stand_in, address.left_at or now
    address.offered = address.held = address.unreachable_reason = None
    session.add(address)


def officer_of(session: Session, speaker: Speaker) -> Officer:
    """The person who wrote; known from now on by the channel's id of them, under the name the channel tells."""
    officer = session.exec(
        select(Officer).where(Officer.channel == speaker.channel, Officer.user_id == speaker.user_id)
    ).one_or_none()
    if officer is None:
        officer = Officer(channel=speaker.channel, user_id=speaker.user_id, name=speaker.name)
    elif speaker.name and officer.name != speaker.name:
        earlier = [*officer.earlier_names, officer.name]
        officer.earlier_names = [each for each in dict.fromkeys(earlier) if each not in {"", speaker.name}]
        officer.name = speaker.name
    session.add(officer)
    session.flush()
    return officer
