"""Are several things wanted in one line, each with names of its own: "ghi nhận việc 14, nhắc Lê Lợi việc 13"? Pure."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.lines.wishes import Mode, Reading, Wish
from data.words import fold_in_place

_VERB = (
    r"(?:nhac|don doc|giuc|ghi nhan|duyet|tiep nhan|tra lai|tra ve|dat han|doi han|cho|khong cho|gia han|moi|trinh|giao"
    r"|xong|khong phat sinh)"
)
_BETWEEN = re.compile(
    rf"\s*[,;.\n]\s+(?:(?:va|con|roi|dong thoi|sau do)\s+)?|\s+(?:va|con|roi|dong thoi|sau do)\s+(?={_VERB}\b)"
)
_MOST = 4
# Of these the rest of the line is the text; a report for others is parted where it is read.
_IN_WORDS = {"thong bao", "giao viec", "bao thay", "tra loi cau hoi"}


def parts_of(line: str) -> list[str]:
    """The parts of a line that may each want something; the line alone where it has a text of its own, or too many."""
    parts, at = [], 0
    for found in _BETWEEN.finditer(fold_in_place(line)):
        parts.append(line[at : found.start()].strip())
        at = found.end()
    parts = [part for part in (*parts, line[at:].strip()) if part]
    return [line] if ":" in line or len(parts) > _MOST else parts


def together(readings: Sequence[Reading]) -> Reading | None:
    """All that the parts want, spelt out before it is done; None where not each part wants something by itself."""
    if len(readings) < 2 or any(len(reading.wishes) != 1 for reading in readings):
        return None
    wishes: list[Wish] = []
    for reading in readings:
        wish = _wanted(reading, wishes)
        if wish is None:
            return None
        wishes.append(wish)
    if not all(_goes_with(*pair) for pair in pairwise(wishes)):
        return None
    lacking = (each for each in readings if each.mode is Mode.ASK and each.lacks != "unit")
    return next(lacking, Reading(Mode.CONFIRM, tuple(wishes)))


def _wanted(reading: Reading, before: Sequence[Wish]) -> Wish | None:
    """What a part wants; bare names of a task and a unit want what the part before does, a bare task is of its unit."""
    wish = reading.wishes[0]
    if reading.mode in {Mode.DO, Mode.CONFIRM, Mode.ASK}:
        if reading.lacks == "unit" and before and wish.tasks:
            wish = replace(wish, units=before[0].units)
        named = wish.tasks or wish.units or wish.groups
        return wish if named and wish.command not in _IN_WORDS else None
    is_bare = reading.mode is Mode.TELL and wish.command == "tinh hinh" and wish.tasks and wish.units
    return replace(wish, command=before[-1].command) if is_bare and before else None


def _goes_with(one: Wish, other: Wish) -> bool:
    """Whether two parts may stand together: of one command each names as much as the other."""
    return one.command != other.command or _named(one) == _named(other)


def _named(wish: Wish) -> tuple[bool, ...]:
    return bool(wish.tasks), bool(wish.units or wish.groups), wish.day is not None
