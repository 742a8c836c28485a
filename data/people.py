"""Units, groups, officers, invitations and addresses: who is who, and which chat speaks for whom."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, bindparam, or_, update
from sqlmodel import Session, col, select

from data import mailbox
from data.agencies import Registry, RegistryUnit
from data.changing import SERVICE, Actor, write_line
from data.columns import is_readable, is_unreadable
from data.errors import CodeForPerson, CodeInvalid, TooManyTries, UnitUnknown
from data.model import Address, Invitation, Officer, Role, Unit, UnitMember
from data.speakers import tries
from data.store import take_turn
from data.words import fold

# No 0/O, 1/I/L: codes are read aloud and typed on small phones.
_CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_CODE_LENGTH = 8

REMINDED = (Role.OFFICER, Role.COORDINATOR)
"""In a chat of which roles a unit hears of its own work; in the first of them, where it has one."""
# What these are told is not for whoever is in a group.
_OF_PERSONS = frozenset({Role.LEADER, Role.HEAD})

# Built once: building a statement costs more than running it.
_JOINED = (
    select(Address)
    .where(
        Address.bot == bindparam("bot"),
        Address.chat_id == bindparam("chat_id"),
        col(Address.left_at).is_(None),
        # In a role that cannot be read it may do nothing, and hears nothing.
        is_readable(Address.role),
    )
    .order_by(col(Address.id))
)
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


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who wrote, to which of our bots, in which chat; `anonymous` where the channel does not say which person it was.

    `bot` is a channel's name, with the bot's id where the channel has several: "local", "telegram:42".
    """

    bot: str
    chat_id: str
    user_id: str
    name: str
    is_group: bool = False
    anonymous: bool = False

    @property
    def channel(self) -> str:
        """The channel of the bot: a person has one account for all its bots."""
        return channel_of(self.bot)


def channel_of(bot: str) -> str:
    """The channel that a bot belongs to: "telegram" of "telegram:42"."""
    return bot.partition(":")[0]


def of_channel(channel: str) -> ColumnElement[bool]:
    """The Addresses of all bots of a channel."""
    return or_(col(Address.bot) == channel, col(Address.bot).startswith(f"{channel}:", autoescape=True))


def save_registry(session: Session, registry: Registry) -> int:
    """Bring the units in line with `registry` by code; units it does not name stay. Gives how many units it has."""
    known = {unit.code: unit for unit in session.exec(select(Unit))}
    for position, entry in enumerate(registry.units):
        unit = known.setdefault(entry.code, Unit(code=entry.code, name="", kind="", position=0))
        unit.name, unit.kind, unit.aliases = entry.name, entry.kind, list(entry.aliases)
        unit.is_group, unit.is_open, unit.position = entry.group, entry.open, position
        session.add(unit)
    session.flush()
    _save_members(session, registry, known)
    return len(registry.units)


def _save_members(session: Session, registry: Registry, known: dict[str, Unit]) -> None:
    named = [known[entry.code].id for entry in registry.units]
    for member in session.exec(select(UnitMember).where(col(UnitMember.group_id).in_(named))):
        session.delete(member)
    session.flush()
    for entry in registry.units:
        for code in entry.members:
            session.add(UnitMember(group_id=known[entry.code].id or 0, unit_id=known[code].id or 0))


def load_registry(session: Session) -> Registry:
    """The units as they stand, as a value to match names against."""
    units = session.exec(select(Unit).order_by(col(Unit.position), col(Unit.id))).all()
    codes = {unit.id: unit.code for unit in units}
    members: dict[int, list[str]] = {}
    for pair in session.exec(select(UnitMember)):
        members.setdefault(pair.group_id, []).append(codes[pair.unit_id])
    order = {unit.code: index for index, unit in enumerate(units)}
    return Registry(
        units=tuple(
            RegistryUnit(
                code=unit.code,
                name=unit.name,
                kind=unit.kind,
                aliases=tuple(unit.aliases),
                members=tuple(sorted(members.get(unit.id or 0, []), key=order.__getitem__)),
                open=unit.is_open,
            )
            for unit in units
        )
    )


def knows_units(session: Session) -> bool:
    """Whether a registry has been loaded."""
    return session.exec(select(Unit.id).limit(1)).first() is not None


def single_units(session: Session) -> list[Unit]:
    """Every unit that is not a group, in registry order."""
    return list(session.exec(select(Unit).where(col(Unit.is_group).is_(False)).order_by(col(Unit.position))))


def coordinating_office(units: list[Unit]) -> Unit:
    """The unit that coordinates plans: the Home Affairs office (Nội vụ) by its name, or else the first."""
    return next((unit for unit in units if "noi vu" in fold(unit.name)), units[0])


def unit_by_code(session: Session, code: str) -> Unit:
    """The unit with this code, in any case.

    Raises:
        UnitUnknown: with the codes that look alike.
    """
    units = single_units(session)
    wanted = fold(code)
    for unit in units:
        if fold(unit.code) == wanted:
            return unit
    raise UnitUnknown(text=code, guesses=tuple(unit.code for unit in units if wanted and wanted in fold(unit.code))[:5])


def heirs(session: Session) -> dict[str, str]:
    """Of each unit that has handed its work over, the one that owes it now, both by code."""
    units = {unit.id: unit for unit in session.exec(select(Unit))}
    found: dict[str, str] = {}
    for unit in units.values():
        heir = unit
        while heir.successor_id is not None:
            heir = units[heir.successor_id]
        if heir is not unit:
            found[unit.code] = heir.code
    return found


def invite(session: Session, unit: Unit, role: Role, now: datetime, lasts: timedelta) -> str:
    """A one-time code (Mã mời) that joins a chat to `unit` in `role`. It is told once: only its hash is kept."""
    code = _new_code()
    session.add(
        Invitation(code_hash=_hash(code), unit_id=unit.id or 0, role=role, created_at=now, expires_at=now + lasts)
    )
    return code


def _new_code() -> str:
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
        CodeForPerson: it is a leader's or a head's, and was typed in a group; it stays good.
        TooManyTries: too many wrong codes were typed by this person, or in this chat.

    Codes are looked at one after the other: whoever counts a wrong one counts it in the transaction that looked.
    """
    take_turn(session, tries.TURN)
    if tries.lock(session, officer_of(session, speaker), speaker.chat_id, now) is not None:
        raise TooManyTries
    invitation = session.exec(
        select(Invitation).where(Invitation.code_hash == _hash(code)).with_for_update()
    ).one_or_none()
    if invitation is None or invitation.used_at is not None or invitation.expires_at <= now:
        raise CodeInvalid
    if is_unreadable(invitation.role):
        raise CodeInvalid
    if speaker.is_group and invitation.role in _OF_PERSONS:
        raise CodeForPerson
    address = _address_for(session, speaker, invitation, topic, now)
    invitation.used_at, invitation.address_id = now, address.id
    session.add(invitation)
    return address


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


def addresses_of(session: Session, bot: str, chat_id: str) -> list[Address]:
    """What a chat speaks for now, in the order of joining; nothing if it has not joined."""
    return list(session.exec(_JOINED, params={"bot": bot, "chat_id": chat_id}))


def live_addresses(session: Session, roles: Iterable[Role], unit_ids: Iterable[int] | None = None) -> list[Address]:
    """Addresses that can be written to, preferred ones first: group chats before private ones, older before newer."""
    query = _LIVE if unit_ids is None else _LIVE.where(col(Address.unit_id).in_(list(unit_ids)))
    return list(session.exec(query, params={"roles": list(roles)}))


def preferred_addresses(session: Session, unit_ids: Iterable[int] | None = None) -> dict[int, Address]:
    """The one chat in which each unit is reminded; units without a live chat are not in it.

    Nội vụ, where it has no officer's chat, is reminded of its own work in the one it coordinates from.
    """
    live = live_addresses(session, REMINDED, unit_ids)
    preferred: dict[int, Address] = {}
    for address in sorted(live, key=lambda each: each.role is Role.COORDINATOR):
        preferred.setdefault(address.unit_id, address)
    return preferred


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


def mark_reachable(session: Session, bot: str, chat_id: str, now: datetime) -> bool:
    """A chat that writes to us can be written to again; say whether it could not be before."""
    lost = [address for address in addresses_of(session, bot, chat_id) if address.unreachable_at is not None]
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
        mailbox.move(session, address, successor or address)
    mailbox.follow(session, bot, chat_id, new_chat_id)


def unreachable(session: Session) -> list[tuple[Unit, Address]]:
    """Chats that could not be written to, with their units."""
    return list(session.exec(_UNREACHABLE))


def _address_for(
    session: Session, speaker: Speaker, invitation: Invitation, topic: str | None, now: datetime
) -> Address:
    officer = officer_of(session, speaker)
    address = session.exec(
        select(Address).where(
            Address.bot == speaker.bot,
            Address.chat_id == speaker.chat_id,
            Address.unit_id == invitation.unit_id,
            Address.role == invitation.role,
        )
    ).one_or_none() or Address(
        bot=speaker.bot,
        chat_id=speaker.chat_id,
        unit_id=invitation.unit_id,
        role=invitation.role,
        joined_at=now,
    )
    address.is_group, address.officer_id = speaker.is_group, None if speaker.is_group else officer.id
    address.joined_at, address.left_at, address.topic = now, None, topic
    address.unreachable_at = address.unreachable_reason = None
    address.refusals = 0
    session.add(address)
    session.flush()
    after = {"unit": invitation.unit_id, "role": invitation.role}
    write_line(session, "join", "address", address.id, Actor(officer.id, address.id), now, after=after)
    return address


def _hash(code: str) -> str:
    """What is kept of a code; signs and blanks that it was pasted with are none of it."""
    return hashlib.sha256("".join(filter(str.isalnum, code.upper())).encode()).hexdigest()
