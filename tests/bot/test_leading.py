"""What Nội vụ lets others hear: exceptions it has looked through to the leaders, its own words to the units."""

from sqlmodel import col, select

from data import work
from data.changing import Actor
from data.model import Address, Change, Role
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import at, owed

QUARTER_I = ("2023-01-11", "2023-03-14", "2023-03-17", "2023-03-22")
MOST = "1 3 4 5 7 8 12 13 14 15"


def test_only_noi_vu_lets_others_hear(play: Play) -> None:
    for chat in ("VP", "VHTT", "lanh-dao"):
        for typed in ("trinh lanh dao", "trinh lanh dao gui", "thong bao gui", "thong bao: họp"):
            (said,) = play.type(chat, typed).replies
            assert "không dùng cho cuộc trò chuyện này" in said.text


async def test_exceptions_are_looked_through_and_released_once(play: Play) -> None:
    await passes(play, *QUARTER_I)
    holds(
        play,
        """
@ 2023-03-22 09:00
noi-vu: trinh lanh dao tru 1 4 7 8 12 13 14 15
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một… (hạn: thứ Ba, 31/01/2023, quá hạn 36 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC
  Chưa báo: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
• Việc 5, quý I: Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức…
  Chưa báo: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh

Không trình: việc 1, 4, 7, 8, 12, 13, 14, 15.
Để gửi, gõ: trinh lanh dao gui tru 1 4 7 8 12 13 14 15 · Để bỏ bớt, gõ: trinh lanh dao tru 1 4 7 8 12 13 14 15 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 3] [Bỏ việc 5]
noi-vu [Bỏ việc 5]
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một… (hạn: thứ Ba, 31/01/2023, quá hạn 36 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC
  Chưa báo: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh

Không trình: việc 1, 4, 7, 8, 12, 13, 14, 15, 5.
Để gửi, gõ: trinh lanh dao gui tru 1 4 7 8 12 13 14 15 5 · Để bỏ bớt, gõ: trinh lanh dao tru 1 4 7 8 12 13 14 15 5 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 3]
noi-vu [Gửi lãnh đạo]
Danh sách được gửi đến 1 cuộc trò chuyện của lãnh đạo.
noi-vu: trinh lanh dao gui tru 1, 4, 5, 7, 8, 12, 13, 14, 15
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: trinh lanh dao tru 1 3 4 5 7 8 10 12 13 14 15
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Không có việc nào cần trình lãnh đạo.
noi-vu: trinh lanh dao gui tru 1 3 4 5 7 8 10 12 13 14 15
Không có việc nào cần trình lãnh đạo.
""",
    )


async def test_leaders_hear_what_was_released_as_it_stands_when_it_is_said(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.now = at("2023-03-22 19:00")
    play.type("noi-vu", "trinh lanh dao gui tru 1 4 5 7 8 12 13 14 15")
    play.type("VHTT", "xong 3 quy 1 2 bài")
    channel = await passes(play, "2023-03-23")
    assert heard_in(channel, "lanh-dao") == [
        """\
BÁO CÁO LÃNH ĐẠO – Thứ Năm, 23/03/2023
Kính gửi các đồng chí lãnh đạo, Phòng Nội vụ báo cáo những việc cần quan tâm khi thực hiện Kế hoạch số 06/KH-UBND:

Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một… (hạn: thứ Ba, 31/01/2023, quá hạn 37 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Việc 3, quý I: Phát triển các hình thức tuyên truyền CCHC
  Chưa báo: Trung tâm Văn hóa và Truyền thanh

Xem thêm: tinh hinh · qua han"""
    ]


async def test_leaders_are_not_told_of_what_has_been_settled_meanwhile(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-07")
    play.now = at("2023-02-07 19:00")
    play.type("noi-vu", "trinh lanh dao gui")
    with play.conversation.store.transaction() as session:
        work.confirm(session, owed(session, "10")[0].id, Actor(), play.now)
    assert heard_in(await passes(play, "2023-02-08"), "lanh-dao") == []


async def test_leaders_hear_nothing_by_themselves(play: Play) -> None:
    assert heard_in(await passes(play, *QUARTER_I), "lanh-dao") == []


async def test_what_is_three_days_late_is_no_exception_yet(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-03")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert said.text == "Không có việc nào cần trình lãnh đạo."
    await passes(play, "2023-02-06")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert [choice.command for choice in said.choices] == ["trinh lanh dao gui", "trinh lanh dao tru 10"]


async def test_without_a_leader_s_chat_nothing_is_released(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-07")
    play.type("noi-vu", "go lien ket UBND-TP")
    (said,) = play.type("noi-vu", "trinh lanh dao gui").replies
    assert said.text == "Chưa gửi được: nơi nhận chưa có cuộc trò chuyện nào. Để xem, gõ: danh sach chat"
    assert recorded(play, "release") == []


async def test_a_release_is_on_the_record(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.type("noi-vu", f"trinh lanh dao gui tru {MOST}")
    with play.conversation.store.transaction() as session:
        ten = owed(session, "10")[0].id
    assert [(change.subject_id, change.after) for change in recorded(play, "release")] == [
        (ten, {"left_out": MOST.split()})
    ]


def test_noi_vu_tells_the_units_in_its_own_words(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-13 09:00
noi-vu: thông báo P-LL, xã Trung Nghĩa: 8 giờ ngày 15/03 họp giao ban tại Phòng Nội vụ.
CHƯA GỬI
Nơi nhận: UBND phường Lê Lợi, UBND xã Trung Nghĩa.
2 cuộc trò chuyện sẽ nhận được nội dung sau:
“8 giờ ngày 15/03 họp giao ban tại Phòng Nội vụ.”
Để gửi, gõ: thong bao gui 1 · Để sửa, soạn lại từ đầu.
[Gửi 2 cuộc trò chuyện]
noi-vu [Gửi 2 cuộc trò chuyện]
Thông báo được gửi đến 2 cuộc trò chuyện.
noi-vu: thong bao gui
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: thong bao Các phòng, ban, đơn vị có liên quan: chuẩn bị số liệu quý I.
CHƯA GỬI
Nơi nhận: tất cả các đơn vị.
34 cuộc trò chuyện sẽ nhận được nội dung sau:
“Các phòng, ban, đơn vị có liên quan: chuẩn bị số liệu quý I.”
Để gửi, gõ: thong bao gui 2 · Để sửa, soạn lại từ đầu.
[Gửi 34 cuộc trò chuyện]
noi-vu: thong bao UBND các phường, xã: chuẩn bị số liệu quý I.
CHƯA GỬI
Nơi nhận: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác.
17 cuộc trò chuyện sẽ nhận được nội dung sau:
“chuẩn bị số liệu quý I.”
Để gửi, gõ: thong bao gui 3 · Để sửa, soạn lại từ đầu.
[Gửi 17 cuộc trò chuyện]
noi-vu: thong bao gui
Thông báo được gửi đến 17 cuộc trò chuyện.
noi-vu: thong bao gui
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: thong bao
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: thong bao P-LL, X-TN: 8 giờ ngày 15/03 họp giao ban
noi-vu: thong bao P-LL:
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: thong bao P-LL, X-TN: 8 giờ ngày 15/03 họp giao ban
noi-vu: thong bao P-LL, X-XX: mời họp.
Không có đơn vị X-XX. Xem mã đơn vị: danh sach chat
""",
    )


def test_a_broadcast_is_heard_once_by_those_it_is_for(play: Play) -> None:
    play.now = at("2023-03-13 09:00")
    play.type("noi-vu", "thong bao P-LL, xã Trung Nghĩa: 8 giờ ngày 15/03 họp giao ban.")
    play.type("noi-vu", "thong bao gui")
    heard = {chat: [(one.title, one.text) for one in play.notices(chat)] for chat in ("P-LL", "X-TN", "P-QT", "NV")}
    said = [("THÔNG BÁO CỦA PHÒNG NỘI VỤ", "8 giờ ngày 15/03 họp giao ban.")]
    assert heard == {"P-LL": said, "X-TN": said, "P-QT": [], "NV": []}
    assert [change.after for change in recorded(play, "broadcast")] == [{"chats": 2}]


def test_a_broadcast_to_all_is_one_notice_for_each_chat(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        unit_ids = [seat.unit_id for seat in session.exec(select(Address).where(Address.chat_id == "VP"))]
        session.add(
            Address(channel="local", chat_id="P-LL", unit_id=unit_ids[0], role=Role.OFFICER, joined_at=play.now)
        )
    (drafted,) = play.type("noi-vu", "thong bao Mời họp.").replies
    assert drafted.choices[0].label == "Gửi 34 cuộc trò chuyện"
    play.press("noi-vu", "Gửi 34 cuộc trò chuyện")
    assert [len(play.notices(chat)) for chat in ("VP", "P-LL", "lanh-dao", "noi-vu")] == [1, 1, 0, 0]


def test_a_draft_that_is_not_there_is_not_sent(play: Play) -> None:
    play.type("noi-vu", "thong bao Mời họp.")
    (said,) = play.type("noi-vu", "thong bao gui 9").replies
    assert said.text == "Không có thông báo nào đang chờ gửi. Để soạn, gõ: thong bao …"


def recorded(play: Play, action: str) -> list[Change]:
    """The lines of the record that tell of an action."""
    with play.conversation.store.transaction() as session:
        return list(session.exec(select(Change).where(Change.action == action).order_by(col(Change.id))))
