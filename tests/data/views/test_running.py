"""Which period of a task is meant when nobody names it, and what of it is still awaited."""

from dataclasses import replace
from datetime import date

import pytest

from data.facts import OccurrenceFact
from data.kinds import Closing, Ladder, State
from data.views.running import awaited, running
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
    assert (keys(running(facts, today)), keys(awaited(facts, today))) == (now, owed)


def test_an_extension_of_one_unit_does_not_part_it_from_the_others() -> None:
    late = replace(quarters()[0], id=3, due_on=date(2023, 3, 20))
    assert keys(running([*quarters(), late], date(2023, 3, 16))) == ["2023-Q2"]
    assert [one.id for one in awaited([*quarters(), late], date(2023, 3, 16))] == [1, 2]
    assert [one.id for one in awaited([*quarters(), late], date(2023, 3, 21))] == [1, 2, 3]
