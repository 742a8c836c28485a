"""How the tasks stand goes out as an Excel file, of what is asked about alone."""

from io import BytesIO

from openpyxl import load_workbook

from data.work import evidence
from tests.bot.dialogues import Play, holds
from tests.bot.passing import passes


async def test_a_report_is_a_file_of_what_was_asked_about(play: Play) -> None:
    await passes(play, "2023-03-15", "2023-03-16")
    holds(
        play,
        """
P-LL: xong 1 quy 1 3 tin
Đã ghi nhận UBND phường Lê Lợi báo kết quả quý I đối với việc 1, sau kỳ báo (kết thúc ngày 14/03/2023).
Kết quả: 3 tin. Người báo: đ/c Nguyễn Văn A, 07:30 ngày 16/03/2023.
Nếu báo nhầm, gõ: bao nham 1
[↩️ Báo nhầm việc 1]
noi-vu: xuat bao cao quy 1
BÁO CÁO – Thứ Năm, 16/03/2023
Quý I/2023.
Đã báo 1/114 lượt; quá hạn: 1; chưa báo kỳ: 112.
Kèm theo: dự thảo báo cáo (tệp Word, cần điền số, ngày, kiến nghị trước khi ký) và bảng chi tiết (tệp Excel).
noi-vu: cho file excel việc 1 các phường
BÁO CÁO – Thứ Năm, 16/03/2023
UBND các phường, xã.
Đã báo 1/34 lượt; quá hạn: 0; chưa báo kỳ: 16.
Tệp Excel gửi kèm dưới đây.
noi-vu: xuat bao cao quy 4
BÁO CÁO – Thứ Năm, 16/03/2023
Quý IV/2023.
Đã báo 0/1 lượt; quá hạn: 0; chưa báo kỳ: 0.
Kèm theo: dự thảo báo cáo (tệp Word, cần điền số, ngày, kiến nghị trước khi ký) và bảng chi tiết (tệp Excel).
lanh-dao: xuat bao cao P-LL
BÁO CÁO – Thứ Năm, 16/03/2023
UBND phường Lê Lợi.
Đã báo 1/6 lượt; quá hạn: 0; chưa báo kỳ: 2.
Tệp Excel gửi kèm dưới đây.
P-LL: xuat bao cao
“xuat bao cao” không dùng tại cuộc trò chuyện này. Để xem các nội dung dùng được, đồng chí gõ: tro giup
""",
    )
    _, file = play.type("noi-vu", "xuat bao cao 1 P-LL, X-TN quy 1").replies[0].files
    assert play.conversation.folder is not None
    content = evidence.content(play.conversation.folder, file.path, file.sha256)
    assert (file.name, content is not None) == ("bao-cao-2023-03-16.xlsx", True)
    pages = load_workbook(BytesIO(content or b""))
    assert [list(row) for row in pages["Theo đơn vị"].iter_rows(min_row=4, values_only=True)] == [
        ["UBND phường Lê Lợi", 1, 1, 1, 0, 0],
        ["UBND xã Trung Nghĩa", 1, 0, 0, 0, 1],
    ]
    detail = [list(row) for row in pages["Chi tiết"].iter_rows(min_row=4, values_only=True)]
    assert [(row[0], row[2], row[3], row[4], row[6]) for row in detail] == [
        ("1", "UBND phường Lê Lợi", "quý I", "14/03/2023", "3 tin"),
        ("1", "UBND xã Trung Nghĩa", "quý I", "14/03/2023", None),
    ]
