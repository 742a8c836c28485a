"""Which tasks, units and Occurrences an argument means, for the units of the chat that speak."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.talk import Ask
from data import views
from data.facts import OccurrenceFact, ReportFact, Seat, TaskFact, UnitFact
from data.kinds import Part, Role
from data.lines.days import period_first
from data.lines.numbers import first_number, read_argument, told
from data.people import persons, registering
from data.period import Period
from data.plans import settling
from data.record import Actor
from data.refusals import (
    ButtonStale,
    NoPlanYet,
    NumberMissing,
    Refusal,
    TaskInSeveralPlans,
    TaskOfOthers,
    TaskOfSeveralUnits,
    TaskUnknown,
    TooManyNumbers,
    UnitUnknown,
)
from data.talk import LISTED, Act, Outgoing
from data.views import assigned, running
from data.words import fold_in_place
from locales.refusals import refusal
from locales.say.reporting import several

# So many tasks are answered for in one message; so many are shown in full.
MOST, MOST_SHOWN = 20, 5
# What Nội vụ may say before the number of a task, or before the unit behind it.
_BEFORE, _OF_UNIT = re.compile(r"(?:(?:bao cao|ket qua|cho|don vi)\s+)+"), re.compile(r"(?:cua|cho|doi voi)\s+")
# A head and a leader see and change nothing.
_REPORTING = frozenset({Role.OFFICER, Role.COORDINATOR})


def not_too_many(numbers: Sequence[str], most: int = MOST) -> Sequence[str]:
    """The numbers, if one message can answer for all of them.

    Raises:
        TooManyNumbers: it cannot.
    """
    if len(numbers) > most:
        raise TooManyNumbers(most=most, given=len(numbers))
    return numbers


def task_of(ask: Ask, number: str) -> TaskFact:
    """The task of this number, whoever leads it.

    Raises:
        TaskUnknown, NoPlanYet: there is none.
        TaskInSeveralPlans: it is one of several, of which the person must choose.
    """
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise _unknown(ask, number)
    return _only(ask, number, tasks)


def duty_of(ask: Ask, number: str) -> TaskFact:
    """The duty of this number that could be accepted.

    Raises:
        DutyUnknown: there is none.
        TaskInSeveralPlans: it is one of several, of which the person must choose.
    """
    return _only(ask, number, settling.find_duties(ask.session, number))


def no_plan_yet(ask: Ask) -> NoPlanYet:
    """What to tell this chat where no plan is followed."""
    return NoPlanYet(coordinator=any(seat.role is Role.COORDINATOR for seat in ask.seats))


def _unknown(ask: Ask, number: str) -> Refusal:
    return unknown_task(ask, number) if views.plans(ask.session) else no_plan_yet(ask)


def unknown_task(ask: Ask, number: str) -> TaskUnknown:
    """What to tell this chat of a number that no task has."""
    return TaskUnknown(number=number, sees_all=any(seat.sees_all for seat in ask.seats))


def _only(ask: Ask, number: str, tasks: Sequence[TaskFact]) -> TaskFact:
    if len(tasks) > 1:
        raise _in_several_plans(ask, number, tasks)
    return tasks[0]


@dataclass(frozen=True, slots=True)
class Led:
    """A task that a unit of this chat leads: the seat that may answer for it, and all that the unit owes of it."""

    seat: Seat
    task: TaskFact
    facts: Sequence[OccurrenceFact]


def led(ask: Ask, number: str) -> Led:
    """The task of this number that a unit of this chat leads.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        TaskInSeveralPlans, TaskOfSeveralUnits: it is one of several, of which the person must choose.
    """
    tasks = assigned.shares(ask.session, number, {seat.unit.id for seat in ask.seats})
    if not tasks:
        raise _unknown(ask, number)
    parts = [(task, seat, share) for task, shares in tasks for seat in ask.seats if (share := shares.get(seat.unit.id))]
    there = {task.id: Led(seat, task, share.owed) for task, seat, share in parts if share.part is Part.LEAD}
    leading = {seat.unit.id: seat.unit for _, seat, share in parts if share.part is Part.LEAD}
    if len(leading) > 1:
        raise _of_several_units(ask, number, tuple(leading.values()))
    if len(there) > 1:
        raise _in_several_plans(ask, number, [each.task for each in there.values()])
    for found in there.values():
        return found
    supported = next((task for task, _, share in parts if share.part is Part.COORDINATING), None)
    leads = assigned.units_in(ask.session, supported.id, Part.LEAD) if supported else ()
    names = tuple(unit.name for unit in leads)
    raise TaskOfOthers(number=number, coordinating=supported is not None, leads=names)


def _in_several_plans(ask: Ask, number: str, tasks: Sequence[TaskFact]) -> TaskInSeveralPlans:
    """Which of them is meant? Each choice does what was asked, with the plan before the number."""
    numbers = tuple(task.typed for task in tasks)
    asked = _asked(ask, number)
    return TaskInSeveralPlans(
        number=number,
        numbers=numbers,
        acts=tuple(asked.of_task(number, named) for named in numbers),
        titles=tuple(task.title for task in tasks),
    )


def _asked(ask: Ask, number: str) -> Act:
    """What was asked of a task, and perhaps of others; what else was typed is still to be read."""
    if ask.act is not None:
        return ask.act
    argument = read_argument(ask.argument)
    if number in argument.numbers:
        return Act(ask.command, argument.numbers, said=argument.note)
    # The number stands behind other words: "quý 1 10".
    words = unicodedata.normalize("NFC", ask.argument).split()
    at = next((at for at, word in enumerate(words) if number in read_argument(word).numbers), len(words))
    return Act(ask.command, (number,), said=" ".join([*words[:at], *words[at + 1 :]]))


def _of_several_units(ask: Ask, number: str, units: Sequence[UnitFact]) -> TaskOfSeveralUnits:
    """Which unit of the chat is meant? Each choice does what was asked, for one."""
    asked = ask.act or Act(ask.command, (number,), said=read_argument(ask.argument).note)
    return TaskOfSeveralUnits(
        number=number,
        units=tuple(unit.name for unit in units),
        acts=tuple(replace(asked, tasks=(number,), units=(unit.code,), beside=()) for unit in units),
    )


def for_unit_named(ask: Ask) -> Ask:
    """In a chat of several units, what is said for the one named behind the numbers: `xong 1 P-LL 3 tin`."""
    if any(seat.role is Role.COORDINATOR for seat in ask.seats):
        return ask if ask.act else _number_first(ask)  # Nội vụ names the units of others
    if len(units_of(ask)) == 1:
        return ask
    if ask.act is not None:
        chosen = tuple(seat for seat in ask.seats if seat.unit.code in ask.act.units)
        return replace(ask.doing(replace(ask.act, units=())), seats=chosen) if chosen else ask
    note = read_argument(ask.argument).note
    try:
        unit, rest = registering.unit_leading(ask.session, note)
    except UnitUnknown:
        return ask
    seats = tuple(seat for seat in ask.seats if seat.unit.id == unit.id)
    numbers = ask.argument.rstrip().removesuffix(note)
    return replace(ask, seats=seats, argument=f"{numbers}{rest}".strip()) if seats else ask


def _number_first(ask: Ask) -> Ask:
    """What names the unit before the task, or between other words: "VP việc 10 thiếu số", "báo cáo việc 10 của VP"."""
    text = _leading(_BEFORE, ask.argument)
    number, rest, has_more = first_number(text)
    if number:
        behind = _leading(_OF_UNIT, rest)
        return (
            ask
            if has_more or (text == ask.argument and behind == rest)
            else replace(ask, argument=f"{number} {behind}")
        )
    try:
        unit, rest = registering.unit_leading(ask.session, text)
    except UnitUnknown:
        return ask
    number, behind, _ = first_number(rest)
    return replace(ask, argument=f"{number} {unit.code} {behind}".strip()) if number else ask


def _leading(words: re.Pattern[str], text: str) -> str:
    """The text without some words that it begins with."""
    match = words.match(fold_in_place(unicodedata.normalize("NFC", text)))
    return unicodedata.normalize("NFC", text)[match.end() :] if match else text


def each(ask: Ask, answer: Callable[[Ask], Sequence[Outgoing]]) -> Sequence[Outgoing]:
    """One message with the answer for each task; of several, one refused does not stop the others."""
    if len(ask.numbers) < 2:
        return answer(ask)
    replies: list[Outgoing] = []
    for number in ask.numbers:
        try:
            replies += answer(replace(ask, numbers=(number,)))
        except Refusal as said:
            replies.append(Outgoing("", refusal(ask.words, said), asks=said.asks))
    return (several(ask.words, replies),)


def of_each(
    ask: Ask, numbers: Sequence[str], answer: Callable[[str], Outgoing], most: int = MOST
) -> Sequence[Outgoing]:
    """As `each`, of numbers that were read otherwise.

    Raises:
        NumberMissing, TooManyNumbers: there is none, or more than `most`.
    """
    if not numbers:
        raise NumberMissing(command=ask.command)
    named = replace(ask, numbers=tuple(not_too_many(numbers, most)))
    return each(named, lambda one: (answer(one.number),))


def actor_of(ask: Ask, seat: Seat) -> Actor:
    """Who changes something: the person who wrote, by the chat they wrote in."""
    return Actor(officer_id=persons.officer_of(ask.session, ask.speaker).id, address_id=seat.address_id)


def may_report(ask: Ask, unit_id: int) -> bool:
    """Whether this chat answers for a unit, and is not its head's alone."""
    return any(seat.unit.id == unit_id for seat in reporting_seats(ask))


def reporting_seats(ask: Ask) -> tuple[Seat, ...]:
    """The seats of this chat that answer for a unit."""
    return tuple(seat for seat in ask.seats if seat.role in _REPORTING)


def units_of(ask: Ask) -> Sequence[Seat]:
    """The seats of this chat, one for each unit."""
    return tuple({seat.unit.id: seat for seat in reversed(ask.seats)}.values())[::-1]


def chosen(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence that a number means now, with the seat that may answer for it.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        NotOpenYet, AlreadyDone: there is nothing to report in it now.
    """
    task = led(ask, number)
    return task.seat, running.to_report(task.task, task.facts)


def in_period(led: Led, note: str) -> tuple[OccurrenceFact, str]:
    """As `chosen`, or of the period that the note begins with ("quý I 3 tin"); with the rest of the note.

    Raises:
        PeriodNotAsked: the task is reported by other periods, or not yet for this one.
        NotOpenYet, AlreadyDone: there is nothing to report in it, or in that period.
    """
    period, rest = period_of(led, note)
    if period is None or not running.is_by_period(led.facts):
        return running.to_report(led.task, led.facts), note
    return running.to_report_in(led.task, led.facts, period), rest


def period_of(led: Led, note: str) -> tuple[Period | None, str]:
    """The period that a note about a task begins with, None without one, and the rest of the note."""
    return period_first(note, led.task.plan.year) if note else (None, "")


def reported(led: Led, note: str) -> tuple[OccurrenceFact, str] | None:
    """What has been reported of a task last, or for the period that the note begins with; with the rest of the note."""
    period, rest = period_of(led, note)
    if not running.is_by_period(led.facts):
        period, rest = None, note
    fact = running.reported(led.facts, period)
    return (fact, told(rest)) if fact else None


def last_reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact | None]:
    """The Occurrence of a task reported last, whole or in part, with the seat that may take it back."""
    task = led(ask, number)
    heard = [(max(report.at for report in reports), fact) for fact in task.facts if (reports := reports_of(fact))]
    return task.seat, max(heard, key=lambda pair: pair[0])[1] if heard else None


def reports_of(fact: OccurrenceFact) -> tuple[ReportFact, ...]:
    """All that stands reported of an Occurrence, in order."""
    return (*fact.partial, fact.report) if fact.report else fact.partial


def listed(ask: Ask, waiting: Sequence[OccurrenceFact]) -> list[OccurrenceFact] | None:
    """What waits of the tasks and units that are asked about; None where it is not the list that is asked for."""
    if ask.act is None or ask.act.how != LISTED:
        return None
    tasks, units = ask.act.tasks, ask.act.units
    return [
        fact
        for fact in waiting
        if fact.task.typed in (tasks or [fact.task.typed]) and fact.unit.code in (units or [fact.unit.code])
    ]


def behind_button(ask: Ask) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence a button was made for.

    Raises:
        ButtonStale: it is gone, or belongs to a unit for which this chat does not speak.
    """
    facts = views.by_ids(ask.session, [ask.occurrence_id or 0])
    for fact in facts:
        for seat in ask.seats:
            if seat.unit.id == fact.unit.id:
                return seat, fact
    raise ButtonStale


def pointed_at(ask: Ask) -> OccurrenceFact:
    """The Occurrence a button of Nội vụ was made for, whoever owes it.

    Raises:
        ButtonStale: it is gone.
    """
    for fact in views.by_ids(ask.session, [ask.occurrence_id or 0]):
        return fact
    raise ButtonStale
