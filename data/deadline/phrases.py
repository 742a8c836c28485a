"""Tokens to points of the calendar: a day, a month, a quarter, a half or a year, with the year that stands by it."""

from data.deadline.looking import Tokens, is_count, shift_at, small_at, words_at, year_at
from data.deadline.points import Point, of_day, of_month, of_quarter, of_year
from data.deadline.tokens import Sort
from data.deadline.values import Span

_ROMANS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "l": 1, "ll": 2, "lll": 3, "li": 2, "il": 2, "lv": 4, "iil": 3, "lii": 3}
_LAST_WEEK = 5
_WEEKS = {"dau": 1, "i": 1, "ii": 2, "iii": 3, "iv": 4, "cuoi": _LAST_WEEK}
Found = tuple[Point, int]  # a point and the place of the token after it


def point_at(tokens: Tokens, i: int) -> Found | None:
    """Read one point with the year that stands by it, if any."""
    for rule in (_stamp, _partial, day_at, _half, _week, _month, _quarter, _year, _leading):
        found = rule(tokens, i)
        if found:
            return found
    return None


def _stamp(tokens: Tokens, i: int) -> Found | None:
    """A spreadsheet's date: the first of a month stands for the month; a small day may have changed places with it."""
    if tokens[i].sort is not Sort.STAMP:
        return None
    day, month, year = tokens[i].numbers
    if day == 1:
        return of_month(month, year)._replace(doubts=("spreadsheet-date",)), i + 1
    point = of_day(day, month, year)
    return (point._replace(doubts=(*point.doubts, "spreadsheet-date")) if day <= 12 else point), i + 1


def _partial(tokens: Tokens, i: int) -> Found | None:
    """Read "đầu tháng 10", "giữa năm", "cuối quý II", "hết năm"."""
    part = tokens[i].word
    if part not in ("dau", "giua", "cuoi", "het"):
        return None
    j = words_at(tokens, i + 1, "cua") or i + 1
    found = _month(tokens, j) or _quarter(tokens, j) or _year(tokens, j)
    if found is None and tokens[j].word == "nam" and tokens[j + 1].word != "hoc":
        found = of_year(), j + 1
    if found is None:
        return None
    doubts = ("vague-part",) if part in ("dau", "giua") else ()
    return found[0]._replace(part="" if part == "het" else part, doubts=found[0].doubts + doubts), found[1]


def _week(tokens: Tokens, i: int) -> Found | None:
    """Read "tuần 2 tháng 3/2024", "tuần cuối tháng 6": the days up to the 7th, 14th, 21st, 28th, then the last."""
    if tokens[i].word != "tuan":
        return None
    j = words_at(tokens, i + 1, "thu") or i + 1
    small = small_at(tokens, j, 5)
    number = _WEEKS.get(tokens[j].word) or (small[0] if small else 0)
    k = words_at(tokens, j + 1, "cua", "/", ",", "trong") or j + 1
    month = _month(tokens, k) if number else None
    if month is None:
        return None
    point, after = month
    doubts = (*point.doubts, "vague-part")
    if number == _LAST_WEEK:
        return point._replace(doubts=doubts), after
    return of_day(7 * number, point.month, point.year)._replace(shift=point.shift, doubts=doubts), after


def day_at(tokens: Tokens, i: int) -> Found | None:
    """Read "30/6/2025", "ngày 30 tháng 6", "ngày 15" with what stands by it."""
    named = tokens[i].word == "ngay"
    j = i + 1 if named else i
    token = tokens[j]
    if token.sort is Sort.DATE:
        return of_day(*token.numbers), j + 1
    if token.sort is Sort.PAIR:
        return _dated(tokens, of_day(*token.numbers), j + 1)
    if token.sort is not Sort.NUMBER:
        return None
    k = words_at(tokens, j + 1, "thang", "/ thang", "cua thang", ", thang")
    month = tokens[k] if k else None
    if month and month.sort is Sort.MONTH_YEAR:
        return of_day(token.numbers[0], *month.numbers), k + 1
    if month and (small := small_at(tokens, k, 12)) and not _is_half(tokens, k) and tokens[small[1]].word != "lan":
        return _dated(tokens, of_day(token.numbers[0], small[0]), small[1])
    return lone_day(tokens, j) if named else None


def lone_day(tokens: Tokens, j: int) -> Found | None:
    """Read a day whose month is left to a list or a cadence; "ngày 2-9" alone is a day and its month."""
    day = tokens[j].numbers[0]
    if not 1 <= day <= 31 or tokens[j + 1].word == "lam":
        return None
    month = small_at(tokens, j + 2, 12) if tokens[j + 1].word == "-" else None
    if month and not day_at(tokens, j + 2) and tokens[month[1]].word not in ("hang", "thang", "moi", "cua"):
        return _dated(tokens, of_day(day, month[0])._replace(doubts=("day-or-range",)), month[1])
    return Point(Span.DAY, 0, day=day), j + 1


def _dated(tokens: Tokens, point: Point, after: int) -> Found:
    year, shift, end = year_at(tokens, after)
    return point._replace(year=year, shift=shift), end


def _leading(tokens: Tokens, i: int) -> Found | None:
    """Read the "15" of "15-20/3" and the "11" of "11-12/2025", which leave the rest to what follows."""
    if tokens[i].sort is not Sort.NUMBER:
        return None
    j = i + 1
    while (
        words_at(tokens, j, "-", "den", ",", "va") and tokens[j + 1].sort is Sort.NUMBER and not is_count(tokens, j + 1)
    ):
        j += 2
        if j > i + 60:
            return None
    if not words_at(tokens, j, "-", "den", ",", "va"):
        return None
    sort, number = tokens[j + 1].sort, tokens[i].numbers[0]
    if sort in (Sort.DATE, Sort.PAIR) and 1 <= number <= 31:
        return Point(Span.DAY, 0, day=number), i + 1
    return (of_month(number), i + 1) if sort is Sort.MONTH_YEAR and 1 <= number <= 12 else None


def _is_half(tokens: Tokens, i: int) -> bool:
    """Whether "6 tháng đầu năm" begins here, and not a month after a day."""
    return tokens[i + 1].word == "thang" and tokens[i + 2].word in ("dau", "cuoi")


def _half(tokens: Tokens, i: int) -> Found | None:
    """Read "6 tháng đầu năm", "9 tháng đầu năm 2025", "3 tháng cuối năm", "nửa cuối năm", "6 tháng năm 2025"."""
    if tokens[i].word == "nua":
        width, j = 6, i + 1
    elif (small := small_at(tokens, i, 11)) and tokens[small[1]].word == "thang":
        width, j = small[0], small[1] + 1
    else:
        return None
    side = tokens[j].word
    if side not in ("dau", "cuoi", "sau"):
        return _half_of_year(tokens, width, j)
    k = words_at(tokens, j + 1, "tien cua", "cung cua", "cua", "tien", "cung") or j + 1
    if tokens[k].word != "nam" and tokens[k].sort is not Sort.YEAR:
        return None
    span = {3: Span.QUARTER, 6: Span.HALF}.get(width, Span.HALF)
    year, shift, end = year_at(tokens, k)
    point = Point(span, width if side == "dau" else 12, width, year=year, shift=shift)
    return point, max(end, k + 1)


def _half_of_year(tokens: Tokens, width: int, j: int) -> Found | None:
    year, shift, end = year_at(tokens, j)
    if width not in (6, 9) or (year is None and shift is None) or tokens[j].word == ",":
        return None
    return Point(Span.HALF, width, width, year=year, shift=shift), end


def _month(tokens: Tokens, i: int) -> Found | None:
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    is_short = (
        token.word == "t"
        and tokens[i + 1].sort in (Sort.NUMBER, Sort.PAIR)
        and tokens[i + 2].word not in ("hang", "cn")
    )
    if token.word != "thang" and not is_short:
        return None
    j = words_at(tokens, i + 1, "/", "thu", ".") or i + 1
    return bare_month(tokens, j)


def bare_month(tokens: Tokens, i: int) -> Found | None:
    """Read a month without its word."""
    token = tokens[i]
    if token.sort is Sort.MONTH_YEAR:
        return of_month(*token.numbers), i + 1
    if token.sort is Sort.PAIR:
        return _short_year(tokens, i, of_month)
    small = small_at(tokens, i, 99)
    return _dated(tokens, of_month(small[0]), small[1]) if small else None


def _short_year(tokens: Tokens, i: int, make: object) -> Found | None:
    number, year = tokens[i].numbers
    point = of_quarter(number) if make is of_quarter else of_month(number)
    if year > 12:
        return point._replace(year=2000 + year), i + 1
    return None


def _quarter(tokens: Tokens, i: int) -> Found | None:
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
        return _dated(tokens, of_quarter(_ROMANS[token.word]), i + 1)
    small = small_at(tokens, i, 4)
    return _dated(tokens, of_quarter(small[0]), small[1]) if small else None


def _year(tokens: Tokens, i: int) -> Found | None:
    """Read "Năm 2023", "2027", "năm sau"; and "năm" alone after "trong"."""
    if tokens[i].sort is Sort.YEAR:
        return of_year(tokens[i].numbers[0]), i + 1
    if tokens[i].word != "nam":
        return None
    if tokens[i + 1].sort is Sort.YEAR:
        return of_year(tokens[i + 1].numbers[0]), i + 2
    shift = shift_at(tokens, i + 1)
    if shift:
        return of_year(shift=shift[0]), shift[1]
    return (of_year(), i + 1) if i and tokens[i - 1].word == "trong" and tokens[i + 1].word != "hoc" else None
