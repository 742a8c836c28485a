"""A period's report is a Word file that an official completes and signs: its sentences, its table, its layout."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as Word

from data.work import evidence
from tests.bot.dialogues import Play
from tests.bot.passing import passes

SAID = """
P-LL: xong 1 3 tin 2 bài
P-LL: khong phat sinh 12
X-TN: xong 1 1.500 tờ rơi, 4 tin số 7/BC-UBND ngày 8/3/2023
TUPHAP: vuong 7 chưa có kinh phí in tờ gấp.
KT: xong 14 số 21/BC-KT ngày 08/03/2023
noi-vu: ghi nhan 1 P-LL
"""


def letter(play: Play, asked: str) -> tuple[str, Word]:
    """The Word file that comes with an answer, and its name."""
    file = next(file for reply in play.type("noi-vu", asked).replies for file in reply.files if "docx" in file.name)
    assert play.conversation.folder is not None
    content = evidence.content(play.conversation.folder, file.path, file.sha256)
    return file.name, Document(BytesIO(content or b""))


def cells(word: Word, table: int) -> list[list[str]]:
    """The rows of a table, each cell once however far it goes."""
    rows = word.tables[table].rows
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for row in rows]


async def test_the_report_on_a_quarter_is_written(play: Play) -> None:
    await passes(play, "2023-03-07", "2023-03-09")
    play.script(SAID)
    await passes(play, "2023-03-17", "2023-03-20")
    name, word = letter(play, "bao cao quy 1")
    assert name == "bao-cao-2023-Q1-06-KH-UBND.docx"
    assert cells(word, 0) == [
        ["UBND THÀNH PHỐ HƯNG YÊN\nPHÒNG NỘI VỤ\n────────",
         "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n──────────────────────"],
        ["Số:        /BC-PNV", "Hưng Yên, ngày …… tháng 3 năm 2023"],
    ]  # fmt: skip
    body = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert body == [
        "BÁO CÁO",
        (
            "Kết quả thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023 về tuyên truyền cải cách hành chính năm 2023,"
            " quý I/2023"
        ),
        "────────────",
        (
            "Thực hiện Kế hoạch số 06/KH-UBND ngày 11/01/2023 của UBND thành phố Hưng Yên về tuyên truyền cải cách hành"
            " chính năm 2023, Phòng Nội vụ báo cáo kết quả thực hiện quý I/2023 (kỳ số liệu từ ngày 15/12/2022 đến ngày"
            " 14/03/2023; tổng hợp đến ngày 20/03/2023) như sau:"
        ),
        "I. KẾT QUẢ CHUNG",
        "Trong kỳ có 11 nhiệm vụ đến hạn, với 114 báo cáo phải thực hiện. Đã báo cáo: 4 (4%), trong đó chậm hạn: 0.",
        "Quá hạn: 1. Chưa báo cáo kỳ: 109. Chưa đến hạn: 0.",
        "Sản phẩm đã báo cáo: việc 1: 7 tin, 2 bài, 1.500 tờ rơi.",
        "II. NHIỆM VỤ QUÁ HẠN, CHƯA BÁO CÁO",
        (
            "- Việc 10 (Ban hành Kế hoạch truyền thông về hoạt động kiểm soát TTHC, triển khai cơ chế một cửa…):"
            " Văn phòng HĐND-UBND thành phố; hạn: thứ Ba, 31/01/2023, quá hạn 34 ngày làm việc."
        ),
        (
            "- Chưa báo cáo quý I, việc 1: 17 phòng, ban, đơn vị (tất cả); 15 phường, xã (tất cả trừ UBND phường"
            " Lê Lợi, UBND xã Trung Nghĩa)."
        ),
        "- Chưa báo cáo quý I, việc 3, 5: Phòng Văn hóa và Thông tin, Trung tâm Văn hóa và Truyền thanh.",
        "- Chưa báo cáo quý I, việc 4: Văn phòng HĐND-UBND thành phố, Phòng Nội vụ, Phòng Văn hóa và Thông tin.",
        "- Chưa báo cáo quý I, việc 7, 8: Phòng Tư pháp.",
        "- Chưa báo cáo quý I, việc 12: 17 phòng, ban, đơn vị (tất cả); 16 phường, xã (tất cả trừ UBND phường Lê Lợi).",
        "- Chưa báo cáo quý I, việc 13: 17 phòng, ban, đơn vị (tất cả); 17 phường, xã (tất cả).",
        "- Chưa báo cáo quý I, việc 15: Phòng Kinh tế.",
        "III. KHÓ KHĂN, VƯỚNG MẮC",
        "- Phòng Tư pháp, việc 7: chưa có kinh phí in tờ gấp.",
        "IV. KIẾN NGHỊ, ĐỀ XUẤT",
        "…………………………………………………………",
        (
            "Trên đây là kết quả thực hiện quý I/2023, Phòng Nội vụ kính báo cáo UBND thành phố Hưng Yên xem xét,"
            " chỉ đạo./."
        ),
        "Phụ lục",
        (
            "KẾT QUẢ THỰC HIỆN KẾ HOẠCH SỐ 06/KH-UBND NGÀY 11/01/2023 VỀ TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM"
            " 2023, QUÝ I/2023"
        ),
        "(Kèm theo Báo cáo số        /BC-PNV của Phòng Nội vụ)",
    ]
    table = cells(word, 2)
    assert table[0] == ["STT", "Đơn vị", "Thời hạn", "Kết quả", "Minh chứng", "Ngày báo hoàn thành", "Đánh giá"]
    whole = [row for row in table if len(row) == 1]
    assert [row[0].partition(".")[0] for row in whole] == [
        f"Việc {number}" for number in (1, 3, 4, 5, 7, 8, 10, 12, 13, 14, 15)
    ]
    assert whole[6][0].endswith("môi trường điện tử thành phố – Tháng 01/2023 (hết ngày 31/01/2023)")
    assert table[2:5] == [
        [
            "1",
            "17 phòng, ban, đơn vị (tất cả); 15 phường, xã (tất cả trừ UBND phường Lê Lợi, UBND xã Trung Nghĩa)",
            "Quý I (14/03/2023)",
            "",
            "Chưa báo cáo",
        ],
        [
            "2",
            "UBND phường Lê Lợi",
            "Quý I (14/03/2023)",
            "3 tin 2 bài",
            "",
            "09/03/2023",
            "Trước hạn 3 ngày làm việc; đã ghi nhận",
        ],
        [
            "3",
            "UBND xã Trung Nghĩa",
            "Quý I (14/03/2023)",
            "1.500 tờ rơi, 4 tin số 7/BC-UBND ngày 8/3/2023",
            "văn bản số 7/BC-UBND ngày 08/3/2023",
            "09/03/2023",
            "Trước hạn 3 ngày làm việc; chưa xem xét",
        ],
    ]
    assert table[16][1:] == ["Văn phòng HĐND-UBND thành phố", "31/01/2023", "", "Quá hạn 34 ngày làm việc"]


@pytest.mark.parametrize("asked", ["bao cao 6 thang dau nam", "bao cao quy 4"])
async def test_a_period_with_little_in_it_has_its_report_too(play: Play, asked: str) -> None:
    await passes(play, "2023-01-12", "2023-01-13")
    _, word = letter(play, asked)
    assert "Các đơn vị không phản ánh khó khăn, vướng mắc nào còn tồn tại." in [each.text for each in word.paragraphs]
