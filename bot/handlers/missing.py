"""Chưa báo: who has not reported a task, a period, or anything that has been due or nearly is."""

from collections.abc import Sequence

from bot.handlers import asked, choosing, coming, of_tasks, of_units, overseeing
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, PlanFact
from data.model import Closing, Ladder, State
from data.outgoing import Outgoing
from data.overseeing import pending, unreached
from data.typed import running
from data.typed.asked import About
from locales.items import REPORTED
from locales.say import lateness as replies

# What falls due within so many working days may be urged.
_NEAR = 5


def missing(ask: Ask) -> Sequence[Outgoing]:
    """`chua bao 1`: who has not reported a task in the periods past or nearly over; else in the one that runs.

    `chua bao 1 quy 1 P-LL`: in that period, of that unit. `chua bao`, `chua bao P-LL`, `chua bao quy 1`: of all tasks.
    """
    if asked.is_talk(ask):
        return ()
    about = asked.about(ask)
    if not about.numbers:
        return _of_all(ask, about, asked.plans(ask))
    return choosing.of_each(ask, about.numbers, lambda number: _of_task(ask, number, about), choosing.MOST_SHOWN)


def is_near(ask: Ask, fact: OccurrenceFact) -> bool:
    """Whether its day has come, or is so near that one may urge it."""
    return fact.due_on is not None and (fact.due_on <= ask.today or ask.workdays.until(ask.today, fact.due_on) <= _NEAR)


def _of_task(ask: Ask, number: str, about: About) -> Outgoing:
    task = choosing.task_of(ask, number)
    if not asked.may_see(ask, task.plan):
        raise choosing.unknown_task(ask, number)
    facts = of_tasks.shares(ask, task, about)
    period = about.period(task.plan.year)
    if period is not None:
        found = of_tasks.in_period(ask, task, about, period, facts)
        if (unbegun := of_tasks.unless_begun(ask, task, about, period, found)) is not None:
            return unbegun
        shown = [fact for fact in found.begun if _is_missing(fact)]
        reported = [fact for fact in found.begun if fact.state in REPORTED]
    else:
        awaited = running.awaited(facts, ask.today)
        shown = [fact for fact in awaited if is_near(ask, fact)] or list(awaited)
        keys = {fact.key for fact in shown or running.running(facts, ask.today)}
        reported = [fact for fact in facts if fact.key in keys and fact.state in REPORTED]
    if not shown and not reported:
        return replies.nothing_awaited(ask.words, task)
    shown = list(unreached.marked(ask.session, shown, ask.today, ask.workdays))
    urge = " ".join(["don doc", task.typed, *([about.spoken.strip()] if period else []), *about.typed_units])
    may_urge = asked.may_urge(ask) and any(is_near(ask, fact) and fact.state is State.OPEN for fact in shown)
    named = asked.whose(about) if about.is_one_unit else ""
    card = replies.missing(
        ask.words, shown, reported, ask.today, ask.workdays, urge=urge if may_urge else "", named=named
    )
    around = of_tasks.beside(ask, task, about, facts, [*shown, *reported], "chua bao") if period is None else []
    return replies.with_periods(ask.words, card, around)


def _is_missing(fact: OccurrenceFact) -> bool:
    return fact.state is State.OPEN or fact.closing is Closing.UNREPORTED


def _of_all(ask: Ask, about: About, plans: Sequence[PlanFact]) -> Sequence[Outgoing]:
    """All tasks: of a period, or what has been due or nearly is; of units that were named, all that runs."""
    ids = {plan.id for plan in plans}
    period = about.period(asked.default_year(ask, plans))
    conditions = () if period or about.units else (views.is_open(),)
    facts = [
        fact
        for fact in asked.due_in(views.occurrences(ask.session, *conditions), period)
        if fact.task.plan.id in ids
        and about.is_about(fact.unit)
        and not coming.is_ahead(ask, fact)
        and fact.closing is not Closing.NOT_COUNTED
    ]
    if period is not None and not facts:  # nothing of it has begun
        return overseeing.of_period(ask, about, plans, period)
    shown = _awaited(ask, about, facts) if period is None else [fact for fact in facts if _is_missing(fact)]
    shown = list(unreached.marked(ask.session, shown, ask.today, ask.workdays))
    next_due = [] if shown else [fact for fact in facts if fact.state is State.OPEN and fact.due_on]
    near = [fact for fact in shown if fact.state is State.OPEN and is_near(ask, fact)] if asked.may_urge(ask) else []
    name = ask.words.period(period.key, Ladder.RECURRING) if period else ""
    card = replies.missing_in_all(
        asked.told(ask),
        shown,
        near,
        next_due,
        {} if about.units else pending.owing(ask.session, shown),
        about=ask.words.list(filter(None, [asked.whose(about), name])),
        behind=[*about.typed_units, *([about.spoken.strip()] if period else [])],
    )
    return (card,)


def _awaited(ask: Ask, about: About, facts: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    found = [fact for owed in of_units.by_task(facts) for fact in running.awaited(owed, ask.today)]
    if not about.units:
        return [fact for fact in found if is_near(ask, fact)]
    return [*found, *(fact for fact in facts if fact.closing is Closing.UNREPORTED)]
