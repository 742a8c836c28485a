"""What a message means in its chat: a command, a file that speaks for itself, talk among members, or nothing known."""

import re

from bot import commands, reading, replying
from bot.command import Heard, Takes
from bot.features import attaching, doubting, own_work, progress, reporting
from bot.features import guessing as plainly
from bot.talk import ADDED, ADDED_HALF_DEAF, Incoming
from data.facts import OccurrenceFact, Seat
from data.lines import meaning
from data.lines.doubts import asks, is_unfinished
from data.lines.meaning import is_acknowledgement
from data.lines.numbers import is_count, read_argument
from data.people import invitations
from data.talk import Outgoing
from data.words import fold
from locales import Words
from locales.say.talking import come_into_group, help_text, not_joined, not_understood_here, only_text, unknown

# "Chưa báo được em ạ" asks nothing.
_NO_QUESTION = re.compile(r"(?:duoc|dau|kip|gi het)\b")
_MAYBE_CODE = re.compile(r"\W*[A-Za-z0-9-]{6,}\W*")


def brings_code(text: str, *, private: bool) -> bool:
    """Whether an invitation code is given without a command: alone, called one, or in private among any words."""
    return (
        invitations.is_code(text) or invitations.tells_code(text) or (private and invitations.code_in(text) is not None)
    )


def is_question(heard: Heard) -> bool:
    """Whether somebody asks about a task in words that begin like a report: "xong 1 chưa em?"."""
    return heard.command.is_told and asks(heard.argument) and bool(read_argument(heard.argument).numbers)


def is_doubtful(heard: Heard) -> bool:
    """Whether words that begin like a report say that it is not done yet: "xong 10 nhưng chưa ký", "xong 10 mai"."""
    argument = read_argument(heard.argument)
    if heard.command != reporting.done or not argument.numbers:
        return False
    return is_unfinished(argument.note, past=heard.typed.startswith("da "))


def is_chatter(heard: Heard, *, joined: bool) -> bool:
    """Whether, in a group, words only begin like a command: "tham gia họp nhé", "menu hôm nay có gì", "để sau"."""
    command, argument = heard.command, heard.argument
    if command.takes in {Takes.NOTHING, Takes.TOPIC}:
        return bool(argument) or (not joined and command.may is not None)
    if command.takes is Takes.CODE:
        return bool(argument) and not _MAYBE_CODE.fullmatch(argument) and invitations.code_in(argument) is None
    if command is progress.acknowledge:
        return not _is_received(heard)
    if Takes.ABOUT in command.takes and _NO_QUESTION.match(fold(argument)):
        return True
    is_bare = command.is_of_task and command is not own_work.show and not argument
    if not joined:
        return is_bare or (command.may is not None and bool(argument) and not read_argument(argument).numbers)
    return is_bare


def _is_received(heard: Heard) -> bool:
    """Whether "đã nhận …" speaks of a reminder or of a task, and not of two boxes of water."""
    told = read_argument(heard.argument)
    if told.numbers:
        return not told.note and not is_count(heard.argument)
    return not heard.argument or is_acknowledgement(f"{heard.typed} {heard.argument}")


# What anyone could type is answered; beyond this it is no command, and the rest is not even looked at.
LONGEST = 4_000


def said(incoming: Incoming) -> str:
    """What was typed, as far as it is looked at."""
    return incoming.text[:LONGEST].strip()


def heard(incoming: Incoming, seats: tuple[Seat, ...], told: tuple[OccurrenceFact, ...]) -> Heard | None:
    """The command that is given in words, or by sending a file; None where there is neither.

    `told` is what the message that this was sent in reply to told the chat's own units of.

    Raises:
        TaskOfSeveral: in reply to a message about several tasks it says nothing of which.
    """
    found = commands.recognise(incoming.text[:LONGEST])
    found = commands.for_seats(found, seats) if found else None
    if not seats and (found is None or found.command.may) and _brings_code(incoming):
        return commands.recognise(f"dang ky {incoming.text}")
    if found is not None and is_question(found) and found.command.is_for(seats):
        return Heard(plainly.asked, found.command.name, found.argument)
    if found is not None and _is_plain(found, incoming, told):
        found = None
    meant = replying.completed(incoming, found, told) if told else found or _with_file(incoming, seats)
    if meant is not None and incoming.occurrence_id is None and is_doubtful(meant):
        return Heard(doubting.doubted, meant.command.name, meant.argument)
    return meant


def _is_plain(found: Heard, incoming: Incoming, told: tuple[OccurrenceFact, ...]) -> bool:
    """Whether words that begin like a command are none: "việc 13 xong rồi ạ" under a photo, a question in reply."""
    if incoming.file is not None and not told and _is_caption(found):
        return True
    return bool(told) and found.command.is_told and asks(found.argument)


def _is_caption(found: Heard) -> bool:
    """Whether words with a file only say what it is of: "việc 13 xong rồi ạ", "việc 10", "xong rồi ạ"."""
    if found.command == reporting.done:
        return not read_argument(found.argument).numbers
    return found.command is own_work.show and bool(found.argument)


def _brings_code(incoming: Incoming) -> bool:
    return brings_code(said(incoming), private=not incoming.speaker.is_group)


def _with_file(incoming: Incoming, seats: tuple[Seat, ...]) -> Heard | None:
    """A document of Nội vụ's without a command may be a plan; another photo or file is evidence."""
    if reading.is_sent(incoming, seats):
        return Heard(attaching.document, "", said(incoming))
    if incoming.file is None or not attaching.attach.is_for(seats):
        return None
    return Heard(attaching.attach, "", said(incoming))


def is_talk(heard: Heard, incoming: Incoming, seats: tuple[Seat, ...]) -> bool:
    """Whether a group's members talk with one another: "mời" or "thông báo" is no command of theirs without a slash."""
    if not is_typed_in_group(incoming):
        return False
    if heard.command == plainly.asked or is_chatter(heard, joined=bool(seats)):
        return True
    return bool(seats) and not heard.command.is_for(seats)


def is_question_in_group(incoming: Incoming) -> bool:
    """Whether a group's members ask one another something."""
    return is_typed_in_group(incoming) and asks(said(incoming))


def is_typed_in_group(incoming: Incoming) -> bool:
    """Whether it stands among the talk of a group, without the slash, name or answer that addresses the service."""
    addressed = incoming.addressed or incoming.tapped is not None or incoming.text.lstrip().startswith("/")
    return incoming.speaker.is_group and not addressed


def not_understood(words: Words, seats: tuple[Seat, ...], incoming: Incoming) -> tuple[Outgoing, ...]:
    """Polite help. In a group, talk that names no command was not meant for us, unless it addresses us."""
    if has_come(incoming):
        return (come_into_group(words, seats, half_deaf=incoming.other == ADDED_HALF_DEAF),)
    if incoming.speaker.is_group:
        return _called(words, seats, incoming)
    if not seats:
        return (not_joined(words),)
    if incoming.other is not None:
        return (only_text(words, incoming.other),)
    if not incoming.text.strip():
        return (help_text(words, commands.help_lines(words, seats)),)
    return (unknown(words, incoming.text, {seat.role for seat in seats}),)


def _called(words: Words, seats: tuple[Seat, ...], incoming: Incoming) -> tuple[Outgoing, ...]:
    """What somebody in a group hears who spoke to us in words we do not know; thanks and stickers want no answer."""
    if is_typed_in_group(incoming) or incoming.other == "sticker" or meaning.is_courtesy(said(incoming)):
        return ()
    if not seats:
        return (not_joined(words),)
    return (only_text(words, incoming.other),) if incoming.other is not None else (not_understood_here(words),)


def has_come(incoming: Incoming) -> bool:
    """Whether the service has been added to a group."""
    return incoming.other in {ADDED, ADDED_HALF_DEAF}


def is_not_kept(incoming: Incoming) -> bool:
    """Whether something came with the words that is never kept: a voice message, a round video, a place."""
    return incoming.other not in {None, "photo", "file"} and incoming.file is None and not has_come(incoming)
