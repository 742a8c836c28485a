"""From which model does the registry of a body of today start? Its kind by who issues the plan, its wards by list.

Since 1 July 2025 there are two levels: province and commune (xã, phường, đặc khu). The models under data/units/ are
what such a body usually has, to be edited; what its plan names besides is added to them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import chain, count
from pathlib import Path

from data.agencies.finder import match
from data.agencies.groups import AgencyPart
from data.agencies.proposing import at_home, propose_registry, sameness
from data.agencies.registry import (
    COMMITTEE_KIND,
    Home,
    Registry,
    RegistryUnit,
    home_named,
    home_of,
    initials,
    plain,
    read_registry,
    words_of,
)
from data.words import fold

_UNITS = Path(__file__).parents[1] / "units"
_TWO_LEVELS = date(2025, 7, 1)
_WARDS = _UNITS / "cap-xa-2025.tsv"
_SHARED = 2
# The level of a committee, folded → the model, and the words by which those of the model's own level are replaced.
_MODELS: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "xa": ("xa-2026.tsv", ()),
    "dac khu": ("xa-2026.tsv", ((r"\bxã\b(?! hội)", "đặc khu"), (r"\bXã\b(?! hội)", "Đặc khu"))),
    "phuong": ("phuong-2026.tsv", ()),
    "tinh": ("tinh-2026.tsv", ()),
    "thanh pho": ("tinh-2026.tsv", ((r"\bTỉnh (?=[ủuđ])", "Thành "), (r"\btỉnh\b", "thành phố"))),
}


def model_for(issuer: str, issued_on: date | None, year: int | None) -> Registry | None:
    """The model for the committee that issues a plan, named for it; None for one of another time or kind.

    A province's has its communes by name. Groups have their members as written.
    """
    is_of_today = issued_on >= _TWO_LEVELS if issued_on else (year or 0) > _TWO_LEVELS.year
    home = home_named(issuer)
    if not is_of_today or home.level not in _MODELS:
        return None
    name, words = _MODELS[home.level]
    own, *others = (_reworded(unit, words) for unit in read_registry(_UNITS / name, as_written=True).units)
    own = replace(own, name=issuer, aliases=(*dict.fromkeys((own.name, *own.aliases)),))
    single = [unit for unit in others if not unit.group]
    groups = [unit for unit in others if unit.group]
    return Registry((own, *single, *_communes(home), *groups))


def started_from(model: Registry, cells: Iterable[str], issuer: str) -> Registry:
    """The model with the names that the cells use, and with the units and groups that it lacks.

    Units of the model stay whether the plan names them or not.
    """
    there = {unit.kind for unit in model.units}
    found = propose_registry(cells, issuer, there)
    home = home_of(model)
    aliases: dict[str, list[str]] = {}
    new: list[RegistryUnit] = []
    for unit in found.units:
        code = _same(unit, model, home)
        if code is None:
            new.append(unit)
        else:
            aliases.setdefault(code, []).extend((unit.name, *unit.aliases))
    known = [replace(unit, aliases=_all_of(unit, aliases.get(unit.code, ()))) for unit in model.units]
    first_group = next((at for at, unit in enumerate(known) if unit.group), len(known))
    single, groups = known[:first_group], known[first_group:]
    new = _with_free_codes(new, set(model.by_code))
    return Registry(
        (
            *single,
            *(unit for unit in new if not unit.group),
            *groups,
            *(unit for unit in new if unit.group),
        )
    )


def _reworded(unit: RegistryUnit, words: Sequence[tuple[str, str]]) -> RegistryUnit:
    def said(name: str) -> str:
        for old, new in words:
            name = re.sub(old, new, name)
        return name

    return replace(unit, name=said(unit.name), aliases=tuple(said(alias) for alias in unit.aliases))


def _same(unit: RegistryUnit, model: Registry, home: Home) -> str | None:
    """The code of the model's unit that goes by one of these names; of a group also by what its words stand for."""
    if unit.kind == COMMITTEE_KIND:
        return model.units[0].code
    if unit.open:
        return next((each.code for each in model.units if each.open), None)
    names = (unit.name, *unit.aliases)
    for name in (*names, *(at_home(name, home) for name in names)):
        if code := match(AgencyPart(name, group=unit.group), model).code:
            return code
    meant = sameness(unit.name, home) if unit.group else frozenset()
    alike = (each for each in model.units if meant and each.group and not each.open)
    return next((each.code for each in alike if sameness(each.name, home) == meant), None)


def _all_of(unit: RegistryUnit, names: Iterable[str]) -> tuple[str, ...]:
    """The aliases of a unit with other names for it, each once."""
    found = {unit.name.casefold(): unit.name}
    for name in (*unit.aliases, *names):
        found.setdefault(name.casefold(), name)
    return tuple(found.values())[1:]


def _with_free_codes(units: Iterable[RegistryUnit], taken: set[str]) -> list[RegistryUnit]:
    found: list[RegistryUnit] = []
    for unit in units:
        codes = chain([unit.code], (f"{unit.code}-{number}" for number in count(2)))
        code = next(code for code in codes if code not in taken)
        taken.add(code)
        found.append(replace(unit, code=code))
    return found


def _communes(home: Home) -> list[RegistryUnit]:
    """The communes of a province as units: "UBND xã Tân Hưng"; none of what is no province."""
    listed = [(kind, name) for level, kind, name in _listed() if plain(level) == f"{home.level} {home.place}"]
    places = Counter(fold(name) for _, name in listed)
    return [
        RegistryUnit(code, f"UBND {kind} {name}", kind, _short_names(kind, name, alone=places[fold(name)] == 1))
        for code, (kind, name) in zip(_codes(listed), listed, strict=True)
    ]


def _codes(listed: Sequence[tuple[str, str]]) -> list[str]:
    """A code for each: "X-HHT"; where initials are shared, with the last word or all of them: "X-THUNG"."""
    ways = [[f"{initials(words_of(kind)).upper()}-{way}" for way in _spelled(name)] for kind, name in listed]
    shared = Counter(chain.from_iterable(map(set, ways)))
    taken: set[str] = set()
    found = []
    for way in ways:
        numbered = (f"{way[-1]}-{number}" for number in count(2))
        code = next(code for code in chain(way, numbered) if shared[code] < _SHARED and code not in taken)
        taken.add(code)
        found.append(code)
    return found


def _spelled(name: str) -> tuple[str, str, str]:
    words = fold(name).upper().split()
    first = "".join(word[0] for word in words[:-1])
    return first + words[-1][0], first + words[-1], "".join(words)


def _short_names(kind: str, name: str, *, alone: bool) -> tuple[str, ...]:
    """How a commune is written short; by its name alone where no other has it."""
    short = {"xã": "X.", "phường": "P.", "đặc khu": "ĐK."}[kind]
    return (f"{kind} {name}", f"{short} {name}", f"{short}{name}", *((name,) if alone else ()))


@cache
def _listed() -> tuple[tuple[str, str, str], ...]:
    """Province, kind and name of each commune, as in the file."""
    rows = [line.split("\t") for line in _WARDS.read_text(encoding="utf-8").splitlines()[1:]]
    return tuple((place, kind, name) for place, kind, names, *_ in rows for name in names.split("|"))
