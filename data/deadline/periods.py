"""Tokens to what comes round in a period: "ngày 25 của tháng cuối quý", "báo cáo quý I, 6 tháng, 9 tháng, năm"."""

from typing import NamedTuple

from data.deadline.cadences import is_numbered
from data.deadline.dates import point_at, week_of_each_month_at, weekdays_at
from data.deadline.kinds import Cadence, Span
from data.deadline.numbers import Tokens, phrase_at, phrases, small_at, words_at
from data.deadline.points import Point
from data.deadline.tokens import Sort


class Place(NamedTuple):
    """Where in its period a named day of the month lies: months counted from 1 for a period that starts in January."""

    months: tuple[int, ...]
    cadence: Cadence


class Named(NamedTuple):
    """Days of the month that come round: "ngày 25 của tháng cuối quý"."""

    days: tuple[int, ...]
    place: Place
    after: int
    doubts: tuple[str, ...] = ()


EACH_MONTH = Place(tuple(range(1, 13)), Cadence.MONTHLY)
NEXT_MONTH = Place(tuple(range(2, 14)), Cadence.MONTHLY)
QUARTER_END = Place((3, 6, 9, 12), Cadence.QUARTERLY)
QUARTER_MIDDLE = Place((2, 5, 8, 11), Cadence.QUARTERLY)
QUARTER_START = Place((1, 4, 7, 10), Cadence.QUARTERLY)
NEXT_QUARTER = Place((4, 7, 10, 13), Cadence.QUARTERLY)

_NEXT = phrases(
    "sau lien ke",
    "lien ke sau",
    "sau lien tiep",
    "ke tiep",
    "tiep theo",
    "lien ke",
    "lien sau",
    "sau",
    "toi",
    "ke tiep sau",
)


def named_days_at(tokens: Tokens, i: int) -> Named | None:
    """Read "ngày 25 hằng tháng", "ngày 15 tháng đầu tiên của quý sau", "thứ Sáu tuần cuối của tháng"."""
    week = week_of_each_month_at(tokens, weekdays_at(tokens, i)[1])
    if week:
        return Named((week[0],), EACH_MONTH, week[1], ("vague-part",))
    days, j = _days(tokens, i)
    if not days:
        return _named_month(tokens, i)
    k = words_at(tokens, j, "cua", "vao", "trong") or j
    place = _place(tokens, k)
    if place is None:
        return None
    counted = tokens[k].word in ("quy", "qui") or (tokens[k].word == "thang" and place[0] in (EACH_MONTH, NEXT_MONTH))
    if counted and tokens[i].word != "ngay":
        return None  # "1 quý/lần", "6 tháng"
    return Named(days, place[0], place[1])


def _named_month(tokens: Tokens, i: int) -> Named | None:
    """Read "tháng cuối của quý", which names no day of it."""
    place = _place_in_month(tokens, i + 1) if tokens[i].word == "thang" else None
    if place is None or place[0].cadence is not Cadence.QUARTERLY:
        return None
    return Named((31,), place[0], place[1], ("vague-part",))


_MOST = 40  # tokens of one list of days


def _days(tokens: Tokens, i: int) -> tuple[tuple[int, ...], int]:
    j = words_at(tokens, i, "ngay lam viec cuoi cung", "ngay cuoi cung", "ngay cuoi")
    if j:
        return (31,), j
    j = words_at(tokens, i, "ngay thu", "ngay") or i
    days: list[int] = []
    while (small := small_at(tokens, j, 31)) and tokens[j].sort is Sort.NUMBER and j < i + _MOST:
        days.append(small[0])
        k = words_at(tokens, small[1], ", ngay", "va ngay", "den ngay", ",", "va", "-", "den") or small[1]
        if tokens[k].sort is not Sort.NUMBER:
            return tuple(days), small[1]
        if tokens[k - 1].word in ("-", "den") or tokens[k - 2].word == "den":
            days.pop()
        j = k
    return (), i


def _place(tokens: Tokens, i: int) -> tuple[Place, int] | None:
    each = words_at(tokens, i, "hang", "moi", "tung", "cac")
    if each and tokens[each].word == "thang" and not small_at(tokens, each + 1, 12):
        return EACH_MONTH, each + 1
    if each and tokens[each].word in ("quy", "qui"):
        return QUARTER_END, each + 1
    if tokens[i].word == "thang":
        return _place_in_month(tokens, i + 1)
    j = words_at(tokens, i, "cuoi quy", "cuoi moi quy", "cuoi hang quy", "quy")
    if j and (small_at(tokens, j, 4) or tokens[j].word in ("i", "ii", "iii", "iv") or tokens[j].numbers):
        return None
    return (QUARTER_END, j) if j else None


def _place_in_month(tokens: Tokens, i: int) -> tuple[Place, int] | None:
    for place, table in _IN_QUARTER:
        j = phrase_at(tokens, i, table)
        k = words_at(tokens, j, "cua moi", "cua hang", "cua tung", "cua cac", "cua", "moi", "hang", "tung") or j
        if j and tokens[k].word in ("quy", "qui") and not is_numbered(tokens, k + 1, Cadence.QUARTERLY):
            following = phrase_at(tokens, k + 1, _NEXT)
            if following and place is QUARTER_START:
                return NEXT_QUARTER, following
            return place, k + 1
    following = phrase_at(tokens, i, _NEXT)
    if following:
        return NEXT_MONTH, following
    plain = words_at(tokens, i, "bao cao", "do", "hang thang")
    if plain or tokens[i].sort in (Sort.END, Sort.MARK):
        return EACH_MONTH, plain or i
    return None


_IN_QUARTER = (
    (QUARTER_END, phrases("cuoi cung", "cuoi", "thu ba")),
    (QUARTER_START, phrases("dau tien", "dau", "thu nhat")),
    (QUARTER_MIDDLE, phrases("thu hai", "giua")),
)


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
