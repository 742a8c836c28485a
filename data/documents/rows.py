"""Joins the tables of a document into the annex: one Row per task, whatever page breaks and merged cells did to it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from data.documents.document import Cells, Grid, Row, begins_lower, join_wrapped, tidy
from data.documents.headings import Heading, as_number, enter, is_group, is_mark, led_heading, unique_numbers
from data.documents.meanings import Columns, counts_columns, two_storeys, understand

HEADING_WITHIN = 200
"""A heading stands among the first rows; what comes later is looked at only as a repeated heading."""

LONGEST_SECTION = 1_000
"""A longer text is a task's; the heading of a section is said again with each of its tasks."""

_AGENCY_ROLES = ("lead", "coordinating")
_AGENCY_BEGINS = re.compile(
    r"(?:Các|Sở|Phòng|Ban|Bộ|UBND|[ỦU][ỷy] ban|Trung tâm|Văn phòng|Công an|Hội|Viện|Trường|Chi cục|Cục|Đài|Báo)\b"
)
_GOES_ON = re.compile(r"(?:[,;.:(/&-]|\b(?:và|với|cùng|thuộc|của|các|tại|cấp|là|do))$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Annex:
    """A grid whose heading is understood, and the rows under it."""

    columns: Columns
    body: tuple[Cells, ...]


@dataclass(slots=True)
class _Task:
    """A task as it is being put together from its first row and what continues it."""

    columns: Columns
    number: str
    path: tuple[Heading, ...]
    parts: list[Cells] = field(default_factory=list)

    def has(self, role: str) -> bool:
        return any(self.columns.cell(part.texts, role) for part in self.parts)


def find_annex(grid: Grid) -> Annex | None:
    """The grid from its heading on, where it has one."""
    best: Annex | None = None
    for place, row in enumerate(grid.rows[:HEADING_WITHIN]):
        columns = understand(row.texts)
        if columns and (best is None or len(columns.at) > len(best.columns.at)):
            best = _under_heading(grid.rows, place, columns)
    return best


def choose(grids: Sequence[Grid]) -> tuple[Annex, ...]:
    """The annexes of a document: each grid with every needed column, and those that continue it; else the nearest."""
    found = [(grid, find_annex(grid)) for grid in grids]
    if not any(annex and not annex.columns.missing() for _, annex in found):
        nearest = [annex for _, annex in found if annex]
        return tuple(sorted(nearest, key=lambda annex: len(annex.columns.missing()))[:1])
    chosen: list[Annex] = []
    for grid, annex in found:
        if annex and not annex.columns.missing():
            chosen.append(annex)
        elif chosen and annex is None and _width(grid.rows) == len(chosen[-1].columns.headings):
            chosen.append(Annex(chosen[-1].columns, grid.rows))
    return tuple(chosen)


def read_rows(annexes: Iterable[Annex]) -> tuple[Row, ...]:
    """The tasks of the annexes, in order, with the sections they stand in."""
    tasks = _sections(_tasks(annexes))
    numbers = unique_numbers([(task.path, task.number) for task in tasks])
    return tuple(_row(task, number) for task, number in zip(tasks, numbers, strict=True))


def _under_heading(rows: Sequence[Cells], place: int, columns: Columns) -> Annex:
    after = place + 1
    joined = two_storeys(rows[place], rows[after]) if after < len(rows) else None
    if joined:
        columns, after = understand(joined) or columns, after + 1
    return Annex(columns, tuple(rows[after:]))


def _width(rows: Sequence[Cells]) -> int:
    return max((len(row.texts) for row in rows), default=0)


def _tasks(annexes: Iterable[Annex]) -> list[_Task | Heading]:
    items: list[_Task | Heading] = []
    for annex in annexes:
        columns = annex.columns
        for row in annex.body:
            again = _heading_again(row, columns)
            if again:
                columns = again
            elif not counts_columns(row):
                for cells in _aligned(row, columns):
                    _take(cells, columns, items)
    return items


def _heading_again(row: Cells, columns: Columns) -> Columns | None:
    """The columns from here on where the row repeats the heading or sets a new one."""
    if is_mark(columns.cell(row.texts, "number")):
        return None
    again = understand(row.texts)
    if again is None or again.missing():
        return None
    # Repeated without "STT" it is still the heading that the cells below obey.
    return columns if again.order() == columns.order() else again


def _aligned(row: Cells, columns: Columns) -> Iterator[Cells]:
    """The row with its cells under their headings, and the row that has been run into it, if there is one."""
    width, first = len(columns.headings), columns.at.get("number")
    texts = row.texts
    beyond = next((place for place in range(width, len(texts) - 2) if is_mark(texts[place])), None)
    if first == 0 and beyond:
        yield Cells(texts[:width], row.line, row.repeated)
        yield from _aligned(Cells(texts[beyond:], row.line), columns)
    elif first == 0 and 0 < len(texts) < width and texts[0] and not is_mark(texts[0]) and not _is_caption(texts):
        yield Cells(("", *texts), row.line)
    else:
        yield row


def _is_caption(texts: Sequence[str]) -> bool:
    """Whether a lone text is a heading by its looks: capitals, or a number before it."""
    lone = [text for text in texts if text]
    return len(lone) == 1 and (lone[0].isupper() or bool(led_heading(lone[0]).number))


def _take(row: Cells, columns: Columns, items: list[_Task | Heading]) -> None:
    before = items[-1] if items and isinstance(items[-1], _Task) else None
    heading = _heading(row, columns, first=before is None)
    if heading:
        items.append(heading)
    elif before and _continues(row, columns, before):
        before.parts.append(row)
    elif any(row.texts):
        number = columns.cell(row.texts, "number")
        items.append(_Task(columns, as_number(number) if is_mark(number) or len(number) > 1 else "", (), [row]))


def _heading(row: Cells, columns: Columns, *, first: bool) -> Heading | None:
    number, title = columns.cell(row.texts, "number"), columns.cell(row.texts, "title")
    lone = [tidy(text) for place, text in enumerate(row.texts) if text and place not in row.repeated]
    if sum(map(len, lone)) > LONGEST_SECTION:
        return None
    if len(lone) == 2 and number and title and is_group(as_number(number)):
        return Heading(as_number(number), tidy(title))
    if len(lone) != 1 or is_mark(lone[0]):
        return None
    spans = "number" in columns.at and number != "" and len(row.texts) >= len(columns.headings)
    return led_heading(lone[0]) if spans or _is_caption(lone) or (first and not number) else None


def _continues(row: Cells, columns: Columns, before: _Task) -> bool:
    """Whether a row is the rest of the task before it, cut by a page or split by merged cells."""
    place = columns.at.get("number")
    merged = place in row.repeated
    title = columns.cell(row.texts, "title")
    if place is None or (columns.cell(row.texts, "number").strip("-+• ") and not merged):
        return place is None and (not title or begins_lower(title))
    if not title or begins_lower(title) or columns.at["title"] in row.repeated:
        return True
    own = [role for role in ("lead", "deadline") if columns.cell(row.texts, role)]
    return not (merged or (len(own) == 2 and (before.has("deadline") or not before.has("lead"))) or not before.parts)


def _sections(items: Sequence[_Task | Heading]) -> list[_Task]:
    """The tasks with their paths; a numbered row without agency or deadline that has rows under it is a heading too."""
    path: tuple[Heading, ...] = ()
    tasks: list[_Task] = []
    unnumbered = 0
    for item, after in zip(items, [*items[1:], None], strict=False):
        if isinstance(item, _Task) and not _is_parent(item, after):
            unnumbered = 0 if item.number else unnumbered + 1
            item.path = path = _left(path, item.number)
            item.number = item.number or _stand_in(tasks, path, unnumbered)
            tasks.append(item)
        else:
            unnumbered = 0
            heading = item if isinstance(item, Heading) else Heading(item.number, _joined(item, "title"))
            path = enter(path, heading)
    return tasks


def _is_parent(task: _Task, after: _Task | Heading | None) -> bool:
    if not isinstance(after, _Task) or not task.number or any(map(task.has, ("lead", "deadline", "product"))):
        return False
    return not after.number or after.number.startswith(f"{task.number}.") or after.number.rstrip(").").isalpha()


def _left(path: tuple[Heading, ...], number: str) -> tuple[Heading, ...]:
    """The path without the numbered headings ("5.1") that a task of another number ("5.2", "6") has left."""
    kept = path
    while (
        kept
        and kept[-1].number[:1].isdecimal()
        and number[:1].isdecimal()
        and not number.startswith(f"{kept[-1].number}.")
    ):
        kept = kept[:-1]
    return kept


def _stand_in(tasks: Sequence[_Task], path: tuple[Heading, ...], ordinal: int) -> str:
    """A number for a row that has none: its place under a numbered heading or in the table, else the one above it."""
    if path and path[-1].number[:1].isdecimal():
        return f"{path[-1].number}.{ordinal}"
    if not tasks or "number" not in tasks[-1].columns.at:
        return str(len(tasks) + 1)
    return tasks[-1].number


def _joined(task: _Task, role: str) -> str:
    place = task.columns.at.get(role)
    return _cell(task, place, agencies=role in _AGENCY_ROLES) if place is not None else ""


def _cell(task: _Task, place: int, *, agencies: bool) -> str:
    pieces = [
        part.texts[place]
        for part in task.parts
        if place < len(part.texts) and (part is task.parts[0] or place not in part.repeated)
    ]
    lines = [line for piece in pieces for line in piece.splitlines()]
    return tidy(join_wrapped(_listed(lines) if agencies else lines))


def _listed(lines: Sequence[str]) -> list[str]:
    """Agencies on lines of their own, with the semicolons that the line breaks stood for."""
    bare = [re.sub(r"^[-–+•]\s+", "", line) for line in lines]
    return [
        f"{line};" if _AGENCY_BEGINS.match(after) and line and not _GOES_ON.search(line) else line
        for line, after in zip(bare, [*bare[1:], ""], strict=False)
    ]


def _row(task: _Task, number: str) -> Row:
    roles = ("title", "product", "lead", "coordinating", "deadline")
    title, product, lead, coordinating, deadline = (_joined(task, role) for role in roles)
    return Row(
        number=number,
        section=" / ".join(map(str, task.path)) or None,
        title=title,
        product=product,
        lead=lead,
        coordinating=coordinating,
        deadline=deadline,
        extra=_extra(task),
        line=task.parts[0].line,
    )


def _extra(task: _Task) -> tuple[tuple[str, str], ...]:
    known, headings = set(task.columns.at.values()), task.columns.headings
    cells = (
        (headings[place] if place < len(headings) else "", _cell(task, place, agencies=False))
        for place in range(_width(task.parts))
        if place not in known
    )
    return tuple((heading, cell) for heading, cell in cells if cell)
