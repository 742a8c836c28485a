"""What Nội vụ notes for a unit that reported on paper or by phone: of which tasks, for whom, what it said. Pure."""

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum

from data.agencies.finder import units_leading
from data.agencies.registry import Registry
from data.lines.numbers import read_argument
from data.lines.requests import group_named
from data.words import fold_in_place


class Kind(StrEnum):
    """What a unit says of a task."""

    DONE = "xong"
    NOTHING = "khong phat sinh"
    PROGRESS = "dang lam"
    DIFFICULTY = "vuong"


_KINDS = {
    Kind.NOTHING: r"(?:bao )?(?:khong|chua)(?: co)? phat sinh(?: gi)?|kps|khong co gi|no activity|nothing",
    Kind.PROGRESS: r"(?:bao )?dang (?:lam|thuc hien|trien khai)|in progress|progress",
    Kind.DIFFICULTY: r"(?:bao )?(?:vuong mac|vuong|kho khan)|difficulty",
    Kind.DONE: r"(?:bao |da )*(?:xong|hoan thanh)(?: roi)?|done|bao(?: cao)?(?! cao)",
}
_SAID = {kind: re.compile(rf"(?:{words})(?![^\W_])") for kind, words in _KINDS.items()}
# What only joins the parts.
_BETWEEN = re.compile(r"(?:cho|cua|thay|ho|ve|doi voi|don vi|viec|nhiem vu|for|of|task)(?![^\W_])")
_GAP = " ,;:.-–\n\t"
_MOST_PARTS = 12


@dataclass(frozen=True, slots=True)
class NotedFor:
    """The tasks and the units by their codes, of a group all; `note` are the unit's words, a period before them."""

    numbers: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    group: str = ""
    kind: Kind | None = None
    note: str = ""


def read_noted(text: str, registry: Registry) -> NotedFor:
    """Take in numbers, units and the word for what was said, each once and in any order; the rest is the note.

    Raises:
        UnitUnknown: where units stand there is something that looks like one, and is none.
    """
    said, rest = NotedFor(), _clean(text)
    for _ in range(_MOST_PARTS):
        taken = (
            _with_kind(said, rest)
            or _with_units(said, rest, registry)
            or _with_numbers(said, rest)
            or _without_between(said, rest)
        )
        if taken is None:
            break
        said, rest = taken[0], _clean(taken[1])
    return replace(said, note=rest)


def kind_first(text: str) -> tuple[Kind | None, str]:
    """What is said of a task by the words that a text begins with, and the rest of it."""
    plain = fold_in_place(text)
    for kind, words in _SAID.items():
        if match := words.match(plain):
            return kind, _clean(text[match.end() :])
    return None, text


def _with_kind(said: NotedFor, text: str) -> tuple[NotedFor, str] | None:
    kind, rest = kind_first(text) if said.kind is None else (None, "")
    return (replace(said, kind=kind), rest) if kind else None


def _with_units(said: NotedFor, text: str, registry: Registry) -> tuple[NotedFor, str] | None:
    if said.units:
        return None
    if (found := group_named(text, registry)) and found[0] in registry.by_code:
        return replace(said, units=registry.by_code[found[0]].members, group=found[0]), found[1]
    units, rest = units_leading(text, registry)
    return (replace(said, units=tuple(unit.code for unit in units)), rest) if units else None


def _with_numbers(said: NotedFor, text: str) -> tuple[NotedFor, str] | None:
    argument = read_argument(text)
    if said.numbers or not argument.numbers:
        return None
    return replace(said, numbers=argument.numbers), argument.note


def _without_between(said: NotedFor, text: str) -> tuple[NotedFor, str] | None:
    match = None if said.units and said.numbers else _BETWEEN.match(fold_in_place(text))
    return (said, text[match.end() :]) if match else None


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(_GAP)
