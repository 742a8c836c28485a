"""How one task stands: in the period named, or in the one that has just ended, or that runs; of all units or some."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.handlers import asked, choosing, coming, occurrences, of_units, opening
from bot.talk import Ask
from data.errors import NotLeading
from data.facts import OccurrenceFact, TaskFact
from data.model import Ladder
from data.outgoing import Outgoing
from data.overseeing import reviewing, unreached
from data.overseeing.ahead import Ahead
from data.period import Period
from data.typed.asked import About
from data.typed.days import typed_period
from locales.say import ahead, overseeing

# The periods that can be typed.
_TYPED_PERIOD = re.compile(r"\d{4}-(?:Q[1-4]|\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class InPeriod:
    """What of a task belongs to a period: the shares that have begun, and what has not."""

    begun: list[OccurrenceFact]
    later: list[Ahead]


def cards(ask: Ask, number: str, about: About) -> list[Outgoing]:
    """The task of this number in each plan that this chat may look at.

    Raises:
        TaskUnknown: there is none.
        NotLeading: the units asked about do not lead it.
    """
    tasks = [task for task in asked.tasks(ask, number) if asked.may_see(ask, task.plan)]
    if not tasks:
        raise choosing.unknown_task(ask, number)
    return [_card(ask, task, about) for task in tasks]


def shares(ask: Ask, task: TaskFact, about: About) -> list[OccurrenceFact]:
    """The shares of a task of the units asked about; they may begin later in the year.

    Raises:
        NotLeading: the units do not lead it.
    """
    facts = asked.shares(ask, task.id, about)
    if about.units and not facts and not coming.of_task(ask, task, about):
        raise NotLeading(number=task.typed, unit=asked.whose(about))
    return facts


def in_period(ask: Ask, task: TaskFact, about: About, period: Period, facts: Sequence[OccurrenceFact]) -> InPeriod:
    """What was asked for that period by name; else the dates in it, and the shorter periods of which it is made."""
    later = [*coming.not_begun(ask, facts), *coming.of_task(ask, task, about)]
    begun = [fact for fact in facts if not coming.is_ahead(ask, fact)]
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
        return ahead.not_begun(ask.words, found.later, asked.whose(about), ask.today)
    periods = {fact.key: fact for fact in asked.shares(ask, task.id, About()) if fact.ladder in occurrences.PERIODIC}
    since = coming.began_on(ask, task.plan)
    return ahead.nothing_due(ask.words, task, period, list(periods.values()), since, ask.today)


def _is_part(period: Period, ladder: Ladder, starts_on: date, due_on: date | None) -> bool:
    """Whether something owed by a day of the period is a date, or of a period clearly shorter than it."""
    if ladder not in occurrences.PERIODIC or due_on is None:
        return True
    return (period.end - period.start).days * 3 > (due_on - starts_on).days * 4


def _card(ask: Ask, task: TaskFact, about: About) -> Outgoing:
    if (merged := of_units.merged(ask, about)) is not None and not asked.shares(ask, task.id, about):
        return merged
    facts = shares(ask, task, about)
    period = about.period(task.plan.year)
    if period is None:
        return _rolled(ask, task, about, asked.now(ask, facts), facts)
    found = in_period(ask, task, about, period, facts)
    if (unbegun := unless_begun(ask, task, about, period, found)) is not None:
        return unbegun
    if len({fact.key for fact in found.begun} | {each.key for each in found.later}) > 1:
        lapsed = reviewing.lapsed(ask.session)
        told, whose = asked.told(ask), asked.whose(about)
        return ahead.period_by_period(told, task, period, found.begun, found.later, lapsed, whose)
    return _rolled(ask, task, about, found.begun, facts)


def _rolled(
    ask: Ask, task: TaskFact, about: About, now: Sequence[OccurrenceFact], facts: Sequence[OccurrenceFact]
) -> Outgoing:
    """The shares of one period; one unit's in full, where it was named."""
    if about.is_one_unit:
        return opening.offered(ask, of_units.share(ask, task, now, facts), now)
    around = beside(ask, task, about, facts, now)
    now = unreached.marked(ask.session, now, ask.today, ask.workdays)
    lapsed = reviewing.lapsed(ask.session)
    card = overseeing.roll_up(ask.words, task, now, lapsed, around, ask.today, ask.workdays, asked.whose(about))
    return opening.offered(ask, card, now)


def beside(
    ask: Ask,
    task: TaskFact,
    about: About,
    facts: Sequence[OccurrenceFact],
    now: Sequence[OccurrenceFact],
    command: str = "tinh hinh",
) -> list[tuple[str, str]]:
    """The periods before and after the one shown, each with what to call it and the command that shows it."""
    keys = sorted({fact.key for fact in facts if _TYPED_PERIOD.fullmatch(fact.key)})
    if not now or now[0].key not in keys:
        return []
    at = keys.index(now[0].key)
    around = ((at - 1, ask.words.text("Period before")), (at + 1, ask.words.text("Period after")))
    return [
        (name, " ".join([command, task.typed, typed_period(keys[index]), *about.typed_units]))
        for index, name in around
        if 0 <= index < len(keys)
    ]
