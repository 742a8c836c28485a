"""Two ways to the same people: what cannot go out by one goes by the other, and is said once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, select

from data import leases, outbox
from data.kinds import Audience, MessageKind, MessageState, Role
from data.model import Address, Message, Reminder
from data.people import addressing
from data.people.addressing import first_of

_OF_UNITS = (Audience.UNIT, Audience.COORDINATING_UNIT, Audience.MONITORING_UNIT)
# In which roles a chat is said something in a digest.
_HEARING = frozenset({Role.OFFICER, Role.HEAD, Role.COORDINATOR})


def give_over(session: Session, now: datetime) -> int:
    """Have what waits for a bot out of service, or was refused, be said in another chat of the same people that hears.

    What is being sent, or perhaps was delivered, stays where it is. Gives how many were given over.
    """
    out = leases.out_of_service(session)
    unsaid = outbox.unsaid(session, out, now)
    if not unsaid:
        return 0
    chats = {(message.bot, message.chat_id) for message in unsaid}
    seats = {chat: addressing.addresses_of(session, *chat) for chat in sorted(chats)}
    others = _others(session, [address for of_chat in seats.values() for address in of_chat], out)
    given = 0
    for message in unsaid:
        there = seats[message.bot, message.chat_id]
        if message.kind is MessageKind.NOTICE:
            given += _give_notice(session, message, there, others, now)
        else:
            given += _give_digest(session, message, there, others, now)
    return given


def untold(session: Session, addresses: Sequence[Address], day: date) -> list[Address]:
    """Those of these whose people have not been put the digest of `day` by another of their channels."""
    firsts = {first_of(address) for address in addresses}
    family = session.exec(
        select(Address).where(
            (col(Address.id).in_(firsts) | col(Address.fallback_of).in_(firsts)), col(Address.left_at).is_(None)
        )
    ).all()
    if len(family) <= len(addresses):
        return list(addresses)
    key_of = {address.id: outbox.digest_key(address.bot, address.chat_id, day) for address in family}
    told = outbox.told_today(session, key_of.values())
    tellers = {(first_of(address), address.id) for address in family if key_of[address.id] in told}
    return [
        address
        for address in addresses
        if not any(first == first_of(address) and teller != address.id for first, teller in tellers)
    ]


def _others(session: Session, addresses: Iterable[Address], out: Mapping[str, str]) -> dict[int | None, Address]:
    """For these Addresses, by their ids, another one of the same people that can be written to now, where there is one.

    A unit's work may be told to any other of its officers.
    """
    asked = list(addresses)
    units = {address.unit_id for address in asked}
    officers = addressing.preferred_addresses(session, units)
    live = addressing.live_addresses(session, set(Role) - {Role.UNREADABLE}, units)
    firsts = {first_of(address): address for address in live}

    def other(address: Address) -> Address | None:
        found = officers.get(address.unit_id) if address.role is Role.OFFICER else firsts.get(first_of(address))
        is_another = found is not None and (found.bot, found.chat_id) != (address.bot, address.chat_id)
        return found if found is not None and is_another and found.role is address.role else None

    pairs = ((address.id, other(address)) for address in asked)
    return {own: found for own, found in pairs if found is not None and found.bot not in out}


def _give_notice(
    session: Session, notice: Message, seats: Iterable[Address], others: Mapping[int | None, Address], now: datetime
) -> bool:
    mine = next((seat for seat in seats if seat.id == notice.address_id), None)
    other = others.get(mine.id) if mine is not None else None
    if other is None:
        return False
    event, day, until = outbox.event_of(notice), notice.slot_day, notice.expires_at
    outbox.put_notice(session, other, event, notice.facts, day=day, due_at=now, expires_at=until)
    if notice.state is MessageState.WAITING:
        notice.state = MessageState.WITHDRAWN
    notice.outcome, notice.expires_at = outbox.OTHER_WAY, now  # nobody looks at it any more
    session.add(notice)
    return True


def _give_digest(
    session: Session, digest: Message, seats: Sequence[Address], others: Mapping[int | None, Address], now: datetime
) -> bool:
    """Give a digest over seat by seat; where not all have another way, the work of units alone, and the rest waits."""
    hearing = [seat for seat in seats if seat.role in _HEARING]
    relieved = [seat for seat in hearing if seat.id in others]
    is_whole = len(relieved) == len(hearing)
    for seat in relieved:
        if is_whole or seat.role is Role.OFFICER:
            _move(session, digest, seat, others[seat.id], now)
    if not relieved or not is_whole:
        return False
    digest.state, digest.outcome = MessageState.WITHDRAWN, outbox.OTHER_WAY
    session.add(digest)
    session.flush()
    outbox.release(session, [digest.id])
    return True


def _move(session: Session, digest: Message, seat: Address, other: Address, now: datetime) -> None:
    """Have the digest of another chat say what this one has for a seat; if it is said already, the Reminders wait."""
    ((_, theirs),) = outbox.put(session, [other], digest.slot_day, now, digest.expires_at)
    if theirs.outcome == outbox.OTHER_WAY:
        theirs.state, theirs.outcome, theirs.due_at = MessageState.WAITING, None, now
        session.add(theirs)
        session.flush()
    said_by = theirs.id if theirs.state is MessageState.WAITING else None
    session.exec(
        update(Reminder).where(col(Reminder.message_id) == digest.id, _told_to(seat)).values(message_id=said_by)
    )


def _told_to(seat: Address) -> ColumnElement[bool]:
    """The Reminders that a seat is told."""
    own = (col(Reminder.unit_id) == seat.unit_id) & col(Reminder.audience).in_(_OF_UNITS)
    if seat.role is Role.OFFICER:
        return own
    if seat.role is Role.HEAD:
        return (col(Reminder.unit_id) == seat.unit_id) & (col(Reminder.audience) == Audience.HEAD)
    return own | (col(Reminder.audience) == Audience.COORDINATOR)
