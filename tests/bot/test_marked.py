"""What carries a mark of state secrets, in words, names or at the head of a document, is refused and kept nowhere."""

from pathlib import Path

import pytest
from docx import Document
from sqlmodel import select

from bot import attachments
from bot.talk import Answer
from data.model import Confirmation, Evidence, Received
from tests.bot.dialogues import Play, holds
from tests.bot.test_safety import work_of
from tests.building import dump
from tests.data.documents import marking

SECRET = (
    "Hệ thống không tiếp nhận nội dung mang dấu MẬT, TỐI MẬT, TUYỆT MẬT; tin của đồng chí không được lưu. Đề nghị đồng"
    " chí xóa tin khỏi cuộc trò chuyện này và gửi văn bản theo quy định về bảo vệ bí mật nhà nước."
)


def test_what_is_marked_as_a_state_secret_is_refused_and_stored_nowhere(play: Play) -> None:
    before = work_of(play)
    for chat in ("VP", "noi-vu", "stranger"):
        holds(play, f"{chat}: xong 10 văn bản MẬT số 05/BC-VP\n{SECRET}")
    holds(play, f"VP: TUYỆT MẬT: phương án số 2\n{SECRET}")
    assert work_of(play) == before
    assert not any(
        trace in repr(dump(play.conversation.store, answers=True)) for trace in ("05/BC-VP", "phương án", "ph\\u01b0")
    )


def test_while_it_waits_to_be_answered_a_marked_text_is_not_kept_either(play: Play) -> None:
    play.type("VP", "xong 10 văn bản MẬT số 05/BC-VP")
    with play.conversation.store.transaction() as session:
        for row in session.exec(select(Received)).all():
            row.handled_at, row.content = None, KEPT
    ((again, _),) = play.conversation.waiting(["local"], play.now)
    assert [reply.text for reply in play.conversation.handle(again, play.now).replies] == [SECRET]


KEPT = {
    "chat_id": "VP", "user_id": "user-VP", "name": "", "is_group": False, "text": "", "occurrence_id": None,
    "tapped": None, "other": "marked",
}  # fmt: skip


def test_words_that_only_look_like_the_mark_are_taken(play: Play) -> None:
    play.type("VP", "xong 10 tập huấn bảo mật, đổi mật khẩu")
    with play.conversation.store.transaction() as session:
        notes = [row.note for row in session.exec(select(Confirmation)).all()]
    assert notes == ["tập huấn bảo mật, đổi mật khẩu"]


def test_in_a_group_marked_talk_that_is_no_command_is_not_stored_and_not_answered(play: Play) -> None:
    play.type("nhom/lan", f"dang ky {play.invite('P-LL')}")
    assert play.type("nhom/lan", "gửi anh văn bản MẬT số 7").replies == ()
    holds(play, f"nhom/lan: xong 1 văn bản MẬT số 7\n{SECRET}")


def test_a_document_that_is_stamped_as_a_secret_is_refused_and_not_left_behind(play: Play, tmp_path: Path) -> None:
    stamped = docx(tmp_path / "x.docx", "MẬT", "BÁO CÁO")
    before = work_of(play)
    for name, said in (
        ("bao-cao.docx", "xong 10"),
        ("(Mật) bao-cao.docx", ""),
        ("bao-cao.docx", "xong 10 vb MAT so 3"),
    ):
        answer = sent(play, name, stamped, said)
        assert [reply.text for reply in answer.replies] == [SECRET]
    assert work_of(play) == before
    assert [path for path in (tmp_path / "incoming").rglob("*") if path.is_file()] == []


def test_a_document_about_secrets_is_taken(play: Play, tmp_path: Path) -> None:
    sent(play, "bao-cao.docx", docx(tmp_path / "x.docx", "LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC", "văn bản mật"), "xong 10")
    with play.conversation.store.transaction() as session:
        assert [row.value for row in session.exec(select(Evidence)).all()] == ["bao-cao.docx"]


@pytest.mark.parametrize("name", ["docx, footer", "xlsx, page header", "odt", "rtf, by number", "docx in a zip"])
def test_a_mark_anywhere_in_a_document_is_seen(play: Play, name: str) -> None:
    assert [reply.text for reply in sent(play, "bao-cao", marking.MARKED[name](), "xong 10").replies] == [SECRET]


@pytest.mark.parametrize("name", ["damaged part", "docx under a password", "rar", "more than is unpacked"])
def test_what_could_not_be_looked_through_is_kept_and_said(play: Play, tmp_path: Path, name: str) -> None:
    answer = sent(play, "bao-cao.zip", marking.UNSEEN[name](), "xong 10")
    assert "tệp “bao-cao.zip” (chưa kiểm tra hết)" in answer.replies[0].text
    with play.conversation.store.transaction() as session:
        assert [(row.kind, row.value) for row in session.exec(select(Evidence)).all()] == [("unseen", "bao-cao.zip")]
    assert "(chưa kiểm tra hết)" in play.type("noi-vu", "xem minh chung 10").replies[0].text
    assert [path for path in (tmp_path / "incoming").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["damaged part", "damaged zip", "docx under a password"])
def test_a_damaged_file_of_a_stranger_is_answered_and_not_left_behind(play: Play, tmp_path: Path, name: str) -> None:
    folder = play.conversation.folder
    assert folder is not None
    file = attachments.put(folder, "bao-cao.docx", marking.UNSEEN[name](), "xin chào")
    assert play.type("stranger", "xin chào", other="file", file=file).replies != ()
    assert [path for path in (tmp_path / "incoming").rglob("*") if path.is_file()] == []


def docx(path: Path, *paragraphs: str) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(str(path))
    return path.read_bytes()


def sent(play: Play, name: str, content: bytes, text: str) -> Answer:
    """What is answered to a document sent in the chat VP."""
    folder = play.conversation.folder
    assert folder is not None
    return play.type("VP", text, other="file", file=attachments.put(folder, name, content, text))
