"""Answers as the asker reads them, whole."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from data.facts import OccurrenceFact, ReportFact, Seat, UnitFact
from data.kinds import Ladder, Part, Role
from data.talk import Act, Choice, Outgoing
from locales import Voice, speaking, words_for
from locales.say.lateness import Asked, overdue_list
from locales.say.own_work import my_tasks, task_card
from locales.say.reporting import confirmed, several
from locales.say.talking import help_text, language_set, not_joined, only_text, unknown, welcome
from tests.locales.making import CULTURE, HOME_AFFAIRS, OFFICE, WARD, WORKDAYS, ZONE, checkin, owed, said, task
from tests.locales.test_unit_digests import done, lines, nothing

VI, EN = words_for("vi", "Phòng Nội vụ"), words_for("en", "Phòng Nội vụ")
DOCUMENT = ("document", "số 12/KH-VP ngày 30/01/2023")


def told(day: date) -> Voice:
    return speaking(VI, day, WORKDAYS)


def undo(fact: OccurrenceFact) -> Choice:
    number = fact.task.number
    return Choice(f"↩️ Báo nhầm việc {number}", Act("bao nham", (number,), occurrence_id=fact.id))


def test_a_task_reported_a_day_early_with_its_document() -> None:
    fact = owed("10", OFFICE, date(2023, 1, 31), report=said(DOCUMENT[1], DOCUMENT))
    assert confirmed(speaking(VI, date(2023, 1, 30), WORKDAYS), [(fact, ())]) == Outgoing(
        "",
        lines("""
        Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
        Minh chứng: văn bản số 12/KH-VP ngày 30/01/2023. Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.
        Nếu báo nhầm, gõ: bao nham 10
        """),
        (undo(fact),),
    )


def test_the_same_in_english() -> None:
    fact = owed("10", OFFICE, date(2023, 1, 31), report=said(DOCUMENT[1], DOCUMENT))
    assert confirmed(speaking(EN, date(2023, 1, 30), WORKDAYS), [(fact, ())]).text == lines("""
        Noted: Văn phòng HĐND-UBND thành phố reports task 10 done, 1 working day early (due: Tuesday, 31/01/2023).
        Evidence: document số 12/KH-VP ngày 30/01/2023. Reported by Nguyễn Văn A, 09:12 on 30/01/2023.
        If this was a mistake, type: undo 10
        """)


@pytest.mark.parametrize(
    ("due", "reported", "timing"),
    [
        (date(2023, 1, 31), date(2023, 1, 19), "trước hạn 3 ngày làm việc (hạn: thứ Ba, 31/01/2023)"),
        (date(2023, 1, 31), date(2023, 1, 31), "đúng hạn (hạn: thứ Ba, 31/01/2023)"),
        (date(2023, 1, 31), date(2023, 2, 3), "chậm 3 ngày làm việc (hạn: thứ Ba, 31/01/2023)"),
        (date(2023, 9, 30), date(2023, 10, 2), "đúng hạn (hạn: thứ Bảy, 30/09/2023)"),
        (
            date(2023, 9, 30),
            date(2023, 10, 3),
            "chậm 1 ngày làm việc (hạn: thứ Bảy, 30/09/2023 là ngày nghỉ, tính đến hết 02/10)",
        ),
    ],
)
def test_early_on_time_late(due: date, reported: date, timing: str) -> None:
    at = datetime(reported.year, reported.month, reported.day, 23, 30, tzinfo=ZoneInfo(ZONE))
    fact = owed("10", OFFICE, due, report=said("xong", at=at))
    first = confirmed(speaking(VI, reported, WORKDAYS), [(fact, ())]).text.splitlines()[0]
    assert first == f"Đã ghi nhận {OFFICE.name} báo hoàn thành việc 10, {timing}."


def test_a_task_without_a_day_is_neither_early_nor_late() -> None:
    fact = owed("2", HOME_AFFAIRS, None, Ladder.UNSPECIFIED, report=said("2 lớp"))
    assert confirmed(speaking(VI, date(2023, 1, 30), WORKDAYS), [(fact, ())]).text.splitlines()[:2] == [
        "Đã ghi nhận Phòng Nội vụ báo hoàn thành việc 2.",
        "Kết quả: 2 lớp. Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.",
    ]


@pytest.mark.parametrize(
    ("report", "lines_of_it"),
    [
        (
            said("đã đăng tại https://hungyen.gov.vn/a", ("link", "https://hungyen.gov.vn/a")),
            [
                "Ghi chú: đã đăng. Minh chứng: https://hungyen.gov.vn/a",
                "Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.",
            ],
        ),
        (
            said(by=""),
            ["Báo lúc 09:12 ngày 30/01/2023.", "Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP"],
        ),
    ],
    ids=["a link", "a person who has been erased"],
)
def test_what_backs_a_report_and_who_made_it(report: ReportFact, lines_of_it: list[str]) -> None:
    fact = owed("10", OFFICE, date(2023, 1, 31), report=report)
    assert confirmed(speaking(VI, date(2023, 1, 30), WORKDAYS), [(fact, ())]).text.splitlines()[1:-1] == lines_of_it


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (
            date(2023, 3, 7),
            "Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).",
        ),
        (
            date(2023, 3, 20),
            "Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12, sau kỳ báo (kết thúc ngày 14/03/2023).",
        ),
    ],
)
def test_a_check_in_answered(today: date, first: str) -> None:
    fact = checkin("12", WARD, said("3 tin 2 bài"))
    assert confirmed(speaking(VI, today, WORKDAYS), [(fact, ())]) == Outgoing(
        "",
        f"{first}\n"
        "Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.\n"
        "Nếu báo nhầm, gõ: bao nham 12",
        (undo(fact),),
    )


def test_several_answers_are_one_message() -> None:
    idle = checkin("12", WARD, said(nothing=True))
    refused = Outgoing("", "Việc 10 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec")
    assert several(VI, [confirmed(speaking(VI, date(2023, 3, 7), WORKDAYS), [(idle, ())]), refused]) == Outgoing(
        "",
        lines("""
        Đã ghi nhận UBND phường Lê Lợi không phát sinh hoạt động trong quý I đối với việc 12.
        Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.
        Nếu báo nhầm, gõ: bao nham 12

        Việc 10 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec
        """),
        (undo(idle),),
    )


def test_the_work_of_a_unit() -> None:
    late, ahead = owed("10", OFFICE, date(2023, 1, 31)), owed("9", OFFICE, date(2023, 9, 30), Ladder.QUARTER)
    periodic, waiting = checkin("1", OFFICE), owed("11", OFFICE, None, Ladder.CONDITIONAL)
    listed = my_tasks(
        speaking(VI, date(2023, 2, 6), WORKDAYS), OFFICE, [periodic, ahead, late, waiting], [task("2"), task("6")]
    )
    assert listed == Outgoing(
        "VIỆC CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ",
        lines("""
        Đến thứ Hai, 06/02/2023, đơn vị có 4 việc chờ báo kết quả.

        Quá hạn:
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)

        Có thời hạn:
        • Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (hạn: thứ Bảy, 30/09/2023)

        Báo kết quả theo kỳ:
        • Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 26 ngày làm việc)

        Chưa có thời hạn:
        • Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)

        Phối hợp thực hiện: việc 2, 6.
        Trả lời: xong 10 số …/KH-VP · Xem nội dung: viec 10
        """),
        (done(late), done(ahead), done(periodic), nothing(periodic)),
    )


def test_a_unit_that_owes_nothing() -> None:
    assert my_tasks(speaking(VI, date(2023, 2, 6), WORKDAYS), OFFICE, [], []) == Outgoing(
        "VIỆC CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ",
        "Đến thứ Hai, 06/02/2023, đơn vị không có việc nào chờ báo kết quả.",
    )


def units(lead: list[UnitFact], coordinating: list[UnitFact]) -> dict[Part, list[UnitFact]]:
    return {Part.LEAD: lead, Part.COORDINATING: coordinating}


def test_a_task_whole_for_a_unit_that_leads_it() -> None:
    fact = checkin("12", WARD)
    card = task_card(
        speaking(VI, date(2023, 3, 7), WORKDAYS), task("12"), [fact], units([OFFICE, WARD], [HOME_AFFAIRS, CULTURE])
    )
    assert card == Outgoing(
        "VIỆC 12 – Kế hoạch số 06/KH-UBND",
        lines("""
        Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên địa bàn.
        Sản phẩm: Tin, bài, phóng sự, chuyên mục
        Chủ trì: Văn phòng HĐND-UBND thành phố, UBND phường Lê Lợi
        Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin
        Thời hạn theo Kế hoạch: thường xuyên
        UBND phường Lê Lợi, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 5 ngày làm việc)
        """),
        (done(fact), nothing(fact)),
    )


@pytest.mark.parametrize(
    ("number", "deadline"),
    [
        ("9", "Quý III/2023 (hết ngày 30/09/2023)"),
        ("11", "Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)"),
        ("2", "chưa có ngày cụ thể"),
    ],
)
def test_a_deadline_as_written_and_as_understood(number: str, deadline: str) -> None:
    card = task_card(speaking(VI, date(2023, 3, 7), WORKDAYS), task(number), [], units([OFFICE], []))
    assert f"Thời hạn theo Kế hoạch: {deadline}" in card.text.splitlines()


def test_a_cell_of_agencies_stands_where_no_unit_is_known() -> None:
    card = task_card(speaking(VI, date(2023, 3, 7), WORKDAYS), task("2"), [], units([], []))
    assert "Chủ trì: Phòng Nội vụ thành phố." in card.text.splitlines()


def test_the_list_of_what_is_overdue() -> None:
    monthly = task("13", deadline="Hằng tháng")
    units = [WARD, UnitFact(25, "P-MK", "UBND phường Minh Khai")]
    late = [owed(monthly, unit, date(2023, 1, 31), Ladder.RECURRING, key="2023-01") for unit in units]
    shown = overdue_list(told(date(2023, 2, 6)), [*late, owed("10", OFFICE, date(2023, 1, 31))], (), (), Asked())
    assert (shown.title, shown.text) == (
        "VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023",
        lines("""
        • Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
          Chưa báo: Văn phòng HĐND-UBND thành phố
        • Việc 13, tháng 01: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
          Chưa báo: UBND phường Lê Lợi, UBND phường Minh Khai
        """),
    )


def test_nothing_overdue_is_good_news() -> None:
    assert overdue_list(told(date(2023, 2, 6)), [], (), (), Asked()) == Outgoing(
        "VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023", "Đến thứ Hai, 06/02/2023, không có việc quá hạn."
    )


def test_joining_says_what_is_kept_and_why() -> None:
    assert welcome(VI, Seat(1, WARD, Role.OFFICER)).text == lines("""
        Đã kết nối cuộc trò chuyện này với UBND phường Lê Lợi, vai trò: cán bộ đầu mối.
        Tin nhắc việc của đơn vị được gửi vào buổi sáng các ngày làm việc.
        Hệ thống lưu tên và mã tài khoản (do ứng dụng cung cấp) của người nhắn tin tại đây để ghi nhận người báo kết quả. Khi cần xóa, gõ: quen toi
        Tiếp theo, gõ: viec · tro giup
        """)


@pytest.mark.parametrize(
    ("role", "named", "commands"),
    [
        (Role.OFFICER, "cán bộ đầu mối", "viec · tro giup"),
        (Role.HEAD, "thủ trưởng đơn vị", "con lai · tro giup"),
        (Role.COORDINATOR, "cơ quan theo dõi, đôn đốc", "tinh hinh · tro giup"),
        (Role.LEADER, "lãnh đạo", "tinh hinh · tro giup"),
    ],
)
def test_each_role_is_welcomed_by_its_name(role: Role, named: str, commands: str) -> None:
    first, *_, last = welcome(VI, Seat(1, OFFICE, role)).text.splitlines()
    assert first == f"Đã kết nối cuộc trò chuyện này với {OFFICE.name}, vai trò: {named}."
    assert last == f"Tiếp theo, gõ: {commands}"


def test_a_chat_of_no_unit() -> None:
    assert not_joined(VI).text == lines("""
        Đây là hệ thống nhắc việc theo Kế hoạch. Cuộc trò chuyện này chưa được kết nối với đơn vị nào.
        Để kết nối, đề nghị đồng chí gõ mã mời do Phòng Nội vụ cấp, ví dụ: dang ky ABCD2345
        """)


def test_help() -> None:
    lines_of_help = [("viec · viec 10", "việc của đơn vị hoặc toàn văn một việc"), ("tro giup", "các lệnh")]
    assert help_text(VI, lines_of_help) == Outgoing(
        "TRỢ GIÚP",
        lines("""
        Đồng chí có thể gõ, có dấu hoặc không dấu:
        • viec · viec 10 – việc của đơn vị hoặc toàn văn một việc
        • tro giup – các lệnh
        """),
    )


def test_what_is_not_understood_is_said_back_in_part() -> None:
    assert (
        unknown(VI, "alo " * 40, {Role.OFFICER}).text.splitlines()[0]
        == f"Chưa hiểu nội dung “{' '.join(['alo'] * 15)}…”."
    )


@pytest.mark.parametrize(
    ("roles", "commands"),
    [
        ({Role.OFFICER, Role.HEAD}, "viec · xong 10 · tro giup"),
        ({Role.HEAD}, "viec · con lai · tro giup"),
        ({Role.LEADER}, "tinh hinh · qua han · tro giup"),
        ({Role.COORDINATOR}, "tinh hinh · qua han · tro giup"),
    ],
)
def test_only_commands_that_the_chat_may_use_are_suggested(roles: set[Role], commands: str) -> None:
    assert unknown(VI, "alo", roles).text.splitlines()[1] == f"Đề nghị đồng chí gõ một trong các lệnh: {commands}"


@pytest.mark.parametrize(
    ("other", "named"), [("photo", "ảnh"), ("sticker", "nhãn dán"), ("file", "tệp"), ("poll", "tin loại này")]
)
def test_what_is_not_text(other: str, named: str) -> None:
    assert only_text(VI, other).text == lines(f"""
        Hệ thống chưa đọc được {named}.
        Để báo kết quả, đề nghị đồng chí gõ số văn bản hoặc đường dẫn, ví dụ: xong 10 số …/KH
        """)


def test_what_a_messenger_does_not_pass_on() -> None:
    assert only_text(VI, "unsupported").text == lines("""
        Ứng dụng không chuyển được nội dung loại này đến hệ thống.
        Để báo kết quả, đề nghị đồng chí gửi ảnh chụp, hoặc gõ số văn bản hoặc đường dẫn, ví dụ: xong 10 số …/KH
        """)


def test_a_new_language_is_spoken_at_once() -> None:
    assert [language_set(words).text for words in (VI, EN)] == [
        "Từ nay tin gửi vào đây dùng tiếng Việt.",
        "From now on, messages to this chat are in English.",
    ]
