"""The process that reads a PDF: the file comes in, its blocks or a refusal go out as JSON.

Ruled tables page by page, and the running text between them as paragraphs.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from typing import Any, TextIO

from data.documents.pdf_ink import PdfiumError, is_password_missing, only_letters, open_pdf, read_ink
from data.documents.pdf_layout import Line, Table, joined, lines, paragraphs, tables
from data.documents.safety import MAX_PAGES
from data.documents.text import begins_lower, ends_sentence

MAX_MEMORY = 400 * 1024 * 1024
"""Address space beyond what the program itself takes; a plan of 10,000 rows takes 80 MB in all."""

MAX_SECONDS = 80
"""Of the processor: a little less than the parent waits."""

LEAST_LETTERS = 20
"""Per page: a scanned page has none, or the few of a signature's stamp."""

_PAGE_NUMBER = re.compile(r"[-–\s]*(?:trang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–\s]*", re.IGNORECASE)


@dataclass(slots=True)
class _Reading:
    """What has been read so far, in the form in which it is said."""

    blocks: list[dict[str, Any]] = field(default_factory=list)
    letters: int = 0
    rows: int = 0
    line: int = 0


def main() -> None:
    """Reads standard input, writes standard output; a byte on standard error says that a hundredth more is read."""
    data = sys.stdin.buffer.read()
    limit()
    json.dump(read(data, sys.stderr), sys.stdout)


def limit() -> None:
    """Gives this process no more memory and time than a plan can need, where the system knows such limits."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + MAX_MEMORY,) * 2)
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(data: bytes, ticks: TextIO) -> dict[str, Any]:
    """{"blocks": …}, or {"refused": reason}."""
    try:
        document = open_pdf(data)
    except PdfiumError as fault:
        return {"refused": "encrypted" if is_password_missing(fault) else "damaged"}
    if len(document) > MAX_PAGES:
        return {"refused": "too-large"}
    reading = _Reading()
    for place, page in enumerate(document):
        _read_page(page, reading)
        page.close()
        _tick(ticks, place, len(document))
    if reading.letters < LEAST_LETTERS * len(document):
        return {"refused": "scanned-pdf"}
    return {"blocks": reading.blocks}


def _tick(ticks: TextIO, place: int, pages: int) -> None:
    """Writes the hundredths that this page adds to those before it."""
    ticks.write("." * ((place + 1) * 100 // pages - place * 100 // pages))
    ticks.flush()


def _address_space() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - it is no file
            return int(pages.read().split()[0]) * 4096
    except OSError:
        return MAX_MEMORY


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
    rows = [
        {"texts": texts, "line": reading.rows + place, "repeated": sorted(repeated)}
        for place, (texts, repeated) in enumerate(table.rows, 1)
    ]
    reading.rows += len(rows)
    reading.blocks.append({"rows": rows})


def _add_text(reading: _Reading, text: list[Line]) -> None:
    before: Line | None = None
    for group in paragraphs([line for line in text if not _PAGE_NUMBER.fullmatch(line.text)]):
        # A gap on the page is a gap between the places of the lines, as an empty line of a text would be.
        reading.line += 2 if before and group[0].box.top - before.box.bottom > before.box.bottom - before.box.top else 1
        _add_paragraph(reading, joined(group), first=before is None)
        before = group[-1]


def _add_paragraph(reading: _Reading, text: str, *, first: bool) -> None:
    """A paragraph that a page has broken in mid-sentence is made whole."""
    last = reading.blocks[-1] if reading.blocks else {}
    if first and "text" in last and begins_lower(text) and not ends_sentence(last["text"]):
        last["text"] += f" {text}"
    else:
        reading.blocks.append({"text": text, "line": reading.line})


if __name__ == "__main__":
    main()
