"""A cut-out body as to be shown: its words, and whether it is a group, an open group or a person."""

import re
from collections.abc import Sequence

from data.agencies.lexicon import Sort
from data.agencies.many import stands_for_many
from data.agencies.persons import head_of_many, is_person
from data.agencies.starts import named_place, start_at
from data.agencies.tokens import Token
from data.agencies.values import AgencyPart

_BRACKET = re.compile(r"\s*\([^()]*\)")
_OPEN = re.compile(r"liên quan", re.IGNORECASE)
_EDGES = " .,;:/-–\n"
_UNDER = {("trực", "thuộc"), ("liên", "quan")}  # đảng ủy trực thuộc, công an liên quan
_NAMING = {("ban", "quản"), ("liên", "hiệp"), ("liên", "minh")}


def part_of(text: str, tokens: Sequence[Token], head: str) -> AgencyPart | None:
    """The part that these tokens of `text` say, or None where no word is left."""
    if not any(char.isalnum() for token in tokens for char in token.text):
        return None
    words = " ".join(text[tokens[0].start : _bracket_end(text, tokens[-1].end)].split()).strip(_EDGES)
    said = f"{head} {words}" if head else words
    start = start_at(tokens, 0)
    leads = start is not None and head_of_many(tokens, start)
    person = not head and not leads and is_person(tokens)
    group = leads or (not person and _is_group(tokens, head))
    return AgencyPart(said, group=group, open=group and _OPEN.search(words) is not None, person=person)


def _bracket_end(text: str, end: int) -> int:
    """The end of a bracket that follows the last word at once."""
    found = _BRACKET.match(text, end)
    return found.end() if found else end


def _is_group(tokens: Sequence[Token], head: str) -> bool:
    start = start_at(tokens, 0)
    if start is None:
        return False
    if start.plural or start.sort is Sort.PLACE:
        return start.plural or (not named_place(tokens, start) and len(tokens) > start.end)
    if head:
        return False
    under = tuple(token.key for token in tokens[start.end : start.end + 2]) in _UNDER
    return start.collective or under or stands_for_many(tokens, start.end, places=_manages(tokens))


def _manages(tokens: Sequence[Token]) -> bool:
    """Whether one body is named for the many that it manages or unites: "Ban Quản lý các khu công nghiệp"."""
    return tokens[0].key == "bql" or tuple(token.key for token in tokens[:2]) in _NAMING
