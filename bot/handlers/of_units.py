"""How a unit stands, or a group of units: in all, in one period, in one task."""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from bot.handlers import asked, choosing, coming
from bot.talk import Ask
from data import people, views
from data.answering import minding
from data.facts import OccurrenceFact, PlanFact, TaskFact, UnitFact
from data.model import Closing, Role
from data.outgoing import Outgoing
from data.overseeing import looking, reviewing
from data.overseeing.ahead import Ahead
from data.period import Period
from data.typed import running
from data.typed.asked import About
from locales.say import ahead
from locales.say import standing as replies


def cards(ask: Ask, about: About, plans: Sequence[PlanFact]) -> Sequence[Outgoing]:
    """One card for each unit that was named; one for all of a group."""
    period = about.period(asked.default_year(ask, plans))
    if about.group is not None:
        return (_of_group(ask, about, plans, period),)
    choosing.not_too_many([unit.code for unit in about.units], choosing.MOST_SHOWN)
    return [_of_unit(ask, unit, plans, period) for unit in about.units]


def share(ask: Ask, task: TaskFact, now: Sequence[OccurrenceFact], facts: Sequence[OccurrenceFact]) -> Outgoing:
    """One unit's share of a task in full, with its other periods and dates; `now` is what is asked about."""
    shown = {fact.id for fact in now}
    progress = minding.progress_of(ask.session, shown)
    others = [fact for fact in facts if fact.id not in shown]
    lapsed = reviewing.lapsed(ask.session)
    merger = looking.merged_into(ask.session, now[0].unit.id, ask.policy.zone)
    return replies.share_card(asked.told(ask), task, now, others, progress, lapsed, merger)


def merged(ask: Ask, about: About) -> Outgoing | None:
    """Of the one unit that was named: into which other it was merged, if it was."""
    merger = looking.merged_into(ask.session, about.units[0].id, ask.policy.zone) if about.is_one_unit else None
    return replies.merged(ask.words, about.units[0], merger, about.numbers, ask.today) if merger else None


def with_leads(ask: Ask, task: TaskFact, card: Outgoing) -> Outgoing:
    """What Nội vụ is shown of a task, and under it how the units stand that lead it."""
    if not any(seat.role is Role.COORDINATOR for seat in ask.seats):
        return card
    own = {seat.unit.id for seat in ask.seats}
    facts = [fact for fact in asked.shares(ask, task.id, About()) if fact.closing is not Closing.NOT_COUNTED]
    now = asked.now(ask, facts)
    if not {fact.unit.id for fact in now} - own:
        return card
    return replies.with_leads(ask.words, card, now, ask.today, ask.workdays)


def _of_unit(ask: Ask, unit: UnitFact, plans: Sequence[PlanFact], period: Period | None) -> Outgoing:
    """One unit: its figures, each of its tasks in the period that runs, and the periods that it has missed."""
    facts = _answered(ask, [unit], plans)
    lapsed = reviewing.lapsed(ask.session)
    merger = looking.merged_into(ask.session, unit.id, ask.policy.zone)
    if period is not None:
        begun, later = _in_period(ask, About(units=(unit,)), plans, facts, period)
        nothing = _nothing(ask, unit.name, plans, period)
        return replies.unit_in_period(asked.told(ask), unit, period, begun, later, lapsed, merger, nothing)
    shown = facts if merger else [fact for owed in by_task(facts) for fact in _late_and_running(ask, owed)]
    missed = [fact for fact in facts if fact.closing is Closing.UNREPORTED and fact not in shown]
    total = views.tally(facts, ask.today, ask.workdays, lapsed)
    return replies.unit_summary(asked.told(ask), unit, total, shown, missed, lapsed, merger)


def _of_group(ask: Ask, about: About, plans: Sequence[PlanFact], period: Period | None) -> Outgoing:
    """How many of a group's units have reported each task, and who has not."""
    facts = _answered(ask, about.units, plans)
    later: list[Ahead] = []
    if period is None:
        shown = [fact for owed in by_task(facts) for fact in _all_of_late_and_running(ask, owed)]
    else:
        shown, later = _in_period(ask, about, plans, facts, period)
    name = asked.whose(about)
    nothing = _nothing(ask, name, plans, period) if period else ""
    gone = people.heirs(ask.session)
    size = len([unit for unit in about.units if unit.code not in gone])
    return replies.group_summary(asked.told(ask), name, size, shown, period, later, nothing)


def _nothing(ask: Ask, name: str, plans: Sequence[PlanFact], period: Period) -> str:
    """What is said where nothing of a unit falls due in a period, by the newest plan."""
    return ahead.nothing_of(ask.words, name, plans[-1], period, coming.began_on(ask, plans[-1]))


def _in_period(
    ask: Ask, about: About, plans: Sequence[PlanFact], facts: Sequence[OccurrenceFact], period: Period
) -> tuple[list[OccurrenceFact], list[Ahead]]:
    """What falls due in a period: the shares that have begun, and what has not."""
    due = asked.due_in(facts, period)
    ahead = [
        *coming.not_begun(ask, due),
        *(each for plan in plans for each in coming.of_plan(ask, plan, about, period)),
    ]
    return [fact for fact in due if not coming.is_ahead(ask, fact)], ahead


def _answered(ask: Ask, units: Sequence[UnitFact], plans: Sequence[PlanFact]) -> list[OccurrenceFact]:
    """What these units owe, or reported before their work went to others, in the plans' order."""
    ids = {plan.id for plan in plans}
    found = views.occurrences(ask.session, reduce(or_, (views.answered_by(unit.id) for unit in units)))
    return [fact for fact in found if fact.task.plan.id in ids and fact.closing is not Closing.WITHDRAWN]


def by_task(facts: Sequence[OccurrenceFact]) -> list[list[OccurrenceFact]]:
    """The shares of each task together."""
    found: dict[int, list[OccurrenceFact]] = {}
    for fact in facts:
        found.setdefault(fact.task.id, []).append(fact)
    return list(found.values())


def _all_of_late_and_running(ask: Ask, owed: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    """The shares of several units in the periods and dates that are asked about now, reported or not."""
    late = {fact.key for fact in owed if views.is_overdue(fact, ask.today, ask.workdays)}
    keys = late | {fact.key for fact in asked.now(ask, owed)}
    return [fact for fact in owed if fact.key in keys]


def _late_and_running(ask: Ask, owed: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    there = {fact.id for fact in (*running.running(owed, ask.today), *running.awaited(owed, ask.today))}
    return [fact for fact in owed if fact.id in there]
