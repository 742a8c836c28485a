"""PDF with a text layer: ruled tables page by page, and the running text between them as paragraphs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

from data.documents.document import (
    Block,
    Cells,
    Grid,
    Paragraph,
    Progress,
    begins_lower,
    ends_sentence,
    join_wrapped,
    tidy,
    unheard,
)
from data.documents.pdf_ink import Box, Ink, Letter, PdfiumError, is_password_missing, only_letters, open_pdf, read_ink
from data.documents.safety import MAX_PAGES, Bounded, unreadable

SNAP = 3.0
"""Rules nearer than that, in points, are one line drawn twice."""

MAX_CROSSINGS = 1_500
"""On one page; 60 rows of 12 columns have 800. More is a drawing."""

LEAST_UPRIGHTS = 3
"""As many end together where a table of two columns or more ends."""

_BEGINS_PARAGRAPH = re.compile(r"(?:[-–•+*]|\d{1,2}[.)]|[IVX]{1,5}[.)]|[a-zđ]\)|\d{1,2}\.\d{1,2}\.?)\s")


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: its rows of texts, and for each the columns merged with the cell above."""

    box: Box
    rows: tuple[tuple[tuple[str, ...], frozenset[int]], ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text."""

    text: str
    box: Box


def tables(ink: Ink) -> tuple[tuple[Table, ...], tuple[Letter, ...]]:
    """The page's tables from top to bottom, and the letters outside them."""
    cells = [[Box(*cell) for cell in table] for table in _ruled(ink.rules)]
    inside: dict[Box, list[Letter]] = defaultdict(list)
    outside: list[Letter] = []
    last: Box | None = None
    for letter in ink.letters:
        last = _cell_of(letter, last, cells)
        (inside[last] if last else outside).append(letter)
    return tuple(_table(table, inside) for table in cells), tuple(outside)


def lines(letters: Iterable[Letter]) -> list[Line]:
    """Letters as lines, in their order; a wide gap, as between the two halves of a letterhead, ends a line too."""
    groups: list[list[Letter]] = []
    for letter in letters:
        if groups and _same_line(groups[-1][-1], letter, wide=3):
            groups[-1].append(letter)
        elif not letter.text.isspace():
            groups.append([letter])
    return [line for group in groups if (line := _line(group)).text]


def paragraphs(page: Sequence[Line]) -> list[list[Line]]:
    """Lines that the page's width has broken are one paragraph; others are each their own."""
    right = max((line.box.x1 for line in page), default=0.0)
    left = min((line.box.x0 for line in page), default=0.0)
    grouped: list[list[Line]] = []
    for line in page:
        if grouped and _goes_on(grouped[-1][-1], line, right - (right - left) * 0.12):
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped


def joined(group: Iterable[Line]) -> str:
    """The text of a paragraph."""
    return tidy(join_wrapped(line.text for line in group))


def _goes_on(before: Line, line: Line, full_from: float) -> bool:
    near = line.box.top - before.box.bottom < before.box.bottom - before.box.top
    return near and before.box.x1 >= full_from and not _BEGINS_PARAGRAPH.match(line.text)


def _ruled(rules: Iterable[Box]) -> list[list[tuple[float, float, float, float]]]:
    edges = merge_edges([_edge(rule) for rule in _closed(list(rules))], SNAP, SNAP, SNAP, SNAP)
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if not edges or upright * (len(edges) - upright) > MAX_CROSSINGS * 20:
        return []
    crossings = edges_to_intersections(edges, SNAP, SNAP)
    if len(crossings) > MAX_CROSSINGS:
        return []
    return cells_to_tables(intersections_to_cells(crossings))


def _closed(rules: Sequence[Box]) -> list[Box]:
    """The rules, and a level one wherever upright ones end without: a row cut by the page is often left open there."""
    level = [rule for rule in rules if rule.bottom - rule.top < rule.x1 - rule.x0]
    ruled = {round(rule.top / SNAP) + near for rule in level for near in (-1, 0, 1)}
    ends: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for rule in rules:
        if rule.bottom - rule.top > rule.x1 - rule.x0:
            for end in (rule.top, rule.bottom):
                ends[round(end / SNAP)].append((rule.x0, end))
    open_ends = [points for place, points in ends.items() if place not in ruled and len(points) >= LEAST_UPRIGHTS]
    added = [
        Box(min(points)[0], min(y for _, y in points), max(points)[0], min(y for _, y in points))
        for points in open_ends
    ]
    return [*rules, *added]


def _edge(rule: Box) -> dict[str, Any]:
    wide, high = rule.x1 - rule.x0, rule.bottom - rule.top
    edge: dict[str, Any] = {"x0": rule.x0, "x1": rule.x1, "top": rule.top, "bottom": rule.bottom}
    return {**edge, "width": wide, "height": high, "orientation": "h" if wide > high else "v"}


def _cell_of(letter: Letter, last: Box | None, tables_of_cells: Sequence[Sequence[Box]]) -> Box | None:
    """The cell that holds the middle of the letter; `last` is looked at first, since letters come in runs."""
    x, y = (letter.box.x0 + letter.box.x1) / 2, (letter.box.top + letter.box.bottom) / 2
    if last and last.holds(x, y):
        return last
    return next((cell for table in tables_of_cells for cell in table if cell.holds(x, y)), None)


def _table(cells: Sequence[Box], inside: dict[Box, list[Letter]]) -> Table:
    lefts, tops = sorted({cell.x0 for cell in cells}), sorted({cell.top for cell in cells})
    at = {(cell.x0, cell.top): cell for cell in cells}
    texts = {cell: _cell_text(inside.get(cell, [])) for cell in cells}
    rows: list[tuple[tuple[str, ...], frozenset[int]]] = []
    above: dict[float, Box] = {}
    for top in tops:
        begun = {left: at[left, top] for left in lefts if (left, top) in at}
        reaching = {left: cell for left, cell in above.items() if cell.bottom > top and left not in begun}
        above = {**reaching, **begun}
        row = tuple(texts[above[left]] if left in above else "" for left in lefts)
        rows.append((row, frozenset(place for place, left in enumerate(lefts) if left in reaching)))
    return Table(
        Box(lefts[0], tops[0], max(cell.x1 for cell in cells), max(cell.bottom for cell in cells)), tuple(rows)
    )


def _cell_text(letters: Sequence[Letter]) -> str:
    return tidy(join_wrapped(line.text for line in lines(letters)))


def _same_line(before: Letter, letter: Letter, *, wide: float) -> bool:
    height = max(before.box.bottom - before.box.top, 1)
    level = abs(before.box.bottom - letter.box.bottom) < height * 0.5
    return level and letter.box.x0 - before.box.x1 < height * wide and letter.box.x1 > before.box.x0 - height


def _line(letters: Sequence[Letter]) -> Line:
    boxes = [letter.box for letter in letters if not letter.text.isspace()]
    box = Box(boxes[0].x0, boxes[0].top, max(box.x1 for box in boxes), boxes[0].bottom)
    return Line(tidy("".join([letters[0].text, *_spaced(letters)])), box)


def _spaced(letters: Sequence[Letter]) -> Iterator[str]:
    """Each letter after the first, with the space that only its distance shows."""
    for before, letter in pairwise(letters):
        height = letter.box.bottom - letter.box.top
        apart = letter.box.x0 - before.box.x1 > height * 0.2
        yield f" {letter.text}" if apart and not (before.text + letter.text).isspace() else letter.text


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
