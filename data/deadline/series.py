"""Tokens to series of points: one, a list that shares its unit and year, or the two ends of a range."""

from itertools import pairwise
from typing import NamedTuple

from data.deadline.dates import Found, bare_month, bare_quarter, day_at, lone_day, point_at
from data.deadline.kinds import Span
from data.deadline.numbers import Tokens, is_count, phrase_at, phrases, words_at
from data.deadline.points import Point, of_day
from data.deadline.school import DOUBT, school_at
from data.deadline.tokens import Sort


class Series(NamedTuple):
    """Points written together: one, a list, or the two ends of a range."""

    points: tuple[Point, ...]
    ranged: bool
    after: int
    doubts: tuple[str, ...] = ()


def series_at(tokens: Tokens, i: int) -> Series | None:
    """Read "Tháng 3-4/2023", "Quý II, IV/2023", "15/3, 15/6" or a single point."""
    if months := _day_of_months(tokens, i):
        return months
    if school := school_at(tokens, i):
        return Series(school.points, len(school.points) > 1, school.after)
    if part := _part_of_stretch(tokens, i):
        return part
    first = point_at(tokens, i)
    if first is None:
        return None
    ranged = _range_end(tokens, first)
    if ranged:
        return Series((first[0], ranged[0]), True, ranged[1])
    points, after = [first[0]], first[1]
    doubts: list[str] = []
    while more := _next_in_list(tokens, points[-1], after):
        (point, after), either = more
        points.append(point)
        doubts += ["either-or"] * either
    plural = i > 0 and tokens[i - 1].word in ("cac", "nhung")
    if tokens[first[1]].word == "," and not plural and _is_run(points):
        doubts.append("may-be-range")
    return Series(_share(points), False, after, tuple(doubts))


def _part_of_stretch(tokens: Tokens, i: int) -> Series | None:
    """Read "cuối giai đoạn 2021-2025" as its end, "đầu nhiệm kỳ 2026-2031" as its first year."""
    j = phrase_at(tokens, i, _PARTS_OF_STRETCH)
    whole = series_at(tokens, j) if j else None
    if whole is None or not whole.ranged:
        return None
    first, last = whole.points
    if tokens[i].word == "cuoi":
        return Series((last,), False, whole.after)
    vague = first._replace(doubts=(*first.doubts, "vague-part"))
    return (
        Series((vague, last), True, whole.after) if tokens[i].word == "giua" else Series((vague,), False, whole.after)
    )


def is_school(series: Series) -> bool:
    """Whether the series is a school year or a term of one."""
    return all(DOUBT in point.doubts for point in series.points)


def _day_of_months(tokens: Tokens, i: int) -> Series | None:
    """Read "ngày 20 các tháng 3, 6, 9, 12"."""
    j = i + 1 if tokens[i].word == "ngay" else i
    k = words_at(tokens, j + 1, "cac thang", "cua cac thang", "cua thang") if tokens[j].sort is Sort.NUMBER else 0
    first = bare_month(tokens, k) if k else None
    if first is None:
        return None
    months, after = [first[0]], first[1]
    while more := _next_in_list(tokens, months[-1], after):
        months.append(more[0][0])
        after = more[0][1]
    days = [of_day(tokens[j].numbers[0], month.month, month.year)._replace(shift=month.shift) for month in months]
    return Series(_share(days), False, after)


def _is_run(points: list[Point]) -> bool:
    """Whether the points follow each other in the calendar, so that the list may mean the whole stretch."""
    steps = {(b.year or 0) * 12 * (b.span is Span.YEAR) + b.month - (a.year or 0) * 12 * (a.span is Span.YEAR) - a.month
             for a, b in pairwise(points)}  # fmt: skip
    return len(points) > 1 and points[0].span is points[-1].span is not Span.DAY and steps == {points[0].width}


def _range_end(tokens: Tokens, first: Found) -> Found | None:
    point, i = first
    j = words_at(tokens, i, ", den", "- den", "cho den", "-", "den", "toi")
    if not j:
        return None
    j = _past_clock(tokens, j)
    k = words_at(tokens, j, "het ngay", "het", "truoc", "ngay het") or j
    end = _bare(tokens, k, point) or point_at(tokens, k) or point_at(tokens, j)
    if end and tokens[k - 1].word == "truoc":
        end = end[0]._replace(doubts=(*end[0].doubts, "range-end-before")), end[1]
    return end


def _past_clock(tokens: Tokens, i: int) -> int:
    """Pass over the hour of "đến 17 giờ 00, ngày 01/02"; "đến 11h30 ngày 15/3" without a first day is no range."""
    if tokens[i].sort is not Sort.CLOCK:
        return i
    return words_at(tokens, i + 1, ",") or i + 1


def _bare(tokens: Tokens, i: int, like: Point) -> Found | None:
    """Read what follows in a list without repeating its unit: the "IV" of "Quý II, IV"."""
    if tokens[i].sort is Sort.NUMBER and is_count(tokens, i):
        return day_at(tokens, i) if like.span is Span.DAY else None
    if like.span is Span.MONTH and tokens[i].sort in (Sort.NUMBER, Sort.MONTH_YEAR, Sort.PAIR):
        return bare_month(tokens, i)
    if like.span is Span.QUARTER:
        return bare_quarter(tokens, i)
    if like.span is Span.DAY and tokens[i].sort is Sort.NUMBER:
        return day_at(tokens, i) or (None if like.month else lone_day(tokens, i))
    return None


def _like_month(tokens: Tokens, i: int, like: Point) -> Found | None:
    """Read the "6" of "ngày 20 tháng 3, 6, 9": a further month with the same day."""
    month = bare_month(tokens, i) if like.span is Span.DAY and tokens[i].sort is Sort.NUMBER else None
    if month is None or is_count(tokens, i) or not like.month < month[0].month <= 12 or tokens[i + 1].word == "thang":
        return None
    return of_day(like.day, month[0].month, month[0].year)._replace(shift=month[0].shift), month[1]


def _next_in_list(tokens: Tokens, last: Point, i: int) -> tuple[Found, bool] | None:
    j = phrase_at(tokens, i, _LIST_SEPARATORS)
    if not j:
        return None
    if tokens[i].word == ";" and tokens[j].sort is Sort.NUMBER and tokens[j + 1].word in (".", ")"):
        return None  # the number of the next line
    found = _bare(tokens, j, last) or point_at(tokens, j) or _like_month(tokens, j, last)
    if found is None or (tokens[i].word in (";", "/", "+") and found[0].span is not last.span):
        return None
    if tokens[found[1]].word == ":":
        return None  # a heading of its own
    slashed_years = tokens[i].word == "/" and last.span is Span.YEAR
    return _with_day(tokens, last, found, i), slashed_years or "hoac" in (tokens[i].word, tokens[j - 1].word)


def _with_day(tokens: Tokens, last: Point, found: Found, i: int) -> Found:
    """Carry the day to a month that follows one: "ngày 20 tháng 6 và tháng 11"."""
    point, after = found
    days = last.span is Span.DAY and last.month and tokens[i - 1].sort is not Sort.DATE
    if not days or point.span is not Span.MONTH or point.part:
        return found
    return of_day(last.day, point.month, point.year)._replace(shift=point.shift), after


_PARTS_OF_STRETCH = phrases(
    "dau giai doan", "dau nhiem ky", "giua giai doan", "giua nhiem ky", "cuoi giai doan", "cuoi nhiem ky", "dau ky",
    "giua ky", "cuoi ky",
)  # fmt: skip
_LIST_SEPARATORS = phrases(", va", ", hoac", "va", "hoac", ",", ";", "&", "+", "/")


def _share(points: list[Point]) -> tuple[Point, ...]:
    """Give each point of a list the month and the year that it leaves to the ones after it, or else before it."""
    shared = [points[-1]]
    for point in reversed(points[:-1]):
        shared.append(_lend(point, shared[-1]))
    return _carry(shared[::-1])


def _lend(point: Point, following: Point) -> Point:
    if point.span is Span.DAY and not point.month and following.span is Span.DAY and following.month:
        return of_day(point.day, following.month, following.year)._replace(shift=following.shift)
    if not point.has_year and point.span is not Span.YEAR:
        return point._replace(year=following.year, shift=following.shift)
    return point


def _carry(points: list[Point]) -> tuple[Point, ...]:
    carried = [points[0]]
    for point in points[1:]:
        before = carried[-1]
        bare = not point.has_year and point.span is not Span.YEAR
        carried.append(point._replace(year=before.year, shift=before.shift) if bare else point)
    return tuple(carried)
