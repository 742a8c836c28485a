"""What a cell says, gathered step by step before its kind is told, and how a point gets its place in a year."""

import calendar
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from data.deadline.points import Point, day_before, first_day, is_possible, last_day
from data.deadline.relations import Relation, Where
from data.deadline.series import Series
from data.deadline.values import Cadence, Due, Span


@dataclass(slots=True)
class Facts:
    """The parts of a Deadline, and what its kind depends on."""

    start: date | None = None
    dues: list[Due] = field(default_factory=list)
    one_offs: int = 0
    ranges: int = 0
    window: bool = False  # the range is the cadence's own
    cadences: tuple[Cadence, ...] = ()
    trigger: str | None = None
    beside: bool = False  # the condition stands beside the time instead of governing it
    remark: bool = False  # ... and is no duty of its own
    planned: date | None = None
    hard: date | None = None
    until: date | None = None
    after: date | None = None
    time: str | None = None
    offset: str | None = None
    month_days: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    doubts: list[str] = field(default_factory=list)

    @property
    def periodic(self) -> list[Cadence]:
        """The cadences that have periods, so neither "thường xuyên" nor a bare "định kỳ"."""
        return [one for one in self.cadences if one not in (Cadence.CONTINUOUS, Cadence.UNSPECIFIED_PERIOD)]


class Moment(NamedTuple):
    """A point or a range placed in the calendar: its first day and its due day."""

    first: date
    due: Due
    where: Where


def year_of(point: Point, year: int) -> int:
    """The point's own year, or the one that it is counted from."""
    return point.year if point.year is not None else year + (point.shift or 0)


def place(point: Point, where: Where, facts: Facts, year: int) -> Moment | None:
    """Place a point, the day before it for "trước"; None, with a doubt, where no calendar has it."""
    facts.doubts += point.doubts
    if not is_possible(point):
        facts.doubts.append("impossible-date")
        return None
    at = year_of(point, year)
    if point.span is Span.DAY and point.day > calendar.monthrange(min(max(at, 1), 9998), point.month)[1]:
        facts.doubts.append("impossible-date")
    last = last_day(point, at)
    if where.relation is Relation.BEFORE:
        facts.doubts.append("day-before")
        last = day_before(point, at)
    return Moment(first_day(point, at), Due(last, point.span), where)


def place_range(series: Series, where: Where, facts: Facts, year: int) -> Moment | None:
    """Place a range, whose ends lend each other the month and the year that one of them leaves out."""
    start, end = series.points
    facts.doubts += (*start.doubts, *end.doubts)
    if start.month == 0:
        start = start._replace(month=end.month, year=end.year, shift=end.shift)
    if not (is_possible(start) and is_possible(end)):
        facts.doubts.append("impossible-date")
        return None
    first_year, last_year = _range_years(start, end, year)
    first = first_day(start, first_year)
    last = day_before(end, last_year) if "range-end-before" in end.doubts else last_day(end, last_year)
    if last < first:
        facts.doubts.append("backward-range")
        first, last = last, first
    return Moment(first, Due(last, end.span), where)


def _range_years(start: Point, end: Point, year: int) -> tuple[int, int]:
    crosses = (start.month - start.width, start.day) > (end.month, end.day or 31)
    first, last = year_of(start, year), year_of(end, year)
    if not end.has_year:
        last = first + crosses
    elif not start.has_year:
        first = last - crosses
    return first, last
