"""A unit's head looks at what the unit has to do, and says that a message was received; nothing more."""

import pytest

from data.kinds import Role
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


@pytest.fixture
def head(play: Play) -> Play:
    """The demo's office with the head of Văn phòng."""
    play.type("thu-truong", f"dang ky {play.invite('VP', Role.HEAD)}")
    return play


async def test_a_head_sees_the_unit_s_work_without_the_means_to_report_it(head: Play) -> None:
    head.script("@ 2023-03-14 09:00\nVP: xong 1 3 tin\nVP: xong 10 số 12/KH-VP\nVP: xong 12 2 tin\nVP: xong 13 2 tin")
    await passes(head, "2023-03-14", "2023-03-17", "2023-03-22")
    holds(
        head,
        """
@ 2023-03-22 09:00
thu-truong: viec
VIỆC CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Tư, 22/03/2023, đơn vị có 5 việc chờ báo kết quả.

Báo kết quả theo kỳ:
• Việc 1, quý II: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 4, quý II: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 12, quý II: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 13, quý II: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)

Chưa có thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)

Phối hợp thực hiện: việc 2, 6, 7, 8, 9, 14, 15.
Xem nội dung: viec 1
thu-truong: con lai
VIỆC CÒN LẠI CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến thứ Tư, 22/03/2023, đơn vị đã báo 4 việc, còn 5 việc.

Chưa báo kỳ: việc 4 (quý I).

Báo kết quả theo kỳ:
• Việc 1, quý II: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 4, quý II: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 12, quý II: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)
• Việc 13, quý II: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Tư, 14/06/2023, còn 57 ngày làm việc)

Chưa có thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
thu-truong: thang nay
VIỆC TRONG THÁNG CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
Đến hết thứ Sáu, 31/03/2023 (cuối tháng này), đơn vị không có việc đến hạn.
thu-truong: han 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: đã báo 09:00 ngày 14/03/2023, chậm 30 ngày làm việc (hạn: thứ Ba, 31/01/2023) – văn bản số 12/KH-VP
thu-truong: vi sao 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Theo Kế hoạch số 06/KH-UBND ngày 11/01/2023, việc 11, Văn phòng HĐND-UBND thành phố chủ trì thực hiện (Kế hoạch ghi: “Văn phòng HĐND-UBND TP”).
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
Nhắc gần nhất: thứ Tư, 11/01/2023, khi giao việc.
thu-truong: xong 10
“xong” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
thu-truong: hoan 10
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: viec · con lai · tro giup
""",
    )


def lines(play: Play, chat: str, text: str) -> list[str]:
    """What is answered, line by line."""
    return [line for reply in play.type(chat, text).replies for line in reply.text.splitlines()]


async def test_what_is_left_names_the_periods_that_were_missed(head: Play) -> None:
    await passes(head, "2023-03-14", "2023-03-17", "2023-03-22")
    missed = "Chưa báo kỳ: việc 1, 4, 12, 13 (quý I)."
    assert lines(head, "thu-truong", "con lai")[2:4] == [missed, ""]
    assert lines(head, "VP", "con lai")[2:4] == [missed, "Để báo bổ sung, gõ, ví dụ: xong 13 quy 1: … tin … bài"]


async def test_a_head_and_a_leader_say_that_they_have_received_it(head: Play) -> None:
    await passes(head, "2023-01-31", "2023-02-01", "2023-02-03")
    head.script("@ 2023-02-06 09:00\nnoi-vu: trinh lanh dao\nnoi-vu: trinh lanh dao gui")
    await passes(head, "2023-02-07")
    holds(
        head,
        """
@ 2023-02-07 09:00
thu-truong: rõ
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 07/02/2023 (1 việc).
lanh-dao: rõ
Đã ghi nhận đồng chí nhận được báo cáo ngày 06/02/2023.
lanh-dao: alo
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: tinh hinh · qua han · tro giup
thu-truong: alo
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: viec · con lai · tro giup
""",
    )
