"""What follows a command: what it declares that it takes, read from the words behind it, or told by a choice."""

import re
import unicodedata
from dataclasses import replace
from enum import Flag, auto

from bot import targets
from bot.talk import Ask
from data.lines.numbers import first_number, read_argument, whole_numbers
from data.lines.requests import delay_until, read_delay, read_subject
from data.people import registering
from data.refusals import NumberMissing, OneAtATime, OneSuccessor, SuccessorUnknown, UnitUnknown
from data.talk import Act
from data.words import fold, without_pictures


class Takes(Flag):
    """What may follow a command; where it takes NOTHING, other words make plain talk of it.

    A task's number comes first: other words may be plain talk, but for what goes to the last that was said here
    (OR_LAST). Without anything behind it, one shows what there is (OR_LIST). EACH_TASK is answered for by itself, so
    that one refused does not stop the others; what is SHOWN in full may be few. REPORTS are tasks, perhaps each with
    words of its own, which the handler takes apart; a DELAY is of tasks, until a day. QUESTIONS
    are named by their own numbers. ABOUT are tasks,
    units, groups, periods and who is left out in any order; FOR_UNITS tasks, units and what these say.
    ADDRESSED are words, perhaps behind those they are for; or "gui" and the number of such words. An ANSWER stands
    behind the number of a question. FROM_TO are units and the one they are merged into, perhaps with a yes. A CHANNEL
    is named in one word, perhaps behind a unit. DRAFT_FILE and HELD_FILE are read before the command is acted on.
    """

    NOTHING = 0
    ONE_TASK = auto()
    TASKS = auto()
    EACH_TASK = auto()
    SHOWN = auto()
    REPORTS = auto()
    DELAY = auto()
    OR_LIST = auto()
    OR_LAST = auto()
    ABOUT = auto()
    FOR_UNITS = auto()
    ADDRESSED = auto()
    ANSWER = auto()
    FROM_TO = auto()
    UNIT = auto()
    UNITS = auto()
    PERIOD = auto()
    DAY = auto()
    NOTE = auto()
    FILE = auto()
    CHANGE_OF_UNITS = auto()
    LEFT_OUT = auto()
    QUESTIONS = auto()
    DRAFT = auto()
    DRAFT_FILE = auto()
    HELD_FILE = auto()
    CODE = auto()
    LANGUAGE = auto()
    CHANNEL = auto()
    TOPIC = auto()
    ANYTHING = auto()


_SEND = re.compile(r"(?:gui|send)(?: (\d{1,9}))?")
_FILLERS = frozenset({"duoc", "roi", "tin", "nhac", "thong", "bao", "ve"})
_OF_QUESTION = re.compile(r"\s*(\d{1,9})(?![\w/])\s*(?:[:,.;-]|(?:thì|thi|là|la|chọn|chon)\b|\s)*\s*", re.ASCII)
_AGREED = re.compile(r"\s*(?:dong y|đồng ý|yes|agreed?)\s*$", re.IGNORECASE)
OF_TASKS = Takes.ONE_TASK | Takes.TASKS | Takes.EACH_TASK | Takes.REPORTS | Takes.DELAY


def read(ask: Ask, takes: Takes) -> Ask:
    """With what the command takes read from the argument, or told by the choice that was taken.

    Raises:
        NumberMissing, OneAtATime, TooManyNumbers, UnitUnknown: it is not what the command takes.
    """
    read = next((read for kind, read in _READERS.items() if kind in takes), None)
    if read is not None:
        return read(ask)
    if Takes.ABOUT in takes or not takes & OF_TASKS:
        return ask
    if ask.act is not None and (Takes.UNITS not in takes or Takes.NOTE in takes):
        return _as_chosen(ask, ask.act, takes)
    if Takes.REPORTS in takes:
        said = read_argument(ask.argument)
        return replace(ask, numbers=said.numbers, note=said.note)
    needs = not takes & (Takes.OR_LIST | Takes.OR_LAST) and ask.occurrence_id is None
    if Takes.ONE_TASK in takes and (needs or ask.argument.strip()):
        ask = _with_one_number(ask)
    if takes & (Takes.TASKS | Takes.EACH_TASK):
        ask = _with_numbers(ask, targets.MOST_SHOWN if Takes.SHOWN in takes else targets.MOST, needs=needs)
        ask = _behind_fillers(ask) if Takes.OR_LAST in takes and not ask.numbers else ask
    return _with_units(ask, only=Takes.NOTE not in takes) if Takes.UNITS in takes else ask


def bare(ask: Ask, takes: Takes) -> Ask:
    """With an argument in which no picture stands for words, where it is about tasks; other words are as typed."""
    is_typed = ask.act is None and bool(takes & OF_TASKS)
    return replace(ask, argument=without_pictures(ask.argument)) if is_typed else ask


def _as_chosen(ask: Ask, act: Act, takes: Takes) -> Ask:
    """With the tasks, the units and the words of a choice; what it says beside them the handler takes from it."""
    if Takes.UNITS not in takes:
        return replace(ask, numbers=act.tasks, note=act.behind)
    units = tuple(registering.unit_by_code(ask.session, code, former=True) for code in act.units)
    return replace(ask, numbers=act.tasks, units=units, note=replace(act, units=()).behind)


def _with_delay(ask: Ask) -> Ask:
    """With the tasks whose reminders are to rest, and until when."""
    if ask.act is not None:
        return replace(ask, numbers=ask.act.tasks, delay=delay_until(ask.act.day, ask.today, ask.workdays))
    delay = read_delay(ask.argument, ask.today, ask.workdays)
    return replace(ask, numbers=read_argument(delay.tasks).numbers, delay=delay)


def _with_questions(ask: Ask) -> Ask:
    """With the numbers of the questions that are named."""
    if ask.act is None:
        return replace(ask, numbers=whole_numbers(ask.argument))
    return replace(ask, numbers=() if ask.act.number is None else (str(ask.act.number),))


def _with_answer(ask: Ask) -> Ask:
    """With the number of a question and the answer behind it, which begins with none."""
    if ask.act is not None and ask.act.number is not None:
        return replace(ask, numbers=(str(ask.act.number),), note=ask.act.text)
    found = _OF_QUESTION.match(ask.argument)
    return replace(ask, numbers=(found[1],) if found else (), note=ask.argument[found.end() if found else 0 :].strip())


def _with_one_number(ask: Ask) -> Ask:
    """With the task number that the argument begins with, and all that follows it as written.

    Raises:
        NumberMissing: it does not begin with one.
        OneAtATime: others are joined to it.
    """
    number, rest, has_more = first_number(ask.argument)
    if not number:
        raise NumberMissing(command=ask.command)
    if has_more:
        raise OneAtATime(command=ask.command, number=number)
    return replace(ask, numbers=(number,), note=rest)


def _with_numbers(ask: Ask, most: int, *, needs: bool) -> Ask:
    """With the task numbers in a row that the argument begins with, and the words behind them.

    Raises:
        NumberMissing, TooManyNumbers: there is none, where one is needed, or more than `most`.
    """
    argument = read_argument(ask.argument)
    if needs and not argument.numbers:
        raise NumberMissing(command=ask.command)
    targets.not_too_many(argument.numbers, most)
    return replace(ask, numbers=argument.numbers, note=argument.note)


def _behind_fillers(ask: Ask) -> Ask:
    """With the numbers behind words that say no more than what was received: "được tin về việc 10"."""
    words = ask.argument.split()
    while words and fold(words[0]) in _FILLERS:
        words.pop(0)
    argument = read_argument(" ".join(words))
    return replace(ask, numbers=argument.numbers, note=argument.note) if argument.numbers else ask


def _with_from_to(ask: Ask) -> Ask:
    """With the units that are merged and last the one that they are merged into, and whether it has been agreed to.

    Raises:
        OneSuccessor: several are named behind the word that parts them.
        SuccessorUnknown: a name is no unit's; it may be the new one's.
    """
    text = unicodedata.normalize("NFC", ask.argument).strip()
    bare = _AGREED.sub("", text)
    try:
        old, new = registering.units_merging(ask.session, bare) if bare else ([], [])
    except UnitUnknown as unknown:
        if unknown.guesses and " " not in unknown.text:
            raise
        raise SuccessorUnknown(text=unknown.text) from None
    if len(new) > 1:
        raise OneSuccessor(units=tuple(unit.code for unit in new))
    return replace(ask, units=(*old, *new), agreed=bare != text)


def _with_addressed(ask: Ask) -> Ask:
    """With words and the units they are for; or the act that sends words that were shown."""
    if sending := _SEND.fullmatch(fold(ask.argument)):
        return replace(ask, act=Act(ask.command, how="gui", number=int(sending[1]) if sending[1] else None))
    units, text = registering.addressed(ask.session, ask.argument, ask.today)
    return replace(ask, units=tuple(units), note=text)


def _with_units(ask: Ask, *, only: bool) -> Ask:
    """With the units named behind the numbers: at the beginning of the words there, or in them and nothing else.

    In words of nothing else groups, everybody and who is left out may stand, and the tasks behind them.

    Raises:
        UnitUnknown: a word where a unit stands looks like one, and is none.
    """
    if only:
        return _with_whom(ask) if ask.note else ask
    units, note = registering.units_leading(ask.session, ask.note)
    return replace(ask, units=tuple(units), note=note)


def _with_whom(ask: Ask) -> Ask:
    """With the units that are named, or all but those left out."""
    units = registering.read_units(ask.session)
    said = read_subject(_AGREED.sub("", ask.note), ask.today, units.registry)
    if said.rest or said.spoken:
        registering.units_named(ask.session, ask.note)
        raise UnitUnknown(text=said.rest or said.spoken, guesses=(), look="danh sach chat")
    numbers = tuple(number for number in ask.numbers or said.numbers if number not in said.without_numbers)
    left_out = tuple(units.of[code] for code in said.without)
    named = tuple(unit for code in said.units if (unit := units.of[code]) not in left_out)
    out = said.without_numbers
    everybody = said.everybody or bool((said.without and not said.units) or (out and not (numbers or named)))
    return replace(ask, numbers=numbers, units=named, left_out=left_out, out=out, everybody=everybody, note="")


_READERS = {
    Takes.DELAY: _with_delay,
    Takes.QUESTIONS: _with_questions,
    Takes.ADDRESSED: _with_addressed,
    Takes.ANSWER: _with_answer,
    Takes.FROM_TO: _with_from_to,
}
