"""How many files wait in a chat, and lie behind a report; and what is swept of those that nobody asks for any more."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot import attachments
from bot.health import sweep
from bot.talk import Answer
from data.work import held
from tests.bot.dialogues import Play

FULL = (
    "Mỗi cuộc trò chuyện chỉ giữ chờ tối đa 20 tệp, tổng cộng 60 MB, nên tệp này chưa được lưu. Đề nghị đồng chí cho"
    " biết các tệp đang chờ là minh chứng của việc nào, ví dụ: xong 10 kem tep; hoặc xóa các tệp đó: bo tep. Sau đó gửi"
    " tiếp các tệp còn lại."
)


@pytest.fixture
def folder(play: Play) -> Path:
    """The office's data folder."""
    assert play.conversation.folder is not None
    return play.conversation.folder


def sends(play: Play, folder: Path, *, text: str = "", album: str | None = None) -> Answer:
    """What is answered to a photo that VP sends, each time another one."""
    play.count += 1
    photo = attachments.put(folder, "anh.jpg", f"photo {play.count}".encode(), text)
    return play.type("VP", text, file=photo, other="photo", album=album)


def lying(folder: Path, name: str) -> int:
    return len(list((folder / name).glob("*")))


def text_of(answer: Answer) -> str:
    return "\n".join(reply.text for reply in answer.replies)


def test_so_many_files_wait_in_a_chat_and_no_more(play: Play, folder: Path) -> None:
    for _ in range(held.MOST):
        assert text_of(sends(play, folder)) != FULL
    assert text_of(sends(play, folder)) == FULL
    assert (lying(folder, "held"), lying(folder, "incoming")) == (held.MOST, 0)
    play.type("VP", "bo tep")
    assert text_of(sends(play, folder)) != FULL
    assert (lying(folder, "held"), lying(folder, "incoming")) == (1, 0)


def test_an_album_is_cut_where_the_chat_is_full(play: Play, folder: Path) -> None:
    said = [text_of(sends(play, folder, album="one")) for _ in range(held.MOST + 2)]
    assert said[held.MOST :] == [FULL, FULL]
    assert (lying(folder, "held"), lying(folder, "incoming")) == (held.MOST, 0)
    assert text_of(play.type("VP", "xong 10 kem tep")).startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn")
    assert (lying(folder, "held"), lying(folder, "evidence")) == (0, held.MOST)


def test_the_files_that_wait_go_with_a_report_in_english(play: Play, folder: Path) -> None:
    play.type("VP", "ngon ngu en")
    sends(play, folder)
    sends(play, folder)
    said = text_of(play.type("VP", "done 10 with file"))
    assert said.startswith("Noted: Văn phòng HĐND-UBND thành phố reports task 10 done")
    assert "with file" not in said
    assert (lying(folder, "held"), lying(folder, "evidence")) == (0, 2)


def test_so_many_bytes_wait_in_a_chat_and_no_more(play: Play, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(held, "LARGEST", 20)
    assert text_of(sends(play, folder)) != FULL
    assert text_of(sends(play, folder)) != FULL
    assert text_of(sends(play, folder)).startswith("Mỗi cuộc trò chuyện chỉ giữ chờ tối đa 20 tệp")
    assert (lying(folder, "held"), lying(folder, "incoming")) == (2, 0)


def test_one_report_takes_so_many_files(play: Play, folder: Path) -> None:
    composer = play.conversation.composer
    few = replace(composer, policy=replace(composer.policy, evidence_limit=2))
    play.conversation = replace(play.conversation, composer=few)
    for text in ("xong 10 số 12/KH-VP", "minh chung 10"):
        sends(play, folder, text=text)
    assert text_of(sends(play, folder, text="minh chung 10")) == (
        "Mỗi báo cáo kèm tối đa 2 tệp; báo cáo việc 10 đã có 2 tệp, nên tệp vừa gửi chưa được lưu. Đề nghị đồng chí gộp"
        " các tệp còn lại thành một tệp, hoặc gửi đường liên kết, ví dụ: minh chung 10 và đường liên kết. Để"
        " xóa các tệp đang chờ, gõ: bo tep"
    )
    assert text_of(play.type("VP", "minh chung 10 số 13/KH-VP")).startswith("Đã bổ sung vào báo cáo của Văn phòng")
    assert (lying(folder, "evidence"), lying(folder, "incoming")) == (2, 0)


def test_more_files_than_a_report_takes_report_nothing(play: Play, folder: Path) -> None:
    composer = play.conversation.composer
    few = replace(composer, policy=replace(composer.policy, evidence_limit=2))
    play.conversation = replace(play.conversation, composer=few)
    for _ in range(3):
        sends(play, folder)
    assert text_of(play.type("VP", "xong 10 kem tep")).startswith("Mỗi báo cáo kèm tối đa 2 tệp; báo cáo việc 10 đã có")
    assert (lying(folder, "held"), lying(folder, "evidence")) == (3, 0)
    play.type("VP", "bo tep")
    assert text_of(play.type("VP", "xong 10")).startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn")


def test_what_waited_too_long_or_was_left_behind_is_swept_while_the_service_runs(play: Play, folder: Path) -> None:
    sends(play, folder)
    left = [folder / "incoming" / "left", folder / "held" / "left", folder / "incoming" / "coming"]
    for path in left:
        path.write_bytes(b"photo")
    for path in left[:2]:
        yesterday = (play.now - timedelta(days=2)).timestamp()
        os.utime(path, (yesterday, yesterday))
    store = play.conversation.store
    assert sweep(store, folder, play.now) == 2
    assert (lying(folder, "held"), lying(folder, "incoming")) == (1, 1)
    assert sweep(store, folder, play.now + held.LASTS) == 0
    assert (lying(folder, "held"), lying(folder, "incoming")) == (0, 1)
