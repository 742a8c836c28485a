"""The known head at a word, and what says before it how many are meant: "các", "17", "toàn"."""

import re
from collections.abc import Sequence

from data.agencies.lexicon import Sort
from data.agencies.tokens import Token

_QUANTIFIERS = (
    ("tất", "cả", "các"),
    ("toàn", "thể", "các"),
    ("toàn", "bộ", "các"),
    ("tất", "cả"),
    ("toàn", "thể"),
    ("một", "số"),
    ("các",),
    ("những",),
    ("mọi",),
    ("từng",),
    ("nhiều",),
    ("mỗi",),
)
_FIRST_QUANTIFIERS = {phrase[0] for phrase in _QUANTIFIERS}
_WHOLE = {Sort.TYPE, Sort.STATE, Sort.SCHOOL, Sort.PLACE}
_OF_TOTAL = re.compile(r"\d{1,4}(?:/\d{1,4})?")


def head_at(tokens: Sequence[Token], start: int) -> tuple[Sort, int] | None:
    """The longest known head at `start`, with the index after it."""
    if start < len(tokens):
        for sort, size in tokens[start].heads:
            if start + size <= len(tokens):
                return sort, start + size
    return None


def may_quantify(token: Token) -> bool:
    """Whether a word can begin what says how many are meant."""
    return token.key in _FIRST_QUANTIFIERS or token.key[0].isdigit()


def quantifier_end(tokens: Sequence[Token], start: int) -> int:
    """The index after "các", "tất cả các", "17", "toàn" …, or `start` itself."""
    if start >= len(tokens) or not may_quantify(tokens[start]):
        return start
    said = _said(tokens, start)
    if not said and tokens[start].key == "toàn":
        return start + _whole(tokens, start)
    return start + said + _count(tokens, start + said)


def _said(tokens: Sequence[Token], start: int) -> int:
    """How many words "các", "tất cả các" and the like have."""
    keys = tuple(token.key for token in tokens[start : start + 3])
    return next((len(phrase) for phrase in _QUANTIFIERS if keys[: len(phrase)] == phrase), 0)


def _whole(tokens: Sequence[Token], start: int) -> int:
    """1 where "toàn" stands for all there are: "Toàn trường", "toàn ngành"; not in "an toàn"."""
    if start and tokens[start - 1].key == "an":
        return 0
    found = head_at(tokens, start + 1)
    return int(found is not None and found[0] in _WHOLE)


def _count(tokens: Sequence[Token], start: int) -> int:
    """1 where a number counts bodies: "17 phường", "06 thành phố", "17/17 xã"."""
    if start + 1 >= len(tokens) or not _OF_TOTAL.fullmatch(tokens[start].key):
        return 0
    found = head_at(tokens, start + 1)
    return int(found is not None and found[0] not in {Sort.BLOCKED, Sort.PERSON, Sort.NAMED})
