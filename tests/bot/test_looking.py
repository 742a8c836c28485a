"""Nội vụ looks ahead and back: what falls due soon, who was reached, who changed what."""

from datetime import date, timedelta

from data.kinds import Role
from data.model import Change
from data.office.looking import two_weeks
from data.people import addressing
from scheduler.channel import Delivered, Outcome, TryLater, Undeliverable
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes
from tests.building import ScriptedChat, at, owed


def test_only_noi_vu_may_look(play: Play) -> None:
    for chat in ("VP", "VHTT"):
        for command in ("sap den han", "giao nhan", "nhat ky"):
            (said,) = play.type(chat, f"{command} 10").replies
            assert said.text == (
                f"“{command}” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup"
            )
    (said,) = play.type("lanh-dao", "giao nhan 10").replies
    assert "Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu giao nhan 10\n" in said.text
    (said,) = play.type("lanh-dao", "nhat ky 10").replies
    assert said.text.startswith("“nhat ky” không dùng tại cuộc trò chuyện này.")
    # A leader may ask what is to come.
    assert play.type("lanh-dao", "sap den han").replies[0].title.startswith("VIỆC SẮP ĐẾN HẠN")


def test_the_next_two_weeks_end_on_the_same_weekday() -> None:
    assert two_weeks(date(2023, 3, 7)) == date(2023, 3, 21)


def test_what_falls_due_soon(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 10:00
noi-vu: sắp đến hạn
VIỆC SẮP ĐẾN HẠN – Thứ Ba, 07/03/2023
Từ nay đến hết thứ Ba, 21/03/2023 có 10 việc đến hạn:

Thứ Ba, 14/03/2023 (còn 5 ngày làm việc):
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
  Chưa báo: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC
  Chưa báo: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
  Chưa báo: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin
• Việc 5, quý I: Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức…
  Chưa báo: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
• Việc 7, quý I: Tuyên truyền cải cách thể chế lồng ghép trong các Chương trình phối hợp về công tác phổ biến…
  Chưa báo: Phòng Tư pháp
• Việc 8, quý I: Tuyên truyền, phổ biến các văn bản pháp luật mới được Quốc hội thông qua tại các kỳ họp
  Chưa báo: Phòng Tư pháp
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
  Chưa báo: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình…
  Chưa báo: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
• Việc 14, quý I: Tuyên truyền cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh
  Chưa báo: Phòng Kinh tế
• Việc 15, quý I: Tuyên truyền, phổ biến các luật mới được Quốc hội thông qua…
  Chưa báo: Phòng Kinh tế
""",
    )


def test_nothing_falls_due_soon(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-11 09:00
noi-vu: sap den han
VIỆC SẮP ĐẾN HẠN – Thứ Tư, 11/01/2023
Đến hết thứ Tư, 25/01/2023 không có việc nào đến hạn.
""",
    )


async def test_who_was_reached_about_a_task(play: Play) -> None:
    play.type("truong-phong", f"dang ky {play.invite('VP', Role.HEAD)}")
    await passes(play, "2023-01-11", "2023-02-03")
    holds(
        play,
        """
@ 2023-02-03 09:00
noi-vu: giao nhan 10
GIAO NHẬN TIN – VIỆC 10
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 03/02/2023: Văn phòng HĐND-UBND thành phố

Tin nhắc gần nhất gửi đơn vị phối hợp:
• Đã gửi lúc 07:30 ngày 11/01/2023: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác

Tin nhắc gần nhất gửi thủ trưởng đơn vị:
• Đã gửi lúc 07:30 ngày 03/02/2023: Văn phòng HĐND-UBND thành phố
noi-vu: giao nhan
Đề nghị đồng chí ghi thêm số của việc, ví dụ: giao nhan 10
noi-vu: giao nhan 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
""",
    )


async def test_a_standing_duty_was_told_with_the_opening_of_the_plan(play: Play) -> None:
    assert "Đang chờ gửi" in play.type("noi-vu", "giao nhan 3").replies[0].text
    await passes(play, "2023-01-11")
    assert play.type("noi-vu", "giao nhan 3").replies[0].text.splitlines()[2:] == [
        "Tin nhắc gần nhất gửi đơn vị chủ trì:",
        "• Đã gửi lúc 07:30 ngày 11/01/2023: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh",
    ]


async def test_a_chat_that_is_gone_and_a_unit_without_one(play: Play) -> None:
    play.type("noi-vu", "go lien ket VHTT")
    outcomes: list[Outcome | Exception] = [Delivered(("1",)), Undeliverable("blocked")]
    await passes(play, "2023-01-11", "2023-03-07", channel=ScriptedChat("local", script={"TTVHTT": outcomes}))
    holds(
        play,
        """
@ 2023-03-07 09:00
noi-vu: giao nhan 5
GIAO NHẬN TIN – VIỆC 5
Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Chưa có cuộc trò chuyện: Phòng Văn hóa và Thông tin
• Không gửi được (người nhận đã chặn hệ thống): Trung tâm Văn hóa và Truyền thanh

Tin nhắc gần nhất gửi đơn vị phối hợp:
• Đã gửi lúc 07:30 ngày 11/01/2023: Phòng Nội vụ
""",
    )


async def test_a_digest_that_may_have_arrived_is_shown_until_the_next_one_tells_it(play: Play) -> None:
    perhaps: list[Outcome | Exception] = [TryLater("timeout", timedelta(seconds=-1), perhaps=True)] * 2
    channel = ScriptedChat("local", script={"VP": perhaps})
    await passes(play, "2023-01-11", channel=channel)
    shown = play.type("noi-vu", "giao nhan 10 VP").replies[0].text.splitlines()[-1]
    assert shown == "• Chưa rõ đã đến hay chưa, không gửi lại: Văn phòng HĐND-UBND thành phố"
    await passes(play, "2023-01-12", channel=channel)
    shown = play.type("noi-vu", "giao nhan 10 VP").replies[0].text.splitlines()[-1]
    assert shown == "• Đã gửi lúc 07:30 ngày 12/01/2023: Văn phòng HĐND-UBND thành phố"


async def test_notices_are_listed_beside_the_reminders(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-01")
    play.type("noi-vu", "don doc 10")
    await passes(play, "2023-02-02")
    holds(
        play,
        """
@ 2023-02-02 09:00
noi-vu: giao nhan 10
GIAO NHẬN TIN – VIỆC 10
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 01/02/2023: Văn phòng HĐND-UBND thành phố

Tin nhắc gần nhất gửi đơn vị phối hợp:
• Đã gửi lúc 07:30 ngày 11/01/2023: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác

Đôn đốc:
• Đã gửi lúc 07:30 ngày 02/02/2023: Văn phòng HĐND-UBND thành phố
""",
    )


async def test_urging_is_on_record_with_what_became_of_each_notice(play: Play) -> None:
    await passes(play, "2023-03-08")
    play.type("noi-vu", "go lien ket X-TN")
    play.type("P-QT", "xong 12 1 tin")
    play.type("noi-vu", "tra lai 12 P-QT thiếu số văn bản")
    play.now = at("2023-03-08 18:30")
    play.type("noi-vu", "don doc 12 phuong xa")
    holds(
        play,
        """
noi-vu: giao nhan 12 phuong xa
GIAO NHẬN TIN – VIỆC 12
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 08/03/2023: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác

Đôn đốc:
• Đang chờ gửi, ngày 09/03/2023: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh
• Chưa có cuộc trò chuyện, ngày 08/03/2023: UBND xã Trung Nghĩa

Trả lại, đề nghị bổ sung:
• Đang chờ gửi, ngày 08/03/2023: UBND phường Quang Trung
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 07:30 ngày 08/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND phường Quang Trung (chưa báo → đã báo; 1 tin)
• 07:30 ngày 08/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): đề nghị bổ sung, quý I – UBND phường Quang Trung (đã báo → chưa báo; “thiếu số văn bản”)
• 18:30 ngày 08/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): đôn đốc, quý I – đang chờ gửi: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh; chưa có nhóm: UBND xã Trung Nghĩa
""",
    )
    play.type("P-LL", "xong 12 3 tin")
    outcomes: list[Outcome | Exception] = [Undeliverable("blocked")]
    await passes(play, "2023-03-09", channel=ScriptedChat("local", script={"P-MK": outcomes}))
    holds(
        play,
        """
noi-vu: giao nhan 12 phường xã
GIAO NHẬN TIN – VIỆC 12
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 08/03/2023: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác

Đôn đốc:
• Đã gửi lúc 07:30 ngày 09/03/2023: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh
• Không gửi, không còn cần thiết, ngày 09/03/2023: UBND phường Lê Lợi
• Không gửi được (người nhận đã chặn hệ thống), ngày 09/03/2023: UBND phường Minh Khai
• Chưa có cuộc trò chuyện, ngày 08/03/2023: UBND xã Trung Nghĩa

Trả lại, đề nghị bổ sung:
• Đã gửi lúc 07:30 ngày 09/03/2023: UBND phường Quang Trung
noi-vu: giao nhan 12 P-QT
GIAO NHẬN TIN – VIỆC 12
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…

Tin nhắc gần nhất gửi đơn vị chủ trì:
• Đã gửi lúc 07:30 ngày 08/03/2023: UBND phường Quang Trung

Đôn đốc:
• Đã gửi lúc 07:30 ngày 09/03/2023: UBND phường Quang Trung

Trả lại, đề nghị bổ sung:
• Đã gửi lúc 07:30 ngày 09/03/2023: UBND phường Quang Trung
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 07:30 ngày 08/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND phường Quang Trung (chưa báo → đã báo; 1 tin)
• 07:30 ngày 08/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): đề nghị bổ sung, quý I – UBND phường Quang Trung (đã báo → chưa báo; “thiếu số văn bản”)
• 18:30 ngày 08/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): đôn đốc, quý I – đã đến: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh; không gửi vì không còn cần: UBND phường Lê Lợi; chưa đến được: UBND phường Minh Khai; chưa có nhóm: UBND xã Trung Nghĩa
• 18:30 ngày 08/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND phường Lê Lợi (chưa báo → đã báo; 3 tin)
""",
    )


async def test_the_record_stays_right_when_a_group_goes_by_another_id(play: Play) -> None:
    await passes(play, "2023-03-08")
    play.type("noi-vu", "don doc 12 P-LL")
    await passes(play, "2023-03-09")
    with play.conversation.store.transaction() as session:
        addressing.move_chat(session, "local", "P-LL", "P-LL-2", play.now)
    assert play.type("noi-vu", "nhat ky 12").replies[0].text.splitlines()[-1].endswith("– đã đến: UBND phường Lê Lợi")


def test_the_record_of_a_task(play: Play) -> None:
    play.now = at("2023-01-30 09:12")
    play.type("VP", "xong 10 số 12/KH-VP ngày 30/01/2023")
    play.now = at("2023-01-30 09:20")
    play.type("VP", "bao nham 10")
    holds(
        play,
        """
@ 2023-02-01 10:00
noi-vu: nhat ky 10
NHẬT KÝ – VIỆC 10
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Tháng 01/2023”)
• 09:12 ngày 30/01/2023, đ/c Nguyễn Văn A: báo kết quả – Văn phòng HĐND-UBND thành phố (chưa báo → đã báo; văn bản số 12/KH-VP ngày 30/01/2023)
• 09:20 ngày 30/01/2023, đ/c Nguyễn Văn A: rút báo cáo – Văn phòng HĐND-UBND thành phố (đã báo → chưa báo)
noi-vu: nhat ky
Đề nghị đồng chí ghi thêm số của việc, ví dụ: nhat ky 10
noi-vu: nhat ky 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
""",
    )


def test_what_several_units_did_alike_is_one_entry_and_only_the_last_thirty_are_shown(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        shares = owed(session, "5")
        for minute in range(32):
            for share in shares:
                moment = play.now + timedelta(minutes=minute)
                session.add(Change(at=moment, action="urge", subject="occurrence", subject_id=share.id))
    (said,) = play.type("noi-vu", "nhat ky 5").replies
    lines = said.text.splitlines()
    units = "Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh"
    assert lines[:2] == [
        "Còn 3 mục trước đó không hiển thị.",
        f"• 07:32 ngày 11/01/2023, hệ thống: đôn đốc, quý I – chưa có nhóm: {units}",
    ]
    assert (len(lines), lines[-1].split(",")[0]) == (31, "• 08:01 ngày 11/01/2023")
