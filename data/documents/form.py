"""The form: a plan as a table in Excel, with what is known of it, to be completed and imported as any workbook."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.documents.document import Row, TitleBlock
from data.documents.headings import annex_heading
from data.documents.meanings import OURS
from data.documents.workbook import cell_words

HEADINGS = ("STT", "Nhiệm vụ", "Sản phẩm", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn")
"""They are what the reader of workbooks knows, and stay Vietnamese in every language."""

_WIDTHS = (6, 60, 24, 30, 34, 22)
_MORE, _BESIDE = 24, (24, 40, 60)
_MONITORING = "Đơn vị theo dõi, đôn đốc"
"""A column of those plans alone that name whoever follows their tasks up."""
_UNITS = (*HEADINGS[3:5], _MONITORING)
_OFFERED = "x"
_SPARE = 10
"""Blank lines below the last task, with the same help."""

_LINE = Side(style="thin")


def form(
    title: TitleBlock,
    rows: Sequence[Row],
    units: Sequence[str],
    names: tuple[str, str],
    beside: Sequence[tuple[str, str]] = (),
) -> bytes:
    """A workbook of the head, the rows and, on a hidden sheet, the units to choose from; `names` are its sheets'.

    What stands `beside` each row is what it is read as, and what is asked of it; of what is offered its section.
    """
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = names[0]
    for line in _head(title):
        _write(sheet, sheet.max_row + 1 if sheet["A1"].value else 1, (line,))
    top = sheet.max_row + 2
    rows = [_beside_monitoring(row) for row in rows]
    more = tuple(dict.fromkeys(heading for row in rows for heading, _ in row.extra))
    headings = (*HEADINGS, *more, *(OURS if beside else ()))
    _write(sheet, top, headings, bold=True)
    lines = list(_lines(rows, more, beside))
    for place, texts in enumerate([*lines, *[("",) * len(headings)] * _SPARE], top + 1):
        _write(sheet, place, texts)
    for place, width in enumerate((*_WIDTHS, *[_MORE] * len(more), *(_BESIDE if beside else ())), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{top + 1}"
    if units:
        offered = _offered(book, units, names[1])
        for column in (get_column_letter(headings.index(each) + 1) for each in _UNITS if each in headings):
            offered.add(f"{column}{top + 1}:{column}{top + len(lines) + _SPARE}")
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _beside_monitoring(row: Row) -> Row:
    """The row with whoever follows it up as the first of its further columns."""
    return replace(row, extra=((_MONITORING, row.monitoring), *row.extra)) if row.monitoring else row


def _lines(rows: Sequence[Row], more: Sequence[str], beside: Sequence[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """The tasks, each under the headings of its sections."""
    above: list[str] = []
    for place, row in enumerate(rows):
        path = above if row.offered else row.section.split(" / ") if row.section else []
        alike = next((deep for deep, (one, other) in enumerate(zip(above, path, strict=False)) if one != other), None)
        for heading in path[min(len(above), len(path)) if alike is None else alike :]:
            number, dot, text = heading.partition(". ")
            yield (heading,) if annex_heading(heading) else (number, text) if dot else ("", heading)
        above = path
        extra = dict(row.extra)
        own = (row.number, row.title, row.product, row.lead, row.coordinating, row.deadline)
        outside = (row.section or _OFFERED) if row.offered else ""
        yield (*own, *(extra.get(heading, "") for heading in more), *((outside, *beside[place]) if beside else ()))


def _head(title: TitleBlock) -> list[str]:
    """What the reader finds the number, the day, the issuer and the title by."""
    day = title.issued_on
    lines = (
        (title.issuer or "").replace("UBND", "ỦY BAN NHÂN DÂN").upper(),
        f"Số: {title.number}" if title.number else "",
        f"Ngày {day.day:02d} tháng {day.month:02d} năm {day.year}" if day else "",
        (title.kind or "Kế hoạch").upper(),
        title.title or (f"Năm {title.year}" if title.year else ""),
    )
    return [line for line in lines if line]


def _write(sheet: Worksheet, place: int, texts: Sequence[str], *, bold: bool = False) -> None:
    for column, text in enumerate(texts, 1):
        cell = sheet.cell(place, column)
        if not isinstance(cell, Cell):
            continue
        cell.value = cell_words(text) or None
        if text:
            # What begins with "=" is somebody's words, and no formula.
            cell.data_type = "s"
        if len(texts) > 1:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
        cell.font = Font(bold=bold or len(texts) == 1)


def _offered(book: Workbook, units: Sequence[str], name: str) -> DataValidation:
    """Has Excel offer the units where it is added, without refusing what else is written."""
    listed = book.create_sheet(name)
    listed.sheet_state = "hidden"
    for place, unit in enumerate(units, 1):
        _write(listed, place, (unit,))
    offered = DataValidation(type="list", formula1=f"'{name}'!$A$1:$A${len(units)}", allow_blank=True)
    offered.showErrorMessage = False
    book.worksheets[0].add_data_validation(offered)
    return offered
