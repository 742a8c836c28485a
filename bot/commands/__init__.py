"""The table of commands, one file for each topic, and finding one in a message, in the help and in a menu."""

import re
from collections.abc import Sequence

from bot.commands.command import Command as Command
from bot.commands.command import Heard as Heard
from bot.commands.command import may as may
from bot.commands.topics import TOPICS
from bot.commands.unnamed import ASKED as ASKED
from bot.commands.unnamed import ATTACHED as ATTACHED
from bot.commands.unnamed import DONE as DONE
from bot.commands.unnamed import EVIDENCE as EVIDENCE
from bot.commands.unnamed import PLAIN as PLAIN
from bot.commands.unnamed import PLAN_FILE as PLAN_FILE
from bot.talk import Ask
from data.facts import Seat
from data.model import Role
from data.outbox import Outgoing
from data.text import fold
from data.typed.argument import behind_numbers, read_argument
from locales import N_, Words
from locales.replies import help_by_topics, help_text

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)


# Beyond so many lines the help is told by topics.
_MOST_LINES = 35


def show_help(ask: Ask) -> Sequence[Outgoing]:
    """`tro giup`: what this chat may type; where that is much, by topics. `tro giup gia han`: one topic."""
    asked = next((topic for topic in TOPICS if topic.word == fold(ask.argument)), None)
    if asked is not None and (lines := help_lines(ask.words, ask.seats, asked.commands)):
        return (help_text(ask.words, lines),)
    lines = help_lines(ask.words, ask.seats)
    if len(lines) <= _MOST_LINES:
        return (help_text(ask.words, lines),)
    topics = [
        (ask.words.text(topic.name), [each.name for each in commands], f"tro giup {topic.word}")
        for topic in TOPICS
        if (commands := _allowed(topic.commands, ask.seats))
    ]
    return (help_by_topics(ask.words, topics),)


COMMANDS = (
    *(command for topic in TOPICS for command in topic.commands),
    Command(
        words=("tro giup", "giup", "giup do", "huong dan", "lenh", "menu", "help", "?"),
        handler=show_help,
        roles=None,
        example="tro giup · tro giup gia han",
        help=N_("what can be typed here"),
        menu="tro_giup",
        alone=True,
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
    named = bool(read_argument(heard.argument).numbers) and heard.command.name != "viec"
    return heard.command.of_task and bool(behind_numbers(heard.argument)) and not named


def help_lines(words: Words, seats: Sequence[Seat], among: Sequence[Command] | None = None) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use, of all or `among` some."""
    found = _allowed(COMMANDS if among is None else among, seats)
    return [(command.example, words.text(command.help)) for command in found]


def _allowed(commands: Sequence[Command], seats: Sequence[Seat]) -> list[Command]:
    return [command for command in commands if command.roles is None or any(may(command, seat) for seat in seats)]


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
