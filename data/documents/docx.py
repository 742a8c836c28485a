"""Word (.docx, .docm): paragraphs and tables as they stand, row by row, with automatic numbers and merged cells."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from data.documents.lists import Lists, W, read_lists
from data.documents.safety import MAX_COLUMNS, Bounded, small_part
from data.documents.text import tidy_lines
from data.documents.values import Block, Cells, Grid, Paragraph, Progress, unheard

MAIN_PART = "word/document.xml"

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_SKIPPED = {f"{_COMPATIBILITY}Fallback", f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}tcPr"}
"""What is said twice, has been struck out, or is only looks."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far; a table is held until its last row."""

    lists: Lists
    bounded: Bounded
    blocks: list[Block] = field(default_factory=list)
    rows: list[Cells] = field(default_factory=list)
    paragraphs: int = 0


def read(path: Path, package: zipfile.ZipFile, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a Word document. Macros, links and embedded objects are never touched."""
    numbering, styles = (small_part(path, package, f"word/{name}.xml") for name in ("numbering", "styles"))
    lists = read_lists(numbering, styles)
    reading = _Reading(lists, Bounded(path))
    size = package.getinfo(MAIN_PART).file_size
    with package.open(MAIN_PART) as part:
        depth = 0
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            if element.tag == f"{W}tbl":
                depth += 1 if event == "start" else -1
            if event == "end":
                _take(reading, element, depth)
                if element.tag == f"{W}tr":
                    progress(part.tell(), size)
    return tuple(reading.blocks)


def _take(reading: _Reading, element: Element, depth: int) -> None:
    """Takes what is complete, and lets go of its memory."""
    if element.tag == f"{W}p" and depth == 0:
        reading.paragraphs += 1
        _add_paragraph(reading, element)
        element.clear()
    elif element.tag == f"{W}tr" and depth == 1:
        if element.find(f"{W}trPr/{W}del") is None:
            reading.rows.append(_row(element, reading))
            reading.bounded.row(reading.rows[-1].texts)
        element.clear()
    elif element.tag == f"{W}tbl" and depth == 0:
        reading.blocks.append(Grid(tuple(reading.rows)))
        reading.rows = []
        element.clear()


def _add_paragraph(reading: _Reading, element: Element) -> None:
    lines = tidy_lines(_paragraph(element, reading.lists)).splitlines()
    reading.bounded.row(lines)
    reading.blocks += [Paragraph(line, reading.paragraphs) for line in lines]


def _paragraph(element: Element, lists: Lists) -> str:
    label = lists.label(element)
    text = "".join(_pieces(element))
    return f"{label} {text}" if label else text


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{W}p":
            # A text box inside the paragraph.
            yield "\n"
            yield from _pieces(child)
            yield "\n"
        elif child.tag not in _SKIPPED:
            yield from _pieces(child)


def _row(element: Element, reading: _Reading) -> Cells:
    """A row with each cell at the column where it begins; what is merged from above repeats it."""
    texts: list[str] = [""] * _number(element.find(f"{W}trPr/{W}gridBefore"), 0)
    repeated: set[int] = set()
    above = reading.rows[-1].texts if reading.rows else ()
    for cell in islice(_cells(element), MAX_COLUMNS):
        place, merge = len(texts), cell.find(f"{W}tcPr/{W}vMerge")
        continued = merge is not None and merge.get(f"{W}val", "continue") != "restart"
        if continued and place < len(above):
            repeated.add(place)
        texts.append(above[place] if continued and place < len(above) else _cell(cell, reading.lists))
        texts += [""] * (_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
    return Cells(tuple(texts[:MAX_COLUMNS]), len(reading.rows) + 1, frozenset(repeated))


def _cells(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _cells(child)


def _cell(element: Element, lists: Lists) -> str:
    """The paragraphs of a cell, those of a table inside it included, as lines."""
    return tidy_lines("\n".join(_paragraph(paragraph, lists) for paragraph in element.iter(f"{W}p")))


def _number(element: Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), MAX_COLUMNS) if value.isdecimal() and len(value) < 6 else otherwise
