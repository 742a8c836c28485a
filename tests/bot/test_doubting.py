"""Reports whose words say that it is not done yet: nothing is put on record, and what may be meant is asked."""

from tests.bot.dialogues import Play, holds


def test_what_is_not_done_yet_is_asked_about(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10 nhưng chưa ký
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (nhưng chưa ký): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: nhưng chưa ký.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
VP: xong 10 80%
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (80%): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 2
Đã rõ, không thay đổi gì.
""",
    )


def test_a_day_to_come_goes_along_with_what_is_said(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10 chiều mai
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (chiều mai): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: chiều mai.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
VP: xong 10 cuối tháng sau do chờ ý kiến
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (cuối tháng sau do chờ ý kiến): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: cuối tháng sau do chờ ý kiến.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
""",
    )


def test_a_result_with_such_words_is_a_report(play: Play) -> None:
    holds(
        play,
        """
VP: xong 12 3 tin, chưa có phản ánh
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 12 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin, chưa có phản ánh. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: đã xong 10 chiều nay
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Ghi chú: chiều nay. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_of_several_tasks_each_is_asked_about(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10; 12 chưa xong
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_plain_words_of_what_is_to_come(play: Play) -> None:
    holds(
        play,
        """
VP: em sẽ hoàn thành việc 10 vào thứ 6
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (em sẽ hoàn thành việc 10 vào thứ 6): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: mai xong 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (mai xong 10): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: không xong 10 được
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo Phòng Nội vụ vướng mắc của việc 10 (không xong 10 được): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: chưa xong 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (chưa xong 10): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: việc 10 xin lùi đến 10/2 do chờ ý kiến
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (đến 10/02/2023, chờ ý kiến): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_in_a_group_it_is_asked_where_a_task_is_named(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
nhom/lan: xong 10 chưa ký
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 10 (chưa ký): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
nhom/lan: chưa xong đâu nhé

nhom/lan: xogn 10

P-LL: xong 1 tuần sau
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Báo đang thực hiện việc 1 (tuần sau): Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )


def test_what_was_sent_back_is_supplemented(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tra lai 10 VP thiếu phụ lục
Đã trả lại báo cáo việc 10 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: thiếu phụ lục.
Đã gửi thông báo đến đơn vị.
VP: bổ sung việc 10 số 12/KH-VP ngày 6/3
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP ngày 06/03/2023. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP: bo sung 10 số 13/KH-VP
Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.
Minh chứng: văn bản số 12/KH-VP ngày 06/03/2023, văn bản số 13/KH-VP.
""",
    )
