"""What becomes known after the opening is still told: units that come to a task, and a task that was waited for."""

from datetime import date

from sqlmodel import col, select

from data.kinds import Audience, Part
from data.model import Reminder, Unit
from data.people import registering
from data.plans import settling
from data.record import Actor
from data.store import Store
from data.work import reporting
from data.workdays import workdays
from tests.building import ScriptedChat, amend, at, draft, join, office, owed, row, run, send_all

OTHERS = "Phòng Nội vụ"


def told(store: Store, audience: Audience) -> list[tuple[date, str, str]]:
    """The Reminders to an audience: day, unit, rung."""
    with store.transaction() as session:
        rows = session.exec(
            select(Reminder, Unit.code)
            .join(Unit, col(Unit.id) == Reminder.unit_id)
            .where(Reminder.audience == audience)
            .order_by(col(Reminder.day), col(Reminder.id))
        )
        return [(reminder.day, code, reminder.rung) for reminder, code in rows]


def test_an_amended_plan_tells_the_unit_that_it_has_support_a_task(store: Store) -> None:
    plan = draft(row("1", coordinating=OTHERS))
    office(store, plan)
    run(store, at("2023-01-11 07:30"))
    amend(store, draft(row("1", coordinating=f"{OTHERS}, Phòng Kinh tế")), at("2023-01-12 09:00"))
    for day in (12, 13, 16):
        run(store, at(f"2023-01-{day} 10:00"))
    assert told(store, Audience.COORDINATING_UNIT) == [
        (date(2023, 1, 11), "NV", "opening"),
        (date(2023, 1, 12), "KT", "opening"),
    ]


def test_a_unit_that_is_named_as_supporting_is_told_though_the_first_lead_has_reported(store: Store) -> None:
    plan = draft(row("1", lead="Văn phòng HĐND-UBND TP, Phòng Kinh tế"))
    office(store, plan)
    run(store, at("2023-01-11 07:30"))
    with store.transaction() as session:
        first = owed(session, "1")[0]
        reporting.confirm(session, first.id, Actor(), at("2023-01-12 08:00"))
        unit = registering.unit_by_code(session, "NV")
        settling.settle_units(session, first.task, Part.COORDINATING, [unit.id or 0], Actor(), at("2023-01-12 09:00"))
    run(store, at("2023-01-12 10:00"))
    run(store, at("2023-01-13 10:00"))
    assert told(store, Audience.COORDINATING_UNIT) == [(date(2023, 1, 12), "NV", "opening")]


def confirmed(store: Store, number: str, moment: str) -> None:
    """Every unit that owes the task reports it."""
    with store.transaction() as session:
        for fact in owed(session, number):
            reporting.confirm(session, fact.id, Actor(), at(moment))


def test_a_day_is_asked_for_again_when_what_the_task_waits_for_has_been_reported(store: Store) -> None:
    office(store)
    run(store, at("2023-01-11 07:30"))
    confirmed(store, "10", "2023-01-17 10:30")
    for day in ("2023-01-17", "2023-01-18", "2023-01-19"):
        run(store, at(f"{day} 11:00"))
    asked = [(day, code) for day, code, _ in told(store, Audience.COORDINATOR) if code == "VP"]
    assert asked == [(date(2023, 1, 11), "VP"), (date(2023, 1, 18), "VP")]


def test_what_is_taken_back_before_the_next_morning_is_still_waited_for(store: Store) -> None:
    office(store)
    run(store, at("2023-01-11 07:30"))
    confirmed(store, "10", "2023-01-17 10:30")
    with store.transaction() as session:
        reporting.take_back(session, owed(session, "10")[0].id, Actor(), at("2023-01-17 15:00"))
    run(store, at("2023-01-18 07:30"))
    assert [day for day, code, _ in told(store, Audience.COORDINATOR) if code == "VP"] == [date(2023, 1, 11)]


def test_a_day_that_has_been_set_is_not_asked_for_again(store: Store) -> None:
    office(store)
    run(store, at("2023-01-11 07:30"))
    with store.transaction() as session:
        task = owed(session, "11")[0].task
        settling.set_day(session, task, date(2023, 6, 30), Actor(), now=at("2023-01-16 09:00"), workdays=workdays())
    confirmed(store, "10", "2023-01-17 10:30")
    run(store, at("2023-01-18 07:30"))
    assert [day for day, code, _ in told(store, Audience.COORDINATOR) if code == "VP"] == [date(2023, 1, 11)]


async def test_what_is_owed_by_periods_is_told_with_the_opening_of_their_plan_alone(store: Store) -> None:
    standing = row("2", "Thường xuyên", lead=OTHERS, title="Cải cách hành chính")
    monthly = row("4", "Hằng tháng", lead=OTHERS, title="Cập nhật chuyên trang")
    office(store, draft(row("1", coordinating=OTHERS), standing, monthly))
    join(store, "NV")
    channel = ScriptedChat()
    said = {}
    for day in ("2023-01-11", "2023-01-12"):
        run(store, at(f"{day} 07:30"))
        await send_all(store, channel, at(f"{day} 07:30"))
        said[day] = [line for _, words in channel.take() for line in words.splitlines() if line.startswith("•")]
        more = row("3", "Tháng 06/2023", coordinating=OTHERS, title="Tổ chức hội thi")
        amend(store, draft(row("1", coordinating=OTHERS), standing, monthly, more), at(f"{day} 09:00"))
    first = "• Việc 1: Ban hành Kế hoạch truyền thông (chủ trì: Văn phòng HĐND-UBND thành phố; thời hạn: Tháng 01/2023)"
    later = "• Việc 3: Tổ chức hội thi (chủ trì: Văn phòng HĐND-UBND thành phố; thời hạn: Tháng 06/2023)"
    regular = "• Việc 4: Cập nhật chuyên trang (Hằng tháng; kỳ đầu đến hết ngày 31/01/2023)"
    assert said == {"2023-01-11": ["• Việc 2: Cải cách hành chính", regular, first], "2023-01-12": [later]}
