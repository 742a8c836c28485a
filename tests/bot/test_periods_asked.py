"""What Nội vụ asks of a unit, a group and a period, together: never the figures of another period."""

from bot.service import Parts
from bot.web import demo
from scheduler import tick
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes
from tests.building import at


def test_a_period_that_has_not_begun(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-01 08:00
noi-vu: tinh hinh 1 quy 2
TÌNH HÌNH VIỆC 1, QUÝ II/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Quý II chưa bắt đầu, chưa có số liệu.
34 đơn vị: báo từ thứ Tư, 15/03/2023, hạn: thứ Tư, 14/06/2023.
noi-vu: tinh hinh quy 2
TÌNH HÌNH THỰC HIỆN – Thứ Tư, 01/02/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quý II/2023 chưa bắt đầu. Theo Kế hoạch, trong kỳ có các việc đến hạn:
• Thứ Tư, 14/06/2023: việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (báo từ 15/03/2023)
noi-vu: tinh hinh P-LL quy 2
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Tư, 01/02/2023
Quý II/2023 chưa bắt đầu, chưa có số liệu.
• Thứ Tư, 14/06/2023: việc 1, 12, 13 (báo từ 15/03/2023)
noi-vu: tinh hinh phuong xa quy 2
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Tư, 01/02/2023
Quý II/2023 chưa bắt đầu, chưa có số liệu.
• Thứ Tư, 14/06/2023: việc 1, 12, 13 (báo từ 15/03/2023)
noi-vu: chua bao 1 quy 2
TÌNH HÌNH VIỆC 1, QUÝ II/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Quý II chưa bắt đầu, chưa có số liệu.
34 đơn vị: báo từ thứ Tư, 15/03/2023, hạn: thứ Tư, 14/06/2023.
noi-vu: chua bao quy 2
TÌNH HÌNH THỰC HIỆN – Thứ Tư, 01/02/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quý II/2023 chưa bắt đầu. Theo Kế hoạch, trong kỳ có các việc đến hạn:
• Thứ Tư, 14/06/2023: việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (báo từ 15/03/2023)
noi-vu: tinh hinh 9 quy 3
TÌNH HÌNH VIỆC 9 – Thứ Tư, 01/02/2023
Triển khai thực hiện Ngày Pháp luật năm 2023
Việc 9 chưa đến kỳ thực hiện, chưa có số liệu.
Phòng Tư pháp: báo từ thứ Bảy, 01/07/2023, hạn: thứ Bảy, 30/09/2023.
lanh-dao: tinh hinh quy sau
TÌNH HÌNH THỰC HIỆN – Thứ Tư, 01/02/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quý II/2023 chưa bắt đầu. Theo Kế hoạch, trong kỳ có các việc đến hạn:
• Thứ Tư, 14/06/2023: việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (báo từ 15/03/2023)
""",
    )


def test_a_period_in_which_nothing_falls_due(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-01 08:00
noi-vu: tinh hinh quy 1/2022
TÌNH HÌNH THỰC HIỆN – Thứ Tư, 01/02/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Theo Kế hoạch, không có việc đến hạn trong quý I/2022.
Kế hoạch số 06/KH-UBND là của năm 2023.
noi-vu: tinh hinh 1 quy 1/2024
TÌNH HÌNH VIỆC 1 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Việc 1 không có kỳ quý I/2024; các kỳ đến nay: quý I/2023.
Kế hoạch số 06/KH-UBND là của năm 2023.
noi-vu: tinh hinh 10 quy 2
TÌNH HÌNH VIỆC 10 – Thứ Tư, 01/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Việc 10 không đến hạn trong quý II/2023.
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
noi-vu: tinh hinh 1 thang 3
TÌNH HÌNH VIỆC 1 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Việc 1 không có kỳ tháng 03/2023; các kỳ đến nay: quý I/2023.
noi-vu: tinh hinh KBNN quy 1
TÌNH HÌNH KHO BẠC NHÀ NƯỚC – Thứ Tư, 01/02/2023
Kho bạc Nhà nước không có việc đến hạn trong quý I/2023.
noi-vu: tinh hinh quy 4/9999
“quy 4/9999” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1
""",
    )


async def test_a_long_period_is_told_by_the_shorter_ones(play: Play) -> None:
    await passes(play, "2023-03-07")
    play.type("P-LL", "xong 1 3 tin 2 bài")
    await passes(play, "2023-03-14", "2023-03-23")
    holds(
        play,
        """
noi-vu: tinh hinh 1 nam nay
TÌNH HÌNH VIỆC 1, NĂM 2023 – Thứ Năm, 23/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
• Quý I: đã báo 1/34 (tự động ghi nhận: 1), chưa báo, còn nhận báo bổ sung 33
• Quý II: đã báo 0/34, trong hạn 34
• Quý III: chưa bắt đầu, báo từ 15/06/2023
• Quý IV: chưa bắt đầu, báo từ 15/09/2023
Xem thêm: tinh hinh 1 quy 1
noi-vu: tinh hinh 1 6 thang dau nam P-LL
TÌNH HÌNH VIỆC 1, 6 THÁNG ĐẦU NĂM 2023 – Thứ Năm, 23/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
UBND phường Lê Lợi:
• Quý I: đã báo 07:30 ngày 07/03/2023 – 3 tin 2 bài – tự ghi nhận (hết thời gian xem xét)
• Quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
noi-vu: tinh hinh P-LL nam 2023
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Năm, 23/03/2023
Đến hạn trong năm 2023: đã báo 1/6 báo cáo (tự động ghi nhận: 1), trong hạn 3, chưa báo, còn nhận báo bổ sung 2.
• Việc 1, quý I: đã báo 07:30 ngày 07/03/2023 – 3 tin 2 bài – tự ghi nhận (hết thời gian xem xét)
• Việc 1, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 12, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo)
• Việc 13, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 56 ngày làm việc)
Chưa đến kỳ:
• Thứ Năm, 14/09/2023: việc 1, 12, 13 (báo từ 15/06/2023)
• Thứ Năm, 14/12/2023: việc 1, 12, 13 (báo từ 15/09/2023)
""",
    )


def test_one_unit_s_share_in_full(play: Play) -> None:
    play.type("VP", "dang lam 10 đã xong dự thảo")
    play.type("VP", "gia han 10 20/03 lý do chờ ý kiến cấp trên")
    holds(
        play,
        """
@ 2023-02-01 08:00
P-LL: xong 1 3 tin 2 bài theo báo cáo số 12/BC-UBND
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài theo báo cáo. Minh chứng: báo cáo số 12/BC-UBND. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 01/02/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: tinh hinh 1 P-LL
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi: đã báo 08:00 ngày 01/02/2023
Hạn: thứ Ba, 14/03/2023.
Kết quả: 3 tin 2 bài theo báo cáo.
Minh chứng: báo cáo số 12/BC-UBND.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 01/02/2023
noi-vu: tinh hinh phường Lê Lợi việc 1 quý I
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi: đã báo 08:00 ngày 01/02/2023
Hạn: thứ Ba, 14/03/2023.
Kết quả: 3 tin 2 bài theo báo cáo.
Minh chứng: báo cáo số 12/BC-UBND.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 01/02/2023
noi-vu: tinh hinh 10 VP
TÌNH HÌNH VIỆC 10 – Thứ Tư, 01/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, quá hạn 1 ngày làm việc)
Đang đề nghị gia hạn đến hết thứ Hai, 20/03/2023, chưa có trả lời. Lý do: chờ ý kiến cấp trên.
Tiến độ (07:30 ngày 11/01/2023): đã xong dự thảo.
noi-vu: cho gia han 10 VP theo công văn số 15/UBND-VP
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Hai, 20/03/2023).
Căn cứ: công văn số 15/UBND-VP.
Đã gửi thông báo đến đơn vị.
noi-vu: tinh hinh 10 VP
TÌNH HÌNH VIỆC 10 – Thứ Tư, 01/02/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Hai, 20/03/2023, còn 33 ngày làm việc)
Tiến độ (07:30 ngày 11/01/2023): đã xong dự thảo.
noi-vu: tinh hinh 10 P-LL
UBND phường Lê Lợi không chủ trì việc 10.
noi-vu: tinh hinh 1 P-LL, X-TN
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
UBND phường Lê Lợi, UBND xã Trung Nghĩa:
1/2 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): UBND xã Trung Nghĩa
Đơn vị tự báo, chưa xem:
• UBND phường Lê Lợi – báo cáo số 12/BC-UBND; 3 tin 2 bài theo báo cáo
Tổng: 3 tin, 2 bài
""",
    )


def test_a_group_of_units(play: Play) -> None:
    for chat in ("P-LL", "X-TN", "VP"):
        play.type(chat, "xong 1 2 tin")
    holds(
        play,
        """
@ 2023-02-01 08:00
noi-vu: tinh hinh phuong xa
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Tư, 01/02/2023
17 đơn vị.
• Việc 1, quý I: 2/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 15 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND xã Trung Nghĩa)
• Việc 12, quý I: 0/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 17 phường, xã (tất cả)
• Việc 13, quý I: 0/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 17 phường, xã (tất cả)
noi-vu: tinh hinh UBND các phường, xã quý 1
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Tư, 01/02/2023
17 đơn vị, việc đến hạn trong quý I/2023:
• Việc 1, quý I: 2/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 15 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND xã Trung Nghĩa)
• Việc 12, quý I: 0/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 17 phường, xã (tất cả)
• Việc 13, quý I: 0/17 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 17 phường, xã (tất cả)
noi-vu: tinh hinh 1 phuong xa
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Tư, 01/02/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
UBND các phường, xã:
2/17 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 15 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND xã Trung Nghĩa)
Đơn vị tự báo, chưa xem:
• UBND phường Lê Lợi – 2 tin
• UBND xã Trung Nghĩa – 2 tin
Tổng: 4 tin
noi-vu: chua bao phuong xa
CHƯA BÁO – Thứ Tư, 01/02/2023
UBND các phường, xã:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): việc 1 – 15 đơn vị; việc 12, 13 – 17 đơn vị
Xem một việc: chua bao 1 phuong xa
noi-vu: qua han phuong xa
VIỆC QUÁ HẠN – Thứ Tư, 01/02/2023
UBND các phường, xã: không có việc quá hạn.
""",
    )


def test_noi_vu_sees_how_the_leads_stand_under_a_task_it_does_not_lead(play: Play) -> None:
    play.type("VP", "gia han 10 20/03 lý do chờ ý kiến cấp trên")
    play.type("noi-vu", "cho gia han 10 VP theo công văn số 15/UBND-VP")
    play.type("P-LL", "xong 12")
    holds(
        play,
        """
@ 2023-02-01 08:00
noi-vu: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Hai, 20/03/2023, còn 33 ngày làm việc)
Căn cứ: công văn số 15/UBND-VP.
noi-vu: viec 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố.
Sản phẩm: Kế hoạch truyền thông về hoạt động kiểm soát TTHC; văn bản triển khai thực hiện
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Hai, 20/03/2023, còn 33 ngày làm việc)
noi-vu: han 12
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Thời hạn theo Kế hoạch: thường xuyên
Phòng Nội vụ, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc)
Quý I: 1/34 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): 17 phòng, ban, đơn vị (tất cả); 16 phường, xã (tất cả trừ UBND phường Lê Lợi)
P-LL: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
""",
    )


def test_a_period_that_ended_before_the_plan_was_followed(parts: Parts) -> None:
    june = at("2023-06-20 07:30")
    demo.fill(parts, june)
    tick.run(parts.store, june, parts.policy, parts.workdays)
    holds(
        Play(parts.conversation, june),
        """
noi-vu: tinh hinh quy 1
TÌNH HÌNH THỰC HIỆN – Thứ Ba, 20/06/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quý I/2023 kết thúc trước khi Kế hoạch được theo dõi (từ ngày 20/06/2023).
noi-vu: tinh hinh 1 quy 1
TÌNH HÌNH VIỆC 1 – Thứ Ba, 20/06/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Quý I/2023 kết thúc trước khi Kế hoạch được theo dõi (từ ngày 20/06/2023).
noi-vu: tinh hinh P-LL quy 1
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Ba, 20/06/2023
Quý I/2023 kết thúc trước khi Kế hoạch được theo dõi (từ ngày 20/06/2023).
noi-vu: chua bao quy 1
TÌNH HÌNH THỰC HIỆN – Thứ Ba, 20/06/2023
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quý I/2023 kết thúc trước khi Kế hoạch được theo dõi (từ ngày 20/06/2023).
""",
    )


def test_in_english(play: Play) -> None:
    play.type("noi-vu", "ngon ngu en")
    holds(
        play,
        """
@ 2023-03-08 08:00
noi-vu: status 1 quarter 2
PROGRESS OF TASK 1, QUARTER II/2023 – Wednesday, 08/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Quarter II has not begun; there are no figures yet.
34 units: reports from Wednesday, 15/03/2023; due: Wednesday, 14/06/2023.
noi-vu: status next quarter
PROGRESS – Wednesday, 08/03/2023
Plan No. 06/KH-UBND of 11/01/2023: Tuyên truyền cải cách hành chính năm 2023.
Quarter II/2023 has not begun. Under the plan, these tasks fall due in it:
• Wednesday, 14/06/2023: task 1, 3, 4, 5, 7, 8, 12, 13, 14, 15 (reports from 15/03/2023)
noi-vu: status 12 P-LL
PROGRESS OF TASK 12, QUARTER I/2023 – Wednesday, 08/03/2023
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Deadline in the plan: Thường xuyên (ongoing)
UBND phường Lê Lợi: not yet reported (due: Tuesday, 14/03/2023, 4 working days left)
noi-vu: status P-LL last quarter
PROGRESS OF UBND PHƯỜNG LÊ LỢI – Wednesday, 08/03/2023
Nothing of UBND phường Lê Lợi falls due in quarter IV/2022.
noi-vu: missing P-LL
NOT REPORTED – Wednesday, 08/03/2023
UBND phường Lê Lợi:
• Quarter I (due: Tuesday, 14/03/2023, 4 working days left): task 1, 12, 13
To see one task: missing 1 P-LL · To send an urgent reminder: urge 1, 12, 13 P-LL
noi-vu: overdue VP
OVERDUE – Wednesday, 08/03/2023
• Task 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (due: Tuesday, 31/01/2023, 26 working days overdue)
  Without a chat or not reminded: Văn phòng HĐND-UBND thành phố
To send an urgent reminder: urge overdue VP
noi-vu: urge 12 P-LL
An urgent reminder was sent to 1 unit:
• Task 12, quarter I: UBND phường Lê Lợi
noi-vu: delivery 12 P-LL
DELIVERY – TASK 12
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…

Last reminder to the lead units:
• Waiting to be sent: UBND phường Lê Lợi

Urgent reminder:
• Waiting to be sent, 08/03/2023: UBND phường Lê Lợi
noi-vu: record 12
RECORD – TASK 12
• 07:30 on 11/01/2023, automatically: the plan was imported (deadline: “Thường xuyên”)
• 08:00 on 08/03/2023, Nguyễn Văn A (Phòng Nội vụ): sent an urgent reminder, quarter I – on its way to UBND phường Lê Lợi
noi-vu: status abc
“abc” is no task, unit or period. Please type, for example: status 1 · status P-LL · status 1 quarter 1
""",
    )
