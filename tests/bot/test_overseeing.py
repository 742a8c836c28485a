"""How things stand: a plan, a task, a unit, a period; what units say apart from what has been looked through."""

from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


def test_a_unit(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-01 08:00
VHTT: xong 3 3 tin 2 bài
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 3 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 01/02/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
VHTT: khong phat sinh 4
Đã ghi nhận Phòng Văn hóa và Thông tin không phát sinh hoạt động trong quý I đối với việc 4.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 01/02/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
noi-vu: ghi nhan 4 VHTT
Đã ghi nhận báo cáo việc 4, quý I: Phòng Văn hóa và Thông tin – không phát sinh.
noi-vu: tinh hinh VHTT
TÌNH HÌNH PHÒNG VĂN HÓA VÀ THÔNG TIN – Thứ Tư, 01/02/2023
Tổng số: đã báo 2/6 báo cáo (đơn vị tự báo, chưa xem: 1; Phòng Nội vụ đã ghi nhận: 1), trong hạn 4.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 3, quý I: đã báo 08:00 ngày 01/02/2023 – 3 tin 2 bài
• Việc 4, quý I: đã báo không phát sinh, 08:00 ngày 01/02/2023 – Phòng Nội vụ đã ghi nhận
• Việc 5, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
noi-vu: tinh hinh phòng Văn hóa và Thông tin
TÌNH HÌNH PHÒNG VĂN HÓA VÀ THÔNG TIN – Thứ Tư, 01/02/2023
Tổng số: đã báo 2/6 báo cáo (đơn vị tự báo, chưa xem: 1; Phòng Nội vụ đã ghi nhận: 1), trong hạn 4.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 3, quý I: đã báo 08:00 ngày 01/02/2023 – 3 tin 2 bài
• Việc 4, quý I: đã báo không phát sinh, 08:00 ngày 01/02/2023 – Phòng Nội vụ đã ghi nhận
• Việc 5, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
lanh-dao: tinh hinh phong tu phap
TÌNH HÌNH PHÒNG TƯ PHÁP – Thứ Tư, 01/02/2023
Tổng số: đã báo 0/7 báo cáo, trong hạn 6, chưa đến kỳ 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 6: chưa báo (hạn: Chủ nhật, 31/12/2023)
• Việc 7, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 8, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 9: chưa báo (hạn: thứ Bảy, 30/09/2023)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
noi-vu: tinh hinh KBNN
TÌNH HÌNH KHO BẠC NHÀ NƯỚC – Thứ Tư, 01/02/2023
Kho bạc Nhà nước không chủ trì việc nào của kế hoạch.
VHTT: tinh hinh TUPHAP
TÌNH HÌNH PHÒNG TƯ PHÁP – Thứ Tư, 01/02/2023
Tổng số: đã báo 0/7 báo cáo, trong hạn 6, chưa đến kỳ 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 6: chưa báo (hạn: Chủ nhật, 31/12/2023)
• Việc 7, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 8, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 9: chưa báo (hạn: thứ Bảy, 30/09/2023)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
TUPHAP: tinh hinh TUPHAP
“tinh hinh” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )


def test_a_period(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-20 08:00
VP: xong 10
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 34 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 20/03/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tinh hinh thang 1
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong tháng 01/2023: đã báo 1/1 báo cáo (đơn vị tự báo, chưa xem: 1), trong đó chậm hạn 1.
• Việc 10: Ban hành Kế hoạch truyền thông… – đã báo 1/1 (đơn vị tự báo, chưa xem: 1), trong đó chậm hạn 1
Xem thêm: qua han · tinh hinh 10
noi-vu: tinh hinh quý I/2023
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong quý I/2023: đã báo 1/114 báo cáo (đơn vị tự báo, chưa xem: 1), trong đó chậm hạn 1; chưa báo, còn nhận báo bổ sung 113.
• Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà… – đã báo 0/34, chưa báo, còn nhận báo bổ sung 34
• Việc 3: Phát triển các hình thức tuyên truyền CCHC – đã báo 0/2, chưa báo, còn nhận báo bổ sung 2
• Việc 4: Xây dựng, duy trì chuyên trang thông tin… – đã báo 0/3, chưa báo, còn nhận báo bổ sung 3
• Việc 5: Tuyên truyền công tác cải cách tổ chức bộ… – đã báo 0/2, chưa báo, còn nhận báo bổ sung 2
• Việc 7: Tuyên truyền cải cách thể chế lồng ghép… – đã báo 0/1, chưa báo, còn nhận báo bổ sung 1
• Việc 8: Tuyên truyền, phổ biến các văn bản pháp luật… – đã báo 0/1, chưa báo, còn nhận báo bổ sung 1
• Việc 10: Ban hành Kế hoạch truyền thông… – đã báo 1/1 (đơn vị tự báo, chưa xem: 1), trong đó chậm hạn 1
• Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT… – đã báo 0/34, chưa báo, còn nhận báo bổ sung 34
• Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh… – đã báo 0/34, chưa báo, còn nhận báo bổ sung 34
• Việc 14: Tuyên truyền cải thiện môi trường đầu tư kinh… – đã báo 0/1, chưa báo, còn nhận báo bổ sung 1
• Việc 15: Tuyên truyền, phổ biến các luật mới… – đã báo 0/1, chưa báo, còn nhận báo bổ sung 1
Xem thêm: qua han · tinh hinh 1
noi-vu: tinh hinh 6 thang cuoi nam
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong 6 tháng cuối năm 2023: đã báo 0/1 báo cáo, trong hạn 1.
• Việc 6: Tuyên truyền, phổ biến thực hiện các Quyết… – đã báo 0/1, trong hạn 1
Chưa đến kỳ:
• Thứ Năm, 14/09/2023: việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (báo từ 15/06/2023)
• Thứ Bảy, 30/09/2023: việc 9 (báo từ 01/07/2023)
• Thứ Năm, 14/12/2023: việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (báo từ 15/09/2023)
Xem thêm: qua han · tinh hinh 6
noi-vu: tinh hinh 3 quy 1
TÌNH HÌNH VIỆC 3, QUÝ I/2023 – Thứ Hai, 20/03/2023
Phát triển các hình thức tuyên truyền CCHC
0/2 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03):
  Chưa kết nối hoặc chưa nhận được tin nhắc: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
""",
    )


async def test_in_grace_the_period_that_has_ended_is_shown_with_all_that_was_said_in_it(play: Play) -> None:
    await passes(play, "2023-03-10")
    for chat, text in (("P-LL", "xong 1 3 tin 2 bài"), ("X-TN", "xong 1 2 tin"), ("P-QT", "xong 1"), ("KT", "xong 1")):
        play.type(chat, text)
    play.type("P-HC", "khong phat sinh 1")
    play.type("noi-vu", "ghi nhan 1 P-LL")
    await passes(play, "2023-03-15")
    holds(
        play,
        """
noi-vu: tinh hinh 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Tư, 15/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
5/34 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03): 16 phòng, ban, đơn vị (tất cả trừ Phòng Kinh tế); 13 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa)
Không phát sinh: UBND phường Hồng Châu
Đơn vị tự báo, chưa xem:
• Phòng Kinh tế – chưa ghi kết quả
• UBND phường Quang Trung – chưa ghi kết quả
• UBND xã Trung Nghĩa – 2 tin
Phòng Nội vụ đã ghi nhận:
• UBND phường Lê Lợi – 3 tin 2 bài
Tổng: 5 tin, 2 bài
Kỳ sau: tinh hinh 1 quy 2
noi-vu: tinh hinh 1 quy 2
TÌNH HÌNH VIỆC 1, QUÝ II/2023 – Thứ Tư, 15/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
0/34 đơn vị đã báo.
Chưa báo (hạn: thứ Tư, 14/06/2023): 17 phòng, ban, đơn vị (tất cả); 17 phường, xã (tất cả)
Kỳ trước: tinh hinh 1 quy 1
noi-vu: chua bao 1
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Việc 1, quý I: 29 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03): 16 phòng, ban, đơn vị (tất cả trừ Phòng Kinh tế); 13 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa)
Đôn đốc: don doc 1
Kỳ sau: chua bao 1 quy 2
[Đôn đốc 29 đơn vị]
noi-vu: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Tư, 15/03/2023
• Việc 1, quý I: Phòng Kinh tế, UBND phường Quang Trung – chưa ghi kết quả; UBND phường Hồng Châu – không phát sinh; UBND xã Trung Nghĩa – 2 tin
Ghi nhận: ghi nhan 1 · Trả lại: tra lai 1 KT và lý do
[Ghi nhận việc 1 – KT] [Ghi nhận việc 1 – P-QT] [Ghi nhận việc 1 – P-HC] [Ghi nhận việc 1 – X-TN]
lanh-dao: qua han
VIỆC QUÁ HẠN – Thứ Tư, 15/03/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
Ngoài ra còn 108 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03.
Xem: chua bao
noi-vu: qua han
VIỆC QUÁ HẠN – Thứ Tư, 15/03/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc 10 · Trình lãnh đạo: trinh lanh dao
Ngoài ra còn 108 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03.
Xem: chua bao · Đôn đốc: don doc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15
[Đôn đốc việc 10] [Đôn đốc việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15] [Trình lãnh đạo]
""",
    )


async def test_what_nobody_objected_to_and_what_was_late_or_missed_is_counted_apart(play: Play) -> None:
    await passes(play, "2023-02-01")
    play.type("VP", "xong 10 số 12/KH-VP")
    play.type("VP", "xong 1 3 tin")
    play.type("noi-vu", "ghi nhan 1 VP")
    await passes(play, "2023-02-16", "2023-03-15", "2023-03-22", "2023-03-23")
    play.type("VP", "xong 4 quy 1 1 tin")
    holds(
        play,
        """
noi-vu: tinh hinh VP
TÌNH HÌNH VĂN PHÒNG HĐND-UBND THÀNH PHỐ – Thứ Năm, 23/03/2023
Tổng số: đã báo 3/10 báo cáo (đơn vị tự báo, chưa xem: 1; Phòng Nội vụ đã ghi nhận: 1; tự động ghi nhận: 1), trong đó chậm hạn 2; trong hạn 4, chưa báo kỳ 2, chưa có thời hạn 1.
• Việc 1, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
• Việc 4, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
• Việc 10: đã báo 07:30 ngày 01/02/2023, chậm 1 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP – tự ghi nhận (hết thời gian xem xét)
• Việc 11: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• Việc 12, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
• Việc 13, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
Chưa báo kỳ: việc 12, 13 (quý I).
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Năm, 23/03/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: đã báo 07:30 ngày 01/02/2023, chậm 1 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP – tự ghi nhận (hết thời gian xem xét).
noi-vu: tinh hinh 1 quy 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Năm, 23/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
1/34 đơn vị đã báo.
Chưa báo kỳ: 16 phòng, ban, đơn vị (tất cả trừ Văn phòng HĐND-UBND thành phố); 17 phường, xã (tất cả)
Phòng Nội vụ đã ghi nhận:
• Văn phòng HĐND-UBND thành phố – 3 tin
Tổng: 3 tin
Kỳ sau: tinh hinh 1 quy 2
noi-vu: nhat ky 10
NHẬT KÝ – VIỆC 10
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Tháng 01/2023”)
• 07:30 ngày 01/02/2023, đ/c Nguyễn Văn A: báo kết quả – Văn phòng HĐND-UBND thành phố (chưa báo → đã báo; văn bản số 12/KH-VP; chậm 1 ngày làm việc (hạn: thứ Ba, 31/01/2023))
• 07:30 ngày 16/02/2023, hệ thống: tự ghi nhận khi hết thời gian xem xét – Văn phòng HĐND-UBND thành phố (đã báo → đã ghi nhận)
noi-vu: nhat ky 4
NHẬT KÝ – VIỆC 4
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 07:30 ngày 23/03/2023, hệ thống: khép lại kỳ báo cáo, quý I – Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin (chưa báo → chưa báo kỳ)
• 07:30 ngày 23/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – Văn phòng HĐND-UBND thành phố (chưa báo kỳ → đã báo; 1 tin; sau khi kỳ báo kết thúc (14/03/2023))
""",
    )


async def test_on_the_working_day_that_a_day_off_counts_until_it_is_still_due(play: Play) -> None:
    await passes(play, "2023-10-02")
    holds(
        play,
        """
noi-vu: sap den han
VIỆC SẮP ĐẾN HẠN – Thứ Hai, 02/10/2023
Từ nay đến hết thứ Hai, 16/10/2023 có 1 việc đến hạn:

Thứ Bảy, 30/09/2023 (tính đến hết 02/10):
• Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023
  Chưa báo: Phòng Tư pháp
noi-vu: qua han
VIỆC QUÁ HẠN – Thứ Hai, 02/10/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 169 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc 10 · Trình lãnh đạo: trinh lanh dao
Ngoài ra còn 339 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03.
Xem: chua bao · Đôn đốc: don doc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15
[Đôn đốc việc 10] [Đôn đốc việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15] [Trình lãnh đạo]
""",
    )


def test_what_is_neither_task_nor_unit_nor_period(play: Play) -> None:
    holds(
        play,
        """
noi-vu: tinh hinh abc
“abc” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1
noi-vu: tinh hinh VHTT gì đó
TÌNH HÌNH PHÒNG VĂN HÓA VÀ THÔNG TIN – Thứ Tư, 11/01/2023
Tổng số: đã báo 0/6 báo cáo, trong hạn 6.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 3, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 4, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 5, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
noi-vu: tinh hinh quy 5
“quy 5” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1
noi-vu: tinh hinh 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
""",
    )


def test_reported_and_taken_note_of_are_counted_apart(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 08:00
VHTT: khong phat sinh 3
Đã ghi nhận Phòng Văn hóa và Thông tin không phát sinh hoạt động trong quý I đối với việc 3.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
TTVHTT: xong 3 2 tin
Đã ghi nhận Trung tâm Văn hóa và Truyền thanh báo kết quả quý I đối với việc 3 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
noi-vu: ghi nhan 3 TTVHTT
Đã ghi nhận báo cáo việc 3, quý I: Trung tâm Văn hóa và Truyền thanh – 2 tin.
noi-vu: tinh hinh 3
TÌNH HÌNH VIỆC 3, QUÝ I/2023 – Thứ Ba, 07/03/2023
Phát triển các hình thức tuyên truyền CCHC
2/2 đơn vị đã báo.
Không phát sinh: Phòng Văn hóa và Thông tin
Phòng Nội vụ đã ghi nhận:
• Trung tâm Văn hóa và Truyền thanh – 2 tin
Tổng: 2 tin
noi-vu: tinh hinh quy 1
TÌNH HÌNH THỰC HIỆN – Thứ Ba, 07/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong quý I/2023: đã báo 2/114 báo cáo (đơn vị tự báo, chưa xem: 1; Phòng Nội vụ đã ghi nhận: 1), trong hạn 111, quá hạn 1.
• Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà… – đã báo 0/34, trong hạn 34
• Việc 3: Phát triển các hình thức tuyên truyền CCHC – đã báo 2/2 (đơn vị tự báo, chưa xem: 1; Phòng Nội vụ đã ghi nhận: 1)
• Việc 4: Xây dựng, duy trì chuyên trang thông tin… – đã báo 0/3, trong hạn 3
• Việc 5: Tuyên truyền công tác cải cách tổ chức bộ… – đã báo 0/2, trong hạn 2
• Việc 7: Tuyên truyền cải cách thể chế lồng ghép… – đã báo 0/1, trong hạn 1
• Việc 8: Tuyên truyền, phổ biến các văn bản pháp luật… – đã báo 0/1, trong hạn 1
• Việc 10: Ban hành Kế hoạch truyền thông… – đã báo 0/1, quá hạn 1
• Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT… – đã báo 0/34, trong hạn 34
• Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh… – đã báo 0/34, trong hạn 34
• Việc 14: Tuyên truyền cải thiện môi trường đầu tư kinh… – đã báo 0/1, trong hạn 1
• Việc 15: Tuyên truyền, phổ biến các luật mới… – đã báo 0/1, trong hạn 1
Xem thêm: qua han · tinh hinh 1
""",
    )
