"""The condition of a cell: its words, its offset, and whether the cell waits for it."""

from data.deadline.cadences import cycle_at
from data.deadline.conditions import Condition, citation_at
from data.deadline.facts import Facts, year_of
from data.deadline.looking import words_at
from data.deadline.normal import Plain
from data.deadline.phrases import point_at
from data.deadline.points import is_possible, last_day
from data.deadline.relations import Relation, Where
from data.deadline.scan import Scan
from data.deadline.tokens import Sort
from data.deadline.values import Due, Span


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
    i = condition.first
    while i < condition.after:
        if not facts.cadences and words_at(found.tokens, i, "hang", "dinh ky") and (cycle := cycle_at(found.tokens, i)):
            facts.cadences = cycle.cadences
            facts.doubts.append("cadence-in-condition")
        if found.tokens[i].sort in (Sort.DATE, Sort.PAIR, Sort.DOTTED, Sort.MONTH_YEAR) and not condition.session:
            facts.doubts.append("date-in-condition")
        i = citation_at(found.tokens, i) or i + 1


def take_after(found: Scan, facts: Facts, plain: Plain, places: list[tuple[int, int]]) -> None:
    """Make "sau ngày 30/6" the condition of a cell that has no other time."""
    if facts.after and facts.trigger is None and not (facts.dues or facts.cadences) and places:
        facts.trigger = _words(*places[0], found, plain)


def after_places(found: Scan) -> list[tuple[int, int]]:
    """The tokens of "sau" and its date."""
    return [(where.at - 1, series.after) for series, where in found.series if where.relation is Relation.AFTER]


def _session_dues(condition: Condition, found: Scan, year: int) -> list[Due]:
    """The last day of the time in a session's name: "Kỳ họp cuối năm 2026"."""
    for i in range(condition.first, condition.after):
        named = point_at(found.tokens, i)
        if named and named[0].span is not Span.DAY and is_possible(named[0]) and named[1] <= condition.after:
            return [Due(last_day(named[0], year_of(named[0], year)), named[0].span)]
    return []


def _words(first: int, after: int, found: Scan, plain: Plain) -> str:
    start, end = found.tokens[first].start, found.tokens[after - 1].end
    return plain.shown[start:end].strip(" .,;:-+") or plain.shown


def _joined(first: int, found: Scan) -> bool:
    """Whether "và khi …" adds another duty to the time before it."""
    return first > 0 and found.tokens[first].word == "khi" and found.tokens[first - 1].word == "va"


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
