"""Where a body begins: the head at a token, and what kind of phrase it opens."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.lexicon import HEADS, LEVELS, LONGEST_HEAD, Sort
from data.agencies.sectors import sector_end
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
)
_RUNS = {("sở", "ban"), ("sở", "ngành"), ("ban", "ngành"), ("bộ", "ngành"), ("phòng", "ban"), ("viện", "trường")}
_LINKS = {"và", "&", "hoặc", "cùng"}
_NAMED_IN_SMALL = {"trung tâm", "tt", "hội", "đội", "đài", "chi cục", "tổng cục", "tổ", "ban", "phòng"}
# Words that begin what says which of many bodies are meant, and so are no names.
_QUALIFIERS = {
    *("liên", "có", "thuộc", "trực", "khác", "trên", "tại", "của", "được", "trong", "ngoài", "tuyến", "cấp", "ngành"),
    *("khối", "nơi", "theo", "này", "nêu"),
}
_KINDS_OF_WORK = {"chuyên", "nghiệp", "chức", "nghề"}
_LONGEST_NAME = 12  # words between an institution's head and its place
_OF_TOTAL = re.compile(r"\d{1,4}(?:/\d{1,4})?")


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


COLLECTIVE = frozenset({Sort.STATE, Sort.SCHOOL, Sort.OUTSIDE, Sort.PEOPLE})


def head_at(tokens: Sequence[Token], start: int) -> tuple[Sort, int] | None:
    """The longest known head at `start`, with the index after it."""
    words: list[str] = []
    best = None
    for token in tokens[start : start + LONGEST_HEAD]:
        if token.mark:
            break
        words.append(token.key)
        sort = HEADS.get(tuple(words))
        if sort is not None:
            best = sort, start + len(words)
    return best


def quantifier_end(tokens: Sequence[Token], start: int) -> int:
    """The index after "các", "tất cả các", "17" …, or `start` itself."""
    keys = tuple(token.key for token in tokens[start : start + 3])
    for phrase in _QUANTIFIERS:
        if keys[: len(phrase)] == phrase:
            return start + len(phrase) + _count(tokens, start + len(phrase))
    return start + _count(tokens, start)


def _count(tokens: Sequence[Token], start: int) -> int:
    """1 where a number counts bodies: "17 phường", "06 thành phố", "17/17 xã"."""
    if start + 1 >= len(tokens) or not _OF_TOTAL.fullmatch(tokens[start].key):
        return 0
    found = head_at(tokens, start + 1)
    return int(found is not None and found[0] not in {Sort.BLOCKED, Sort.PERSON, Sort.NAMED})


def start_at(tokens: Sequence[Token], at: int) -> Start | None:
    """What begins at `at`, or None where the words there can only continue a name."""
    head = quantifier_end(tokens, at)
    plural = head > at
    sort, end = head_at(tokens, head) or (None, head)
    if _prevention(tokens, head):
        return None
    if sort is None or sort is Sort.BLOCKED:
        if plural and head < len(tokens):
            return Start(None, head, head, plural=True)
        return _acronym(tokens, at) if sort is None else None
    return Start(_resolved(tokens, sort, head, end), head, end, plural)


def _prevention(tokens: Sequence[Token], at: int) -> bool:
    """Whether "phòng" is no office but the half of "phòng, chống thiên tai"."""
    keys = [token.key for token in tokens[at : at + 3]]
    return keys[:2] == ["phòng", ","] and keys[2:] in (["chống"], ["ngừa"], ["tránh"])


def _resolved(tokens: Sequence[Token], sort: Sort, head: int, end: int) -> Sort:
    """What a head is with the words after it: "Sở Y tế" a body, "sở" and "sở chuyên ngành" a collective noun."""
    if sort is Sort.TYPE:
        return Sort.NAMED if names(tokens, head, end) or _spoken_name(tokens, head, end) else Sort.STATE
    if sort is Sort.FIRM:
        return Sort.NAMED if _followed_by_name(tokens, end) else Sort.OUTSIDE
    if sort in {Sort.SCHOOL, Sort.STATE} and _proper(tokens, head, end):
        return Sort.NAMED
    return sort


def _spoken_name(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether an office or association is named in small letters: "trung tâm xúc tiến đầu tư", "Hội người mù"."""
    if end >= len(tokens) or tokens[end].mark or quantifier_end(tokens, end) > end:
        return False
    kind = " ".join(token.key for token in tokens[head:end])
    return kind in _NAMED_IN_SMALL and tokens[end].key not in _LINKS | _QUALIFIERS | _KINDS_OF_WORK


def _followed_by_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a proper name or a territory follows: "Bệnh viện đa khoa tỉnh", not "ngân hàng trên địa bàn tỉnh"."""
    for at in range(end, min(end + _LONGEST_NAME, len(tokens))):
        following = head_at(tokens, at)
        if tokens[at].mark or tokens[at].key in _LINKS | _QUALIFIERS or quantifier_end(tokens, at) > at:
            return False
        if tokens[at].capital or (following is not None and following[0] is Sort.PLACE):
            return True
    return False


def _acronym(tokens: Sequence[Token], at: int) -> Start | None:
    """A body that is written as capitals only: VTV, TTXVN."""
    if at < len(tokens) and tokens[at].acronym and not tokens[at].mark:
        return Start(Sort.NAMED, at, at + 1, plural=False)
    return None


def names(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a head of a type (Sở, Phòng, Ban) is followed by what makes it one body's name."""
    if end >= len(tokens) or tokens[end].mark or tokens[end].key in _LINKS:
        return False
    after = tokens[end]
    if (tokens[end - 1].key, after.key) in _RUNS:
        return False
    following = head_at(tokens, end)
    if following and following[0] in {Sort.TYPE, Sort.PLACE} and not (tokens[head].capital and after.capital):
        return False
    return after.capital or after.text.isdigit() or sector_end(tokens, end) is not None


def _proper(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a collective noun in the singular has a proper name: "Trường Chính trị", "Cơ quan Ủy ban …"."""
    while end < len(tokens) and tokens[end].key in LEVELS:
        end += 1
    if end >= len(tokens) or tokens[end].mark or tokens[end].key in _LINKS or not tokens[head].capital:
        return False
    if not (tokens[end].capital or (end > head + 1 and tokens[head + 1].capital)):
        return False
    following = head_at(tokens, end)
    return not (following and following[0] in {Sort.PLACE, Sort.STATE, Sort.SCHOOL, Sort.TYPE})


def named_place(tokens: Sequence[Token], start: Start) -> bool:
    """Whether a kind of territory at `start` is followed by its name: "phường Lê Lợi"."""
    at = start.end
    if at + 1 < len(tokens) and tokens[at].key == "." and tokens[at - 1].key in {"tp", "tx"}:
        at += 1
    return start.sort is Sort.PLACE and at < len(tokens) and not tokens[at].mark and _is_name(tokens, at)


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    found = head_at(tokens, at)
    if found and found[0] in {Sort.PLACE, Sort.TYPE, Sort.STATE}:
        return False
    return tokens[at].capital or tokens[at].text.isdigit()
