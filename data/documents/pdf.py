"""PDF with a text layer: ruled tables page by page, and the running text between them as paragraphs.

A page of 1 KB can make any reader of PDF draw a thousand million things: it is read behind `data.documents.child`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.documents.pdf_ink import PdfiumError, is_password_missing, only_letters, open_pdf, read_ink
from data.documents.pdf_layout import Line, Table, joined, lines, paragraphs, tables
from data.documents.safety import MAX_PAGES, Bounded, unreadable
from data.documents.text import begins_lower, ends_sentence
from data.documents.values import Block, Cells, Grid, Paragraph, Progress, unheard

LEAST_LETTERS = 20
"""Per page: a scanned page has none, or the few of a signature's stamp."""

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    bounded: Bounded
    blocks: list[Block] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    """The pieces of the last paragraph, which the next page may go on with."""
    letters: int = 0
    rows: int = 0
    line: int = 0


def read(path: Path, data: bytes, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a PDF; refused where it is encrypted, a scan or too long."""
    try:
        document = open_pdf(data)
    except PdfiumError as fault:
        raise unreadable(path, "encrypted" if is_password_missing(fault) else "damaged") from fault
    if len(document) > MAX_PAGES:
        raise unreadable(path, "too-large")
    reading = _Reading(Bounded(path))
    for place, page in enumerate(document, 1):
        _read_page(page, reading)
        page.close()
        progress(place, len(document))
    if reading.letters < LEAST_LETTERS * len(document):
        raise unreadable(path, "scanned-pdf")
    _close(reading)
    return tuple(reading.blocks)


def _read_page(page: Any, reading: _Reading) -> None:
    ink = read_ink(page)
    reading.letters += only_letters(ink.letters)
    found, outside = tables(ink)
    text = lines(outside)
    above = float("-inf")
    for table in found:
        _add_text(reading, [line for line in text if above <= line.box.top < table.box.top])
        _add_table(reading, table)
        above = table.box.top
    _add_text(reading, [line for line in text if line.box.top >= above])


def _add_table(reading: _Reading, table: Table) -> None:
    _close(reading)
    rows = tuple(Cells(texts, reading.rows + place, repeated) for place, (texts, repeated) in enumerate(table.rows, 1))
    for row in rows:
        reading.bounded.row(row.texts)
    reading.rows += len(rows)
    reading.blocks.append(Grid(rows))


def _add_text(reading: _Reading, text: list[Line]) -> None:
    before: Line | None = None
    for group in paragraphs([line for line in text if not _PAGE_NUMBER.fullmatch(line.text)]):
        _add_paragraph(reading, joined(group), after=_gap(before, group), first=before is None)
        before = group[-1]


def _gap(before: Line | None, group: Iterable[Line]) -> int:
    """A gap on the page is a gap between the places of the lines, as an empty line of a text would be."""
    top = next(iter(group)).box.top
    return 2 if before and top - before.box.bottom > before.box.bottom - before.box.top else 1


def _add_paragraph(reading: _Reading, text: str, *, after: int, first: bool) -> None:
    """A paragraph that a page has broken in mid-sentence is made whole."""
    reading.line += after
    reading.bounded.row([text])
    if first and reading.text and begins_lower(text) and not ends_sentence(reading.text[-1]):
        reading.text.append(text)
        return
    _close(reading)
    reading.text.append(text)
    reading.blocks.append(Paragraph(text, reading.line))


def _close(reading: _Reading) -> None:
    """The last paragraph has all its pieces."""
    last = reading.blocks[-1] if reading.blocks else None
    if isinstance(last, Paragraph) and len(reading.text) > 1:
        reading.blocks[-1] = Paragraph(" ".join(reading.text), last.line)
    reading.text.clear()
