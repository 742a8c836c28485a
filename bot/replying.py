"""What is said in reply to one of our messages: the tasks which that was about, and a command without its number."""

import re
from dataclasses import replace
from datetime import datetime

from bot import commands
from bot.command import Command, Heard, Takes
from bot.features import attaching, evidencing, reporting
from bot.talk import Ask, Incoming
from data import mailbox, views
from data.facts import OccurrenceFact, Seat
from data.kinds import Closing, Role
from data.lines import meaning
from data.lines.doubts import asks
from data.lines.notes import evidence_in, named_first
from data.lines.numbers import is_count, read_argument
from data.refusals import FileNotHeld, TaskOfSeveral
from data.store import Session
from data.words import COURTESY, fold
from data.work import held, under_way

# Words that add nothing to a command: "xong rồi nhé".
_EMPTY = {*COURTESY, "viec", "nay"}
# Of these any other words make something else: "xong phần dự thảo".
_FINAL = {"xong", "khong phat sinh", "bao nham"}
_WITH_FILE = re.compile(r"\s*\bk[eè]m\s+(?:t[eệ]p|[aả]nh|file)(?:\s+n[aà]y)?[\s.]*$", re.IGNORECASE)


def about(session: Session, incoming: Incoming, seats: tuple[Seat, ...]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences, owed by the units of this chat, of the message of ours that this was sent in reply to."""
    units = {seat.unit.id for seat in seats if seat.role in {Role.OFFICER, Role.COORDINATOR}}
    if incoming.answered is None or not units:
        return ()
    speaker = incoming.speaker
    message = mailbox.sent_as(session, speaker.bot, speaker.chat_id, incoming.answered)
    told = under_way.told_in(session, message, units) if message else ()
    # An answer of ours is not in the outbox; what it was about is behind its buttons.
    found = told or views.occurrences(session, views.among(incoming.offered))
    return tuple(fact for fact in found if fact.unit.id in units and fact.closing is not Closing.WITHDRAWN)


def completed(incoming: Incoming, heard: Heard | None, told: tuple[OccurrenceFact, ...]) -> Heard | None:
    """What was heard in reply to a message that told of something: with the number of its only task, if it has none.

    Raises:
        TaskOfSeveral: it is said of a task, and the message was about several.
    """
    if heard is None or not _lacks_number(heard):
        return heard or _bare_file(incoming, incoming.text)
    said = _telling(heard.argument)
    tasks = tuple(dict.fromkeys(fact.task for fact in told))
    if not _is_clear(heard.command, said, told):
        return _bare_file(incoming, said) or heard
    numbers = tuple(task.typed for task in tasks)
    if len(tasks) == 1:
        return replace(heard, argument=f"{numbers[0]} {said}".strip())
    if incoming.file is not None:
        return _bare_file(incoming, said)
    typed = tuple(f"{heard.typed} {number} {said}".strip() for number in numbers)
    raise TaskOfSeveral(numbers=numbers, commands=typed, titles=tuple(task.title for task in tasks))


def with_held(ask: Ask, command: Command) -> Ask:
    """`xong 10 kem tep`: with the files that wait in this chat to be told what they back.

    Raises:
        FileNotHeld: a choice was made for files that do not wait any more.
    """
    words = _WITH_FILE.search(ask.argument)
    if command not in (reporting.done, evidencing.add, reporting.supplement):
        return ask
    if ask.file is not None or (words is None and ask.occurrence_id is None):
        return _with_latest(ask)
    if words is None:
        return ask
    files = held.take(ask.session, ask.speaker.bot, ask.speaker.chat_id, ask.now, ask.occurrence_id)
    if not files and ask.occurrence_id is None:
        return ask  # whoever types it may have the file still to send
    if not files:
        raise FileNotHeld
    notes = [file.note for file in files] if ask.occurrence_id is None else []
    argument = " ".join(filter(None, [ask.argument[: words.start()], *notes]))
    return replace(ask, held=files, argument=argument)


def _with_latest(ask: Ask) -> Ask:
    """A report with the files that came just before it, or that wait of the same album."""
    chat = (ask.session, ask.speaker.bot, ask.speaker.chat_id)
    if ask.file is not None:
        is_meant = held.has_album(*chat, ask.album, ask.now)
    else:
        files = held.waiting(*chat, ask.now, within=evidencing.LATELY)
        is_meant = bool(files) and _names(ask, held.about(*chat, ask.now))
    if not is_meant:
        return ask
    files = held.take(*chat, ask.now)
    telling = [file.note for file in files if ask.file is None and evidence_in(file.note)]
    return replace(ask, held=files, argument=" ".join([ask.argument, *telling]))


def _names(ask: Ask, occurrence_ids: tuple[int, ...]) -> bool:
    """Whether a task is named, one of those that the waiting files may be for."""
    numbers = read_argument(ask.argument).numbers
    facts = views.occurrences(ask.session, views.among(occurrence_ids))
    known = {fold(number) for fact in facts for number in (fact.task.number, fact.task.typed)}
    return bool(numbers) and (not occurrence_ids or known >= {fold(number) for number in numbers})


def names_held(
    session: Session, incoming: Incoming, heard: Heard | None, seats: tuple[Seat, ...], now: datetime
) -> bool:
    """Whether plain words only name the task of a file that came just before them: "của việc 10 nhé"."""
    speaker = incoming.speaker
    if not (heard is None or commands.may_be_plain(heard, seats)):
        return False
    if not attaching.attach.is_for(seats):
        return False
    if incoming.file is not None or incoming.tapped is not None or not meaning.numbers_named(incoming.text):
        return False
    is_telling = meaning.meant(incoming.text) not in {None, "xong", "viec"}
    if is_telling or asks(incoming.text):
        return False
    return bool(held.waiting(session, speaker.bot, speaker.chat_id, now, within=evidencing.LATELY))


def _lacks_number(heard: Heard) -> bool:
    """Whether a command of a unit's says nothing of which task it is for."""
    command, argument = heard.command, heard.argument
    if not (command.is_of_task or command in (evidencing.add, reporting.supplement)) or Takes.OR_LIST in command.takes:
        return False
    if Role.OFFICER not in (command.may or ()):
        return False
    return not read_argument(argument).numbers or is_count(argument)


def _telling(argument: str) -> str:
    """The words that follow a command, but for those at the beginning that add nothing."""
    words = argument.split(maxsplit=1)
    while words and fold(words[0]).strip(".,;:!") in _EMPTY:
        argument = words[1] if len(words) > 1 else ""
        words = argument.split(maxsplit=1)
    return argument.strip()


def _is_clear(command: Command, said: str, told: tuple[OccurrenceFact, ...]) -> bool:
    """Whether the command can be taken at its word: what is said beside it is evidence, a count or a product."""
    if not said or command.name not in _FINAL:
        return True
    named = any(named_first(fact.parts, said)[0] for fact in told)
    return named or is_count(said) or bool(evidence_in(said))


def _bare_file(incoming: Incoming, words: str) -> Heard | None:
    """A file with words that are no command, if one came."""
    return Heard(attaching.attach, "", words.strip()) if incoming.file is not None else None
