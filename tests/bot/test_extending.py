"""A later day: asked for by a unit, granted on a ground or refused; the plan's day stays and both are shown."""

from sqlmodel import col, select

from data.kinds import MessageKind
from data.model import Change, Extension, Message
from data.store import Store
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import owed, send_all


def test_a_day_is_asked_for_and_the_last_request_counts(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han
Việc nào? Đề nghị đồng chí ghi số của việc.
Các việc đang chờ báo: 1 · 4 · 10 · 11 · 12 · 13
VP: gia han 10
Đề nghị ghi thêm ngày đề nghị gia hạn và lý do, ví dụ: gia han 10 …/… lý do …
VP: gia han 10 tuan sau
Đến ngày nào? Đề nghị đồng chí ghi rõ, ví dụ: 20/3
VP: gia han 10 30/02
Chưa rõ ngày trong “30/02”. Đề nghị ghi ngày và lý do, ví dụ: gia han 10 …/… lý do …
VP: gia han 10 29/01
Ngày 29/01/2023 đã qua. Đề nghị chọn ngày từ hôm nay trở đi.
VP: gia han 10 31/01
Ngày 31/01/2023 không muộn hơn hạn hiện nay (31/01/2023). Đề nghị chọn ngày muộn hơn.
VP: gia han 11 15/02
Việc 11 chưa có thời hạn nên chưa đề nghị gia hạn được. Phòng Nội vụ sẽ xác định thời hạn.
P-LL: gia han 10 15/02
Việc 10 do Văn phòng HĐND-UBND thành phố chủ trì và báo kết quả; đơn vị đồng chí phối hợp, không phải báo.
VP: gia han 10 10/02
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Sáu, 10/02/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 10/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
VP: gia han 10 đến hết ngày 15/02, lý do: chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị này thay cho đề nghị trước (đến 10/02/2023).
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
noi-vu hears
ĐỀ NGHỊ GIA HẠN: việc 10, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Thời hạn do UBND quyết định: khi đồng ý gia hạn, đề nghị nêu số văn bản hoặc họ tên, chức vụ lãnh đạo đã đồng ý.
Đồng ý: cho gia han 10 VP theo công văn số … · Không đồng ý: khong cho gia han 10 VP
Trân trọng.
[Cho gia hạn việc 10 – VP đến 15/02] [Không cho gia hạn việc 10 – VP]
lanh-dao: gia han 10 15/02
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu gia han 10 15/02
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )
    with store.transaction() as session:
        asked = session.exec(select(Extension).order_by(col(Extension.id))).all()
        assert [(each.until.isoformat(), each.decided_at is None, each.granted) for each in asked] == [
            ("2023-02-10", False, None),
            ("2023-02-15", True, None),
        ]
        assert owed(session, "10")[0].due_on == owed(session, "10")[0].plan_due_on


def test_it_is_granted_on_the_ground_of_a_document(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han 10 15/02 lý do chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
noi-vu: cho gia han 10 VP
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 15/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu: cho gia han 10 VP duoc
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 15/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu: cho gia han 10 VP 10/02 theo công văn số 15/UBND-VP
Văn phòng HĐND-UBND thành phố nay đề nghị ngày khác: 15/02/2023. Nếu cho gia hạn đến ngày đó, gõ: cho gia han 10 VP theo công văn số …
noi-vu: cho gia han 10 P-LL theo công văn số 15/UBND-VP
UBND phường Lê Lợi không chủ trì việc 10.
noi-vu: cho gia han 6 theo công văn số 15/UBND-VP
Phòng Tư pháp không có đề nghị gia hạn việc 6 nào đang chờ trả lời.
noi-vu: cho gia han 1 theo công văn số 15/UBND-VP
Việc 1 không có đề nghị gia hạn nào đang chờ trả lời.
noi-vu: cho gia han 10 VP theo công văn số 15/UBND-VP ngày 30/01/2023
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Căn cứ: công văn số 15/UBND-VP ngày 30/01/2023.
Đã gửi thông báo đến đơn vị.
VP hears
GIA HẠN: việc 10, hạn 15/02/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thời hạn việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…) được gia hạn.
Hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc.
Căn cứ: công văn số 15/UBND-VP ngày 30/01/2023.
Trân trọng.
noi-vu: cho gia han 10 VP theo công văn số 15/UBND-VP
Văn phòng HĐND-UBND thành phố không có đề nghị gia hạn việc 10 nào đang chờ trả lời.
VP: cho gia han 10 VP theo công văn số 15/UBND-VP
“cho gia han” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    with store.transaction() as session:
        line = session.exec(select(Change).where(Change.action == "extend")).one()
        assert (line.before, line.after) == (
            {"due_on": "2023-01-31"},
            {"due_on": "2023-02-15", "ground": "công văn số 15/UBND-VP ngày 30/01/2023"},
        )
        fact = owed(session, "10")[0]
        assert (str(fact.plan_due_on), str(fact.due_on), fact.extension) == ("2023-01-31", "2023-02-15", None)


def test_it_is_granted_by_two_taps_and_both_days_are_shown_from_then_on(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han 10 15/02 lý do chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
noi-vu hears
ĐỀ NGHỊ GIA HẠN: việc 10, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Thời hạn do UBND quyết định: khi đồng ý gia hạn, đề nghị nêu số văn bản hoặc họ tên, chức vụ lãnh đạo đã đồng ý.
Đồng ý: cho gia han 10 VP theo công văn số … · Không đồng ý: khong cho gia han 10 VP
Trân trọng.
[Cho gia hạn việc 10 – VP đến 15/02] [Không cho gia hạn việc 10 – VP]
noi-vu [Cho gia hạn việc 10 – VP đến 15/02]
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 15/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu [Phó Chủ tịch UBND]
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Căn cứ: Phó Chủ tịch UBND.
Đã gửi thông báo đến đơn vị.
VP: viec 10
VIỆC 10 – Kế hoạch số 06/KH-UBND
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa, một cửa liên thông và thực hiện TTHC trên môi trường điện tử thành phố.
Sản phẩm: Kế hoạch truyền thông về hoạt động kiểm soát TTHC; văn bản triển khai thực hiện
Chủ trì: Văn phòng HĐND-UBND thành phố
Phối hợp: Phòng Nội vụ, Phòng Văn hóa và Thông tin, Phòng Tư pháp, Phòng Tài chính - Kế hoạch, Phòng Kinh tế, Phòng Quản lý đô thị, Phòng Tài nguyên và Môi trường, Phòng Lao động - Thương binh và Xã hội và 25 đơn vị khác
Thời hạn theo Kế hoạch: Tháng 01/2023 (hết ngày 31/01/2023)
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc)
Báo riêng từng sản phẩm, ví dụ: xong 10 ke hoach truyen thong
[✅ Xong việc 10]
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Hai, 30/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc).
noi-vu: tinh hinh VP
TÌNH HÌNH VĂN PHÒNG HĐND-UBND THÀNH PHỐ – Thứ Hai, 30/01/2023
Tổng số: đã báo 0/6 báo cáo, trong hạn 5, chưa có thời hạn 1; được gia hạn 1.
• Việc 1, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc)
• Việc 4, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc)
• Việc 10: chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc)
• Việc 11: chưa báo (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
• Việc 12, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc)
• Việc 13, quý I: chưa báo (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc)
noi-vu: chua bao 10
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Việc 10: 1 đơn vị chưa báo (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc): Văn phòng HĐND-UBND thành phố
@ 2023-02-16 09:00
noi-vu: qua han
VIỆC QUÁ HẠN – Thứ Năm, 16/02/2023
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, quá hạn 1 ngày làm việc)
  Chưa kết nối hoặc chưa nhận được tin nhắc: Văn phòng HĐND-UBND thành phố
Đôn đốc: don doc 10
[Đôn đốc việc 10]
noi-vu: don doc 10
Đã gửi tin đôn đốc đến 1 đơn vị:
• Việc 10: Văn phòng HĐND-UBND thành phố
VP hears
ĐÔN ĐỐC: việc 10, hạn 15/02/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thực hiện Kế hoạch số 06/KH-UBND, Phòng Nội vụ đề nghị đơn vị quan tâm thực hiện và báo kết quả các việc sau:
• Việc 10: Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, quá hạn 1 ngày làm việc)
Trả lời: xong 10 số …/KH-VP
Trân trọng.
[✅ Xong việc 10]
VP: xong 10 số 12/KH-VP
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, chậm 1 ngày làm việc (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Minh chứng: văn bản số 12/KH-VP. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 16/02/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
""",
    )


def test_it_is_refused_with_or_without_a_reason(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han 10 15/02 lý do chờ ý kiến cấp trên
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Lý do: chờ ý kiến cấp trên.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
P-LL: gia han 1 20/03
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 1, quý I đến hết thứ Hai, 20/03/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 1 20/03/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc).
noi-vu: khong cho gia han 10 VP vì đã cận ngày tổng kết
Đã ghi nhận không gia hạn việc 10 của Văn phòng HĐND-UBND thành phố, hạn giữ nguyên (hạn: thứ Ba, 31/01/2023).
Lý do: đã cận ngày tổng kết.
Đã gửi thông báo đến đơn vị.
VP hears
TRẢ LỜI ĐỀ NGHỊ GIA HẠN: việc 10, hạn 31/01/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Không đồng ý gia hạn việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…) đến hết ngày 15/02/2023.
Lý do: đã cận ngày tổng kết.
Đề nghị đơn vị thực hiện theo hạn hiện nay (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
Trân trọng.
noi-vu: khong cho gia han 1
Đã ghi nhận không gia hạn việc 1, quý I của UBND phường Lê Lợi, hạn giữ nguyên (hạn: thứ Ba, 14/03/2023).
Đã gửi thông báo đến đơn vị.
P-LL hears
TRẢ LỜI ĐỀ NGHỊ GIA HẠN: việc 1, quý I, hạn 14/03/2023
Kính gửi: UBND phường Lê Lợi
Không đồng ý gia hạn việc 1, quý I (Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030…) đến hết ngày 20/03/2023.
Đề nghị đơn vị thực hiện theo hạn hiện nay (hạn: thứ Ba, 14/03/2023, còn 31 ngày làm việc).
Trân trọng.
noi-vu: khong cho gia han 1 P-LL
UBND phường Lê Lợi không có đề nghị gia hạn việc 1 nào đang chờ trả lời.
""",
    )


def test_of_several_requests_one_must_be_named(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-13 09:00
VHTT: gia han 3 20/03 lý do chờ số liệu
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 3, quý I đến hết thứ Hai, 20/03/2023.
Lý do: chờ số liệu.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc).
TTVHTT: gia han 3 21/03 lý do chờ số liệu
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 3, quý I đến hết thứ Ba, 21/03/2023.
Lý do: chờ số liệu.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc).
noi-vu: cho gia han 3 theo công văn số 15/UBND-VP
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: cho gia han 3 VHTT
noi-vu: khong cho gia han 3
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: khong cho gia han 3 VHTT
""",
    )


def test_an_old_button_answers_no_later_request(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han 10 10/02 lý do chờ ý kiến
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Sáu, 10/02/2023.
Lý do: chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
noi-vu hears
ĐỀ NGHỊ GIA HẠN: việc 10, Văn phòng HĐND-UBND thành phố
Kính gửi: Phòng Nội vụ
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 10/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Thời hạn do UBND quyết định: khi đồng ý gia hạn, đề nghị nêu số văn bản hoặc họ tên, chức vụ lãnh đạo đã đồng ý.
Đồng ý: cho gia han 10 VP theo công văn số … · Không đồng ý: khong cho gia han 10 VP
Trân trọng.
[Cho gia hạn việc 10 – VP đến 10/02] [Không cho gia hạn việc 10 – VP]
VP: gia han 10 15/02 lý do chờ ý kiến
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị này thay cho đề nghị trước (đến 10/02/2023).
Lý do: chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
noi-vu [Cho gia hạn việc 10 – VP đến 10/02]
Văn phòng HĐND-UBND thành phố nay đề nghị ngày khác: 15/02/2023. Nếu cho gia hạn đến ngày đó, gõ: cho gia han 10 VP theo công văn số …
""",
    )


def test_what_is_reported_meanwhile_needs_no_later_day(play: Play) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:00
VP: gia han 10 15/02 lý do chờ ý kiến
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Lý do: chờ ý kiến.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
VP: xong 10
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: cho gia han 10 VP theo công văn số 15/UBND-VP
Văn phòng HĐND-UBND thành phố không có đề nghị gia hạn việc 10 nào đang chờ trả lời.
VP: gia han 10 15/02
Việc 10 đã được báo lúc 09:00 ngày 30/01/2023. Nếu báo nhầm, gõ: bao nham 10
""",
    )


def test_a_check_in_shows_the_period_s_own_day_beside_the_later_one(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-13 09:00
P-LL: gia han 1 20/03 lý do chờ số liệu
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 1, quý I đến hết thứ Hai, 20/03/2023.
Lý do: chờ số liệu.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 14/03/2023, còn 1 ngày làm việc).
noi-vu: cho gia han 1 P-LL theo ý kiến Chủ tịch UBND
Đã ghi nhận gia hạn việc 1, quý I của UBND phường Lê Lợi (hạn theo Kế hoạch: 14/03/2023; hạn điều chỉnh: thứ Hai, 20/03/2023).
Căn cứ: ý kiến Chủ tịch UBND.
Đã gửi thông báo đến đơn vị.
P-LL: xong 1 3 tin 2 bài
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1 (kỳ báo đến hết ngày 20/03/2023; theo Kế hoạch: 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 09:00 ngày 13/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
""",
    )


async def test_an_extended_task_is_reminded_of_by_its_new_day(play: Play) -> None:
    await passes(play, "2023-01-31")
    play.type("VP", "gia han 10 15/02 lý do chờ ý kiến cấp trên")
    play.type("noi-vu", "cho gia han 10 VP theo công văn số 15/UBND-VP")
    sent = await passes(play, "2023-02-01", "2023-02-08", "2023-02-13", "2023-02-15", "2023-02-16")
    said = {words.splitlines()[0]: words for words in heard_in(sent, "VP")}
    assert said.keys() == {
        "GIA HẠN: việc 10, hạn 15/02/2023",
        "NHẮC VIỆC: việc 10, hạn 15/02 (còn 10 ngày làm việc)",
        "NHẮC VIỆC: việc 10, hạn 15/02 (còn 5 ngày làm việc)",
        "NHẮC VIỆC: việc 10, hạn 15/02 (còn 2 ngày làm việc)",
        "NHẮC VIỆC: việc 10, hạn 15/02 (hôm nay là ngày cuối)",
        "QUÁ HẠN 1 ngày: việc 10 (hạn 15/02)",
    }
    today = "(hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, hôm nay là ngày cuối)"
    assert today in said["NHẮC VIỆC: việc 10, hạn 15/02 (hôm nay là ngày cuối)"]


async def test_noi_vu_agrees_in_reply_to_the_request(play: Play, store: Store) -> None:
    chat = await passes(play, "2023-01-30")
    play.type("VP", "gia han 10 15/02 chờ ý kiến cấp trên")
    await send_all(store, chat, play.now)
    assert "ĐỀ NGHỊ GIA HẠN" in heard_in(chat, "noi-vu")[-1]
    holds(
        play,
        """
noi-vu: đồng ý
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 07:30 ngày 30/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 15/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu: đồng ý nhé
Văn phòng HĐND-UBND thành phố đề nghị gia hạn việc 10 đến hết ngày 15/02/2023 (hạn: thứ Ba, 31/01/2023). Lý do: chờ ý kiến cấp trên. Người đề nghị: đ/c Nguyễn Văn A, 07:30 ngày 30/01/2023.
Đề nghị cho biết căn cứ: số văn bản hoặc lãnh đạo đồng ý. Ví dụ:
cho gia han 10 VP 15/02 theo công văn số …
[Chủ tịch UBND] [Phó Chủ tịch UBND]
noi-vu: dong y cau hoi 1
Đã ghi nhận đồng chí đồng ý: Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
Còn 9 câu hỏi, gõ: cau hoi
VP: đồng ý
Đã ghi nhận đồng chí nhận được tin nhắc việc ngày 30/01/2023 (13 việc).
noi-vu: đồng ý, theo ý kiến đ/c Hùng PCT
Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023).
Căn cứ: ý kiến đ/c Hùng PCT.
Đã gửi thông báo đến đơn vị.
VP hears
GIA HẠN: việc 10, hạn 15/02/2023
Kính gửi: Văn phòng HĐND-UBND thành phố
Thời hạn việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…) được gia hạn.
Hạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023, còn 12 ngày làm việc.
Căn cứ: ý kiến đ/c Hùng PCT.
Trân trọng.
noi-vu: đồng ý
Văn phòng HĐND-UBND thành phố không có đề nghị gia hạn việc 10 nào đang chờ trả lời.
""",
    )


async def test_in_reply_to_a_request_that_has_been_replaced_nothing_is_granted(play: Play, store: Store) -> None:
    chat = await passes(play, "2023-01-30")
    play.type("VP", "gia han 10 15/02")
    await send_all(store, chat, play.now)
    with store.transaction() as session:
        message = session.exec(select(Message).where(Message.kind == MessageKind.NOTICE)).one()
        ref = message.sent_refs[0]
    play.type("VP", "gia han 10 20/02")
    answer = play.type("noi-vu", "đồng ý, theo ý kiến đ/c Hùng PCT", answered=ref)
    assert [reply.text for reply in answer.replies] == [
        "Văn phòng HĐND-UBND thành phố không có đề nghị gia hạn việc 10 nào đang chờ trả lời."
    ]
    with store.transaction() as session:
        assert owed(session, "10")[0].due_on == owed(session, "10")[0].plan_due_on


def test_a_reason_may_follow_and_what_is_asked_for_stands_in_the_overview(play: Play) -> None:
    holds(
        play,
        """
VP: gia han 10 15/02
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Đề nghị chưa nêu lý do. Để bổ sung, gõ: gia han 10 15/02/2023 lý do …
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
VP: vì cán bộ phụ trách nghỉ ốm
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Đề nghị gia hạn việc 10 (cán bộ phụ trách nghỉ ốm): Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC…
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
VP: 1
Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.
Lý do: cán bộ phụ trách nghỉ ốm.
Khi chưa có trả lời, hạn hiện nay giữ nguyên (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc).
noi-vu: tinh hinh 10
TÌNH HÌNH VIỆC 10 – Thứ Tư, 11/01/2023
Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…
Văn phòng HĐND-UBND thành phố: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc) – đề nghị gia hạn đến 15/02/2023, chờ quyết định.
VP: gia han 10 lý do chờ ý kiến Sở
Đến ngày nào? Đề nghị đồng chí ghi rõ, ví dụ: 20/3
VP: gia han 10 vài hôm nữa
Đến ngày nào? Đề nghị đồng chí ghi rõ, ví dụ: 20/3
""",
    )
