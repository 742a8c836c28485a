"""A list that an office has kept comes in by chat: one question for all its states, by a button, a number or a line."""

from pathlib import Path

import pytest

from tests.bot.dialogues import Play, holds
from tests.bot.test_drafting import send
from tests.data.documents.making import as_tracker

ASKED = """Tệp có cột tình trạng: 3 việc đã xong, 1 việc dừng, 1 việc được gia hạn. Ghi nhận theo tệp?
Tệp không ghi ngày hoàn thành, lấy ngày nhập làm ngày báo: việc 3."""
SHOWN = f"""Chưa ghi vào hệ thống. Để nhập: nhap 1 · Để bỏ: bo nhap 1

{ASKED}
Nhập, ghi nhận theo tệp: nhap 1 theo tep
Nhập, tính mọi việc là chưa xong: nhap 1 chua xong
[Nhập, ghi nhận theo tệp] [Nhập, tính là chưa xong] [Bỏ bản nháp]"""
QUESTION = f"""CHƯA NHẬP
{ASKED}
1. Nhập, ghi nhận theo tệp: nhap 1 theo tep
2. Nhập, tính là chưa xong: nhap 1 chua xong
Đề nghị trả lời bằng số thứ tự.
[1. Nhập, ghi nhận theo tệp] [2. Nhập, tính là chưa xong]"""
AS_IN_FILE = """Kế hoạch số 08/KH-UBND: Cải cách hành chính năm 2023
Tạo 12 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 5
Kế hoạch đã được theo dõi. Tin nhắc đầu tiên được gửi trong giờ làm việc.
Để xem các câu hỏi, gõ: cau hoi
Đã ghi nhận theo tệp: 3 việc đã xong, 1 việc dừng, 1 việc được gia hạn."""
ALL_OPEN = """Kế hoạch số 08/KH-UBND: Cải cách hành chính năm 2023
Tạo 12 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 1
Kế hoạch đã được theo dõi. Tin nhắc đầu tiên được gửi trong giờ làm việc.
Để xem các câu hỏi, gõ: cau hoi
Mọi việc được theo dõi là chưa hoàn thành, không tính tình trạng ghi trong tệp."""


@pytest.fixture
def sent(play: Play, tmp_path: Path) -> str:
    """The list sent on a Monday in June, and what is shown of it."""
    play.script("@ 2023-06-12 09:00")
    as_tracker(tmp_path / "theo-doi.xlsx")
    return send(play, (tmp_path / "theo-doi.xlsx").read_bytes(), "theo-doi.xlsx")


def test_the_draft_asks_one_question_for_all(sent: str) -> None:
    assert sent.endswith(SHOWN)
    assert "Việc 7: Tệp ghi tình trạng “Đang thực hiện” nhưng lại có ngày hoàn thành 12/03/2023." in sent
    assert "Dòng bị gạch ngang trong tệp, không đọc: 1." in sent


@pytest.mark.usefixtures("sent")
@pytest.mark.parametrize(
    "said",
    [
        f"noi-vu: nhap 1 theo tep\n{AS_IN_FILE}",
        f"noi-vu: nhập 1 theo tệp\n{AS_IN_FILE}",
        f"noi-vu [Nhập, ghi nhận theo tệp]\n{AS_IN_FILE}",
        f"noi-vu: đồng ý\n{AS_IN_FILE}",
        f"noi-vu: nhap 1\n{QUESTION}\nnoi-vu: 1\n{AS_IN_FILE}",
        f"noi-vu: nhap 1\n{QUESTION}\nnoi-vu: đồng ý\n{AS_IN_FILE}",
        f"noi-vu: nhap 1 chua xong\n{ALL_OPEN}",
        f"noi-vu [Nhập, tính là chưa xong]\n{ALL_OPEN}",
        f"noi-vu: nhap 1\n{QUESTION}\nnoi-vu: 2\n{ALL_OPEN}",
    ],
)
def test_a_button_a_number_or_a_line_settles_it(play: Play, said: str) -> None:
    holds(play, said)


@pytest.mark.usefixtures("sent")
def test_what_the_file_has_told_is_seen_where_one_asks(play: Play) -> None:
    play.script("noi-vu: nhap 1 theo tep")
    holds(
        play,
        """
noi-vu: tinh hinh 08.2
TÌNH HÌNH VIỆC 08.2 – Thứ Hai, 12/06/2023
Rà soát thủ tục
Phòng Tư pháp: đã báo 12:00 ngày 05/04/2023, chậm 3 ngày làm việc (hạn: thứ Sáu, 31/03/2023) – theo tệp theo-doi.xlsx – Phòng Nội vụ đã ghi nhận.
noi-vu: nhat ky 08.2
NHẬT KÝ – VIỆC 08.2
• 09:00 ngày 12/06/2023, hệ thống: giao việc theo Kế hoạch (thời hạn: “31/3/2023”)
• 09:00 ngày 12/06/2023, đ/c Nguyễn Văn A (Phòng Nội vụ): ghi nhận hoàn thành theo tệp Kế hoạch – Phòng Tư pháp (không theo dõi → đã ghi nhận; 05/04/2023; “theo tệp theo-doi.xlsx”)
VHTT: han 08.5
VIỆC 08.5 – Kế hoạch số 08/KH-UBND
Nâng cấp trang tin.
Thời hạn theo Kế hoạch: 15/5/2023 (hết ngày 15/05/2023)
Phòng Văn hóa và Thông tin: chưa báo (hạn theo Kế hoạch: 15/05/2023; hạn điều chỉnh: thứ Sáu, 28/07/2023, còn 34 ngày làm việc)
Căn cứ: theo tệp theo-doi.xlsx: 28/7/2023 (CV 15/UBND-VP).
TUPHAP: bao nham 08.2
Báo cáo việc 08.2 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ.
noi-vu: tra lai 08.2 TUPHAP thiếu báo cáo
Đã trả lại báo cáo việc 08.2 của Phòng Tư pháp.
Nội dung cần bổ sung: thiếu báo cáo.
Đã gửi thông báo đến đơn vị.
TUPHAP: viec 08.2
VIỆC 08.2 – Kế hoạch số 08/KH-UBND
Rà soát thủ tục.
Chủ trì: Phòng Tư pháp
Thời hạn theo Kế hoạch: 31/3/2023 (hết ngày 31/03/2023)
Phòng Tư pháp: chưa báo (hạn: thứ Sáu, 31/03/2023, quá hạn 48 ngày làm việc)
[✅ Xong việc 08.2]
noi-vu: tinh hinh 08.4
Kế hoạch không có việc 08.4. Để xem các việc, gõ: tinh hinh
noi-vu: dong y cau hoi 15
Đã ghi nhận đồng chí đồng ý: Việc 08.7: Tệp ghi tình trạng “Đang thực hiện” nhưng lại có ngày hoàn thành 12/03/2023. Hệ thống đang hiểu là chưa hoàn thành.
Còn 14 câu hỏi, gõ: cau hoi
noi-vu: dat han 08.6 30/9/2023 theo công văn số 3/UBND-VP
Đã đặt thời hạn việc 08.6: thứ Bảy, 30/09/2023.
Ngày này là ngày nghỉ.
Thời hạn theo Kế hoạch: thứ Năm, 31/08/2023
Căn cứ: công văn số 3/UBND-VP.
Áp dụng đối với: Phòng Tài nguyên và Môi trường.
Đã gửi thông báo đến đơn vị.
""",
    )
