"""What a chat is in the house: its seats, and the plans that are drawn up there."""

from collections.abc import Iterable
from itertools import groupby

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from data.facts import Seat
from data.model import Address, Plan, Unit
from data.views import unit_fact

_office = aliased(Unit)
OFFICE_NAME = (
    select(_office.name)
    # One that has handed its work over keeps its mark, and whoever has it now has one of its own.
    .where(col(_office.coordinates).is_(True), col(_office.successor_id).is_(None))
    .order_by(col(_office.position))
    .limit(1)
    .scalar_subquery()
)
"""How the unit is called that coordinates; None where nobody has said which."""
SEATS = (
    select(Address, Unit, Plan.id, OFFICE_NAME)
    .join(Unit, col(Unit.id) == Address.unit_id)
    .join(Plan, (col(Plan.drawn_up_by) == Unit.id) & col(Plan.switched_on_at).is_not(None), isouter=True)
    .order_by(col(Address.id), col(Plan.id))
)
_SEATS_OF = SEATS.where(col(Address.id).in_(bindparam("ids", expanding=True)))


def seats(session: Session, addresses: Iterable[Address]) -> tuple[Seat, ...]:
    """What each address is: its unit and role, and the plans that are on and that its unit drew up."""
    ids = [address.id for address in addresses]
    found = as_seats(session.exec(_SEATS_OF, params={"ids": ids}))
    return tuple(sorted((seat for _, seat in found), key=lambda seat: ids.index(seat.address_id)))


def as_seats(rows: Iterable[tuple[Address, Unit, int | None, str | None]]) -> tuple[tuple[Address, Seat], ...]:
    """The rows of `SEATS`: each address with what it is."""
    found = []
    for _, group in groupby(rows, key=lambda row: row[0].id):
        (address, unit, *_), *_ = each = list(group)
        drew_up = tuple(plan_id for _, _, plan_id, _ in each if plan_id)
        found.append((address, Seat(address.id or 0, unit_fact(unit), address.role, drew_up)))
    return tuple(found)
