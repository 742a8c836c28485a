"""Nội vụ's mornings: what makes a digest, what stands in it beside, and its own work where it coordinates."""

from datetime import date, datetime

from data.kinds import Role, State
from data.office import delivered
from data.record import Actor
from data.store import Store
from data.work import reporting
from tests.building import BOSS, CALENDAR, ScriptedChat, at, draft, join, office, owed, row, run, send_all

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"
STANDING = "Thường xuyên"


def report(store: Store, number: str, code: str, now: datetime) -> None:
    with store.transaction() as session:
        reporting.confirm(session, owed(session, number, code)[0].id, Actor(), now)


async def hears(store: Store, *days: str, chat: str = BOSS) -> dict[str, str]:
    """The words that came to a chat on these mornings, without greeting and closing; silent days are left out."""
    channel, heard = ScriptedChat(), {}
    for day in days:
        run(store, at(f"{day} 07:30"))
        await send_all(store, channel, at(f"{day} 07:30"))
        said = [words for chat_id, words in channel.take() if chat_id == chat]
        if said:
            heard[day] = "\n".join(said[0].splitlines()[2:-1])
    return heard


async def test_who_missed_a_period_is_told_after_its_end_and_when_it_closes(store: Store) -> None:
    office(store, draft(row("1", STANDING, lead=f"{VP}, {KT}")))
    for code in ("VP", "KT"):
        join(store, code)
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    heard = await hears(store, "2023-01-11", "2023-03-13")
    report(store, "1", "KT", at("2023-03-14 16:00"))
    heard |= await hears(store, "2023-03-15", "2023-03-16", "2023-03-20", "2023-03-22", "2023-03-23")
    assert heard == {
        "2023-03-13": """\
Đến thứ Hai, 13/03/2023, không có việc quá hạn.
Đến hạn trong tuần: việc 1 (2 đơn vị) – thứ Ba, 14/03/2023. Xem: sap den han""",
        "2023-03-15": """\
Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 15/03/2023:

Chưa báo, nhận báo bổ sung đến hết ngày 21/03:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 1 – Văn phòng HĐND-UBND thành phố
Xem: chua bao 1 · Đôn đốc: don doc 1

Mới báo, đề nghị xem:
• Việc 1, quý I: Phòng Kinh tế – chưa ghi kết quả
Ghi nhận: ghi nhan 1 · Trả lại: tra lai 1 KT và lý do

Xem thêm: tinh hinh""",
        "2023-03-20": (
            "Đến thứ Hai, 20/03/2023, không có việc quá hạn; còn 1 báo cáo chưa có, nhận báo bổ sung đến hết ngày"
            " 21/03; 1 báo cáo chờ xem. Xem: chua bao 1 · ghi nhan\nTrong tuần không có việc đến hạn."
        ),
        "2023-03-22": """\
Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 22/03/2023:

Đã hết thời gian báo bổ sung, chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 1 – Văn phòng HĐND-UBND thành phố
Trình lãnh đạo: trinh lanh dao

Còn chờ: 1 báo cáo chờ xem. Xem: ghi nhan
Xem thêm: tinh hinh""",
    }


async def test_questions_are_told_once_and_counted_afterwards(store: Store) -> None:
    office(store, draft(row("1", "31/12/2023", coordinating="Các phòng, ban có liên quan")))
    join(store, "VP")
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    heard = await hears(store, "2023-01-11", "2023-01-12", "2023-01-16", "2023-02-06")
    assert {day: "cau hoi" in words for day, words in heard.items()} == {
        "2023-01-11": True,
        "2023-01-16": False,
        "2023-02-06": True,
    }
    assert "còn 2 câu hỏi về Kế hoạch. Xem: cau hoi" in heard["2023-02-06"]
    report(store, "1", "VP", at("2023-02-06 09:00"))
    assert "cau hoi" not in (await hears(store, "2023-02-07"))["2023-02-07"]


async def test_a_day_that_is_asked_for_is_not_asked_for_twice(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    join(store, "VP")
    heard = await hears(store, "2023-01-11", "2023-01-16")
    assert heard == {
        "2023-01-11": """\
Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 11/01/2023:

Đề nghị xác định thời hạn:
• Việc 1: Tập huấn (chưa có thời hạn)
  Chủ trì: Văn phòng HĐND-UBND thành phố
Trả lời: dat han 1 …/…/2023

Xem thêm: tinh hinh""",
        "2023-01-16": "Đến thứ Hai, 16/01/2023, không có việc quá hạn.\nTrong tuần không có việc đến hạn.",
    }


async def test_units_that_have_not_joined_are_counted_once_a_month_and_when_their_number_changes(store: Store) -> None:
    office(store, draft(row("1", "", title="Tập huấn", lead=VP, coordinating=KT)))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    missing = "2 đơn vị chưa tham gia, chưa nhận được tin nhắc. Xem: danh sach chat · Mời: moi VP"
    heard = await hears(store, "2023-01-11", "2023-01-16", "2023-02-01", "2023-02-06", "2023-02-13")
    assert {day: missing in words for day, words in heard.items()} == {
        "2023-01-11": True,
        "2023-01-16": False,
        "2023-02-01": False,
        "2023-02-06": True,
        "2023-02-13": False,
    }
    join(store, "VP", now=at("2023-02-13 09:00"))
    assert "1 đơn vị chưa tham gia" in (await hears(store, "2023-02-20"))["2023-02-20"]


async def test_its_own_work_is_in_the_chat_it_coordinates_from_where_it_has_no_other(store: Store) -> None:
    office(store, draft(row("1", lead=NV), row("2", lead=VP, title="Tập huấn")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    join(store, "VP")
    assert await hears(store, "2023-01-11", "2023-01-31", "2023-02-01") == {
        "2023-01-11": """\
Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023, đề nghị đơn vị chủ trì thực hiện:
• Việc 1: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
Trả lời: xong 1 số …/KH-NV · Xem nội dung: viec 1""",
        "2023-01-31": """\
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
• Việc 1: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
Trả lời: xong 1 số …/KH-NV""",
        "2023-02-01": """\
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị sớm hoàn thành và báo kết quả nhiệm vụ đã quá hạn:
• Việc 1: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 1 ngày làm việc)
Trả lời: xong 1 số …/KH-NV

Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 01/02/2023:

Quá hạn, chưa báo hoàn thành:
• Việc 1: như trên
  Chưa báo: Phòng Nội vụ
• Việc 2: Tập huấn (hạn: thứ Ba, 31/01/2023, quá hạn 1 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc qua han

Xem thêm: tinh hinh · qua han""",
    }
    join(store, "NV", "officer")
    assert await hears(store, "2023-02-03") == {}
    assert (await hears(store, "2023-02-06", chat="officer"))["2023-02-06"].count("• Việc 1:") == 1


async def test_what_it_reports_itself_it_is_not_asked_to_look_through(store: Store) -> None:
    office(store, draft(row("1", lead=NV)))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    await hears(store, "2023-01-11")
    report(store, "1", "NV", at("2023-01-11 09:00"))
    assert await hears(store, "2023-01-12", "2023-01-16") == {
        "2023-01-16": "Đến thứ Hai, 16/01/2023, không có việc quá hạn.\nTrong tuần không có việc đến hạn."
    }


async def test_what_is_late_is_told_once_and_then_as_each_week_begins(store: Store) -> None:
    office(store, draft(row("1", lead=VP)))
    join(store, "VP")
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    days = ("2023-02-01", "2023-02-02", "2023-02-03", "2023-02-06", "2023-02-07")
    await hears(store, "2023-01-11", "2023-01-31")
    heard = await hears(store, *days)
    assert {day: "Quá hạn, chưa báo hoàn thành:" in words for day, words in heard.items()} == {
        "2023-02-01": True,
        "2023-02-06": True,
    }


async def test_who_had_no_chat_in_time_stands_apart_even_if_it_joins_later(store: Store) -> None:
    office(store, draft(row("1", STANDING, lead=f"{VP}, {KT}")))
    join(store, "VP")
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    heard = await hears(store, "2023-01-11", "2023-03-07", "2023-03-15", "2023-03-17", "2023-03-22")
    apart = """\
• Quý I (kỳ báo kết thúc ngày 14/03), đã được nhắc: việc 1 – Văn phòng HĐND-UBND thành phố
  Chưa kết nối hoặc chưa nhận được tin nhắc: việc 1 – Phòng Kinh tế"""
    assert [apart in heard[day] for day in ("2023-03-15", "2023-03-22")] == [True, True]
    join(store, "KT", now=at("2023-03-23 09:00"))
    await hears(store, "2023-03-24")
    with store.transaction() as session:
        first = [fact for fact in owed(session, "1") if fact.key == "2023-Q1"]
        facts = delivered.marked(session, first, date(2023, 3, 24), CALENDAR)
    assert {fact.unit.code: fact.unreached for fact in facts} == {"VP": False, "KT": True}


async def test_a_closed_period_is_told_to_its_unit_with_the_next_digest_and_once(store: Store) -> None:
    office(store, draft(row("1", STANDING, lead=VP)))
    join(store, "VP")
    said = "báo bổ sung kết quả quý I (kỳ báo đã kết thúc ngày 14/03)"
    heard = await hears(store, "2023-01-11", "2023-03-17", "2023-03-22", "2023-06-07", "2023-06-14", chat="VP")
    assert {day: said in words for day, words in heard.items()} == {
        "2023-03-17": False,
        "2023-06-07": True,
        "2023-06-14": False,
    }


async def test_its_own_report_counts_as_said_and_never_as_accepted(store: Store) -> None:
    office(store, draft(row("1", lead=f"{NV}, {VP}")))
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    join(store, "VP")
    await hears(store, "2023-01-11")
    for code in ("NV", "VP"):
        report(store, "1", code, at("2023-01-11 09:00"))
    await hears(store, "2023-02-08", "2023-02-09")
    with store.transaction() as session:
        states = {fact.unit.code: fact.state for fact in owed(session, "1")}
    assert states == {"NV": State.DONE, "VP": State.ACCEPTED}


async def test_a_weekly_duty_is_asked_for_each_week_and_what_was_missed_is_named(store: Store) -> None:
    office(store, draft(row("1", "Hàng tuần", lead=VP)))
    join(store, "VP")
    await hears(store, "2023-01-11", chat="VP")
    heard = await hears(store, *(f"2023-02-{day:02}" for day in range(6, 25)), chat="VP")
    assert list(heard) == ["2023-02-06", "2023-02-10", "2023-02-17", "2023-02-24"]
    paragraphs = heard["2023-02-24"].split("\n\n")
    assert paragraphs[0].endswith("\n• Việc 1, tuần 08: Ban hành Kế hoạch truyền thông")
    assert paragraphs[1:] == [
        "Còn thiếu báo cáo tuần 06: việc 1. Báo bổ sung: xong 1 số …/KH-VP",
        "Trả lời: xong 1 số …/KH-VP · Chưa có hoạt động: khong phat sinh 1",
    ]
