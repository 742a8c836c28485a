"""A registry takes the place of another: units that are named no longer go, where nothing refers to them."""

from sqlalchemy import delete
from sqlmodel import Session, col, or_, select

from data.agencies import Registry
from data.agencies.forms import home_of, is_elsewhere
from data.model import Address, Assignment, Invitation, Plan, Reminder, Unit, UnitMember

_REFERENCES = (
    col(Address.unit_id),
    col(Invitation.unit_id),
    col(Assignment.unit_id),
    col(Reminder.unit_id),
    col(Plan.drawn_up_by),
    col(Unit.successor_id),
)


def is_of_another_body(loaded: Registry, registry: Registry) -> bool:
    """Whether the two are of committees of two places."""
    return is_elsewhere(home_of(loaded), home_of(registry))


def remove_unnamed(session: Session, registry: Registry) -> int:
    """Remove the units whose codes `registry` does not have; what a chat, an invitation or a plan refers to stays.

    Gives how many have gone.
    """
    used = {unit_id for reference in _REFERENCES for unit_id in session.exec(select(reference).distinct())}
    unnamed = select(Unit.id).where(col(Unit.code).not_in(registry.by_code))
    gone = [unit_id for unit_id in session.exec(unnamed) if unit_id not in used]
    members = or_(col(UnitMember.group_id).in_(gone), col(UnitMember.unit_id).in_(gone))
    session.exec(delete(UnitMember).where(members))
    session.exec(delete(Unit).where(col(Unit.id).in_(gone)))
    return len(gone)
