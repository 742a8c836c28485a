"""Reading the work: who owes what, how it stands, and what the rules of nagging get to know."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from data import views
from data.deadline import read
from data.facts import OccurrenceFact, PlanFact, Seat, Tally, TaskFact, UnitFact
from data.kinds import Closing, Ladder, Role, State
from data.model import Address
from data.people import registering
from data.store import Store
from data.views import seating
from tests.building import CALENDAR, SWITCHED_ON, draft, join, office, row, run

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"
DUE = date(2023, 1, 31)
TASK = TaskFact(
    1,
    PlanFact(1, "06/KH-UBND", "Tuyên truyền CCHC", "UBND thành phố", date(2023, 1, 11), 2023, "Asia/Ho_Chi_Minh"),
    "1",
    "Ban hành Kế hoạch",
    "Kế hoạch",
    VP,
    "",
    read("Tháng 01/2023", 2023),
)


def fact(
    ladder: Ladder = Ladder.DATED,
    due_on: date | None = DUE,
    state: State = State.OPEN,
    closing: Closing | None = None,
    starts_on: date = date(2023, 1, 1),
) -> OccurrenceFact:
    unit = UnitFact(2, "VP", VP)
    return OccurrenceFact(
        1, TASK, unit, "1", ladder, starts_on, date(2023, 1, 11), due_on, due_on, state, closing, None
    )


def brief(facts: tuple[OccurrenceFact, ...]) -> list[tuple[str, str]]:
    return [(each.task.number, each.unit.code) for each in facts]


@pytest.mark.parametrize(
    ("one", "today", "overdue"),
    [
        (fact(), date(2023, 1, 31), False),
        (fact(), date(2023, 2, 1), True),
        (fact(due_on=date(2023, 1, 28)), date(2023, 1, 30), False),  # a Saturday: Monday is given
        (fact(due_on=date(2023, 1, 28)), date(2023, 1, 31), True),
        (fact(state=State.DONE), date(2023, 2, 1), False),
        (fact(state=State.CLOSED), date(2023, 2, 1), False),
        (fact(due_on=None), date(2023, 2, 1), False),
        (fact(Ladder.STANDING), date(2023, 2, 1), False),
        (fact(Ladder.WEEKLY), date(2023, 2, 1), False),
        (fact(Ladder.RECURRING), date(2023, 2, 1), True),
        (fact(Ladder.CONDITIONAL), date(2023, 2, 1), True),  # its day has been set since
        (fact(Ladder.UNSPECIFIED), date(2023, 2, 1), True),
    ],
)
def test_overdue_is_what_is_open_when_its_day_has_ended(one: OccurrenceFact, today: date, overdue: bool) -> None:
    assert views.is_overdue(one, today, CALENDAR) is overdue


def test_everything_that_counts_is_counted_once() -> None:
    facts = [
        fact(state=State.DONE),
        fact(state=State.ACCEPTED),
        fact(due_on=date(2023, 1, 13)),
        fact(),
        fact(due_on=date(2023, 3, 31), starts_on=date(2023, 3, 1)),
        fact(due_on=None),
        fact(Ladder.STANDING, state=State.CLOSED, closing=Closing.UNREPORTED),
        fact(Ladder.STANDING, due_on=date(2023, 1, 13)),
        fact(state=State.CLOSED, closing=Closing.WITHDRAWN),
        fact(state=State.CLOSED, closing=Closing.NOT_COUNTED),
    ]
    tally = views.tally(facts, date(2023, 1, 16), CALENDAR)
    assert tally == Tally(done=1, accepted=1, waiting=1, overdue=1, missed=1, unreported=1, undated=1, ahead=1)
    assert tally.total == 8


def test_what_is_owed_comes_in_the_order_of_plan_and_registry(store: Store) -> None:
    office(store, draft(row("2", lead=f"{KT}, {VP}"), row("10", "Thường xuyên", lead=NV), row("9", "Tháng 6, 12")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        everything = views.occurrences(session)
        assert brief(everything) == [("2", "VP"), ("2", "KT"), ("10", "NV"), ("9", "VP"), ("9", "VP")]
        assert [str(each.due_on) for each in everything[-2:]] == ["2023-06-30", "2023-12-31"]
        ids = {unit.code: unit.id or 0 for unit in registering.single_units(session)}
        assert brief(views.occurrences(session, views.led_by(ids["VP"]), views.due_before(DUE))) == []
        assert brief(views.occurrences(session, views.led_by(ids["KT"]))) == [("2", "KT")]
        assert brief(views.occurrences(session, views.is_standing())) == [("10", "NV")]
        assert brief(views.occurrences(session, views.of_task(everything[2].task.id))) == [("10", "NV")]
        assert views.occurrences(session, views.among([everything[1].id])) == everything[1:2]
        assert views.occurrences(session, views.of_plan(everything[0].task.plan.id)) == everything
        assert views.occurrences(session, views.of_plan(0)) == ()


def test_a_fact_holds_all_that_is_known(store: Store) -> None:
    office(store, draft(row("1", coordinating=NV)))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        (one,) = views.occurrences(session)
        unit = registering.unit_by_code(session, "VP")
    task = replace(TASK, title="Ban hành Kế hoạch truyền thông", coordinating_text=NV)
    task = replace(task, plan=replace(TASK.plan, title="Tuyên truyền CCHC năm 2023"))
    assert one == OccurrenceFact(
        one.id,
        replace(task, id=one.task.id, plan=replace(task.plan, id=one.task.plan.id)),
        views.unit_fact(unit),
        "1",
        Ladder.DATED,
        date(2023, 1, 1),
        date(2023, 1, 11),
        DUE,
        DUE,
        State.OPEN,
        None,
        None,
    )


def test_a_seat_is_a_unit_in_a_role(store: Store) -> None:
    office(store, draft(row()))
    join(store, "NV", "1")
    join(store, "NV", "1", role=Role.COORDINATOR)
    with store.transaction() as session:
        addresses = session.exec(select(Address)).all()
        unit = views.unit_fact(registering.unit_by_code(session, "NV"))
        assert seating.seats(session, addresses) == tuple(
            Seat(address.id or 0, unit, role)
            for address, role in zip(addresses, (Role.OFFICER, Role.COORDINATOR), strict=True)
        )
        assert seating.seats(session, []) == ()
