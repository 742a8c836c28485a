"""LibreOffice (.ods, .odt): the tables of each sheet and the text around them, as shown."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from data.documents.document import Block, Cells, Grid, Paragraph, Progress, tidy_lines, unheard
from data.documents.safety import MAX_COLUMNS, Bounded

CONTENT = "content.xml"
_OFFICE, _TABLE, _TEXT = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}:1.0}}" for name in ("office", "table", "text")
)
_KINDS = (b"application/vnd.oasis.opendocument.spreadsheet", b"application/vnd.oasis.opendocument.text")
_MOST_BLANK = 3
"""A blank row or cell that is repeated further off is the rest of the sheet."""


def is_odf(package: zipfile.ZipFile) -> bool:
    """Whether the package says that it is such a document."""
    names = package.namelist()
    if "mimetype" not in names or CONTENT not in names:
        return False
    with package.open("mimetype") as said:
        return said.read(200).strip() in _KINDS


def read(path: Path, package: zipfile.ZipFile, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks; formulas give the value that was last shown."""
    bounded = Bounded(path)
    blocks: list[Block] = []
    rows: list[Cells] = []
    hanging: dict[int, int] = {}
    depth = lines = 0
    size = package.getinfo(CONTENT).file_size
    with package.open(CONTENT) as part:
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            if element.tag == f"{_TABLE}table":
                depth += 1 if event == "start" else -1
                if event == "end" and depth == 0:
                    blocks.append(Grid(tuple(rows)))
                    rows, hanging = [], {}
                    element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table-row" and depth == 1:
                _take(element, rows, hanging, bounded)
                progress(part.tell(), size)
                element.clear()
            elif event == "end" and element.tag in {f"{_TEXT}p", f"{_TEXT}h"} and depth == 0:
                lines += 1
                texts = tidy_lines(_said(element)).splitlines()
                bounded.row(texts)
                blocks += [Paragraph(text, lines) for text in texts]
                element.clear()
    return tuple(block for block in blocks if not isinstance(block, Grid) or block.rows)


def _take(element: Element, rows: list[Cells], hanging: dict[int, int], bounded: Bounded) -> None:
    """A row as often as it is repeated; a cell that reaches down says the same in the rows below."""
    above = rows[-1].texts if rows else ()
    texts: list[str] = []
    repeated: set[int] = set()
    for cell in element:
        if cell.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"} or len(texts) >= MAX_COLUMNS:
            continue
        said = tidy_lines("\n".join(_lines(cell)))
        for _ in range(min(_number(cell, "columns-repeated"), MAX_COLUMNS - len(texts))):
            place = len(texts)
            if hanging.get(place, 0) > 0 and cell.tag.endswith("covered-table-cell"):
                hanging[place] -= 1
                repeated.add(place)
                texts.append(above[place] if place < len(above) else "")
            else:
                hanging[place] = _number(cell, "rows-spanned") - 1
                texts.append(said)
    while texts and not texts[-1]:
        texts.pop()
    again = _number(element, "rows-repeated")
    for _ in range(again if texts else min(again, _MOST_BLANK)):
        bounded.row(texts)
        rows.append(Cells(tuple(texts), len(rows) + 1, frozenset(place for place in repeated if place < len(texts))))


def _number(element: Element, name: str) -> int:
    value = element.get(f"{_TABLE}number-{name}", "")
    return max(1, min(int(value), 1_000_000)) if value.isascii() and value.isdecimal() and len(value) < 8 else 1


def _lines(cell: Element) -> Iterator[str]:
    """What a cell shows: a date by its value, the Vietnamese way round, else its paragraphs."""
    day = cell.get(f"{_OFFICE}date-value", "")[:10].split("-")
    if len(day) == 3:
        yield f"{day[2]}/{day[1]}/{day[0]}"
        return
    for paragraph in cell.iter(f"{_TEXT}p"):
        yield _said(paragraph)


def _said(element: Element) -> str:
    """The words of a paragraph, without notes."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{_TEXT}line-break":
            pieces.append("\n")
        elif child.tag in {f"{_TEXT}s", f"{_TEXT}tab"}:
            pieces.append(" ")
        elif child.tag != f"{_OFFICE}annotation":
            pieces.append(_said(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
