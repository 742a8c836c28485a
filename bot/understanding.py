"""What a line means in its chat: read once, whoever says it; then, for the seats there, one meaning that is acted on.

1. `read`: the commands that the words may begin with, and whether they stand among the talk of a group. Pure.
2. `understood`: the command that these seats may give; or plain words, which a command of others is as well.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot import commands
from bot.aloud import is_aloud
from bot.arguments import OF_TASKS, Takes
from bot.command import EARS, UNIT_READERS, UNIT_ROLES, Command, Heard
from bot.features import amending, attaching, extending, opening, own_work, progress, reporting
from bot.talk import LONGEST, Incoming
from data import views
from data.facts import OccurrenceFact, Seat
from data.kinds import Closing, Role
from data.lines.amending import doubled
from data.lines.days import period_first
from data.lines.doubts import asks, is_unfinished
from data.lines.notes import evidence_in, named_first
from data.lines.numbers import Argument, is_count, read_argument
from data.lines.spoken import is_acknowledgement
from data.people import addressing, chats
from data.refusals import TaskOfSeveral
from data.store import Session
from data.talk import Act
from data.words import COURTESY, fold
from data.work import under_way

# A unit and a channel; what is longer is talk about some channel.
_WORDS_OF_CHANNEL = 2
_MAYBE_CODE = re.compile(r"\W*(?:[A-Za-z0-9-]{6,}|[A-Z]{4,5})\W*")
# "Chưa báo được em ạ" asks nothing.
_NO_QUESTION = re.compile(r"(?:duoc|dau|kip|gi het)\b")
# What one adds to a question for a list of work: "tuần này có việc gì không".
_OF_WORK = re.compile(r"\b(?:viec|nhiem vu|gi|han|phai (?:bao|lam|nop)|cua (?:toi|em|don vi|phong)|work|tasks?|due)\b")
# Words that add nothing to a command: "xong rồi nhé".
_EMPTY = {*COURTESY, "viec", "nay"}
# "Đã nhận được tin về việc 12".
_OF_WHICH = re.compile(r"(?:(?:duoc|roi|tin|nhac|thong bao|ve) )+(?:viec|nhiem vu) \d[\d.]*[.! a]*")
_WRITTEN_DAY = re.compile(r"\b\d{1,2}\s*[/.-]\s*\d{1,2}\b")
# Of these any other words make something else: "xong phần dự thảo".
_FINAL = (reporting.done, reporting.nothing, reporting.undo)


@dataclass(frozen=True, slots=True)
class Line:
    """A message as it is read once: the words looked at, the commands they may begin with, the longest words first.

    One said `in_passing` stands among the talk of a group, without the slash, name or answer that addresses us. One
    that was `chosen` is no words at all: what is found is what it does, and nothing else is looked for in it.
    """

    incoming: Incoming
    said: str
    found: tuple[Heard, ...]
    in_passing: bool

    def given_by(self, seats: tuple[Seat, ...]) -> Heard | None:
        """The command that is given, among those that these seats may use.

        Fewer words than those of a command of others are given only where what follows them is what that command takes:
        "danh sach chat" is no list of work.
        """
        given = [heard for heard in self.found if heard.command.is_for(seats)]
        return next((heard for heard in given if heard.typed == self.found[0].typed or not may_be_plain(heard)), None)

    @property
    def chosen(self) -> bool:
        """Whether it is a choice that was taken."""
        return self.incoming.act is not None and not self.incoming.act.is_line

    @property
    def may_need_file(self) -> bool:
        """Whether it is worth asking for whom the message is, and which file it is about."""
        files = {Takes.DRAFT_FILE, Takes.HELD_FILE}
        return self.incoming.file is not None or any(heard.command.takes in files for heard in self.found)

    def again(self, incoming: Incoming) -> "Line":
        """The line of what stands for this one; itself where that is no other."""
        return self if incoming is self.incoming else read(incoming)


def read(incoming: Incoming) -> Line:
    """What can be told of a message without knowing who says it."""
    said = incoming.text[:LONGEST].strip()
    addressed = incoming.addressed or incoming.tapped is not None or said.startswith("/")
    act = incoming.act
    if act is None or act.is_line:
        found = commands.found(said)
    else:  # the words of a choice that was taken nobody typed
        whole = (heard for heard in commands.found(act.command) if not heard.argument)
        found = tuple(replace(heard, argument=act.argument, start=act.start, act=act) for heard in whole)
    return Line(incoming, said, found, incoming.speaker.is_group and not addressed)


def is_plan(line: Line, seats: tuple[Seat, ...]) -> bool:
    """Whether a document came from Nội vụ in private, without a command: a plan to be looked at."""
    incoming = line.incoming
    return (
        incoming.file is not None
        and incoming.other != "photo"
        and not incoming.speaker.is_group
        and any(seat.role is Role.COORDINATOR for seat in seats)
        and not line.found
    )


def about(session: Session, incoming: Incoming, seats: tuple[Seat, ...]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences, owed by the units of this chat, of the message of ours that this was sent in reply to."""
    units = {seat.unit.id for seat in seats if seat.role in {Role.OFFICER, Role.COORDINATOR}}
    if incoming.answered is None or not units:
        return ()
    speaker = incoming.speaker
    message = addressing.sent_as(session, speaker.bot, speaker.chat_id, incoming.answered)
    told = under_way.told_in(session, message, units) if message else ()
    # An answer of ours is not in the outbox; what it was about is behind its buttons.
    found = told or views.by_ids(session, incoming.offered)
    return tuple(fact for fact in found if fact.unit.id in units and fact.closing is not Closing.WITHDRAWN)


def given(line: Line, seats: tuple[Seat, ...], told: tuple[OccurrenceFact, ...]) -> Heard | None:
    """The command that is given in a chat of these seats, in reply to a message that told of `told`.

    None where there are plain words, or nothing. `is_exact` says whether the command can be taken at its word.

    Raises:
        TaskOfSeveral: in reply to a message about several tasks it says nothing of which.
    """
    if line.chosen:
        return line.given_by(seats) or next(iter(line.found), None)
    if not seats:
        return _of_stranger(line)
    found, incoming = line.given_by(seats), line.incoming
    if found is not None and _only_begins(found, incoming, told):
        found = None
    heard = (_completed(incoming, found, told) if told else found) or _with_file(line, seats)
    if heard is not None and line.in_passing and _is_chatter(heard, joined=True):
        return None
    return heard


def barred(line: Line, seats: tuple[Seat, ...]) -> Heard | None:
    """The command that is given by whoever may not give it here."""
    is_none = line.in_passing or line.given_by(seats) is not None
    return None if is_none else next(iter(line.found), None)


def chosen(act: Act, seats: Sequence[Seat]) -> Heard | None:
    """The command of a choice that is taken, first what these seats may give; nobody typed the words of it."""
    whole = [heard for heard in commands.found(act.command) if not heard.argument]
    given = next((each for each in whole if each.command.is_for(seats)), next(iter(whole), None))
    return replace(given, argument=act.argument, start=act.start, act=act) if given else None


def is_exact(heard: Heard, incoming: Incoming, seats: Sequence[Seat]) -> bool:
    """Whether a command can be taken at its word, without reading the whole line.

    Of a report nothing may be said beside it but a plain result, and of a later day the day must be written; what else
    a unit tells of a task takes its words along. Of every other command its own reader is the judge. What was forwarded
    somebody else has said; what Nội vụ tells may be of another unit.
    """
    command, argument = heard.command, read_argument(heard.argument)
    if incoming.forwarded and command.is_told:
        return False
    if heard.act is not None or not command.words:
        return True
    if is_aloud(heard):
        return False
    counts_first = command is reporting.supplement and is_count(heard.argument)  # "thêm 2 tin vào việc 12"
    if counts_first or (command.is_told and asks(heard.argument)):
        return False
    if command.may not in {UNIT_ROLES, UNIT_READERS, EARS} or not command.takes & OF_TASKS:
        return not may_be_plain(heard)
    return _is_of_tasks(heard, argument, seats)


def _is_of_tasks(heard: Heard, argument: Argument, seats: Sequence[Seat]) -> bool:
    """Whether what a unit says of tasks by a command is all said by the numbers, and by what is plain beside them."""
    command = heard.command
    if command is progress.acknowledge:
        return _is_received(heard)
    if command is opening.show and argument.numbers:
        return True  # the unit and the file that are named behind it only its own reader knows
    if not argument.behind:
        return not heard.argument or bool(argument.numbers)
    is_own = command.is_told and all(seat.role is not Role.COORDINATOR for seat in seats)
    return is_own and bool(argument.numbers) and _is_plain_beside(command, argument.note)


def _is_plain_beside(command: Command, note: str) -> bool:
    """Whether what is said beside a task's number can mean one thing only."""
    if command is amending.correct:
        return is_count(note) and not doubled(note)
    if command in _FINAL:
        note = period_first(note, 1)[1]
        return not note or (is_count(note) and not is_unfinished(note))
    return command is not extending.ask_for or _WRITTEN_DAY.search(note) is not None


def is_sure(heard: Heard) -> bool:
    """Whether words that begin like a report are one: nothing in them asks, or says that it is not done yet."""
    argument = read_argument(heard.argument)
    is_past = heard.typed.startswith("da ")
    is_doubtful = heard.command is reporting.done and is_unfinished(argument.note, past=is_past)
    if heard.command is extending.ask_for and _WRITTEN_DAY.search(argument.note) is None:
        return False  # from which day on is it so much later?
    return bool(argument.numbers) and not (asks(heard.argument) or is_doubtful)


def _of_stranger(line: Line) -> Heard | None:
    """What somebody means whose chat speaks for nobody: what anyone may say, a code, or a command of others."""
    heard = next(iter(line.found), None)
    if (heard is None or heard.command.may is not None) and _brings_code(line):
        return commands.found(f"dang ky {line.said}")[0]
    if heard is None or _only_begins(heard, line.incoming, ()):
        return None
    is_talk = line.in_passing and (_is_chatter(heard, joined=False) or may_be_plain(heard))
    return None if is_talk else heard


def _brings_code(line: Line) -> bool:
    """Whether an invitation code is given without a command: alone, called one, or in private among any words."""
    private, said = not line.incoming.speaker.is_group, line.said
    return chats.is_code(said) or chats.tells_code(said) or (private and chats.code_in(said) is not None)


def _only_begins(found: Heard, incoming: Incoming, told: tuple[OccurrenceFact, ...]) -> bool:
    """Whether words that begin like a command are none: "việc 13 xong rồi ạ" under a photo, a question in reply."""
    if incoming.file is not None and not told:
        if found.command is reporting.done:
            return not read_argument(found.argument).numbers
        return found.command is own_work.show and bool(found.argument)
    return bool(told) and found.command.is_told and asks(found.argument)


def _with_file(line: Line, seats: tuple[Seat, ...]) -> Heard | None:
    """A document of Nội vụ's without a command may be a plan; another photo or file without words is evidence."""
    if is_plan(line, seats):
        return Heard(attaching.document, "", line.said)
    is_sent = line.incoming.file is not None and not line.said and attaching.attach.is_for(seats)
    return Heard(attaching.attach, "", line.said) if is_sent else None


def _is_chatter(heard: Heard, *, joined: bool) -> bool:
    """Whether, in a group, words only begin like a command: "tham gia họp nhé", "menu hôm nay có gì", "để sau"."""
    command, argument = heard.command, heard.argument
    if command.takes in {Takes.NOTHING, Takes.TOPIC}:
        return bool(argument) or (not joined and command.may is not None)
    if command.takes is Takes.CODE:
        return _is_no_code(argument)
    if command is progress.acknowledge or command.takes is Takes.CHANNEL:
        return not _is_received(heard) if command is progress.acknowledge else may_be_plain(heard)
    if Takes.ABOUT in command.takes and _NO_QUESTION.match(fold(argument)):
        return True
    is_bare = command.is_of_task and command is not own_work.show and not argument
    if not joined:
        return is_bare or (command.may is not None and bool(argument) and not read_argument(argument).numbers)
    return is_bare


def _is_no_code(argument: str) -> bool:
    """Whether what follows is other words than an invitation code: "tham gia họp nhé"."""
    return bool(argument) and not _MAYBE_CODE.fullmatch(argument) and chats.code_in(argument) is None


def _is_received(heard: Heard) -> bool:
    """Whether "đã nhận …" speaks of a reminder or of a task, and not of two boxes of water."""
    told = read_argument(heard.argument)
    if _OF_WHICH.fullmatch(fold(heard.argument)):
        return True
    if told.numbers:
        return not told.note and not is_count(heard.argument)
    return not heard.argument or is_acknowledgement(f"{heard.typed} {heard.argument}")


def may_be_plain(heard: Heard) -> bool:
    """Whether a message only begins like a command: "việc phát thanh xong rồi nhé", "tuần sau em nộp việc 10"."""
    if heard.command.takes is Takes.NOTHING:
        return bool(heard.argument)
    if heard.command.takes is Takes.CODE:
        return _is_no_code(heard.argument)
    if heard.command.takes is Takes.CHANNEL:
        return len(heard.argument.split()) > _WORDS_OF_CHANNEL
    argument = read_argument(heard.argument)
    named = bool(argument.numbers) and heard.command is not own_work.show
    return heard.command.is_of_task and bool(argument.behind) and not named


def _completed(incoming: Incoming, heard: Heard | None, told: tuple[OccurrenceFact, ...]) -> Heard | None:
    """What was heard in reply to a message that told of something: with the number of its only task, if it has none.

    Raises:
        TaskOfSeveral: it is said of a task, and the message was about several.
    """
    if heard is None or not _lacks_number(heard):
        return heard
    said = _telling(heard.argument)
    tasks = tuple(dict.fromkeys(fact.task for fact in told))
    if not _is_clear(heard.command, said, told):
        return heard
    numbers = tuple(task.typed for task in tasks)
    if len(tasks) == 1:
        return replace(heard, argument=f"{numbers[0]} {said}".strip())
    if incoming.file is not None:
        return Heard(attaching.attach, "", said)
    acts = tuple(Act(heard.typed, (number,), said=said) for number in numbers)
    raise TaskOfSeveral(numbers=numbers, acts=acts, titles=tuple(task.title for task in tasks))


def _lacks_number(heard: Heard) -> bool:
    """Whether a command of a unit's says nothing of which task it is for."""
    takes = heard.command.takes
    shows_all = Takes.OR_LIST in takes and Takes.EACH_TASK not in takes  # "han" in reply is of what was told
    if not (heard.command.is_of_task or Takes.FILE in takes) or shows_all:
        return False
    if Role.OFFICER not in (heard.command.may or ()):
        return False
    return not read_argument(heard.argument).numbers or is_count(heard.argument)


def _telling(argument: str) -> str:
    """The words that follow a command, but for those at the beginning that add nothing."""
    words = argument.split(maxsplit=1)
    while words and fold(words[0]).strip(".,;:!") in _EMPTY:
        argument = words[1] if len(words) > 1 else ""
        words = argument.split(maxsplit=1)
    return argument.strip()


def _is_clear(command: Command, said: str, told: tuple[OccurrenceFact, ...]) -> bool:
    """Whether the command can be taken at its word: what is said beside it is evidence, a count or a product."""
    if not said or command not in _FINAL:
        return True
    named = any(named_first(fact.parts, said)[0] for fact in told)
    return named or is_count(said) or bool(evidence_in(said))
