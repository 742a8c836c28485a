"""The channels of the same people: joined by a code, looked at, and chosen by the unit, the person, or Nội vụ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from data import leases
from data.kinds import Role
from data.model import Address, Unit
from data.people import addressing, chats
from data.people.addressing import first_of
from data.record import Actor, write_line
from data.refusals import ChannelUnknown
from data.talk import channel_of


@dataclass(frozen=True, slots=True)
class Way:
    """A chat by which a unit, or a person in a role, may hear; `closed` says why it cannot be written to."""

    channel: str
    is_group: bool
    hears: bool
    out: bool
    closed: str | None


def invite_beside(session: Session, address: Address, actor: Actor, now: datetime, lasts: timedelta) -> str:
    """A one-time code by which the people of a chat join by another channel, in all its roles."""
    unit = session.get_one(Unit, address.unit_id)
    code = chats.new_code(session, unit, address.role, now, lasts, beside=address.id)
    after = {"role": address.role, "beside": address.id}
    write_line(session, "invite", "unit", address.unit_id, actor, now, after=after)
    return code


def of_unit(session: Session, unit: Unit) -> list[Address]:
    """The chats by which a unit hears of its work."""
    return _joined(session, (Address.unit_id == unit.id) & (Address.role == Role.OFFICER))


def of_chat(session: Session, addresses: Sequence[Address]) -> list[list[Address]]:
    """Of each seat of a chat the ways by which its people hear: all of the unit's, or those of the person."""
    found = []
    for address in addresses:
        if address.role is Role.OFFICER:
            found.append(of_unit(session, session.get_one(Unit, address.unit_id)))
        else:
            first = first_of(address)
            found.append(_joined(session, (col(Address.id) == first) | (col(Address.fallback_of) == first)))
    return found


def ways(session: Session, addresses: Sequence[Address]) -> tuple[Way, ...]:
    """What these chats of one unit in one role are to its people now."""
    out = leases.out_of_service(session)
    units = {address.unit_id for address in addresses}
    if all(address.role is Role.OFFICER for address in addresses):
        hearing = {address.id for address in addressing.preferred_addresses(session, units).values()}
    else:
        hearing = {address.id for address in addressing.live_addresses(session, set(Role), units)}
    return tuple(
        Way(
            channel=channel_of(each.bot),
            is_group=each.is_group,
            hears=each.id in hearing,
            out=each.bot in out,
            closed=each.unreachable_reason if each.unreachable_at else None,
        )
        for each in addresses
    )


def prefer(
    session: Session, unit: Unit, addresses: Sequence[Address], channel: str, actor: Actor, now: datetime
) -> None:
    """Have those who hear by these chats of a unit hear by the one of `channel`, as long as it can be reached.

    Raises:
        ChannelUnknown: none of them is of that channel.
    """
    there = tuple(dict.fromkeys(channel_of(address.bot) for address in addresses))
    if channel not in there:
        raise ChannelUnknown(unit=unit.name, channels=there)
    if any(address.role is Role.OFFICER for address in addresses) and unit.channel != channel:
        was, is_now = {"channel": unit.channel}, {"channel": channel}
        write_line(session, "prefer_channel", "unit", unit.id, actor, now, before=was, after=is_now)
        unit.channel = channel
        session.add(unit)
    for address in addresses:
        if channel_of(address.bot) == channel and address.fallback_of is not None:
            _make_first(session, address, actor, now)
    session.flush()


def _make_first(session: Session, address: Address, actor: Actor, now: datetime) -> None:
    """Have the other channels of the same people be those that hear when this one cannot be reached."""
    first = first_of(address)
    family = session.exec(select(Address).where((col(Address.id) == first) | (col(Address.fallback_of) == first))).all()
    if any(each.id == first and channel_of(each.bot) == channel_of(address.bot) for each in family):
        return
    for each in family:
        each.fallback_of = None if each is address else address.id
        session.add(each)
    session.flush()
    was, is_now = {"first": first}, {"first": address.id}
    write_line(session, "prefer_channel", "address", address.id, actor, now, before=was, after=is_now)


def _joined(session: Session, condition: object) -> list[Address]:
    chosen = select(Address).where(condition, col(Address.left_at).is_(None)).order_by(col(Address.id))  # type: ignore[arg-type]
    return list(session.exec(chosen))
