"""Tokens to series of points: one, a list that shares its unit and year, or the two ends of a range."""

from itertools import pairwise
from typing import NamedTuple

from data.deadline.dates import POINT_WORDS, read_day, read_lone_day, read_point
from data.deadline.months import read_bare_month, read_bare_quarter
from data.deadline.points import SCHOOL_DOUBT, Point, is_count, of_day, of_month, of_year, read_school, read_shift
from data.deadline.tokens import Line, Sort, Token
from data.deadline.values import Span
from data.words import opened_by, openings, phrases, rule

_PARTS_OF_STRETCH = phrases(
    "dau giai doan", "dau nhiem ky", "giua giai doan", "giua nhiem ky", "cuoi giai doan", "cuoi nhiem ky", "dau ky",
    "giua ky", "cuoi ky",
)  # fmt: skip
_LIST_SEPARATORS = phrases(", va", ", hoac", "va", "hoac", ",", ";", "&", "+", "/")


class Series(NamedTuple):
    """Points written together: one, a list, or the two ends of a range."""

    points: tuple[Point, ...]
    ranged: bool
    doubts: tuple[str, ...] = ()


def read_series(line: Line) -> Series | None:
    """Read "Tháng 3-4/2023", "Quý II, IV/2023", "15/3, 15/6" or a single point."""
    if months := _day_of_months(line):
        return months
    if school := read_school(line):
        return Series(school, len(school) > 1)
    if year := _whole_year(line):
        return Series((of_month(1)._replace(year=year.year, shift=year.shift), year), True)
    return _part_of_stretch(line) or _points(line)


@opened_by(("ca", "suot", "12"))
def _whole_year(line: Line) -> Point | None:
    """Read "cả năm 2025" and "suốt năm"; not where it only names the report that a limit follows."""
    said = line.take("suot ca nam", "ca nam", "suot nam", "12 thang trong nam", "12 thang cua nam")
    if said is None or line.word == "hoc":
        return None
    if line.sees("(", ":", "truoc", "cham nhat") and any(line.near(n).numbers for n in range(1, 5)):
        return None
    if line.here.sort is Sort.YEAR:
        return of_year(line.next().numbers[0])
    return of_year(shift=read_shift(line))


@rule
def _points(line: Line) -> Series | None:
    plural = line.near(-1).word in ("cac", "nhung")
    first = read_point(line)
    if first is None:
        return None
    if end := _range_end(line, first):
        return Series((first, end), True)
    listed = line.word == ","
    points = [first]
    doubts: tuple[str, ...] = ()
    while more := _next_in_list(line, points[-1]):
        points.append(more[0])
        doubts += more[1]
    if listed and not plural and _is_run(points):
        doubts += ("may-be-range",)
    return Series(_share(points), False, doubts)


@opened_by(_PARTS_OF_STRETCH)
def _part_of_stretch(line: Line) -> Series | None:
    """Read "cuối giai đoạn 2021-2025" as its end, "đầu nhiệm kỳ 2026-2031" as its first year."""
    part = line.word
    whole = read_series(line) if line.phrase(_PARTS_OF_STRETCH) else None
    if whole is None or not whole.ranged:
        return None
    first, last = whole.points
    if part == "cuoi":
        return Series((last,), False)
    vague = first._replace(doubts=(*first.doubts, "vague-part"))
    return Series((vague, last), True) if part == "giua" else Series((vague,), False)


def is_whole_year(series: Series) -> bool:
    """Whether the series is "cả năm"."""
    first, last = series.points[0], series.points[-1]
    return (
        series.ranged
        and first.span is Span.MONTH
        and last.span is Span.YEAR
        and (first.year, first.shift) == (last.year, last.shift)
    )


def is_school(series: Series) -> bool:
    """Whether the series is a school year or a term of one."""
    return all(SCHOOL_DOUBT in point.doubts for point in series.points)


@opened_by(("ngay",), numbers=True)
def _day_of_months(line: Line) -> Series | None:
    """Read "ngày 20 các tháng 3, 6, 9, 12"."""
    line.take("ngay")
    day = line.next()
    if day.sort is not Sort.NUMBER or line.take("cac thang", "cua cac thang", "cua thang") is None:
        return None
    first = read_bare_month(line)
    if first is None:
        return None
    months = [first]
    while more := _next_in_list(line, months[-1]):
        months.append(more[0])
    days = [of_day(day.numbers[0], month.month, month.year)._replace(shift=month.shift) for month in months]
    return Series(_share(days), False)


def _is_run(points: list[Point]) -> bool:
    """Whether the points follow each other in the calendar, so that the list may mean the whole stretch."""
    steps = {(b.year or 0) * 12 * (b.span is Span.YEAR) + b.month - (a.year or 0) * 12 * (a.span is Span.YEAR) - a.month
             for a, b in pairwise(points)}  # fmt: skip
    return len(points) > 1 and points[0].span is points[-1].span is not Span.DAY and steps == {points[0].width}


@rule
def _range_end(line: Line, first: Point) -> Point | None:
    if line.take(", den", "- den", "cho den", "-", "den", "toi") is None:
        return None
    if line.here.sort is Sort.CLOCK:  # "đến 17 giờ 00, ngày 01/02"
        line.next()
        line.take(",")
    at = line.at
    word = line.take("het ngay", "het", "truoc", "ngay het")
    end = _bare(line, first) or read_point(line)
    if end is None:
        line.at = at
        end = read_point(line)
    if end and word == "truoc":
        end = end._replace(doubts=(*end.doubts, "range-end-before"))
    return end


def _bare(line: Line, like: Point) -> Point | None:
    """Read what follows in a list without repeating its unit: the "IV" of "Quý II, IV"."""
    sort = line.here.sort
    if sort is Sort.NUMBER and is_count(line):
        return read_day(line) if like.span is Span.DAY else None
    if like.span is Span.MONTH and sort in (Sort.NUMBER, Sort.MONTH_YEAR, Sort.PAIR):
        return read_bare_month(line)
    if like.span is Span.QUARTER:
        return read_bare_quarter(line)
    if like.span is Span.DAY and sort is Sort.NUMBER:
        return read_day(line) or (None if like.month else read_lone_day(line))
    return None


@rule
def _like_month(line: Line, like: Point) -> Point | None:
    """Read the "6" of "ngày 20 tháng 3, 6, 9": a further month with the same day."""
    if like.span is not Span.DAY or line.here.sort is not Sort.NUMBER:
        return None
    if is_count(line) or line.near(1).word == "thang":
        return None
    month = read_bare_month(line)
    if month is None or not like.month < month.month <= 12:
        return None
    return of_day(like.day, month.month, month.year)._replace(shift=month.shift)


@rule
def _next_in_list(line: Line, last: Point) -> tuple[Point, tuple[str, ...]] | None:
    """Read a further point and the doubt whether it is another or instead."""
    mark, before = line.word, line.near(-1)
    joined = line.phrase(_LIST_SEPARATORS)
    if joined is None:
        return None
    if mark == ";" and line.here.sort is Sort.NUMBER and line.near(1).word in (".", ")"):
        return None  # the number of the next line
    found = _bare(line, last) or read_point(line) or _like_month(line, last)
    if found is None or (mark in (";", "/", "+") and found.span is not last.span):
        return None
    if line.word == ":":
        return None  # a heading of its own
    either = joined.endswith("hoac") or (mark == "/" and last.span is Span.YEAR)
    return _with_day(last, found, before), ("either-or",) * either


def _with_day(last: Point, point: Point, before: Token) -> Point:
    """Carry the day to a month that follows one: "ngày 20 tháng 6 và tháng 11"."""
    days = last.span is Span.DAY and last.month and before.sort is not Sort.DATE
    if not days or point.span is not Span.MONTH or point.part:
        return point
    return of_day(last.day, point.month, point.year)._replace(shift=point.shift)


def _share(points: list[Point]) -> tuple[Point, ...]:
    """Give each point of a list the month and the year that it leaves to the ones after it, or else before it."""
    shared = [points[-1]]
    for point in reversed(points[:-1]):
        shared.append(_lend(point, shared[-1]))
    return _carry(shared[::-1])


def _lend(point: Point, following: Point) -> Point:
    if point.span is Span.DAY and not point.month and following.span is Span.DAY and following.month:
        return of_day(point.day, following.month, following.year)._replace(shift=following.shift)
    # "Quý IV và năm 2026": a year that is listed itself is not the year of the quarter before it.
    if not point.has_year and point.span is not Span.YEAR and following.span is not Span.YEAR:
        return point._replace(year=following.year, shift=following.shift)
    return point


def _carry(points: list[Point]) -> tuple[Point, ...]:
    carried = [points[0]]
    for point in points[1:]:
        before = carried[-1]
        bare = not point.has_year and point.span is not Span.YEAR
        carried.append(point._replace(year=before.year, shift=before.shift) if bare else point)
    return tuple(carried)


SERIES_WORDS = (
    POINT_WORDS | openings(_day_of_months) | openings(read_school) | openings(_whole_year) | openings(_part_of_stretch)
)
"""The words by which a series may begin, besides numbers."""
