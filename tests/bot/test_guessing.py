"""Plain words: in a chat, a question with numbers and never a change by itself."""

from bot.conversation import Conversation
from bot.service import Parts
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.building import dump


def test_plain_words_are_answered_by_a_question(play: Play) -> None:
    holds(
        play,
        """
VP: dịch vụ công trực tuyến không phát sinh nhé
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo không phát sinh việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 13.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
VP: 1
Việc 13 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 13
VP: việc phát thanh xong rồi nhé
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 1 … tin … bài
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
VP: việc 10 xong rồi, số 12/KH-VP ngày 10/01/2023
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10 (số 12/KH-VP ngày 10/01/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1.
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP ngày 10/01/2023. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: việc 11 vướng kinh phí
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo Phòng Nội vụ vướng mắc của việc 11 (vướng kinh phí): Tổ chức triển khai Kế hoạch truyền thông…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận và báo Phòng Nội vụ: Văn phòng HĐND-UBND thành phố có vướng mắc khi thực hiện việc 11: vướng kinh phí.
Thời hạn không thay đổi (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”).
Phòng Nội vụ sẽ thông báo thời hạn.
VP: bao giờ phải xong việc 11
VIỆC 11 – Kế hoạch số 06/KH-UBND
Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Thời hạn theo Kế hoạch: Theo thời hạn tại Kế hoạch của UBND TP (chưa có ngày cụ thể)
Văn phòng HĐND-UBND thành phố: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
VP: 5
Chưa hiểu nội dung “5”.
Đề nghị đồng chí gõ một trong các lệnh: viec · xong 10 · tro giup
VP: hôm nay họp lúc mấy giờ
Vâng. Khi cần đến hệ thống nhắc việc, đồng chí gõ: viec · xong 10 · tro giup
""",
    )


def test_where_two_readings_remain_it_asks(play: Play) -> None:
    holds(
        play,
        """
VP: hoan 10
“hoan 10” có thể được hiểu theo hai cách:
1. Hoàn thành
2. Nhắc sau
Đề nghị trả lời bằng số thứ tự.
[1. Hoàn thành] [2. Nhắc sau]
VP: 2
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Năm, 12/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: hoan 10
“hoan 10” có thể được hiểu theo hai cách:
1. Hoàn thành
2. Nhắc sau
Đề nghị trả lời bằng số thứ tự.
[1. Hoàn thành] [2. Nhắc sau]
VP [1. Hoàn thành]
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: hoan 10
Việc 10 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 10
VP: hoan 99
Kế hoạch không có việc 99. Để xem việc của đơn vị, gõ: viec
VP: hoan 2
Việc 2 do Phòng Nội vụ chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
VP: hoãn 12 3 ngày
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 12, quý I vào thứ Hai, 16/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
VP: hoàn 12 4 tin bài
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 4 tin bài. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
""",
    )


def test_a_question_changes_nothing(play: Play, store: Store) -> None:
    play.type("VP", "tro giup")
    before = dump(store)
    play.script("VP: hoan 10\nVP: việc phát thanh xong rồi nhé\nVP: vướng quá\nVP: trời đẹp")
    after = dump(store)
    assert {name for name in after if after[name] != before[name]} <= {"address", "received"}


def test_in_a_group_only_what_clearly_names_a_task_is_answered(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
nhom/minh: xong rồi nhé

nhom/minh: việc phát thanh xong rồi nhé

nhom/minh: hoãn họp nhé

nhom/minh: hạn chế đi muộn

nhom/minh: 1

nhom/minh: việc 12 xong rồi nhé
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
nhom/lan: 1

nhom/minh: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Lê Văn Minh, 07:30 ngày 11/01/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 12 … tin … bài
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
nhom/minh: việc 12 xong rồi nhé
Việc 12 đã được báo lúc 07:30 ngày 11/01/2023. Nếu báo nhầm, gõ: bao nham 12
nhom/minh: chuyên trang đang cập nhật

nhom/minh: /xong rồi nhé
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 13
""",
    )


def test_leaders_and_strangers_are_not_guessed_at(play: Play) -> None:
    holds(
        play,
        """
lanh-dao: việc 10 xong rồi nhé
TÌNH HÌNH VIỆC 10 – Thứ Tư, 11/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
nguoi-la: việc 10 xong rồi nhé
Cuộc trò chuyện này chưa được kết nối với đơn vị nào. Đề nghị đồng chí gõ mã mời do Phòng Nội vụ cấp, ví dụ: dang ky ABCD2345
""",
    )


def test_an_offer_survives_a_restart(parts: Parts, play: Play) -> None:
    play.script("VP: hoan 10")
    again = Play(Conversation(parts.store, parts.composer), play.now, count=100)
    assert again.script("VP: 2").splitlines()[1].startswith("Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10")


def test_a_question_that_waits_makes_no_other_line_a_yes(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 08:00
VP: việc 10 xong rồi
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: việc 10 đã xong
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: việc 13 xong rồi
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 13: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: đúng rồi
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 13 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Chưa ghi kết quả. Để bổ sung, gõ: xong 13 … tin … bài
Nếu báo nhầm, gõ: bao nham 13
[↩️ Báo nhầm việc 13]
VP: xong 10?
BÁO CÁO CỦA ĐƠN VỊ – Thứ Ba, 07/03/2023
• Việc 10: chưa báo (hạn: thứ Ba, 31/01/2023, quá hạn 25 ngày làm việc)
""",
    )


def test_what_was_just_named_is_not_asked_for(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 08:00
VP: 3 tin 2 bài, việc 12 không có gì
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 13
VP: không phát sinh tất cả
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo không phát sinh trong kỳ: khong phat sinh 1, 4, 12, 13
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
P-LL: việc 12 2 bài, việc 1 3 tin
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo hoàn thành việc 12 (2 bài): Tuyên truyền đầy mạnh ứng dụng CNTT…; Báo hoàn thành việc 1 (3 tin): Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
P-LL: 1
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 2 bài. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 12
[↩️ Báo nhầm việc 12] [↩️ Báo nhầm việc 1]
P-LL: nhầm, 5 bài chứ không phải 2
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Sửa báo cáo việc 12 (5 bài): Tuyên truyền đầy mạnh ứng dụng CNTT…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_what_is_told_of_a_task_that_others_report_shows_no_card(play: Play) -> None:
    holds(
        play,
        """
VP: việc 7 cho em xin lùi sang 15/4 vì thiếu người
Việc 7 do Phòng Tư pháp chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
TUPHAP: gia han 7 15/4
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 7, quý I đến hết thứ Bảy, 15/04/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 7 15/04/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc).
noi-vu: tinh hinh 7 TUPHAP
TÌNH HÌNH VIỆC 7, QUÝ I/2023 – Thứ Tư, 11/01/2023
Tuyên truyền cải cách thể chế lồng ghép trong các Chương trình phối hợp về công tác phổ biến…
Thời hạn theo Kế hoạch: thường xuyên
Phòng Tư pháp: chưa báo (hạn: thứ Ba, 14/03/2023, còn 39 ngày làm việc)
Đang đề nghị gia hạn đến hết thứ Bảy, 15/04/2023, chưa có trả lời. Không nêu lý do.
""",
    )
