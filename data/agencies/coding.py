"""Short codes (mã) for units, made of the initials of their names."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import chain, count
from typing import NamedTuple

from data.agencies.forms import COMMITTEE, Word, initials, spelled_out, words_of
from data.agencies.kinds import territory
from data.agencies.values import AgencyPart

_LONGEST = 8
_OPEN_GROUP = "G-LQ"
_OWN_COMMITTEE = "UBND"
_COMMITTEE = re.compile(r"[uủ][yỷ]\s+ban\s+nhân\s+dân", re.IGNORECASE)
_ONSET = re.compile(r"[^aeiouy]*")


class Named(NamedTuple):
    """What is to have a code, and the plain words of its name without the home place."""

    part: AgencyPart
    short_name: str


def codes_for(named: Sequence[Named]) -> list[str]:
    """A code for each, no two alike: "SNV", "P-LL" for phường Lê Lợi, "G-SBN" for a group.

    Of several names with the same initials, those with more letters before their vowels show them ("SNGV" for Sở
    Ngoại vụ); what is alike even so is numbered.
    """
    stems = [_stems(each) for each in named]
    codes: dict[str, int] = {}
    numbers: defaultdict[str, count[int]] = defaultdict(lambda: count(2))
    for at in sorted(range(len(named)), key=lambda at: len(set(stems[at]))):
        numbered = (f"{stems[at][0]}-{number}" for number in numbers[stems[at][0]])
        codes[next(code for code in chain(stems[at], numbered) if code not in codes)] = at
    return sorted(codes, key=codes.__getitem__)


def _stems(named: Named) -> list[str]:
    """The code of a name and the one with more of its letters."""
    part, short_name = named
    level, place = territory(part.text)
    if part.open:
        return [_OPEN_GROUP]
    if short_name == COMMITTEE:
        return [_OWN_COMMITTEE]
    if level:
        return [f"{initials(words_of(level)).upper()}-{stem}" for stem in _initials(words_of(place))]
    stems = _initials(_said(part.text, short_name))
    return [f"G-{stem}" for stem in stems] if part.group else stems


def _said(name: str, short_name: str) -> Sequence[Word]:
    """The words that make the code: without the home place, and without the committee that a body belongs to."""
    words = words_of(_COMMITTEE.sub("UBND", name))
    at_home = _begins(words, short_name)
    own = tuple(word for word in at_home if word.key != "ubnd")
    return own or at_home


def _begins(words: Sequence[Word], short_name: str) -> Sequence[Word]:
    """The first words, as many as spell the short name; all of them where none do."""
    length = -1
    for end, word in enumerate(words, 1):
        length += 1 + len(spelled_out((word,)))
        if length >= len(short_name):
            return words[:end] if spelled_out(words[:end]) == short_name else words
    return words


def _initials(words: Sequence[Word]) -> list[str]:
    if len(words) == 1:
        return [words[0].key[:_LONGEST].upper()]
    longer = [*words[:1], *(Word(_onset(word), short=True) for word in words[1:])]
    return [stem[:_LONGEST].upper() or "DV" for stem in (initials(words), initials(longer))]


def _onset(word: Word) -> str:
    """The letters before the first vowel: "ng" of "ngoai"; all of a word in capitals."""
    found = _ONSET.match(word.key)
    return word.key if word.short else (found.group() if found else "") or word.key[:1]
