"""Nội vụ says what a task with a long title is called; the title stays where it is read in full."""

from tests.bot.dialogues import Play, holds


def test_a_task_is_called_by_its_short_title_until_its_words_are_others(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 08:00
noi-vu: ten ngan 1 Chương trình tổng thể CCHC
Đã đặt tên ngắn việc 1: Chương trình tổng thể CCHC.
Xem tên đầy đủ: viec 1
noi-vu: ten ngan 1
Việc 1 đang có tên: Chương trình tổng thể CCHC. Để đặt tên ngắn, đề nghị ghi tên sau số việc, ví dụ: ten ngan 1 …
noi-vu: ten ngan 1 …
Chưa ghi nhận gì: dấu “…” là chỗ điền số liệu, số văn bản hoặc nội dung cụ thể. Đề nghị đồng chí điền vào chỗ đó rồi gửi lại.
noi-vu: ten ngan 99 Việc khác
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
noi-vu: ten ngan 1 một cái tên dài đến mức không thể nào dùng được trong một dòng của danh sách, vì tên này có nhiều hơn một trăm ký tự
Tên ngắn tối đa 100 ký tự; tên này có 116 ký tự.
P-LL: viec
VIỆC CỦA UBND PHƯỜNG LÊ LỢI
Đến thứ Năm, 12/01/2023, đơn vị có 3 việc chờ báo kết quả.

Báo kết quả theo kỳ:
• Việc 1, quý I: Chương trình tổng thể CCHC (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc)

Phối hợp thực hiện: việc 2, 4, 6, 7, 8, 9, 10, 11.
Trả lời: xong 1 … tin … bài · Xem nội dung: viec 1
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
""",
    )
