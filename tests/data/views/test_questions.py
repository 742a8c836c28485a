"""Questions as they stand: which wait, which no longer matter, and to which one may simply agree."""

from datetime import date, datetime

import pytest

from data.facts import QuestionFact
from data.plans import settling
from data.record import Actor
from data.store import Store
from data.views.questions import has_likely_answer, likely_day, open_questions
from data.work import reporting
from data.workdays import workdays
from tests.building import SWITCHED_ON, at, draft, office, owed, row, run

TODAY = SWITCHED_ON.date()
OPEN_ENDED = "Các phòng, ban có liên quan"


def asked(store: Store, today: date = TODAY) -> list[tuple[str | None, str]]:
    with store.transaction() as session:
        found = open_questions(session, today)
        return [(row, each.code) for each in found for row in each.rows or [each.task.number if each.task else None]]


def report(store: Store, number: str, now: datetime) -> None:
    with store.transaction() as session:
        reporting.confirm(session, owed(session, number)[0].id, Actor(), now)


def test_questions_are_numbered_in_the_order_of_the_plan(store: Store) -> None:
    office(store, draft(row("1", "31/12/2023"), row("2", ""), row("3", coordinating=OPEN_ENDED)))
    assert asked(store) == [("1", "deadline.day-off"), ("2", "deadline.unspecified"), ("3", "agency.open")]


def test_of_a_task_that_is_settled_nothing_is_asked_until_it_is_owed_again(store: Store) -> None:
    office(store, draft(row("1", coordinating=OPEN_ENDED), row("2", coordinating=OPEN_ENDED, title="Tập huấn")))
    run(store, SWITCHED_ON)
    report(store, "1", at("2023-01-12 09:00"))
    assert asked(store) == [("2", "agency.open")]
    with store.transaction() as session:
        reporting.take_back(session, owed(session, "1")[0].id, Actor(), at("2023-01-12 10:00"))
    assert asked(store) == [("1", "agency.open"), ("2", "agency.open")]


def test_what_was_past_at_the_start_is_asked_although_nothing_is_owed(store: Store) -> None:
    now = at("2023-03-08 07:30")
    office(store, draft(row("1")), now)
    run(store, now)
    assert asked(store, now.date()) == [("1", "past-due")]


def test_a_day_off_is_asked_about_until_it_has_gone_by(store: Store) -> None:
    office(store, draft(row("1", "30/9/2023")))
    assert asked(store, date(2023, 9, 30)) == [("1", "deadline.day-off")]
    assert asked(store, date(2023, 10, 1)) == []


def test_while_the_deadline_itself_is_in_doubt_its_day_off_is_not_asked_about(store: Store) -> None:
    office(store, draft(row("1", "Quý III/2023", title="Triển khai thực hiện Ngày Pháp luật năm 2023")))
    assert asked(store) == [("1", "event.after-due")]


def test_a_day_off_may_be_set_anew_while_it_is_asked_about(store: Store) -> None:
    office(store, draft(row("1", "30/9/2023")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        task = owed(session, "1")[0].task
        facts = settling.set_day(session, task, date(2023, 9, 29), Actor(), now=SWITCHED_ON, workdays=workdays())
    assert [fact.due_on for fact in facts] == [date(2023, 9, 29)]
    assert asked(store) == []


def fact(code: str, **fields: object) -> QuestionFact:
    return QuestionFact(1, code, None, fields)


@pytest.mark.parametrize(
    ("question", "day", "is_likely"),
    [
        (fact("deadline.past", guess="2023-01-31"), date(2023, 1, 31), True),
        (fact("event.after-due", guess="2023-12-31"), date(2023, 12, 31), False),
        (fact("deadline.past"), None, False),
        (fact("annex.date", guess="2023-01-11"), None, True),
        (fact("deadline.day-off", guess="2023-09-29"), None, True),
        (fact("agency.both-sides", agencies=["UBND các phường, xã"]), None, True),
        (fact("product.blank", guess="Kế hoạch"), None, True),
        (fact("citation.days"), None, False),
        (fact("deadline.ambiguous"), None, False),
    ],
)
def test_to_what_one_may_simply_agree(question: QuestionFact, day: date | None, is_likely: bool) -> None:
    assert (likely_day(question), has_likely_answer(question)) == (day, is_likely)
