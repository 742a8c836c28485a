"""Tokens to seasons: "mùa mưa bão", "vụ Đông Xuân 2024-2025". The weather says when, and so a person must."""

from data.deadline.looking import Tokens, phrase_at, phrases, words_at
from data.deadline.tokens import Sort

_SEASONS = phrases(
    "mua mua", "mua bao", "mua lu", "mua lut", "mua kho", "mua nang", "mua can", "mua ret", "mua lanh", "mua nuoc",
    "mua chay", "mua thi", "mua he", "mua ha", "mua dong", "mua xuan", "mua thu", "mua vu", "mua gat", "mua tuyen sinh",
    "mua tuyen quan", "mua le hoi", "mua du lich", "mua trong", "mua bao lu", "nghi he", "dip he", "ky nghi he",
    "vu dong xuan", "vu he thu", "vu thu dong", "vu xuan he", "vu dong", "vu xuan", "vu mua", "vu he", "vu chiem",
    "vu thu", "vu dong - xuan", "vu he - thu", "vu thu - dong", "nien vu",
)  # fmt: skip
_AROUND = phrases(
    "truoc , trong va sau", "truoc va trong", "trong va sau", "truoc", "trong suot", "trong", "sau", "vao", "dau",
    "cuoi", "giua", "ket thuc", "het", "truoc va sau",
)  # fmt: skip


def season_at(tokens: Tokens, i: int) -> int:
    """Give the place after a season, with the words and the year that go with it, else 0."""
    j = phrase_at(tokens, i, _AROUND) or i
    k = phrase_at(tokens, j, _SEASONS) or _summer(tokens, j) or _autumn(tokens, j)
    if not k:
        return 0
    while tokens[k].sort is Sort.WORD and (tokens[k].word in _MORE or not tokens[k].word):
        k += 1
    return _past_years(tokens, k)


def _summer(tokens: Tokens, i: int) -> int:
    """The place after a bare "hè": "Trong hè", "Hè 2025"."""
    if tokens[i].word != "he":
        return 0
    following = tokens[i + 1]
    return i + 1 if following.sort is not Sort.WORD or following.word in ("nam", "va", "hang") else 0


def _autumn(tokens: Tokens, i: int) -> int:
    """The place after "mùa thu", whose second word has no accents of time."""
    following = tokens[i + 1]
    unread = following.sort is Sort.WORD and not following.word
    return i + 2 if tokens[i].word == "mua" and unread else 0


def _past_years(tokens: Tokens, i: int) -> int:
    j = words_at(tokens, i, "nam") or i
    if tokens[j].sort is not Sort.YEAR:
        return i
    second = words_at(tokens, j + 1, "-", "/")
    return second + 1 if second and tokens[second].sort in (Sort.YEAR, Sort.NUMBER) else j + 1


_MORE = frozenset(["bao", "lu", "lut", "mua", "kho", "han", "to", "nong", "ret", "thu", "xuan", "dong", "hoach"])
