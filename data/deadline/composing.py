"""A time cell to its Deadline: its parts gathered in their order, its condition, and which of the six kinds it is."""

from datetime import date, timedelta
from functools import lru_cache

from data.deadline.cadences import read_cycle
from data.deadline.conditions import Condition, read_citation
from data.deadline.dated import Facts, drop_context, leave_open, let_go_on, take_dates, take_starts, year_of
from data.deadline.dates import read_point
from data.deadline.points import is_possible, last_day
from data.deadline.recurring import take_cadences, take_due_days, take_lone_days, take_window
from data.deadline.relations import Relation, Scan, Where
from data.deadline.scan import scan
from data.deadline.tokens import Line, Plain, Sort, normalise, tokenise
from data.deadline.values import Cadence, Deadline, Due, Kind, Span

_BLANK = frozenset((
    "", "chua de xuat", "chua xac dinh", "khong de xuat", "khong co", "chua co", "khong", "chua", "chua ro", "de trong",
))  # fmt: skip
_UNDECIDED = ("chua de xuat", "chua xac dinh", "khong de xuat", "chua dang ky")
_AS_ABOVE = frozenset(("nt", "n t", "nhu tren", "ut", "idem", "tuong tu", "nhu dong tren", "nhu muc tren"))
_SERIALS = range(36526, 73051)  # 2000-01-01 to 2099-12-31 in a spreadsheet's day count
_DAY_ZERO = date(1899, 12, 30)
_SPANS = tuple(Span)


# A plan repeats few cells many times, and looks at each again for its questions.
@lru_cache(maxsize=2048)
def read(text: str, year: int, *, issued_on: date | None = None) -> Deadline:
    """Read one time cell of a plan of `year`; never raises, and says in `doubts` what a person should look at.

    A date without a year is the plan's; "trước ngày D" is the day before D; a plan issued on `issued_on` has no earlier
    due day. Text that is no time is `unspecified`.
    """
    plain = normalise(text)
    bare = plain.folded.strip(" .,;:-_/()\"'*?…x0")
    if plain.folded.strip(" .()\"'") in _AS_ABOVE or plain.folded in ('"', "''", '""', "〃"):
        return Deadline(text, Kind.UNSPECIFIED, doubts=("same-as-above",))
    if bare in _BLANK or (bare.startswith(_UNDECIDED) and not any(map(str.isdigit, bare))):
        return Deadline(text, Kind.UNSPECIFIED)
    serial = plain.folded.removesuffix(".0")
    if len(serial) == 5 and serial.isascii() and serial.isdigit() and int(serial) in _SERIALS:
        day = _DAY_ZERO + timedelta(days=int(serial))
        return Deadline(text, Kind.ONCE, dues=(Due(day, Span.DAY),), doubts=("spreadsheet-number",))
    return _read(text, plain, min(max(year, 1), 9990), issued_on)


def _read(text: str, plain: Plain, year: int, issued_on: date | None) -> Deadline:
    facts = _gather(scan(Line(tokenise(plain))), plain, year, issued_on)
    facts.doubts += ["too-long"] * (not plain.whole)
    kind = _kind(facts)
    doubts = (*facts.doubts, *_composed_doubts(facts, kind, issued_on))
    if kind is Kind.UNSPECIFIED and not doubts:
        doubts = ("unread",)
    dues = tuple(sorted({due.day: due for due in sorted(facts.dues, key=_width, reverse=True)}.values()))
    return Deadline(
        text, kind, facts.start, dues, facts.cadences[0] if facts.cadences else None, facts.trigger,
        tuple(dict.fromkeys(doubts)), facts.cadences, facts.planned, facts.hard, facts.until, facts.after, facts.time,
        facts.offset, facts.month_days, facts.weekdays, facts.begins if _is_event(facts, kind) else None,
    )  # fmt: skip


def _is_event(facts: Facts, kind: Kind) -> bool:
    """Whether an hour on a day, which is no limit, makes the cell's days events."""
    return kind in (Kind.ONCE, Kind.MULTIPLE) and not facts.cadences and all(due.span is Span.DAY for due in facts.dues)


def _width(due: Due) -> int:
    """How wide the words of a due day are; of several for one day the narrowest count: "hằng quý năm 2025"."""
    return _SPANS.index(due.span)


def _gather(found: Scan, plain: Plain, year: int, issued_on: date | None) -> Facts:
    """Take from the scan, in this order, what each rule of composition claims; each leaves the rest to the next."""
    facts = Facts(doubts=found.doubts, time=_hour(found.clock), begins=_hour(found.begins))
    places = after_places(found)
    drop_context(found)
    let_go_on(found)
    if found.cycles or found.named or found.reports:
        take_cadences(found, facts)
    take_lone_days(found, facts)
    first = take_starts(found, facts, year)
    if facts.cadences:
        take_due_days(found, facts, take_window(found, facts, first), issued_on)
    take_dates(found, facts, year)
    leave_open(found, facts)
    take_condition(found, facts, plain, year)
    take_after(found, facts, plain, places)
    vague_occasion = found.occasions and all(due.span is Span.YEAR for due in facts.dues)
    facts.doubts += ["leftover"] * bool(found.leftovers or vague_occasion)
    facts.doubts += ["duration"] * bool(found.counts and not (facts.dues or facts.trigger))
    return facts


def _hour(clock: tuple[int, int] | None) -> str | None:
    return f"{clock[0]:02}:{clock[1]:02}" if clock else None


def _kind(facts: Facts) -> Kind:
    dated = facts.one_offs + facts.ranges
    if facts.trigger and _waits(facts):
        return Kind.CONDITIONAL
    if facts.cadences:
        concrete = [one for one in facts.cadences if one not in (Cadence.CONTINUOUS, Cadence.UNSPECIFIED_PERIOD)]
        mixed = (facts.one_offs or (facts.ranges and not facts.window)) and not facts.window
        return Kind.MULTIPLE if mixed or len(concrete) > 1 or len(facts.month_days) > 1 else Kind.RECURRING
    if not dated:
        return Kind.UNSPECIFIED
    if dated > 1 or facts.hard or (facts.trigger and facts.beside and not facts.remark):
        return Kind.MULTIPLE
    return Kind.RANGE if facts.ranges else Kind.ONCE


def _waits(facts: Facts) -> bool:
    """Whether the whole cell waits for its condition, which then is more than a remark beside its time."""
    if facts.one_offs or facts.ranges or facts.start or facts.cadences:
        return not facts.beside
    return True


def _composed_doubts(facts: Facts, kind: Kind, issued_on: date | None) -> list[str]:
    doubts = []
    if facts.trigger and (facts.dues or facts.start or facts.cadences):
        doubts.append("date-and-condition")
    if issued_on and kind in (Kind.ONCE, Kind.RANGE, Kind.MULTIPLE, Kind.CONDITIONAL):
        doubts += ["before-plan"] * any(due.day < issued_on for due in facts.dues)
    return doubts


def take_condition(found: Scan, facts: Facts, plain: Plain, year: int) -> None:
    """Keep the first condition that is more than a remark ("theo quy định") on the cell's own time."""
    timed = bool(facts.dues or facts.start or facts.cadences)
    for condition, where in found.conditions:
        if condition.attribute and timed and condition.after - condition.first <= 2 and not condition.doubts:
            continue
        facts.doubts += condition.doubts
        if condition.session:
            if facts.one_offs:
                continue
            facts.dues += _session_dues(condition, found, year)
        if facts.trigger is None:
            facts.trigger, facts.offset = _words(condition.first, condition.after, found, plain), condition.offset
            _look_inside(condition, found, facts)
            facts.beside, facts.remark = _stands_beside(condition, where, found), condition.attribute


def _look_inside(condition: Condition, found: Scan, facts: Facts) -> None:
    """Doubt a condition that holds a date or a cadence of its own: "Theo Kế hoạch … hằng năm"."""
    line = Line(found.line.tokens, condition.first)
    while line.at < condition.after:
        if not facts.cadences and line.sees("hang", "dinh ky") and (cycle := read_cycle(line.ahead())):
            facts.cadences = cycle.cadences
            facts.doubts.append("cadence-in-condition")
        if line.here.sort in (Sort.DATE, Sort.PAIR, Sort.DOTTED, Sort.MONTH_YEAR) and not condition.session:
            facts.doubts.append("date-in-condition")
        if read_citation(line) is None:
            line.next()


def take_after(found: Scan, facts: Facts, plain: Plain, places: list[tuple[int, int]]) -> None:
    """Make "sau ngày 30/6" the condition of a cell that has no other time."""
    if facts.after and facts.trigger is None and not (facts.dues or facts.cadences) and places:
        facts.trigger = _words(*places[0], found, plain)


def after_places(found: Scan) -> list[tuple[int, int]]:
    """The tokens of "sau" and its date."""
    return [(where.at - 1, where.after) for _, where in found.series if where.relation is Relation.AFTER]


def _session_dues(condition: Condition, found: Scan, year: int) -> list[Due]:
    """The last day of the time in a session's name: "Kỳ họp cuối năm 2026"."""
    for at in range(condition.first, condition.after):
        line = Line(found.line.tokens, at)
        point = read_point(line)
        if point and point.span is not Span.DAY and is_possible(point) and line.at <= condition.after:
            return [Due(last_day(point, year_of(point, year)), point.span)]
    return []


def _words(first: int, after: int, found: Scan, plain: Plain) -> str:
    start, end = found.line.tokens[first].start, found.line.tokens[after - 1].end
    return plain.shown[start:end].strip(" .,;:-+") or plain.shown


def _joined(first: int, found: Scan) -> bool:
    """Whether "và khi …" adds another duty to the time before it."""
    return first > 0 and found.line.tokens[first].word == "khi" and found.line.tokens[first - 1].word == "va"


def _stands_beside(condition: Condition, where: Where, found: Scan) -> bool:
    """Whether the time came first and the condition is another duty's, or only a remark."""
    times = [at for _, at in (*found.series, *found.cycles, *found.named, *found.reports)]
    earlier = [at for at in times if at.at < where.at]
    if not earlier:
        return False
    apart = any(at.sentence < where.sentence for at in earlier) or _joined(condition.first, found)
    cycles = (*found.cycles, *found.named, *found.reports)
    standing = any(at.at < where.at and at.sentence == where.sentence for _, at in cycles)
    return condition.weak or condition.attribute or found.contrasts > 1 or apart or standing
