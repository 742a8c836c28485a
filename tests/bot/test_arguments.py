"""What follows a command is read in one way by all of them: numbers in a row, then units, then words."""

from sqlmodel import col, select

from data.model import Extension
from data.store import Store
from tests.bot.dialogues import Play, holds


def test_numbers_in_a_row_however_they_are_joined(play: Play) -> None:
    holds(
        play,
        """
VP: xong 12,13
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12, 13 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung từng việc, gõ, ví dụ: xong 12 … tin … bài
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 12
[↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
VP: bao nham #12;13
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 12, quý I.
Việc 12 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
Khi hoàn thành, gõ: xong 12 … tin … bài

Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 13, quý I.
Việc 13 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
Khi hoàn thành, gõ: xong 13 … tin … bài
VP: khong phat sinh 12 và 13!
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 12, 13.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 12
[↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
VP: xong 1 12 băng rôn
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 12 băng rôn. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
VP: xong 4 13 chương trình
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 13 chương trình. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
VP: xong 010 rồi nhé
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tinh hinh 10,11
TÌNH HÌNH VIỆC 10 – Thứ Tư, 11/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: đã báo 07:30 ngày 11/01/2023 – chưa ghi số văn bản.
---
TÌNH HÌNH VIỆC 11 – Thứ Tư, 11/01/2023
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”).
noi-vu: don doc 1,13
Việc 1, quý I còn trong hạn (14/03/2023), chưa cần đôn đốc.
Việc 13, quý I còn trong hạn (14/03/2023), chưa cần đôn đốc.
Nếu vẫn gửi, gõ: don doc 1, 13 van gui
[Vẫn đôn đốc]
""",
    )


def test_more_than_one_message_can_answer_is_refused(play: Play) -> None:
    holds(
        play,
        """
VP: xong 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21
Đồng chí ghi 21 việc; mỗi lần chỉ trả lời được nhiều nhất 20 việc. Đề nghị chia thành nhiều lần.
VP: viec 1 2 3 4 5 6
Đồng chí ghi 6 việc; mỗi lần chỉ trả lời được nhiều nhất 5 việc. Đề nghị chia thành nhiều lần.
noi-vu: nhat ky 1 2 3 4 5 6
Đồng chí ghi 6 việc; mỗi lần chỉ trả lời được nhiều nhất 5 việc. Đề nghị chia thành nhiều lần.
VP: gia han 10, 12 15/02
Lệnh này dùng cho từng việc một, ví dụ: gia han 10 …
""",
    )


def test_a_word_that_looks_like_a_unit_and_is_none_acts_on_nobody(play: Play, store: Store) -> None:
    holds(
        play,
        """
P-LL: gia han 1 20/03 đông việc
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 1, quý I đến hết thứ Hai, 20/03/2023.
Lý do: đông việc.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
noi-vu: cho gia han 1 X-TNN theo công văn số 15/UBND-VP
Không có đơn vị X-TNN, có thể là: X-TN.
noi-vu: khong cho gia han 1 p-lll vì muộn
Không có đơn vị p-lll, có thể là: P-LL.
P-LL: xong 12
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 12 … tin … bài
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
noi-vu: tra lai 12 X-TNN thieu so
Không có đơn vị X-TNN, có thể là: X-TN.
noi-vu: ghi nhan 12 X-TNN
Không có đơn vị X-TNN, có thể là: X-TN.
""",
    )
    with store.transaction() as session:
        assert [each.decided_at for each in session.exec(select(Extension))] == [None]


def test_all_units_that_are_named_are_meant(play: Play, store: Store) -> None:
    play.script("P-LL: xong 12 2 tin\nX-TN: xong 12 3 tin\nP-LL: gia han 1 20/03 bận\nX-TN: gia han 1 20/03 bận")
    holds(
        play,
        """
noi-vu: tra lai 12 P-LL,X-TN thiếu đường dẫn
Đã trả lại báo cáo việc 12, quý I của UBND phường Lê Lợi.
Nội dung cần bổ sung: thiếu đường dẫn.
Đã gửi thông báo đến đơn vị.
---
Đã trả lại báo cáo việc 12, quý I của UBND xã Trung Nghĩa.
Nội dung cần bổ sung: thiếu đường dẫn.
Đã gửi thông báo đến đơn vị.
noi-vu: cho gia han 1 P-LL và X-TN theo cv 15/ubnd-vp
Đã ghi nhận gia hạn việc 1, quý I của UBND phường Lê Lợi (hạn theo Kế hoạch: 14/03/2023; hạn điều chỉnh: thứ Hai, 20/03/2023).
Căn cứ: cv 15/ubnd-vp.
Đã gửi thông báo đến đơn vị.
---
Đã ghi nhận gia hạn việc 1, quý I của UBND xã Trung Nghĩa (hạn theo Kế hoạch: 14/03/2023; hạn điều chỉnh: thứ Hai, 20/03/2023).
Căn cứ: cv 15/ubnd-vp.
Đã gửi thông báo đến đơn vị.
""",
    )
    with store.transaction() as session:
        asked = session.exec(select(Extension).order_by(col(Extension.id)))
        assert [(each.granted, each.ground) for each in asked] == [(True, "cv 15/ubnd-vp")] * 2


def test_a_chat_of_two_units_says_which_it_speaks_for(play: Play) -> None:
    for unit in ("P-LL", "X-TN"):
        play.type("chung", f"dang ky {play.invite(unit)}")
    holds(
        play,
        """
chung: xong 1 3 tin
Nhiều đơn vị của cuộc trò chuyện này chủ trì việc 1. Đề nghị chọn đơn vị:
1. UBND phường Lê Lợi
2. UBND xã Trung Nghĩa
Đề nghị trả lời bằng số thứ tự.
[1. UBND phường Lê Lợi] [2. UBND xã Trung Nghĩa]
chung: 2
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
chung: xong 12 P-LL 2 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
chung: bao nham 1
Nhiều đơn vị của cuộc trò chuyện này chủ trì việc 1. Đề nghị chọn đơn vị:
1. UBND phường Lê Lợi
2. UBND xã Trung Nghĩa
Đề nghị trả lời bằng số thứ tự.
[1. UBND phường Lê Lợi] [2. UBND xã Trung Nghĩa]
""",
    )


def test_a_number_answers_only_the_last_list_and_only_for_who_was_asked(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
VP: hoan 12
“hoan 12” có thể được hiểu theo hai cách:
1. Hoàn thành
2. Nhắc sau
Đề nghị trả lời bằng số thứ tự.
[1. Hoàn thành] [2. Nhắc sau]
VP: hello
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: viec · xong 10 · tro giup
VP: viec
VIỆC CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Tư, 11/01/2023, đơn vị có 6 việc chờ báo kết quả.

Có thời hạn:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)

Chưa có thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)

Phối hợp thực hiện: việc 2, 6, 7, 8, 9, 14, 15.
Trả lời: xong 10 số …/KH-VP · Xem nội dung: viec 10
[✅ Xong việc 10] [✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13]
VP: 1
VIỆC 1 – Kế hoạch số 06/KH-UBND
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030 được ban hành tại Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện Chương trình tổng thể CCHC nhà nước giai đoạn 2021-2030; Kế hoạch số 174/KH-UBND ngày 14/12/2021 của UBND thành phố về việc Cải cách hành chính thành phố Hưng Yên giai đoạn 2021-2025. Chỉ thị số 28-CT/TU ngày 10/8/2022 của Ban Thường vụ Tỉnh ủy về đẩy mạnh công tác CCHC trên địa bàn tỉnh.
Sản phẩm: Tin, bài, phóng sự
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: Phòng Nội vụ, phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố.
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1]
VP: hoan 12
“hoan 12” có thể được hiểu theo hai cách:
1. Hoàn thành
2. Nhắc sau
Đề nghị trả lời bằng số thứ tự.
[1. Hoàn thành] [2. Nhắc sau]
@ 2023-01-11 08:31
VP: 1
VIỆC 1 – Kế hoạch số 06/KH-UBND
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030 được ban hành tại Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện Chương trình tổng thể CCHC nhà nước giai đoạn 2021-2030; Kế hoạch số 174/KH-UBND ngày 14/12/2021 của UBND thành phố về việc Cải cách hành chính thành phố Hưng Yên giai đoạn 2021-2025. Chỉ thị số 28-CT/TU ngày 10/8/2022 của Ban Thường vụ Tỉnh ủy về đẩy mạnh công tác CCHC trên địa bàn tỉnh.
Sản phẩm: Tin, bài, phóng sự
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: Phòng Nội vụ, phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố.
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1]
nhom/lan: hoan 12
“hoan 12” có thể được hiểu theo hai cách:
1. Hoàn thành
2. Nhắc sau
Đề nghị trả lời bằng số thứ tự.
[1. Hoàn thành] [2. Nhắc sau]
nhom/minh: 1

nhom/lan: 2
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 12, quý I vào thứ Năm, 12/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
""",
    )


def test_to_agree_answers_the_question_that_was_just_asked(play: Play) -> None:
    holds(
        play,
        """
noi-vu: ban giao P-QT P-LL
CHƯA BÀN GIAO
UBND phường Quang Trung dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Kết quả UBND phường Quang Trung đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-QT P-LL dong y
[Bàn giao]
noi-vu: đồng ý
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
noi-vu: đồng ý
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: tinh hinh · qua han · tro giup
""",
    )


def test_plain_words_that_name_more_than_a_task(play: Play) -> None:
    play.type("TUPHAP", f"dang ky {play.invite('TUPHAP')}")
    holds(
        play,
        """
VP: đề nghị cho gia hạn việc 10 đến 20/2 ạ
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (đến 20/02/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 10 xong
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: việc 10 xong rồi
Việc 10 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 10
VP: xong 3 tin 2 bài
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 11 · 12 · 13
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin, 2 bài. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
TUPHAP: xong kế hoạch việc 9
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 9 (Kế hoạch): Triển khai thực hiện Ngày Pháp luật năm 2023
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
TUPHAP: xong 9 Kế hoạch số 1/KH-TP, Báo cáo số 2/BC-TP
Đã ghi nhận Phòng Tư pháp báo hoàn thành việc 9, trước hạn 177 ngày làm việc (hạn: thứ Bảy, 30/09/2023).
Minh chứng: văn bản số 1/KH-TP, báo cáo số 2/BC-TP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 9
[↩️ Báo nhầm việc 9]
""",
    )


def test_a_code_alone_joins(play: Play) -> None:
    assert play.type("moi-den", play.invite("VP")).replies[0].text.startswith("Đã kết nối cuộc trò chuyện này với")
