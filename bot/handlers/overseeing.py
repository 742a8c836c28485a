"""Nội vụ and leaders ask how things stand: each plan in figures, and what falls due in a period of it."""

from collections.abc import Sequence

from bot.handlers import asked, choosing, coming, of_tasks, of_units
from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, PlanFact, TaskFact
from data.model import Ladder
from data.outgoing import Outgoing
from data.overseeing import reviewing
from data.period import Period
from data.typed.asked import About
from locales.say import ahead, overseeing


def summary(ask: Ask) -> Sequence[Outgoing]:
    """How things stand: `tinh hinh` each plan; `tinh hinh 1` a task, `P-LL` a unit, `quy 1` a period.

    Any of them together, in any order: `tinh hinh 1 quy 1 P-LL`; and a group of units: `tinh hinh phuong xa`.
    """
    about = asked.about(ask)
    if about.numbers:
        numbers = choosing.not_too_many(about.numbers, choosing.MOST_SHOWN)
        return [card for number in numbers for card in of_tasks.cards(ask, number, about)]
    plans = asked.plans(ask)
    period = about.period(asked.default_year(ask, plans))
    return of_period(ask, about, plans, period)


def of_period(ask: Ask, about: About, plans: Sequence[PlanFact], period: Period | None) -> Sequence[Outgoing]:
    """The units that were named, else each plan; in a period, or in all."""
    if about.units:
        return of_units.cards(ask, about, plans)
    return [_figures(ask, plan) if period is None else _of_period(ask, plan, period) for plan in plans]


def _of_period(ask: Ask, plan: PlanFact, period: Period) -> Outgoing:
    """What falls due in a period: in figures what has begun, by its number what has not."""
    facts = asked.due_in(views.occurrences(ask.session, views.of_plan(plan.id)), period)
    later = [*coming.not_begun(ask, facts), *coming.of_plan(ask, plan, About(), period)]
    begun = [fact for fact in facts if not coming.is_ahead(ask, fact)]
    if not views.tally(begun, ask.today, ask.workdays).total:
        return ahead.of_plan(ask.words, plan, period, later, coming.began_on(ask, plan), ask.today)
    named = ask.words.period(period.key, Ladder.RECURRING)
    return _figures(ask, plan, begun, named, ahead.later(ask.words, later))


def _figures(
    ask: Ask, plan: PlanFact, facts: Sequence[OccurrenceFact] | None = None, period: str = "", later: str = ""
) -> Outgoing:
    if facts is None:
        facts = views.occurrences(ask.session, views.of_plan(plan.id))
    by_task: dict[TaskFact, list[OccurrenceFact]] = {}
    for fact in facts:
        by_task.setdefault(fact.task, []).append(fact)
    lapsed = reviewing.lapsed(ask.session)
    tallies = [(task, views.tally(owed, ask.today, ask.workdays, lapsed)) for task, owed in by_task.items()]
    total = views.tally(facts, ask.today, ask.workdays, lapsed)
    return overseeing.summary(ask.words, plan, total, tallies, ask.today, period, later)
