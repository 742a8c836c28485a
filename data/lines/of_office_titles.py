"""Which task do words of its title name: "chuyên trang CCHC", "ngày pháp luật"? Pure."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from data.lines.of_office_words import pieces_of
from data.lines.wishes import PlanTask

# Words of titles that name no task by themselves.
_IDLE = {
    "tuyen", "truyen", "cai", "cach", "hanh", "chinh", "ke", "hoach", "bao", "cao", "thuc", "hien", "trien", "khai",
    "to", "chuc", "xay", "dung", "cong", "tac", "thanh", "pho", "don", "vi", "thoi", "gian", "ca", "nhan", "thong",
    "tin", "dan", "den", "nguoi", "nam", "cua", "ve", "va", "cho", "cac", "trong", "nha", "nuoc", "ket", "qua",
    "phat", "chuong", "trinh", "moi", "phuong", "xa", "ban", "duoc", "hoat", "dong", "co", "quan", "can", "bo",
    "tren", "dia", "mot", "phan",
}  # fmt: skip
_LEADING = {"viec", "vu", "ve", "phan", "muc", "cai", "bai", "lop", "trang", "khoan", "ngay"}
_Pair = tuple[str, str]


class Titled(NamedTuple):
    """The words of a line, from one up to before another, that are of one task's title."""

    start: int
    end: int
    number: str


def task_by_title(words: Sequence[str], plan: tuple[PlanTask, ...]) -> Titled | None:
    """The first words in a row that stand together in one title alone.

    Two are enough at the beginning or behind "việc", "về"; elsewhere it takes three.
    """
    table = _titles(plan)
    for at in range(len(words) - 1):
        fitting, end = _longest(words, at, table)
        opens = at == 0 or words[at - 1] in _LEADING
        telling = sum(word not in _IDLE for word in words[at:end])
        if len(fitting) == 1 and telling >= (1 if opens else 2) and (opens or end - at > 2):
            return Titled(at - (at > 0 and words[at - 1] in _LEADING), end, next(iter(fitting)))
    return None


def _longest(words: Sequence[str], at: int, table: dict[_Pair, frozenset[str]]) -> tuple[frozenset[str], int]:
    """The tasks in whose titles the longest row of words stands that begins here, and where it ends."""
    fitting, end = table.get((words[at], words[at + 1]), frozenset()), at + 2
    while fitting and end < len(words):
        more = fitting & table.get((words[end - 1], words[end]), frozenset())
        if not more:
            break
        fitting, end = more, end + 1
    return fitting, end


@lru_cache(maxsize=8)
def _titles(plan: tuple[PlanTask, ...]) -> dict[_Pair, frozenset[str]]:
    """The tasks by each two words that stand together in their titles."""
    table: dict[_Pair, frozenset[str]] = {}
    for task in plan:
        for pair in pairwise(piece.word for piece in pieces_of(task.title)):
            table[pair] = table.get(pair, frozenset()) | {task.number}
    return table
