"""Excel (.xlsx, .xlsm): each visible sheet as the text above its table and the table; saved values, as shown."""

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, Protocol

from openpyxl import load_workbook
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils.cell import range_boundaries

from data.documents.annexes import heading_place
from data.documents.document import Block, Cells, Grid, LeftOut, Paragraph, Progress, tidy_lines, unheard
from data.documents.headings import is_mark
from data.documents.safety import MAX_COLUMNS, Bounded, small_part
from data.documents.workbook import HELP

_LITERALS = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_AROUND_ZEROS = re.compile(r'((?:"[^"]*"|\\.|[ /.-])*)(0+|#+0*|General)((?:"[^"]*"|\\.|[ /.-])*)')
_LONGEST_FORMAT = 255
"""Letters; Excel's own bound."""

_DECIMALS = re.compile(r"[#,]*0\.(0+)")


class Shown(Protocol):
    """What is needed of a cell."""

    @property
    def value(self) -> object:
        """The saved value."""

    @property
    def number_format(self) -> str:
        """How the sheet shows it: "mmm-yy"."""

    @property
    def data_type(self) -> str:
        """The kind of value; "e" is an error such as #REF!."""

    @property
    def font(self) -> Any:
        """How its letters look."""


def shown(cell: Shown) -> str:
    """The text of a cell; "" for an error and for a formula without a saved value."""
    value = cell.value
    if value is None or cell.data_type == "e" or isinstance(value, bool):
        return ""
    if isinstance(value, str):
        return tidy_lines(value)
    if isinstance(value, date):
        return _date(value, _format(cell))
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float):
        return _number(value, _format(cell))
    return str(value)


def _format(cell: Shown) -> str:
    return str(cell.number_format)[:_LONGEST_FORMAT]


def _date(day: date, number_format: str) -> str:
    """As much of the date as the format shows, the Vietnamese way round."""
    letters = set(_LITERALS.sub("", number_format.split(";", maxsplit=1)[0]).lower())
    if "d" in letters:
        return f"{day:%d/%m/%Y}" if "y" in letters else f"{day:%d/%m}"
    if "h" in letters and isinstance(day, datetime):
        return f"{day:%H:%M}"
    if "y" in letters and "m" not in letters:
        return str(day.year)
    return f"{day.month}/{day.year}"


def _number(value: float, number_format: str) -> str:
    first = number_format.split(";", maxsplit=1)[0]
    decimals, around = _DECIMALS.fullmatch(first), _AROUND_ZEROS.fullmatch(first)
    if decimals:
        return f"{value:.{len(decimals[1])}f}"
    if first.endswith("%"):
        return f"{value * 100:.15g}%"
    text = str(int(value)) if float(value).is_integer() and abs(value) < 1e15 else f"{value:.15g}"
    if not around:
        return text
    before, after = (re.sub(r'["\\]', "", literal) for literal in (around[1], around[3]))
    return f"{before}{text.zfill(around[2].count('0'))}{after}"


MAIN_PART = "xl/workbook.xml"

Merge = tuple[int, int, int]
"""A cell merged downwards: column from 0, first row, last row."""

_MERGE = re.compile(rb'mergeCell [^>]{0,200}?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_ROW = re.compile(rb"<row ([^<>]{1,400})>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_AT = re.compile(rb'\br="(\d{1,7})"')
_UNSAVED = re.compile(
    rb'<c r="([A-Z]{1,3}\d{1,7})"[^>]{0,100}><f(?: [^>]{0,100})?(?:/>|>[^<]{0,1000}</f>)(?:<v ?/>|<v></v>)?</c>'
)
_CHUNK = 1 << 20
_OVERLAP = 2_000
_MOST_NAMED = 5
"""So many cells are named."""


@dataclass(slots=True)
class _Aside:
    """What stands in a sheet's part beside the values, where reading row by row does not come."""

    merges: list[Merge] = field(default_factory=list)
    hidden: set[int] = field(default_factory=set)
    unsaved: dict[str, None] = field(default_factory=dict)
    """Cells whose formula has no saved value."""


def read(path: Path, data: bytes, package: zipfile.ZipFile, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a workbook. Formulas give the value that was last saved; none is evaluated."""
    parts = _sheet_parts(path, package)
    book = load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
    bounded = Bounded(path)
    blocks: list[Block] = []
    try:
        for sheet in book.worksheets:
            # What the sheet says of its own size is often wrong: it is good enough to foresee the end by.
            told = sheet.max_row
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                aside = _aside(package, parts.get(sheet.title, ""))
                texts = _texts(_counted(sheet.iter_rows(max_col=MAX_COLUMNS), told, progress), bounded)
                blocks += _blocks(list(_rows(texts, aside, bounded)))
                blocks += _without_value(aside)
            elif sheet.title != HELP:
                blocks.append(LeftOut("sheet", sheet.title, told or 0))
    finally:
        book.close()
    return tuple(blocks)


def _counted(sheet: Iterable[Sequence[Shown]], told: int | None, progress: Progress) -> Iterator[Sequence[Shown]]:
    """The rows, each told of; a sheet that goes on beyond the size it has told has none that is known."""
    for line, row in enumerate(sheet, 1):
        progress(line, told if told is not None and line <= told else None)
        yield row


def _texts(sheet: Iterable[Sequence[Shown]], bounded: Bounded) -> Iterator[tuple[list[str], bool]]:
    """What each row shows, and whether all of it is struck out.

    openpyxl gives one and the same tuple for every row that the sheet leaves out.
    """
    blank: Sequence[Shown] | None = None
    for row in sheet:
        bounded.blank()
        texts = [] if row is blank else [shown(bounded.cell(cell)) for cell in _written(row)]
        if any(texts):
            yield texts, _is_row_struck(row[: len(texts)], texts)
        else:
            blank = row
            yield [], False


def _written(row: Sequence[Shown]) -> Sequence[Shown]:
    """The row without the cells behind its last, with which openpyxl fills it up."""
    end = len(row)
    while end and row[end - 1] is EMPTY_CELL:
        end -= 1
    return row[:end]


def _is_row_struck(row: Sequence[Shown], texts: Sequence[str]) -> bool:
    """Whether all that is written in a row but its number has been struck out."""
    written = [cell for cell, text in zip(row, texts, strict=True) if text and not is_mark(text)]
    return bool(written) and all(cell.font and cell.font.strike for cell in written)


def _rows(sheet: Iterable[tuple[list[str], bool]], aside: _Aside, bounded: Bounded) -> Iterator[Cells]:
    """The rows that are not blank; a cell merged downwards is repeated in each of its rows."""
    waiting = sorted(aside.merges, key=lambda merge: merge[1], reverse=True)
    last_of: dict[int, int] = {}
    above: list[str] = []
    for line, (begun, struck) in enumerate(sheet, 1):
        repeated = frozenset(place for place, last in last_of.items() if line <= last)
        texts = [*begun, *[""] * (max(repeated, default=-1) + 1 - len(begun))]
        for place in repeated:
            texts[place] = above[place] if place < len(above) else ""
        while waiting and waiting[-1][1] <= line:
            place, _, last = waiting.pop()
            last_of[place] = last
        above = texts
        if any(texts):
            bounded.row(texts)
            yield Cells(_trimmed(texts), line, repeated, struck, line in aside.hidden)


def _trimmed(texts: Sequence[str]) -> tuple[str, ...]:
    width = max(place for place, text in enumerate(texts, 1) if text)
    return tuple(texts[:width])


def _blocks(rows: Sequence[Cells]) -> tuple[Block, ...]:
    """A sheet from its heading row on is a table; what stands above is text, cell by cell."""
    place = heading_place(rows)
    start = place if place is not None else len(rows)
    text = [
        Paragraph(line, row.line)
        for row in rows[:start]
        for place, cell in enumerate(row.texts)
        if place not in row.repeated
        for line in cell.splitlines()
    ]
    return (*text, Grid(_squared(rows[start:]))) if start < len(rows) else tuple(text)


def _squared(rows: Sequence[Cells]) -> tuple[Cells, ...]:
    """Rows as wide as the heading at least: a sheet's blank cells stay blank, they do not move the others."""
    width = len(rows[0].texts)
    return tuple(replace(row, texts=(*row.texts, *[""] * (width - len(row.texts)))) for row in rows)


def _without_value(aside: _Aside) -> list[LeftOut]:
    cells = list(aside.unsaved)
    named = ", ".join(cells[:_MOST_NAMED]) + (", …" if len(cells) > _MOST_NAMED else "")
    return [LeftOut("formula", named, len(cells))] if cells else []


def _sheet_parts(path: Path, package: zipfile.ZipFile) -> Mapping[str, str]:
    """Sheet name → its part in the package."""
    book, relations = (small_part(path, package, name) for name in (MAIN_PART, "xl/_rels/workbook.xml.rels"))
    sheets = book.iterfind(".//{*}sheet") if book is not None else ()
    targets = relations.iterfind(".//{*}Relationship") if relations is not None else ()
    part_of = {target.get("Id", ""): _inside(target.get("Target", "")) for target in targets}
    return {sheet.get("name", ""): part_of.get(_relation(sheet.attrib), "") for sheet in sheets}


def _relation(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")


def _inside(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _aside(package: zipfile.ZipFile, part_name: str) -> _Aside:
    """Cells merged downwards, rows that are not shown, formulas without a value."""
    aside = _Aside()
    if part_name not in package.namelist():
        return aside
    with package.open(part_name) as part:
        rest = b""
        while chunk := part.read(_CHUNK):
            text = rest + chunk
            matches = list(_MERGE.finditer(text))
            aside.merges += [merge for match in matches if (merge := _downwards(match[1].decode()))]
            hidden = (row[1] for row in _ROW.finditer(text) if _HIDDEN.search(row[1]))
            aside.hidden.update(int(at[1]) for row in hidden if (at := _AT.search(row)))
            aside.unsaved.update(dict.fromkeys(match[1].decode() for match in _UNSAVED.finditer(text)))
            rest = text[max(matches[-1].end() if matches else 0, len(text) - _OVERLAP) :]
    return aside


def _downwards(reference: str) -> Merge | None:
    left, top, _, bottom = range_boundaries(reference)
    if left is None or top is None or bottom is None or bottom <= top or left > MAX_COLUMNS:
        return None
    return left - 1, top, bottom
