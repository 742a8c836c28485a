"""What a command is: declared at its handler, with its words, who may say it, what it takes and what it does."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, Flag, auto
from typing import Literal

from bot import paging, targets
from bot.talk import Ask
from data.facts import Seat
from data.kinds import Role
from data.lines.numbers import first_number, read_argument, whole_numbers
from data.lines.requests import delay_until, read_delay, read_subject
from data.people import registering
from data.refusals import NumberMissing, OneAtATime, UnitUnknown
from data.talk import Act, Outgoing
from data.words import fold, without_pictures

DRAFTER: Literal["drafter"] = "drafter"
"""The unit that drew a plan up, which may look at that one."""

Who = frozenset[Role | Literal["drafter"]]

UNIT_ROLES: Who = frozenset({Role.OFFICER, Role.COORDINATOR})
# A head sees what the unit sees, and changes nothing.
UNIT_READERS: Who = UNIT_ROLES | {Role.HEAD}
# Whoever is told something may say that it was received.
EARS: Who = frozenset(Role)
OVERSEERS: Who = frozenset({Role.COORDINATOR, Role.LEADER, DRAFTER})
OFFICE: Who = frozenset({Role.COORDINATOR})


class Sense(Enum):
    """What a command does: it only asks; tells something that is put on record; decides for Nội vụ; sets up a chat.

    In a group that has joined, what sets is for registered officers alone; in Nội vụ's own group, what decides is for
    its own registered officers.
    """

    ASKS = auto()
    TELLS = auto()
    DECIDES = auto()
    SETS = auto()


class Takes(Flag):
    """What may follow a command; where it takes NOTHING, other words make plain talk of it.

    A task's number comes first: other words may be plain talk, but for what goes to the last that was said here
    (OR_LAST). Without anything behind it, one shows what there is (OR_LIST). EACH_TASK is answered for by itself, so
    that one refused does not stop the others; what is SHOWN in full may be few. REPORTS are tasks, perhaps each with
    words of its own, which the handler takes apart; a DELAY is of tasks, until a day. QUESTIONS
    are named by their own numbers. ABOUT are tasks,
    units, groups, periods and who is left out in any order; FOR_UNITS tasks, units and what these say.
    ADDRESSED are words, perhaps behind those they are for; or "gui" and the number of such words. An ANSWER stands
    behind the number of a question. FROM_TO are two units, perhaps with a yes behind them. A CHANNEL is named in one
    word, perhaps behind a unit. DRAFT_FILE and HELD_FILE are read before the command is acted on.
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


@dataclass(frozen=True, slots=True, eq=False)
class Command:
    """One thing that can be said to the service, and what answers it.

    `words` are the ways to say it, folded; the first one is its name. Those that `may`, None means anyone. One without
    `help` is in no list; one without words stands behind a message that names no command.
    """

    words: tuple[str, ...]
    english: str
    may: Who | None
    takes: Takes
    sense: Sense
    example: str
    help: str
    body: Callable[[Ask], Sequence[Outgoing]]

    def __call__(self, ask: Ask) -> Sequence[Outgoing]:
        """What is answered, once what follows the command has been read.

        Raises:
            NumberMissing, OneAtATime, TooManyNumbers, UnitUnknown: it is not what the command takes.
            Refusal: any other that a person is told in words.
        """
        asked = ask = self._without_pictures(ask)
        ask = self._read(ask)
        replies = targets.each(ask, self.body) if Takes.EACH_TASK in self.takes else self.body(ask)
        if not self.only_shows(asked.argument):
            return replies
        told = replace(asked.act, command=self.name) if asked.act else Act(self.name, said=asked.argument)
        return tuple(replace(reply, told=reply.told or told) for reply in replies)

    def _without_pictures(self, ask: Ask) -> Ask:
        """With an argument in which no picture stands for words, where it is about tasks; other words are as typed."""
        is_typed = ask.act is None and bool(self.takes & OF_TASKS)
        return replace(ask, argument=without_pictures(ask.argument)) if is_typed else ask

    def _read(self, ask: Ask) -> Ask:
        """With what the command takes read from the argument, or told by the choice that was taken."""
        takes = self.takes
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

    @property
    def name(self) -> str:
        """How it is typed."""
        return self.words[0] if self.words else ""

    @property
    def menu(self) -> str:
        """Its name in a channel's menu of commands."""
        return self.name.replace(" ", "_")

    @property
    def is_of_task(self) -> bool:
        """Whether it begins with the number of a task, or is plain talk without one."""
        return bool(self.takes & OF_TASKS) and Takes.OR_LAST not in self.takes

    @property
    def is_told(self) -> bool:
        """Whether something of a task is put on record: a question is not taken for it."""
        return self.sense in {Sense.TELLS, Sense.DECIDES} and bool(self.takes & (OF_TASKS | Takes.ABOUT))

    def only_shows(self, argument: str) -> bool:
        """Whether nothing is put on record, with this argument: it asks, or shows what there is."""
        return self.sense is Sense.ASKS or (Takes.OR_LIST in self.takes and not argument)

    def is_for(self, seats: Sequence[Seat]) -> bool:
        """Whether one of these seats may use it. Denied by default: a command names those that may."""
        may = self.may
        return may is None or any(seat.role in may or (DRAFTER in may and seat.drew_up) for seat in seats)


@dataclass(frozen=True, slots=True)
class Heard:
    """A command found in a message, the words that named it and what followed them as written.

    Of a long answer what begins with the entry `start` is asked for. `act` is the choice that was taken, where nobody
    typed anything: what of it stands in `argument` is not read.
    """

    command: Command
    typed: str
    argument: str
    start: int = 1
    act: Act | None = None

    @property
    def again(self) -> Act | None:
        """What gives the same answer once more; None where it would do something again."""
        shows = self.command.only_shows(self.argument)
        return (self.act or Act(self.typed, said=self.argument)) if shows else None

    def paged(self) -> "Heard":
        """The same without the words that say where a long answer goes on, if it can be given again for that."""
        argument, start = paging.start_of(self.argument)
        seen_on = replace(self, argument=argument, start=start)
        return seen_on if start > 1 and seen_on.again else self


def command(
    words: str,
    *,
    english: str,
    may: Who | None,
    takes: Takes,
    sense: Sense,
    example: str = "",
    help: str = "",  # noqa: A002
) -> Callable[[Callable[[Ask], Sequence[Outgoing]]], Command]:
    """Declare the handler of a command: its ways to say it parted by " · ", its name first, and its name in English."""
    ways = (*words.split(" · "), english)
    return lambda body: Command(ways, english, may, takes, sense, example, help, body)


def unnamed(
    may: Who, takes: Takes = Takes.ANYTHING, sense: Sense = Sense.TELLS
) -> Callable[[Callable[[Ask], Sequence[Outgoing]]], Command]:
    """Declare what stands behind a message that names no command."""
    return lambda body: Command((), "", may, takes, sense, "", "", body)


def _as_chosen(ask: Ask, act: Act, takes: Takes) -> Ask:
    """With the tasks, the units and the words of a choice; what it says beside them the handler takes from it."""
    if Takes.UNITS not in takes:
        return replace(ask, numbers=act.tasks, note=act.behind)
    units = tuple(registering.unit_by_code(ask.session, code) for code in act.units)
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
    """With the units that are named, and whether it has been agreed to."""
    text = unicodedata.normalize("NFC", ask.argument).strip()
    bare = _AGREED.sub("", text)
    return replace(ask, units=tuple(registering.units_named(ask.session, bare)) if bare else (), agreed=bare != text)


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
    everybody = said.everybody or bool(said.without and not said.units)
    return replace(ask, numbers=numbers, units=named, left_out=left_out, everybody=everybody, note="")


_READERS = {
    Takes.DELAY: _with_delay,
    Takes.QUESTIONS: _with_questions,
    Takes.ADDRESSED: _with_addressed,
    Takes.ANSWER: _with_answer,
    Takes.FROM_TO: _with_from_to,
}
