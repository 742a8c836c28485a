"""Periods (Kỳ): half-open ranges of dates with a key, and the reporting windows of Decree 09/2019/NĐ-CP, art. 12."""

from dataclasses import dataclass
from datetime import date, timedelta

WINDOW_FIRST_DAY = 15
GRACE_DAYS = 5
"""Working days after the end of a window for which its report is still awaited."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` up to, but not including, `end`; `key` names them within a plan."""

    key: str
    start: date
    end: date

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.start <= day < self.end


def month(year: int, number: int) -> Period:
    """A calendar month (tháng), 2023-01."""
    return Period(f"{year}-{number:02}", _day(year, number, 1), _day(year, number + 1, 1))


def quarter(year: int, number: int) -> Period:
    """A calendar quarter (quý), 2023-Q1."""
    return Period(f"{year}-Q{number}", _day(year, 3 * number - 2, 1), _day(year, 3 * number + 1, 1))


def half(year: int, number: int) -> Period:
    """Half a calendar year (6 tháng đầu năm, 6 tháng cuối năm), 2023-H1."""
    return Period(f"{year}-H{number}", _day(year, 6 * number - 5, 1), _day(year, 6 * number + 1, 1))


def year(number: int) -> Period:
    """A calendar year (năm), 2023."""
    return Period(str(number), _day(number, 1, 1), _day(number + 1, 1, 1))


def week(iso_year: int, number: int) -> Period:
    """An ISO week (tuần), Monday to Sunday, 2023-W05."""
    monday = date.fromisocalendar(iso_year, number, 1)
    return Period(f"{iso_year}-W{number:02}", monday, monday + timedelta(days=7))


def between(first: date, last: date) -> Period:
    """The days from one to another, both among them: "2023-01-01..2023-06-30"."""
    return Period(f"{first}..{last}", first, last + timedelta(days=1))


def report_quarter(year: int, number: int) -> Period:
    """A quarter as reports count it, 2023-Q1: from 15/12 of the year before to 14/3, and so on."""
    last_month = 3 * number
    return Period(
        f"{year}-Q{number}", _day(year, last_month - 3, WINDOW_FIRST_DAY), _day(year, last_month, WINDOW_FIRST_DAY)
    )


def report_month(year: int, number: int) -> Period:
    """A month as reports count it, 2023-01: from the 15th of the month before to the 14th."""
    return Period(f"{year}-{number:02}", _day(year, number - 1, WINDOW_FIRST_DAY), _day(year, number, WINDOW_FIRST_DAY))


def window_of(calendar: Period) -> Period:
    """What a report on a calendar period counts: "2023-H1" from 15/12 of the year before to 14/6.

    A week is itself, and so are any other days.
    """
    if "W" in calendar.key or ".." in calendar.key:
        return calendar
    start, end = (_day(day.year, day.month - 1, WINDOW_FIRST_DAY) for day in (calendar.start, calendar.end))
    return Period(calendar.key, start, end)


def _day(year: int, month: int, day: int) -> date:
    """A date whose month may run one over the year's edge: month 0 is the December before, 13 the January after."""
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, day)
