"""A second channel for the same people: joined by a one-time code, and which of the two hears."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.talk import Answer, Incoming, Way
from data import leases
from data.kinds import MessageState, Role
from data.model import Address, Change, Message, Unit
from data.people import addressing
from data.talk import Speaker
from scheduler import tick
from tests.bot.dialogues import ZONE, Play, holds
from tests.building import CALENDAR, POLICY
from tests.data.test_leases import LASTS

CODE = re.compile(r"dang ky ([2-9A-Z]{8})")
BOT = "viber:7"


@pytest.fixture
def two(play: Play) -> Play:
    """The office of the demo, as if it could be reached by one messenger more."""
    ways = (Way("local", "Trang thử"), Way("viber", "UBND thành phố", "https://viber.example/{}".format))
    play.conversation = replace(play.conversation, ways=lambda: ways)
    return play


def types(play: Play, chat: str, text: str) -> Answer:
    """Type in a private chat of the other messenger, or in a group there: "nhom/lan"."""
    play.count += 1
    room, in_group, who = chat.partition("/")
    speaker = Speaker(BOT, room, f"viber-{who or room}", "Nguyễn Văn A", bool(in_group))
    return play.conversation.hear(Incoming(f"viber-{play.count}", speaker, text), play.now)


def said(answer: Answer) -> str:
    return "\n".join(reply.text for reply in answer.replies)


def code_for(play: Play, chat: str) -> str:
    (code,) = CODE.findall(said(play.type(chat, "ket noi them")))[:1]
    return str(code)


def families(play: Play) -> list[tuple[str, str, str | None]]:
    """Of each chat that has another: role, chat, and the chat that hears as long as it can be reached."""
    with play.conversation.store.transaction() as session:
        every = {address.id: address for address in session.exec(select(Address))}
    pairs = [(each, every[each.fallback_of]) for each in every.values() if each.fallback_of]
    return sorted((each.role.value, each.chat_id, first.chat_id) for each, first in pairs)


def test_a_code_for_the_other_messenger_and_what_to_do_with_it(two: Play) -> None:
    shown = said(two.type("VP", "kết nối thêm"))
    code = CODE.findall(shown)[0]
    assert shown.replace(code, "MA-MOI") == (
        "Mã kết nối thêm kênh liên lạc cho Văn phòng HĐND-UBND thành phố (cán bộ đầu mối).\n"
        "• Viber: mở https://viber.example/MA-MOI, hoặc gõ cho “UBND thành phố”: dang ky MA-MOI\n"
        "Mã dùng được một lần, đến 07:30 ngày 12/01/2023, và không hiển thị lại.\n"
        "Mã dành riêng cho đồng chí. Tin vẫn gửi tại đây; khi kênh này không gửi được thì gửi qua kênh thêm."
    )
    assert said(types(two, "binh", f"dang ky {code}")) == (
        "Đã kết nối cuộc trò chuyện này làm kênh liên lạc thứ hai của Văn phòng HĐND-UBND thành phố (cán bộ đầu mối).\n"
        "Tin vẫn gửi qua Web; khi Web không gửi được thì gửi tại đây. Các lệnh dùng được ở cả hai nơi.\n"
        "Để ưu tiên nhận tin tại đây, gõ: kenh viber\n"
        "Hệ thống lưu tên và mã tài khoản (do ứng dụng cung cấp) của người nhắn tin tại đây để ghi nhận người báo kết"
        " quả. Khi cần xóa, gõ: quen toi"
    )
    assert families(two) == [("officer", "binh", "VP")]
    assert said(types(two, "khac", f"dang ky {code}")).startswith("Mã mời không đúng")


def test_it_joins_in_every_role_of_the_chat(two: Play) -> None:
    two.type("noi-vu", f"dang ky {two.invite('NV')}")
    types(two, "lan", f"dang ky {code_for(two, 'noi-vu')}")
    types(two, "chu-tich", f"dang ky {code_for(two, 'lanh-dao')}")
    assert families(two) == [
        ("coordinator", "lan", "noi-vu"),
        ("leader", "chu-tich", "lanh-dao"),
        ("officer", "lan", "noi-vu"),
    ]


def test_where_no_code_is_told_or_taken(two: Play) -> None:
    two.type("lan", f"dang ky {two.invite('VP')}")
    two.type("nhom/lan", f"dang ky {two.invite('VP')}")
    private = "Mã mời chỉ được báo trong tin nhắn riêng."
    assert said(two.type("nhom/lan", "/ket_noi_them")).startswith(private)
    assert said(two.type("la", "ket noi them")).startswith("Cuộc trò chuyện này chưa được kết nối")
    code = code_for(two, "VP")
    assert said(types(two, "nhom/binh", f"/dang_ky {code}")).startswith("Mã này dùng trong tin nhắn riêng")
    assert said(two.type("khac", f"dang ky {code}")).startswith("Mã này dùng để kết nối ứng dụng nhắn tin khác.")
    two.type("noi-vu", "go lien ket VP 1")
    assert said(types(two, "binh", f"dang ky {code}")).startswith("Mã mời không đúng")
    assert families(two) == []


def test_with_one_messenger_there_is_no_second_one(play: Play) -> None:
    holds(
        play,
        """
VP: ket noi them
Hệ thống hiện chỉ dùng Web, chưa có kênh khác để kết nối thêm.
VP: kenh
Văn phòng HĐND-UBND thành phố (cán bộ đầu mối):
• Web, trò chuyện riêng, đang nhận tin
Để kết nối thêm kênh, gõ trong tin nhắn riêng: ket noi them
VP: kenh facebook
Văn phòng HĐND-UBND thành phố chưa có cuộc trò chuyện trên kênh này. Kênh đã kết nối: Web. Để kết nối thêm, gõ: ket noi them
""",
    )


def test_a_unit_chooses_by_which_channel_it_hears(two: Play) -> None:
    types(two, "binh", f"dang ky {code_for(two, 'VP')}")
    holds(
        two,
        """
VP: kenh
Văn phòng HĐND-UBND thành phố (cán bộ đầu mối):
• Web, trò chuyện riêng, đang nhận tin
• Viber, trò chuyện riêng, dự phòng
Để chọn kênh khác, gõ: kenh viber
VP: kenh Viber
Từ nay tin nhắc ưu tiên gửi qua Viber.
Văn phòng HĐND-UBND thành phố (cán bộ đầu mối):
• Web, trò chuyện riêng, dự phòng
• Viber, trò chuyện riêng, đang nhận tin
noi-vu: kenh VP web
Từ nay tin nhắc ưu tiên gửi qua Web.
Văn phòng HĐND-UBND thành phố (cán bộ đầu mối):
• Web, trò chuyện riêng, đang nhận tin
• Viber, trò chuyện riêng, dự phòng
noi-vu: kenh P-LL viber
UBND phường Lê Lợi chưa có cuộc trò chuyện trên kênh này. Kênh đã kết nối: Web. Để kết nối thêm, gõ: ket noi them
noi-vu: kenh P-LL
UBND phường Lê Lợi (cán bộ đầu mối):
• Web, trò chuyện riêng, đang nhận tin
Để kết nối thêm kênh, gõ trong tin nhắn riêng: ket noi them
""",
    )
    with two.conversation.store.transaction() as session:
        chosen = [change.after for change in session.exec(select(Change).where(Change.action == "prefer_channel"))]
        assert session.exec(select(Unit.channel).where(Unit.code == "VP")).one() == "local"
    assert [each["channel"] for each in chosen if "channel" in each] == ["viber", "local"]
    assert len([each for each in chosen if "first" in each]) == 2


def test_a_person_chooses_which_of_their_own_two_hears(two: Play) -> None:
    types(two, "lan", f"dang ky {code_for(two, 'noi-vu')}")
    types(two, "lan", "kenh viber")
    assert families(two) == [("coordinator", "noi-vu", "lan")]
    with two.conversation.store.transaction() as session:
        hearing = addressing.live_addresses(session, (Role.COORDINATOR,))
        assert [address.chat_id for address in hearing] == ["lan"]
    # A third code, made in the second chat or the first, is beside the one that hears.
    two.type("noi-vu", "kenh viber")
    assert families(two) == [("coordinator", "noi-vu", "lan")]
    assert "chưa có cuộc trò chuyện trên kênh này" in said(two.type("lanh-dao", "kenh viber"))


def test_who_has_two_is_not_the_last_of_the_office(two: Play) -> None:
    last = "Đây là cuộc trò chuyện cuối cùng của Phòng Nội vụ"
    assert last in said(two.type("noi-vu", "quen toi"))
    types(two, "lan", f"dang ky {code_for(two, 'noi-vu')}")
    assert last not in said(two.type("noi-vu", "quen toi"))


def test_in_a_group_talk_of_some_channel_is_left_alone(two: Play) -> None:
    two.type("nhom/VP", f"dang ky {two.invite('VP')}")
    for talk in ("kênh truyền hình đã phát 3 tin", "kênh nào cũng được anh ạ"):
        assert two.type("nhom/VP", talk).replies == ()


def heard_by_viber(play: Play) -> None:
    """Have nothing go out by the first bot from one morning on, and the digest of it by the other."""
    store = play.conversation.store
    morning = datetime(2023, 2, 3, 7, 41, tzinfo=ZONE)
    with store.transaction() as session:
        leases.hold(session, "local", "ours", LASTS)
        since = morning - timedelta(minutes=10)
        leases.tell_out(session, "local", "ours", "unreachable", since=since, now=morning)
    tick.run(store, morning, POLICY, CALENDAR)
    with store.transaction() as session:
        for message in session.exec(select(Message).where(Message.bot == BOT)):
            message.state, message.sent_at = MessageState.SENT, morning + timedelta(minutes=4)
            session.add(message)


def test_noi_vu_sees_who_heard_by_the_other_channel_and_why(two: Play) -> None:
    types(two, "binh", f"dang ky {code_for(two, 'VP')}")
    heard_by_viber(two)
    two.now = datetime(2023, 2, 3, 9, 0, tzinfo=ZONE)
    lines = said(two.type("noi-vu", "giao nhan 10 VP")).splitlines()
    assert lines[-1] == (
        "• Đã gửi lúc 07:45 ngày 03/02/2023 qua Viber (Web: không liên lạc được, từ 07:31 ngày 03/02/2023):"
        " Văn phòng HĐND-UBND thành phố"
    )
    # A unit that prefers the other channel has heard where it usually does.
    types(two, "binh", "kenh viber")
    lines = said(two.type("noi-vu", "giao nhan 10 VP")).splitlines()
    assert lines[-1] == "• Đã gửi lúc 07:45 ngày 03/02/2023: Văn phòng HĐND-UBND thành phố"
