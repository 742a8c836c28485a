"""A registry for another body, proposed from the agencies that its plan names."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from data.agencies.coding import Named, codes_for
from data.agencies.forms import (
    LEVELS,
    Home,
    as_set,
    home_named,
    homeless,
    initials,
    plain,
    short_at_home,
    spells,
    words_of,
)
from data.agencies.kinds import kind_of, kinds_in, sameness
from data.agencies.splitting import split
from data.agencies.values import GROUP_KIND, AgencyPart, Registry, RegistryUnit

_HOME_LEVELS = ("thanh pho", "tinh", "huyen", "thi xa", "xa", "phuong")
_NO_BODY = {"nt", "như trên", "chưa xác định"}

Spellings = Sequence[AgencyPart]
"""The ways in which a plan writes one body; the fullest is first."""


def propose_registry(cells: Iterable[str], issuer: str = "") -> Registry:
    """Units for all bodies in the cells, then groups, then what cannot be listed; the issuing committee goes first.

    Spellings of one name become aliases, and codes are made of initials. A group has for members "kind:…" of the kinds
    that its words stand for and that the plan names units of. Persons are left out.
    """
    parts = _bodies(cells)
    home = home_named(issuer) if home_named(issuer).level else _home(parts)
    if home_named(issuer).level:
        parts.insert(0, AgencyPart(issuer, group=False))
    found = sorted(_spellings(parts, home), key=lambda names: (names[0].group, names[0].open))
    kinds = {kind_of(names[0].text, home) for names in found if not names[0].group}
    codes = codes_for([Named(names[0], _at_home(names[0].text, home)) for names in found])
    return Registry(tuple(_unit(code, names, home, kinds) for code, names in zip(codes, found, strict=True)))


def _bodies(cells: Iterable[str]) -> list[AgencyPart]:
    """What the cells name of units and groups, each way of writing once."""
    parts = dict.fromkeys(part for cell in dict.fromkeys(cells) for part in split(cell))
    return [part for part in parts if not part.person and part.text.lower() not in _NO_BODY]


def _unit(code: str, names: Spellings, home: Home, kinds: set[str]) -> RegistryUnit:
    name = names[0]
    aliases = {other.text.casefold(): other.text for other in reversed(names)}
    aliases.pop(name.text.casefold())
    members: tuple[str, ...] = ()
    if name.group and not name.open:
        named = (kind for other in names for kind in kinds_in(other.text, home))
        members = tuple(f"kind:{kind}" for kind in dict.fromkeys(named) if kind in kinds)
    return RegistryUnit(
        code=code,
        name=name.text[:1].upper() + name.text[1:],
        kind=GROUP_KIND if name.group else kind_of(name.text, home),
        aliases=tuple(reversed(aliases.values())),
        members=members,
        open=name.open,
    )


def _home(parts: Iterable[AgencyPart]) -> Home:
    """The level with which names end ("Công an tỉnh") or which they leave out elsewhere, and its place if it is one."""
    names = {plain(part.text) for part in parts if not part.group}
    said = Counter(
        level
        for name in names
        for level in _HOME_LEVELS
        if name.endswith(f" {level}") or ((body := name.partition(f" {level} ")[0]) != name and body in names)
    )
    level = said.most_common(1)[0][0] if said else ""
    places = {name.partition(f" {level} ")[2] for name in names} - {""}
    return Home(level, places.pop() if level and len(places) == 1 else "")


def _spellings(parts: Spellings, home: Home) -> list[list[AgencyPart]]:
    """The parts that name one body, together; abbreviations go with the name written out."""
    found: dict[object, list[int]] = {}
    by_initials: defaultdict[str, dict[object, None]] = defaultdict(dict)
    for at in sorted(range(len(parts)), key=lambda at: _plainness(parts[at])):
        key = _key(parts[at], home)
        alike = by_initials.get(_short(parts[at], home), {})
        written_out = (known for known in alike if _abbreviates(parts[at], parts[found[known][0]], home))
        key = key if key in found else next(written_out, key)
        if key not in found:
            for words in _written_out(parts[at], home):
                by_initials[_first_letters(words)][key] = None
        found.setdefault(key, []).append(at)
    return [[parts[at] for at in places] for places in sorted(found.values(), key=min)]


def _key(part: AgencyPart, home: Home) -> object:
    if part.open:
        return "open"
    words = _at_home(part.text, home)
    return ("group", sameness(part.text, home) or as_set(words)) if part.group else ("unit", words)


def _plainness(part: AgencyPart) -> tuple[int, int]:
    """What the name to be shown has least of: a unit's capitals, an open group's letters; other groups go by order."""
    if part.group:
        return 0, len(part.text) if part.open else 0
    return sum(word.short for word in words_of(part.text)), 0


def _at_home(text: str, home: Home) -> str:
    """The plain words without the home place, also where its level is not said: "Thuế Đồng Nai" → "thue"."""
    words = homeless(plain(text), home)
    bare = words.removesuffix(f" {home.place}") if home.place else words
    return words if bare.endswith(tuple(f" {level}" for level in LEVELS)) else bare


def _short(part: AgencyPart, home: Home) -> str:
    """The initials of a unit's name that has abbreviations in it; "" of any other."""
    words = words_of(part.text)
    if part.group or not any(word.short for word in words):
        return ""
    return initials(short_at_home(words, home))


def _written_out(part: AgencyPart, home: Home) -> tuple[str, ...]:
    """The words that abbreviations of a unit's name may stand for, with the home level and without."""
    full = _at_home(part.text, home)
    return () if part.group else (full, f"{full} {home.level}".strip())


def _first_letters(words: str) -> str:
    return "".join(word[0] for word in words.split())


def _abbreviates(part: AgencyPart, name: AgencyPart, home: Home) -> bool:
    letters, short = _short(part, home), short_at_home(words_of(part.text), home)
    return letters != "" and any(
        letters == _first_letters(words) and spells(short, words.split()) for words in _written_out(name, home)
    )
