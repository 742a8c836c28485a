"""Word's web pages named .doc, pages of portals and .mht: read as what they are, by the child."""

import base64
import quopri
from pathlib import Path

import pytest

from data.documents import read_document
from data.documents.web import is_web

PAGE = """<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset={charset}"><title>Ban nhap</title>
<style>p.MsoNormal {{margin:0}}</style><script>document.write("x")</script></head>
<body lang=VI>
<p class=MsoNormal>ỦY BAN NHÂN DÂN<br>XÃ ĐẠI ĐỒNG</p>
<p>Số: 15/KH-UBND</p><p>Đại Đồng, ngày 05 tháng 01
năm 2026</p>
<p><b>KẾ HOẠCH</b></p><p>Cải cách hành chính năm 2026</p>
<table border=1>
<tr><td>STT</td><td>Nhiệm vụ</td><td>Đơn vị chủ&nbsp;trì</td><td>Thời hạn</td></tr>
<tr><td>1</td><td><p>Rà soát thủ tục</p></td><td rowspan=2>Phòng Nội vụ</td><td>30/6/2026</td></tr>
<tr><td>2<td>Tập huấn <del>lần một</del><table><tr><td>cho công chức</td></tr></table></td><td>Quý III/2026
</table>
<p>Nơi nhận:</p>
</body></html>"""
ROWS = [
    ("1", "Rà soát thủ tục", "Phòng Nội vụ", "30/6/2026"),
    ("2", "Tập huấn cho công chức", "Phòng Nội vụ", "Quý III/2026"),
]


def mht(encoding: str) -> bytes:
    page = PAGE.format(charset="utf-8").encode()
    content = quopri.encodestring(page) if encoding == "quoted-printable" else base64.encodebytes(page)
    head = (
        'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n'
        "This document is a Single File Web Page.\n\n"
        f"--B\nContent-Location: file:///C:/a.htm\nContent-Transfer-Encoding: {encoding}\n"
        'Content-Type: text/html; charset="utf-8"\n\n'
    )
    return head.encode() + content + b"\n--B--\n"


@pytest.mark.parametrize(
    "content",
    [
        PAGE.format(charset="utf-8").encode(),
        b"\xef\xbb\xbf" + PAGE.format(charset="utf-8").encode(),
        PAGE.format(charset="unicode").encode("utf-16"),
        ("<!DOCTYPE html>\n" + PAGE).format(charset="utf-8").encode(),
        PAGE.format(charset="windows-1252").encode("ascii", "xmlcharrefreplace"),
        mht("quoted-printable"),
        mht("base64"),
    ],
)
def test_a_page_is_read(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "ke-hoach.doc").write_bytes(content)
    read = read_document(tmp_path / "ke-hoach.doc")
    assert (read.title.number, read.title.issuer, read.title.title, read.title.year) == (
        "15/KH-UBND",
        "UBND xã Đại Đồng",
        "Cải cách hành chính năm 2026",
        2026,
    )
    assert [(row.number, row.title, row.lead, row.deadline) for row in read.rows] == ROWS


@pytest.mark.parametrize(
    "content", [b"html", b"<p>", b"MIME-Version: 1.0\n\nwords", b"%PDF-1.7 <html>", b"S\xe1\xbb\x91: <html>"]
)
def test_what_is_no_page(content: bytes) -> None:
    assert not is_web(content)
