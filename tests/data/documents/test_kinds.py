"""Kinds of files beside Word, Excel and PDF: .csv, .ods, .odt."""

import zipfile
from pathlib import Path

import pytest

from data.documents import read_document
from data.refusals import DocumentUnreadable

CSV = """KẾ HOẠCH
Số: 15/KH-UBND
STT;Nhiệm vụ;Sản phẩm;Đơn vị chủ trì;Thời hạn
1;Rà soát thủ tục;"Báo cáo; danh mục";Phòng Nội vụ;30/6/2026
2;"Tập huấn
cho công chức";;Phòng Tư pháp;Quý III/2026
"""
ROWS = [
    ("1", "Rà soát thủ tục", "Báo cáo; danh mục", "Phòng Nội vụ", "30/6/2026"),
    ("2", "Tập huấn cho công chức", "", "Phòng Tư pháp", "Quý III/2026"),
]


def rows(path: Path) -> list[tuple[str, ...]]:
    return [(row.number, row.title, row.product, row.lead, row.deadline) for row in read_document(path).rows]


@pytest.mark.parametrize("text", [CSV, CSV.replace(";", ",").replace("cáo, danh", "cáo; danh")])
def test_csv(tmp_path: Path, text: str) -> None:
    (tmp_path / "plan.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert rows(tmp_path / "plan.csv") == ROWS
    assert read_document(tmp_path / "plan.csv").title.number == "15/KH-UBND"


def test_a_csv_that_was_saved_without_its_letters_is_no_empty_plan(tmp_path: Path) -> None:
    for name, text in {
        "ascii.csv": "STT,Nhi?m v?,??n v? ch? tri,Th?i h?n\n1,R? so?t,Ph?ng Kinh t?,30/6/2026\n",
        "latin.csv": "STT,Nhi?m v?,??n v? ch? trì,Th?i h?n\n1,Rà soát,Phòng Kinh t?,30/6/2026\n2,T?p hu?n,Phòng,Quý\n",
    }.items():
        (tmp_path / name).write_bytes(text.encode("latin-1"))
        with pytest.raises(DocumentUnreadable, match="lost-letters"):
            read_document(tmp_path / name)


def test_the_head_of_a_sheet_stands_in_its_table(tmp_path: Path) -> None:
    above = "".join(
        f"<table:table-row><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        for text in ("Số: 15/KH-UBND", "KẾ HOẠCH", "Cải cách hành chính năm 2026")
    )
    head = '<table:table table:name="Sheet1">'
    with zipfile.ZipFile(tmp_path / "plan.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", SHEET.replace(head, head + above))
    title = read_document(tmp_path / "plan.ods").title
    assert (title.number, title.title, title.year) == ("15/KH-UBND", "Cải cách hành chính năm 2026", 2026)


SHEET = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Sheet1">
<table:table-row><table:table-cell><text:p>STT</text:p></table:table-cell>
<table:table-cell><text:p>Nhiệm vụ</text:p></table:table-cell>
<table:table-cell><text:p>Sản phẩm</text:p></table:table-cell>
<table:table-cell><text:p>Đơn vị chủ trì
</text:p></table:table-cell><table:table-cell><text:p>Thời hạn</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell>
<table:table-cell><text:p>Rà soát<text:s/>thủ tục</text:p></table:table-cell>
<table:table-cell><text:p>Báo cáo; danh mục</text:p></table:table-cell>
<table:table-cell table:number-rows-spanned="2"><text:p>Phòng <text:span>Nội vụ</text:span></text:p></table:table-cell>
<table:table-cell office:value-type="date" office:date-value="2026-06-30"><text:p>30/06/26</text:p></table:table-cell>
<table:table-cell table:number-columns-repeated="16000"/></table:table-row>
<table:table-row><table:table-cell><text:p>2</text:p></table:table-cell>
<table:table-cell><text:p>Tập huấn</text:p><text:p>cho công chức</text:p></table:table-cell><table:table-cell/>
<table:covered-table-cell/><table:table-cell><text:p>Quý III/2026</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>
</table:table></office:spreadsheet></office:body></office:document-content>"""


def test_ods(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plan.ods", "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", SHEET)
    assert rows(tmp_path / "plan.ods") == [
        ("1", "Rà soát thủ tục", "Báo cáo; danh mục", "Phòng Nội vụ", "30/06/2026"),
        ("2", "Tập huấn cho công chức", "", "Phòng Nội vụ", "Quý III/2026"),
    ]
