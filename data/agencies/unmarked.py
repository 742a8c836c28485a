"""Whether a body begins where no mark stands: a lost separator, or a new line."""

from collections.abc import Sequence

from data.agencies.boundary import continues_naming, inside_sector, open_list
from data.agencies.joints import Gap
from data.agencies.lexicon import Sort
from data.agencies.starts import Start, head_at, quantifier_end
from data.agencies.tokens import Token

_CONNECTORS = {
    *("thuộc", "của", "và", "các", "với", "tại", "cho", "trực", "theo", "là", "từ", "đến", "những", "hoặc", "cấp", "-"),
}
# What is named by the body that follows: "Ban Chấp hành Hội Nông dân", "Thanh tra Sở".
_DANGLING = {
    *("ban chấp hành", "ban thường vụ", "ban thường trực", "ban cán sự đảng", "ban chỉ huy", "bộ chỉ huy", "ban"),
    *("thường trực", "thường vụ", "cơ quan", "lãnh đạo", "đại diện", "trưởng", "thủ trưởng", "giám đốc", "nguyên"),
    *("văn phòng", "vp", "thanh tra", "đảng ủy", "công đoàn", "tổ giúp việc", "tổ công tác", "chi nhánh", "trung ương"),
    *("đoàn thanh niên", "ủy ban", "hội đồng", "chủ tịch", "phó chủ tịch", "pct", "ct", "tổ chức đảng", "quỹ"),
}
_PLACE_WORDS = {"huyện", "phường", "xã", "khu", "phố", "quận"}
_COMMITTEE = 4
# Who stands above whom: after a lower body a higher one is its owner, not the next of the list.
_RANKS = {
    "bộ": 5,
    "ubnd": _COMMITTEE,
    "ủy ban nhân dân": _COMMITTEE,
    "công an": _COMMITTEE,
    "sở": 3,
    **dict.fromkeys(("ban", "ban quản lý", "cục", "vụ"), 2),
    **dict.fromkeys(("phòng", "trung tâm", "viện", "hội", "văn phòng", "thanh tra", "chi cục", "trường"), 1),
}
_NEVER_OWNED_BY_NAME = {3, 5}  # the name of a bộ or sở holds no other body


def parts_unmarked(gap: Gap, right: Start | None) -> bool:
    """Whether a body begins at `right` although nothing but a space or a new line stands before it."""
    if right is None or not (right.plural or right.sort in {Sort.NAMED, Sort.PERSON}) or right.head >= len(gap.tokens):
        return False
    if gap.tokens[gap.joint.left_end - 1].key in _CONNECTORS or inside_sector(gap) or _dangles(gap) or _bare(gap):
        return False
    first = gap.tokens[gap.joint.right]
    if right.plural:
        return (gap.joint.line or (first.capital and not first.text.isdigit())) and not continues_naming(gap, right)
    if not first.capital or right.sort is Sort.PERSON or _names_a_place(gap, first):
        return False
    return gap.joint.line or _lost_mark(gap, right)


def _names_a_place(gap: Gap, first: Token) -> bool:
    """Whether what looks like a head is a place's name: huyện Vụ Bản, phường Hội An, đặc khu Trường Sa."""
    return gap.tokens[gap.joint.left_end - 1].key in _PLACE_WORDS and first.key in {"vụ", "hội", "trường"}


def _dangles(gap: Gap) -> bool:
    words = [token.key for token in gap.tokens[max(gap.start, gap.joint.left_end - 3) : gap.joint.left_end]]
    return any(" ".join(words[at:]) in _DANGLING for at in range(len(words)))


def _bare(gap: Gap) -> bool:
    """Whether nothing but a head stands on the left, so that its name is still to come."""
    head = head_at(gap.tokens, gap.item)
    return head is not None and head[0] is not Sort.PLACE and head[1] >= gap.joint.left_end


def _lost_mark(gap: Gap, right: Start) -> bool:
    rank = _rank(gap.tokens, right.head, right.end)
    if rank is None:
        return False
    many = rank == _COMMITTEE and quantifier_end(gap.tokens, right.end) > right.end
    head = head_at(gap.tokens, gap.item)
    owner = _rank(gap.tokens, gap.item, head[1]) if head else None
    if owner is None:
        within = open_list(gap)
        return many or (within is not None and within.sort is Sort.PLACE and rank != _COMMITTEE)
    return many or owner in _NEVER_OWNED_BY_NAME or rank <= owner


def _rank(tokens: Sequence[Token], head: int, end: int) -> int | None:
    return _RANKS.get(" ".join(token.key for token in tokens[head:end]))
