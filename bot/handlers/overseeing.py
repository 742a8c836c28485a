"""Nội vụ and leaders: how a plan, a task, a unit or a period stands, and what is overdue."""

import re
from collections.abc import Iterable, Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import views
from data.errors import NoPlan, PeriodOrUnitUnknown, TaskUnknown, UnitUnknown
from data.facts import OccurrenceFact, PlanFact, TaskFact
from data.model import Closing, Ladder, Role, State, Unit
from data.outbox import Outgoing
from data.overseeing import reviewing
from data.period import Period
from data.plans import assigned
from data.typed import naming, running
from data.typed.argument import read_argument
from data.typed.days import period_first, typed_period
from locales import replies

REPORTED = frozenset({State.DONE, State.ACCEPTED})
# The periods that can be typed.
_TYPED_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|\d\d)", re.ASCII)
_ALL_SEEING = frozenset({Role.COORDINATOR, Role.LEADER})


def summary(ask: Ask) -> Sequence[Outgoing]:
    """How things stand, in figures or in full.

    `tinh hinh`: each plan. `tinh hinh 1`: who has reported a task. `tinh hinh P-LL`: what one unit owes.
    `tinh hinh quy 1`: what falls due in a period.
    """
    argument = read_argument(ask.argument)
    if argument.numbers and not _names_period(ask):
        return [
            card
            for number in choosing.not_too_many(argument.numbers, choosing.MOST_SHOWN)
            for card in _roll_ups(ask, number, argument.note)
        ]
    plans = [plan for plan in views.plans(ask.session) if may_see(ask, plan)]
    if not plans:
        raise NoPlan
    if not ask.argument.strip():
        return [_figures(ask, plan, None) for plan in plans]
    year = next((plan.year for plan in plans if plan.year == ask.today.year), plans[-1].year)
    period, rest = period_first(ask.argument, year)
    if period is not None and not rest:
        return [_figures(ask, plan, period) for plan in plans]
    return (_of_unit(ask, _unit(ask), plans),)


def overdue(ask: Ask) -> Sequence[Outgoing]:
    """`qua han`: every Occurrence whose day has passed unreported, by task."""
    may_urge = any(seat.role is Role.COORDINATOR for seat in ask.seats)
    return (replies.overdue_list(ask.words, overdue_facts(ask), ask.today, ask.workdays, may_urge=may_urge),)


def overdue_facts(ask: Ask) -> list[OccurrenceFact]:
    """What is overdue in the plans that this chat may look at."""
    facts = views.occurrences(ask.session, views.is_open(), views.due_before(ask.today))
    return [fact for fact in facts if views.is_overdue(fact, ask.today, ask.workdays) and may_see(ask, fact.task.plan)]


def may_see(ask: Ask, plan: PlanFact) -> bool:
    """Whether this chat may look at a plan's figures: Nội vụ and leaders at all, who drew one up at that one."""
    return any(seat.role in _ALL_SEEING or plan.id in seat.drew_up for seat in ask.seats)


def _figures(ask: Ask, plan: PlanFact, period: Period | None) -> Outgoing:
    facts = views.occurrences(ask.session, views.of_plan(plan.id))
    if period is not None:
        facts = tuple(fact for fact in facts if (day := fact.plan_due_on or fact.due_on) and day in period)
    by_task: dict[TaskFact, list[OccurrenceFact]] = {}
    for fact in facts:
        by_task.setdefault(fact.task, []).append(fact)
    lapsed = reviewing.lapsed(ask.session)
    tallies = [(task, views.tally(owed, ask.today, ask.workdays, lapsed)) for task, owed in by_task.items()]
    total = views.tally(facts, ask.today, ask.workdays, lapsed)
    name = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    return replies.summary(ask.words, plan, total, tallies, ask.today, name)


def _names_period(ask: Ask) -> bool:
    """Whether the number the argument begins with belongs to a period: "6 tháng đầu năm"."""
    return period_first(ask.argument, ask.today.year)[0] is not None


def _unit(ask: Ask) -> Unit:
    try:
        unit, rest = naming.unit_leading(ask.session, ask.argument)
    except UnitUnknown as unknown:
        if unknown.guesses:
            raise
        raise PeriodOrUnitUnknown(text=unknown.text) from unknown
    if rest:
        raise PeriodOrUnitUnknown(text=ask.argument.strip()[:60])
    return unit


def _of_unit(ask: Ask, unit: Unit, plans: Iterable[PlanFact]) -> Outgoing:
    """One unit: its figures, each of its tasks in the period that runs, and the periods that it has missed."""
    ids = {plan.id for plan in plans}
    answered = views.occurrences(ask.session, views.answered_by(unit.id or 0))
    facts = [fact for fact in answered if fact.task.plan.id in ids]
    by_task: dict[int, list[OccurrenceFact]] = {}
    for fact in facts:
        by_task.setdefault(fact.task.id, []).append(fact)
    shown = [fact for owed in by_task.values() for fact in _late_and_running(ask, owed)]
    lapsed = reviewing.lapsed(ask.session)
    return replies.unit_summary(
        ask.words,
        views.unit_fact(unit),
        views.tally(facts, ask.today, ask.workdays, lapsed),
        shown,
        [fact for fact in facts if fact.closing is Closing.UNREPORTED and fact not in shown],
        lapsed,
        ask.today,
        ask.workdays,
    )


def _late_and_running(ask: Ask, owed: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    there = {fact.id for fact in (*running.running(owed, ask.today), *running.awaited(owed, ask.today))}
    return [fact for fact in owed if fact.id in there]


def _roll_ups(ask: Ask, number: str, note: str) -> list[Outgoing]:
    tasks = [task for task in assigned.find_tasks(ask.session, number) if may_see(ask, task.plan)]
    if not tasks:
        raise TaskUnknown(number=number)
    return [_roll_up(ask, task, note) for task in tasks]


def _roll_up(ask: Ask, task: TaskFact, note: str) -> Outgoing:
    """One task's units rolled up again, in the period named; or in the one that has just ended, or that runs."""
    facts = [
        fact for fact in views.occurrences(ask.session, views.of_task(task.id)) if fact.closing is not Closing.WITHDRAWN
    ]
    period, _ = period_first(note, task.plan.year)
    named = [fact for fact in facts if period is not None and fact.key == period.key]
    now = named or _in_grace(ask, facts) or running.running(facts, ask.today) or facts
    beside = _beside(ask, task, facts, now)
    return replies.roll_up(ask.words, task, now, reviewing.lapsed(ask.session), beside, ask.today, ask.workdays)


def _in_grace(ask: Ask, facts: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    """All shares of the period that has ended while some unit may still report it."""
    missed = [fact.key for fact in facts if views.is_missed(fact, ask.today, ask.workdays)]
    return [fact for fact in facts if missed and fact.key == max(missed)]


def _beside(
    ask: Ask, task: TaskFact, facts: Sequence[OccurrenceFact], now: Sequence[OccurrenceFact]
) -> list[tuple[str, str]]:
    """The periods before and after the one shown, each with the command that shows it."""
    keys = sorted({fact.key for fact in facts if _TYPED_PERIOD.fullmatch(fact.key)})
    if not now or now[0].key not in keys:
        return []
    at = keys.index(now[0].key)
    around = ((at - 1, ask.words.text("Period before")), (at + 1, ask.words.text("Period after")))
    return [
        (name, f"tinh hinh {task.number} {typed_period(keys[index])}")
        for index, name in around
        if 0 <= index < len(keys)
    ]
