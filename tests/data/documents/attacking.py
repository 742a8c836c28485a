"""Files made to stop whoever reads them: small ones that ask for hours, or for more memory than there is."""

import zipfile
from collections.abc import Callable
from io import BytesIO

from tests.data.documents import making, marking
from tests.data.documents.marking import Make, package, paragraph, word

DOCUMENT = "word/document.xml"
_MEGABYTE = 1 << 20
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def _plan(save: Callable[[BytesIO], object]) -> bytes:
    made = BytesIO()
    save(made)
    return made.getvalue()


def _xlsx(types: str = "</Types>", **parts: str | Callable[[str], str]) -> bytes:
    """The plan as Excel, with other contents for some of the parts in the folder xl/."""
    good = _plan(making.as_xlsx)  # type: ignore[arg-type]  # openpyxl takes either
    with zipfile.ZipFile(BytesIO(good)) as whole:
        contents = {name: whole.read(name).decode() for name in whole.namelist()}
    for name, change in parts.items():
        part = f"xl/{name.replace('__', '/')}.xml"
        contents[part] = change if isinstance(change, str) else change(contents[part])
    name = "[Content_Types].xml"
    return package({**contents, name: contents[name].replace("</Types>", types)})


def _shared(letters: int, cells: int) -> bytes:
    row = "".join('<c t="s"><v>0</v></c>' for _ in range(cells))
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    return _xlsx(
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>',
        sharedStrings=f'<sst xmlns="{_SHEETS}"><si><t>{"A" * letters}</t></si></sst>',
        worksheets__sheet1=f'<worksheet xmlns="{_SHEETS}"><sheetData><row>{row}</row></sheetData></worksheet>',
    )


def _format(code: str) -> bytes:
    def change(styles: str) -> str:
        return styles.replace(
            "<numFmts ", f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts><numFmts ', 1
        )

    return _xlsx(styles=lambda styles: change(styles.replace("<fonts", "<numFmts /><fonts", 1)))


def _levels(count: int) -> bytes:
    levels = "".join(f'<w:lvl w:ilvl="{level}"><w:lvlText w:val="{"%1" * 9}"/></w:lvl>' for level in range(count))
    lists = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    listed = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    )
    return word(listed * count, numbering=lists)


def _packed(method: int) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", method) as whole:
        whole.writestr(DOCUMENT, "<w:document/>" * 99)
    return made.getvalue()


def _torn(method: int) -> bytes:
    """Its one part does not unpack: zlib and lzma have faults of their own, which zipfile does not name."""
    whole = _packed(method)
    at, end = 30 + len(DOCUMENT), whole.index(b"PK\x01\x02")
    return whole[:at] + b"\xff" * (end - at) + whole[end:]


def _method(number: int) -> bytes:
    """It says that it is packed in a way that is not known here."""
    whole = bytearray(_packed(zipfile.ZIP_DEFLATED))
    whole[8] = whole[whole.index(b"PK\x01\x02") + 10] = number
    return bytes(whole)


ATTACKS: dict[str, tuple[Make, str, bool]] = {
    "torn deflate": (lambda: _torn(zipfile.ZIP_DEFLATED), "damaged", False),
    "torn bzip2": (lambda: _torn(zipfile.ZIP_BZIP2), "damaged", False),
    "torn lzma": (lambda: _torn(zipfile.ZIP_LZMA), "damaged", False),
    "packed unknown": (lambda: _method(77), "damaged", False),
    "begun tags": (lambda: package({DOCUMENT: "<t " * (64 * 1024 // 3)}), "damaged", True),
    "a megabyte of begun tags": (lambda: package({DOCUMENT: "<t " * (_MEGABYTE // 3)}), "damaged", True),
    "long comment": (lambda: word(f"<!--{'a' * 20 * _MEGABYTE}-->"), "bomb", True),
    "long comment of ends": (lambda: word(f"<!--{'>' * 9 * _MEGABYTE}-->"), "bomb", True),
    "long attribute": (lambda: word(f'<w:p w:a="{"a" * 20 * _MEGABYTE}"/>'), "bomb", True),
    "long instruction": (lambda: word(f"<?a {'a' * 20 * _MEGABYTE}?>"), "bomb", True),
    "long comment in a part of another name": (
        lambda: package({DOCUMENT: "<w:document/>", "xl/sheet.bin": f"<a><!--{'a' * 20 * _MEGABYTE}-->"}),
        "bomb",
        True,
    ),
    "deep": (lambda: word("<w:tbl>" * 100_000), "damaged", True),
    "a string in 200 cells": (lambda: _shared(8 * _MEGABYTE, 200), "bomb", True),
    "format of a number": (lambda: _format("[" * 64 * 1024), "bomb", True),
    "many levels of a list": (lambda: _levels(4_000), "TableMissing", True),
    "piled marks": (("a" + "\u0301\u0323" * _MEGABYTE).encode, "TableMissing", True),
    "piled marks in Word": (lambda: word(paragraph("a" + "\u0301\u0323" * _MEGABYTE)), "TableMissing", True),
    "many columns": (lambda: b"\t" * 5 * _MEGABYTE + b"a\nSTT\ta\n" + b"b\tb\n" * 9_999, "TableMissing", True),
    "annex of annexes": (
        ("Kèm theo Kế hoạch số 1/KH " + "của UBND " * (_MEGABYTE // 4)).encode, "TableMissing", True,
    ),
    "many parts": (lambda: package({f"{number}.xml": "" for number in range(9_999)}), "bomb", False),
    "zip of zips": (lambda: marking._nested(20), "unknown-format", False),
    "rtf of brackets": (lambda: b"{\\rtf1" + b"{\\u" * _MEGABYTE, "rtf", True),
    "old Office of letters": (lambda: marking.OLD_OFFICE + b"\x03\0\x01M\0" * _MEGABYTE, "old-doc", True),
    "Unicode of halves": (lambda: b"\xff\xfe" + b"\0\xd8" * _MEGABYTE, "unknown-format", True),
    "declared windows-1258": (
        lambda: package({DOCUMENT: b'<?xml version="1.0" encoding="utf-7"?><w:document/>'}), "damaged", True,
    ),
}  # fmt: skip
"""The attack → the file; why it is not read as a plan; whether a look through it for marks comes to its end."""
