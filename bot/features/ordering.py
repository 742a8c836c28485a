"""Giao việc: Nội vụ gives a task that no plan has; it is shown first, and told to the units with a yes."""

from collections.abc import Sequence

from bot import targets
from bot.arguments import Takes
from bot.command import OFFICE, Sense, command
from bot.features import planning
from bot.talk import Ask
from data import views
from data.agencies.finder import short_group_name
from data.kinds import Part
from data.lines.numbers import read_argument
from data.lines.orders import Order, read_order
from data.people import registering
from data.plans import adding
from data.refusals import DayPast, TextMissing, UnitMissing
from data.talk import Act, Outgoing
from data.views import assigned
from locales import N_
from locales.phrases import upper_first
from locales.say import ordering as replies

_EXAMPLE = "giao viec P-LL, X-TN 15/04: …"


@command(
    "giao viec · giao nhiem vu",
    english="new task",
    may=OFFICE,
    takes=Takes.UNITS | Takes.DAY | Takes.NOTE,
    sense=Sense.DECIDES,
    example="giao viec P-LL, X-TN 15/04: …",
    help=N_("give units a task that no plan has"),
)
def give(ask: Ask) -> Sequence[Outgoing]:
    """`giao viec P-LL, X-TN 15/04: rà soát thủ tục`: shown first; with a yes it is a task, told to its units.

    Raises:
        UnitMissing, TextMissing: for whom it is, or what is to be done, is not said.
        DayPast: its day has gone by.
    """
    units = registering.read_units(ask.session)
    if ask.act is None and (reply := _of_known(ask)) is not None:
        return (reply,)
    said = read_order(ask.argument, ask.today, ask.workdays, units.registry)
    if not said.text:
        raise TextMissing(example=_EXAMPLE)
    if not said.units:
        raise UnitMissing(example=_EXAMPLE)
    if said.day is not None and said.day < ask.today:
        raise DayPast(number=adding.next_number(ask.session), day=said.day.isoformat())
    named = [views.unit_fact(unit) for unit in units.owing(said.units)]
    if ask.act is None:
        group = units.registry.by_code.get(said.group)
        return (replies.ask_to_give(ask.voice, said.text, named, said.day, _act(said, group.name if group else "")),)
    task = adding.add(
        ask.session,
        upper_first(said.text),
        units.owing(said.units),
        said.day,
        targets.actor_of(ask, ask.seat),
        ask.now,
        zone=ask.policy.zone,
        list_title=replies.list_title(ask.words, ask.today.year),
    )
    given = replies.given(ask.voice, task, named, said.day)
    return (planning.with_parts_told(ask, given, task, named, (), Part.LEAD, said.day),)


def _of_known(ask: Ask) -> Outgoing | None:
    """The question whether units are to lead a task that there is: "giao việc 14 cho phòng TCKH"."""
    argument = read_argument(ask.argument)
    tasks = assigned.find_tasks(ask.session, argument.numbers[0]) if len(argument.numbers) == 1 else ()
    if not tasks:
        return None
    units = registering.read_units(ask.session)
    said = read_order(argument.note, ask.today, ask.workdays, units.registry)
    if not said.units or said.text:
        return None
    named = [views.unit_fact(unit) for unit in units.owing(said.units)]
    add = Act("don vi", argument.numbers, how="them", units=tuple(unit.code for unit in named))
    return replies.ask_to_lead(ask.voice, tasks[0], named, add)


def _act(said: Order, group: str) -> Act:
    units = (short_group_name(group),) if group else said.units
    return Act("giao viec", units=units, day=said.day, text=said.text)
