"""Personal names: a surname and the capital words after it."""

from collections.abc import Sequence

from data.agencies.tokens import Token

_SURNAMES = """
nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh vương trịnh đoàn lương mai tô tạ hà cao chu
thái lâm đào đậu quách phùng kiều la lại triệu tống thân khổng nông hứa mạc giang đàm tăng thạch châu kim lò quàng vi
hầu giàng vừ sùng điểu trương từ ninh nghiêm khúc lã văn doãn bạch âu
"""
_KNOWN = frozenset(_SURNAMES.split())
_SHORTEST, _LONGEST = 3, 5  # words of a full name
_CITY = ("hồ", "chí", "minh")


def name_end(tokens: Sequence[Token], at: int) -> int | None:
    """The index after a person's full name at `at`: "Nguyễn Văn An"; two words (Lê Lợi) may as well be a street."""
    if at >= len(tokens) or tokens[at].key not in _KNOWN:
        return None
    end = at
    while end < len(tokens) and end - at < _LONGEST and tokens[end].capital and not tokens[end].mark:
        end += 1
    keys = tuple(token.key for token in tokens[at : at + _SHORTEST])
    return end if end - at >= _SHORTEST and keys != _CITY else None
