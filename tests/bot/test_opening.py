"""Evidence opened: by Nội vụ, leaders, who drew the plan up and the unit itself; never by another unit."""

import hashlib
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from bot import attachments
from data.kinds import Role
from data.talk import Outgoing
from data.work import evidence
from data.work.evidence import Kept, name_to_send
from tests.bot.dialogues import Play, holds
from tests.bot.mornings import Sent, morning_of

PHOTO, DOCX = b"\xff\xd8\xff a photo", b"PK a report"
SHOWN = (
    "Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…\n"
    "Văn phòng HĐND-UBND thành phố, báo lúc 07:30 ngày 11/01/2023:\n"
    "• https://vp.example/10\n"
    "• văn bản số 12/KH-VP\n"
    "• 1. tệp “bao-cao.docx”\n"
    "• 2. ảnh “anh.jpg”\n"
    "Ảnh, tệp được gửi ngay sau tin này."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The office's data folder."""
    return tmp_path


def send(play: Play, folder: Path, chat: str, caption: str, name: str, content: bytes) -> Outgoing:
    other = "photo" if name.endswith(".jpg") else "file"
    return play.type(chat, caption, file=attachments.put(folder, name, content, caption), other=other).replies[-1]


def reported(play: Play, folder: Path) -> None:
    """VP has reported task 10 with a document, a link, a file and a photo."""
    send(play, folder, "VP", "xong 10 số 12/KH-VP https://vp.example/10", "bao-cao.docx", DOCX)
    send(play, folder, "VP", "", "anh.jpg", PHOTO)


def shown(play: Play, chat: str, text: str) -> Outgoing:
    return play.type(chat, text).replies[0]


def sent(reply: Outgoing) -> list[tuple[str, str, str]]:
    """The files that come with a reply: kind, name, label."""
    return [(file.kind, file.name, file.label) for file in reply.files]


def labels(reply: Outgoing) -> list[str]:
    return [choice.label for choice in reply.choices]


def test_noi_vu_sees_all_and_gets_the_files(play: Play, folder: Path) -> None:
    reported(play, folder)
    reply = shown(play, "noi-vu", "xem minh chung 10 VP")
    assert reply.title == "MINH CHỨNG VIỆC 10 – Kế hoạch số 06/KH-UBND"
    assert reply.text == f"{SHOWN}\nTrả lại: tra lai 10 VP và lý do"
    assert sent(reply) == [("file", "bao-cao.docx", "1. bao-cao.docx"), ("photo", "anh.jpg", "2. anh.jpg")]
    kept = [evidence.content(folder, file.path, file.sha256) for file in reply.files]
    assert kept == [DOCX, PHOTO]
    assert labels(reply) == ["Ghi nhận việc 10 – VP"]
    assert reply.files[0].otherwise == (
        "1. Không gửi được tệp “bao-cao.docx”. Tệp vẫn được lưu (mã 7b51b6a6): đề nghị thử lại sau, hoặc liên hệ quản"
        " trị."
    )
    assert play.press("noi-vu", "Ghi nhận việc 10 – VP").replies[0].text.startswith("Đã ghi nhận báo cáo việc 10")
    assert shown(play, "noi-vu", "xem minh chung 10 VP").text == SHOWN


@pytest.mark.parametrize(
    "typed",
    ["xem minh chung 10", "Xem minh chứng việc 10", "mo minh chung 10 VP", "xem tệp 10 VP", "xem VP minh chung 10",
     "show evidence 10", "xem minh chứng VP 10", "minh chung 10 VP", "xem ảnh 10"],
)  # fmt: skip
def test_the_ways_to_ask(play: Play, folder: Path, typed: str) -> None:
    reported(play, folder)
    assert len(shown(play, "noi-vu", typed).files) == 2


@pytest.mark.parametrize(
    ("chat", "text", "files", "said"),
    [
        ("lanh-dao", "xem minh chung 10", 2, SHOWN),
        ("VHTT", "xem minh chung 10 VP", 2, SHOWN),  # has drawn the plan up
        ("head", "xem minh chung 10", 2, SHOWN),
        ("VP", "xem minh chung 10", 2, f"{SHOWN}\nĐể bổ sung: "),
        ("VP", "minh chung 10", 2, f"{SHOWN}\nĐể bổ sung: "),
        ("P-LL", "xem minh chung 10", 0, "Việc 10 do Văn phòng HĐND-UBND th"),
        ("P-LL", "xem minh chung 10 VP", 0, "Việc 10 do Văn phòng HĐND-UBND th"),
        ("P-LL", "xem minh chung 1 VP", 0, "Minh chứng của đơn vị khác chỉ Phòng Nội vụ được xem."),
        ("P-LL", "minh chung 1 VP", 0, "Minh chứng của đơn vị khác chỉ Phòng Nội vụ được xem."),
        ("stranger", "xem minh chung 10 VP", 0, "Cuộc trò chuyện này chưa được kết nối với đơn vị nào."),
    ],
)
def test_who_may_open_it(play: Play, folder: Path, chat: str, text: str, files: int, said: str) -> None:
    play.type("head", f"dang ky {play.invite('VP', Role.HEAD)}")
    reported(play, folder)
    reply = shown(play, chat, text)
    assert (len(reply.files), reply.text[: len(said)]) == (files, said)


def test_a_button_of_another_unit_opens_nothing(play: Play, folder: Path) -> None:
    reported(play, folder)
    (choice,) = (each for each in shown(play, "noi-vu", "ghi nhan").choices if each.label.startswith("Xem minh chứng"))
    play.buttons["P-LL"] = (choice,)
    stale = play.press("P-LL", choice.label).replies
    assert [(reply.text, reply.files) for reply in stale] == [("Nút này đã cũ. Để xem việc hiện tại, gõ: viec", ())]


def test_an_old_button_shows_how_it_stands_now(play: Play, folder: Path) -> None:
    reported(play, folder)
    play.buttons["noi-vu"] = choices = shown(play, "noi-vu", "tinh hinh 10").choices
    play.type("noi-vu", "ghi nhan 10 VP")
    play.buttons["noi-vu"] = choices
    assert len(play.press("noi-vu", "Xem minh chứng việc 10 – VP").replies[0].files) == 2
    play.type("noi-vu", "tra lai 10 VP thiếu số")
    play.buttons["noi-vu"] = choices
    gone = play.press("noi-vu", "Xem minh chứng việc 10 – VP").replies[0]
    assert (gone.text, gone.files) == ("Văn phòng HĐND-UBND thành phố chưa có báo cáo việc 10 để xem.", ())


@pytest.mark.parametrize(
    ("typed", "others"), [("ghi nhan", ["Ghi nhận việc 10 – VP"]), ("tinh hinh 10", []), ("tinh hinh 10 VP", [])]
)
def test_what_shows_a_report_with_files_has_a_button_to_open_them(
    play: Play, folder: Path, typed: str, others: list[str]
) -> None:
    play.type("VP", "xong 10 số 12/KH-VP")
    assert labels(shown(play, "noi-vu", typed)) == others
    send(play, folder, "VP", "minh chung 10", "anh.jpg", PHOTO)
    assert labels(shown(play, "noi-vu", typed)) == ["Xem minh chứng việc 10 – VP", *others]
    assert len(play.press("noi-vu", "Xem minh chứng việc 10 – VP").replies[0].files) == 1


def test_the_digest_has_one_too(play: Play, folder: Path) -> None:
    reported(play, folder)
    play.type("P-LL", "khong phat sinh 12")
    messages = Sent()
    morning_of(play, messages, "2023-01-12")
    (digest,) = (message for chat, message in messages.messages.values() if chat == "noi-vu")
    assert labels(digest) == ["Xem minh chứng việc 10 – VP", "Ghi nhận việc 10 – VP", "Ghi nhận việc 12 – P-LL"]


def test_of_a_task_of_many_it_is_asked_whose(play: Play, folder: Path) -> None:
    for unit in ("P-LL", "X-TN"):
        send(play, folder, unit, "xong 12 3 tin", "anh.jpg", unit.encode())
    send(play, folder, "X-TN", "minh chung 12", "anh2.jpg", b"two")
    play.type("VP", "xong 12 số 5/BC-VP")
    holds(
        play,
        """
noi-vu: xem minh chung 12
Nhiều đơn vị đã gửi minh chứng của việc 12. Đề nghị chọn đơn vị:
1. UBND phường Lê Lợi: 1 tệp
2. UBND xã Trung Nghĩa: 2 tệp
Đề nghị trả lời bằng số thứ tự.
[1. P-LL] [2. X-TN]
""",
    )
    assert sent(shown(play, "noi-vu", "2")) == [
        ("photo", "anh.jpg", "1. anh.jpg"),
        ("photo", "anh2.jpg", "2. anh2.jpg"),
    ]
    assert [len(reply.files) for reply in play.type("noi-vu", "xem minh chung 12 P-LL, X-TN").replies] == [1, 2]


def test_where_one_has_sent_anything_it_is_meant(play: Play, folder: Path) -> None:
    play.type("P-LL", "xong 12 3 tin")
    play.type("VP", "xong 12")
    assert shown(play, "noi-vu", "xem minh chung 12").text == "Các báo cáo việc 12 không kèm minh chứng."
    play.type("VP", "minh chung 12 số 5/BC-VP")
    assert "\n• văn bản số 5/BC-VP\n" in shown(play, "noi-vu", "xem minh chung 12").text
    send(play, folder, "P-LL", "minh chung 12", "anh.jpg", PHOTO)
    assert sent(shown(play, "noi-vu", "xem minh chung 12")) == [("photo", "anh.jpg", "1. anh.jpg")]


def test_a_period_by_name_and_the_one_reported_last(play: Play, folder: Path) -> None:
    play.script("@ 2023-03-10 09:00")
    send(play, folder, "P-LL", "xong 1 3 tin", "quy1.jpg", b"1")
    morning_of(play, Sent(), "2023-06-12")
    send(play, folder, "P-LL", "xong 1 quy 2 5 tin", "quy2.jpg", b"2")
    names = {
        text: [file.name for file in shown(play, "noi-vu", f"xem minh chung 1 P-LL{text}").files]
        for text in ("", " quy 1", " quy 2")
    }
    assert names == {"": ["quy2.jpg"], " quy 1": ["quy1.jpg"], " quy 2": ["quy2.jpg"]}
    assert shown(play, "noi-vu", "xem minh chung 1 P-LL quy 3").text == (
        "UBND phường Lê Lợi chưa có báo cáo việc 1 để xem."
    )


def test_ten_files_at_a_time(play: Play, folder: Path) -> None:
    play.type("P-LL", "xong 1 3 tin số 5/BC-LL")
    for number in range(1, 14):
        send(play, folder, "P-LL", "minh chung 1", f"anh{number}.jpg", bytes([number]))
    first, rest, none = (shown(play, "noi-vu", f"xem minh chung 1 P-LL{each}") for each in ("", " tu 11", " từ tệp 14"))
    assert [file.label for file in first.files] == [f"{number}. anh{number}.jpg" for number in range(1, 11)]
    assert "\nGửi kèm tệp 1–10 trong số 13 tệp. Xem tiếp: xem minh chung 1 P-LL tu 11\n" in first.text
    assert "• văn bản số 5/BC-LL\n" in first.text
    assert [file.label for file in rest.files] == [f"{number}. anh{number}.jpg" for number in range(11, 14)]
    assert ("\nGửi kèm tệp 11–13 trong số 13 tệp.\n" in rest.text, "5/BC-LL" in rest.text) == (True, False)
    assert ("\nChỉ có 13 tệp." in none.text, none.files) == (True, ())


def gone(path: Path) -> None:
    path.unlink()


def changed(path: Path) -> None:
    path.write_bytes(b"another")


def linked_out(path: Path) -> None:
    path.rename(path.parent.parent / "outside.docx")
    path.symlink_to(path.parent.parent / "outside.docx")


@pytest.mark.parametrize("harm", [gone, changed, linked_out])
def test_what_is_not_there_as_it_was_kept_is_said_and_logged_once(
    play: Play, folder: Path, harm: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    reported(play, folder)
    (path,) = (folder / "evidence").glob("*.docx")
    harm(path)
    with caplog.at_level(logging.WARNING):
        reply = shown(play, "noi-vu", "xem minh chung 10")
    assert "\n• 1. tệp “bao-cao.docx” – không còn mở được, đề nghị đơn vị gửi lại\n" in reply.text
    assert sent(reply) == [("photo", "anh.jpg", "2. anh.jpg")]
    assert [record.getMessage().split(" is gone")[0] for record in caplog.records] == ["evidence 3"]


@pytest.mark.parametrize(
    "path", ["nhacviec.db", "../secret", "evidence/../nhacviec.db", "/etc/passwd", "evidence", "", "\0"]
)
def test_nothing_but_evidence_is_ever_read(folder: Path, path: str) -> None:
    (folder / "evidence").mkdir()
    (folder / "nhacviec.db").write_bytes(DOCX)
    (folder.parent / "secret").write_bytes(DOCX)
    assert evidence.content(folder, path, hashlib.sha256(DOCX).hexdigest()) is None


def test_the_file_of_somebody_forgotten_goes_out_without_the_name(play: Play, folder: Path) -> None:
    play.type("lan", f"dang ky {play.invite('VP')}")
    send(play, folder, "lan", "xong 10", "Báo cáo của Trần Thị Lan.docx", DOCX)
    play.type("lan", "quen toi dong y")
    reply = shown(play, "noi-vu", "xem minh chung 10")
    assert "• 1. tệp “Báo cáo của ***.docx”" in reply.text
    assert [(file.name, file.label) for file in reply.files] == [("Báo cáo của.docx", "1. Báo cáo của.docx")]


@pytest.mark.parametrize(
    ("name", "path", "goes_as"),
    [
        ("bao-cao.docx", "evidence/a.docx", "bao-cao.docx"),
        ("anh.PDF", "evidence/a.pdf", "anh.pdf"),
        ("mo-di.html", "evidence/a.bin", "mo-di.bin"),
        ("bao cao", "evidence/a.bin", "bao cao.bin"),
        ("***.jpg", "evidence/a.jpg", "file.jpg"),
        ("", "evidence/a.jpg", "file.jpg"),
        ("../../x.jpg", "evidence/a.jpg", "x.jpg"),
    ],
)
def test_the_name_a_file_goes_out_under(name: str, path: str, goes_as: str) -> None:
    assert name_to_send(Kept(name, path, "", "file")) == goes_as


def test_what_is_missing_is_asked_for(play: Play) -> None:
    holds(
        play,
        """
noi-vu: xem minh chung
Đề nghị đồng chí ghi thêm số của việc, ví dụ: xem minh chung 10
noi-vu: xem minh chung 10
Việc 10 chưa có báo cáo nào để xem.
noi-vu: xem minh chung 10 KT
Phòng Kinh tế không chủ trì việc 10.
VP: xem minh chung 10
Việc 10 chưa có báo cáo nào để xem.
""",
    )
    assert shown(play, "noi-vu", "xem minh chung 10, 12").text.startswith("Lệnh này dùng cho từng việc một")
