"""Photos and files behind reports: sent with the report, right after it, or for a task by its number."""

import hashlib
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import attachments
from bot.web import demo
from data.model import Evidence
from data.work.evidence import LARGEST, safe_name
from tests.bot.dialogues import Play
from tests.data.documents import marking

PDF = marking.pdf("Báo cáo")()
NAME = f"evidence/{hashlib.sha256(PDF).hexdigest()}.pdf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The office's data folder."""
    return tmp_path


def send(
    play: Play,
    chat: str,
    folder: Path,
    caption: str = "",
    name: str = "bao-cao.pdf",
    other: str = "file",
    **more: bytes,
) -> str:
    """What is answered to a file with a caption."""
    content = more.get("content", PDF)
    answer = play.type(chat, caption, file=attachments.put(folder, name, content, caption), other=other)
    return "\n---\n".join(reply.text for reply in answer.replies)


def kept(play: Play) -> list[tuple[str, str, str | None]]:
    """The evidence on record: kind, value, path."""
    with play.conversation.store.transaction() as session:
        rows = session.exec(select(Evidence).order_by(col(Evidence.id)))
        return [(row.kind, row.value, row.path) for row in rows]


def files(folder: Path) -> list[str]:
    """What lies in the folders of files."""
    return sorted(
        str(path.relative_to(folder)) for name in (attachments.FOLDER, "evidence") for path in (folder / name).glob("*")
    )


def test_a_file_with_the_report_backs_it(play: Play, folder: Path) -> None:
    assert send(play, "VP", folder, "xong 10 số 12/KH-VP") == (
        "Đã ghi nhận Văn phòng HĐND-UBND thành phố báo hoàn thành việc 10, trước hạn 9 ngày làm việc"
        " (hạn: thứ Ba, 31/01/2023).\n"
        "Minh chứng: văn bản số 12/KH-VP, tệp “bao-cao.pdf”. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 11/01/2023.\n"
        "Nếu báo nhầm, gõ: bao nham 10"
    )
    assert kept(play) == [("document", "số 12/KH-VP", None), ("file", "bao-cao.pdf", NAME)]
    assert (folder / NAME).read_bytes() == PDF
    assert files(folder) == [NAME]


def test_one_file_for_several_tasks_is_kept_once(play: Play, folder: Path) -> None:
    send(play, "P-LL", folder, "xong 1 12 3 tin", "anh.PDF", "photo")
    assert kept(play) == [("photo", "anh.PDF", NAME)] * 2
    assert files(folder) == [NAME]


def test_a_photo_without_words_belongs_to_the_report_of_the_last_ten_minutes(play: Play, folder: Path) -> None:
    play.script("@ 2023-01-12 09:00\nP-LL: xong 1 3 tin\n@ 2023-01-12 09:10")
    assert send(play, "P-LL", folder, "", "anh.jpg", "photo") == (
        "Đã bổ sung vào báo cáo của UBND phường Lê Lợi đối với việc 1, quý I.\n"
        "Kết quả: 3 tin. Minh chứng: ảnh “anh.jpg”."
    )
    play.script("@ 2023-01-12 09:11")
    assert send(play, "P-LL", folder, "ảnh buổi phát thanh", "anh2.jpg", "photo", content=b"two").startswith(UNKNOWN)
    assert [each[1] for each in kept(play)] == ["anh.jpg"]
    assert len(files(folder)) == 1


UNKNOWN = "Đã nhận ảnh “anh2.jpg”, chưa lưu làm minh chứng. Đề nghị đồng chí chọn, hoặc gõ số của việc khác"


def test_what_was_taken_back_is_not_backed_any_more(play: Play, folder: Path) -> None:
    play.script("P-LL: xong 1\nP-LL: bao nham 1")
    assert send(play, "P-LL", folder, "", "anh2.jpg", "photo").startswith(UNKNOWN)
    play.type("P-LL", "bo tep")
    assert send(play, "P-LL", folder, "minh chung 1") == (
        "Việc 1 chưa có báo cáo. Để báo hoàn thành kèm minh chứng này, đề nghị đồng chí gửi với dòng chữ: xong 1"
    )
    assert (kept(play), files(folder)) == ([], [])


def test_evidence_by_the_number_of_the_task(play: Play, folder: Path) -> None:
    play.script("@ 2023-01-12 09:00\nVP: xong 10\n@ 2023-01-20 09:00")
    assert send(play, "VP", folder, "minh chung 10 số 12/KH-VP") == (
        "Đã bổ sung vào báo cáo của Văn phòng HĐND-UBND thành phố đối với việc 10.\n"
        "Minh chứng: văn bản số 12/KH-VP, tệp “bao-cao.pdf”."
    )
    play.type("VP", "xong 12")
    assert play.type("VP", "minh chung 12").replies[0].text == (
        "Chưa thấy minh chứng trong tin này. Đề nghị đồng chí gửi ảnh hoặc tệp kèm dòng chữ “minh chung 12”,"
        " hoặc gõ số văn bản, đường dẫn, ví dụ: minh chung 12 số …/KH"
    )


REFUSED = [
    # caption, name, bytes, answer
    ("xong 10 MẬT", "a.pdf", 9, "MarkedSecret"),
    ("xong 10", "TỐI MẬT so 3.pdf", 9, "MarkedSecret"),
    ("", "a.pdf", LARGEST + 1, "TooLarge"),
    ("minh chung 10", "a.pdf", LARGEST + 1, "TooLarge"),
]
SAID = {
    "MarkedSecret": "Hệ thống không tiếp nhận nội dung mang dấu MẬT, TỐI MẬT, TUYỆT MẬT",
    "TooLarge": "Tệp “a.pdf” lớn hơn 20 MB nên không lưu được. Đề nghị đồng chí gửi tệp nhỏ hơn hoặc gửi đường dẫn.",
}


@pytest.mark.parametrize(("caption", "name", "size", "said"), REFUSED)
def test_what_is_refused_is_not_stored_and_nothing_is_reported(
    play: Play, folder: Path, caption: str, name: str, size: int, said: str
) -> None:
    assert send(play, "VP", folder, caption, name, content=bytes(size)).startswith(SAID[said])
    assert (kept(play), files(folder)) == ([], [])
    assert play.type("VP", "bao nham 10").replies[0].text == "Việc 10 chưa có báo cáo nào để rút lại."


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("bao-cao.pdf", "bao-cao.pdf"),
        ("Báo cáo quý I (bản 2).docx", "Báo cáo quý I (bản 2).docx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\lan\\anh.jpg", "anh.jpg"),
        ("a\x00b\n<c>.pdf", "a b c.pdf"),
        (".bashrc", "bashrc"),
        ("…", "file"),
        ("", "file"),
        ("x" * 200 + ".pdf", "x" * 96 + ".pdf"),
    ],
)
def test_names_made_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_file_that_a_program_might_run_gets_another_extension(play: Play, folder: Path) -> None:
    send(play, "VP", folder, "xong 10", "mo-di.html")
    assert files(folder) == [NAME.replace(".pdf", ".bin")]


PLAN = demo.PLAN.read_bytes()
BROKEN = b"PK no document"


def test_noi_vu_s_own_report_is_backed_by_what_comes_right_after_it(play: Play, folder: Path) -> None:
    play.type("noi-vu", "xong 12 3 tin")
    assert send(play, "noi-vu", folder, "", "anh.jpg", "photo", content=b"photo").startswith("Đã bổ sung vào báo cáo")
    assert send(play, "noi-vu", folder, "", "bc.docx", content=BROKEN).startswith("Đã bổ sung vào báo cáo")
    assert send(play, "noi-vu", folder, "xong 13", "bc.pdf").startswith("Đã ghi nhận Phòng Nội vụ báo kết quả")
    assert send(play, "noi-vu", folder, "minh chung 12", "kh.txt", content=PLAN).startswith("Đã bổ sung vào báo cáo")
    assert [each[:2] for each in kept(play)] == [
        ("photo", "anh.jpg"), ("file", "bc.docx"), ("file", "bc.pdf"), ("file", "kh.txt"),
    ]  # fmt: skip


def test_without_a_report_just_before_it_a_document_of_noi_vu_s_is_a_plan(play: Play, folder: Path) -> None:
    play.script("noi-vu: xong 12 3 tin\n@ 2023-01-11 07:41")
    assert send(play, "noi-vu", folder, "", "kh.txt", content=PLAN).startswith("Kế hoạch số 06/KH-UBND")
    assert send(play, "noi-vu", folder, "", "bc.pdf").splitlines()[1:] == [
        "Nếu đây là minh chứng của một báo cáo, đề nghị gửi lại kèm dòng chữ: minh chung 10"
    ]
    assert send(play, "noi-vu", folder, "", "anh2.jpg", "photo").startswith(UNKNOWN)
    assert kept(play) == []


ASKED = (
    "Đã nhận tệp “kh.txt”, có bảng nhiệm vụ như một Kế hoạch, gửi ngay sau một báo cáo. Đề nghị đồng chí chọn:\n"
    "1. Bổ sung minh chứng cho báo cáo quý I của việc 12\n"
    "2. Đọc như Kế hoạch, cho xem những thay đổi trước khi nhập\n"
    "3. Không lưu tệp này\n"
    "Đề nghị trả lời bằng số thứ tự."
)


def test_what_may_be_a_plan_or_evidence_is_asked_about(play: Play, folder: Path) -> None:
    play.type("noi-vu", "xong 12 3 tin")
    assert send(play, "noi-vu", folder, "", "kh.txt", content=PLAN) == ASKED
    assert play.type("noi-vu", "1").replies[0].text.endswith("Minh chứng: tệp “kh.txt”.")
    assert send(play, "noi-vu", folder, "", "kh.txt", content=PLAN) == ASKED
    assert play.type("noi-vu", "2").replies[0].title == "BẢN NHÁP 1"
    assert play.type("noi-vu", "doc ke hoach").replies[0].text.startswith("Không có bản nháp đang chờ quyết định.")
    assert send(play, "noi-vu", folder, "", "kh.txt", content=PLAN) == ASKED
    play.type("noi-vu", "3")
    assert [each[1] for each in kept(play)] == ["kh.txt"]
    assert list((folder / "held").iterdir()) == []


def test_a_plan_that_waits_may_be_told_its_year(play: Play, folder: Path) -> None:
    play.type("noi-vu", "xong 12 3 tin")
    yearless = PLAN.replace(b"2023", b"").replace(b"2022", b"")
    assert send(play, "noi-vu", folder, "", "kh.txt", content=yearless) == ASKED
    assert "không ghi năm" in play.type("noi-vu", "2").replies[0].text
    assert play.type("noi-vu", "doc ke hoach 2023").replies[0].title == "BẢN NHÁP 1"
