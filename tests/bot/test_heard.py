"""What is said to the service in other ways than a fresh line: changed, forwarded, called out in a group, added."""

import pytest

from bot.talk import ADDED, ADDED_HALF_DEAF
from tests.bot.dialogues import Play

NOT_TAKEN = (
    "Tin đã được tiếp nhận theo nội dung gửi lần đầu; nội dung sửa sau đó không được ghi nhận.\n"
    "Để điều chỉnh, đề nghị đồng chí gửi tin mới; để rút báo cáo, gõ: bao nham 12"
)
CALLED = "Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ một trong các lệnh: /viec · /xong 10 · /tro_giup"
ASKED = "Chưa ghi nhận gì. Có phải ý đồng chí là:"
REPORTED = "Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12"


def said(play: Play, chat: str, text: str, **more: object) -> str:
    return "\n---\n".join(reply.text for reply in play.type(chat, text, **more).replies)


@pytest.fixture
def group(play: Play) -> Play:
    """With a group that speaks for VP."""
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    return play


def test_what_was_not_understood_may_be_changed_into_what_is(play: Play) -> None:
    assert said(play, "VP", "bcde 12 3 tin", message="7").startswith("Việc nào?")
    assert said(play, "VP", "xong 12 3 tin", message="7", edited=True).startswith(REPORTED)
    assert said(play, "VP", "xong 13 3 tin", message="7", edited=True) == NOT_TAKEN


def test_what_was_refused_may_be_changed_too(play: Play) -> None:
    assert said(play, "VP", "xong 99 3 tin", message="7").startswith("Kế hoạch không có việc 99.")
    assert said(play, "VP", "xong 12 3 tin", message="7", edited=True).startswith(REPORTED)


def test_what_was_only_asked_about_may_be_changed_too(play: Play) -> None:
    asked = said(play, "VP", "xong 10 nhưng chưa ký", message="7")
    assert asked.startswith(ASKED)
    done = said(play, "VP", "xong 10 số 15/KH-VP", message="7", edited=True)
    assert done.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    corrected = said(play, "VP", "xong 10 số 16/KH-VP", message="7", edited=True)
    assert corrected.startswith("Đã sửa báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10 theo tin vừa sửa.")


def test_what_was_acted_on_is_not_changed_by_a_change_to_something_else(play: Play) -> None:
    said(play, "VP", "xong 12 3 tin", message="7")
    assert said(play, "VP", "gia han 12 20/3 chờ ý kiến", message="7", edited=True) == NOT_TAKEN
    assert "3 tin" in said(play, "noi-vu", "tinh hinh 12 VP")
    assert said(play, "noi-vu", "xong 12 5 tin", message="7", edited=True).startswith("Đã ghi nhận Phòng Nội vụ")


def test_in_a_group_a_change_counts_where_it_is_said_to_us(group: Play) -> None:
    assert said(group, "nhom/lan", "xogn 12", message="7") == ""
    assert said(group, "nhom/lan", "xong 12", message="7", edited=True) == ""
    assert said(group, "nhom/lan", "xong 12", message="7", edited=True, addressed=True).startswith(REPORTED)


def test_a_forwarded_report_is_asked_about(play: Play) -> None:
    assert said(play, "VP", "xong 12 3 tin", forwarded=True) == (
        f"{ASKED}\n"
        "1. Báo hoàn thành việc 12 (3 tin): Tuyên truyền đầy mạnh ứng dụng CNTT…\n"
        "2. Không phải, để gõ lại\nĐề nghị trả lời bằng số thứ tự."
    )
    assert said(play, "VP", "bao nham 12") == "Việc 12 chưa có báo cáo nào để rút lại."
    said(play, "VP", "xong 12 3 tin", forwarded=True)
    assert said(play, "VP", "1").startswith(REPORTED)
    assert ASKED not in said(play, "VP", "viec 12", forwarded=True)


@pytest.mark.parametrize("text", ["/bcde 1", "cái bàn này đẹp quá", "ơi mưa to quá"])
def test_who_speaks_to_us_in_a_group_and_is_not_understood_is_helped_once(group: Play, text: str) -> None:
    assert said(group, "nhom/lan", text, addressed=True) == CALLED
    assert said(group, "nhom/lan", text, addressed=True) == ""
    assert said(group, "nhom/minh", text, addressed=True) == CALLED
    group.script("@ 2023-01-11 07:40")
    assert said(group, "nhom/lan", text, addressed=True) == CALLED


@pytest.mark.parametrize("text", ["cảm ơn em", "vâng ạ", "ok"])
def test_thanks_want_no_answer(group: Play, text: str) -> None:
    assert "Hệ thống chưa hiểu" not in said(group, "nhom/lan", text, addressed=True)


def test_a_voice_message_in_answer_to_us_is_told_what_can_be_read(group: Play) -> None:
    assert said(group, "nhom/lan", "", other="voice", addressed=True).startswith("Hệ thống chưa đọc được tin thoại.")
    assert said(group, "nhom/lan", "", other="voice") == ""
    assert said(group, "nhom/lan", "", other="sticker", addressed=True) == ""


def test_a_group_that_has_not_joined_hears_how_to_join(play: Play) -> None:
    assert said(play, "nhom/lan", "/bcde", addressed=True).startswith("Đây là hệ thống nhắc việc")
    assert said(play, "nhom/lan", "", other=ADDED) == (
        "Để kết nối, đề nghị đồng chí gõ mã mời do Phòng Nội vụ cấp, ví dụ: /dang_ky ABCD2345"
    )


@pytest.mark.parametrize(("other", "lines"), [(ADDED, 1), (ADDED_HALF_DEAF, 3)])
def test_a_group_that_has_joined_hears_for_whom_it_speaks(group: Play, other: str, lines: int) -> None:
    told = said(group, "nhom/lan", "", other=other).splitlines()
    assert len(told) == lines
    assert told[-1] == "Nhóm này đang kết nối với: Văn phòng HĐND-UBND thành phố (cán bộ đầu mối)."


def test_a_message_without_words_is_helped(play: Play) -> None:
    assert [said(play, "VP", blank) for blank in ("", " \n ")] == [said(play, "VP", "tro giup")] * 2


def test_a_no_is_heard_as_long_as_something_is_asked(play: Play) -> None:
    assert said(play, "VP", "việc 10 xong rồi nhé").startswith(ASKED)
    assert said(play, "VP", "không") == "Đã rõ, không thay đổi gì."
    assert said(play, "VP", "không").startswith("Vâng. Khi cần đến hệ thống nhắc việc")


def test_who_does_not_show_their_name_is_told_so_only_where_something_is_meant(group: Play) -> None:
    nameless = said(group, "nhom/an-danh", "xong 10")
    assert nameless.startswith("Hệ thống phải ghi được tên người báo.")
    assert said(group, "nhom/an-danh", "việc 10 xong rồi nhé", addressed=True) == nameless
    assert said(group, "nhom/an-danh", "hôm nay trời đẹp quá", addressed=True) == CALLED
