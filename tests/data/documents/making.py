"""Makes the shipped plan, and tables of any size, into the other formats as an office would."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import docx
from openpyxl import Workbook
from openpyxl.styles import Font
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, LongTable, Paragraph, SimpleDocTemplate, Spacer, TableStyle

PLAN = Path(__file__).parents[3] / "data" / "samples" / "ke-hoach-06-2023.txt"
WIDTHS = (30, 250, 140, 130, 140, 70)

Table = Sequence[Sequence[str]]


def plan() -> tuple[list[str], list[list[str]]]:
    """The lines before the annex's table, and the table: a cell list per line, the cut row 5 on two of them."""
    lines = PLAN.read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith("STT\t"))
    table = [line.split("\t") for line in lines[start:] if line.strip()]
    return lines[:start], [[*row, *[""] * (6 - len(row))] for row in table]


def as_docx(path: Path, *, cut_after: int | None = None, repeat_heading: bool = False) -> None:
    """The plan as Word; `cut_after` rows the table is cut in two, with its heading on both if asked."""
    text, table = plan()
    document = docx.Document()
    for line in text:
        document.add_paragraph(line)
    add_table(document, table[:cut_after])
    if cut_after:
        document.add_paragraph("")
        add_table(document, [table[0], *table[cut_after:]] if repeat_heading else table[cut_after:])
    document.save(str(path))


def add_table(document: Any, table: Table) -> Any:
    made = document.add_table(rows=0, cols=len(table[0]))
    for row in table:
        for cell, text in zip(made.add_row()._tr.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = text
    return made


def as_xlsx(path: Path) -> None:
    """The plan as Excel: the text above the table in the first column, the numbers as numbers."""
    text, table = plan()
    book = Workbook()
    sheet = book.worksheets[0]
    for line in text:
        sheet.append([line])
    for row in table:
        sheet.append([int(row[0]) if row[0].isdecimal() else row[0] or None, *row[1:]])
    book.save(path)


def as_pdf(path: Path, *, repeat_heading: bool = True) -> None:
    """The plan as PDF with a text layer: the text, then the table over several pages, a row cut by one of them."""
    text, table = plan()
    style = vietnamese_style(12)
    body: list[Flowable] = [_line(line, style) for line in text]
    body.append(pdf_table(table, WIDTHS, repeat_heading=repeat_heading))
    SimpleDocTemplate(str(path), pagesize=landscape(A4), invariant=1).build(body)


def _line(text: str, style: ParagraphStyle) -> Flowable:
    return Paragraph(escape(text), style) if text.strip() else Spacer(1, 6)


def pdf_table(table: Table, widths: Sequence[float], *, repeat_heading: bool, size: int = 10) -> Flowable:
    style = vietnamese_style(size)
    cells = [[Paragraph(escape(text), style) for text in row] for row in table]
    lines = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return LongTable(cells, colWidths=list(widths), style=lines, repeatRows=1 if repeat_heading else 0, splitInRow=1)


def vietnamese_style(size: int) -> ParagraphStyle:
    return ParagraphStyle("vietnamese", fontName=vietnamese_font(), fontSize=size, leading=size * 1.3)


def vietnamese_font() -> str:
    """reportlab's own Vera, taught the Vietnamese letters: each looks like its base letter, the text layer has it.

    No package of ours brings a font with these letters, and a test may not depend on the fonts of a machine.
    """
    name = "VeraVietnamese"
    if name not in pdfmetrics.getRegisteredFontNames():
        font = TTFont(name, "Vera.ttf")
        for letter in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA))):
            base = ord({"Đ": "D", "đ": "d"}.get(letter) or unicodedata.normalize("NFD", letter)[0])
            if ord(letter) not in font.face.charToGlyph and base in font.face.charToGlyph:
                font.face.charToGlyph[ord(letter)] = font.face.charToGlyph[base]
                font.face.charWidths[ord(letter)] = font.face.charWidths[base]
        pdfmetrics.registerFont(font)
    return name


TRACKER_HEADS = (
    "STT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Cán bộ phụ trách", "Thời hạn", "Gia hạn đến", "Ngày hoàn thành",
    "Trạng thái", "Tỷ lệ hoàn thành (%)",
)  # fmt: skip
TRACKER: tuple[tuple[object, ...], ...] = (
    (1, "Ban hành Kế hoạch", "Phòng Nội vụ", "Nguyễn Thị Hoa", "Tháng 02/2023", "", date(2023, 2, 20), "Đã hoàn thành",
     1.0),
    (2, "Rà soát thủ tục", "Phòng Tư pháp", "Trần Văn Bình", "31/3/2023", "", "5-4-2023", "Hoàn thành", "100%"),
    (3, "Tập huấn công chức", "Phòng Nội vụ", "Lê Văn Cường", "28/4/2023", "", "", "Xong", ""),
    (4, "Kiểm tra công vụ", "Phòng Nội vụ", "", "15/9/2023", "", "", "Dừng thực hiện", ""),
    (5, "Nâng cấp trang tin", "Phòng Văn hóa và Thông tin", "", "15/5/2023", "28/7/2023 (CV 15/UBND-VP)", "",
     "Đang thực hiện", 0.7),
    (6, "Số hóa hồ sơ", "Phòng Tài nguyên và Môi trường", "", "31/8/2023", "10/6/2023", "", "Đang thực hiện", "50"),
    (7, "Khảo sát hài lòng", "Phòng Nội vụ", "", "30/11/2023", "", "12/3/2023", "Đang thực hiện", ""),
    (8, "Tổng kết", "Phòng Nội vụ", "", "15/12/2023", "", "ngày 20 tháng 12 năm 2023", "Đã hoàn thành", ""),
    (9, "Sơ kết", "Phòng Nội vụ", "", "30/6/2023", "", "", "Treo", ""),
    (10, "Báo cáo cải cách hành chính", "Phòng Tư pháp", "", "Hằng tháng", "", "", "Đang thực hiện", ""),
    (11, "Tuyên truyền", "Phòng Văn hóa và Thông tin", "", "Thường xuyên", "", "", "Đúng tiến độ", ""),
    (12, "Mua sắm trang thiết bị", "Phòng Tư pháp", "", "20/10/2023", "", "", "Chưa thực hiện", "0%"),
    (13, "Hội thi", "Phòng Nội vụ", "", "20/10/2023", "", "", "Đã hủy", ""),
)  # fmt: skip
"""A running list in June 2023, in every state; the last row is struck out."""


def as_tracker(path: Path, rows: Sequence[Sequence[object]] = TRACKER, number: str = "08/KH-UBND") -> None:
    """A list that an office keeps in Excel: days and shares as cells of their own kinds, and as words."""
    book = Workbook()
    sheet = book.worksheets[0]
    for line in (
        "UBND THÀNH PHỐ HƯNG YÊN", f"Số: {number}", "Hưng Yên, ngày 12 tháng 01 năm 2023",
        "KẾ HOẠCH", "Cải cách hành chính năm 2023",
    ):  # fmt: skip
        sheet.append([line])
    sheet.append(TRACKER_HEADS)
    for row in rows:
        sheet.append(list(row))
        for cell in sheet[sheet.max_row]:
            cell.font = Font(strike=row[0] == TRACKER[-1][0])
            cell.number_format = "0%" if isinstance(cell.value, float) else cell.number_format
            cell.number_format = "dd/mm/yyyy" if isinstance(cell.value, date) else cell.number_format
    book.save(path)
