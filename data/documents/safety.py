"""Bounds on what a stranger's file may cost. Nothing in a file is ever run, fetched or evaluated."""

import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import parse

from data.errors import DocumentUnreadable

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

MAX_PAGES = 1_000
"""A printed plan of 10,000 rows has some 500 pages."""

_PIECE = 1 << 20


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

    def blank(self) -> None:
        """One more line of a sheet, blank or not."""
        self.lines += 1
        if self.lines > MAX_LINES:
            raise unreadable(self.path, "bomb")


def unreadable(path: Path, reason: str) -> DocumentUnreadable:
    """The refusal, for `raise`."""
    return DocumentUnreadable(path=str(path), reason=reason)


def contents(path: Path) -> bytes:
    """The file's bytes, once its size is known to be bearable."""
    try:
        if not path.is_file():
            raise unreadable(path, "missing")
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise unreadable(path, "too-large")
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        raise unreadable(path, "missing") from fault
    if not data.strip(b"\0\t\r\n "):
        raise unreadable(path, "empty")
    return data


def check_package(path: Path, package: zipfile.ZipFile) -> None:
    """Refuses an encrypted package and one that would cost more than is bearable to unpack and to parse."""
    parts = package.infolist()
    if any(part.flag_bits & 0x1 for part in parts):
        raise unreadable(path, "encrypted")
    # zipfile never yields more than the size declared here, so the sum of the declarations is a true bound.
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        raise unreadable(path, "bomb")
    if sum(_tags(package, part) for part in parts if part.filename.lower().endswith((".xml", ".rels"))) > MAX_TAGS:
        raise unreadable(path, "bomb")


def small_part(path: Path, package: zipfile.ZipFile, name: str) -> Element | None:
    """A part that is read whole; None where the package has none of that name."""
    if name not in package.namelist():
        return None
    if package.getinfo(name).file_size > MAX_SMALL_PART:
        raise unreadable(path, "bomb")
    with package.open(name) as part:
        return parse(part, forbid_dtd=True).getroot()


def _tags(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> int:
    with package.open(part) as content:
        return sum(piece.count(b"<") for piece in iter(lambda: content.read(_PIECE), b""))
