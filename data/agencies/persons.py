"""Persons: which words go on saying who somebody is, and when heads of units mean the units."""

from collections.abc import Sequence

from data.agencies.heads import head_at
from data.agencies.joints import Gap
from data.agencies.lexicon import Sort
from data.agencies.many import stands_for_many
from data.agencies.starts import Start, start_at
from data.agencies.surnames import name_end
from data.agencies.tokens import Token

_ADDRESSES = {"đ/c", "chí", "ông", "bà"}
_LONGEST_TITLE = 20  # words between a title and the name of who holds it
# Those who answer for a unit, so that "Thủ trưởng các cơ quan" are the bodies themselves.
_IN_CHARGE = {
    *("chủ tịch", "giám đốc", "tổng giám đốc", "thủ trưởng", "người đứng đầu", "trưởng", "chánh văn phòng", "lãnh đạo"),
    *("cục trưởng", "vụ trưởng", "viện trưởng", "hiệu trưởng", "bí thư", "chánh thanh tra", "trưởng phòng"),
    *("trưởng ban", "bộ trưởng", "tổ trưởng", "trưởng công an", "trưởng thôn", "trưởng ấp", "trưởng khu phố"),
}


def same_person(gap: Gap, right: Start) -> bool:
    """Whether a title says who the named person before it is: "Đ/c Nguyễn Văn A - Phó Chủ tịch UBND huyện"."""
    return _is_title(gap, right) and _names_person(gap.tokens, gap.start, gap.joint.left_end)


def _is_title(gap: Gap, right: Start) -> bool:
    """Whether a title without a name, or capitals behind a dash ("- CC VHXH"), begin there."""
    tokens, signs = gap.tokens, gap.joint.signs
    if right.sort is not Sort.PERSON or right.plural or not signs <= {",", "-"}:
        return signs == {"-"} and tokens[right.head].acronym and head_at(tokens, right.head) is None
    colon = right.end < len(tokens) and tokens[right.end].key == ":"
    return tokens[right.end - 1].key not in _ADDRESSES and name_end(tokens, right.end + colon) is None


def _names_person(tokens: Sequence[Token], start: int, end: int) -> bool:
    opening = start_at(tokens, start)
    if opening is None or opening.sort is not Sort.PERSON:
        return name_end(tokens, start) is not None
    addressed = tokens[opening.end - 1].key in _ADDRESSES and opening.end < end
    return addressed or any(name_end(tokens, at) for at in range(opening.end, min(opening.end + _LONGEST_TITLE, end)))


def officer_follows(gap: Gap, right: Start | None) -> bool:
    """Whether a body's colon is followed by who answers for it: "Phòng Nội vụ: đ/c Hùng"."""
    if gap.joint.signs != {":"} or is_person(gap.tokens, gap.start):
        return False
    titled = right is not None and right.sort is Sort.PERSON
    return titled or name_end(gap.tokens, gap.joint.right) is not None


def shares_bodies(gap: Gap, right: Start) -> bool:
    """Whether a bare title goes on with another that says whose they are: "Giám đốc, thủ trưởng các sở, ngành"."""
    left = start_at(gap.tokens, gap.item)
    if left is None or left.sort is not Sort.PERSON or left.end != gap.joint.left_end or right.plural:
        return False
    end = right.end
    while end < len(gap.tokens) and not gap.tokens[end].mark:
        end += 1
    said = gap.tokens[right.head : end]
    second = start_at(said, 0)
    return second is not None and head_of_many(said, second)


def leads_list(gap: Gap, right: Start) -> bool:
    """Whether a collective noun goes on with those that somebody leads: "Thủ trưởng cơ quan, đơn vị"."""
    left = start_at(gap.tokens, gap.start)
    if left is None or left.sort is not Sort.PERSON or right.sort is not Sort.STATE or right.plural:
        return False
    return _two_nouns(gap.tokens, left.end) and not gap.tokens[right.head].capital


def head_of_many(tokens: Sequence[Token], start: Start) -> bool:
    """Whether persons are named for the set of units that they lead: "Chủ tịch UBND các xã, phường"."""
    if start.sort is not Sort.PERSON or start.plural:
        return False
    title = " ".join(token.key for token in tokens[start.head : start.end])
    return title in _IN_CHARGE and (_two_nouns(tokens, start.end) or stands_for_many(tokens, start.end))


def _two_nouns(tokens: Sequence[Token], at: int) -> bool:
    """Whether two bare collective nouns follow one another: "cơ quan, đơn vị"."""
    first = start_at(tokens, at)
    if first is None or first.sort is not Sort.STATE or first.end >= len(tokens) or tokens[first.end].key != ",":
        return False
    second = start_at(tokens, first.end + 1)
    return second is not None and second.sort is Sort.STATE and not second.plural


def is_person(tokens: Sequence[Token], at: int = 0) -> bool:
    """Whether a part that begins at `at` is a person: by title, by address or by a full name."""
    start = start_at(tokens, at)
    return start.sort in {Sort.PERSON, Sort.STAFF} if start is not None else name_end(tokens, at) is not None
