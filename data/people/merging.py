"""Chats of units that were merged (sáp nhập): they speak for the unit that owes the work now."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import update
from sqlmodel import Session, col, select

from data.model import Address, Invitation, Plan, Unit
from data.people import addressing
from data.record import Actor, write_line


class Joined(NamedTuple):
    """How many chats speak for units now, and how many persons are known in them by name."""

    chats: int
    persons: int


def joined(session: Session, units: Iterable[Unit]) -> Joined:
    """The chats of these units, each once."""
    found = _live(session, [unit.id or 0 for unit in units])
    return Joined(
        len({(address.bot, address.chat_id) for address in found}),
        len({address.officer_id for address in found if address.officer_id is not None}),
    )


def pass_chats_on(session: Session, units: Collection[Unit], heir: Unit, actor: Actor, now: datetime) -> None:
    """Have the chats of `units` speak for `heir` in the roles they have, and codes not used yet be for it.

    The old seats end, so that what was done from them stays theirs; what waits to be said goes on.
    """
    ids = [unit.id or 0 for unit in units]
    held = {(each.bot, each.chat_id, each.role): each for each in _of_unit(session, heir)}
    moved: dict[int, Address] = {}
    for old in _live(session, ids):
        new = held.get((old.bot, old.chat_id, old.role)) or Address(
            bot=old.bot, chat_id=old.chat_id, unit_id=heir.id or 0, role=old.role, joined_at=now, left_at=now
        )
        if new.left_at is not None:
            _take_over(new, old, now)
            session.add(new)
            session.flush()
        held[new.bot, new.chat_id, new.role] = moved[old.id or 0] = new
        old.left_at = now
        session.add(old)
        after = {"unit": heir.id, "role": new.role}
        write_line(session, "hand_over", "address", new.id, actor, now, before={"unit": old.unit_id}, after=after)
        addressing.pass_waiting_on(session, old, new)
    for new in moved.values():
        if new.fallback_of in moved:
            first = moved[new.fallback_of].id
            new.fallback_of = first if first != new.id else None
            session.add(new)
    open_codes = col(Invitation.unit_id).in_(ids) & col(Invitation.used_at).is_(None)
    session.exec(update(Invitation).where(open_codes).values(unit_id=heir.id))
    session.exec(update(Plan).where(col(Plan.drawn_up_by).in_(ids)).values(drawn_up_by=heir.id))


def _take_over(new: Address, old: Address, now: datetime) -> None:
    new.joined_at, new.left_at = now, None
    new.topic, new.officer_id, new.is_group, new.locale = old.topic, old.officer_id, old.is_group, old.locale
    new.unreachable_at, new.unreachable_reason, new.refusals = (
        old.unreachable_at,
        old.unreachable_reason,
        old.refusals,
    )
    new.held, new.fallback_of = old.held, old.fallback_of


def _live(session: Session, unit_ids: Collection[int]) -> list[Address]:
    wanted = select(Address).where(col(Address.unit_id).in_(unit_ids), col(Address.left_at).is_(None))
    return list(session.exec(wanted.order_by(col(Address.id))))


def _of_unit(session: Session, unit: Unit) -> list[Address]:
    return list(session.exec(select(Address).where(Address.unit_id == unit.id).order_by(col(Address.id))))
