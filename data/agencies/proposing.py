"""A registry for another body, proposed from the agencies that its plan names."""

from collections import Counter
from collections.abc import Iterable, Sequence

from data.agencies.forms import Home, as_set, homeless, initials, plain, short_at_home, spells, words_of
from data.agencies.lexicon import Sort
from data.agencies.splitting import split
from data.agencies.starts import head_at
from data.agencies.tokens import tokenise
from data.agencies.values import GROUP_KIND, AgencyPart, Registry, RegistryUnit

_NO_BODY = {"nt", "như trên", "chưa xác định"}
_LONGEST_CODE = 12


def propose_registry(cells: Iterable[str]) -> Registry:
    """Units for all bodies in the cells, in order of appearance, under codes made of their initials.

    Spellings of one name become aliases. Groups have no members yet; persons are left out.
    """
    parts = [part for cell in cells for part in split(cell) if _is_unit(part)]
    home = _home(parts)
    spellings = _spellings(parts, home)
    codes: set[str] = set()
    return Registry(tuple(_proposed(names, codes) for names in spellings))


def _is_unit(part: AgencyPart) -> bool:
    return not part.person and part.text.lower() not in _NO_BODY


def _home(parts: Sequence[AgencyPart]) -> Home:
    """The level that is said after some names and left out after the same names elsewhere."""
    names = {plain(part.text) for part in parts if not part.group}
    levels = ("thanh pho", "tinh", "huyen", "thi xa", "xa", "phuong")
    both = Counter(level for name in names for level in levels if homeless(name, Home(level)) in names - {name})
    return Home(both.most_common(1)[0][0]) if both else Home()


def _spellings(parts: Sequence[AgencyPart], home: Home) -> list[list[AgencyPart]]:
    """The parts that name one body, together; abbreviations go with the name written out."""
    found: dict[str, list[int]] = {}
    for at in sorted(range(len(parts)), key=lambda at: _capitals(parts[at])):
        key = _key(parts[at], home)
        written_out = (known for known, names in found.items() if _abbreviates(parts[at], parts[names[0]], home))
        found.setdefault(key if key in found else next(written_out, key), []).append(at)
    return [[parts[at] for at in places] for places in sorted(found.values(), key=min)]


def _key(part: AgencyPart, home: Home) -> str:
    words = plain(part.text)
    return as_set(words) if part.group else homeless(words, home)


def _capitals(part: AgencyPart) -> int:
    return sum(word.short for word in words_of(part.text))


def _abbreviates(part: AgencyPart, name: AgencyPart, home: Home) -> bool:
    words, full = short_at_home(words_of(part.text), home), homeless(plain(name.text), home).split()
    if part.group or name.group or not any(word.short for word in words):
        return False
    return initials(words) == "".join(word[0] for word in full) and spells(words, full)


def _proposed(names: Sequence[AgencyPart], codes: set[str]) -> RegistryUnit:
    name = names[0]
    spelled = {other.text.casefold(): other.text for other in reversed(names)}
    aliases = tuple(text for folded, text in reversed(spelled.items()) if folded != name.text.casefold())
    kind = GROUP_KIND if name.group else _kind(name.text)
    return RegistryUnit(_new_code(name, codes), name.text[:1].upper() + name.text[1:], kind, aliases, open=name.open)


def _new_code(part: AgencyPart, codes: set[str]) -> str:
    """Initials of the name, "G-" before a group's, numbered where they are taken; adds itself to `codes`."""
    stem = initials(words_of(part.text)).upper()[:_LONGEST_CODE] or "DV"
    stem = f"G-{stem}" if part.group else stem
    code, number = stem, 1
    while code in codes:
        number += 1
        code = f"{stem}-{number}"
    codes.add(code)
    return code


def _kind(text: str) -> str:
    """The head of the name as a kind to start from: "sở", "trung tâm", "UBND"; "đơn vị" where it has none."""
    tokens = tokenise(text)
    head = head_at(tokens, 0)
    if head is None or head[0] is Sort.BLOCKED:
        return "đơn vị"
    words = " ".join(token.text for token in tokens[: head[1]])
    return words if words.isupper() else words.lower()
