"""Plain words that begin like a command of others: read as plain words, never refused as that command."""

import pytest

from bot.command import DRAFTER
from bot.commands import COMMANDS
from data.kinds import Role
from tests.bot.dialogues import Play, holds

# The roles that owe work, or hear of it, and a chat of each; a head's joins first.
CHATS = {Role.OFFICER: "VP", DRAFTER: "VHTT", Role.HEAD: "head", Role.LEADER: "lanh-dao"}
REFUSED = "không dùng tại cuộc trò chuyện này"
# A plain sentence around the first words of a command; what is behind them names a task that the chat leads.
SENTENCES = {Role.OFFICER: "{} việc 10 đã xong ạ", DRAFTER: "{} việc 9 đã xong ạ"}


@pytest.mark.parametrize("role", SENTENCES)
def test_a_sentence_that_begins_like_a_command_of_others_is_read_as_a_sentence(play: Play, role: str) -> None:
    said = {
        words: "\n".join(reply.text for reply in play.type(CHATS[role], SENTENCES[role].format(words)).replies)
        for command in COMMANDS
        if command.may is not None and Role.OFFICER not in command.may and role not in command.may
        for words in command.words
    }
    assert len(said) > 50
    assert {words: answer for words, answer in said.items() if not answer or REFUSED in answer} == {}


@pytest.mark.parametrize("role", [Role.HEAD, Role.LEADER])
def test_who_owes_nothing_is_told_what_is_not_for_them_in_the_words_that_they_typed(play: Play, role: Role) -> None:
    play.type("head", f"dang ky {play.invite('P-LL', Role.HEAD)}")
    for command in COMMANDS:
        if command.may is not None and role not in command.may:
            for words in command.words:
                (said,) = play.type(CHATS[role], f"{words} việc 10 đã xong ạ").replies
                assert said.text.startswith(f"{REFUSED} “{words}”"), words


def test_what_an_officer_writes(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
VP: ghi nhận ạ
Chưa có tin nhắc để xác nhận.
VP: mời họp việc 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố.
Sản phẩm: Kế hoạch truyền thông về hoạt động kiểm soát TTHC; văn bản triển khai thực hiện
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
Báo riêng từng sản phẩm, ví dụ: xong 10 ke hoach truyen thong
[✅ Xong việc 10]
VP: câu hỏi: việc 12 hạn khi nào ạ
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà…
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
VP: thông báo việc 10 đã hoàn thành
“thông báo việc 10 đã hoàn thành” có thể được hiểu là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Xong việc 10]
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
“thông báo việc 12 đã hoàn thành” có thể được hiểu là:
1. Báo hoàn thành việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
Đề nghị trả lời bằng số thứ tự.
[1. Xong việc 12]
noi-vu: ghi nhận ạ
BÁO CÁO CHỜ XEM – Thứ Tư, 11/01/2023
• Việc 10: Văn phòng HĐND-UBND thành phố – chưa ghi số văn bản
Ghi nhận: ghi nhan 10 · Trả lại: tra lai 10 VP và lý do
[Ghi nhận việc 10 – VP]
""",
    )
