"""Figures counted by the database are those of the facts, whatever has become of the work."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlmodel import select

from data import views
from data.facts import OccurrenceFact, Tally, TaskFact
from data.kinds import Closing, State
from data.model import Confirmation, Occurrence
from data.occurrences import report_on
from data.period import quarter
from data.store import Store
from data.views import figures, running
from tests.building import CALENDAR, SWITCHED_ON, draft, office, row, run

TODAY = date(2023, 5, 4)
ZONE = "Asia/Ho_Chi_Minh"
CLOSINGS = (Closing.UNREPORTED, Closing.WITHDRAWN, Closing.NOT_COUNTED)


def befall(one: Occurrence, chance: Random) -> Confirmation | None:
    """Something or other becomes of an Occurrence; gives the report that was made of it."""
    one.state = chance.choice(list(State)[:4])
    one.closing = chance.choice(CLOSINGS) if one.state is State.CLOSED else None
    if one.due_on and chance.random() < 0.3:
        one.due_on += timedelta(days=chance.randrange(40))
    if one.state not in {State.DONE, State.ACCEPTED} and chance.random() < 0.7:
        return None
    day = (one.due_on or TODAY) + timedelta(days=chance.randrange(-4, 5))
    report = Confirmation(occurrence_id=one.id or 0, at=datetime(day.year, day.month, day.day, 16, 59, tzinfo=UTC))
    report.at += timedelta(minutes=chance.randrange(3))
    if one.state in {State.DONE, State.ACCEPTED}:
        report_on(one, report.at, ZONE)
        one.lapsed = one.state is State.ACCEPTED and chance.random() < 0.5
    return report


def tallies(facts: tuple[OccurrenceFact, ...], counts: Callable[[OccurrenceFact], bool]) -> dict[TaskFact, Tally]:
    among = [fact for fact in facts if counts(fact)]
    return {
        task: views.tally([fact for fact in among if fact.task == task], TODAY, CALENDAR)
        for task in dict.fromkeys(fact.task for fact in among)
    }


@pytest.mark.parametrize("seed", range(8))
def test_what_is_counted_is_what_the_facts_say(store: Store, seed: int) -> None:
    leads = "Văn phòng HĐND-UBND TP, Phòng Nội vụ, Phòng Kinh tế"
    times = ("Thường xuyên", "Quý I, Quý II, Quý III", "Tháng 4/2023", "Hàng tháng", "Năm 2023", "")
    office(store, draft(*(row(str(number), time, lead=leads) for number, time in enumerate(times, 1))))
    for months in range(12):
        run(store, SWITCHED_ON + timedelta(days=31 * months))
    chance = Random(seed)
    with store.transaction() as session:
        session.add_all(filter(None, [befall(one, chance) for one in session.exec(select(Occurrence)).all()]))
    second = quarter(2023, 2)
    with store.snapshot() as session:
        (plan,) = views.plans(session)
        facts = views.occurrences(session)
        assert figures.by_task(session, plan, TODAY, CALENDAR) == tallies(facts, lambda _: True)
        begun = (figures.due_in(second), ~figures.is_ahead(TODAY))
        assert figures.by_task(session, plan, TODAY, CALENDAR, *begun) == tallies(
            facts,
            lambda fact: (fact.plan_due_on or fact.due_on or date.max) in second and not running.is_ahead(fact, TODAY),
        )
        ahead = views.occurrences(session, figures.is_ahead(TODAY))
        assert ahead == tuple(fact for fact in facts if running.is_ahead(fact, TODAY))
