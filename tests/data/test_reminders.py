"""What the rules of nagging get to know, once its time has come."""

from datetime import date

from sqlmodel import select

from data import reminders
from data.facts import OccurrenceForReminding
from data.kinds import Ladder, State
from data.model import Occurrence, Reminder
from data.people import registering
from data.record import Actor
from data.store import Store
from data.work import reporting
from tests.building import SWITCHED_ON, amend, at, draft, office, owed, row, run

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"
DUE = date(2023, 1, 31)


def due(store: Store, limit: int = 10) -> list[OccurrenceForReminding]:
    with store.transaction() as session:
        return [each for each, _ in reminders.due(session, at("2023-01-16 08:00"), limit)]


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
        ids = {unit.code: unit.id or 0 for unit in registering.single_units(session)}
        mine = owed(session, "1", "NV")[0]
        reporting.confirm(session, mine.id, Actor(), at("2023-01-15 06:00"))
    first, second = due(store)
    start, opening = date(2023, 1, 1), date(2023, 1, 11)
    assert first == OccurrenceForReminding(
        first.id, Ladder.DATED, start, opening, DUE, State.OPEN, ids["VP"], (), opening, None
    )
    # It was still the day before in UTC: the day is the office's.
    assert second == OccurrenceForReminding(
        second.id, Ladder.DATED, start, opening, DUE, State.DONE, ids["NV"], (), opening, date(2023, 1, 15)
    )
    assert due(store, limit=1) == [first]


def test_only_units_that_have_not_been_told_are_to_be_told(store: Store) -> None:
    office(store, draft(row("1", lead=VP, coordinating=NV)))
    run(store, SWITCHED_ON)
    assert due(store) == []
    amend(store, draft(row("1", lead=VP, coordinating=f"{NV}, {KT}")), at("2023-01-13 09:00"))
    with store.transaction() as session:
        added = registering.unit_by_code(session, "KT").id
    assert [fact.coordinating for fact in due(store)] == [(added,)]


def test_coordinating_units_hear_though_the_first_periods_ended_before_the_switch_on(store: Store) -> None:
    office(store, draft(row("1", "Hàng tháng", coordinating=KT)), at("2023-03-08 07:30"))
    run(store, at("2023-03-08 07:30"))
    with store.transaction() as session:
        told = session.exec(
            select(Reminder.rung, Occurrence.key)
            .join(Occurrence)
            .where(Reminder.unit_id == registering.unit_by_code(session, "KT").id)
        ).all()
    assert told == [("opening", "2023-03")]
