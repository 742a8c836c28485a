"""Opening, deciding and putting: who hears what on which morning, told as stories."""

from datetime import date, datetime, timedelta

from sqlmodel import col, select

from data import views
from data.kinds import Closing, MessageState, Role, State
from data.model import Message, Occurrence, Reminder, Unit
from data.record import Actor
from data.store import Store
from data.views.questions import open_questions
from data.work import reporting
from tests.building import (
    BOSS,
    CALENDAR,
    SWITCHED_ON,
    ScriptedChat,
    amend,
    at,
    draft,
    dump,
    join,
    join_everybody,
    morning,
    office,
    owed,
    row,
    run,
    send_all,
)

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"


def said(store: Store, since: str = "2023-01-11") -> list[str]:
    """Every Reminder from a day on: day, unit, audience and rung."""
    with store.transaction() as session:
        rows = session.exec(
            select(Reminder, Unit.code)
            .join(Unit)
            .where(col(Reminder.day) >= date.fromisoformat(since))
            .order_by(col(Reminder.day), col(Reminder.id))
        )
        return [f"{each.day} {code} {each.audience} {each.rung}" for each, code in rows]


def states(store: Store, number: str) -> list[tuple[str, State, Closing | None]]:
    with store.transaction() as session:
        return [(fact.key, fact.state, fact.closing) for fact in owed(session, number)]


def outbox(store: Store) -> int:
    """How many Messages there are."""
    with store.transaction() as session:
        return len(session.exec(select(Message)).all())


def report(store: Store, number: str, now: datetime, key: str = "1") -> None:
    with store.transaction() as session:
        (fact,) = [each for each in owed(session, number) if each.key == key]
        reporting.confirm(session, fact.id, Actor(), now)


def working_days(first: str, last: str) -> list[str]:
    start = date.fromisoformat(first)
    days = (start + timedelta(days=n) for n in range((date.fromisoformat(last) - start).days + 1))
    return [str(day) for day in days if CALENDAR.is_working(day)]


def listed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.strip().splitlines()]


def test_a_plan_is_opened_when_it_is_switched_on(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Thường xuyên"), row("3", ""), row("4", "Tháng 6, 12")))
    run(store, at("2023-01-11 05:00"))
    with store.transaction() as session:
        opened = [(fact.task.number, fact.key, fact.ladder, str(fact.due_on)) for fact in views.occurrences(session)]
    assert opened == [
        ("1", "1", "dated", "2023-01-31"),
        ("2", "2023-Q1", "standing", "2023-03-14"),
        ("3", "1", "unspecified", "None"),
        ("4", "1", "dated", "2023-06-30"),
        ("4", "2", "dated", "2023-12-31"),
    ]
    assert (said(store), outbox(store)) == ([], 0)


def test_each_audience_hears_of_the_opening_once(store: Store) -> None:
    office(store, draft(row("1", lead=f"{VP}, {NV}", coordinating=KT), row("2", "", coordinating=KT)))
    run(store, SWITCHED_ON)
    assert said(store) == listed("""
        2023-01-11 VP unit opening
        2023-01-11 KT coordinating_unit opening
        2023-01-11 NV unit opening
        2023-01-11 VP unit ask
        2023-01-11 KT coordinating_unit opening
        2023-01-11 VP coordinator ask
    """)


async def test_a_chat_hears_one_digest_a_slot_however_much_there_is_to_say(store: Store) -> None:
    office(store, draft(*(row(str(n), title=f"Công việc {n}.") for n in range(1, 6))))
    join(store, "VP")
    run(store, SWITCHED_ON)
    assert outbox(store) == 1
    chat = ScriptedChat()
    await send_all(store, chat, SWITCHED_ON)
    ((_, words),) = chat.take()
    assert [f"Công việc {n}" in words for n in range(1, 6)] == [True] * 5


async def test_a_chat_in_two_roles_hears_one_message(store: Store) -> None:
    office(store, draft(row("1", "", lead=NV, title="Tập huấn"), row("2", lead=VP, title="Kế hoạch truyền thông")))
    for code, role in (("NV", Role.OFFICER), ("NV", Role.COORDINATOR), ("VP", Role.OFFICER)):
        join(store, code, "1", role=role)
    run(store, SWITCHED_ON)
    chat = ScriptedChat()
    await send_all(store, chat, SWITCHED_ON)
    ((_, words),) = chat.take()
    assert (words.count("Tập huấn"), words.count("Kế hoạch truyền thông")) == (2, 1)


def test_a_second_tick_puts_nothing(store: Store) -> None:
    office(store, draft(row("1", coordinating=NV), row("2", "", lead=NV)))
    join_everybody(store)
    run(store, SWITCHED_ON)
    before = dump(store)
    for moment in ("2023-01-11 07:30", "2023-01-11 07:31", "2023-01-11 17:59"):
        run(store, at(moment))
    assert dump(store) == before


def test_nothing_is_said_outside_the_slot_or_on_days_off(store: Store) -> None:
    office(store, draft(row("1"), row("2", "")), at("2023-01-11 20:00"))
    join_everybody(store)
    saturday, tet = "2023-01-14 09:00", "2023-01-23 09:00"
    for moment in ("2023-01-12 07:29", "2023-01-12 18:00", "2023-01-12 23:59", saturday, tet):
        run(store, at(moment))
    assert (said(store), outbox(store)) == ([], 0)


async def test_an_office_switched_on_in_the_evening_hears_in_the_morning(store: Store) -> None:
    office(store, draft(row()), at("2023-01-13 19:00"))
    join(store, "VP")
    run(store, at("2023-01-13 19:00"))
    chat = ScriptedChat()
    assert await morning(store, chat, ["2023-01-14", "2023-01-15", "2023-01-16"]) == {
        "2023-01-14": [],
        "2023-01-15": [],
        "2023-01-16": ["VP"],
    }


async def test_a_task_is_reminded_of_on_the_rungs_of_its_ladder(store: Store) -> None:
    office(store, draft(row()))
    join(store, "VP")
    heard = await morning(store, ScriptedChat(), working_days("2023-01-11", "2023-02-14"))
    assert [day for day, chats in heard.items() if chats] == listed("""
        2023-01-11
        2023-01-17
        2023-01-27
        2023-01-31
        2023-02-01
        2023-02-03
        2023-02-06
        2023-02-13
    """)


async def test_a_week_of_downtime_yields_one_catch_up(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Ngày 20/01/2023")))
    join(store, "VP")
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-11"])
    # Down from the 12th to the 30th, over Tết: rungs -5 and -2 of both fell in it.
    now = at("2023-01-30 14:12")
    run(store, now)
    await send_all(store, chat, now)
    assert chat.heard() == ["VP"]
    assert said(store, "2023-01-12") == ["2023-01-30 VP unit +1", "2023-01-30 VP unit -2"]
    assert await morning(store, chat, ["2023-01-31"]) == {"2023-01-31": ["VP"]}


async def test_a_unit_without_a_chat_hears_in_the_first_digest_after_joining(store: Store) -> None:
    office(store, draft(row("1", title="Kế hoạch truyền thông"), row("2", "Ngày 20/02/2023", title="Tập huấn")))
    chat = ScriptedChat()
    quiet = await morning(store, chat, working_days("2023-01-11", "2023-01-30"))
    assert set(map(tuple, quiet.values())) == {()}
    join(store, "VP", now=at("2023-01-30 18:30"))
    run(store, at("2023-01-30 18:30"))
    assert outbox(store) == 0
    run(store, at("2023-01-31 07:30"))
    await send_all(store, chat, at("2023-01-31 07:30"))
    ((to, words),) = chat.take()
    assert to == "VP"
    # Three Reminders of the first task have waited; it is one line all the same.
    assert (words.count("Kế hoạch truyền thông"), words.count("Tập huấn")) == (1, 1)
    assert await morning(store, chat, ["2023-02-01"]) == {"2023-02-01": ["VP"]}


async def test_who_joins_within_the_slot_hears_at_once(store: Store) -> None:
    office(store, draft(row()))
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-11"])
    now = at("2023-01-11 10:00")
    join(store, "VP", now=now)
    run(store, now)
    await send_all(store, chat, now)
    assert chat.heard() == ["VP"]


async def test_what_comes_up_after_the_digest_waits_for_the_next_one(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP")
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-11"])
    amend(store, draft(row("1"), row("2", "Ngày 28/02/2023")), at("2023-01-11 09:00"))
    run(store, at("2023-01-11 09:00"))
    await send_all(store, chat, at("2023-01-11 09:00"))
    assert chat.heard() == []
    assert await morning(store, chat, ["2023-01-12", "2023-01-13"]) == {"2023-01-12": ["VP"], "2023-01-13": []}


async def test_coordinating_units_hear_once(store: Store) -> None:
    office(store, draft(row("1", coordinating=f"{NV}, {KT}"), row("2", "Hàng tháng", coordinating=KT)))
    for code in ("VP", "NV", "KT"):
        join(store, code)
    heard = await morning(store, ScriptedChat(), working_days("2023-01-11", "2023-03-31"))
    assert [(day, chats) for day, chats in heard.items() if set(chats) - {"VP"}] == [("2023-01-11", ["KT", "NV", "VP"])]


def test_a_check_in_closes_after_its_grace_and_the_next_one_opens_at_its_start(store: Store) -> None:
    office(store, draft(row("1", "Thường xuyên")))
    for day in working_days("2023-01-11", "2023-03-22"):
        run(store, at(f"{day} 07:30"))
        if day == "2023-03-21":
            assert states(store, "1") == [("2023-Q1", State.OPEN, None), ("2023-Q2", State.OPEN, None)]
    assert said(store) == listed("""
        2023-03-07 VP unit -5
        2023-03-14 VP unit 0
        2023-03-17 VP unit +3
    """)
    assert states(store, "1") == [
        ("2023-Q1", State.CLOSED, Closing.UNREPORTED),
        ("2023-Q2", State.OPEN, None),
    ]


def test_periods_open_at_their_start_and_the_duty_ends_with_the_year(store: Store) -> None:
    office(store, draft(row("1", "Hàng quý"), row("2", "Thường xuyên")))
    opened: dict[str, list[str]] = {}
    for day in ("2023-01-11", "2023-03-14", "2023-03-15", "2023-04-01", "2023-12-14", "2023-12-15", "2024-03-01"):
        run(store, at(f"{day} 00:01"))
        opened[day] = [key for number in ("1", "2") for key, *_ in states(store, number)]
    assert opened == {
        "2023-01-11": ["2023-Q1", "2023-Q1"],
        "2023-03-14": ["2023-Q1", "2023-Q1"],
        "2023-03-15": ["2023-Q1", "2023-Q1", "2023-Q2"],
        "2023-04-01": ["2023-Q1", "2023-Q2", "2023-Q1", "2023-Q2"],
        "2023-12-14": ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"],
        "2023-12-15": ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"],
        "2024-03-01": ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"],
    }


def test_a_report_is_accepted_by_itself_in_time(store: Store) -> None:
    office(store, draft(row()))
    run(store, SWITCHED_ON)
    report(store, "1", at("2023-01-12 09:00"))
    for day in working_days("2023-01-12", "2023-02-02"):
        run(store, at(f"{day} 07:30"))
    assert states(store, "1") == [("1", State.DONE, None)]
    run(store, at("2023-02-03 07:30"))
    assert states(store, "1") == [("1", State.ACCEPTED, None)]
    assert said(store, "2023-01-12") == []
    with store.transaction() as session:
        assert session.exec(select(Occurrence.remind_at)).all() == [None]


async def test_what_fell_due_before_the_switch_on_is_asked_of_noi_vu_once_and_not_nagged_about(store: Store) -> None:
    now = at("2023-03-08 07:30")
    office(store, draft(row("1", lead=f"{VP}, {NV}"), row("2", "Hàng tháng")), now)
    for code in ("VP", "NV"):
        join(store, code, now=now)
    chat = ScriptedChat()
    heard = await morning(store, chat, working_days("2023-03-08", "2023-03-24"))
    assert [day for day, chats in heard.items() if chats] == ["2023-03-24"]
    assert said(store) == ["2023-03-24 VP unit -5"]  # of March
    with store.transaction() as session:
        asked = [
            (each.task.number if each.task else None, each.fields["due"])
            for each in open_questions(session, now.date())
            if each.code == "past-due"
        ]
    assert asked == [("1", "2023-01-31"), ("2", "2023-01-31"), ("2", "2023-02-28")]
    assert states(store, "1") == [("1", State.CLOSED, Closing.NOT_COUNTED)] * 2


async def test_an_undone_report_is_reminded_of_again_but_not_twice_the_same_day(store: Store) -> None:
    office(store, draft(row()))
    join(store, "VP")
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-11", "2023-01-31"])
    report(store, "1", at("2023-01-31 09:00"))
    with store.transaction() as session:
        reporting.take_back(session, owed(session, "1")[0].id, Actor(), at("2023-01-31 10:00"))
    now = at("2023-01-31 10:01")
    run(store, now)
    await send_all(store, chat, now)
    assert chat.heard() == []
    assert await morning(store, chat, ["2023-02-01"]) == {"2023-02-01": ["VP"]}


async def test_noi_vu_hears_when_there_is_something_and_on_mondays(store: Store) -> None:
    office(store, draft(row("1", "Ngày 18/01/2023")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    chat = ScriptedChat()
    days = ["2023-01-11", "2023-01-12", "2023-01-16", "2023-01-17", "2023-01-18", "2023-01-19"]
    # Monday the 16th, and the 19th when it is overdue.
    assert await morning(store, chat, days) == {
        day: [BOSS] if day in ("2023-01-16", "2023-01-19") else [] for day in days
    }
    report(store, "1", at("2023-01-19 09:00"))
    assert await morning(store, chat, ["2023-01-20", "2023-01-27"]) == {"2023-01-20": [], "2023-01-27": [BOSS]}


async def test_noi_vu_is_asked_for_missing_days_when_it_joins_at_last_and_then_monthly(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn")))
    chat = ScriptedChat()
    await morning(store, chat, ["2023-01-11"])
    join(store, "NV", BOSS, role=Role.COORDINATOR, now=at("2023-01-12 09:00"))
    heard = await morning(store, chat, working_days("2023-01-13", "2023-03-02"))
    # 27 January is the first working day after Tết, and so of its week.
    weeks = {day for day in heard if date.fromisoformat(day).weekday() == 0} | {"2023-01-27"}
    assert {day for day, chats in heard.items() if chats} - weeks == {"2023-01-13", "2023-02-01", "2023-03-01"}


async def test_every_chat_of_noi_vu_hears_the_same(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn")))
    for chat_id in ("a", "b"):
        join(store, "NV", chat_id, role=Role.COORDINATOR)
    run(store, SWITCHED_ON)
    chat = ScriptedChat()
    await send_all(store, chat, SWITCHED_ON)
    assert sorted(to for to, _ in chat.sent) == ["a", "b"]
    assert len({words for _, words in chat.take()}) == 1


async def test_what_was_asked_on_a_day_without_a_server_is_asked_on_the_next(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    run(store, SWITCHED_ON)
    run(store, at("2023-01-11 18:00"))
    with store.transaction() as session:
        assert session.exec(select(Message.state)).all() == [MessageState.WITHDRAWN]
    run(store, at("2023-01-12 07:30"))
    chat = ScriptedChat()
    await send_all(store, chat, at("2023-01-12 07:30"))
    assert [(to, "Tập huấn" in words) for to, words in chat.take()] == [(BOSS, True)]


async def test_a_day_that_was_set_meanwhile_is_not_asked_for(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        occurrence = session.exec(select(Occurrence)).one()
        occurrence.due_on, occurrence.remind_at = date(2023, 3, 31), SWITCHED_ON
        session.add(occurrence)
    chat = ScriptedChat()
    await send_all(store, chat, SWITCHED_ON)
    assert chat.heard() == []
