"""Where does one body end and the next begin: at a mark, at a lost mark, at a new line?"""

from collections.abc import Sequence

from data.agencies.cell import Token, is_over, keys_of, phrase_end, wording
from data.agencies.groups import ends_list, is_person
from data.agencies.joints import (
    Gap,
    among_people,
    continues_naming,
    in_clause,
    inside_sector,
    leads_list,
    one_of_many,
    open_list,
    same_person,
    second_half,
    shares_bodies,
    starts_group,
    territorial,
)
from data.agencies.lexicon import RANKS, Rank, Sort
from data.agencies.starts import (
    PLACE_ENDS,
    Start,
    head_at,
    may_quantify,
    named_place,
    quantifier_end,
    sector_end,
    start_at,
)
from data.words import phrases

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
_NEVER_OWNED_BY_NAME = {Rank.DEPARTMENT, Rank.MINISTRY}  # the name of a bộ or sở holds no other body
_NO_BRANDS = {Rank.DEPARTMENT, Rank.COMMITTEE}  # "Sở KHCN - Viettel" are two, "Tổng công ty Điện lực - EVN" is one
_KINDS = {"ban", "đài", "hội", "tổ", "đội"}
_OFFICES = {Rank.OFFICE, Rank.INSTITUTION}


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

    "Công an xã, Tư pháp - Hộ tịch", "Điện lực Khoái Châu, Viễn thông Hưng Yên", "Quân sự, Y tế", "Vụ A, đề án 06" do.
    """
    if _opens_programme(gap):
        return True
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


_PROGRAMMES = phrases("chương trình", "dự án", "đề án")
_STEERING = {"quản", "đạo", "hành", "việc", "tác", "bql", "qlda", "bcđ"}  # these run the programmes they are named for


def _opens_programme(gap: Gap) -> bool:
    """Whether a programme or project that has a name follows the comma."""
    named = phrase_end(gap.tokens, gap.joint.right, _PROGRAMMES)
    if named is None or gap.joint.signs != {","} or is_over(gap.tokens, named):
        return False
    runs = any(token.key in _STEERING for token in gap.tokens[gap.start : gap.joint.left_end])
    return not runs and (gap.tokens[named].capital or gap.tokens[named].text.isdigit())


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
    known = head_at(gap.tokens, right.head) is not None
    if gap.dashed or not known:
        return known
    if RANKS.get(head.key) is Rank.ALONE and RANKS.get(gap.tokens[gap.start].key) in _NO_BRANDS:
        return True
    named = not is_over(gap.tokens, right.end) and not gap.tokens[right.end].line
    code = before.acronym and (head.acronym or before.text[-1].isdigit())  # PC06 - Công an tỉnh
    if not named or not head.capital or code:
        return False
    return not is_parent(gap.tokens, gap.start, gap.joint.left_end, rank(gap.tokens, right.head, right.end))


def _office_of_organs(gap: Gap) -> bool:
    """Whether one body serves two organs: Văn phòng HĐND và UBND, Văn phòng Đoàn ĐBQH và HĐND, Báo và Đài."""
    right = [token.key for token in gap.tokens[gap.joint.right : gap.joint.right + 2]]
    if right[0] not in _ORGANS | _BROADCASTERS and right != ["hội", "đồng"]:
        return False
    words = keys_of(gap.tokens[gap.start : gap.joint.left_end][:13]).removeprefix("phó ").removeprefix("chánh ")
    served = words.removeprefix("lãnh đạo ").removeprefix("văn phòng ").removeprefix("vp ")
    if words == "báo":
        return "và" in gap.joint.signs
    if served == "đảng ủy":
        return words != served and right[0] == "hđnd"
    return served != words and served in _BARE_ORGANS


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
    if gap.joint.line and (own == Rank.ALONE or _needs_no_name(gap, head, right)) and not _dangles(gap):
        return True
    if wording(gap.tokens, gap.item, head[1]).lower() in _WHOLE:
        return other in {Rank.ALONE, Rank.VERTICAL, Rank.COMMITTEE}
    return own == other == Rank.ALONE


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
    kind = wording(gap.tokens, right.head, right.end).lower()
    if kind not in _DANGLING and (_ends_with_place(gap) or _owned_by_nobody(gap)):
        return True
    other = rank_of_kind(gap.tokens, right.head, right.end)
    if other is None:
        return False
    if _list_has_ended(gap) or (other == Rank.COMMITTEE and _of_many(gap, right)):
        return True
    head = head_at(gap.tokens, gap.item)
    if head is None or (other == Rank.ALONE and head[0] is Sort.FIRM):
        return False
    return _next(gap, head[1], other)


def _owned_by_nobody(gap: Gap) -> bool:
    """Whether the left is a department or many enterprises, people or places: what follows them is the next."""
    opening = start_at(gap.tokens, gap.start)
    if opening is not None and opening.plural:
        return opening.sort in {Sort.OUTSIDE, Sort.PEOPLE, Sort.PLACE}
    head = head_at(gap.tokens, gap.item)
    return head is not None and rank(gap.tokens, gap.item, head[1]) == Rank.DEPARTMENT


def _of_many(gap: Gap, right: Start) -> bool:
    """Whether "các …" or "cấp …" follows the head, as in "UBND các xã", "UBND cấp xã"."""
    following = gap.tokens[right.end : right.end + 1]
    quantified = quantifier_end(gap.tokens, right.end) is not None
    return keys_of(following) == "cấp" or (quantified and following[0].text != "Các")


def _next(gap: Gap, end: int, other: int) -> bool:
    """Whether a body of rank `other` follows the one whose head ends at `end`: a treasury owns no Phòng Nội vụ."""
    owner = rank(gap.tokens, gap.item, end)
    if owner is None:
        return False
    return may_follow(owner, other) or (other == Rank.VERTICAL and sector_end(gap.tokens, end) == gap.joint.left_end)


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


def rank(tokens: Sequence[Token], head: int, end: int) -> int | None:
    """The rank of the head; the higher, the more it may own. None for bodies outside the order."""
    return RANKS.get(keys_of(tokens[head:end]))


def rank_of_kind(tokens: Sequence[Token], head: int, end: int) -> int | None:
    """The same, of the head's first word where the whole head has none: "Ban Nội chính" is a ban."""
    known = rank(tokens, head, end)
    return RANKS.get(tokens[head].key) if known is None and tokens[head].key in _KINDS else known


def may_follow(owner: int, other: int) -> bool:
    """Whether a body of rank `other` after one of rank `owner` is the next, as it cannot own that one."""
    return owner in _NEVER_OWNED_BY_NAME or other <= owner


def is_parent(tokens: Sequence[Token], start: int, end: int, other: int | None) -> bool:
    """Whether a body of rank `other` behind a dash is the parent of the office before it.

    "Phòng Cảnh sát giao thông - Công an tỉnh"; an office with a whole field as its name needs none but a ministry.
    """
    head = head_at(tokens, start)
    own = rank(tokens, start, head[1]) if head else None
    if head is None or own not in _OFFICES or other is None or other < Rank.DEPARTMENT:
        return False
    return other == Rank.MINISTRY or (end > head[1] and sector_end(tokens, head[1]) != end)
