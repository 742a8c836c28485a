"""Parts of a cell matched with the units of a registry: certain, or not at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple, TypeVar

from rapidfuzz import fuzz, process

from data.agencies.forms import (
    COMMITTEE,
    Home,
    Word,
    as_set,
    home_of,
    homeless,
    initials,
    leaderless,
    plain,
    short_at_home,
    spells,
    words_of,
)
from data.agencies.splitting import split
from data.agencies.values import AgencyPart, Match, Registry, RegistryUnit
from data.words import fold

_GUESSES = 3
_LIKELY = 60  # of 100; below it names have little more in common than their heads
_LONGEST = 200  # letters of a part that are compared; no unit's name is longer
_TERRITORIES = {"phường", "xã", "thị trấn", "đặc khu"}
_GENERAL = frozenset(
    {
        "phong",
        "ban",
        "don",
        "vi",
        "co",
        "quan",
        "to",
        "chuc",
        "nganh",
        "dia",
        "phuong",
        "so",
        "bo",
        "doan",
        "the",
        "lien",
    }
)

Value = TypeVar("Value")


class _Index(NamedTuple):
    """A registry by every form of its names."""

    home: Home
    exact: dict[str, tuple[str, ...]]  # plain words, with and without the home place
    sets: dict[str, tuple[str, ...]]  # words of groups in any order
    capitals: dict[str, tuple[str, ...]]  # codes, and initials without the head: "VHTT"
    spelled: dict[str, tuple[tuple[str, str], ...]]  # initials → (code, plain words)
    names: dict[str, str]  # plain words → code, for guesses
    open_groups: tuple[str, ...]


def resolve(cell: str, registry: Registry) -> tuple[Match, ...]:
    """The parts of a cell, each matched."""
    return tuple(match(part, registry) for part in _parts(cell))


@lru_cache(maxsize=512)
def _parts(cell: str) -> tuple[AgencyPart, ...]:
    """The parts of a cell: a plan repeats few cells many times, and looks at each again for its questions."""
    return split(cell)


def match(part: AgencyPart, registry: Registry) -> Match:
    """The one unit that the part names beyond doubt (score 1), or the likeliest guesses and no code.

    Persons are never matched: what they are asked to do is for somebody to assign.
    """
    index = _index(registry)
    certain = () if part.person else _certain(part, index, registry)
    if len(certain) == 1:
        return Match(part, certain[0], 1.0)
    guesses = tuple((code, 1.0) for code in certain) or _guesses(part.text, index)
    return Match(part, None, guesses[0][1] if guesses else 0.0, guesses)


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
        spelled=_gathered((_first_letters(key), (unit.code, key)) for key, unit in single),
        names={key: unit.code for key, unit in reversed(keys)},
        open_groups=tuple(unit.code for unit in registry.units if unit.open),
    )


def _gathered(pairs: Iterable[tuple[str, Value]]) -> dict[str, tuple[Value, ...]]:
    """All values of each key, each once, in their order."""
    found: defaultdict[str, dict[Value, None]] = defaultdict(dict)
    for key, value in pairs:
        found[key][value] = None
    return {key: tuple(values) for key, values in found.items()}


def _first_letters(words: str) -> str:
    return "".join(word[0] for word in words.split())


def _capitals(unit: RegistryUnit, home: Home) -> tuple[str, ...]:
    """What may stand for the unit alone in capitals: its code, or its initials without "Phòng" or another head."""
    words = homeless(plain(unit.name), home)
    head = next((head for head in ("trung tam ", "van phong ", "chi cuc ") if words.startswith(head)), "")
    rest = words.removeprefix(head) if head else words.partition(" ")[2]
    return (fold(unit.code),) if unit.group else (fold(unit.code), _first_letters(rest))


def _keys(unit: RegistryUnit, home: Home) -> tuple[str, ...]:
    """Names and aliases, with and without the home place; a territory's committee also by the territory."""
    names = [plain(name) for name in (unit.name, *unit.aliases)]
    keys = [form for name in names for form in (name, homeless(name, home))]
    if unit.kind in _TERRITORIES:
        territory = names[0].removeprefix(f"{COMMITTEE} ")
        place = territory.removeprefix(f"{fold(unit.kind)} ")
        keys += [f"{owner}{name}" for owner in ("", f"{COMMITTEE} ") for name in (territory, place)]
    return tuple(dict.fromkeys(key for key in keys if key))
