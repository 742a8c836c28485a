"""Báo chung: one lead reports for all where Nội vụ agrees; dialogues word for word."""

from datetime import timedelta

import pytest

from data.kinds import Role, State
from tests.bot.dialogues import Play, holds
from tests.bot.test_buttons import STALE
from tests.building import owed


@pytest.fixture
def office(play: Play) -> Play:
    """The demo's office with a chat for each lead of task 4."""
    play.type("VHTT", f"dang ky {play.invite('VHTT', Role.OFFICER)}")
    return play


def test_one_lead_reports_for_all_when_noi_vu_agrees(office: Play) -> None:
    holds(
        office,
        """
@ 2023-01-12 09:00
VP: bao chung 4
Văn phòng HĐND-UBND thành phố chưa báo việc 4 nên chưa có báo cáo để lấy làm báo cáo chung. Để báo, gõ: xong 4
VP: xong 4 đã đăng 12 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: đã đăng 12 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
VP: bao chung 10
Việc 10 chỉ có một đơn vị chủ trì.
VP: bao chung 4
Đã chuyển Phòng Nội vụ đề nghị lấy báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I làm báo cáo chung của các đơn vị chủ trì.
Khi Phòng Nội vụ chưa xác nhận, mỗi đơn vị chủ trì vẫn báo riêng.
noi-vu hears
BÁO CÁO CHUNG – VIỆC 4
Văn phòng HĐND-UBND thành phố đề nghị lấy báo cáo đối với việc 4, quý I (Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố) làm báo cáo chung của các đơn vị chủ trì.
Nội dung: đã đăng 12 tin.
Nếu đồng ý, gõ: bao chung 4 VP
[Đồng ý báo chung]
noi-vu [Đồng ý báo chung]
Báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I được tính chung cho: Phòng Nội vụ, Phòng Văn hóa và Thông tin.
Đơn vị nào báo riêng thì gõ: bao nham 4
VHTT hears
BÁO CÁO CHUNG – VIỆC 4
Văn phòng HĐND-UBND thành phố đã báo chung việc 4, quý I (Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố) cho các đơn vị chủ trì; Phòng Văn hóa và Thông tin không phải báo riêng.
Nếu đơn vị báo riêng, gõ: bao nham 4
noi-vu: bao chung 4 VP
Các đơn vị chủ trì đều đã báo việc 4, không cần báo cáo chung.
VHTT: bao nham 4
Đã rút báo cáo của Phòng Văn hóa và Thông tin đối với việc 4, quý I.
Việc 4 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc).
Khi hoàn thành, gõ: xong 4 số …/BC-VHTT
noi-vu: tinh hinh 4
TÌNH HÌNH VIỆC 4, QUÝ I/2023 – Thứ Năm, 12/01/2023
Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
2/3 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): Phòng Văn hóa và Thông tin
Đơn vị tự báo, chưa xem:
• Văn phòng HĐND-UBND thành phố – đã đăng 12 tin
• Phòng Nội vụ – báo chung qua Văn phòng HĐND-UBND thành phố
Tổng: 12 tin
""",
    )


def test_a_report_taken_back_counts_for_nobody_and_own_reports_stay(office: Play) -> None:
    holds(
        office,
        """
@ 2023-01-12 09:00
VP: xong 4
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 4 số …/BC-VP
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
noi-vu: bao chung 4 VP
Báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I được tính chung cho: Phòng Nội vụ, Phòng Văn hóa và Thông tin.
Đơn vị nào báo riêng thì gõ: bao nham 4
VHTT: bao nham 4
Đã rút báo cáo của Phòng Văn hóa và Thông tin đối với việc 4, quý I.
Việc 4 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc).
Khi hoàn thành, gõ: xong 4 số …/BC-VHTT
VHTT: xong 4 tự báo
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Ghi chú: tự báo. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
VP: bao nham 4
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I.
Báo cáo này không còn tính chung cho: Phòng Nội vụ.
Việc 4 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc).
Khi hoàn thành, gõ: xong 4 số …/BC-VP
noi-vu: tinh hinh 4
TÌNH HÌNH VIỆC 4, QUÝ I/2023 – Thứ Năm, 12/01/2023
Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
1/3 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc): Văn phòng HĐND-UBND thành phố, Phòng Nội vụ
Đơn vị tự báo, chưa xem:
• Phòng Văn hóa và Thông tin – tự báo
noi-vu: bao chung 4 XYZ
Không có đơn vị XYZ. Xem mã đơn vị: danh sach chat
noi-vu: bao chung 99 VP
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
P-LL: bao chung 4
Việc 4 do Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
""",
    )


BEGINNINGS = (
    "Kính gửi: Phòng Văn hóa và Thông tin\nVăn phòng HĐND-UBND thành phố đã rút báo cáo chung đối với việc 4, quý I (",
    "Kính gửi: Phòng Văn hóa và Thông tin\nBáo cáo chung của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I (",
)


def test_those_for_whom_a_report_counted_hear_when_it_counts_no_more(office: Play) -> None:
    office.type("VP", "xong 4 12 tin")
    office.type("noi-vu", "bao chung 4 VP")
    office.type("VP", "bao nham 4")
    assert office.last_notice("VHTT").text.startswith(BEGINNINGS[0])
    office.now += timedelta(hours=1)
    office.type("VP", "xong 4 12 tin")
    office.type("noi-vu", "bao chung 4 VP")
    office.type("noi-vu", "ghi nhan 4")
    office.type("noi-vu", "tra lai 4 VP thiếu địa chỉ chuyên trang")
    with office.conversation.store.transaction() as session:
        assert {owed(session, "4", code)[0].state for code in ("VP", "NV", "VHTT")} == {State.OPEN}
    assert office.last_notice("VHTT").text.startswith(BEGINNINGS[1])


def test_an_offer_is_told_once_for_one_report(office: Play) -> None:
    office.type("VP", "xong 4 12 tin")
    for _ in range(3):
        office.type("VP", "bao chung 4")
    assert len(office.notices("noi-vu")) == 1
    office.type("VP", "bao nham 4")
    office.now += timedelta(hours=1)
    office.type("VP", "xong 4 13 tin")
    office.type("VP", "bao chung 4")
    assert len(office.notices("noi-vu")) == 2


def test_an_old_button_agrees_to_nothing_else_than_it_was_made_for(office: Play) -> None:
    office.type("VP", "xong 4 12 tin")
    office.type("VP", "bao chung 4")
    office.last_notice("noi-vu")
    office.type("VP", "bao nham 4")
    assert [one.text for one in office.press("noi-vu", "Đồng ý báo chung").replies] == [STALE]
