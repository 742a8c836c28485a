"""The first words of any document: where it would be stamped. Cheap, bounded, and never refused for what it is."""

import re
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path

LONGEST_SECONDS = 15
"""For a PDF: a page is drawn in far less, and nobody waits longer for an answer."""

_ROOT = Path(__file__).parents[2]

_MOST = 1 << 20
"""Bytes of a part, or of a text: the first page is well within them."""

_LINES = 60
# Excel keeps its words beside the sheets, or in them.
_PARTS = re.compile(r"word/(?:document|header\d{0,3})\.xml|xl/(?:sharedStrings|worksheets/sheet1)\.xml")
_LINE = re.compile(r"</(?:\w+:)?(?:p|si|is)>")
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<")


def opening(path: Path) -> tuple[str, ...]:
    """The first lines of a Word, Excel, PDF or text file, with the headers of its pages.

    Nothing of another kind of file, of a scan, or of one that cannot be read.
    """
    try:
        with path.open("rb") as file:
            head = file.read(_MOST)
    except OSError:
        return ()
    if head.startswith(b"PK\x03\x04"):
        return _packed(path)
    if b"%PDF-" in head[:1024]:
        return _pdf(path)
    return () if b"\0" in head else _lines(head.decode("utf-8", "ignore"))


def _packed(path: Path) -> tuple[str, ...]:
    try:
        with zipfile.ZipFile(path) as package:
            names = [name for name in package.namelist() if _PARTS.fullmatch(name)]
            return tuple(line for name in names[:20] for line in _part(package, name))
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError):
        # It is damaged, locked or packed in an unknown way.
        return ()


def _part(package: zipfile.ZipFile, name: str) -> tuple[str, ...]:
    """The text between its tags. No XML is parsed, so none can do harm."""
    with package.open(name) as part:
        written = part.read(_MOST).decode("utf-8", "ignore")
    said = ("".join(_TEXT.findall(line)) for line in _LINE.split(written))
    return _lines("\n".join(map(unescape, said)))


def _pdf(path: Path) -> tuple[str, ...]:
    """Its first pages, read by a process of its own, see `data.documents.pdf`."""
    try:
        with path.open("rb") as given:
            said = subprocess.run(
                [sys.executable, "-m", "data.documents.pdf_opening"],
                stdin=given,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=_ROOT,
                timeout=LONGEST_SECONDS,
                check=True,
            ).stdout
    except (OSError, subprocess.SubprocessError):
        return ()
    return _lines(said.decode("utf-8", "ignore"))


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for each in text.splitlines() if (line := " ".join(each.split())))[:_LINES]
