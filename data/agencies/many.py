"""Whether the words after a head make it stand for many bodies: "UBND các phường", "Công an cấp xã"."""

from collections.abc import Sequence

from data.agencies.heads import head_at, quantifier_end
from data.agencies.lexicon import Sort
from data.agencies.starts import COLLECTIVE, named_place, start_at
from data.agencies.tokens import Token

_SMALL = {"xã", "huyện", "phường", "cơ"}
# What a body is for, and not whom it stands for: "Ban Quản lý dự án các công trình".
_PURPOSES = {"dự án", "đề án", "chỉ đạo", "công tác", "hợp tác", "đối tác", "lĩnh vực", "khu vực", "giải quyết"}
_LIST_ENDS = ("ngành", "địa phương", "đoàn thể", "liên quan")
_MANY = COLLECTIVE | {Sort.PLACE, Sort.NAMED}
_PLACE_LINKS = {",", "/", "và", "-"}


def stands_for_many(tokens: Sequence[Token], end: int, *, places: bool = False) -> bool:
    """Whether a named head ending at `end` is followed by many: "các phường, xã", "12 ấp", "cấp xã", "xã, phường".

    With `places` only territories count: "Ban Quản lý các khu công nghiệp" is one body, "Ban Quản lý các thôn" many.
    """
    sorts = frozenset({Sort.PLACE}) if places else _MANY
    return any(_many_at(tokens, at, sorts) for at in range(end, len(tokens)))


def ends_list(tokens: Sequence[Token], end: int) -> bool:
    """Whether a list of bodies is whole with the word before `end`: "các sở, ban, ngành", "các đơn vị liên quan"."""
    return " ".join(token.key for token in tokens[max(0, end - 2) : end]).endswith(_LIST_ENDS)


def _many_at(tokens: Sequence[Token], at: int, sorts: frozenset[Sort]) -> bool:
    quantified = quantifier_end(tokens, at)
    levels = quantified < len(tokens) and tokens[quantified].key == "cấp"
    if quantified > at and (levels or not _purpose(tokens, at)):
        following = start_at(tokens, at)
        return following is not None and following.sort in sorts
    keys = [token.key for token in tokens[at : at + 4]]
    if keys[:1] == ["cấp"] and len(keys) > 1:
        return keys[1] in _SMALL or (keys[1] == "tỉnh" and tokens[0].key in {"ubnd", "ủy"})
    return _two_places(tokens, at)


def _purpose(tokens: Sequence[Token], at: int) -> bool:
    before = " ".join(token.key for token in tokens[max(0, at - 2) : at])
    return before in _PURPOSES or before.endswith((" số", " khối"))


def _two_places(tokens: Sequence[Token], at: int) -> bool:
    """Two kinds of territory in a row, the second without a name: "xã, phường", "phường xã", "tỉnh/thành phố"."""
    first = head_at(tokens, at)
    if first is None or first[0] is not Sort.PLACE:
        return False
    after = first[1]
    while after < len(tokens) and tokens[after].key in _PLACE_LINKS:
        after += 1
    second = start_at(tokens, after)
    return second is not None and second.sort is Sort.PLACE and not named_place(tokens, second)
