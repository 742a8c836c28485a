"""The parts of a Deadline as they are gathered, and the dates that come once: starts, planned days, limits, ranges."""

from dataclasses import dataclass, field
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from data.deadline.cadences import Cycle
from data.deadline.points import Point, day_before, days_of, first_day, is_possible, last_day, period_ends
from data.deadline.relations import Relation, Scan, Where
from data.deadline.series import Series, is_school, is_whole_year
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
    begins: str | None = None
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
    if point.span is Span.DAY and point.day > days_of(min(max(at, 1), 9998), point.month):
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


def drop_context(found: Scan) -> None:
    """Drop the dates that say something else: those a "tức ngày" restates, and the year of "Kế hoạch năm 2026"."""
    at = found.restated_at
    if at >= 0 and any(where.at > at for _, where in found.series):
        found.series = [item for item in found.series if item[1].at > at]
        found.conditions = [item for item in found.conditions if item[1].at > at]
        found.doubts.append("restated")
    _drop_school_year(found)
    kept = [item for item in found.series if not item[1].topic]
    if found.named or any(series.ranged or where.relation is not Relation.ON for series, where in kept):
        found.series = kept


def let_go_on(found: Scan) -> None:
    """Make "cả năm" beside another date a duty that goes on: "Ban hành trong tháng 2, thực hiện cả năm"."""
    whole = [item for item in found.series if is_whole_year(item[0])]
    if not whole or len(whole) == len(found.series):
        return
    found.series = [item for item in found.series if item not in whole]
    found.cycles += [(Cycle((Cadence.CONTINUOUS,), ("whole-year",)), where) for _, where in whole]


def _drop_school_year(found: Scan) -> None:
    """Drop a school year or term that only tells which one a date of the same sentence belongs to."""
    if not any(is_school(series) for series, _ in found.series):
        return
    dated = {where.sentence for series, where in found.series if not is_school(series)}
    beside = [item for item in found.series if is_school(item[0]) and item[1].sentence in dated]
    found.series = [item for item in found.series if item not in beside]


def take_starts(found: Scan, facts: Facts, year: int) -> int:
    """Take what "từ" and "sau" say; give the year from which a cadence counts."""
    for item in list(found.series):
        series, where = item
        point = series.points[0]
        if series.ranged or where.relation not in (Relation.FROM, Relation.AFTER) or not is_possible(point):
            continue
        at = year_of(point, _context_year(found, found.series.index(item), year))
        if where.relation is Relation.FROM and facts.start:
            facts.doubts.append("several-times")
        elif where.relation is Relation.FROM:
            facts.start = first_day(point, at)
            facts.doubts += ["start-last"] * (where.bracketed or found.series[0][1].at < where.at)
        else:
            facts.after = last_day(point, at)
            facts.doubts.append("after-only")
        found.series.remove(item)
    return max(year, facts.start.year) if facts.start else year


def take_dates(found: Scan, facts: Facts, year: int) -> None:
    """Place the dates that no cadence has taken."""
    moments: list[Moment] = []
    ranges: list[Moment] = []
    for index, (series, where) in enumerate(found.series):
        facts.doubts += series.doubts
        if series.ranged:
            placed = [place_range(series, where, facts, year)]
            ranges += filter(None, placed)
        else:
            known = _context_year(found, index, year)
            placed = [place(point, where, facts, known) for point in series.points]
            moments += filter(None, placed)
    wide = [one for one in moments if any(_holds(one, stretch) for stretch in ranges)]
    moments = [one for one in moments if one not in wide]
    facts.doubts += ["narrowed"] * bool(wide)
    if len(moments) > 1:
        moments = _narrowed(_decided(moments, facts), facts)
    _put(moments, ranges, facts, phases=found.phases)


def _holds(wide: Moment, stretch: Moment) -> bool:
    """Whether a stretch in brackets tells when within the wider date before it: "Tháng 5 (ngày 15 - 20)"."""
    inside = wide.first <= stretch.first and stretch.due.day <= wide.due.day and wide.due.span is not stretch.due.span
    return inside and stretch.where.bracketed and not wide.where.bracketed


def leave_open(found: Scan, facts: Facts) -> None:
    """Let go on what has no end: "từ năm 2026", "2025 và những năm tiếp theo", "quý I và các quý tiếp theo"."""
    ended = facts.ranges or facts.cadences or facts.one_offs
    if not found.lasting and (facts.start is None or ended):
        return
    if found.lasting and facts.start is None and facts.dues and not facts.cadences:
        facts.start = first_day(found.series[0][0].points[0], facts.dues[0].day.year)
    facts.doubts.append("open-ended")
    if not facts.cadences:
        facts.cadences = (found.lasting or Cadence.CONTINUOUS,)
        first = facts.start
        ends = period_ends(facts.cadences[0], first.year) if first else []
        facts.dues = [due for due in ends if first and due.day >= first]
        facts.one_offs, facts.ranges = 0, 0


def _context_year(found: Scan, index: int, year: int) -> int:
    """The year of the nearest date before, or else after, that has one; the plan's where none has."""
    for series, _ in (*reversed(found.series[:index]), *found.series[index + 1 :]):
        years = [point.year for point in series.points if point.year]
        if years:
            return years[-1]
    return year


def _decided(moments: list[Moment], facts: Facts) -> list[Moment]:
    """Tell, in each sentence, a planned day from the limit that stands beside it."""
    sentences = groupby(moments, key=lambda moment: moment.where.sentence)
    return [kept for _, group in sentences for kept in _decided_pair(list(group), facts)]


def _decided_pair(moments: list[Moment], facts: Facts) -> list[Moment]:
    """Tell "Dự kiến 30/01" from "(chậm nhất 03/02)", where a sentence has the two and no more."""
    if len(moments) != 2:
        return moments
    first, second = moments
    planned = first.where.relation is Relation.PLANNED
    limit = second.where.relation in (Relation.BY, Relation.BEFORE)
    limit = limit and second.where.bracketed and not first.where.bracketed
    if planned or (limit and second.due.day >= first.due.day and first.where.relation is Relation.ON):
        facts.planned = first.due.day
        facts.doubts += ["contradiction"] * (first.due.day > second.due.day)
        return [second]
    if limit and second.due.day < first.first:
        facts.doubts.append("contradiction")
        facts.hard = second.due.day
    return moments


def _narrowed(moments: list[Moment], facts: Facts) -> list[Moment]:
    """Drop a wider date that a finer one repeats: the year of "Năm 2025 (tháng 10)"."""
    kept = list(moments)
    for one, other in (*pairwise(moments), *pairwise(reversed(moments))):
        inside = one.first <= other.first and other.due.day <= one.due.day and one.due.span is not other.due.span
        if inside and one in kept and other in kept:
            kept.remove(one)
            said = other.where.bracketed or other.where.relation is not Relation.ON
            facts.doubts += ["narrowed"] * (other.where.worded or not said)
    return kept


def _put(moments: list[Moment], ranges: list[Moment], facts: Facts, *, phases: int) -> None:
    dues = [moment.due for moment in (*moments, *ranges)]
    facts.dues += dues
    if facts.start and len(dues) == 1 and moments and not facts.cadences and dues[0].day >= facts.start:
        facts.ranges = 1
        return
    facts.one_offs, facts.ranges = len({moment.due.day for moment in moments}), len(ranges)
    if ranges and facts.start is None:
        facts.start = ranges[0].first
    apart = len({moment.where.at for moment in moments}) + len(ranges)
    facts.doubts += ["several-times"] * ((apart > 1 and phases != apart) or bool(facts.cadences and dues))
