"""One body or many: groups, people, and lists whose head is said once.

"các sở, ban, ngành" is a group, "Chủ tịch UBND các xã" the communes themselves, "UBND các phường: A, B" two bodies.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from data.agencies.cell import Token, is_over, keys_of, opens_line, phrase_end, wording
from data.agencies.lexicon import LEVELS, Sort
from data.agencies.starts import COLLECTIVE, Start, head_at, name_end, named_place, quantifier_end, sector_end, start_at
from data.words import phrases

_BRACKET = re.compile(r"\s*\([^()]*\)")
_OPEN = re.compile(r"liên quan", re.IGNORECASE)
_EDGES = " .,;:/-–\n"
_UNDER = phrases("trực thuộc", "liên quan")  # đảng ủy trực thuộc, công an liên quan
_NAMING = phrases("bql", "ban quản", "liên hiệp", "liên minh")
_SMALL = {"xã", "huyện", "phường", "cơ"}
# What a body is for, and not whom it stands for: "Ban Quản lý dự án các công trình".
_PURPOSES = {"dự án", "đề án", "chỉ đạo", "công tác", "hợp tác", "đối tác", "lĩnh vực", "khu vực", "giải quyết"}
_LIST_ENDS = ("ngành", "địa phương", "đoàn thể", "liên quan")
_MANY = COLLECTIVE | {Sort.PLACE, Sort.NAMED}
_PLACE_LINKS = {",", "/", "và", "-"}
# Those who answer for a unit, so that "Thủ trưởng các cơ quan" are the bodies themselves.
_IN_CHARGE = {
    *("chủ tịch", "giám đốc", "tổng giám đốc", "thủ trưởng", "người đứng đầu", "trưởng", "chánh văn phòng", "lãnh đạo"),
    *("cục trưởng", "vụ trưởng", "viện trưởng", "hiệu trưởng", "bí thư", "chánh thanh tra", "trưởng phòng"),
    *("trưởng ban", "bộ trưởng", "tổ trưởng", "trưởng công an", "trưởng thôn", "trưởng ấp", "trưởng khu phố"),
}
_ALL = {"toàn", "tất"}
_JOINS = {",", "/", "và", "&"}
_KINDS = COLLECTIVE | {Sort.TYPE, Sort.PLACE}
_UNITING = {"liên hiệp", "liên minh", "ban quản lý", "bql"}
_OFFICES = {"phòng", "p", "p.", "khoa", "tổ", "vụ", "cục", "bộ môn"}
_OWN_HEADS = ("TT", "VP", "BQL", "BCH", "BV", "CA", "CN", "UB")
_LONGEST_GROUP = 30  # words of what a group is called before its colon
_LEVELS = {
    *("công lập", "tư thục", "dân lập", "đại học", "cao đẳng", "trung cấp", "trung học", "tiểu học", "mầm non"),
    *("mẫu giáo", "phổ thông", "dạy nghề"),
}


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """One body named by a cell, as to be shown; `open` groups ("có liên quan") cannot be listed."""

    text: str
    group: bool
    open: bool = False
    person: bool = False


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
    under = phrase_end(tokens, start.end, _UNDER) is not None
    members = keys_of(tokens[start.head : start.end]) == "thành viên"
    return start.collective or members or under or stands_for_many(tokens, start.end, places=_manages(tokens))


def _manages(tokens: Sequence[Token]) -> bool:
    """Whether one body is named for the many that it manages or unites: "Ban Quản lý các khu công nghiệp"."""
    return phrase_end(tokens, 0, _NAMING) is not None


def stands_for_many(tokens: Sequence[Token], end: int, *, places: bool = False) -> bool:
    """Whether a named head ending at `end` is followed by many: "các phường, xã", "12 ấp", "cấp xã", "xã, phường".

    With `places` only territories count: "Ban Quản lý các khu công nghiệp" is one body, "Ban Quản lý các thôn" many.
    """
    sorts = frozenset({Sort.PLACE}) if places else _MANY
    return any(_many_at(tokens, at, sorts) for at in range(end, len(tokens)))


def ends_list(tokens: Sequence[Token], end: int) -> bool:
    """Whether a list of bodies is whole with the word before `end`: "các sở, ban, ngành", "các đơn vị liên quan"."""
    return keys_of(tokens[max(0, end - 2) : end]).endswith(_LIST_ENDS)


def _many_at(tokens: Sequence[Token], at: int, sorts: frozenset[Sort]) -> bool:
    quantified = quantifier_end(tokens, at)
    if quantified and (keys_of(tokens[quantified : quantified + 1]) == "cấp" or not _purpose(tokens, at)):
        following = start_at(tokens, at)
        return following is not None and following.sort in sorts
    keys = [token.key for token in tokens[at : at + 4]]
    if keys[:1] == ["cấp"] and len(keys) > 1:
        return keys[1] in _SMALL or (keys[1] == "tỉnh" and tokens[0].key in {"ubnd", "ủy"})
    return _two_places(tokens, at)


def _purpose(tokens: Sequence[Token], at: int) -> bool:
    before = keys_of(tokens[max(0, at - 2) : at])
    return before in _PURPOSES or before.endswith((" số", " khối"))


def _two_places(tokens: Sequence[Token], at: int) -> bool:
    """Two kinds of territory in a row, the second without a name: "xã, phường", "phường xã", "tỉnh/thành phố"."""
    first = head_at(tokens, at)
    if first is None or first[0] is not Sort.PLACE or tokens[at - 1].key == "nông":
        return False  # "Phòng Nông nghiệp và Phát triển nông thôn huyện"
    after = first[1]
    while after < len(tokens) and tokens[after].key in _PLACE_LINKS:
        after += 1
    second = start_at(tokens, after)
    return second is not None and second.sort is Sort.PLACE and not named_place(tokens, second)


def head_of_many(tokens: Sequence[Token], start: Start) -> bool:
    """Whether persons are named for the set of units that they lead: "Chủ tịch UBND các xã, phường"."""
    if start.sort is not Sort.PERSON or start.plural:
        return False
    title = keys_of(tokens[start.head : start.end])
    return title in _IN_CHARGE and (two_nouns(tokens, start.end) or stands_for_many(tokens, start.end))


def two_nouns(tokens: Sequence[Token], at: int) -> bool:
    """Whether two bare collective nouns follow one another: "cơ quan, đơn vị"."""
    first = start_at(tokens, at)
    if first is None or first.sort is not Sort.STATE or first.end >= len(tokens) or tokens[first.end].key != ",":
        return False
    second = start_at(tokens, first.end + 1)
    return second is not None and second.sort is Sort.STATE and not second.plural


def is_person(tokens: Sequence[Token], at: int = 0) -> bool:
    """Whether a part that begins at `at` is a person: by title, by address or by a full name; all teachers are many."""
    start = start_at(tokens, at)
    if start is None:
        return name_end(tokens, at) is not None
    return start.sort is Sort.PERSON or (start.sort is Sort.STAFF and tokens[at].key not in _ALL)


class Head(NamedTuple):
    """A head that later items share: the owner ("UBND", "") and the kind ("phường", "Sở", "")."""

    owner: str = ""
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.owner} {self.kind}".strip()


NO_HEAD = Head()


class Listing(NamedTuple):
    """A list opened by one head; `head` is said again before each item that begins at or after `first`."""

    head: Head
    first: int
    semicolons: bool  # items are parted by ";", so their commas are their own


def read_listing(tokens: Sequence[Token], start: int) -> Listing | None:
    """The list that opens at `start`, if what stands there is a plural head followed by names."""
    opening = start_at(tokens, start)
    if opening is None or opening.sort is Sort.PERSON:
        return None
    owner, kinds_at, plural = _owner(tokens, start)
    kinds, end = _kinds(tokens, kinds_at)
    colon = _colon_at(tokens, end)
    first = end + colon
    if not kinds or not (plural or (colon and kinds[0][0] in _KINDS)) or owner.lower() in _UNITING:
        return None
    if not _names_follow(tokens, first):
        return None
    sort = Sort.PLACE if kinds[0][1].lower() == "địa phương" else kinds[0][0]
    if not colon and not (_one_head(kinds) and _two_names(tokens, first, sort)):
        return None
    return Listing(_shared(owner, kinds), first, semicolons=colon and _parted_by_semicolons(tokens, first))


def announced(tokens: Sequence[Token], start: int) -> int | None:
    """Where the bodies begin that a group with a colon announces: "Các đơn vị thuộc Bộ: Cục A, Vụ B"."""
    opening = start_at(tokens, start)
    if opening is None or not opening.plural or opening.sort is Sort.PERSON:
        return None
    for at in range(opening.end, min(opening.end + _LONGEST_GROUP, len(tokens))):
        if tokens[at].key in {";", "."}:
            break
        if tokens[at].key == ":":
            following = start_at(tokens, at + 1)
            return at + 1 if following and following.sort is Sort.NAMED and not following.plural else None
    return None


def _owner(tokens: Sequence[Token], start: int) -> tuple[str, int, bool]:
    """The owner before the kinds ("UBND" các phường), where the kinds begin, and whether "các" precedes them."""
    found = head_at(tokens, start)
    quantified = quantifier_end(tokens, start)
    if quantified is None and found and found[0] is Sort.NAMED:
        quantified = quantifier_end(tokens, found[1])
        return wording(tokens, start, found[1]), quantified or found[1], quantified is not None
    return "", quantified or start, quantified is not None


def _kinds(tokens: Sequence[Token], at: int) -> tuple[list[tuple[Sort, str]], int]:
    """The kinds named together ("phường, xã", "trường THPT") and where they end."""
    kinds: list[tuple[Sort, str]] = []
    end = at
    while (found := head_at(tokens, at)) and (found[0] in _KINDS or (not kinds and _colon_at(tokens, found[1]))):
        after = found[1] + _level(tokens, found[1])
        kinds.append((found[0], wording(tokens, at, after)))
        end = at = after
        if at < len(tokens) and tokens[at].key in _JOINS:
            at += 1
    return kinds, end


def _colon_at(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].key == ":"


def _level(tokens: Sequence[Token], at: int) -> int:
    """1 where the level of the schools that follow a colon is said: "các trường THPT: A, B"."""
    return int(_colon_at(tokens, at + 1) and tokens[at].key in LEVELS)


def _one_head(kinds: Sequence[tuple[Sort, str]]) -> bool:
    """Whether the names after the kinds are those kinds' own: one kind, or several of territory ("các xã, phường")."""
    return len(kinds) == 1 or {sort for sort, _ in kinds} == {Sort.PLACE}


def _names_follow(tokens: Sequence[Token], first: int) -> bool:
    """Whether what follows the kinds can be names: "các trường: Đại học, Cao đẳng" are levels."""
    return first < len(tokens) and not tokens[first].mark and wording(tokens, first, first + 2).lower() not in _LEVELS


def _two_names(tokens: Sequence[Token], first: int, kind: Sort) -> bool:
    """Whether two names follow without a colon; one alone ("các Phòng Nội vụ", "các Sở VHTTDL/VHTT") is a group."""
    if kind not in {Sort.TYPE, Sort.PLACE} or not _name_like(tokens, first):
        return False
    at = sector_end(tokens, first) or first
    while at < len(tokens) and tokens[at].key not in _JOINS and not (tokens[at].mark or opens_line(tokens[at])):
        at += 1
    return at < len(tokens) and tokens[at].key in _JOINS - {"/"} and _name_like(tokens, at + 1)


def _name_like(tokens: Sequence[Token], at: int) -> bool:
    if at >= len(tokens) or tokens[at].mark:
        return False
    field = sector_end(tokens, at)
    if start_at(tokens, at):
        return field is not None and is_over(tokens, field)
    return field is not None or tokens[at].capital


def _shared(owner: str, kinds: list[tuple[Sort, str]]) -> Head:
    """What each item repeats: one kind of territory, or the first type of body; "các đơn vị:" repeats nothing."""
    sort, kind = kinds[0]
    if sort in {Sort.STATE, Sort.OUTSIDE, Sort.PEOPLE}:
        return Head(owner)
    if sort is Sort.PLACE:
        return Head(owner, kind if len(kinds) == 1 else "")
    return Head(owner, kind[:1].upper() + kind[1:])


def _parted_by_semicolons(tokens: Sequence[Token], first: int) -> bool:
    """Whether a ";" before the next full stop or colon is followed by another name, not by a body with its own head."""
    for at in range(first, len(tokens)):
        if tokens[at].key in {".", ":"}:
            return False
        if tokens[at].key == ";":
            following = start_at(tokens, at + 1)
            return following is None or following.sort is Sort.STATE
    return False


def repeated_head(tokens: Sequence[Token], start: int, end: int) -> Head:
    """The head that a body after `end` would share: "Sở" of "Sở Nội vụ", "UBND" and "phường" of "UBND phường A"."""
    opening = start_at(tokens, start)
    if opening is None or opening.plural:
        return NO_HEAD
    if opening.sort is Sort.PLACE and named_place(tokens, opening):
        return Head("", wording(tokens, start, opening.end))
    return _of_places(tokens, start, end, opening) or _of_fields(tokens, start, end) or NO_HEAD


def _of_places(tokens: Sequence[Token], start: int, end: int, opening: Start) -> Head | None:
    """UBND, Công an, Hội … of a territory; the kind is shared only where the territory is named."""
    place = start_at(tokens, opening.end) if opening.sort is Sort.NAMED and opening.end < end else None
    if place is None or place.sort is not Sort.PLACE:
        return None
    shared = not place.plural and named_place(tokens, place)
    return Head(wording(tokens, start, opening.end), wording(tokens, place.head, place.end) if shared else "")


def _of_fields(tokens: Sequence[Token], start: int, end: int) -> Head | None:
    found = head_at(tokens, start)
    if not found or found[0] is not Sort.TYPE:
        return None
    initials = found[1] + 1 == end and tokens[found[1]].acronym
    if initials or sector_end(tokens, found[1]) == end:
        return Head("", wording(tokens, start, found[1]))
    return None


def is_office(tokens: Sequence[Token], head: Head, start: Start) -> bool:
    """Whether capitals of their own name one more office of the head's kind: "Phòng TCHC, KHTH"."""
    if head.kind.lower() not in _OFFICES or start.plural or head_at(tokens, start.head) is not None:
        return False
    return tokens[start.head].acronym and not tokens[start.head].text.startswith(_OWN_HEADS)
