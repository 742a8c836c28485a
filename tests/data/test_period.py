"""Periods as half-open values: keys, first and last days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from data.period import Period, half, month, quarter, report_month, report_quarter, week, year


@pytest.mark.parametrize(
    ("period", "key", "start", "last"),
    [
        (month(2023, 1), "2023-01", date(2023, 1, 1), date(2023, 1, 31)),
        (month(2024, 2), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        (month(2023, 12), "2023-12", date(2023, 12, 1), date(2023, 12, 31)),
        (quarter(2023, 1), "2023-Q1", date(2023, 1, 1), date(2023, 3, 31)),
        (quarter(2023, 4), "2023-Q4", date(2023, 10, 1), date(2023, 12, 31)),
        (half(2023, 1), "2023-H1", date(2023, 1, 1), date(2023, 6, 30)),
        (half(2023, 2), "2023-H2", date(2023, 7, 1), date(2023, 12, 31)),
        (year(2023), "2023", date(2023, 1, 1), date(2023, 12, 31)),
        (week(2023, 1), "2023-W01", date(2023, 1, 2), date(2023, 1, 8)),
        (week(2026, 53), "2026-W53", date(2026, 12, 28), date(2027, 1, 3)),
        (report_quarter(2023, 1), "2023-Q1", date(2022, 12, 15), date(2023, 3, 14)),
        (report_quarter(2023, 2), "2023-Q2", date(2023, 3, 15), date(2023, 6, 14)),
        (report_quarter(2023, 3), "2023-Q3", date(2023, 6, 15), date(2023, 9, 14)),
        (report_quarter(2023, 4), "2023-Q4", date(2023, 9, 15), date(2023, 12, 14)),
        (report_month(2023, 1), "2023-01", date(2022, 12, 15), date(2023, 1, 14)),
        (report_month(2023, 12), "2023-12", date(2023, 11, 15), date(2023, 12, 14)),
    ],
)
def test_a_period(period: Period, key: str, start: date, last: date) -> None:
    assert period == Period(key, start, last + timedelta(days=1))
    assert period.last == last


@pytest.mark.parametrize(
    "periods",
    [
        [month(2024, n) for n in range(1, 13)],
        [quarter(2024, n) for n in range(1, 5)],
        [half(2024, n) for n in (1, 2)],
        [week(2024, n) for n in range(1, 53)],
        [report_quarter(2024, n) for n in range(1, 5)],
        [report_month(2024, n) for n in range(1, 13)],
    ],
)
def test_each_begins_where_the_one_before_ends(periods: list[Period]) -> None:
    assert [one.end for one, _ in pairwise(periods)] == [other.start for _, other in pairwise(periods)]


def test_the_end_does_not_belong_to_it() -> None:
    days = [date(2022, 12, 31), date(2023, 1, 1), date(2023, 1, 31), date(2023, 2, 1)]
    assert [day in month(2023, 1) for day in days] == [False, True, True, False]
