"""What a message means in its chat: a command, a file that speaks for itself, talk among members, or nothing known."""

from bot import chatter, commands, reading, replying
from bot.commands import Heard
from bot.talk import Incoming
from data.facts import OccurrenceFact, Seat
from data.model import Role
from data.outbox import Outgoing
from data.store import Session
from data.typed.asking import asks
from locales import Words
from locales.replies import help_text, not_joined, only_text, privacy_mode, unknown

# What anyone could type is answered; beyond this it is no command, and the rest is not even looked at.
LONGEST = 4_000


def said(incoming: Incoming) -> str:
    """What was typed, as far as it is looked at."""
    return incoming.text[:LONGEST].strip()


def heard(
    session: Session, incoming: Incoming, seats: tuple[Seat, ...], told: tuple[OccurrenceFact, ...]
) -> Heard | None:
    """The command that is given in words, or by sending a file; None where there is neither.

    `told` is what the message that this was sent in reply to told the chat's own units of.

    Raises:
        TaskOfSeveral: in reply to a message about several tasks it says nothing of which.
    """
    found = commands.recognise(incoming.text[:LONGEST])
    if found is None and not seats and chatter.is_code(incoming.text):
        return commands.recognise(f"dang ky {incoming.text}")
    if found is not None and chatter.is_question(found) and any(commands.may(found.command, seat) for seat in seats):
        return Heard(commands.ASKED, found.command.name, found.argument)
    if found is not None and _is_plain(found, incoming, told):
        found = None
    if told:
        return replying.completed(session, incoming, found, told)
    return found or _with_file(incoming, seats)


def _is_plain(found: Heard, incoming: Incoming, told: tuple[OccurrenceFact, ...]) -> bool:
    """Whether words that begin like a command are none: "việc 13 xong rồi ạ" under a photo, a question in reply."""
    captions = incoming.file is not None and found.command.name == "viec" and commands.may_be_plain(found)
    return captions or (bool(told) and found.command.tells and asks(found.argument))


def _with_file(incoming: Incoming, seats: tuple[Seat, ...]) -> Heard | None:
    """A document of Nội vụ's without a command is a plan; a photo or file of a unit, evidence for its last report."""
    if reading.is_sent(incoming, seats):
        return Heard(commands.PLAN_FILE, "", said(incoming))
    if incoming.file is None or not any(seat.role is Role.OFFICER for seat in seats):
        return None
    return Heard(commands.EVIDENCE, "", said(incoming))


def is_talk(heard: Heard, incoming: Incoming, seats: tuple[Seat, ...]) -> bool:
    """Whether a group's members talk with one another: "mời" or "thông báo" is no command of theirs without a slash."""
    if not is_typed_in_group(incoming):
        return False
    if heard.command == commands.ASKED or chatter.is_chatter(heard, joined=bool(seats)):
        return True
    return bool(seats) and not any(commands.may(heard.command, seat) for seat in seats)


def is_question_in_group(incoming: Incoming) -> bool:
    """Whether a group's members ask one another something."""
    return is_typed_in_group(incoming) and asks(said(incoming))


def is_typed_in_group(incoming: Incoming) -> bool:
    """Whether it stands among the talk of a group, without the slash, name or answer that addresses the service."""
    addressed = incoming.addressed or incoming.tapped is not None or incoming.text.lstrip().startswith("/")
    return incoming.speaker.is_group and not addressed


def not_understood(words: Words, seats: tuple[Seat, ...], incoming: Incoming) -> tuple[Outgoing, ...]:
    """Polite help. In a group, talk that names no command was not meant for us."""
    if incoming.other == "added-to-group":
        return (privacy_mode(words),)
    if incoming.speaker.is_group:
        return ()
    if not seats:
        return (not_joined(words),)
    if incoming.other is not None:
        return (only_text(words, incoming.other),)
    if not incoming.text.strip():
        return (help_text(words, commands.help_lines(words, seats)),)
    return (unknown(words, incoming.text, {seat.role for seat in seats}),)
