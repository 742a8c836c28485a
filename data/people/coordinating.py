"""Who coordinates: the one unit that follows the plans up, and in whose name the others are spoken to."""

from sqlmodel import Session, col, select

from data.model import Unit
from data.views.seating import OFFICE_NAME

_OFFICE = "office"
# One that has handed its work over keeps its mark, and whoever has it now has one of its own.
_COORDINATES = col(Unit.coordinates).is_(True) & col(Unit.successor_id).is_(None)


def coordinating_office(session: Session) -> Unit | None:
    """The unit that coordinates; None where nobody has said which."""
    return session.exec(select(Unit).where(_COORDINATES).order_by(col(Unit.position)).limit(1)).first()


def office_name(session: Session) -> str:
    """How that unit is called, read once in a transaction; "" where nobody has said which it is."""
    if _OFFICE not in session.info:
        remember_name(session, session.exec(select(OFFICE_NAME)).first())
    return str(session.info[_OFFICE])


def remember_name(session: Session, name: str | None) -> None:
    """Keep what `OFFICE_NAME` has given until the end of the transaction."""
    session.info[_OFFICE] = name or ""


def appoint(session: Session, unit: Unit) -> None:
    """Have this unit coordinate, and no other; where it has handed its work over, also whoever has it now."""
    dismiss(session)
    pass_on(session, unit)
    while unit.successor_id is not None:
        unit = session.get_one(Unit, unit.successor_id)
        pass_on(session, unit)


def dismiss(session: Session) -> None:
    """Have nobody coordinate."""
    for unit in session.exec(select(Unit).where(col(Unit.coordinates).is_(True))):
        unit.coordinates = False
    session.info.pop(_OFFICE, None)


def pass_on(session: Session, heir: Unit) -> None:
    """Have this unit coordinate too: it takes over the work of one that does."""
    heir.coordinates = True
    session.add(heir)
    session.flush()
    session.info.pop(_OFFICE, None)


def handed_over(session: Session) -> Unit | None:
    """A unit that is marked and has handed its work over."""
    marked = select(Unit).where(col(Unit.coordinates).is_(True), col(Unit.successor_id).is_not(None))
    return session.exec(marked.order_by(col(Unit.position)).limit(1)).first()
