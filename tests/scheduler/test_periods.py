"""Which Occurrences should exist: readings and days, as tables."""

from dataclasses import replace
from datetime import date

import pytest

from data import period
from data.deadline import Due, Kind, Span, read
from data.deadline.values import Cadence, Deadline
from data.kinds import Ladder
from data.occurrences import Expected
from scheduler.periods import expected

ON = date(2023, 1, 11)


def occurrences(
    deadline: Deadline, today: date = ON, *, year: int = 2023, switched_on: date = ON, checkin: str = "quarterly"
) -> tuple[Expected, ...]:
    return expected(deadline, runs=period.year(year), checkin=checkin, switched_on=switched_on, today=today)


def once(day: date, span: Span) -> Deadline:
    return Deadline("", Kind.ONCE, dues=(Due(day, span),))


def between(start: date, last: date) -> Deadline:
    return Deadline("", Kind.RANGE, start=start, dues=(Due(last, Span.MONTH),))


def each(cadence: Cadence, *days: date, kind: Kind = Kind.RECURRING) -> Deadline:
    return Deadline("", kind, cadence=cadence, cadences=(cadence,), dues=tuple(Due(day, Span.DAY) for day in days))


@pytest.mark.parametrize(
    ("deadline", "ladder", "starts_on", "due_on"),
    [
        (once(date(2023, 3, 20), Span.DAY), Ladder.DATED, ON, date(2023, 3, 20)),
        (replace(once(date(2023, 3, 20), Span.DAY), begins="07:30"), Ladder.EVENT, ON, date(2023, 3, 20)),
        (once(date(2023, 1, 31), Span.MONTH), Ladder.DATED, date(2023, 1, 1), date(2023, 1, 31)),
        (once(date(2023, 9, 30), Span.QUARTER), Ladder.QUARTER, date(2023, 7, 1), date(2023, 9, 30)),
        (once(date(2023, 12, 31), Span.HALF), Ladder.QUARTER, date(2023, 7, 1), date(2023, 12, 31)),
        (once(date(2023, 12, 31), Span.YEAR), Ladder.YEAR, date(2023, 1, 1), date(2023, 12, 31)),
        (once(date(2030, 6, 30), Span.QUARTER), Ladder.QUARTER, date(2030, 4, 1), date(2030, 6, 30)),
        (
            between(date(2023, 11, 1), date(2023, 12, 31)),
            Ladder.DATED,
            date(2023, 11, 1),
            date(2023, 12, 31),
        ),
        (between(date(2023, 2, 4), date(2023, 2, 8)), Ladder.DATED, date(2023, 2, 4), date(2023, 2, 8)),
        (between(date(2023, 3, 1), date(2023, 5, 1)), Ladder.QUARTER, date(2023, 3, 1), date(2023, 5, 1)),
        (between(date(2023, 3, 1), date(2023, 9, 30)), Ladder.QUARTER, date(2023, 3, 1), date(2023, 9, 30)),
        (between(date(2023, 3, 1), date(2023, 10, 31)), Ladder.YEAR, date(2023, 3, 1), date(2023, 10, 31)),
        (between(date(2023, 1, 1), date(2030, 12, 31)), Ladder.YEAR, date(2023, 1, 1), date(2030, 12, 31)),
    ],
)
def test_one_date(deadline: Deadline, ladder: Ladder, starts_on: date, due_on: date) -> None:
    assert occurrences(deadline) == (Expected("1", ladder, starts_on, ON, due_on, past=False),)


def test_each_date_of_a_cell_has_its_ordinal() -> None:
    deadline = Deadline(
        "Tháng 6, 12", Kind.MULTIPLE, dues=(Due(date(2023, 6, 30), Span.MONTH), Due(date(2023, 12, 31), Span.MONTH))
    )
    assert occurrences(deadline) == (
        Expected("1", Ladder.DATED, date(2023, 6, 1), ON, date(2023, 6, 30), past=False),
        Expected("2", Ladder.DATED, date(2023, 12, 1), ON, date(2023, 12, 31), past=False),
    )


@pytest.mark.parametrize(("switched_on", "past"), [(date(2023, 1, 31), False), (date(2023, 2, 1), True)])
def test_what_fell_due_before_the_switch_on_is_past(switched_on: date, past: bool) -> None:
    (one,) = occurrences(once(date(2023, 1, 31), Span.MONTH), switched_on, switched_on=switched_on)
    assert one == Expected("1", Ladder.DATED, date(2023, 1, 1), switched_on, date(2023, 1, 31), past)


@pytest.mark.parametrize(
    ("deadline", "ladder"),
    [
        (Deadline("", Kind.UNSPECIFIED), Ladder.UNSPECIFIED),
        (Deadline("", Kind.CONDITIONAL, trigger="thời hạn tại Kế hoạch của UBND TP"), Ladder.CONDITIONAL),
        (
            Deadline("", Kind.CONDITIONAL, trigger="Kế hoạch bồi dưỡng hàng năm", cadence=Cadence.YEARLY),
            Ladder.CONDITIONAL,
        ),
        (Deadline("", Kind.ONCE), Ladder.UNSPECIFIED),
        (Deadline("", Kind.RANGE, start=date(2023, 3, 1)), Ladder.UNSPECIFIED),
    ],
)
def test_a_day_that_is_still_to_be_set(deadline: Deadline, ladder: Ladder) -> None:
    assert occurrences(deadline) == (Expected("1", ladder, ON, ON, None, past=False),)


def test_a_condition_with_a_last_day_is_dated() -> None:
    deadline = Deadline("", Kind.CONDITIONAL, trigger="nhận được kinh phí", dues=(Due(date(2023, 11, 29), Span.DAY),))
    assert occurrences(deadline) == (Expected("1", Ladder.DATED, ON, ON, date(2023, 11, 29), past=False),)


STANDING = each(Cadence.CONTINUOUS)
QUARTERS = (
    Expected("2023-Q1", Ladder.STANDING, date(2022, 12, 15), ON, date(2023, 3, 14), past=False),
    Expected("2023-Q2", Ladder.STANDING, date(2023, 3, 15), date(2023, 3, 15), date(2023, 6, 14), past=False),
    Expected("2023-Q3", Ladder.STANDING, date(2023, 6, 15), date(2023, 6, 15), date(2023, 9, 14), past=False),
    Expected("2023-Q4", Ladder.STANDING, date(2023, 9, 15), date(2023, 9, 15), date(2023, 12, 14), past=False),
)


@pytest.mark.parametrize("deadline", [STANDING, each(Cadence.UNSPECIFIED_PERIOD), Deadline("", Kind.RECURRING)])
@pytest.mark.parametrize(
    ("today", "count"),
    [
        (ON, 1),
        (date(2023, 3, 14), 1),
        (date(2023, 3, 15), 2),
        (date(2023, 6, 15), 3),
        (date(2023, 9, 15), 4),
        (date(2024, 6, 1), 4),
    ],
)
def test_a_standing_duty_is_asked_for_by_window_until_the_year_ends(
    deadline: Deadline, today: date, count: int
) -> None:
    assert occurrences(deadline, today) == QUARTERS[:count]


def test_windows_that_ended_before_the_switch_on_never_exist() -> None:
    switched_on = date(2023, 6, 14)
    found = occurrences(STANDING, date(2023, 12, 31), switched_on=switched_on)
    assert [(one.key, one.opens_on, one.past) for one in found] == [
        ("2023-Q2", date(2023, 6, 14), False),
        ("2023-Q3", date(2023, 6, 15), False),
        ("2023-Q4", date(2023, 9, 15), False),
    ]


def test_windows_may_be_monthly() -> None:
    found = occurrences(STANDING, date(2023, 12, 31), switched_on=date(2023, 10, 20), checkin="monthly")
    assert [(one.key, one.opens_on, one.due_on) for one in found] == [
        ("2023-11", date(2023, 10, 20), date(2023, 11, 14)),
        ("2023-12", date(2023, 11, 15), date(2023, 12, 14)),
    ]


@pytest.mark.parametrize(
    ("start", "until", "keys"),
    [
        (date(2023, 7, 1), None, ["2023-Q3", "2023-Q4"]),
        (date(2023, 6, 15), date(2023, 9, 14), ["2023-Q3"]),
        (None, date(2023, 3, 15), ["2023-Q1", "2023-Q2"]),
        (date(2024, 1, 1), None, ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]),
    ],
)
def test_a_duty_begins_and_ends_as_its_cell_says(start: date | None, until: date | None, keys: list[str]) -> None:
    deadline = Deadline("", Kind.RECURRING, start=start, until=until, cadence=Cadence.CONTINUOUS)
    assert [one.key for one in occurrences(deadline, date(2024, 12, 31))] == keys


def test_a_duty_opens_no_sooner_than_it_begins() -> None:
    deadline = Deadline("", Kind.RECURRING, start=date(2023, 7, 1), cadence=Cadence.CONTINUOUS)
    assert occurrences(deadline, date(2023, 6, 30)) == ()
    assert occurrences(deadline, date(2023, 7, 1)) == (
        Expected("2023-Q3", Ladder.STANDING, date(2023, 7, 1), date(2023, 7, 1), date(2023, 9, 14), past=False),
    )


@pytest.mark.parametrize(
    ("cadence", "today", "expected_now"),
    [
        (
            Cadence.WEEKLY,
            date(2023, 1, 16),
            (
                Expected("2023-W02", Ladder.WEEKLY, date(2023, 1, 9), ON, date(2023, 1, 15), past=False),
                Expected(
                    "2023-W03", Ladder.WEEKLY, date(2023, 1, 16), date(2023, 1, 16), date(2023, 1, 22), past=False
                ),
            ),
        ),
        (
            Cadence.MONTHLY,
            date(2023, 2, 1),
            (
                Expected("2023-01", Ladder.RECURRING, date(2023, 1, 1), ON, date(2023, 1, 31), past=False),
                Expected(
                    "2023-02", Ladder.RECURRING, date(2023, 2, 1), date(2023, 2, 1), date(2023, 2, 28), past=False
                ),
            ),
        ),
        (
            Cadence.QUARTERLY,
            date(2023, 4, 1),
            (
                Expected("2023-Q1", Ladder.RECURRING, date(2023, 1, 1), ON, date(2023, 3, 31), past=False),
                Expected(
                    "2023-Q2", Ladder.RECURRING, date(2023, 4, 1), date(2023, 4, 1), date(2023, 6, 30), past=False
                ),
            ),
        ),
        (
            Cadence.SEMIANNUAL,
            date(2023, 7, 1),
            (
                Expected("2023-H1", Ladder.RECURRING, date(2023, 1, 1), ON, date(2023, 6, 30), past=False),
                Expected(
                    "2023-H2", Ladder.RECURRING, date(2023, 7, 1), date(2023, 7, 1), date(2023, 12, 31), past=False
                ),
            ),
        ),
        (
            Cadence.YEARLY,
            date(2023, 12, 31),
            (Expected("2023", Ladder.RECURRING, date(2023, 1, 1), ON, date(2023, 12, 31), past=False),),
        ),
    ],
)
def test_a_cadence_has_one_per_period(cadence: Cadence, today: date, expected_now: tuple[Expected, ...]) -> None:
    assert occurrences(each(cadence), today) == expected_now


@pytest.mark.parametrize(
    ("cadence", "first", "last", "count"),
    [
        (Cadence.WEEKLY, "2026-W01", "2026-W53", 53),
        (Cadence.MONTHLY, "2026-01", "2026-12", 12),
        (Cadence.QUARTERLY, "2026-Q1", "2026-Q4", 4),
        (Cadence.SEMIANNUAL, "2026-H1", "2026-H2", 2),
        (Cadence.YEARLY, "2026", "2026", 1),
    ],
)
def test_a_cadence_ends_with_the_plan_s_year(cadence: Cadence, first: str, last: str, count: int) -> None:
    found = occurrences(each(cadence), date(2027, 6, 1), year=2026, switched_on=date(2025, 12, 20))
    assert (found[0].key, found[-1].key, len(found)) == (first, last, count)


def test_late_plans_list_missed_months_but_not_missed_weeks() -> None:
    switched_on = date(2023, 3, 1)
    months = occurrences(each(Cadence.MONTHLY), switched_on, switched_on=switched_on)
    assert [(one.key, one.past) for one in months] == [("2023-01", True), ("2023-02", True), ("2023-03", False)]
    weeks = occurrences(each(Cadence.WEEKLY), switched_on, switched_on=switched_on)
    assert [(one.key, one.past) for one in weeks] == [("2023-W09", False)]


@pytest.mark.parametrize(
    ("deadline", "dues"),
    [
        (
            each(Cadence.QUARTERLY, date(2025, 3, 25), date(2025, 6, 25), date(2025, 9, 25), date(2025, 12, 25)),
            {"2025-Q1": "03-25", "2025-Q2": "06-25", "2025-Q3": "09-25", "2025-Q4": "12-25"},
        ),
        (  # "chậm nhất là ngày 15 tháng đầu tiên của quý sau liền kề"
            each(Cadence.QUARTERLY, date(2025, 4, 15), date(2025, 7, 15), date(2025, 10, 15), date(2026, 1, 15)),
            {"2025-Q1": "04-15", "2025-Q2": "07-15", "2025-Q3": "10-15", "2025-Q4": "01-15"},
        ),
        (each(Cadence.YEARLY, date(2025, 12, 14)), {"2025": "12-14"}),
        (each(Cadence.YEARLY, date(2026, 2, 14)), {"2025": "02-14"}),
        (each(Cadence.YEARLY, date(2025, 6, 19), date(2025, 11, 19)), {"2025": "06-19", "2025.2": "11-19"}),
        (each(Cadence.SEMIANNUAL, date(2025, 12, 14)), {"2025-H1": "06-30", "2025-H2": "12-14"}),
        (
            Deadline("", Kind.RECURRING, cadence=Cadence.QUARTERLY, month_days=(31,)),
            {"2025-Q1": "03-31", "2025-Q2": "06-30", "2025-Q3": "09-30", "2025-Q4": "12-31"},
        ),
    ],
)
def test_named_days_are_the_periods_due_days(deadline: Deadline, dues: dict[str, str]) -> None:
    found = occurrences(deadline, date(2026, 12, 31), year=2025, switched_on=date(2024, 12, 20))
    assert {one.key: f"{one.due_on:%m-%d}" for one in found} == dues


def test_named_days_of_the_month_give_way_to_short_months() -> None:
    deadline = Deadline("", Kind.RECURRING, cadence=Cadence.MONTHLY, month_days=(15, 30))
    found = occurrences(deadline, date(2023, 2, 1))
    assert [(one.key, one.due_on) for one in found] == [
        ("2023-01", date(2023, 1, 15)),
        ("2023-01.2", date(2023, 1, 30)),
        ("2023-02", date(2023, 2, 15)),
        ("2023-02.2", date(2023, 2, 28)),
    ]


@pytest.mark.parametrize(
    ("deadline", "first"),
    [
        (
            Deadline("", Kind.RECURRING, start=date(2025, 3, 15), cadence=Cadence.MONTHLY, month_days=(10,)),
            ("2025-04", date(2025, 4, 10)),
        ),
        (
            replace(each(Cadence.QUARTERLY, date(2025, 4, 15), date(2026, 1, 15)), start=date(2025, 4, 1)),
            ("2025-Q2", date(2025, 6, 30)),
        ),
    ],
)
def test_nothing_is_due_for_the_time_before_a_duty_begins(deadline: Deadline, first: tuple[str, date]) -> None:
    found = occurrences(deadline, date(2025, 12, 31), year=2025, switched_on=date(2024, 12, 20))
    assert (found[0].key, found[0].due_on) == first


def test_named_weekdays() -> None:
    deadline = Deadline("", Kind.RECURRING, cadence=Cadence.WEEKLY, weekdays=(1, 3))
    assert [(one.key, one.due_on) for one in occurrences(deadline)] == [("2023-W02.2", date(2023, 1, 12))]


def test_dates_beside_a_cadence_are_both() -> None:
    deadline = each(Cadence.MONTHLY, date(2023, 11, 19), kind=Kind.MULTIPLE)
    assert occurrences(deadline) == (
        Expected("1", Ladder.DATED, ON, ON, date(2023, 11, 19), past=False),
        Expected("2023-01", Ladder.RECURRING, date(2023, 1, 1), ON, date(2023, 1, 31), past=False),
    )


def test_a_last_day_and_then_a_standing_duty() -> None:
    deadline = Deadline("", Kind.MULTIPLE, dues=(Due(date(2023, 12, 31), Span.YEAR),), cadence=Cadence.CONTINUOUS)
    assert occurrences(deadline) == (
        Expected("1", Ladder.YEAR, date(2023, 1, 1), ON, date(2023, 12, 31), past=False),
        QUARTERS[0],
    )


def test_dates_that_are_the_cadence_s_own_do_not_double() -> None:
    deadline = each(Cadence.SEMIANNUAL, date(2023, 6, 14), date(2023, 12, 14), kind=Kind.MULTIPLE)
    found = occurrences(deadline, date(2023, 12, 31))
    assert [(one.key, one.due_on) for one in found] == [
        ("2023-H1", date(2023, 6, 14)),
        ("2023-H2", date(2023, 12, 14)),
    ]


def test_the_end_of_a_standing_duty_is_no_date_of_its_own() -> None:
    found = expected(
        read("Thường xuyên trong năm 2025", 2025),
        runs=period.year(2025),
        checkin="quarterly",
        switched_on=date(2025, 1, 13),
        today=date.max,
    )
    assert [(each.key, each.ladder) for each in found] == [(f"2025-Q{n}", Ladder.STANDING) for n in range(1, 5)]
