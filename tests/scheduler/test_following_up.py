"""Who follows a task up hears that it is late from the third working day on, and of nothing else."""

from datetime import date

import pytest

from data.facts import OccurrenceForReminding
from data.kinds import Audience, Ladder, Part, State
from data.people import registering
from data.plans import settling
from data.record import Actor
from data.store import Store
from data.views import assigned
from data.work import reporting
from scheduler.reminding import Said, decide
from tests.building import (
    CALENDAR,
    POLICY,
    ScriptedChat,
    amend,
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

LATE = ["2023-01-11", "2023-01-31", "2023-02-01", "2023-02-02", "2023-02-03", "2023-02-06", "2023-02-07"]
KT, TP = "Phòng Kinh tế", "Phòng Tư pháp"


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
def test_the_rungs_that_a_following_unit_hears(ladder: Ladder, day: date, rungs: list[str]) -> None:
    due = date(2023, 3, 14)
    fact = OccurrenceForReminding(
        1, ladder, due, due, due, State.OPEN, unit_id=10, heard_on=date(2023, 3, 16), monitoring=(30,)
    )
    said = decide(fact, day, CALENDAR, POLICY).reminders
    assert [one for one in said if one.unit_id == 30] == [Said(rung, Audience.MONITORING_UNIT, 30) for rung in rungs]


async def test_it_hears_of_what_is_late_in_its_field_until_that_is_reported(store: Store) -> None:
    office(
        store,
        draft(
            row("1", monitoring=TP),
            row("2", lead=f"{KT}; Phòng Nội vụ", monitoring=TP),
            row("3", "Thường xuyên", lead=KT, monitoring=TP),
            row("4", lead=KT),
        ),
    )
    join(store, "TUPHAP")
    chat = ScriptedChat()
    heard = await morning(store, chat, LATE[:6])
    assert [day for day, chats in heard.items() if "TUPHAP" in chats] == ["2023-02-03", "2023-02-06"]
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), at("2023-02-06 09:00"))
    run(store, at("2023-03-17 07:30"))
    await send_all(store, chat, at("2023-03-17 07:30"))
    assert [words for chat_id, words in chat.take() if chat_id == "TUPHAP"] == [
        """\
NHẮC VIỆC: theo dõi, đôn đốc 2 việc
Kính gửi: Phòng Tư pháp
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị theo dõi, đôn đốc các việc sau đây, đến hạn chưa được báo kết quả:
• Việc 2: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 33 ngày làm việc)
  Chưa báo: Phòng Nội vụ, Phòng Kinh tế
• Việc 3, quý I: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03)
  Chưa báo: Phòng Kinh tế
Trân trọng."""
    ]


def parts(store: Store, number: str) -> dict[str, Part]:
    with store.snapshot() as session:
        return settling.parts_of(session, assigned.find_tasks(session, number)[0].id)


def test_whoever_leads_or_supports_a_task_does_not_follow_it_up(store: Store) -> None:
    office(store, draft(row("1", lead=KT, coordinating=TP, monitoring=f"{KT}; {TP}; Phòng Nội vụ")))
    assert parts(store, "1") == {"NV": Part.MONITORING, "TUPHAP": Part.COORDINATING, "KT": Part.LEAD}


def test_an_amended_plan_changes_it_and_what_was_settled_stays(store: Store) -> None:
    office(store, draft(row("1", lead=KT, monitoring="Phòng Nội vụ"), row("2", lead=KT, monitoring=TP)))
    with store.transaction() as session:
        task, unit = assigned.find_tasks(session, "2")[0], registering.unit_by_code(session, "VP")
        settling.settle_units(session, task, Part.MONITORING, [unit.id or 0], Actor(), at("2023-01-12 08:00"))
    amend(store, draft(row("1", lead=KT, monitoring=TP), row("2", lead=KT, monitoring=TP)), at("2023-01-13 08:00"))
    assert parts(store, "1") == {"TUPHAP": Part.MONITORING, "KT": Part.LEAD}
    assert parts(store, "2") == {"VP": Part.MONITORING, "KT": Part.LEAD}


def test_a_body_that_nobody_knows_is_asked_about() -> None:
    asked = [each for each in draft(row("1", monitoring="Ban Xây dựng Nhà máy")).questions if "part" in each.fields]
    assert [(each.code, each.fields["part"], each.fields["text"]) for each in asked] == [
        ("agency.unknown", "monitoring", "Ban Xây dựng Nhà máy")
    ]
