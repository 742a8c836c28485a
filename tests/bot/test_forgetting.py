"""A person who wants to be forgotten: asked once more, erased everywhere, while the record of the work stays."""

from datetime import timedelta

import pytest
from sqlmodel import select

from data.kinds import Role
from data.model import Change, Confirmation, Officer
from data.people import addressing, chats, persons, registering
from data.store import Store
from data.talk import Outgoing, Speaker
from data.words import fold
from tests.bot.dialogues import Play, holds
from tests.building import SWITCHED_ON, dump, join, office, say_answers, speaker

ASKED = """\
Hệ thống sẽ xóa tên, mã tài khoản và kết nối tin nhắn riêng của đồng chí; không gửi tin nhắc việc vào đó nữa.
Báo cáo đồng chí đã gửi, kèm ghi chú, minh chứng, cùng nhật ký thay đổi vẫn được giữ, không ghi tên đồng chí.
Để xác nhận, gõ: quen toi dong y
[Xóa thông tin của tôi]"""
ERASED = """\
Đã xóa tên, mã tài khoản và kết nối tin nhắn riêng của đồng chí.
Giữ lại 1 báo cáo của đơn vị, không ghi tên người báo.
Trong nội dung đã ghi trước đây, họ tên đồng chí và tên gọi đứng sau “đ/c”, “anh”, “chị”… đã được che. Nếu còn cách gọi khác, đề nghị đồng chí báo Phòng Nội vụ.
Khi cần dùng lại, đề nghị đồng chí liên hệ Phòng Nội vụ để được cấp mã mời mới."""
STRANGER = (
    "Cuộc trò chuyện này chưa được kết nối với đơn vị nào. Đề nghị đồng chí gõ mã mời do Phòng Nội vụ cấp, ví dụ:"
    " dang ky ABCD2345"
)


def kept(play: Play) -> str:
    say_answers(play.conversation.store, "local", play.now)
    return repr(dump(play.conversation.store, answers=True))


@pytest.mark.parametrize("yes", ["lan: quen toi dong y", "lan: Quên tôi, đồng ý", "lan [Xóa thông tin của tôi]"])
def test_to_be_forgotten_one_is_asked_and_then_erased(play: Play, yes: str) -> None:
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", "khong phat sinh 12")
    holds(play, f"lan: quen toi\n{ASKED}\n{yes}\n{ERASED}\nlan: viec\n{STRANGER}")
    with play.conversation.store.transaction() as session:
        (report,) = session.exec(select(Confirmation)).all()
        assert session.get_one(Officer, report.officer_id).name == ""


def test_nothing_points_to_the_person_any_more(play: Play) -> None:
    play.type("lan", "dang ky AAAA2222")
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", "khong phat sinh 12")
    assert all(trace in kept(play) for trace in ("Trần Thị Lan", "user-lan", "'lan'"))
    play.type("lan", "quen toi dong y")
    assert [trace for trace in ("Trần Thị Lan", "user-lan", "'lan'", '"lan"') if trace in kept(play)] == []


def test_the_trail_of_changes_stays_with_the_same_stand_in(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", "khong phat sinh 12")
    play.type("lan", "quen toi dong y")
    with play.conversation.store.transaction() as session:
        changes = session.exec(select(Change).where(Change.officer_id != None).order_by(Change.id)).all()  # type: ignore[arg-type]  # noqa: E711 - SQL's own null
        assert [change.action for change in changes] == ["join", "confirm", "forget"]
        assert len({change.officer_id for change in changes}) == 1


def test_the_report_no_longer_names_anybody(play: Play) -> None:
    play.type("nhom/minh", f"dang ky {play.invite('P-LL')}")
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("nhom/lan", "khong phat sinh 12")
    play.type("lan", "quen toi dong y")
    answer = play.type("nhom/minh", "viec 12").replies[0].text
    assert "UBND phường Lê Lợi, quý I: đã báo" in answer
    assert "Lan" not in answer


ANOTHERS = "Nút này dành cho người đã gõ lệnh. Nếu đồng chí cũng cần, gõ: quen toi"


def test_in_a_group_the_button_erases_nobody_but_who_asked(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    for person in ("lan", "minh"):
        play.type(person, f"dang ky {play.invite('P-LL')}")
    holds(play, f"nhom/lan: quen toi\n{ASKED}")
    asked = play.buttons["nhom"]
    holds(play, f"nhom/minh [Xóa thông tin của tôi]\n{ANOTHERS}")
    assert all(trace in kept(play) for trace in ("Trần Thị Lan", "Lê Văn Minh"))
    play.buttons["nhom"] = asked
    play.press("nhom/lan", "Xóa thông tin của tôi")
    assert ("Trần Thị Lan" in kept(play), "Lê Văn Minh" in kept(play)) == (False, True)


def test_the_name_goes_out_of_what_was_written_by_anybody(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('VP')}")
    play.type("lan", "xong 10 số 12/KH-VP, tran thi lan trình ký")
    play.type("noi-vu", "tra lai 10 VP đề nghị đ/c Trần Thị  LAN bổ sung chữ ký")
    play.type("VP", "gia han 10 15/02/2023 ly do Trần Thị Lan nghỉ ốm")
    play.type("noi-vu", "thong bao VP: mời đồng chí TRẦN THỊ LAN họp")
    play.type("lan", "quen toi dong y")
    written = [row for row in kept(play).split("(") if fold("Trần Thị Lan") in fold(row)]
    assert written == []


def test_a_name_from_before_goes_too(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('VP')}")
    play.type("lan", "xong 10 số 12/KH-VP, Trần Thị Lan trình ký")
    with play.conversation.store.transaction() as session:
        persons.officer_of(session, Speaker("local", "lan", "user-lan", "Lan xinh đẹp"))
    play.type("lan", "quen toi dong y")
    assert [name for name in ("Trần Thị Lan", "Lan xinh đẹp") if name in kept(play)] == []


def test_the_record_says_that_a_person_did_it_and_was_erased(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('VP')}")
    play.now += timedelta(hours=2)
    play.type("lan", "xong 10 số 12/KH-VP")
    play.type("lan", "quen toi dong y")
    (said,) = play.type("noi-vu", "nhat ky 10").replies
    assert said.text.splitlines()[-1] == (
        "• 09:30 ngày 11/01/2023, một cán bộ (đã xóa thông tin): báo kết quả – Văn phòng HĐND-UBND thành phố"
        " (chưa báo → đã báo; văn bản số 12/KH-VP)"
    )


LAST = (
    "Đây là cuộc trò chuyện cuối cùng của Phòng Nội vụ: sau khi xóa, vướng mắc và đề nghị của các đơn vị chưa có nơi"
    " nhận, cho đến khi Phòng Nội vụ đăng ký cuộc trò chuyện khác bằng mã do quản trị hệ thống cấp."
)


def test_the_last_of_noi_vu_is_warned_before_it_leaves(play: Play) -> None:
    assert LAST in play.type("noi-vu", "quen toi").replies[0].text
    play.type("lan", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    assert [LAST in play.type(chat, "quen toi").replies[0].text for chat in ("noi-vu", "lan")] == [False, False]
    play.type("lan", "quen toi dong y")
    assert LAST in play.type("noi-vu", "quen toi").replies[0].text


def test_noi_vu_hears_of_a_unit_that_has_no_chat_left(play: Play) -> None:
    holds(play, f"@ 2023-01-12 09:00\nVP: quen toi dong y\n{ERASED.replace(GIVEN, '')}")
    assert play.notices("noi-vu") == [
        Outgoing(
            "ĐƠN VỊ CHƯA CÓ ĐẦU MỐI",
            "Cán bộ đầu mối đã xóa thông tin cá nhân. Hiện không còn cuộc trò chuyện nào nhận tin nhắc việc của:"
            " Văn phòng HĐND-UBND thành phố.\n"
            "Đề nghị cấp mã mời mới cho đơn vị.",
        )
    ]


GIVEN = "Giữ lại 1 báo cáo của đơn vị, không ghi tên người báo.\n"


def test_a_unit_with_a_group_chat_is_not_reported(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", "quen toi dong y")
    assert play.notices("noi-vu") == []


def test_of_a_stranger_nothing_is_kept_and_nothing_is_begun(play: Play) -> None:
    before = {name: rows for name, rows in dump(play.conversation.store).items() if name != "received"}
    holds(play, "stranger: quen toi\nHệ thống không lưu thông tin nào của đồng chí.")
    holds(play, "stranger: quen toi dong y\nHệ thống không lưu thông tin nào của đồng chí.")
    assert {name: rows for name, rows in dump(play.conversation.store).items() if name != "received"} == before


def test_one_who_was_forgotten_may_come_back_as_somebody_new(play: Play) -> None:
    play.type("lan", f"dang ky {play.invite('P-LL')}")
    play.type("lan", "quen toi dong y")
    assert "UBND phường Lê Lợi" in play.type("lan", f"dang ky {play.invite('P-LL')}").replies[0].text


def test_a_person_of_several_chats_leaves_all_private_ones_and_no_group(store: Store) -> None:
    office(store)
    for chat, unit in (("lan-1", "VP"), ("lan-2", "VP"), ("lan-2", "KT")):
        with store.transaction() as session:
            code = chats.new_code(
                session, registering.unit_by_code(session, unit), Role.OFFICER, SWITCHED_ON, timedelta(1)
            )
            chats.join(session, code, speaker(chat, "lan"), SWITCHED_ON)
    join(store, "P-LL", "group", is_group=True)
    with store.transaction() as session:
        officer = persons.known(session, "chat", "lan")
        assert officer is not None
        units = tuple(registering.unit_by_code(session, code).id or 0 for code in ("VP", "KT"))
        assert persons.forget(session, officer, SWITCHED_ON) == persons.Forgotten(2, 0, units)
    with store.transaction() as session:
        live = {address.chat_id for address in addressing.live_addresses(session, (Role.OFFICER,))}
        assert (live, persons.known(session, "chat", "lan")) == ({"group"}, None)
