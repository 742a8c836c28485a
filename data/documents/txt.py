"""Plain text: paragraphs by lines, tables by tabs, or by commas and semicolons as .csv has them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from data.documents.csv_rows import blocks_of
from data.documents.document import Block, Cells, Grid, Paragraph, Progress, tidy, unheard
from data.documents.headings import led_heading
from data.documents.legacy import is_said, modern
from data.documents.meanings import NEEDED, meaning, understand
from data.documents.safety import MAX_COLUMNS, Bounded, unreadable

FEWEST_OLD = 3
"""Lines with letters that are no ASCII: fewer do not show how a text is encoded."""

_LOST = re.compile(r"\?[^\W\d_]|[^\W\d_]\?[,;.]?[^\W\d_]")
_ONE_IN = 4
"""Of four words of Vietnamese more than one has a letter that few code pages know."""

STRAY_LINES = 3
"""Lines without a tab that may stand inside a table: a heading, a number on its own. More of them end the table."""


def read(path: Path, data: bytes, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a text in UTF-8, or in UTF-16 with its mark."""
    text = decode(path, data)
    if "\t" not in text and (parted := blocks_of(text, Bounded(path))):
        return parted
    lines = text.splitlines()
    numbered = [(place, line) for place, line in enumerate(lines, 1) if line.strip()]
    bounded = Bounded(path)
    blocks: list[Block] = []
    table: list[Cells] = []
    for place, line, inside in _inside_tables(numbered):
        if inside:
            table.append(Cells(tuple(tidy(cell) for cell in line.split("\t", MAX_COLUMNS)[:MAX_COLUMNS]), place))
            bounded.row(table[-1].texts)
        else:
            _close(table, blocks)
            blocks.append(Paragraph(tidy(line), place))
        progress(place, len(lines))
    _close(table, blocks)
    return tuple(blocks)


def decode(path: Path, data: bytes) -> str:
    """The text; refused where it is another encoding or no text at all."""
    try:
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
    except UnicodeDecodeError as fault:
        old = _old(data)
        _check_letters(path, data.decode("latin-1") if old is None else old)
        if old is not None:
            return old
        raise unreadable(path, "unknown-format" if b"\0" in data else "encoding") from fault
    if "\0" in text:
        raise unreadable(path, "unknown-format")
    _check_letters(path, text)
    return text


def _check_letters(path: Path, text: str) -> None:
    """Refuses a text in which "?" stands for the letters that it was saved without."""
    words = text.split()
    lost = sum(_LOST.search(word) is not None for word in words)
    if lost >= FEWEST_OLD and lost * _ONE_IN >= len(words):
        raise unreadable(path, "lost-letters")


def _old(data: bytes) -> str | None:
    """The text where it is one of the years before Unicode: most of its lines read as Vietnamese once converted."""
    if b"\0" in data:
        return None
    for name in ("cp1258", "latin-1"):
        lines = unicodedata.normalize("NFC", data.decode(name, "replace")).splitlines()
        marked = [line for line in lines if not line.isascii()]
        new = [modern(line) for line in marked]
        said = sum(all(map(is_said, line.split())) for line in new)
        if len(marked) >= FEWEST_OLD and said >= 0.8 * len(marked):
            return "\n".join(map(modern, lines))
    return None


def _close(table: list[Cells], blocks: list[Block]) -> None:
    if table:
        blocks.append(Grid(tuple(table)))
        table.clear()


def _inside_tables(lines: list[tuple[int, str]]) -> Iterator[tuple[int, str, bool]]:
    """(line number, line, whether it belongs to a table): lines with tabs, and the strays between them."""
    tabbed = [place for place, (_, line) in enumerate(lines) if "\t" in line]
    inside = set(tabbed)
    for place, after in pairwise(tabbed):
        strays = [line for _, line in lines[place + 1 : after]]
        if len(strays) <= STRAY_LINES and not _new_table(lines[after][1], strays):
            inside.update(range(place, after))
    return ((number, line, place in inside) for place, (number, line) in enumerate(lines))


def _new_table(line: str, strays: list[str]) -> bool:
    """Whether a heading row after other lines begins another table: it does, unless they are sections of this one."""
    if all(led_heading(tidy(stray)).number for stray in strays):
        return False
    cells = line.split("\t", MAX_COLUMNS)[:MAX_COLUMNS]
    columns = understand(cells)
    # "STT" heads a table whatever stands beside it.
    is_numbered = meaning(cells[0])[0] == "number" and len(cells) >= len(NEEDED)
    return is_numbered or (columns is not None and not columns.missing())
