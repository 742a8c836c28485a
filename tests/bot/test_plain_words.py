"""Plain words of Nội vụ and of leaders, and of officers where nothing was understood; what a question waits for."""

from tests.bot.dialogues import Play, holds


def test_what_is_asked_ordered_and_answered_in_one_s_own_words(play: Play) -> None:
    holds(
        play,
        """
noi-vu: phường nào còn chưa báo quý 1 vậy
CHƯA BÁO – Thứ Tư, 11/01/2023
UBND các phường, xã, quý I/2023:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc): việc 1, 12, 13 – 17 đơn vị
Xem một việc: chua bao 1 phuong xa quy 1
noi-vu: phường Lê Lợi báo qua điện thoại xong việc 12 được 2 tin
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 12, quý I: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: xong 12 phường Lê Lợi 2 tin
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lê Lợi: việc 12, quý I: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
lanh-dao: phường Lê Lợi dạo này thế nào
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Tư, 11/01/2023
Tổng số: đã báo 0/3 báo cáo, trong hạn 3.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
lanh-dao: nhắc mấy đơn vị chậm giúp tôi
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu nhắc mấy đơn vị chậm giúp tôi
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
lanh-dao: 1
Đã chuyển Phòng Nội vụ: nhắc mấy đơn vị chậm giúp tôi.
Ý kiến trả lời sẽ gửi tại đây hoặc trao đổi trực tiếp.
lanh-dao: việc 10 do ai làm
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố.
Sản phẩm: Kế hoạch truyền thông về hoạt động kiểm soát TTHC; văn bản triển khai thực hiện
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
lanh-dao: chào các đồng chí
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: tinh hinh · qua han · tro giup
VP: xin mẫu báo cáo với ạ
KẾ HOẠCH ĐANG THỰC HIỆN
• Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023
Phòng Nội vụ lưu văn bản đã ban hành; để đề nghị gửi, nhắn: chuyen noi vu …
Báo cáo chỉ cần một dòng, theo mẫu: xong 1 …
VP: gia han 10
Đề nghị ghi thêm ngày đề nghị gia hạn và lý do, ví dụ: gia han 10 …/… lý do …
VP: xong
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12 · 13
VP: 12
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 12 … tin … bài
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
noi-vu: ai chậm nhất
XẾP HẠNG CHẬM BÁO CÁO – Thứ Tư, 11/01/2023
Không có đơn vị nào chậm.
""",
    )


def test_other_words_than_the_answer_are_spelt_out_and_recorded_once(play: Play) -> None:
    holds(
        play,
        """
VP: gia han 10
Đề nghị ghi thêm ngày đề nghị gia hạn và lý do, ví dụ: gia han 10 …/… lý do …
VP: v12 3 tin
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 12 (3 tin): Tuyên truyền đầy mạnh ứng dụng CNTT…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: 1
Việc 12, quý I đã được báo lúc 07:30 ngày 11/01/2023: 3 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 6 tin)
2. Sửa thành 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 6 tin)] [2. Sửa thành 3 tin]
VP: gia han 10
Đề nghị ghi thêm ngày đề nghị gia hạn và lý do, ví dụ: gia han 10 …/… lý do …
VP: 10/02/2023 vì chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Sáu, 10/02/2023.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
noi-vu: việc 12 không có gì, việc 13 được 2 tin
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo không phát sinh việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT…; Báo hoàn thành việc 13 (2 tin): Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: 1
Đã ghi nhận Phòng Nội vụ không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
---
Đã ghi nhận Phòng Nội vụ báo kết quả quý I đối với việc 13 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
noi-vu: nhắc phường An Tảo và phường Hiến Nam báo việc 1 giúp
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đôn đốc các đơn vị chưa báo: don doc 1 P-AT, P-HN
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_what_is_counted_beside_an_empty_task_is_of_another(play: Play) -> None:
    holds(
        play,
        """
VP: quý này 3 tin 2 bài, việc 12 ko có gì ạ
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 13
VP: 13
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 13 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin, 2 bài. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
---
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: nhầm, 5 tin chứ không phải 3
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Sửa báo cáo việc 13 (5 tin): Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_a_document_called_by_its_kind_is_the_ground_that_was_asked_for(play: Play) -> None:
    holds(
        play,
        """
VP: gia han 10 10/2 vì chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Sáu, 10/02/2023.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
noi-vu: đồng ý
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 10/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 10/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu: công văn số 12
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Sáu, 10/02/2023).
Căn cứ: công văn số 12.
Đã gửi thông báo đến đơn vị.
""",
    )


def test_a_command_is_followed_by_what_it_named(play: Play) -> None:
    holds(
        play,
        """
noi-vu: tinh hinh P-LL
TÌNH HÌNH UBND PHƯỜNG LÊ LỢI – Thứ Tư, 11/01/2023
Tổng số: đã báo 0/3 báo cáo, trong hạn 3.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
noi-vu: nhắc phường này luôn
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đôn đốc các đơn vị chưa báo: don doc P-LL
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: chua bao phuong xa quy 1
CHƯA BÁO – Thứ Tư, 11/01/2023
UBND các phường, xã, quý I/2023:
• Quý I (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc): việc 1, 12, 13 – 17 đơn vị
Xem một việc: chua bao 1 phuong xa quy 1
noi-vu: nhắc hết đi
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đôn đốc các đơn vị chưa báo: don doc phuong xa quy 1
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
P-LL: xong 1 3 tin 2 bài
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: tra lai 1 P-LL
Đề nghị đồng chí nêu nội dung cần bổ sung, ví dụ: tra lai 1 P-LL và lý do
noi-vu: thiếu danh sách tin
Đã trả lại báo cáo việc 1, quý I của UBND phường Lê Lợi.
Nội dung cần bổ sung: thiếu danh sách tin.
Đã gửi thông báo đến đơn vị.
""",
    )


def test_what_noi_vu_and_a_leader_say_in_passing_is_spelt_out_as_it_was_said(play: Play) -> None:
    holds(
        play,
        """
noi-vu: Lam Sơn bảo quý I không phát sinh việc 12
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Lam Sơn: việc 12, quý I: không phát sinh
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: Hiến Nam quý 1 đang làm việc 13
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND phường Hiến Nam: việc 13, quý I: đang thực hiện
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
noi-vu: trình lãnh đạo kết quả quý I
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Xem việc chậm và trình lãnh đạo: trinh lanh dao
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: trình lãnh đạo chưa vội
Chưa gửi: hệ thống chưa hiểu “chưa vội”. Để xem danh sách, gõ: trinh lanh dao · Để bỏ bớt: trinh lanh dao tru 10, P-LL · Để gửi danh sách đã xem: trinh lanh dao gui
lanh-dao: bảo Nội vụ chiều nay lên gặp tôi
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu bảo Nội vụ chiều nay lên gặp tôi
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_what_only_begins_like_a_command_is_read_whole(play: Play) -> None:
    holds(
        play,
        """
P-LL: xong 1 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
TUPHAP: vuong 7 chưa có kinh phí
Đã ghi nhận và báo Phòng Nội vụ: Phòng Tư pháp có vướng mắc khi thực hiện việc 7, quý I: chưa có kinh phí.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 7 số …/KH-TP hoặc khong phat sinh 7
P-AT: vuong 12 thiếu người
Đã ghi nhận và báo Phòng Nội vụ: UBND phường An Tảo có vướng mắc khi thực hiện việc 12, quý I: thiếu người.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12
noi-vu: ai chưa báo quý 1 thì nhắc hết
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đôn đốc các đơn vị chưa báo: don doc quy 1
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: bổ sung việc 1 Lê Lợi 2 tin
Việc 1 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 1
noi-vu: ghi nhận việc 1 của các phường
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Ghi nhận báo cáo của đơn vị: ghi nhan 1 phuong xa
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: thông báo cho Lê Lợi là mai họp
CHƯA GỬI
Nơi nhận: UBND phường Lê Lợi.
1 cuộc trò chuyện sẽ nhận được nội dung sau:
“mai họp”
Để gửi, gõ: thong bao gui 1. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 1 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 1 cuộc trò chuyện]
noi-vu: mời họp các phường 8h thứ 6
CHƯA GỬI
Nơi nhận: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác.
17 cuộc trò chuyện sẽ nhận được nội dung sau:
“mời họp 8h thứ 6”
Để gửi, gõ: thong bao gui 2. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 17 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 17 cuộc trò chuyện]
noi-vu: mời VP với KT tham gia
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Tạo mã mời cho đơn vị, thủ trưởng đơn vị hoặc lãnh đạo: moi VP, KT
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: việc 7 bên tư pháp vướng gì
VƯỚNG MẮC CHỜ TRẢ LỜI – Thứ Tư, 11/01/2023
• Việc 7, quý I: Phòng Tư pháp – “chưa có kinh phí”
Trả lời đơn vị: go vuong 7 TUPHAP … · Trình lãnh đạo: trinh lanh dao
noi-vu: nhập cho Liên Phương việc 1 2 tin
Chưa ghi nhận gì. Có ghi thay đơn vị nội dung sau không?
1. UBND xã Liên Phương: việc 1, quý I: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Ghi thay]
""",
    )


def test_another_order_in_the_same_line_is_no_reason(play: Play) -> None:
    holds(
        play,
        """
P-LL: xong 1 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: trả lại Lê Lợi việc 1 thiếu link, nhắc VP việc 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Trả lại báo cáo, nêu nội dung đề nghị bổ sung: tra lai 1 P-LL thiếu link; đôn đốc các đơn vị chưa báo: don doc 10 VP
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: ghi nhận việc 1, nhắc VP việc 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Ghi nhận báo cáo của đơn vị: ghi nhan 1; đôn đốc các đơn vị chưa báo: don doc 10 VP
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: cảm ơn em, nhắc giúp VP việc 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đôn đốc các đơn vị chưa báo: don doc 10 VP
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: đặt hạn việc 2 30/6, việc 11 30/9
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đặt thời hạn cho việc chưa có thời hạn: dat han 2 30/06/2023; đặt thời hạn cho việc chưa có thời hạn: dat han 11 30/09/2023
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_a_yes_with_what_it_agrees_to_sends_it_and_a_day_is_no_part_of_how_things_stand(play: Play) -> None:
    holds(
        play,
        """
noi-vu: thông báo tới P-LL, X-TN: mai họp
CHƯA GỬI
Nơi nhận: UBND phường Lê Lợi, UBND xã Trung Nghĩa.
2 cuộc trò chuyện sẽ nhận được nội dung sau:
“mai họp”
Để gửi, gõ: thong bao gui 1. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 2 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 2 cuộc trò chuyện]
noi-vu: đừng
Đã rõ, không thay đổi gì.
noi-vu: thông báo tới P-LL, X-TN: mai họp
CHƯA GỬI
Nơi nhận: UBND phường Lê Lợi, UBND xã Trung Nghĩa.
2 cuộc trò chuyện sẽ nhận được nội dung sau:
“mai họp”
Để gửi, gõ: thong bao gui 2. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 2 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 2 cuộc trò chuyện]
noi-vu: đúng rồi, gửi luôn đi em
Đã gửi thông báo đến 2 cuộc trò chuyện.
noi-vu: tình hình việc 10 đến 31/3 thế nào
TÌNH HÌNH VIỆC 10 – Thứ Tư, 11/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
""",
    )
