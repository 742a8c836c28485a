"""Who stands above whom: after a lower body a higher one is its owner, not the next of the list."""

from collections.abc import Sequence

from data.agencies.heads import head_at
from data.agencies.sectors import sector_end
from data.agencies.tokens import Token

ALONE = 0  # mass organisations and brands: whole with their head alone, and owning no other
_OFFICE, _INSTITUTION, DEPARTMENT, VERTICAL, COMMITTEE, _MINISTRY = range(1, 7)
_NAMES = {
    _MINISTRY: "bộ",
    COMMITTEE: """ubnd|ủy ban nhân dân|hội đồng nhân dân|hđnd|công an|bộ chỉ huy quân sự|bộ chqs|bộ tư lệnh
tỉnh ủy|thành ủy|huyện ủy""",
    VERTICAL: """thuế|hải quan|thống kê|kho bạc|kho bạc nhà nước|kbnn|bảo hiểm xã hội|bhxh|ngân hàng nhà nước|nhnn
kiểm toán nhà nước|tòa án|tòa án nhân dân|tand|viện kiểm sát|viện kiểm sát nhân dân|vksnd""",
    DEPARTMENT: "sở",
    _INSTITUTION: """ban|ban quản lý|bql|cục|vụ|tổng cục|bệnh viện|trường đại học|trường cao đẳng|đại học|học viện
tập đoàn|tổng công ty|công ty|ngân hàng|ngân hàng chính sách|đài|báo|liên đoàn lao động|liên minh|liên hiệp|hiệp hội
quỹ|điện lực|bưu điện|viễn thông tỉnh|viễn thông thành phố""",
    _OFFICE: """phòng|trung tâm|viện|hội|văn phòng|thanh tra|chi cục|trường|khoa|trạm|đội|tổ|bộ môn|trung tâm y tế
trạm y tế|hạt kiểm lâm""",
    ALONE: """mặt trận|mặt trận tổ quốc|ủy ban mặt trận tổ quốc|ủy ban mttq|ub mttq|mttq|ubmttq|ubmttqvn|đoàn tncs
đoàn thanh niên|đtn|tỉnh đoàn|thành đoàn|huyện đoàn|xã đoàn|hội nông dân|hội phụ nữ|hội liên hiệp|hội lhpn
hội cựu chiến binh|hội ccb|hội chữ thập đỏ|hội khuyến học|hội người cao tuổi|vnpt|viettel|mobifone|evn|vnpost|fpt
agribank|bidv|vietcombank|vietinbank""",
}
_RANKS = {name: rank for rank, text in _NAMES.items() for name in text.replace("\n", "|").split("|")}
_NEVER_OWNED_BY_NAME = {DEPARTMENT, _MINISTRY}  # the name of a bộ or sở holds no other body
_KINDS = {"ban", "đài", "hội", "tổ", "đội"}
_OFFICES = {_OFFICE, _INSTITUTION}


def rank(tokens: Sequence[Token], head: int, end: int) -> int | None:
    """The rank of the head; the higher, the more it may own. None for bodies outside the order."""
    return _RANKS.get(" ".join(token.key for token in tokens[head:end]))


def rank_of_kind(tokens: Sequence[Token], head: int, end: int) -> int | None:
    """The same, of the head's first word where the whole head has none: "Ban Nội chính" is a ban."""
    known = rank(tokens, head, end)
    return _RANKS.get(tokens[head].key) if known is None and tokens[head].key in _KINDS else known


def may_follow(owner: int, other: int) -> bool:
    """Whether a body of rank `other` after one of rank `owner` is the next, as it cannot own that one."""
    return owner in _NEVER_OWNED_BY_NAME or other <= owner


def is_parent(tokens: Sequence[Token], start: int, end: int, other: int | None) -> bool:
    """Whether a body of rank `other` behind a dash is the parent of the office before it.

    "Phòng Cảnh sát giao thông - Công an tỉnh"; an office with a whole field as its name needs none.
    """
    head = head_at(tokens, start)
    own = rank(tokens, start, head[1]) if head else None
    if head is None or own not in _OFFICES or other is None or other < DEPARTMENT:
        return False
    return end > head[1] and sector_end(tokens, head[1]) != end
