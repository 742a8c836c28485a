"""Nội vụ's digest, whole, and the one message of a chat in two roles."""

from dataclasses import replace
from datetime import date
from typing import Any

from data.digests import CoordinatorDigest, DigestItem, UnitDigest
from data.facts import DifficultyFact, QuestionFact, UnitFact
from data.kinds import Audience, Closing, Ladder, State
from data.talk import Act, Choice, Outgoing
from locales import speaking, words_for
from locales.digests import once, together
from locales.digests.coordinator import coordinator_digest
from locales.digests.unit import unit_digest
from tests.locales.making import HOME_AFFAIRS, JUSTICE, OFFICE, WARD, WORKDAYS, checkin, owed, said, task
from tests.locales.test_unit_digests import lines

VI = words_for("vi", "Phòng Nội vụ")
TODAY = date(2023, 2, 6)
COMMUNES = [UnitFact(100 + n, f"X-{n}", f"UBND xã số {n}") for n in range(1, 13)]
TENTH = owed("10", OFFICE, date(2023, 1, 31))


def heard(today: date = TODAY, **what: Any) -> Outgoing:
    return coordinator_digest(speaking(VI, today, WORKDAYS), CoordinatorDigest(HOME_AFFAIRS, **what))


def test_a_monday_on_which_all_is_well() -> None:
    assert heard() == Outgoing(
        "NHẮC VIỆC: không có việc quá hạn",
        lines("""
        Kính gửi: Phòng Nội vụ
        Đến thứ Hai, 06/02/2023, không có việc quá hạn.
        Trân trọng.
        """),
    )


def test_a_monday_on_which_nothing_is_new_and_something_waits() -> None:
    in_grace = (checkin("1", WARD), checkin("1", OFFICE))
    waits = heard(date(2023, 3, 20), in_grace=in_grace, unread=11, unanswered=9, not_joined=(WARD, JUSTICE))
    assert waits == Outgoing(
        "NHẮC VIỆC: quý I đã hết kỳ, thiếu 2 báo cáo (nhận đến 21/03)",
        lines("""
        Kính gửi: Phòng Nội vụ
        Đến thứ Hai, 20/03/2023, không có việc quá hạn; còn 2 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03; 11 báo cáo chờ xem; 9 câu hỏi về Kế hoạch. Xem: chua bao 1 · ghi nhan · cau hoi
        2 đơn vị chưa tham gia, chưa nhận được tin nhắc. Xem: danh sach chat · Mời: moi P-LL
        Trân trọng.
        """),
    )
    assert heard(not_joined=(WARD,)).text == lines("""
        Kính gửi: Phòng Nội vụ
        Đến thứ Hai, 06/02/2023, không có việc quá hạn.
        1 đơn vị chưa tham gia, chưa nhận được tin nhắc. Xem: danh sach chat · Mời: moi P-LL
        Trân trọng.
        """)


def test_everything_that_is_new_for_the_office_with_what_waits_beside_it() -> None:
    digest = heard(
        overdue=(TENTH,),
        answered=(
            owed("9", JUSTICE, date(2023, 9, 30), report=said("số 12/KH-TP", ("document", "số 12/KH-TP"))),
            checkin("1", WARD, said("3 tin 2 bài")),
            checkin("1", OFFICE, said("1 tin")),
            checkin("12", WARD, said(nothing=True)),
            checkin("12", OFFICE, said()),
            checkin("12", JUSTICE, said()),
        ),
        asked=(owed("11", OFFICE, None, Ladder.CONDITIONAL), owed("2", HOME_AFFAIRS, None, Ladder.UNSPECIFIED)),
        questions=(
            QuestionFact(1, "annex.date", None, {"annex": "2022-01-11", "plan": "2023-01-11"}),
            QuestionFact(2, "agency.open", task("9"), {"text": "Các phòng có liên quan", "part": "coordinating"}),
        ),
        unreachable=((WARD, "no-rights"), (JUSTICE, "blocked"), (OFFICE, "no-rights")),
        unread=8,
        unanswered=5,
    )
    assert digest == Outgoing(
        "NHẮC VIỆC: việc 10 quá hạn 4 ngày (Văn phòng HĐND-UBND thành phố); 6 báo cáo mới; và 3 nội dung khác",
        lines("""
        Kính gửi: Phòng Nội vụ
        Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 06/02/2023:

        Quá hạn, chưa báo hoàn thành:
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
          Chưa báo: Văn phòng HĐND-UBND thành phố
        Đôn đốc: don doc 10 · Trình lãnh đạo: trinh lanh dao

        Mới báo, đề nghị xem:
        • Việc 1, quý I: UBND phường Lê Lợi – 3 tin 2 bài; Văn phòng HĐND-UBND thành phố – 1 tin
        • Việc 12, quý I: UBND phường Lê Lợi – không phát sinh; Văn phòng HĐND-UBND thành phố, Phòng Tư pháp – chưa ghi kết quả
        • Việc 9: Phòng Tư pháp – văn bản số 12/KH-TP
        Ghi nhận: ghi nhan 1, 9, 12 · Trả lại: tra lai 1 P-LL và lý do

        Đề nghị xác định thời hạn:
        • Việc 2: Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức (chưa có thời hạn)
          Chủ trì: Phòng Nội vụ
        • Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
          Chủ trì: Văn phòng HĐND-UBND thành phố
        Trả lời: dat han 2 …/…/2023

        Đề nghị xác nhận hoặc cho ý kiến về các điểm sau của Kế hoạch:
        • Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023.
        • Việc 9: Đơn vị phối hợp ghi “Các phòng có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
        Cách trả lời từng câu: cau hoi

        Chưa gửi được tin tới: UBND phường Lê Lợi, Văn phòng HĐND-UBND thành phố (hệ thống không có quyền gửi tin trong nhóm); Phòng Tư pháp (người nhận đã chặn hệ thống). Đề nghị báo đơn vị kết nối lại.

        Còn chờ: 2 báo cáo chờ xem; 5 câu hỏi về Kế hoạch. Xem: ghi nhan · cau hoi
        Xem thêm: tinh hinh · qua han
        Trân trọng.
        """),
        (
            Choice("Đôn đốc việc 10", Act("don doc", ("10",))),
            Choice("Trình lãnh đạo", Act("trinh lanh dao")),
            Choice(
                "Ghi nhận việc 1 – P-LL", Act("ghi nhan", ("1",), units=("P-LL",), occurrence_id=checkin("1", WARD).id)
            ),
            Choice(
                "Ghi nhận việc 1 – VP", Act("ghi nhan", ("1",), units=("VP",), occurrence_id=checkin("1", OFFICE).id)
            ),
            Choice(
                "Ghi nhận việc 12 – P-LL",
                Act("ghi nhan", ("12",), units=("P-LL",), occurrence_id=checkin("12", WARD).id),
            ),
            Choice(
                "Ghi nhận việc 12 – VP", Act("ghi nhan", ("12",), units=("VP",), occurrence_id=checkin("12", OFFICE).id)
            ),
            Choice(
                "Ghi nhận việc 12 – TUPHAP",
                Act("ghi nhan", ("12",), units=("TUPHAP",), occurrence_id=checkin("12", JUSTICE).id),
            ),
            Choice(
                "Ghi nhận việc 9 – TUPHAP",
                Act("ghi nhan", ("9",), units=("TUPHAP",), occurrence_id=owed("9", JUSTICE, None).id),
            ),
        ),
    )


def test_many_units_late_with_one_task_are_one_item() -> None:
    monthly = task("13", deadline="Hằng tháng")
    late = tuple(owed(monthly, unit, date(2023, 1, 31), Ladder.RECURRING, key="2023-01") for unit in COMMUNES)
    section = "\n".join(heard(overdue=late).text.splitlines()[3:6])
    assert section == lines("""
        Quá hạn, chưa báo hoàn thành:
        • Việc 13, tháng 01: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
          Chưa báo: UBND xã số 1, UBND xã số 2, UBND xã số 3, UBND xã số 4, UBND xã số 5, UBND xã số 6, UBND xã số 7, UBND xã số 8 và 4 đơn vị khác
        """)


def test_of_several_parts_some_are_there() -> None:
    plan, whole = (owed("9", unit, date(2023, 1, 31)) for unit in (JUSTICE, OFFICE))
    partly = replace(plan, partial=(replace(said("số 1/KH-TP"), part="Kế hoạch"),))
    section = "\n".join(heard(overdue=(whole, partly)).text.splitlines()[4:7])
    assert section == lines("""
        • Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
          Chưa báo: Văn phòng HĐND-UBND thành phố
          Chưa báo đủ: Phòng Tư pháp (còn Báo cáo)
        """)


def test_who_missed_a_period_is_told_when_it_has_ended_and_when_it_closes() -> None:
    first = tuple(checkin(number, unit) for number in ("1", "12") for unit in COMMUNES)
    ended = heard(
        date(2023, 3, 15),
        missed=(*first, checkin("13", WARD), checkin("13", OFFICE)),
        in_grace=first,
        owing={(101, "2023-Q1"): 34, (112, "2023-Q1"): 34, (113, "2023-Q1"): 2},
    )
    assert ended.text == lines("""
        Kính gửi: Phòng Nội vụ
        Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 15/03/2023:

        Chưa báo, nhận báo bổ sung đến hết ngày 21/03:
        • Quý I (kỳ báo kết thúc ngày 14/03): việc 1, 12 – 12/34 đơn vị; việc 13 – UBND phường Lê Lợi, Văn phòng HĐND-UBND thành phố
        Xem: chua bao 1 · Đôn đốc: don doc 1, 12, 13

        Xem thêm: tinh hinh
        Trân trọng.
        """)
    closed = replace(checkin("1", WARD), state=State.CLOSED, closing=Closing.UNREPORTED)
    assert heard(date(2023, 3, 22), missed=(closed,)).text == lines("""
        Kính gửi: Phòng Nội vụ
        Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 22/03/2023:

        Đã hết thời gian báo bổ sung, chưa báo kỳ:
        • Quý I (kỳ báo kết thúc ngày 14/03): việc 1 – UBND phường Lê Lợi
        Trình lãnh đạo: trinh lanh dao

        Xem thêm: tinh hinh
        Trân trọng.
        """)


def test_a_chat_in_two_roles_is_greeted_once() -> None:
    items = (DigestItem(checkin("12", HOME_AFFAIRS), "-5", Audience.UNIT),)
    own = unit_digest(speaking(VI, date(2023, 3, 7), WORKDAYS), UnitDigest(HOME_AFFAIRS, items))
    office = heard(date(2023, 3, 7), overdue=(TENTH,))
    assert together(VI, [own, office]) == Outgoing(
        "NHẮC VIỆC: báo quý I, việc 12, hạn 14/03 (còn 5 ngày làm việc); việc 10 quá hạn 25 ngày (Văn phòng HĐND-UBND thành phố)",
        lines("""
        Kính gửi: Phòng Nội vụ
        Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị báo kết quả quý I (kỳ báo cáo 15/12–14/03) chậm nhất hết ngày 14/03 (còn 5 ngày làm việc):
        • Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
        Trả lời: xong 12 … tin … bài · Chưa có hoạt động: khong phat sinh 12

        Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 07/03/2023:

        Quá hạn, chưa báo hoàn thành:
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, quá hạn 25 ngày làm việc)
          Chưa báo: Văn phòng HĐND-UBND thành phố
        Đôn đốc: don doc 10 · Trình lãnh đạo: trinh lanh dao

        Xem thêm: tinh hinh · qua han
        Trân trọng.
        """),
        (
            *own.choices,
            Choice("Đôn đốc việc 10", Act("don doc", ("10",))),
            Choice("Trình lãnh đạo", Act("trinh lanh dao")),
        ),
    )


def test_a_chat_that_speaks_for_two_units_greets_both() -> None:
    def checked_in(unit: UnitFact) -> Outgoing:
        items = (DigestItem(checkin("1", unit), "0", Audience.UNIT),)
        return unit_digest(speaking(VI, date(2023, 3, 14), WORKDAYS), UnitDigest(unit, items))

    said_to_both = together(VI, [checked_in(WARD), checked_in(OFFICE)]).text.splitlines()
    assert [line for line in said_to_both if line.startswith(("Kính gửi", "Trân trọng"))] == [
        "Kính gửi: UBND phường Lê Lợi; Văn phòng HĐND-UBND thành phố",
        "Trân trọng.",
    ]


def test_who_was_never_reminded_stands_apart_from_who_was() -> None:
    lost = [replace(checkin(number, unit), unreached=True) for number in ("1", "12") for unit in COMMUNES]
    reminded = [checkin(number, unit) for number in ("1", "12") for unit in (WARD, OFFICE)]
    alone = replace(checkin("13", JUSTICE), unreached=True)
    owing = {(101, "2023-Q1"): 34, (112, "2023-Q1"): 34, (113, "2023-Q1"): 34}
    digest = heard(date(2023, 3, 15), missed=(*lost, *reminded, alone), owing=owing)
    assert digest.text.splitlines()[3:6] == [
        "Chưa báo, nhận báo bổ sung đến hết ngày 21/03:",
        (
            "• Quý I (kỳ báo kết thúc ngày 14/03), đã được nhắc: việc 1, 12 – UBND phường Lê Lợi,"
            " Văn phòng HĐND-UBND thành phố"
        ),
        "  Chưa kết nối hoặc chưa nhận được tin nhắc: việc 1, 12 – 12/34 đơn vị; việc 13 – Phòng Tư pháp",
    ]


def test_the_week_begins_with_what_falls_due_in_it() -> None:
    plan = replace(owed("9", JUSTICE, date(2023, 9, 30)), partial=(replace(said("số 1/KH-TP"), part="Kế hoạch"),))
    due = (plan, *(owed("6", unit, date(2023, 10, 6)) for unit in (OFFICE, WARD)))
    assert heard(date(2023, 10, 2), this_week=due).text.splitlines()[1:3] == [
        "Đến thứ Hai, 02/10/2023, không có việc quá hạn.",
        (
            "Đến hạn trong tuần: việc 9 (Phòng Tư pháp, còn Báo cáo) – hôm nay; việc 6 (2 đơn vị) – thứ Sáu, 06/10/2023."
            " Xem: sap den han"
        ),
    ]
    assert heard(date(2023, 10, 2), this_week=()).text.splitlines()[2] == "Trong tuần không có việc đến hạn."


def test_a_difficulty_waits_until_it_is_answered() -> None:
    hard = replace(checkin("12", WARD), difficulty=DifficultyFact("chưa có cán bộ", said().at))
    assert heard(difficult=(hard,), unread=1).text.splitlines()[1] == (
        "Đến thứ Hai, 06/02/2023, không có việc quá hạn; còn 1 vướng mắc chưa trả lời (UBND phường Lê Lợi, việc 12);"
        " 1 báo cáo chờ xem. Xem: go vuong · ghi nhan"
    )


def test_duties_outside_the_table_are_named_until_they_are_decided_on_and_short_titles_once() -> None:
    duty = replace(task("14", title="Báo cáo kết quả"), number="III.1.4")
    long = replace(task("1"), short_title="Chương trình tổng thể…")
    assert heard(first=True, outside=(duty,), named=(long,)).text == lines("""
        Kính gửi: Phòng Nội vụ
        Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 06/02/2023:

        Nhiệm vụ ngoài bảng, chưa theo dõi, đề nghị cho ý kiến:
        • III.1.4: Báo cáo kết quả
        Trả lời: nhan viec III.1.4 · khong nhan viec III.1.4

        Tên ngắn đề xuất dùng trong tin nhắc, danh sách:
        • Việc 1: “Chương trình tổng thể…”
        Đổi tên: ten ngan 1 …

        Xem thêm: tinh hinh
        Trân trọng.
        """)
    assert heard(outside=(duty,)).text.splitlines()[1] == (
        "Đến thứ Hai, 06/02/2023, không có việc quá hạn; còn nhiệm vụ ngoài bảng chưa có ý kiến: III.1.4."
        " Xem: viec ngoai bang"
    )


def test_what_two_units_of_a_chat_are_told_alike_is_said_once_to_both_and_an_item_is_told_once() -> None:
    def checked_in(unit: UnitFact) -> Outgoing:
        items = (DigestItem(checkin("1", unit), "0", Audience.UNIT),)
        return unit_digest(speaking(VI, date(2023, 3, 14), WORKDAYS), UnitDigest(unit, items))

    both = together(VI, [checked_in(WARD), replace(checked_in(COMMUNES[0]))])
    assert both.text.splitlines()[0] == "Kính gửi: UBND phường Lê Lợi; UBND xã số 1"
    twice = Outgoing("", "• Việc 1: Tuyên truyền\nTrả lời: xong 1\n• Việc 1: Tuyên truyền")
    assert once(VI, twice).text == "• Việc 1: Tuyên truyền\nTrả lời: xong 1\n• Việc 1: như trên"
