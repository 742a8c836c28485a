"""Do the words after a mark go on with the body before it: its name, its list, its clause, its person?"""

from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.cell import LINKS, Token, is_over, opens_line, phrase_end
from data.agencies.groups import head_of_many, two_nouns
from data.agencies.lexicon import LEVELS, LONGEST_HEAD, Sort
from data.agencies.starts import (
    COLLECTIVE,
    PLACE_ENDS,
    Start,
    head_at,
    is_field,
    name_end,
    quantifier_end,
    sector_end,
    start_at,
)
from data.words import phrases

_DOTTED = {
    *("tp", "p", "q", "h", "x", "tx", "tt", "t", "ths", "ts", "pgs", "gs", "đ", "k", "ub", "ubnd", "vp", "bql", "bcđ"),
    *("mr", "ms", "mrs", "bs"),
}
_LONG_DOTTED = {"tp", "tx", "ub", "ubnd"}
_NAMING = {"quản", "liên", "hiệp", "bql", "vụ", "cục", "viện", "trung", "dự"}
_TERRITORY = phrases(
    *("khu", "kcn", "kkt", "cụm", "dự án", "công trình", "chương trình", "lĩnh vực", "vấn đề", "khoản", "điểm", "mục"),
    *("nội dung", "nhiệm vụ"),
)
_AND = {"và", "&"}
_SERVED = {Sort.PEOPLE, Sort.STAFF, Sort.OUTSIDE, Sort.STATE}
# Words that begin what a group is, has or runs.
_LONGEST_CLAUSE = 40
_POSSESSES = "có"
_CLAUSE = {"là", "có", "được", "chủ", "quản", "sở", "sử", "khai", "cung", "vận", "triển"}
_CLOSERS = {"liên", "thuộc", "trực", "trên", "của", "tại", "theo", "được", "ở", "khác", "nêu"}
_LONGEST_ITEM = 60  # words of one element of a list
_ENTERPRISES = {"tập", "tổng", "công"}
_OFFICES = {"phòng", "ban", "sở"}  # of which "các phòng, ban xã" is one group
_ADDRESSES = {"đ/c", "chí", "ông", "bà"}
_LONGEST_TITLE = 20  # words between a title and the name of who holds it


class Joint(NamedTuple):
    """A place where the cell may be cut: before `left_end`, going on at `right`."""

    left_end: int
    right: int
    signs: frozenset[str]  # empty: two words with nothing, or a new line, between them
    line: bool

    @property
    def hard(self) -> bool:
        """Whether it always parts."""
        return bool(self.signs & {";", "."})


class Gap(NamedTuple):
    """A joint with the body on its left: where that begins, and where the last element of its list does."""

    tokens: Sequence[Token]
    start: int
    item: int
    joint: Joint
    dashed: bool = False  # dashes stand before the bodies of this cell


def joint_at(tokens: Sequence[Token], at: int) -> Joint:
    """The joint before or at the token `at`, marks and "và" in a row taken together."""
    right = at
    signs: set[str] = set()
    while right < len(tokens) and (tokens[right].mark or tokens[right].key in LINKS):
        signs.add(_sign(tokens, right))
        right += 1
    line = right < len(tokens) and any(token.line for token in tokens[at : right + 1])
    return Joint(at, right, frozenset(signs - {""}), line)


def _sign(tokens: Sequence[Token], at: int) -> str:
    key = tokens[at].key
    if key in LINKS:
        return "và"
    if key == "." and at and _abbreviates(tokens, at):
        return ""
    return key


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at `at` belongs to "TP.", "P.", "Q.1" and does not end a body."""
    before = tokens[at - 1]
    if at + 1 >= len(tokens):
        return True
    following = start_at(tokens, at + 1)
    if before.text.isdigit() or before.key in _DOTTED:
        head = following is not None and (following.plural or head_at(tokens, at + 1) is not None)
        return not (head and (before.text.isdigit() or before.key in _LONG_DOTTED))
    return following is None and not tokens[at + 1].capital


def within_name(gap: Gap, right: Start | None) -> bool:
    """Whether the mark is part of a name: of its known field of work or of its abbreviation."""
    return inside_sector(gap) or (right is not None and _abbreviates_on(gap, right))


def inside_sector(gap: Gap) -> bool:
    """Whether the gap is within a known field of work: behind the head of the body, or where that is a field itself."""
    head = head_at(gap.tokens, gap.start)
    first = head[1] if head and head[1] < gap.joint.left_end else gap.start
    end = sector_end(gap.tokens, first)
    return end is not None and end > gap.joint.right


def continues_naming(gap: Gap, right: Start) -> bool:
    """Whether "các …" says what a body manages, as in "Ban Quản lý khu kinh tế và các khu công nghiệp"."""
    if not right.plural or right.sort is Sort.PLACE or right.head >= len(gap.tokens):
        return False
    if phrase_end(gap.tokens, right.head, _TERRITORY) is None:
        return False
    return any(token.key in _NAMING for token in gap.tokens[gap.start : gap.start + 3])


def _abbreviates_on(gap: Gap, right: Start) -> bool:
    """Whether capitals after a comma end a name whose first half is capitals, too: "Trung tâm XTĐT, TM&DL"."""
    head = head_at(gap.tokens, gap.start)
    if gap.joint.signs != {","} or head is None or head[0] is not Sort.TYPE or right.plural:
        return False
    if not gap.tokens[gap.joint.left_end - 1].acronym or not _two_capitals(gap, right.head):
        return False
    two_fields = sector_end(gap.tokens, head[1]) == gap.joint.left_end and sector_end(gap.tokens, right.head)
    return head[1] == gap.joint.left_end - 1 and not two_fields


def _two_capitals(gap: Gap, at: int) -> bool:
    """Whether "TM&DL" or "TM và DL" stands there."""
    words = gap.tokens[at : at + 3]
    if not words[0].acronym:
        return False
    return "&" in words[0].text or (len(words) > 2 and words[1].key in _AND and words[2].acronym)


def second_half(gap: Gap, right: Start) -> bool:
    """Whether "và" or a dash stands within an office's own name: "Cục Nhà giáo và Cán bộ quản lý", "Vụ X và ĐBCL"."""
    if gap.joint.signs not in ({"và"}, {"-"}) or right.plural or not gap.tokens[right.head].capital or _is_whole(gap):
        return False
    if gap.joint.signs == {"-"}:
        return right.sort is Sort.PEOPLE
    unknown = right.sort is Sort.NAMED and head_at(gap.tokens, right.head) is None
    return unknown or right.sort in _SERVED or is_field(gap.tokens, right)


def _is_whole(gap: Gap) -> bool:
    """Whether what stands before the mark is no office, or one whose field, place or initials have been said."""
    head = head_at(gap.tokens, gap.start)
    if head is None or head[0] is not Sort.TYPE or head[1] >= gap.joint.left_end:
        return True
    last = gap.tokens[gap.joint.left_end - 1]
    return sector_end(gap.tokens, head[1]) == gap.joint.left_end or last.key in PLACE_ENDS or last.acronym


def in_clause(gap: Gap, right: Start) -> bool:
    """Whether what follows is still what a body or group is, has, runs or serves, and no body of its own.

    "các bộ là chủ quản CSDLQG, CSDLCN"; "các xã có nghề rừng, làng nghề"; "Trường Bồi dưỡng cán bộ, công chức".
    """
    opening = start_at(gap.tokens, gap.start)
    if opening is None or right.plural or "-" in gap.joint.signs:
        return False
    if opening.sort is Sort.NAMED and right.sort is Sort.PEOPLE:
        return not gap.tokens[right.head].capital and _of_sort(gap, Sort.PEOPLE)
    first = max(opening.end, gap.joint.left_end - _LONGEST_CLAUSE)
    keys = [token.key for token in gap.tokens[first : gap.joint.left_end]]
    if _CLAUSE.isdisjoint(keys) or "liên" in keys:
        return False
    head = gap.tokens[right.head]
    if right.sort is Sort.NAMED:
        return opening.collective and head.acronym and head_at(gap.tokens, right.head) is None
    return not head.capital and right.sort in COLLECTIVE and (_POSSESSES in keys or _of_sort(gap, right.sort))


def _of_sort(gap: Gap, sort: Sort | None) -> bool:
    """Whether the words just before the mark are of the same sort: "công chức, viên chức"."""
    ends = range(max(gap.item + 1, gap.joint.left_end - LONGEST_HEAD), gap.joint.left_end)
    return any(head_at(gap.tokens, at) == (sort, gap.joint.left_end) for at in ends)


def open_list(gap: Gap) -> Start | None:
    """The list of collective nouns or territories that the last element before the gap stands in."""
    for at in range(gap.joint.left_end - 1, max(gap.item, gap.joint.left_end - _LONGEST_ITEM) - 1, -1):
        if quantifier_end(gap.tokens, at):
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
    at_home = tokens[end - 1].key in _OFFICES and found is not None and is_over(tokens, found[1])  # các phòng, ban xã
    return named or (found is not None and found[0] is Sort.PLACE and not at_home)


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
    return two_nouns(gap.tokens, left.end) and not gap.tokens[right.head].capital
