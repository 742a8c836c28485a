"""Web pages, as Word and portals save them under .doc and .xls: .html, and .mht with its page among the parts."""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from html.parser import HTMLParser
from pathlib import Path

from data.documents.document import Block, Cells, Grid, Paragraph, Progress, tidy, tidy_lines, unheard
from data.documents.safety import MAX_COLUMNS, Bounded, unreadable

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_PARTS = re.compile(rb"(?:[\w-]{1,40}:[^\n]{0,400}\n){0,9}?mime-version:", re.IGNORECASE)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_KNOWN = {
    "windows-1252": "cp1252", "iso-8859-1": "cp1252", "us-ascii": "cp1252", "windows-1258": "cp1258",
    "utf-16": "utf-16", "unicode": "utf-16",
}  # fmt: skip
_HEAD = 4_096
_SILENT = frozenset({"script", "style", "title", "xml", "del", "s", "strike", "template", "noscript"})
_ENDING = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "body", "section", "center"})
_DEEPEST = 20


def is_web(data: bytes) -> bool:
    """Whether these are the bytes of a page, or of one with its pictures."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    return _PAGE.match(_plain(head)) is not None or (_PARTS.match(head) is not None and b"multipart/" in head.lower())


def read(path: Path, data: bytes, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a page. Nothing that it names is fetched, nothing in it is run."""
    if not _PAGE.match(_plain(data[:_HEAD].removeprefix(b"\xef\xbb\xbf"))):
        data = _page_of(path, data)
    page = _Page(Bounded(path))
    text = _decoded(path, data)
    for place in range(0, len(text), _PIECE):
        page.feed(text[place : place + _PIECE])
        progress(min(place + _PIECE, len(text)), len(text))
    page.close()
    page.end()
    return tuple(page.blocks)


_PIECE = 1 << 16


def _plain(head: bytes) -> bytes:
    """The bytes without the zeros that UTF-16 has."""
    return head[2:].replace(b"\0", b"") if head[:2] in {b"\xff\xfe", b"\xfe\xff"} else head


def _page_of(path: Path, data: bytes) -> bytes:
    """The page among the parts of a .mht, its letters as its own head says."""
    for part in BytesParser(_message).parsebytes(data).walk():
        if part.get_content_type() == "text/html":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes):
                charset = str(part.get_content_charset() or "")
                return content if _CHARSET.search(content[:_HEAD]) else f"<!--charset={charset}-->".encode() + content
    raise unreadable(path, "unknown-format")


def _message() -> "Message[str, str]":
    # Named here, it is not looked for when no file can be opened any more.
    return Message()


def _decoded(path: Path, data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return data.decode("utf-16", "replace")
    said = _CHARSET.search(data[:_HEAD])
    name = _KNOWN.get(said[1].decode().lower(), "utf-8-sig") if said else "utf-8-sig"
    try:
        # A page that stands in single bytes cannot be of two: what it says of itself is a leftover.
        return data.decode("utf-8-sig" if name == "utf-16" else name)
    except UnicodeDecodeError as fault:
        if name != "utf-8-sig":
            return data.decode(name, "replace")
        raise unreadable(path, "encoding") from fault


@dataclass(slots=True)
class _Table:
    rows: list[Cells] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    repeated: set[int] = field(default_factory=set)
    hanging: dict[int, tuple[int, str]] = field(default_factory=dict)
    """What cells of rows above reach down into: column → (how many rows more, text)."""
    span: tuple[int, int] = (1, 1)
    is_open: bool = False


class _Page(HTMLParser):
    """Puts paragraphs and the outermost tables together; a table inside a cell is its text."""

    def __init__(self, bounded: Bounded) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._bounded = bounded
        self._said: list[str] = []
        self._silent: list[str] = []
        self._depth = self._line = 0
        self._table = _Table()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins something, and ends what stands before it."""
        if tag in _SILENT:
            if len(self._silent) < _DEEPEST:
                self._silent.append(tag)
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._paragraph()
                self._table = _Table()
        elif tag == "tr" and self._depth == 1:
            self._row()
        elif tag in {"td", "th"} and self._depth == 1:
            self._cell()
            self._begin(dict(attrs))
        elif tag == "br":
            self._said.append("\n")
        elif tag in _ENDING:
            self._break()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What is empty says nothing but a break of lines."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """The end of what has begun."""
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._close_table()
            self._depth -= 1
        elif tag in {"td", "th"} and self._depth == 1:
            self._cell()
        elif tag == "tr" and self._depth == 1:
            self._row()
        elif tag in _ENDING:
            self._break()

    def handle_data(self, data: str) -> None:
        """Words; a break of lines in the source is a space."""
        if not self._silent:
            self._said.append(" ".join(data.splitlines()) if "\n" in data or "\r" in data else data)

    def end(self) -> None:
        """What stands open at the end is taken as it is."""
        if self._depth:
            self._close_table()
        self._paragraph()

    def _break(self) -> None:
        if self._depth:
            self._said.append("\n")
        else:
            self._paragraph()

    def _paragraph(self) -> None:
        self._line += 1
        for line in "".join(self._said).split("\n"):
            if text := tidy(line):
                self._bounded.row((text,))
                self.blocks.append(Paragraph(text, self._line))
        self._said = []

    def _begin(self, attrs: dict[str, str | None]) -> None:
        self._fill()
        self._said = []
        self._table.span = (_whole(attrs.get("colspan")), _whole(attrs.get("rowspan")))
        self._table.is_open = True

    def _fill(self) -> None:
        """What reaches down from above stands before the next cell."""
        table = self._table
        while (place := len(table.texts)) in table.hanging and place < MAX_COLUMNS:
            table.texts.append(table.hanging[place][1])
            table.repeated.add(place)

    def _cell(self) -> None:
        table = self._table
        if not table.is_open:
            return
        text, (across, down) = tidy_lines("".join(self._said)), table.span
        for place in range(len(table.texts), min(len(table.texts) + across, MAX_COLUMNS)):
            if down > 1:
                table.hanging[place] = (down, text if place == len(table.texts) else "")
        table.texts += [text, *[""] * (across - 1)][: MAX_COLUMNS - len(table.texts)]
        table.is_open, self._said = False, []

    def _row(self) -> None:
        self._cell()
        table = self._table
        if table.texts:
            self._fill()
            table.rows.append(Cells(tuple(table.texts), len(table.rows) + 1, frozenset(table.repeated)))
            self._bounded.row(table.texts)
            table.hanging = {place: (left - 1, text) for place, (left, text) in table.hanging.items() if left > 1}
        table.texts, table.repeated, self._said = [], set(), []

    def _close_table(self) -> None:
        self._row()
        if self._table.rows:
            self.blocks.append(Grid(tuple(self._table.rows)))
        self._table = _Table()


def _whole(text: str | None) -> int:
    plain = (text or "").strip()
    return max(1, min(int(plain), MAX_COLUMNS)) if plain.isascii() and plain.isdecimal() and len(plain) < 6 else 1
