"""A plan's file sent in chat: what it would change is shown, accepted or dropped, after a restart as well."""

from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pytest
from sqlmodel import col, select

from bot import attachments
from bot.talk import Attachment
from data import inbox, views
from data.model import Change, Draft, Plan
from data.views import assigned
from data.work.evidence import LARGEST
from tests.bot.dialogues import Play, holds
from tests.building import PLAN, dump
from tests.data.documents.making import as_docx

SHIPPED = PLAN.read_bytes()
MOVED = SHIPPED.replace("\tTháng 01/2023".encode(), "\tTháng 02/2023".encode())
# What the shipped plan leaves open, as the draft shows it.
QUESTIONS = """Câu hỏi:
• Việc 2: Kế hoạch chưa ghi thời hạn. Đề nghị cho biết ngày hoàn thành.
• Việc 3: Đơn vị phối hợp ghi “Các phòng, ban, đơn vị có liên quan”, chưa nêu tên. Đề nghị cho biết gồm những đơn vị nào.
• Việc 11: Thời hạn ghi “Theo thời hạn tại Kế hoạch của UBND TP”, chưa có ngày cụ thể. Đề nghị cho biết ngày hoàn thành.
• Phụ lục ghi Kế hoạch ban hành ngày 11/01/2022, trang đầu ghi ngày 11/01/2023. Hệ thống đang hiểu là: 11/01/2023.
• Nhiệm vụ III.1.1: Nội dung “Xây dựng Kế hoạch tuyên truyền cải cách hành chính thành phố Hưng Yên năm 2022” ghi năm 2022, trong khi Kế hoạch là của năm 2023. Hệ thống đang hiểu là: 2023.
… và 7 mục nữa"""
AMENDED = f"""BẢN NHÁP 1
Kế hoạch số 06/KH-UBND: Tuyên truyền cải cách hành chính năm 2023
Tạo 0 · Sửa 1 · Giữ 14 · Rút 0 · Cần hỏi 12

Sửa việc 10: thời hạn: “Tháng 01/2023 (hết ngày 31/01/2023)” → “Tháng 02/2023 (hết ngày 28/02/2023)”

{QUESTIONS}

Chưa ghi vào hệ thống. Để nhập: nhap 1 · Để bỏ: bo nhap 1
[Nhập và bắt đầu theo dõi] [Bỏ bản nháp]"""
# What stands beside task 11 in the form.
READ = """Chủ trì: VP
Phối hợp: NV, VHTT, TUPHAP, TCKH, KT, QLDT, TNMT, LDTBXH, GDDT, YT, TTR, TTVHTT, BQLDA, TTPTQD, GDNNGDTX, QLTTDT, P-LS, P-HN, P-AT, P-LL, P-MK, P-QT, P-HC, X-TN, X-LP, X-HNA, X-QC, X-BK, X-PC, X-HGC, X-PCH, X-TH, X-HH
Thời hạn: chưa có ngày cụ thể"""
READ_OUTSIDE = "Chủ trì: VHTT\nPhối hợp: –\nThời hạn: hết ngày 30/06/2023, 31/12/2023"
ASKED = """Việc 11: Thời hạn ghi “Theo thời hạn tại Kế hoạch của UBND TP”, chưa có ngày cụ thể. Đề nghị cho biết ngày hoàn thành.
Việc 11: Nhiệm vụ được hiểu là thực hiện sau khi có kết quả của việc 10 (Kế hoạch truyền thông về hoạt động kiểm soát TTHC). Đề nghị cho biết thời hạn khi văn bản được ban hành."""
MARKED = (
    "Hệ thống không tiếp nhận nội dung mang dấu MẬT, TỐI MẬT, TUYỆT MẬT; tin của đồng chí không được lưu. Đề nghị đồng"
    " chí xóa tin khỏi cuộc trò chuyện này và gửi văn bản theo quy định về bảo vệ bí mật nhà nước."
)


@pytest.fixture
def folder(play: Play) -> Path:
    """The office's data folder."""
    assert play.conversation.folder is not None
    return play.conversation.folder


def send(play: Play, content: bytes, name: str = "ke-hoach.txt", caption: str = "", chat: str = "noi-vu") -> str:
    """What is answered to a file, with its buttons."""
    folder = play.conversation.folder
    assert folder is not None
    file = attachments.put(folder, name, content, caption)
    (reply,) = play.type(chat, caption, file=file, other="file").replies
    buttons = " ".join(f"[{choice.label}]" for choice in reply.choices)
    return "\n".join(filter(None, (reply.title, reply.text, buttons)))


def files(folder: Path) -> int:
    """How many files lie in the folders of files."""
    return sum(1 for name in (attachments.FOLDER, "drafts", "evidence") for _ in (folder / name).glob("*"))


def due(play: Play, number: str) -> str:
    with play.conversation.store.transaction() as session:
        (task,) = assigned.find_tasks(session, number)
        return task.deadline.text


def decided(play: Play) -> list[tuple[str, bool | None]]:
    """The drafts, and what became of them."""
    with play.conversation.store.transaction() as session:
        return [(draft.name, draft.accepted) for draft in session.exec(select(Draft).order_by(col(Draft.id)))]


def test_an_amended_plan_is_shown_and_accepted_after_a_restart(play: Play, folder: Path) -> None:
    assert send(play, MOVED) == AMENDED
    assert due(play, "10") == "Tháng 01/2023"
    # What was offered is data: another process, on the same store and folder, takes the answer.
    again = Play(replace(play.conversation), play.now, count=100)
    holds(
        again,
        """
noi-vu: nhap 1
Kế hoạch số 06/KH-UBND: Tuyên truyền cải cách hành chính năm 2023
Tạo 0 · Sửa 1 · Giữ 14 · Rút 0 · Cần hỏi 12
Kế hoạch đã được theo dõi. Tin nhắc đầu tiên được gửi trong giờ làm việc.
Để xem các câu hỏi, gõ: cau hoi
noi-vu: nhap 1
Không có bản nháp 1 đang chờ quyết định. Để lập bản nháp, đề nghị đồng chí gửi tệp Kế hoạch.
""",
    )
    assert due(play, "10") == "Tháng 02/2023"
    assert decided(play) == [("ke-hoach.txt", True)]
    assert files(folder) == 1
    with play.conversation.store.transaction() as session:
        (accepted,) = session.exec(select(Change).where(Change.action == "accept_draft"))
    assert (accepted.subject, accepted.after["name"]) == ("draft", "ke-hoach.txt")
    assert accepted.officer_id is not None


def test_a_new_plan_is_shown_task_by_task_and_switched_on(play: Play) -> None:
    shown = send(play, SHIPPED.replace(b"06 /KH-UBND", b"07/KH-UBND"))
    assert shown.startswith(
        """BẢN NHÁP 1
Kế hoạch số 07/KH-UBND: Tuyên truyền cải cách hành chính năm 2023
Tạo 15 · Sửa 0 · Giữ 0 · Rút 0 · Cần hỏi 12

• 1. Tuyên truyền về Chương trình tổng thể CC nhà nước giai đoạn… – 34 đơn vị: Các phòng, ban, đơn vị thuộc UBND thành phố; UBN…; thời hạn: Thường xuyên
? 2. Tổ chức tập huấn, nâng cao nghiệp vụ CCHC cho cán bộ… – NV: Phòng Nội vụ thành phố; phối hợp: 33 đơn vị: Các phòng…; thời hạn: – → ?
"""
    )
    assert "\n… và 5 mục nữa\n" in shown
    play.press("noi-vu", "Nhập và bắt đầu theo dõi")
    with play.conversation.store.transaction() as session:
        assert [plan.number for plan in views.plans(session)] == ["06/KH-UBND", "07/KH-UBND"]


def test_more_than_ten_tasks_go_with_it_as_a_form_which_is_the_same_plan_when_it_comes_back(
    play: Play, folder: Path
) -> None:
    named = SHIPPED.replace(b"06 /KH-UBND", b"07/KH-UBND")
    (reply,) = play.type("noi-vu", "", file=attachments.put(folder, "ke-hoach.txt", named, ""), other="file").replies
    (form,) = reply.files
    assert (form.name, form.label) == (
        "ke-hoach.xlsx",
        "Kèm theo là toàn bộ nhiệm vụ của bảng ở dạng biểu mẫu Excel, có cách hiểu và nội dung cần hỏi của từng việc. Nếu cần sửa, đề nghị đồng chí sửa trong biểu mẫu rồi gửi lại vào đây.",
    )
    sheet = openpyxl.load_workbook(BytesIO((folder / form.path).read_bytes())).worksheets[0]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert rows["STT"][6:] == ("Ngoài bảng", "Hệ thống hiểu", "Cần làm rõ")
    assert rows["11"][6:] == (None, READ, ASKED)
    assert rows["III.1.4"][6:8] == ("Phòng Văn hóa và Thông tin thành phố", READ_OUTSIDE)
    play.press("noi-vu", "Nhập và bắt đầu theo dõi")
    assert send(play, (folder / form.path).read_bytes(), "sua.xlsx").splitlines()[2:5] == [
        "Tạo 0 · Sửa 0 · Giữ 15 · Rút 0 · Cần hỏi 12",
        "",
        "Kế hoạch không có thay đổi.",
    ]


def test_much_is_withdrawn_only_when_somebody_says_so(play: Play) -> None:
    rows = SHIPPED.decode().splitlines(keepends=True)
    last = next(place for place, line in enumerate(rows) if line.startswith("10\t"))
    assert "Tạo 0 · Sửa 0 · Giữ 9 · Rút 6 · " in send(play, "".join(rows[:last]).encode())
    holds(
        play,
        """
noi-vu: nhap 1
CHƯA NHẬP
Kế hoạch số 06/KH-UBND: Tuyên truyền cải cách hành chính năm 2023
6 trong 15 việc đang theo dõi không có trong tệp này và sẽ bị rút.
Sẽ rút: 10, 11, 12, 13, 14, 15.
Nếu đồng ý, gõ: nhap 1 dong y
[Nhập và rút]
""",
    )
    play.press("noi-vu", "Nhập và rút")
    assert decided(play) == [("ke-hoach.txt", True)]


def test_the_same_plan_again_changes_nothing(play: Play) -> None:
    assert send(play, SHIPPED).splitlines()[2:5] == [
        "Tạo 0 · Sửa 0 · Giữ 15 · Rút 0 · Cần hỏi 12",
        "",
        "Kế hoạch không có thay đổi.",
    ]


def test_a_plan_in_word_is_the_same_plan(play: Play, tmp_path: Path) -> None:
    as_docx(tmp_path / "plan.docx")
    assert "Kế hoạch không có thay đổi." in send(play, (tmp_path / "plan.docx").read_bytes(), "plan.docx")


def test_a_draft_is_dropped(play: Play, folder: Path) -> None:
    before = {
        name: rows for name, rows in dump(play.conversation.store).items() if name in {"plan", "task", "question"}
    }
    send(play, MOVED)
    holds(
        play,
        """
noi-vu [Bỏ bản nháp]
Đã bỏ bản nháp ke-hoach.txt, không có thay đổi nào.
noi-vu: nhap 1
Không có bản nháp 1 đang chờ quyết định. Để lập bản nháp, đề nghị đồng chí gửi tệp Kế hoạch.
noi-vu: bo nhap
Không có bản nháp đang chờ quyết định. Để lập bản nháp, đề nghị đồng chí gửi tệp Kế hoạch.
""",
    )
    assert (decided(play), files(folder)) == ([("ke-hoach.txt", False)], 0)
    assert {name: dump(play.conversation.store)[name] for name in before} == before


def test_a_newer_draft_takes_the_place_of_the_last(play: Play, folder: Path) -> None:
    send(play, SHIPPED, "cu.txt")
    send(play, MOVED, "moi.txt")
    assert (decided(play), files(folder)) == ([("cu.txt", False), ("moi.txt", None)], 1)


def test_a_file_that_is_not_what_was_shown_is_not_imported(play: Play, folder: Path) -> None:
    send(play, MOVED)
    (draft,) = (folder / "drafts").iterdir()
    draft.write_bytes(SHIPPED)
    assert "Đề nghị đồng chí gửi lại." in play.type("noi-vu", "nhap 1").replies[0].text
    assert (due(play, "10"), decided(play)) == ("Tháng 01/2023", [("ke-hoach.txt", None)])


def test_a_plan_without_a_year_is_asked_for_it_and_the_answer_is_kept(play: Play, tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=4)
    for row in (["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"], ["1", "Tập huấn", "Phòng Nội vụ", "Tháng 3"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(str(tmp_path / "bang.docx"))
    content = (tmp_path / "bang.docx").read_bytes()
    assert send(play, content, "bang.docx") == (
        "bang.docx không ghi năm của Kế hoạch. Đề nghị cho biết, ví dụ: --year 2023; khi gửi trong cuộc trò chuyện,"
        " ghi 2023 kèm tệp."
    )
    assert "31/03/2024" in send(play, content, "bang.docx", "năm 2024")
    play.type("noi-vu", "nhap 1")
    with play.conversation.store.transaction() as session:
        assert [plan.year for plan in session.exec(select(Plan).order_by(col(Plan.id)))] == [2023, 2024]


@pytest.mark.parametrize(
    ("content", "name", "caption", "sentence"),
    [
        (b"xin chao", "anh.txt", "", "Không tìm thấy bảng nhiệm vụ trong anh.txt."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "kh.doc", "", "Tệp kh.doc ở định dạng Office cũ."),
        (b"", "kh.docx", "", "Tệp “kh.docx” không có nội dung (0 byte)"),
        (b"PK\x03\x04", "../../kh.docx", "", "Tệp kh.docx bị hỏng."),
        (SHIPPED, "KH_MẬT.txt", "", MARKED),
        (SHIPPED, "kh.txt", "TỐI MẬT", MARKED),
        ("TUYỆT MẬT\n".encode() + SHIPPED, "kh.txt", "", MARKED),
    ],
)
def test_what_is_no_plan_or_marked_is_refused_and_not_kept(
    play: Play, folder: Path, content: bytes, name: str, caption: str, sentence: str
) -> None:
    assert send(play, content, name, caption).startswith(sentence)
    assert (decided(play), files(folder)) == ([], 0)
    assert "MẬT" not in str(dump(play.conversation.store)["received"])


def test_words_about_keeping_secrets_are_no_mark(play: Play) -> None:
    about = "QUY ĐỊNH VỀ BẢO MẬT\n".encode() + SHIPPED
    assert send(play, about, "bao-mat.txt").startswith("BẢN NHÁP 1")


@pytest.mark.parametrize(("why", "sentence"), [("too-large", "lớn hơn 20 MB"), ("lost", "Đề nghị đồng chí gửi lại.")])
def test_a_file_that_the_channel_did_not_take(play: Play, why: str, sentence: str) -> None:
    file = Attachment("kh.pdf", LARGEST + 1, why=why)
    (reply,) = play.type("noi-vu", "", file=file, other="file").replies
    assert sentence in reply.text
    assert decided(play) == []


def test_a_unit_cannot_send_a_plan(play: Play, folder: Path) -> None:
    assert "BẢN NHÁP" not in send(play, MOVED, chat="VP")
    send(play, MOVED)
    holds(
        play,
        """
VP: nhap 1
“nhap” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    assert (due(play, "10"), files(folder)) == ("Tháng 01/2023", 1)


def test_a_crash_between_hearing_and_acting_loses_no_draft(play: Play, folder: Path) -> None:
    file = attachments.put(folder, "kh.txt", MOVED, "")
    stored = {"chat_id": "noi-vu", "user_id": "user-noi-vu", "name": "Nguyễn Văn A", "is_group": False, "text": ""}
    stored |= {"occurrence_id": None, "tapped": None, "other": "file", "file": asdict(file)}
    with play.conversation.store.transaction() as session:
        inbox.keep(session, "local", "1", stored, play.now)
    ((incoming, _),) = play.conversation.waiting(["local"], play.now)
    answer = play.conversation.handle(incoming, play.now)
    assert (incoming.file, answer.replies[0].title) == (file, "BẢN NHÁP 1")
    assert (decided(play), files(folder)) == ([("kh.txt", None)], 1)
