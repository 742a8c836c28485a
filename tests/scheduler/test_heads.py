"""A unit's head hears of the unit's own lateness from the third working day on, and of nothing else."""

from datetime import date

import pytest

from data.facts import OccurrenceForReminding
from data.kinds import Audience, Ladder, Role, State
from data.record import Actor
from data.store import Store
from data.work import reporting
from scheduler.rehearsal import rehearse
from scheduler.reminding import Said, decide
from tests.building import (
    CALENDAR,
    COMPOSER,
    POLICY,
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
)

KT = "Phòng Kinh tế"
LATE = ["2023-01-11", "2023-01-31", "2023-02-01", "2023-02-02", "2023-02-03", "2023-02-06", "2023-02-07"]


def late_fact(ladder: Ladder, *, has_head: bool = True) -> OccurrenceForReminding:
    due = date(2023, 3, 14)
    return OccurrenceForReminding(
        1, ladder, due, due, due, State.OPEN, unit_id=10, heard_on=date(2023, 3, 16), has_head=has_head
    )


@pytest.mark.parametrize(
    ("ladder", "day", "rungs"),
    [
        (Ladder.DATED, date(2023, 3, 16), []),
        (Ladder.DATED, date(2023, 3, 17), ["+3"]),
        (Ladder.QUARTER, date(2023, 3, 20), ["weekly"]),
        (Ladder.RECURRING, date(2023, 6, 1), ["monthly"]),
        (Ladder.STANDING, date(2023, 3, 17), ["+3"]),
        (Ladder.WEEKLY, date(2023, 3, 17), []),
    ],
)
def test_the_rungs_that_a_head_hears(ladder: Ladder, day: date, rungs: list[str]) -> None:
    said = decide(late_fact(ladder), day, CALENDAR, POLICY).reminders
    assert [one for one in said if one.audience is Audience.HEAD] == [Said(rung, Audience.HEAD, 10) for rung in rungs]


def test_without_a_head_nothing_is_decided_for_one() -> None:
    said = decide(late_fact(Ladder.DATED, has_head=False), date(2023, 3, 17), CALENDAR, POLICY).reminders
    assert said == (Said("+3", Audience.UNIT, 10),)


async def test_a_head_hears_from_the_third_day_on_and_only_of_the_own_unit(store: Store) -> None:
    office(store, draft(row("1"), row("2", lead=KT)))
    join(store, "VP", "chief", role=Role.HEAD)
    join(store, "VP", "officer")
    chat = ScriptedChat()
    heard = await morning(store, chat, LATE)
    assert [day for day, chats in heard.items() if "chief" in chats] == ["2023-02-03", "2023-02-06"]


async def test_the_words_a_head_hears(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Thường xuyên"), row("3", lead=KT)))
    join(store, "VP", "chief", role=Role.HEAD)
    chat = ScriptedChat()
    for day in ("2023-01-11", "2023-01-31"):
        run(store, at(f"{day} 07:30"))
    run(store, at("2023-03-20 07:30"))
    await send_all(store, chat, at("2023-03-20 07:30"))
    assert [words for chat_id, words in chat.take() if chat_id == "chief"] == [
        """\
QUÁ HẠN 34 ngày: việc 1 (hạn 31/01); chưa báo quý I, việc 2
Kính gửi: Đồng chí thủ trưởng Văn phòng HĐND-UBND thành phố
Theo dõi việc thực hiện Kế hoạch số 06/KH-UBND, đến nay đơn vị có việc quá hạn chưa báo kết quả. \
Đề nghị đồng chí chỉ đạo thực hiện:
• Việc 1: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 34 ngày làm việc)

Đến nay đơn vị chưa báo kết quả quý I (kỳ báo đã kết thúc ngày 14/03/2023; nhận báo bổ sung đến hết ngày 21/03). \
Đề nghị đồng chí chỉ đạo thực hiện:
• Việc 2: Ban hành Kế hoạch truyền thông

Xem: con lai
Trân trọng."""
    ]


async def test_what_was_reported_in_time_is_not_told(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP", "chief", role=Role.HEAD)
    run(store, at("2023-02-03 07:30"))
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), at("2023-02-03 07:31"))
    chat = ScriptedChat()
    await send_all(store, chat, at("2023-02-03 07:32"))
    assert chat.take() == []


async def test_a_chat_that_is_officer_and_head_gets_one_message_with_sections(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP", "both")
    join(store, "VP", "both", role=Role.HEAD)
    chat = ScriptedChat()
    await morning(store, chat, LATE[:-3])
    chat.take()
    run(store, at("2023-02-03 07:30"))
    await send_all(store, chat, at("2023-02-03 07:30"))
    ((_, words),) = chat.take()
    assert [line for line in words.splitlines() if line.startswith(("Kính gửi", "QUÁ HẠN", "Trân trọng"))] == [
        "QUÁ HẠN 3 ngày: việc 1 (hạn 31/01)",
        "Kính gửi: Văn phòng HĐND-UBND thành phố",
        "Kính gửi: Đồng chí thủ trưởng Văn phòng HĐND-UBND thành phố",
        "Trân trọng.",
    ]


async def test_the_head_and_the_deputy_hear_the_same(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP", "chief", role=Role.HEAD)
    join(store, "VP", "deputy", role=Role.HEAD)
    heard = await morning(store, ScriptedChat(), LATE)
    assert {day: chats for day, chats in heard.items() if chats} == {
        "2023-02-03": ["chief", "deputy"],
        "2023-02-06": ["chief", "deputy"],
    }


def test_a_head_that_has_joined_is_rehearsed(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP", "chief", role=Role.HEAD)
    said = [
        (str(each.at.date()), each.tasks)
        for each in rehearse(store, COMPOSER, date(2023, 1, 11), date(2023, 2, 6))
        if [seat.role for seat in each.seats] == [Role.HEAD]
    ]
    assert said == [("2023-02-03", ("1",)), ("2023-02-06", ("1",))]
