"""How the words before a date relate it to the work, and where in the cell an item stands."""

from enum import StrEnum
from typing import NamedTuple

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


class Where(NamedTuple):
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
FROM_NOW = phrases("tu nay cho den", "tu nay den", "now tu nay den")
EARLIEST = phrases("som nhat la", "som nhat vao", "som nhat", "khong som hon")
RELATION_OPENINGS = frozenset((*FROM_NOW, *EARLIEST, *(word for _, table in RELATION_WORDS for word in table)))
"""The words that open one of all these."""
