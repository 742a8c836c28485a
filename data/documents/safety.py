"""Bounds on what a stranger's file may cost. Nothing in a file is ever run, fetched or evaluated."""

import ctypes
import os
import stat
import zipfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, NoReturn, TypeVar
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError, ParserCreate

from defusedxml.ElementTree import parse

from data.refusals import DocumentUnreadable

MAX_BYTES = 20 * 1024 * 1024
"""A plan with its annex is well under 1 MB; 20 MB is also what chat channels carry."""

MAX_UNPACKED = 150 * 1024 * 1024
"""Word writes some 60 MB of XML for an annex of 10,000 rows; a bomb unpacks to gigabytes."""

MAX_TAGS = 3_000_000
"""In all XML of a package: each costs memory while it is read. 10,000 rows by Word have half as many."""

MAX_SMALL_PART = 5 * 1024 * 1024
"""Styles, lists and the list of sheets are read whole; they have some 100 KB."""

MAX_PARTS = 2_000
"""Parts of a package: a document full of pictures has a few hundred."""

MAX_ROWS = 20_000
"""Twice the largest register one could want to import; 100,000 rows are a data dump, not a plan."""

MAX_LETTERS = 30_000_000
"""In all cells and paragraphs, what is merged downwards counted again: 1,500 for each of 20,000 rows."""

MAX_LINES = 1_100_000
"""Of all sheets, blank ones too: one sheet down to Excel's last row."""

MAX_COLUMNS = 200
"""A sheet's heading has a dozen columns; wider rows are cut."""

MAX_CELL = 32_767
"""Letters in one cell of a sheet: Excel's own bound. A text that stands in the file once may be in 200 cells."""

MAX_TOKEN = 256 * 1024
"""Bytes of one tag or comment. Parsers before expat 2.6 read what is not complete yet again with each piece."""

MAX_STYLE_TOKEN = 4 * 1024
"""The same where the formats of numbers stand, which are looked at letter by letter: Excel allows 255."""

MAX_PAGES = 1_000
"""A printed plan of 10,000 rows has some 500 pages."""

_PIECE = 1 << 16
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
Value = TypeVar("Value")
_STYLES = "xl/styles.xml"


def leave_the_network() -> None:
    """Into a network of its own, which leads nowhere; most systems let only some processes do so."""
    with suppress(AttributeError, OSError):
        unshare: Callable[[int], int] = ctypes.CDLL(None).unshare
        if unshare(_NEW_NETWORK) != 0:
            unshare(_NEW_USER | _NEW_NETWORK)


class Bounded:
    """Counts what has been read of one document, and refuses the one too many."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.rows = 0
        self.letters = 0
        self.lines = 0

    def row(self, texts: Iterable[str]) -> None:
        """One more row or paragraph, with its cells."""
        self.rows += 1
        self.letters += sum(map(len, texts))
        if self.rows > MAX_ROWS:
            raise unreadable(self.path, "too-large")
        if self.letters > MAX_LETTERS:
            raise unreadable(self.path, "bomb")

    def cell(self, cell: Value) -> Value:
        """The cell of a sheet, unless it holds more than a cell can: looking at it would be long each time."""
        value = getattr(cell, "value", None)
        if isinstance(value, str) and len(value) > MAX_CELL:
            raise unreadable(self.path, "bomb")
        return cell

    def blank(self) -> None:
        """One more line of a sheet, blank or not."""
        self.lines += 1
        if self.lines > MAX_LINES:
            raise unreadable(self.path, "bomb")


def unreadable(path: Path, reason: str) -> DocumentUnreadable:
    """The refusal, for `raise`."""
    return DocumentUnreadable(path=str(path), reason=reason)


def opened(path: Path) -> IO[bytes]:
    """The file to be read: a plain file, of bearable size, with something in it."""
    try:
        # What is no plain file, such as a pipe, is not waited for.
        number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as fault:
        raise unreadable(path, "missing") from fault
    told = os.fstat(number)
    reason = "missing" if not stat.S_ISREG(told.st_mode) else "too-large" if told.st_size > MAX_BYTES else None
    if reason is not None:
        os.close(number)
        raise unreadable(path, reason)
    return os.fdopen(number, "rb")


def contents(path: Path) -> bytes:
    """The file's bytes, once its size is known to be bearable."""
    try:
        with opened(path) as file:
            return file.read(MAX_BYTES)
    except OSError as fault:
        raise unreadable(path, "missing") from fault


def check_package(path: Path, package: zipfile.ZipFile) -> None:
    """Refuses an encrypted package and one that would cost more than is bearable to unpack and to parse."""
    parts = package.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise unreadable(path, "encrypted")
    # zipfile never yields more than the size declared here, so the sum of the declarations is a true bound.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise unreadable(path, "bomb")
    # A part is what its relations say, whatever its name.
    if sum(_tags(path, package, part) for part in parts) > MAX_TAGS:
        raise unreadable(path, "bomb")


def small_part(path: Path, package: zipfile.ZipFile, name: str) -> Element | None:
    """A part that is read whole; None where the package has none of that name."""
    if name not in package.namelist():
        return None
    if package.getinfo(name).file_size > MAX_SMALL_PART:
        raise unreadable(path, "bomb")
    with package.open(name) as part:
        return parse(part, forbid_dtd=True).getroot()


def _tags(path: Path, package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    """How many tags a part has, once each token of it is known to be of bearable length and none declares entities."""

    def declared(*_: object) -> NoReturn:
        raise unreadable(path, "bomb")

    longest = MAX_STYLE_TOKEN if part.filename == _STYLES else MAX_TOKEN
    parser, fed, tags = ParserCreate(), 0, 0
    parser.StartDoctypeDeclHandler = declared
    well_formed = True
    with package.open(part) as content:
        for piece in iter(lambda: content.read(min(_PIECE, longest)), b""):
            tags += piece.count(b"<")
            fed += len(piece)
            try:
                # What is no XML, and what stands after a fault in it, no parser comes to read.
                well_formed = well_formed and bool(parser.Parse(piece, False))
            except ExpatError:
                well_formed = False
            if well_formed and fed - parser.CurrentByteIndex > longest:
                raise unreadable(path, "bomb")
    return tags
