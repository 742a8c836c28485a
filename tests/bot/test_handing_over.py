"""Bàn giao: after a merger the successor owes what was open, once; what was reported stays where it was reported."""

from data import views
from data.kinds import Role, State
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import owed


def test_it_is_asked_for_first_and_done_once(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT P-QT
UBND phường Quang Trung không thể bàn giao cho chính mình. Đề nghị ghi hai đơn vị, ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT cho P-LL
CHƯA BÀN GIAO
UBND phường Quang Trung dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Kết quả UBND phường Quang Trung đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-QT P-LL dong y
[Bàn giao]
noi-vu [Bàn giao]
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
noi-vu: ban giao P-QT P-LL dong y
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
noi-vu: ban giao P-LL P-QT
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
""",
    )


def test_only_noi_vu_hands_over(play: Play) -> None:
    for chat in ("P-QT", "VHTT"):
        (said,) = play.type(chat, "ban giao P-QT P-LL dong y").replies
        assert "không dùng tại cuộc trò chuyện này" in said.text
    (said,) = play.type("lanh-dao", "ban giao P-QT P-LL dong y").replies
    assert said.text.startswith("Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. Chuyển ý kiến đến Phòng Nội vụ: ")


def test_both_units_are_told(play: Play) -> None:
    play.type("thu-truong", f"dang ky {play.invite('P-QT', Role.HEAD)}")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    told = (
        "Kính gửi: UBND phường Quang Trung\nCác việc chưa hoàn thành của đơn vị đã được bàn giao cho"
        " UBND phường Lê Lợi.\n"
        "Kết quả đơn vị đã báo được giữ nguyên dưới tên cũ và tính vào số liệu của kỳ.\n"
        "Từ nay cuộc trò chuyện này là của UBND phường Lê Lợi. Để xem các việc của đơn vị, gõ: viec\n"
        "Trân trọng."
    )
    taken = (
        "Kính gửi: UBND phường Lê Lợi\nCác việc chưa hoàn thành của UBND phường Quang Trung"
        " đã được bàn giao cho đơn vị.\n"
        "Kết quả UBND phường Quang Trung đã báo được tính vào số liệu của kỳ; đề nghị đơn vị chỉ báo phần chưa báo.\n"
        "Để xem các việc của đơn vị, gõ: viec\n"
        "Trân trọng."
    )
    assert {chat: [one.text for one in play.notices(chat)] for chat in ("P-QT", "thu-truong", "P-LL", "P-MK")} == {
        "P-QT": [told],
        "thu-truong": [told],
        "P-LL": [taken],
        "P-MK": [],
    }


async def test_the_successor_alone_is_reminded_from_then_on(play: Play) -> None:
    await passes(play, "2023-01-11")
    play.type("P-QT", "xong 1 2 tin")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    channel = await passes(play, "2023-01-12", "2023-03-07", "2023-03-15", "2023-06-07")
    assert [words.splitlines()[0] for words in heard_in(channel, "P-QT")] == ["THÔNG BÁO CỦA PHÒNG NỘI VỤ"]
    with play.conversation.store.transaction() as session:
        shares = {
            code: [(fact.key, fact.state) for fact in owed(session, "1", code)] for code in ("P-QT", "P-LL", "P-MK")
        }
    assert shares == {
        "P-QT": [("2023-Q1", State.ACCEPTED)],
        "P-LL": [("2023-Q1", State.OPEN), ("2023-Q2", State.OPEN)],
        "P-MK": [("2023-Q1", State.OPEN), ("2023-Q2", State.OPEN)],
    }


def test_a_report_sent_back_is_owed_by_the_successor(play: Play) -> None:
    play.type("VHTT", "xong 3 2 bài")
    play.type("noi-vu", "ban giao VHTT KT dong y")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: tra lai 3 VHTT thiếu đường dẫn bài
Đã trả lại báo cáo việc 3, quý I của Phòng Kinh tế.
Nội dung cần bổ sung: thiếu đường dẫn bài.
Đã gửi thông báo đến đơn vị.
KT hears
ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 3, quý I
Kính gửi: Phòng Kinh tế
Phòng Nội vụ đã xem báo cáo việc 3, quý I (Phát triển các hình thức tuyên truyền CCHC), đề nghị bổ sung. Lý do: thiếu đường dẫn bài.
Việc 3 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc).
Sau khi bổ sung, đề nghị báo lại: xong 3 … tin … bài
Chưa có hoạt động: khong phat sinh 3
Trân trọng.
[✅ Xong việc 3] [Không phát sinh việc 3]
""",
    )
    assert len(play.notices("VHTT")) == 1
    assert shares(play, "3") == {("KT", State.OPEN), ("TTVHTT", State.OPEN)}
    play.type("KT", "xong 3 2 bài, https://hungyen.gov.vn/1")
    assert shares(play, "3") == {("KT", State.DONE), ("TTVHTT", State.OPEN)}


def test_a_report_that_nobody_can_add_to_is_not_sent_back(play: Play) -> None:
    play.type("P-QT", "xong 1 2 tin")
    play.type("VHTT", "xong 3 2 bài")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    play.type("noi-vu", "don vi 3 thay KT dong y")
    holds(
        play,
        """
noi-vu: tra lai 1 P-QT thiếu số tin
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
noi-vu: tra lai 3 VHTT thiếu số bài
Phòng Văn hóa và Thông tin không chủ trì việc 3.
""",
    )


def test_the_record_says_which_shares_were_handed_over_and_by_whom(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao P-QT P-LL dong y
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 09:00 ngày 12/01/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): bàn giao, quý I – UBND phường Quang Trung (chưa báo → không theo dõi)
""",
    )


def test_what_a_unit_reported_before_is_still_told_of_it(play: Play) -> None:
    play.type("P-QT", "xong 1 2 tin")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao P-QT P-LL dong y
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 2 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 báo cáo đã có: giữ nguyên dưới tên đơn vị cũ, vẫn tính vào số liệu của kỳ
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
noi-vu: tinh hinh P-QT
TÌNH HÌNH UBND PHƯỜNG QUANG TRUNG – Thứ Năm, 12/01/2023
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 12/01/2023.
Trước khi sáp nhập, đơn vị đã tự báo:
Tổng số: đã báo 1/1 báo cáo (đơn vị tự báo, chưa xem: 1).
• Việc 1, quý I: đã báo 07:30 ngày 11/01/2023 – 2 tin
---
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Năm, 12/01/2023
Tổng số: đã báo 0/3 báo cáo, trong hạn 3.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: tinh hinh P-QT quy 1
TÌNH HÌNH UBND PHƯỜNG QUANG TRUNG – Thứ Năm, 12/01/2023
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 12/01/2023.
Trước khi sáp nhập, đơn vị đã tự báo:
Đến hạn trong quý I/2023: đã báo 1/1 báo cáo (đơn vị tự báo, chưa xem: 1).
• Việc 1, quý I: đã báo 07:30 ngày 11/01/2023 – 2 tin
---
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Năm, 12/01/2023
Đến hạn trong quý I/2023: đã báo 0/3 báo cáo, trong hạn 3.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: tinh hinh 1 P-QT
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Năm, 12/01/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 12/01/2023.
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Quang Trung: đã báo 07:30 ngày 11/01/2023
Hạn: thứ Ba, 14/03/2023.
Kết quả: 2 tin.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023
---
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Năm, 12/01/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: tinh hinh 12 P-QT
TÌNH HÌNH UBND PHƯỜNG QUANG TRUNG – Thứ Năm, 12/01/2023
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 12/01/2023.
Trước khi sáp nhập, đơn vị chưa báo kết quả việc 12.
---
TÌNH HÌNH VIỆC 12, QUÝ I/2023 – Thứ Năm, 12/01/2023
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: tinh hinh phuong xa quy 1
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Năm, 12/01/2023
16 đơn vị, việc đến hạn trong quý I/2023:
• Việc 1, quý I: 1/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 16 phường, xã (tất cả trừ UBND phường Quang Trung)
• Việc 12, quý I: 0/16 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 16 phường, xã (tất cả)
• Việc 13, quý I: 0/16 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 16 phường, xã (tất cả)
""",
    )


def shares(play: Play, number: str) -> set[tuple[str, State]]:
    """The units that answer for a task, and how far each has come."""
    with play.conversation.store.transaction() as session:
        task = owed(session, number, "KT")[0].task
        return {(fact.unit.code, fact.state) for fact in views.occurrences(session, views.of_task(task.id))}
