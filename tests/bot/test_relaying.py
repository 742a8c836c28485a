"""What only Nội vụ can settle is carried to it; units learn whom to ask and what became of their reports."""

from tests.bot.dialogues import Play, holds


def test_what_a_unit_and_a_leader_may_ask_and_have_carried(play: Play) -> None:
    holds(
        play,
        """
VP: bao cao da gui
Chưa ghi nhận báo cáo nào của đơn vị.
VP: xong 1 3 tin
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: ghi nhan 1 VP
Đã ghi nhận báo cáo việc 1, quý I: Văn phòng HĐND-UBND thành phố – 3 tin.
VP: khong phat sinh 12
Đã ghi nhận Văn phòng HĐND-UBND thành phố không phát sinh hoạt động trong quý I đối với việc 12.
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.
Nếu báo nhầm, gõ: bao nham 12
[↩️ Báo nhầm việc 12]
VP: bao cao da gui
BÁO CÁO CỦA ĐƠN VỊ – Thứ Tư, 11/01/2023
• Việc 1, quý I: đã báo 07:30 ngày 11/01/2023; 3 tin; Phòng Nội vụ đã ghi nhận
• Việc 12, quý I: đã báo không phát sinh, 07:30 ngày 11/01/2023; chờ Phòng Nội vụ xem
VP: bao cao da gui 10
BÁO CÁO CỦA ĐƠN VỊ – Thứ Tư, 11/01/2023
• Việc 10: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)
VP: lien he
Phòng Nội vụ theo dõi, đôn đốc việc thực hiện kế hoạch.
Để chuyển ý kiến, đề nghị nhắn: chuyen noi vu …
VP: doi can bo
Khi thay cán bộ phụ trách của Văn phòng HĐND-UBND thành phố:
1. Phòng Nội vụ cấp mã mời mới (moi VP).
2. Cán bộ mới gửi mã mời trong tin nhắn riêng với hệ thống.
3. Cán bộ thôi phụ trách nhắn: quen toi
[Đề nghị cấp mã]
VP: chuyen noi vu đề nghị cử cán bộ hướng dẫn việc 11
Đã chuyển Phòng Nội vụ: đề nghị cử cán bộ hướng dẫn việc 11.
Ý kiến trả lời sẽ gửi tại đây hoặc trao đổi trực tiếp.
VP: chuyen noi vu
Đề nghị đồng chí ghi thêm nội dung cần thông báo, ví dụ: chuyen noi vu …
VP: van ban ke hoach
KẾ HOẠCH ĐANG THỰC HIỆN
• Kế hoạch số 06/KH-UBND ngày 11/01/2023: Tuyên truyền cải cách hành chính năm 2023
Phòng Nội vụ lưu văn bản đã ban hành; để đề nghị gửi, nhắn: chuyen noi vu …
Báo cáo chỉ cần một dòng, theo mẫu: xong 1 …
lanh-dao: chuyen noi vu đôn đốc các phường chưa báo
Đã chuyển Phòng Nội vụ: đôn đốc các phường chưa báo.
Ý kiến trả lời sẽ gửi tại đây hoặc trao đổi trực tiếp.
noi-vu: chuyen noi vu x
“chuyen noi vu” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    assert [(told.title, told.text) for told in play.notices("noi-vu")] == [
        (
            "Ý KIẾN CHUYỂN ĐẾN: Văn phòng HĐND-UBND thành phố",
            (
                "Kính gửi: Phòng Nội vụ\n"
                "Văn phòng HĐND-UBND thành phố (cán bộ đầu mối): đề nghị cử cán bộ hướng dẫn việc 11.\n"
                "Nguyễn Văn A, 07:30 ngày 11/01/2023\n"
                "Trân trọng."
            ),
        ),
        (
            "Ý KIẾN CHUYỂN ĐẾN: Ủy ban nhân dân thành phố Hưng Yên",
            (
                "Kính gửi: Phòng Nội vụ\n"
                "Ủy ban nhân dân thành phố Hưng Yên (lãnh đạo): đôn đốc các phường chưa báo.\n"
                "Nguyễn Văn A, 07:30 ngày 11/01/2023\n"
                "Trân trọng."
            ),
        ),
    ]
