"""Việc của đơn vị: the list of a unit's tasks, and one task in full."""

from collections.abc import Sequence

from bot.handlers import choosing
from bot.handlers.of_units import with_leads
from bot.talk import Ask
from data import views
from data.answering import minding
from data.errors import TaskOfOthers
from data.facts import TaskFact
from data.model import Part, Role
from data.outgoing import Outgoing
from data.plans import assigned
from data.typed.argument import read_argument
from locales.say import own_work


def show(ask: Ask) -> Sequence[Outgoing]:
    """`viec`: what the unit owes and where it coordinates. `viec 10`: that task in full."""
    argument = read_argument(ask.argument)
    if argument.numbers:
        return [
            card
            for number in choosing.not_too_many(argument.numbers, choosing.MOST_SHOWN)
            for card in _cards(ask, number)
        ]
    return [_list(ask, seat.unit.id) for seat in choosing.units_of(ask)]


def _list(ask: Ask, unit_id: int) -> Outgoing:
    unit = next(seat.unit for seat in ask.seats if seat.unit.id == unit_id)
    owed = views.occurrences(ask.session, views.is_open(), views.led_by(unit_id))
    coordinating = assigned.coordinated_by(ask.session, unit_id)
    reports = choosing.may_report(ask, unit_id)
    return own_work.my_tasks(ask.words, unit, owed, coordinating, ask.today, ask.workdays, reports=reports)


def _cards(ask: Ask, number: str) -> list[Outgoing]:
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise choosing.unknown_task(ask, number)
    shown = [card for task in tasks if (card := _card(ask, task)) is not None]
    if not shown:
        raise TaskOfOthers(number=number, coordinating=False)
    return shown


def _card(ask: Ask, task: TaskFact) -> Outgoing | None:
    """The task as this chat may see it: a unit sees its own state alone, and only tasks it has a part in."""
    units = [seat.unit.id for seat in choosing.units_of(ask) if assigned.part_of(ask.session, task.id, seat.unit.id)]
    overseer = any(seat.role is Role.COORDINATOR for seat in ask.seats)
    if not units and not overseer:
        return None
    mine = [
        fact
        for unit_id in units
        for fact in views.occurrences(ask.session, views.of_task(task.id), views.led_by(unit_id))
    ]
    card = own_work.task_card(
        ask.words,
        task,
        mine,
        {part: assigned.units_in(ask.session, task.id, part) for part in (Part.LEAD, Part.COORDINATING)},
        ask.today,
        ask.workdays,
        minding.progress_of(ask.session, [fact.id for fact in mine]),
        reports=any(choosing.may_report(ask, unit_id) for unit_id in units),
    )
    return with_leads(ask, task, card)
