"""Nội vụ sees which difficulties wait, answers them, and may bring them before the leaders."""

from tests.bot.dialogues import Play, holds


def test_a_difficulty_waits_until_it_is_answered(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-10 09:00
noi-vu: go vuong
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Sáu, 10/03/2023
Không có vướng mắc nào chờ trả lời.
P-LL: vuong 12 chưa có cán bộ chuyên trách
Đã ghi nhận và báo Phòng Nội vụ: UBND phường Lê Lợi có vướng mắc khi thực hiện việc 12, quý I: chưa có cán bộ chuyên trách.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 2 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12
noi-vu: go vuong
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Sáu, 10/03/2023
• Việc 12, quý I: UBND phường Lê Lợi – “chưa có cán bộ chuyên trách”
Trả lời đơn vị: go vuong 12 P-LL … · Trình lãnh đạo: trinh lanh dao
noi-vu: trinh lanh dao
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Sáu, 10/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 28 ngày làm việc)
  1 đơn vị chưa kết nối hoặc chưa nhận được tin nhắc

Vướng mắc, khó khăn:
• Việc 12, quý I: UBND phường Lê Lợi – “chưa có cán bộ chuyên trách”

Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 12]
noi-vu: go vuong 12 P-LL
Đề nghị ghi thêm nội dung sau số của việc, ví dụ: go vuong 12 P-LL …
noi-vu: go vuong 1 P-LL đề nghị chờ hướng dẫn
Việc 1 không có vướng mắc chờ trả lời. Để xem các vướng mắc, gõ: go vuong
noi-vu: go vuong 12 P-LL đề nghị phân công công chức kiêm nhiệm
Đã trả lời vướng mắc của UBND phường Lê Lợi trong việc 12, quý I: đề nghị phân công công chức kiêm nhiệm.
Đã gửi thông báo đến đơn vị.
P-LL hears
TRẢ LỜI VƯỚNG MẮC: việc 12, quý I
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ trả lời vướng mắc của đơn vị trong việc 12, quý I (Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…): đề nghị phân công công chức kiêm nhiệm.
Trân trọng.
noi-vu: go vuong
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Sáu, 10/03/2023
Không có vướng mắc nào chờ trả lời.
noi-vu: trinh lanh dao
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Sáu, 10/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 28 ngày làm việc)
  1 đơn vị chưa kết nối hoặc chưa nhận được tin nhắc

Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 10
[Gửi lãnh đạo] [Bỏ việc 10]
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 09:00 ngày 10/03/2023, đ/c Nguyễn Văn A: báo vướng mắc, quý I – UBND phường Lê Lợi (“chưa có cán bộ chuyên trách”)
• 09:00 ngày 10/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): trả lời vướng mắc, quý I – UBND phường Lê Lợi (“đề nghị phân công công chức kiêm nhiệm”)
""",
    )


def test_of_several_units_the_one_that_is_meant_is_named(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-10 09:00
P-LL: vuong 12 chưa có cán bộ
Đã ghi nhận và báo Phòng Nội vụ: UBND phường Lê Lợi có vướng mắc khi thực hiện việc 12, quý I: chưa có cán bộ.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 2 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12
X-TN: vuong 12 chưa có kinh phí
Đã ghi nhận và báo Phòng Nội vụ: UBND xã Trung Nghĩa có vướng mắc khi thực hiện việc 12, quý I: chưa có kinh phí.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 2 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12
noi-vu: go vuong 12 chờ hướng dẫn của tỉnh
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: go vuong 12 P-LL …
noi-vu: go vuong 12 P-LL, X-TN chờ hướng dẫn của tỉnh
Đã trả lời vướng mắc của UBND phường Lê Lợi trong việc 12, quý I: chờ hướng dẫn của tỉnh.
Đã gửi thông báo đến đơn vị.
---
Đã trả lời vướng mắc của UBND xã Trung Nghĩa trong việc 12, quý I: chờ hướng dẫn của tỉnh.
Đã gửi thông báo đến đơn vị.
""",
    )


def test_what_is_reported_is_in_nobody_s_way_any_more(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-10 09:00
P-LL: vuong 12 chưa có cán bộ
Đã ghi nhận và báo Phòng Nội vụ: UBND phường Lê Lợi có vướng mắc khi thực hiện việc 12, quý I: chưa có cán bộ.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 2 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12
P-LL: xong 12 2 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 10/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
noi-vu: go vuong
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Sáu, 10/03/2023
Không có vướng mắc nào chờ trả lời.
""",
    )
