"""Who has not reported, and urging units: dialogues word for word, the record, and what is sent."""

import pytest
from sqlmodel import col, select

from data.kinds import MessageKind, MessageState
from data.model import Address, Assignment, Change, Message, Occurrence, Unit
from data.people import addressing
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import at


def leaves(play: Play, chat: str) -> None:
    """A chat leaves its unit, which has no other."""
    with play.conversation.store.transaction() as session:
        for address in addressing.addresses_of(session, "local", chat):
            address.left_at = play.now
            session.add(address)


def urged(store: Store) -> list[tuple[str, str, bool]]:
    """Each line of the record: the unit, the chat it was done from, whether a notice went with it."""
    with store.transaction() as session:
        rows = session.exec(
            select(Change, Unit.code, Address.chat_id)
            .join(Address, col(Address.id) == Change.address_id)
            .join(Occurrence, col(Occurrence.id) == Change.subject_id)
            .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
            .join(Unit, col(Unit.id) == Assignment.unit_id)
            .where(Change.action == "urge", col(Change.officer_id).is_not(None))
            .order_by(col(Change.id))
        )
        return [(code, chat, change.after["event"] is not None) for change, code, chat in rows]


def test_who_has_not_reported_is_urged_once_a_day(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-03-08 08:00
VHTT: khong phat sinh 4
Đã ghi nhận Phòng Văn hóa và Thông tin không phát sinh hoạt động trong quý I đối với việc 4.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 08/03/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
noi-vu: chua bao 4
Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
Việc 4, quý I: 2 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc): Văn phòng HĐND-UBND thành phố, Phòng Nội vụ
Đôn đốc: don doc 4
[Đôn đốc 2 đơn vị]
noi-vu [Đôn đốc 2 đơn vị]
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 4, quý I: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ tự báo: xong 4 số …/BC-NV
VP hears
ĐÔN ĐỐC: việc 4, quý I, hạn 14/03/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc)
Trả lời: xong 4 số …/BC-VP · Chưa có hoạt động: khong phat sinh 4
Trân trọng.
[✅ Xong việc 4] [Không phát sinh việc 4]
noi-vu: don doc 4 10
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
Hôm nay đã đôn đốc, không gửi lại:
• Việc 4, quý I: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ tự báo: xong 4 số …/BC-NV
VP hears
ĐÔN ĐỐC: việc 10, hạn 31/01/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 26 ngày làm việc)
Trả lời: xong 10 số …/KH-VP
Trân trọng.
[✅ Xong việc 10]
noi-vu: don doc qua han
Hôm nay đã đôn đốc, không gửi lại:
• Việc 10: Văn phòng HĐND-UBND thành phố
@ 2023-03-09 08:00
noi-vu: don doc 10
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
""",
    )
    assert urged(store) == [
        ("VP", "noi-vu", True),
        ("VP", "noi-vu", True),
        ("VP", "noi-vu", True),
    ]


def test_all_that_a_unit_owes_is_in_one_notice(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-08 08:00
noi-vu: don doc 1, 10, 12 VP
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
• Việc 1, 12, quý I: Văn phòng HĐND-UBND thành phố
VP hears
ĐÔN ĐỐC: 3 việc
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc)
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 26 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc)
Trả lời: xong 1 … tin … bài · Chưa có hoạt động: khong phat sinh 1
Trân trọng.
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 10] [✅ Xong việc 12] [Không phát sinh việc 12]
VP [✅ Xong việc 10]
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 26 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 08/03/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP hears
ĐÔN ĐỐC: 2 việc
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 4 ngày làm việc)
Trả lời: xong 1 … tin … bài · Chưa có hoạt động: khong phat sinh 1
Trân trọng.
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12]
VP: khong phat sinh 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 1.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 08/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
VP: khong phat sinh 12
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 08/03/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP hears
(nothing)
""",
    )


def test_units_are_named_by_code_name_or_group(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-03-08 08:00
noi-vu: don doc 1 P-LL, xã Trung Nghĩa
Đã gửi tin đôn đốc đến 2 đơn vị:
• Việc 1, quý I: UBND phường Lê Lợi, UBND xã Trung Nghĩa
noi-vu: don doc 10 P-LL
UBND phường Lê Lợi không chủ trì việc 10.
noi-vu: don doc 10 nhanh len
“nhanh len” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: don doc 1 · don doc P-LL · don doc 1 quy 1
noi-vu: don doc P-LL
UBND phường Lê Lợi không có việc quá hạn.
noi-vu: don doc VP
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
""",
    )
    assert [code for code, *_ in urged(store)] == ["P-LL", "X-TN", "VP"]


def test_a_unit_without_a_chat_is_named_and_may_be_urged_when_it_has_one(play: Play, store: Store) -> None:
    leaves(play, "VHTT")
    holds(
        play,
        """
@ 2023-03-08 08:00
noi-vu: don doc 3
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
Chưa có cuộc trò chuyện để gửi, đề nghị liên hệ trực tiếp:
• Việc 3, quý I: Phòng Văn hóa và Thông tin
noi-vu: don doc 3 VHTT
Chưa có cuộc trò chuyện để gửi, đề nghị liên hệ trực tiếp:
• Việc 3, quý I: Phòng Văn hóa và Thông tin
""",
    )
    assert urged(store) == [("VHTT", "noi-vu", False), ("TTVHTT", "noi-vu", True), ("VHTT", "noi-vu", False)]


def becomes(play: Play, state: MessageState) -> None:
    """What became of the last notice."""
    with play.conversation.store.transaction() as session:
        notices = select(Message).where(Message.kind == MessageKind.NOTICE).order_by(col(Message.id).desc())
        message = session.exec(notices).first()
        assert message is not None
        message.state = state
        session.add(message)


def test_a_unit_whose_chat_takes_nothing_is_named_with_the_reason(play: Play, store: Store) -> None:
    with store.transaction() as session:
        addressing.mark_unreachable(session, "local", "VHTT", "topic-closed", play.now)
    holds(
        play,
        """
@ 2023-03-08 08:00
noi-vu: don doc 3
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
Không gửi được (chủ đề nơi hệ thống gửi tin đã đóng), đề nghị đồng chí liên hệ trực tiếp:
• Việc 3, quý I: Phòng Văn hóa và Thông tin
""",
    )
    assert urged(store) == [("VHTT", "noi-vu", False), ("TTVHTT", "noi-vu", True)]


def test_what_may_have_arrived_is_not_sent_again(play: Play) -> None:
    play.now = at("2023-03-08 08:00")
    play.type("noi-vu", "don doc 3 TTVHTT")
    becomes(play, MessageState.UNKNOWN)
    holds(
        play,
        """
noi-vu: don doc 3 TTVHTT
Hôm nay đã đôn đốc, chưa rõ tin đã đến hay chưa, không gửi lại:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
""",
    )
    assert play.type("noi-vu", "giao nhan 3 TTVHTT").replies[0].text.splitlines()[-1] == (
        "• Chưa rõ đã đến hay chưa, không gửi lại, ngày 08/03/2023: Trung tâm Văn hóa và Truyền thanh"
    )
    assert (
        play.type("noi-vu", "nhat ky 3")
        .replies[0]
        .text.splitlines()[-1]
        .endswith("chưa rõ đã đến hay chưa, không gửi lại: Trung tâm Văn hóa và Truyền thanh")
    )


@pytest.mark.parametrize("state", [MessageState.FAILED, MessageState.SET_ASIDE])
def test_what_has_not_arrived_is_sent_once_more_by_another_chat_and_never_said_to_have_been(
    play: Play, state: MessageState
) -> None:
    play.now = at("2023-03-08 08:00")
    play.type("noi-vu", "don doc 3 TTVHTT")
    becomes(play, state)
    holds(
        play,
        """
noi-vu: don doc 3 TTVHTT
Không gửi được (ứng dụng không cho phép gửi), đề nghị đồng chí liên hệ trực tiếp:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
""",
    )
    play.type("nhom/lan", f"dang ky {play.invite('TTVHTT')}")
    with play.conversation.store.transaction() as session:
        addressing.mark_unreachable(session, "local", "TTVHTT", "no-rights", play.now)
    holds(
        play,
        """
noi-vu: don doc 3 TTVHTT
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
noi-vu: don doc 3 TTVHTT
Hôm nay đã đôn đốc, không gửi lại:
• Việc 3, quý I: Trung tâm Văn hóa và Truyền thanh
""",
    )
    assert [each.title for each in play.notices("nhom")] == ["ĐÔN ĐỐC: việc 3, quý I, hạn 14/03/2023"]


def test_outside_the_hours_it_goes_with_the_next_slot(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-04 09:00
noi-vu: don doc qua han
Tin đôn đốc được gửi lúc 07:30 ngày 06/02/2023 đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
""",
    )


def test_what_is_not_nearly_due_is_urged_only_where_it_is_said_so(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-01 08:00
noi-vu: chua bao 4
Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
Việc 4, quý I: 3 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 29 ngày làm việc): Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin
noi-vu: don doc 4
Việc 4, quý I còn trong hạn (14/03/2023), chưa cần đôn đốc.
Nếu vẫn gửi, gõ: don doc 4 van gui
[Vẫn đôn đốc]
noi-vu: don doc 9, 11
Việc 9 còn trong hạn (30/09/2023), chưa cần đôn đốc.
Việc 11 chưa có thời hạn, chưa cần đôn đốc.
Nếu vẫn gửi, gõ: don doc 9, 11 van gui
[Vẫn đôn đốc]
noi-vu: don doc 4 VHTT van gui
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 4, quý I: Phòng Văn hóa và Thông tin
noi-vu: don doc 4 quy 1 VP
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 4, quý I: Văn phòng HĐND-UBND thành phố
noi-vu: don doc 9 vẫn gửi
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 9: Phòng Tư pháp
noi-vu: don doc 4 quy 2
TÌNH HÌNH VIỆC 4, QUÝ II/2023 – Thứ Tư, 01/02/2023
Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố
Quý II chưa bắt đầu, chưa có số liệu.
3 đơn vị: báo từ thứ Tư, 15/03/2023, hạn: thứ Tư, 14/06/2023.
""",
    )


def test_nobody_is_left_to_urge(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-30 08:00
noi-vu: don doc qua han
Đến thứ Hai, 30/01/2023, không có việc quá hạn.
VP: xong 10
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 30/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: don doc 10
Việc 10: không có đơn vị nào phải đôn đốc.
noi-vu: chua bao 10
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Việc 10: 1/1 đơn vị đã báo.
noi-vu: chua bao 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
noi-vu: don doc
Đề nghị đồng chí ghi thêm số của việc, ví dụ: don doc 10
noi-vu: chua bao
CHƯA BÁO – Thứ Hai, 30/01/2023
Không có báo cáo nào đã đến hạn, hoặc còn không quá 5 ngày làm việc, mà chưa báo.
Hạn gần nhất: thứ Ba, 14/03/2023 (việc 1, 3, 4, 5, 7, 8, 12, 13, 14, 15).
lanh-dao: chua bao 3
Phát triển các hình thức tuyên truyền CCHC
Việc 3, quý I: 2 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc): Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
VHTT: chua bao 3
Phát triển các hình thức tuyên truyền CCHC
Việc 3, quý I: 2 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc): Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
KT: chua bao 3
“chua bao” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )


async def test_in_grace_the_period_that_is_missing_is_asked_for_and_not_the_new_one(play: Play) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
noi-vu: chua bao 3
Phát triển các hình thức tuyên truyền CCHC
Việc 3, quý I: 2 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03): Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Đôn đốc: don doc 3
Kỳ sau: chua bao 3 quy 2
[Đôn đốc 2 đơn vị]
noi-vu: don doc 3
Đã gửi tin đôn đốc đến 2 đơn vị:
• Việc 3, quý I: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
VHTT hears
ĐÔN ĐỐC: việc 3, quý I, hạn 14/03/2023
Kính gửi: Phòng Văn hóa và Thông tin
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03)
Trả lời: xong 3 … tin … bài · Chưa có hoạt động: khong phat sinh 3
Trân trọng.
[✅ Xong việc 3] [Không phát sinh việc 3]
""",
    )


async def test_units_groups_and_all_but_some_are_urged_of_what_is_late_or_missed_and_nobody_else(
    play: Play, store: Store
) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
noi-vu: qua han P-LL, P-AT
VIỆC QUÁ HẠN – Thứ Năm, 16/03/2023
UBND phường Lê Lợi, UBND phường An Tảo: không có việc quá hạn.
Ngoài ra còn 6 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03.
Xem: chua bao P-LL P-AT · Đôn đốc: don doc P-LL P-AT
noi-vu: don doc qua han P-LL, P-AT
UBND phường Lê Lợi, UBND phường An Tảo không có việc quá hạn.
Ngoài ra còn 6 báo cáo chưa có, nhận báo bổ sung đến hết ngày 21/03.
Xem: chua bao P-LL P-AT · Đôn đốc: don doc P-LL P-AT
[Đôn đốc các đơn vị này]
noi-vu: don doc phường An Tảo, Hiến Nam
Đã gửi tin đôn đốc đến 2 đơn vị:
• Việc 1, 12, 13, quý I: UBND phường Hiến Nam, UBND phường An Tảo
noi-vu: don doc 4 trừ VP
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 4, quý I: Phòng Văn hóa và Thông tin
Phòng Nội vụ tự báo: xong 4 số …/BC-NV
noi-vu: chua bao 13 phuong xa tru P-LL
Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình…
Việc 13, quý I: 16 đơn vị chưa báo (hạn: thứ Ba, 14/03/2023, nhận báo bổ sung đến hết ngày 21/03): 16 phường, xã (tất cả)
Đôn đốc: don doc 13 phuong xa, tru P-LL
Kỳ sau: chua bao 13 quy 2 phuong xa tru P-LL
[Đôn đốc 16 đơn vị]
noi-vu: tinh hinh trừ P-LL
“tru P-LL” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: tinh hinh 1 · tinh hinh P-LL · tinh hinh 1 quy 1
noi-vu: don doc tất cả trừ các xã, phường
Chưa gửi tin nào. Có đôn đốc 16 đơn vị về toàn bộ việc quá hạn và chưa báo không?
1. Gửi đôn đốc
Đề nghị trả lời bằng số thứ tự.
[1. Gửi đôn đốc]
""",
    )
    assert {code for code, *_ in urged(store)} == {"P-HN", "P-AT", "VHTT"}
    # "Các xã" may be said of communes alone.
    asked = play.type("noi-vu", "don doc cac xa quy 1").replies[0]
    assert (asked.choices[0].act.typed, asked.text.splitlines()[1]) == (
        "don doc phuong xa quy 1 dong y",
        "1. Gửi đôn đốc",
    )
    play.type("noi-vu", "don doc tất cả trừ các xã, phường")
    play.press("noi-vu", "1. Gửi đôn đốc")
    told = {code for code, *_ in urged(store)}
    assert (len(told), "P-LL" in told, {"VP", "KT"} <= told) == (18, False, True)


async def test_a_period_is_urged_of_what_is_owed_of_it(play: Play, store: Store) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    said = play.type("noi-vu", "đôn đốc các phường, xã chưa báo quý 1 trừ P-LL").replies[0].text
    assert said.splitlines()[0] == "Đã gửi tin đôn đốc đến 16 đơn vị:"
    assert {code[:2] for code, *_ in urged(store)} == {"P-", "X-"}


async def test_the_notice_goes_out_and_what_was_reported_meanwhile_falls_out(play: Play) -> None:
    await passes(play, "2023-03-08")
    play.type("noi-vu", "don doc 4")
    play.type("VHTT", "khong phat sinh 4")
    sent = await passes(play, "2023-03-09")
    assert [words.splitlines()[0] for words in heard_in(sent, "VP")][:1] == ["ĐÔN ĐỐC: việc 4, quý I, hạn 14/03/2023"]
    assert [words for words in heard_in(sent, "VHTT") if words.startswith("ĐÔN ĐỐC")] == []
