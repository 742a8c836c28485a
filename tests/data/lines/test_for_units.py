"""What Nội vụ notes for a unit, as it is typed: a table of tasks, units, what is said, and the unit's words."""

from data.lines.for_units import kind_first, read_noted
from tests.building import registry

CITY = registry()
TABLE = [
    ("13 P-LL 2 tin", "13", "P-LL", "", "2 tin"),
    ("P-LL xong 13 2 tin", "13", "P-LL", "xong", "2 tin"),
    ("phường An Tảo việc 13 không phát sinh", "13", "P-AT", "khong phat sinh", ""),
    ("12 P-LL vướng: chưa có cán bộ", "12", "P-LL", "vuong", "chưa có cán bộ"),
    ("7 TUPHAP đang làm đã xong dự thảo", "7", "TUPHAP", "dang lam", "đã xong dự thảo"),
    ("12, 13 P-LL, P-AT khong phat sinh", "12 13", "P-LL P-AT", "khong phat sinh", ""),
    ("12 các phường, xã khong phat sinh", "12", "(G-PX)", "khong phat sinh", ""),
    ("13 P-LL quy 1 3 tin", "13", "P-LL", "", "quy 1 3 tin"),
    ("P-LL: việc 13: 2 tin", "13", "P-LL", "", "2 tin"),
    ("13 VP báo cáo số 5/BC-VP", "13", "VP", "xong", "số 5/BC-VP"),
    ("10 VP số 12/KH-VP ngày 5/2/2023", "10", "VP", "", "số 12/KH-VP ngày 5/2/2023"),
    ("report 12 P-LL", "", "", "", "report 12 P-LL"),
    ("13", "13", "", "", ""),
    ("2 tin", "", "", "", "2 tin"),
    ("", "", "", "", ""),
]


def test_in_any_order() -> None:
    read = [(text, read_noted(text, CITY)) for text, *_ in TABLE]
    assert [
        (
            text,
            " ".join(said.numbers),
            f"({said.group})" if said.group else " ".join(said.units),
            said.kind or "",
            said.note,
        )
        for text, said in read
    ] == TABLE


def test_what_is_said_behind_a_period() -> None:
    said = [kind_first(text) for text in ("không phát sinh", "đang làm dở", "2 tin", "xong")]
    assert said == [("khong phat sinh", ""), ("dang lam", "dở"), (None, "2 tin"), ("xong", "")]
