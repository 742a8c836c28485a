"""What begins like a command and is talk: members of a group with one another, and questions. Pure."""

import re

from bot.commands import Heard
from bot.guessing import is_acknowledgement
from data.typed.argument import is_count, read_argument
from data.typed.asking import asks

# An invitation code stands alone, and may be typed without a command.
_CODE = re.compile(r"(?=\S*\d)(?=\S*[A-Za-z])[A-Za-z2-9]{8}")
_MAYBE_CODE = re.compile(r"[A-Za-z0-9-]{6,}")


def is_code(text: str) -> bool:
    """Whether a text is written like an invitation code: "PK3SG8MB"."""
    return _CODE.fullmatch(text.strip()) is not None


def is_question(heard: Heard) -> bool:
    """Whether somebody asks about a task in words that begin like a report: "xong 1 chưa em?"."""
    return heard.command.tells and asks(heard.argument) and bool(read_argument(heard.argument).numbers)


def is_chatter(heard: Heard, *, joined: bool) -> bool:
    """Whether, in a group, words only begin like a command: "tham gia họp nhé", "menu hôm nay có gì", "để sau"."""
    command, argument = heard.command, heard.argument
    if command.alone:
        return bool(argument)
    if command.name == "dang ky":
        return bool(argument) and not _MAYBE_CODE.fullmatch(argument)
    if command.name == "da nhan":
        return not _is_received(heard)
    numbers = read_argument(argument).numbers
    if not joined:
        return command.roles is not None and bool(argument) and not numbers
    return command.of_task and command.name != "viec" and not argument


def _is_received(heard: Heard) -> bool:
    """Whether "đã nhận …" speaks of a reminder or of a task, and not of two boxes of water."""
    told = read_argument(heard.argument)
    if told.numbers:
        return not told.note and not is_count(heard.argument)
    return not heard.argument or is_acknowledgement(f"{heard.typed} {heard.argument}")
