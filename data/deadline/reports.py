"""Tokens to the periods of cumulative reports: "quý I, 6 tháng, 9 tháng, năm"."""

from data.deadline.looking import Tokens, small_at, words_at
from data.deadline.phrases import point_at
from data.deadline.points import Point
from data.deadline.tokens import Sort
from data.deadline.values import Span


def report_periods_at(tokens: Tokens, i: int) -> tuple[tuple[Point, ...], int]:
    """Read two or more report periods, one of them without a number of its own; else nothing."""
    points, after, bare = _periods(tokens, words_at(tokens, i, "dinh ky", "bao cao") or i)
    return (tuple(points), after) if len(points) > 1 and bare else ((), i)


def _periods(tokens: Tokens, i: int) -> tuple[list[Point], int, bool]:
    points: list[Point] = []
    bare, after = False, i
    while found := _period(tokens, i):
        point, after, is_bare = found
        points.append(point)
        bare = bare or is_bare
        i = words_at(tokens, after, ", va", "va", ",", ";", "-", "/")
        if not i:
            break
    year = next((point.year for point in points if point.year), None)
    return (
        [point._replace(year=point.year or year) for point in points],
        after,
        bare and any(point.month in (3, 9) for point in points),
    )


def _period(tokens: Tokens, i: int) -> tuple[Point, int, bool] | None:
    j = words_at(tokens, i, "bao cao") or i
    small = small_at(tokens, j, 12)
    if small and tokens[small[1]].word == "thang" and small[0] in (3, 6, 9, 12):
        k = words_at(tokens, small[1] + 1, "dau nam") or small[1] + 1
        if not tokens[k].numbers and tokens[k].word not in ("dau", "cuoi"):
            span = {3: Span.QUARTER, 12: Span.YEAR}.get(small[0], Span.HALF)
            return Point(span, small[0], small[0]), k, True
        return None
    k = words_at(tokens, j, "ca nam", "1 nam", "nam")
    if k:
        year = tokens[k].numbers[0] if tokens[k].sort is Sort.YEAR else None
        return Point(Span.YEAR, 12, 12, year=year), k + (year is not None), True
    found = point_at(tokens, j) if tokens[j].word in ("quy", "qui") else None
    return (*found, False) if found else None
