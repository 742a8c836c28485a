"""Which Occurrences of a task are meant, by its number alone or with a period; what is near, or not begun. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from data.facts import Alike, OccurrenceFact, Standing, TaskFact
from data.kinds import Closing, Ladder, State
from data.period import Period
from data.refusals import AlreadyDone, NotOpenYet, PeriodNotAsked
from data.workdays import Workdays

_OUT_OF_COUNT = frozenset({Closing.WITHDRAWN, Closing.NOT_COUNTED})
# From so many working days before its end on, a window is asked for, and a report means it.
_ASKED_FOR = 5
# For so long after a window has ended, a report that names none may be meant for it, whatever has been reported.
_AFTERWARDS = timedelta(days=10)
# What falls due within so many working days may be urged.
_NEAR = 5
Owed = TypeVar("Owed", OccurrenceFact, Alike)
PERIODIC = frozenset({Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY})
"""These are owed period by period."""


def running(facts: Iterable[Owed], today: date) -> tuple[Owed, ...]:
    """Those of one task, of all its units, in the period that runs on `today`, or for the date that comes next.

    Where nothing runs: the period that began last; before all of them the first.
    """
    counted = [fact for fact in facts if fact.closing not in _OUT_OF_COUNT]
    begun = [fact for fact in counted if fact.starts_on <= today]
    ahead = [fact for fact in begun if _plan_day(fact) >= today]
    chosen = (
        min(ahead, key=_order, default=None)
        or max(begun, key=_order, default=None)
        or min(counted, key=_order, default=None)
    )
    return tuple(fact for fact in counted if chosen is not None and fact.key == chosen.key)


def awaited(facts: Iterable[OccurrenceFact], today: date) -> tuple[OccurrenceFact, ...]:
    """What is still owed of one task: what runs, and what has had its day."""
    there = tuple(facts)
    now = {fact.id for fact in running(there, today)}
    return tuple(
        fact for fact in there if fact.state is State.OPEN and (fact.id in now or (fact.due_on or date.max) < today)
    )


def keys_now(facts: Iterable[Owed], today: date) -> set[str]:
    """The keys of those that are `running`."""
    return {fact.key for fact in running(facts, today)}


def keys_awaited(facts: Iterable[Owed], today: date) -> set[str]:
    """The keys of those that are running or `awaited`."""
    there = list(facts)
    past = {fact.key for fact in there if fact.state is State.OPEN and (fact.due_on or date.max) < today}
    return keys_now(there, today) | past


def either(
    facts: Iterable[OccurrenceFact], today: date, workdays: Workdays, *, says: bool
) -> tuple[OccurrenceFact, OccurrenceFact] | None:
    """The window that has ended and the one that runs, of one unit's duty, where a report may be meant for either.

    It may in the days after the end; then where the running one is not asked for yet and the ended one lacks a report,
    or has one that says nothing, and the new one `says` something.
    """
    by_day = sorted(facts, key=_order)
    windows = [fact for fact in by_day if fact.ladder is Ladder.STANDING]
    regular = [fact for fact in by_day if fact.ladder is Ladder.RECURRING and "." not in fact.key]
    if just := _just_ended(windows, today, workdays) or _just_ended(regular, today, workdays):
        return just
    now = next((fact for fact in windows if fact.state is State.OPEN), None) or _reported_now(windows, today)
    if now is None or now.due_on is None or (now.report is None and workdays.until(today, now.due_on) <= _ASKED_FOR):
        return None
    ended = [fact for fact in windows if _order(fact) < _order(now)][-1:]
    return next(((fact, now) for fact in ended if fact.closing is Closing.UNREPORTED or (says and is_bare(fact))), None)


def _reported_now(windows: Sequence[OccurrenceFact], today: date) -> OccurrenceFact | None:
    """The window that runs, where it has been reported already."""
    return next((fact for fact in windows if fact.report and fact.starts_on <= today <= (fact.due_on or today)), None)


def _just_ended(
    windows: Sequence[OccurrenceFact], today: date, workdays: Workdays
) -> tuple[OccurrenceFact, OccurrenceFact] | None:
    """The window that ended some days ago, and the one that runs since.

    What ended on a day off may still be reported in time on the working day after: until then only more of what has
    been reported may be meant for either.
    """
    counted = [fact for fact in windows if fact.closing not in _OUT_OF_COUNT and fact.due_on is not None]
    for ended, now in pairwise(counted):
        ends = ended.due_on or today
        last = workdays.on_or_after(ends)
        if (ends if ended.report else last) < today <= last + _AFTERWARDS and now.starts_on <= today:
            # What is no check-in stays owed after its day, and comes first.
            return (ended, now) if ended.report or ended.ladder is Ladder.STANDING else None
    return None


def to_report(task: TaskFact, facts: Iterable[OccurrenceFact]) -> OccurrenceFact:
    """The one that a report means, of what one unit owes of a task, where no period is named.

    The earliest open one; else the one closed as missed last, since late news is welcome.

    Raises:
        NotOpenYet, AlreadyDone: there is nothing to report in it now.
    """
    by_day = sorted(facts, key=lambda fact: (fact.due_on is None, fact.due_on or fact.starts_on))
    for fact in by_day:
        if fact.state is State.OPEN:
            return fact
    for fact in reversed(by_day):
        if fact.closing in {Closing.UNREPORTED, Closing.NOT_COUNTED}:
            return fact
    for fact in reversed(by_day):
        if fact.report is not None:
            raise AlreadyDone(number=task.typed, at=fact.report.at)
    raise NotOpenYet(number=task.typed)


def to_report_in(task: TaskFact, facts: Iterable[OccurrenceFact], period: Period) -> OccurrenceFact:
    """The one that a report of a period means; of its days the first that lacks a report.

    Raises:
        PeriodNotAsked: the task is reported by other periods, or not yet for this one.
        AlreadyDone: that period has been reported.
    """
    asked = [fact for fact in facts if fact.ladder in PERIODIC and fact.closing is not Closing.WITHDRAWN]
    named = sorted(of_period(asked, period), key=lambda fact: fact.key)
    for fact in named:
        if fact.report is None:
            return fact
    if named and named[-1].report:
        raise AlreadyDone(number=task.typed, at=named[-1].report.at)
    raise PeriodNotAsked(number=task.typed, period=period.key, periods=tuple(fact.key for fact in asked))


def is_by_period(facts: Iterable[OccurrenceFact]) -> bool:
    """Whether what a unit owes of a task is owed period by period, so that a period may be named."""
    return any(fact.ladder in PERIODIC and fact.closing is not Closing.WITHDRAWN for fact in facts)


def reported(facts: Sequence[OccurrenceFact], period: Period | None = None) -> OccurrenceFact | None:
    """What has been reported last of what one unit owes of a task, or in a period."""
    among = facts if period is None else of_period(facts, period)
    return next((fact for fact in reversed(among) if fact.report), None)


def of_period(facts: Iterable[OccurrenceFact], period: Period) -> list[OccurrenceFact]:
    """Those for a period; one with several days has a key for each: "2023-Q1.2"."""
    return [fact for fact in facts if fact.key.partition(".")[0] == period.key]


def runs(ladder: Ladder, due_on: date | None, today: date) -> bool:
    """Whether it is owed by periods, and its own has not ended: more may come to what has been reported."""
    return ladder in PERIODIC and due_on is not None and today <= due_on


def is_near(fact: OccurrenceFact, today: date, workdays: Workdays) -> bool:
    """Whether its day has come, or is so near that one may urge it."""
    return fact.due_on is not None and (fact.due_on <= today or workdays.until(today, fact.due_on) <= _NEAR)


def near_until(today: date, workdays: Workdays) -> date:
    """The last day that `is_near`."""
    day = today
    while workdays.until(today, day + timedelta(days=1)) <= _NEAR:
        day += timedelta(days=1)
    return day


def is_ahead(fact: OccurrenceFact, today: date) -> bool:
    """Whether the time of what is owed has not come, and nothing has been said of it."""
    return fact.state is State.OPEN and not fact.partial and fact.starts_on > today and fact.due_on is not None


def is_bare(fact: OccurrenceFact) -> bool:
    """Whether its report says nothing of what was done, and nobody has looked at it yet."""
    return fact.state is State.DONE and fact.report is not None and fact.report.is_bare


def _plan_day(fact: Standing) -> date:
    """The day that all units share: an extension moves it for one of them alone."""
    return fact.plan_due_on or fact.due_on or date.max


def _order(fact: Standing) -> tuple[date, date]:
    return _plan_day(fact), fact.starts_on
