"""Which Occurrences of a Deadline should exist by now: one per date of its cell, one per period of a recurring duty."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from data import period
from data.deadline import Cadence, Deadline, Due, Kind, Span
from data.kinds import Ladder
from data.occurrences import Expected
from data.period import Period
from data.words import fold

LADDER_BY_SPAN = {
    Span.DAY: Ladder.DATED,
    Span.MONTH: Ladder.DATED,
    Span.QUARTER: Ladder.QUARTER,
    Span.HALF: Ladder.QUARTER,
    Span.YEAR: Ladder.YEAR,
}
# A range takes the ladder of what it is as long as: up to so many months, else the year's.
LADDER_BY_MONTHS = ((2, Ladder.DATED), (7, Ladder.QUARTER))

# Ladders whose periods are never asked for once they ended before the switch-on.
CHECKINS = {Ladder.STANDING, Ladder.WEEKLY}

# A duty that says no end itself is not opened for more years than these.
MOST_YEARS = 10

PeriodsOfYear = Callable[[int], list[Period]]

# The year's periods of each cadence; a cadence that is not here is a standing duty, reported by window.
PERIODS: dict[Cadence, tuple[Ladder, PeriodsOfYear]] = {
    Cadence.WEEKLY: (Ladder.WEEKLY, lambda year: [period.week(year, n) for n in range(1, _iso_weeks(year) + 1)]),
    Cadence.MONTHLY: (Ladder.RECURRING, lambda year: [period.month(year, n) for n in range(1, 13)]),
    Cadence.QUARTERLY: (Ladder.RECURRING, lambda year: [period.quarter(year, n) for n in range(1, 5)]),
    Cadence.SEMIANNUAL: (Ladder.RECURRING, lambda year: [period.half(year, n) for n in (1, 2)]),
    Cadence.YEARLY: (Ladder.RECURRING, lambda year: [period.year(year)]),
}
WINDOWS: dict[str, PeriodsOfYear] = {
    "quarterly": lambda year: [period.report_quarter(year, n) for n in range(1, 5)],
    "monthly": lambda year: [period.report_month(year, n) for n in range(1, 13)],
}


_STRETCH = re.compile(
    r"(?:(?:giai doan|thoi ky|nhiem ky|nam hoc|nam) )(?:tu )?(?:nam )?(20\d\d) ?(?:[-–—]|den) ?(?:nam )?(20\d\d)"
)
_ONE_YEAR = re.compile(r"(?<!den )(?<!tu )nam (20\d\d)(?! ?[-–—])")


def runs(title: str, year: int) -> Period:
    """The time of a plan of `year`: that year, or to the end of the years or of the school year that its title names.

    A title that names one year beside a stretch is that year's: "Chương trình … giai đoạn 2021-2030, năm 2025".
    """
    plain = fold(title)
    found = _STRETCH.search(plain)
    rest = _STRETCH.sub("", plain)
    first, last = (int(found[1]), int(found[2])) if found else (year, year)
    if found is None or not first - 1 <= year <= last or _ONE_YEAR.search(rest):
        return period.year(year)
    if found[0].startswith("nam hoc"):
        return Period(str(year), date(year, 1, 1), date(last, 7, 1))
    return Period(str(year), date(year, 1, 1), date(last + 1, 1, 1))


def expected(deadline: Deadline, *, runs: Period, checkin: str, switched_on: date, today: date) -> tuple[Expected, ...]:
    """The Occurrences that one lead Assignment should have on `today`.

    Args:
        deadline: the task's reading.
        runs: the plan's time, with which its recurring duties end, but for those that name an end of their own.
        checkin: how often standing duties are asked for, "quarterly" or "monthly".
        switched_on: the local day on which the plan was switched on.
        today: the local day it is; periods that have not begun are left out.
    """
    if deadline.kind is Kind.RECURRING or (deadline.cadence and deadline.kind is not Kind.CONDITIONAL):
        found = _recurring(deadline, runs, checkin, switched_on)
        return tuple(one for one in found if one.opens_on <= today)
    if deadline.dues:
        return tuple(_dated(deadline, due, switched_on) for due in deadline.dues)
    ladder = Ladder.CONDITIONAL if deadline.trigger or deadline.kind is Kind.CONDITIONAL else Ladder.UNSPECIFIED
    return (Expected("1", ladder, switched_on, switched_on, None, past=False),)


def _dated(deadline: Deadline, due: Due, switched_on: date) -> Expected:
    """The Occurrence of one date; the key is its ordinal in the cell."""
    key = str(deadline.dues.index(due) + 1)
    if deadline.start and len(deadline.dues) == 1:
        start, ladder = deadline.start, _ladder_of_range(deadline.start, due.day)
    else:
        start = _span_start(due) or switched_on
        ladder = Ladder.EVENT if deadline.begins and due.span is Span.DAY else LADDER_BY_SPAN[due.span]
    return Expected(key, ladder, start, switched_on, due.day, past=due.day < switched_on)


def _span_start(due: Due) -> date | None:
    """The first day of what the words span; None where they name a single day."""
    day = due.day
    match due.span:
        case Span.MONTH:
            return period.month(day.year, day.month).start
        case Span.QUARTER:
            return period.quarter(day.year, (day.month + 2) // 3).start
        case Span.HALF:
            return period.half(day.year, (day.month + 5) // 6).start
        case Span.YEAR:
            return period.year(day.year).start
        case Span.DAY:
            return None


def _ladder_of_range(start: date, last: date) -> Ladder:
    end = last + timedelta(days=1)
    months = (end.year - start.year) * 12 + end.month - start.month + (end.day > start.day)
    return next((ladder for most, ladder in LADDER_BY_MONTHS if months <= most), Ladder.YEAR)


def _recurring(deadline: Deadline, runs: Period, checkin: str, switched_on: date) -> list[Expected]:
    """One per period and named day of it, and one per date of the cell that is none of the cadence's own days."""
    years = _years_of(deadline, runs)
    cadence = deadline.cadence or Cadence.UNSPECIFIED_PERIOD
    ladder, periods_of = PERIODS.get(cadence, (Ladder.STANDING, WINDOWS[checkin]))
    ends = runs.last if years[-1] == runs.last.year and not deadline.until else date(years[-1], 12, 31)
    periods = [
        one
        for year in years
        for one in periods_of(year)
        if (one.start if ladder is Ladder.WEEKLY else one.last) <= ends
    ]
    named: dict[str, list[date]] = {}
    if ladder is not Ladder.STANDING and (deadline.until or ladder is Ladder.WEEKLY):
        named = _named_days(deadline, periods)
    elif ladder is not Ladder.STANDING:
        named = _repeated(_named_days(deadline, periods_of(years[0])), years, periods_of)
    own = {day for days in named.values() for day in days}
    # The end of a standing duty ("thường xuyên trong năm 2025") is no date of its own to report at.
    dates = () if ladder is Ladder.STANDING and deadline.kind is Kind.RECURRING else deadline.dues
    found = [_dated(deadline, due, switched_on) for due in dates if due.day not in own]
    for one in periods:
        days = named.get(one.key) or _usual_days(deadline, one, cadence)
        found += _in_period(deadline, one, days, ladder, switched_on)
    return found


def _years_of(deadline: Deadline, runs: Period) -> range:
    """The plan's years, or those that a duty says itself: "hằng năm, giai đoạn 2026-2030".

    One that begins after the plan's last year runs for its first, rather than not at all.
    """
    first = max(runs.start.year, deadline.start.year) if deadline.start else runs.start.year
    ends = (deadline.until or runs.last).year
    return range(first, max(first, min(ends, first + MOST_YEARS)) + 1)


def _repeated(named: dict[str, list[date]], years: range, periods_of: PeriodsOfYear) -> dict[str, list[date]]:
    """The days of the first year's periods, and the same ones in the years that follow."""
    first = periods_of(years[0])
    later = [(one, like, year) for year in years[1:] for one, like in zip(periods_of(year), first, strict=False)]
    return named | {one.key: [_years_on(day, year - years[0]) for day in named.get(like.key, ())]
                    for one, like, year in later}  # fmt: skip


def _years_on(day: date, years: int) -> date:
    """The same day so many years on; a month's last stays its last."""
    if day == period.month(day.year, day.month).last:
        return period.month(day.year + years, day.month).last
    return day.replace(year=day.year + years)


def _iso_weeks(year: int) -> int:
    return date(year, 12, 28).isocalendar().week


def _named_days(deadline: Deadline, periods: Sequence[Period]) -> dict[str, list[date]]:
    """The cell's own dates by the key of the period they are for; none where they are a matter of their own.

    Dates that run on beyond the year are for the period before them ("ngày 15 tháng đầu tiên của quý sau"). In a cell
    with dates beside its cadence, they are the cadence's only if every period has one.
    """
    dues = [due.day for due in deadline.dues]
    in_arrears = any(day > periods[-1].last for day in dues)
    named = {one.key: [day for day in dues if day in (_following(one) if in_arrears else one)] for one in periods}
    return named if deadline.kind is Kind.RECURRING or all(named.values()) else {}


def _following(one: Period) -> Period:
    return Period(one.key, one.end, one.end + (one.end - one.start))


def _usual_days(deadline: Deadline, one: Period, cadence: Cadence) -> list[date]:
    """The days that the cell names for any week or month, in this period; else its last day."""
    last = one.last
    if cadence is Cadence.WEEKLY and deadline.weekdays:
        return [one.start + timedelta(days=weekday) for weekday in deadline.weekdays]
    if cadence in PERIODS and deadline.month_days:
        return [last.replace(day=min(day, last.day)) for day in deadline.month_days]
    return [last]


def _in_period(
    deadline: Deadline, one: Period, days: Sequence[date], ladder: Ladder, switched_on: date
) -> Iterator[Expected]:
    """The Occurrences of a period, keyed by it; a second named day has a number behind the key."""
    start = max(one.start, deadline.start or one.start)
    if start > one.last or (deadline.until and deadline.until < one.start):
        return
    for ordinal, day in enumerate(sorted(set(days)), start=1):
        past = day < switched_on
        if day < start or (past and ladder in CHECKINS):
            continue
        key = one.key if ordinal == 1 else f"{one.key}.{ordinal}"
        yield Expected(key, ladder, start, max(start, switched_on), day, past)
