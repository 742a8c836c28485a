"""Heads said once for several bodies: "UBND các phường: A, B", "Các Cục: A; B", "Sở Tài chính, Nội vụ"."""

from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.heads import head_at, quantifier_end
from data.agencies.lexicon import LEVELS, Sort
from data.agencies.sectors import sector_end
from data.agencies.starts import COLLECTIVE, Start, named_place, start_at
from data.agencies.tokens import Token, is_over, opens_line

_JOINS = {",", "/", "và", "&"}
_KINDS = COLLECTIVE | {Sort.TYPE, Sort.PLACE}
_NAMING = {"liên hiệp", "liên minh", "ban quản lý", "bql"}
_OFFICES = {"phòng", "p", "p.", "khoa", "tổ", "vụ", "cục", "bộ môn"}
_OWN_HEADS = ("TT", "VP", "BQL", "BCH", "BV", "CA", "CN", "UB")
_LONGEST_GROUP = 30  # words of what a group is called before its colon
_LEVELS = {
    *("công lập", "tư thục", "dân lập", "đại học", "cao đẳng", "trung cấp", "trung học", "tiểu học", "mầm non"),
    *("mẫu giáo", "phổ thông", "dạy nghề"),
}


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
    if not kinds or not (plural or (colon and kinds[0][0] in _KINDS)) or owner.lower() in _NAMING:
        return None
    if not _names_follow(tokens, first):
        return None
    if not colon and not (_one_head(kinds) and _two_names(tokens, first, kinds[0][0])):
        return None
    return Listing(_shared(owner, kinds), first, semicolons=colon and _parted_by_semicolons(tokens, first))


def announced(tokens: Sequence[Token], start: int) -> int:
    """Where the bodies begin that a group with a colon announces: "Các đơn vị thuộc Bộ: Cục A, Vụ B"; else `start`."""
    opening = start_at(tokens, start)
    if opening is None or not opening.plural or opening.sort is Sort.PERSON:
        return start
    for at in range(opening.end, min(opening.end + _LONGEST_GROUP, len(tokens))):
        if tokens[at].key in {";", "."}:
            break
        if tokens[at].key == ":":
            following = start_at(tokens, at + 1)
            return at + 1 if following and following.sort is Sort.NAMED and not following.plural else start
    return start


def _owner(tokens: Sequence[Token], start: int) -> tuple[str, int, bool]:
    """The owner before the kinds ("UBND" các phường), where the kinds begin, and whether "các" precedes them."""
    found = head_at(tokens, start)
    if quantifier_end(tokens, start) == start and found and found[0] is Sort.NAMED:
        kinds_at = quantifier_end(tokens, found[1])
        return words(tokens, start, found[1]), kinds_at, kinds_at > found[1]
    kinds_at = quantifier_end(tokens, start)
    return "", kinds_at, kinds_at > start


def _kinds(tokens: Sequence[Token], at: int) -> tuple[list[tuple[Sort, str]], int]:
    """The kinds named together ("phường, xã", "trường THPT") and where they end."""
    kinds: list[tuple[Sort, str]] = []
    end = at
    while (found := head_at(tokens, at)) and (found[0] in _KINDS or (not kinds and _colon_at(tokens, found[1]))):
        after = found[1] + _level(tokens, found[1])
        kinds.append((found[0], words(tokens, at, after)))
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
    return first < len(tokens) and not tokens[first].mark and words(tokens, first, first + 2).lower() not in _LEVELS


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
        return Head("", words(tokens, start, opening.end))
    return _of_places(tokens, start, end, opening) or _of_fields(tokens, start, end) or NO_HEAD


def _of_places(tokens: Sequence[Token], start: int, end: int, opening: Start) -> Head | None:
    """UBND, Công an, Hội … of a territory; the kind is shared only where the territory is named."""
    place = start_at(tokens, opening.end) if opening.sort is Sort.NAMED and opening.end < end else None
    if place is None or place.sort is not Sort.PLACE:
        return None
    shared = not place.plural and named_place(tokens, place)
    return Head(words(tokens, start, opening.end), words(tokens, place.head, place.end) if shared else "")


def _of_fields(tokens: Sequence[Token], start: int, end: int) -> Head | None:
    found = head_at(tokens, start)
    if not found or found[0] is not Sort.TYPE:
        return None
    initials = found[1] + 1 == end and tokens[found[1]].acronym
    if initials or sector_end(tokens, found[1]) == end:
        return Head("", words(tokens, start, found[1]))
    return None


def is_office(tokens: Sequence[Token], head: Head, start: Start) -> bool:
    """Whether capitals of their own name one more office of the head's kind: "Phòng TCHC, KHTH"."""
    if head.kind.lower() not in _OFFICES or start.plural or head_at(tokens, start.head) is not None:
        return False
    return tokens[start.head].acronym and not tokens[start.head].text.startswith(_OWN_HEADS)


def words(tokens: Sequence[Token], start: int, end: int) -> str:
    """The tokens' text with single spaces."""
    return " ".join(token.text for token in tokens[start:end])
