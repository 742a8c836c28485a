"""What a reading does: the commands that its wishes give, how they are spelt out, whether a typed one says the same."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import targets
from bot.arguments import Takes
from bot.as_typed import EVERYBODY, RESULTS, act_of, act_of_all, group_names
from bot.command import Heard, Sense
from bot.features import reporting
from bot.understanding import chosen
from data import reminders, views
from data.facts import Seat
from data.kinds import Ladder, Role
from data.lines.amending import doubled, says_more
from data.lines.numbers import read_argument, whole_numbers
from data.lines.several import numbers_first, read_reports
from data.lines.wishes import Mode, Reading, Wish
from data.office import looking
from data.people import registering
from data.store import Session
from data.talk import LISTED, Act
from data.views import assigned
from data.words import fold
from locales import Words
from locales.say import guessing

# What may be done on plain words alone: it changes nothing.
_SAFE = frozenset({"da nhan"})
_AMENDS = frozenset({"bo sung", "sua"})
_OWN = frozenset({"viec", "viec cua toi"})
# What may be reported in one line.
_OF_REPORTS = frozenset({reporting.done, reporting.nothing})
_NOTHING = "khong phat sinh"
_LEAVES_OUT = re.compile(r"\b(?:tru|ngoai)\b")
# These show what waits, where it is only asked what does.
_LISTS = frozenset({"cho gia han", "go vuong"})
# Where it is only asked what waits, the list is shown: with a unit's name behind it, it would take note.
_SHOWN_WHOLE = "ghi nhan"
# Asked for without a task, these are told of the tasks that they concerned last.
_OF_LAST = frozenset({"giao nhan", "nhat ky", "xem anh"})
# These ask before they do anything.
_ASK_THEMSELVES = frozenset({"ban giao", "ghi thay", "giao viec", "rut ke hoach", "thong bao", "tra loi cau hoi"})
_ASK_OF_MANY = frozenset({"ghi nhan", "moi"})


def careful(reading: Reading) -> Reading:
    """The same where plain words would put something on record: they are spelt out first, and a yes does it."""
    writes = any(wish.command not in _SAFE for wish in reading.wishes)
    return replace(reading, mode=Mode.CONFIRM) if reading.mode is Mode.DO and writes else reading


def as_answer(asked: Reading, reading: Reading, said: str) -> Reading:
    """The reading of a line that follows a question: at once only what was asked about; other words are spelt out.

    What was asked to be confirmed is by a yes, or by less of it, and not by a line that says the like anew.
    """
    commands_asked = {wish.command for wish in asked.wishes}
    is_of_it = all(wish.command in commands_asked for wish in reading.wishes)
    if asked.mode is Mode.CONFIRM:
        is_of_it = is_of_it and all(wish.text != said for wish in reading.wishes)
    elif asked.lacks != "task" and _numbers(asked):
        is_of_it = is_of_it and _numbers(reading) <= _numbers(asked)
    return reading if is_of_it else careful(reading)


def agrees(session: Session, reading: Reading, heard: Heard, seats: Sequence[Seat]) -> bool:
    """Whether a line means the command that it begins with, and no other."""
    meant = {each and each.command for each in (heard_of(session, wish, seats) for wish in reading.wishes)}
    return bool(meant) and meant <= ({heard.command} if heard.command is not reporting.done else _OF_REPORTS)


def is_spelt_out(session: Session, reading: Reading, heard: Heard, seats: Sequence[Seat]) -> bool:
    """Whether a command is typed just as its reading would be spelt out: nobody is asked for what was said already."""
    known = [heard_of(session, wish, seats, reading.mode) for wish in reading.wishes]
    typed = {fold(each.act.typed) for each in known if each and each.act}
    return typed == {fold(f"{heard.command.name} {heard.argument}")}


def is_typed_whole(reading: Reading, heard: Heard) -> bool:
    """Whether what puts something on record is typed so that its own reader finds it all: it keeps the words."""
    numbers = _numbers(reading)
    said = read_reports(numbers_first(heard.argument), numbers)
    counted = {str(number) for wish in reading.wishes for _, number in wish.counts}
    nothing = {number for wish in reading.wishes if wish.command == _NOTHING for number in wish.tasks}
    is_nothing = (
        heard.command is reporting.nothing
        or {number for report in said.each if report.nothing for number in report.numbers} == nothing
    )
    is_left_out = any(wish.except_tasks or wish.except_units for wish in reading.wishes)
    is_left_out = is_left_out or _LEAVES_OUT.search(fold(heard.argument)) is not None
    is_told = heard.command.sense is not Sense.ASKS and not is_left_out and is_nothing and not doubled(heard.argument)
    typed = {number.lstrip("0") for number in whole_numbers(heard.argument)}
    return is_told and said.sure and set(said.numbers) == numbers and counted <= typed


_OF_A_DAY = {"sap den han", "han", "viec cua toi"}  # of what else is asked, a day is no part


def heard_of(session: Session, wish: Wish, seats: Sequence[Seat], mode: Mode = Mode.TELL) -> Heard | None:
    """The command that a wish gives, as its reading is to be acted on; None where there is none."""
    if mode in {Mode.DO, Mode.CONFIRM} and wish == Wish("ghi nhan"):
        wish = replace(wish, groups=(EVERYBODY,))
    if mode is Mode.TELL and wish.command in _LISTS:
        return chosen(Act(wish.command, wish.tasks, how=LISTED, units=wish.units), seats)
    if mode is Mode.TELL and wish.command == _SHOWN_WHOLE:
        wish = Wish(_SHOWN_WHOLE)
    act = act_of(wish, group_names(session) if wish.groups else {})
    heard = chosen(act, seats)
    if wish.command == "han" and wish.tasks and heard is not None and not heard.command.is_for(seats):
        return chosen(act_of(replace(wish, command="viec", period=None, day=None, text=""), {}), seats)
    if heard is None or heard.command.sense is not Sense.ASKS or Takes.ABOUT not in heard.command.takes:
        return heard
    day = act.day if wish.command in _OF_A_DAY else None
    return chosen(replace(act, text="", day=day), seats)  # who asks says nothing that is kept


def with_tasks(session: Session, reading: Reading) -> Reading:
    """The same, with the tasks that are meant where messages, changes or a unit's evidence are asked for without any.

    Of messages and of the record these are the tasks of the last ones, of evidence those that the unit has reported.
    """
    wish = reading.wishes[0] if len(reading.wishes) == 1 else Wish("")
    if wish.tasks or reading.mode is not Mode.TELL or wish.command not in _OF_LAST:
        return reading
    of = registering.read_units(session).of
    ids = [of[code].id or 0 for code in wish.units if code in of]
    match wish.command:
        case "giao nhan":
            told = dict.fromkeys(fact.task.typed for fact in reminders.told_last(session, ids))
            return replace(reading, wishes=(replace(wish, tasks=tuple(told)[: targets.MOST_SHOWN]),))
        case "nhat ky":
            changed = looking.changed_last(session, targets.MOST_SHOWN)
            return replace(reading, wishes=(replace(wish, tasks=changed),)) if changed else reading
        case "xem anh" if len(ids) == 1:
            owed = views.occurrences(session, views.led_by(ids[0]))
            reported = tuple(dict.fromkeys(fact.task.typed for fact in owed if targets.reports_of(fact)))
            each = tuple(replace(wish, tasks=(number,)) for number in reported[: targets.MOST_SHOWN])
            return replace(reading, wishes=each or reading.wishes)
    return reading


def spelt_out(session: Session, words: Words, heard: Sequence[Heard]) -> list[str]:
    """What commands would do, in words; and how each is typed, where there are none for it."""
    told = []
    for act, command in ((each.act, each.command) for each in heard if each.act):
        tasks = assigned.find_tasks(session, act.tasks[0]) if len(act.tasks) == 1 else ()
        if tasks and guessing.can_say(command.name):
            told.append(guessing.guessed(words, command.name, tasks[0], act.tasks[0], _beside(words, act)))
        else:
            what = [words.text(command.help)] if command.help else []
            told.append(": ".join([*what, words.typed(act.typed)]))
    return told


def is_of_several_plans(session: Session, heard: Sequence[Heard]) -> bool:
    """Whether a number is named that tasks of several plans have."""
    numbers = {number for each in heard if each.act for number in each.act.tasks}
    return any(len(assigned.find_tasks(session, number)) > 1 for number in numbers)


def _beside(words: Words, act: Act) -> str:
    """What an act says beside its task, in words."""
    until = words.text("until {day}", day=f"{act.day:%d/%m/%Y}") if act.day else ""
    period = words.period(act.period, Ladder.RECURRING) if act.period else ""
    return ", ".join(filter(None, [*act.units, period, until, *act.parts, act.text]))


def awaited(reading: Reading, session: Session, seats: Sequence[Seat]) -> tuple[str, ...]:
    """The tasks that a unit may report, but those just named, for the question which of them is meant."""
    own = next((seat for seat in seats if seat.role is Role.OFFICER), None)
    if reading.lacks != "task" or own is None:
        return ()
    owed = views.occurrences(session, views.is_open(), views.led_by(own.unit.id))
    return tuple(dict.fromkeys(fact.task.typed for fact in owed if fact.task.typed not in _numbers(reading)))


def is_of_others(session: Session, reading: Reading, seats: Sequence[Seat]) -> bool:
    """Whether something is wanted that these seats may not have."""
    known = [heard_of(session, wish, seats, reading.mode) for wish in reading.wishes]
    return any(heard is not None and not heard.command.is_for(tuple(seats)) for heard in known)


def reports_by_number(reading: Reading, said: str) -> bool:
    """Whether it is plain what is reported, of tasks that are all named by their numbers."""
    typed = {number.lstrip("0") for number in whole_numbers(said)} | set(read_argument(said).numbers)
    is_report = any(wish.command == "xong" for wish in reading.wishes)
    told = all(wish.command in RESULTS and wish.tasks and typed >= set(wish.tasks) for wish in reading.wishes)
    return reading.mode is Mode.DO and is_report and told


def counts_by_number(reading: Reading, said: str) -> bool:
    """Whether results are counted of tasks that are named by their numbers, and would be put on record by a yes."""
    is_counted = bool(reading.wishes) and all(wish.counts for wish in reading.wishes)
    return is_counted and reading.mode is Mode.CONFIRM and reports_by_number(replace(reading, mode=Mode.DO), said)


def as_one(heard: Sequence[Heard], seats: Sequence[Seat]) -> list[Heard]:
    """The same, with what takes a file along first, and in one: the file backs each of the tasks."""
    reports = [each for each in heard if each.act and each.command is reporting.done]
    one = chosen(act_of_all([each.act for each in reports if each.act]), seats) if reports else None
    return [*([one] if one else []), *(each for each in heard if each not in reports)]


def is_own_list(reading: Reading) -> bool:
    """Whether a list of one's own work is asked for."""
    return reading.mode is Mode.TELL and all(wish.command in _OWN and not wish.tasks for wish in reading.wishes)


def says_something(reading: Reading) -> bool:
    """Whether what is to be added to a report is said: a count, a document, a product."""
    return not any(_adds_nothing(wish) for wish in reading.wishes)


def _adds_nothing(wish: Wish) -> bool:
    return wish.command in _AMENDS and not (wish.counts or wish.document or wish.parts)


def plainly_done(reading: Reading) -> Reading:
    """The same, with a report said again that adds nothing to the one that stands as that report."""
    wishes = tuple(replace(wish, command="xong") if _adds_nothing(wish) else wish for wish in reading.wishes)
    return reading if wishes == reading.wishes else replace(reading, mode=Mode.TELL, wishes=wishes)


def is_once_more(reading: Reading) -> bool:
    """Whether something is counted of what has been reported, and not said whether it comes to that."""
    return bool(reading.wishes) and all(
        wish.command == "bo sung" and wish.counts and not says_more(wish.text) for wish in reading.wishes
    )


def gives(reading: Reading, lacks: str) -> bool:
    """Whether a reading has what a command lacked."""
    slots = {"task": "tasks", "unit": "units", "day": "day", "text": "text"}
    return all(getattr(wish, slots.get(lacks, "text")) for wish in reading.wishes)


def asks_itself(heard: Sequence[Heard]) -> bool:
    """Whether what is meant is one command that shows by itself what it would do, and asks, where it is typed."""
    if len(heard) != 1:
        return False
    command, act = heard[0].command.name, heard[0].act
    is_of_many = (
        act is not None and not act.tasks and (bool(act.how or act.without) or any(map(str.islower, act.units)))
    )
    return command in _ASK_THEMSELVES or (command in _ASK_OF_MANY and is_of_many)


def knows_tasks(reading: Reading, heard: Heard) -> bool:
    """Whether a reading has every task that a command names by its number."""
    return set(read_argument(heard.argument).numbers) <= _numbers(reading)


def misses_number(reading: Reading, heard: Heard) -> bool:
    """Whether a number is typed that is no task and no period of the reading."""
    is_period = any(wish.period or wish.day or wish.counts for wish in reading.wishes)
    return not is_period and not set(whole_numbers(heard.argument)) <= _numbers(reading)


def names_nothing(reading: Reading) -> bool:
    """Whether nothing is named to which it is to be done."""
    return not any(
        wish.tasks or wish.units or wish.groups or wish.period or wish.except_tasks or wish.except_units or wish.text
        for wish in reading.wishes
    )


def names_others(reading: Reading, heard: Heard) -> bool:
    """Whether units are named, or tasks that were named before and not typed: "đôn đốc họ đi"."""
    typed = bool(read_argument(heard.argument).numbers)
    return any(wish.units or wish.groups or (wish.tasks and not typed) for wish in reading.wishes)


def _numbers(reading: Reading) -> set[str]:
    return {number for wish in reading.wishes for number in wish.tasks}
