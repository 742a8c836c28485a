"""Which tasks and Occurrences an argument means, for the unit that speaks."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.talk import Ask
from data import assigned, naming, people, views
from data.changing import Actor
from data.errors import (
    AlreadyDone,
    ButtonStale,
    NotOpenYet,
    NumberMissing,
    PeriodNotAsked,
    Refusal,
    TaskInSeveralPlans,
    TaskOfOthers,
    TaskUnknown,
    UnitUnknown,
)
from data.facts import OccurrenceFact, ReportFact, Seat, TaskFact
from data.model import Closing, Ladder, Part, State, Unit
from data.outbox import Outgoing
from data.text import fold
from data.typed import period_first
from locales.refusals import refusal
from locales.replies import several

# "10", "1.2", "III.1.4", and "06.10" or "06.III.1.4" where the plan is named.
_NUMBER = re.compile(r"(?:\d{1,4}\.(?=[IVXivx]))?(?:[IVXivx]+\.)?\d{1,4}(?:\.\d{1,3})*(?:\(\d\))?")
_FILLERS = {"viec", "so", "nhiem", "vu", "va", "and", "task"}
# What officers count in their notes: in "xong 1 3 tin 2 bai" the 3 belongs to the news items, not to the tasks.
_COUNTED = {
    "tin", "bai", "phong", "van", "lop", "buoi", "hoi", "luot", "nguoi", "can", "to", "pano", "pa", "ap",
    "chuyen", "tai", "cuoc", "dot", "ban", "anh", "video", "clip", "don", "ho", "cong", "lan", "trieu", "%",
}  # fmt: skip
# "xong 4 6 tháng đầu năm" speaks of one task.
_HALF_YEAR = re.compile(r"thang (?:dau|cuoi)\b")
# These are owed period by period.
_PERIODIC = frozenset({Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY})


@dataclass(frozen=True, slots=True)
class Argument:
    """The task numbers an argument begins with, and the note after them as written."""

    numbers: tuple[str, ...]
    note: str


def read_argument(text: str) -> Argument:
    """Split "10, 12 đã gửi số 5/BC-VP" into its task numbers and its note."""
    words = text.split()
    position = next((at for at, word in enumerate(words) if not _leads(word)), len(words))
    # "số" before a document belongs to the note, before a task's number it fills.
    while position and not _NUMBER.fullmatch(words[position - 1].strip(",;:.")):
        position -= 1
    numbers = [bare for word in words[:position] if _NUMBER.fullmatch(bare := word.strip(",;:."))]
    if len(numbers) > 1 and position < len(words) and fold(words[position]).strip(",.;") in _COUNTED:
        position -= 1
        numbers.pop()
    if len(numbers) > 1 and numbers[-1] == "6" and _HALF_YEAR.match(fold(" ".join(words[position:]))):
        position -= 1
        numbers.pop()
    note = text.split(maxsplit=position)[position] if position < len(words) else ""
    return Argument(tuple(dict.fromkeys(numbers)), note.strip())


def one_number(ask: Ask) -> tuple[str, str]:
    """The task number that the argument begins with, and all that follows it as written.

    Raises:
        NumberMissing: it does not begin with one.
    """
    words = [word.strip(",;:.") for word in ask.argument.split()]
    position = next((at for at, word in enumerate(words) if word and fold(word) not in _FILLERS), len(words))
    if position == len(words) or not _NUMBER.fullmatch(words[position]):
        raise NumberMissing(command=ask.command)
    return words[position], "".join(ask.argument.split(maxsplit=position + 1)[position + 1 :]).strip()


def units_first(ask: Ask, text: str) -> tuple[list[Unit], str]:
    """The units that a text begins with, each by its code, name or alias, and the rest as written."""
    found: list[Unit] = []
    while text := text.strip(" ,;"):
        try:
            unit, text = naming.unit_leading(ask.session, text)
        except UnitUnknown:
            break
        found.append(unit)
    return found, text


def _leads(word: str) -> bool:
    """Whether a word can stand before the note: a number, or a filler such as "việc"."""
    bare = word.strip(",;:.")
    return bool(_NUMBER.fullmatch(bare)) or fold(bare) in _FILLERS or not bare


def chosen(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence that a number means now, with the seat that may answer for it.

    The earliest open one; else the one closed as missed last, since late news is welcome.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        NotOpenYet, AlreadyDone: there is nothing to report in it now.
    """
    seat, task = led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    by_day = sorted(found, key=lambda fact: (fact.due_on is None, fact.due_on or fact.starts_on))
    for fact in by_day:
        if fact.state is State.OPEN:
            return seat, fact
    for fact in reversed(by_day):
        if fact.closing in {Closing.UNREPORTED, Closing.NOT_COUNTED}:
            return seat, fact
    for fact in reversed(by_day):
        if fact.report is not None:
            raise AlreadyDone(number=number, at=fact.report.at)
    raise NotOpenYet(number=number)


def chosen_in_period(ask: Ask, number: str, note: str) -> tuple[Seat, OccurrenceFact, str]:
    """As `chosen`, or of the period that the note begins with ("quý I 3 tin"); with the rest of the note.

    Raises:
        PeriodNotAsked: the task is reported by other periods, or not yet for this one.
        AlreadyDone: that period has been reported.
    """
    seat, task = led_task(ask, number)
    period, rest = period_first(note, task.plan.year)
    facts = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    asked = [fact for fact in facts if fact.ladder in _PERIODIC and fact.closing is not Closing.WITHDRAWN]
    if period is None or not asked:
        return *chosen(ask, number), note
    # A period with several days has a key for each: "2023-Q1.2".
    named = sorted((fact for fact in asked if fact.key.partition(".")[0] == period.key), key=lambda fact: fact.key)
    for fact in named:
        if fact.report is None:
            return seat, fact, rest
    if named and named[-1].report:
        raise AlreadyDone(number=number, at=named[-1].report.at)
    raise PeriodNotAsked(number=number, period=period.key, periods=tuple(fact.key for fact in asked))


def last_reported(ask: Ask, number: str) -> tuple[Seat, OccurrenceFact | None]:
    """The Occurrence of a task reported last, whole or in part, with the seat that may take it back."""
    seat, task = led_task(ask, number)
    found = views.occurrences(ask.session, views.of_task(task.id), views.led_by(seat.unit.id))
    told = [(max(report.at for report in reports), fact) for fact in found if (reports := reports_of(fact))]
    return seat, max(told, key=lambda pair: pair[0])[1] if told else None


def reports_of(fact: OccurrenceFact) -> tuple[ReportFact, ...]:
    """All that stands reported of an Occurrence, in order."""
    return (*fact.partial, fact.report) if fact.report else fact.partial


def behind_button(ask: Ask) -> tuple[Seat, OccurrenceFact]:
    """The Occurrence a button was made for.

    Raises:
        ButtonStale: it is gone, or belongs to a unit for which this chat does not speak.
    """
    facts = views.occurrences(ask.session, views.among([ask.occurrence_id or 0]))
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
    for fact in views.occurrences(ask.session, views.among([ask.occurrence_id or 0])):
        return fact
    raise ButtonStale


def task_of(ask: Ask, number: str) -> TaskFact:
    """The task of this number, whoever leads it.

    Raises:
        TaskUnknown: there is none.
        TaskInSeveralPlans: it is one of several, of which the person must choose.
    """
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise TaskUnknown(number=number)
    if len(tasks) > 1:
        raise _in_several_plans(ask, number, tasks)
    return tasks[0]


def led_task(ask: Ask, number: str) -> tuple[Seat, TaskFact]:
    """The task of this number that a unit of this chat leads.

    Raises:
        TaskUnknown, TaskOfOthers: there is no such task, or another unit leads it.
        TaskInSeveralPlans: it is one of several, of which the person must choose.
    """
    tasks = assigned.find_tasks(ask.session, number)
    if not tasks:
        raise TaskUnknown(number=number)
    parts = [(assigned.part_of(ask.session, task.id, seat.unit.id), seat, task) for task in tasks for seat in ask.seats]
    led = {task.plan.short: (seat, task) for part, seat, task in parts if part is Part.LEAD}
    if len(led) > 1:
        raise _in_several_plans(ask, number, [task for _, task in led.values()])
    for found in led.values():
        return found
    raise TaskOfOthers(number=number, coordinating=any(part is Part.COORDINATING for part, *_ in parts))


def _in_several_plans(ask: Ask, number: str, tasks: Sequence[TaskFact]) -> TaskInSeveralPlans:
    """Which of them is meant? Each choice says again what was typed, with the plan before the number."""
    as_typed = re.compile(rf"(?<![\w.]){re.escape(number)}(?![\w.])", re.IGNORECASE)
    numbers = tuple(f"{task.plan.short}.{task.number}" for task in tasks)
    return TaskInSeveralPlans(
        number=number,
        numbers=numbers,
        commands=tuple(f"{ask.command} {as_typed.sub(named, ask.argument, count=1)}" for named in numbers),
        titles=tuple(task.title for task in tasks),
    )


def of_each(ask: Ask, numbers: Sequence[str], answer: Callable[[str], Outgoing]) -> Sequence[Outgoing]:
    """One message with the answer to each task number; of several, one refused does not stop the others.

    Raises:
        NumberMissing: there is none.
    """
    if not numbers:
        raise NumberMissing(command=ask.command)
    if len(numbers) == 1:
        return (answer(numbers[0]),)
    replies = []
    for number in numbers:
        try:
            replies.append(answer(number))
        except Refusal as said:
            replies.append(Outgoing("", refusal(ask.words, said)))
    return (several(ask.words, replies),)


def actor_of(ask: Ask, seat: Seat) -> Actor:
    """Who changes something: the person who wrote, by the chat they wrote in."""
    return Actor(officer_id=people.officer_of(ask.session, ask.speaker).id, address_id=seat.address_id)


def units_of(ask: Ask) -> Sequence[Seat]:
    """The seats of this chat, one for each unit."""
    return tuple({seat.unit.id: seat for seat in reversed(ask.seats)}.values())[::-1]
