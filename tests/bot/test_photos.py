"""Whose evidence a photo is: by its words, by what came just before or after it, by its album; else it is asked."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import attachments
from data.model import Assignment, Confirmation, Evidence, Occurrence, Task
from data.work import held
from tests.bot.dialogues import Play
from tests.bot.mornings import Sent, morning_of


@dataclass
class Office:
    """The demo's office with a data folder."""

    play: Play
    folder: Path
    count: int = 0

    def sends(self, caption: str = "", *, chat: str = "VP", album: str | None = None) -> str:
        """What is answered to a photo, each time another one."""
        self.count += 1
        photo = attachments.put(self.folder, "anh.jpg", f"photo {self.count}".encode(), caption)
        answer = self.play.type(chat, caption, file=photo, other="photo", album=album)
        return "\n---\n".join(reply.text for reply in answer.replies)

    def says(self, text: str, *, chat: str = "VP") -> str:
        return "\n---\n".join(reply.text for reply in self.play.type(chat, text).replies)

    def backed(self) -> list[str]:
        """The task of each photo that backs a report."""
        with self.play.conversation.store.transaction() as session:
            rows = session.exec(
                select(Task.number)
                .select_from(Evidence)
                .join(Confirmation, col(Confirmation.id) == Evidence.confirmation_id)
                .join(Occurrence, col(Occurrence.id) == Confirmation.occurrence_id)
                .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
                .join(Task, col(Task.id) == Assignment.task_id)
                .where(Evidence.kind == "photo")
                .order_by(col(Evidence.id))
            )
            return list(rows)

    def waiting(self) -> int:
        return len(list((self.folder / held.FOLDER).glob("*")))


@pytest.fixture
def office(play: Play, tmp_path: Path) -> Office:
    return Office(play, tmp_path)


ADDED = "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.\nMinh chứng: "
ASKED = "Đã nhận ảnh “anh.jpg”, chưa lưu làm minh chứng. Đề nghị đồng chí chọn"
NAMED = ["ảnh việc 10", "của việc 10 nhé", "việc 10", "Báo cáo việc 10: đã xong, số 15/KH-VP", "minh chứng việc 10"]


@pytest.mark.parametrize("caption", NAMED)
def test_a_photo_that_names_a_task_goes_to_its_report(office: Office, caption: str) -> None:
    office.says("xong 10")
    office.play.script("@ 2023-01-20 09:00")
    assert office.sends(caption).startswith(ADDED)
    assert office.backed() == ["10"]


@pytest.mark.parametrize("caption", NAMED[:-2])
def test_of_a_task_not_reported_it_is_asked(office: Office, caption: str) -> None:
    assert office.sends(caption).startswith(f"{ASKED}:\n1. Báo hoàn thành việc 10 kèm tệp này\n")
    assert (office.backed(), office.waiting()) == ([], 1)
    assert office.says("1").startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert (office.backed(), office.waiting()) == (["10"], 0)


def test_words_that_report_a_task_by_its_number_take_the_photo_along(office: Office) -> None:
    said = office.sends("Báo cáo việc 10: đã xong, số 15/KH-VP")
    assert said.startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert "\nMinh chứng: văn bản số 15/KH-VP, ảnh “anh.jpg”." in said
    assert (office.backed(), office.waiting()) == (["10"], 0)


def test_of_a_task_reported_before_and_owed_again_it_is_asked(office: Office) -> None:
    office.says("xong 4 3 tin")
    morning_of(office.play, Sent(), "2023-03-20")
    assert office.sends("ảnh việc 4").splitlines()[1:-2] == [
        "1. Bổ sung minh chứng cho báo cáo quý I của việc 4: Xây dựng, duy trì chuyên trang thông tin về CCHC…",
        "2. Báo kết quả quý II của việc 4 kèm tệp này: Xây dựng, duy trì chuyên trang thông tin về CCHC…",
    ]


def test_under_a_report_that_nothing_arose_no_photo_is_taken_silently(office: Office) -> None:
    office.says("khong phat sinh 12")
    for caption in ("", "ảnh liên hoan", "ảnh việc 12"):
        assert office.sends(caption).startswith(ASKED)
        office.says("bo tep")
    assert (office.backed(), office.waiting()) == ([], 0)


@pytest.mark.parametrize("said", ["xong 10", "xong 10 số 15/KH-VP", "Xong việc 10 rồi ạ"])
def test_a_photo_before_the_report_is_taken_by_it(office: Office, said: str) -> None:
    assert office.sends().startswith(ASKED)
    office.play.script("@ 2023-01-11 07:35")
    assert "ảnh “anh.jpg”" in office.says(said)
    assert (office.backed(), office.waiting()) == (["10"], 0)


def test_it_is_not_taken_by_a_report_much_later(office: Office) -> None:
    office.sends()
    office.play.script("@ 2023-01-11 07:41")
    assert "ảnh" not in office.says("xong 10")
    assert (office.backed(), office.waiting()) == ([], 1)


def test_plain_words_behind_it_name_its_task(office: Office) -> None:
    office.says("xong 10")
    office.play.script("@ 2023-01-12 09:00")
    office.sends()
    assert office.says("của việc 10 nhé").startswith(ADDED)
    assert (office.backed(), office.waiting()) == (["10"], 0)
    office.sends()
    assert office.says("của việc 4 nhé").startswith(f"{ASKED}:\n1. Báo kết quả quý I của việc 4 kèm tệp này\n")
    assert office.says("1").startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo kết quả quý I đối với việc 4")
    assert (office.backed(), office.waiting()) == (["10", "4"], 0)


def test_a_tap_names_it_too_and_may_put_it_aside(office: Office) -> None:
    office.sends()
    assert "việc 10" in office.says("1")
    office.play.script("@ 2023-01-12 09:00")
    office.sends("ảnh liên hoan")
    assert office.says("bo tep") == "Đã xóa tệp, không lưu làm minh chứng."
    assert (office.backed(), office.waiting()) == (["10"], 0)


@pytest.mark.parametrize("captions", [("xong 10", "", ""), ("", "xong 10", ""), ("", "", "xong 10")])
def test_an_album_is_one_report_wherever_its_words_stand(office: Office, captions: tuple[str, ...]) -> None:
    said = [office.sends(caption, album="a1") for caption in captions]
    told = [each for each in said if each]
    assert told[-1].startswith("Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10")
    assert len(told) == (1 if captions[0] else 2)
    assert (office.backed(), office.waiting()) == (["10"] * 3, 0)


def test_an_album_without_words_is_one_question(office: Office) -> None:
    said = [office.sends(album="a1") for _ in range(3)]
    assert [bool(each) for each in said] == [True, False, False]
    assert office.says("xong 10").count("ảnh “anh.jpg”") == 3
    assert office.backed() == ["10"] * 3


def test_an_album_right_after_a_report_has_one_receipt(office: Office) -> None:
    office.says("xong 10")
    said = [office.sends(album="a1") for _ in range(3)]
    assert said == [f"{ADDED}ảnh “anh.jpg”.", "", ""]
    assert office.backed() == ["10"] * 3


def test_the_album_of_a_report_for_several_tasks_backs_each(office: Office) -> None:
    assert [bool(office.sends(caption, album="a1")) for caption in ("xong 10 12", "", "")] == [True, False, False]
    assert sorted(office.backed()) == ["10"] * 3 + ["12"] * 3


def test_the_pictures_of_a_group_are_left_alone(office: Office) -> None:
    office.play.type("nhom/lan", f"/dang_ky {office.play.invite('VP')}")
    assert [office.sends(caption, chat="nhom/lan") for caption in ("", "ảnh liên hoan", "việc 10 đâu rồi em?")] == [
        ""
    ] * 3
    assert office.sends("ảnh việc 10", chat="nhom/lan").startswith(ASKED)
    assert office.says("xong 10", chat="nhom/minh").count("ảnh “anh.jpg”") == 1


def test_an_empty_file_is_no_evidence(office: Office) -> None:
    empty = attachments.put(office.folder, "bc.pdf", b"", "")
    assert office.play.type("VP", "", file=empty, other="file").replies[0].text == (
        "Tệp “bc.pdf” không có nội dung (0 byte) nên không được lưu. Đề nghị đồng chí gửi lại tệp."
    )
    assert (office.backed(), office.waiting()) == ([], 0)


def test_what_is_never_kept_is_told(office: Office) -> None:
    said = office.play.type("VP", "xong 13 2 phóng sự", other="voice").replies[0].text
    assert said.splitlines()[-1] == "Tin thoại không được lưu: hệ thống chỉ lưu ảnh, video và tệp."


def test_one_piece_of_evidence_is_taken_off_again(office: Office) -> None:
    office.says("xong 10 số 12/KH-VP")
    office.sends()
    assert office.says("bo minh chung 10").splitlines() == [
        "Đề nghị đồng chí chọn minh chứng cần bỏ khỏi báo cáo việc 10:",
        "1. văn bản số 12/KH-VP",
        "2. ảnh “anh.jpg”",
        "Đề nghị trả lời bằng số thứ tự.",
    ]
    buttons = office.play.buttons["VP"]
    assert office.says("2") == (
        "Đã bỏ khỏi báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10: ảnh “anh.jpg”.\n"
        "Báo cáo vẫn còn hiệu lực. Để bổ sung minh chứng khác, gửi kèm dòng chữ: minh chung 10"
    )
    assert (office.backed(), list((office.folder / "evidence").iterdir())) == ([], [])
    office.play.buttons["VP"] = buttons
    again = office.play.press("VP", "2. ảnh “anh.jpg”").replies[0].text
    assert again.startswith("Báo cáo việc 10 không có minh chứng này.")
    assert office.says("bo minh chung 10 số 12/KH-VP").startswith("Đã bỏ khỏi báo cáo")
    assert office.says("bo minh chung 10").startswith("Báo cáo việc 10 không có minh chứng này.")
    trail = office.says("nhat ky 10", chat="noi-vu")
    assert "đã bỏ minh chứng khỏi báo cáo" in trail
    assert "anh.jpg" in trail


def test_not_after_noi_vu_took_note(office: Office) -> None:
    office.says("xong 10 số 12/KH-VP")
    office.says("ghi nhan 10 VP", chat="noi-vu")
    assert office.says("bo minh chung 10").startswith("Báo cáo việc 10 đã được Phòng Nội vụ ghi nhận.")
