"""Nội vụ looks ahead and back: what falls due soon, who was reached, who changed what."""

from collections.abc import Callable, Sequence

from bot.handlers import asked, choosing
from bot.talk import Ask
from data.facts import TaskFact
from data.health import Bot, Health, count
from data.outgoing import Outgoing
from data.overseeing import delivered, looking
from data.typed.argument import read_argument
from locales.say.delivery import deliveries
from locales.say.delivery import health as health_said
from locales.say.looking import due_soon, trail


def soon(ask: Ask) -> Sequence[Outgoing]:
    """`sap den han`: what falls due in the next two weeks, and who has not reported it."""
    last = looking.two_weeks(ask.today)
    facts = looking.due_until(ask.session, ask.today, last, ask.workdays)
    return (due_soon(ask.words, facts, ask.today, last, ask.workdays),)


def delivery(ask: Ask) -> Sequence[Outgoing]:
    """`giao nhan 10`: whether the units have been reached with the last reminders and notices of a task.

    `giao nhan 10 VP`: whether one unit has.
    """
    about = asked.about(ask)

    def shown(task: TaskFact) -> Outgoing:
        reminders, notices = delivered.reminders_of(ask.session, task.id), delivered.notices_of(ask.session, task.id)
        found = ([each for each in of_kind if about.is_about(each.unit)] for of_kind in (reminders, notices))
        return deliveries(ask.words, task, *found)

    return _of_tasks(ask, about.numbers, shown)


def record(ask: Ask) -> Sequence[Outgoing]:
    """`nhat ky 10`: who changed what in a task, oldest first."""

    def shown(task: TaskFact) -> Outgoing:
        return trail(ask.words, task, looking.trail(ask.session, task.id), ask.today, ask.workdays)

    return _of_tasks(ask, read_argument(ask.argument).numbers, shown)


def health(ask: Ask) -> Sequence[Outgoing]:
    """`suc khoe`: whether the service itself does all that it is there for."""
    if ask.health is not None:
        stands = ask.health(ask.session, ask.now)
    else:  # no service around: what answers is all that there is
        bot = Bot(ask.speaker.bot, held=True)
        stands = Health(ask.now, (bot,), ask.now, {}, None, count(ask.session, ask.now, {bot.name: True}))
    return (health_said(ask.words, stands, ask.policy.zone),)


def _of_tasks(ask: Ask, numbers: Sequence[str], shown: Callable[[TaskFact], Outgoing]) -> Sequence[Outgoing]:
    """What is shown of each task named, at most five at once."""
    return choosing.of_each(ask, numbers, lambda number: shown(choosing.task_of(ask, number)), choosing.MOST_SHOWN)
