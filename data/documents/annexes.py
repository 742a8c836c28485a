"""Which tables of a document are its annex: each that has the columns of tasks, and what is left out of the others."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from data.documents.document import Block, Cells, Grid, LeftOut, Paragraph
from data.documents.headings import Heading, annex_heading, as_number, is_group, is_mark, led_heading
from data.documents.looks import SAMPLE, closing, dropped, looks_like, signed
from data.documents.meanings import Columns, two_storeys, understand

HEADING_WITHIN = 200
"""A heading stands among the first rows; what comes later is looked at only as a repeated heading."""

_LONGEST_CAPTION = 200
_MOST_CAPTION_LINES = 4
_BARE = 2  # words of "PHỤ LỤC" alone
_NAMED = 4  # headings by which a table is named
_STOREYS = 2  # rows of headings below the first


@dataclass(frozen=True, slots=True)
class Annex:
    """A grid whose heading is understood, and the rows under it; the heading above it, where one stands there."""

    columns: Columns
    body: tuple[Cells, ...]
    caption: Heading | None = None


def heading_place(rows: Sequence[Cells]) -> int | None:
    """The row that heads a table: the first that names every needed column, else that which names most."""
    best: tuple[int, int] | None = None
    for place, row in enumerate(rows[:HEADING_WITHIN]):
        columns = _columns(rows, place, row)
        if columns and not columns.missing():
            return place
        if columns and (best is None or len(columns.at) > best[1]):
            best = (place, len(columns.at))
    return best[0] if best else None


def find_annex(grid: Grid) -> Annex | None:
    """The grid from its heading on, where it has one."""
    place = heading_place(grid.rows)
    return under_heading(grid.rows, place) if place is not None else None


def under_heading(rows: Sequence[Cells], place: int) -> Annex | None:
    """The annex that the row at `place` heads, with the storeys of its heading."""
    headings, after = _headings(rows, place)
    columns = understand(headings.texts, rows[after : after + SAMPLE])
    if columns is None:
        return None
    body = (replace(row, struck=row.struck or dropped(row)) for row in _unsigned(rows[after:], columns))
    return _led_by_groups(Annex(columns, tuple(body)))


def _unsigned(rows: Sequence[Cells], columns: Columns) -> tuple[Cells, ...]:
    """The rows without the signatures below the last task."""
    last = next((at for at in range(len(rows), 0, -1) if is_mark(columns.cell(rows[at - 1].texts, "number"))), 0)
    if not last:
        return tuple(rows)
    end = next((place for place in range(last, len(rows)) if signed(rows[place])), len(rows))
    return tuple(rows[:end])


def _led_by_groups(annex: Annex) -> Annex:
    """The annex with a column more, of whoever heads the groups of its rows, where no column says who leads."""
    columns, led, heads = annex.columns, "", list[str]()
    if columns.missing() != ("lead",):
        return annex
    width, body = len(columns.headings), list[Cells]()
    for row in annex.body:
        number = columns.cell(row.texts, "number")
        said = {text for place, text in enumerate(row.texts) if text and place != columns.at.get("number")}
        heads_group = len(said) == 1
        if heads_group and is_group(as_number(number)):
            led = _COUNTED.sub("", said.pop())
            heads.append(led)
        lead = "" if heads_group else led
        body.append(replace(row, texts=(*row.texts[:width], *[""] * (width - len(row.texts)), lead)))
    if not heads or any(looks_like(head) != "lead" for head in heads):
        return annex
    columns = replace(columns, at=columns.at | {"lead": width}, headings=(*columns.headings, ""))
    return Annex(columns, tuple(body), annex.caption)


_COUNTED = re.compile(r"(?:(?<!\s)\s+)?\([^()]{0,80}\)\s*$")


def _columns(rows: Sequence[Cells], place: int, row: Cells) -> Columns | None:
    """What the row says as a heading; looked at closely only where it may be one."""
    alone = understand(row.texts)
    if alone is None and sum(map(bool, row.texts)) < len(("title", "lead", "deadline")):
        return None
    annex = under_heading(rows, place)
    return annex.columns if annex else alone


def _headings(rows: Sequence[Cells], place: int) -> tuple[Cells, int]:
    """The heading of all its storeys as one row, and the place of the first row under it."""
    headings, after = rows[place], place + 1
    while after < len(rows) and after - place <= _STOREYS and (joined := two_storeys(headings, rows[after])):
        headings, after = replace(headings, texts=joined), after + 1
    return headings, after


def choose(blocks: Sequence[Block]) -> tuple[tuple[Annex, ...], tuple[LeftOut, ...]]:
    """The annexes of a document, and the tables that are left out.

    An annex is each grid with every needed column, and what continues it; where there is none, that which is nearest.
    """
    found = [(grid, find_annex(grid), caption) for grid, caption in _captioned(blocks)]
    if not any(annex and not annex.columns.missing() for _, annex, _ in found):
        nearest = [annex for _, annex, _ in found if annex]
        return tuple(sorted(nearest, key=lambda annex: len(annex.columns.missing()))[:1]), ()
    chosen: list[Annex] = []
    left: list[LeftOut] = []
    for grid, annex, caption in found:
        if annex and not annex.columns.missing():
            chosen.append(replace(annex, caption=caption))
        elif chosen and annex is None and _width(grid.rows) == len(chosen[-1].columns.headings):
            chosen.append(Annex(chosen[-1].columns, grid.rows, caption))
        elif annex and annex.body:
            left.append(left_out(annex))
    several = len(chosen) > 1
    return tuple(chosen if several else [replace(annex, caption=None) for annex in chosen]), tuple(left)


def guessed(annexes: Sequence[Annex]) -> tuple[tuple[str, str], ...]:
    """(heading, meaning) of each column whose meaning only its cells have told."""
    columns = [annex.columns for annex in annexes]
    return tuple(dict.fromkeys((each.headings[each.at[role]], role) for each in columns for role in each.guessed))


def left_out(annex: Annex) -> LeftOut:
    """The table, by its first headings, as one that no task is read of."""
    named = [heading for heading in annex.columns.headings if heading]
    return LeftOut("table", " | ".join(named[:_NAMED]), len(annex.body))


def rows_left_out(rows: Sequence[Cells]) -> Iterator[LeftOut]:
    """How many rows are struck out, and hidden; those that only sum the others up or are a remark, by their words."""
    struck, hidden = sum(row.struck for row in rows), sum(row.hidden and not row.struck for row in rows)
    yield from (LeftOut(kind, "", count) for kind, count in (("struck", struck), ("hidden", hidden)) if count)
    yield from (LeftOut("closing", said, 1) for said in filter(None, map(closing, rows)))


def _captioned(blocks: Sequence[Block]) -> Iterator[tuple[Grid, Heading | None]]:
    """Each grid with the heading that stands right above it."""
    above: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            above.append(block.text)
        elif isinstance(block, Grid):
            yield block, _caption(above[-_MOST_CAPTION_LINES:])
            above = []


def _caption(lines: Sequence[str]) -> Heading | None:
    """The annex's name and number with the title under it, else the section whose heading is the last line."""
    for place, line in enumerate(lines):
        annex = annex_heading(line) if len(line) <= _LONGEST_CAPTION else None
        if annex:
            rest = [text for text in lines[place + 1 :] if len(text) <= _LONGEST_CAPTION and not text.startswith("(")]
            own = annex.text if annex.number or len(annex.text.split()) > _BARE or not rest else ""
            return replace(annex, text=" ".join(filter(None, (own, *rest))))
    last = led_heading(lines[-1]) if lines and len(lines[-1]) <= _LONGEST_CAPTION else None
    return last if last and is_group(last.number) else None


def _width(rows: Sequence[Cells]) -> int:
    return max((len(row.texts) for row in rows), default=0)
