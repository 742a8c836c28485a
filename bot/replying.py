"""What is said in reply to one of our messages: the tasks which that was about, and a command without its number."""

import re
from dataclasses import replace

from bot import commands
from bot.commands import Command, Heard
from bot.talk import Ask, Incoming
from data import outbox, views
from data.answering import held, minding
from data.errors import FileNotHeld, TaskOfSeveral
from data.facts import OccurrenceFact, Seat
from data.model import Closing, Role
from data.plans import assigned
from data.store import Session
from data.text import fold
from data.typed import cited
from data.typed.argument import is_count, read_argument
from data.typed.parts import named_first

# Words that add nothing to a command: "xong rồi nhé".
_EMPTY = {"roi", "nhe", "nha", "a", "ah", "da", "em", "anh", "chi", "viec", "nay", "day", "vay", "thoi", "ok"}
# Of these any other words make something else: "xong phần dự thảo".
_FINAL = {"xong", "khong phat sinh", "bao nham"}
_WITH_FILE = re.compile(r"\s*\bk[eè]m\s+(?:t[eệ]p|[aả]nh|file)(?:\s+n[aà]y)?[\s.]*$", re.IGNORECASE)


def about(session: Session, incoming: Incoming, seats: tuple[Seat, ...]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences, owed by the units of this chat, of the message of ours that this was sent in reply to."""
    units = {seat.unit.id for seat in seats if seat.role in {Role.OFFICER, Role.COORDINATOR}}
    if incoming.answered is None or not units:
        return ()
    speaker = incoming.speaker
    message = outbox.sent_as(session, speaker.channel, speaker.chat_id, incoming.answered)
    told = minding.told_in(session, message, units) if message else ()
    # An answer of ours is not in the outbox; what it was about is behind its buttons.
    found = told or views.occurrences(session, views.among(incoming.offered))
    return tuple(fact for fact in found if fact.unit.id in units and fact.closing is not Closing.WITHDRAWN)


def completed(
    session: Session, incoming: Incoming, heard: Heard | None, told: tuple[OccurrenceFact, ...]
) -> Heard | None:
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
    numbers = tuple(assigned.typed_number(session, task) for task in tasks)
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
    if words is None or ask.file is not None or command not in (commands.DONE, commands.EVIDENCE):
        return ask
    files = held.take(ask.session, ask.speaker.channel, ask.speaker.chat_id, ask.now, ask.occurrence_id)
    if not files and ask.occurrence_id is None:
        return ask  # whoever types it may have the file still to send
    if not files:
        raise FileNotHeld
    notes = [file.note for file in files] if ask.occurrence_id is None else []
    argument = " ".join(filter(None, [ask.argument[: words.start()], *notes]))
    return replace(ask, held=files, argument=argument)


def _lacks_number(heard: Heard) -> bool:
    """Whether a command of a unit's says nothing of which task it is for."""
    command, argument = heard.command, heard.argument
    if not (command.of_task or command == commands.EVIDENCE) or command.name == "viec":
        return False
    if Role.OFFICER not in (command.roles or ()):
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
    return named or is_count(said) or bool(cited.evidence_in(said))


def _bare_file(incoming: Incoming, words: str) -> Heard | None:
    """A file with words that are no command, if one came."""
    return Heard(commands.ATTACHED, "", words.strip()) if incoming.file is not None else None
