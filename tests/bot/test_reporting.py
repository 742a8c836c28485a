"""Reports product by product, with counts, for a period by its name: dialogues word for word."""

import pytest

from data.kinds import Role
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


@pytest.fixture
def office(play: Play) -> Play:
    """The demo's office with a chat for the unit of legal affairs and for the unit of culture."""
    for code in ("TUPHAP", "VHTT"):
        play.type(code, f"dang ky {play.invite(code, Role.OFFICER)}")
    return play


def test_a_product_is_ticked_and_the_other_is_owed_still(office: Play) -> None:
    holds(
        office,
        """
@ 2023-09-20 09:00
TUPHAP: xong 9 ke hoach số 05/KH-TP ngày 10/08/2023
Đã ghi nhận Phòng Tư pháp báo hoàn thành sản phẩm “Kế hoạch” của việc 9. Sản phẩm còn lại: “Báo cáo” (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc).
Minh chứng: văn bản số 05/KH-TP ngày 10/08/2023. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/09/2023.
Nếu báo nhầm, gõ: bao nham 9
[↩️ Báo nhầm việc 9]
TUPHAP: xong 9 kế hoạch
“Kế hoạch” của việc 9 đã được báo lúc 09:00 ngày 20/09/2023. Nếu báo nhầm, gõ: bao nham 9
TUPHAP: thang nay
VIỆC TRONG THÁNG CỦA PHÒNG TƯ PHÁP
Đến hết thứ Bảy, 30/09/2023:

Có thời hạn:
• Việc 9: Triển khai thực hiện Ngày Pháp luật năm 2023 (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc) – đã có Kế hoạch, còn Báo cáo

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 7, quý I: Tuyên truyền cải cách thể chế lồng ghép trong các Chương trình phối hợp về công tác phổ biến… (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 8, quý I: Tuyên truyền, phổ biến các văn bản pháp luật mới được Quốc hội thông qua tại các kỳ họp (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
[✅ Xong việc 9] [✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 7] [Không phát sinh việc 7] [✅ Xong việc 8] [Không phát sinh việc 8] [✅ Xong việc 12]
noi-vu: tinh hinh 9
TÌNH HÌNH VIỆC 9 – Thứ Tư, 20/09/2023
Triển khai thực hiện Ngày Pháp luật năm 2023
Phòng Tư pháp: đã có Kế hoạch, còn Báo cáo (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc) – Kế hoạch: văn bản số 05/KH-TP ngày 10/08/2023.
TUPHAP: xong 9 bao cao
Đã ghi nhận Phòng Tư pháp báo hoàn thành việc 9, trước hạn 7 ngày làm việc (hạn: thứ Bảy, 30/09/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/09/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 9 số …/BC-TP
Nếu báo nhầm, gõ: bao nham 9
[↩️ Báo nhầm việc 9]
TUPHAP: bao nham 9
Đã rút báo cáo của Phòng Tư pháp về “Báo cáo” của việc 9.
Sản phẩm còn phải báo: “Báo cáo” (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc).
Khi hoàn thành, gõ: xong 9 bao cao số …/BC-TP
TUPHAP: bao nham 9
Đã rút báo cáo của Phòng Tư pháp về “Kế hoạch” của việc 9.
Sản phẩm còn phải báo: “Kế hoạch”, “Báo cáo” (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc).
Khi hoàn thành, gõ: xong 9 số …/KH-TP
TUPHAP: bao nham 9
Việc 9 chưa có báo cáo nào để rút lại.
""",
    )


def test_all_that_is_left_may_be_named(office: Play) -> None:
    holds(
        office,
        """
@ 2023-09-20 09:00
TUPHAP: viec 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Sản phẩm: Kế hoạch, Báo cáo
Chủ trì: Phòng Tư pháp
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Phòng Tư pháp: chưa báo (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc)
Báo riêng từng sản phẩm, ví dụ: xong 9 ke hoach
[✅ Xong việc 9]
TUPHAP: xong 9 ke hoach
Đã ghi nhận Phòng Tư pháp báo hoàn thành sản phẩm “Kế hoạch” của việc 9. Sản phẩm còn lại: “Báo cáo” (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/09/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 9 số …/KH-TP
Nếu báo nhầm, gõ: bao nham 9
[↩️ Báo nhầm việc 9]
TUPHAP: viec 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Sản phẩm: Kế hoạch, Báo cáo
Chủ trì: Phòng Tư pháp
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Phòng Tư pháp: đã có Kế hoạch, còn Báo cáo (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc) – Kế hoạch: chưa ghi số văn bản
[✅ Xong việc 9]
TUPHAP: xong 9 ke hoach, bao cao số 44/BC-TP
Đã ghi nhận Phòng Tư pháp báo hoàn thành việc 9, trước hạn 7 ngày làm việc (hạn: thứ Bảy, 30/09/2023).
Minh chứng: văn bản số 44/BC-TP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/09/2023.
Nếu báo nhầm, gõ: bao nham 9
[↩️ Báo nhầm việc 9]
TUPHAP: viec 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Sản phẩm: Kế hoạch, Báo cáo
Chủ trì: Phòng Tư pháp
Phối hợp: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Phòng Tư pháp: đã báo 09:00 ngày 20/09/2023 – Kế hoạch: chưa ghi số văn bản; Báo cáo: văn bản số 44/BC-TP
TUPHAP: bao nham 9
Đã rút báo cáo của Phòng Tư pháp về “Báo cáo” của việc 9.
Sản phẩm còn phải báo: “Báo cáo” (hạn: thứ Bảy, 30/09/2023, còn 7 ngày làm việc).
Khi hoàn thành, gõ: xong 9 bao cao số …/BC-TP
""",
    )


def test_a_period_is_answered_whole_and_a_document_is_evidence_for_all(office: Play) -> None:
    holds(
        office,
        """
@ 2023-01-12 09:00
TUPHAP: xong 6 báo cáo số 15/BC-TP
Đã ghi nhận Phòng Tư pháp báo hoàn thành sản phẩm “Báo cáo” của việc 6. Sản phẩm còn lại: “Kế hoạch” (hạn: Chủ nhật, 31/12/2023).
Minh chứng: văn bản số 15/BC-TP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 6
[↩️ Báo nhầm việc 6]
TUPHAP: xong 7 ke hoach
Đã ghi nhận Phòng Tư pháp báo kết quả quý I đối với việc 7 (kỳ báo đến hết ngày 14/03/2023).
Ghi chú: ke hoach. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 7
[↩️ Báo nhầm việc 7]
VP: xong 10 văn bản số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 8 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_counts_are_summed_and_periods_named(office: Play) -> None:
    holds(
        office,
        """
@ 2023-01-12 09:00
P-LL: xong 1 3 tin 2 bài
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
P-LL: xong 12 quý I 15 tin, bài
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 15 tin, bài. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VHTT: xong 1 02 phóng sự, 2 tin
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 02 phóng sự, 2 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: tinh hinh 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Năm, 12/01/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
2/34 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 16 phòng, ban, đơn vị (tất cả trừ Phòng Văn hóa và Thông tin); 16 phường, xã (tất cả trừ UBND phường Lê Lợi)
Đơn vị tự báo, chưa xem:
• Phòng Văn hóa và Thông tin – 02 phóng sự, 2 tin
• UBND phường Lê Lợi – 3 tin 2 bài
Tổng: 2 phóng sự, 5 tin, 2 bài
P-LL: xong 1 quy 1 thêm 2 tin
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Bổ sung vào báo cáo việc 1 (quý I/2023, 2 tin): Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
P-LL: xong 13 quy 2
Việc 13 không có kỳ báo cáo quý II/2023. Các kỳ báo cáo đến nay: quý I/2023.
P-LL: xong 13 thang 2
Việc 13 không có kỳ báo cáo tháng 02/2023. Các kỳ báo cáo đến nay: quý I/2023.
P-LL: khong phat sinh 13 quy 1
Đã ghi nhận UBND phường Lê Lợi không phát sinh hoạt động trong quý I đối với việc 13.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
""",
    )


LATE = """
@ 2023-04-03 09:00
P-LL: xong 13 quý I 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 13, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 03/04/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
P-LL: xong 13
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý II đối với việc 13 (kỳ báo đến hết ngày 14/06/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 03/04/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 13 … tin … bài
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
"""


async def test_late_news_of_a_closed_period_is_welcome(play: Play) -> None:
    await passes(play, "2023-03-14", "2023-03-15", "2023-03-22", "2023-04-03")
    holds(play, LATE)


def test_number_and_words_are_both_told_and_how_late_it_was(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-07 09:00
VP: xong 10 da ban hanh
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Ghi chú: da ban hanh. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/02/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Ba, 07/02/2023
• Việc 10: Văn phòng HĐND-UBND thành phố – da ban hanh (chưa ghi số văn bản)
Ghi nhận: ghi nhan 10 · Trả lại: tra lai 10 VP và lý do
[Ghi nhận việc 10 – VP]
VP: minh chung 10 số 12/KH-VP ngày 30/01/2023
Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.
Ghi chú: da ban hanh. Minh chứng: văn bản số 12/KH-VP ngày 30/01/2023.
noi-vu: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Ba, 07/02/2023
• Việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh
Ghi nhận: ghi nhan 10 · Trả lại: tra lai 10 VP và lý do
[Ghi nhận việc 10 – VP]
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Ba, 07/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 07/02/2023, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh.
noi-vu: tinh hinh VP
TÌNH HÌNH VĂN PHÒNG HĐND-UBND THÀNH PHỐ – Thứ Ba, 07/02/2023
Tổng số: đã báo 1/6 báo cáo (đơn vị tự báo, chưa xem: 1), trong đó chậm hạn 1; trong hạn 4, chưa có thời hạn 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 4, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 10: đã báo 09:00 ngày 07/02/2023, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh
• Việc 11: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
noi-vu: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 07/02/2023, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh
VP: con lai
VIỆC CÒN LẠI CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Ba, 07/02/2023, đơn vị đã báo 1 việc, còn 5 việc.

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 25 ngày làm việc)

Chưa có thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
VP: viec 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố.
Sản phẩm: Kế hoạch truyền thông về hoạt động kiểm soát TTHC; văn bản triển khai thực hiện
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 07/02/2023, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh
noi-vu: ghi nhan 10 VP
Đã ghi nhận báo cáo việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh.
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Ba, 07/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 07/02/2023, chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh – Phòng Nội vụ đã ghi nhận.
noi-vu: nhat ky 10
NHẬT KÝ – VIỆC 10
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Tháng 01/2023”)
• 09:00 ngày 07/02/2023, đ/c Nguyễn Văn A: báo kết quả – Văn phòng HĐND-UBND thành phố (chưa báo → đã báo; văn bản số 12/KH-VP ngày 30/01/2023; da ban hanh; chậm 5 ngày làm việc (hạn: thứ Ba, 31/01/2023))
• 09:00 ngày 07/02/2023, đ/c Nguyễn Văn A: bổ sung minh chứng – Văn phòng HĐND-UBND thành phố (số 12/KH-VP ngày 30/01/2023)
• 09:00 ngày 07/02/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): đã ghi nhận – Văn phòng HĐND-UBND thành phố (đã báo → đã ghi nhận)
VP: bao nham 10
Báo cáo việc 10 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ.
""",
    )


def test_by_which_of_two_days_it_was_reported(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-17 09:00
VP: gia han 10 15/02
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 15/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 5 ngày làm việc).
noi-vu: cho gia han 10 VP theo công văn số 15/UBND-VP ngày 17/01/2023
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Căn cứ: công văn số 15/UBND-VP ngày 17/01/2023.
Đã gửi thông báo đến đơn vị.
VP hears
GIA HẠN: việc 10, hạn 15/02/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thời hạn việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…) được gia hạn.
Hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 16 ngày làm việc.
Căn cứ: công văn số 15/UBND-VP ngày 17/01/2023.
Trân trọng.
noi-vu: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 16 ngày làm việc)
Căn cứ: công văn số 15/UBND-VP ngày 17/01/2023.
@ 2023-02-14 09:00
VP: xong 10 số 12/KH-VP ngày 14/02/2023, đã gửi kèm công văn số 13/VP đến các phòng
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn điều chỉnh 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Ghi chú: đã gửi kèm công văn số 13/VP đến các phòng. Minh chứng: văn bản số 12/KH-VP ngày 14/02/2023, công văn số 13/VP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/02/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Ba, 14/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 14/02/2023, trước hạn điều chỉnh 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023) – văn bản số 12/KH-VP ngày 14/02/2023; đã gửi kèm công văn số 13/VP đến các phòng.
noi-vu: tinh hinh VP
TÌNH HÌNH VĂN PHÒNG HĐND-UBND THÀNH PHỐ – Thứ Ba, 14/02/2023
Tổng số: đã báo 1/6 báo cáo (đơn vị tự báo, chưa xem: 1), trong hạn 4, chưa có thời hạn 1; được gia hạn 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 20 ngày làm việc)
• Việc 4, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 20 ngày làm việc)
• Việc 10: đã báo 09:00 ngày 14/02/2023, trước hạn điều chỉnh 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023) – văn bản số 12/KH-VP ngày 14/02/2023; đã gửi kèm công văn số 13/VP đến các phòng
• Việc 11: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 20 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 20 ngày làm việc)
noi-vu: nhat ky 10
NHẬT KÝ – VIỆC 10
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Tháng 01/2023”)
• 09:00 ngày 17/01/2023, đ/c Nguyễn Văn A: đề nghị gia hạn – Văn phòng HĐND-UBND thành phố (15/02/2023)
• 09:00 ngày 17/01/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): ghi nhận gia hạn – Văn phòng HĐND-UBND thành phố (31/01/2023 → 15/02/2023; “công văn số 15/UBND-VP ngày 17/01/2023”)
• 09:00 ngày 14/02/2023, đ/c Nguyễn Văn A: báo kết quả – Văn phòng HĐND-UBND thành phố (chưa báo → đã báo; văn bản số 12/KH-VP ngày 14/02/2023, công văn số 13/VP; đã gửi kèm công văn số 13/VP đến các phòng; trước hạn điều chỉnh 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023))
noi-vu: tinh hinh thang 1
TÌNH HÌNH THỰC HIỆN – Thứ Ba, 14/02/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Đến hạn trong tháng 01/2023: đã báo 1/1 báo cáo (đơn vị tự báo, chưa xem: 1); được gia hạn 1.
• Việc 10: Ban hành Kế hoạch truyền thông… – đã báo 1/1 (đơn vị tự báo, chưa xem: 1); được gia hạn 1
Xem thêm: qua han · tinh hinh 10
VP: xong 13 9 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 13 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 9 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/02/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
@ 2023-06-27 09:00
noi-vu: tinh hinh VP
TÌNH HÌNH VĂN PHÒNG HĐND-UBND THÀNH PHỐ – Thứ Ba, 27/06/2023
Tổng số: đã báo 2/6 báo cáo (đơn vị tự báo, chưa xem: 2), chưa báo, còn nhận báo bổ sung 3, chưa có thời hạn 1; được gia hạn 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 4, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 10: đã báo 09:00 ngày 14/02/2023, trước hạn điều chỉnh 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023) – văn bản số 12/KH-VP ngày 14/02/2023; đã gửi kèm công văn số 13/VP đến các phòng
• Việc 11: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 13, quý I: đã báo 09:00 ngày 14/02/2023 – 9 tin
""",
    )


def test_what_is_supported_is_not_to_be_reported(play: Play) -> None:
    holds(
        play,
        """
P-LL: xong 10
Việc 10 do Văn phòng HĐND-UBND thành phố chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
P-LL: da nhan 10
Đã ghi nhận đồng chí nhận được tin nhắc việc 10.
""",
    )


def test_reports_and_nothing_to_report_in_one_message(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-14 09:00
VP: xong 1 3 tin, khong phat sinh 13
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 13.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 13]
VP: khong phat sinh 12 nhưng có 1 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: không phát sinh nhưng có 1 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: bo sung 10
Chưa thấy minh chứng trong tin này. Đề nghị đồng chí gửi ảnh hoặc tệp kèm dòng chữ “minh chung 10”, hoặc gõ số văn bản, đường dẫn, ví dụ: minh chung 10 số …/KH
""",
    )
