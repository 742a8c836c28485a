"""Who is heard: lockout, anonymous speakers, settings and decisions in groups; and what is on record of chats."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.command import OFFICE, Sense
from bot.commands import COMMANDS
from data.kinds import Role
from data.model import Change
from data.people import addressing
from data.talk import Outgoing
from tests.bot.dialogues import Play, holds
from tests.building import dump

WRONG = "Mã mời không đúng hoặc đã được sử dụng. Đề nghị đồng chí liên hệ Phòng Nội vụ để nhận mã mới."
LOCKED = "Mã mời đã bị gõ sai nhiều lần. Đề nghị đồng chí thử lại sau một giờ hoặc liên hệ Phòng Nội vụ."


TOLD = (
    "\nNếu đây là cán bộ đầu mối của đơn vị, đề nghị cấp mã mới sau thời điểm đó, ví dụ: moi P-LL. Nếu không"
    " phải, không cần làm gì thêm."
)


def test_five_wrong_codes_lock_the_chat_out_for_an_hour_and_noi_vu_hears_once(play: Play) -> None:
    right = play.invite("P-LL")
    holds(
        play,
        f"""
@ 2023-01-12 09:00
lan: dang ky AAAA2222
{WRONG}
@ 2023-01-12 09:10
lan: dang ky AAAA3333
{WRONG}
lan: dang ky AAAA4444
{WRONG}
lan: dang ky AAAA5555
{WRONG}
@ 2023-01-12 09:40
lan: dang ky AAAA6666
{WRONG}
lan: dang ky {right}
{LOCKED}
@ 2023-01-12 10:39
lan: dang ky AAAA7777
{LOCKED}
""",
    )
    assert play.notices("noi-vu") == [
        Outgoing(
            "NHẬP SAI MÃ MỜI",
            "Cuộc trò chuyện riêng của “Trần Thị Lan” (Web) đã gõ sai mã mời 5 lần trong một giờ, lần cuối do “Trần Thị"
            " Lan” gõ.\nMã mời gõ tại đó hoặc do người này gõ tạm không được nhận đến 10:40 ngày 12/01/2023." + TOLD,
        )
    ]
    play.now += timedelta(minutes=1)
    assert "UBND phường Lê Lợi" in play.type("lan", f"dang ky {right}").replies[0].text
    assert len(play.notices("noi-vu")) == 1


def test_members_of_a_group_who_take_turns_lock_it_out_but_not_themselves(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("minh", f"dang ky {play.invite('P-LL')}")
    first, second = play.invite("VP"), play.invite("VP")
    for who in ("lan", "minh", "lan", "minh", "lan"):
        assert play.type(f"nhom/{who}", "dang ky AAAA2222").replies[0].text == WRONG
    assert play.type("nhom/minh", f"dang ky {first}").replies[0].text == LOCKED
    assert [told.text for told in play.notices("noi-vu")] == [
        "Nhóm chat của UBND phường Lê Lợi (Web) đã gõ sai mã mời 5 lần trong một giờ, lần cuối do “Trần Thị Lan” gõ.\n"
        "Mã mời gõ tại đó, dù ai gõ, tạm không được nhận đến 08:30 ngày 11/01/2023." + TOLD
    ]
    assert "Văn phòng HĐND-UBND thành phố" in play.type("minh", f"dang ky {first}").replies[0].text
    play.now += timedelta(hours=1)
    assert "Văn phòng HĐND-UBND thành phố" in play.type("nhom/minh", f"dang ky {second}").replies[0].text


def test_who_goes_on_in_another_chat_is_locked_out_everywhere(play: Play) -> None:
    right = play.invite("P-LL")
    for chat in ("nhom", "nhom2", "nhom3", "nhom4", "nhom5"):
        assert play.type(f"{chat}/lan", "dang ky AAAA2222").replies[0].text == WRONG
    for chat in ("nhom/lan", "lan", "nhom6/lan"):
        assert play.type(chat, f"dang ky {right}").replies[0].text == LOCKED
    assert [told.text for told in play.notices("noi-vu")] == [
        "“Trần Thị Lan” (Web) đã gõ sai mã mời 5 lần trong một giờ, tại nhiều cuộc trò chuyện.\n"
        "Mã mời do người này gõ, tại bất cứ đâu, tạm không được nhận đến 08:30 ngày 11/01/2023." + TOLD
    ]
    assert "UBND phường Lê Lợi" in play.type("nhom/minh", f"dang ky {right}").replies[0].text


def test_a_group_that_has_not_joined_is_told_as_that(play: Play) -> None:
    for who in ("lan", "minh", "lan", "minh", "lan"):
        play.type(f"nhom/{who}", "dang ky AAAA2222")
    assert play.notices("noi-vu")[0].text.startswith("Một nhóm chat chưa tham gia (Web) đã gõ sai mã mời 5 lần")


def test_nobody_shakes_a_lock_off_by_being_forgotten(play: Play) -> None:
    right = play.invite("P-LL")
    for _ in range(5):
        play.type("lan", "dang ky AAAA2222")
    assert play.type("lan", "quen toi dong y").replies[0].text == LOCKED
    assert play.type("lan", f"dang ky {right}").replies[0].text == LOCKED
    play.now += timedelta(hours=1)
    assert play.type("lan", "quen toi dong y").replies[0].text.startswith("Đã xóa tên")


ANONYMOUS = (
    "Hệ thống phải ghi được tên người báo. Đề nghị đồng chí tắt chế độ ẩn danh, gửi lại bằng tài khoản của mình."
)


def work_of(play: Play) -> dict[str, object]:
    """Everything but what came in."""
    return {name: rows for name, rows in dump(play.conversation.store).items() if name != "received"}


def test_an_anonymous_administrator_is_refused_kindly_and_changes_nothing(play: Play) -> None:
    right = play.invite("P-LL")
    before = work_of(play)
    holds(play, f"nhom/an-danh: dang ky {right}\n{ANONYMOUS}")
    assert work_of(play) == before
    play.type("nhom/lan", f"dang ky {right}")
    before = work_of(play)
    for typed in ("khong phat sinh 12", "xong 1 3 tin", "viec", "tro giup", "ngon ngu en"):
        holds(play, f"nhom/an-danh: {typed}\n{ANONYMOUS}")
    assert play.type("nhom/an-danh", "chào cả nhà").replies == ()
    assert work_of(play) == before


def test_any_member_of_a_group_acts_for_the_unit_and_the_record_names_the_person(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    play.type("nhom/minh", "khong phat sinh 12")
    answer = play.type("nhom/lan", "viec 12").replies[0]
    assert "UBND phường Lê Lợi, quý I: đã báo không phát sinh" in answer.text
    receipt = play.type("nhom/lan", "khong phat sinh 13").replies[0].text
    assert "Người báo: đ/c Trần Thị Lan" in receipt
    undone = play.press("nhom/minh", "↩️ Báo nhầm việc 13").replies[0].text
    assert undone.startswith("Đã rút báo cáo")


REGISTERED = (
    "Trong nhóm, lệnh “{}” chỉ dành cho cán bộ đã đăng ký bằng tin nhắn riêng của đơn vị này hoặc của Phòng Nội"
    " vụ. Đề nghị đồng chí gõ trong tin nhắn riêng với hệ thống."
)


@pytest.mark.parametrize("typed", ["ngon ngu en", "dang ky", "quen toi"])
def test_settings_of_a_group_are_for_registered_officers(play: Play, typed: str) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    refused = REGISTERED.format(" ".join(typed.split()[:2]))
    assert [reply.text for reply in play.type("nhom/lan", typed).replies] == [refused]
    play.type("lan", f"dang ky {play.invite('VP')}")
    assert [reply.text for reply in play.type("nhom/lan", typed).replies] == [refused]
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    assert [reply.text for reply in play.type("nhom/minh", typed).replies] == [refused]
    assert [reply.text for reply in play.type("nhom/lan", typed).replies] != [refused]


def test_noi_vu_may_set_up_any_group(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    play.type("minh", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    holds(play, "nhom/minh: ngon ngu en\nFrom now on, messages to this chat are in English.")


def test_in_a_private_chat_settings_are_everybodys_own(play: Play) -> None:
    holds(play, "VP: ngon ngu en\nFrom now on, messages to this chat are in English.")


DECIDED = (
    "Trong nhóm, lệnh “{}” chỉ dành cho cán bộ đã đăng ký bằng tin nhắn riêng của Phòng Nội vụ. Đề nghị đồng chí"
    " gõ trong tin nhắn riêng đó, hoặc đăng ký trước."
)
# What changes nothing, and "moi", which tells no code in any group.
READS = {
    "moi", "cau hoi", "viec ngoai bang", "danh sach chat", "giao nhan", "nhat ky", "suc khoe",
}  # fmt: skip


def test_what_decides_for_noi_vu_is_known_of_each_of_its_commands() -> None:
    assert {
        command.name for command in COMMANDS if command.may == OFFICE and command.sense is not Sense.DECIDES
    } == READS


def test_in_noi_vu_s_own_group_only_its_registered_officers_decide(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    play.type("minh", f"dang ky {play.invite('NV')}")
    before = work_of(play)
    for typed in (
        "thong bao: mời họp",
        "trinh lanh dao",
        "don vi 3 thay KT",
        "dat han 2 28/04/2023",
        "ban giao P-QT P-LL",
    ):
        name = next(command.name for command in COMMANDS if typed.startswith(command.name))
        for person in ("lan", "minh"):
            assert [one.text for one in play.type(f"nhom/{person}", typed).replies] == [DECIDED.format(name)]
    assert work_of(play) == before
    assert "nhat ky" in play.type("nhom/minh", "tro giup").replies[0].text
    play.type("minh", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    assert "CHƯA GỬI" in [one.title for one in play.type("nhom/minh", "thong bao: mời họp").replies]


def lines_of(play: Play, subject: str, done: str) -> list[tuple[dict[str, object], dict[str, object]]]:
    """What was before and after, by each line of the record about this."""
    with play.conversation.store.transaction() as session:
        rows = session.exec(select(Change).where(Change.subject == subject, Change.action == done).order_by(Change.id))  # type: ignore[arg-type]  # a column
        return [(row.before, row.after) for row in rows]


def test_a_change_of_language_is_on_record(play: Play) -> None:
    play.type("VP", "ngon ngu en")
    play.type("VP", "language vi")
    assert lines_of(play, "address", "set_language") == [
        ({"locale": None}, {"locale": "en"}),
        ({"locale": "en"}, {"locale": "vi"}),
    ]


def test_a_chat_that_is_lost_found_and_moved_is_on_record(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        addressing.mark_unreachable(session, "local", "VP", "blocked", play.now)
        addressing.mark_unreachable(session, "local", "VP", "blocked", play.now)
        addressing.move_chat(session, "local", "VP", "VP-2", play.now)
    play.type("VP-2", "viec")
    lost = {"reason": "blocked"}
    assert {done: lines_of(play, "address", done) for done in ("lose_chat", "move_chat", "find_chat")} == {
        "lose_chat": [({}, lost)],
        "move_chat": [({"chat": "VP"}, {"chat": "VP-2"})],
        "find_chat": [(lost, {})],
    }
