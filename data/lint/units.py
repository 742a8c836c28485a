"""Units that a row names on both sides, and units that the plan calls by two names."""

from collections.abc import Iterable, Iterator, Sequence

from data.agencies import Match, Registry, resolve
from data.agencies.registry import home_of, homeless, plain, words_of
from data.plans.drafts import DraftQuestion, DraftTask


def both_sides(rows: Sequence[DraftTask], registry: Registry) -> Iterator[DraftQuestion]:
    """Rows that name a unit or a group as lead and as supporting unit; a member of a group is not named."""
    for row in rows:
        lead = {_identity(match) for match in resolve(row.lead_text, registry) if _is_named(match)}
        twice = [m.part.text for m in resolve(row.coordinating_text, registry) if _is_named(m) and _identity(m) in lead]
        if twice:
            yield DraftQuestion(task=row.number, code="agency.both-sides", fields={"agencies": twice})


def two_names(cells: Iterable[tuple[str, str]], registry: Registry) -> Iterator[DraftQuestion]:
    """Units written out in two ways that differ in a word ("Truyền thanh", "Truyền thông"); `cells` are (place, text).

    The registry's own name is expected; what only shortens it or leaves the home place out is no other name.
    """
    home = home_of(registry)
    spellings: dict[str, dict[str, tuple[str, dict[str, None]]]] = {}
    for place, cell in cells:
        for match in resolve(cell, registry):
            if match.code and not match.part.group and not any(word.short for word in words_of(match.part.text)):
                words = homeless(plain(match.part.text), home)
                _, places = spellings.setdefault(match.code, {}).setdefault(words, (match.part.text, {}))
                places[place] = None
    for code, found in spellings.items():
        unit = registry.by_code[code]
        own = set(homeless(plain(unit.name), home).split())
        other = [spelled for words, spelled in found.items() if own - set(words.split()) and set(words.split()) - own]
        if other and len(found) > len(other):
            names, written = [name for name, _ in other], [place for _, places in other for place in places]
            fields = {"names": names, "places": written, "guess": unit.name}
            yield DraftQuestion(task=None, code="agency.two-names", fields=fields)


def _identity(match: Match) -> str:
    return match.code or plain(match.part.text)


def _is_named(match: Match) -> bool:
    return not match.part.open and not match.part.person
