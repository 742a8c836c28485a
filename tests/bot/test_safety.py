"""Who is heard and what is kept: lockout, anonymous speakers, settings in groups, marked secrets."""

from datetime import timedelta

import pytest
from sqlmodel import select

from data.model import Confirmation, Received, Role
from data.outbox import Outgoing
from tests.bot.dialogues import Play, holds
from tests.building import dump

WRONG = "Mã mời không đúng hoặc đã được sử dụng. Đề nghị đồng chí liên hệ Phòng Nội vụ để nhận mã mới."
LOCKED = "Mã mời đã bị gõ sai nhiều lần. Đề nghị đồng chí thử lại sau một giờ hoặc liên hệ Phòng Nội vụ."


def test_five_wrong_codes_lock_the_person_out_and_noi_vu_hears_once(play: Play) -> None:
    right = play.invite("P-LL")
    holds(
        play,
        f"""
@ 2023-01-12 09:00
lan: dang ky AAAA2222
{WRONG}
@ 2023-01-12 09:10
nhom/lan: dang ky AAAA3333
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
nhom/lan: dang ky {right}
{LOCKED}
@ 2023-01-12 10:39
lan: dang ky AAAA7777
{LOCKED}
""",
    )
    (told,) = play.notices("noi-vu")
    assert told == Outgoing(
        "NHẬP SAI MÃ MỜI",
        "Tài khoản “Trần Thị Lan” (Local) đã nhập sai mã mời 5 lần trong một giờ. Hệ thống tạm không nhận mã từ tài"
        " khoản này đến 10:40 ngày 12/01/2023.\n"
        "Nếu đây là cán bộ đầu mối của đơn vị, đề nghị đồng chí cấp mã mới để đăng ký sau thời điểm đó.",
    )
    play.now += timedelta(minutes=1)
    assert "UBND phường Lê Lợi" in play.type("lan", f"dang ky {right}").replies[0].text
    assert len(play.notices("noi-vu")) == 1


def test_others_are_not_locked_out_with_them(play: Play) -> None:
    right = play.invite("P-LL")
    for _ in range(5):
        play.type("nhom/lan", "dang ky AAAA2222")
    assert "UBND phường Lê Lợi" in play.type("nhom/minh", f"dang ky {right}").replies[0].text


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
    "Trong nhóm, lệnh “{}” chỉ dành cho cán bộ đã đăng ký bằng cuộc trò chuyện riêng của đơn vị này hoặc của Phòng Nội"
    " vụ. Đề nghị đồng chí gõ trong cuộc trò chuyện riêng với hệ thống."
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
    holds(play, "nhom/minh: ngon ngu en\nFrom now on this chat is written to in English.")


def test_in_a_private_chat_settings_are_everybodys_own(play: Play) -> None:
    holds(play, "VP: ngon ngu en\nFrom now on this chat is written to in English.")


SECRET = (
    "Hệ thống không tiếp nhận nội dung mang dấu MẬT, TỐI MẬT, TUYỆT MẬT; tin của đồng chí không được lưu. Đề nghị đồng"
    " chí xóa tin khỏi cuộc trò chuyện này và gửi văn bản theo quy định về bảo vệ bí mật nhà nước."
)


def test_what_is_marked_as_a_state_secret_is_refused_and_stored_nowhere(play: Play) -> None:
    before = work_of(play)
    for chat in ("VP", "noi-vu", "stranger"):
        holds(play, f"{chat}: xong 10 văn bản MẬT số 05/BC-VP\n{SECRET}")
    holds(play, f"VP: TUYỆT MẬT: phương án số 2\n{SECRET}")
    assert work_of(play) == before
    assert not any(trace in repr(dump(play.conversation.store)) for trace in ("05/BC-VP", "phương án", "ph\\u01b0"))


def test_while_it_waits_to_be_answered_a_marked_text_is_not_kept_either(play: Play) -> None:
    play.type("VP", "xong 10 văn bản MẬT số 05/BC-VP")
    with play.conversation.store.transaction() as session:
        for row in session.exec(select(Received)).all():
            row.handled_at, row.content = None, KEPT
    (again,) = play.conversation.resume(play.now)
    assert [reply.text for reply in again[1].replies] == [SECRET]


KEPT = {
    "chat_id": "VP", "user_id": "user-VP", "name": "", "is_group": False, "text": "", "occurrence_id": None,
    "tapped": None, "other": "marked",
}  # fmt: skip


def test_words_that_only_look_like_the_mark_are_taken(play: Play) -> None:
    play.type("VP", "xong 10 tập huấn bảo mật, đổi mật khẩu")
    with play.conversation.store.transaction() as session:
        notes = [row.note for row in session.exec(select(Confirmation)).all()]
    assert notes == ["tập huấn bảo mật, đổi mật khẩu"]


def test_in_a_group_marked_talk_that_is_no_command_is_not_stored_and_not_answered(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    assert play.type("nhom/lan", "gửi anh văn bản MẬT số 7").replies == ()
    holds(play, f"nhom/lan: xong 1 văn bản MẬT số 7\n{SECRET}")
