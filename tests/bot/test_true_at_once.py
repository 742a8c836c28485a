"""What a command changes is true for the next command, before any tick."""

from bot import attachments
from tests.bot.dialogues import Play, holds
from tests.building import PLAN


def test_a_duty_taken_on_can_be_given_a_day_and_be_reported(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: nhan viec III.1.1
Đã nhận theo dõi nhiệm vụ III.1.1: Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022.
Chủ trì: Phòng Văn hóa và Thông tin
Thời hạn theo Kế hoạch: chưa có ngày cụ thể
noi-vu: dat han III.1.1 30/06/2023
Đã đặt thời hạn việc III.1.1: thứ Sáu, 30/06/2023.
Áp dụng đối với: Phòng Văn hóa và Thông tin.
Đã gửi thông báo đến đơn vị.
noi-vu: tinh hinh III.1.1
TÌNH HÌNH VIỆC III.1.1 – Thứ Năm, 12/01/2023
Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022
Phòng Văn hóa và Thông tin: chưa báo (hạn: thứ Sáu, 30/06/2023).
VHTT: xong III.1.1 số 5/KH-VHTT
Đã ghi nhận Phòng Văn hóa và Thông tin báo hoàn thành việc III.1.1, trước hạn 113 ngày làm việc (hạn: thứ Sáu, 30/06/2023).
Minh chứng: văn bản số 5/KH-VHTT. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham III.1.1
[↩️ Báo nhầm việc III.1.1]
""",
    )


def test_the_unit_that_leads_from_now_on_owes_it_at_once(play: Play) -> None:
    play.type("noi-vu", "don vi 10 thay KT dong y")
    holds(
        play,
        """
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Tư, 11/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Phòng Kinh tế: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
noi-vu: dat han 10 28/02/2023 theo công văn số 15/UBND-VP
Đã đặt thời hạn việc 10: thứ Ba, 28/02/2023 (còn 29 ngày làm việc).
Thời hạn theo Kế hoạch: thứ Ba, 31/01/2023
Căn cứ: công văn số 15/UBND-VP.
Áp dụng đối với: Phòng Kinh tế.
Đã gửi thông báo đến đơn vị.
KT: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Phòng Kinh tế: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Ba, 28/02/2023, còn 29 ngày làm việc)
Căn cứ: công văn số 15/UBND-VP.
""",
    )


def test_a_plan_that_is_accepted_in_chat_holds_at_once(play: Play) -> None:
    folder = play.conversation.folder
    assert folder is not None
    moved = PLAN.read_bytes().replace("\tTháng 01/2023".encode(), "\tTháng 02/2023".encode())
    play.type("noi-vu", "", file=attachments.put(folder, "ke-hoach.txt", moved, ""), other="file")
    play.press("noi-vu", "Nhập và bắt đầu theo dõi")
    holds(
        play,
        """
VP: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 02/2023 (hết ngày 28/02/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 28/02/2023, còn 29 ngày làm việc)
""",
    )


def test_what_an_amended_plan_moved_has_its_new_day_once_its_report_is_taken_back(play: Play) -> None:
    folder = play.conversation.folder
    assert folder is not None
    play.type("VP", "xong 10 số 12/KH-VP")
    moved = PLAN.read_bytes().replace("\tTháng 01/2023".encode(), "\tTháng 02/2023".encode())
    play.type("noi-vu", "", file=attachments.put(folder, "ke-hoach.txt", moved, ""), other="file")
    play.press("noi-vu", "Nhập và bắt đầu theo dõi")
    play.type("VP", "bao nham 10")
    holds(
        play,
        """
VP: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 02/2023 (hết ngày 28/02/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 28/02/2023, còn 29 ngày làm việc)
""",
    )


def test_an_extension_that_is_granted_holds_at_once(play: Play) -> None:
    play.type("VP", "gia han 10 28/02/2023 vì chờ ý kiến")
    play.type("noi-vu", "cho gia han 10 VP 28/02 theo công văn số 15/UBND-VP")
    holds(
        play,
        """
VP: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Ba, 28/02/2023, còn 29 ngày làm việc)
Căn cứ: công văn số 15/UBND-VP.
""",
    )
