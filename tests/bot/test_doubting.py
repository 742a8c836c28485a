"""Reports whose words say that it is not done yet: nothing is put on record, and what may be meant is asked."""

from tests.bot.dialogues import Play, holds


def test_what_is_not_done_yet_is_asked_about(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10 nhưng chưa ký
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Hoãn nhắc việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Xin gia hạn việc 10] [4. Nhắc sau việc 10]
VP: 1
Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: nhưng chưa ký.
Việc vẫn được nhắc như trước (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
VP: xong 10 80%
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Hoãn nhắc việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Xin gia hạn việc 10] [4. Nhắc sau việc 10]
VP: 2
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Kết quả: 80%. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_a_day_to_come_goes_along_with_the_choice(play: Play) -> None:
    holds(
        play,
        """
VP: xong 10 chiều mai
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Hoãn nhắc việc 10 (12/01/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Xin gia hạn việc 10] [4. Nhắc sau việc 10]
VP: 4
Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Năm, 12/01/2023.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: xong 10 cuối tháng sau do chờ ý kiến
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Đề nghị gia hạn việc 10 (28/02/2023, do chờ ý kiến): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Hoãn nhắc việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Xin gia hạn việc 10] [4. Nhắc sau việc 10]
VP: 3
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Ba, 28/02/2023.
Lý do: do chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
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
Kết quả: chiều nay. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
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
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Báo đang thực hiện việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
4. Báo hoàn thành việc 12: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Đang làm việc 12] [4. Xong việc 12]
""",
    )


def test_plain_words_of_what_is_to_come(play: Play) -> None:
    holds(
        play,
        """
VP: em sẽ hoàn thành việc 10 vào thứ 6
“em sẽ hoàn thành việc 10 vào thứ 6” có thể được hiểu là:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Hoãn nhắc việc 10 (13/01/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xin gia hạn việc 10] [3. Nhắc sau việc 10] [4. Xong việc 10]
VP: mai xong 10
“mai xong 10” có thể được hiểu là:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Hoãn nhắc việc 10 (12/01/2023): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xin gia hạn việc 10] [3. Nhắc sau việc 10] [4. Xong việc 10]
VP: không xong 10 được
“không xong 10 được” có thể được hiểu là:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Hoãn nhắc việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xin gia hạn việc 10] [3. Nhắc sau việc 10] [4. Xong việc 10]
VP: chưa xong 10
“chưa xong 10” có thể được hiểu là:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10]
VP: xin lùi đến 10/2 do chờ ý kiến
“xin lùi đến 10/2 do chờ ý kiến” có thể được hiểu là:
1. Đề nghị gia hạn việc 10 (10/02/2023, do chờ ý kiến): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Xin gia hạn việc 10]
""",
    )


def test_in_a_group_it_is_asked_where_a_task_is_named(play: Play) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    holds(
        play,
        """
nhom/lan: xong 10 chưa ký
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Báo hoàn thành việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
3. Đề nghị gia hạn việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
4. Hoãn nhắc việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 10] [2. Xong việc 10] [3. Xin gia hạn việc 10] [4. Nhắc sau việc 10]
nhom/lan: chưa xong đâu nhé

nhom/lan: xogn 10

P-LL: xong 1 tuần sau
Nội dung này cho thấy việc có thể chưa xong nên chưa ghi nhận gì. Đề nghị chọn:
1. Báo đang thực hiện việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
2. Báo hoàn thành việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
3. Đề nghị gia hạn việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
4. Hoãn nhắc việc 1: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…
Đề nghị trả lời bằng số thứ tự.
[1. Đang làm việc 1] [2. Xong việc 1] [3. Xin gia hạn việc 1] [4. Nhắc sau việc 1]
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
