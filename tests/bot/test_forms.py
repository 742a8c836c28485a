"""A plan without tasks to be read, sent in chat: it is refused, and a form made of it goes with the refusal."""

from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from bot import attachments
from data.documents import read_document
from data.work import evidence
from tests.bot.dialogues import Play
from tests.bot.shell.test_forms import PLAN


def test_a_form_goes_with_the_refusal(play: Play) -> None:
    folder = play.conversation.folder
    assert folder is not None
    file = attachments.put(folder, "ke-hoach.txt", PLAN.encode(), "")
    (reply,) = play.type("noi-vu", "", file=file, other="file").replies
    (form,) = reply.files
    assert reply.text.startswith("Không tìm thấy bảng nhiệm vụ trong ke-hoach.txt.")
    assert (form.name, form.kind, form.label, form.otherwise) == (
        "ke-hoach.xlsx",
        "document",
        "Kèm theo là biểu mẫu Excel lập từ những nội dung đã đọc được. Đề nghị đồng chí bổ sung đơn vị chủ trì, thời hạn của từng nhiệm vụ, xóa dòng không phải nhiệm vụ rồi gửi lại biểu mẫu vào đây.",
        "Biểu mẫu Excel của văn bản này được lập trên máy chủ của hệ thống bằng lệnh: nhacviec form FILE OUT.xlsx",
    )
    assert (folder / form.path).read_bytes()[:2] == b"PK"
    assert evidence.content(folder, form.path, form.sha256) is not None  # as it goes out


def test_the_form_asks_for_what_a_table_lacks(play: Play) -> None:
    folder = play.conversation.folder
    assert folder is not None
    file = attachments.put(folder, "thieu-cot.txt", LACKING.encode(), "")
    (reply,) = play.type("noi-vu", "", file=file, other="file").replies
    (form,) = reply.files
    assert [(row.title, row.lead, row.deadline) for row in read_document(folder / form.path).rows] == [
        ("Trưng bày sách tại nhà văn hóa", "Phòng Văn hóa và Thông tin", ""),
        ("Thi kể chuyện theo sách", "Phòng Giáo dục và Đào tạo", ""),
    ]


LACKING = """KẾ HOẠCH
Tổ chức Ngày sách năm 2026
STT\tNhiệm vụ\tĐơn vị chủ trì
1\tTrưng bày sách tại nhà văn hóa\tPhòng Văn hóa và Thông tin
2\tThi kể chuyện theo sách\tPhòng Giáo dục và Đào tạo
"""


def test_a_blank_form_goes_with_the_refusal_of_a_scan(play: Play) -> None:
    folder = play.conversation.folder
    assert folder is not None
    file = attachments.put(folder, "quet.pdf", scan(), "")
    (reply,) = play.type("noi-vu", "", file=file, other="file").replies
    assert reply.text.startswith(
        "Tệp quet.pdf là bản chụp, không có chữ. Đề nghị gửi tệp Word (lưu tại Văn thư hoặc đơn vị soạn thảo)"
    )
    assert [(form.name, form.label) for form in reply.files] == [
        (
            "quet.xlsx",
            "Kèm theo là biểu mẫu Excel để trống. Đề nghị đồng chí nhập các nhiệm vụ của Kế hoạch rồi gửi lại vào đây.",
        )
    ]


def scan() -> bytes:
    """A page that is a picture."""
    kept = BytesIO()
    page = Canvas(kept, invariant=1)
    page.drawImage(ImageReader(BytesIO(b"P5 2 2 255\n\0\0\0\0")), 0, 0, 500, 800)
    page.save()
    return kept.getvalue()
