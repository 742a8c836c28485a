"""What officers say between being told and reporting, and what they ask: dialogues, word for word."""

import asyncio
from collections.abc import Sequence

import pytest
from sqlmodel import col, select

from bot.service import Parts
from data.model import Change
from data.people import addressing
from data.store import Store
from data.talk import Act, Choice, Outgoing
from scheduler import tick
from scheduler.delivery import deliver
from tests.bot.dialogues import Play, holds
from tests.building import ScriptedChat, at


def morning(parts: Parts, moment: str) -> list[tuple[str, str]]:
    """Tick and deliver at a moment; gives what was sent, by chat."""
    channel, now = ScriptedChat("local"), at(moment)
    tick.run(parts.store, now, parts.policy, parts.workdays)

    async def everything() -> None:
        while await deliver(parts.store, [channel], parts.composer, now):
            pass

    asyncio.run(everything())
    return channel.take()


def heard(sent: Sequence[tuple[str, str]], chat: str) -> list[str]:
    return [words for chat_id, words in sent if chat_id == chat]


@pytest.fixture
def told(parts: Parts, play: Play) -> Play:
    """The demo's office after everybody has read the digest of the first morning."""
    morning(parts, "2023-01-11 07:30")
    return play


def recorded(store: Store, action: str) -> list[tuple[str, int, dict[str, object]]]:
    with store.transaction() as session:
        rows = session.exec(select(Change).where(Change.action == action).order_by(col(Change.id))).all()
        return [(row.subject, row.subject_id, row.after) for row in rows]


def test_a_digest_is_acknowledged_in_one_short_line(told: Play, store: Store) -> None:
    holds(
        told,
        """
KT: rõ
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 11/01/2023 (13 việc).
KT: Dạ em nhận được ạ
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 11/01/2023 (13 việc).
KT: da nhan 14
Đã ghi nhận đồng chí nhận được tin nhắc việc 14.
KT: đã nhận được tin về việc 12
Đã ghi nhận đồng chí nhận được tin nhắc việc 12.
KT: da nhan 10
Đã ghi nhận đồng chí nhận được tin nhắc việc 10.
KT: da nhan 3
Việc 3 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec
""",
    )
    assert len(recorded(store, "acknowledge")) == len({each[1] for each in recorded(store, "acknowledge")})


def test_the_digest_has_a_button_to_acknowledge_it(told: Play, store: Store) -> None:
    with store.transaction() as session:
        message = addressing.last_sent(session, "local", "TUPHAP")
        assert message is not None
        composed = told.conversation.composer.compose(session, message)
    assert composed is not None
    assert composed.outgoing.choices[-1] == Choice("👌 Đã nhận", Act("da nhan"))


def test_before_any_digest_there_is_nothing_to_acknowledge(play: Play, store: Store) -> None:
    holds(
        play,
        """
VP: ok
Chưa có tin nhắc để xác nhận.
VP: da nhan
Chưa có tin nhắc để xác nhận.
""",
    )
    assert recorded(store, "acknowledge") == []


def test_in_a_group_ok_counts_once_for_what_was_told_today(parts: Parts, play: Play) -> None:
    code = play.invite("VP")
    play.type("nhom/lan", f"/dang_ky {code}")
    assert play.script("nhom/lan: ok") == "nhom/lan: ok\n"
    morning(parts, "2023-01-17 07:30")
    holds(
        play,
        """
@ 2023-01-17 08:00
nhom/lan: ok
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 17/01/2023 (13 việc).
nhom/minh: ok

@ 2023-01-18 08:00
nhom/minh: rõ

nhom/minh: /da_nhan
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 17/01/2023 (13 việc).
""",
    )


def test_work_under_way_is_noted_and_shown_on_its_card(play: Play) -> None:
    holds(
        play,
        """
VP: dang lam 10 đã xong dự thảo
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: đã xong dự thảo.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
@ 2023-01-16 09:00
VP: tien do 10: đang trình ký
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: đang trình ký.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 6 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
VP: dang lam
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12 · 13
VP: dang lam 12
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 12, quý I.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 14/03/2023, còn 36 ngày làm việc).
Khi hoàn thành, gõ: xong 12 … tin … bài
VP: dang lam 2 đã có giảng viên
Việc 2 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
""",
    )
    card = play.script("VP: viec 10").splitlines()
    assert "Tiến độ (09:00 ngày 16/01/2023): đang trình ký." in card


def test_progress_is_gone_from_the_card_when_it_is_reported(play: Play) -> None:
    play.script("VP: dang lam 10 đã xong dự thảo\nVP: xong 10 số 12/KH-VP")
    assert "Tiến độ" not in play.script("VP: viec 10")


def test_progress_does_not_silence_the_ladder(parts: Parts, told: Play) -> None:
    told.script("VP: dang lam 10 đã xong dự thảo")
    assert len(heard(morning(parts, "2023-01-17 07:30"), "VP")) == 1


def test_a_difficulty_reaches_the_home_affairs_office(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-16 09:00
VP: vuong 10
Đề nghị ghi thêm nội dung sau số của việc, ví dụ: vuong 10 …
VP: vuong 10 chưa bố trí được kinh phí in tài liệu
Đã ghi nhận và báo Phòng Nội vụ: Văn phòng HĐND-UBND thành phố có vướng mắc khi thực hiện việc 10: chưa bố trí được kinh phí in tài liệu.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 6 ngày làm việc).
Cần gia hạn, gõ: gia han 10
VP: vuong 2 chưa có hội trường
Việc 2 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
VP: kho khan
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12 · 13
""",
    )
    assert play.notices("noi-vu") == [
        Outgoing(
            "VƯỚNG MẮC: việc 10, Văn phòng HĐND-UBND thành phố",
            "Kính gửi: Phòng Nội vụ\n"
            "Văn phòng HĐND-UBND thành phố báo vướng mắc khi thực hiện việc 10 (Ban hành Kế hoạch truyền thông về hoạt"
            " động kiểm soát TTHC, triển khai cơ chế một cửa…; hạn: thứ Ba, 31/01/2023, còn 6 ngày làm việc):"
            " chưa bố trí được kinh phí in tài liệu.\n"
            "Người báo: đ/c Nguyễn Văn A, 09:00 ngày 16/01/2023.\n"
            "Trả lời đơn vị: go vuong 10 VP …\n"
            "Trân trọng.",
        )
    ]


def test_what_one_in_difficulty_can_do_depends_on_the_deadline(play: Play) -> None:
    play.now = at("2023-03-07 09:00")
    assert [
        play.type("VP", f"vuong {number} chưa có cán bộ").replies[0].text.splitlines()[-1] for number in (10, 11, 12)
    ] == [
        "Cần gia hạn, gõ: gia han 10",
        "Phòng Nội vụ sẽ thông báo thời hạn.",
        "Vẫn đề nghị đồng chí báo kỳ: xong 12 … tin … bài hoặc khong phat sinh 12",
    ]


def test_the_office_does_not_write_to_itself(play: Play) -> None:
    play.script("@ 2023-01-16 09:00\nnoi-vu: vuong 2 chưa có hội trường")
    assert play.notices("noi-vu") == []


def test_reminding_is_put_off_and_the_deadline_stays(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
VP: nhac sau 10
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Sáu, 13/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).
VP: nhac sau 10 3 ngay
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Ba, 17/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).
VP: nhac sau 10, 12 1 tuan
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Năm, 19/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).

Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 12, quý I vào thứ Năm, 19/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 38 ngày làm việc).
VP: nhac sau 10 den 31/1
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Ba, 31/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).
VP: nhac sau 10 den 1/2
Việc 10 chỉ hoãn nhắc được đến ngày 31/01/2023 để kịp thời hạn. Cần gia hạn, gõ: gia han 10
VP: nhac sau 11, 12 den 1/4
Việc 11 chỉ hoãn nhắc được đến ngày 16/02/2023.

Việc 12 chỉ hoãn nhắc được đến ngày 14/03/2023.
VP: nhac sau 10 lúc rảnh
Không đọc được ngày nhắc lại trong “10 lúc rảnh”. Đề nghị gõ, ví dụ: nhac sau 10 3 ngay
VP: nhac sau 10 0 ngay
Không đọc được ngày nhắc lại trong “0 ngay”. Đề nghị gõ, ví dụ: nhac sau 10 3 ngay
VP: nhac sau 3 ngay
Đề nghị đồng chí ghi thêm số của việc, ví dụ: nhac sau 10
VP: nhac sau
Đề nghị đồng chí ghi thêm số của việc, ví dụ: nhac sau 10
VP: nhac sau 9
Việc 9 do Phòng Tư pháp chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
VP: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc)
Đơn vị đã hoãn nhắc đến thứ Ba, 31/01/2023.
""",
    )


def test_what_is_overdue_is_put_off_by_five_working_days_and_not_again(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-06 09:00
VP: nhac sau 10 6 ngay
Việc 10 đã quá hạn, chỉ hoãn nhắc được đến ngày 13/02/2023. Cần gia hạn, gõ: gia han 10
VP: nhac sau 10 5 ngay
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Hai, 13/02/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc).
@ 2023-02-08 09:00
VP: nhac sau 10 5 ngay
Việc 10 đã quá hạn, chỉ hoãn nhắc được đến ngày 13/02/2023. Cần gia hạn, gõ: gia han 10
VP: xong 10 số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 6 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 08/02/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: nhac sau 10
Việc 10 đã được báo lúc 09:00 ngày 08/02/2023. Nếu báo nhầm, gõ: bao nham 10
""",
    )


def test_a_unit_is_left_in_peace_until_the_day_it_named(parts: Parts, told: Play) -> None:
    told.script("@ 2023-01-16 09:00\nVP: nhac sau 10 5 ngay")
    days = ("2023-01-17", "2023-01-18", "2023-01-27", "2023-01-30", "2023-01-31")
    said = {day: len(heard(morning(parts, f"{day} 07:30"), "VP")) for day in days}
    assert said == {"2023-01-17": 0, "2023-01-18": 0, "2023-01-27": 0, "2023-01-30": 1, "2023-01-31": 1}


def test_the_day_and_the_reason(told: Play) -> None:
    holds(
        told,
        """
VP: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
VP: han 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
VP: han 2
VIỆC 2 – Kế hoạch số 06/KH-UBND
Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức.
Thời hạn theo Kế hoạch: chưa có ngày cụ thể
VP: vi sao 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 10, Văn phòng HĐND-UBND thành phố chủ trì thực hiện (Kế hoạch ghi: “Văn phòng HĐND-UBND TP”).
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
Nhắc gần nhất: thứ Tư, 11/01/2023, khi giao việc.
VP: vi sao 12
VIỆC 12 – Kế hoạch số 06/KH-UBND
Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước…
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 12, Văn phòng HĐND-UBND thành phố chủ trì thực hiện (Kế hoạch ghi: “Các phòng, ban, đơn vị thuộc UBND TP; UBND các phường, xã”).
Thời hạn theo Kế hoạch: thường xuyên
Văn phòng HĐND-UBND thành phố, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
VP: vi sao 2
VIỆC 2 – Kế hoạch số 06/KH-UBND
Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức.
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 2, Văn phòng HĐND-UBND thành phố phối hợp thực hiện (Kế hoạch ghi: “Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã”); được báo khi giao việc và khi đơn vị chủ trì đề nghị.
Thời hạn theo Kế hoạch: chưa có ngày cụ thể
Nhắc gần nhất: thứ Tư, 11/01/2023, khi giao việc.
KT: vi sao 99
Kế hoạch không có việc 99. Để xem việc của đơn vị, gõ: viec
KT: vi sao 3
Việc 3 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec
KT: han
VIỆC CỦA PHÒNG KINH TẾ
Đến thứ Tư, 11/01/2023, đơn vị có 5 việc chờ báo kết quả.

Báo kết quả theo kỳ:
• Việc 1, quý I: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 14, quý I: Tuyên truyền cải thiện môi trường đầu tư kinh doanh, nâng cao năng lực cạnh tranh cấp tỉnh (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
• Việc 15, quý I: Tuyên truyền, phổ biến các luật mới được Quốc hội thông qua… (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)

Phối hợp thực hiện: việc 2, 4, 6, 7, 8, 9, 10, 11.
Trả lời: xong 1 … tin … bài · Xem nội dung: viec 1
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13] [✅ Xong việc 14] [Không phát sinh việc 14]
noi-vu: vi sao 9
VIỆC 9 – Kế hoạch số 06/KH-UBND
Triển khai thực hiện Ngày Pháp luật năm 2023.
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 9, Phòng Nội vụ phối hợp thực hiện (Kế hoạch ghi: “Các phòng, ban, đơn vị thuộc UBND TP; UBND các phường, xã”); được báo khi giao việc và khi đơn vị chủ trì đề nghị.
Thời hạn theo Kế hoạch: Quý III/2023 (hết ngày 30/09/2023)
Nhắc gần nhất: thứ Tư, 11/01/2023, khi giao việc.
""",
    )


def test_the_reason_names_the_rung_that_was_said_last(parts: Parts, told: Play) -> None:
    for day in ("2023-01-17", "2023-01-31", "2023-02-01", "2023-02-06"):
        morning(parts, f"{day} 07:30")
        last = told.script(f"@ {day} 09:00\nVP: vi sao 10").splitlines()[-1]
        assert last == LAST_TOLD[day]


LAST_TOLD = {
    "2023-01-17": "Nhắc gần nhất: thứ Ba, 17/01/2023, trước hạn 5 ngày làm việc.",
    "2023-01-31": "Nhắc gần nhất: thứ Ba, 31/01/2023, đúng ngày đến hạn.",
    "2023-02-01": "Nhắc gần nhất: thứ Tư, 01/02/2023, sau hạn 1 ngày làm việc.",
    "2023-02-06": "Nhắc gần nhất: thứ Hai, 06/02/2023, do việc quá hạn (nhắc mỗi thứ Hai).",
}


def test_this_week_this_month_and_what_is_left(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-06 09:00
TUPHAP: tuan nay
VIỆC TRONG TUẦN CỦA PHÒNG TƯ PHÁP
Đến hết Chủ nhật, 12/02/2023 (cuối tuần này), đơn vị không có việc đến hạn.
VP: tuan nay
VIỆC TRONG TUẦN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hết Chủ nhật, 12/02/2023:

Quá hạn:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
[✅ Xong việc 10]
VP: xong 10 số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 4 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 06/02/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: thang nay
VIỆC TRONG THÁNG CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hết thứ Ba, 28/02/2023 (cuối tháng này), đơn vị không có việc đến hạn.
@ 2023-03-13 09:00
VP: xong 1 3 tin 2 bài
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 13/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
VP: viec tuan nay
VIỆC TRONG TUẦN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hết Chủ nhật, 19/03/2023:

Báo kết quả theo kỳ:
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)
[✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
VP: con lai
VIỆC CÒN LẠI CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Hai, 13/03/2023, đơn vị đã báo 2 việc, còn 4 việc.

Báo kết quả theo kỳ:
• Việc 4, quý I: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)
• Việc 12, quý I: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)
• Việc 13, quý I: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc)

Chưa có thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
[✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 12] [Không phát sinh việc 12] [✅ Xong việc 13] [Không phát sinh việc 13]
""",
    )


def test_a_lead_asks_those_who_support_it_once_a_day(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-16 09:00
VP: nhac phoi hop 10 đề nghị gửi số liệu trước 25/1
Đã chuyển đề nghị phối hợp việc 10 đến 33 đơn vị.
Nội dung: đề nghị gửi số liệu trước 25/1.
VP: nhac phoi hop 10 xin nhắc lại
Đơn vị phối hợp việc 10 đã được nhắc lúc 09:00 ngày 16/01/2023. Đề nghị nhắc lại vào ngày hôm sau.
@ 2023-01-17 09:00
VP: nhac phoi hop 10
Đã chuyển đề nghị phối hợp việc 10 đến 33 đơn vị.
VP: nhac phoi hop 2 đề nghị gửi danh sách
Việc 2 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
VP: nhac phoi hop
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12 · 13
VP: nhac phoi hop 3
Việc 3 do đơn vị khác chủ trì. Để xem việc của đơn vị, gõ: viec
""",
    )
    assert play.notices("P-LL")[:-1] == [
        Outgoing(
            "ĐỀ NGHỊ PHỐI HỢP: việc 10",
            "Kính gửi: UBND phường Lê Lợi\n"
            "Văn phòng HĐND-UBND thành phố (chủ trì) đề nghị đơn vị phối hợp thực hiện việc 10: Ban hành Kế hoạch"
            " truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: Tháng 01/2023).\n"
            "Nội dung: đề nghị gửi số liệu trước 25/1.\n"
            "Người đề nghị: đ/c Nguyễn Văn A.\n"
            "Xem nội dung: viec 10\n"
            "Trân trọng.",
        ),
    ]
    assert play.notices("VP") == []


def test_a_request_for_support_is_not_passed_on_when_the_task_has_been_reported(play: Play) -> None:
    play.script("@ 2023-01-16 09:00\nVP: nhac phoi hop 10 đề nghị gửi số liệu\nVP: xong 10 số 12/KH-VP")
    assert play.notices("P-LL") == []


def test_in_english(told: Play) -> None:
    holds(
        told,
        """
VP: ngon ngu en
From now on, messages to this chat are in English.
VP: snooze 10 3 days
Văn phòng HĐND-UBND thành phố will be reminded of task 10 again on Monday, 16/01/2023.
The deadline is unchanged (due: Tuesday, 31/01/2023, 9 working days left).
VP: deadline 10
TASK 10 – Plan No. 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Deadline in the plan: Tháng 01/2023 (by the end of 31/01/2023)
Văn phòng HĐND-UBND thành phố: not yet reported (due: Tuesday, 31/01/2023, 9 working days left)
Reminders postponed until Monday, 16/01/2023.
VP: why 10
TASK 10 – Plan No. 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Under Plan No. 06/KH-UBND of 11/01/2023, task 10, Văn phòng HĐND-UBND thành phố is the lead unit (the plan says: “Văn phòng HĐND-UBND TP”).
Deadline in the plan: Tháng 01/2023 (by the end of 31/01/2023)
Văn phòng HĐND-UBND thành phố: not yet reported (due: Tuesday, 31/01/2023, 9 working days left)
Last reminded: Wednesday, 11/01/2023, when it was assigned.
Reminders postponed until Monday, 16/01/2023.
VP: why 2
TASK 2 – Plan No. 06/KH-UBND
Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức.
Under Plan No. 06/KH-UBND of 11/01/2023, task 2, Văn phòng HĐND-UBND thành phố is a supporting unit (the plan says: “Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã”); it is notified when the task is assigned and when the lead unit asks.
Deadline in the plan: no day yet
Last reminded: Wednesday, 11/01/2023, when it was assigned.
VP: this week
WORK OF VĂN PHÒNG HĐND-UBND THÀNH PHỐ THIS WEEK
Nothing is due by Sunday, 15/01/2023, the end of this week.
VP: ask support 10 please send your figures
33 supporting units have been asked for their support in task 10.
In your words: please send your figures.
VP: hoan 10
“hoan 10” can be understood in two ways:
1. Done
2. Remind later
Please answer with the number.
[1. Done] [2. Remind later]
VP: việc 10 xong rồi
Nothing has been put on record yet. Is this what you mean?
1. Report task 10 done: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. No, type it again
Please answer with the number.
[1. Yes, that is it] [2. No, type it again]
""",
    )
    assert [
        told.type("VP", text).replies[0].text.splitlines()[0] for text in ("received", "progress 10 draft ready")
    ] == [
        "Noted: the reminder of 11/01/2023 has been received (13 tasks).",
        "Noted: Văn phòng HĐND-UBND thành phố is working on task 10: draft ready.",
    ]
