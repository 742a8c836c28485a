"""What Nội vụ settles in a plan is told to the units that it is about."""

from tests.bot.dialogues import Play, holds


def test_a_day_that_is_set_is_told_to_those_who_owe_the_task(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-16 08:05
noi-vu: dat han 11 30/06/2023
Đã đặt thời hạn việc 11: thứ Sáu, 30/06/2023.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
VP hears
THÔNG BÁO THỜI HẠN: việc 11, hạn 30/06/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ thông báo thời hạn việc 11 (Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…): hết thứ Sáu, 30/06/2023.
Khi hoàn thành, gõ: xong 11 số …/BC-VP
Trân trọng.
[✅ Xong việc 11]
noi-vu: dat han 2 28/04/2023
Đã đặt thời hạn việc 2: thứ Sáu, 28/04/2023 (còn 51 ngày làm việc).
Áp dụng đối với: Phòng Nội vụ.
Đã gửi thông báo đến đơn vị.
""",
    )
    assert play.notices("noi-vu") == []


def test_a_report_made_meanwhile_leaves_nothing_to_tell(play: Play) -> None:
    play.script("@ 2023-02-16 08:05\nnoi-vu: dat han 11 30/06/2023\nVP: xong 11 số 98/BC-VP")
    assert play.notices("VP") == []


def test_a_unit_that_is_named_as_leading_hears_of_it(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-16 08:05
noi-vu: don vi 3 thêm KT, TCKH
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Trung tâm Văn hóa và Truyền thanh
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Đã gửi thông báo đến 2 đơn vị.
KT hears
GIAO VIỆC: việc 3
Kính gửi: Phòng Kinh tế
Phòng Nội vụ thông báo: đơn vị chủ trì thực hiện việc 3 của Kế hoạch số 06/KH-UBND: Phát triển các hình thức tuyên truyền CCHC.
Thời hạn theo Kế hoạch: thường xuyên.
Kỳ báo gần nhất đến hết thứ Ba, 14/03/2023.
Báo kết quả: xong 3 … tin … bài
Xem nội dung: viec 3
Trân trọng.
noi-vu: don vi 3 thêm KT
Đơn vị thực hiện việc 3, không thay đổi:
Chủ trì: Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Trung tâm Văn hóa và Truyền thanh
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
""",
    )
    assert [len(play.notices(chat)) for chat in ("KT", "VHTT")] == [1, 0]
