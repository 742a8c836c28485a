"""Whether a comma, a "và", a slash or a dash parts two bodies."""

from collections.abc import Sequence

from data.agencies.joints import Gap
from data.agencies.lexicon import Sort
from data.agencies.sectors import sector_end
from data.agencies.starts import COLLECTIVE, Start, head_at, named_place, quantifier_end, start_at
from data.agencies.tokens import Token

_CLOSERS = {"liên", "thuộc", "trực", "trên", "của", "tại", "theo", "được", "ở", "khác", "nêu"}
_NAMING = {"quản", "liên", "hiệp", "bql", "vụ", "cục", "viện", "trung", "dự"}
_TERRITORY = {"khu", "dự", "chương", "lĩnh", "vấn", "công", "khoản", "điểm", "mục", "nội", "nhiệm"}
_PLACE_ENDS = {"tỉnh", "phố", "tp", "huyện", "xã", "phường"}
_LONGEST_ITEM = 60  # words of one element of a list
_ORGANS = {"hđnd", "ubnd", "hội", "ủy", "đoàn", "đảng"}
_BROADCASTERS = {"đài", "ptth", "pt-th", "pt&th"}
_BARE_ORGANS = {
    "báo",
    "hđnd",
    "hội đồng nhân dân",
    "đoàn đbqh",
    "đoàn đại biểu quốc hội",
    "đảng ủy",
    "hđnd , ubnd",
    "đảng ủy , hđnd",
    "đoàn đbqh , hđnd",
    "đoàn đbqh và hđnd",
    "đoàn đại biểu quốc hội và hội đồng nhân dân",
}


def parts_marked(gap: Gap, right: Start) -> bool:
    """Whether the soft mark or "và" in the gap parts the body on its left from what begins at `right`."""
    if gap.joint.signs <= {":"} or inside_sector(gap) or continues_naming(gap, right):
        return False
    if right.sort is None or right.plural:
        return True
    if right.sort in {Sort.NAMED, Sort.PERSON}:
        return _named_parts(gap, right)
    if "-" in gap.joint.signs:
        return False
    if right.sort is Sort.PLACE:
        return named_place(gap.tokens, right) or not (open_list(gap) or _territorial(gap))
    return _collective_parts(gap, right)


def parts_unknown(gap: Gap) -> bool:
    """Whether a comma parts a body that is unknown or has ended with its place from a capital that opens no known body.

    "Công an xã, Tư pháp - Hộ tịch" and "Điện lực Khoái Châu, Viễn thông Hưng Yên" do; a field's comma does not.
    """
    if gap.joint.signs != {","} or not gap.tokens[gap.joint.right].capital:
        return False
    opening = start_at(gap.tokens, gap.start)
    if opening is None:
        return (sector_end(gap.tokens, gap.start) or 0) <= gap.joint.left_end
    if opening.collective:
        return False
    words = gap.tokens[opening.end : gap.joint.left_end]
    in_titles = any(token.capital for token in gap.tokens[opening.head + 1 : opening.end])
    proper = len(words) > 1 and all(word.capital and not word.acronym for word in words) and not in_titles
    return not inside_sector(gap) and bool(words) and (proper or words[-1].key in _PLACE_ENDS)


def inside_sector(gap: Gap) -> bool:
    """Whether the gap is within the known field of work that follows the head of the body."""
    head = head_at(gap.tokens, gap.start)
    end = sector_end(gap.tokens, head[1]) if head else None
    return end is not None and end > gap.joint.right


def continues_naming(gap: Gap, right: Start) -> bool:
    """Whether "các …" says what a body manages, as in "Ban Quản lý khu kinh tế và các khu công nghiệp"."""
    if not right.plural or right.head >= len(gap.tokens) or gap.tokens[right.head].key not in _TERRITORY:
        return False
    return any(token.key in _NAMING for token in gap.tokens[gap.start : gap.start + 3])


def open_list(gap: Gap) -> Start | None:
    """The list of collective nouns or territories that the last element before the gap stands in."""
    for at in range(gap.joint.left_end - 1, max(gap.item, gap.joint.left_end - _LONGEST_ITEM) - 1, -1):
        if quantifier_end(gap.tokens, at) > at:
            return start_at(gap.tokens, at)
    opening = start_at(gap.tokens, gap.item)
    if opening and (opening.sort in COLLECTIVE or opening.sort is Sort.PLACE):
        return opening
    last = start_at(gap.tokens, gap.joint.left_end - 1)
    return last if last and last.sort is Sort.PLACE else None


def _named_parts(gap: Gap, right: Start) -> bool:
    if _office_of_organs(gap) or _one_of_many(gap, right):
        return False
    head, before = gap.tokens[right.head], gap.tokens[gap.joint.left_end - 1]
    if "-" in gap.joint.signs:
        named = right.end < len(gap.tokens) and not gap.tokens[right.end].mark
        return named and head.capital and not (head.acronym and before.acronym)
    if head.acronym and head_at(gap.tokens, right.head) is None:
        return "," in gap.joint.signs or ("và" in gap.joint.signs and not before.acronym)
    return True


def _office_of_organs(gap: Gap) -> bool:
    """Whether one body serves two organs: Văn phòng HĐND và UBND, Văn phòng Đoàn ĐBQH và HĐND, Báo và Đài."""
    if gap.tokens[gap.joint.right].key not in _ORGANS | _BROADCASTERS:
        return False
    words = " ".join(token.key for token in gap.tokens[gap.start : gap.joint.left_end][:12])
    served = words.removeprefix("văn phòng ").removeprefix("vp ")
    if words == "báo":
        return "và" in gap.joint.signs
    return served != words and served in _BARE_ORGANS


def _one_of_many(gap: Gap, right: Start) -> bool:
    """Whether a head without a name goes on with a plural of such heads: "các tỉnh ủy, thành ủy"."""
    opening, item = start_at(gap.tokens, gap.start), start_at(gap.tokens, gap.item)
    if opening is None or not opening.plural or _closes(gap.tokens[gap.item : right.head]):
        return False
    bare = right.end >= len(gap.tokens) or gap.tokens[right.end].mark
    left_named = item is None or item.end < gap.joint.left_end
    if gap.tokens[right.head].capital and (opening.sort is not Sort.NAMED or left_named):
        return bare and not left_named and "/" in gap.joint.signs
    if bare:
        return True
    found = head_at(gap.tokens, right.end)
    named = gap.tokens[right.end].capital or sector_end(gap.tokens, right.end) is not None
    return not (named or (found and found[0] is Sort.PLACE))


def _closes(words: Sequence[Token]) -> bool:
    """Whether a qualifier ("liên quan", "thuộc …", "trên địa bàn") has ended a list."""
    return any(word.key in _CLOSERS for word in words)


def _territorial(gap: Gap) -> bool:
    """Whether the last element ends in a kind of territory, so that another may follow: "UBND cấp huyện, xã"."""
    words = gap.tokens[gap.item : gap.joint.left_end]
    return any(word.key in _PLACE_ENDS | {"cấp", "thôn", "ấp"} for word in words)


def _collective_parts(gap: Gap, right: Start) -> bool:
    """Whether a bare collective noun ("đơn vị", "doanh nghiệp") begins a new group after what is on its left."""
    left = open_list(gap)
    if left is None or _closed(gap, left):
        return True
    opening = start_at(gap.tokens, gap.start)
    if left.sort is Sort.PLACE and opening and opening.sort in {Sort.NAMED, Sort.PERSON} and not opening.plural:
        return True
    shared = left.plural or (opening is not None and opening.plural)
    return not _same_list(gap.tokens, left, right, shared=shared)


def _closed(gap: Gap, left: Start) -> bool:
    """Whether the list has ended: by a qualifier, or by the place that its bodies belong to."""
    words = gap.tokens[left.end : gap.joint.left_end]
    return _closes(words) or (left.sort is not Sort.PLACE and bool(words) and words[-1].key in _PLACE_ENDS)


def _same_list(tokens: Sequence[Token], left: Start, right: Start, *, shared: bool) -> bool:
    """Whether two collective nouns stand for one group: "các bộ, ngành" do, "doanh nghiệp, nhà đầu tư" do not.

    `shared` says that one "các" stands before both.
    """
    capital = tokens[right.head].capital
    if right.sort is Sort.PEOPLE:
        return _joins_people(tokens[right.head].key, left, shared=shared)
    if Sort.PLACE in {left.sort, right.sort}:
        return True
    if left.sort is right.sort:
        return shared or right.sort is not Sort.OUTSIDE
    if left.sort is Sort.STATE:
        return shared or not (capital or tokens[left.head].capital)
    return shared and not (right.sort is Sort.STATE and capital)


def _joins_people(word: str, left: Start, *, shared: bool) -> bool:
    """Whether people join a list: "tổ chức, cá nhân" do; communities stand beside public bodies, not among them."""
    if word == "cá":
        return True
    return (left.sort is Sort.PEOPLE and word != "cộng") or (left.sort is not Sort.STATE and shared)
