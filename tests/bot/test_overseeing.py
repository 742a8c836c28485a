"""How things stand: a plan, a task, a unit, a period; what units say apart from what has been looked through."""

from tests.bot.dialogues import Play, holds


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
Đã ghi nhận báo cáo việc 4, quý I: Phòng Văn hóa và Thông tin.
noi-vu: tinh hinh VHTT
TÌNH HÌNH PHÒNG VĂN HÓA VÀ THÔNG TIN – Thứ Tư, 01/02/2023
Tổng số: đã báo 2/6 (tự báo 1, đã ghi nhận 1), trong hạn 4.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 3, quý I: đã báo 08:00 ngày 01/02/2023 – 3 tin 2 bài
• Việc 4, quý I: đã báo không phát sinh, 08:00 ngày 01/02/2023 – đã ghi nhận
• Việc 5, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
noi-vu: tinh hinh phòng Văn hóa và Thông tin
TÌNH HÌNH PHÒNG VĂN HÓA VÀ THÔNG TIN – Thứ Tư, 01/02/2023
Tổng số: đã báo 2/6 (tự báo 1, đã ghi nhận 1), trong hạn 4.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 3, quý I: đã báo 08:00 ngày 01/02/2023 – 3 tin 2 bài
• Việc 4, quý I: đã báo không phát sinh, 08:00 ngày 01/02/2023 – đã ghi nhận
• Việc 5, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
lanh-dao: tinh hinh phong tu phap
TÌNH HÌNH PHÒNG TƯ PHÁP – Thứ Tư, 01/02/2023
Tổng số: đã báo 0/7, trong hạn 6, chưa đến kỳ 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 6: chưa báo (hạn: chủ nhật, 31/12/2023)
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
Tổng số: đã báo 0/7, trong hạn 6, chưa đến kỳ 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 6: chưa báo (hạn: chủ nhật, 31/12/2023)
• Việc 7, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 8, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 9: chưa báo (hạn: thứ Bảy, 30/09/2023)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
TUPHAP: tinh hinh TUPHAP
Lệnh “tinh hinh” không dùng cho cuộc trò chuyện này. Để xem các lệnh được dùng, gõ: tro giup
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
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tinh hinh thang 1
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong tháng 01/2023: đã báo 1/1 (tự báo 1).
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động… – đã báo 1/1 (tự báo 1)
Xem thêm: qua han · tinh hinh 10
noi-vu: tinh hinh quý I/2023
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong quý I/2023: đã báo 1/114 (tự báo 1), chưa báo kỳ 113.
• Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà… – đã báo 0/34, chưa báo kỳ 34
• Việc 3: Phát triển các hình thức tuyên truyền CCHC – đã báo 0/2, chưa báo kỳ 2
• Việc 4: Xây dựng, duy trì chuyên trang thông tin về… – đã báo 0/3, chưa báo kỳ 3
• Việc 5: Tuyên truyền công tác cải cách tổ chức bộ… – đã báo 0/2, chưa báo kỳ 2
• Việc 7: Tuyên truyền cải cách thể chế lồng ghép trong… – đã báo 0/1, chưa báo kỳ 1
• Việc 8: Tuyên truyền, phổ biến các văn bản pháp luật… – đã báo 0/1, chưa báo kỳ 1
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động… – đã báo 1/1 (tự báo 1)
• Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong… – đã báo 0/34, chưa báo kỳ 34
• Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh… – đã báo 0/34, chưa báo kỳ 34
• Việc 14: Tuyên truyền cải thiện môi trường đầu tư kinh… – đã báo 0/1, chưa báo kỳ 1
• Việc 15: Tuyên truyền, phổ biến các luật mới được Quốc… – đã báo 0/1, chưa báo kỳ 1
Xem thêm: qua han · tinh hinh 1
noi-vu: tinh hinh 6 thang cuoi nam
TÌNH HÌNH THỰC HIỆN – Thứ Hai, 20/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong 6 tháng cuối năm 2023: đã báo 0/2, trong hạn 1, chưa đến kỳ 1.
• Việc 6: Tuyên truyền, phổ biến thực hiện các Quyết… – đã báo 0/1, trong hạn 1
• Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 – đã báo 0/1, chưa đến kỳ 1
Xem thêm: qua han · tinh hinh 6
noi-vu: tinh hinh 3 quy 1
Phát triển các hình thức tuyên truyền CCHC
Việc 3, quý I/2023: 0/2 đơn vị đã báo.
Chưa báo kỳ: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
""",
    )


def test_what_is_neither_task_nor_unit_nor_period(play: Play) -> None:
    holds(
        play,
        """
noi-vu: tinh hinh the nao roi
“the nao roi” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1
noi-vu: tinh hinh VHTT the nao
“VHTT the nao” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1
noi-vu: tinh hinh quy 5
“quy 5” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh quy 1
noi-vu: tinh hinh 99
Kế hoạch không có việc 99. Để xem việc của đơn vị, gõ: viec
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
Phát triển các hình thức tuyên truyền CCHC
Việc 3, quý I/2023: 2/2 đơn vị đã báo.
Không phát sinh: Phòng Văn hóa và Thông tin
Đã ghi nhận:
• Trung tâm Văn hóa và Truyền thanh – 2 tin
noi-vu: tinh hinh quy 1
TÌNH HÌNH THỰC HIỆN – Thứ Ba, 07/03/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong quý I/2023: đã báo 2/114 (tự báo 1, đã ghi nhận 1), trong hạn 111, quá hạn 1.
• Việc 1: Tuyên truyền về Chương trình tổng thể CC nhà… – đã báo 0/34, trong hạn 34
• Việc 3: Phát triển các hình thức tuyên truyền CCHC – đã báo 2/2 (tự báo 1, đã ghi nhận 1)
• Việc 4: Xây dựng, duy trì chuyên trang thông tin về… – đã báo 0/3, trong hạn 3
• Việc 5: Tuyên truyền công tác cải cách tổ chức bộ… – đã báo 0/2, trong hạn 2
• Việc 7: Tuyên truyền cải cách thể chế lồng ghép trong… – đã báo 0/1, trong hạn 1
• Việc 8: Tuyên truyền, phổ biến các văn bản pháp luật… – đã báo 0/1, trong hạn 1
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động… – đã báo 0/1, quá hạn 1
• Việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong… – đã báo 0/34, trong hạn 34
• Việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh… – đã báo 0/34, trong hạn 34
• Việc 14: Tuyên truyền cải thiện môi trường đầu tư kinh… – đã báo 0/1, trong hạn 1
• Việc 15: Tuyên truyền, phổ biến các luật mới được Quốc… – đã báo 0/1, trong hạn 1
Xem thêm: qua han · tinh hinh 1
""",
    )
