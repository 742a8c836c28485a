"""What is drawn on a page of a PDF: its letters, and the straight lines that may rule a table."""

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped] # it comes with pdfplumber and has no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped] # likewise

MAX_SHAPES = 20_000
"""On one page: a map or a drawing has more, a ruled table a few hundred."""

MAX_NOTES, LONGEST_NOTE = 200, 1_000
"""On one page, and letters of each."""

SHORTEST_RULE = 3.0
"""In points: shorter strokes are the ends of thick lines."""

Point = tuple[float, float]

_HYPHENS = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}
"""How pdfium marks a hyphen at the end of a line. Vietnamese never hyphenates: each was written."""


class Box(NamedTuple):
    """A rectangle in points; y grows downwards from the top of the page."""

    x0: float
    top: float
    x1: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in it."""
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


class Letter(NamedTuple):
    """A letter or a space, and where it stands."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Ink:
    """A page: its letters in the order of the file, and its straight lines as boxes without width or height."""

    letters: tuple[Letter, ...]
    rules: tuple[Box, ...]


class _Turned:
    """Turns the file's coordinates, y upwards and perhaps the page on its side, into those of Box."""

    def __init__(self, page: Any) -> None:
        self.turn: int = page.get_rotation()
        self.left, self.bottom, self.right, self.up = page.get_cropbox() or page.get_mediabox()

    def point(self, x: float, y: float) -> Point:
        match self.turn:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.up - y, self.right - x
            case _:
                return x - self.left, self.up - y

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        (ax, ay), (bx, by) = self.point(x0, y0), self.point(x1, y1)
        return Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def read_ink(page: Any) -> Ink:
    """The page's ink; what exceeds the bounds of a readable page is left out."""
    turned = _Turned(page)
    text = page.get_textpage()
    try:
        return Ink(tuple(_letters(text, turned)), tuple(_rules(page, turned)))
    finally:
        text.close()


def _letters(text: Any, turned: _Turned) -> Iterator[Letter]:
    place = pdfium.FS_RECTF()
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in {0, 10, 13} or not pdfium.FPDFText_GetLooseCharBox(text, index, place):
            continue
        letter = _HYPHENS.get(code) or (chr(code) if code < 0xD800 or code > 0xDFFF else "")
        yield Letter(letter, turned.box(place.left, place.bottom, place.right, place.top))


def _rules(page: Any, turned: _Turned) -> Iterator[Box]:
    for count, shape in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=4)):
        if count >= MAX_SHAPES:
            return
        matrix = shape.get_matrix()
        for start, end in _strokes(shape.raw):
            (ax, ay), (bx, by) = turned.point(*matrix.on_point(*start)), turned.point(*matrix.on_point(*end))
            box = Box(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
            wide, high = box.x1 - box.x0, box.bottom - box.top
            if min(wide, high) < 1 and max(wide, high) >= SHORTEST_RULE:
                yield box


def _strokes(path: Any) -> Iterator[tuple[Point, Point]]:
    """The straight strokes of a path, in its own coordinates."""
    points: list[Point] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(path), MAX_SHAPES)):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            yield from pairwise(points)
            points = []
        points.append((x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield from pairwise(points)


def open_pdf(data: bytes) -> Any:
    """The document; raises pypdfium2.PdfiumError with its `err_code`."""
    return pypdfium2.PdfDocument(data)


def is_password_missing(fault: BaseException) -> bool:
    """Whether that is why the document could not be opened."""
    return bool(getattr(fault, "err_code", None) == pdfium.FPDF_ERR_PASSWORD)


PdfiumError = pypdfium2.PdfiumError


def only_letters(letters: Sequence[Letter]) -> int:
    """How many of them are more than white space."""
    return sum(not letter.text.isspace() for letter in letters)


def said_on(document: Any, place: int) -> str:
    """The text of a page in the order of the file, and what the notes and stamps put on it say, by lines."""
    page = document[place]
    text = page.get_textpage()
    try:
        return "\n".join((str(text.get_text_range()), *_notes(page)))
    finally:
        text.close()
        page.close()


def _notes(page: Any) -> Iterator[str]:
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_NOTES)):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if note:
            buffer = ctypes.create_string_buffer(2 * LONGEST_NOTE)
            pdfium.FPDFAnnot_GetStringValue(
                note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 2 * LONGEST_NOTE
            )
            pdfium.FPDFPage_CloseAnnot(note)
            yield buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]
