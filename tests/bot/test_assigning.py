"""Nội vụ changes who leads a task and who supports it, one unit at a time: what is asked first, told and kept."""

from dataclasses import replace

from sqlmodel import select

from data.kinds import Closing, Part, State
from data.model import Task
from data.talk import Act
from data.views import assigned
from scheduler import tick
from tests.bot.dialogues import Play, holds
from tests.building import owed


def go_on(play: Play) -> None:
    """Let the next tick come."""
    composer = play.conversation.composer
    tick.run(play.conversation.store, play.now, composer.policy, composer.workdays)


def seated(play: Play, number: str, part: Part) -> list[str]:
    with play.conversation.store.transaction() as session:
        task_id = session.exec(select(Task.id).where(Task.number == number)).one() or 0
        return [unit.code for unit in assigned.units_in(session, task_id, part)]


def standing(play: Play, number: str, code: str) -> list[tuple[str, State, Closing | None]]:
    with play.conversation.store.transaction() as session:
        return [(fact.key, fact.state, fact.closing) for fact in owed(session, number, code)]


def test_one_unit_is_taken_off_and_comes_back(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-16 08:05
noi-vu: don vi 12 bo P-LL
Đã xác định đơn vị thực hiện việc 12:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 25 đơn vị khác
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 12 VHTT
Thôi tham gia: UBND phường Lê Lợi.
Đã đóng 1 lượt báo đang mở.
Đã gửi thông báo đến đơn vị.
noi-vu: tinh hinh 12 P-LL
UBND phường Lê Lợi không chủ trì việc 12.
P-LL hears
THÔI GIAO VIỆC: việc 12
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ xác định đơn vị thôi chủ trì việc 12 của Kế hoạch số 06/KH-UBND: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Việc này không còn được nhắc tại đây; kết quả đơn vị đã báo được giữ nguyên.
Trân trọng.
P-LL: xong 12
Việc 12 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec
noi-vu: them don vi 12 phường Lê Lợi
Đã xác định đơn vị thực hiện việc 12:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 12 VHTT
Đã gửi thông báo đến đơn vị.
P-LL hears
GIAO VIỆC: việc 12
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ thông báo: đơn vị chủ trì thực hiện việc 12 của Kế hoạch số 06/KH-UBND: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Thời hạn theo Kế hoạch: thường xuyên.
Kỳ báo gần nhất đến hết thứ Ba, 14/03/2023.
Báo kết quả: xong 12 … tin … bài
Xem nội dung: viec 12
Trân trọng.
""",
    )
    assert standing(play, "12", "P-LL") == [("2023-Q1", State.OPEN, None)]
    go_on(play)
    assert standing(play, "12", "P-LL") == [("2023-Q1", State.OPEN, None)]


def test_who_has_reported_is_asked_about_first(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-01 08:05
P-LL: xong 12 3 tin 2 bài
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 08:05 ngày 01/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
noi-vu: bo don vi 12 P-LL
CHƯA THAY ĐỔI
Thôi chủ trì việc 12: UBND phường Lê Lợi.
Kết quả UBND phường Lê Lợi đã báo được giữ nguyên.
Chủ trì sau khi thay đổi: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 25 đơn vị khác.
Nếu đồng ý, gõ: don vi 12 bo P-LL dong y
[Đồng ý thay đổi]
noi-vu: dong y
Đã xác định đơn vị thực hiện việc 12:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 25 đơn vị khác
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 12 VHTT
Thôi tham gia: UBND phường Lê Lợi.
Kết quả UBND phường Lê Lợi đã báo được giữ nguyên.
Đã gửi thông báo đến đơn vị.
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 08:05 ngày 01/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND phường Lê Lợi (chưa báo → đã báo; 3 tin 2 bài)
• 08:05 ngày 01/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): xác định đơn vị thực hiện (thôi chủ trì: P-LL)
""",
    )
    assert "P-LL" not in seated(play, "12", Part.LEAD)
    assert standing(play, "12", "P-LL") == [("2023-Q1", State.DONE, None)]


def test_wholly_replaced_is_asked_about_where_many_go(play: Play) -> None:
    holds(
        play,
        """
noi-vu: don vi 12 thay KT
CHƯA THAY ĐỔI
Thôi chủ trì việc 12: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác.
33 lượt báo đang mở sẽ được đóng.
Chủ trì sau khi thay đổi: Phòng Kinh tế.
Nếu đồng ý, gõ: don vi 12 thay KT dong y
[Đồng ý thay đổi]
noi-vu: don vi 12 thay P-LL bang TTVHTT
Đã xác định đơn vị thực hiện việc 12:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 25 đơn vị khác
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 12 VHTT
Thôi tham gia: UBND phường Lê Lợi.
Đã đóng 1 lượt báo đang mở.
Đã gửi thông báo đến đơn vị.
noi-vu: don vi 3 thay KT
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Kinh tế
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Thôi tham gia: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh.
Đã đóng 2 lượt báo đang mở.
Đã gửi thông báo đến 3 đơn vị.
""",
    )
    assert "P-LL" not in (leads := seated(play, "12", Part.LEAD))
    assert (len(leads), seated(play, "3", Part.LEAD)) == (33, ["KT"])


def test_the_last_lead_stays(play: Play) -> None:
    holds(
        play,
        """
noi-vu: don vi 10 bo VP
Văn phòng HĐND-UBND thành phố là đơn vị duy nhất chủ trì việc 10; mỗi việc cần có đơn vị chủ trì. Để giao đơn vị khác, gõ: don vi 10 thay VHTT
noi-vu: don vi 10 xoa KT
Phòng Kinh tế không chủ trì việc 10.
noi-vu: phoi hop 10 bo VHTT, KT
Đã xác định đơn vị thực hiện việc 10:
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo, Phòng Y tế và 23 đơn vị khác
Thôi tham gia: Phòng Văn hóa và Thông tin, Phòng Kinh tế.
Đã gửi thông báo đến 2 đơn vị.
noi-vu: bo phoi hop 10 P-TEN
Không có đơn vị P-TEN. Xem mã đơn vị: danh sach chat
noi-vu: xoa phoi hop 9 VP
Đã xác định đơn vị thực hiện việc 9:
Chủ trì: Phòng Tư pháp
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 24 đơn vị khác
Thôi tham gia: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
P-LL: bo phoi hop 10 VHTT
“bo phoi hop” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
noi-vu: don vi 10 bo
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: don vi 3 VHTT, TTVHTT
noi-vu: don vi 10 them
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: don vi 3 VHTT, TTVHTT
""",
    )
    assert seated(play, "10", Part.LEAD) == ["VP"]


def test_an_old_button_takes_nothing_away(play: Play) -> None:
    old = play.type("noi-vu", "don vi 14 VP").replies[0].choices
    holds(
        play,
        """
noi-vu: don vi 14 VP
Việc 14 hiện do Phòng Kinh tế chủ trì.
1. Thay bằng VP
2. Thêm VP
Đề nghị trả lời bằng số thứ tự.
[1. Thay bằng VP] [2. Thêm VP]
noi-vu [2. Thêm VP]
Đã xác định đơn vị thực hiện việc 14:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Kinh tế
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 7 đơn vị khác
Đã gửi thông báo đến đơn vị.
""",
    )
    shown = play.type("noi-vu", "don vi 14 NV").replies[0].choices
    asked = Act("don vi", ("14",), units=("NV",), made_for=("VP", "KT"))
    assert [choice.act for choice in shown] == [replace(asked, how="thay"), replace(asked, how="them")]
    assert [choice.act.typed for choice in shown] == ["don vi 14 thay NV", "don vi 14 them NV"]
    play.buttons["noi-vu"] = old
    holds(play, "noi-vu [1. Thay bằng VP]\nNút này đã cũ. Để xem việc hiện tại, gõ: viec")
    # As a button of an earlier release has it, typed.
    holds(play, "noi-vu: don vi 14 dang KT thay VP\nLựa chọn này đã cũ. Để xem việc hiện tại, gõ: viec")
    play.buttons["noi-vu"] = old
    holds(
        play,
        """
noi-vu [2. Thêm VP]
Đơn vị thực hiện việc 14, không thay đổi:
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Kinh tế
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 7 đơn vị khác
KT hears
(nothing)
noi-vu: don vi 14 thay KT bang VP
Đã xác định đơn vị thực hiện việc 14:
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 7 đơn vị khác
Thôi tham gia: Phòng Kinh tế.
Đã đóng 1 lượt báo đang mở.
Đã gửi thông báo đến đơn vị.
KT hears
THÔI GIAO VIỆC: việc 14
Kính gửi: Phòng Kinh tế
Phòng Nội vụ xác định đơn vị thôi chủ trì việc 14 của Kế hoạch số 06/KH-UBND: Tuyên truyền cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh.
Việc này không còn được nhắc tại đây; kết quả đơn vị đã báo được giữ nguyên.
Trân trọng.
""",
    )


def test_a_unit_without_a_chat_is_named(play: Play) -> None:
    play.type("noi-vu", "go lien ket X-PCH 1")
    holds(
        play,
        """
noi-vu: don vi 14 thay X-PCH
Đã xác định đơn vị thực hiện việc 14:
Chủ trì: UBND xã Phương Chiểu
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 8 đơn vị khác
Thôi tham gia: Phòng Kinh tế.
Đã đóng 1 lượt báo đang mở.
Đã gửi thông báo đến 1 đơn vị.
Chưa có cuộc trò chuyện, đề nghị báo trực tiếp: UBND xã Phương Chiểu.
""",
    )


def test_who_follows_a_task_up_is_named_added_and_taken_off(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 08:00
noi-vu: theo doi 3 TUPHAP
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Theo dõi, đôn đốc: Phòng Tư pháp
TUPHAP: viec 3
VIỆC 3 – Kế hoạch số 06/KH-UBND
Phát triển các hình thức tuyên truyền CCHC.
Sản phẩm: Tin, bài, phóng sự, tờ rơi, pano, áp phích
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: Các phòng, ban, đơn vị có liên quan.
Theo dõi, đôn đốc: Phòng Tư pháp
Thời hạn theo Kế hoạch: thường xuyên
TUPHAP: vi sao 3
VIỆC 3 – Kế hoạch số 06/KH-UBND
Phát triển các hình thức tuyên truyền CCHC.
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 3, Phòng Tư pháp là đơn vị theo dõi, đôn đốc; đơn vị được báo khi \
việc quá hạn.
Thời hạn theo Kế hoạch: thường xuyên
noi-vu: theo doi 3 them NV
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Theo dõi, đôn đốc: Phòng Nội vụ, Phòng Tư pháp
noi-vu: theo doi 3 bo TUPHAP
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Theo dõi, đôn đốc: Phòng Nội vụ
Thôi tham gia: Phòng Tư pháp.
Đã gửi thông báo đến đơn vị.
TUPHAP hears
THÔI GIAO VIỆC: việc 3
Kính gửi: Phòng Tư pháp
Phòng Nội vụ xác định đơn vị thôi theo dõi, đôn đốc việc 3 của Kế hoạch số 06/KH-UBND: \
Phát triển các hình thức tuyên truyền CCHC.
Việc này không còn được nhắc tại đây; kết quả đơn vị đã báo được giữ nguyên.
Trân trọng.
noi-vu: theo doi 3 bo KT
Phòng Kinh tế không phải đơn vị theo dõi việc 3.
noi-vu: theo doi 3 VHTT, NV
Phòng Văn hóa và Thông tin đang chủ trì việc 3 nên không ghi thêm vai trò khác trong việc này.
""",
    )
    assert seated(play, "3", Part.MONITORING) == ["NV"]
