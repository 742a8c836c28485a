"""Where a body ends and what it has to do begins: "Sở Nội vụ | tham mưu, trình UBND tỉnh"."""

from collections.abc import Sequence

from data.agencies.heads import head_at, quantifier_end
from data.agencies.lexicon import Sort
from data.agencies.many import ends_list
from data.agencies.ranks import DEPARTMENT, rank
from data.agencies.sectors import sector_end
from data.agencies.tokens import Token

_VERBS = {
    *("tham mưu", "trực tiếp", "triển khai", "thực hiện", "thẩm định", "hướng dẫn", "báo cáo", "phối hợp", "chủ trì"),
    *("theo dõi", "kiểm tra", "đôn đốc", "ban hành", "rà soát", "tổng hợp", "xây dựng", "tổ chức", "đề xuất"),
}
_VERB_WORDS = {"trình", "cùng"}
_PLACES = {"tỉnh", "phố", "huyện", "quận", "xã", "phường", "trấn", "khu", "thôn", "ấp"}


def body_end(tokens: Sequence[Token], start: int, end: int) -> int:
    """The index after the body that begins at `start`, without the verb phrase that may follow it before `end`."""
    for at in range(start + 1, end):
        if _verb_at(tokens, at) and _whole(tokens, start, at):
            return at
    return end


def _verb_at(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].key in _VERB_WORDS or " ".join(token.text for token in tokens[at : at + 2]) in _VERBS


def _whole(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words are a body already: an office with its field, an authority with its place, a list."""
    head = head_at(tokens, start)
    placed = tokens[end - 1].key in _PLACES
    if head is None or head[1] >= end or tokens[head[1]].mark:
        return ends_list(tokens, end) or (placed and quantifier_end(tokens, start) > start)
    if head[0] is Sort.TYPE and sector_end(tokens, head[1]) == end:
        return True
    return placed and (rank(tokens, start, head[1]) or 0) >= DEPARTMENT
