"""Bàn giao: after a merger the successor owes what was open, once; what was reported stays where it was reported."""

from data.model import Role, State
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import owed


def test_it_is_asked_for_first_and_done_once(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: ban giao
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT P-QT
UBND phường Quang Trung không thể bàn giao cho chính mình. Đề nghị ghi hai đơn vị, ví dụ: ban giao P-QT P-LL
noi-vu: ban giao P-QT cho P-LL
CHƯA BÀN GIAO
UBND phường Quang Trung dự kiến bàn giao công việc cho UBND phường Lê Lợi:
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
Kết quả UBND phường Quang Trung đã báo được giữ nguyên. Việc bàn giao không hoàn tác được.
Nếu đồng ý, gõ: ban giao P-QT P-LL dong y
[Bàn giao]
noi-vu [Bàn giao]
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
Hai đơn vị được báo tin.
noi-vu: ban giao P-QT P-LL dong y
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
noi-vu: ban giao P-LL P-QT
UBND phường Quang Trung đã bàn giao công việc cho UBND phường Lê Lợi.
""",
    )


def test_only_noi_vu_hands_over(play: Play) -> None:
    for chat in ("P-QT", "VHTT", "lanh-dao"):
        (said,) = play.type(chat, "ban giao P-QT P-LL dong y").replies
        assert "không dùng cho cuộc trò chuyện này" in said.text


def test_both_units_are_told(play: Play) -> None:
    play.type("thu-truong", f"dang ky {play.invite('P-QT', Role.HEAD)}")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    told = (
        "Kính gửi UBND phường Quang Trung, các việc chưa hoàn thành của đơn vị đã được bàn giao cho"
        " UBND phường Lê Lợi.\n"
        "Kết quả đơn vị đã báo được giữ nguyên. Hệ thống không nhắc các việc này tại đây nữa.\n"
        "Trân trọng."
    )
    taken = (
        "Kính gửi UBND phường Lê Lợi, các việc chưa hoàn thành của UBND phường Quang Trung"
        " đã được bàn giao cho đơn vị.\n"
        "Để xem các việc của đơn vị, gõ: viec\n"
        "Trân trọng."
    )
    assert {chat: [one.text for one in play.notices(chat)] for chat in ("P-QT", "thu-truong", "P-LL", "P-MK")} == {
        "P-QT": [told],
        "thu-truong": [told],
        "P-LL": [taken],
        "P-MK": [],
    }


async def test_the_successor_alone_is_reminded_from_then_on(play: Play) -> None:
    await passes(play, "2023-01-11")
    play.type("P-QT", "xong 1 2 tin")
    play.type("noi-vu", "ban giao P-QT P-LL dong y")
    channel = await passes(play, "2023-01-12", "2023-03-07", "2023-03-15", "2023-06-07")
    assert [words.splitlines()[0] for words in heard_in(channel, "P-QT")] == ["THÔNG BÁO CỦA PHÒNG NỘI VỤ"]
    with play.conversation.store.transaction() as session:
        shares = {
            code: [(fact.key, fact.state) for fact in owed(session, "1", code)] for code in ("P-QT", "P-LL", "P-MK")
        }
    assert shares == {
        "P-QT": [("2023-Q1", State.ACCEPTED)],
        "P-LL": [("2023-Q1", State.OPEN), ("2023-Q2", State.OPEN)],
        "P-MK": [("2023-Q1", State.OPEN), ("2023-Q2", State.OPEN)],
    }
