"""Crosses under columns of months and quarters."""

import pytest

from data.deadline.crosses import is_cross, names_period, read_crosses
from tests.data.deadline_words import said


@pytest.mark.parametrize(
    ("headings", "reading"),
    [
        (["Tháng 3"], "once · due 2025-03-31 (month)"),
        (["T3", "T4", "T5"], "range · from 2025-03-01 · due 2025-05-31 (month)"),
        (["3", "6", "9", "12"], "multiple · due 2025-03-31 2025-06-30 2025-09-30 2025-12-31 (month)"),
        (["Quý I", "Quý II"], "range · from 2025-01-01 · due 2025-06-30 (quarter)"),
        (["II", "IV"], "multiple · due 2025-06-30 2025-12-31 (quarter)"),
        (["I", "II", "III", "IV"], "range · from 2025-01-01 · due 2025-12-31 (quarter)"),
        (["12/2025", "01/2026"], "range · from 2025-12-01 · due 2026-01-31 (month)"),
        (["Tháng 1", "Tháng 2", "Tháng 7", "Tháng 8"],
         "multiple · due 2025-02-28 2025-08-31 (month) · ? several-times"),
        (["Năm 2026", "Năm 2027"], "range · from 2026-01-01 · due 2027-12-31 (year)"),
        (["Quý I\nTháng 02"], "once · due 2025-02-28 (month)"),
        ([], "unspecified"),
    ],
)  # fmt: skip
def test_the_marked_columns_of_a_row(headings: list[str], reading: str) -> None:
    found = read_crosses(headings, 2025)
    assert found is not None
    assert said(found) == reading


def test_a_column_that_names_no_period_gives_none() -> None:
    assert read_crosses(["Quý I", "Ghi chú"], 2025) is None
    headings = [
        "T1",
        "Tháng 12",
        "Quý IV/2025",
        "7",
        "III",
        "Năm 2026",
        "Ghi chú",
        "Thời gian",
        "13",
        "15/3",
        "STT",
        "",
    ]
    assert [names_period(heading, 2025) for heading in headings] == [True] * 6 + [False] * 6


def test_what_is_a_cross() -> None:
    cells = ["x", "X", " x ", "✓", "●", "(x)", "", "Sở Nội vụ", "10", "tháng 3"]
    assert [is_cross(cell) for cell in cells] == [True] * 6 + [False] * 4
