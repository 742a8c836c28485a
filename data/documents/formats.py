"""From the bytes of a file to the document in it, in this process: for the child, and for what is not from outside."""

import warnings
import zipfile
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from defusedxml.common import DefusedXmlException

from data.documents import docx, odf, txt, web
from data.documents.annexes import Annex, choose, guessed, heading_place, left_out
from data.documents.candidates import outlined
from data.documents.dispatches import ORDERING, read_orders, under_their_names
from data.documents.document import Block, Document, LeftOut, Paragraph, Progress, unheard
from data.documents.labels import labels_of
from data.documents.paragraphs import read_duties
from data.documents.prose import rows_in_lines
from data.documents.rows import read_rows
from data.documents.safety import check_package, contents, unreadable
from data.documents.title_block import HEAD_LINES, LONGEST_HEAD_LINE, read_title
from data.refusals import ColumnsMissing, Refusal, TableMissing

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_PHOTOS = frozenset({b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"})
_PDF_WITHIN = 1024
"""Readers of PDF allow for that much rubbish before its mark."""
_WORKBOOK = "xl/workbook.xml"
_SIDES = 2
"""Columns of a table that is read side by side."""


def read_document(path: Path, progress: Progress = unheard) -> Document:
    """The document at `path`, which must be a file that can be trusted not to ask for too much.

    Raises DocumentUnreadable, TableMissing or ColumnsMissing, and nothing else.
    """
    return document_of(path, contents(path), progress)


def document_of(path: Path, data: bytes, progress: Progress = unheard, *, outline: bool = False) -> Document:
    """The document that these bytes of the file `path` are; what it is, is told by them and not by its name.

    Of an `outline` the rows are, where nothing says which tasks there are, the paragraphs that look like some.

    Raises DocumentUnreadable, TableMissing or ColumnsMissing, and nothing else: this is the one place that says so.
    """
    try:
        return _document(path, _blocks(path, data, progress), outline=outline)
    except Refusal:
        raise
    except MemoryError as fault:
        raise unreadable(path, "bomb") from fault
    except Exception as fault:
        # openpyxl wraps what defusedxml raised over an entity.
        attack = isinstance(fault, DefusedXmlException) or isinstance(fault.__cause__, DefusedXmlException)
        raise unreadable(path, "bomb" if attack else "damaged") from fault


def load_reader(data: bytes) -> None:
    """Load what reads bytes of this kind, as long as this process may open files; none of them is looked into."""
    if _is_pdf(data):
        from data.documents import pdf  # noqa: F401, PLC0415 - each is long to load, and one of them is needed
    elif b"xl/" in data:
        from data.documents import xlsx  # noqa: F401, PLC0415


def _document(path: Path, blocks: Sequence[Block], *, outline: bool) -> Document:
    annexes, tables = choose(blocks)
    whole = bool(annexes) and not annexes[0].columns.missing()
    paragraphs = _paragraphs(blocks)
    title, duties = read_title(paragraphs), read_duties(paragraphs)
    if whole:
        rows, left = read_rows(annexes)
    else:
        rows, rest = rows_in_lines(paragraphs, ordering=title.kind in ORDERING)
        duties = under_their_names(duty for duty in duties if not labels_of(duty.text)[1])
        duties += read_orders(rest, duties)
        left = tuple(left_out(annex) for annex in annexes if annex.body)
    if outline:
        # Of a table that lacks a column the form asks for it.
        rows = rows or read_rows(annexes)[0] or outlined(paragraphs)
    elif not (whole or rows or duties):
        raise _without_tasks(path, annexes)
    opening = tuple(paragraph.text[:LONGEST_HEAD_LINE] for paragraph in paragraphs[:HEAD_LINES])
    noted = (block for block in blocks if isinstance(block, LeftOut))
    return Document(title, rows, duties, opening, (*left, *tables, *noted), guessed(annexes) if whole else ())


def _without_tasks(path: Path, annexes: Sequence[Annex]) -> Refusal:
    if annexes:
        return ColumnsMissing(path=str(path), columns=annexes[0].columns.missing())
    return TableMissing(path=str(path))


def _blocks(path: Path, data: bytes, progress: Progress) -> tuple[Block, ...]:
    if not data.strip(b"\0\t\r\n "):
        raise unreadable(path, "empty")
    if data.startswith(_OLD_OFFICE):
        # A protected .docx is wrapped in the container of the old .doc.
        raise unreadable(path, "encrypted" if "EncryptedPackage".encode("utf-16-le") in data else "old-doc")
    if data.startswith(_PICTURES) or data[4:12] in _PHOTOS:
        raise unreadable(path, "picture")
    if data.startswith(b"{\\rtf"):
        raise unreadable(path, "rtf")
    if data.startswith(b"PK\x03\x04"):
        return _packed(path, data, progress)
    if web.is_web(data):
        return web.read(path, data, progress)
    if _is_pdf(data):
        from data.documents import pdf  # noqa: PLC0415 - see load_reader

        return pdf.read(path, data, progress)
    return txt.read(path, data, progress)


def _is_pdf(data: bytes) -> bool:
    return b"%PDF-" in data[:_PDF_WITHIN]


def _packed(path: Path, data: bytes, progress: Progress) -> tuple[Block, ...]:
    with zipfile.ZipFile(BytesIO(data)) as package, warnings.catch_warnings():
        # openpyxl warns of each drawing and each style that it leaves out.
        warnings.simplefilter("ignore")
        check_package(path, package)
        names = set(package.namelist())
        if docx.MAIN_PART in names:
            return docx.read(path, package, progress)
        if _WORKBOOK in names:
            from data.documents import xlsx  # noqa: PLC0415 - see load_reader

            return xlsx.read(path, data, package, progress)
        if odf.is_odf(package):
            return odf.read(path, package, progress)
    raise unreadable(path, "unknown-format")


def _paragraphs(blocks: Sequence[Block]) -> list[Paragraph]:
    """The running text; what stands above the heading of an annex, and other tables, count as text, cell by cell."""
    return [paragraph for block in blocks for paragraph in _as_text(block)]


def _as_text(block: Block) -> list[Paragraph]:
    if isinstance(block, Paragraph):
        return [block]
    if isinstance(block, LeftOut):
        return []
    rows = block.rows[: heading_place(block.rows)]
    width = max((len(row.texts) for row in rows), default=0)
    # A letterhead and a signature say one thing on the left and another on the right.
    columns = range(width) if width <= _SIDES else ()
    by_column = [(row.texts[place], row.line) for place in columns for row in rows if place < len(row.texts)]
    by_row = [(text, row.line) for row in rows for place, text in enumerate(row.texts) if place not in row.repeated]
    cells = ((line, place) for text, place in (by_column or by_row) for line in text.splitlines())
    return [Paragraph(line, place) for line, place in cells if line]
