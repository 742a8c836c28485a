"""Tokens to what comes round in a period: "ngày 25 của tháng cuối quý", "báo cáo quý I, 6 tháng, 9 tháng, năm"."""

from typing import NamedTuple

from data.deadline.cadences import WEEKDAY_WORDS, is_numbered, read_week_of_each_month, read_weekdays
from data.deadline.dates import read_point
from data.deadline.months import MONTHS_OF_QUARTER
from data.deadline.points import Point
from data.deadline.tokens import Line, Sort
from data.deadline.values import Cadence, Span
from data.words import Phrases, opened_by, phrases, rule


class Place(NamedTuple):
    """Where in its period a named day of the month lies: months counted from 1 for a period that starts in January."""

    months: tuple[int, ...]
    cadence: Cadence


class Named(NamedTuple):
    """Days of the month that come round: "ngày 25 của tháng cuối quý"."""

    days: tuple[int, ...]
    place: Place
    doubts: tuple[str, ...] = ()


EACH_MONTH = Place(tuple(range(1, 13)), Cadence.MONTHLY)
NEXT_MONTH = Place(tuple(range(2, 14)), Cadence.MONTHLY)
QUARTER_END = Place((3, 6, 9, 12), Cadence.QUARTERLY)
QUARTER_MIDDLE = Place((2, 5, 8, 11), Cadence.QUARTERLY)
QUARTER_START = Place((1, 4, 7, 10), Cadence.QUARTERLY)
NEXT_QUARTER = Place((4, 7, 10, 13), Cadence.QUARTERLY)
_IN_QUARTER = (QUARTER_END, QUARTER_MIDDLE, QUARTER_START)

_NEXT = phrases(
    "sau lien ke", "lien ke sau", "sau lien tiep", "ke tiep", "tiep theo", "lien ke", "lien sau", "sau", "toi",
    "ke tiep sau",
)  # fmt: skip


@opened_by((*WEEKDAY_WORDS, "cua", "vao", "trong", "tuan", "thang", "ngay"), numbers=True)
def read_named(line: Line) -> Named | None:
    """Read "ngày 25 hằng tháng", "ngày 15 tháng đầu tiên của quý sau", "thứ Sáu tuần cuối của tháng"."""
    if week_end := _week_of_each_month(line):
        return Named((week_end,), EACH_MONTH, ("vague-part",))
    opened = line.word
    days = _days(line)
    if days is None:
        return _named_month(line)
    line.take("cua", "vao", "trong")
    word = line.word
    place = _place(line)
    if place is None:
        return None
    counted = word in ("quy", "qui") or (word == "thang" and place in (EACH_MONTH, NEXT_MONTH))
    return None if counted and opened != "ngay" else Named(days, place)  # "1 quý/lần", "6 tháng"


@opened_by((*WEEKDAY_WORDS, "cua", "vao", "trong", "tuan"))
def _week_of_each_month(line: Line) -> int | None:
    read_weekdays(line)
    return read_week_of_each_month(line)


@opened_by(("thang",))
def _named_month(line: Line) -> Named | None:
    """Read "tháng cuối của quý", which names no day of it."""
    place = _place_in_month(line) if line.take("thang") else None
    return Named((31,), place, ("vague-part",)) if place and place.cadence is Cadence.QUARTERLY else None


_MOST = 40  # tokens of one list of days


@rule
def _days(line: Line) -> tuple[int, ...] | None:
    if line.take("ngay lam viec cuoi cung", "ngay cuoi cung", "ngay cuoi"):
        return (31,)
    last = line.at + _MOST
    line.take("ngay thu", "ngay")
    days: list[int] = []
    while line.here.sort is Sort.NUMBER and line.at < last and (day := line.small(31)):
        days.append(day)
        after = line.at
        joined = line.take(", ngay", "va ngay", "den ngay", ",", "va", "-", "den")
        if line.near(0).sort is not Sort.NUMBER:
            line.at = after
            return tuple(days)
        if joined in ("-", "den", "den ngay"):
            days.pop()
    return None


@rule
def _place(line: Line) -> Place | None:
    if line.take("hang", "moi", "tung", "cac"):
        if line.take("quy", "qui"):
            return QUARTER_END
        return EACH_MONTH if line.take("thang") and not line.ahead().small(12) else None
    if line.take("thang"):
        return _place_in_month(line)
    if line.take("cuoi quy", "cuoi moi quy", "cuoi hang quy", "quy") is None:
        return None
    return None if line.here.numbers or line.word in ("i", "ii", "iii", "iv") else QUARTER_END


@rule
def _place_in_month(line: Line) -> Place | None:
    for back, table in MONTHS_OF_QUARTER:
        if found := _in_quarter(line, _IN_QUARTER[back], table):
            return found
    if line.phrase(_NEXT):
        return NEXT_MONTH
    plain = line.take("bao cao", "do", "hang thang") or line.here.sort in (Sort.END, Sort.MARK)
    return EACH_MONTH if plain else None


@rule
def _in_quarter(line: Line, place: Place, table: Phrases) -> Place | None:
    if line.phrase(table) is None:
        return None
    line.take("cua moi", "cua hang", "cua tung", "cua cac", "cua", "moi", "hang", "tung")
    if line.take("quy", "qui") is None or is_numbered(line, Cadence.QUARTERLY):
        return None
    return NEXT_QUARTER if place is QUARTER_START and line.phrase(_NEXT) else place


# Cumulative reports.


@opened_by(("dinh", "bao", "ca", "nam", "quy", "qui"), numbers=True)
def read_reports(line: Line) -> tuple[Point, ...] | None:
    """Read two or more report periods, one of them without a number of its own: "quý I, 6 tháng, 9 tháng, năm"."""
    line.take("dinh ky", "bao cao")
    points: list[Point] = []
    bare, after = False, line.at
    while found := _period(line):
        points.append(found[0])
        bare, after = bare or found[1], line.at
        if line.take(", va", "va", ",", ";", "-", "/") is None:
            break
    line.at = after
    if len(points) < 2 or not bare or all(point.month not in (3, 9) for point in points):
        return None
    year = next((point.year for point in points if point.year), None)
    return tuple(point._replace(year=point.year or year) for point in points)


@rule
def _period(line: Line) -> tuple[Point, bool] | None:
    """Read a period, and whether no number of its own tells it."""
    line.take("bao cao")
    look = line.ahead()
    if (months := look.small(12)) in (3, 6, 9, 12) and look.take("thang"):
        look.take("dau nam")
        line.at = look.at
        span = {3: Span.QUARTER, 12: Span.YEAR}.get(months, Span.HALF)
        is_date = line.here.numbers or line.word in ("dau", "cuoi")
        return None if is_date else (Point(span, months, months), True)
    if line.take("ca nam", "1 nam", "nam"):
        year = line.next().numbers[0] if line.here.sort is Sort.YEAR else None
        return Point(Span.YEAR, 12, 12, year=year), True
    found = read_point(line) if line.word in ("quy", "qui") else None
    return (found, False) if found else None
