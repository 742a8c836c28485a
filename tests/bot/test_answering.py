"""Nội vụ answers the plan's questions in its own words: shown first, then it holds as a day, as units, as an answer."""

from tests.bot.dialogues import Play, holds


def test_a_question_is_answered_in_words(play: Play) -> None:
    holds(
        play,
        """
noi-vu: trả lời câu hỏi 4: KT, TUPHAP
Câu hỏi 4: Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị đồng chí cho biết gồm những đơn vị nào.
Trả lời: KT, TUPHAP
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: Phòng Tư pháp, Phòng Kinh tế
noi-vu: tra loi cau hoi 3 30/6
Câu hỏi 3: Việc 2: Kế hoạch chưa ghi thời hạn. Đề nghị đồng chí cho biết ngày hoàn thành.
Trả lời: 30/6
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: dong y
Đã đặt thời hạn việc 2: thứ Sáu, 30/06/2023.
Áp dụng đối với: Phòng Nội vụ.
Đã gửi thông báo đến đơn vị.
noi-vu: câu 1 thì chọn 11/01/2023
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
  Đồng ý: dong y cau hoi 1
• Câu hỏi 2 – Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác. Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh.
  Đồng ý: dong y cau hoi 2
• Câu hỏi 5 – Việc 6: Hạn là Chủ nhật, 31/12/2023 (ngày nghỉ); hiện giữ nguyên.
  Đồng ý: dong y cau hoi 5 · Nếu đổi: dat han 6 29/12/2023
• Câu hỏi 6 – Việc 9: Thời hạn “Quý III/2023” kết thúc trước Ngày Pháp luật Việt Nam (09/11/2023, theo Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012). Đề nghị đồng chí cho biết thời hạn đúng. Đề xuất: 31/12/2023.
  Trả lời: dat han 9 29/12/2023 theo công văn số … · Bỏ qua: bo qua cau hoi 6
• Câu hỏi 9 – Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông về hoạt động kiểm soát TTHC). Đề nghị đồng chí cho biết thời hạn khi văn bản được ban hành.
  Đồng ý: dong y cau hoi 9 · Nếu đổi: dat han 11 …/…/2023
• Câu hỏi 10 – Việc 12: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 10
• Câu hỏi 11 – Việc 13: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 11
• Câu hỏi 12 – Nhiệm vụ III.1.1: Nội dung “Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023. Hệ thống đang hiểu là: 2023.
  Đồng ý: dong y cau hoi 12
Có 6 nhiệm vụ ngoài bảng chờ ý kiến; để xem, gõ: viec ngoai bang
[Đồng ý câu 1] [Đồng ý câu 2] [Đồng ý câu 5] [Bỏ qua câu 6] [Đồng ý câu 9] [Đồng ý câu 10] [Đồng ý câu 11] [Đồng ý câu 12]
noi-vu: 1
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
  Đồng ý: dong y cau hoi 1
• Câu hỏi 2 – Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác. Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh.
  Đồng ý: dong y cau hoi 2
• Câu hỏi 5 – Việc 6: Hạn là Chủ nhật, 31/12/2023 (ngày nghỉ); hiện giữ nguyên.
  Đồng ý: dong y cau hoi 5 · Nếu đổi: dat han 6 29/12/2023
• Câu hỏi 6 – Việc 9: Thời hạn “Quý III/2023” kết thúc trước Ngày Pháp luật Việt Nam (09/11/2023, theo Điều 8 Luật Phổ biến, giáo dục pháp luật năm 2012). Đề nghị đồng chí cho biết thời hạn đúng. Đề xuất: 31/12/2023.
  Trả lời: dat han 9 29/12/2023 theo công văn số … · Bỏ qua: bo qua cau hoi 6
• Câu hỏi 9 – Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông về hoạt động kiểm soát TTHC). Đề nghị đồng chí cho biết thời hạn khi văn bản được ban hành.
  Đồng ý: dong y cau hoi 9 · Nếu đổi: dat han 11 …/…/2023
• Câu hỏi 10 – Việc 12: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 10
• Câu hỏi 11 – Việc 13: UBND các phường, xã được ghi ở cả cột chủ trì và cột phối hợp; hiện được hiểu là đơn vị chủ trì.
  Đồng ý: dong y cau hoi 11
• Câu hỏi 12 – Nhiệm vụ III.1.1: Nội dung “Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023. Hệ thống đang hiểu là: 2023.
  Đồng ý: dong y cau hoi 12
Có 6 nhiệm vụ ngoài bảng chờ ý kiến; để xem, gõ: viec ngoai bang
[Đồng ý câu 1] [Đồng ý câu 2] [Đồng ý câu 5] [Bỏ qua câu 6] [Đồng ý câu 9] [Đồng ý câu 10] [Đồng ý câu 11] [Đồng ý câu 12]
noi-vu: tra loi cau hoi 2 theo ý kiến lãnh đạo
Câu hỏi 2: Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác. Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh.
Trả lời: theo ý kiến lãnh đạo
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã ghi câu trả lời câu hỏi 2: theo ý kiến lãnh đạo.
Còn 7 câu hỏi, gõ: cau hoi
noi-vu: tra loi cau hoi 99 x
Không có câu hỏi 99 đang chờ trả lời. Để xem các câu hỏi, gõ: cau hoi
noi-vu: tra loi cau hoi 5
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: tra loi cau hoi 5 …
VP: tra loi cau hoi 5 x
“tra loi cau hoi” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
