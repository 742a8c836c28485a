"""Which tasks and questions of the plan are named, by number or by words of a title ("ngày pháp luật")? Pure."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from data.lines.numbers import NUMBER
from data.lines.of_office_words import Piece, pieces_of
from data.lines.wishes import PlanTask, Scene

# Words of titles that name no task by themselves.
_IDLE = {
    "tuyen", "truyen", "cai", "cach", "hanh", "chinh", "ke", "hoach", "bao", "cao", "thuc", "hien", "trien", "khai",
    "to", "chuc", "xay", "dung", "cong", "tac", "thanh", "pho", "don", "vi", "thoi", "gian", "ca", "nhan", "thong",
    "tin", "dan", "den", "nguoi", "nam", "cua", "ve", "va", "cho", "cac", "trong", "nha", "nuoc", "ket", "qua",
    "phat", "chuong", "trinh", "moi", "phuong", "xa", "ban", "duoc", "hoat", "dong", "co", "quan", "can", "bo",
    "tren", "dia", "mot", "phan", "van", "tong", "the", "tai", "lieu",
}  # fmt: skip
_LEADING = {"viec", "vu", "ve", "phan", "muc", "cai", "bai", "lop", "trang", "khoan", "ngay"}
_Pair = tuple[str, str]


class Titled(NamedTuple):
    """The words of a line, from one up to before another, that are of one task's title; none, but behind a product."""

    start: int
    end: int
    number: str


_ASKING = {"chua", "dau", "gi", "nao", "may", "nhieu", "xem", "mo", "sao", "bao gio", "bao nhieu", "the nao"}


def task_by_title(words: Sequence[str], plan: tuple[PlanTask, ...]) -> Titled | None:
    """The first words in a row that stand together in one title alone, or are a product of one task alone.

    Two are enough at the beginning or behind "việc", "về", and where something is asked; elsewhere it takes three.
    """
    table, asks = _titles(plan), not _ASKING.isdisjoint(words)
    return _titled(words, table, asks=asks) or _produced(words, _products(plan))


def _produced(words: Sequence[str], products: dict[_Pair, frozenset[str]]) -> Titled | None:
    for at, pair in enumerate(pairwise(words)):
        of = products.get(pair, frozenset())
        if len(of) == 1:
            return Titled(at + 2, at + 2, next(iter(of)))  # behind the words, which stay
    return None


def _titled(words: Sequence[str], table: dict[_Pair, frozenset[str]], *, asks: bool) -> Titled | None:
    for at in range(len(words) - 1):
        fitting, end = _longest(words, at, table)
        opens = at == 0 or words[at - 1] in _LEADING
        telling = sum(word not in _IDLE for word in words[at:end])
        enough = opens or end - at > 2 or (asks and telling > 1)
        if len(fitting) == 1 and telling >= (1 if opens else 2) and enough:
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


@lru_cache(maxsize=8)
def _products(plan: tuple[PlanTask, ...]) -> dict[_Pair, frozenset[str]]:
    """The tasks by each product of theirs that is two words long: "tờ rơi", "đề cương"."""
    table: dict[_Pair, frozenset[str]] = {}
    for task in plan:
        for part in _PARTED.split(task.product):
            words = [piece.word for piece in pieces_of(part)]
            if len(words) == 2 and not set(words) <= _IDLE:
                table[words[0], words[1]] = table.get((words[0], words[1]), frozenset()) | {task.number}
    return table


_PARTED = re.compile(r"[,;:.]")
_TASK_WORDS = {"viec", "muc", "task", "vu", "v"}
_GLUED = re.compile(r"(?:viec|v|nv|vc|task)(\d{1,3}(?:\.\d+)*)")
# A number between these is none of a task.
_BEFORE_OTHER = {
    "so", "ngay", "thang", "hoach", "kh",
    "top", "khoang", "nam", "quy", "hon", "la", "du", "moi", "luc", "phong", "phut",
    "diem", "lan", "dot",
}  # fmt: skip
_BEHIND_OTHER = {
    "tuan", "ngay", "thang", "gio", "phut", "hom", "don", "lan", "nguoi", "%", "trieu", "h", "nam", "diem", "ban",
    "cau",
}  # fmt: skip


def task_at(pieces: Sequence[Piece], at: int, scene: Scene) -> tuple[int, str, tuple[str, ...]] | None:
    """A task's number, called a task or alone; a question's number is Q."""
    word = pieces[at].word
    if glued := _GLUED.fullmatch(word):
        return at + 1, *_known([glued[1]], scene)
    lead = at
    if word == "nhiem" and at + 1 < len(pieces) and pieces[at + 1].word == "vu":
        lead += 1
    called = pieces[lead].word in _TASK_WORDS or word == "nhiem vu"
    called = called and not (at and pieces[at - 1].word == "moi")  # "mỗi việc 2 tin"
    if word == "cau":
        return _question_at(pieces, at)
    if not called:
        return _bare_at(pieces, at, scene)
    lead += 1
    while lead < len(pieces) and pieces[lead].word in {"so", ":", "#", "cac"}:
        lead += 1
    if lead < len(pieces) and (numbers := _numbers(pieces[lead].word)):
        return lead + 1, *_known(numbers, scene)
    return None


def _question_at(pieces: Sequence[Piece], at: int) -> tuple[int, str, tuple[str, ...]] | None:
    end = at + 1
    while end < len(pieces) and pieces[end].word in {"hoi", "so"}:
        end += 1
    if end < len(pieces) and pieces[end].word.isdecimal():
        return end + 1, "Q", (pieces[end].word,)
    return None


def _bare_at(pieces: Sequence[Piece], at: int, scene: Scene) -> tuple[int, str, tuple[str, ...]] | None:
    numbers = _numbers(pieces[at].word.lstrip("#"))
    if not numbers or (at and pieces[at - 1].word in _BEFORE_OTHER):
        return None
    if at + 1 < len(pieces) and pieces[at + 1].word in _BEHIND_OTHER:
        return None
    if _counts_bodies(pieces, at + 1) or _counts_reports(pieces, at) or _counts_new(pieces, at):
        return None
    letter, values = _known(numbers, scene)
    return (at + 1, letter, values) if letter == "N" or not numbers[0][0].isdecimal() else None


def _counts_bodies(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number before a piece counts wards or offices: "5 phường"; of "1 phường xã", "1 phường Lê Lợi" not."""
    words = [piece.word for piece in pieces[at : at + 2]]
    return words[:1] in (["phuong"], ["xa"], ["phong"]) and (
        words[1:]
        in ([], ["chua"], ["nao"], ["da"], ["con"], ["cham"], ["no"], ["tot"], ["nhanh"], ["it"], ["nhieu"], ["lam"])
    )


def _counts_reports(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number counts reports: "chấp nhận 3 báo cáo"; of "sản phẩm 11 báo cáo" not."""
    words = [piece.word for piece in pieces[at + 1 : at + 3]]
    return words[:2] == ["bao", "cao"] and at > 0 and pieces[at - 1].word in {"nhan", "duyet", "lai", "co", "qua", "ca"}


def _counts_new(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a number counts what is to be added: "thêm 1 việc nữa"."""
    behind = at + 1 < len(pieces) and pieces[at + 1].word in {"viec", "nhiem", "dau"}
    return behind and at > 0 and pieces[at - 1].word in {"them", "giao", "sung", "tao", "co"}


def _numbers(word: str) -> list[str]:
    """The numbers of tasks in one piece: "12", "06.10", "1,12"; none where it is something else."""
    found = word.split(",")
    return found if all(re.fullmatch(NUMBER, number) for number in found) else []


def _known(numbers: Sequence[str], scene: Scene) -> tuple[str, tuple[str, ...]]:
    """The plan's own numbers for these: 010 is 10, 06.10 is 10 of plan 06; what no plan has is X."""
    known = {task.number.lower(): task.number for task in scene.plan}
    found = []
    for number in numbers:
        plan, _, behind = number.partition(".")
        ways = (number, number.lstrip("0"), behind.lstrip("0") if plan.isdecimal() else "")
        own = next((known[way] for way in ways if way in known), None)
        if own is None:
            return "X", ("task", number)
        found.append(own)
    return "N", tuple(found)
