"""The table of commands, one file for each topic, and finding one in a message, in the help and in a menu."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot import paging
from bot.commands.command import Command as Command
from bot.commands.command import Heard as Heard
from bot.commands.command import is_listed
from bot.commands.command import may as may
from bot.commands.topics import TOPICS
from bot.commands.unnamed import ASKED as ASKED
from bot.commands.unnamed import ATTACHED as ATTACHED
from bot.commands.unnamed import DONE as DONE
from bot.commands.unnamed import DOUBTED as DOUBTED
from bot.commands.unnamed import EVIDENCE as EVIDENCE
from bot.commands.unnamed import PLAIN as PLAIN
from bot.commands.unnamed import PLAN_FILE as PLAN_FILE
from bot.commands.unnamed import SUPPLEMENT as SUPPLEMENT
from bot.talk import Ask
from data.facts import Seat
from data.kinds import Role
from data.lines.meaning import numbers_named
from data.lines.numbers import behind_numbers, read_argument
from data.talk import Outgoing
from data.words import fold
from locales import N_, Words
from locales.say.talking import help_by_topics, help_text

_GLUED = re.compile(r"^(\D+?)(\d.*)$", re.DOTALL)


# What one adds to a question for a list of work: "tuần này có việc gì không".
_OF_WORK = re.compile(r"\b(?:viec|nhiem vu|gi|han|phai (?:bao|lam|nop)|cua (?:toi|em|don vi|phong)|work|tasks?|due)\b")

# Beyond so many lines the help is told by topics.
_MOST_LINES = 35


def show_help(ask: Ask) -> Sequence[Outgoing]:
    """`tro giup`: what this chat may type; where that is much, by topics. `tro giup gia han`: one topic."""
    asked = next((topic for topic in TOPICS if fold(ask.argument) in {topic.word, topic.english}), None)
    if asked is not None and (lines := help_lines(ask.words, ask.seats, asked.commands)):
        return (help_text(ask.words, lines),)
    lines = help_lines(ask.words, ask.seats)
    if len(lines) <= _MOST_LINES:
        return (help_text(ask.words, lines),)
    topics = [
        (ask.words.text(topic.name), [ask.words.typed(each.name) for each in commands], f"tro giup {topic.word}")
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
        reads=True,
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
            return _from(Heard(command, " ".join(words), parts[len(words)] if len(parts) > len(words) else ""))
    return None


def _from(heard: Heard) -> Heard:
    """The same without the words that say where a long answer goes on, if the command can be given again for it."""
    argument, start = paging.start_of(heard.argument)
    seen_on = replace(heard, argument=argument, start=start)
    return seen_on if start > 1 and seen_on.again else heard


def for_seats(heard: Heard, seats: Sequence[Seat]) -> Heard:
    """The same words as another command where nobody here may use the one that they name first, but may that one."""
    if heard.typed in SUPPLEMENT.words and seats and not any(may(heard.command, seat) for seat in seats):
        return Heard(SUPPLEMENT, heard.typed, heard.argument)
    return heard


def may_be_plain(heard: Heard, seats: Sequence[Seat] = ()) -> bool:
    """Whether a message only begins like a command: "việc phát thanh xong rồi nhé", "tuần sau em nộp việc 10"."""
    if heard.command.alone and heard.command.roles is not None:
        return bool(heard.argument)
    if heard.command.surveys and any(may(heard.command, seat) for seat in seats):
        return False
    if heard.command.decides and any(may(heard.command, seat) for seat in seats) and numbers_named(heard.argument):
        return False
    named = bool(read_argument(heard.argument).numbers) and heard.command.name != "viec"
    return heard.command.of_task and bool(behind_numbers(heard.argument)) and not named


def is_plain(heard: Heard, seats: Sequence[Seat]) -> bool:
    """Whether what follows a command that stands alone makes plain talk of it: "hôm nay họp lúc mấy giờ"."""
    is_alone = (
        heard.command.alone and heard.command.roles is not None and any(may(heard.command, each) for each in seats)
    )
    return is_alone and bool(heard.argument) and _OF_WORK.search(fold(heard.argument)) is None


def help_lines(words: Words, seats: Sequence[Seat], among: Sequence[Command] | None = None) -> list[tuple[str, str]]:
    """Example and help of each command that somebody in `seats` may use, of all or `among` some."""
    found = _allowed(COMMANDS if among is None else among, seats)
    return [(words.typed(command.example), words.text(command.help)) for command in found]


def _allowed(commands: Sequence[Command], seats: Sequence[Seat]) -> list[Command]:
    return [
        command
        for command in commands
        if command.roles is None or any(may(command, seat) and is_listed(command, seat.role) for seat in seats)
    ]


def menu(words: Words, roles: frozenset[Role]) -> list[tuple[str, str]]:
    """The menu of commands that a channel may show to somebody with `roles`."""
    return [
        (command.menu, words.text(command.help))
        for command in COMMANDS
        if command.roles is None or any(is_listed(command, role) for role in command.roles & roles)
    ]


def menus(words: Words) -> dict[str, list[tuple[str, str]]]:
    """The menus a channel shows by scope, before it knows who somebody is."""
    officers = menu(words, frozenset({Role.OFFICER}))
    return {"default": menu(words, frozenset()), "all_private_chats": officers, "all_group_chats": officers}
