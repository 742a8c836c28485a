"""Which Occurrence of a task is meant, what is still awaited of it, what is near or ahead."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from data import period
from data.facts import OccurrenceFact, ReportFact
from data.kinds import Closing, Ladder, State
from data.period import Period
from data.refusals import AlreadyDone, NotOpenYet, PeriodNotAsked, Refusal
from data.views import running
from data.workdays import workdays
from tests.data.views.test_views import fact

QUARTERS = {
    "2023-Q1": (date(2022, 12, 15), date(2023, 3, 14)),
    "2023-Q2": (date(2023, 3, 15), date(2023, 6, 14)),
}


def quarters() -> list[OccurrenceFact]:
    """A standing duty of which two windows have been opened."""
    return [
        replace(fact(Ladder.STANDING, due_on=due_on, starts_on=starts_on), id=number, key=key)
        for number, (key, (starts_on, due_on)) in enumerate(QUARTERS.items(), start=1)
    ]


def dates(*days: str) -> list[OccurrenceFact]:
    """A task with several days, all open from the switch-on."""
    return [
        replace(fact(due_on=date.fromisoformat(day), starts_on=date(2023, 1, 11)), id=number, key=str(number))
        for number, day in enumerate(days, start=1)
    ]


def keys(facts: tuple[OccurrenceFact, ...]) -> list[str]:
    return [one.key for one in facts]


@pytest.mark.parametrize(
    ("facts", "today", "now", "owed"),
    [
        (quarters(), date(2023, 3, 14), ["2023-Q1"], ["2023-Q1"]),
        (quarters(), date(2023, 3, 15), ["2023-Q2"], ["2023-Q1", "2023-Q2"]),
        (quarters(), date(2023, 7, 1), ["2023-Q2"], ["2023-Q1", "2023-Q2"]),
        (quarters(), date(2022, 12, 1), ["2023-Q1"], ["2023-Q1"]),
        (dates("2023-06-15", "2023-12-15"), date(2023, 2, 1), ["1"], ["1"]),
        (dates("2023-06-15", "2023-12-15"), date(2023, 6, 16), ["2"], ["1", "2"]),
        (dates("2023-06-15", "2023-12-15"), date(2024, 1, 2), ["2"], ["1", "2"]),
        ([fact(due_on=None)], date(2023, 2, 1), ["1"], ["1"]),
        ([fact(state=State.DONE)], date(2023, 2, 1), ["1"], []),
        ([fact(state=State.CLOSED, closing=Closing.UNREPORTED)], date(2023, 2, 1), ["1"], []),
        ([fact(state=State.CLOSED, closing=Closing.WITHDRAWN)], date(2023, 2, 1), [], []),
        ([], date(2023, 2, 1), [], []),
    ],
)
def test_what_runs_and_what_is_awaited(
    facts: list[OccurrenceFact], today: date, now: list[str], owed: list[str]
) -> None:
    assert (keys(running.running(facts, today)), keys(running.awaited(facts, today))) == (now, owed)


def test_an_extension_of_one_unit_does_not_part_it_from_the_others() -> None:
    late = replace(quarters()[0], id=3, due_on=date(2023, 3, 20))
    assert keys(running.running([*quarters(), late], date(2023, 3, 16))) == ["2023-Q2"]
    assert [one.id for one in running.awaited([*quarters(), late], date(2023, 3, 16))] == [1, 2]
    assert [one.id for one in running.awaited([*quarters(), late], date(2023, 3, 21))] == [1, 2, 3]


Q1, Q2, Q3 = (period.quarter(2023, number) for number in (1, 2, 3))
STARTS = {"Q1": date(2022, 12, 15), "Q2": date(2023, 3, 15), "Q3": date(2023, 6, 15)}
TASK = fact().task


def owed(text: str) -> list[OccurrenceFact]:
    """What one unit owes of a task: "Q1 done, Q2 open" of a standing duty; "31/1 open" of a task with days."""
    return [_one(number, *each.split()) for number, each in enumerate(filter(None, text.split(", ")), start=1)]


def _one(number: int, name: str, stands: str) -> OccurrenceFact:
    if name in STARTS:
        starts_on = STARTS[name]
        due_on = date(2023, int(name[1]) * 3, 14)
        found = replace(fact(Ladder.STANDING, due_on=due_on, starts_on=starts_on), key=f"2023-{name}")
    else:
        day, month = map(int, name.split("/"))
        found = replace(fact(due_on=date(2023, month, day), starts_on=date(2023, 1, 11)), key=str(number))
    at = datetime(2023, 1, 11, 2, number, tzinfo=UTC)
    said = ReportFact("", at, nothing_to_report=False, note="", evidence=()) if stands == "done" else None
    closing = None if stands in {"open", "done"} else Closing(stands)
    state = State.OPEN if stands == "open" else State.DONE if stands == "done" else State.CLOSED
    return replace(found, id=number, state=state, closing=closing, report=said)


def meant(text: str, named: Period | None) -> str:
    """The key of the one that a report means, or the refusal."""
    facts = owed(text)
    try:
        found = running.to_report(TASK, facts) if named is None else running.to_report_in(TASK, facts, named)
    except Refusal as said:
        return type(said).__name__
    return found.key


def test_which_one_a_report_means() -> None:
    said = {
        ("Q1 open, Q2 open", None): "2023-Q1",
        ("Q1 done, Q2 open", None): "2023-Q2",
        ("Q1 unreported, Q2 open", None): "2023-Q2",
        ("Q1 unreported, Q2 unreported", None): "2023-Q2",
        ("Q1 unreported, Q2 done", None): "2023-Q1",
        ("Q1 done, Q2 done", None): AlreadyDone.__name__,
        ("Q1 withdrawn", None): NotOpenYet.__name__,
        ("", None): NotOpenYet.__name__,
        ("30/6 open, 31/1 open", None): "2",
        ("31/1 done, 30/6 open", None): "2",
        ("31/1 not_counted", None): "1",
        ("Q1 open, Q2 open", Q2): "2023-Q2",
        ("Q1 unreported, Q2 open", Q1): "2023-Q1",
        ("Q1 done, Q2 open", Q1): AlreadyDone.__name__,
        ("Q1 done, Q2 open", Q3): PeriodNotAsked.__name__,
        ("Q1 open, Q2 withdrawn", Q2): PeriodNotAsked.__name__,
        ("31/1 open", Q1): PeriodNotAsked.__name__,
    }
    assert {case: meant(*case) for case in said} == said


def test_what_has_been_reported_last() -> None:
    said = {
        ("Q1 done, Q2 done", None): "2023-Q2",
        ("Q1 done, Q2 open", None): "2023-Q1",
        ("Q1 done, Q2 done", Q1): "2023-Q1",
        ("Q1 done, Q2 open", Q2): None,
        ("31/1 open", None): None,
    }
    assert {
        (text, named): found.key if (found := running.reported(owed(text), named)) else None for text, named in said
    } == said


def test_what_is_owed_by_periods_may_be_named_by_one() -> None:
    said = {"Q1 open": True, "Q1 done": True, "Q1 withdrawn": False, "31/1 open": False, "": False}
    assert {text: running.is_by_period(owed(text)) for text in said} == said


def test_what_is_near_and_what_has_not_begun() -> None:
    days = {
        "2023-01-10": (True, False),
        "2023-01-31": (True, False),
        "2023-02-07": (True, False),
        "2023-02-08": (False, False),
    }
    today, calendar = date(2023, 1, 31), workdays()
    assert {
        day: (
            running.is_near(fact(due_on=date.fromisoformat(day)), today, calendar),
            running.is_ahead(fact(due_on=date.fromisoformat(day)), today),
        )
        for day in days
    } == days
    later = fact(due_on=date(2023, 6, 14), starts_on=date(2023, 3, 15))
    undated = replace(later, due_on=None)
    assert [running.is_ahead(each, today) for each in (later, undated, replace(later, state=State.DONE))] == [
        True,
        False,
        False,
    ]
    assert not running.is_near(undated, today, calendar)


REPORT = ReportFact("A", datetime(2026, 5, 4, tzinfo=UTC), False, "3 tin", ())


def windows(ladder: Ladder, first: tuple[str, str], second: tuple[str, str], *, reported: bool) -> list[OccurrenceFact]:
    """Two periods of 2026 that follow one another: the first day and the last of each."""
    spans = [tuple(map(date.fromisoformat, span)) for span in (first, second)]
    ended, now = (
        replace(fact(ladder, due_on=due_on, starts_on=starts_on), id=number, key=f"2026-Q{number}")
        for number, (starts_on, due_on) in enumerate(spans, start=1)
    )
    return [replace(ended, state=State.DONE, report=REPORT) if reported else ended, now]


# The 14th is a Sunday: what is owed may still come in time on the 15th.
STANDING = (Ladder.STANDING, ("2026-03-15", "2026-06-14"), ("2026-06-15", "2026-09-14"))
REGULAR = (Ladder.RECURRING, ("2026-04-01", "2026-06-30"), ("2026-07-01", "2026-09-30"))


@pytest.mark.parametrize(
    ("kind", "reported", "today", "asked"),
    [
        (STANDING, True, date(2026, 6, 14), False),
        (STANDING, True, date(2026, 6, 15), True),
        (STANDING, False, date(2026, 6, 15), False),
        (STANDING, False, date(2026, 6, 16), True),
        (STANDING, True, date(2026, 6, 25), True),
        (STANDING, True, date(2026, 6, 26), False),
        (REGULAR, True, date(2026, 6, 30), False),
        (REGULAR, True, date(2026, 7, 1), True),
        (REGULAR, True, date(2026, 7, 10), True),
        (REGULAR, True, date(2026, 7, 11), False),
        # What is overdue comes first, and is not asked about.
        (REGULAR, False, date(2026, 7, 2), False),
    ],
)
def test_for_ten_days_after_an_end_a_report_may_be_for_either(
    kind: tuple[Ladder, tuple[str, str], tuple[str, str]], reported: bool, today: date, asked: bool
) -> None:
    facts = windows(*kind, reported=reported)
    assert running.either(facts, today, workdays(), says=True) == (tuple(facts) if asked else None)
