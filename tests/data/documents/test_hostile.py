"""Files that are not what they say, that are broken, or that are made to do harm."""

import os
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from data.documents import safety
from data.documents.child import look
from data.documents.child import read_document as read_apart
from data.documents.document import Document, Look
from data.documents.formats import read_document
from data.documents.txt import decode
from data.refusals import DocumentUnreadable, Refusal
from tests.data.documents import making
from tests.data.documents.attacking import ATTACKS

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TABLE = "STT\tNhiệm vụ\tChủ trì\tThời hạn\n1\tViệc\tSở A\t2026\n"


def reason(path: Path) -> str:
    with pytest.raises(DocumentUnreadable) as refusal:
        read_document(path)
    assert refusal.value.path == str(path)
    return refusal.value.reason


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("empty.docx", b"", "empty"),
        ("blank.txt", b" \r\n\t", "empty"),
        ("old.doc", OLD_OFFICE + b"\0" * 600, "old-doc"),
        ("old.xls", OLD_OFFICE + b"W\0o\0r\0k\0b\0o\0o\0k\0", "old-doc"),
        ("locked.docx", OLD_OFFICE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        ("plan.docx", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0", "unknown-format"),
        ("plan.txt", b"MZ\x90\0\x03\0\0\0\x04\0\0\0", "unknown-format"),
        ("picture.pdf", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        ("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "picture"),
        ("letter.rtf", b"{\\rtf1 Ke hoach}", "rtf"),
        ("vietware.txt", "Nhiệm vụ".encode("cp1258", errors="ignore") + b"\xd2\xe1", "encoding"),
        ("torn.txt", "Nhiệm vụ".encode()[:-1], "encoding"),
        ("odd.txt", b"\xff\xfea", "encoding"),
        ("torn.docx", b"PK\x03\x04" + b"rubbish" * 20, "damaged"),
        ("torn.pdf", b"%PDF-1.7\nrubbish", "damaged"),
    ],
)
def test_refused(tmp_path: Path, name: str, content: bytes, expected: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert reason(path) == expected


def test_what_is_not_there(tmp_path: Path) -> None:
    assert reason(tmp_path / "nowhere.docx") == "missing"
    assert reason(tmp_path) == "missing"
    assert reason(Path("bad\0name")) == "missing"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "missing"


def test_a_file_of_200_mb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert reason(path) == "too-large"


def test_the_name_does_not_matter(tmp_path: Path) -> None:
    making.as_docx(tmp_path / "plan.pdf")
    assert len(read_document(tmp_path / "plan.pdf").rows) == 15


def package(path: Path, parts: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return path


def test_a_package_of_another_kind(tmp_path: Path) -> None:
    assert reason(package(tmp_path / "plan.docx", {"content.xml": b"<office/>"})) == "unknown-format"


@pytest.mark.parametrize("part", ["word/document.xml", "xl/workbook.xml"])
def test_a_bomb_is_refused_without_unpacking_it(tmp_path: Path, part: str) -> None:
    assert reason(package(tmp_path / "bomb.docx", {part: b"<w>" + b" " * (safety.MAX_UNPACKED + 1)})) == "bomb"


def test_a_bomb_that_lies_about_its_size(tmp_path: Path) -> None:
    path = package(tmp_path / "bomb.docx", {"word/document.xml": b"<w>" + b" " * 5_000_000 + b"</w>"})
    path.write_bytes(path.read_bytes().replace((5_000_007).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    assert reason(path) == "damaged"


def test_too_many_tags(tmp_path: Path) -> None:
    assert reason(package(tmp_path / "tags.docx", {"word/document.xml": b"<a>" * (safety.MAX_TAGS + 1)})) == "bomb"


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("attack", [ENTITIES, OUTSIDE])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]
)
def test_xml_entities_are_refused(tmp_path: Path, attack: bytes, part: str) -> None:
    good = tmp_path / "good"
    if part.startswith("word"):
        making.as_docx(good)
    else:
        making.as_xlsx(good)
    with zipfile.ZipFile(good) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    parts[part] = attack + re.sub(rb"^<\?xml.*?\?>", b"", parts[part]).replace(b"Tuy", b"&a;")
    assert reason(package(tmp_path / "bad", parts)) == "bomb"


def test_macros_are_never_touched(tmp_path: Path) -> None:
    making.as_docx(tmp_path / "plan.docx")
    with zipfile.ZipFile(tmp_path / "plan.docx", "a") as made:
        made.writestr("word/vbaProject.bin", OLD_OFFICE + b"AutoOpen")
    assert len(read_document(tmp_path / "plan.docx").rows) == 15


def many(rows: int) -> list[list[str]]:
    return [["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], *[[str(row), "Việc", "Sở A", "2026"] for row in range(rows)]]


def as_xlsx(path: Path, table: list[list[str]]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in table:
        sheet.append(row)
    book.save(path)


def test_a_data_dump_is_not_a_plan(tmp_path: Path) -> None:
    table = "\n".join("\t".join(row) for row in many(safety.MAX_ROWS))
    (tmp_path / "dump").write_text(table, encoding="utf-8")
    assert reason(tmp_path / "dump") == "too-large"


def test_a_cell_at_the_far_corner_of_the_sheet(tmp_path: Path) -> None:
    book = Workbook()
    for row in many(1):
        book.worksheets[0].append(row)
    book.worksheets[0]["XFD1048576"] = "x"
    book.save(tmp_path / "far.xlsx")
    assert [row.title for row in read_document(tmp_path / "far.xlsx").rows] == ["Việc"]


def test_a_row_far_beyond_the_last(tmp_path: Path) -> None:
    as_xlsx(tmp_path / "good.xlsx", many(1))
    with zipfile.ZipFile(tmp_path / "good.xlsx") as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b'<row r="2">', b'<row r="999999999999">')
    assert reason(package(tmp_path / "far.xlsx", parts)) == "bomb"


def test_a_long_text_merged_over_many_rows(tmp_path: Path) -> None:
    made = docx.Document()
    table = making.add_table(made, [["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], *[["1", "Việc", "", "2026"]] * 400])
    table.cell(1, 2).text = "x" * 100_000
    for place, row in enumerate(table._tbl.tr_lst[1:]):
        row.tc_lst[2].vMerge = "continue" if place else "restart"
    made.save(str(tmp_path / "long.docx"))
    assert reason(tmp_path / "long.docx") == "bomb"


def nested_forms(levels: int, fan: int) -> bytes:
    """A PDF of 2 KB whose page draws fan ** levels boxes: each form draws the next one `fan` times."""
    draw = b"/F Do\n" * fan
    page = b"/Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >>"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< %b >>" % page,
        b"<< /Length %d >>\nstream\n%bendstream" % (len(draw), draw),
    ]
    for level in range(levels):
        last = level == levels - 1
        content = b"0 0 10 10 re f\n" * fan if last else draw
        resources = b"" if last else b"/Resources << /XObject << /F %d 0 R >> >>" % (6 + level)
        form = b"/Type /XObject /Subtype /Form /BBox [0 0 600 800] %b /Length %d" % (resources, len(content))
        bodies.append(b"<< %b >>\nstream\n%bendstream" % (form, content))
    objects = [b"%d 0 obj\n%b\nendobj\n" % (number, body) for number, body in enumerate(bodies, 1)]
    return b"%PDF-1.4\n" + b"".join(objects) + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 1)


@pytest.mark.skipif(os.name != "posix", reason="only the time is bounded on this system")
def test_a_pdf_that_draws_without_end(tmp_path: Path) -> None:
    path = tmp_path / "forms.pdf"
    path.write_bytes(nested_forms(levels=9, fan=10))
    with pytest.raises(DocumentUnreadable) as refusal:
        read_apart(path)
    assert refusal.value.fields == {"path": str(path), "reason": "bomb", "form": ()}
    assert look(path) == Look(marked=False, whole=False)


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_made_to_stop_us_is_refused_in_a_sentence(tmp_path: Path, attack: str) -> None:
    make, expected, whole = ATTACKS[attack]
    path = tmp_path / "plan.docx"
    path.write_bytes(make())
    with pytest.raises(Refusal) as refusal:
        read_apart(path)
    assert getattr(refusal.value, "reason", refusal.value.code) == expected
    assert look(path) == Look(marked=False, whole=whole)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=600), st.binary(max_size=200).map(lambda tail: TABLE.encode() + tail)))
def test_any_bytes_give_a_document_or_a_refusal(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    _document_or_refusal(path)


CELL = st.text(alphabet="1aIViệc .)-\n\r*\u00a0Ữ(", max_size=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELL, max_size=7), max_size=12))
def test_any_table_gives_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, table: list[list[str]]
) -> None:
    path = tmp_path_factory.getbasetemp() / "table.txt"
    path.write_text(TABLE + "\n".join("\t".join(row) for row in table), encoding="utf-8")
    _document_or_refusal(path)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_package_with_a_flipped_byte_gives_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp()
    good = folder / "good.docx"
    if not good.exists():
        making.as_docx(good)
    content = bytearray(good.read_bytes())
    content[data.draw(st.integers(4, len(content) - 1))] = data.draw(st.integers(0, 255))
    (folder / "flipped.docx").write_bytes(content)
    _document_or_refusal(folder / "flipped.docx")


def _document_or_refusal(path: Path) -> None:
    try:
        assert isinstance(read_document(path), Document)
    except Refusal as refusal:
        assert refusal.fields["path"] == str(path)  # noqa: PT017 - either outcome is right


@given(st.text())
def test_text_in_utf_8_and_utf_16_is_the_same(text: str) -> None:
    clean = text.replace("\0", "").replace("\ufeff", "")
    assert decode(Path("x"), clean.encode("utf-8-sig")) == clean
    assert decode(Path("x"), clean.encode("utf-16")) == clean
