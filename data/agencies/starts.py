"""Where a body begins, and what kind of phrase it opens."""

from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.heads import head_at, quantifier_end
from data.agencies.lexicon import FIELDS, LEVELS, Sort
from data.agencies.naming import resolved
from data.agencies.tokens import Token, is_over

_SCHOOLS = {"trường", "học", "đh", "viện"}


class Start(NamedTuple):
    """The beginning of a phrase: its sort, where head and quantifier end, and whether it says "các"."""

    sort: Sort | None  # None: "các" before a word that is no known collective noun
    head: int  # index of the head's first word, after a quantifier
    end: int  # index after the head
    plural: bool

    @property
    def collective(self) -> bool:
        """Whether it opens a collective phrase."""
        return self.plural or self.sort in COLLECTIVE


PLACE_ENDS = frozenset(("tỉnh", "phố", "tp", "huyện", "xã", "phường"))
COLLECTIVE = frozenset({Sort.STATE, Sort.SCHOOL, Sort.OUTSIDE, Sort.PEOPLE})


def start_at(tokens: Sequence[Token], at: int) -> Start | None:
    """What begins at `at`, or None where the words there can only continue a name."""
    head = quantifier_end(tokens, at)
    plural = head > at
    sort, end = head_at(tokens, head) or (None, head)
    if sort is Sort.TYPE and _prevention(tokens, head):
        return None
    if sort is not None and sort is not Sort.BLOCKED:
        sort = resolved(tokens, sort, head, end)
    if sort is None or sort is Sort.BLOCKED:
        return _without_head(tokens, at, head, sort)
    return Start(sort, head, end, plural)


def _without_head(tokens: Sequence[Token], at: int, head: int, sort: Sort | None) -> Start | None:
    """Many of an unknown kind ("các ấp", "các kho"), a body in capitals only (VTV), or nothing."""
    if head > at:
        return Start(None, head, head, plural=True) if head < len(tokens) else None
    if sort is None or _union(tokens, at) or _named_level(tokens, at):
        return _acronym(tokens, at)
    return None


def _named_level(tokens: Sequence[Token], at: int) -> bool:
    """Whether a level of schools has a school's name: "THPT Trần Phú" after "Trường THPT Lý Tự Trọng"."""
    named = tokens[at + 1 : at + 2]
    return tokens[at].key in LEVELS and any(token.capital and not (token.acronym or token.line) for token in named)


def _union(tokens: Sequence[Token], at: int) -> bool:
    """Whether "CĐ" is the union (công đoàn), no colleges: no school is named just before it."""
    return tokens[at].key == "cđ" and not any(token.key in _SCHOOLS for token in tokens[max(0, at - 4) : at])


def _prevention(tokens: Sequence[Token], at: int) -> bool:
    """Whether "phòng" is no office but the half of "phòng, chống thiên tai"."""
    keys = [token.key for token in tokens[at : at + 3]]
    return keys[:2] == ["phòng", ","] and keys[2:] in (["chống"], ["ngừa"], ["tránh"])


def _acronym(tokens: Sequence[Token], at: int) -> Start | None:
    """A body that is written as capitals only: VTV, TTXVN."""
    if at < len(tokens) and tokens[at].acronym and not tokens[at].mark:
        return Start(Sort.NAMED, at, at + 1, plural=False)
    return None


def is_field(tokens: Sequence[Token], start: Start) -> bool:
    """Whether a head is a field of work, too, and stands alone: "Thống kê", "Thanh tra"."""
    return is_over(tokens, start.end) and " ".join(token.key for token in tokens[start.head : start.end]) in FIELDS


def named_place(tokens: Sequence[Token], start: Start) -> bool:
    """Whether a kind of territory at `start` is followed by its name: "phường Lê Lợi"."""
    at = start.end
    if at + 1 < len(tokens) and tokens[at].key == "." and tokens[at - 1].key in {"tp", "tx"}:
        at += 1
    return start.sort is Sort.PLACE and at < len(tokens) and not tokens[at].mark and _is_name(tokens, at)


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    found = head_at(tokens, at)
    if quantifier_end(tokens, at) > at or (found and found[0] in {Sort.PLACE, Sort.TYPE, Sort.STATE, Sort.NAMED}):
        return False
    return tokens[at].capital or tokens[at].text.isdigit()
