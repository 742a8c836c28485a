"""Whether a comma, a "và", a slash or a dash parts two bodies."""

from data.agencies.continuing import continues_naming, in_clause, second_half
from data.agencies.groups import among_people, one_of_many, open_list, starts_group, territorial
from data.agencies.heads import head_at
from data.agencies.joints import Gap
from data.agencies.lexicon import Sort
from data.agencies.persons import leads_list, same_person, shares_bodies
from data.agencies.ranks import is_parent, rank
from data.agencies.sectors import sector_end
from data.agencies.starts import PLACE_ENDS, Start, named_place, start_at
from data.agencies.tokens import is_over

_ORGANS = {"hđnd", "ubnd", "ủy", "đoàn", "đảng"}
_BROADCASTERS = {"đài", "ptth", "pt-th", "pt&th"}
_BARE_ORGANS = {
    "báo",
    "hđnd",
    "hội đồng nhân dân",
    "đoàn đbqh",
    "đoàn đại biểu quốc hội",
    "hđnd , ubnd",
    "đảng ủy , hđnd",
    "đoàn đbqh , hđnd",
    "đoàn đbqh và hđnd",
    "đoàn đại biểu quốc hội và hội đồng nhân dân",
}


def parts_marked(gap: Gap, right: Start) -> bool:
    """Whether the soft mark or "và" in the gap parts the body on its left from what begins at `right`."""
    if gap.joint.signs <= {":"} or _goes_on(gap, right):
        return False
    if right.sort is None or right.plural:
        return True
    if right.sort in {Sort.NAMED, Sort.PERSON}:
        return _named_parts(gap, right)
    return (gap.dashed or "-" not in gap.joint.signs) and _common_parts(gap, right)


def _common_parts(gap: Gap, right: Start) -> bool:
    """Whether common nouns, people or a kind of territory open a group of their own."""
    if right.sort is Sort.STAFF:
        return not among_people(gap)
    if right.sort is Sort.PLACE:
        return named_place(gap.tokens, right) or not (open_list(gap) or territorial(gap))
    return starts_group(gap, right)


def _goes_on(gap: Gap, right: Start) -> bool:
    """Whether what looks like a body says more of the one before the mark."""
    named = continues_naming(gap, right) or second_half(gap, right) or in_clause(gap, right)
    return named or same_person(gap, right) or shares_bodies(gap, right) or leads_list(gap, right)


def parts_unknown(gap: Gap) -> bool:
    """Whether a comma parts a body that is unknown or has ended with its place from a capital that opens no known body.

    "Công an xã, Tư pháp - Hộ tịch", "Điện lực Khoái Châu, Viễn thông Hưng Yên" and two fields, "Quân sự, Y tế", do.
    """
    if gap.joint.signs != {","} or not gap.tokens[gap.joint.right].capital:
        return False
    opening = start_at(gap.tokens, gap.start)
    if opening is None:
        return (sector_end(gap.tokens, gap.start) or 0) <= gap.joint.left_end
    if opening.collective:
        return False
    words = gap.tokens[opening.end : gap.joint.left_end]
    if not words:
        return opening.sort is Sort.NAMED and sector_end(gap.tokens, gap.joint.right) is not None
    in_titles = any(token.capital for token in gap.tokens[opening.head + 1 : opening.end])
    proper = len(words) > 1 and all(word.capital and not word.acronym for word in words) and not in_titles
    return proper or words[-1].key in PLACE_ENDS


def _named_parts(gap: Gap, right: Start) -> bool:
    if _office_of_organs(gap) or one_of_many(gap, right):
        return False
    head, before = gap.tokens[right.head], gap.tokens[gap.joint.left_end - 1]
    if "-" in gap.joint.signs:
        return _dash_parts(gap, right)
    if head.acronym and head_at(gap.tokens, right.head) is None:
        return "," in gap.joint.signs or ("và" in gap.joint.signs and not before.acronym)
    return True


def _dash_parts(gap: Gap, right: Start) -> bool:
    """Whether a dash stands between two bodies: "Sở A - Sở B", not "Phòng C - Công an tỉnh", "Tổng công ty D - EVN"."""
    head, before = gap.tokens[right.head], gap.tokens[gap.joint.left_end - 1]
    if head_at(gap.tokens, right.head) is None:
        return False
    if gap.dashed:
        return True
    named = not is_over(gap.tokens, right.end) and not gap.tokens[right.end].line
    if not named or not head.capital or (head.acronym and before.acronym):
        return False
    return not is_parent(gap.tokens, gap.start, gap.joint.left_end, rank(gap.tokens, right.head, right.end))


def _office_of_organs(gap: Gap) -> bool:
    """Whether one body serves two organs: Văn phòng HĐND và UBND, Văn phòng Đoàn ĐBQH và HĐND, Báo và Đài."""
    right = [token.key for token in gap.tokens[gap.joint.right : gap.joint.right + 2]]
    if right[0] not in _ORGANS | _BROADCASTERS and right != ["hội", "đồng"]:
        return False
    words = " ".join(token.key for token in gap.tokens[gap.start : gap.joint.left_end][:13])
    served = words.removeprefix("văn phòng ").removeprefix("vp ")
    if words == "báo":
        return "và" in gap.joint.signs
    if served == "đảng ủy":
        return words != served and right[0] == "hđnd"
    return served != words and served in _BARE_ORGANS
