"""Units (Đơn vị) and groups: a registry kept as rows, read back, put in another's place; who succeeded whom."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import delete
from sqlmodel import Session, col, or_, select

from data.agencies import Registry, RegistryUnit, finder
from data.agencies.registry import COMMITTEE_KIND, home_of, is_elsewhere
from data.lines.addressed import read_addressed
from data.lines.requests import group_named
from data.model import Address, Assignment, Invitation, Plan, Reminder, Unit, UnitMember
from data.people import coordinating
from data.refusals import UnitUnknown
from data.words import fold

# How far into a text a colon still ends a row of units.
_ROW_OF_UNITS = 300
_BETWEEN_UNITS = re.compile(r"[,;]")


def save_registry(session: Session, registry: Registry) -> int:
    """Bring the units in line with `registry` by code; units it does not name stay. Gives how many units it has.

    Who coordinates stays where it marks nobody.
    """
    known = {unit.code: unit for unit in session.exec(select(Unit))}
    for position, entry in enumerate(registry.units):
        unit = known.setdefault(entry.code, Unit(code=entry.code, name="", kind="", position=0))
        unit.name, unit.kind, unit.aliases = entry.name, entry.kind, list(entry.aliases)
        unit.is_group, unit.is_open, unit.position = entry.group, entry.open, position
        session.add(unit)
    session.flush()
    if registry.coordinator is not None:
        coordinating.appoint(session, known[registry.coordinator.code])
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


class Units(NamedTuple):
    """The units as they stand: a value to match names against, and the row of each by its code."""

    registry: Registry
    of: dict[str, Unit]

    def owing(self, codes: Iterable[str]) -> list[Unit]:
        """The units of these codes, each once; of those that were merged, the ones that owe their work now."""
        by_id = {unit.id: unit for unit in self.of.values()}
        return _owing(by_id, [self.of[code] for code in codes])


def _owing(by_id: Mapping[int | None, Unit], units: Iterable[Unit]) -> list[Unit]:
    found: dict[int | None, Unit] = {}
    for unit in units:
        heir = unit
        while heir.successor_id is not None:
            heir = by_id[heir.successor_id]
        found.setdefault(heir.id, heir)
    return list(found.values())


def read_units(session: Session) -> Units:
    """All units and groups, in registry order."""
    units = session.exec(select(Unit).order_by(col(Unit.position), col(Unit.id))).all()
    return Units(load_registry(session), {unit.code: unit for unit in units})


# Built once: building a statement costs more than running it.
_UNITS = select(
    Unit.id, Unit.code, Unit.name, Unit.kind, Unit.aliases, Unit.is_open, Unit.coordinates, Unit.successor_id
).order_by(col(Unit.position), col(Unit.id))  # type: ignore[call-overload]  # typed for up to four columns
_MEMBERS = select(UnitMember.group_id, UnitMember.unit_id)


def load_registry(session: Session) -> Registry:
    """The units as they stand, as a value to match names against; the same one as long as they stand so."""
    units = tuple((*row[:4], tuple(row.aliases), *row[5:]) for row in session.exec(_UNITS))
    return _registry(units, frozenset(session.exec(_MEMBERS).all()))


@lru_cache(maxsize=8)
def _registry(units: tuple[tuple[Any, ...], ...], pairs: frozenset[tuple[int, int]]) -> Registry:
    codes = {unit_id: code for unit_id, code, *_ in units}
    members: dict[int, list[str]] = {}
    for group_id, unit_id in pairs:
        members.setdefault(group_id, []).append(codes[unit_id])
    order = {code: index for index, code in enumerate(codes.values())}
    return Registry(
        tuple(
            RegistryUnit(
                code=code,
                name=name,
                kind=kind,
                aliases=aliases,
                members=tuple(sorted(members.get(unit_id, []), key=order.__getitem__)),
                open=is_open,
                coordinates=coordinates and successor_id is None,
            )
            for unit_id, code, name, kind, aliases, is_open, coordinates, successor_id in units
        )
    )


def knows_units(session: Session) -> bool:
    """Whether a registry has been loaded."""
    return session.exec(select(Unit.id).limit(1)).first() is not None


def single_units(session: Session) -> list[Unit]:
    """Every unit that is not a group, in registry order."""
    return list(session.exec(select(Unit).where(col(Unit.is_group).is_(False)).order_by(col(Unit.position))))


def unit_by_code(session: Session, code: str, *, former: bool = False) -> Unit:
    """The unit with this code, in any case; the one that owes its work now, unless a `former` one is meant too.

    Raises:
        UnitUnknown: with the codes that look alike.
    """
    units = single_units(session)
    wanted = fold(code)
    for unit in units:
        if fold(unit.code) == wanted:
            return unit if former else _owing({each.id: each for each in units}, [unit])[0]
    raise UnitUnknown(text=code, guesses=tuple(unit.code for unit in units if wanted and wanted in fold(unit.code))[:5])


def owing(session: Session, units: Iterable[Unit]) -> list[Unit]:
    """The same units, each once; for those that were merged, the ones that owe their work now."""
    return _owing({unit.id: unit for unit in session.exec(select(Unit))}, units)


# What stands for units, and for a group, in examples of lines to type; what an office has not is said by what it has.
_IN_EXAMPLES = ("P-LL", "X-TN", "VHTT", "TTVHTT", "KT", "VP", "P-QT", "P-HN", "P-AT", "P-MK")
_GROUP_IN_EXAMPLES = "phuong xa"
_SAID_IN_EXAMPLES = col(Unit.successor_id).is_(None) & col(Unit.is_open).is_(False) & col(Unit.coordinates).is_(False)


def examples(session: Session) -> dict[str, str]:
    """What this office has instead of the units and the group that stand in examples; nothing where it has these."""
    columns = (Unit.code, Unit.name, Unit.kind, Unit.is_group)
    units = session.exec(select(*columns).where(_SAID_IN_EXAMPLES).order_by(col(Unit.position))).all()
    there = {code for code, *_ in units}
    own = [code for code, _, kind, is_group in units if not is_group and kind != COMMITTEE_KIND]
    free = [code for code in own if code not in _IN_EXAMPLES] or own
    found = {code: free[at % len(free)] for at, code in enumerate(_IN_EXAMPLES) if free and code not in there}
    groups = [finder.short_group_name(name) for _, name, _, is_group in units if is_group]
    if groups and not {"P-LL", "X-TN"} & there:
        found[_GROUP_IN_EXAMPLES] = groups[0]
    return found


def heirs(session: Session) -> dict[str, str]:
    """Of each unit that has handed its work over, the one that owes it now, both by code."""
    units = {unit.id: unit for unit in session.exec(select(Unit))}
    gone = (unit for unit in units.values() if unit.successor_id is not None)
    return {unit.code: _owing(units, [unit])[0].code for unit in gone}


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

    Who coordinated before does so no more. Gives how many have gone.
    """
    coordinating.dismiss(session)
    used = {unit_id for reference in _REFERENCES for unit_id in session.exec(select(reference).distinct())}
    unnamed = select(Unit.id).where(col(Unit.code).not_in(registry.by_code))
    gone = [unit_id for unit_id in session.exec(unnamed) if unit_id not in used]
    members = or_(col(UnitMember.group_id).in_(gone), col(UnitMember.unit_id).in_(gone))
    session.exec(delete(UnitMember).where(members))
    session.exec(delete(Unit).where(col(Unit.id).in_(gone)))
    return len(gone)


def unit_leading(session: Session, text: str) -> tuple[Unit, str]:
    """The unit that a text begins with, and what follows it as written; a group is none.

    The name or code of one that was merged stands for the one that owes its work now.

    Raises:
        UnitUnknown: it begins with none; with the codes that look alike.
    """
    units = read_units(session)
    unit, rest = finder.unit_leading(text, units.registry)
    return units.owing([unit.code])[0], rest


def units_leading(session: Session, text: str) -> tuple[list[Unit], str]:
    """The units that a text begins with, and what follows them as written; they may be none. Merged ones as named.

    Raises:
        UnitUnknown: what follows looks like a unit, and there is none of that name.
    """
    units = read_units(session)
    found, rest = finder.units_leading(text, units.registry)
    return [units.of[unit.code] for unit in found], rest


def units_named(session: Session, text: str, *, former: bool = False) -> list[Unit]:
    """All units that a text names, one after the other; a group by its name stands for its members.

    Those that were merged stand for the ones that owe their work now, unless `former` ones are meant too.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    units = read_units(session)
    codes = _members(units, text) or [unit.code for unit in finder.units_named(text, units.registry)]
    return [units.of[code] for code in codes] if former else units.owing(codes)


# What stands between the units that are merged and the one that they are merged into.
_INTO = re.compile(r"(?<![^\W_])(?:cho|sang|vào|vao|về|ve|thành|thanh|to|into)(?![^\W_])|->|→", re.IGNORECASE)


def units_merging(session: Session, text: str) -> tuple[list[Unit], list[Unit]]:
    """The units that a text names, before the word that parts them and behind it; else all but the last, and the last.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    for word in _INTO.finditer(text):
        try:
            old, new = (units_named(session, part, former=True) for part in (text[: word.start()], text[word.end() :]))
        except UnitUnknown:
            continue
        if old and new:
            return old, new
    named = units_named(session, text, former=True)
    return named[:-1], named[-1:]


def addressed(session: Session, text: str, today: date) -> tuple[list[Unit], str]:
    """The units that words are for, none for everybody, and the words.

    Raises:
        UnitUnknown: what stands before a colon is units but for one, or is written like one.
    """
    units = read_units(session)
    said = read_addressed(text, today, units.registry)
    if said.named:
        left_out = {unit.id for unit in units.owing(said.without)}
        everybody = [unit for unit in single_units(session) if unit.successor_id is None and unit.id not in left_out]
        return units.owing(said.units) or everybody, said.text
    row, colon, _ = text.partition(":")
    if colon and len(row) <= _ROW_OF_UNITS:
        first, _ = finder.units_leading(row, units.registry)
        if first or any(_is_unit(units.registry, piece) for piece in _BETWEEN_UNITS.split(row)):
            finder.units_named(row, units.registry)
    return [], said.text


def _is_unit(registry: Registry, text: str) -> bool:
    try:
        _, rest = finder.unit_leading(text, registry)
    except UnitUnknown:
        return False
    return not rest


def _members(units: Units, text: str) -> list[str]:
    if group := finder.group_called(text, units.registry):
        return list(group.members)
    code, rest = group_named(text, units.registry) or ("", "")  # "phuong xa", "các phòng"
    known = units.registry.by_code.get(code)
    return list(known.members) if known and not rest.strip(" ,.;") else []
