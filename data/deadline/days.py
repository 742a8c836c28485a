"""Tokens to days of the calendar: "30/6/2025", "ngày 30 tháng 6", "30.6", "31-12"."""

from data.deadline.looking import Tokens, is_count, is_dotted_day, small_at, words_at
from data.deadline.months import Found, month_of_quarter, with_year
from data.deadline.points import Point, of_day
from data.deadline.tokens import Sort
from data.deadline.values import Span


def day_at(tokens: Tokens, i: int) -> Found | None:
    """Read "30/6/2025", "ngày 30 tháng 6", "ngày 15" with what stands by it."""
    named = tokens[i].word == "ngay"
    j = i + 1 if named else i
    token = tokens[j]
    if token.sort is Sort.DATE:
        return of_day(*token.numbers), j + 1
    if token.sort is Sort.PAIR or is_dotted_day(tokens, j):
        return with_year(tokens, of_day(*token.numbers), j + 1)
    if token.sort is not Sort.NUMBER:
        return None
    falling = None if named else _falling_pair(tokens, j)
    return falling or _day_and_month(tokens, j) or (lone_day(tokens, j) if named else None)


def _day_and_month(tokens: Tokens, i: int) -> Found | None:
    day, k = tokens[i].numbers[0], words_at(tokens, i + 1, "thang", "/ thang", "cua thang", ", thang")
    if not k:
        return None
    if in_quarter := month_of_quarter(tokens, k):
        point, after = in_quarter
        return of_day(day, point.month, point.year)._replace(shift=point.shift), after
    if tokens[k].sort is Sort.MONTH_YEAR:
        return of_day(day, *tokens[k].numbers), k + 1
    small = small_at(tokens, k, 12)
    if small is None or _is_half(tokens, k) or tokens[small[1]].word == "lan":
        return None
    return with_year(tokens, of_day(day, small[0]), small[1])


def _falling_pair(tokens: Tokens, i: int) -> Found | None:
    """Read "31-12", which can be no range, as a day and its month; "5-9" may be two of anything."""
    month = small_at(tokens, i + 2, 12) if tokens[i + 1].word == "-" and tokens[i + 2].sort is Sort.NUMBER else None
    day = tokens[i].numbers[0]
    if month is None or not month[0] < day <= 31 or is_count(tokens, i + 2) or _repeats_monthly(tokens, month[1]):
        return None
    return with_year(tokens, of_day(day, month[0]), month[1])


def lone_day(tokens: Tokens, j: int) -> Found | None:
    """Read a day whose month is left to a list or a cadence; "ngày 2-9" alone is a day and its month."""
    day = tokens[j].numbers[0]
    if not 1 <= day <= 31 or tokens[j + 1].word == "lam":
        return None
    month = small_at(tokens, j + 2, 12) if tokens[j + 1].word == "-" else None
    if month and not day_at(tokens, j + 2) and not _repeats_monthly(tokens, month[1]):
        doubts = () if words_at(tokens, month[1], "hang nam", "moi nam") else ("day-or-range",)
        return with_year(tokens, of_day(day, month[0])._replace(doubts=doubts), month[1])
    return Point(Span.DAY, 0, day=day), j + 1


def _repeats_monthly(tokens: Tokens, i: int) -> bool:
    """Whether two days and not a day and a month stand before: "ngày 20-25 hằng tháng", not "ngày 5-9 hằng năm"."""
    yearly = words_at(tokens, i, "hang nam", "moi nam")
    return tokens[i].word in ("hang", "thang", "moi", "cua") and not yearly


def _is_half(tokens: Tokens, i: int) -> bool:
    """Whether "6 tháng đầu năm" begins here, and not a month after a day."""
    return tokens[i + 1].word == "thang" and tokens[i + 2].word in ("dau", "cuoi")
