"""Tokens to months and quarters, with the year or the school year that stands by them."""

from data.deadline.looking import Tokens, phrase_at, phrases, small_at, words_at, year_at
from data.deadline.points import Point, of_month, of_quarter
from data.deadline.school import in_school_year
from data.deadline.tokens import Sort

_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "li": 2, "il": 2, "lv": 4, "iil": 3, "lii": 3}
Found = tuple[Point, int]  # a point and the place of the token after it


def with_year(tokens: Tokens, point: Point, after: int) -> Found:
    """Give a point the year that follows it, by the calendar or by the school's."""
    school = in_school_year(tokens, after, point.month)
    if school:
        return point._replace(year=school[0]), school[1]
    year, shift, end = year_at(tokens, after)
    return point._replace(year=year, shift=shift), end


def month_at(tokens: Tokens, i: int) -> Found | None:
    """Read "tháng 6/2025", "T6", "tháng cuối quý III"."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    is_short = (
        token.word == "t"
        and tokens[i + 1].sort in (Sort.NUMBER, Sort.PAIR, Sort.MONTH_YEAR)
        and tokens[i + 2].word != "cn"
        and not words_at(tokens, i + 2, "hang tuan", "moi tuan")
    )
    if token.word != "thang" and not is_short:
        return None
    if token.word == "thang" and (found := month_of_quarter(tokens, i + 1)):
        return found
    j = words_at(tokens, i + 1, "/", "thu", ".") or i + 1
    return bare_month(tokens, j)


def month_of_quarter(tokens: Tokens, i: int) -> Found | None:
    """Read what follows "tháng" in "tháng cuối quý III/2024"."""
    for back, table in _MONTHS_OF_QUARTER:
        j = phrase_at(tokens, i, table)
        quarter = quarter_at(tokens, words_at(tokens, j, "cua") or j) if j else None
        if quarter:
            point, after = quarter
            return of_month(point.month - back, point.year)._replace(shift=point.shift, doubts=point.doubts), after
    return None


_MONTHS_OF_QUARTER = (
    (0, phrases("cuoi cung", "cuoi", "thu ba")),
    (1, phrases("giua", "thu hai")),
    (2, phrases("dau tien", "dau", "thu nhat")),
)


def bare_month(tokens: Tokens, i: int) -> Found | None:
    """Read a month without its word."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    if token.sort is Sort.PAIR:
        return _short_year(tokens, i, of_month)
    small = small_at(tokens, i, 99)
    return with_year(tokens, of_month(small[0]), small[1]) if small else None


def _short_year(tokens: Tokens, i: int, make: object) -> Found | None:
    number, year = tokens[i].numbers
    point = of_quarter(number) if make is of_quarter else of_month(number)
    if year > 12:
        return point._replace(year=2000 + year), i + 1
    return None


def quarter_at(tokens: Tokens, i: int) -> Found | None:
    """Read "quý III/2025", "Q3"."""
    if tokens[i].word not in ("quy", "qui", "q"):
        return None
    j = words_at(tokens, i + 1, "/", "thu", ".", "so") or i + 1
    return bare_quarter(tokens, j)


def bare_quarter(tokens: Tokens, i: int) -> Found | None:
    """Read a quarter without its word, in Roman or Arabic numerals."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR and token.numbers[0] <= 4:
        return of_quarter(*token.numbers), i + 1
    if token.sort is Sort.PAIR and token.numbers[0] <= 4:
        return _short_year(tokens, i, of_quarter)
    if token.word in _ROMANS:
        return with_year(tokens, of_quarter(_ROMANS[token.word]), i + 1)
    small = small_at(tokens, i, 4)
    return with_year(tokens, of_quarter(small[0]), small[1]) if small else None
