"""What units ask of Nội vụ while it has no chat: said truthfully, kept, and told to the first that joins."""

from data.kinds import Role
from data.people import addressing
from tests.bot.dialogues import Play, holds


def test_without_a_chat_of_noi_vu_nothing_is_promised_and_nothing_is_lost(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-12 09:00
noi-vu: quen toi dong y
Đã xóa tên, mã tài khoản và kết nối tin nhắn riêng của đồng chí.
Trong nội dung đã ghi trước đây, họ tên đồng chí và tên gọi đứng sau “đ/c”, “anh”, “chị”… đã được che. Nếu còn cách gọi khác, đề nghị đồng chí báo Phòng Nội vụ.
Khi cần dùng lại, đề nghị đồng chí liên hệ Phòng Nội vụ để được cấp mã mời mới.
VP: vuong 10 chưa có kinh phí
Đã ghi nhận: Văn phòng HĐND-UBND thành phố có vướng mắc khi thực hiện việc 10: chưa có kinh phí.
Phòng Nội vụ hiện chưa có cuộc trò chuyện nào nhận được tin; nội dung này được lưu và sẽ chuyển khi kết nối lại. Nếu gấp, đề nghị đồng chí liên hệ trực tiếp.
Thời hạn không thay đổi (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).
Cần gia hạn, gõ: gia han 10
VP: gia han 10 15/02/2023 chờ ý kiến cấp trên
Đã ghi nhận đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Phòng Nội vụ hiện chưa có cuộc trò chuyện nào nhận được tin; nội dung này được lưu và sẽ chuyển khi kết nối lại. Nếu gấp, đề nghị đồng chí liên hệ trực tiếp.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 8 ngày làm việc).
VP: xong 4 3 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 12/01/2023.
Nếu báo nhầm, gõ: bao nham 4
[↩️ Báo nhầm việc 4]
VP: bao chung 4
Đã ghi nhận đề nghị lấy báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 4, quý I làm báo cáo chung của các đơn vị chủ trì.
Phòng Nội vụ hiện chưa có cuộc trò chuyện nào nhận được tin; nội dung này được lưu và sẽ chuyển khi kết nối lại. Nếu gấp, đề nghị đồng chí liên hệ trực tiếp.
Khi Phòng Nội vụ chưa xác nhận, mỗi đơn vị chủ trì vẫn báo riêng.
""",
    )
    play.type("lan", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    assert [notice.title for notice in play.notices("lan")] == [
        "VƯỚNG MẮC: việc 10, Văn phòng HĐND-UBND thành phố",
        "BÁO CÁO CHUNG – VIỆC 4",
        "ĐỀ NGHỊ GIA HẠN: việc 10, Văn phòng HĐND-UBND thành phố",
    ]
    play.type("minh", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    assert play.notices("minh") == []


def test_what_is_no_longer_asked_is_not_told(play: Play) -> None:
    play.type("noi-vu", "quen toi dong y")
    play.type("VP", "vuong 10 chưa có kinh phí")
    play.type("VP", "xong 10 số 12/KH-VP")
    play.type("VP", "xong 4 3 tin")
    play.type("VP", "bao chung 4")
    play.type("VP", "bao nham 4")
    play.type("lan", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    assert play.notices("lan") == []


def test_a_chat_that_was_out_of_reach_hears_it_when_it_writes_again(play: Play) -> None:
    with play.conversation.store.transaction() as session:
        addressing.mark_unreachable(session, "local", "noi-vu", "blocked", play.now)
    play.type("VP", "vuong 10 chưa có kinh phí")
    assert play.notices("noi-vu") == []
    play.type("noi-vu", "tinh hinh")
    assert ["chưa có kinh phí" in notice.text for notice in play.notices("noi-vu")] == [True]


def test_noi_vu_hears_of_evidence_that_comes_after_it_has_taken_note(play: Play) -> None:
    play.type("VP", "xong 10 số 12/KH-VP")
    play.type("VP", "minh chung 10 số 13/KH-VP")
    assert play.notices("noi-vu") == []
    play.type("noi-vu", "ghi nhan 10")
    holds(
        play,
        """
@ 2023-01-12 09:00
VP: minh chung 10 số 14/KH-VP
Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.
Minh chứng: văn bản số 12/KH-VP, văn bản số 13/KH-VP, văn bản số 14/KH-VP.
noi-vu hears
BỔ SUNG MINH CHỨNG: việc 10, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố bổ sung minh chứng cho báo cáo đối với việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…) đã được ghi nhận trước đó.
Minh chứng: văn bản số 12/KH-VP, văn bản số 13/KH-VP, văn bản số 14/KH-VP.
Người gửi: đ/c Nguyễn Văn A.
Trân trọng.
""",
    )
