"""A photo or file with words: whatever they say, the answer tells what became of it."""

from pathlib import Path

import pytest

from bot import attachments
from tests.bot.dialogues import Play

NOT_KEPT = (
    "Tệp “anh.jpg” không được lưu. Để làm minh chứng, đề nghị gửi lại kèm dòng chữ, ví dụ: xong 10 · minh chung 10"
)

OF_13 = "Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 13"


def send(play: Play, folder: Path, caption: str, chat: str = "VP") -> str:
    photo = attachments.put(folder, "anh.jpg", b"a photo", caption)
    return "\n".join(reply.text for reply in play.type(chat, caption, file=photo, other="photo").replies)


@pytest.mark.parametrize(
    "caption",
    [
        "dang lam 10 đã xong dự thảo",
        "vuong 11 chưa có kinh phí",
        "vuong 11",
        "gia han 10 20/2 chờ ý kiến",
        "khong phat sinh 12",
        "bao nham 10",
        "xong 10 chưa?",
        "xong 99",
        "viec",
    ],
)
def test_what_takes_no_file_says_that_it_was_not_kept(play: Play, tmp_path: Path, caption: str) -> None:
    assert send(play, tmp_path, caption).endswith(NOT_KEPT)
    assert list((tmp_path / attachments.FOLDER).iterdir()) == []


def test_a_file_for_what_has_been_reported_is_put_behind_it(play: Play, tmp_path: Path) -> None:
    play.type("VP", "xong 10")
    assert send(play, tmp_path, "xong 10").splitlines() == [
        "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.",
        "Minh chứng: ảnh “anh.jpg”.",
    ]


@pytest.mark.parametrize("caption", ["xong 10,4", "xong 10", "xong 12 2 tin"])
def test_what_takes_it_shows_it(play: Play, tmp_path: Path, caption: str) -> None:
    assert "Minh chứng: ảnh “anh.jpg”" in send(play, tmp_path, caption)


@pytest.mark.parametrize(
    ("caption", "answer"),
    [
        ("hoan 13", "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng."),
        ("việc 13 xong rồi ạ", OF_13),
        ("13 xong", OF_13),
        ("việc 99 xong rồi ạ", "Kế hoạch không có việc 99."),
        ("được chưa em?", "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng."),
        ("xong rồi ạ", "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng."),
        ("ảnh liên hoan", "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng."),
        ("ảnh đây ạ", "Đã bổ sung vào báo cáo"),
        ("số 7/BC-VP", "Đã bổ sung vào báo cáo"),
        ("", "Đã bổ sung vào báo cáo"),
    ],
)
def test_words_about_one_task_back_no_report_of_another(play: Play, tmp_path: Path, caption: str, answer: str) -> None:
    play.type("VP", "xong 12 2 tin")
    assert send(play, tmp_path, caption)[: len(answer)] == answer


def test_a_task_in_plain_words_is_reported_with_the_photo(play: Play, tmp_path: Path) -> None:
    assert send(play, tmp_path, "việc 4 xong rồi ạ, số 5/BC-VP").splitlines()[:2] == [
        "Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4 (kỳ báo đến hết ngày 14/03/2023).",
        "Minh chứng: văn bản số 5/BC-VP, ảnh “anh.jpg”. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.",
    ]
    assert not (tmp_path / "held").exists()


def test_the_talk_of_a_group_is_left_alone(play: Play, tmp_path: Path) -> None:
    play.type("nhom/lan", f"/dang_ky {play.invite('VP')}")
    play.type("nhom/minh", "xong 12")
    talk = ("xong 10 chưa em?", "được chưa em?")
    assert {words: send(play, tmp_path, words, chat="nhom/minh") for words in talk} == dict.fromkeys(talk, "")


MEANT = "Chưa ghi nhận gì. Có phải ý đồng chí là:\n1. "


@pytest.mark.parametrize(
    ("caption", "answer"),
    [
        ("việc 10 gần xong rồi ạ", f"{MEANT}Báo đang thực hiện việc 10 (gần xong rồi ạ)"),
        ("việc 10 mai em nộp", f"{MEANT}Báo đang thực hiện việc 10 (mai em nộp)"),
        ("việc 10 chưa xong, ảnh họp", f"{MEANT}Báo đang thực hiện việc 10 (chưa xong, ảnh họp)"),
        ("việc 13 hình như xong", f"{MEANT}Báo đang thực hiện việc 13 (hình như xong)"),
        ("việc 12 không phát sinh", f"{MEANT}Báo không phát sinh việc 12"),
        ("việc 10 vướng kinh phí", f"{MEANT}Báo Phòng Nội vụ vướng mắc của việc 10 (vướng kinh phí)"),
        ("việc 10 xin lùi đến 15/2", f"{MEANT}Đề nghị gia hạn việc 10 (đến 15/02/2023)"),
        ("việc 10 xong chưa ạ?", "• Việc 10: chưa báo (hạn: thứ Ba, 31/01/2023, còn 9 ngày làm việc)"),
    ],
)
def test_words_that_report_nothing_are_heard_as_without_a_photo(
    play: Play, tmp_path: Path, caption: str, answer: str
) -> None:
    said = send(play, tmp_path, caption)
    assert (said[: len(answer)], said.endswith(NOT_KEPT)) == (answer, True)


def test_what_is_left_out_is_not_offered(play: Play, tmp_path: Path) -> None:
    play.type("VP", "xong 12 2 tin")
    said = send(play, tmp_path, "trừ việc 12 thì xong hết")
    assert [line.partition(" kèm")[0] for line in said.splitlines()[1:-2]] == [
        "1. Báo kết quả quý I của việc 1",
        "2. Báo kết quả quý I của việc 4",
        "3. Báo hoàn thành việc 10",
        "4. Báo hoàn thành việc 11",
        "5. Báo kết quả quý I của việc 13",
    ]


def test_a_photo_backs_each_task_that_its_words_report(play: Play, tmp_path: Path) -> None:
    said = send(play, tmp_path, "việc 10 đã xong, việc 4 xong 2 tin, việc 12 không phát sinh")
    assert (said.count("Đã ghi nhận"), said.count("ảnh “anh.jpg”"), NOT_KEPT in said) == (3, 2, False)
