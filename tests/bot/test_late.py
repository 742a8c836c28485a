"""What is overdue: for Nội vụ of the units, tasks and periods named; for a unit's own chat its own alone."""

from data.kinds import Role
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


def test_noi_vu_asks_of_units_tasks_and_periods(play: Play) -> None:
    holds(
        play,
        """
@ 2023-02-06 08:00
noi-vu: qua han VP
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc qua han VP
noi-vu: qua han quy 1 10
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc 10 quy 1
noi-vu: qua han P-LL
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
UBND phường Lê Lợi: không có việc quá hạn.
noi-vu: qua han 1
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
Việc 1: không có việc quá hạn.
Xem đơn vị chưa báo: chua bao 1
noi-vu: qua han quy 2
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
Quý II/2023: không có việc quá hạn.
noi-vu: qua han 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
noi-vu: qua han P-ZZ
“P-ZZ” không phải là việc, đơn vị hay kỳ. Đề nghị gõ, ví dụ: qua han 1 · qua han P-LL · qua han 1 quy 1
noi-vu: don doc qua han quy 1
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
lanh-dao: qua han VP
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố
""",
    )


async def test_a_unit_sees_its_own(play: Play) -> None:
    play.type("head", f"dang ky {play.invite('VP', Role.HEAD)}")
    await passes(play, "2023-03-14", "2023-03-15")
    holds(
        play,
        """
VP: qua han
VIỆC QUÁ HẠN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc)
Chưa báo, nhận báo bổ sung đến hết ngày 21/03: việc 1, 4, 12, 13 (quý I).
Xem việc còn lại: con lai
Trả lời: xong 10 số …/KH-VP
[✅ Xong việc 10]
VP [✅ Xong việc 10]
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 31 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 07:30 ngày 15/03/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
P-LL: qua han
VIỆC QUÁ HẠN CỦA UBND PHƯỜNG LÊ LỢI
Đến thứ Tư, 15/03/2023, UBND phường Lê Lợi không có việc quá hạn.
Chưa báo, nhận báo bổ sung đến hết ngày 21/03: việc 1, 12, 13 (quý I).
Xem việc còn lại: con lai
P-LL: qua han P-QT
Cuộc trò chuyện này chỉ xem được việc của đơn vị mình, không xem được của UBND phường Quang Trung. Để xem, gõ: viec
P-LL: qua han 10
VIỆC QUÁ HẠN CỦA UBND PHƯỜNG LÊ LỢI
Đến thứ Tư, 15/03/2023, UBND phường Lê Lợi không có việc quá hạn.
VP: bao nham 10
Đã rút báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.
Việc 10 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc).
Khi hoàn thành, gõ: xong 10 số …/KH-VP
head: qua han
VIỆC QUÁ HẠN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc)
Chưa báo, nhận báo bổ sung đến hết ngày 21/03: việc 1, 4, 12, 13 (quý I).
Xem việc còn lại: con lai
head: tre han 10 VP
VIỆC QUÁ HẠN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 31 ngày làm việc)
""",
    )


def test_who_drew_the_plan_up_sees_all_and_answers_for_its_own(play: Play) -> None:
    play.type("noi-vu", "don vi 2 thay VHTT")
    play.type("noi-vu", "dat han 2 20/01/2023")
    holds(
        play,
        """
@ 2023-02-06 08:00
VHTT: qua han
VIỆC QUÁ HẠN – Thứ Hai, 06/02/2023
• Việc 2: Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ, công chức, viên chức (hạn: thứ Sáu, 20/01/2023 là ngày nghỉ, tính đến hết 27/01; quá hạn 6 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Phòng Văn hóa và Thông tin
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn: thứ Ba, 31/01/2023, quá hạn 4 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố
[✅ Xong việc 2]
""",
    )


def test_in_a_group_talk_is_not_answered(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('VP')}")
    play.type("phong/minh", f"dang ky {play.invite('NV', Role.COORDINATOR)}")
    said = {
        text: [reply.title for reply in play.type(chat, text).replies]
        for chat, text in (
            ("nhom/lan", "quá hạn nộp học phí rồi"),
            ("nhom/lan", "chưa báo cáo được em ạ"),
            ("nhom/lan", "qua han"),
            ("phong/minh", "chưa báo được tuần này em ạ"),
            ("phong/minh", "chua bao P-LL"),
            ("phong/minh", "chua bao"),
        )
    }
    assert said == {
        "quá hạn nộp học phí rồi": [],
        "chưa báo cáo được em ạ": [],
        "qua han": ["VIỆC QUÁ HẠN CỦA VĂN PHÒNG HĐND-UBND THÀNH PHỐ"],
        "chưa báo được tuần này em ạ": [],
        "chua bao P-LL": ["CHƯA BÁO – Thứ Tư, 11/01/2023"],
        "chua bao": ["CHƯA BÁO – Thứ Tư, 11/01/2023"],
    }
