"""What is sent in reply to a message of ours, a photo or a few words, belongs to the task which that was about."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import attachments
from bot.talk import Incoming, from_kept, kept
from data.model import Confirmation, Evidence
from data.store import Store, copy, open_store
from data.talk import Speaker
from data.work.held import FOLDER
from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of
from tests.bot.offices import MORNING, parts_on
from tests.building import owed

PHOTO = b"\x89PNG a photo"
OTHER = b"\x89PNG another photo"


def name_of(content: bytes) -> str:
    return f"evidence/{hashlib.sha256(content).hexdigest()}.jpg"


@dataclass
class Talk:
    """The office with its digests delivered; what is said in reply names the message by its id."""

    play: Play
    folder: Path
    sent: Sent = field(default_factory=Sent)

    def morning_of(self, day: str) -> None:
        """Move on to that morning, on which the digests go out."""
        morning_of(self.play, self.sent, day)

    def replies(self, chat: str, text: str = "", photo: bytes | None = None) -> str:
        """What is answered to words, or to a photo with them, sent in reply to the last message that was delivered."""
        return self._said(chat, text, photo, answered=self.sent.last(chat.partition("/")[0]))

    def replies_to_answer(self, chat: str, text: str = "", photo: bytes | None = None) -> str:
        """The same in reply to the last answer, which is known by what is behind its buttons alone."""
        made_for = [made for button in self.play.buttons[chat] if (made := button.act.occurrence_id)]
        return self._said(chat, text, photo, answered="an answer", offered=tuple(made_for))

    def _said(self, chat: str, text: str, photo: bytes | None, **reply: object) -> str:
        file = attachments.put(self.folder, "anh.jpg", photo, text) if photo else None
        answer = self.play.type(chat, text, file=file, other="photo" if photo else None, **reply)
        return "\n---\n".join(each.text for each in answer.replies)

    def evidence(self) -> list[tuple[str, str, str | None]]:
        with self.play.conversation.store.transaction() as session:
            rows = session.exec(select(Evidence).order_by(col(Evidence.id)))
            return [(row.kind, row.value, row.path) for row in rows]

    def notes(self) -> list[str]:
        with self.play.conversation.store.transaction() as session:
            return list(session.exec(select(Confirmation.note).order_by(col(Confirmation.id))))

    def files(self) -> list[str]:
        """What lies in the data folder."""
        folders = (attachments.FOLDER, FOLDER, "evidence")
        return sorted(str(path.relative_to(self.folder)) for each in folders for path in (self.folder / each).glob("*"))


@pytest.fixture(scope="module")
def begun(filled: Store, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """The office of the demo after its first digests, to copy from."""
    folder = tmp_path_factory.mktemp("begun")
    store = open_store(f"sqlite:///{folder / 'begun.db'}")
    copy(filled, store)
    opened = Talk(Play(parts_on(store, folder).conversation, MORNING), folder)
    opened.morning_of("2023-01-11")
    opened.morning_of("2023-01-17")
    yield opened
    store.close()


@pytest.fixture
def talk(begun: Talk, play: Play, tmp_path: Path) -> Talk:
    """A copy of it."""
    copy(begun.play.conversation.store, play.conversation.store)
    play.now = begun.play.now
    return Talk(play, tmp_path, Sent(messages=dict(begun.sent.messages)))


ASKED = """\
Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng. Đề nghị đồng chí chọn:
1. Báo hoàn thành việc 10 kèm tệp này
2. Báo xong “Kế hoạch truyền thông về hoạt động kiểm soát TTHC” của việc 10 kèm tệp này
3. Báo xong “văn bản triển khai thực hiện” của việc 10 kèm tệp này
4. Không lưu tệp này
Đề nghị trả lời bằng số thứ tự."""
ADDED = "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.\nMinh chứng: "
GONE = "Tệp đã gửi không còn chờ ở đây. Đề nghị đồng chí gửi lại kèm dòng chữ, ví dụ: xong 10"


def test_a_photo_in_reply_to_the_digest_of_open_work_is_asked_about_and_changes_nothing(talk: Talk) -> None:
    assert talk.replies("VP", photo=PHOTO) == ASKED
    assert (talk.evidence(), talk.notes()) == ([], [])
    receipt = talk.play.type("VP", "1").replies[0].text
    assert receipt.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, ")
    assert "\nMinh chứng: ảnh “anh.jpg”. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 17/01/2023.\n" in receipt
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]
    assert talk.files() == [name_of(PHOTO)]


def test_the_choice_is_a_button_too_and_acts_once(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    buttons = talk.play.buttons["VP"]
    talk.play.press("VP", "1. Xong việc 10 kèm tệp")
    talk.play.buttons["VP"] = buttons
    again = talk.play.press("VP", "1. Xong việc 10 kèm tệp").replies[0].text
    assert again.startswith("Việc 10 đã được báo lúc 07:30 ngày 17/01/2023.")
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


def test_one_product_of_several_may_be_chosen(talk: Talk) -> None:
    talk.replies("VP", "số 12/KH-VP", photo=PHOTO)
    receipt = talk.play.type("VP", "2").replies[0].text
    assert "“Kế hoạch truyền thông về hoạt động kiểm soát TTHC”" in receipt
    assert [each[:2] for each in talk.evidence()] == [("document", "số 12/KH-VP"), ("photo", "anh.jpg")]


def test_the_words_with_the_photo_go_with_it(talk: Talk) -> None:
    assert talk.replies("VP", "số 12/KH-VP", photo=PHOTO) == ASKED
    talk.play.type("VP", "1")
    assert [each[:2] for each in talk.evidence()] == [("document", "số 12/KH-VP"), ("photo", "anh.jpg")]


def test_an_album_waits_together(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    assert talk.replies("VP", photo=OTHER) == ASKED.replace("“anh.jpg”", "“anh.jpg” (2)")
    talk.play.type("VP", "1")
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO)), ("photo", "anh.jpg", name_of(OTHER))]


def test_what_is_not_to_be_kept_is_deleted(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    assert talk.play.press("VP", "4. Không lưu tệp này").replies[0].text == "Đã xóa tệp, không lưu làm minh chứng."
    assert (talk.evidence(), talk.files()) == ([], [])
    assert talk.play.type("VP", "1").replies[0].text == GONE
    assert talk.play.type("VP", "bo tep").replies[0].text == "Không có tệp nào đang chờ."


def test_it_waits_for_half_a_day(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    buttons = talk.play.buttons["VP"]
    talk.play.now += timedelta(hours=12)
    talk.play.buttons["VP"] = buttons
    assert talk.play.press("VP", "1. Xong việc 10 kèm tệp").replies[0].text == GONE
    assert talk.notes() == []
    talk.replies("VHTT", photo=OTHER)
    assert len(talk.files()) == 1


def test_files_of_an_earlier_question_do_not_go_to_another_task(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    buttons = talk.play.buttons["VP"]
    talk.play.type("VP", "viec 4")
    talk.replies_to_answer("VP", photo=OTHER)
    talk.play.buttons["VP"] = buttons
    assert talk.play.press("VP", "1. Xong việc 10 kèm tệp").replies[0].text == GONE
    assert len(talk.files()) == 1


def test_a_photo_in_reply_to_a_receipt_backs_that_report(talk: Talk) -> None:
    talk.play.type("VP", "xong 10")
    receipt = talk.play.buttons["VP"]
    talk.play.script("VP: xong 1 3 tin")
    talk.play.now += timedelta(days=2)
    talk.play.buttons["VP"] = receipt
    assert talk.replies_to_answer("VP", photo=PHOTO) == f"{ADDED}ảnh “anh.jpg”."
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


def test_a_photo_in_reply_to_a_return_is_a_new_report_or_nothing(talk: Talk) -> None:
    talk.play.script("VP: xong 10\nnoi-vu: tra lai 10 VP thieu so van ban")
    talk.morning_of("2023-01-18")
    notice = next(ref for ref, (chat, said) in talk.sent.messages.items() if chat == "VP" and "thieu so" in said.text)
    talk.sent.messages[notice] = talk.sent.messages.pop(notice)
    assert talk.replies("VP", photo=PHOTO) == ASKED
    talk.play.type("VP", "1")
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


def test_of_a_digest_of_several_tasks_one_chooses(talk: Talk) -> None:
    talk.morning_of("2023-03-07")
    assert talk.replies("P-LL", photo=PHOTO) == (
        "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng. Đề nghị đồng chí chọn:\n"
        "1. Báo kết quả quý I của việc 1 kèm tệp này: Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn…\n"
        "2. Báo kết quả quý I của việc 12 kèm tệp này: Tuyên truyền đầy mạnh ứng dụng CNTT…\n"
        "3. Báo kết quả quý I của việc 13 kèm tệp này: Đẩy mạnh tuyên truyền đến người dân và doanh nghiệp sử dụng…\n"
        "4. Không lưu tệp này\n"
        "Đề nghị trả lời bằng số thứ tự."
    )
    receipt = talk.play.type("P-LL", "2").replies[0].text
    assert "việc 12" in receipt
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


def test_a_caption_with_its_number_needs_no_question(talk: Talk) -> None:
    assert "đối với việc 4" in talk.replies("VP", "xong 4 3 tin", photo=PHOTO)
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


def test_a_plain_command_with_a_photo_takes_the_task_from_the_digest(talk: Talk) -> None:
    assert "báo hoàn thành việc 10" in talk.replies("VP", "xong rồi ạ", photo=PHOTO)
    assert talk.evidence() == [("photo", "anh.jpg", name_of(PHOTO))]


@pytest.mark.parametrize(
    ("words", "note"),
    [("xong", ""), ("xong rồi", ""), ("Xong rồi nhé", ""), ("ht số 12/KH-VP", "số 12/KH-VP"), ("xong 3 tin", "3 tin")],
)
def test_words_in_reply_to_a_digest_take_their_task_from_it(talk: Talk, words: str, note: str) -> None:
    assert talk.replies("VP", words).startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert talk.notes() == [note]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("đang làm dự thảo", "Đã ghi nhận Văn phòng HĐND-UBND thành phố đang thực hiện việc 10: dự thảo."),
        ("hạn", "VIỆC 10"),
        ("nhac sau 3 ngay", "Văn phòng HĐND-UBND thành phố sẽ được nhắc lại việc 10 vào thứ Sáu, 27/01/2023."),
        (
            "xong phần dự thảo rồi",
            "Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. Báo đang thực hiện việc 10 (xong phần dự",
        ),
        ("em gửi văn bản rồi nhé", "Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. Báo hoàn thành việc 10: "),
        ("xong 4 3 tin", "Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4"),
    ],
)
def test_other_words_too_and_a_number_goes_first(talk: Talk, words: str, said: str) -> None:
    answer = talk.play.type("VP", words, answered=talk.sent.last("VP")).replies[0]
    assert f"{answer.title}\n{answer.text}".strip().startswith(said)


def test_words_in_reply_to_a_digest_of_several_are_asked_about(talk: Talk) -> None:
    talk.morning_of("2023-03-07")
    assert talk.replies("P-LL", "xong 3 tin").startswith(
        "Tin được trả lời nêu nhiều việc. Đề nghị đồng chí chọn:\n1. Việc 1: Tuyên truyền về Chương trình"
    )
    assert talk.notes() == []
    assert "không" not in talk.play.type("P-LL", "2").replies[0].text
    assert talk.notes() == ["3 tin"]


def test_a_message_of_others_work_gives_no_task(talk: Talk) -> None:
    with talk.play.conversation.store.transaction() as session:
        (fact,) = owed(session, "10")
    answer = talk.play.type("P-LL", "xong", answered="a message", offered=(fact.id,)).replies[0].text
    assert answer == "Việc nào? Đề nghị đồng chí ghi số của việc.\nCác việc đang chờ báo: 1 · 12 · 13"


def test_in_a_group_a_photo_in_reply_is_meant_for_us(talk: Talk) -> None:
    play = talk.play
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    play.type("nhom/lan", "viec 12")
    made_for = tuple(made for each in play.buttons["nhom"] if (made := each.act.occurrence_id))
    file = attachments.put(talk.folder, "anh.jpg", PHOTO, "")
    reply = {"addressed": True, "answered": "card", "offered": made_for, "file": file, "other": "photo"}
    asked = play.type("nhom/minh", "", **reply).replies[0].text
    assert "1. Báo kết quả quý I của việc 12 kèm tệp này\n" in asked
    receipt = play.press("nhom/lan", "1. Xong việc 12 kèm tệp").replies[0].text
    assert "Người báo: đ/c Trần Thị Lan" in receipt


def test_who_is_forgotten_leaves_no_file_that_waits(talk: Talk) -> None:
    talk.replies("VP", photo=PHOTO)
    talk.play.type("VP", "quen toi dong y")
    assert talk.files() == []


def test_a_reply_is_stored_with_what_it_answered_before_it_is_handled() -> None:
    said = Incoming("9", Speaker("local", "VP", "1", "Lan"), "xong", answered="m1", offered=(7, 8), topic="5")
    assert from_kept("local", "9", kept(said)) == said


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("số 12/KH-VP ngày 16/1/2023 ạ", "Báo hoàn thành việc 10 (số 12/KH-VP ngày 16/01/2023)"),
        ("em bổ sung số 12/KH-VP", "Báo hoàn thành việc 10 (số 12/KH-VP)"),
        ("đã nộp bản giấy rồi anh", "Báo hoàn thành việc 10"),
        ("xin lùi đến 10/2", "Đề nghị gia hạn việc 10 (đến 10/02/2023)"),
    ],
)
def test_plain_words_in_reply_are_about_its_one_task(talk: Talk, text: str, meant: str) -> None:
    talk.play.type("VP", "viec 10")
    lines = talk.replies_to_answer("VP", text).splitlines()
    chosen = [line.partition(". ")[2].partition(": ")[0] for line in lines if line[:1].isdigit()]
    assert chosen == [meant, "Không phải, để gõ lại"]
    assert talk.notes() == []


@pytest.mark.parametrize("text", ["vâng em nộp chiều nay ạ", "em gửi lại bản scan sau ạ"])
def test_a_promise_in_reply_reports_nothing(talk: Talk, text: str) -> None:
    talk.play.type("VP", "viec 10")
    assert "Báo hoàn thành" not in talk.replies_to_answer("VP", text)
    assert talk.notes() == []


def test_a_document_in_reply_to_what_stands_reported_backs_it(talk: Talk) -> None:
    talk.play.type("VP", "xong 10 đã ban hành")
    asked = talk.replies_to_answer("VP", "số 12/KH-VP ngày 6/1 ạ")
    assert asked.splitlines()[1].startswith("1. Bổ sung vào báo cáo việc 10 (số 12/KH-VP ngày 06/01/2023): ")
    talk.play.type("VP", "1")
    assert talk.evidence() == [("document", "số 12/KH-VP ngày 06/01/2023", None)]
