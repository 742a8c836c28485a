"""A cut-out body as to be shown: its words, and whether it is a group, an open group or a person."""

import re
from collections.abc import Sequence

from data.agencies.lexicon import Sort
from data.agencies.starts import COLLECTIVE, head_at, named_place, quantifier_end, start_at
from data.agencies.tokens import Token
from data.agencies.values import AgencyPart

_BRACKET = re.compile(r"\s*\([^()]*\)")
_OPEN = re.compile(r"liên quan", re.IGNORECASE)
_EDGES = " .,;:/-–\n"
_SMALL = {"xã", "huyện", "phường", "cơ"}
_NAMING = {("ban", "quản"), ("liên", "hiệp"), ("liên", "minh")}


def part_of(text: str, tokens: Sequence[Token], head: str) -> AgencyPart | None:
    """The part that these tokens of `text` say, or None where no word is left."""
    if not any(char.isalnum() for token in tokens for char in token.text):
        return None
    words = " ".join(text[tokens[0].start : _bracket_end(text, tokens[-1].end)].split()).strip(_EDGES)
    said = f"{head} {words}" if head else words
    start = start_at(tokens, 0)
    person = not head and start is not None and start.sort is Sort.PERSON
    group = not person and _is_group(tokens, head)
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
    return not head and (start.collective or _stands_for_many(tokens, start.end))


def _stands_for_many(tokens: Sequence[Token], end: int) -> bool:
    """Whether a named head is followed by many: "các phường, xã", "12 ấp", "cấp xã", "xã, phường"."""
    if tokens[0].key == "bql" or tuple(token.key for token in tokens[:2]) in _NAMING:
        return False
    return any(_many_at(tokens, at) for at in range(end, len(tokens)))


def _many_at(tokens: Sequence[Token], at: int) -> bool:
    quantified = quantifier_end(tokens, at)
    levels = quantified < len(tokens) and tokens[quantified].key == "cấp"
    if quantified > at and (levels or tokens[at - 1].key not in {"án", "đạo", "tác", "số", "vực", "quyết"}):
        following = start_at(tokens, at)
        return following is not None and following.sort in COLLECTIVE | {Sort.PLACE, Sort.NAMED}
    keys = [token.key for token in tokens[at : at + 4]]
    if keys[:1] == ["cấp"] and len(keys) > 1:
        return keys[1] in _SMALL or (keys[1] == "tỉnh" and tokens[0].key in {"ubnd", "ủy"})
    return _two_places(tokens, at)


def _two_places(tokens: Sequence[Token], at: int) -> bool:
    """Two kinds of territory in a row, the second without a name: "xã, phường", "phường xã", "tỉnh/thành phố"."""
    first = head_at(tokens, at)
    if first is None or first[0] is not Sort.PLACE:
        return False
    after = first[1]
    while after < len(tokens) and tokens[after].key in {",", "/", "và", "-"}:
        after += 1
    second = start_at(tokens, after)
    return second is not None and second.sort is Sort.PLACE and not named_place(tokens, second)
