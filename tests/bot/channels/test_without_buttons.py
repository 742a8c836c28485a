"""A channel without buttons: every message with choices numbers them, and a number takes one, by rules that hold off
who was not asked and who comes late.
"""

import pytest

from bot.conversation import Conversation
from data.kinds import Role
from data.store import Store
from tests.bot.channels.without_buttons import Talk, holds
from tests.bot.dialogues import Play
from tests.building import COMPOSER, SWITCHED_ON, draft, office, run
from tests.building import row as task

PLAN = draft(
    task("4", title="Ban hành Kế hoạch truyền thông"),
    task("5", title="Treo khẩu hiệu"),
    task("6", lead="Phòng Kinh tế", title="Rà soát thủ tục"),
    task("7", lead="Phòng Kinh tế", title="Tập huấn nghiệp vụ"),
)


@pytest.fixture
def talk(store: Store) -> Talk:
    """A unit in a private chat, another in a group, and Nội vụ; all that was to be said first has been said."""
    office(store, PLAN)
    talk = Talk(Play(Conversation(store, COMPOSER), SWITCHED_ON))
    for chat, unit, role in (("VP", "VP", Role.OFFICER), ("noi-vu", "NV", Role.COORDINATOR)):
        talk.play.type(chat, f"dang ky {talk.play.invite(unit, role)}")
    talk.play.type("nhom/lan", f"/dang_ky {talk.play.invite('KT')}")
    run(store, SWITCHED_ON)
    talk.script("VP: tro giup gia han\nnoi-vu: tro giup gia han\nnhom/lan: tro giup gia han")
    talk.channel.shown.clear()
    talk.seen.clear()
    return talk


STORIES = {
    "a digest in a private chat, number by number and the older message by a reply": """\
@ 2023-01-31 07:30
VP hears
#1 NHẮC VIỆC: 2 việc, hạn 31/01 (hôm nay là ngày cuối)
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
• Việc 4: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
Trả lời: xong 4 số …/KH-VP
Trân trọng.
1. Xong việc 4
2. Xong việc 5
3. Đã nhận
Đề nghị trả lời bằng số thứ tự.
VP: 1
#2 Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 4, đúng hạn (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 31/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 4 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 4
VP: 2
#3 Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 5, đúng hạn (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 31/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 5 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 5
VP (1): 2
#4 Việc 5 đã được báo lúc 07:30 ngày 31/01/2023. Nếu báo nhầm, gõ: bao nham 5
VP (1): 1
#5 Việc 4 đã được báo lúc 07:30 ngày 31/01/2023. Nếu báo nhầm, gõ: bao nham 4
VP (1): 9
#6 Chưa hiểu nội dung “9”.
Đề nghị đồng chí gõ một trong các lệnh: viec · xong 10 · tro giup
VP (1): 3
#7 Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 31/01/2023 (2 việc).
""",
    "a digest in a group asks nobody in particular": """\
@ 2023-01-31 07:30
nhom hears
#1 NHẮC VIỆC: 2 việc, hạn 31/01 (hôm nay là ngày cuối)
Kính gửi: Phòng Kinh tế
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị hoàn thành và báo kết quả đúng hạn:
• Việc 6: Rà soát thủ tục (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
• Việc 7: Tập huấn nghiệp vụ (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối)
Trả lời: xong 6 số …/KH-KT
Trân trọng.
1. Xong việc 6
2. Xong việc 7
3. Đã nhận
Đề nghị trả lời vào tin này bằng số thứ tự.
nhom/minh: 1
nhom/minh (1): 1
#2 Đã ghi nhận Phòng Kinh tế báo hoàn thành việc 6, đúng hạn (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Lê Văn Minh, 07:30 ngày 31/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 6 số …/KH-KT
Nếu báo nhầm, gõ: bao nham 6
nhom/minh (1): 2
#3 Đã ghi nhận Phòng Kinh tế báo hoàn thành việc 7, đúng hạn (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Lê Văn Minh, 07:30 ngày 31/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 7 số …/KH-KT
Nếu báo nhầm, gõ: bao nham 7
nhom/lan (3): 1
#4 Hệ thống chưa hiểu nội dung này. Đề nghị đồng chí gõ một trong các lệnh: /viec · /xong 10 · /tro_giup
nhom/lan @: bao nham 7
#5 Đã rút báo cáo của Phòng Kinh tế đối với việc 7.
Việc 7 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, hôm nay là ngày cuối).
Khi hoàn thành, gõ: xong 7 số …/KH-KT
@ 2023-02-03 07:30
nhom hears
#6 QUÁ HẠN 3 ngày: việc 7 (hạn 31/01)
Kính gửi: Phòng Kinh tế
Thực hiện Kế hoạch số 06/KH-UBND, đề nghị đơn vị sớm hoàn thành và báo kết quả nhiệm vụ đã quá hạn:
• Việc 7: Tập huấn nghiệp vụ (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
Trả lời: xong 7 số …/KH-KT
Trân trọng.
1. Xong việc 7
2. Đã nhận
Đề nghị trả lời vào tin này bằng số thứ tự.
nhom/lan: 1
nhom/lan @: 1
#7 Đã ghi nhận Phòng Kinh tế báo hoàn thành việc 7, chậm 3 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Trần Thị Lan, 07:30 ngày 03/02/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 7 số …/KH-KT
Nếu báo nhầm, gõ: bao nham 7
""",
    "a question in a group, to somebody else, too late, and by name": """\
nhom/lan: xong 7 nhưng chưa ký
#1 Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 7 (nhưng chưa ký): Tập huấn nghiệp vụ
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
nhom/minh: 2
nhom/lan: 1
#2 Đã ghi nhận Phòng Kinh tế đang thực hiện việc 7: nhưng chưa ký.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 7 số …/KH-KT
nhom/lan: xong 6 nhưng chưa ký
#3 Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 6 (nhưng chưa ký): Rà soát thủ tục
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
@ 2023-01-11 09:31
nhom/lan: 2
nhom/lan @: 2
#4 Đã rõ, không thay đổi gì.
""",
    "a list, a notice after it, and a number that is a day late": """\
VP: xong 4 số 12/KH-VP
#1 Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 4
noi-vu: tra lai 4 VP thiếu dấu
#1 Đã trả lại báo cáo việc 4 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: thiếu dấu.
Đã gửi thông báo đến đơn vị.
VP hears
#2 ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 4
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ đã xem báo cáo việc 4 (Ban hành Kế hoạch truyền thông), đề nghị bổ sung. Lý do: thiếu dấu.
Việc 4 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Sau khi bổ sung, đề nghị báo lại: xong 4 số …/KH-VP
Trân trọng.
1. Xong việc 4
Đề nghị trả lời bằng số thứ tự.
VP: 1
#3 Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 4 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 4
VP: viec
#4 VIỆC CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Tư, 11/01/2023, đơn vị có 1 việc chờ báo kết quả.

Có thời hạn:
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)

Trả lời: xong 5 số …/KH-VP · Xem nội dung: viec 5
1. Xong việc 5
Đề nghị trả lời bằng số thứ tự.
VP: 2
#5 Chưa hiểu nội dung “2”.
Đề nghị đồng chí gõ một trong các lệnh: viec · xong 10 · tro giup
@ 2023-01-12 07:31
VP hears
VP: 1
#6 Chưa hiểu nội dung “1”.
Đề nghị đồng chí gõ một trong các lệnh: viec · xong 10 · tro giup
VP (4): 1
#7 Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 5, trước hạn 8 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:31 ngày 12/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 5 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 5
""",
    "what was answered by its number cannot be answered again, and a no takes the question away": """\
VP: xong 4 nhưng chưa ký
#1 Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 4 (nhưng chưa ký): Ban hành Kế hoạch truyền thông
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
VP: khong
#2 Đã rõ, không thay đổi gì.
VP: 2
#3 Chưa hiểu nội dung “2”.
Đề nghị đồng chí gõ một trong các lệnh: viec · xong 10 · tro giup
VP (1): 2
#4 Đã rõ, không thay đổi gì.
VP (1): 2
#5 Đã rõ, không thay đổi gì.
""",
}


@pytest.mark.parametrize("story", STORIES)
def test_a_number_takes_a_choice(talk: Talk, story: str) -> None:
    holds(talk, STORIES[story])
