"""Points of the calendar as a cell names them, and their first and last days."""

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from data.deadline.values import Cadence, Due, Span


class Point(NamedTuple):
    """A named piece of the calendar: its last month and how many months it takes; a day has `day` as well."""

    span: Span
    month: int  # the last one; 0 where only a day is written
    width: int = 1
    day: int = 0
    year: int | None = None
    shift: int | None = None  # years from the plan's: "năm sau" is 1
    part: str = ""  # dau, giua, cuoi
    doubts: tuple[str, ...] = ()

    @property
    def has_year(self) -> bool:
        """Whether the words themselves say the year."""
        return self.year is not None or self.shift is not None


def of_month(month: int, year: int | None = None) -> Point:
    """A month of the year."""
    return Point(Span.MONTH, month, year=year)


def of_quarter(quarter: int, year: int | None = None) -> Point:
    """A quarter of the year."""
    return Point(Span.QUARTER, 3 * quarter, 3, year=year)


def of_year(year: int | None = None, shift: int | None = None) -> Point:
    """A whole year."""
    return Point(Span.YEAR, 12, 12, year=year, shift=shift)


def of_day(day: int, month: int, year: int | None = None) -> Point:
    """A day; one that the calendar does not have keeps a doubt and stands for the month's last."""
    if month > 12 >= day >= 1:
        return Point(Span.DAY, day, day=month, year=year, doubts=("impossible-date",))
    if not 1 <= month <= 12:
        return Point(Span.DAY, 99, day=day, year=year, doubts=("impossible-date",))
    impossible = not 1 <= day <= calendar.monthrange(year or 2024, month)[1]
    return Point(Span.DAY, month, day=day, year=year, doubts=("impossible-date",) if impossible else ())


def is_possible(point: Point) -> bool:
    """Whether the point can be placed in a calendar at all."""
    return 1 <= point.month <= 12 and (point.span is not Span.DAY or 1 <= point.day <= 31)


def make_day(year: int, month: int, day: int) -> date:
    """Give the date, or the month's last where it is shorter; years stay within what a date can hold."""
    year = min(max(year + (month - 1) // 12, 1), 9998)
    month = (month - 1) % 12 + 1
    return date(year, month, max(1, min(day, calendar.monthrange(year, month)[1])))


def last_day(point: Point, year: int) -> date:
    """The last day of the point in `year`; the thirds of a month end on the 10th, the 20th and its last day."""
    if point.span is Span.DAY:
        return make_day(year, point.month, point.day)
    first = point.month - point.width + 1
    if point.part == "dau":
        return (
            make_day(year, first, 10)
            if point.span is Span.MONTH
            else make_day(year, first + max(point.width // 4 - 1, 0), 31)
        )
    if point.part == "giua":
        return (
            make_day(year, point.month, 20)
            if point.span is Span.MONTH
            else make_day(year, first + (point.width - 1) // 2, 31)
        )
    return make_day(year, point.month, 31)


def first_day(point: Point, year: int) -> date:
    """The first day of the point in `year`."""
    if point.span is Span.DAY:
        return make_day(year, point.month, point.day)
    first = point.month - point.width + 1
    if point.part in ("giua", "cuoi"):
        if point.span is Span.MONTH:
            return make_day(year, first, 11 if point.part == "giua" else 21)
        return make_day(year, point.month if point.part == "cuoi" else first + (point.width - 1) // 2, 1)
    return make_day(year, first, 1)


def day_before(point: Point, year: int) -> date:
    """The day before the point begins: what "trước" asks for."""
    return eve(first_day(point, year))


def eve(day: date) -> date:
    """The day before; the first day that a date can hold has none."""
    return day - timedelta(days=1) if day > date.min else day


def period_ends(cadence: Cadence, year: int) -> list[Due]:
    """The last days of the cadence's periods in a year."""
    months, span = _PERIODS.get(cadence, (range(0), Span.YEAR))
    return [Due(make_day(year, month, 31), span) for month in months]


_PERIODS = {
    Cadence.MONTHLY: (range(1, 13), Span.MONTH),
    Cadence.QUARTERLY: (range(3, 13, 3), Span.QUARTER),
    Cadence.SEMIANNUAL: (range(6, 13, 6), Span.HALF),
    Cadence.YEARLY: (range(12, 13), Span.YEAR),
}
