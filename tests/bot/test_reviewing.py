"""Nội vụ takes note of reports or sends them back: dialogues word for word, and what the record keeps."""

from sqlmodel import col, select

from bot.talk import Answer
from data.kinds import MessageKind
from data.model import Change, Confirmation, Message
from data.people import addressing
from data.store import Store
from data.talk import Outgoing
from tests.bot.dialogues import Play, holds
from tests.bot.passing import heard_in, passes
from tests.building import at

DIGEST = """\
Kính gửi: Phòng Nội vụ
Tình hình thực hiện Kế hoạch số 06/KH-UBND đến ngày 31/01/2023:

Mới báo, đề nghị xem:
• Việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP
• Việc 3, quý I: Phòng Văn hóa và Thông tin – không phát sinh; Trung tâm Văn hóa và Truyền thanh – 2 tin
Ghi nhận: ghi nhan 3, 10 · Trả lại: tra lai 10 VP và lý do

Đề nghị gia hạn, cần trả lời:
• UBND phường Lê Lợi đề nghị gia hạn việc 1, quý I đến hết ngày 20/03/2023 (hạn: thứ Ba, 14/03/2023). Lý do: chờ số liệu. Người đề nghị: đ/c Nguyễn Văn A, 09:00 ngày 30/01/2023.

Đề nghị xác định thời hạn:
• Việc 11: Tổ chức triển khai Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa… (thời hạn: “Theo thời hạn tại Kế hoạch của UBND TP”)
  Chủ trì: Văn phòng HĐND-UBND thành phố
Trả lời: dat han 11 …/…/2023

Xem thêm: tinh hinh
Trân trọng."""


def last_digest(play: Play, chat: str) -> Outgoing:
    """The digest that went to a chat last, with its buttons."""
    with play.conversation.store.transaction() as session:
        (address, *_) = addressing.addresses_of(session, "local", chat)
        message = session.exec(
            select(Message)
            .where(Message.address_id == address.id, Message.kind == MessageKind.DIGEST)
            .order_by(col(Message.slot_day).desc())
        ).first()
        assert message
        composed = play.conversation.composer.compose(session, message)
    assert composed
    return composed.outgoing


def said(answer: Answer) -> list[str]:
    return [reply.text for reply in answer.replies]


def test_a_report_is_taken_note_of(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:12
noi-vu: ghi nhan 10 VP
Văn phòng HĐND-UBND thành phố chưa có báo cáo việc 10 để xem.
VP: xong 10 số 12/KH-VP ngày 30/01/2023
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP ngày 30/01/2023. Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: ghi nhan 10 VP
Đã ghi nhận báo cáo việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP ngày 30/01/2023.
noi-vu: ghi nhan 10
Các báo cáo việc 10 đã được ghi nhận trước đó.
noi-vu: ghi nhan 10 VP
Báo cáo việc 10 của Văn phòng HĐND-UBND thành phố đã được ghi nhận trước đó.
noi-vu: ghi nhan 10 P-LL
UBND phường Lê Lợi không chủ trì việc 10.
noi-vu: ghi nhan 99
Kế hoạch không có việc 99. Để xem các việc, gõ: tinh hinh
noi-vu: ghi nhan
BÁO CÁO CHỜ XEM – Thứ Hai, 30/01/2023
Không có báo cáo nào chờ xem.
VP: bao nham 10
Báo cáo việc 10 đã được Phòng Nội vụ ghi nhận. Khi cần thay đổi, đề nghị đồng chí liên hệ Phòng Nội vụ.
VP: ghi nhan 10
“ghi nhan” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
lanh-dao: ghi nhan 10
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Chuyển ý kiến đến Phòng Nội vụ: chuyen noi vu ghi nhan 10
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
""",
    )
    with store.transaction() as session:
        lines = session.exec(select(Change).where(Change.action == "accept")).all()
        assert [(line.before, line.after) for line in lines] == [({"state": "done"}, {"state": "accepted"})]
        assert all(line.officer_id and line.address_id for line in lines)


def test_all_who_reported_are_taken_note_of_together(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 08:00
VHTT: xong 3 3 tin 2 bài
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 3 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 3 tin 2 bài. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
TTVHTT: khong phat sinh 3
Đã ghi nhận Trung tâm Văn hóa và Truyền thanh không phát sinh hoạt động trong quý I đối với việc 3.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
noi-vu: ghi nhan 3
Đã ghi nhận báo cáo việc 3, quý I: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh.
noi-vu: tinh hinh 3
TÌNH HÌNH VIỆC 3, QUÝ I/2023 – Thứ Ba, 07/03/2023
Phát triển các hình thức tuyên truyền CCHC
2/2 đơn vị đã báo.
Không phát sinh: Trung tâm Văn hóa và Truyền thanh
Phòng Nội vụ đã ghi nhận:
• Phòng Văn hóa và Thông tin – 3 tin 2 bài
Tổng: 3 tin, 2 bài
KT: xong 14 số 5/BC-KT
Đã ghi nhận Phòng Kinh tế báo kết quả quý I đối với việc 14 (kỳ báo đến hết ngày 14/03/2023).
Minh chứng: văn bản số 5/BC-KT. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 14
[↩️ Báo nhầm việc 14]
TUPHAP: xong 7, 8
Đã ghi nhận Phòng Tư pháp báo kết quả quý I đối với việc 7, 8 (kỳ báo đến hết ngày 14/03/2023).
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Chưa ghi kết quả. Để bổ sung từng việc, gõ, ví dụ: xong 7 số …/KH-TP
Nếu báo nhầm, gõ “bao nham” và số việc, ví dụ: bao nham 7
[↩️ Báo nhầm việc 7] [↩️ Báo nhầm việc 8]
noi-vu: ghi nhan 7 14 6
Đã ghi nhận báo cáo việc 7, quý I: Phòng Tư pháp – chưa ghi kết quả.

Đã ghi nhận báo cáo việc 14, quý I: Phòng Kinh tế – văn bản số 5/BC-KT.

Việc 6 chưa có báo cáo nào để xem.
""",
    )


def test_a_report_is_sent_back_with_what_is_to_be_added(play: Play, store: Store) -> None:
    holds(
        play,
        """
@ 2023-01-30 09:12
noi-vu: tra lai 10 VP thiếu số văn bản
Văn phòng HĐND-UBND thành phố chưa có báo cáo việc 10 để xem.
VP: xong 10
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.
Chưa ghi số văn bản. Để bổ sung, gõ: minh chung 10 số …/KH-VP
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
noi-vu: tra lai 10 VP
Đề nghị đồng chí nêu nội dung cần bổ sung, ví dụ: tra lai 10 VP và lý do
noi-vu: tra lai
Đề nghị đồng chí ghi thêm số của việc, ví dụ: tra lai 10
noi-vu: tra lai 10 P-LL thiếu số văn bản
UBND phường Lê Lợi không chủ trì việc 10.
noi-vu: tra lai 10 VP thiếu số văn bản
Đã trả lại báo cáo việc 10 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: thiếu số văn bản.
Đã gửi thông báo đến đơn vị.
VP hears
ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 10
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ đã xem báo cáo việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…), đề nghị bổ sung. Lý do: thiếu số văn bản.
Việc 10 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
Sau khi bổ sung, đề nghị báo lại: xong 10 số …/KH-VP
Trân trọng.
[✅ Xong việc 10]
VP: xong 10 số 12/KH-VP ngày 30/01/2023
Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 1 ngày làm việc (hạn: thứ Ba, 31/01/2023).
Minh chứng: văn bản số 12/KH-VP ngày 30/01/2023. Người báo: đ/c Nguyễn Văn A, 09:12 ngày 30/01/2023.
Nếu báo nhầm, gõ: bao nham 10
[↩️ Báo nhầm việc 10]
VP hears
(nothing)
noi-vu: ghi nhan 10
Đã ghi nhận báo cáo việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP ngày 30/01/2023.
noi-vu: tra lai 10 bản gửi chưa có chữ ký.
Đã trả lại báo cáo việc 10 của Văn phòng HĐND-UBND thành phố.
Nội dung cần bổ sung: bản gửi chưa có chữ ký.
Đã gửi thông báo đến đơn vị.
VP hears
ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 10
Kính gửi: Văn phòng HĐND-UBND thành phố
Phòng Nội vụ đã xem báo cáo việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…), đề nghị bổ sung. Lý do: bản gửi chưa có chữ ký.
Việc 10 được tính là chưa báo (hạn: thứ Ba, 31/01/2023, còn 1 ngày làm việc).
Sau khi bổ sung, đề nghị báo lại: xong 10 số …/KH-VP
Trân trọng.
[✅ Xong việc 10]
VP: tra lai 10 VP thiếu
“tra lai” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    with store.transaction() as session:
        said = session.exec(select(Confirmation).order_by(col(Confirmation.id))).all()
        assert [each.return_reason for each in said] == ["thiếu số văn bản", "bản gửi chưa có chữ ký."]
        assert all(each.returned_at for each in said)
        lines = session.exec(select(Change).where(Change.action == "return").order_by(col(Change.id))).all()
        assert [(line.before["state"], line.after) for line in lines] == [
            ("done", {"state": "open", "reason": "thiếu số văn bản"}),
            ("accepted", {"state": "open", "reason": "bản gửi chưa có chữ ký."}),
        ]


def test_of_several_units_one_must_be_named(play: Play) -> None:
    holds(
        play,
        """
@ 2023-03-07 08:00
VHTT: khong phat sinh 3
Đã ghi nhận Phòng Văn hóa và Thông tin không phát sinh hoạt động trong quý I đối với việc 3.
Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
TTVHTT: xong 3 một lớp tập huấn
Đã ghi nhận Trung tâm Văn hóa và Truyền thanh báo kết quả quý I đối với việc 3 (kỳ báo đến hết ngày 14/03/2023).
Kết quả: 1 lớp tập huấn. Người báo: đ/c Nguyễn Văn A, 08:00 ngày 07/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
noi-vu: tra lai 3 chưa có số liệu
Đề nghị đồng chí ghi thêm đơn vị (mã hoặc tên), ví dụ: tra lai 3 VHTT và lý do
noi-vu: tra lai 3 Trung tâm Văn hóa và Truyền thanh chưa có số liệu
Đã trả lại báo cáo việc 3, quý I của Trung tâm Văn hóa và Truyền thanh.
Nội dung cần bổ sung: chưa có số liệu.
Đã gửi thông báo đến đơn vị.
""",
    )


async def test_a_check_in_sent_back_after_its_window_has_its_grace_again(play: Play) -> None:
    await passes(play, "2023-03-14")
    play.type("VHTT", "xong 3 một lớp tập huấn")
    await passes(play, "2023-03-20", "2023-03-24")
    holds(
        play,
        """
noi-vu: tra lai 3 VHTT chưa có số liệu
Đã trả lại báo cáo việc 3, quý I của Phòng Văn hóa và Thông tin.
Nội dung cần bổ sung: chưa có số liệu.
Đã gửi thông báo đến đơn vị.
VHTT hears
ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 3, quý I
Kính gửi: Phòng Văn hóa và Thông tin
Phòng Nội vụ đã xem báo cáo việc 3, quý I (Phát triển các hình thức tuyên truyền CCHC), đề nghị bổ sung. Lý do: chưa có số liệu.
Việc 3 được tính là chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo).
Sau khi bổ sung, đề nghị báo lại: xong 3 … tin … bài
Chưa có hoạt động: khong phat sinh 3
Trân trọng.
[✅ Xong việc 3] [Không phát sinh việc 3]
""",
    )
    sent = await passes(play, "2023-03-27", "2023-03-28", "2023-03-29", "2023-03-30", "2023-03-31")
    assert [words.splitlines()[0] for words in heard_in(sent, "VHTT")] == [
        "ĐỀ NGHỊ BỔ SUNG BÁO CÁO: việc 3, quý I",
        "NHẮC VIỆC: báo bổ sung quý I, việc 3",
    ]
    holds(
        play,
        """
noi-vu: tinh hinh 3 quy 1
TÌNH HÌNH VIỆC 3, QUÝ I/2023 – Thứ Sáu, 31/03/2023
Phát triển các hình thức tuyên truyền CCHC
0/2 đơn vị đã báo.
Chưa báo (hạn: thứ Ba, 14/03/2023, đã hết kỳ báo): Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh
Kỳ sau: tinh hinh 3 quy 2
""",
    )
    await passes(play, "2023-04-03")
    holds(
        play,
        """
VHTT: viec
VIỆC CỦA PHÒNG VĂN HÓA VÀ THÔNG TIN
Đến thứ Hai, 03/04/2023, đơn vị có 6 việc chờ báo kết quả.

Báo kết quả theo kỳ:
• Việc 1, quý II: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn 2021-2030… (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)
• Việc 3, quý II: Phát triển các hình thức tuyên truyền CCHC (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)
• Việc 4, quý II: Xây dựng, duy trì chuyên trang thông tin về CCHC của thành phố (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)
• Việc 5, quý II: Tuyên truyền công tác cải cách tổ chức bộ máy, phổ biến đến cán bộ, công chức, viên chức… (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)
• Việc 12, quý II: Tuyên truyền đầy mạnh ứng dụng CNTT trong hoạt động quản lý nhà nước của các cơ quan nhà nước… (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)
• Việc 13, quý II: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng dịch vụ công trực tuyến toàn trình… (hạn: thứ Tư, 14/06/2023, còn 49 ngày làm việc)

Phối hợp thực hiện: việc 2, 6, 7, 8, 9, 10, 11, 14, 15.
Trả lời: xong 1 … tin … bài · Xem nội dung: viec 1
[✅ Xong việc 1] [Không phát sinh việc 1] [✅ Xong việc 3] [Không phát sinh việc 3] [✅ Xong việc 4] [Không phát sinh việc 4] [✅ Xong việc 5] [Không phát sinh việc 5]
""",
    )


async def test_the_digest_lists_what_waits_with_a_button_for_each(play: Play) -> None:
    await passes(play, "2023-01-30")
    play.now = at("2023-01-30 09:00")
    play.type("VP", "xong 10 số 12/KH-VP")
    play.type("P-LL", "gia han 1 20/03 lý do chờ số liệu")
    play.type("VHTT", "khong phat sinh 3")
    play.type("TTVHTT", "xong 3 2 tin")
    await passes(play, "2023-01-31")
    digest = last_digest(play, "noi-vu")
    assert digest.text == DIGEST
    assert [(choice.label, choice.act.typed) for choice in digest.choices] == [
        ("Cho gia hạn việc 1 – P-LL đến 20/03", "cho gia han 1 P-LL 20/03/2023"),
        ("Không cho gia hạn việc 1 – P-LL", "khong cho gia han 1 P-LL 20/03/2023"),
        ("Ghi nhận việc 10 – VP", "ghi nhan 10 VP"),
        ("Ghi nhận việc 3 – VHTT", "ghi nhan 3 VHTT"),
        ("Ghi nhận việc 3 – TTVHTT", "ghi nhan 3 TTVHTT"),
    ]
    play.buttons["noi-vu"] = digest.choices
    assert said(play.press("noi-vu", "Ghi nhận việc 3 – TTVHTT")) == [
        "Đã ghi nhận báo cáo việc 3, quý I: Trung tâm Văn hóa và Truyền thanh – 2 tin."
    ]
    play.type("VP", "bao nham 10")
    play.buttons["noi-vu"] = digest.choices
    assert said(play.press("noi-vu", "Ghi nhận việc 10 – VP")) == ["Nút này đã cũ. Để xem việc hiện tại, gõ: viec"]


async def test_groups_everybody_and_all_but_some_are_taken_note_of(play: Play) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
P-LL: xong 1 quy 1 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
X-TN: xong 1 quy 1 5 tin
Đã ghi nhận UBND xã Trung Nghĩa báo kết quả quý I đối với việc 1, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 5 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
KT: xong 14 số 21/BC-KT
Việc 14: đồng chí báo cho kỳ nào?
1. quý I (kết thúc ngày 14/03/2023, đơn vị chưa báo)
2. quý II (đến hết ngày 14/06/2023)
Đề nghị trả lời bằng số thứ tự.
[1. Quý I] [2. Quý II]
VHTT: xong 3 quy 1 2 tin
Đã ghi nhận Phòng Văn hóa và Thông tin báo kết quả quý I đối với việc 3, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 2 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 3
[↩️ Báo nhầm việc 3]
noi-vu: ghi nhan 1 tru P-LL
Đã ghi nhận báo cáo việc 1, quý I: UBND xã Trung Nghĩa – 5 tin.
noi-vu: ghi nhan tru 1
Chưa ghi nhận. Có ghi nhận 1 báo cáo sau không?
• Việc 3, quý I: Phòng Văn hóa và Thông tin – 2 tin
1. Ghi nhận
Đề nghị trả lời bằng số thứ tự.
[1. Ghi nhận]
noi-vu: ghi nhận hết các phường xã
Chưa ghi nhận. Có ghi nhận 1 báo cáo sau không?
• Việc 1, quý I: UBND phường Lê Lợi – 3 tin
1. Ghi nhận
Đề nghị trả lời bằng số thứ tự.
[1. Ghi nhận]
noi-vu: 1
Đã ghi nhận báo cáo việc 1, quý I: UBND phường Lê Lợi – 3 tin.
noi-vu: ghi nhận tất cả trừ KT
Chưa ghi nhận. Có ghi nhận 1 báo cáo sau không?
• Việc 3, quý I: Phòng Văn hóa và Thông tin – 2 tin
1. Ghi nhận
Đề nghị trả lời bằng số thứ tự.
[1. Ghi nhận]
noi-vu: dong y
Đã ghi nhận báo cáo việc 3, quý I: Phòng Văn hóa và Thông tin – 2 tin.
noi-vu: ghi nhận tất cả báo cáo việc 14
Chưa ghi nhận gì. Có phải ý đồng chí là:
1. Ghi nhận báo cáo của đơn vị: ghi nhan 14
2. Không phải, để gõ lại
Đề nghị trả lời bằng số thứ tự.
[1. Đúng] [2. Không phải, để gõ lại]
noi-vu: ghi nhan P-LL
BÁO CÁO CHỜ XEM – Thứ Năm, 16/03/2023
Không có báo cáo nào chờ xem.
noi-vu: ghi nhan 1 cac phuong xa tru P-LL
Các báo cáo việc 1 đã được ghi nhận trước đó.
noi-vu: ghi nhan abc
BÁO CÁO CHỜ XEM – Thứ Năm, 16/03/2023
Không có báo cáo nào chờ xem.
""",
    )
