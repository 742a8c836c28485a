"""Joins the tables of a document into tasks: one Row each, whatever page breaks and merged cells did to it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from data.documents.annexes import Annex, rows_left_out
from data.documents.document import Cells, LeftOut, Row, begins_lower, join_wrapped, tidy
from data.documents.headings import (
    Heading,
    annex_heading,
    as_number,
    enter,
    is_group,
    is_mark,
    is_section,
    led_heading,
    unique_numbers,
)
from data.documents.looks import closing, counts_columns, says_time
from data.documents.meanings import ROLES, Columns, understand

LONGEST_SECTION = 1_000
"""A longer text is a task's; the heading of a section is said again with each of its tasks."""

_AGENCY_ROLES = ("lead", "coordinating", "monitoring")
_AGENCY_BEGINS = re.compile(
    r"(?:Các|Sở|Phòng|Ban|Bộ|UBND|[ỦU][ỷy] ban|Trung tâm|Văn phòng|Công an|Hội|Viện|Trường|Chi cục|Cục|Đài|Báo)\b"
)
_GOES_ON = re.compile(r"(?:[,;.:(/&-]|\b(?:và|với|cùng|thuộc|của|các|tại|cấp|là|do))$", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[,;:(/&-]|\b(?:và|với|cùng|thuộc|của|các|tại|cấp|là|do|về|trên|theo|cho|trước|ngày))$")


@dataclass(slots=True)
class _Task:
    """A task as it is being put together from its first row and what continues it."""

    columns: Columns
    number: str
    path: tuple[Heading, ...]
    parts: list[Cells] = field(default_factory=list)
    shares: int = 0
    """Its place among the tasks that share one number and one text, merged over their rows."""

    def has(self, role: str) -> bool:
        return any(self.columns.cell(part.texts, role) for part in self.parts)

    def last(self, role: str) -> str:
        """What its cells of that meaning end in."""
        return next((text for part in reversed(self.parts) if (text := self.columns.cell(part.texts, role))), "")


def read_rows(annexes: Sequence[Annex]) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    """The tasks of the annexes, in order, with the sections they stand in; and what of these tables is no task's."""
    rows = [row for annex in annexes for row in annex.body]
    tasks = _sections(_tasks(annexes))
    numbers = unique_numbers([(task.path, task.number) for task in tasks])
    made = _as_above([_row(task, number) for task, number in zip(tasks, numbers, strict=True)])
    return made, (*_columns_left_out(made), *rows_left_out(rows))


_DITTO = frozenset({"nt", "-nt-", "- nt -", "như trên", "-như trên-", '"', "''", "″", "”", "〃", "//"})


def _as_above(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows with what the one above says where they only say "-nt-"."""
    made: list[Row] = []
    for row in rows:
        roles = [role for role in ("product", *_AGENCY_ROLES, "deadline") if getattr(row, role).lower() in _DITTO]
        same = {role: getattr(made[-1], role) for role in roles if made}
        made.append(replace(row, **same) if same else row)
    return tuple(made)


def _columns_left_out(rows: Iterable[Row]) -> list[LeftOut]:
    """The columns whose cells are kept with the tasks and mean nothing to them."""
    counts: dict[str, int] = {}
    for row in rows:
        for heading, _ in row.extra:
            counts[heading] = counts.get(heading, 0) + 1
    return [LeftOut("column", heading, count) for heading, count in counts.items()]


def _tasks(annexes: Iterable[Annex]) -> list[_Task | Heading]:
    items: list[_Task | Heading] = []
    for annex in annexes:
        if annex.caption:
            items.append(annex.caption)
        placed = list(_placed(annex))
        for (row, columns), after in zip(placed, [*placed[1:], None], strict=False):
            numbered = after is not None and is_mark(after[1].cell(after[0].texts, "number"))
            _take(row, columns, items, is_numbered_next=numbered or after is None)
    return [item for item in items if isinstance(item, Heading) or _says_something(item)]


def _says_something(task: _Task) -> bool:
    """Whether it is more than a number: forms are often numbered ahead."""
    place = task.columns.at.get("number")
    return any(text for part in task.parts for at, text in enumerate(part.texts) if at != place)


def _placed(annex: Annex) -> Iterator[tuple[Cells, Columns]]:
    """The rows with the columns that hold for them; headings that are repeated, and what is struck out, left out."""
    columns = annex.columns
    for place, row in enumerate(annex.body):
        again = _heading_again(row, columns, annex.body[place + 1 :])
        if again:
            columns = again
        elif not (row.struck or counts_columns(row) or closing(row)):
            yield from ((cells, columns) for cells in _aligned(row, columns))


def _heading_again(row: Cells, columns: Columns, after: Sequence[Cells]) -> Columns | None:
    """The columns from here on where the row repeats the heading or sets a new one."""
    if is_mark(columns.cell(row.texts, "number")):
        return None
    again = understand(row.texts)
    if again is None or again.missing():
        return None
    again = understand(row.texts, after) or again
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


def _take(row: Cells, columns: Columns, items: list[_Task | Heading], *, is_numbered_next: bool) -> None:
    before = items[-1] if items and isinstance(items[-1], _Task) else None
    heading = _heading(row, columns, before, is_numbered_next=is_numbered_next)
    number = columns.cell(row.texts, "number")
    if heading:
        items.append(heading)
    elif before and _shares(row, columns, before):
        items.append(_sharing(row, columns, before))
    elif before and _continues(row, columns, before):
        before.parts.append(row)
    elif any(row.texts):
        mark = as_number(number) if is_mark(number) or len(number) > 1 else ""
        items.append(_Task(columns, mark, (), [_led_as_above(row, columns, before) if before and not mark else row]))


def _heading(row: Cells, columns: Columns, before: _Task | None, *, is_numbered_next: bool) -> Heading | None:
    number, title = columns.cell(row.texts, "number"), columns.cell(row.texts, "title")
    lone = list(dict.fromkeys(tidy(text) for place, text in enumerate(row.texts) if text and place not in row.repeated))
    if sum(map(len, lone)) > LONGEST_SECTION or not lone:
        return None
    if len(lone) == 2 and is_mark(number) and (is_section(as_number(number)) or not title):
        mark = as_number(number)
        return None if is_mark(lone[1]) else Heading(mark, lone[1], "" if is_section(mark) else "parent")
    if len(lone) != 1 or is_mark(lone[0]):
        return None
    spans = "number" in columns.at and number != "" and len(row.texts) >= len(columns.headings)
    above = title == "" or before is None or _is_over(before, title)
    if spans or _is_caption(lone) or (before is None and not number):
        return annex_heading(lone[0]) or led_heading(lone[0])
    return led_heading(lone[0]) if title and not number and above and is_numbered_next else None


def _is_over(before: _Task, title: str) -> bool:
    """Whether a title below one that is complete begins something of its own."""
    complete = before.has("lead") and before.has("deadline") and not _OPEN_END.search(before.last("title"))
    return complete and title.lstrip("-–+• ")[:1].isupper()


def _shares(row: Cells, columns: Columns, before: _Task) -> bool:
    """Whether the row has a day of its own under a number and a text that are merged over both: it is another task."""
    at, repeated = columns.at, row.repeated
    if not {at.get("number"), at["title"]} <= repeated or at["deadline"] in repeated:
        return False
    return says_time(columns.cell(row.texts, "deadline")) and before.has("deadline")


def _sharing(row: Cells, columns: Columns, before: _Task) -> _Task:
    """A task of its own under the number of the one before it: "1a", "1b"."""
    if not before.shares:
        before.shares, before.number = 1, f"{before.number}a"
    shares = before.shares + 1
    number = f"{before.number[:-1]}{chr(ord('a') + (shares - 1) % 26)}"
    return _Task(columns, number, (), [replace(row, repeated=frozenset())], shares)


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
    if own == ["deadline"] and before.number and before.has("lead") and not before.has("deadline"):
        # Below a task that has no day, each with its own: what it consists of.
        return _OPEN_END.search(before.last("title")) is not None or len(before.parts) > 1
    is_dated = says_time(columns.cell(row.texts, "deadline")) and _is_over(before, title)
    return not (
        merged or is_dated or (len(own) == 2 and (before.has("deadline") or not before.has("lead"))) or not before.parts
    )


def _led_as_above(row: Cells, columns: Columns, before: _Task) -> Cells:
    """The row with the bodies of the one above where it names none: their cell was merged over both."""
    place = columns.at["lead"]
    if columns.cell(row.texts, "lead") or place >= len(row.texts) or not columns.cell(row.texts, "deadline"):
        return row
    return replace(row, texts=(*row.texts[:place], before.last("lead"), *row.texts[place + 1 :]))


def _sections(items: Sequence[_Task | Heading]) -> list[_Task]:
    """The tasks with their paths; a numbered row without agency or deadline that has rows under it is a heading too."""
    path: tuple[Heading, ...] = ()
    tasks: list[_Task] = []
    unnumbered, leads = 0, ""
    is_numbered = any(isinstance(item, _Task) and item.number for item in items)
    for item, after in zip(items, [*items[1:], None], strict=False):
        if isinstance(item, _Task) and not _is_parent(item, after):
            unnumbered = 0 if item.number else unnumbered + 1
            item.path = path = _left(path, item.number)
            item.number = item.number or (_stand_in(tasks, path, unnumbered) if is_numbered else str(len(tasks) + 1))
            tasks.append(_led_by(item, leads))
        else:
            heading = item if isinstance(item, Heading) else _as_heading(item, after)
            unnumbered, leads = 0, "" if isinstance(item, Heading) else _joined(item, "lead")
            path = enter(path, heading)
    return tasks


def _led_by(task: _Task, leads: str) -> _Task:
    """The task, led by those who lead its group where it names nobody."""
    if leads and not task.has("lead"):
        place = task.columns.at["lead"]
        texts = (*task.parts[0].texts, *[""] * (place + 1 - len(task.parts[0].texts)))
        task.parts[0] = replace(task.parts[0], texts=(*texts[:place], leads, *texts[place + 1 :]))
    return task


def _as_heading(task: _Task, after: _Task | Heading | None) -> Heading:
    anew = isinstance(after, _Task) and _counts_anew(task, after)
    return Heading(task.number, _joined(task, "title"), "parent" if anew else "")


def _is_parent(task: _Task, after: _Task | Heading | None) -> bool:
    if not task.number or after is None or any(map(task.has, ("deadline", "product"))):
        return False
    if isinstance(after, Heading):
        return not task.has("lead") and after.number.startswith(f"{task.number}.")
    if task.has("lead"):
        # Whoever leads a group leads what stands under it.
        anew = _counts_anew(task, after) or (is_group(task.number) and after.number in {"1", "01"})
        same = not after.has("lead") or after.last("lead") == task.last("lead")
        return same and (anew or not after.number)
    below = not after.number or after.number.startswith(f"{task.number}.") or after.number.rstrip(").").isalpha()
    return below or _counts_anew(task, after)


def _counts_anew(task: _Task, after: _Task) -> bool:
    """Whether the number after it is a first one, so that it does not go on with the task's."""
    return task.number.isdecimal() and after.number.isdecimal() and int(after.number) == 1


def _left(path: tuple[Heading, ...], number: str) -> tuple[Heading, ...]:
    """The path without the numbered headings ("5.1") that a task of another number ("5.2", "6") has left."""
    kept = path
    while (
        kept
        and not kept[-1].kind
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
    if role == "deadline" and task.columns.crosses:
        return ", ".join(filter(None, (task.columns.cell(part.texts, role) for part in task.parts)))
    place = task.columns.at.get(role)
    return task.columns.said(role, "" if place is None else _cell(task, place, agencies=role in _AGENCY_ROLES))


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
    outside = task.columns.outside(task.parts[0].texts)
    return Row(
        number=number,
        section=outside or " / ".join(map(str, task.path)) or None,
        extra=_extra(task),
        line=task.parts[0].line,
        both_sides="lead" in task.columns.at and task.columns.both_sides(),
        offered=outside != "",
        **{role: _joined(task, role) for role in ROLES},
    )


def _extra(task: _Task) -> tuple[tuple[str, str], ...]:
    known, headings = task.columns.known(), task.columns.headings
    cells = (
        (headings[place] if place < len(headings) else "", _cell(task, place, agencies=False))
        for place in range(max((len(part.texts) for part in task.parts), default=0))
        if place not in known
    )
    return tuple((heading, cell) for heading, cell in cells if cell)
