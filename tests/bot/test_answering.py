"""Nội vụ answers the plan's questions in its own words: shown first, then it holds as a day, as units, as an answer."""

from tests.bot.dialogues import Play, holds


def test_a_question_is_answered_in_words(play: Play) -> None:
    holds(
        play,
        """
noi-vu: trả lời câu hỏi 4: KT, TUPHAP
Câu hỏi 4: Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
Trả lời: KT, TUPHAP
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã xác định đơn vị thực hiện việc 3:
Chủ trì: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Phối hợp: Phòng Tư pháp, Phòng Kinh tế
noi-vu: tra loi cau hoi 3 30/6
Câu hỏi 3: Việc 2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.
Trả lời: 30/6
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: dong y
Đã đặt thời hạn việc 2: thứ Sáu, 30/06/2023.
Áp dụng đối với: Phòng Nội vụ.
Đã gửi thông báo đến đơn vị.
noi-vu: câu 1 thì chọn 11/01/2023
Câu hỏi 1: Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
Trả lời: 11/01/2023
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã ghi câu trả lời câu hỏi 1: 11/01/2023.
Còn 7 câu hỏi, gõ: cau hoi
noi-vu: tra loi cau hoi 2 theo ý kiến lãnh đạo
Câu hỏi 2: Tên “Trung tâm Văn hóa và Truyền thông thành phố” (mục III.6) khác với tên của đơn vị đó ở các mục khác. Hệ thống đang hiểu là: Trung tâm Văn hóa và Truyền thanh.
Trả lời: theo ý kiến lãnh đạo
1. Ghi câu trả lời
Đề nghị trả lời bằng số thứ tự.
[1. Ghi câu trả lời]
noi-vu: 1
Đã ghi câu trả lời câu hỏi 2: theo ý kiến lãnh đạo.
Còn 6 câu hỏi, gõ: cau hoi
noi-vu: tra loi cau hoi 99 x
Không có câu hỏi 99 đang chờ trả lời. Để xem các câu hỏi, gõ: cau hoi
noi-vu: tra loi cau hoi 5
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: tra loi cau hoi 5 …
VP: tra loi cau hoi 5 x
“tra loi cau hoi” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
