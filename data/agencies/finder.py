"""Which unit does a name mean? Certain, or at best a guess.

A name in a cell (`resolve`, `match`) is one of the forms in which plans write it. A typed line begins with one
(`unit_leading`, `units_leading`, `group_leading`) as it stands in the registry, accents or not.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, TypeVar

from data.agencies.bodies import split
from data.agencies.groups import AgencyPart
from data.agencies.registry import (
    COMMITTEE,
    COMMITTEE_KIND,
    Home,
    Registry,
    RegistryUnit,
    Word,
    as_set,
    behind_post,
    first_letters,
    home_of,
    homeless,
    initials,
    leaderless,
    plain,
    short_at_home,
    spells,
    words_of,
)
from data.refusals import UnitUnknown
from data.words import alike, fold

_GUESSES = 3
_LIKELY = 60  # of 100; below it names have little more in common than their heads
_LONGEST = 200  # letters of a part that are compared; no unit's name is longer
_TERRITORIES = {"phường", "xã", "thị trấn", "đặc khu"}
# Words of which a group's name may be made that says no more than "those concerned".
_GENERAL = {
    *("phong", "ban", "don", "vi", "co", "quan", "to", "chuc", "nganh", "dia", "phuong", "so", "bo", "doan", "the"),
    "lien",
}
_LONGEST_NAME, _NAME = 14, 4  # words of the longest name typed, and of one that is told as unknown
_SHOWN = 60  # letters of what was typed
_TYPED_GUESSES = 5
# From which likeness on, of 100, a code is a guess; and from which a word is a code mistyped rather than a word.
_NEAR, _MISTYPED = 70, 75
_ALL_SHOWN = "danh sach chat"  # what one types to see all units
_BETWEEN = re.compile(r"^(?:[,;]|và\b|va\b|and\b|cho\b|sang\b|to\b|->|→)\s*", re.IGNORECASE)
_WORD, _GROUP_WORD = re.compile(r"[^\s,;:.]+"), re.compile(r"[^\s,;:]+")
_GAP = " ,;:.\n\t"
# "X-TNN" and "p-ll" are written like a code, "VPP" may be one, "phường Lê Lợii" is written like a name.
_LIKE_CODE = re.compile(r"[^\W\d_]{1,5}-[^\W\d_]{1,6}")
_CAPITALS = re.compile(r"[A-ZĐ]{2,8}")
_LIKE_NAME = re.compile(
    r"ubnd (?:phuong|xa)\b|phuong (?!phap|an\b|tien|thuc|cham)|xa (?!hoi)|phong (?!su|hop|chong|van\b|trao|ngua)"
)
# "UBND các phường, xã" may be called "phường xã": of a group's name these words need not be typed.
_IDLE_IN_GROUPS = frozenset({"ubnd", "cac", "thuoc", "cua", "thanh", "pho", "tp"})
Value = TypeVar("Value")
Found = tuple[RegistryUnit, str]
"""A unit that a text begins with, and what follows it as written."""


@dataclass(frozen=True, slots=True)
class Match:
    """A part and its unit; with `code` None only a person can say, and `guesses` are (code, score 0-1), best first."""

    part: AgencyPart
    code: str | None
    score: float
    guesses: tuple[tuple[str, float], ...] = ()


class _Index(NamedTuple):
    """A registry by every form of its names."""

    home: Home
    exact: dict[str, tuple[str, ...]]  # plain words, with and without the home place
    sets: dict[str, tuple[str, ...]]  # words of groups in any order
    capitals: dict[str, tuple[str, ...]]  # codes, and initials without the head: "VHTT"
    spelled: dict[str, tuple[tuple[str, str], ...]]  # initials → (code, plain words)
    names: dict[str, str]  # plain words → code, for guesses
    open_groups: tuple[str, ...]


class _Names(NamedTuple):
    """A registry by its names as they are typed: folded, a code also without its hyphen."""

    units: dict[str, RegistryUnit]
    groups: dict[str, RegistryUnit]
    short_groups: dict[tuple[str, ...], RegistryUnit]  # those that are not open


# A plan repeats few cells many times, and looks at each again for its questions.
@lru_cache(maxsize=2048)
def resolve(cell: str, registry: Registry) -> tuple[Match, ...]:
    """The parts of a cell, each matched; one group, where the registry has one of just these words."""
    parts, whole = split(cell), _index(registry).exact.get(plain(cell), ())
    if len(parts) > 1 and len(whole) == 1 and registry.by_code[whole[0]].group:
        return (Match(AgencyPart(cell.strip(), group=True), whole[0], 1.0),)
    return tuple(match(part, registry) for part in parts)


def match(part: AgencyPart, registry: Registry) -> Match:
    """The one unit that the part names beyond doubt (score 1), or the likeliest guesses and no code.

    Who leads or works in a unit stands for it: "Lãnh đạo Phòng Nội vụ". Other persons, and those who lead the
    Committee, are never matched: what they are asked to do is for somebody to assign.
    """
    index = _index(registry)
    certain = _led(part, index, registry) if part.person else _certain(part, index, registry)
    if len(certain) == 1:
        return Match(part, certain[0], 1.0)
    guesses = tuple((code, 1.0) for code in certain) or _guesses(part.text, index)
    return Match(part, None, guesses[0][1] if guesses else 0.0, guesses)


def _led(part: AgencyPart, index: _Index, registry: Registry) -> tuple[str, ...]:
    """Codes of the units whose post the part names, behind a person's name or not."""
    unit = behind_post(part.text)
    found = _certain(AgencyPart(unit, group=False), index, registry) if unit else ()
    return tuple(code for code in found if registry.by_code[code].kind != COMMITTEE_KIND)


def _certain(part: AgencyPart, index: _Index, registry: Registry) -> tuple[str, ...]:
    """Codes of the units that the part's strictest fitting form names; groups only for groups."""
    for found in _forms(part, index):
        fitting = tuple(code for code in found if registry.by_code[code].group == part.group)
        if fitting:
            return fitting
    return ()


def _forms(part: AgencyPart, index: _Index) -> Iterator[tuple[str, ...]]:
    words = plain(part.text)
    at_home = homeless(words, index.home)
    yield index.exact.get(words, ())
    yield index.exact.get(at_home, ())
    if part.group:
        bodies = leaderless(at_home)
        yield index.sets.get(as_set(bodies), ())
        yield _open_group(part, bodies, index)
        return
    short = words_of(part.text)
    if len(short) == 1 and short[0].short:
        yield index.capitals.get(short[0].key, ())
    yield _abbreviated(short, index)


def _open_group(part: AgencyPart, words: str, index: _Index) -> tuple[str, ...]:
    """The registry's one open group, for "các cơ quan, đơn vị liên quan": which ones they are is asked anyway."""
    general = part.open and set(words.split()) <= _GENERAL
    return index.open_groups if general and len(index.open_groups) == 1 else ()


def _abbreviated(short: tuple[Word, ...], index: _Index) -> tuple[str, ...]:
    """Units whose name gives these words when runs of it are written as initials: "Phòng GD&ĐT", "TTYT"."""
    for words in (short, short_at_home(short, index.home)):
        found = (code for code, name in index.spelled.get(initials(words), ()) if spells(words, name.split()))
        if codes := tuple(dict.fromkeys(found)):
            return codes
    return ()


def _guesses(text: str, index: _Index) -> tuple[tuple[str, float], ...]:
    """The nearest names by their letters, each unit once; a guess is never certain."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - it is long to load, and most names are certain

    words = homeless(plain(text[:_LONGEST]), index.home)
    near = process.extract(
        words, list(index.names), scorer=fuzz.token_sort_ratio, limit=4 * _GUESSES, score_cutoff=_LIKELY
    )
    best: dict[str, float] = {}
    for name, score, _ in near:
        best.setdefault(index.names[name], min(round(score / 100, 2), 0.99))
    return tuple(best.items())[:_GUESSES]


@lru_cache(maxsize=8)
def _index(registry: Registry) -> _Index:
    home = home_of(registry)
    keys = [(key, unit) for unit in registry.units for key in _keys(unit, home)]
    single = [(key, unit) for key, unit in keys if not unit.group]
    return _Index(
        home,
        exact=_gathered((key, unit.code) for key, unit in keys),
        sets=_gathered((as_set(key), unit.code) for key, unit in keys if unit.group),
        capitals=_gathered((short, unit.code) for unit in registry.units for short in _capitals(unit, home)),
        spelled=_gathered((first_letters(key), (unit.code, key)) for key, unit in single),
        names={key: unit.code for key, unit in reversed(keys)},
        open_groups=tuple(unit.code for unit in registry.units if unit.open),
    )


def _gathered(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """All values of each key, each once, in their order."""
    found: defaultdict[str, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _capitals(unit: RegistryUnit, home: Home) -> tuple[str, ...]:
    """What may stand for the unit alone in capitals: its code, or its initials without "Phòng" or another head."""
    words = homeless(plain(unit.name), home)
    head = next((head for head in ("trung tam ", "van phong ", "chi cuc ") if words.startswith(head)), "")
    rest = words.removeprefix(head) if head else words.partition(" ")[2]
    return (fold(unit.code),) if unit.group else (fold(unit.code), first_letters(rest))


def _keys(unit: RegistryUnit, home: Home) -> tuple[str, ...]:
    """Names and aliases, with and without the home place; a territory's committee also by the territory."""
    names = [plain(name) for name in (unit.name, *unit.aliases)]
    keys = [form for name in names for form in (name, homeless(name, home))]
    if unit.kind in _TERRITORIES:
        territory = names[0].removeprefix(f"{COMMITTEE} ")
        place = territory.removeprefix(f"{fold(unit.kind)} ")
        keys += [f"{owner}{name}" for owner in ("", f"{COMMITTEE} ") for name in (territory, place)]
    return tuple(dict.fromkeys(key for key in keys if key))


def unit_leading(text: str, registry: Registry) -> Found:
    """The unit that a text begins with; a group is none.

    Raises:
        UnitUnknown: it begins with none; with the codes that look alike.
    """
    if found := _leading(text.strip(), registry):
        return found
    raise _unknown(text.strip(), registry)


def units_leading(text: str, registry: Registry) -> tuple[list[RegistryUnit], str]:
    """The units that a text begins with, one after the other, and what follows them as written; they may be none.

    Raises:
        UnitUnknown: what follows looks like a unit, and there is none of that name.
    """
    units, rest, ahead = _row(text.lstrip(_GAP).rstrip(), registry)
    if shown := _like_unit(ahead, registry):
        raise _unknown(ahead, registry, shown)
    return units, rest


def units_named(text: str, registry: Registry) -> list[RegistryUnit]:
    """All units that a text names, one after the other.

    Raises:
        UnitUnknown: something in it is no unit.
    """
    units, _, ahead = _row(text.strip(), registry)
    if ahead:
        raise _unknown(ahead, registry)
    return units


def _row(rest: str, registry: Registry) -> tuple[list[RegistryUnit], str, str]:
    """The units in a row that a text begins with, what follows them, and the same without what joins it to them."""
    units, ahead = list[RegistryUnit](), rest
    while found := _leading(ahead, registry):
        units.append(found[0])
        rest = found[1].strip()
        ahead = _BETWEEN.sub("", rest)
    return units, rest, ahead


def _leading(text: str, registry: Registry) -> Found | None:
    known = _names(registry).units
    for word in reversed(list(islice(_WORD.finditer(text), _LONGEST_NAME))):
        if unit := known.get(fold(text[: word.end()])):
            return unit, text[word.end() :].lstrip(_GAP)
    return None


def _unknown(text: str, registry: Registry, shown: str = "") -> UnitUnknown:
    shown = shown or " ".join(text.split(maxsplit=_LONGEST_NAME)[:_LONGEST_NAME])[:_SHOWN]
    return UnitUnknown(text=shown, guesses=_typed_guesses(text, registry), look=_ALL_SHOWN)


def group_called(text: str, registry: Registry) -> RegistryUnit | None:
    """The group that goes by this name."""
    return _names(registry).groups.get(fold(text))


def group_leading(text: str, registry: Registry) -> Found | None:
    """The group with members that a text begins with, by the longest of its names; a unit's longer one goes before."""
    known = _names(registry).short_groups
    for last in reversed(list(islice(_GROUP_WORD.finditer(text), _LONGEST_NAME))):
        group = known.get(_any_order(text[: last.end()]))
        if group is not None and fold(last[0]) not in _IDLE_IN_GROUPS:
            rest, unit = text[last.end() :], _leading(text.strip(), registry)
            return (group, rest) if unit is None or len(unit[1]) >= len(rest.strip()) else None
    return None


def short_group_name(name: str) -> str:
    """A group's name as short as it may be typed: "phuong xa"."""
    return " ".join(word for word in _WORD.findall(fold(name)) if word not in _IDLE_IN_GROUPS)


def _any_order(name: str) -> tuple[str, ...]:
    return tuple(sorted(short_group_name(name).split()))


def _like_unit(text: str, registry: Registry) -> str:
    """The words at the beginning of a text that are written like a unit: "X-TNN", "VPP", "phường Lê Lợii"; or none."""
    word = _WORD.match(text)
    if word is None:
        return ""
    if _LIKE_NAME.match(fold(text)):
        return " ".join(text.split()[:_NAME])
    codes = [fold(unit.code) for unit in registry.units if not unit.group]
    mistyped = _CAPITALS.fullmatch(word[0]) and alike(fold(word[0]), codes, _MISTYPED, 1)
    return word[0] if _LIKE_CODE.fullmatch(word[0]) or mistyped else ""


def _typed_guesses(text: str, registry: Registry) -> tuple[str, ...]:
    """The codes of the units that may be meant: by a code alike, or by a name alike where a name is written."""
    word = _WORD.match(text)
    wanted = fold(word[0]) if word else ""
    inside = [unit.code for unit in registry.units if not unit.group and wanted and wanted in fold(unit.code)]
    words = fold(text).split()
    starts = [" ".join(words[:count]) for count in range(2, _NAME + 2)] if _LIKE_NAME.match(fold(text)) else [wanted]
    known = _names(registry).units
    near = [] if inside else [name for start in starts for name in alike(start, [*known], _NEAR, _TYPED_GUESSES)]
    return tuple(dict.fromkeys(inside or (known[name].code for name in near)))[:_TYPED_GUESSES]


@lru_cache(maxsize=8)
def _names(registry: Registry) -> _Names:
    """The first of two units of one name has it, unless that is the other's code without its hyphen."""
    backwards = registry.units[::-1]
    single = [unit for unit in backwards if not unit.group]
    groups = [(name, unit) for unit in backwards if unit.group for name in (unit.code, unit.name, *unit.aliases)]
    called = {fold(unit.code).replace("-", ""): unit for unit in single}
    called |= {fold(name): unit for unit in single for name in (*unit.aliases, unit.name, unit.code)}
    return _Names(
        called,
        {fold(name): unit for name, unit in groups},
        {_any_order(name): unit for name, unit in reversed(groups) if not unit.open},
    )
