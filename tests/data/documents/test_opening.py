"""The first words of a file, where a stamp would be: of what it can read, quickly, and without ever failing."""

import zipfile
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from data.documents.opening import opening


def word(path: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"
    document.add_paragraph("BÁO CÁO")
    document.add_table(1, 1).cell(0, 0).text = "Số: 12/BC & VP"
    document.save(str(path))


def excel(path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Trang 1", 0)
    sheet["A1"], sheet["B2"] = "MẬT", "Báo cáo"
    book.save(path)


def pdf(path: Path) -> None:
    canvas = Canvas(str(path))
    for page in ("TUYET MAT", "Trang hai", "Trang ba"):
        canvas.drawString(100, 700, page)
        canvas.showPage()
    canvas.save()


def text(path: Path) -> None:
    path.write_text("MẬT\n\n  Báo   cáo\n", encoding="utf-8")


FILES = [
    (word, ("BÁO CÁO", "Số: 12/BC & VP", "TỐI MẬT")),
    (excel, ("MẬT", "Báo cáo")),
    (pdf, ("TUYET MAT", "Trang hai")),
    (text, ("MẬT", "Báo cáo")),
]


@pytest.mark.parametrize(("make", "lines"), FILES)
def test_the_first_lines_of_a_file(tmp_path: Path, make: object, lines: tuple[str, ...]) -> None:
    path = tmp_path / "file"
    make(path)  # type: ignore[operator]  # one of the functions above
    assert sorted(opening(path)) == sorted(lines)


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04 damaged", b"%PDF-1.7 damaged", b"\xff\xfe\0"]
)
def test_of_anything_else_there_is_nothing_to_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert opening(path) == ()
    assert opening(tmp_path / "missing") == ()


def test_no_more_is_unpacked_than_a_first_page_can_hold(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    xml = "<w:p><w:t>MẬT</w:t></w:p>" + "<w:p><w:t>" + "a" * 200_000_000 + "</w:t></w:p>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", xml)
    assert opening(path)[0] == "MẬT"
    assert sum(map(len, opening(path))) < 2_000_000
