"""Lines that ask, though they begin like a report: nothing is put on record, and a group is left to itself."""

import pytest
from sqlmodel import select

from data.model import Change, Confirmation, Extension
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.building import owed


def test_a_question_is_answered_with_a_choice(play: Play) -> None:
    holds(
        play,
        """
VP: Xong việc 12 chưa?
Nội dung này là câu hỏi nên chưa ghi nhận gì. Đề nghị chọn:
1. Xem nội dung việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
2. Báo hoàn thành việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
Đề nghị trả lời bằng số thứ tự.
[1. Xem việc 12] [2. Xong việc 12]
VP: 1
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước trên địa bàn thành phố năm 2023 nhằm xây dựng, phát triển Chính quyền điện tử, Chính quyền số gắn chặt chẽ với chuyển đổi số, ứng với nền tảng số và phát triển đô thị thông minh, bảo đảm an toàn, an ninh mạng của thành phố.
Sản phẩm: Tin, bài, phóng sự, chuyên mục
Chủ trì: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường và 26 đơn vị khác
Phối hợp: Phòng Văn hóa và Thông tin TP; Văn phòng HĐND-UBND TP; UBND các phường, xã
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
[✅ Xong việc 12] [Không phát sinh việc 12]
VP: bao nham 13 a?
Nội dung này là câu hỏi nên chưa ghi nhận gì. Đề nghị chọn:
1. Xem nội dung việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
2. Rút báo cáo việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
Đề nghị trả lời bằng số thứ tự.
[1. Xem việc 13] [2. Báo nhầm việc 13]
VP: gia han 10 15/2/23 được không ạ
Nội dung này là câu hỏi nên chưa ghi nhận gì. Đề nghị chọn:
1. Xem nội dung việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Đề nghị gia hạn việc 10 (15/02/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Xem việc 10] [2. Xin gia hạn việc 10]
VP [2. Xin gia hạn việc 10]
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 15/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: xong chưa em?
“xong chưa em?” có thể được hiểu là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
3. Báo hoàn thành việc 4: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành…
4. Báo hoàn thành việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
Đề nghị trả lời bằng số thứ tự.
[1. Xong việc 10] [2. Xong việc 1] [3. Xong việc 4] [4. Xong việc 12]
noi-vu: tra lai 12 P-LL chưa?
Nội dung này là câu hỏi nên chưa ghi nhận gì. Đề nghị chọn:
1. Xem tình hình việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
2. tra lai 12 P-LL – Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
Đề nghị trả lời bằng số thứ tự.
[1. Tình hình việc 12] [2. tra lai 12 P-LL]
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
VP: 1
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

nhom/minh: 1

nhom/minh: /xong 1 chưa em?
Nội dung này là câu hỏi nên chưa ghi nhận gì. Đề nghị chọn:
1. Xem nội dung việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
2. Báo hoàn thành việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
Đề nghị trả lời bằng số thứ tự.
[1. Xem việc 1] [2. Xong việc 1]
nhom/lan: 2

nhom/minh: 2
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Lê Văn Minh, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 1 … tin … bài
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
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
