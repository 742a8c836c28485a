"""A plan that was switched on by mistake goes as a whole: nothing is owed, nothing reminded; reports stay."""

import pytest
from sqlmodel import col, select

from data import occurrences, views
from data.kinds import Closing, MessageKind, MessageState, State
from data.model import Change, Confirmation, Message, Occurrence, Question, Task
from data.notices import ExtensionGranted
from data.office import taking_back
from data.office.taking_back import Extent
from data.plans import importing
from data.record import Actor
from data.store import Session, Store
from data.views.questions import open_questions
from data.work import reporting
from scheduler import notices, tick
from tests.building import (
    CALENDAR,
    POLICY,
    SWITCHED_ON,
    ScriptedChat,
    at,
    draft,
    join,
    morning,
    office,
    owed,
    row,
    run,
    send_all,
    the_plan,
)

THEN, AGAIN = at("2023-01-18 09:00"), at("2023-02-20 09:00")
PLAN = draft(
    row("1", "Tháng 01/2023"),
    row("2", "Thường xuyên", lead="Phòng Kinh tế", coordinating="Phòng Nội vụ"),
    row("3", "30/6/2023", lead="Phòng Kinh tế"),
    row("4", "", lead="Phòng Kinh tế", monitoring="Phòng Tư pháp"),
)


@pytest.fixture
def told(store: Store) -> Store:
    """An office of which one unit has reported."""
    office(store, PLAN)
    for code in ("VP", "NV", "KT"):
        join(store, code)
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        (fact,) = owed(session, "3")
        reporting.confirm(session, fact.id, Actor(), SWITCHED_ON, note="số 12/BC-KT")
    return store


def take_back(store: Store) -> Extent | None:
    with store.transaction() as session:
        return taking_back.take_back(session, views.plan_fact(the_plan(session)), Actor(), THEN)


def test_what_it_touches_is_counted_and_then_goes(told: Store) -> None:
    with told.snapshot() as session:
        before = taking_back.extent(session, views.plan_fact(the_plan(session)))
    gone = take_back(told)
    assert gone is not None
    assert gone == before
    assert [unit.code for unit in gone.units] == ["VP", "NV", "TUPHAP", "KT"]
    assert (gone.tasks, gone.owed, gone.reports) == (4, 3, 1)
    with told.snapshot() as session:
        plan = the_plan(session)
        assert views.plans(session) == ()
        assert views.occurrences(session, views.of_plan(plan.id or 0)) == ()
        assert open_questions(session, THEN.date()) == ()
        shares = [(row.state, row.closing) for row in existing(session, plan.id or 0)]
        (kept,) = session.exec(select(Confirmation))
        (line,) = session.exec(select(Change).where(Change.action == "take_back_plan"))
    assert shares == [
        (State.CLOSED, Closing.WITHDRAWN),
        (State.CLOSED, Closing.WITHDRAWN),
        (State.DONE, None),
        (State.CLOSED, Closing.WITHDRAWN),
    ]
    assert (kept.note, kept.withdrawn_at) == ("số 12/BC-KT", None)
    assert (line.subject, line.after) == ("plan", {"tasks": 4, "units": 4, "owed": 3, "reports": 1})


def existing(session: Session, plan_id: int) -> list[Occurrence]:
    found = occurrences.existing_occurrences(session, plan_id)
    return sorted((row for rows in found.values() for row in rows.values()), key=lambda row: row.id or 0)


async def test_nothing_of_it_is_reminded_any_more(told: Store) -> None:
    take_back(told)
    heard = await morning(told, ScriptedChat(), ("2023-01-31", "2023-03-07", "2023-03-14", "2023-06-30"))
    assert heard == {"2023-01-31": [], "2023-03-07": [], "2023-03-14": [], "2023-06-30": []}


def test_taken_back_twice_it_goes_once(told: Store) -> None:
    assert take_back(told) is not None
    assert take_back(told) is None


def test_imported_again_it_is_the_same_plan_and_what_was_reported_counts(told: Store) -> None:
    take_back(told)
    with told.transaction() as session:
        difference = importing.compare(session, PLAN)
        assert (difference.changed, difference.created, difference.withdraws_much) == (("1", "2", "3", "4"), (), False)
        tick.take_up(session, PLAN, "", Actor(), AGAIN, POLICY)
    with told.snapshot() as session:
        facts = views.occurrences(session, views.of_plan(the_plan(session).id or 0))
        asked = session.exec(
            select(Task.number, Question.fields)
            .join(Task, col(Task.id) == Question.task_id)
            .where(Question.code == "past-due", col(Question.answered_at).is_(None))
        ).all()
    assert [(fact.task.number, fact.closing or fact.state) for fact in facts] == [
        ("1", Closing.NOT_COUNTED),
        ("2", State.OPEN),
        ("3", State.DONE),
        ("4", State.OPEN),
    ]
    # What fell due while it was away is asked about, like all that fell due before a switch-on.
    assert asked == [("1", {"due": "2023-01-31"})]


async def test_a_notice_of_its_work_that_waits_says_nothing_any_more(told: Store) -> None:
    with told.transaction() as session:
        (fact,) = owed(session, "1")
        chats = notices.chats_of_units(session, [fact.unit.id])
        granted = ExtensionGranted((fact.id,), "CV 3/UBND", 1)
        assert notices.tell(session, chats, granted, now=THEN, policy=POLICY, workdays=CALENDAR) == 1
    take_back(told)
    chat = ScriptedChat()
    await send_all(told, chat, THEN)
    assert [text for _, text in chat.take() if "GIA HẠN" in text] == []
    with told.snapshot() as session:
        states = session.exec(select(Message.state).where(Message.kind == MessageKind.NOTICE)).all()
    assert states == [MessageState.WITHDRAWN]
