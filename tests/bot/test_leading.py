"""What Nội vụ lets others hear: exceptions it has looked through to the leaders, its own words to the units."""

import pytest
from sqlmodel import col, select

from data import views
from data.kinds import Role
from data.model import Address, Change
from data.record import Actor
from data.work import reporting
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import at, owed

QUARTER_I = ("2023-01-11", "2023-03-14", "2023-03-17", "2023-03-22")
MOST = "1 3 4 5 7 8 12 13 14 15"


def test_only_noi_vu_lets_others_hear(play: Play) -> None:
    for chat in ("VP", "VHTT"):
        for typed in ("trinh lanh dao", "trinh lanh dao gui", "thong bao gui", "thong bao: họp"):
            (said,) = play.type(chat, typed).replies
            assert "không dùng tại cuộc trò chuyện này" in said.text
    for typed in ("trinh lanh dao gui", "thong bao gui", "thong bao: họp"):
        (said,) = play.type("lanh-dao", typed).replies
        assert said.text.startswith("Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. Chuyển ý kiến đến Phòng Nội vụ: ")


async def test_exceptions_are_looked_through_and_released_once(play: Play) -> None:
    await passes(play, *QUARTER_I)
    holds(
        play,
        """
@ 2023-03-22 09:00
noi-vu: trinh lanh dao gui
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Chưa gửi. Đề nghị đồng chí xem danh sách trước khi gửi.

Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 36 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 1, 12, 13 – 34/34 đơn vị; việc 3, 5 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh; việc 4 – Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin; việc 7, 8 – Phòng Tư pháp; việc 14, 15 – Phòng Kinh tế

Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 1] [Bỏ việc 3] [Bỏ việc 4] [Bỏ việc 5] [Bỏ việc 7] [Bỏ việc 8] [Bỏ việc 12]
noi-vu: trinh lanh dao trừ việc 1, 4, 7, 8 và 12 13 14 15
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 36 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 3, 5 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh

Không trình: việc 1, 4, 7, 8, 12, 13, 14, 15.
Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 3] [Bỏ việc 5]
noi-vu [Bỏ việc 5]
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 36 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 3 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh

Không trình: việc 1, 4, 7, 8, 12, 13, 14, 15, 5.
Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 10
[Gửi lãnh đạo] [Bỏ việc 10] [Bỏ việc 3]
noi-vu [Gửi lãnh đạo]
Đã trình danh sách, 1 nơi nhận.
noi-vu: trinh lanh dao gui
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: trinh lanh dao tru 10
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 3 – Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh

Không trình: việc 1, 4, 7, 8, 12, 13, 14, 15, 5, 10.
Để gửi, gõ: trinh lanh dao gui · Để bỏ bớt, gõ: trinh lanh dao tru 3
[Gửi lãnh đạo] [Bỏ việc 3]
noi-vu: trinh lanh dao tru 3
DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Tư, 22/03/2023
Không có việc nào cần trình lãnh đạo.
noi-vu: trinh lanh dao gui
Không có việc nào cần trình lãnh đạo.
""",
    )


async def test_leaders_hear_what_was_released_as_it_stands_when_it_is_said(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.now = at("2023-03-22 19:00")
    play.type("noi-vu", "trinh lanh dao tru 1 4 5 7 8 12 13 14 15")
    play.type("noi-vu", "trinh lanh dao gui")
    play.type("VHTT", "xong 3 quy 1 2 bài")
    channel = await passes(play, "2023-03-23")
    assert heard_in(channel, "lanh-dao") == [
        """\
BÁO CÁO LÃNH ĐẠO: việc 10 quá hạn 37 ngày (Văn phòng HĐND-UBND thành phố); quý I đã khép, thiếu 1 báo cáo
Kính gửi: Các đồng chí lãnh đạo UBND thành phố Hưng Yên
Phòng Nội vụ báo cáo các nội dung cần quan tâm, chỉ đạo khi thực hiện Kế hoạch số 06/KH-UBND đến ngày 23/03/2023:

Quá hạn trên 3 ngày làm việc:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 37 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố

Chưa báo kỳ:
• Quý I (kỳ báo kết thúc ngày 14/03): việc 3 – Trung tâm Văn hóa và Truyền thanh

Khi cần xem nội dung từng việc, đồng chí gõ: tinh hinh 3 · Xem thêm: tinh hinh · qua han
Trân trọng."""
    ]


NOTHING_SENT = (
    "Chưa gửi: hệ thống chưa hiểu “{}”. Để xem danh sách, gõ: trinh lanh dao · Để bỏ bớt: trinh lanh dao tru 10, P-LL ·"
    " Để gửi danh sách đã xem: trinh lanh dao gui"
)
NOT_UNDERSTOOD = ("chưa gửi vội", "khong gui", "gui 10", "gửi ngay cho đc Hùng", "10", "gui trừ", "tru", "quý 1")


async def test_words_that_are_not_understood_send_nothing(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.type("noi-vu", "trinh lanh dao")
    said = {typed: play.type("noi-vu", f"trinh lanh dao {typed}").replies[0].text for typed in NOT_UNDERSTOOD}
    assert said == {typed: NOTHING_SENT.format(typed) for typed in NOT_UNDERSTOOD}
    assert [
        play.type("noi-vu", f"trinh lanh dao {typed}").replies[0].text for typed in ("tru 99", "gui tru X-TNN")
    ] == [
        "Danh sách trình lãnh đạo không có “99”. Để xem danh sách, gõ: trinh lanh dao",
        "Không có đơn vị X-TNN, có thể là: X-TN.",
    ]
    assert recorded(play, "release") == []


async def test_a_list_that_was_shown_weeks_ago_brings_no_more_than_it_showed(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-06")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    old = said.choices
    await passes(play, *QUARTER_I[1:])
    play.buttons["noi-vu"] = old
    assert play.press("noi-vu", "Gửi lãnh đạo").replies[0].text.startswith("Đã trình danh sách")
    released = [change.subject_id for change in recorded(play, "release")]
    with play.conversation.store.snapshot() as session:
        assert released == [owed(session, "10")[0].id]
    (unseen,) = play.type("noi-vu", "trinh lanh dao gui").replies
    assert unseen.text.startswith("Chưa gửi. Đề nghị đồng chí xem danh sách trước khi gửi.")


async def test_what_was_settled_since_the_list_was_shown_is_left_out(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.type("noi-vu", f"trinh lanh dao tru {MOST.replace('1 3', '1')}")
    play.type("VHTT", "xong 3 quy 1 2 bài")
    assert play.type("noi-vu", "trinh lanh dao gui").replies[0].text == (
        "Đã trình danh sách, 1 nơi nhận.\nKhông gửi 1 lượt đã báo hoặc đã điều chỉnh hạn từ khi xem danh sách."
    )


async def test_units_and_their_shares_are_left_out_too(play: Play) -> None:
    await passes(play, *QUARTER_I)
    everything = shown_ids(play, "trinh lanh dao")
    without_unit = shown_ids(play, "trinh lanh dao tru P-LL")
    without_share = shown_ids(play, "trinh lanh dao tru việc 12 phường Minh Khai, 6.10")
    with play.conversation.store.transaction() as session:
        lost = {
            (fact.task.number, fact.unit.code)
            for fact in views.occurrences(session, views.among(everything - without_share))
        }
    assert {unit for _, unit in lost} == {"P-LL", "P-MK", "VP"}
    assert lost >= {("12", "P-MK"), ("10", "VP"), ("1", "P-LL"), ("12", "P-LL")}
    assert ("1", "P-MK") not in lost
    assert everything > without_unit > without_share
    (said,) = play.type("noi-vu", "trinh lanh dao bo bot 13").replies
    assert "Không trình: việc 10, 13.\nKhông trình đơn vị: P-LL, P-MK (12)." in said.text


def shown_ids(play: Play, typed: str) -> set[int]:
    play.type("noi-vu", typed)
    return set(recorded(play, "show_exceptions")[-1].after["occurrences"])


async def test_a_period_that_leaders_have_heard_of_is_not_brought_before_them_again(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.type("noi-vu", "trinh lanh dao")
    play.type("noi-vu", "trinh lanh dao gui")
    await passes(play, "2023-03-23")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert said.text.splitlines()[:2] == [
        "Quá hạn trên 3 ngày làm việc:",
        "• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 37 ngày làm việc)",
    ]
    assert "Chưa báo kỳ:" not in said.text


async def test_a_period_never_brought_before_the_leaders_stays_in_the_draft_beside_the_next(play: Play) -> None:
    await passes(play, *QUARTER_I, "2023-06-14", "2023-06-19", "2023-06-22")
    play.type("noi-vu", "trinh lanh dao")
    assert [words[:9] for words in periods_of(play)] == ["• Quý I (", "• Quý II "]
    play.type("noi-vu", "trinh lanh dao gui tru 1")
    await passes(play, "2023-06-23")
    # What was kept from the leaders has been decided on, as what they heard of has.
    assert periods_of(play) == []


def periods_of(play: Play) -> list[str]:
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    return [line for line in said.text.splitlines() if line.startswith("• Quý")]


async def test_who_was_never_reminded_is_a_number_before_the_leaders(play: Play) -> None:
    for code in ("VHTT", "P-MK"):
        play.type("noi-vu", f"go lien ket {code}")
    await passes(play, *QUARTER_I)
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert [line for line in said.text.splitlines() if "chưa nhận được tin nhắc" in line] == [
        (
            "  Chưa kết nối hoặc chưa nhận được tin nhắc: việc 1, 12, 13 – 2/34 đơn vị; "
            "việc 3, 5 – 1/2 đơn vị; việc 4 – 1/3 đơn vị"
        )
    ]


async def test_leaders_hear_that_what_they_heard_of_was_settled(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-06")
    play.type("noi-vu", "trinh lanh dao")
    play.type("noi-vu", "trinh lanh dao gui")
    await passes(play, "2023-02-06")
    play.now = at("2023-02-06 14:00")
    play.type("VP", "xong 10 số 12/KH-VP ngày 06/02/2023")
    channel = await passes(play, "2023-02-07")
    settled = (
        "• Việc 10: Văn phòng HĐND-UBND thành phố – đã báo ngày 06/02/2023, chậm 4 ngày làm việc"
        " (đã báo cáo lãnh đạo ngày 06/02/2023)"
    )
    assert f"Đã báo cáo lãnh đạo, nay đã báo kết quả:\n{settled}\n" in heard_in(channel, "noi-vu")[0]
    play.type("noi-vu", "trinh lanh dao")
    play.type("noi-vu", "trinh lanh dao gui")
    channel = await passes(play, "2023-02-07")
    assert f"Đã xử lý:\n{settled}\n" in heard_in(channel, "lanh-dao")[0]
    await passes(play, "2023-02-08")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert said.text == "Không có việc nào cần trình lãnh đạo."


async def test_a_leader_who_says_that_it_was_received_means_the_report(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-06")
    play.type("noi-vu", "trinh lanh dao")
    play.type("noi-vu", "trinh lanh dao gui")
    await passes(play, "2023-02-06")
    (said,) = play.type("lanh-dao", "rõ").replies
    assert said.text == "Đã ghi nhận đồng chí nhận được báo cáo ngày 06/02/2023."
    assert [change.subject for change in recorded(play, "acknowledge")] == ["message"]


async def test_leaders_are_not_told_of_what_has_been_settled_meanwhile(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-07")
    play.now = at("2023-02-07 19:00")
    play.type("noi-vu", "trinh lanh dao")
    play.type("noi-vu", "trinh lanh dao gui")
    with play.conversation.store.transaction() as session:
        reporting.confirm(session, owed(session, "10")[0].id, Actor(), play.now)
    assert heard_in(await passes(play, "2023-02-08"), "lanh-dao") == []


async def test_leaders_hear_nothing_by_themselves(play: Play) -> None:
    assert heard_in(await passes(play, *QUARTER_I), "lanh-dao") == []


async def test_what_is_three_days_late_is_no_exception_yet(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-03")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert said.text == "Không có việc nào cần trình lãnh đạo."
    await passes(play, "2023-02-06")
    (said,) = play.type("noi-vu", "trinh lanh dao").replies
    assert [choice.act.typed for choice in said.choices] == [
        "trinh lanh dao gui danh sach 2",
        "trinh lanh dao danh sach 2 tru 10",
    ]


async def test_without_a_leader_s_chat_nothing_is_released(play: Play) -> None:
    await passes(play, "2023-01-11", "2023-02-07")
    play.type("noi-vu", "go lien ket UBND-TP")
    play.type("noi-vu", "trinh lanh dao")
    (said,) = play.type("noi-vu", "trinh lanh dao gui").replies
    assert said.text == "Chưa gửi được: nơi nhận chưa có cuộc trò chuyện nào. Để xem, gõ: danh sach chat"
    assert recorded(play, "release") == []


async def test_a_release_is_on_the_record(play: Play) -> None:
    await passes(play, *QUARTER_I)
    play.type("noi-vu", "trinh lanh dao")
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
Để gửi, gõ: thong bao gui 1. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 2 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 2 cuộc trò chuyện]
noi-vu [1. Gửi 2 cuộc trò chuyện]
Đã gửi thông báo đến 2 cuộc trò chuyện.
noi-vu: thong bao gui
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: thong bao P-LL
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: thong bao P-LL, X-TN: …
noi-vu: thong bao Các phòng, ban, đơn vị có liên quan: chuẩn bị số liệu quý I.
CHƯA GỬI
Nơi nhận: tất cả các đơn vị.
34 cuộc trò chuyện sẽ nhận được nội dung sau:
“Các phòng, ban, đơn vị có liên quan: chuẩn bị số liệu quý I.”
Để gửi, gõ: thong bao gui 2. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 34 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 34 cuộc trò chuyện]
noi-vu: thong bao UBND các phường, xã: chuẩn bị số liệu quý I.
CHƯA GỬI
Nơi nhận: UBND phường Lam Sơn, UBND phường Hiến Nam, UBND phường An Tảo, UBND phường Lê Lợi, UBND phường Minh Khai, UBND phường Quang Trung, UBND phường Hồng Châu, UBND xã Trung Nghĩa và 9 đơn vị khác.
17 cuộc trò chuyện sẽ nhận được nội dung sau:
“chuẩn bị số liệu quý I.”
Để gửi, gõ: thong bao gui 3. Nếu không gửi thì không cần làm gì thêm.
1. Gửi 17 cuộc trò chuyện
Đề nghị trả lời bằng số thứ tự.
[1. Gửi 17 cuộc trò chuyện]
noi-vu: thong bao gui
Đã gửi thông báo đến 17 cuộc trò chuyện.
noi-vu: thong bao gui
Nội dung này đã được gửi trước đó, hệ thống không gửi lại.
noi-vu: thong bao
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: thong bao P-LL, X-TN: …
noi-vu: thong bao P-LL:
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: thong bao P-LL, X-TN: …
noi-vu: thong bao P-LL, X-XX: mời họp.
Không có đơn vị X-XX. Xem mã đơn vị: danh sach chat
""",
    )


@pytest.mark.parametrize("row", ["X-TNN, P-LL", "P-LL, X-TNN", "X-TNN", "mấy phường, P-LL"])
def test_words_for_a_unit_that_is_not_there_are_for_nobody(play: Play, row: str) -> None:
    assert play.type("noi-vu", f"thong bao {row}: mời họp.").replies[0].text.startswith("Không có đơn vị ")
    assert recorded(play, "draft_broadcast") == []


def test_a_broadcast_is_heard_once_by_those_it_is_for(play: Play) -> None:
    play.now = at("2023-03-13 09:00")
    play.type("noi-vu", "thong bao P-LL, xã Trung Nghĩa: 8 giờ ngày 15/03 họp giao ban.")
    play.type("noi-vu", "thong bao gui")
    heard = {chat: [(one.title, one.text) for one in play.notices(chat)] for chat in ("P-LL", "X-TN", "P-QT", "NV")}
    text = (
        "Kính gửi: UBND phường Lê Lợi, UBND xã Trung Nghĩa\n8 giờ ngày 15/03 họp giao ban.\n"
        "Người gửi: đ/c Nguyễn Văn A, Phòng Nội vụ"
    )
    said = [("THÔNG BÁO CỦA PHÒNG NỘI VỤ – 13/03/2023", text)]
    assert heard == {"P-LL": said, "X-TN": said, "P-QT": [], "NV": []}
    assert [change.after for change in recorded(play, "broadcast")] == [{"chats": 2}]


def test_a_broadcast_to_all_is_one_notice_for_each_chat(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        unit_ids = [seat.unit_id for seat in session.exec(select(Address).where(Address.chat_id == "VP"))]
        session.add(Address(bot="local", chat_id="P-LL", unit_id=unit_ids[0], role=Role.OFFICER, joined_at=play.now))
    (drafted,) = play.type("noi-vu", "thong bao Mời họp.").replies
    assert drafted.choices[0].label == "1. Gửi 34 cuộc trò chuyện"
    play.press("noi-vu", "1. Gửi 34 cuộc trò chuyện")
    assert [len(play.notices(chat)) for chat in ("VP", "P-LL", "lanh-dao", "noi-vu")] == [1, 1, 0, 0]


def test_a_draft_that_is_not_there_is_not_sent(play: Play) -> None:
    play.type("noi-vu", "thong bao Mời họp.")
    (said,) = play.type("noi-vu", "thong bao gui 9").replies
    assert said.text == "Không có thông báo nào đang chờ gửi. Để soạn, gõ: thong bao …"


def recorded(play: Play, action: str) -> list[Change]:
    """The lines of the record that tell of an action."""
    with play.conversation.store.transaction() as session:
        return list(session.exec(select(Change).where(Change.action == action).order_by(col(Change.id))))
