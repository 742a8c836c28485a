"""Tables parted by commas or semicolons, as Excel saves them under .csv: found by a heading that says what they are."""

import csv
from collections.abc import Iterator

from data.documents.annexes import HEADING_WITHIN
from data.documents.document import Block, Cells, Grid, Paragraph, tidy, tidy_lines
from data.documents.meanings import understand
from data.documents.safety import MAX_CELL, MAX_COLUMNS, Bounded

_MARKS = (",", ";")


def blocks_of(text: str, bounded: Bounded) -> tuple[Block, ...] | None:
    """The lines above the table and the table; None where no heading of tasks is parted by such marks."""
    for mark in _MARKS:
        if any(map(_is_heading, _rows("\n".join(text.splitlines()[:HEADING_WITHIN]), mark))):
            return _blocks(text, mark, bounded)
    return None


def _is_heading(cells: list[str]) -> bool:
    columns = understand(cells)
    return columns is not None and not columns.missing()


def _rows(text: str, mark: str) -> Iterator[list[str]]:
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=mark):
            yield row[:MAX_COLUMNS]
    except csv.Error:
        # A cell of more letters than a cell can have: what came before it is a table, or none.
        return


def _blocks(text: str, mark: str, bounded: Bounded) -> tuple[Block, ...]:
    above: list[Block] = []
    table: list[Cells] = []
    for place, row in enumerate(_rows(text, mark), 1):
        cells = tuple(tidy_lines(cell[:MAX_CELL]) for cell in row)
        bounded.row(cells)
        if table or _is_heading(list(cells)):
            if any(cells):
                table.append(Cells(cells, place))
        elif any(cells):
            above.append(Paragraph(tidy(" ".join(filter(None, cells))), place))
    return (*above, Grid(tuple(table)))
