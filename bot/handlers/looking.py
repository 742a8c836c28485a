"""Nội vụ looks ahead and back: what falls due soon, who was reached, who changed what."""

from collections.abc import Callable, Sequence

from bot.handlers import choosing
from bot.talk import Ask
from data.facts import TaskFact
from data.outbox import Outgoing
from data.overseeing import looking
from data.typed.argument import read_argument
from locales.replies.looking import deliveries, due_soon, trail


def soon(ask: Ask) -> Sequence[Outgoing]:
    """`sap den han`: what falls due in the next two weeks, and who has not reported it."""
    last = looking.two_weeks(ask.today)
    facts = looking.due_until(ask.session, ask.today, last, ask.workdays)
    return (due_soon(ask.words, facts, ask.today, last, ask.workdays),)


def delivery(ask: Ask) -> Sequence[Outgoing]:
    """`giao nhan 10`: whether the units have been reached with the last reminders and notices of a task."""

    def shown(task: TaskFact) -> Outgoing:
        reminders, notices = looking.reminders_of(ask.session, task.id), looking.notices_of(ask.session, task.id)
        return deliveries(ask.words, task, reminders, notices)

    return _of_tasks(ask, shown)


def record(ask: Ask) -> Sequence[Outgoing]:
    """`nhat ky 10`: who changed what in a task, oldest first."""

    def shown(task: TaskFact) -> Outgoing:
        return trail(ask.words, task, looking.trail(ask.session, task.id), ask.today)

    return _of_tasks(ask, shown)


def _of_tasks(ask: Ask, shown: Callable[[TaskFact], Outgoing]) -> Sequence[Outgoing]:
    """What is shown of each task named, at most five at once."""
    numbers = read_argument(ask.argument).numbers
    return choosing.of_each(ask, numbers, lambda number: shown(choosing.task_of(ask, number)), choosing.MOST_SHOWN)
