"""What goes to a successor and what stays: open work moves with its reminders, reports keep their unit."""

from datetime import datetime

import pytest
from sqlmodel import col, select

from data.kinds import Part, State
from data.model import Assignment, Change, Reminder, Task, Unit
from data.office import handing_over
from data.office.handing_over import Handover
from data.people import registering
from data.plans import importing
from data.plans.drafts import PlanDraft
from data.record import Actor
from data.refusals import HandedOver, SameUnit
from data.store import Session, Store
from data.work import reporting
from tests.building import ScriptedChat, at, draft, join, morning, office, owed, row, run, send_all

QT, LL, NV = "UBND phường Quang Trung", "UBND phường Lê Lợi", "Phòng Nội vụ"
THEN = at("2023-01-20 09:00")


def hand_over(store: Store, unit: str, successor: str, now: datetime = THEN) -> Handover:
    with store.transaction() as session:
        return handing_over.hand_over(session, [named(session, unit)], named(session, successor), Actor(), now)


def named(session: Session, name: str) -> Unit:
    return registering.units_named(session, name, former=True)[0]


def parts(store: Store, number: str = "1") -> dict[str, Part]:
    """Who has which part in a task, by code."""
    with store.transaction() as session:
        rows = session.exec(
            select(Unit.code, Assignment.part)
            .join(Assignment, col(Assignment.unit_id) == Unit.id)
            .join(Task, col(Task.id) == Assignment.task_id)
            .where(Task.number == number)
        )
        return {code: Part(part) for code, part in rows}


def shares(store: Store, number: str = "1") -> list[tuple[str, str, State]]:
    with store.transaction() as session:
        return [(fact.unit.code, fact.key, fact.state) for fact in owed(session, number)]


def started(store: Store, plan: PlanDraft) -> None:
    """A plan on since 11 January, everything opened, with the successor's unit known."""
    office(store, plan)
    run(store, at("2023-01-11 07:30"))


def test_what_the_successor_does_not_lead_moves_as_it_is(store: Store) -> None:
    started(store, draft(row("1", lead=QT), row("2", lead=LL)))
    with store.transaction() as session:
        before = [fact.id for fact in owed(session, "1")]
    assert hand_over(store, QT, LL) == Handover(moved=1, merged=0, supported=0, tasks=1)
    assert parts(store) == {"P-QT": Part.FORMER, "P-LL": Part.LEAD}
    with store.transaction() as session:
        assert [(fact.id, fact.unit.code, fact.state) for fact in owed(session, "1")] == [
            (before[0], "P-LL", State.OPEN)
        ]


def test_what_both_lead_is_owed_once(store: Store) -> None:
    started(store, draft(row("1", lead=f"{QT}; {LL}")))
    assert hand_over(store, QT, LL) == Handover(moved=0, merged=1, supported=0, tasks=1)
    assert shares(store) == [("P-LL", "1", State.OPEN), ("P-QT", "1", State.CLOSED)]


def test_what_was_reported_stays_with_the_unit_and_is_not_asked_for_again(store: Store) -> None:
    started(store, draft(row("1", "Thường xuyên", lead=QT), row("2", lead=LL)))
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), THEN)
    assert hand_over(store, QT, LL) == Handover(moved=0, merged=0, supported=0, tasks=1, reported=1)
    run(store, at("2023-01-23 07:30"))
    run(store, at("2023-03-15 07:30"))
    assert shares(store) == [("P-LL", "2023-Q2", State.OPEN), ("P-QT", "2023-Q1", State.ACCEPTED)]


def test_support_moves_and_gives_way_to_the_lead(store: Store) -> None:
    started(
        store, draft(row("1", coordinating=QT), row("2", lead=LL, coordinating=QT), row("3", lead=QT, coordinating=LL))
    )
    assert hand_over(store, QT, LL) == Handover(moved=1, merged=0, supported=2, tasks=1)
    assert [parts(store, number).get("P-LL") for number in ("1", "2", "3")] == [
        Part.COORDINATING,
        Part.LEAD,
        Part.LEAD,
    ]
    assert {parts(store, number)["P-QT"] for number in ("1", "2", "3")} == {Part.FORMER}


async def test_what_nobody_has_heard_yet_is_said_to_the_successor(store: Store) -> None:
    started(store, draft(row("1", lead=QT), row("2", lead=LL)))
    join(store, "P-LL")
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-19", "2023-01-20"])
    hand_over(store, QT, LL)
    run(store, at("2023-01-27 07:30"))
    await send_all(store, chat, at("2023-01-27 07:30"))
    ((chat_id, words),) = chat.take()
    assert (chat_id, "Việc 1:" in words, "Việc 2:" in words) == ("P-LL", True, True)
    with store.transaction() as session:
        waiting = session.exec(select(Reminder).where(col(Reminder.message_id).is_(None))).all()
        assert [each.rung for each in waiting] == []


def test_importing_the_plan_again_asks_the_successor(store: Store) -> None:
    plan = draft(row("1", lead=QT), row("2", lead=LL, coordinating=QT))
    started(store, plan)
    hand_over(store, QT, LL)
    with store.transaction() as session:
        assert importing.compare(session, plan).kept == ("1", "2")
    later = draft(row("1", "Tháng 02/2023", lead=QT), row("2", lead=LL, coordinating=QT))
    with store.transaction() as session:
        importing.save(session, later, at("2023-01-21 09:00"), "Asia/Ho_Chi_Minh")
    run(store, at("2023-01-27 07:30"))
    assert parts(store) == {"P-QT": Part.FORMER, "P-LL": Part.LEAD}
    with store.transaction() as session:
        assert [(fact.unit.code, str(fact.due_on)) for fact in owed(session, "1")] == [("P-LL", "2023-02-28")]


def test_a_successor_may_have_a_successor(store: Store) -> None:
    started(store, draft(row("1", "Thường xuyên", lead=QT), row("2", lead=LL), row("3", lead=NV)))
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), THEN)
    hand_over(store, QT, LL)
    hand_over(store, LL, NV, at("2023-01-27 09:00"))
    run(store, at("2023-03-15 07:30"))
    assert shares(store) == [("NV", "2023-Q2", State.OPEN), ("P-QT", "2023-Q1", State.ACCEPTED)]


def test_who_cannot_hand_over_to_whom(store: Store) -> None:
    started(store, draft(row("1", lead=QT), row("2", lead=LL)))
    with pytest.raises(SameUnit):
        hand_over(store, QT, QT)
    hand_over(store, QT, LL)
    for unit, successor in ((QT, LL), (LL, QT)):
        with pytest.raises(HandedOver) as refused:
            hand_over(store, unit, successor)
        assert (refused.value.unit, refused.value.successor) == (QT, LL)


def test_it_is_on_the_record(store: Store) -> None:
    started(store, draft(row("1", lead=QT), row("2", lead=LL)))
    hand_over(store, QT, LL)
    with store.transaction() as session:
        changes = session.exec(select(Change).where(Change.action == "hand_over").order_by(col(Change.id))).all()
        units = {unit.code: unit.id for unit in session.exec(select(Unit))}
        assert [(one.subject, one.before, one.after) for one in changes] == [
            ("occurrence", {"unit": units["P-QT"]}, {"unit": units["P-LL"]}),
            ("unit", {}, {"successor": "P-LL", "moved": 1, "merged": 0}),
        ]
