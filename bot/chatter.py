"""What begins like a command and is talk: members of a group with one another, and questions. Pure."""

import re

from bot import commands
from bot.commands import Heard
from bot.guessing import is_acknowledgement
from data.text import fold
from data.typed import codes
from data.typed.argument import is_count, read_argument
from data.typed.asking import asks
from data.typed.unfinished import is_unfinished

# "Chưa báo được em ạ" asks nothing.
_NO_QUESTION = re.compile(r"(?:duoc|dau|kip|gi het)\b")
_MAYBE_CODE = re.compile(r"\W*[A-Za-z0-9-]{6,}\W*")


def brings_code(text: str, *, private: bool) -> bool:
    """Whether an invitation code is given without a command: alone, called one, or in private among any words."""
    return codes.is_code(text) or codes.tells_code(text) or (private and codes.code_in(text) is not None)


def is_question(heard: Heard) -> bool:
    """Whether somebody asks about a task in words that begin like a report: "xong 1 chưa em?"."""
    return heard.command.tells and asks(heard.argument) and bool(read_argument(heard.argument).numbers)


def is_doubtful(heard: Heard) -> bool:
    """Whether words that begin like a report say that it is not done yet: "xong 10 nhưng chưa ký", "xong 10 mai"."""
    argument = read_argument(heard.argument)
    if heard.command != commands.DONE or not argument.numbers:
        return False
    return is_unfinished(argument.note, past=heard.typed.startswith("da "))


def is_chatter(heard: Heard, *, joined: bool) -> bool:
    """Whether, in a group, words only begin like a command: "tham gia họp nhé", "menu hôm nay có gì", "để sau"."""
    command, argument = heard.command, heard.argument
    if command.alone:
        return bool(argument) or (not joined and command.roles is not None)
    if command.name == "dang ky":
        return bool(argument) and not _MAYBE_CODE.fullmatch(argument) and codes.code_in(argument) is None
    if command.name == "da nhan":
        return not _is_received(heard)
    if command.surveys and _NO_QUESTION.match(fold(argument)):
        return True
    is_bare = command.of_task and not command.surveys and command.name != "viec" and not argument
    if not joined:
        return is_bare or (command.roles is not None and bool(argument) and not read_argument(argument).numbers)
    return is_bare


def _is_received(heard: Heard) -> bool:
    """Whether "đã nhận …" speaks of a reminder or of a task, and not of two boxes of water."""
    told = read_argument(heard.argument)
    if told.numbers:
        return not told.note and not is_count(heard.argument)
    return not heard.argument or is_acknowledgement(f"{heard.typed} {heard.argument}")
