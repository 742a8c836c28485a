"""Plans over years, and school years: which Occurrences they open, and where they end."""

from datetime import date

import pytest

from data.deadline import read
from scheduler.periods import expected, runs


@pytest.mark.parametrize(
    ("title", "year", "last"),
    [
        ("Kế hoạch cải cách hành chính năm 2026", 2026, date(2026, 12, 31)),
        ("Kế hoạch chuyển đổi số giai đoạn 2026 - 2030, định hướng đến năm 2035", 2026, date(2030, 12, 31)),
        ("Thực hiện Chương trình phát triển từ năm 2025 đến năm 2030", 2025, date(2030, 12, 31)),
        ("Kế hoạch giảm nghèo giai đoạn từ năm 2026 đến năm 2030", 2025, date(2030, 12, 31)),
        ("Thực hiện Chương trình tổng thể giai đoạn 2021-2030, năm 2025", 2025, date(2025, 12, 31)),
        ("Kế hoạch năm học 2025-2026", 2025, date(2026, 6, 30)),
    ],
)
def test_the_time_of_a_plan(title: str, year: int, last: date) -> None:
    found = runs(title, year)
    assert (found.start, found.last) == (date(year, 1, 1), last)


def over_years(cell: str, title: str = "Giai đoạn 2026-2030", year: int = 2026) -> list[tuple[str, str]]:
    """Key and day of all that a task of a plan over years comes to, the plan's own title and year given."""
    deadline = read(cell, year, issued_on=date(year, 1, 12))
    found = expected(
        deadline, runs=runs(title, year), checkin="quarterly", switched_on=date(year, 1, 13), today=date.max
    )
    return [(one.key, str(one.due_on)) for one in found]


def test_a_plan_over_years_opens_each_years_occurrences_and_ends_with_its_last() -> None:
    years = range(2026, 2031)
    assert over_years("Hằng năm") == [(str(year), f"{year}-12-31") for year in years]
    assert over_years("Trước 15/11 hằng năm") == [(str(year), f"{year}-11-14") for year in years]
    assert over_years("Hằng quý")[-1] == ("2030-Q4", "2030-12-31")
    assert len(over_years("Thường xuyên")) == 4 * len(years)
    assert over_years("Tháng 6/2027") == [("1", "2027-06-30")]


def test_a_duty_over_years_of_its_own_is_opened_in_each() -> None:
    title = "Kế hoạch năm 2026"
    years = range(2026, 2031)
    assert over_years("Hằng năm, giai đoạn 2026-2030", title) == [(str(year), f"{year}-12-31") for year in years]
    assert over_years("Trước 15/12 hằng năm, giai đoạn 2026-2030", title) == [
        (str(year), f"{year}-12-14") for year in years
    ]
    assert over_years("Hằng quý năm 2026", title)[-1] == ("2026-Q4", "2026-12-31")
    assert over_years("Hằng năm", title) == [("2026", "2026-12-31")]


def test_a_school_years_duties_run_into_the_next_year() -> None:
    months = [key for key, _ in over_years("Hằng tháng", "Kế hoạch năm học 2026-2027")]
    assert (months[0], months[-1]) == ("2026-01", "2027-06")
