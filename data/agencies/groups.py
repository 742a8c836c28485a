"""Groups: whether a collective noun, a territory or people go on with the list before the mark."""

from collections.abc import Sequence

from data.agencies.heads import head_at, may_quantify, quantifier_end
from data.agencies.joints import Gap
from data.agencies.lexicon import LEVELS, Sort
from data.agencies.sectors import sector_end
from data.agencies.starts import COLLECTIVE, PLACE_ENDS, Start, start_at
from data.agencies.tokens import Token, is_over, opens_line

_CLOSERS = {"liên", "thuộc", "trực", "trên", "của", "tại", "theo", "được", "ở", "khác", "nêu"}
_LONGEST_ITEM = 60  # words of one element of a list
_ENTERPRISES = {"tập", "tổng", "công"}


def open_list(gap: Gap) -> Start | None:
    """The list of collective nouns or territories that the last element before the gap stands in."""
    for at in range(gap.joint.left_end - 1, max(gap.item, gap.joint.left_end - _LONGEST_ITEM) - 1, -1):
        if may_quantify(gap.tokens[at]) and quantifier_end(gap.tokens, at) > at:
            return start_at(gap.tokens, at)
    opening = start_at(gap.tokens, gap.item)
    if opening and (opening.sort in COLLECTIVE or opening.sort is Sort.PLACE):
        return opening
    last = start_at(gap.tokens, gap.joint.left_end - 1)
    return last if last and last.sort is Sort.PLACE else None


def among_people(gap: Gap) -> bool:
    """Whether teachers or clerks are named within a list of people: "cán bộ, giáo viên, nhân viên"."""
    opening = start_at(gap.tokens, gap.start)
    return opening is not None and (opening.sort is Sort.PEOPLE or (opening.plural and opening.sort is Sort.STAFF))


def one_of_many(gap: Gap, right: Start) -> bool:
    """Whether a head without a name goes on with a plural of such heads: "các tỉnh ủy, thành ủy"."""
    opening, item = start_at(gap.tokens, gap.start), start_at(gap.tokens, gap.item)
    if opening is None or not opening.plural or _closes(_item_words(gap, gap.item)):
        return False
    bare = is_over(gap.tokens, right.end) or opens_line(gap.tokens[right.end])
    left_named = item is None or item.end < gap.joint.left_end
    if gap.tokens[right.head].capital:
        akin = opening.sort is Sort.NAMED and gap.tokens[opening.end - 1].key == gap.tokens[right.end - 1].key
        return bare and not left_named and (akin or "/" in gap.joint.signs)
    return bare or not _has_name(gap.tokens, right.end)


def _has_name(tokens: Sequence[Token], end: int) -> bool:
    """Whether a head that ends there is followed by a name, a field or a territory."""
    found, following = head_at(tokens, end), tokens[end]
    named = (following.capital and following.key not in LEVELS) or sector_end(tokens, end) is not None
    return named or (found is not None and found[0] is Sort.PLACE)


def _item_words(gap: Gap, start: int) -> Sequence[Token]:
    """The words from `start` to the mark, the last of them where they are more than an element of a list has."""
    return gap.tokens[max(start, gap.joint.left_end - _LONGEST_ITEM) : gap.joint.left_end]


def _closes(words: Sequence[Token]) -> bool:
    """Whether a qualifier ("liên quan", "thuộc …", "trên địa bàn") has ended a list."""
    return any(word.key in _CLOSERS for word in words)


def territorial(gap: Gap) -> bool:
    """Whether the last element ends in a kind of territory, so that another may follow: "UBND cấp huyện, xã"."""
    words = _item_words(gap, gap.item)
    return any(word.key in PLACE_ENDS | {"cấp", "thôn", "ấp"} for word in words)


def starts_group(gap: Gap, right: Start) -> bool:
    """Whether a bare collective noun ("đơn vị", "doanh nghiệp") begins a new group after what is on its left."""
    left = open_list(gap)
    if left is None or _closed(gap, left):
        return True
    if left.sort is Sort.PLACE and gap.tokens[right.head].key == "tt":
        return False  # xã, thị trấn
    opening = start_at(gap.tokens, gap.start)
    if left.sort is Sort.PLACE and opening and opening.sort in {Sort.NAMED, Sort.PERSON} and not opening.plural:
        return True
    shared = left.plural or (opening is not None and opening.plural)
    return not _same_list(gap.tokens, left, right, shared=shared)


def _closed(gap: Gap, left: Start) -> bool:
    """Whether the list has ended: by a qualifier, or by the place that its bodies belong to."""
    words = _item_words(gap, left.end)
    return _closes(words) or (left.sort is not Sort.PLACE and bool(words) and words[-1].key in PLACE_ENDS)


def _same_list(tokens: Sequence[Token], left: Start, right: Start, *, shared: bool) -> bool:
    """Whether two collective nouns stand for one group: "các bộ, ngành" do, "doanh nghiệp, nhà đầu tư" do not.

    `shared` says that one "các" stands before both.
    """
    capital = tokens[right.head].capital
    if right.sort is Sort.PEOPLE:
        return _joins_people(tokens[right.head].key, left, shared=shared)
    if Sort.PLACE in {left.sort, right.sort}:
        return True
    if capital and not shared and tokens[left.head].text == tokens[right.head].text:
        return False  # Trường Mầm non, Trường Tiểu học
    if left.sort is right.sort:
        return shared or right.sort is not Sort.OUTSIDE or _kinds_of_enterprise(tokens, left, right)
    if left.sort is Sort.STATE:
        return shared or not (capital or tokens[left.head].capital)
    return shared and not (right.sort is Sort.STATE and capital)


def _kinds_of_enterprise(tokens: Sequence[Token], left: Start, right: Start) -> bool:
    """Whether two kinds of enterprise share what follows: "Tập đoàn, doanh nghiệp công nghệ số"."""
    return tokens[left.head].key in _ENTERPRISES and tokens[right.head].key in {"doanh", *_ENTERPRISES}


def _joins_people(word: str, left: Start, *, shared: bool) -> bool:
    """Whether people join a list: "tổ chức, cá nhân" do; communities stand beside public bodies, not among them."""
    if word == "cá":
        return True
    return (left.sort in {Sort.PEOPLE, Sort.STAFF} and word != "cộng") or (left.sort is not Sort.STATE and shared)
