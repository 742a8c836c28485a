"""Days and periods as people type them."""

from datetime import date

import pytest

from data.lines.days import day_ahead, day_first, period_first
from data.workdays import workdays
from tests.tables import differing


def test_a_day_and_what_follows_it() -> None:
    table = [
        ("15/02 lý do chờ ý kiến", date(2023, 2, 15), "lý do chờ ý kiến"),
        ("15/2/2024", date(2024, 2, 15), ""),
        ("15.02.2023, chờ", date(2023, 2, 15), "chờ"),
        ("15-2", date(2023, 2, 15), ""),
        ("15/2/23 chờ", date(2023, 2, 15), "chờ"),
        ("15.02.24", date(2024, 2, 15), ""),
        ("đến hết ngày 15/02/2023 vì đông việc", date(2023, 2, 15), "vì đông việc"),
        ("den ngay 15 thang 2 nam 2023", date(2023, 2, 15), ""),
        ("ngày 15 tháng 02: chờ", date(2023, 2, 15), "chờ"),
        ("30/12", date(2023, 12, 30), ""),
        ("30/02 vì", None, "30/02 vì"),
        ("15/13", None, "15/13"),
        ("tuần sau", None, "tuần sau"),
        ("15/02abc", None, "15/02abc"),
        ("15", None, "15"),
        ("", None, ""),
    ]
    assert (
        differing(((text, day, rest), day_first(text, date(2023, 1, 31)), (day, rest)) for text, day, rest in table)
        == []
    )


def test_a_day_without_a_year_may_lie_beyond_new_year() -> None:
    assert day_first("15/01", date(2023, 12, 31)) == (date(2024, 1, 15), "")
    assert day_first("10/12", date(2023, 12, 31)) == (date(2023, 12, 10), "")
    assert day_first("15/01/2023", date(2023, 12, 31)) == (date(2023, 1, 15), "")


@pytest.mark.parametrize(
    ("text", "key", "rest"),
    [
        ("quy 1", "2023-Q1", ""),
        ("Quý I", "2023-Q1", ""),
        ("quý III/2024", "2024-Q3", ""),
        ("quy iv nam 2022 3 tin", "2022-Q4", "3 tin"),
        ("báo quý 2: 3 tin 2 bài", "2023-Q2", "3 tin 2 bài"),
        ("q1", "2023-Q1", ""),
        ("tháng 3", "2023-03", ""),
        ("thang 03/2023", "2023-03", ""),
        ("tháng 12", "2023-12", ""),
        ("6 tháng đầu năm", "2023-H1", ""),
        ("sáu tháng cuối năm 2024", "2024-H2", ""),
        ("năm 2023", "2023", ""),
        ("quý 5", None, "quý 5"),
        ("tháng 13", None, "tháng 13"),
        ("quyết định", None, "quyết định"),
        ("năm", None, "năm"),
        ("", None, ""),
    ],
)
def test_a_period_and_what_follows_it(text: str, key: str | None, rest: str) -> None:
    period, after = period_first(text, 2023)
    assert (period.key if period else None, after) == (key, rest)


def test_a_day_to_come() -> None:
    table = [
        ("10/2", date(2023, 2, 10), ""),
        ("thứ 6", date(2023, 1, 13), ""),
        ("thu 5", date(2023, 1, 19), ""),
        ("đến thứ sáu tuần sau do chờ ý kiến", date(2023, 1, 20), "do chờ ý kiến"),
        ("chủ nhật", date(2023, 1, 15), ""),
        ("mai", date(2023, 1, 13), ""),
        ("cuối tháng", date(2023, 1, 31), ""),
        ("hết tháng sau", date(2023, 2, 28), ""),
        ("đến hết tháng 2, chờ kinh phí", date(2023, 2, 28), "chờ kinh phí"),
        ("het quy I", date(2023, 3, 31), ""),
        ("hết quý 1/2024", date(2024, 3, 31), ""),
        ("mùng 10", date(2023, 2, 10), ""),
        ("ngay 20", date(2023, 1, 20), ""),
        ("ngày 15 tháng sau", date(2023, 2, 15), ""),
        ("thêm 5 ngày", date(2023, 2, 5), ""),
        ("them 5 ngay lam viec vi ban", date(2023, 2, 7), "vi ban"),
        ("1 tuần", date(2023, 2, 7), ""),
        ("hết quý 4/9999", None, "hết quý 4/9999"),
        ("tháng 2", None, "tháng 2"),
        ("thu nhập", None, "thu nhập"),
        ("chờ ý kiến", None, "chờ ý kiến"),
        ("", None, ""),
    ]
    assert (
        differing(
            ((text, day, rest), day_ahead(text, date(2023, 1, 12), date(2023, 1, 31), workdays()), (day, rest))
            for text, day, rest in table
        )
        == []
    )


def test_a_count_of_days_is_from_today_where_the_day_due_is_past() -> None:
    assert day_ahead("thêm 5 ngày", date(2023, 2, 6), date(2023, 1, 31), workdays()) == (date(2023, 2, 11), "")
    assert day_ahead("thêm 5 ngày", date(2023, 2, 6), None, workdays()) == (date(2023, 2, 11), "")


def test_a_period_beyond_the_calendar_is_none() -> None:
    assert period_first("quý 4/9999", 2023) == (None, "quý 4/9999")
    assert period_first("năm 0000 x", 2023) == (None, "năm 0000 x")
