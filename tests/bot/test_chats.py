"""Nội vụ looks after chats: who has joined, one-time codes told in private, chats taken off their unit."""

import re

from sqlmodel import select

from data.kinds import Role
from data.model import Address, Change
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes

CODE = re.compile(r"dang ky ([2-9A-Z]{8})$", re.MULTILINE)


# What a leader orders is for Nội vụ to do.
PASSED_ON = "Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu "


def test_only_noi_vu_looks_after_chats(play: Play) -> None:
    for chat in ("VP", "VHTT", "lanh-dao"):
        for typed in ("danh sach chat", "moi P-LL", "go lien ket P-LL"):
            (said,) = play.type(chat, typed).replies
            offered = chat == "lanh-dao" and typed != "danh sach chat"
            assert said.text.startswith(PASSED_ON) if offered else "không dùng tại cuộc trò chuyện này" in said.text


def test_who_has_joined(play: Play) -> None:
    play.type("truong-phong", f"dang ky {play.invite('VP', Role.HEAD)}")
    play.type("nhom/lan", f"dang ky {play.invite('VP')}")
    with play.conversation.store.transaction() as session:
        (group,) = session.exec(select(Address).where(Address.chat_id == "nhom"))
        group.unreachable_at, group.unreachable_reason = play.now, "kicked"
        session.add(group)
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: danh sach chat VP, P-LL
TÀI KHOẢN, NHÓM ĐÃ KẾT NỐI – Thứ Năm, 12/01/2023
• Văn phòng HĐND-UBND thành phố (VP):
  1. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
  2. Web, trò chuyện riêng với đ/c Nguyễn Văn A, thủ trưởng đơn vị, từ 11/01/2023
  3. Web, nhóm, cán bộ đầu mối, từ 11/01/2023, không gửi được (hệ thống đã bị đưa ra khỏi nhóm)
• UBND phường Lê Lợi (P-LL): 1. Web, trò chuyện riêng, cán bộ đầu mối, từ 11/01/2023
""",
    )


def test_units_without_a_chat_are_named_with_their_codes(play: Play) -> None:
    play.type("noi-vu", "go lien ket P-LL")
    play.type("noi-vu", "go lien ket X-TN")
    (said,) = play.type("noi-vu", "danh sach chat").replies
    assert said.text.splitlines()[-2:] == [
        "Chưa có cuộc trò chuyện: UBND phường Lê Lợi (P-LL), UBND xã Trung Nghĩa (X-TN)",
        "Để mời đơn vị tham gia, gõ: moi P-LL",
    ]


def test_a_code_joins_a_chat_in_the_role_it_is_for(play: Play) -> None:
    for typed, role in (
        ("moi P-LL", Role.OFFICER),
        ("mời phường Lê Lợi", Role.OFFICER),
        ("moi P-LL can bo", Role.OFFICER),
        ("moi P-LL thủ trưởng", Role.HEAD),
        ("moi lanh dao", Role.LEADER),
        ("mời lãnh đạo", Role.LEADER),
        ("moi UBND thành phố lãnh đạo", Role.LEADER),
    ):
        (said,) = play.type("noi-vu", typed).replies
        (code,) = CODE.findall(said.text)
        chat = f"chat {typed}"
        play.type(chat, f"dang ky {code}")
        with play.conversation.store.transaction() as session:
            (address,) = session.exec(select(Address).where(Address.chat_id == chat))
        assert address.role is role


def test_the_words_around_a_code(play: Play) -> None:
    (said,) = play.type("noi-vu", "moi P-LL thu truong").replies
    assert CODE.sub("dang ky MA-MOI", said.text) == (
        "Mã mời cho UBND phường Lê Lợi, vai trò: thủ trưởng đơn vị.\n"
        "Đề nghị đồng chí thủ trưởng đơn vị gõ trong tin nhắn riêng: dang ky MA-MOI\n"
        "Mã dùng được một lần, đến 07:30 ngày 18/01/2023, và không hiển thị lại."
    )


def test_noi_vu_invites_a_leader_but_nobody_to_its_own_role(play: Play) -> None:
    (said,) = play.type("noi-vu", "moi lanh dao").replies
    (code,) = CODE.findall(said.text)
    assert said.text.replace(code, "MA-MOI") == (
        "Mã mời cho Ủy ban nhân dân thành phố Hưng Yên, vai trò: lãnh đạo.\n"
        "Đề nghị đồng chí lãnh đạo gõ trong tin nhắn riêng: dang ky MA-MOI\n"
        "Mã dùng được một lần, đến 07:30 ngày 18/01/2023, và không hiển thị lại."
    )
    welcome = play.type("lan", f"dang ky {code}").replies[0].text
    assert welcome.startswith(
        "Đã kết nối cuộc trò chuyện này với Ủy ban nhân dân thành phố Hưng Yên, vai trò: lãnh đạo."
    )
    assert play.type("lan", "don doc qua han").replies[0].text.startswith(PASSED_ON)
    refused = (
        "Mã mời cho vai trò theo dõi, đôn đốc Kế hoạch do người quản trị hệ thống cấp, không cấp trong cuộc trò chuyện:"
        " nhacviec invite NV --role coordinator"
    )
    for typed in ("moi NV theo doi", "moi theo doi", "mời Phòng Nội vụ điều phối", "invite NV coordinator"):
        assert play.type("noi-vu", typed).replies[0].text == refused


def test_the_record_knows_who_invited_but_not_the_code(play: Play) -> None:
    (said,) = play.type("noi-vu", "moi P-LL").replies
    (code,) = CODE.findall(said.text)
    with play.conversation.store.transaction() as session:
        changes = [change.model_dump_json() for change in session.exec(select(Change))]
    assert ([one for one in changes if code in one], sum('"invite"' in one for one in changes)) == ([], 1)


def test_a_code_is_not_told_in_a_group(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        (office,) = session.exec(select(Address).where(Address.chat_id == "noi-vu"))
        office.is_group = True
        session.add(office)
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu/user: moi P-LL
Mã mời chỉ được báo trong tin nhắn riêng. Đề nghị đồng chí gõ lệnh này trong tin nhắn riêng với hệ thống.
""",
    )


def test_who_is_not_invited(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: moi
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: moi P-LL · moi P-LL thu truong
noi-vu: moi P-L
Không có đơn vị P-L, có thể là: P-LS, P-LL.
noi-vu: moi XYZ
Không có đơn vị XYZ. Xem mã đơn vị: danh sach chat
noi-vu: moi P-LL lanh dao
Mã mời dành cho cán bộ hoặc thủ trưởng đơn vị: moi P-LL can bo · moi P-LL thu truong. Cho lãnh đạo: moi lanh dao
noi-vu: ban giao P-QT P-LL dong y
Đã bàn giao công việc của UBND phường Quang Trung cho UBND phường Lê Lợi:
• 4 việc chủ trì
• 3 lượt báo kết quả UBND phường Lê Lợi cũng đang chủ trì: chỉ báo một lần
• 8 việc phối hợp
• 1 cuộc trò chuyện: chuyển thành của UBND phường Lê Lợi
Đã gửi thông báo đến các đơn vị.
""",
    )


def test_a_chat_is_taken_off_its_unit(play: Play) -> None:
    play.type("chat-hai", f"dang ky {play.invite('P-LL')}")
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: go lien ket
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: go lien ket P-LL 1
noi-vu: go lien ket P-LL
UBND phường Lê Lợi có các cuộc trò chuyện số: 1, 2. Đề nghị ghi rõ số, ví dụ: go lien ket P-LL 1
noi-vu: go lien ket P-LL 3
UBND phường Lê Lợi có các cuộc trò chuyện số: 1, 2. Đề nghị ghi rõ số, ví dụ: go lien ket P-LL 1
noi-vu: go lien ket P-LL 1
Đã gỡ liên kết với UBND phường Lê Lợi: Web, trò chuyện riêng, cán bộ đầu mối.
Đã gửi thông báo đến cuộc trò chuyện đó. Để mời lại, gõ: moi P-LL
noi-vu: danh sach chat P-LL
TÀI KHOẢN, NHÓM ĐÃ KẾT NỐI – Thứ Năm, 12/01/2023
• UBND phường Lê Lợi (P-LL): 2. Web, trò chuyện riêng với đ/c Nguyễn Văn A, cán bộ đầu mối, từ 11/01/2023
noi-vu: go lien ket P-LL 1
UBND phường Lê Lợi có các cuộc trò chuyện số: 2. Đề nghị ghi rõ số, ví dụ: go lien ket P-LL 1
noi-vu: go lien ket P-LL
Đã gỡ liên kết với UBND phường Lê Lợi: Web, trò chuyện riêng với đ/c Nguyễn Văn A, cán bộ đầu mối.
Đã gửi thông báo đến cuộc trò chuyện đó. Để mời lại, gõ: moi P-LL
noi-vu: go lien ket P-LL
UBND phường Lê Lợi chưa có cuộc trò chuyện nào. Để mời, gõ: moi P-LL
noi-vu: go lien ket NV 1
Đây là cuộc trò chuyện đồng chí đang dùng. Đề nghị gỡ liên kết từ một cuộc trò chuyện khác của Phòng Nội vụ.
""",
    )


async def test_the_chat_taken_off_is_told_and_hears_nothing_more(play: Play) -> None:
    play.type("chat-hai", f"dang ky {play.invite('P-LL')}")
    play.type("noi-vu", "go lien ket P-LL 1")
    channel = await passes(play, "2023-01-11", "2023-03-07")
    told = (
        "THÔNG BÁO CỦA PHÒNG NỘI VỤ\n"
        "Phòng Nội vụ đã gỡ liên kết giữa cuộc trò chuyện này và UBND phường Lê Lợi."
        " Hệ thống không gửi tin nhắc của đơn vị tại đây nữa.\n"
        "Nếu có nhầm lẫn, đề nghị đồng chí liên hệ Phòng Nội vụ để nhận mã mời mới.\n"
        "Trân trọng cảm ơn sự phối hợp của đồng chí."
    )
    assert heard_in(channel, "P-LL") == [told]
    assert len(heard_in(channel, "chat-hai")) == 2


async def test_what_a_chat_was_about_to_hear_is_heard_by_the_next_one(play: Play) -> None:
    play.type("noi-vu", "go lien ket P-LL")
    play.type("chat-hai", f"dang ky {play.invite('P-LL')}")
    channel = await passes(play, "2023-01-11")
    assert [words.splitlines()[1] for words in heard_in(channel, "chat-hai")] == ["Kính gửi: UBND phường Lê Lợi"]


def test_members_of_a_group_may_say_moi_and_thong_bao_to_one_another(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    for talk in ("Mọi người ơi, chiều nay họp nhé", "Thông báo: mai nghỉ", "mời anh chị dự họp"):
        assert play.type("nhom/minh", talk).replies == ()
    (said,) = play.type("nhom/minh", "/thong_bao mai nghỉ").replies
    assert "không dùng tại cuộc trò chuyện này" in said.text
