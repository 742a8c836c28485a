"""Whether a body begins where no mark stands: a lost separator, or a new line."""

from data.agencies.continuing import continues_naming, inside_sector
from data.agencies.groups import open_list
from data.agencies.heads import head_at, may_quantify, quantifier_end
from data.agencies.joints import Gap
from data.agencies.lexicon import Sort
from data.agencies.listing import words
from data.agencies.many import ends_list
from data.agencies.persons import is_person
from data.agencies.ranks import ALONE, COMMITTEE, DEPARTMENT, VERTICAL, may_follow, rank, rank_of_kind
from data.agencies.sectors import sector_end
from data.agencies.starts import PLACE_ENDS, Start, start_at

_CONNECTORS = {
    *("thuộc", "của", "và", "các", "với", "tại", "cho", "trực", "theo", "là", "từ", "đến", "những", "hoặc", "cấp", "-"),
    *("trình", "mưu", "cáo", "giúp", "gửi", "mời", "nghị", "do", "bởi"),
}
# What is named by the body that follows: "Ban Chấp hành Hội Nông dân", "Thanh tra Sở".
_DANGLING = {
    *("ban chấp hành", "ban thường vụ", "ban thường trực", "ban cán sự đảng", "ban chỉ huy", "bộ chỉ huy", "ban"),
    *("thường trực", "thường vụ", "cơ quan", "lãnh đạo", "đại diện", "trưởng", "thủ trưởng", "giám đốc", "bch"),
    *("văn phòng", "vp", "thanh tra", "đảng ủy", "công đoàn", "tổ giúp việc", "tổ công tác", "chi nhánh", "quỹ"),
    *("đoàn thanh niên", "ủy ban", "hội đồng", "chủ tịch", "phó chủ tịch", "pct", "tổ chức đảng"),
    *("ủy ban trung ương", "ban chấp hành trung ương", "đoàn đại biểu"),
}
# Which of them need no name on the next line where they are themselves part of one: "Ban Tổ chức Đảng ủy".
_NAMES = {"đảng ủy", "công đoàn", "đoàn thanh niên", "thanh tra", "văn phòng", "vp"}
_OWNERS = {"bệnh", "công", "tổng", "tập", "học"}
_LONGEST_DANGLING = max(len(phrase.split()) for phrase in _DANGLING)
_WHOLE = {"trạm y tế", "trung tâm y tế", "hạt kiểm lâm"}
_LISTED = {Sort.STATE, Sort.OUTSIDE, Sort.PEOPLE, Sort.SCHOOL}
_PLACE_WORDS = {"huyện", "phường", "xã", "khu", "phố", "quận"}
_IN_PLACES = {"vụ", "hội", "trường", "đoàn", "đài"}
_LONGEST_PLACE = 6  # words of a named place


def parts_unmarked(gap: Gap) -> bool:
    """Whether a body begins after the gap although nothing but a space or a new line stands there."""
    first = gap.tokens[gap.joint.right]
    if not gap.joint.line and not (first.capital and (first.heads or may_quantify(first))):
        return False
    right = start_at(gap.tokens, gap.joint.right)
    if right is None or not (right.plural or right.sort in {Sort.NAMED, Sort.PERSON}) or right.head >= len(gap.tokens):
        return False
    if _connects(gap) or inside_sector(gap):
        return False
    if _dangles(gap) or (_bare(gap) and not _list_has_ended(gap)):
        return _whole_alone(gap, right)
    return _opens(gap, right)


def _connects(gap: Gap) -> bool:
    """Whether the last word needs another: "thuộc", "của"; "cấp" does, "các cấp" does not."""
    before = [token.key for token in gap.tokens[max(gap.start, gap.joint.left_end - 2) : gap.joint.left_end]]
    return before[-1] in _CONNECTORS and before != ["các", "cấp"]


def _opens(gap: Gap, right: Start) -> bool:
    """Whether many bodies, or one with a capital, begin there: on a new line, or where a mark is lost."""
    first = gap.tokens[gap.joint.right]
    if right.plural:
        return (gap.joint.line or not first.text.isdigit()) and not continues_naming(gap, right)
    if not first.capital or right.sort is Sort.PERSON or _names_a_place(gap, right):
        return False
    return gap.joint.line or _lost_mark(gap, right)


def _names_a_place(gap: Gap, right: Start) -> bool:
    """Whether what looks like a head is a place's name: huyện Vụ Bản, phường Hội An, but not xã | Trường THCS."""
    before = gap.tokens[gap.joint.left_end - 1].key
    if (before, gap.tokens[right.head].key) == ("hải", "phòng"):
        return True
    if before not in _PLACE_WORDS or gap.joint.line or right.end != right.head + 1:
        return False
    level = right.end < len(gap.tokens) and gap.tokens[right.end].acronym
    return gap.tokens[right.head].key in _IN_PLACES and not level


def _dangles(gap: Gap) -> bool:
    """Whether the last words wait for a body's name; before a new line those of "Ban Tổ chức Đảng ủy" do not."""
    first = max(gap.start, gap.joint.left_end - _LONGEST_DANGLING)
    keys = [token.key for token in gap.tokens[first : gap.joint.left_end]]
    dangling = [at for at in range(len(keys)) if " ".join(keys[at:]) in _DANGLING]
    if not dangling or not gap.joint.line or is_person(gap.tokens, gap.item):
        return bool(dangling)
    return any(first + at <= gap.item or " ".join(keys[at:]) not in _NAMES for at in dangling)


def _bare(gap: Gap) -> bool:
    """Whether nothing but a head stands on the left, so that its name is still to come."""
    head = head_at(gap.tokens, gap.item)
    if head is None or head[0] is Sort.PLACE or head[1] < gap.joint.left_end:
        return False
    listed = gap.item > gap.start and head[0] in _LISTED and gap.joint.line
    return not listed and gap.tokens[head[1] - 1].key not in PLACE_ENDS


def _whole_alone(gap: Gap, right: Start) -> bool:
    """Whether a bare head is a whole body: "Hội Nông dân Hội Phụ nữ", "Trạm Y tế Công an xã", or before a new line."""
    head = head_at(gap.tokens, gap.item)
    if head is None or right.sort is Sort.PLACE:
        return False
    if gap.joint.line and right.plural and gap.tokens[gap.joint.right].capital:
        return head[0] is not Sort.PERSON and not continues_naming(gap, right)
    own, other = rank(gap.tokens, gap.item, head[1]), rank(gap.tokens, right.head, right.end)
    if gap.joint.line and (own == ALONE or _needs_no_name(gap, head, right)) and not _dangles(gap):
        return True
    if words(gap.tokens, gap.item, head[1]).lower() in _WHOLE:
        return other in {ALONE, VERTICAL, COMMITTEE}
    return own == other == ALONE


def _needs_no_name(gap: Gap, head: tuple[Sort, int], right: Start) -> bool:
    """Whether a head of two words and more is whole on its line: "Kiểm toán nhà nước", not "Ban Giám hiệu".

    A school, a hospital or an enterprise on the next line may own it.
    """
    following = head_at(gap.tokens, right.head)
    school = following is not None and following[0] is Sort.SCHOOL
    owner = school or gap.tokens[right.head].key in _OWNERS
    return head[0] is Sort.NAMED and head[1] > gap.item + 1 and not owner and not right.plural


def _lost_mark(gap: Gap, right: Start) -> bool:
    """Whether a body that has ended, or that cannot be owned by the next, is followed by another."""
    if head_at(gap.tokens, right.head) is None:
        return False
    kind = words(gap.tokens, right.head, right.end).lower()
    if kind not in _DANGLING and (_ends_with_place(gap) or _owned_by_nobody(gap)):
        return True
    other = rank_of_kind(gap.tokens, right.head, right.end)
    if other is None:
        return False
    if _list_has_ended(gap) or (other == COMMITTEE and _of_many(gap, right)):
        return True
    head = head_at(gap.tokens, gap.item)
    if head is None or (other == ALONE and head[0] is Sort.FIRM):
        return False
    return _next(gap, head[1], other)


def _owned_by_nobody(gap: Gap) -> bool:
    """Whether the left is a department or many enterprises, people or places: what follows them is the next."""
    opening = start_at(gap.tokens, gap.start)
    if opening is not None and opening.plural:
        return opening.sort in {Sort.OUTSIDE, Sort.PEOPLE, Sort.PLACE}
    head = head_at(gap.tokens, gap.item)
    return head is not None and rank(gap.tokens, gap.item, head[1]) == DEPARTMENT


def _of_many(gap: Gap, right: Start) -> bool:
    """Whether "các …" or "cấp …" follows the head, as in "UBND các xã", "UBND cấp xã"."""
    following = gap.tokens[right.end : right.end + 1]
    levels = [token.key for token in following] == ["cấp"]
    return levels or (quantifier_end(gap.tokens, right.end) > right.end and following[0].text != "Các")


def _next(gap: Gap, end: int, other: int) -> bool:
    """Whether a body of rank `other` follows the one whose head ends at `end`: a treasury owns no Phòng Nội vụ."""
    owner = rank(gap.tokens, gap.item, end)
    if owner is None:
        return False
    return may_follow(owner, other) or (other == VERTICAL and sector_end(gap.tokens, end) == gap.joint.left_end)


def _list_has_ended(gap: Gap) -> bool:
    """Whether a group is whole with its last word, so that no body owns it: "Các sở, ban, ngành"."""
    opening = start_at(gap.tokens, gap.start)
    return opening is not None and opening.collective and ends_list(gap.tokens, gap.joint.left_end)


def _ends_with_place(gap: Gap) -> bool:
    """Whether a place ends the body, so that nothing can own it: "Thuế tỉnh Sơn La", "Công an phường"."""
    within = open_list(gap)
    if within is not None and within.sort is Sort.PLACE:
        return True
    for at in range(gap.joint.left_end - 1, max(gap.item, gap.joint.left_end - _LONGEST_PLACE), -1):
        place = start_at(gap.tokens, at)
        if place is not None and place.sort is Sort.PLACE:
            named = gap.tokens[place.end : gap.joint.left_end]
            return all(token.capital or token.text.isdigit() for token in named)
    return False
