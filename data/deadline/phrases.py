"""Tokens to points of the calendar: a day, a month, a quarter, a half or a year, with the year that stands by it."""

from data.deadline.days import day_at
from data.deadline.looking import Tokens, is_count, shift_at, small_at, words_at, year_at
from data.deadline.months import Found, month_at, quarter_at
from data.deadline.points import Point, of_day, of_month, of_year
from data.deadline.tokens import Sort
from data.deadline.values import Span
from data.deadline.weekdays import LAST_WEEK, week_at


def point_at(tokens: Tokens, i: int) -> Found | None:
    """Read one point with the year that stands by it, if any."""
    for rule in (_stamp, _partial, day_at, _half, _week, month_at, quarter_at, _year, _leading):
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
    found = month_at(tokens, j) or quarter_at(tokens, j) or _year(tokens, j)
    if found is None and tokens[j].word == "nam" and tokens[j + 1].word != "hoc":
        found = of_year(), j + 1
    if found is None:
        return None
    doubts = ("vague-part",) if part in ("dau", "giua") else ()
    return found[0]._replace(part="" if part == "het" else part, doubts=found[0].doubts + doubts), found[1]


def _week(tokens: Tokens, i: int) -> Found | None:
    """Read "tuần 2 tháng 3/2024", "tuần cuối tháng 6": the days up to the 7th, 14th, 21st, 28th, then the last."""
    week = week_at(tokens, i)
    if week is None:
        return None
    month = month_at(tokens, words_at(tokens, week[1], "cua", "/", ",", "trong") or week[1])
    if month is None:
        return None
    point, after = month
    doubts = (*point.doubts, "vague-part")
    if week[0] == LAST_WEEK:
        return point._replace(doubts=doubts), after
    return of_day(7 * week[0], point.month, point.year)._replace(shift=point.shift, doubts=doubts), after


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
    if sort in (Sort.DATE, Sort.PAIR, Sort.DOTTED) and 1 <= number <= 31:
        return Point(Span.DAY, 0, day=number), i + 1
    return (of_month(number), i + 1) if sort is Sort.MONTH_YEAR and 1 <= number <= 12 else None


def _half(tokens: Tokens, i: int) -> Found | None:
    """Read "6 tháng đầu năm", "9 tháng đầu năm 2025", "3 tháng cuối năm", "nửa cuối năm", "6 tháng năm 2025"."""
    if tokens[i].word == "nua":
        if part := _half_of_part(tokens, i + 1):
            return part
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


def _half_of_part(tokens: Tokens, i: int) -> Found | None:
    """Read what follows "nửa" in "nửa đầu tháng 7", "nửa cuối quý II"; the first half ends on a 15th."""
    side = tokens[i].word
    j = words_at(tokens, i + 1, "cua") or i + 1
    found = (month_at(tokens, j) or quarter_at(tokens, j)) if side in ("dau", "cuoi", "sau") else None
    if found is None:
        return None
    point, after = found
    if side != "dau":
        return point._replace(doubts=(*point.doubts, "vague-part")), after
    half = of_day(15, point.month - point.width // 2, point.year)
    return half._replace(shift=point.shift, doubts=(*point.doubts, "vague-part")), after


def _half_of_year(tokens: Tokens, width: int, j: int) -> Found | None:
    year, shift, end = year_at(tokens, j)
    if width not in (6, 9) or (year is None and shift is None) or tokens[j].word == ",":
        return None
    return Point(Span.HALF, width, width, year=year, shift=shift), end


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
