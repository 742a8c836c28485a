"""The due days of a cadence: the days that the cell names, else the ends of its periods."""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from data.deadline.dated import Facts, Moment, place, place_range, year_of
from data.deadline.periods import EACH_MONTH, QUARTER_END, Named
from data.deadline.points import eve, is_possible, last_day, make_day, of_day, period_ends
from data.deadline.relations import Relation, Scan, Where
from data.deadline.series import Series
from data.deadline.values import Cadence, Due, Span

_FINEST_FIRST = (
    Cadence.WEEKLY, Cadence.MONTHLY, Cadence.QUARTERLY, Cadence.SEMIANNUAL, Cadence.YEARLY, Cadence.CONTINUOUS,
    Cadence.UNSPECIFIED_PERIOD,
)  # fmt: skip
_ANCHORING = frozenset((Cadence.QUARTERLY, Cadence.SEMIANNUAL, Cadence.YEARLY))
_LONGEST = 10  # years whose due days are listed
_GLUE = frozenset([",", "(", ":", "-", "trong", "tu", "den", "het", "giai", "doan", "thoi", "nhiem", "ky", "cho"])


def take_cadences(found: Scan, facts: Facts) -> None:
    """Take the cadences that the cell names, finest first; a bare "định kỳ" counts only alone."""
    named = {one for cycle, _ in found.cycles for one in cycle.cadences}
    named |= {item.place.cadence for item, _ in found.named}
    for points, _ in found.reports:
        named.add(Cadence.QUARTERLY if any(point.month in (3, 9) for point in points) else Cadence.SEMIANNUAL)
    facts.doubts += [doubt for cycle, _ in found.cycles for doubt in cycle.doubts if doubt != "no-period"]
    if named == {Cadence.UNSPECIFIED_PERIOD}:
        facts.doubts.append("no-period")
    else:
        named.discard(Cadence.UNSPECIFIED_PERIOD)
    facts.cadences = tuple(one for one in _FINEST_FIRST if one in named)
    _take_weekdays(found, facts)


def _take_weekdays(found: Scan, facts: Facts) -> None:
    """Take the weekdays of a weekly duty, the day before for "trước"; no other cadence has any."""
    told = [(cycle.weekdays, where) for cycle, where in found.cycles if cycle.weekdays]
    if Cadence.WEEKLY in facts.cadences:
        told += found.weekdays
    elif facts.periodic and found.weekdays:
        facts.doubts.append("vague-part")
    before = [where.relation is Relation.BEFORE for days, where in told]
    facts.doubts += ["day-before"] * any(before)
    named = {(day - early) % 7 for (days, _), early in zip(told, before, strict=True) for day in days}
    facts.weekdays = tuple(sorted(named))


def take_lone_days(found: Scan, facts: Facts) -> None:
    """Give "ngày 20" the month that stands by it, or make it a named day of the cell's cadence."""
    _lend_months(found)
    monthly = Cadence.MONTHLY in facts.cadences
    for item in [item for item in found.series if not item[0].points[-1].month]:
        series, where = item
        found.series.remove(item)
        if not monthly:
            facts.doubts.append("day-without-month")
        if monthly or Cadence.QUARTERLY in facts.cadences:
            points = series.points[-1:] if series.ranged else series.points
            named = Named(tuple(point.day for point in points), EACH_MONTH if monthly else QUARTER_END)
            found.named.append((named, where))


def _lend_months(found: Scan) -> None:
    """Read "Tháng 3, trước ngày 20" as a day of that month."""
    months = {where.sentence: (i, series.points[0]) for i, (series, where) in enumerate(found.series)
              if len(series.points) == 1 and series.points[0].span is Span.MONTH}  # fmt: skip
    for i, (series, where) in enumerate(found.series):
        near, month = months.get(where.sentence, (i, None))
        if month is None or near != i - 1 or series.points[-1].month:
            continue
        days = (of_day(point.day, month.month, month.year)._replace(shift=month.shift) for point in series.points)
        found.series[i] = series._replace(points=tuple(days)), where


def take_window(found: Scan, facts: Facts, year: int) -> range:
    """Take the year or range that stands right by a cadence as the time it runs in; give its years."""
    for item in found.series:
        series, where = item
        wide = series.ranged or (len(series.points) == 1 and series.points[0].span is Span.YEAR)
        yearly = series.ranged and series.points[-1].year is None and Cadence.YEARLY in facts.cadences
        if not (facts.cadences and wide) or yearly or not _is_adjacent(found, where):
            continue
        moment = (
            place_range(series, where, facts, year) if series.ranged else place(series.points[0], where, facts, year)
        )
        if moment:
            found.series.remove(item)
            return _run_within(moment, facts, year, ranged=series.ranged)
    return range(year, year + 1)


def _run_within(moment: Moment, facts: Facts, year: int, *, ranged: bool) -> range:
    facts.until, facts.window = moment.due.day, True
    facts.dues.append(moment.due)
    if ranged:
        facts.start = moment.first
    first = year if moment.where.relation is Relation.BY else moment.first.year
    return range(first, max(first, min(moment.due.day.year, first + _LONGEST)) + 1)


def _is_adjacent(found: Scan, where: Where) -> bool:
    """Whether only prepositions stand between the date and a cadence."""
    for _, at in found.cycles:
        low, high = (at.after, where.at) if at.at < where.at else (where.after, at.at)
        if high - low < 10 and all(token.word in _GLUE for token in found.line.tokens[low:high]):
            return True
    return False


def take_due_days(found: Scan, facts: Facts, years: range, issued_on: date | None) -> None:
    """List the due days of the cadences in the years."""
    _drop_openings(found, facts)
    dues = [due for named, where in found.named for due in _named_dues(named, where, facts, years)]
    dues += _report_dues(found, facts, years[0])
    dues += _anchored_dues(found, facts, years, issued_on)
    dues += _weekday_dues(facts.weekdays, years[0])
    if dues and facts.until:  # the window's end is no day of the duty's own
        facts.dues = [due for due in facts.dues if due.day != facts.until]
    if not dues:
        dues = [due for year in years for cadence in facts.periodic for due in period_ends(cadence, year)]
        facts.doubts += ["several-cadences"] * (len(facts.periodic) > 1)
    if facts.periodic and Cadence.CONTINUOUS in facts.cadences:
        facts.doubts.append("several-cadences")
    if facts.start and facts.until and facts.periodic != [Cadence.YEARLY]:
        dues = [due for due in dues if facts.start <= due.day <= facts.until]
    facts.dues += dues


def _drop_openings(found: Scan, facts: Facts) -> None:
    """Drop the named day that only opens a window: "từ ngày 15 tháng trước đến ngày 14 của tháng"."""
    opening = [item for item in found.named if item[1].relation is Relation.FROM]
    if opening and len(found.named) > len(opening):
        found.named = [item for item in found.named if item not in opening]
        facts.doubts.append("window")


def _named_dues(named: Named, where: Where, facts: Facts, years: range) -> list[Due]:
    before = where.relation is Relation.BEFORE
    facts.doubts += (*named.doubts, *(["day-before"] * before))
    # The eve of the 1st is some month's last day.
    days = [day - 1 or 31 if before else day for day in named.days]
    facts.month_days = tuple(sorted({*facts.month_days, *days}))
    months = [(year, month) for year in years for month in named.place.months]
    return [Due(_named_day(*month, day, before=before), Span.DAY) for month in months for day in named.days]


def _named_day(year: int, month: int, day: int, *, before: bool) -> date:
    if not before:
        return make_day(year, month, day)
    # "Trước ngày 01" of a month is the last day of the one before it.
    return make_day(year, month, day - 1) if day > 1 else eve(make_day(year, month, 1))


def _report_dues(found: Scan, facts: Facts, year: int) -> list[Due]:
    facts.doubts += ["cumulative-periods"] * bool(found.reports)
    points = [point for points, _ in found.reports for point in points]
    return [Due(last_day(point, year_of(point, year)), point.span) for point in points if is_possible(point)]


def _anchored_dues(found: Scan, facts: Facts, years: range, issued_on: date | None) -> list[Due]:
    anchors = [item for item in found.series if _is_anchor(item[0], item[1], found)]
    found.series = [item for item in found.series if item not in anchors]
    dues: list[Due] = []
    for series, where in anchors:
        facts.doubts += series.doubts
        if series.ranged and (moment := place_range(series, where, facts, years[0])):
            facts.start, facts.window = moment.first, True
            dues.append(moment.due)
        elif facts.until and not series.ranged:
            placed = [place(point, where, facts, year) for year in years for point in series.points]
            dues += [moment.due for moment in placed if moment and moment.due.day <= facts.until]
        elif not series.ranged:
            dues += _yearly_dues(series, where, facts, years[0], issued_on)
    return dues


def _is_anchor(series: Series, where: Where, found: Scan) -> bool:
    """Whether a date without a year belongs to a cadence of its own sentence: "trước ngày 15/12 hằng năm"."""
    if any(point.year is not None for point in series.points) or series.points[-1].span is Span.YEAR:
        return False
    beside = {cadence for cycle, at in found.cycles if at.sentence == where.sentence for cadence in cycle.cadences}
    beside |= {named.place.cadence for named, at in found.named if at.sentence == where.sentence}
    return bool(beside & _ANCHORING)


def _yearly_dues(series: Series, where: Where, facts: Facts, year: int, issued_on: date | None) -> list[Due]:
    """Place a cadence's dates; a yearly one may be past when the plan is issued, and then is the next year's."""
    moments: Iterable[Moment | None] = [place(point, where, facts, year) for point in series.points]
    dues = [moment.due for moment in moments if moment]
    if facts.periodic != [Cadence.YEARLY] or series.points[-1].shift is not None:
        return dues
    moments = [place(point, where, facts, year + 1) for point in series.points]
    following = [moment.due for moment in moments if moment]
    if issued_on is None:  # nobody knows which is the first to come
        return dues + following
    return [later if due.day < issued_on else due for due, later in zip(dues, following, strict=True)]


def _weekday_dues(weekdays: tuple[int, ...], year: int) -> list[Due]:
    first = make_day(year, 1, 1)
    days = 366 if calendar.isleap(first.year) else 365
    every = (first + timedelta(days=n) for n in range(days if weekdays else 0))
    return [Due(day, Span.DAY) for day in every if day.weekday() in weekdays]
