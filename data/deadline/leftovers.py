"""Tokens that no rule took: which of them may be time that was not understood."""

from data.deadline.looking import Tokens
from data.deadline.tokens import Sort, Token

_TIME_WORDS = frozenset(["thang", "quy", "qui", "nam", "tuan"])
# What may go on a piece of time that the grammar does not read.
_PERIOD_WORDS = frozenset([
    "", "ngay", "dau", "cuoi", "giua", "sau", "truoc", "nay", "toi", "tiep", "ke", "lien", "thu", "hoc", "do", "cua",
    "hang", "moi", "cac", "den", "va", "trong", "tu", "i", "ii", "iii", "iv", "v", "vi", "am", "now",
])  # fmt: skip


def is_leftover(tokens: Tokens, i: int) -> bool:
    """Whether an unread token looks like time; "02 tin, bài" and "thứ Năm" only have its look."""
    token = tokens[i]
    if token.sort in (Sort.NUMBER, Sort.DOTTED):
        return not _names_thing(tokens[i + 1])
    if token.sort is Sort.WORD:
        return token.word in _TIME_WORDS and tokens[i - 1].word != "thu" and not is_occasion(tokens, i)
    return token.sort is not Sort.CODE


def is_occasion(tokens: Tokens, i: int) -> bool:
    """Whether a word of time only names a thing: "Tháng hành động", "Tuần lễ", "Năm Du lịch"."""
    return tokens[i].word in _TIME_WORDS and _names_thing(tokens[i + 1])


def _names_thing(token: Token) -> bool:
    return token.sort is Sort.WORD and not token.numbers and token.word not in _TIME_WORDS | _PERIOD_WORDS
