"""Nội vụ gives a task that no plan has: shown first, then it stands by its own number and is told to its units."""

from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


async def test_a_task_is_given_with_a_yes_and_followed_up_like_those_of_a_plan(play: Play) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
noi-vu: giao viec P-LL, X-TN trước 15/4: rà soát thủ tục hành chính
Chưa giao việc. Có giao nhiệm vụ sau không?
1. rà soát thủ tục hành chính; đơn vị thực hiện: UBND phường Lê Lợi, UBND xã Trung Nghĩa; hạn: hết thứ Sáu, 14/04/2023
Đề nghị trả lời bằng số thứ tự.
[1. Giao việc]
noi-vu: 1
Đã giao việc 16 cho UBND phường Lê Lợi, UBND xã Trung Nghĩa: Rà soát thủ tục hành chính.
Hạn: hết thứ Sáu, 14/04/2023.
Đã gửi thông báo đến 2 đơn vị.
P-LL hears
GIAO VIỆC: việc 16
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ thông báo: đơn vị chủ trì thực hiện việc 16 của Kế hoạch “Nhiệm vụ giao thêm năm 2023”: Rà soát thủ tục hành chính.
Thời hạn theo Kế hoạch: hết ngày 14/04/2023.
Kỳ báo gần nhất đến hết thứ Sáu, 14/04/2023.
Báo kết quả: xong 16 số …/BC-UBND
Xem nội dung: viec 16
Trân trọng.
P-LL: xong 16 số 5/BC-UBND
Đã ghi nhận UBND phường Lê Lợi báo hoàn thành việc 16, trước hạn 21 ngày làm việc (hạn: thứ Sáu, 14/04/2023).
Minh chứng: văn bản số 5/BC-UBND. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 16
[↩️ Báo nhầm việc 16]
noi-vu: tinh hinh 16
TÌNH HÌNH VIỆC 16 – Thứ Năm, 16/03/2023
Rà soát thủ tục hành chính
1/2 đơn vị đã báo.
Chưa báo (hạn: thứ Sáu, 14/04/2023, còn 21 ngày làm việc): UBND xã Trung Nghĩa
Đơn vị tự báo, chưa xem:
• UBND phường Lê Lợi – văn bản số 5/BC-UBND
noi-vu: ghi nhan 16
Đã ghi nhận báo cáo việc 16: UBND phường Lê Lợi – văn bản số 5/BC-UBND.
noi-vu: giao UBND các phường, xã rà soát TTHC xong trước 15/4
Chưa giao việc. Có giao nhiệm vụ sau không?
1. rà soát TTHC; đơn vị thực hiện: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh; hạn: hết thứ Sáu, 14/04/2023
Đề nghị trả lời bằng số thứ tự.
[1. Giao việc]
noi-vu: 1
Đã giao việc 17 cho UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa, UBND xã Liên Phương, UBND xã Hồng Nam, UBND xã Quảng Châu, UBND xã Bảo Khê, UBND xã Phú Cường, UBND xã Hùng Cường, UBND xã Phương Chiểu, UBND xã Tân Hưng, UBND xã Hoàng Hanh: Rà soát TTHC.
Hạn: hết thứ Sáu, 14/04/2023.
Đã gửi thông báo đến 17 đơn vị.
noi-vu: giao viec phòng Kinh tế lập danh mục đầu tư
Chưa giao việc. Có giao nhiệm vụ sau không?
1. lập danh mục đầu tư; đơn vị thực hiện: Phòng Kinh tế; chưa có thời hạn
Đề nghị trả lời bằng số thứ tự.
[1. Giao việc]
noi-vu: 1
Đã giao việc 18 cho Phòng Kinh tế: Lập danh mục đầu tư.
Để đặt thời hạn, gõ: dat han 18 …
Đã gửi thông báo đến đơn vị.
noi-vu: nhat ky 18
NHẬT KÝ – VIỆC 18
• 07:30 ngày 16/03/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): giao việc (Chủ trì: KT)
noi-vu: dat han 18 30/6
Đã đặt thời hạn việc 18: thứ Sáu, 30/06/2023.
Áp dụng đối với: Phòng Kinh tế.
Đã gửi thông báo đến đơn vị.
noi-vu: han 18
VIỆC 18 – Kế hoạch “Nhiệm vụ giao thêm năm 2023”
Lập danh mục đầu tư.
Thời hạn theo Kế hoạch: chưa có ngày cụ thể
Phòng Kinh tế: chưa báo (hạn: thứ Sáu, 30/06/2023)
noi-vu: giao viec rà soát
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: giao viec P-LL, X-TN 15/04: …
noi-vu: giao viec P-LL
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: giao viec P-LL, X-TN 15/04: …
noi-vu: giao viec P-LL 1/3/2023: rà soát
Ngày 01/03/2023 đã qua. Đề nghị chọn ngày từ hôm nay trở đi.
noi-vu: thêm nhiệm vụ cho VP
Đề nghị đồng chí ghi rõ nội dung, ví dụ kết quả hoặc số văn bản.
P-LL: giao viec VP: rà soát
“giao viec” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )


def test_a_task_that_there_is_gets_a_lead_unit(play: Play) -> None:
    holds(
        play,
        """
noi-vu: giao việc 14 cho phòng TCKH
Việc 14 đã có trong kế hoạch (Tuyên truyền cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh).
1. Thêm đơn vị chủ trì: Phòng Tài chính - Kế hoạch
Đề nghị trả lời bằng số thứ tự.
[1. Thêm đơn vị chủ trì: Phòng Tài chính - Kế hoạch]
noi-vu [1. Thêm đơn vị chủ trì: Phòng Tài chính - Kế hoạch]
Đã xác định đơn vị thực hiện việc 14:
Chủ trì: Phòng Tài chính - Kế hoạch, Phòng Kinh tế
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội, Phòng Giáo dục và Đào tạo và 7 đơn vị khác
Đã gửi thông báo đến đơn vị.
""",
    )
