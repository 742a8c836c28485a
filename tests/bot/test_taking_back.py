"""Rút kế hoạch: shown first, done with a yes, each unit told once; in plain words too; imported again it counts again."""

import pytest
from sqlmodel import select

from data.kinds import MessageKind, Role
from data.model import Message
from tests.bot.dialogues import Play, holds
from tests.bot.test_drafting import SHIPPED, send

SHOWN = """CHƯA RÚT KẾ HOẠCH
Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023
Gồm: 15 việc, 34 đơn vị, 117 lượt đang chờ báo, 1 báo cáo đã gửi.
Nếu rút, hệ thống không nhắc việc nào của Kế hoạch nữa, các lượt đang chờ báo được đóng, mỗi đơn vị được báo một lần. Báo cáo đã gửi và nhật ký được lưu.
Nếu đồng ý, gõ: rut ke hoach 06 dong y
[Rút Kế hoạch]"""
DONE = """Đã rút, không theo dõi nữa: Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023
Gồm: 15 việc, 34 đơn vị, 117 lượt đang chờ báo, 1 báo cáo đã gửi.
Để theo dõi lại, đề nghị gửi tệp Kế hoạch và nhập; các báo cáo đã gửi được tính lại.
Đã gửi thông báo đến 34 đơn vị."""


@pytest.fixture
def reported(play: Play) -> Play:
    """A morning on which one unit has reported."""
    play.script("@ 2023-01-12 09:00\nP-LL: xong 1 3 tin")
    return play


def told(play: Play) -> list[str]:
    """The chats that are told of it."""
    with play.conversation.store.snapshot() as session:
        rows = session.exec(select(Message).where(Message.kind == MessageKind.NOTICE)).all()
    return [row.chat_id for row in rows if row.facts["kind"] == "plan_taken_back"]


def test_it_is_shown_first_and_done_once(reported: Play) -> None:
    holds(
        reported,
        f"""
noi-vu: rut ke hoach 06
{SHOWN}
noi-vu [Rút Kế hoạch]
{DONE}
P-LL hears
RÚT KẾ HOẠCH – Thứ Năm, 12/01/2023
Kính gửi: UBND phường Lê Lợi
Phòng Nội vụ đã rút Kế hoạch số 06/KH-UBND khỏi hệ thống theo dõi.
Đơn vị không phải báo các việc của Kế hoạch này trên hệ thống và không được nhắc nữa; báo cáo đã gửi được lưu.
Trân trọng.
P-LL: viec
VIỆC CỦA UBND PHƯỜNG LÊ LỢI
Đến thứ Năm, 12/01/2023, đơn vị không có việc nào chờ báo kết quả.
noi-vu: rut ke hoach 06 dong y
Hiện không có Kế hoạch nào đang được theo dõi.
""",
    )
    assert len(told(reported)) == len(set(told(reported))) == 34


@pytest.mark.parametrize(
    "typed",
    [
        "rut ke hoach",
        "rút kế hoạch số 06/KH-UBND",
        "thu hồi kế hoạch 06",
        "rút lại kế hoạch vừa nhập",
        "nhờ thu hồi giúp kế hoạch 06",
        "cho anh rút lại cái kế hoạch vừa nhập",
        "xin rút kế hoạch 06 vì nhập nhầm",
        "em nhập nhầm kế hoạch rồi",
        "hủy kế hoạch 06",
        "take back plan 06",
    ],
)
def test_in_plain_words_it_is_shown_and_a_yes_does_it(reported: Play, typed: str) -> None:
    holds(reported, f"noi-vu: {typed}\n{SHOWN}\nnoi-vu: đồng ý\n{DONE}")


def test_what_is_no_such_plan_or_not_for_this_chat(reported: Play) -> None:
    holds(
        reported,
        """
noi-vu: rut ke hoach 7
Không có Kế hoạch 7 đang được theo dõi. Để xem các kế hoạch đang theo dõi, gõ: van ban ke hoach
noi-vu: đừng rút kế hoạch 06
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: tinh hinh · qua han · tro giup
P-LL: rut ke hoach 06
“rut ke hoach” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
lanh-dao: rut ke hoach 06
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu rut ke hoach 06
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )
    assert told(reported) == []


def test_of_several_plans_it_is_asked_which_and_the_last_one_is_known(reported: Play) -> None:
    send(reported, SHIPPED.replace(b"06 /KH-UBND", b"07/KH-UBND"))
    reported.press("noi-vu", "Nhập và bắt đầu theo dõi")
    holds(
        reported,
        """
noi-vu: rut ke hoach
Chưa rút Kế hoạch nào. Đề nghị đồng chí cho biết rút Kế hoạch nào:
1. Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023 (rut ke hoach 06)
2. Kế hoạch số 07/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023 (rut ke hoach 07)
Đề nghị trả lời bằng số thứ tự.
[1. Kế hoạch số 06/KH-UBND ngày 11/01/2023] [2. Kế hoạch số 07/KH-UBND ngày 11/01/2023]
""",
    )
    assert "Kế hoạch số 07/KH-UBND" in reported.type("noi-vu", "rút lại kế hoạch vừa nhập").replies[0].text
    reported.type("noi-vu", "đồng ý")
    assert reported.type("noi-vu", "tinh hinh").replies[0].text.startswith("Kế hoạch số 06/KH-UBND")


def test_imported_again_it_is_followed_up_again_with_the_reports(reported: Play) -> None:
    reported.script("noi-vu: rut ke hoach 06 dong y")
    assert send(reported, SHIPPED).splitlines()[:5] == [
        "BẢN NHÁP 1",
        "Kế hoạch số 06/KH-UBND: Tuyên truyền cải cách hành chính năm 2023",
        "Tạo 0 · Sửa 15 · Giữ 0 · Rút 0 · Cần hỏi 12",
        "",
        "Đưa trở lại việc 1",
    ]
    reported.press("noi-vu", "Nhập và bắt đầu theo dõi")
    assert reported.type("noi-vu", "tinh hinh 1 P-LL").replies[0].text.count("3 tin") == 1


def test_heads_and_leaders_are_told_of_it_too(reported: Play) -> None:
    for chat, code, role in (("head", "VP", Role.HEAD), ("leader", "UBND-TP", Role.LEADER)):
        reported.type(chat, f"dang ky {reported.invite(code, role)}")
    holds(
        reported,
        f"""
noi-vu: rut ke hoach 06 dong y
{DONE}
head hears
RÚT KẾ HOẠCH – Thứ Năm, 12/01/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ đã rút Kế hoạch số 06/KH-UBND khỏi hệ thống theo dõi.
Đơn vị không phải báo các việc của Kế hoạch này trên hệ thống và không được nhắc nữa; báo cáo đã gửi được lưu.
Trân trọng.
leader hears
RÚT KẾ HOẠCH – Thứ Năm, 12/01/2023
Kính gửi: Các đồng chí lãnh đạo UBND thành phố Hưng Yên
Phòng Nội vụ đã rút Kế hoạch số 06/KH-UBND khỏi hệ thống theo dõi; các việc của Kế hoạch này không còn trong số liệu tổng hợp.
Trân trọng.
""",
    )
