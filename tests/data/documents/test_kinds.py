"""Kinds of files beside Word, Excel and PDF: .csv, .ods, .odt, and what LibreOffice makes of .doc and .rtf."""

import zipfile
from pathlib import Path

import pytest

from data.documents import office, read_document
from data.refusals import DocumentUnreadable
from tests.data.documents.making import as_docx

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


RTF = b"{\\rtf1 Ke hoach}"
OFFICE = """#!/bin/sh
for last; do :; done
test -f "$last" && cp {made} "$(dirname "$last")/in.docx"
"""


def test_rtf_is_read_where_libreoffice_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_docx(tmp_path / "made.docx")
    (tmp_path / "soffice").write_text(OFFICE.format(made=tmp_path / "made.docx"), encoding="utf-8")
    (tmp_path / "soffice").chmod(0o755)
    (tmp_path / "plan.rtf").write_bytes(RTF)
    monkeypatch.setattr(office, "program", lambda: str(tmp_path / "soffice"))
    read = read_document(tmp_path / "plan.rtf")
    assert (read.title.number, len(read.rows)) == ("06/KH-UBND", 15)


@pytest.mark.parametrize("program", [None, "/bin/false"])
def test_rtf_is_refused_where_it_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str | None) -> None:
    (tmp_path / "plan.rtf").write_bytes(RTF)
    monkeypatch.setattr(office, "program", lambda: program)
    with pytest.raises(DocumentUnreadable) as refusal:
        read_document(tmp_path / "plan.rtf")
    assert (refusal.value.path, refusal.value.reason) == (str(tmp_path / "plan.rtf"), "rtf")
