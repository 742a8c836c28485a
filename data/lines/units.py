"""How a row of units is to change: "thêm KT", "bỏ P-LL", "thay P-LL bằng X-TN", "KT" alone. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from data.words import fold_in_place

_AGREED = re.compile(r"[\s,.;:]+(?:dong y|yes|agreed?)[\s.]*$")
_BY = re.compile(r"\s(?:bang|thanh|by|with)\s+")


class How(StrEnum):
    """What becomes of the units that are there."""

    SET = "set"
    ADD = "add"
    TAKE_OFF = "take off"
    REPLACE = "replace"


# Each kind by its words, with the accents that tell bỏ from Bộ.
_WORDS = {
    How.ADD: "thêm|them|bổ sung|bo sung|add|plus",
    How.TAKE_OFF: "bỏ bớt|bo bot|bỏ|bo|bớt|bot|xóa|xoá|xoa|rút|rut|gỡ|go|remove|take off|drop",
    How.REPLACE: "thay thế bằng|thay thế|thay the|thay bằng|thay bang|thay|replace by|replace with|replace|only",
}
_FIRST = {how: re.compile(rf"(?:{words})(?![^\W_])[\s:]*", re.IGNORECASE) for how, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Amendment:
    """The units named, those that come in their place where `by` names them, and whether it was agreed to already."""

    how: How
    units: str
    by: str = ""
    agreed: bool = False


def read_amendment(command: str, text: str, *, named: bool = False) -> Amendment:
    """Read what follows a task's number: "bỏ P-LL"; the command may say how, too: "bo don vi" with "P-LL" behind it.

    The first words of a text that begins with the name of a unit, as `named` says, are no more than that name.
    """
    text = unicodedata.normalize("NFC", text).strip()
    agreed = _AGREED.search(fold_in_place(f" {text}"))
    if agreed:
        text = f" {text}"[: agreed.start()].strip()
    how, rest = (How.SET, text) if named else _how(text)
    if how is How.SET:
        how, _ = _how(unicodedata.normalize("NFC", command))
    between = _BY.search(fold_in_place(rest)) if how is How.REPLACE else None
    units, by = (rest[: between.start()], rest[between.end() :]) if between else (rest, "")
    return Amendment(how, units.strip(), by.strip(), agreed is not None)


def _how(text: str) -> tuple[How, str]:
    for how, words in _FIRST.items():
        if match := words.match(text):
            return how, text[match.end() :]
    return How.SET, text
