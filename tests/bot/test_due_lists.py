"""What a unit owes within a span of days, with buttons; and the words that only begin like such a question."""

from scheduler import tick
from tests.bot.dialogues import Play, holds


def test_what_is_due_then(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-27 08:00
VP: hom nay
VIỆC HÔM NAY CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Không có việc nào đến hạn vào thứ Sáu, 27/01/2023.
VP: ngày mai
VIỆC NGÀY MAI CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Không có việc nào đến hạn vào thứ Bảy, 28/01/2023.
VP: tuần sau
VIỆC TUẦN SAU CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hạn từ thứ Hai, 30/01/2023 đến Chủ nhật, 05/02/2023:

Có thời hạn:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, còn 2 ngày làm việc)
[✅ Xong việc 10]
@ 2023-01-31 08:00
VP: hôm nay có việc gì
VIỆC HÔM NAY CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hạn thứ Ba, 31/01/2023:

Có thời hạn:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
[✅ Xong việc 10]
VP: today
VIỆC HÔM NAY CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hạn thứ Ba, 31/01/2023:

Có thời hạn:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
[✅ Xong việc 10]
@ 2023-02-27 08:00
X-TN: thang sau
VIỆC THÁNG SAU CỦA UBND XÃ TRUNG NGHĨA
Đến hạn từ thứ Tư, 01/03/2023 đến thứ Sáu, 31/03/2023:

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
X-TN: next month
VIỆC THÁNG SAU CỦA UBND XÃ TRUNG NGHĨA
Đến hạn từ thứ Tư, 01/03/2023 đến thứ Sáu, 31/03/2023:

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
VP: thang toi
VIỆC THÁNG SAU CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hạn từ thứ Tư, 01/03/2023 đến thứ Sáu, 31/03/2023:

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
""",
    )


def test_what_is_not_open_yet_is_named_too(play: Play) -> None:
    play.script("@ 2023-02-27 08:00\nnoi-vu: nhan viec III.6.1")
    composer = play.conversation.composer
    tick.run(play.conversation.store, play.now, composer.policy, composer.workdays)
    holds(
        play,
        """
TTVHTT: thang sau
VIỆC THÁNG SAU CỦA TRUNG TÂM VĂN HÓA VÀ TRUYỀN THANH
Đến hạn từ thứ Tư, 01/03/2023 đến thứ Sáu, 31/03/2023:

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 5, quý I: Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 11 ngày làm việc)

Chưa đến kỳ:
• Thứ Sáu, 31/03/2023: việc III.6.1 (báo từ 01/03/2023)
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 3] [Không phát sinh việc 3] [✅ Xong việc 5] [Không phát sinh việc 5] [✅ Xong việc 12] [Không phát sinh việc 12]
""",
    )


def test_plain_talk_that_begins_so(play: Play) -> None:
    holds(
        play,
        """
VP: hôm nay họp lúc mấy giờ
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: viec · xong 10 · tro giup
VP: tuần sau em nộp việc 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (tuần sau em nộp việc 10): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
nhom/lan: tuần sau họp nhé

lanh-dao: tuan sau
VIỆC SẮP ĐẾN HẠN – Thứ Tư, 11/01/2023
Đến hết thứ Tư, 25/01/2023 không có việc nào đến hạn.
""",
    )
