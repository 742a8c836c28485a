"""Nội vụ and leaders: how a plan or a task stands, and what is overdue."""

from collections.abc import Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data import views
from data.errors import NoPlan, TaskUnknown
from data.facts import OccurrenceFact, TaskFact
from data.model import Closing, State
from data.outbox import Outgoing
from locales import replies

_REPORTED = frozenset({State.DONE, State.ACCEPTED})


def summary(ask: Ask) -> Sequence[Outgoing]:
    """`tinh hinh`: each plan in figures. `tinh hinh 1`: who has reported a task and who has not."""
    argument = choosing.read_argument(ask.argument)
    if argument.numbers:
        return [card for number in argument.numbers[:5] for card in _roll_ups(ask, number)]
    plans = views.plans(ask.session)
    if not plans:
        raise NoPlan
    found = []
    for plan in plans:
        facts = views.occurrences(ask.session, views.of_plan(plan.id))
        by_task: dict[TaskFact, list[OccurrenceFact]] = {}
        for fact in facts:
            by_task.setdefault(fact.task, []).append(fact)
        tallies = [(task, views.tally(owed, ask.today, ask.workdays)) for task, owed in by_task.items()]
        total = views.tally(facts, ask.today, ask.workdays)
        found.append(replies.summary(ask.words, plan, total, tallies, ask.today))
    return found


def overdue(ask: Ask) -> Sequence[Outgoing]:
    """`qua han`: every Occurrence whose day has passed unreported, by task."""
    facts = views.occurrences(ask.session, views.is_open(), views.due_before(ask.today))
    late = [fact for fact in facts if views.is_overdue(fact, ask.today, ask.workdays)]
    return (replies.overdue_list(ask.words, late, ask.today, ask.workdays),)


def _roll_ups(ask: Ask, number: str) -> list[Outgoing]:
    tasks = views.find_tasks(ask.session, number)
    if not tasks:
        raise TaskUnknown(number=number)
    return [_roll_up(ask, task) for task in tasks]


def _roll_up(ask: Ask, task: TaskFact) -> Outgoing:
    """One task's units rolled up again, in the period that runs now (or began last)."""
    facts = [
        fact for fact in views.occurrences(ask.session, views.of_task(task.id)) if fact.closing is not Closing.WITHDRAWN
    ]
    begun = [fact for fact in facts if fact.starts_on <= ask.today] or facts
    latest = max(begun, key=lambda fact: (fact.starts_on, fact.due_on or fact.starts_on), default=None)
    now = [fact for fact in facts if latest is not None and fact.key == latest.key]
    period = ask.words.period(latest.key, latest.ladder) if latest is not None else None
    return replies.roll_up(
        ask.words,
        task,
        period,
        [fact for fact in now if fact.state in _REPORTED],
        [fact for fact in now if fact.state not in _REPORTED],
        ask.today,
        ask.workdays,
    )
