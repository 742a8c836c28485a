"""Which Occurrences of a task are meant when nobody names the period. Pure."""

from collections.abc import Iterable
from datetime import date

from data.facts import OccurrenceFact
from data.kinds import Closing, Ladder, State
from data.workdays import Workdays

_OUT_OF_COUNT = frozenset({Closing.WITHDRAWN, Closing.NOT_COUNTED})
# From so many working days before its end on, a window is asked for, and a report means it.
_ASKED_FOR = 5


def running(facts: Iterable[OccurrenceFact], today: date) -> tuple[OccurrenceFact, ...]:
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


def either(
    facts: Iterable[OccurrenceFact], today: date, workdays: Workdays, *, says: bool
) -> tuple[OccurrenceFact, OccurrenceFact] | None:
    """The window that has ended and the one that runs, of one unit's duty, where a report may be meant for either.

    It may where the running one is not asked for yet and the ended one lacks a report; or has one that says nothing,
    and the new one `says` something.
    """
    windows = sorted((fact for fact in facts if fact.ladder is Ladder.STANDING), key=_order)
    now = next((fact for fact in windows if fact.state is State.OPEN), None)
    if now is None or now.due_on is None or workdays.until(today, now.due_on) <= _ASKED_FOR:
        return None
    ended = [fact for fact in windows if _order(fact) < _order(now)][-1:]
    return next(((fact, now) for fact in ended if fact.closing is Closing.UNREPORTED or (says and is_bare(fact))), None)


def is_bare(fact: OccurrenceFact) -> bool:
    """Whether its report says nothing of what was done, and nobody has looked at it yet."""
    return fact.state is State.DONE and fact.report is not None and fact.report.is_bare


def _plan_day(fact: OccurrenceFact) -> date:
    """The day that all units share: an extension moves it for one of them alone."""
    return fact.plan_due_on or fact.due_on or date.max


def _order(fact: OccurrenceFact) -> tuple[date, date]:
    return _plan_day(fact), fact.starts_on
