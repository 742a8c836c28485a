"""Word files as offices make them: letterheads in tables, merged cells, automatic numbers, tracked changes."""

from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from data.documents.document import Document, LeftOut, Row, TitleBlock
from data.documents.formats import read_document
from tests.data.documents.making import add_table

HEAD = ["STT", "Nhiệm vụ", "Sản phẩm", "Chủ trì", "Phối hợp", "Thời gian"]


@pytest.fixture
def word() -> Any:
    return docx.Document()


def read(word: Any, tmp_path: Path) -> Document:
    path = tmp_path / "plan.docx"
    word.save(str(path))
    return read_document(path)


def task(number: str, title: str = "Việc", lead: str = "Sở A") -> list[str]:
    return [number, title, "Kế hoạch", lead, "Sở B", "2026"]


def test_the_usual_letterhead_is_a_table(word: Any, tmp_path: Path) -> None:
    add_table(
        word,
        [
            ["UBND THÀNH PHỐ HƯNG YÊN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["Số: 06/KH-UBND", "Hưng Yên, ngày 11 tháng 01 năm 2023"],
        ],
    )
    for line in ("KẾ HOẠCH", "Tuyên truyền cải cách hành chính", "năm 2023", "", "Căn cứ Kế hoạch số 205/KH-UBND;"):
        word.add_paragraph(line)
    add_table(word, [HEAD, task("1")])
    assert read(word, tmp_path).title == TitleBlock(
        number="06/KH-UBND",
        issued_on=date(2023, 1, 11),
        issuer="UBND thành phố Hưng Yên",
        kind="Kế hoạch",
        title="Tuyên truyền cải cách hành chính năm 2023",
        year=2023,
        annex_cites=None,
    )


def test_a_cell_merged_downwards_holds_for_each_row(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task("1"), task("2", lead=""), task("3", lead="Sở C")])
    table.cell(1, 3).merge(table.cell(2, 3))
    assert [(row.number, row.lead) for row in read(word, tmp_path).rows] == [
        ("1", "Sở A"),
        ("2", "Sở A"),
        ("3", "Sở C"),
    ]


def test_one_task_over_two_rows_has_both_products(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task("1"), ["", "", "Báo cáo", "Sở C", "", ""], task("2")])
    for column in (0, 1, 5):
        table.cell(1, column).merge(table.cell(2, column))
    assert [(row.number, row.product, row.lead) for row in read(word, tmp_path).rows] == [
        ("1", "Kế hoạch Báo cáo", "Sở A; Sở C"),
        ("2", "Kế hoạch", "Sở A"),
    ]


def test_a_section_merged_over_the_whole_width(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, ["I. Thể chế", *[""] * 5], task("1"), ["Nhóm khác", *[""] * 5], task("2")])
    for row in (1, 3):
        table.cell(row, 0).merge(table.cell(row, 5))
    assert [(row.number, row.section) for row in read(word, tmp_path).rows] == [
        ("1", "I. Thể chế"),
        ("2", "I. Thể chế / Nhóm khác"),
    ]


def test_a_heading_over_two_rows_merged_both_ways(word: Any, tmp_path: Path) -> None:
    table = add_table(
        word,
        [
            ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan thực hiện", "", "Thời gian"],
            ["", "", "", "Chủ trì", "Phối hợp", ""],
            task("1"),
        ],
    )
    table.cell(0, 3).merge(table.cell(0, 4))
    for column in (0, 1, 2, 5):
        table.cell(0, column).merge(table.cell(1, column))
    assert read(word, tmp_path).rows == (Row("1", None, "Việc", "Kế hoạch", "Sở A", "Sở B", "2026", (), 3),)


def test_automatic_numbers_are_read(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task(""), task("")])
    for row in (1, 2):
        table.cell(row, 0).paragraphs[0].style = word.styles["List Number"]
    assert [row.number for row in read(word, tmp_path).rows] == ["1", "2"]


def test_agencies_on_lines_of_their_own(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task("1", lead="")])
    for line in ("- Sở Nội vụ", "- Sở Tài chính;", "Văn phòng HĐND và", "UBND thành phố"):
        table.cell(1, 3).add_paragraph(line)
    assert read(word, tmp_path).rows[0].lead == "Sở Nội vụ; Sở Tài chính; Văn phòng HĐND và UBND thành phố"


def test_deleted_text_and_rows_are_gone_and_inserted_text_is_there(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task("1", title=""), task("2")])
    paragraph = table.cell(1, 1).paragraphs[0]._p
    for piece in (
        "<w:del {}><w:r><w:delText>Cũ</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>Mới</w:t></w:r></w:ins>",
    ):
        paragraph.append(parse_xml(piece.format(nsdecls("w"))))
    properties = table.rows[2]._tr.get_or_add_trPr()
    properties.append(properties.makeelement(qn("w:del"), {}))
    assert [(row.number, row.title) for row in read(word, tmp_path).rows] == [("1", "Mới")]


def test_the_annex_is_found_among_other_tables(word: Any, tmp_path: Path) -> None:
    add_table(word, [["Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"], ["- Lưu: VT", "KT. CHỦ TỊCH"]])
    add_table(word, [["STT", "Nội dung chi", "Số tiền"], ["1", "In ấn", "5 triệu"]])
    add_table(word, [HEAD, task("1")])
    assert [row.title for row in read(word, tmp_path).rows] == ["Việc"]


def test_one_number_and_task_merged_over_rows_with_days_of_their_own(word: Any, tmp_path: Path) -> None:
    rows = [["1", "Việc", "Kế hoạch", "Văn phòng", "phối hợp Phòng Nội vụ", "30/6/2026"]]
    rows += [["", "", "Báo cáo", "Phòng Nội vụ", "", "Quý III/2026"], task("2")]
    table = add_table(word, [HEAD, *rows])
    for column in (0, 1):
        table.cell(1, column).merge(table.cell(2, column))
    found = [(row.number, row.lead, row.coordinating, row.deadline) for row in read(word, tmp_path).rows]
    assert found == [
        ("1a", "Văn phòng", "phối hợp Phòng Nội vụ", "30/6/2026"),
        ("1b", "Phòng Nội vụ", "", "Quý III/2026"),
        ("2", "Sở A", "Sở B", "2026"),
    ]


def test_what_is_struck_out_is_gone_and_a_whole_row_is_named(word: Any, tmp_path: Path) -> None:
    table = add_table(word, [HEAD, task("1"), task("2"), task("3")])
    for cell in table.rows[2].cells[1:]:
        cell.paragraphs[0].runs[0].font.strike = True
    deadline = table.cell(3, 5).paragraphs[0]
    deadline.runs[0].font.strike = True
    deadline.add_run("Quý IV/2026")
    document = read(word, tmp_path)
    assert [(row.number, row.deadline) for row in document.rows] == [("1", "2026"), ("3", "Quý IV/2026")]
    assert document.left_out == (LeftOut("struck", "", 1),)


def test_several_annexes_each_under_its_caption(word: Any, tmp_path: Path) -> None:
    for number, lead in (("I", "Sở A"), ("II", "Sở B")):
        word.add_paragraph(f"PHỤ LỤC {number}")
        word.add_paragraph(f"Nhiệm vụ giao {lead}")
        word.add_paragraph("(Kèm theo Kế hoạch số 12/KH-UBND ngày 12/01/2026)")
        add_table(word, [HEAD, task("1", lead=lead), task("2", lead=lead)])
    assert [(row.number, row.section) for row in read(word, tmp_path).rows] == [
        ("I.1", "PHỤ LỤC I. Nhiệm vụ giao Sở A"),
        ("I.2", "PHỤ LỤC I. Nhiệm vụ giao Sở A"),
        ("II.1", "PHỤ LỤC II. Nhiệm vụ giao Sở B"),
        ("II.2", "PHỤ LỤC II. Nhiệm vụ giao Sở B"),
    ]
