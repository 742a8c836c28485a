"""Codes for several units at once, for a unit's head, for all that have not joined; a meeting is no invitation."""

import re

from data.people import addressing
from tests.bot.dialogues import Play, holds

CODE = re.compile(r"dang ky ([A-Z2-9]{8})")


def leaves(play: Play, *chats: str) -> None:
    """Chats leave their units, which have no other."""
    with play.conversation.store.transaction() as session:
        for chat in chats:
            for address in addressing.addresses_of(session, "local", chat):
                address.left_at = play.now
                session.add(address)


def test_several_units_get_a_code_each(play: Play) -> None:
    (said,) = play.type("noi-vu", "moi P-LL, X-TN").replies
    assert CODE.sub("dang ky …", said.text) == (
        "Mã mời; đề nghị từng đơn vị gõ trong cuộc trò chuyện của mình:\n"
        "• UBND phường Lê Lợi: dang ky …\n"
        "• UBND xã Trung Nghĩa: dang ky …\n"
        "Mỗi mã dùng một lần, đến 07:30 ngày 18/01/2023. Mã không hiện lại."
    )
    first, second = CODE.findall(said.text)
    assert (
        play.type("lan", f"dang ky {second}")
        .replies[0]
        .text.startswith("Đã kết nối cuộc trò chuyện này với UBND xã Trung Nghĩa")
    )
    assert first != second


def test_of_a_group_or_of_all_those_that_have_not_joined_get_one_with_a_yes(play: Play) -> None:
    leaves(play, "P-LL", "X-TN", "KT")
    holds(
        play,
        """
noi-vu: moi phuong xa
Cấp mã mời cho 2 đơn vị chưa tham gia: UBND phường Lê Lợi, UBND xã Trung Nghĩa?
1. Cấp mã
Đề nghị trả lời bằng số thứ tự.
[1. Cấp mã]
noi-vu: mời tất cả các đơn vị chưa tham gia trừ X-TN
Cấp mã mời cho 2 đơn vị chưa tham gia: Phòng Kinh tế, UBND phường Lê Lợi?
1. Cấp mã
Đề nghị trả lời bằng số thứ tự.
[1. Cấp mã]
""",
    )
    assert len(CODE.findall(play.type("noi-vu", "1").replies[0].text)) == 2
    assert play.type("noi-vu", "moi phong ban").replies[0].choices[0].act.typed == "moi phong ban don vi dong y"


def test_the_head_may_be_named_before_the_unit(play: Play) -> None:
    (said,) = play.type("noi-vu", "moi chu tich phuong Le Loi tham gia").replies
    assert said.text.startswith("Mã mời cho UBND phường Lê Lợi, vai trò: thủ trưởng đơn vị.")


def test_who_is_asked_to_a_meeting_is_told_so_in_words(play: Play) -> None:
    assert play.type("noi-vu", "mời họp các phường").replies[0].text.startswith("Đề nghị đồng chí ghi thêm nội dung")
    (said,) = play.type("noi-vu", "mời họp giao ban 8h thứ 6 tới các phường, xã").replies
    assert (said.title, "“mời họp giao ban 8h thứ 6”" in said.text) == ("CHƯA GỬI", True)
