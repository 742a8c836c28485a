"""The table of commands, one file for each topic, and finding one in a message, in the help and in a menu."""

import re
from collections.abc import Sequence

from bot.commands import (
    announcing,
    answering,
    asking,
    chats,
    drafts,
    extending,
    joining,
    looking,
    overseeing,
    reporting,
    reviewing,
    settling,
)
from bot.commands.command import Command as Command
from bot.commands.command import Heard as Heard
from bot.commands.command import may as may
from bot.commands.unnamed import EVIDENCE as EVIDENCE
from bot.commands.unnamed import PLAIN as PLAIN
from bot.commands.unnamed import PLAN_FILE as PLAN_FILE
from bot.handlers.choosing import read_argument
from bot.talk import Ask
from data.facts import Seat
from data.model import Role
from data.outbox import Outgoing
from data.text import fold
from locales import N_, Words
from locales.replies import help_text

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)


def show_help(ask: Ask) -> Sequence[Outgoing]:
    """What this chat may type."""
    return (help_text(ask.words, help_lines(ask.words, ask.seats)),)


# In the order of the help. A new command's row belongs in the file of its topic.
COMMANDS = (
    *reporting.COMMANDS,  # a unit's tasks, and its reports of them
    *answering.COMMANDS,  # what a unit answers a reminder
    *asking.COMMANDS,  # what a unit asks of its own work
    *overseeing.COMMANDS,  # how things stand, for Nội vụ and leaders
    *reviewing.COMMANDS,  # Nội vụ urges, takes note, sends back
    *extending.COMMANDS,  # a later day: asked for by a unit, answered by Nội vụ
    *looking.COMMANDS,  # what Nội vụ looks up
    *announcing.COMMANDS,  # Nội vụ to the leaders, and to all units
    *chats.COMMANDS,  # which chat speaks for which unit
    *drafts.COMMANDS,  # a plan sent as a file
    *settling.COMMANDS,  # what a plan leaves open
    *joining.COMMANDS,  # anybody: join, language, be forgotten, help
    Command(
        words=("tro giup", "giup", "giup do", "huong dan", "lenh", "menu", "help", "?"),
        handler=show_help,
        roles=None,
        example="tro giup",
        help=N_("what can be typed here"),
        menu="tro_giup",
    ),
)

# Longest first, so that "viec cua toi" is not taken for "viec" with something after it.
_BY_WORDS = sorted(
    ((tuple(words.split()), command) for command in COMMANDS for words in command.words),
    key=lambda pair: -len(pair[0]),
)


def recognise(text: str) -> Heard | None:
    """The command a message begins with, whatever its accents, case and slash; None if it begins with none."""
    written = text.strip().removeprefix("/").split(maxsplit=1)
    if not written:
        return None
    head = written[0].replace("_", " ")
    if glued := _GLUED.match(head):
        head = f"{glued[1]} {glued[2]}"
    text = " ".join([head, *written[1:]])
    for words, command in _BY_WORDS:
        parts = text.split(maxsplit=len(words))
        if len(parts) >= len(words) and tuple(fold(part).strip(":.,") for part in parts[: len(words)]) == words:
            return Heard(command, " ".join(words), parts[len(words)] if len(parts) > len(words) else "")
    return None


def may_be_plain(heard: Heard) -> bool:
    """Whether a message only begins like a command: "việc phát thanh xong rồi nhé", "việc 10 xong rồi"."""
    argument = read_argument(heard.argument)
    named = bool(argument.numbers) and heard.command.name != "viec"
    return heard.command.of_task and bool(argument.note) and not named


def help_lines(words: Words, seats: Sequence[Seat]) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use."""
    return [
        (command.example, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or any(may(command, seat) for seat in seats)
    ]


def menu(words: Words, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """The menu of commands that a channel may show to somebody with `roles`."""
    return [
        (command.menu, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or command.roles & roles
    ]


def menus(words: Words) -> dict[str, list[tuple[str, str]]]:
    """The menus a channel shows by scope, before it knows who somebody is."""
    officers = menu(words, frozenset({Role.OFFICER}))
    return {"default": menu(words, frozenset()), "all_private_chats": officers, "all_group_chats": officers}
