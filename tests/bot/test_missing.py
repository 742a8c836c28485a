"""Who has not reported: of a task, a unit, a group, a period, or of all that has been due or nearly is."""

from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


def test_before_the_day(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-08 08:00
P-LL: xong 1 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 08/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: chua bao
CHƯA BÁO – Thứ Tư, 08/03/2023
• Việc 10 – chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố (hạn: thứ Ba, 31/01/2023, quá hạn 26 ngày làm việc)
• Quý I (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): việc 1 – 33/34 đơn vị; việc 3, 5 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh; việc 4 – Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin; việc 7, 8 – Phòng Tư pháp; việc 12, 13 – 34 đơn vị; việc 14, 15 – Phòng Kinh tế
Xem một việc: chua bao 10 · Đôn đốc: don doc 1, 3, 4, 5, 7, 8, 10, 12, 13, 14, 15
noi-vu: chua bao P-LL
CHƯA BÁO – Thứ Tư, 08/03/2023
UBND phường Lê Lợi:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): việc 12, 13
Xem một việc: chua bao 12 P-LL · Đôn đốc: don doc 12, 13 P-LL
noi-vu: chua bao P-LL 1
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Việc 1, quý I: UBND phường Lê Lợi đã báo.
noi-vu: chua bao 12 phường Lê Lợi
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Việc 12, quý I: 1 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): UBND phường Lê Lợi
Đôn đốc: don doc 12 P-LL
[Đôn đốc 1 đơn vị]
noi-vu: chua bao 12 quy 1 P-LL, X-TN
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Việc 12, quý I: 2 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): UBND phường Lê Lợi, UBND xã Trung Nghĩa
Đôn đốc: don doc 12 quy 1 P-LL X-TN
[Đôn đốc 2 đơn vị]
noi-vu [Đôn đốc 2 đơn vị]
Đã gửi tin đôn đốc đến 2 đơn vị:
• Việc 12, quý I: UBND phường Lê Lợi, UBND xã Trung Nghĩa
noi-vu: chua bao 10 P-LL
UBND phường Lê Lợi không chủ trì việc 10.
VHTT: chua bao P-LL
CHƯA BÁO – Thứ Tư, 08/03/2023
UBND phường Lê Lợi:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): việc 12, 13
Xem một việc: chua bao 12 P-LL
KT: chua bao
“chua bao” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )


async def test_when_the_period_has_closed(play: Play) -> None:
    await passes(play, "2023-03-14", "2023-03-15")
    play.type("P-LL", "xong 1 3 tin")
    await passes(play, "2023-03-23")
    holds(
        play,
        """
noi-vu: chua bao
CHƯA BÁO – Thứ Năm, 23/03/2023
• Việc 10 – Văn phòng HĐND-UBND thành phố (hạn: thứ Ba, 31/01/2023, quá hạn 37 ngày làm việc)
• Quý I (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): việc 1, 12, 13 – 34 đơn vị; việc 3, 5 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh; việc 4 – Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin; việc 7, 8 – Phòng Tư pháp; việc 14, 15 – Phòng Kinh tế
Xem một việc: chua bao 10 · Đôn đốc: don doc 1, 3, 4, 5, 7, 8, 10, 12, 13, 14, 15
noi-vu: chua bao 1 quy 1
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Việc 1, quý I: 34 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): 17 phòng, ban, đơn vị (tất cả); 17 phường, xã (tất cả)
Đôn đốc: don doc 1 quy 1
[Đôn đốc 34 đơn vị]
noi-vu: chua bao P-LL
CHƯA BÁO – Thứ Năm, 23/03/2023
UBND phường Lê Lợi:
• Quý I (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): việc 1, 12, 13
• Quý II (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc): việc 1, 12, 13
Xem một việc: chua bao 1 P-LL · Đôn đốc: don doc 1, 12, 13 P-LL
noi-vu: chua bao quy 1 phuong xa
CHƯA BÁO – Thứ Năm, 23/03/2023
UBND các phường, xã, quý I/2023:
• Quý I (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): việc 1, 12, 13 – 17 đơn vị
Xem một việc: chua bao 1 phuong xa quy 1 · Đôn đốc: don doc 1, 12, 13 phuong xa quy 1
""",
    )
