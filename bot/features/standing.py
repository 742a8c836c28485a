"""How a task stands, or a unit, or a group of units: in all, or in one period."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot import targets
from bot.features import asked, opening
from bot.features.asked import About
from bot.talk import Ask
from data import views
from data.facts import Alike, OccurrenceFact, PlanFact, TaskFact, UnitFact
from data.kinds import Closing, Ladder, Role
from data.office import delivered, looking
from data.office.looking import Ahead
from data.people import registering
from data.period import Period
from data.refusals import NotLeading
from data.talk import Outgoing, typed_period
from data.views import figures, running
from data.views.figures import Condition
from data.views.running import Owed
from data.work import under_way
from locales.say import ahead, overseeing
from locales.say import standing as replies


def unit_cards(ask: Ask, about: About, plans: Sequence[PlanFact]) -> Sequence[Outgoing]:
    """One card for each unit that was named, those that were merged before the others; one for all of a group."""
    period = about.period(asked.default_year(ask, plans))
    if about.group is not None:
        return (_of_group(ask, about, plans, period),)
    named = (*about.former, *about.units)
    targets.not_too_many([unit.code for unit in named], targets.MOST_SHOWN)
    return [_of_unit(ask, unit, plans, period) for unit in named]


def unit_share(ask: Ask, task: TaskFact, now: Sequence[OccurrenceFact], facts: Sequence[OccurrenceFact]) -> Outgoing:
    """One unit's share of a task in full, with its other periods and dates; `now` is what is asked about."""
    shown = {fact.id for fact in now}
    last = under_way.progress_of(ask.session, shown)
    others = [fact for fact in facts if fact.id not in shown]
    merger = looking.merged_into(ask.session, now[0].unit.id, ask.policy.zone)
    return replies.share_card(ask.voice, task, now, others, last, merger)


def merged_unit(ask: Ask, about: About) -> Outgoing | None:
    """Of the one unit that was named: into which other it was merged, if it was."""
    merger = looking.merged_into(ask.session, about.units[0].id, ask.policy.zone) if about.is_one_unit else None
    return replies.merged(ask.voice, about.units[0], merger, about.numbers) if merger else None


def with_leads(ask: Ask, task: TaskFact, card: Outgoing) -> Outgoing:
    """What Nội vụ is shown of a task, and under it how the units stand that lead it."""
    if not any(seat.role is Role.COORDINATOR for seat in ask.seats):
        return card
    own = {seat.unit.id for seat in ask.seats}
    now = asked.shares_now(ask, task.id, About(), figures.is_counted())
    if not {fact.unit.id for fact in now} - own:
        return card
    return replies.with_leads(ask.voice, card, now)


def _of_unit(ask: Ask, unit: UnitFact, plans: Sequence[PlanFact], period: Period | None) -> Outgoing:
    """One unit: its figures, each of its tasks in the period that runs, and the periods that it has missed."""
    facts = _answered(ask, [unit], plans)
    merger = looking.merged_into(ask.session, unit.id, ask.policy.zone)
    if period is not None:
        begun, later = _in_period(ask, About(units=(unit,)), plans, facts, period)
        nothing = _nothing(ask, unit.name, plans, period)
        return replies.unit_in_period(ask.voice, unit, period, begun, later, merger, nothing)
    shown = facts if merger else [fact for owed in by_task(facts) for fact in _late_and_running(ask, owed)]
    missed = [fact for fact in facts if fact.closing is Closing.UNREPORTED and fact not in shown]
    total = views.tally(facts, ask.today, ask.workdays)
    return replies.unit_summary(ask.voice, unit, total, shown, missed, merger)


def _of_group(ask: Ask, about: About, plans: Sequence[PlanFact], period: Period | None) -> Outgoing:
    """How many of a group's units have reported each task, and who has not."""
    later: list[Ahead] = []
    if period is None:
        stand = figures.by_key(ask.session, *_of_units(about.units, plans))
        keys = figures.in_periods({task_id: _late_and_now(ask, theirs) for task_id, theirs in stand.items()})
        shown = _answered(ask, about.units, plans, keys)
    else:
        facts = _answered(ask, about.units, plans, figures.due_in(period))
        shown, later = _in_period(ask, about, plans, facts, period)
    name = asked.whose(ask, about)
    nothing = _nothing(ask, name, plans, period) if period else ""
    gone = registering.heirs(ask.session)
    size = len([unit for unit in about.units if unit.code not in gone])
    return replies.group_summary(ask.voice, name, size, shown, period, later, nothing)


def _nothing(ask: Ask, name: str, plans: Sequence[PlanFact], period: Period) -> str:
    """What is said where nothing of a unit falls due in a period, by the newest plan."""
    return ahead.nothing_of(ask.words, name, plans[-1], period, asked.began_on(ask, plans[-1]))


def _in_period(
    ask: Ask, about: About, plans: Sequence[PlanFact], facts: Sequence[OccurrenceFact], period: Period
) -> tuple[list[OccurrenceFact], list[Ahead]]:
    """What falls due in a period: the shares that have begun, and what has not."""
    due = asked.due_in(facts, period)
    ahead = [
        *asked.not_begun(ask, due),
        *(each for plan in plans for each in asked.coming_of_plan(ask, plan, about, period)),
    ]
    return [fact for fact in due if not running.is_ahead(fact, ask.today)], ahead


def _answered(
    ask: Ask, units: Sequence[UnitFact], plans: Sequence[PlanFact], *conditions: Condition
) -> list[OccurrenceFact]:
    """What these units owe, or reported before their work went to others, in the plans' order."""
    return list(views.occurrences(ask.session, *_of_units(units, plans), *conditions))


def _of_units(units: Sequence[UnitFact], plans: Sequence[PlanFact]) -> tuple[Condition, ...]:
    return views.answered_by(*(unit.id for unit in units)), figures.of_plans(plans), ~figures.is_withdrawn()


def by_task(facts: Sequence[OccurrenceFact]) -> list[list[OccurrenceFact]]:
    """The shares of each task together."""
    found: dict[int, list[OccurrenceFact]] = {}
    for fact in facts:
        found.setdefault(fact.task.id, []).append(fact)
    return list(found.values())


def _late_and_now(ask: Ask, owed: Sequence[Owed]) -> set[str]:
    """The periods and dates of a task that are asked about now, reported or not."""
    late = {fact.key for fact in owed if views.is_overdue(fact, ask.today, ask.workdays)}
    return late | {fact.key for fact in asked.now(ask, owed)}


def _late_and_running(ask: Ask, owed: Sequence[OccurrenceFact]) -> list[OccurrenceFact]:
    there = {fact.id for fact in (*running.running(owed, ask.today), *running.awaited(owed, ask.today))}
    return [fact for fact in owed if fact.id in there]


# The periods that can be typed.
_TYPED_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class InPeriod:
    """What of a task belongs to a period: the shares that have begun, and what has not."""

    begun: list[OccurrenceFact]
    later: list[Ahead]


def task_cards(ask: Ask, number: str, about: About) -> list[Outgoing]:
    """The task of this number in each plan that this chat may look at.

    Raises:
        TaskUnknown: there is none.
        NotLeading: the units asked about do not lead it.
    """
    tasks = [task for task in asked.tasks(ask, number) if asked.may_see(ask, task.plan)]
    if not tasks:
        raise targets.unknown_task(ask, number)
    return [card for task in tasks for card in _cards(ask, task, about)]


def _cards(ask: Ask, task: TaskFact, about: About) -> list[Outgoing]:
    """The card of a task; of units that were merged what each has reported of it, before the one that owes it now."""
    now = replace(about, former=())
    merged = [_card(ask, task, replace(now, units=(unit,))) for unit in about.former]
    is_owed = asked.stands(ask, task.id, now) or asked.coming_of_task(ask, task, now)
    return [*merged, _card(ask, task, now)] if is_owed or not merged else merged


def stands(ask: Ask, task: TaskFact, about: About) -> list[Alike]:
    """How the shares of a task stand of the units asked about; they may begin later in the year.

    Raises:
        NotLeading: the units do not lead it.
    """
    found = asked.stands(ask, task.id, about)
    if about.units and not found and not asked.coming_of_task(ask, task, about):
        raise NotLeading(number=task.typed, unit=asked.whose(ask, about))
    return found


def in_period(ask: Ask, task: TaskFact, about: About, period: Period, facts: Sequence[OccurrenceFact]) -> InPeriod:
    """What was asked for that period by name; else the dates in it, and the shorter periods of which it is made."""
    later = [*asked.not_begun(ask, facts), *asked.coming_of_task(ask, task, about)]
    begun = [fact for fact in facts if not running.is_ahead(fact, ask.today)]
    named = InPeriod(
        [fact for fact in begun if fact.key.partition(".")[0] == period.key],
        [each for each in later if each.period == period.key],
    )
    if named.begun or named.later:
        return named
    return InPeriod(
        [fact for fact in asked.due_in(begun, period) if _is_part(period, fact.ladder, fact.starts_on, fact.due_on)],
        [
            each
            for each in later
            if each.due_on in period and _is_part(period, each.ladder, each.starts_on, each.due_on)
        ],
    )


def unless_begun(ask: Ask, task: TaskFact, about: About, period: Period, found: InPeriod) -> Outgoing | None:
    """What is said of a period in which nothing has begun; None where something has."""
    if found.begun:
        return None
    if found.later:
        return ahead.not_begun(ask.voice, found.later, asked.whose(ask, about))
    periods = {fact.key: fact for fact in asked.shares(ask, task.id, About()) if fact.ladder in running.PERIODIC}
    since = asked.began_on(ask, task.plan)
    return ahead.nothing_due(ask.voice, task, period, list(periods.values()), since)


def _is_part(period: Period, ladder: Ladder, starts_on: date, due_on: date | None) -> bool:
    """Whether something owed by a day of the period is a date, or of a period clearly shorter than it."""
    if ladder not in running.PERIODIC or due_on is None:
        return True
    return (period.end - period.start).days * 3 > (due_on - starts_on).days * 4


def _card(ask: Ask, task: TaskFact, about: About) -> Outgoing:
    if (merged := merged_unit(ask, about)) is not None and not asked.stands(ask, task.id, about):
        return merged
    stand = stands(ask, task, about)
    period = about.period(task.plan.year)
    if period is None:
        return _rolled(ask, task, about, asked.shares_now(ask, task.id, about), stand)
    found = in_period(ask, task, about, period, asked.shares(ask, task.id, about, figures.for_period(period)))
    if (unbegun := unless_begun(ask, task, about, period, found)) is not None:
        return unbegun
    if len({fact.key for fact in found.begun} | {each.key for each in found.later}) > 1:
        told, whose = ask.voice, asked.whose(ask, about)
        return ahead.period_by_period(told, task, period, found.begun, found.later, whose)
    return _rolled(ask, task, about, found.begun, stand)


def _rolled(ask: Ask, task: TaskFact, about: About, now: Sequence[OccurrenceFact], stand: Sequence[Alike]) -> Outgoing:
    """The shares of one period; one unit's in full, where it was named."""
    if about.is_one_unit:
        facts = asked.shares(ask, task.id, about)
        return opening.offered(ask, unit_share(ask, task, now, facts), now)
    around = beside(ask, task, about, stand, now)
    now = delivered.marked(ask.session, now, ask.today, ask.workdays)
    card = overseeing.roll_up(ask.voice, task, now, around, asked.whose(ask, about))
    return opening.offered(ask, card, now)


def beside(
    ask: Ask,
    task: TaskFact,
    about: About,
    stand: Sequence[Alike],
    now: Sequence[OccurrenceFact],
    command: str = "tinh hinh",
) -> list[tuple[str, str]]:
    """The periods before and after the one shown, each with what to call it and the command that shows it."""
    keys = sorted({alike.key for alike in stand if _TYPED_PERIOD.fullmatch(alike.key)})
    if not now or now[0].key not in keys:
        return []
    at = keys.index(now[0].key)
    around = ((at - 1, ask.words.text("Previous period")), (at + 1, ask.words.text("Next period")))
    return [
        (name, " ".join([command, task.typed, typed_period(keys[index]), *about.typed_units]))
        for index, name in around
        if 0 <= index < len(keys)
    ]
