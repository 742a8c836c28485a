"""Documents that carry a mark of state secrets somewhere, as offices and their programs make them."""

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

import docx
from openpyxl import Workbook
from openpyxl.comments import Comment
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.data.documents import making

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

Make = Callable[[], bytes]


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts.items():
            whole.writestr(name, content)
    return made.getvalue()


def _office(parts: Mapping[str, str | bytes]) -> bytes:
    return package({"[Content_Types].xml": "<Types/>", **parts})


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(f'<w:r><w:rPr><w:b/></w:rPr><w:t>{run}</w:t></w:r>' for run in runs)}</w:p>"


def word(body: str = "", **others: str) -> bytes:
    """Word with this body, and other parts by their name in the folder word/."""
    parts = {f"word/{name}.xml": f"<w:x {_W}>{content}</w:x>" for name, content in others.items()}
    return _office({"word/document.xml": f"<w:document {_W}>{paragraph('BÁO CÁO')}{body}</w:document>", **parts})


def _real_word(put: Callable[[docx.document.Document], object]) -> Make:
    def make() -> bytes:
        document = docx.Document()
        document.add_paragraph("BÁO CÁO")
        put(document)
        made = BytesIO()
        document.save(made)
        return made.getvalue()

    return make


def _real_excel(put: Callable[[Workbook], object]) -> Make:
    def make() -> bytes:
        book = Workbook()
        book.worksheets[0]["A1"] = "Báo cáo"
        put(book)
        made = BytesIO()
        book.save(made)
        return made.getvalue()

    return make


def _header(document: docx.document.Document) -> None:
    document.sections[0].header.paragraphs[0].text = "TỐI MẬT"


def _footer(document: docx.document.Document) -> None:
    document.sections[0].footer.paragraphs[0].text = "Độ mật: Mật"


def _first_page(document: docx.document.Document) -> None:
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_header.paragraphs[0].text = "MẬT"


def _comment(book: Workbook) -> None:
    book.worksheets[0]["B2"].comment = Comment("MẬT", "Văn phòng")


def _page_header(book: Workbook) -> None:
    header = book.worksheets[0].oddHeader
    assert header is not None
    header.right.text, header.right.size = "MẬT", 14


def _hidden(book: Workbook) -> None:
    sheet = book.create_sheet("Phụ lục")
    sheet.sheet_state = "hidden"
    sheet["C9"] = "Tối mật"


def _far(book: Workbook) -> None:
    for row in range(1, 400):
        book.worksheets[0].append([row, f"Việc {row}"])
    book.worksheets[0].append([400, "Mật"])


def presentation(**parts: str) -> bytes:
    return _office({f"ppt/{name.replace('__', '/')}.xml": f"<p:x>{text}</p:x>" for name, text in parts.items()})


def odf(content: str, styles: str = "") -> bytes:
    return package({"mimetype": "application/vnd.oasis.opendocument", "content.xml": content, "styles.xml": styles})


def old_word(text: str) -> bytes:
    """As .doc has it: a head, binary fields, then the text in UTF-16."""
    return OLD_OFFICE + bytes(range(256)) * 6 + text.replace("\n", "\r").encode("utf-16-le") + b"\r\0" + bytes(600)


def old_excel(*cells: str) -> bytes:
    """As .xls has it: each string behind its length and a flag, one right behind the other."""
    strings = b"".join(struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le") for cell in cells)
    return OLD_OFFICE + bytes(504) + b"\x09\x08\x10\0" + bytes(37) + strings + bytes(600)


def rtf(body: str) -> bytes:
    return (
        r"{\rtf1\ansi\ansicpg1258\uc1{\fonttbl{\f0 Times New Roman;}}\f0\fs28 B\'c1O C\'c1O\par " + body + "}"
    ).encode()


def pdf(*pages: str, turned: bool = False, note: str = "", password: str | None = None) -> Make:
    def make() -> bytes:
        made = BytesIO()
        canvas = Canvas(made, pagesize=A4, invariant=1, encrypt=password)
        for page in pages:
            canvas.setFont(making.vietnamese_font(), 14)
            if turned:
                canvas.rotate(30)
            for place, line in enumerate(page.splitlines()):
                canvas.drawString(200, 500 - 30 * place, line)
            if note:
                canvas.textAnnotation(note, Rect=[10, 10, 60, 60])
            canvas.showPage()
        canvas.save()
        return made.getvalue()

    return make


LINES = "\n".join(f"Dòng {line}: nội dung báo cáo." for line in range(60))
BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph('MẬT')}</w:txbxContent></v:textbox></w:pict></w:r>"
ART = '<w:p><w:r><w:pict><v:shape><v:textpath style="font-family:Times" string="MẬT"/></v:shape></w:pict></w:r></w:p>'
DRAWN = f"<w:p><w:r><wps:txbx><w:txbxContent>{paragraph('TUYỆT MẬT')}</w:txbxContent></wps:txbx></w:r></w:p>"
PLAIN = word(paragraph("Kính gửi: Văn phòng"))
INSIDE = word(paragraph("MẬT"))
SLIDE = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>"

MARKED: dict[str, Make] = {
    "docx, first line": lambda: INSIDE,
    "docx, header": _real_word(_header),
    "docx, footer": _real_word(_footer),
    "docx, header of the first page": _real_word(_first_page),
    "docx, table": _real_word(lambda document: setattr(document.add_table(1, 1).cell(0, 0), "text", "MẬT")),
    "docx, the 61st line": lambda: word("".join(map(paragraph, LINES.splitlines())) + paragraph("Mật")),
    "docx, the 5,000th line": lambda: word(paragraph("Việc") * 5_000 + paragraph("TỐI MẬT")),
    "docx, text box": lambda: word(f"<w:p>{BOX}</w:p>"),
    "docx, WordArt": lambda: word(ART),
    "docx, drawn stamp in the header": lambda: word(header3=DRAWN),
    "docx, footnote": lambda: word(footnotes=paragraph("Tối mật")),
    "docx, endnote": lambda: word(endnotes=paragraph("MẬT")),
    "docx, comment": lambda: word(comments=paragraph("MẬT")),
    "docx, picture named so": lambda: word('<w:drawing><wp:docPr id="1" name="P" descr="MẬT"/></w:drawing>'),
    "docx, split into runs": lambda: word(paragraph("M", "Ậ", "T")),
    "docx, on two lines": lambda: word("<w:p><w:r><w:t>TUYỆT</w:t><w:br/><w:t>MẬT</w:t></w:r></w:p>"),
    "docx, letter by letter": lambda: word(paragraph("M Ậ T")),
    "docx, letter by letter, two words": lambda: word(paragraph("T Ố I   M Ậ T")),
    "docx, dotted": lambda: word(paragraph("M.Ậ.T")),
    "docx, zero-width spaces": lambda: word(paragraph("M\u200bẬ\u200bT")),
    "docx, soft hyphens": lambda: word(paragraph("MẬ\u00adT")),
    "docx, Cyrillic letters": lambda: word(paragraph("\u041cẬ\u0422")),
    "docx, Greek letters": lambda: word(paragraph("\u039cẬ\u03a4")),
    "docx, full width": lambda: word(paragraph("ＭẬＴ")),
    "docx, decomposed": lambda: word(paragraph("MA\u0323\u0302T")),
    "docx, in one word": lambda: word(paragraph("TỐIMẬT")),
    "docx, by number": lambda: word(paragraph("M&#7852;T")),
    "docx, in UTF-16": lambda: _office({"word/document.xml": f"<w:d {_W}>{paragraph('MẬT')}</w:d>".encode("utf-16")}),
    "docx, degree": lambda: word(paragraph("Độ mật: Tối mật")),
    "docx, number of the copy": lambda: word(paragraph("Việc") * 90 + paragraph("Mật  Bản số: 01")),
    "docx, in an old font": lambda: word(paragraph("Việc") * 90 + paragraph("TuyÖt mËt")),
    "docx, its title": lambda: _office({"docProps/core.xml": "<c><dc:title>MẬT</dc:title></c>"}),
    "docx in a docx": lambda: _office({"word/document.xml": "<w:d/>", "word/embeddings/a.docx": INSIDE}),
    "docx in a zip": lambda: package({"bao-cao.docx": INSIDE}),
    "docx in a zip in a zip": lambda: package({"a.txt": "xong", "b.zip": package({"bao-cao.docx": INSIDE})}),
    "name in a zip": lambda: package({"2023/KH_mật.docx": PLAIN}),
    "damaged part beside": lambda: INSIDE.replace(b"<Types/>", b"<Tapes/>"),
    "xlsx, cell": _real_excel(lambda book: book.worksheets[0].append(["", "MẬT"])),
    "xlsx, the 400th row": _real_excel(_far),
    "xlsx, second sheet": _real_excel(lambda book: book.create_sheet("Hai").append(["TỐI MẬT"])),
    "xlsx, hidden sheet": _real_excel(_hidden),
    "xlsx, name of a sheet": _real_excel(lambda book: book.create_sheet("MẬT")),
    "xlsx, comment": _real_excel(_comment),
    "xlsx, page header": _real_excel(_page_header),
    "xlsx, drawn": lambda: _office({"xl/workbook.xml": "<w/>", "xl/drawings/drawing1.xml": SLIDE.format("MẬT")}),
    "xlsx, in the cell itself": lambda: _office({"xl/worksheets/sheet7.xml": '<c t="str"><v>Mật</v></c>'}),
    "pptx, slide": lambda: presentation(slides__slide3=SLIDE.format("TUYỆT MẬT")),
    "pptx, notes": lambda: presentation(slides__slide1="", notesSlides__notesSlide1=SLIDE.format("Mật")),
    "pptx, on each slide": lambda: presentation(slideMasters__slideMaster1=SLIDE.format("MẬT")),
    "odt": lambda: odf("<o><text:h>BÁO CÁO</text:h><text:p>M<text:span>ẬT</text:span></text:p></o>"),
    "odt, header": lambda: odf("<o/>", "<s><style:header><text:p>TỐI<text:s/>MẬT</text:p></style:header></s>"),
    "ods, cell": lambda: odf("<o><table:table-cell><text:p>Mật</text:p></table:table-cell></o>"),
    "ods, name of a sheet": lambda: odf('<o><table:table table:name="MẬT"/></o>'),
    "rtf, by number": lambda: rtf(r"{\b M\u7852?T}\par"),
    "rtf, in cp1258": lambda: rtf(r"M\'c2\'f2T\par"),
    "rtf, header": lambda: rtf(r"{\header\pard T\u7888?I M\u7852?T\par}"),
    "doc": lambda: old_word("BÁO CÁO\nMẬT\nSố: 12/BC"),
    "doc, far down": lambda: old_word("BÁO CÁO\n" + LINES * 5 + "\nMật\nhết"),
    "doc, one byte a letter": lambda: OLD_OFFICE + bytes(999) + b"BAO CAO\rTUYET MAT\r" + bytes(99),
    "xls": lambda: old_excel("Báo cáo", "MẬT", "Nội dung báo cáo của cơ quan về việc thực hiện kế hoạch"),
    "xls, between short ones": lambda: old_excel("a", "Tối mật", "b"),
    "txt": "MẬT\nBáo cáo".encode,
    "txt with a mark of order": lambda: "Độ mật: MẬT".encode("utf-8-sig"),
    "txt, Unicode of Notepad": lambda: "BÁO CÁO\r\nMẬT\r\n".encode("utf-16"),
    "txt, UTF-16 from the other end": lambda: b"\xfe\xff" + "BÁO CÁO\nMẬT".encode("utf-16-be"),
    "txt, UTF-16 unmarked": lambda: ("BÁO CÁO\nMẬT\n" + LINES).encode("utf-16-le"),
    "txt, cp1258": lambda: b"B\xc1O C\xc1O\nM\xc2\xf2T\n",
    "txt, the 61st line": f"{LINES}\nMật".encode,
    "txt, a cell": f"{LINES}\n12\tBáo cáo\tMật\n".encode,
    "txt that begins like a picture": "BM 01\nMẬT\n".encode,
    "html": "<html><body><p>BÁO CÁO</p><p><b>M</b><b>ẬT</b></p></body></html>".encode,
    "pdf, first page": pdf("BÁO CÁO\nMẬT"),
    "pdf, third page": pdf("BÁO CÁO", "hai", "ba\nMẬT"),
    "pdf, fortieth page": pdf(*["trang"] * 39, "TỐI MẬT"),
    "pdf, turned": pdf("MẬT\nBÁO CÁO", turned=True),
    "pdf, a note on it": pdf("BÁO CÁO", note="MẬT"),
}  # fmt: skip
"""How it is marked → the file."""

UNMARKED: dict[str, Make] = {
    "docx": lambda: PLAIN,
    "docx about secrets": lambda: word(
        paragraph("LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC")
        + paragraph("Văn bản mang độ mật Tối mật do Thủ trưởng quyết định.") * 90
        + paragraph("DANH MỤC TÀI LIỆU MẬT CỦA TỈNH")
    ),
    "xlsx": _real_excel(lambda book: book.create_sheet("Mật độ dân số").append(["mật khẩu", "MẶT TRẬN"])),
    "pptx": lambda: presentation(slides__slide1=SLIDE.format("An toàn, bảo mật")),
    "odt": lambda: odf("<o><text:p>Mật ong Hưng Yên</text:p></o>"),
    "rtf": lambda: rtf(r"M\u7853?t kh\u7849?u\par"),
    "doc": lambda: old_word("BÁO CÁO\nBảo mật\nMẬT ĐỘ DÂN SỐ"),
    "xls": lambda: old_excel("Mật độ", "Mật khẩu", "Bí mật"),
    "pdf": pdf("BÁO CÁO\nBẢO MẬT", "Mật ong"),
    "zip": lambda: package({"bao-mat.docx": PLAIN, "anh.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 9}),
    "photo": lambda: b"\xff\xd8\xff\xe0" + "MẬT\n".encode() * 9,
    "empty": lambda: b"",
}

UNSEEN: dict[str, Make] = {
    "rar": lambda: b"Rar!\x1a\x07\x01\0" + bytes(range(256)),
    "docx under a password": lambda: OLD_OFFICE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
    "doc under a password": lambda: OLD_OFFICE + bytes(504) + b"\xec\xa5\xc1\0" + bytes(7) + b"\x01" + bytes(600),
    "xls under a password": lambda: old_excel() + b"\x2f\0\x36\0\x01\0",
    "zip in a zip in a zip in a zip in a zip": lambda: _nested(5),
    "pdf under a password": pdf("BÁO CÁO", password="a"),
    "letter": lambda: b"MIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\nTeG6rFQ=\n",
    "damaged zip": lambda: b"PK\x03\x04" + b"rubbish" * 70,
    "damaged part": lambda: _torn(INSIDE),
    "damaged pdf": lambda: b"%PDF-1.7\nrubbish",
    "more than is unpacked": lambda: package({"a.txt": b"\0" * (101 << 20)}),
    "program": lambda: b"MZ\x90\0\x03\0\0\0\x04\0\0\0" + bytes(range(256)),
}  # fmt: skip
"""What could not be looked through: why → the file."""


def _nested(deep: int) -> bytes:
    made = INSIDE
    for _ in range(deep):
        made = package({"a.zip": made})
    return made


def _torn(whole: bytes) -> bytes:
    """A package the packed bytes of whose second part are none: zlib.error, and nothing that zipfile names."""
    with zipfile.ZipFile(BytesIO(whole)) as package_:
        second = package_.infolist()[1]
        at = second.header_offset + 30 + len(second.filename)
    return whole[:at] + b"\xff" * second.compress_size + whole[at + second.compress_size :]
