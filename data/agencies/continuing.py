"""Words after a mark that go on with the body before it: a field's, a purpose's, an abbreviation's, a clause's."""

from data.agencies.heads import head_at
from data.agencies.joints import Gap
from data.agencies.lexicon import LONGEST_HEAD, Sort
from data.agencies.sectors import sector_end
from data.agencies.starts import COLLECTIVE, PLACE_ENDS, Start, is_field, start_at

_NAMING = {"quản", "liên", "hiệp", "bql", "vụ", "cục", "viện", "trung", "dự"}
_TERRITORY = {
    *("khu", "kcn", "kkt", "cụm", "dự án", "công trình", "chương trình", "lĩnh vực", "vấn đề", "khoản", "điểm", "mục"),
    *("nội dung", "nhiệm vụ"),
}
_AND = {"và", "&"}
_SERVED = {Sort.PEOPLE, Sort.STAFF, Sort.OUTSIDE, Sort.STATE}
# Words that begin what a group is, has or runs.
_LONGEST_CLAUSE = 40
_POSSESSES = "có"
_CLAUSE = {"là", "có", "được", "chủ", "quản", "sở", "sử", "khai", "cung", "vận", "triển"}


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
    words = [token.key for token in gap.tokens[right.head : right.head + 2]]
    if _TERRITORY.isdisjoint((words[0], " ".join(words))):
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
