"""Chats as Nội vụ looks after them: who speaks for whom, one-time codes, and taking a chat off its unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from data import mailbox, talk, views
from data.agencies import resolve
from data.facts import UnitFact
from data.kinds import Role
from data.model import Address, Assignment, Officer, Plan, Task, Unit
from data.people import addressing, invitations, registering
from data.record import Actor, write_line
from data.refusals import ChatUnknown, OwnChat


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
    return next((unit for unit in units if unit.code in codes), registering.coordinating_office(units))


def invite(session: Session, unit: Unit, role: Role, actor: Actor, now: datetime, lasts: timedelta) -> str:
    """A one-time code that joins a chat to `unit`; the record names who made it, never the code."""
    code = invitations.invite(session, unit, role, now, lasts)
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
    mailbox.unlink(session, address)
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
