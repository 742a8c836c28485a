"""Which Occurrence a report of a task means, and what is near or ahead: each a table of cases."""

from dataclasses import replace
from datetime import UTC, date, datetime

from data import period
from data.facts import OccurrenceFact, ReportFact
from data.kinds import Closing, Ladder, State
from data.period import Period
from data.refusals import AlreadyDone, NotOpenYet, PeriodNotAsked, Refusal
from data.views import running
from data.workdays import workdays
from tests.data.views.test_views import fact

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
