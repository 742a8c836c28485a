"""A file that did not arrive costs none of the words that it came with: they count, and it is asked for again."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import attachments
from bot.channels.local import LocalChannel
from bot.talk import Attachment, Incoming
from data.kinds import MessageKind
from data.model import Message
from data.work.evidence import LARGEST
from tests.bot.dialogues import Play

LOST = "Chưa nhận được tệp “a.pdf”. Đề nghị đồng chí gửi lại."
LARGE = "Tệp “a.pdf” lớn hơn 20 MB nên không lưu được. Đề nghị đồng chí gửi tệp nhỏ hơn hoặc gửi đường dẫn."
EMPTY = "Tệp “a.pdf” không có nội dung (0 byte) nên không được lưu. Đề nghị đồng chí gửi lại tệp."
WITH = " Khi gửi, đề nghị kèm dòng chữ: minh chung "


def missing(play: Play, chat: str, caption: str, why: str = "lost", other: str = "file") -> str:
    file = Attachment("a.pdf", LARGEST + 1, why=why)
    return "\n---\n".join(reply.text for reply in play.type(chat, caption, file=file, other=other).replies)


@pytest.mark.parametrize(("why", "sentence"), [("lost", LOST), ("too-large", LARGE), ("empty", EMPTY)])
def test_a_report_counts_and_its_file_is_asked_for_in_the_same_answer(play: Play, why: str, sentence: str) -> None:
    said = missing(play, "VP", "xong 10 số 12/KH-VP", why)
    assert said.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert "Minh chứng: văn bản số 12/KH-VP." in said
    assert said.splitlines()[-1] == f"{sentence}{WITH}10"


def test_the_file_that_comes_later_goes_behind_that_report(play: Play, tmp_path: Path) -> None:
    missing(play, "VP", "xong 10 số 12/KH-VP")
    file = attachments.put(tmp_path, "a.jpg", b"a photo", "minh chung 10")
    assert play.type("VP", "minh chung 10", file=file, other="photo").replies[0].text.splitlines()[-1] == (
        "Minh chứng: văn bản số 12/KH-VP, ảnh “a.jpg”."
    )


def test_of_several_tasks_it_is_not_said_which(play: Play) -> None:
    assert missing(play, "P-LL", "xong 1 12 3 tin").splitlines()[-1] == LOST


def test_evidence_in_words_counts_and_a_difficulty_does(play: Play) -> None:
    play.type("VP", "xong 10")
    assert missing(play, "VP", "minh chung 10 số 13/KH-VP").splitlines() == [
        "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.",
        "Minh chứng: văn bản số 13/KH-VP.",
        f"{LOST}{WITH}10",
    ]
    assert missing(play, "VP", "vuong 11 chưa có kinh phí").splitlines()[-1] == LOST


def test_plain_words_are_asked_about_as_without_the_file(play: Play) -> None:
    said = missing(play, "VP", "v12 3 tin 2 bai ạ", "too-large", "photo")
    assert said.splitlines()[-1] == LARGE
    assert play.type("VP", "1").replies[0].text.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả")


@pytest.mark.parametrize("caption", ["", "minh chung 10", "ảnh việc 10", "xem giúp em với", "viec 10", "cảm ơn em"])
def test_words_that_put_nothing_on_record_leave_the_file_to_be_asked_for(play: Play, caption: str) -> None:
    play.type("VP", "xong 10")
    assert missing(play, "VP", caption) == LOST


def test_noi_vu_s_own_report_counts_and_a_plan_is_asked_for_again(play: Play) -> None:
    said = missing(play, "noi-vu", "xong 12 3 tin")
    assert said.startswith("Đã ghi nhận Phòng Nội vụ báo kết quả quý I đối với việc 12")
    assert said.splitlines()[-1] == f"{LOST}{WITH}12"
    assert missing(play, "noi-vu", "kế hoạch năm 2023 của thành phố ạ", "too-large") == LARGE


def test_what_is_refused_says_that_the_file_is_not_there_either(play: Play) -> None:
    assert missing(play, "VP", "xong 99 3 tin").startswith("Kế hoạch không có việc 99.")


async def test_on_the_local_page_too(play: Play) -> None:
    async def hear(incoming: Incoming) -> None:
        play.conversation.hear(incoming, play.now)

    for folder, name in ((play.conversation.folder, "bo-trong.pdf"), (None, "a.pdf")):
        channel = LocalChannel(lambda: play.now, folder)
        channel.start(hear)
        await channel.send_file("VP", "Nguyễn Văn A", name, b"", "dang lam 10 đã trình ký")
    with play.conversation.store.transaction() as session:
        said = session.exec(select(Message.facts).where(Message.kind == MessageKind.ANSWER).order_by(col(Message.id)))
        last = [facts["said"]["text"].splitlines()[-1] for facts in said][-2:]
    assert last == [EMPTY.replace("a.pdf", "bo-trong.pdf"), LOST]


def test_a_file_that_went_between_its_coming_and_its_words(play: Play, tmp_path: Path) -> None:
    file = attachments.put(tmp_path, "a.pdf", b"%PDF-1.7", "xong 10")
    (tmp_path / (file.path or "")).unlink()
    said = play.type("VP", "xong 10", file=file, other="file").replies[0].text
    assert said.startswith("Đã ghi nhận")
    assert said.splitlines()[-1] == f"{LOST}{WITH}10"
