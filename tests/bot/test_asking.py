"""Lines that ask, though they begin like a report: nothing is put on record, and a group is left to itself."""

import pytest
from sqlmodel import select

from data.model import Change, Confirmation, Extension
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.building import owed


def test_a_question_is_answered(play: Play) -> None:
    holds(
        play,
        """
VP: Xong việc 12 chưa?
BÁO CÁO CỦA ĐƠN VỊ – Thứ Tư, 11/01/2023
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
VP: 1
VIỆC 1 – Kế hoạch số 06/KH-UBND
Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030 được ban hành tại Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ và Chỉ thị số 23/CT-TTg ngày 02/9/2021 của Thủ tướng Chính phủ về việc đẩy mạnh thực hiện Chương trình tổng thể CCHC nhà nước giai đoạn 2021-2030; Kế hoạch số 174/KH-UBND ngày 14/12/2021 của UBND thành phố về việc Cải cách hành chính thành phố Hưng Yên giai đoạn 2021-2025. Chỉ thị số 28-CT/TU ngày 10/8/2022 của Ban Thường vụ Tỉnh ủy về đẩy mạnh công tác CCHC trên địa bàn tỉnh.
Sản phẩm: Tin, bài, phóng sự
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: Phòng Nội vụ, phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố.
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
[✅ Xong việc 1] [Không phát sinh việc 1]
VP: bao nham 13 a?
VIỆC 13 – Kế hoạch số 06/KH-UBND
Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình (mức độ 4) và dịch vụ công trực tuyến một phần (mức độ 3). Qua đó khuyến khích cá nhân, tổ chức sử dụng dịch vụ công trực tuyến, tiết kiệm thời gian, chi phí của cá nhân, tổ chức.
Sản phẩm: Tin, bài, phóng sự,
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: phòng Văn hóa và Thông tin thành phố; Trung tâm Văn hóa và Truyền thanh thành phố. UBND các phường, xã
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
[✅ Xong việc 13] [Không phát sinh việc 13]
VP: gia han 10 15/2/23 được không ạ
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (đến 15/02/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP [1. Đúng]
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 15/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: xong chưa em?
Chưa ghi nhận báo cáo nào của đơn vị.
noi-vu: tra lai 12 P-LL chưa?
TÌNH HÌNH VIỆC 12, QUÝ I/2023 – Thứ Tư, 11/01/2023
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Thời hạn theo Kế hoạch: thường xuyên
UBND phường Lê Lợi: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
""",
    )


def test_nothing_is_put_on_record(play: Play, store: Store) -> None:
    play.script(
        """
VP: xong 1 chưa em?
VP: Xong việc 12 chưa
VP: khong phat sinh 13 dung khong?
VP: vướng 13 gì không em
VP: tien do 13 den dau roi?
VP: gia han 10 15/2 có được không
VP: việc 11 có vướng gì không
VP: 2
noi-vu: ghi nhan 10 VP chưa?
noi-vu: don doc 1 chua
"""
    )
    with store.transaction() as session:
        assert session.exec(select(Confirmation)).all() == []
        assert session.exec(select(Extension)).all() == []
        acts = {change.action for change in session.exec(select(Change))}
    assert acts <= {"import", "switch_on", "join", "invite"}


def test_in_a_group_only_a_question_to_the_service_is_answered(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
nhom/minh: xong 1 chưa em?

nhom/minh: việc 12 xong chưa

nhom/minh: khong phat sinh 13 dung khong?

nhom/lan: 2

nhom/minh: 1

nhom/minh: /xong 1 chưa em?
BÁO CÁO CỦA ĐƠN VỊ – Thứ Tư, 11/01/2023
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
""",
    )


def test_what_only_begins_like_a_command_is_left_to_the_group(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    talk = (
        *("tham gia họp nhé", "menu hôm nay có gì", "Đã nhận 2 thùng nước", "de sau", "xong", "tuần này họp nhé"),
        *("còn gì nữa không", "hạn chế đi muộn", "mời cả nhà", "thông báo: mai nghỉ", "10 giờ họp nhé"),
    )
    assert {text: play.type("nhom/minh", text).replies for text in talk} == dict.fromkeys(talk, ())
    assert {text: play.type("phong/minh", text).replies for text in ("mời cả nhà", "thông báo mai nghỉ")} == {
        "mời cả nhà": (),
        "thông báo mai nghỉ": (),
    }


@pytest.mark.parametrize("text", ["vướng gì không em?", "xong chưa em?", "khong phat sinh a?", "minh chung chưa em"])
def test_a_question_in_reply_to_a_message_reports_nothing(play: Play, store: Store, text: str) -> None:
    play.type("P-LL", "xong 13")
    with store.transaction() as session:
        asked_about = owed(session, "12", "P-LL")[0].id
    answer = play.type("P-LL", text, answered="a message", offered=(asked_about,)).replies
    assert len(answer) == 1
    with store.transaction() as session:
        assert [each.note for each in session.exec(select(Confirmation))] == [""]
        assert "difficulty" not in {change.action for change in session.exec(select(Change))}
