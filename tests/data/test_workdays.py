"""The working calendar against the yearly notices of 2022 to 2027, and its arithmetic."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from holidays import country_holidays

from data.refusals import CalendarUnreadable
from data.workdays import Workdays, workdays

# Weekdays off and worked Saturdays as announced: 119/TB-LĐTBXH, 8056/VPCP-KGVX, 5034/TB-LĐTBXH, 5015/TB-LĐTBXH,
# 1570/TB-BLĐTBXH, 8726/VPCP-KGVX, 6150/TB-BLĐTBXH, 9441/TB-BNV, 12729/VPCP-KGVX, 10065/VPCP-KGVX.
OFF = {
    2022: "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
    2023: "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
    2024: "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
    2025: "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
    2026: "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
    2027: "01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24",
}
WORKED = {2024: "05-04", 2025: "04-26", 2026: "01-10 08-22"}

CALENDAR = workdays()


def days_of(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", OFF)
def test_the_weekdays_off_are_those_announced(year: int) -> None:
    off = [f"{day:%m-%d}" for day in days_of(year) if day.weekday() < 5 and not CALENDAR.is_working(day)]
    assert off == OFF[year].split()


@pytest.mark.parametrize("year", OFF)
def test_the_weekend_days_worked_are_those_announced(year: int) -> None:
    worked = [f"{day:%m-%d}" for day in days_of(year) if day.weekday() >= 5 and CALENDAR.is_working(day)]
    assert worked == WORKED.get(year, "").split()


def test_viet_nam_alone_is_what_the_whole_package_says_of_it() -> None:
    bare, whole = Workdays({}), country_holidays("VN")
    days = [day for year in range(1995, 2045) for day in days_of(year)]
    assert [day for day in days if bare.is_working(day) != whole.is_working_day(day)] == []


def test_the_order_of_asking_changes_nothing() -> None:
    backwards = workdays()
    answers = {day: backwards.is_working(day) for year in reversed(OFF) for day in reversed(days_of(year))}
    assert answers == {day: CALENDAR.is_working(day) for year in OFF for day in days_of(year)}


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2023, 1, 11), date(2023, 1, 11), date(2023, 1, 11)),
        (date(2023, 1, 22), date(2023, 1, 19), date(2023, 1, 27)),  # Tết
        (date(2023, 4, 29), date(2023, 4, 28), date(2023, 5, 4)),  # Giỗ Tổ and 30/4 on a weekend, two days made up
        (date(2023, 12, 31), date(2023, 12, 29), date(2024, 1, 2)),
        (date(2024, 5, 4), date(2024, 5, 4), date(2024, 5, 4)),  # a worked Saturday
        (date(2026, 1, 3), date(2025, 12, 31), date(2026, 1, 5)),  # after a Friday announced late
    ],
)
def test_the_nearest_working_days(day: date, before: date, after: date) -> None:
    assert (CALENDAR.on_or_before(day), CALENDAR.on_or_after(day)) == (before, after)


@pytest.mark.parametrize(
    ("day", "count", "there"),
    [
        (date(2023, 1, 31), 0, date(2023, 1, 31)),
        (date(2023, 12, 31), 0, date(2023, 12, 31)),
        (date(2023, 1, 31), -2, date(2023, 1, 27)),
        (date(2023, 1, 31), -5, date(2023, 1, 17)),
        (date(2023, 1, 31), 1, date(2023, 2, 1)),
        (date(2023, 12, 31), -1, date(2023, 12, 29)),
        (date(2023, 12, 31), 1, date(2024, 1, 2)),
        (date(2024, 5, 3), 1, date(2024, 5, 4)),
        (date(2024, 5, 6), -2, date(2024, 5, 3)),
    ],
)
def test_shifting_by_working_days(day: date, count: int, there: date) -> None:
    assert CALENDAR.shift(day, count) == there


@pytest.mark.parametrize(
    ("today", "due", "days"),
    [
        (date(2023, 3, 7), date(2023, 3, 14), 5),
        (date(2023, 3, 14), date(2023, 3, 14), 0),
        (date(2023, 3, 15), date(2023, 3, 14), -1),
        (date(2023, 1, 19), date(2023, 1, 27), 1),
        (date(2023, 12, 29), date(2023, 12, 31), 0),
        (date(2024, 1, 2), date(2023, 12, 31), -1),
        (date(2024, 4, 26), date(2024, 5, 6), 4),  # 29/04 to 01/05 off, Saturday 04/05 worked
    ],
)
def test_working_days_left(today: date, due: date, days: int) -> None:
    assert CALENDAR.until(today, due) == days


def test_the_office_s_own_file_lies_over_the_one_that_ships(tmp_path: Path) -> None:
    late = tmp_path / "late.tsv"
    late.write_text(
        "\ufeffday\tkind\tsource\n# sau bão\n\n2026-01-02\twork\t1/CV\n2026-09-14 \toff\t2/CV\n", encoding="utf-8"
    )
    calendar = workdays(late)
    days = [date(2026, 1, 2), date(2026, 1, 10), date(2026, 9, 14), date(2026, 9, 15)]
    assert [calendar.is_working(day) for day in days] == [True, True, False, True]


@pytest.mark.parametrize(
    ("text", "line", "detail"),
    [
        ("2026-02-30\toff\tx", 1, "2026-02-30\toff\tx"),
        ("day\tkind\tsource\n2026-02-03\tnghỉ\tx", 2, "2026-02-03\tnghỉ\tx"),
        ("2026-02-03\toff", 1, "2026-02-03\toff"),
        ("2026-02-03\toff\tx\n\n2026-02-03\twork\ty", 3, "2026-02-03\twork\ty"),
    ],
)
def test_a_malformed_line_is_named(tmp_path: Path, text: str, line: int, detail: str) -> None:
    late = tmp_path / "late.tsv"
    late.write_text(text, encoding="utf-8")
    with pytest.raises(CalendarUnreadable) as caught:
        workdays(late)
    assert caught.value.fields == {"path": str(late), "line": line, "detail": detail}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CalendarUnreadable) as caught:
        workdays(tmp_path / "none.tsv")
    assert caught.value.fields == {
        "path": str(tmp_path / "none.tsv"),
        "line": None,
        "detail": "No such file or directory",
    }


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    late = tmp_path / "late.xlsx"
    late.write_bytes(b"PK\x03\x04\xff\xfe")
    with pytest.raises(CalendarUnreadable) as caught:
        workdays(late)
    assert (caught.value.path, caught.value.line) == (str(late), None)
