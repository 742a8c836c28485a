"""Reading the work: who owes what, how it stands, and what the rules of nagging get to know."""

from dataclasses import replace
from datetime import date

import pytest
from sqlmodel import select

from data import people, views, work
from data.deadline import read
from data.facts import OccurrenceFact, OccurrenceForReminding, PlanFact, Seat, Tally, TaskFact, UnitFact
from data.model import Address, Closing, Ladder, Occurrence, Part, Reminder, Role, State
from data.store import Store
from data.work import Actor
from tests.building import CALENDAR, SWITCHED_ON, at, draft, join, office, owed, row, run

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
    assert tally == Tally(done=1, accepted=1, waiting=1, overdue=1, unreported=2, undated=1, ahead=1)
    assert tally.total == 8


def test_what_is_owed_comes_in_the_order_of_plan_and_registry(store: Store) -> None:
    office(store, draft(row("2", lead=f"{KT}, {VP}"), row("10", "Thường xuyên", lead=NV), row("9", "Tháng 6, 12")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        everything = views.occurrences(session)
        assert brief(everything) == [("2", "VP"), ("2", "KT"), ("10", "NV"), ("9", "VP"), ("9", "VP")]
        assert [str(each.due_on) for each in everything[-2:]] == ["2023-06-30", "2023-12-31"]
        ids = {unit.code: unit.id or 0 for unit in people.single_units(session)}
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
        unit = people.unit_by_code(session, "VP")
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


def test_a_task_is_found_by_its_number_and_shows_who_has_which_part(store: Store) -> None:
    office(store, draft(row("I.1"), row("I.2", lead=NV, coordinating=f"{KT}, {VP}"), row("3", lead="Phòng VHTT")))
    with store.transaction() as session:
        (task,) = views.find_tasks(session, "i.2")
        assert views.find_tasks(session, "4") == ()
        ids = {unit.code: unit.id or 0 for unit in people.single_units(session)}
        assert [views.part_of(session, task.id, ids[code]) for code in ("NV", "VP", "VHTT")] == [
            Part.LEAD,
            Part.COORDINATING,
            None,
        ]
        assert [unit.code for unit in views.units_in(session, task.id, Part.COORDINATING)] == ["VP", "KT"]
        assert [each.number for each in views.coordinated_by(session, ids["VP"])] == ["I.2"]
        assert views.coordinated_by(session, ids["NV"]) == ()


def test_questions_are_those_asked_since(store: Store) -> None:
    office(store, draft(row("1", ""), row("2", coordinating="Các phòng, ban có liên quan")))
    with store.transaction() as session:
        asked = [(each.task.number if each.task else None, each.code) for each in views.open_questions(session)]
        later = views.open_questions(session, SWITCHED_ON)
    assert asked == [("1", "deadline.unspecified"), ("2", "agency.open")]
    assert later == ()


def test_a_seat_is_a_unit_in_a_role(store: Store) -> None:
    office(store, draft(row()))
    join(store, "NV", "1")
    join(store, "NV", "1", role=Role.COORDINATOR)
    with store.transaction() as session:
        addresses = session.exec(select(Address)).all()
        unit = views.unit_fact(people.unit_by_code(session, "NV"))
        assert views.seats(session, addresses) == tuple(
            Seat(address.id or 0, unit, role)
            for address, role in zip(addresses, (Role.OFFICER, Role.COORDINATOR), strict=True)
        )
        assert views.seats(session, []) == ()


def due(store: Store, limit: int = 10) -> list[OccurrenceForReminding]:
    with store.transaction() as session:
        return [each for each, _ in views.due_for_reminding(session, at("2023-01-16 08:00"), limit)]


def ring(store: Store) -> None:
    """Have the time of everything come."""
    with store.transaction() as session:
        for occurrence in session.exec(select(Occurrence)):
            occurrence.remind_at = SWITCHED_ON
            session.add(occurrence)


def test_the_rules_get_to_know_what_they_need(store: Store) -> None:
    office(store, draft(row("1", lead=f"{VP}, {NV}", coordinating=KT)))
    run(store, SWITCHED_ON)
    assert due(store) == []
    ring(store)
    with store.transaction() as session:
        ids = {unit.code: unit.id or 0 for unit in people.single_units(session)}
        mine = owed(session, "1", "NV")[0]
        work.confirm(session, mine.id, Actor(), at("2023-01-15 06:00"))
    first, second = due(store)
    start, opening = date(2023, 1, 1), date(2023, 1, 11)
    assert first == OccurrenceForReminding(
        first.id, Ladder.DATED, start, opening, DUE, State.OPEN, ids["VP"], (ids["KT"],), opening, None
    )
    # It was still the day before in UTC: the day is the office's.
    assert second == OccurrenceForReminding(
        second.id, Ladder.DATED, start, opening, DUE, State.DONE, ids["NV"], (), opening, date(2023, 1, 15)
    )
    assert due(store, limit=1) == [first]


def test_coordinating_units_hear_though_the_first_periods_ended_before_the_switch_on(store: Store) -> None:
    office(store, draft(row("1", "Hàng tháng", coordinating=KT)), at("2023-03-08 07:30"))
    run(store, at("2023-03-08 07:30"))
    with store.transaction() as session:
        told = session.exec(
            select(Reminder.rung, Occurrence.key)
            .join(Occurrence)
            .where(Reminder.unit_id == people.unit_by_code(session, "KT").id)
        ).all()
    assert told == [("opening", "2023-03")]
