"""How the words before a date relate it to the work, where in the cell an item stands, and what a walk has found."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from data.deadline.cadences import Cycle
from data.deadline.conditions import Condition
from data.deadline.periods import Named
from data.deadline.points import Point
from data.deadline.series import Series
from data.deadline.tokens import Line
from data.deadline.values import Cadence
from data.words import opened_by, phrases


class Relation(StrEnum):
    """How the words before a date relate it to the work."""

    ON = "on"
    WITHIN = "within"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    PLANNED = "planned"


class Where(NamedTuple):
    """Where in the cell an item stands, from the token at `at` to the one before `after`."""

    at: int
    after: int
    sentence: int
    bracketed: bool
    relation: Relation
    worded: bool = False  # a word of no time stands right before it
    topic: bool = False  # the date belongs to a noun: "Báo cáo quý I", "Kế hoạch năm 2026"


@dataclass(slots=True)
class Scan:
    """What one walk has found so far; every list is in the order of the cell."""

    line: Line
    series: list[tuple[Series, Where]] = field(default_factory=list)
    cycles: list[tuple[Cycle, Where]] = field(default_factory=list)
    named: list[tuple[Named, Where]] = field(default_factory=list)
    reports: list[tuple[tuple[Point, ...], Where]] = field(default_factory=list)
    conditions: list[tuple[Condition, Where]] = field(default_factory=list)
    weekdays: list[tuple[tuple[int, ...], Where]] = field(default_factory=list)
    lasting: Cadence | None = None  # how often the work goes on after its first time
    lasting_in: int = -1  # ... and in which sentence that is said
    restated_at: int = -1
    begins: tuple[int, int] | None = None  # the hour at which an event begins, where the first hour is no limit
    clock: tuple[int, int] | None = None
    clocks: int = 0
    counts: int = 0
    contrasts: int = 0  # "đối với …", which gives each its own time
    leftovers: int = 0
    phases: int = 0  # "Đợt 1:", "Lần 2:", which number the times of one cell
    occasions: int = 0  # "Tháng hành động …", "Tuần lễ …"
    doubts: list[str] = field(default_factory=list)
    relation: Relation = Relation.ON
    used: bool = False  # whether the relation has met its date
    sentence: int = 0
    depth: int = 0
    words: int = 0  # words of no time since the sentence began
    last_word: int = -1


_WORDS = (
    (Relation.BEFORE, phrases("truoc")),
    (Relation.BY, phrases("cham nhat la", "cham nhat vao", "cham nhat den", "cham nhat", "muon nhat", "tre nhat",
                          "khong qua", "khong muon hon", "khong tre hon", "khong cham hon", "han chot", "han cuoi",
                          "thoi han", "cho den het", "den het", "cho den", "den", "toi")),
    (Relation.FROM, phrases("bat dau trien khai tu", "bat dau thuc hien tu", "bat dau tu", "bat dau", "ke tu", "tu")),
    (Relation.AFTER, phrases("sau")),
    (Relation.PLANNED, phrases("du kien")),
    (Relation.WITHIN, phrases("trong khoang thoi gian", "trong khoang", "trong", "vao")),
)  # fmt: skip
_FROM_NOW = phrases("tu nay cho den", "tu nay den", "now tu nay den")
_EARLIEST = phrases("som nhat la", "som nhat vao", "som nhat", "khong som hon")


@opened_by((*_FROM_NOW, *_EARLIEST, *(word for _, table in _WORDS for word in table)))
def read_relation(line: Line) -> tuple[Relation | None, str] | None:
    """Read how a date is related, and the doubt about it; "sớm nhất" relates nothing."""
    if line.phrase(_FROM_NOW):
        return Relation.BY, "from-now"
    if line.phrase(_EARLIEST):
        return None, "earliest"
    return next(((relation, "") for relation, table in _WORDS if line.phrase(table)), None)


# What is no time of the work: "tầm nhìn đến năm 2045"; and nouns whose date only tells which one is meant.
OTHER_TIMES = phrases(
    "tam nhin", "dinh huong", "huong toi", "chuyen tu", "lui tu", "doi tu", "dieu chinh tu", "thay vi", "thay cho",
)  # fmt: skip
TOPICS = phrases(
    "bao cao", "bao cao ket qua", "so lieu", "ke hoach", "tong ket", "so ket", "nhiem vu", "du toan",
    "chuong trinh", "ket qua", "cong tac", "bao cao so ket", "bao cao tong ket",
)  # fmt: skip
