"""Units as people write them in a chat: by code, name or alias, one or several in a row."""

import re

from sqlmodel import Session, col, select

from data.errors import UnitUnknown
from data.model import Unit, UnitMember
from data.people import single_units
from data.text import fold

_LONGEST_NAME = 14  # words
_SHOWN = 60  # letters of what was typed
_BETWEEN = re.compile(r"^(?:[,;]|và\b|va\b|and\b|cho\b|sang\b|to\b|->|→)\s*", re.IGNORECASE)


def unit_leading(session: Session, text: str) -> tuple[Unit, str]:
    """The unit that a text begins with, and what follows it as written; a group is none.

    Raises:
        UnitUnknown: it begins with none; with the codes that look alike.
    """
    units = single_units(session)
    known = {fold(name): unit for unit in reversed(units) for name in (*unit.aliases, unit.name, unit.code)}
    written = text.split(maxsplit=_LONGEST_NAME)
    for count in range(min(len(written), _LONGEST_NAME), 0, -1):
        unit = known.get(fold(" ".join(written[:count])).rstrip(",;:."))
        if unit is not None:
            return unit, "".join(text.split(maxsplit=count)[count:])
    wanted = fold(written[0]).rstrip(",;:.") if written else ""
    guesses = tuple(unit.code for unit in units if wanted and wanted in fold(unit.code))[:5]
    raise UnitUnknown(text=" ".join(written)[:_SHOWN], guesses=guesses, look="danh sach chat")


def units_named(session: Session, text: str) -> list[Unit]:
    """All units that a text names, one after the other; a group by its name stands for its members.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    members = members_of_group(session, text)
    if members:
        return members
    found: list[Unit] = []
    rest = text.strip()
    while rest:
        unit, rest = unit_leading(session, rest)
        found.append(unit)
        rest = _BETWEEN.sub("", rest.strip())
    return found


def members_of_group(session: Session, text: str) -> list[Unit]:
    """The units of the group that goes by this name; none if no group does."""
    wanted = fold(text)
    for group in session.exec(select(Unit).where(col(Unit.is_group).is_(True))):
        if wanted in {fold(name) for name in (group.code, group.name, *group.aliases)}:
            rows = session.exec(
                select(Unit)
                .join(UnitMember, col(UnitMember.unit_id) == Unit.id)
                .where(UnitMember.group_id == group.id)
                .order_by(col(Unit.position))
            )
            return list(rows)
    return []
