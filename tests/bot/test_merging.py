"""Sáp nhập: several units become one in one line; their old names and codes are understood; what cannot be merged."""

from data.agencies import Registry, RegistryUnit
from data.people import registering
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import at


def test_three_wards_become_one_in_one_line(play: Play) -> None:
    play.type("P-QT", f"dang ky {play.invite('P-MK')}")
    play.type("P-QT", "xong 1 P-QT 2 tin")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao P-QT, P-MK, An Tảo cho Lê Lợi
CHƯA BÀN GIAO
UBND phường Quang Trung, UBND phường Minh Khai, UBND phường An Tảo dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 8 lượt báo kết quả trùng nhau giữa các đơn vị: chỉ báo một lần
• 8 việc phối hợp
• 1 báo cáo đã có: giữ nguyên dưới tên đơn vị cũ, vẫn tính vào số liệu của kỳ
• 3 cuộc trò chuyện (1 cán bộ): chuyển thành của UBND phường Lê Lợi
Kết quả các đơn vị đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-QT, P-MK, P-AT cho P-LL dong y
[Bàn giao]
noi-vu: đồng ý
Đã bàn giao công việc của UBND phường Quang Trung, UBND phường Minh Khai, UBND phường An Tảo cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 8 lượt báo kết quả trùng nhau giữa các đơn vị: chỉ báo một lần
• 8 việc phối hợp
• 1 báo cáo đã có: giữ nguyên dưới tên đơn vị cũ, vẫn tính vào số liệu của kỳ
• 3 cuộc trò chuyện (1 cán bộ): chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
P-QT hears
THÔNG BÁO CỦA PHÒNG NỘI VỤ
Kính gửi: UBND phường Quang Trung, UBND phường Minh Khai
Các việc chưa hoàn thành của đơn vị đã được bàn giao cho UBND phường Lê Lợi.
Kết quả đơn vị đã báo được giữ nguyên dưới tên cũ và tính vào số liệu của kỳ.
Từ nay cuộc trò chuyện này là của UBND phường Lê Lợi. Để xem các việc của đơn vị, gõ: viec
Trân trọng.
P-AT hears
THÔNG BÁO CỦA PHÒNG NỘI VỤ
Kính gửi: UBND phường An Tảo
Các việc chưa hoàn thành của đơn vị đã được bàn giao cho UBND phường Lê Lợi.
Kết quả đơn vị đã báo được giữ nguyên dưới tên cũ và tính vào số liệu của kỳ.
Từ nay cuộc trò chuyện này là của UBND phường Lê Lợi. Để xem các việc của đơn vị, gõ: viec
Trân trọng.
P-LL hears
THÔNG BÁO CỦA PHÒNG NỘI VỤ
Kính gửi: UBND phường Lê Lợi
Các việc chưa hoàn thành của UBND phường Quang Trung, UBND phường Minh Khai, UBND phường An Tảo đã được bàn giao cho đơn vị.
Kết quả UBND phường Quang Trung, UBND phường Minh Khai, UBND phường An Tảo đã báo được tính vào số liệu của kỳ; đề nghị đơn vị chỉ báo phần chưa báo.
Để xem các việc của đơn vị, gõ: viec
Trân trọng.
P-AT: xong 1 5 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 5 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: tinh hinh 1 quy 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Năm, 12/01/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
2/32 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 17 phòng, ban, đơn vị (tất cả); 13 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND phường Quang Trung)
Đơn vị tự báo, chưa xem:
• UBND phường Lê Lợi – 5 tin
• UBND phường Quang Trung – 2 tin
Tổng: 7 tin
noi-vu: tra lai 1 P-QT thiếu ảnh
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
noi-vu: ghi nhan 1 P-QT
Đã ghi nhận báo cáo việc 1, quý I: UBND phường Quang Trung – 2 tin.
""",
    )
    assert [len(play.notices(chat)) for chat in ("P-QT", "P-MK", "P-AT", "P-LL", "P-HN")] == [1, 1, 1, 1, 0]


def test_an_old_name_or_code_is_understood(play: Play) -> None:
    play.type("noi-vu", "ban giao P-QT, P-MK, P-AT cho P-LL dong y")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: việc của Quang Trung
TÌNH HÌNH UBND PHƯỜNG QUANG TRUNG – Thứ Năm, 12/01/2023
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 11/01/2023.
Trước khi sáp nhập, đơn vị chưa báo kết quả.
---
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Năm, 12/01/2023
Tổng số: đã báo 0/3 báo cáo, trong hạn 3.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: don doc 12 P-QT van gui
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 12, quý I: UBND phường Lê Lợi
noi-vu: don doc 12 phường Minh Khai van gui
Hôm nay đã đôn đốc, không gửi lại:
• Việc 12, quý I: UBND phường Lê Lợi
noi-vu: ghi thay 13 P-AT 4 tin
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 13, quý I: 4 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: giao viec P-QT 15/03: nộp danh sách
Chưa giao việc. Có giao nhiệm vụ sau không?
1. nộp danh sách; đơn vị thực hiện: UBND phường Lê Lợi; hạn: hết thứ Tư, 15/03/2023
Đề nghị trả lời bằng số thứ tự.
[1. Giao việc]
noi-vu: don vi 3 them P-QT
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh, UBND phường Lê Lợi
Phối hợp: chưa xác định. Để bổ sung, gõ: phoi hop 3 VHTT
Đã gửi thông báo đến đơn vị.
noi-vu: thong bao P-QT: họp 8h
CHƯA GỬI
Nơi nhận: UBND phường Lê Lợi.
1 cuộc trò chuyện sẽ nhận được nội dung sau:
“họp 8h”
Để gửi, gõ: thong bao gui 1. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 1 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 1 cuộc trò chuyện]
noi-vu: chua bao P-QT
CHƯA BÁO – Thứ Năm, 12/01/2023
UBND phường Lê Lợi:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): việc 1, 3, 12, 13
Xem một việc: chua bao 1 P-LL
noi-vu: danh sach chat P-QT
TÀI KHOẢN, NHÓM ĐÃ KẾT NỐI – Thứ Năm, 12/01/2023
• UBND phường Lê Lợi (P-LL):
  1. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
  2. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
  3. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
  4. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
P-MK: viec 12
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên địa bàn thành phố năm 2023 nhằm xây dựng, phát triển Chính quyền điện tử, Chính quyền số gắn chặt chẽ với chuyển đổi số, ứng với nền tảng số và phát triển đô thị thông minh, bảo đảm an toàn, an ninh mạng của thành phố.
Sản phẩm: Tin, bài, phóng sự, chuyên mục
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 23 đơn vị khác
Phối hợp: Phòng Văn hóa và Thông tin TP; Văn phòng HĐND-UBND TP; UBND các phường, xã
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
[✅ Xong việc 12] [Không phát sinh việc 12]
""",
    )
    (said,) = play.type("noi-vu", "moi P-QT").replies
    assert said.text.startswith("Mã mời cho UBND phường Lê Lợi, vai trò: cán bộ đầu mối.")


def test_what_cannot_be_merged(play: Play) -> None:
    play.type("noi-vu", "ban giao P-QT cho P-MK dong y")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao P-HC, P-LL cho P-LL
UBND phường Lê Lợi không thể bàn giao cho chính mình. Đề nghị ghi hai đơn vị, ví dụ: ban giao YT P-LL
noi-vu: ban giao P-HC, P-QT cho P-LL
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Minh Khai.
noi-vu: ban giao P-HC cho Quang Trung
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Minh Khai.
noi-vu: ban giao P-HC cho P-LL, P-LS
Công việc chỉ bàn giao được cho một đơn vị, không cho nhiều đơn vị (P-LL, P-LS). Đề nghị gõ, ví dụ: ban giao P-HN, P-AT cho P-LL
noi-vu: ban giao P-HC, P-LS cho phường Phố Hiến
Không có đơn vị “phường Phố Hiến”. Nếu là đơn vị mới, đề nghị quản trị bổ sung vào danh sách đơn vị: nhacviec units import FILE
noi-vu: ban giao P-HC cho P-L
Không có đơn vị P-L, có thể là: P-LS, P-LL.
noi-vu: ban giao NV, P-HC cho VP
CHƯA BÀN GIAO
Phòng Nội vụ, UBND phường Hồng Châu dự kiến bàn giao công việc cho Văn phòng HĐND-UBND thành phố:
• 7 việc chủ trì
• 1 lượt báo kết quả chưa hoàn thành
• 7 lượt báo kết quả trùng nhau giữa các đơn vị: chỉ báo một lần
• 11 việc phối hợp
• theo dõi, đôn đốc các kế hoạch: tin nhắn ghi tên Văn phòng HĐND-UBND thành phố
• 3 cuộc trò chuyện: chuyển thành của Văn phòng HĐND-UBND thành phố
Kết quả các đơn vị đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao NV, P-HC cho VP dong y
[Bàn giao]
noi-vu: ban giao P-HC, P-HC cho P-LL
CHƯA BÀN GIAO
UBND phường Hồng Châu dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Kết quả UBND phường Hồng Châu đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-HC P-LL dong y
[Bàn giao]
""",
    )


def test_merging_is_offered_in_plain_words(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: sáp nhập Hồng Châu, Lam Sơn vào Hiến Nam
CHƯA BÀN GIAO
UBND phường Hồng Châu, UBND phường Lam Sơn dự kiến bàn giao công việc cho UBND phường Hiến Nam:
• 4 việc chủ trì
• 6 lượt báo kết quả trùng nhau giữa các đơn vị: chỉ báo một lần
• 8 việc phối hợp
• 2 cuộc trò chuyện: chuyển thành của UBND phường Hiến Nam
Kết quả các đơn vị đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-HC, P-LS cho P-HN dong y
[Bàn giao]
noi-vu: gộp 3 phường Hồng Châu, Lam Sơn và Hiến Nam thành Lê Lợi
CHƯA BÀN GIAO
UBND phường Hồng Châu, UBND phường Lam Sơn, UBND phường Hiến Nam dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 9 lượt báo kết quả trùng nhau giữa các đơn vị: chỉ báo một lần
• 8 việc phối hợp
• 3 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Kết quả các đơn vị đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-HC, P-LS, P-HN cho P-LL dong y
[Bàn giao]
""",
    )


async def test_a_quarter_in_which_wards_were_merged(play: Play) -> None:
    """Three wards become one in the middle of a quarter: what each did counts, one owes the rest, one is reminded."""
    await passes(play, "2023-01-11")
    play.type("P-QT", "xong 1 2 tin")
    play.type("P-MK", "xong 1 1 tin")
    play.now = at("2023-02-20 09:00")
    play.type("noi-vu", "ban giao P-QT, P-MK, P-AT cho P-LL dong y")
    channel = await passes(play, "2023-02-21", "2023-03-07", "2023-03-14")
    reminded = {chat: len(heard_in(channel, chat)) for chat in ("P-QT", "P-MK", "P-AT", "P-LL", "P-HN")}
    assert reminded == {"P-QT": 1, "P-MK": 1, "P-AT": 1, "P-LL": 3, "P-HN": 2}
    holds(
        play,
        """
@ 2023-03-14 09:00
P-AT: xong 1 4 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 4 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
P-LL: them 1 2 tin
Đã bổ sung vào báo cáo của UBND phường Lê Lợi đối với việc 1, quý I.
Kết quả: 6 tin.
Đã báo trước đó: 4 tin.
P-LL: khong phat sinh 12, 13
Đã ghi nhận UBND phường Lê Lợi không phát sinh hoạt động trong quý I đối với việc 12, 13.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 12
[↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
noi-vu: tinh hinh 1 quy 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Ba, 14/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
3/33 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, hôm nay là ngày cuối): 17 phòng, ban, đơn vị (tất cả); 13 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung)
Đơn vị tự báo, chưa xem:
• UBND phường Lê Lợi – 6 tin
Tự ghi nhận (hết thời gian xem xét, không có ý kiến):
• UBND phường Minh Khai – 1 tin
• UBND phường Quang Trung – 2 tin
Tổng: 9 tin
""",
    )
    await passes(play, "2023-03-15", "2023-03-22")
    holds(
        play,
        """
@ 2023-03-22 09:00
noi-vu: tinh hinh phuong xa quy 1
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Tư, 22/03/2023
14 đơn vị, việc đến hạn trong quý I/2023:
• Việc 1, quý I: 3/16 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): 13 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung)
• Việc 12, quý I: 1/14 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): 13 phường, xã (tất cả trừ UBND phường Lê Lợi)
• Việc 13, quý I: 1/14 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): 13 phường, xã (tất cả trừ UBND phường Lê Lợi)
noi-vu: tinh hinh Quang Trung
TÌNH HÌNH UBND PHƯỜNG QUANG TRUNG – Thứ Tư, 22/03/2023
UBND phường Quang Trung đã sáp nhập, bàn giao việc cho UBND phường Lê Lợi từ ngày 20/02/2023.
Trước khi sáp nhập, đơn vị đã tự báo:
Tổng số: đã báo 1/1 báo cáo (tự động ghi nhận: 1).
• Việc 1, quý I: đã báo 07:30 ngày 11/01/2023 – 2 tin – tự ghi nhận (hết thời gian xem xét)
---
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Tư, 22/03/2023
Tổng số: đã báo 3/6 báo cáo (đơn vị tự báo, chưa xem: 3), trong hạn 3.
• Việc 1, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 12, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 13, quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
P-QT: viec
VIỆC CỦA UBND PHƯỜNG LÊ LỢI
Đến thứ Tư, 22/03/2023, đơn vị có 3 việc chờ báo kết quả.

Báo kết quả theo kỳ:
• Việc 1, quý II: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 12, quý II: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 13, quý II: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)

Phối hợp thực hiện: việc 2, 4, 6, 7, 8, 9, 10, 11.
Trả lời: xong 1 … tin … bài · Xem nội dung: viec 1
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
""",
    )


def test_it_is_said_and_typed_in_english(play: Play) -> None:
    play.type("noi-vu", "ngon ngu en")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: hand over P-QT, P-MK to P-LL
NOT YET HANDED OVER
The work of UBND phường Quang Trung, UBND phường Minh Khai would be handed over to UBND phường Lê Lợi:
• 4 tasks led
• 6 open reports that several units have to make: to be reported once
• 8 tasks to support
• 2 chats: to speak for UBND phường Lê Lợi
What these units have reported is kept as it is. Handing over cannot be undone.
To agree, type: hand over P-QT, P-MK to P-LL yes
[Hand over]
noi-vu: hand over P-QT, P-MK to P-LL yes
The work of UBND phường Quang Trung, UBND phường Minh Khai has been handed over to UBND phường Lê Lợi.
• 4 tasks led
• 6 open reports that several units have to make: to be reported once
• 8 tasks to support
• 2 chats: to speak for UBND phường Lê Lợi
The chats of these units have been notified.
noi-vu: hand over P-HC to P-LL, P-LS
The work of units can be handed over to one unit only, not to several (P-LL, P-LS). Please type, for example: hand over P-HN, P-AT to P-LL
""",
    )


def test_a_unit_that_is_new_takes_its_place_in_the_groups(play: Play) -> None:
    new = RegistryUnit("P-PH", "UBND phường Phố Hiến", "phường", ("Phố Hiến", "phường Phố Hiến"))
    with play.conversation.store.transaction() as session:
        registering.save_registry(session, Registry((new,)))
    play.type("P-HN", "xong 1 3 tin")
    play.type("noi-vu", "ban giao Hiến Nam, An Tảo, Lê Lợi cho Phố Hiến dong y")
    holds(
        play,
        """
@ 2023-01-12 09:00
P-AT: xong 1 4 tin
Đã ghi nhận UBND phường Phố Hiến báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 4 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: tinh hinh phuong xa quy 1
TÌNH HÌNH UBND CÁC PHƯỜNG, XÃ – Thứ Năm, 12/01/2023
15 đơn vị, việc đến hạn trong quý I/2023:
• Việc 1, quý I: 2/16 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 14 phường, xã (tất cả trừ UBND phường Phố Hiến, UBND phường Hiến Nam)
• Việc 12, quý I: 0/15 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 15 phường, xã (tất cả)
• Việc 13, quý I: 0/15 đơn vị đã báo.
  Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 15 phường, xã (tất cả)
noi-vu: chua bao phuong xa 12
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Việc 12, quý I: 15 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): 15 phường, xã (tất cả)
noi-vu: việc của Hiến Nam
TÌNH HÌNH UBND PHƯỜNG HIẾN NAM – Thứ Năm, 12/01/2023
UBND phường Hiến Nam đã sáp nhập, bàn giao việc cho UBND phường Phố Hiến từ ngày 11/01/2023.
Trước khi sáp nhập, đơn vị đã tự báo:
Tổng số: đã báo 1/1 báo cáo (đơn vị tự báo, chưa xem: 1).
• Việc 1, quý I: đã báo 07:30 ngày 11/01/2023 – 3 tin
---
TÌNH HÌNH UBND PHƯỜNG PHỐ HIẾN – Thứ Năm, 12/01/2023
Tổng số: đã báo 1/3 báo cáo (đơn vị tự báo, chưa xem: 1), trong hạn 2.
• Việc 1, quý I: đã báo 09:00 ngày 12/01/2023 – 4 tin
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
noi-vu: thong bao phuong xa: họp
CHƯA GỬI
Nơi nhận: UBND phường Phố Hiến, UBND phường Lam Sơn, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa, UBND xã Liên Phương, UBND xã Hồng Nam và 7 đơn vị khác.
15 cuộc trò chuyện sẽ nhận được nội dung sau:
“họp”
Để gửi, gõ: thong bao gui 1. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 15 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 15 cuộc trò chuyện]
""",
    )
