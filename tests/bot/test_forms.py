"""A plan without tasks to be read, sent in chat: it is refused, and a form made of it goes with the refusal."""

from bot import attachments
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
