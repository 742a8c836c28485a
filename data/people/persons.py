"""A person as a channel knows them: their own chats, and erasing who they are; the record of the work stays."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from secrets import token_hex
from typing import Any

from sqlalchemy import or_
from sqlmodel import Session, SQLModel, col, select

from data import outbox, talk
from data.kinds import MessageState, Role
from data.model import (
    Address,
    Change,
    Confirmation,
    Draft,
    Evidence,
    Extension,
    Message,
    Officer,
    Question,
    Received,
    Task,
)
from data.people import addressing
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


def who_coordinate(session: Session) -> tuple[str, ...]:
    """The names of those of Nội vụ who have joined, in the order of joining; none of a group."""
    named = (
        select(Officer.name, Address.id)
        .join(Address, col(Address.officer_id) == Officer.id)
        .where(Address.role == Role.COORDINATOR, col(Address.left_at).is_(None), col(Address.is_group).is_(False))
        .order_by(col(Address.id))
    )
    return tuple(dict.fromkeys(name for name, _ in session.exec(named) if name))


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
    _hide_everywhere(session, traces_of((officer.name, *officer.earlier_names), chats))
    officer.name, officer.earlier_names, officer.user_id = "", [], stand_in
    erase_bytes(session)
    session.add(officer)
    write_line(session, "forget", "officer", officer.id, Actor(by), now)
    session.flush()
    reports = session.exec(select(Confirmation.id).where(Confirmation.officer_id == officer.id)).all()
    return Forgotten(len(left), len(reports), tuple(reminded))


def is_last_of_office(session: Session, officer: Officer, chat_id: str | None = None) -> bool:
    """Whether no chat of Nội vụ could be written to any more, were this person erased."""
    coordinating = {address.id for address in addressing.reachable_addresses(session, (Role.COORDINATOR,))}
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
    addressing.drop_answers(session, address.bot, address.chat_id)
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


HIDDEN = "***"

# What people typed, and what was made of it. Their test holds that no column is left undecided.
WORDS_OF_PEOPLE: Mapping[type[SQLModel], tuple[str, ...]] = {
    Address: ("offered", "held"),
    Change: ("before", "after"),
    Confirmation: ("note", "return_reason"),
    Draft: ("name",),
    Evidence: ("value",),
    Extension: ("reason", "ground"),
    Message: ("facts", "text", "offered"),
    Question: ("answer",),
    Received: ("content",),
    Task: ("extra",),
}

_ROWS_AT_ONCE = 500
# How officers are spoken of. A name of one word is anybody's word: it is looked for only behind this, or alone.
_COMRADE = r"(?<!\w)(?:d/c|dc|dong\s+chi)\.?\s+"
_CALLED = r"(?<!\w)(?:anh|chi|ong|ba|co|chu|bac|em|thay|mr|mrs|ms)\.?\s+"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is looked for: letters without accents, in lower case, whatever blanks stand between its words.

    `given` is how the person is spoken of by the last word of a name of several: "anh Minh".
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    given: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Traces:
    """What points to a person: the names they have gone by, and the ids of account and chats, which stand alone."""

    names: tuple[Name, ...]
    ids: frozenset[str]


def traces_of(names: Iterable[str], ids: Iterable[str]) -> Traces:
    """What to look for of a person."""
    words = {tuple(_plain(_composed(name)).split()) for name in names}
    # The longest first: of "Trần Thị Lan" nothing may be left that a shorter name has cut.
    found = (
        Name(each, _pattern(each), _given(each))
        for each in sorted(filter(None, words), key=lambda each: (-len(each), each))
    )
    return Traces(tuple(found), frozenset(filter(None, ids)))


def _hide_everywhere(session: Session, traces: Traces) -> None:
    """Hide a person in every row of every column that may hold words of people."""
    session.flush()
    for table, columns in WORDS_OF_PEOPLE.items():
        row_id = table.id  # type: ignore[attr-defined]  # every one of these has it
        fields = [getattr(table, name) for name in columns]
        rows = session.execute(select(row_id, *fields).execution_options(yield_per=_ROWS_AT_ONCE))
        found = [(each[0], hidden) for each in rows if (hidden := _hidden(columns, each[1:], traces))]
        for its_id, hidden in found:
            row = session.get_one(table, its_id)
            for name, value in hidden.items():
                setattr(row, name, value)
            session.add(row)
    session.flush()


def without(value: Any, traces: Traces) -> Any:
    """`value` with all that points to the person hidden; a string that said nothing else is empty."""
    match value:
        case str():
            return "" if value in traces.ids else _without_names(value, traces.names)
        case dict():
            return {name: without(each, traces) for name, each in value.items()}
        case list():
            return [without(each, traces) for each in value]
        case _:
            return value


def _hidden(columns: Iterable[str], values: Iterable[Any], traces: Traces) -> dict[str, Any]:
    """The columns of a row that named the person, with what they say without."""
    pairs = ((name, value, without(value, traces)) for name, value in zip(columns, values, strict=True))
    return {name: said for name, value, said in pairs if said != value}


def _without_names(text: str, names: Iterable[Name]) -> str:
    said = _composed(text)
    for name in names:
        plain = _plain(said)
        if tuple(plain.split()) == name.words:
            return ""
        for found in reversed(list(name.pattern.finditer(plain))):
            start, end = found.span("name")
            if len(name.words) > 1 or not _goes_on(said[end:]):
                said = said[:start] + HIDDEN + said[end:]
        said = _without_given(said, name)
    return said if said != _composed(text) else text


def _without_given(said: str, name: Name) -> str:
    """Without the given name where a person is called by it; in small letters it is a word like any other: "anh an"."""
    if name.given is None:
        return said
    for found in reversed(list(name.given.finditer(_plain(said)))):
        start, end = found.span("name")
        if said[start].isupper() and not _goes_on(said[end:]):
            said = said[:start] + HIDDEN + said[end:]
    return said


def _given(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if len(words) == 1:
        return None
    return re.compile(rf"(?:{_COMRADE}|{_CALLED})(?P<name>{re.escape(words[-1])})(?!\w)")


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    before = _COMRADE if len(words) == 1 else r"(?<!\w)"
    spelled = r"\s+".join(map(re.escape, words))
    return re.compile(rf"{before}(?P<name>{spelled})(?!\w)")


def _goes_on(rest: str) -> bool:
    """Whether a name of one word is but the beginning of somebody else's: the "Lan" of "đ/c Lan Anh"."""
    following = rest.lstrip()
    return following != rest and following[:1].isupper()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain(text: str) -> str:
    """The text without accents and in lower case, letter for letter: a place in it is the same place in the text."""
    return text.translate(_LETTERS)


def _letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate({ord("Đ"): "d", ord("đ"): "d"}))[0].lower()[0]


# All letters with accents stand before this one.
_LETTERS = {code: plain for code in range(0x2000) if (plain := _letter(chr(code))) != chr(code)}
