"""Looking at tokens: words in a row, small numbers, and the year that stands by a date."""

from functools import cache

from data.deadline.tokens import Sort, Token

Tokens = list[Token]


def words_at(tokens: Tokens, i: int, *phrases: str) -> int:
    """Give the place after the first of the phrases that stands at `i`, else 0."""
    if not tokens[i].word:
        return 0
    for parts in _by_first_word(phrases).get(tokens[i].word, ()):
        if all(tokens[i + n].word == part for n, part in enumerate(parts)):
            return i + len(parts)
    return 0


@cache  # of the grammar's own lists of phrases, a few hundred
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    index: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        index.setdefault(phrase.split()[0], []).append(phrase.split())
    return index


def small_at(tokens: Tokens, i: int, top: int) -> tuple[int, int] | None:
    """Read a number from 1 to `top`, in digits or in letters ("mười hai")."""
    token = tokens[i]
    if token.sort not in (Sort.NUMBER, Sort.WORD) or not token.numbers:
        return None
    number, after = token.numbers[0], i + 1
    if number == 10 and token.sort is Sort.WORD and tokens[after].numbers in ((1,), (2,)):
        number, after = 10 + tokens[after].numbers[0], after + 1
    return (number, after) if 1 <= number <= top else None


def is_count(tokens: Tokens, i: int) -> bool:
    """Whether the number at `i` counts something ("02 tháng", "10 ngày làm việc") instead of naming it."""
    word, then = tokens[i + 1].word, tokens[i + 2]
    if word == "thang":
        return then.sort not in (Sort.NUMBER, Sort.MONTH_YEAR) and not then.numbers
    if word == "nam":
        return then.sort is not Sort.YEAR and not shift_at(tokens, i + 2)
    return word in _COUNTED or word == "%"


_COUNTED = frozenset(["ngay", "thang", "tuan", "nam", "gio", "lan", "phut", "nguoi", "ho", "so", "don", "vi"])


def year_at(tokens: Tokens, i: int) -> tuple[int | None, int | None, int]:
    """Read the year by a point: a number, or a shift from the plan's ("năm sau"), and where it ends."""
    j = i
    while j < i + 2 and (tokens[j].word in ("/", ",", "-", "cua") or _is_glue(tokens, j)):
        j += 1
    if tokens[j].sort is Sort.YEAR and not (tokens[i].word in (",", "-") and _continues(tokens, j + 1)):
        return tokens[j].numbers[0], None, j + 1
    if tokens[i].word == "/" and tokens[j].sort is Sort.NUMBER and 20 <= tokens[j].numbers[0] <= 99:
        return 2000 + tokens[j].numbers[0], None, j + 1
    if tokens[j].word != "nam":
        return None, None, i
    if tokens[j + 1].sort is Sort.YEAR:
        return tokens[j + 1].numbers[0], None, j + 2
    shift = shift_at(tokens, j + 1)
    return (None, shift[0], shift[1]) if shift else (None, None, i)


def _is_glue(tokens: Tokens, i: int) -> bool:
    """Whether a full stop ties a year to what is before it: "Quý IV.2024"."""
    return tokens[i].word == "." and tokens[i + 1].start == tokens[i].end


def _continues(tokens: Tokens, i: int) -> bool:
    """Whether a further year follows, so that the one before belongs to a list or range of years."""
    return tokens[i].word in ("-", ",", "va", "den") and tokens[i + 1].sort is Sort.YEAR


def shift_at(tokens: Tokens, i: int) -> tuple[int, int] | None:
    """Read "sau", "trước", "nay" after "năm" as 1, -1, 0 years from the plan's."""
    start = words_at(tokens, i, "lien ke", "lien", "ke") or i
    for shift, phrases in _SHIFTS:
        after = words_at(tokens, start, *phrases)
        if after and tokens[after].word not in ("khi", "ngay", "thang") and not tokens[after].numbers:
            return shift, words_at(tokens, after, "lien ke", "ke tiep") or after
    return (1, start) if start > i and tokens[i].word == "lien" else None


_SHIFTS = (
    (1, ("tiep theo", "ke tiep", "tiep", "sau", "toi")),
    (-1, ("truoc", "ngoai")),
    (0, ("nay", "bao cao", "ke hoach", "hien tai", "do")),
)
