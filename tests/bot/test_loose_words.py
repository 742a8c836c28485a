"""Words near a command: slips of the fingers, courtesy, all tasks at once, and how Nội vụ puts the unit first."""

from tests.bot.dialogues import Play, holds


def test_a_slip_is_asked_about(play: Play) -> None:
    holds(
        play,
        """
VP: xogn 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 2
Đã rõ, không thay đổi gì.
VP: xomg10 số 5/KH-VP
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10 (số 5/KH-VP): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 5/KH-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_courtesy_and_signs_say_that_it_was_received(play: Play) -> None:
    holds(
        play,
        """
VP: ok 10
Đã ghi nhận đồng chí nhận được tin nhắc việc 10.
VP: dạ
Chưa có tin nhắc để xác nhận.
VP: 👍👍
Chưa có tin nhắc để xác nhận.
VP: đã xem ạ
Chưa có tin nhắc để xác nhận.
""",
    )


def test_all_tasks_at_once_are_one_choice(play: Play) -> None:
    holds(
        play,
        """
VP: không phát sinh tất cả các việc
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo không phát sinh trong kỳ: khong phat sinh 1, 4, 12, 13
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 1, 4, 12, 13.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 4] [↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
""",
    )


def test_the_office_may_name_the_unit_first(play: Play) -> None:
    holds(
        play,
        """
noi-vu: gia hạn cho VP việc 11 đến 30/6
Căn cứ nào? Đề nghị đồng chí ghi số văn bản hoặc ý kiến của ai.
noi-vu: ghi nhận báo cáo việc 10 của VP
Văn phòng HĐND-UBND thành phố chưa có báo cáo việc 10 để xem.
noi-vu: đôn đốc văn phòng việc 10
Việc 10 còn trong hạn (31/01/2023), chưa cần đôn đốc.
Nếu vẫn gửi, gõ: don doc 10 VP van gui
[Vẫn đôn đốc]
VP: xong 10 số 5/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 5/KH-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: trả lại VP việc 10 thiếu số
Đã trả lại báo cáo việc 10 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: thiếu số.
Đã gửi thông báo đến đơn vị.
noi-vu: don doc tat ca
Đến thứ Tư, 11/01/2023, không có việc quá hạn.
noi-vu: đơn vị nào chưa báo việc 10
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Việc 10: 1 đơn vị chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc): Văn phòng HĐND-UBND thành phố
""",
    )


def test_days_as_people_say_them(play: Play) -> None:
    holds(
        play,
        """
VP: gia han 10 hết tháng 2 chờ ý kiến
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (đến 28/02/2023, chờ ý kiến): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Ba, 28/02/2023.
Lý do: chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: gia han 10 thêm 5 ngày
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (đến 05/02/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết Chủ nhật, 05/02/2023.
Đề nghị này thay cho đề nghị trước (đến 28/02/2023).
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 05/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: nhac sau 10 thu 6
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Sáu, 13/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
noi-vu: dat han 11 cuối tháng
Đã đặt thời hạn việc 11: thứ Ba, 31/01/2023 (còn 9 ngày làm việc).
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
VP: xong 1 quy 4/9999
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Ghi chú: quy 4/9999. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
""",
    )
