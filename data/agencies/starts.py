"""What begins at a word: one body, many, people, a territory, or nothing but more of a name?"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.cell import LINKS, Token, is_over, keys_of, opens_line, phrase_end
from data.agencies.lexicon import FIELDS, LEVELS, LONGEST_SECTOR, SECTOR_INITIALS, SECTOR_LINKS, SECTORS, SURNAMES, Sort
from data.words import phrases

_QUANTIFIERS = phrases(
    *("tất cả các", "toàn thể các", "toàn bộ các", "tất cả", "toàn thể", "một số"),
    *("các", "những", "mọi", "từng", "nhiều", "mỗi"),
)
_ENTIRE = {Sort.TYPE, Sort.STATE, Sort.SCHOOL, Sort.PLACE}
_OF_TOTAL = re.compile(r"\d{1,4}(?:/\d{1,4})?")
_SHORTEST_NAME, _MOST_OF_A_NAME = 3, 5  # words of a full name
_CITY = phrases("hồ chí minh")
_RUNS = phrases("sở ban", "sở ngành", "ban ngành", "bộ ngành", "phòng ban", "viện trường")
_NAMED_IN_SMALL = {"trung tâm", "tt", "hội", "đội", "đài", "chi cục", "tổng cục", "tổ", "ban", "phòng", "hạt", "nhóm"}
# Words that begin what says which of many bodies are meant, and so are no names.
_QUALIFIERS = phrases(
    *("có", "thuộc", "trực", "khác", "trên", "tại", "của", "được", "trong", "ngoài", "tuyến", "cấp", "ngành"),
    *("khối", "nơi", "theo", "này", "nêu", "liên quan"),
)
_KINDS_OF_WORK = {"chuyên", "nghiệp", "chức", "nghề"}
_ONE_A_PLACE = {"báo", "đài"}  # Báo tỉnh, Đài thành phố
_OFFICERS = {"công chức", "cán bộ", "viên chức"}
_ADDRESSES = {"ông", "bà", "chị", "thầy"}
_LONGEST_NAME = 12  # words between an institution's head and its place
_PREVENTION = phrases("phòng , chống", "phòng , ngừa", "phòng , tránh")
_SCHOOLS = {"trường", "học", "đh", "viện"}
PLACE_ENDS = frozenset(("tỉnh", "phố", "tp", "huyện", "xã", "phường"))
COLLECTIVE = frozenset({Sort.STATE, Sort.SCHOOL, Sort.OUTSIDE, Sort.PEOPLE})


def head_at(tokens: Sequence[Token], start: int) -> tuple[Sort, int] | None:
    """The longest known head at `start`, with the index after it."""
    if start < len(tokens):
        for sort, size in tokens[start].heads:
            if start + size <= len(tokens):
                return sort, start + size
    return None


def may_quantify(token: Token) -> bool:
    """Whether a word can begin what says how many are meant."""
    return token.key in _QUANTIFIERS or token.key[0].isdigit()


def quantifier_end(tokens: Sequence[Token], start: int) -> int | None:
    """The index after what says that many are meant, or all: "các", "tất cả các", "các 17", "17", "toàn"."""
    if start >= len(tokens) or not may_quantify(tokens[start]):
        return None
    said = phrase_end(tokens, start, _QUANTIFIERS)
    if said is None and tokens[start].key == "toàn":
        return start + 1 if _entire(tokens, start) else None
    after = start if said is None else said
    return after + 1 if _counts(tokens, after) else said


def _entire(tokens: Sequence[Token], start: int) -> bool:
    """Whether "toàn" stands for all there are: "Toàn trường", "toàn ngành"; not in "an toàn"."""
    if start and tokens[start - 1].key == "an":
        return False
    found = head_at(tokens, start + 1)
    return found is not None and found[0] in _ENTIRE


def _counts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number counts bodies: "17 phường", "06 thành phố", "17/17 xã"."""
    if at + 1 >= len(tokens) or not _OF_TOTAL.fullmatch(tokens[at].key):
        return False
    found = head_at(tokens, at + 1)
    return found is not None and found[0] not in {Sort.BLOCKED, Sort.PERSON, Sort.NAMED}


def sector_end(tokens: Sequence[Token], start: int) -> int | None:
    """The index after the longest known sector that begins at `start`, written out or abbreviated."""
    return _written_end(tokens, start) or _abbreviated_end(tokens, start)


def _written_end(tokens: Sequence[Token], start: int) -> int | None:
    words: list[str] = []
    commas: set[int] = set()
    best = None
    short = False
    for at in range(start, min(start + 3 * LONGEST_SECTOR, len(tokens))):  # words with their marks and links
        key = tokens[at].key
        if key == "," and words:
            commas.add(len(words))
        elif key not in SECTOR_LINKS:
            if tokens[at].mark or len(words) == LONGEST_SECTOR:
                break
            letters = key.replace("&", "").replace("-", "") if tokens[at].acronym else key
            if short and tokens[at].acronym:
                words[-1] += letters
            else:
                words.append(letters)
            short = tokens[at].acronym
            known = SECTORS.get(tuple(words))
            if known is not None and commas <= known:
                best = at + 1
    return best


def _abbreviated_end(tokens: Sequence[Token], start: int) -> int | None:
    """VHTT, VH-TT, TT&TT, also torn apart: "VH, TT&DL", "VH, TT và DL"."""
    letters = ""
    best = None
    for at in range(start, min(len(tokens), start + 7)):
        token = tokens[at]
        glued = at + 1 < len(tokens) and tokens[at + 1].start == token.end  # "KT,HT&ĐT" is one field, "TC, NV" are two
        if token.key in SECTOR_LINKS or (token.key == "," and letters and (best is None or glued)):
            continue
        if not token.acronym:
            break
        letters += "".join(filter(str.isalpha, token.text))
        if letters in SECTOR_INITIALS:
            best = at + 1
    return best


def name_end(tokens: Sequence[Token], at: int) -> int | None:
    """The index after a person's full name at `at`: "Nguyễn Văn An"; two words (Lê Lợi) may as well be a street."""
    if at >= len(tokens) or tokens[at].key not in SURNAMES:
        return None
    end = at
    while end < len(tokens) and end - at < _MOST_OF_A_NAME and tokens[end].capital and not tokens[end].mark:
        end += 1
    return end if end - at >= _SHORTEST_NAME and phrase_end(tokens, at, _CITY) is None else None


def _resolved(tokens: Sequence[Token], sort: Sort, head: int, end: int) -> Sort:
    """What a head is with the words after it: "Sở Y tế" a body, "sở" and "sở chuyên ngành" a collective noun."""
    if sort is Sort.TYPE:
        return Sort.NAMED if _completed(tokens, head, end) or _spoken_name(tokens, head, end) else Sort.STATE
    if sort is Sort.FIRM:
        return Sort.NAMED if _followed_by_name(tokens, end) else Sort.OUTSIDE
    if sort in {Sort.SCHOOL, Sort.STATE} and _proper(tokens, head, end):
        return Sort.NAMED
    if sort is Sort.PERSON and _names_nobody(tokens, head, end):
        return Sort.BLOCKED
    return Sort.PERSON if _holds_post(tokens, head, end) or _head_of_office(tokens, head, end) else sort


def _names_nobody(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether "Bà" or "Ông" begins no person's name: "Bà Rịa", "Ông Ích Khiêm"."""
    several = head > 0 and tokens[head - 1].key == "các"
    return tokens[head].key in _ADDRESSES and not several and name_end(tokens, end) is None


def _holds_post(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether an officer is named by the field: "Công chức Tư pháp - Hộ tịch", "cán bộ phụ trách CNTT"."""
    if end >= len(tokens) or keys_of(tokens[head:end]) not in _OFFICERS:
        return False
    field = head_at(tokens, end) is None or sector_end(tokens, end) is not None
    return tokens[end].key == "phụ" or (tokens[end].capital and field)


def _head_of_office(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether "TP" is a trưởng phòng, as a person's name follows: "TP: Đỗ Văn Long"."""
    if tokens[head].key != "tp" or end >= len(tokens):
        return False
    return name_end(tokens, end + (tokens[end].key == ":")) is not None


def _spoken_name(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether an office or association is named in small letters: "trung tâm xúc tiến đầu tư", "Hội người mù"."""
    if end >= len(tokens) or tokens[end].mark or quantifier_end(tokens, end):
        return False
    kind = keys_of(tokens[head:end])
    qualified = _qualifies(tokens, end) or tokens[end].key in LINKS | _KINDS_OF_WORK
    return kind in _NAMED_IN_SMALL and not qualified


def _qualifies(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says which of many are meant; "liên" alone begins a name: "ban liên lạc", "tổ liên ngành"."""
    return phrase_end(tokens, at, _QUALIFIERS) is not None


def _followed_by_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a proper name or a territory follows: "Bệnh viện đa khoa tỉnh", not "ngân hàng trên địa bàn tỉnh"."""
    for at in range(end, min(end + _LONGEST_NAME, len(tokens))):
        following = head_at(tokens, at)
        if is_over(tokens, at) or (at > end and opens_line(tokens[at])):
            return False
        if _qualifies(tokens, at) or quantifier_end(tokens, at):
            return False
        if tokens[at].capital or tokens[at].text.isdigit() or (following is not None and following[0] is Sort.PLACE):
            return True
    return False


def _completed(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a head of a type (Sở, Phòng, Ban) is followed by what makes it one body's name."""
    if is_over(tokens, end):
        return False
    after = tokens[end]
    if phrase_end(tokens, end - 1, _RUNS):
        return False
    following = head_at(tokens, end)
    if following and following[0] is Sort.PLACE and tokens[head].key in _ONE_A_PLACE:
        return True
    if following and following[0] in {Sort.TYPE, Sort.PLACE} and not (tokens[head].capital and after.capital):
        return False
    return after.capital or after.text.isdigit() or sector_end(tokens, end) is not None


def _proper(tokens: Sequence[Token], head: int, end: int) -> bool:
    """Whether a collective noun in the singular has a proper name: "Trường Chính trị", "Cơ quan Ủy ban …"."""
    while end < len(tokens) and tokens[end].key in LEVELS:
        end += 1
    if is_over(tokens, end) or not tokens[head].capital:
        return False
    if not (tokens[end].capital or (end > head + 1 and tokens[head + 1].capital and not tokens[head + 1].acronym)):
        return False
    following = head_at(tokens, end)
    return not (following and following[0] in {Sort.PLACE, Sort.STATE, Sort.SCHOOL, Sort.TYPE})


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


def start_at(tokens: Sequence[Token], at: int) -> Start | None:
    """What begins at `at`, or None where the words there can only continue a name."""
    quantified = quantifier_end(tokens, at)
    head, plural = quantified or at, quantified is not None
    sort, end = head_at(tokens, head) or (None, head)
    if sort is Sort.TYPE and _prevention(tokens, head):
        return None
    if sort is not None and sort is not Sort.BLOCKED:
        sort = _resolved(tokens, sort, head, end)
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
    return phrase_end(tokens, at, _PREVENTION) is not None


def _acronym(tokens: Sequence[Token], at: int) -> Start | None:
    """A body that is written as capitals only: VTV, TTXVN."""
    if at < len(tokens) and tokens[at].acronym and not tokens[at].mark:
        return Start(Sort.NAMED, at, at + 1, plural=False)
    return None


def is_field(tokens: Sequence[Token], start: Start) -> bool:
    """Whether a head is a field of work, too, and stands alone: "Thống kê", "Thanh tra"."""
    return is_over(tokens, start.end) and keys_of(tokens[start.head : start.end]) in FIELDS


def named_place(tokens: Sequence[Token], start: Start) -> bool:
    """Whether a kind of territory at `start` is followed by its name: "phường Lê Lợi"."""
    at = start.end
    if at + 1 < len(tokens) and tokens[at].key == "." and tokens[at - 1].key in {"tp", "tx"}:
        at += 1
    return start.sort is Sort.PLACE and at < len(tokens) and not tokens[at].mark and _is_name(tokens, at)


def _is_name(tokens: Sequence[Token], at: int) -> bool:
    found = head_at(tokens, at)
    if quantifier_end(tokens, at) or (found and found[0] in {Sort.PLACE, Sort.TYPE, Sort.STATE, Sort.NAMED}):
        return False
    return tokens[at].capital or tokens[at].text.isdigit()
