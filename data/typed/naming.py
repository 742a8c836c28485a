"""Units as people write them in a chat: the rows that the finder's answers stand for."""

from sqlmodel import Session, col, select

from data.agencies import finder
from data.agencies.registry import GROUP_KIND, Registry, RegistryUnit
from data.model import Unit, UnitMember


class _Rows:
    """All units as they stand: for the finder as a registry, and the row of each."""

    def __init__(self, session: Session) -> None:
        rows = session.exec(select(Unit).order_by(col(Unit.position), col(Unit.id))).all()
        self.registry = Registry(tuple(map(_entry, rows)))
        self.of = {row.code: row for row in rows}


def _entry(row: Unit) -> RegistryUnit:
    kind = GROUP_KIND if row.is_group else row.kind
    return RegistryUnit(row.code, row.name, kind, tuple(row.aliases), open=row.is_open)


def unit_leading(session: Session, text: str) -> tuple[Unit, str]:
    """The unit that a text begins with, and what follows it as written; a group is none.

    Raises:
        UnitUnknown: it begins with none; with the codes that look alike.
    """
    rows = _Rows(session)
    unit, rest = finder.unit_leading(text, rows.registry)
    return rows.of[unit.code], rest


def units_leading(session: Session, text: str) -> tuple[list[Unit], str]:
    """The units that a text begins with, one after the other, and what follows them as written; they may be none.

    Raises:
        UnitUnknown: what follows looks like a unit, and there is none of that name.
    """
    rows = _Rows(session)
    units, rest = finder.units_leading(text, rows.registry)
    return [rows.of[unit.code] for unit in units], rest


def units_named(session: Session, text: str) -> list[Unit]:
    """All units that a text names, one after the other; a group by its name stands for its members.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    rows = _Rows(session)
    members = _members(session, rows, finder.group_called(text, rows.registry))
    return members or [rows.of[unit.code] for unit in finder.units_named(text, rows.registry)]


def members_of_group(session: Session, text: str) -> list[Unit]:
    """The units of the group that goes by this name; none if no group does."""
    rows = _Rows(session)
    return _members(session, rows, finder.group_called(text, rows.registry))


def group_leading(session: Session, text: str) -> tuple[Unit, list[Unit], str] | None:
    """The group that a text begins with, by the longest of its names, its members, and what follows it."""
    rows = _Rows(session)
    found = finder.group_leading(text, rows.registry)
    if found is None:
        return None
    group, rest = found
    return rows.of[group.code], _members(session, rows, group), rest


def _members(session: Session, rows: _Rows, group: RegistryUnit | None) -> list[Unit]:
    if group is None:
        return []
    return list(
        session.exec(
            select(Unit)
            .join(UnitMember, col(UnitMember.unit_id) == Unit.id)
            .where(UnitMember.group_id == rows.of[group.code].id)
            .order_by(col(Unit.position))
        )
    )
