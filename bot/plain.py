"""Plain words: which of them are read, and what their one reading does."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import as_typed, attachments, commands, meant, scenes, targets, understanding, with_files
from bot.aloud import is_aloud
from bot.arguments import Takes
from bot.command import Heard, Sense
from bot.features import amending, attaching, extending, own_work, progress, reporting
from bot.gate import is_number
from bot.talk import Answer, Incoming, together
from bot.turn import Turn, ask_of, given
from data.lines.amending import doubled
from data.lines.doubts import is_unfinished
from data.lines.numbers import is_count, read_argument
from data.lines.spoken import is_acknowledgement, readings
from data.lines.wishes import Mode, Reading, Wish
from data.refusals import (
    AlreadyDone,
    AnotherDayAsked,
    InviteeUnclear,
    NoExtensionAsked,
    PeriodNotAsked,
    PeriodOrUnitUnknown,
    Refusal,
    ReleaseUnclear,
    TaskInSeveralPlans,
    TaskOfSeveral,
    UnitUnknown,
)
from data.talk import Act, Choice, Outgoing
from data.words import fold
from locales.say import guessing as replies
from locales.say.talking import choose
from scheduler.slots import local_day

_HEADED = re.compile(r"\b(?:lanh dao|thu truong|chu tich|truong phong|giam doc)\b")
# What looks like the code of a unit is one, or a slip in one.
_CODE = re.compile(r"\b[A-Za-z]{1,3}-\w+")
# "-1" is no number of a task, and may be a slip in one.
_SIGNED = re.compile(r"(?<!\S)-\d")
# A voice message that came with its words is heard as these.
_SAID = (None, "voice")
_NOT_DONE = frozenset({Mode.LEAVE, Mode.DECLINE})
# What of all that waits for them is to be shown to leaders, or a courtesy behind the order; anything else is a refusal.
_OF_LEADERS = re.compile(
    r"(?:(?:cac|nhung|ban|phan|mot so|xem|ve|file|bang) )*(?:bao cao|danh sach|ds|tinh hinh|ket qua|tien do|so lieu"
    r"|tong hop|viec|nhiem vu|don vi|phuong|qua han|vuong mac|kho khan)\b(?!.*\b(?:chua gui|khong|dung|thoi|khoan)\b).*"
    r"|(?:(?:luon|di|nhe|nha|giup|ho|ngay|a|cho (?:chi|anh|toi|minh|em)|toi|minh|em|chi|anh)(?: |$))+"
)
# What is refused so may have been no command, but words that begin like one.
_OF_COMMANDS = (AlreadyDone, InviteeUnclear, UnitUnknown, PeriodOrUnitUnknown, ReleaseUnclear)


def may_be(turn: Turn) -> bool:
    """Whether somebody who has joined typed words, alone or with a photo or file that may back a report."""
    incoming = turn.incoming
    is_sent = incoming.file is not None and attaching.attach.is_for(turn.seats)
    typed = incoming.act is None and (is_sent or (incoming.file is None and incoming.other in _SAID))
    return typed and bool(turn.seats) and bool(turn.line.said)


def may_follow(incoming: Incoming, refused: Refusal) -> bool:
    """Whether what was refused as a command may be read as plain words."""
    is_typed = incoming.act is None and incoming.chosen is None and incoming.tapped is None and incoming.file is None
    is_choice = isinstance(refused, (TaskInSeveralPlans, TaskOfSeveral))
    return (
        is_typed
        and not is_choice
        and not incoming.speaker.is_group
        and (isinstance(refused, _OF_COMMANDS) or bool(refused.asks))
    )


def answering(turn: Turn) -> Answer | None:
    """What the answer to our own question does: a number, a day, a result, a few words, a yes."""
    begun, barred = turn.line.given_by(turn.seats), understanding.barred(turn.line, turn.seats)
    is_of_others = barred is not None and not barred.argument
    is_begun = begun is not None and begun.command is not own_work.show
    if not may_be(turn) or turn.incoming.file is not None or is_of_others or is_begun:
        return None
    asked, has_choices = scenes.asked_last(turn.session, turn.incoming.speaker, turn.now)
    if asked is None or (has_choices and is_number(turn.incoming)):
        return None
    reading = meant.as_answer(asked, _reading(turn), turn.line.said)
    if turn.line.in_passing and reading.mode is Mode.CONFIRM:
        return None  # what is said to the others meanwhile
    return None if reading.mode in {Mode.LEAVE, Mode.DECLINE} else _carried_out(turn, reading)


def plainly(turn: Turn, heard: Heard | None) -> Answer | None:
    """What is answered to words that are no command, or only begin like the one that is `heard`.

    None where they mean nothing to us. Raises as `turn.given` does.
    """
    reading = _reading(turn)
    if turn.refused is not None:
        return _read_anew(turn, turn.refused, heard, reading)
    if with_files.is_for_held(turn, heard, lambda: _reading(turn, attached=True)):
        return given(turn, with_files.for_file(turn, _reading(turn, attached=True)))
    return _two_ways(turn) or _read(turn, heard, reading)


def _read(turn: Turn, heard: Heard | None, reading: Reading) -> Answer | None:
    """What a reading does; where a command says the same, that command."""
    if turn.line.in_passing:
        overheard = _overheard(turn, reading)
        if overheard is not None or heard is None or turn.incoming.file is not None:
            return overheard
    if heard is not None and (answered := _as_command(turn, heard, reading)):
        return answered
    barred = understanding.barred(turn.line, turn.seats)
    if barred is not None:
        is_bare = not barred.argument and reading.mode is not Mode.TELL
        if is_bare or reading.mode in _NOT_DONE or meant.is_of_others(turn.session, reading, turn.seats):
            return given(turn, barred)
    if reading.mode is not Mode.LEAVE:
        return _carried_out(turn, reading if _is_backed(turn, reading) else meant.careful(reading))
    return None if turn.line.in_passing else _unread(turn, heard, reading)


def _overheard(turn: Turn, reading: Reading) -> Answer | None:
    """What is answered among the talk of a group: to an acknowledgement, to counts of a task, to evidence of one."""
    if progress.acknowledge.is_for(turn.seats) and is_acknowledgement(turn.line.said):
        return given(turn, Heard(progress.acknowledge, progress.acknowledge.name, ""))
    if turn.incoming.file is None and meant.counts_by_number(reading, turn.line.said):
        return _carried_out(turn, reading)
    if turn.incoming.file is None or not (reading.wishes and with_files.is_of_file(reading)):
        return None  # a slip, or a question among people
    return given(turn, with_files.for_file(turn, reading))


def _as_command(turn: Turn, heard: Heard, reading: Reading) -> Answer | None:
    """What the command answers that words begin with; None where they mean something else."""
    is_of_task = understanding.is_sure(heard) and not is_count(heard.argument)
    if is_of_task and not meant.knows_tasks(reading, heard):
        if heard.command is own_work.show and reading.mode is Mode.DECLINE:
            for number in read_argument(heard.argument).numbers:  # more is said of it than that it be shown
                targets.led(ask_of(turn, heard), number)
        return given(turn, heard)
    if meant.agrees(turn.session, reading, heard, turn.seats):
        return _agreed(turn, heard, reading)
    is_list = heard.command.takes is Takes.NOTHING and meant.is_own_list(reading)
    return given(turn, heard) if is_list else None  # "hôm nay có việc gì"


def _two_ways(turn: Turn) -> Answer | None:
    """The question which is meant by "hoan 12", where it may be either."""
    ways, rest = readings(turn.line.said)
    said = read_argument(rest)
    numbers = said.numbers
    if (
        (len(ways) > 1 and said.behind)
        or not (ways and numbers and reporting.done.is_for(turn.seats))
        or turn.incoming.speaker.anonymous
    ):
        return None
    if turn.incoming.file is not None:
        return given(turn, with_files.for_file(turn, Reading(Mode.ASK, (Wish("xong", numbers),))))
    if len(ways) == 1:  # "hoãn 12 3 ngày" is spelt out
        return given(turn, replace(commands.found(ways[0])[0], argument=rest))
    for number in numbers:
        targets.chosen(ask_of(turn, Heard(reporting.done, ways[0], rest)), number)
    choices = [Choice(replies.reading(turn.words, each), Act(each, said=rest)) for each in ways]
    return Answer((choose(turn.words, replies.two_ways(turn.words, turn.line.said), choices),))


def _agreed(turn: Turn, heard: Heard, reading: Reading) -> Answer:
    """What a command answers whose reading is the same: to what was typed, where its own reader finds it all."""
    if is_aloud(heard):
        return _carried_out(turn, meant.careful(reading))
    if heard.argument and not heard.command.only_shows(heard.argument) and meant.names_nothing(reading):
        return given(turn, heard)  # it says what it does not know
    if turn.incoming.forwarded or _SIGNED.search(heard.argument):
        return _carried_out(turn, meant.careful(reading))
    if meant.is_spelt_out(turn.session, reading, heard, turn.seats):
        return given(turn, heard)
    if reading.lacks == "text" or not meant.is_typed_whole(reading, heard):
        # What counts one thing twice is not reckoned up unasked.
        return _carried_out(turn, meant.careful(reading) if doubled(heard.argument) else reading)
    return given(turn, heard) if understanding.is_sure(heard) else _carried_out(turn, meant.careful(reading))


def _unread(turn: Turn, heard: Heard | None, reading: Reading) -> Answer | None:
    """What is answered to words that want nothing: by the command that they begin with, where it takes such words."""
    if heard is not None and heard.command is reporting.done and is_unfinished(heard.argument):
        begun = Wish("dang lam", tuple(dict.fromkeys(fact.task.typed for fact in turn.about)), text=turn.line.said)
        is_lost = len(begun.tasks) != 1
        return _carried_out(turn, Reading(Mode.ASK if is_lost else Mode.CONFIRM, (begun,), "task" if is_lost else None))
    if heard is not None and not understanding.may_be_plain(heard):
        is_sure = not heard.command.is_told or understanding.is_sure(heard)
        return given(turn, heard) if is_sure else _carried_out(turn, reading)
    # A number that chooses nothing is told so, and who calls us in a group.
    is_lost = turn.incoming.speaker.is_group or not any(map(str.isalpha, turn.line.said))
    is_lost = is_lost and turn.incoming.file is None
    return None if is_lost else _carried_out(turn, reading)


def _read_anew(turn: Turn, refused: Refusal, heard: Heard | None, reading: Reading) -> Answer:
    """What is answered to a command that was refused, where it can be read as plain words; else the refusal stands.

    Raises:
        Refusal: the one before.
    """
    agrees = heard is not None and meant.agrees(turn.session, reading, heard, turn.seats)
    match refused:
        case AlreadyDone():
            is_other = heard is not None and not agrees and meant.says_something(reading)
            is_read = is_other and reading.mode in {Mode.CONFIRM, Mode.ASK}
        case PeriodNotAsked():
            is_read = False  # it says which there are
        case ReleaseUnclear(text=text):
            is_read = agrees and _OF_LEADERS.fullmatch(fold(text)) is not None
        case _ if heard is None or (not heard.argument and reading.mode is not Mode.ASK):
            is_read = False
        case UnitUnknown() | PeriodOrUnitUnknown() | InviteeUnclear():
            is_read = _names_better(turn, refused, heard, reading, agrees=agrees)
        case _:
            is_read = reading.lacks == "task" or (agrees and refused.asks == "task" and meant.gives(reading, "task"))
    if not is_read:
        raise refused
    return _carried_out(turn, meant.careful(reading) if not agrees else reading)


def _names_better(turn: Turn, refused: Refusal, heard: Heard, reading: Reading, *, agrees: bool) -> bool:
    """Whether a reading knows what a command did not find a task, a unit or a period in."""
    match refused:
        case UnitUnknown(guesses=(_, *_)) if reading.mode is not Mode.TELL:
            return False  # it names the units that may be meant
        case InviteeUnclear() if _HEADED.search(fold(heard.argument)) and agrees:
            return False  # it says how a head is invited
        case PeriodOrUnitUnknown(text=text) if len(text.split()) == 1 and meant.names_nothing(reading):
            return False
        case UnitUnknown() | PeriodOrUnitUnknown() if _misses(turn, heard, reading):
            return False
        case UnitUnknown() | PeriodOrUnitUnknown() if not agrees:  # "ai chưa báo thì nhắc" only begins like a question
            begins = heard.command.sense is Sense.ASKS or len(reading.wishes) > 1
            return begins and reading.mode in {Mode.TELL, Mode.CONFIRM}
    return reading.mode is Mode.TELL or meant.names_others(reading, heard)


def _misses(turn: Turn, heard: Heard, reading: Reading) -> bool:
    """Whether a reading has not all that is typed like a code or a number."""
    return bool(_CODE.search(turn.line.said)) or meant.misses_number(reading, heard)


def _is_backed(turn: Turn, reading: Reading) -> bool:
    """Whether a photo or file comes with words that report tasks by their numbers: no yes is asked for."""
    if turn.incoming.file is None or turn.incoming.speaker.is_group:
        return False
    return meant.reports_by_number(reading, turn.line.said)


def _reading(turn: Turn, *, attached: bool = False) -> Reading:
    """The reading of the line; as if the files came with it that wait here, where they are `attached`."""
    policy, workdays = turn.composer.policy, turn.composer.workdays
    incoming = replace(turn.incoming, addressed=turn.incoming.file is not None or not turn.line.in_passing)
    incoming = replace(incoming, other="file") if attached else incoming
    today = local_day(turn.now, policy)
    return scenes.reading_of(turn.session, incoming, turn.seats, turn.about, turn.now, today, workdays)


def _carried_out(turn: Turn, reading: Reading) -> Answer:
    """Do at once what the words leave no doubt of, show what is asked; spell the rest out, or ask for what lacks."""
    words, roles = turn.words, {seat.role for seat in turn.seats}
    if turn.incoming.file is not None and reading.mode is not Mode.DO and with_files.is_of_file(reading):
        return given(turn, with_files.for_file(turn, reading))
    reading = meant.with_tasks(turn.session, meant.plainly_done(reading))
    heard = [meant.heard_of(turn.session, wish, turn.seats, reading.mode) for wish in reading.wishes]
    known = [each for each in heard if each is not None]
    match reading.mode:
        case Mode.LEAVE:
            return _said(turn, replies.left_alone(words, roles), reading)
        case Mode.ASK if reading.lacks:
            return _asked(turn, reading, reading.lacks, known)
        case _ if not known or len(known) < len(heard):
            is_declined = reading.mode is Mode.DECLINE and not known
            return _said(turn, replies.declined(words) if is_declined else replies.not_here(words, roles), reading)
        case Mode.CONFIRM:
            return _confirmed(turn, reading, known)
    if turn.incoming.file is not None:
        known = meant.as_one(known, turn.seats)
    return replace(together([given(turn, each) for each in known]), read=reading)


def _confirmed(turn: Turn, reading: Reading, known: Sequence[Heard]) -> Answer:
    """What would be put on record is spelt out; what is asked beside it is answered."""
    asks = [each for each in known if each.command.sense is Sense.ASKS]
    if not asks or len(asks) == len(known):
        return _spelt_out(turn, reading, known)
    rest = [each for each in known if each not in asks]
    return together([*(given(turn, each) for each in asks), _spelt_out(turn, reading, rest)])


def _said(turn: Turn, said: Outgoing, reading: Reading) -> Answer:
    """What is said where no command answers, and that a file with the words was not kept."""
    return Answer(attachments.and_file(turn.incoming, turn.folder, (said,), turn.words), read=reading)


def _asked(turn: Turn, reading: Reading, lacks: str, known: Sequence[Heard]) -> Answer:
    """The question for the one thing that lacks; for a period or a ground the command itself has the choices."""
    if lacks == "period" and len(known) == 1 and reporting.asks_period(ask_of(turn, known[0])):
        return given(turn, known[0])
    if lacks == "ground" and known and known[0].command is extending.grant and meant.gives(reading, "task"):
        try:
            return given(turn, known[0])
        except (AnotherDayAsked, NoExtensionAsked):
            pass  # nobody asked for it: it is granted unasked, and on a ground as well
    numbers = meant.awaited(reading, turn.session, turn.seats)
    return _said(turn, replies.asked_for(turn.words, lacks, numbers), reading)


def _spelt_out(turn: Turn, reading: Reading, known: Sequence[Heard]) -> Answer:
    """What would be done, for a yes; of a figure given once more, whether it is added or takes the place."""
    if turn.incoming.speaker.anonymous:
        return given(turn, known[0])  # who cannot be named is told so before anything is asked
    if meant.is_of_several_plans(turn.session, known):
        return given(turn, known[0])  # it asks of which plan
    if meant.asks_itself(known):
        asked = together([given(turn, replace(each, act=None)) for each in known])
        by_yes = any(choice.act.agrees for reply in asked.replies for choice in reply.choices)
        return asked if by_yes else replace(asked, read=reading)
    if meant.is_once_more(reading):
        return together([given(turn, replace(each, command=amending.add_or_correct)) for each in known])
    act = as_typed.act_of_all([each.act for each in known if each.act])
    said = replies.confirm(turn.words, meant.spelt_out(turn.session, turn.words, known), act)
    return _said(turn, said, reading)
