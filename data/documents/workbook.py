"""Tables as an Excel workbook (.xlsx): what is written by people stays words, whatever it begins with."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

Cell = str | int
HELP = "Đơn vị"
"""The hidden sheet of a form, of the units to choose from: no reader need name it."""
_WIDEST, _NARROWEST = 60, 8
# What a sheet's name may not have, and letters that no cell may hold.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME, _LONGEST = 31, 32_000


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table by its name: the line above it, the heads of its columns, its rows."""

    name: str
    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The file's bytes. No cell is a formula."""
    from openpyxl import Workbook  # noqa: PLC0415 - it is long to load, and few turns need it
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    for page in book.worksheets:
        book.remove(page)
    for sheet in sheets:
        page = book.create_sheet(_NOT_IN_NAMES.sub(" ", sheet.name)[:_LONGEST_NAME])
        for at, row in enumerate([[sheet.title], [], sheet.heads, *sheet.rows], 1):
            for column, value in enumerate(row, 1):
                cell = page.cell(at, column, value if isinstance(value, int) else cell_words(value))
                cell.data_type = "n" if isinstance(value, int) else "s"
                cell.alignment = Alignment(wrap_text=at > _HEADS, vertical="top")
                cell.font = Font(bold=at <= _HEADS)
        for column, head in enumerate(sheet.heads, 1):
            longest = max([len(head), *(len(str(row[column - 1])) for row in sheet.rows)])
            page.column_dimensions[get_column_letter(column)].width = min(max(longest + 2, _NARROWEST), _WIDEST)
        page.freeze_panes = page.cell(_HEADS + 1, 1)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


# The rows above a table, with the heads of its columns.
_HEADS = 3


def cell_words(text: str) -> str:
    """The text as a cell can hold it: without letters that no cell may have, and no longer than one may be."""
    return _ILLEGAL.sub(" ", text)[:_LONGEST]
