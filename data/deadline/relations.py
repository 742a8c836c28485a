"""How the words before a date relate it to the work, and where in the cell an item stands."""

from dataclasses import dataclass
from enum import StrEnum

from data.words import phrases


class Relation(StrEnum):
    """How the words before a date relate it to the work."""

    ON = "on"
    WITHIN = "within"
    BY = "by"
    BEFORE = "before"
    FROM = "from"
    AFTER = "after"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Where:
    """Where in the cell an item stands, from the token at `at` to the one before `after`."""

    at: int
    after: int
    sentence: int
    bracketed: bool
    relation: Relation
    worded: bool = False  # a word of no time stands right before it
    topic: bool = False  # the date belongs to a noun: "Báo cáo quý I", "Kế hoạch năm 2026"


RELATION_WORDS = (
    (Relation.BEFORE, phrases("truoc")),
    (Relation.BY, phrases("cham nhat la", "cham nhat vao", "cham nhat den", "cham nhat", "muon nhat", "tre nhat",
                          "khong qua", "khong muon hon", "khong tre hon", "khong cham hon", "han chot", "han cuoi",
                          "thoi han", "cho den het", "den het", "cho den", "den", "toi")),
    (Relation.FROM, phrases("bat dau trien khai tu", "bat dau thuc hien tu", "bat dau tu", "bat dau", "ke tu", "tu")),
    (Relation.AFTER, phrases("sau")),
    (Relation.PLANNED, phrases("du kien")),
    (Relation.WITHIN, phrases("trong khoang thoi gian", "trong khoang", "trong", "vao")),
)  # fmt: skip
