"""Plain words that begin like a command of others: read as plain words, never refused as that command."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.command import DRAFTER
from bot.commands import COMMANDS
from data.kinds import Role
from data.model import Confirmation
from tests.bot.dialogues import Play, holds

# The roles that owe work, or hear of it, and a chat of each; a head's joins first.
CHATS = {Role.OFFICER: "VP", DRAFTER: "VHTT", Role.HEAD: "head", Role.LEADER: "lanh-dao"}
REFUSED = "không dùng tại cuộc trò chuyện này"
# A plain sentence around the first words of a command; what is behind them names a task that the chat leads.
SENTENCES = {Role.OFFICER: "{} việc 10 đã xong ạ", DRAFTER: "{} việc 5 đã xong ạ"}


def reported(play: Play) -> list[str]:
    with play.conversation.store.transaction() as session:
        return list(session.exec(select(Confirmation.note)))


@pytest.mark.parametrize("role", SENTENCES)
def test_a_sentence_that_begins_like_a_command_of_others_is_read_as_one_or_refused_and_reports_nothing(
    play: Play, role: str
) -> None:
    """Refused are the words that it begins with, and not those of another command."""
    said = {}
    for command in COMMANDS:
        if command.may is not None and Role.OFFICER not in command.may and role not in command.may:
            for words in command.words:
                play.now += timedelta(hours=1)  # what was asked before is not answered
                said[words] = play.type(CHATS[role], SENTENCES[role].format(words)).replies[0].text
    refused = {words: answer for words, answer in said.items() if REFUSED in answer}
    assert len(said) > 50
    assert len(said) > 2 * len(refused)
    assert {words: answer for words, answer in refused.items() if not answer.startswith(f"“{words}” {REFUSED}")} == {}
    assert {words for words, answer in said.items() if not answer} == set()
    assert reported(play) == []


@pytest.mark.parametrize("role", [Role.HEAD, Role.LEADER])
def test_who_owes_nothing_reports_nothing_with_the_words_of_others(play: Play, role: Role) -> None:
    """It is told what is not for them, in the words that they typed, or shown how the task stands."""
    play.type("head", f"dang ky {play.invite('P-LL', Role.HEAD)}")
    for command in COMMANDS:
        if command.may is not None and role not in command.may:
            for words in command.words:
                play.now += timedelta(hours=1)
                said = play.type(CHATS[role], f"{words} việc 10 đã xong ạ").replies[0]
                assert REFUSED not in said.text or said.text.startswith(f"“{words}” {REFUSED}"), words
    assert reported(play) == []


def test_what_an_officer_writes(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
VP: ghi nhận ạ
Chưa có tin nhắc để xác nhận.
VP: mời họp việc 10
“moi” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
VP: câu hỏi: việc 12 hạn khi nào ạ
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
VP: thông báo việc 10 đã hoàn thành
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: thông báo họp giao ban
“thong bao” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
VP: ghi nhan 10
“ghi nhan” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
nhom/lan: thông báo họp giao ban

nhom/lan: thông báo việc 12 đã hoàn thành

noi-vu: ghi nhận ạ
BÁO CÁO CHỜ XEM – Thứ Tư, 11/01/2023
• Việc 10: Văn phòng HĐND-UBND thành phố – chưa ghi số văn bản
Ghi nhận: ghi nhan 10 · Trả lại: tra lai 10 VP và lý do
[Ghi nhận việc 10 – VP]
""",
    )
