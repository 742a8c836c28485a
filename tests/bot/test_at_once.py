"""Several reports in one line: each with its own words; where those may be meant for one or for all, it asks."""

from tests.bot.dialogues import Play, holds


def test_each_task_has_its_own_words(play: Play) -> None:
    holds(
        play,
        """
VP: xong 1 3 tin 2 bai, 12 1 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bai. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 1 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 12]
VP: đã xong 10; 13 thì không phát sinh
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 13.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 10
[↩️ Báo nhầm việc 10] [↩️ Báo nhầm việc 13]
TUPHAP: xong 9 số 15/KH-TP, xong 12 2 tin
Đã ghi nhận Phòng Tư pháp báo hoàn thành việc 9, trước hạn 177 ngày làm việc (hạn: thứ Bảy, 30/09/2023).
Minh chứng: văn bản số 15/KH-TP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đã ghi nhận Phòng Tư pháp báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 9
[↩️ Báo nhầm việc 9] [↩️ Báo nhầm việc 12]
VHTT: xong 1: 3 tin; 12: 1 tin; 13 không phát sinh
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 1 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đã ghi nhận Phòng Văn hóa và Thông tin không phát sinh hoạt động trong quý I đối với việc 13.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
""",
    )


def test_a_count_may_be_of_the_last_task_or_of_each(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10 và 12 3 tin
Nội dung này có thể hiểu theo hai cách nên chưa ghi nhận gì. Đề nghị chọn:
1. Việc 10: hoàn thành; việc 12: 3 tin
2. Việc 10, 12: 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Việc 10: hoàn thành; việc 12: 3 tin] [2. Việc 10, 12: 3 tin]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 10
[↩️ Báo nhầm việc 10] [↩️ Báo nhầm việc 12]
X-TN: xong 1, 12: 3 tin
Nội dung này có thể hiểu theo hai cách nên chưa ghi nhận gì. Đề nghị chọn:
1. Việc 1: hoàn thành; việc 12: 3 tin
2. Việc 1, 12: 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Việc 1: hoàn thành; việc 12: 3 tin] [2. Việc 1, 12: 3 tin]
X-TN: 2
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 1, 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 12]
""",
    )


def test_words_may_be_about_the_first_task_too(play: Play) -> None:
    holds(
        play,
        """
VP: xong 1 3 tin, 12 đã gửi
Nội dung này có thể hiểu theo hai cách nên chưa ghi nhận gì. Đề nghị chọn:
1. Việc 1: 3 tin; việc 12: đã gửi
2. Việc 1: 3 tin; 12 đã gửi
Đề nghị trả lời bằng số thứ tự.
[1. Việc 1: 3 tin; việc 12: đã gửi] [2. Việc 1: 3 tin; 12 đã gửi]
VP: 2
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin; 12 đã gửi. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
""",
    )


def test_that_nothing_arose_is_no_result(play: Play) -> None:
    holds(
        play,
        """
VP: xong 12 không phát sinh
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: xong 10 không phát sinh
Việc 10 có sản phẩm phải hoàn thành. Khi hoàn thành, đề nghị đồng chí gõ: xong 10
""",
    )
