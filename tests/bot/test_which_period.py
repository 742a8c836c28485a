"""Reports of standing duties: no late one falls into the next period, empty ones are completed, several are one line."""

import pytest

from bot import attachments
from bot.service import Parts
from data.kinds import Role
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes

MISSED = ("2023-03-14", "2023-03-17", "2023-03-22")


async def test_after_a_missed_period_it_is_asked_which_one_is_meant(play: Play) -> None:
    await passes(play, *MISSED)
    holds(
        play,
        """
@ 2023-03-22 09:00
X-TN: xong 12 2 tin
Việc 12: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 1
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 12, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 22/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
X-TN: xong 12 1 tin
Việc 12: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đã báo: 2 tin)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: khong phat sinh 1
Việc 1: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN [2. Quý II]
Đã ghi nhận UBND xã Trung Nghĩa không phát sinh hoạt động trong quý II đối với việc 1.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 22/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
""",
    )


async def test_of_several_those_that_leave_no_doubt_are_noted(play: Play) -> None:
    play.type("X-TN", "xong 1 2 tin")
    await passes(play, *MISSED)
    holds(
        play,
        """
@ 2023-03-22 09:00
X-TN: xong 1, 12, 13 ghi chú: 3 tin
Việc 1, 12, 13: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đã báo: 2 tin)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 2
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 1, 12, 13 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 22/03/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
""",
    )


async def test_a_named_period_and_one_that_is_asked_for_leave_no_doubt(play: Play) -> None:
    await passes(play, *MISSED)
    holds(
        play,
        """
@ 2023-03-22 09:00
X-TN: xong 12 quy 2 1 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 12 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 1 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 22/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
@ 2023-06-07 09:00
X-TN: xong 13 1 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý II đối với việc 13 (kỳ báo đến hết ngày 14/06/2023).
Kết quả: 1 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/06/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
""",
    )


async def test_a_file_is_to_be_sent_again_with_its_period(parts: Parts, play: Play) -> None:
    await passes(play, *MISSED)
    photo = attachments.put(parts.settings.data_dir, "tin.jpg", b"\xff\xd8 photo", "xong 12")
    answer = play.type("X-TN", "xong 12", other="photo", file=photo)
    assert [(reply.text, reply.choices) for reply in answer.replies] == [
        (
            """\
Việc 12: đồng chí báo cho kỳ nào?
• quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo): xong 12 quy 1
• quý II (đến hết ngày 14/06/2023): xong 12 quy 2
Đề nghị gửi lại ảnh, tệp kèm dòng chữ của kỳ cần báo.""",
            (),
        )
    ]


async def test_a_guess_asks_for_the_period_as_the_command_does(play: Play) -> None:
    await passes(play, *MISSED)
    holds(
        play,
        """
@ 2023-03-22 09:00
X-TN: đã gửi xong việc 12 rồi ạ
Việc 12: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 1
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 12, sau kỳ báo (kết thúc ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 22/03/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 12 … tin … bài
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
""",
    )


def test_a_report_that_says_nothing_is_completed(play: Play) -> None:
    play.type("TUPHAP", f"dang ky {play.invite('TUPHAP', Role.OFFICER)}")
    holds(
        play,
        """
@ 2023-03-14 09:00
TUPHAP: xong 1, 8
Đã ghi nhận Phòng Tư pháp báo kết quả quý I đối với việc 1, 8 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Chưa ghi kết quả. Để bổ sung từng việc, gõ, ví dụ: xong 1 … tin … bài
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 8]
TUPHAP: xong 1 3 tin 2 bài
Đã bổ sung vào báo cáo của Phòng Tư pháp đối với việc 1, quý I.
Kết quả: 3 tin 2 bài.
TUPHAP: xong 1 1 tin
Việc 1, quý I đã được báo lúc 09:00 ngày 14/03/2023: 3 tin 2 bài. Đề nghị đồng chí chọn cách ghi số liệu mới:
1. Cộng thêm (tổng 4 tin, 2 bài)
2. Sửa thành 1 tin, 2 bài
Đề nghị trả lời bằng số thứ tự.
[1. Cộng thêm (tổng 4 tin, 2 bài)] [2. Sửa thành 1 tin, 2 bài]
TUPHAP: minh chung 8 1 tài liệu, số 15/BC-TP
Đã bổ sung vào báo cáo của Phòng Tư pháp đối với việc 8, quý I.
Kết quả: 1 tài liệu. Minh chứng: văn bản số 15/BC-TP.
TUPHAP: khong phat sinh 12
Đã ghi nhận Phòng Tư pháp không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 14/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
TUPHAP: xong 12 3 tin
Việc 12, quý I đã được báo không phát sinh lúc 09:00 ngày 14/03/2023. Đồng chí có thay báo cáo đó không?
1. Thay bằng: 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Thay bằng: 3 tin]
noi-vu: nhat ky 8
NHẬT KÝ – VIỆC 8
• 07:30 ngày 11/01/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “Thường xuyên”)
• 09:00 ngày 14/03/2023, đ/c Nguyễn Văn A: báo kết quả, quý I – Phòng Tư pháp (chưa báo → đã báo; văn bản số 15/BC-TP; 1 tài liệu)
• 09:00 ngày 14/03/2023, đ/c Nguyễn Văn A: bổ sung kết quả, quý I – Phòng Tư pháp (“1 tài liệu, số 15/BC-TP”)
""",
    )


async def test_a_report_that_says_nothing_is_remembered_in_the_next_period(play: Play) -> None:
    play.script("@ 2023-03-14 09:00\nX-TN: xong 1")
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
@ 2023-03-16 09:00
X-TN: xong 1 3 tin
Việc 1: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đã báo, chưa ghi kết quả)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
X-TN: 1
Đã bổ sung vào báo cáo của UBND xã Trung Nghĩa đối với việc 1, quý I.
Kết quả: 3 tin.
X-TN: xong 1
Việc 1: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đã báo: 3 tin)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
""",
    )


def test_what_is_reported_together_is_answered_together(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 09:00
VP: xong 1, 10, 12 ghi chú: 3 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1, 12 (kỳ báo đến hết ngày 14/03/2023).
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 25 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 10] [↩️ Báo nhầm việc 12]
VP: bao nham 1, 10, 12
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 1, quý I.
Việc 1 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 5 ngày làm việc).
Khi hoàn thành, gõ: xong 1 … tin … bài

Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.
Việc 10 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, quá hạn 25 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP

Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 12, quý I.
Việc 12 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 5 ngày làm việc).
Khi hoàn thành, gõ: xong 12 … tin … bài
VP: khong phat sinh 1 12 13
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 1, 12, 13.
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 1
[↩️ Báo nhầm việc 1] [↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 13]
VP: xong 1, 2, 4
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 07/03/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 4 số …/BC-VP
Nếu báo nhầm, gõ: bao nham 4

Việc 1 đã được báo lúc 09:00 ngày 07/03/2023. Nếu báo nhầm, gõ: bao nham 1

Việc 2 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
[↩️ Báo nhầm việc 4]
""",
    )


@pytest.mark.parametrize(
    ("number", "example"),
    [("1", "… tin … bài"), ("4", "số …/BC-VP"), ("10", "số …/KH-VP"), ("12", "… tin … bài")],
)
def test_the_example_is_of_the_product_and_of_the_unit(play: Play, number: str, example: str) -> None:
    play.type("VP", f"xong {number} đã làm")
    said = play.type("VP", f"bao nham {number}").replies[0].text
    assert said.splitlines()[-1] == f"Khi hoàn thành, gõ: xong {number} {example}"
