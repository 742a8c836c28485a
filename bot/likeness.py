"""Which of a unit's tasks plain words may be meant for. Pure.

A guess acts on nothing. Words are matched with their accents where they were typed with them, else without.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from data.facts import TaskFact
from data.lines.meaning import POLITE, meant, numbers_named
from data.words import fold

MAX_GUESSES = 4

# From which score on a task is a likely one; is so likely that no other need be shown; is named clearly, if alone.
_ENOUGH = 1.0
_SURE = 3.0
_CLEAR = 4.0

_DOCUMENTS = re.compile(r"\S*/\S*")

# What says nothing of a task: words of courtesy, of the meanings, and those of every office.
_EMPTY = {
    *POLITE - {"day", "ta", "thoi", "vay"},  # "dạy", "tả", "thời", "vay"
    "ay", "cac", "cao", "cho", "chua", "con", "cong", "dang", "de", "den", "do", "gi", "gio", "gui", "han", "hien",
    "hoach", "hoan", "hom", "ke", "khai", "khi", "khong", "kia", "la", "lai", "lam", "ma", "mai", "mot", "nam", "nao",
    "nay", "ngay", "nhiem", "nhu", "nhung", "nop", "quy", "sau", "tac", "tai", "thang", "thanh", "the", "them", "theo",
    "thi", "thuc", "tren", "trien", "trong", "truoc", "tu", "va", "ve", "voi", "vu", "vuong", "xong",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Guess:
    """A command and the tasks it may be meant for, the likeliest first; `named` where the text names one clearly."""

    command: str
    tasks: tuple[TaskFact, ...]
    named: bool


def guess(text: str, tasks: Sequence[TaskFact]) -> Guess | None:
    """What `text` may be meant for among the `tasks` a unit owes, the most urgent first; None if nothing comes near."""
    command = meant(text)
    numbers = numbers_named(text)
    numbered = tuple(task for task in tasks if not {fold(task.number), fold(task.typed)}.isdisjoint(numbers))
    if numbered:
        return Guess(command or "viec", numbered[:MAX_GUESSES], named=True)
    likely, score = _alike(text, tasks)
    if likely and (score >= _SURE or command is None):
        return Guess(command or "viec", likely, named=len(likely) == 1 and score >= _CLEAR)
    if command and command != "viec" and tasks:
        return Guess(command, tuple(dict.fromkeys((*likely, *tasks)))[:MAX_GUESSES], named=False)
    return None


def _alike(text: str, tasks: Sequence[TaskFact]) -> tuple[tuple[TaskFact, ...], float]:
    """The tasks whose words occur in the text, best first, and how well the first one fits.

    A word counts the less, the more tasks have it; two that stand together count more than the same two apart.
    """
    text = _DOCUMENTS.sub(" ", text)
    accented = fold(text) != " ".join(text.casefold().split())
    wanted = _pieces(text, accented=accented)
    had = [_pieces(f"{task.title} {task.product}", accented=accented) for task in tasks]
    spread = Counter(piece for pieces in had for piece in pieces)
    scores = [sum(_weight(piece) / spread[piece] for piece in wanted & pieces) for pieces in had]
    least = max([_ENOUGH, *(score / 2 for score in scores)])
    ranked = sorted((at for at, score in enumerate(scores) if score >= least), key=lambda at: -scores[at])
    return tuple(tasks[at] for at in ranked[:MAX_GUESSES]), max(scores, default=0)


def _weight(piece: tuple[str, ...]) -> int:
    return 1 if len(piece) == 1 else 3


def _pieces(text: str, *, accented: bool) -> frozenset[tuple[str, ...]]:
    """The words of a text that say something, and the pairs in which they stand together."""
    words = re.findall(r"\w+", unicodedata.normalize("NFC", text.casefold()))
    keys = [word if accented else fold(word) for word in words]
    telling = [len(word) > 1 and not word.isdecimal() and fold(word) not in _EMPTY for word in words]
    singles = {(key,) for key, tells in zip(keys, telling, strict=True) if tells}
    pairs = {pair for pair, tells in zip(pairwise(keys), pairwise(telling), strict=True) if any(tells)}
    return frozenset(singles | pairs)
