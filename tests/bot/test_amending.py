"""A report that stands: more of it, another figure, nothing that became something, a period it was not meant for."""

import pytest

from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes

BOTH_ENGINES = pytest.mark.parametrize("store", ["sqlite", "postgresql"], indirect=True)
CLOSED = ("2023-03-14", "2023-03-15", "2023-03-16")


@BOTH_ENGINES
def test_a_figure_given_once_more_is_added_or_put_right(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 09:00
X-TN: xong 1 3 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
X-TN: xong 1 2 tin
Việc 1, quý I đã được báo lúc 09:00 ngày 07/03/2023: 3 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 5 tin)
2. Sửa thành 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 5 tin)] [2. Sửa thành 2 tin]
X-TN: 1
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 5 tin.
Đã báo trước đó: 3 tin.
X-TN: thêm 1 bài
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 5 tin, 1 bài.
Đã báo trước đó: 5 tin.
X-TN: bo sung 1 2 tin
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 7 tin, 1 bài.
Đã báo trước đó: 5 tin, 1 bài.
X-TN: sửa 1 4 tin
Đã sửa báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 4 tin, 1 bài.
Trước khi sửa: 7 tin, 1 bài.
X-TN: sua 1 4 tin
Báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I đã ghi như vậy, không có thay đổi.
Kết quả: 4 tin, 1 bài.
X-TN: sua 1
Đề nghị đồng chí nêu nội dung cần bổ sung, ví dụ: sua 1 4 tin
X-TN: xong 1 5 tin
Việc 1, quý I đã được báo lúc 09:00 ngày 07/03/2023: 4 tin, 1 bài. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 9 tin, 1 bài)
2. Sửa thành 5 tin, 1 bài
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 9 tin, 1 bài)] [2. Sửa thành 5 tin, 1 bài]
X-TN [2. Sửa thành 5 tin, 1 bài]
Đã sửa báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 5 tin, 1 bài.
Trước khi sửa: 4 tin, 1 bài.
noi-vu: nhat ky 1
NHẬT KÝ – VIỆC 1
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND xã Trung Nghĩa (chưa báo → đã báo; 3 tin)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: bổ sung vào báo cáo, quý I – UBND xã Trung Nghĩa (“3 tin” → “5 tin”)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: bổ sung vào báo cáo, quý I – UBND xã Trung Nghĩa (“5 tin” → “5 tin, 1 bài”)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: bổ sung vào báo cáo, quý I – UBND xã Trung Nghĩa (“5 tin, 1 bài” → “7 tin, 1 bài”)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: sửa báo cáo, quý I – UBND xã Trung Nghĩa (“7 tin, 1 bài” → “4 tin, 1 bài”)
• 09:00 ngày 07/03/2023, đ/c Nguyễn Văn A: sửa báo cáo, quý I – UBND xã Trung Nghĩa (“4 tin, 1 bài” → “5 tin, 1 bài”)
noi-vu: tinh hinh 1 X-TN
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Ba, 07/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Thời hạn theo Kế hoạch: thường xuyên
UBND xã Trung Nghĩa: đã báo 09:00 ngày 07/03/2023
Hạn: thứ Ba, 14/03/2023.
Kết quả: 5 tin, 1 bài.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023
""",
    )


def test_nothing_that_became_something_is_replaced_with_a_yes(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 09:00
X-TN: khong phat sinh 1
Đã ghi nhận UBND xã Trung Nghĩa không phát sinh hoạt động trong quý I đối với việc 1.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
X-TN: xong 1 2 tin
Việc 1, quý I đã được báo không phát sinh lúc 09:00 ngày 07/03/2023. Đồng chí có thay báo cáo đó không?
1. Thay bằng: 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Thay bằng: 2 tin]
X-TN: 1
Đã sửa báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 2 tin.
Trước khi sửa: không phát sinh.
X-TN: việc 1 đã xong 4 tin rồi ạ
Việc 1, quý I đã được báo lúc 09:00 ngày 07/03/2023: 2 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 6 tin)
2. Sửa thành 4 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 6 tin)] [2. Sửa thành 4 tin]
X-TN: 2
Đã sửa báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 4 tin.
Trước khi sửa: 2 tin.
""",
    )


def test_a_figure_given_twice_in_one_line_is_asked_about(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 09:00
X-TN: xong 1 2 tin 3 tin
Tin này nêu một số liệu nhiều lần nên chưa được ghi nhận. Đề nghị đồng chí chọn số liệu cần báo:
1. Cộng lại: 5 tin
2. 2 tin
3. 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng lại: 5 tin] [2. 2 tin] [3. 3 tin]
X-TN: 1
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 5 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
X-TN: bo sung 1 1 tin, 2 tin
Tin này nêu một số liệu nhiều lần nên chưa được ghi nhận. Đề nghị đồng chí chọn số liệu cần báo:
1. Cộng lại: 3 tin
2. 1 tin
3. 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng lại: 3 tin] [2. 1 tin] [3. 2 tin]
X-TN: 3
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 7 tin.
Đã báo trước đó: 5 tin.
""",
    )


@BOTH_ENGINES
async def test_after_a_closing_it_is_asked_which_period_is_meant(play: Play) -> None:
    play.script("@ 2023-03-09 09:00\nX-TN: xong 1 3 tin")
    await passes(play, *CLOSED)
    holds(
        play,
        """
@ 2023-03-16 09:00
X-TN: xong 1 2 tin
Việc 1: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đã báo: 3 tin)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 1
Việc 1, quý I đã được báo lúc 09:00 ngày 09/03/2023: 3 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 5 tin)
2. Sửa thành 2 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 5 tin)] [2. Sửa thành 2 tin]
X-TN: 1
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 5 tin.
Đã báo trước đó: 3 tin.
X-TN: xong 1 quy 1 1 tin
Việc 1, quý I đã được báo lúc 09:00 ngày 09/03/2023: 5 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 6 tin)
2. Sửa thành 1 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 6 tin)] [2. Sửa thành 1 tin]
X-TN: việc 12 xong 2 tin ạ
Việc 12: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 2
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 12 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
X-TN: khong phat sinh 13
Việc 13: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
noi-vu: ghi thay 13 X-TN 1 tin
Việc 13, UBND xã Trung Nghĩa: báo cáo là của kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
""",
    )


@BOTH_ENGINES
async def test_what_was_counted_for_a_wrong_period_is_moved(play: Play) -> None:
    play.script("@ 2023-03-09 09:00\nX-TN: xong 1 3 tin")
    await passes(play, *CLOSED)
    holds(
        play,
        """
@ 2023-03-20 09:00
X-TN: xong 12 quy 2 2 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 12 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
X-TN: chuyen 12
Đề nghị đồng chí ghi rõ báo cáo việc 12 được tính cho kỳ nào, ví dụ: chuyen 12 quy 1
X-TN: chuyen 12 quy 1
Đã chuyển báo cáo của UBND xã Trung Nghĩa đối với việc 12 sang quý I, không tính cho quý II nữa.
Kết quả: 2 tin.
X-TN: chuyen 12 quy 1
Việc 12 chưa có báo cáo nào để sửa hoặc chuyển sang kỳ khác. Để báo hoàn thành, đồng chí gõ: xong 12
X-TN: xong 1 quy 2 1 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 1 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 1 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 20/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
X-TN: chuyen 1 sang quy 1
Việc 1, quý I đã được báo lúc 09:00 ngày 09/03/2023: 3 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 4 tin)
2. Sửa thành 1 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 4 tin)] [2. Sửa thành 1 tin]
X-TN: 1
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 4 tin.
Đã báo trước đó: 3 tin.
noi-vu: nhat ky 12
NHẬT KÝ – VIỆC 12
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 09:00 ngày 20/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý II – UBND xã Trung Nghĩa (chưa báo → đã báo; 2 tin)
• 09:00 ngày 20/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – UBND xã Trung Nghĩa (chưa báo → đã báo; 2 tin; sau khi kỳ báo kết thúc (14/03/2023))
• 09:00 ngày 20/03/2023, đ/c Nguyễn Văn A: chuyển báo cáo sang kỳ khác, quý II – UBND xã Trung Nghĩa (đã báo → chưa báo)
noi-vu: tinh hinh 1 X-TN quy 1
TÌNH HÌNH VIỆC 1, QUÝ I/2023 – Thứ Hai, 20/03/2023
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…
Thời hạn theo Kế hoạch: thường xuyên
UBND xã Trung Nghĩa: đã báo 09:00 ngày 09/03/2023
Hạn: thứ Ba, 14/03/2023.
Kết quả: 4 tin.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 09/03/2023
Các kỳ, mốc khác:
• Quý II: chưa báo (hạn: thứ Tư, 14/06/2023, còn 59 ngày làm việc)
""",
    )


async def test_more_may_come_until_the_period_ends_whoever_has_noted_it(play: Play) -> None:
    play.type("X-TN", "xong 1 3 tin")
    play.type("noi-vu", "ghi nhan 1 X-TN")
    holds(
        play,
        """
@ 2023-03-07 09:00
X-TN: thêm 1 2 tin
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 5 tin.
Đã báo trước đó: 3 tin.
noi-vu: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Ba, 07/03/2023
• Việc 1, quý I: UBND xã Trung Nghĩa – 5 tin
Ghi nhận: ghi nhan 1 · Trả lại: tra lai 1 X-TN và lý do
[Ghi nhận việc 1 – X-TN]
noi-vu: ghi nhan 1 X-TN
Đã ghi nhận báo cáo việc 1, quý I: UBND xã Trung Nghĩa – 5 tin.
X-TN: xong 1 1 tin
Việc 1, quý I đã được báo lúc 07:30 ngày 11/01/2023: 5 tin. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 6 tin)
2. Sửa thành 1 tin
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 6 tin)] [2. Sửa thành 1 tin]
X-TN: 1
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 6 tin.
Đã báo trước đó: 5 tin.
noi-vu: ghi nhan 1 X-TN
Đã ghi nhận báo cáo việc 1, quý I: UBND xã Trung Nghĩa – 6 tin.
""",
    )
    await passes(play, "2023-03-15")
    holds(
        play,
        """
@ 2023-03-15 09:00
X-TN: thêm 1 quý 1 2 tin
Báo cáo việc 1 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ.
""",
    )
