"""Chats that speak for units: joined by one-time codes (Mã mời), looked after by Nội vụ."""

import hashlib
import re
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from data import talk, views
from data.agencies import resolve
from data.columns import is_unreadable
from data.facts import UnitFact
from data.kinds import Role
from data.model import Address, Assignment, Change, Invitation, Officer, Plan, Task, Unit
from data.people import addressing, coordinating, registering
from data.people.persons import officer_of
from data.record import Actor, write_line
from data.refusals import ChatUnknown, CodeForPerson, CodeInvalid, OwnChat, SameChannel, TooManyTries
from data.store import take_turn
from data.talk import Speaker
from data.words import fold

TRIES = 5
WITHIN = timedelta(hours=1)
LOCKED_FOR = timedelta(hours=1)

_TURN = 5_2023
"""The turn of looking at a code, see `data.store.take_turn`."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Until when codes are refused: those typed in the chat, those of the person, or both; aware."""

    until: datetime
    of_chat: bool
    of_person: bool


def lock_end(moments: Sequence[datetime]) -> datetime | None:
    """Until when wrong codes typed at `moments`, oldest first, lock whoever typed them out; None where they do not."""
    runs = zip(moments, moments[TRIES - 1 :], strict=False)
    return max((last + LOCKED_FOR for first, last in runs if last - first < WITHIN), default=None)


def code_lock(session: Session, officer: Officer, chat_id: str, now: datetime) -> Lock | None:
    """The lock on codes that this person types in this chat, right ones too; None where they are looked at."""
    wrong = session.exec(
        select(Change)
        .where(
            Change.action == "wrong_code",
            Change.subject == "officer",
            col(Change.at) > now - WITHIN - LOCKED_FOR,
        )
        .order_by(col(Change.at), col(Change.id))
    ).all()
    here = {"channel": officer.channel, "chat": chat_id}
    chat = lock_end([change.at for change in wrong if change.after == here])
    person = lock_end([change.at for change in wrong if change.subject_id == officer.id])
    ends = [end for end in (chat, person) if end is not None and end > now]
    return Lock(max(ends), chat in ends, person in ends) if ends else None


def note_wrong_code(session: Session, officer: Officer, chat_id: str, now: datetime) -> tuple[int, Lock | None]:
    """Count a wrong code against a person and the chat; gives the record's id, and the lock that it brings, if any."""
    here = {"channel": officer.channel, "chat": chat_id}
    change = write_line(session, "wrong_code", "officer", officer.id, Actor(officer.id), now, after=here)
    session.flush()
    return change.id or 0, code_lock(session, officer, chat_id, now)


# No 0/O, 1/I/L: codes are read aloud and typed on small phones.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


_CODE_LENGTH = 8


# What these are told is not for whoever is in a group.
_OF_PERSONS = frozenset({Role.LEADER, Role.HEAD})


def new_code(
    session: Session, unit: Unit, role: Role, now: datetime, lasts: timedelta, *, beside: int | None = None
) -> str:
    """A one-time code (Mã mời) that joins a chat to `unit` in `role`. It is told once: only its hash is kept.

    One made `beside` an Address joins the same people by another channel.
    """
    code, until = _letters(), now + lasts
    session.add(
        Invitation(
            code_hash=_hash(code), unit_id=unit.id or 0, role=role, created_at=now, expires_at=until, beside=beside
        )
    )
    return code


def _letters() -> str:
    """Letters and digits both: typed alone, a code must not look like a word or a number."""
    while True:
        code = "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))
        if not code.isalpha() and not code.isdigit():
            return code


def join(session: Session, code: str, speaker: Speaker, now: datetime, *, topic: str | None = None) -> Address:
    """Join the speaker's chat to the unit and role of an invitation code, which is used up by it.

    A chat that joins in the topic of a forum is spoken to there.

    Raises:
        CodeInvalid: unknown, used or expired, or for a role that cannot be read.
        CodeForPerson: it is a leader's or a head's, or for a person's second channel, and was typed in a group; it
            stays good.
        SameChannel: it is for another channel than that of the chat it was made in; it stays good.
        TooManyTries: too many wrong codes were typed by this person, or in this chat.

    Codes are looked at one after the other: whoever counts a wrong one counts it in the transaction that looked.
    """
    take_turn(session, _TURN)
    if code_lock(session, officer_of(session, speaker), speaker.chat_id, now) is not None:
        raise TooManyTries
    invitation = session.exec(
        select(Invitation).where(Invitation.code_hash == _hash(code)).with_for_update()
    ).one_or_none()
    if invitation is None or invitation.used_at is not None or invitation.expires_at <= now:
        raise CodeInvalid
    if is_unreadable(invitation.role):
        raise CodeInvalid
    if speaker.is_group and (invitation.role in _OF_PERSONS or invitation.beside is not None):
        raise CodeForPerson
    if invitation.beside is None:
        address = _address_for(session, speaker, invitation.unit_id, invitation.role, topic, now)
    else:
        address = _join_beside(session, session.get_one(Address, invitation.beside), speaker, topic, now)
    invitation.used_at, invitation.address_id = now, address.id
    session.add(invitation)
    return address


def _join_beside(session: Session, beside: Address, speaker: Speaker, topic: str | None, now: datetime) -> Address:
    """Join a chat in all roles of the chat of `beside`, each as what hears when that one cannot be reached."""
    seats = addressing.addresses_of(session, beside.bot, beside.chat_id)
    if beside.left_at is not None or not seats:
        raise CodeInvalid
    if talk.channel_of(beside.bot) == speaker.channel:
        raise SameChannel
    joined = []
    for seat in seats:
        address = _address_for(session, speaker, seat.unit_id, seat.role, topic, now)
        first = addressing.first_of(seat)
        if first != address.id:
            followers = select(Address).where(Address.fallback_of == address.id)
            for each in (address, *session.exec(followers)):
                each.fallback_of = first
                session.add(each)
        joined.append(address)
    session.flush()
    return joined[0]


def _address_for(
    session: Session, speaker: Speaker, unit_id: int, role: Role, topic: str | None, now: datetime
) -> Address:
    officer = officer_of(session, speaker)
    address = session.exec(
        select(Address).where(
            Address.bot == speaker.bot,
            Address.chat_id == speaker.chat_id,
            Address.unit_id == unit_id,
            Address.role == role,
        )
    ).one_or_none() or Address(
        bot=speaker.bot,
        chat_id=speaker.chat_id,
        unit_id=unit_id,
        role=role,
        joined_at=now,
    )
    address.is_group, address.officer_id = speaker.is_group, None if speaker.is_group else officer.id
    address.joined_at, address.left_at, address.topic = now, None, topic
    address.unreachable_at = address.unreachable_reason = None
    address.refusals, address.fallback_of = 0, None
    session.add(address)
    session.flush()
    after = {"unit": unit_id, "role": role}
    write_line(session, "join", "address", address.id, Actor(officer.id, address.id), now, after=after)
    return address


def _hash(code: str) -> str:
    """What is kept of a code; signs and blanks that it was pasted with are none of it."""
    return hashlib.sha256("".join(filter(str.isalnum, code.upper())).encode()).hexdigest()


# As `data.people.addressing` makes them; typed in small letters too.
_CODE = re.compile(r"(?=[A-Z]*[2-9])(?=[2-9]*[A-Z])[2-9A-HJKMNP-Z]{8}")
_SPOKEN = re.compile(r"[^\W_]+")
_CALLED = re.compile(r"\b(?:ma|code)\b")


def code_in(text: str) -> str | None:
    """The first word that is written like a code; else all of a text that comes to one, as "8BVC MU53" does."""
    words = [word.upper() for word in _SPOKEN.findall(text)]
    return next((word for word in (*words, "".join(words)) if _CODE.fullmatch(word)), None)


def is_code(text: str) -> bool:
    """Whether a text is nothing but a code, whatever signs stand around it."""
    words = _SPOKEN.findall(text)
    return len(words) == 1 and code_in(text) is not None


def tells_code(text: str) -> bool:
    """Whether a text calls something in it a code, and something in it is written like one."""
    return code_in(text) is not None and _CALLED.search(fold(text)) is not None


@dataclass(frozen=True, slots=True)
class ChatFact:
    """A chat of a unit; `number` names it within the unit and stays the same when others leave.

    `person` is who joined a private chat, empty for a group; moments are aware, UTC.
    """

    number: int
    channel: str
    role: Role
    is_group: bool
    person: str
    since: datetime
    unreachable: str | None


@dataclass(frozen=True, slots=True)
class UnitChats:
    """A unit with the chats that speak for it now."""

    unit: UnitFact
    chats: tuple[ChatFact, ...]


def of_units(session: Session, unit_ids: Iterable[int] | None = None) -> tuple[UnitChats, ...]:
    """The chats of these units, or of all that have a chat or a part in a plan; in registry order."""
    rows = session.exec(
        select(Address, Officer)
        .join(Officer, col(Officer.id) == Address.officer_id, isouter=True)
        .order_by(col(Address.id))
    ).all()
    numbered: dict[int, list[tuple[int, Address, Officer | None]]] = {}
    for address, officer in rows:
        there = numbered.setdefault(address.unit_id, [])
        there.append((len(there) + 1, address, officer))
    wanted = _looked_after(session) if unit_ids is None else set(unit_ids)
    units = session.exec(select(Unit).where(col(Unit.id).in_(wanted)).order_by(col(Unit.position))).all()
    return tuple(
        UnitChats(
            views.unit_fact(unit),
            tuple(_fact(*each) for each in numbered.get(unit.id or 0, []) if each[1].left_at is None),
        )
        for unit in units
    )


def leaders_unit(session: Session) -> Unit:
    """The unit for which leaders join: the body that issued the last plan; where that is no unit, Nội vụ."""
    units = registering.single_units(session)
    issuer = session.exec(select(Plan.issuer).order_by(col(Plan.id).desc()).limit(1)).first()
    codes = {found.code for found in resolve(issuer or "", registering.load_registry(session))}
    issuing = next((unit for unit in units if unit.code in codes), None)
    return issuing or coordinating.coordinating_office(session) or units[0]


def invite(session: Session, unit: Unit, role: Role, actor: Actor, now: datetime, lasts: timedelta) -> str:
    """A one-time code that joins a chat to `unit`; the record names who made it, never the code."""
    code = new_code(session, unit, role, now, lasts)
    write_line(session, "invite", "unit", unit.id or 0, actor, now, after={"role": role})
    return code


def unlink(session: Session, unit: Unit, number: int | None, actor: Actor, now: datetime) -> tuple[ChatFact, Address]:
    """Take a chat off its unit, by its number or as the only one; what it was about to hear waits for another chat.

    Raises:
        ChatUnknown: the unit has no such chat, or has several and none is named.
        OwnChat: it is the one that asks.
    """
    (there,) = of_units(session, [unit.id or 0])
    found = [chat for chat in there.chats if number in (None, chat.number)]
    if len(found) != 1:
        raise ChatUnknown(unit=unit.name, short=unit.code, numbers=tuple(str(chat.number) for chat in there.chats))
    addresses = session.exec(select(Address).where(Address.unit_id == unit.id).order_by(col(Address.id))).all()
    address = addresses[found[0].number - 1]
    if address.id == actor.address_id:
        raise OwnChat(unit=unit.name)
    address.left_at = now
    session.add(address)
    session.flush()
    addressing.unlink(session, address)
    write_line(
        session, "unlink", "address", address.id or 0, actor, now, after={"unit": unit.code, "role": address.role}
    )
    return found[0], address


def speak(session: Session, bot: str, chat_id: str, locale: str, actor: Actor, now: datetime) -> None:
    """Have a chat be written to in another language from now on."""
    for address in addressing.addresses_of(session, bot, chat_id):
        before, address.locale = address.locale, locale
        session.add(address)
        write_line(
            session,
            "set_language",
            "address",
            address.id or 0,
            actor,
            now,
            before={"locale": before},
            after={"locale": locale},
        )


def _looked_after(session: Session) -> set[int]:
    """Units that have a part in a plan or a chat, but for those that have handed their work over and have none."""
    at_work = session.exec(
        select(Assignment.unit_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(col(Plan.switched_on_at).is_not(None), views.IN_FORCE, col(Unit.successor_id).is_(None))
    )
    joined = session.exec(select(Address.unit_id).where(col(Address.left_at).is_(None)))
    return {*at_work, *joined}


def _fact(number: int, address: Address, officer: Officer | None) -> ChatFact:
    return ChatFact(
        number=number,
        channel=talk.channel_of(address.bot),
        role=address.role,
        is_group=address.is_group,
        person=officer.name if officer else "",
        since=address.joined_at,
        unreachable=address.unreachable_reason if address.unreachable_at else None,
    )
