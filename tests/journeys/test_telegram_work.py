"""What units, Nội vụ and leaders say to each other over Telegram, tapped and typed, and what the tables hold then."""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlmodel import col, select

from data.kinds import MessageKind, Role
from data.model import Change, Confirmation, Evidence, Extension, Message, Occurrence, Officer
from data.store import Session, Store
from tests.bot.channels.pictures import jpeg
from tests.building import SWITCHED_ON, office, owed, run
from tests.data.documents import marking
from tests.doubles.telegram import PrivateChat
from tests.journeys.test_telegram import House, running

PHOTO = b"\xff\xd8\xff a photo"
KEPT = f"evidence/{hashlib.sha256(PHOTO).hexdigest()}.jpg"


@pytest.fixture
async def house(store: Store, tmp_path: Path) -> AsyncIterator[House]:
    """The office of the 2023 plan on the morning of its switch-on, with a bot on Telegram."""
    office(store)
    run(store, SWITCHED_ON)
    async with running(store, SWITCHED_ON, tmp_path) as opened:
        yield opened


async def asked(chat: PrivateChat, text: str) -> str:
    """What is answered to `text` in a chat where nothing else is unread."""
    await chat.says(text)
    return (await chat.next_message()).text


async def read_all(*chats: PrivateChat) -> None:
    for chat in chats:
        for _ in chat.unread:
            await chat.next_message()


def files_of(folder: Path) -> list[Path]:
    """What was kept of what people sent."""
    return [path for path in folder.rglob("*") if path.is_file() and path.parent != folder]


def changes(session: Session, occurrence_id: int) -> list[tuple[str, str]]:
    """What was done about an Occurrence, and by whom, in order; nothing of what the service did by itself."""
    rows = session.exec(
        select(Change.action, Officer.name)
        .join(Officer, col(Officer.id) == Change.officer_id)
        .where(Change.subject == "occurrence", Change.subject_id == occurrence_id)
        .order_by(col(Change.id))
    )
    return [(action, name) for action, name in rows]


async def test_a_photo_in_reply_to_the_digest_becomes_the_evidence_of_a_report(house: House, tmp_path: Path) -> None:
    officer = await house.joined("Nguyễn Văn An", "VP")
    await house.morning_of("2023-01-17")
    await officer.next_message()
    digest = await officer.next_message()
    assert digest.text.startswith("NHẮC VIỆC: việc 10, hạn 31/01 (còn 5 ngày làm việc)")

    await officer.sends_photo(PHOTO, reply_to=digest.id)
    question = await officer.next_message()
    assert question.text == (
        "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng. Đề nghị đồng chí chọn:\n"
        "1. Báo hoàn thành việc 10 kèm tệp này\n"
        "2. Báo xong “Kế hoạch truyền thông về hoạt động kiểm soát TTHC” của việc 10 kèm tệp này\n"
        "3. Báo xong “văn bản triển khai thực hiện” của việc 10 kèm tệp này\n"
        "4. Không lưu tệp này\n"
        "Đề nghị trả lời bằng số thứ tự."
    )
    await officer.presses("1. Xong việc 10 kèm tệp")
    receipt = await officer.next_message()
    assert receipt.text.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn")
    assert "\nMinh chứng: ảnh “anh.jpg”. Người báo: đ/c Nguyễn Văn An, 07:30 ngày 17/01/2023." in receipt.text

    await officer.presses("1. Xong việc 10 kèm tệp", on=question)
    assert (await officer.next_message()).text.startswith("Việc 10 đã được báo lúc 07:30 ngày 17/01/2023.")
    await officer.sends_file("so-12.pdf", marking.pdf("Báo cáo")(), reply_to=receipt.id)
    assert (await officer.next_message()).text == (
        "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.\n"
        "Minh chứng: ảnh “anh.jpg”, tệp “so-12.pdf”."
    )
    with house.service.parts.store.transaction() as session:
        rows = session.exec(select(Evidence).order_by(col(Evidence.id))).all()
        assert [(row.kind, row.value) for row in rows] == [("photo", "anh.jpg"), ("file", "so-12.pdf")]
        assert (rows[0].path, rows[0].sha256) == (KEPT, hashlib.sha256(PHOTO).hexdigest())
        assert len(session.exec(select(Confirmation)).all()) == 1
    assert (tmp_path / KEPT).read_bytes() == PHOTO


async def test_noi_vu_opens_what_a_unit_has_sent_and_takes_note(house: House) -> None:
    unit, staff = await house.joined("Nguyễn Văn An", "VP"), await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    stranger = await house.joined("Trần Thị Bình", "P-LL")
    picture = jpeg(1280, 960)
    await unit.sends_photo(picture, "xong 10 số 12/KH-VP")
    await unit.next_message()
    await unit.sends_file("Kế hoạch.docx", b"PK the plan")
    await unit.next_message()
    await house.morning_of("2023-01-12")
    await house.post()
    *_, digest = [await staff.next_message() for _ in range(2)]
    assert digest.buttons[-2:] == (("Xem minh chứng việc 10 – VP",), ("Ghi nhận việc 10 – VP",))

    await staff.presses("Xem minh chứng việc 10 – VP")
    words, photo, file = [await staff.next_message() for _ in range(3)]
    assert words.text.startswith("MINH CHỨNG VIỆC 10 – Kế hoạch số 06/KH-UBND\n")
    assert "• văn bản số 12/KH-VP\n• 1. ảnh “anh.jpg”\n• 2. tệp “Kế hoạch.docx”\n" in words.text
    assert (photo.text, photo.file.content if photo.file else b"") == ("1. anh.jpg", picture)
    assert (file.text, file.file and (file.file.name, file.file.content)) == (
        "2. Kế hoạch.docx",
        ("Kế hoạch.docx", b"PK the plan"),
    )
    assert [len(house.telegram.calls_of(method)) for method in ("sendPhoto", "sendDocument")] == [1, 1]

    # The same button in another unit's hands, and after the report has been sent back.
    await read_all(stranger)
    await stranger.says("viec")
    other = await stranger.next_message()
    await stranger.presses("Xem minh chứng việc 10 – VP", on=replace(other, keyboard=digest.keyboard))
    assert (await stranger.next_message()).text.startswith("Nút này đã cũ.")
    await asked(staff, "tra lai 10 VP thiếu chữ ký")
    await staff.presses("Xem minh chứng việc 10 – VP", on=digest)
    assert (await staff.next_message()).text == "Văn phòng HĐND-UBND thành phố chưa có báo cáo việc 10 để xem."
    assert [len(house.telegram.calls_of(method)) for method in ("sendPhoto", "sendDocument")] == [1, 1]


async def test_a_choice_too_long_for_a_button_has_one_for_who_was_asked(house: House) -> None:
    lan, minh = house.telegram.user("Trần Thị Lan"), house.telegram.user("Lê Văn Minh")
    group = house.telegram.group("Văn phòng", [lan, minh], kind="supergroup")
    await group.says(lan, f"/dang_ky {house.invite('VP')}")
    await group.next_message()
    await group.says(lan, "/viec 10")
    card = await group.next_message()
    await group.by(lan).sends_photo(PHOTO, reply_to=card.id)
    question = await group.next_message()
    label = "2. Kế hoạch truyền thông về hoạt động kiểm soát TTHC"
    assert [len(row) for row in question.buttons] == [1, 1, 1, 1]
    assert (question.data_of(label) or "").startswith("?")

    await group.presses(minh, label)
    assert (await group.next_message()).text == (
        "Nút này dành cho người đã gõ lệnh. Nếu đồng chí cũng cần, gõ: xong 10 Kế hoạch truyền thông về hoạt động kiểm"
        " soát TTHC kem tep"
    )
    await group.presses(lan, label)
    assert "Người báo: đ/c Trần Thị Lan" in (await group.next_message()).text
    await group.presses(lan, label, on=question)
    again = (await group.next_message()).text
    with house.service.parts.store.transaction() as session:
        reports = session.exec(select(Confirmation.part)).all()
        assert reports == ["Kế hoạch truyền thông về hoạt động kiểm soát TTHC"], again
        for message in session.exec(select(Message)):
            message.offered = None
            session.add(message)
    await group.presses(lan, label, on=question)
    assert (await group.next_message()).text.startswith("Nút này đã cũ.")


async def test_words_in_reply_to_the_digest_take_their_task_from_it(house: House) -> None:
    officer = await house.joined("Nguyễn Văn An", "VP")
    await house.morning_of("2023-01-17")
    await officer.next_message()
    digest = await officer.next_message()
    await officer.says("xong rồi nhé", reply_to=digest.id)
    assert "báo hoàn thành việc 10" in (await officer.next_message()).text


async def test_files_with_a_caption_and_those_that_are_refused(house: House, tmp_path: Path) -> None:
    officer = await house.joined("Nguyễn Văn An", "VP")
    await officer.sends_photo(PHOTO, "xong 10")
    assert "\nMinh chứng: ảnh “anh.jpg”. " in (await officer.next_message()).text
    await officer.sends_file("lon.pdf", b"pdf", "minh chung 10", size=20 * 1024 * 1024 + 1)
    assert (await officer.next_message()).text.startswith("Tệp “lon.pdf” lớn hơn 20 MB nên không lưu được.")
    await officer.sends_file("Báo cáo MẬT.pdf", b"secret", "xong 4")
    assert (await officer.next_message()).text.startswith("Hệ thống không tiếp nhận nội dung mang dấu MẬT")
    assert [path.read_bytes() for path in files_of(tmp_path)] == [PHOTO]
    with house.service.parts.store.transaction() as session:
        assert [row.path for row in session.exec(select(Evidence))] == [KEPT]
        assert session.exec(select(Confirmation.note)).all() == [""]


async def test_a_file_that_is_too_large_costs_none_of_its_words(house: House) -> None:
    officer = await house.joined("Nguyễn Văn An", "VP")
    await officer.sends_file("lon.pdf", b"pdf", "xong 10 số 15/KH-VP", size=20 * 1024 * 1024 + 1)
    said = (await officer.next_message()).text.splitlines()
    assert said[0].startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert said[-1] == (
        "Tệp “lon.pdf” lớn hơn 20 MB nên không lưu được. Đề nghị đồng chí gửi tệp nhỏ hơn hoặc gửi đường dẫn."
        " Khi gửi, đề nghị kèm dòng chữ: minh chung 10"
    )
    await officer.sends_photo(PHOTO, "minh chung 10")
    assert (await officer.next_message()).text.endswith("Minh chứng: văn bản số 15/KH-VP, ảnh “anh.jpg”.")


async def test_a_message_that_is_edited_corrects_the_report_that_it_made(house: House) -> None:
    officer = await house.joined("Nguyễn Văn An", "VP")
    said = await officer.says("xong 12 3 tin")
    assert "Kết quả: 3 tin." in (await officer.next_message()).text
    await officer.edits(said, "xong 12 3 tin ạ.")
    await officer.edits(said, "xong 12 5 tin")
    assert (await officer.next_message()).text == (
        "Đã sửa báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 12, quý I theo tin vừa sửa.\n"
        "Kết quả: 5 tin.\nTrước khi sửa: 3 tin."
    )
    await officer.edits(said, "xong 13 5 tin")
    assert (await officer.next_message()).text.startswith("Tin đã được tiếp nhận theo nội dung gửi lần đầu;")
    photo = await officer.sends_photo(PHOTO, "xong 10 số 15/KH-VP")
    await officer.next_message()
    await officer.edits_caption(photo, "xong 10 số 16/KH-VP")
    assert (await officer.next_message()).text.splitlines()[1] == ("Minh chứng: ảnh “anh.jpg”, văn bản số 16/KH-VP.")
    with house.service.parts.store.transaction() as session:
        notes = session.exec(select(Confirmation.note).order_by(col(Confirmation.id))).all()
    assert notes == ["5 tin", "số 16/KH-VP"]


async def test_received_under_way_in_difficulty_and_a_later_day(house: House) -> None:
    unit, staff = await house.joined("Nguyễn Văn An", "VP"), await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    await house.morning_of("2023-01-12")
    await house.post()
    await read_all(unit, staff)

    await unit.presses("👌 Đã nhận")
    assert (await unit.next_message()).text.startswith("Đã ghi nhận đồng chí nhận được tin nhắc")
    assert (await asked(unit, "đang làm 10 đã xong dự thảo")).startswith(
        "Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: đã xong dự thảo.\n"
    )
    assert (await asked(unit, "/vuong 10 chưa bố trí được kinh phí")).startswith("Đã ghi nhận và báo Phòng Nội vụ: ")
    await house.post()
    told = await staff.next_message()
    assert told.text.startswith(
        "VƯỚNG MẮC: việc 10, Văn phòng HĐND-UBND thành phố\nKính gửi: Phòng Nội vụ\nVăn phòng HĐND-UBND"
    )

    assert (await asked(unit, "gia han 10 15/02 ly do chờ ý kiến cấp trên")).startswith(
        "Đã chuyển Phòng Nội vụ đề nghị gia hạn việc 10 đến hết thứ Tư, 15/02/2023.\n"
    )
    await house.post()
    request = await staff.next_message()
    assert request.buttons == (("Cho gia hạn việc 10 – VP đến 15/02",), ("Không cho gia hạn việc 10 – VP",))
    await staff.presses("Cho gia hạn việc 10 – VP đến 15/02")
    assert (await staff.next_message()).buttons == (("Chủ tịch UBND",), ("Phó Chủ tịch UBND",))
    await staff.presses("Chủ tịch UBND")
    assert (await staff.next_message()).text == (
        "Đã ghi nhận gia hạn việc 10 của Văn phòng HĐND-UBND thành phố (hạn theo Kế hoạch: 31/01/2023; hạn điều"
        " chỉnh: thứ Tư, 15/02/2023).\nCăn cứ: Chủ tịch UBND.\nĐã gửi thông báo đến đơn vị."
    )
    await house.post()
    assert "\nHạn theo Kế hoạch: 31/01/2023; hạn điều chỉnh: thứ Tư, 15/02/2023," in (await unit.next_message()).text

    await staff.presses("Không cho gia hạn việc 10 – VP", on=request)
    refused = (await staff.next_message()).text
    with house.service.parts.store.transaction() as session:
        (fact,) = owed(session, "10")
        (extension,) = session.exec(select(Extension)).all()
        assert (str(fact.plan_due_on), str(fact.due_on)) == ("2023-01-31", "2023-02-15"), refused
        assert (extension.granted, extension.ground) == (True, "Chủ tịch UBND"), refused
        assert changes(session, fact.id) == [
            ("acknowledge", "Nguyễn Văn An"),
            ("progress", "Nguyễn Văn An"),
            ("difficulty", "Nguyễn Văn An"),
            ("ask_extension", "Nguyễn Văn An"),
            ("extend", "Lê Minh Châu"),
        ]


async def test_a_report_is_sent_back_completed_and_noted(house: House) -> None:
    unit, staff = await house.joined("Nguyễn Văn An", "VP"), await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    await asked(unit, "xong 10")
    assert (await asked(staff, "tra lai 10 VP thiếu số văn bản")) == (
        "Đã trả lại báo cáo việc 10 của Văn phòng HĐND-UBND thành phố.\n"
        "Nội dung cần bổ sung: thiếu số văn bản.\n"
        "Đã gửi thông báo đến đơn vị."
    )
    await house.post()
    await read_all(staff)
    notices = [message for message in unit.unread if message.text.startswith("ĐỀ NGHỊ BỔ SUNG BÁO CÁO")]
    assert [("Lý do: thiếu số văn bản." in notice.text, notice.buttons) for notice in notices] == [
        (True, (("✅ Xong việc 10",),))
    ]
    await read_all(unit)
    assert "\nMinh chứng: văn bản số 12/KH-VP. " in await asked(unit, "xong 10 số 12/KH-VP")
    assert (await asked(staff, "ghi nhan 10 VP")) == (
        "Đã ghi nhận báo cáo việc 10: Văn phòng HĐND-UBND thành phố – văn bản số 12/KH-VP."
    )
    await unit.presses("↩️ Báo nhầm việc 10")
    assert (await unit.next_message()).text.startswith("Báo cáo việc 10 đã được Phòng Nội vụ ghi nhận.")
    with house.service.parts.store.transaction() as session:
        (fact,) = owed(session, "10")
        reports = session.exec(select(Confirmation).order_by(col(Confirmation.id))).all()
        assert [(row.note, row.returned_at is not None) for row in reports] == [("", True), ("số 12/KH-VP", False)]
        assert fact.state == "accepted"
        assert [name for _, name in changes(session, fact.id)] == [
            "Nguyễn Văn An", "Lê Minh Châu", "Nguyễn Văn An", "Lê Minh Châu",
        ]  # fmt: skip


async def test_what_is_overdue_is_urged_and_brought_before_the_leaders(house: House) -> None:
    unit, staff = await house.joined("Nguyễn Văn An", "VP"), await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    leader = await house.joined("Phạm Quốc Dũng", "UBND-TP", Role.LEADER)
    await house.morning_of("2023-02-07")
    await house.post()
    await read_all(unit, staff)
    assert leader.unread == []

    assert "• Việc 10: Văn phòng HĐND-UBND thành phố" in await asked(staff, "don doc qua han")
    await house.post()
    urged = await unit.next_message()
    assert urged.text.startswith("ĐÔN ĐỐC: việc 10, hạn 31/01/2023\nKính gửi: Văn phòng HĐND-UBND thành phố\n")
    assert ("✅ Xong việc 10",) in urged.buttons
    assert "\n• Đã gửi lúc 07:30 ngày 07/02/2023: Văn phòng HĐND-UBND thành phố" in await asked(staff, "giao nhan 10")

    assert (await asked(staff, "trinh lanh dao")).startswith("DỰ KIẾN TRÌNH LÃNH ĐẠO – Thứ Ba, 07/02/2023\n")
    assert leader.unread == []
    await staff.presses("Gửi lãnh đạo")
    await staff.next_message()
    await house.post()
    released = await leader.next_message()
    assert "Việc 10" in released.text
    assert "Văn phòng HĐND-UBND thành phố" in released.text
    assert (await asked(leader, "don doc qua han")).startswith("Chưa ghi nhận gì.")
    with house.service.parts.store.transaction() as session:
        (fact,) = owed(session, "10")
        assert [name for action, name in changes(session, fact.id) if action == "urge"] == ["Lê Minh Châu"]
        sent = session.exec(select(Message).where(Message.kind == MessageKind.NOTICE).order_by(col(Message.id))).all()
        assert [(row.state, row.text is not None, len(row.sent_refs)) for row in sent] == [("sent", True, 1)] * 2


async def test_questions_about_the_plan_are_answered(house: House) -> None:
    staff = await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    assert "dat han 2 " in await asked(staff, "/cau_hoi")
    assert "Đã đặt thời hạn việc 2: thứ Sáu, 28/04/2023" in await asked(staff, "đặt hạn 2 28/04/2023")
    await house.post()
    await read_all(staff)
    listed = await asked(staff, "cau hoi")
    assert "dat han 2 " not in listed
    with house.service.parts.store.transaction() as session:
        assert [str(fact.due_on) for fact in owed(session, "2")] == ["2023-04-28"]


async def test_any_member_of_a_group_acts_and_the_record_names_the_person(house: House) -> None:
    lan, minh = house.telegram.user("Trần Thị Lan"), house.telegram.user("Lê Văn Minh")
    group = house.telegram.group("Phường Lê Lợi", [lan, minh], kind="supergroup")
    await group.says(lan, f"/dang_ky {house.invite('P-LL')}")
    await group.next_message()
    await group.says(minh, "/khong_phat_sinh 12")
    await group.next_message()
    await group.says(lan, "/viec 1")
    card = await group.next_message()
    await group.by(minh).sends_photo(PHOTO, reply_to=card.id)
    question = await group.next_message()
    assert "1. Báo kết quả quý I của việc 1 kèm tệp này\n" in question.text
    await group.says_anonymously("/xong 1 kem tep")
    assert (await group.next_message()).text.startswith("Hệ thống phải ghi được tên người báo.")
    await group.presses(lan, "1. Xong việc 1 kèm tệp")
    assert "Người báo: đ/c Trần Thị Lan" in (await group.next_message()).text
    with house.service.parts.store.transaction() as session:
        rows = session.exec(
            select(Confirmation, Officer, Occurrence)
            .join(Officer, col(Officer.id) == Confirmation.officer_id)
            .join(Occurrence, col(Occurrence.id) == Confirmation.occurrence_id)
            .order_by(col(Confirmation.id))
        ).all()
        assert [(person.name, report.nothing_to_report, at.state) for report, person, at in rows] == [
            ("Lê Văn Minh", True, "done"),
            ("Trần Thị Lan", False, "done"),
        ]
        assert [row.path for row in session.exec(select(Evidence))] == [KEPT]


async def test_wrong_codes_lock_a_chat_out_and_the_office_hears_of_it(house: House) -> None:
    staff = await house.joined("Lê Minh Châu", "NV", Role.COORDINATOR)
    stranger = house.telegram.user("Người Lạ").private()
    for _ in range(5):
        assert (await asked(stranger, "/start AAAA2222")).startswith("Mã mời không đúng hoặc đã được sử dụng.")
    assert (await asked(stranger, f"/start {house.invite('VP')}")).startswith("Mã mời đã bị gõ sai nhiều lần.")
    await house.post()
    notices = [message.text for message in staff.unread if message.text.startswith("NHẬP SAI MÃ MỜI")]
    assert len(notices) == 1
    assert notices[0].splitlines()[1] == (
        "Cuộc trò chuyện riêng của “Người Lạ” (Telegram) đã gõ sai mã mời 5 lần trong một giờ, lần cuối do “Người Lạ”"
        " gõ."
    )


async def test_who_is_forgotten_leaves_the_work_without_the_name(house: House) -> None:
    lan = await house.joined("Trần Thị Lan", "P-LL")
    await asked(lan, "khong phat sinh 12")
    await asked(lan, "/quen_toi")
    await lan.presses("Xóa thông tin của tôi")
    assert (await lan.next_message()).text.startswith(
        "Đã xóa tên, mã tài khoản và kết nối tin nhắn riêng của đồng chí."
    )
    with house.service.parts.store.transaction() as session:
        assert session.exec(select(Officer.name)).all() == [""]
        (fact,) = [fact for fact in owed(session, "12", "P-LL") if fact.report]
        assert (fact.state, fact.report.by if fact.report else None) == ("done", "")
