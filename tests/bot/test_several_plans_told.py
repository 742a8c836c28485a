"""What is said where several plans have a number: which plan it belongs to, in every answer, notice and digest."""

import re
from dataclasses import replace

import pytest

from bot.conversation import Conversation
from data.kinds import Role
from data.plans import importing
from data.plans.drafts import PlanDraft
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.building import COMPOSER, POLICY, SWITCHED_ON, ScriptedChat, draft, office, run, send_all
from tests.building import at as moment
from tests.building import row as task

BOTH = "Văn phòng HĐND-UBND TP, Phòng Kinh tế"
SIXTH = draft(
    task("1", "Thường xuyên", lead=BOTH, title="Tuyên truyền trên truyền thanh", product="Tin, bài"),
    task("2", "", title="Mở chuyên mục"),
    task("3", "Quý II/2023", lead=BOTH, title="Tập huấn nghiệp vụ"),
    task("4", title="Ban hành Kế hoạch truyền thông", coordinating="Phòng Kinh tế"),
    task("5", title="Treo khẩu hiệu"),
)
SEVENTH = replace(
    draft(
        task("1", "Thường xuyên", lead=BOTH, title="Công khai thủ tục", product="Tin, bài"),
        task("2", "", title="Xây dựng phần mềm"),
        task("3", "Quý II/2023", lead=BOTH, title="Khảo sát sự hài lòng"),
        task("4", title="Rà soát thủ tục hành chính", coordinating="Phòng Kinh tế"),
    ),
    number="07/KH-UBND",
    title="Cải cách hành chính năm 2023",
)


@pytest.fixture
def play(store: Store) -> Play:
    """An office of two plans that both have tasks 1 to 4, where chats speak for two units, a head and Nội vụ."""
    office(store, SIXTH)
    _switch_on(store, SEVENTH)
    play = Play(Conversation(store, COMPOSER), SWITCHED_ON)
    roles = {"vp": ("VP", Role.OFFICER), "kt": ("KT", Role.OFFICER), "tp": ("VP", Role.HEAD)}
    for chat, (unit, role) in {**roles, "nv": ("NV", Role.COORDINATOR)}.items():
        play.type(chat, f"dang ky {play.invite(unit, role)}")
    run(store, SWITCHED_ON)
    return play


def _switch_on(store: Store, plan: PlanDraft) -> None:
    with store.transaction() as session:
        importing.switch_on(session, importing.save(session, plan, SWITCHED_ON, POLICY.zone), SWITCHED_ON)


async def heard(play: Play, day: str) -> dict[str, str]:
    """What each chat hears in the slot of a day."""
    play.now = moment(f"{day} 07:30")
    channel = ScriptedChat("local")
    run(play.conversation.store, play.now)
    await send_all(play.conversation.store, channel, play.now)
    return dict(channel.take())


def answered(play: Play, chat: str, typed: str) -> str:
    """All that is answered, with what lies behind its buttons."""
    replies = play.type(chat, typed).replies
    choices = [f"{each.label} {each.act.typed}" for reply in replies for each in reply.choices]
    return "\n".join([*(f"{reply.title}\n{reply.text}" for reply in replies), *choices])


def test_a_receipt_names_the_plan_of_each(play: Play) -> None:
    holds(
        play,
        """\
vp: xong 06.4, 07.4, 5 số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 06.4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 07.4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 5, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 06.4
[↩️ Báo nhầm việc 06.4] [↩️ Báo nhầm việc 07.4] [↩️ Báo nhầm việc 5]
vp: xong 6.4
Việc 06.4 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 06.4
vp: bao nham 07.4
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 07.4.
Việc 07.4 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 07.4 số …/KH-VP
vp: minh chung 06.4 số 13/KH-VP
Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 06.4.
Minh chứng: văn bản số 12/KH-VP, văn bản số 13/KH-VP.
""",
    )


def test_check_ins_of_one_period_are_told_apart(play: Play) -> None:
    holds(
        play,
        """\
vp: xong 06.1, 07.1 3 tin
Nội dung này có thể hiểu theo hai cách nên chưa ghi nhận gì. Đề nghị chọn:
1. Việc 06.1: hoàn thành; việc 07.1: 3 tin
2. Việc 06.1, 07.1: 3 tin
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.1: hoàn thành; việc 07.1: 3 tin] [2. Việc 06.1, 07.1: 3 tin]
vp: 2
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 06.1, 07.1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 06.1
[↩️ Báo nhầm việc 06.1] [↩️ Báo nhầm việc 07.1]
vp: khong phat sinh 1
Nhiều kế hoạch cùng có việc 1. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: khong phat sinh 06.1
1. Việc 06.1: Tuyên truyền trên truyền thanh
2. Việc 07.1: Công khai thủ tục
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.1: Tuyên truyền trên truyền thanh] [2. Việc 07.1: Công khai thủ tục]
kt: khong phat sinh 07.1
Đã ghi nhận Phòng Kinh tế không phát sinh hoạt động trong quý I đối với việc 07.1.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 07.1
[↩️ Báo nhầm việc 07.1]
""",
    )


def test_work_under_way_a_difficulty_and_a_delay(play: Play) -> None:
    holds(
        play,
        """\
vp: dang lam 07.4 đang dự thảo
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 07.4: đang dự thảo.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 07.4 số …/KH-VP
vp: vuong 07.4 thiếu kinh phí
Đã ghi nhận và báo Phòng Nội vụ: Văn phòng HĐND-UBND thành phố có vướng mắc khi thực hiện việc 07.4: thiếu kinh phí.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Cần gia hạn, gõ: gia han 07.4
nv hears
VƯỚNG MẮC: việc 07.4, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố báo vướng mắc khi thực hiện việc 07.4 (Rà soát thủ tục hành chính; hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc): thiếu kinh phí.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Trả lời đơn vị: go vuong 07.4 VP …
Trân trọng.
vp: nhac sau 07.4 3 ngay
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 07.4 vào thứ Hai, 16/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
vp: dang lam 5 đang in
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 5: đang in.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 5 số …/KH-VP
vp: vuong 4 thiếu kinh phí
Nhiều kế hoạch cùng có việc 4. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: vuong 06.4 thiếu kinh phí
1. Việc 06.4: Ban hành Kế hoạch truyền thông
2. Việc 07.4: Rà soát thủ tục hành chính
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.4: Ban hành Kế hoạch truyền thông] [2. Việc 07.4: Rà soát thủ tục hành chính]
""",
    )


def test_an_extension_asked_for_and_granted(play: Play) -> None:
    holds(
        play,
        """\
vp: gia han 07.4 15/02 lý do chờ ý kiến
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 07.4 đến hết thứ Tư, 15/02/2023.
Lý do: chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
nv hears
ĐỀ NGHỊ GIA HẠN: việc 07.4, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 07.4 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến. Người đề nghị: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Thời hạn do UBND quyết định: khi đồng ý gia hạn, đề nghị nêu số văn bản hoặc họ tên, chức vụ lãnh đạo đã đồng ý.
Đồng ý: cho gia han 07.4 VP theo công văn số … · Không đồng ý: khong cho gia han 07.4 VP
Trân trọng.
[Cho gia hạn việc 07.4 – VP đến 15/02] [Không cho gia hạn việc 07.4 – VP]
nv: cho gia han 4 VP
Nhiều kế hoạch cùng có việc 4. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: cho gia han 06.4 VP
1. Việc 06.4: Ban hành Kế hoạch truyền thông
2. Việc 07.4: Rà soát thủ tục hành chính
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.4: Ban hành Kế hoạch truyền thông] [2. Việc 07.4: Rà soát thủ tục hành chính]
nv: cho gia han 07.4 VP theo công văn số 15/UBND-VP
Đã ghi nhận gia hạn việc 07.4 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Căn cứ: công văn số 15/UBND-VP.
Đã gửi thông báo đến đơn vị.
vp hears
GIA HẠN: việc 07.4, hạn 15/02/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thời hạn việc 07.4 (Rà soát thủ tục hành chính) được gia hạn.
Hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 20 ngày làm việc.
Căn cứ: công văn số 15/UBND-VP.
Trân trọng.
nv: khong cho gia han 06.4 VP
Văn phòng HĐND-UBND thành phố không có đề nghị gia hạn việc 06.4 nào đang chờ trả lời.
""",
    )


def test_supporting_units_hear_for_which_task(play: Play) -> None:
    holds(
        play,
        """\
vp: nhac phoi hop 07.4 gửi số liệu
Đã chuyển đề nghị phối hợp việc 07.4 đến 1 đơn vị.
Nội dung: gửi số liệu.
kt hears
ĐỀ NGHỊ PHỐI HỢP: việc 07.4
Kính gửi: Phòng Kinh tế
Văn phòng HĐND-UBND thành phố (chủ trì) đề nghị đơn vị phối hợp thực hiện việc 07.4: Rà soát thủ tục hành chính (thời hạn: Tháng 01/2023).
Nội dung: gửi số liệu.
Người đề nghị: đ/c Nguyễn Văn A.
Xem nội dung: viec 07.4
Trân trọng.
kt: viec
VIỆC CỦA PHÒNG KINH TẾ
Đến thứ Tư, 11/01/2023, đơn vị có 4 việc chờ báo kết quả.

Có thời hạn:
• Việc 06.3: Tập huấn nghiệp vụ (hạn: thứ Sáu, 30/06/2023)
• Việc 07.3: Khảo sát sự hài lòng (hạn: thứ Sáu, 30/06/2023)

Báo kết quả theo kỳ:
• Việc 06.1, quý I: Tuyên truyền trên truyền thanh (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 07.1, quý I: Công khai thủ tục (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)

Phối hợp thực hiện: việc 06.4, 07.4.
Trả lời: xong 06.3 số …/KH-KT · Xem nội dung: viec 06.3
[✅ Xong việc 06.3] [✅ Xong việc 07.3] [✅ Xong việc 06.1] [Không phát sinh việc 06.1] [✅ Xong việc 07.1] [Không phát sinh việc 07.1]
""",
    )


def test_a_report_made_for_all(play: Play) -> None:
    holds(
        play,
        """\
vp: xong 06.3 số 5/BC-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 06.3, trước hạn 114 ngày làm việc (hạn: thứ Sáu, 30/06/2023).
Minh chứng: văn bản số 5/BC-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 06.3
[↩️ Báo nhầm việc 06.3]
vp: bao chung 06.3
Đã chuyển Phòng Nội vụ đề nghị lấy báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 06.3 làm báo cáo chung của các đơn vị chủ trì.
Khi Phòng Nội vụ chưa xác nhận, mỗi đơn vị chủ trì vẫn báo riêng.
nv hears
BÁO CÁO CHUNG – VIỆC 06.3
Văn phòng HĐND-UBND thành phố đề nghị lấy báo cáo đối với việc 06.3 (Tập huấn nghiệp vụ) làm báo cáo chung của các đơn vị chủ trì.
Nội dung: văn bản số 5/BC-VP.
Nếu đồng ý, gõ: bao chung 06.3 VP
[Đồng ý báo chung]
nv: bao chung 3 VP
Nhiều kế hoạch cùng có việc 3. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: bao chung 06.3 VP
1. Việc 06.3: Tập huấn nghiệp vụ
2. Việc 07.3: Khảo sát sự hài lòng
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.3: Tập huấn nghiệp vụ] [2. Việc 07.3: Khảo sát sự hài lòng]
nv: bao chung 06.3 VP
Báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 06.3 được tính chung cho: Phòng Kinh tế.
Đơn vị nào báo riêng thì gõ: bao nham 06.3
kt hears
BÁO CÁO CHUNG – VIỆC 06.3
Văn phòng HĐND-UBND thành phố đã báo chung việc 06.3 (Tập huấn nghiệp vụ) cho các đơn vị chủ trì; Phòng Kinh tế không phải báo riêng.
Nếu đơn vị báo riêng, gõ: bao nham 06.3
vp: bao nham 06.3
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 06.3.
Báo cáo này không còn tính chung cho: Phòng Kinh tế.
Việc 06.3 được tính là chưa báo (hạn: thứ Sáu, 30/06/2023).
Khi hoàn thành, gõ: xong 06.3 số …/KH-VP
kt hears
BÁO CÁO CHUNG KHÔNG CÒN ĐƯỢC TÍNH: việc 06.3
Kính gửi: Phòng Kinh tế
Văn phòng HĐND-UBND thành phố đã rút báo cáo chung đối với việc 06.3 (Tập huấn nghiệp vụ).
Đề nghị đơn vị báo riêng (hạn: thứ Sáu, 30/06/2023).
Trả lời: xong 06.3 số …/KH-KT
Trân trọng.
[✅ Xong việc 06.3]
""",
    )


def test_a_report_taken_note_of_and_one_sent_back(play: Play) -> None:
    holds(
        play,
        """\
vp: xong 06.4, 07.4 số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 06.4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 07.4, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 06.4
[↩️ Báo nhầm việc 06.4] [↩️ Báo nhầm việc 07.4]
nv: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Tư, 11/01/2023
• Việc 06.4, 07.4: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP
Ghi nhận: ghi nhan 06.4, 07.4 · Trả lại: tra lai 06.4 VP và lý do
[Ghi nhận việc 06.4 – VP] [Ghi nhận việc 07.4 – VP]
nv: ghi nhan 4 VP
Nhiều kế hoạch cùng có việc 4. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: ghi nhan 06.4 VP
1. Việc 06.4: Ban hành Kế hoạch truyền thông
2. Việc 07.4: Rà soát thủ tục hành chính
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.4: Ban hành Kế hoạch truyền thông] [2. Việc 07.4: Rà soát thủ tục hành chính]
nv: ghi nhan 06.4 VP
Đã ghi nhận báo cáo việc 06.4: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP.
nv: tra lai 07.4 VP thiếu số
Đã trả lại báo cáo việc 07.4 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: thiếu số.
Đã gửi thông báo đến đơn vị.
vp hears
ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 07.4
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ đã xem báo cáo việc 07.4 (Rà soát thủ tục hành chính), đề nghị bổ sung. Lý do: thiếu số.
Việc 07.4 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Sau khi bổ sung, đề nghị báo lại: xong 07.4 số …/KH-VP
Trân trọng.
[✅ Xong việc 07.4]
""",
    )


def test_what_is_only_looked_at_is_shown_of_both(play: Play) -> None:
    holds(
        play,
        """\
vp: han 4
VIỆC 06.4 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông.
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)

VIỆC 07.4 – Kế hoạch số 07/KH-UBND
Rà soát thủ tục hành chính.
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
vp: vi sao 4
VIỆC 06.4 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông.
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 06.4, Văn phòng HĐND-UBND thành phố chủ trì thực hiện (Kế hoạch ghi: “Văn phòng HĐND-UBND TP”).
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)

VIỆC 07.4 – Kế hoạch số 07/KH-UBND
Rà soát thủ tục hành chính.
Theo Kế hoạch số 07/KH-UBND ngày 11/01/2023, việc 07.4, Văn phòng HĐND-UBND thành phố chủ trì thực hiện (Kế hoạch ghi: “Văn phòng HĐND-UBND TP”).
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
vp: han 5
VIỆC 5 – Kế hoạch số 06/KH-UBND
Treo khẩu hiệu.
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
""",
    )


def test_what_was_told_is_taken_in_by_its_number(play: Play) -> None:
    holds(
        play,
        """\
vp: da nhan 06.4
Đã ghi nhận đồng chí nhận được tin nhắc việc 06.4.
vp: da nhan 5
Đã ghi nhận đồng chí nhận được tin nhắc việc 5.
""",
    )


def test_questions_and_how_to_answer_them(play: Play) -> None:
    holds(
        play,
        """\
nv: cau hoi
CÂU HỎI VỀ KẾ HOẠCH
• Câu hỏi 1 – Việc 06.2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.
  Trả lời: dat han 06.2 …/…/2023 · Bỏ qua: bo qua cau hoi 1
• Câu hỏi 2 – Việc 07.2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.
  Trả lời: dat han 07.2 …/…/2023 · Bỏ qua: bo qua cau hoi 2
[Bỏ qua câu 1] [Bỏ qua câu 2]
nv: dat han 2 28/04/2023
Nhiều kế hoạch cùng có việc 2. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: dat han 06.2 28/04/2023
1. Việc 06.2: Mở chuyên mục
2. Việc 07.2: Xây dựng phần mềm
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.2: Mở chuyên mục] [2. Việc 07.2: Xây dựng phần mềm]
nv: dat han 06.2 28/04/2023
Đã đặt thời hạn việc 06.2: thứ Sáu, 28/04/2023.
Áp dụng đối với: Văn phòng HĐND-UBND thành phố.
Đã gửi thông báo đến đơn vị.
vp hears
THÔNG BÁO THỜI HẠN: việc 06.2, hạn 28/04/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ thông báo thời hạn việc 06.2 (Mở chuyên mục): hết thứ Sáu, 28/04/2023.
Khi hoàn thành, gõ: xong 06.2 số …/KH-VP
Trân trọng.
[✅ Xong việc 06.2]
""",
    )


def test_plain_words_are_understood_with_the_plan(play: Play) -> None:
    holds(
        play,
        """\
vp: việc 06.4 xong rồi nhé
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 06.4: Ban hành Kế hoạch truyền thông
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
vp: viec 4 da xong roi a
Nhiều kế hoạch cùng có việc 4. Đề nghị đồng chí gõ rõ kế hoạch nào, ví dụ: xong 06.4
1. Việc 06.4: Ban hành Kế hoạch truyền thông
2. Việc 07.4: Rà soát thủ tục hành chính
Đề nghị trả lời bằng số thứ tự.
[1. Việc 06.4: Ban hành Kế hoạch truyền thông] [2. Việc 07.4: Rà soát thủ tục hành chính]
vp: xong 4 chưa em?
BÁO CÁO CỦA ĐƠN VỊ – Thứ Tư, 11/01/2023
• Việc 06.4: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
• Việc 07.4: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
""",
    )


OPENING = """\
NHẮC VIỆC: chủ trì 5 việc, hạn gần nhất 31/01 (còn 9 ngày làm việc); xác định thời hạn 2 việc; 2 nhiệm vụ thường xuyên, báo kỳ đầu hạn 14/03
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023 và Kế hoạch số 07/KH-UBND ngày 11/01/2023, đề nghị đơn vị chủ trì thực hiện:
• Việc 06.4: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
• Việc 07.4: Rà soát thủ tục hành chính (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
• Việc 06.3: Tập huấn nghiệp vụ (hạn: thứ Sáu, 30/06/2023)
• Việc 07.3: Khảo sát sự hài lòng (hạn: thứ Sáu, 30/06/2023)

Đề nghị đơn vị thống nhất với Phòng Nội vụ thời hạn hoàn thành (Kế hoạch chưa ghi thời hạn):
• Việc 06.2: Mở chuyên mục
• Việc 07.2: Xây dựng phần mềm

Đề nghị đơn vị chủ trì nhiệm vụ thường xuyên (báo kết quả từng quý, kỳ đầu đến hết ngày 14/03/2023):
• Việc 06.1: Tuyên truyền trên truyền thanh
• Việc 07.1: Công khai thủ tục

Trả lời: xong 06.4 số …/KH-VP · Xem nội dung: viec 06.4
Trân trọng."""

LATE = """\
QUÁ HẠN 3 việc, lâu nhất 3 ngày; xác định thời hạn 2 việc
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND và Kế hoạch số 07/KH-UBND, đề nghị đơn vị sớm hoàn thành và báo kết quả nhiệm vụ đã quá hạn:
• Việc 06.4: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
• Việc 07.4: Rà soát thủ tục hành chính (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)

Đề nghị đơn vị thống nhất với Phòng Nội vụ thời hạn hoàn thành (Kế hoạch chưa ghi thời hạn):
• Việc 06.2: Mở chuyên mục
• Việc 07.2: Xây dựng phần mềm

Trả lời: xong 06.4 số …/KH-VP
Trân trọng."""

LATE_TO_HEAD = """\
QUÁ HẠN 3 việc, lâu nhất 3 ngày
Kính gửi: Đồng chí thủ trưởng Văn phòng HĐND-UBND thành phố
Theo dõi việc thực hiện Kế hoạch số 06/KH-UBND và Kế hoạch số 07/KH-UBND, đến nay đơn vị có việc quá hạn chưa báo kết quả. Đề nghị đồng chí chỉ đạo thực hiện:
• Việc 06.4: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
• Việc 07.4: Rà soát thủ tục hành chính (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)

Xem: con lai
Trân trọng."""

LATE_TO_NOI_VU = """\
NHẮC VIỆC: 3 việc quá hạn; xác định thời hạn 2 việc
Kính gửi: Phòng Nội vụ
Tình hình thực hiện Kế hoạch số 06/KH-UBND và Kế hoạch số 07/KH-UBND đến ngày 03/02/2023:

Quá hạn, chưa báo hoàn thành:
• Việc 06.4: Ban hành Kế hoạch truyền thông (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
• Việc 5: Treo khẩu hiệu (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
• Việc 07.4: Rà soát thủ tục hành chính (hạn: thứ Ba, 31/01/2023, quá hạn 3 ngày làm việc)
  Chưa báo: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc qua han

Đề nghị xác định thời hạn:
• Việc 06.2: Mở chuyên mục (chưa có thời hạn)
  Chủ trì: Văn phòng HĐND-UBND thành phố
• Việc 07.2: Xây dựng phần mềm (chưa có thời hạn)
  Chủ trì: Văn phòng HĐND-UBND thành phố
Trả lời: dat han 06.2 …/…/2023

Xem thêm: tinh hinh · qua han
Trân trọng."""


async def test_digests_name_the_plan_of_a_number_that_both_have(play: Play) -> None:
    opening, late = await heard(play, "2023-01-11"), await heard(play, "2023-02-03")
    assert opening["vp"] == OPENING
    assert late == {"vp": LATE, "tp": LATE_TO_HEAD, "nv": LATE_TO_NOI_VU}


# What Nội vụ, then a unit, types of a task; each is answered by asking which is meant, or by showing both.
_OF_NOI_VU = [
    "tinh hinh 4",
    "chua bao 4",
    "nhat ky 4",
    "giao nhan 4",
    "viec 4",
    "han 4",
    "vi sao 4",
    "don doc 4",
    "ghi nhan 4",
    "tra lai 4 VP thiếu số",
    "cho gia han 4 VP",
    "khong cho gia han 4 VP",
    "dat han 4 28/04/2023",
    "don vi 4 KT",
    "phoi hop 4 NV",
    "bao chung 4 VP",
    "tinh viec 4",
]
_OF_UNITS = [
    "xong 4",
    "khong phat sinh 4",
    "bao nham 4",
    "minh chung 4 số 12/KH-VP",
    "da nhan 4",
    "dang lam 4 đang dự thảo",
    "vuong 4 thiếu kinh phí",
    "nhac sau 4 3 ngay",
    "gia han 4 15/02",
    "nhac phoi hop 4",
    "bao chung 4",
    "viec 4",
    "han 4",
    "vi sao 4",
]


@pytest.mark.parametrize(
    ("chat", "typed"), [*(("nv", each) for each in _OF_NOI_VU), *(("vp", each) for each in _OF_UNITS)]
)
def test_which_plan_is_asked_or_said_where_both_have_the_number_and_nowhere_else(
    play: Play, chat: str, typed: str
) -> None:
    both, one, alone = (answered(play, chat, typed.replace(" 4", number, 1)) for number in (" 4", " 07.4", " 5"))
    assert ("06.4" in both, "07.4" in both) == (True, True)
    assert ("07.4" in one, "06.4" in one, re.findall(r"(?:[^\W\d_]{3,}|\*) 4\b(?! ngày|/)", one)) == (True, False, [])
    assert ("5" in alone, "06.5" in alone) == (True, False)
