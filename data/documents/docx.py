"""Word (.docx, .docm): paragraphs and tables as they stand, row by row, with automatic numbers and merged cells."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from data.documents.document import Block, Cells, Grid, Paragraph, Progress, tidy_lines, unheard
from data.documents.headings import is_mark, roman
from data.documents.safety import MAX_COLUMNS, Bounded, small_part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# One tag a step: a path of several is looked up by a reader of paths, which takes most of the time.
_PARAGRAPH, _RUN, _CELL, _LINE = (f"{W}{name}" for name in ("pPr", "rPr", "tcPr", "trPr"))
_STYLE, _VALUE, _MERGED, _SPAN = (f"{W}{name}" for name in ("pStyle", "val", "vMerge", "gridSpan"))
_TAKEN = _TEXT, _ROW, _TABLE = (f"{W}p", f"{W}tr", f"{W}tbl")
_STRIKES = (f"{W}strike", f"{W}dstrike")
_FORMATS = {
    "lowerLetter": lambda value: chr(ord("a") + (value - 1) % 26),
    "upperLetter": lambda value: chr(ord("A") + (value - 1) % 26),
    "lowerRoman": lambda value: roman(value).lower(),
    "upperRoman": roman,
    "decimalZero": "{:02d}".format,
}


_DEEPEST, _LONGEST_PATTERN = 8, 100
"""Word has nine levels; each is looked at for each paragraph of the list."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: its pattern ("%1.%2."), how its numbers look, where they begin."""

    pattern: str
    look: str
    start: int


@dataclass(slots=True)
class Lists:
    """The lists of one document and how far each has counted."""

    levels: Mapping[str, Mapping[int, Level]]
    """By list, then by depth."""
    of_style: Mapping[str, tuple[str, int]]
    """Paragraph styles that carry a list: style → (list, depth)."""
    counters: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: Element) -> str:
        """The next number of the paragraph's list; "-" for a bullet, "" where it is in none."""
        place = self._place(paragraph)
        levels = self.levels.get(place[0], {}) if place else {}
        if place is None or place[1] not in levels:
            return ""
        depth = place[1]
        counter = self.counters.setdefault(place[0], {})
        counter[depth] = counter.get(depth, levels[depth].start - 1) + 1
        for deeper in [other for other in counter if other > depth]:
            del counter[deeper]
        return _written(levels, counter, depth)

    def _place(self, paragraph: Element) -> tuple[str, int] | None:
        properties = paragraph.find(_PARAGRAPH)
        if properties is None:
            return None
        direct = list_of(properties)
        if direct:
            return direct
        style = properties.find(_STYLE)
        return self.of_style.get(style.get(_VALUE, "")) if style is not None else None


def read_lists(numbering: Element | None, styles: Element | None) -> Lists:
    """The lists defined in the two parts of a .docx that define them."""
    abstract = {
        item.get(f"{W}abstractNumId", ""): {
            depth: _level(level) for level in item.findall(f"{W}lvl") if (depth := _depth(level)) <= _DEEPEST
        }
        for item in (numbering.findall(f"{W}abstractNum") if numbering is not None else [])
    }
    levels = {
        item.get(f"{W}numId", ""): abstract.get(_value(item.find(f"{W}abstractNumId")), {})
        for item in (numbering.findall(f"{W}num") if numbering is not None else [])
    }
    carried = {
        style.get(f"{W}styleId", ""): list_of(style.find(f"{W}pPr"))
        for style in (styles.findall(f"{W}style") if styles is not None else [])
    }
    return Lists(levels, {style: place for style, place in carried.items() if place})


def list_of(properties: Element | None) -> tuple[str, int] | None:
    """(list, depth) of a paragraph's or a style's properties."""
    numbered = properties.find(f"{W}numPr") if properties is not None else None
    if numbered is None:
        return None
    identity = _value(numbered.find(f"{W}numId"))
    return (identity, _whole(_value(numbered.find(f"{W}ilvl")), 0)) if identity else None


def _written(levels: Mapping[int, Level], counter: Mapping[int, int], depth: int) -> str:
    if levels[depth].look in {"bullet", "none"}:
        return "-" if levels[depth].look == "bullet" else ""
    text = levels[depth].pattern
    for place, level in levels.items():
        number = counter.get(place, level.start)
        text = text.replace(f"%{place + 1}", _FORMATS.get(level.look, str)(number))
    return text


def _level(level: Element) -> Level:
    return Level(
        pattern=_value(level.find(f"{W}lvlText"))[:_LONGEST_PATTERN],
        look=_value(level.find(f"{W}numFmt")),
        start=_whole(_value(level.find(f"{W}start")), 1),
    )


def _depth(level: Element) -> int:
    return _whole(level.get(f"{W}ilvl", ""), 0)


def _value(element: Element | None) -> str:
    return element.get(f"{W}val", "") if element is not None else ""


def _whole(text: str, otherwise: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else otherwise


MAIN_PART = "word/document.xml"

_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-"}
_SKIPPED = {f"{_COMPATIBILITY}Fallback", f"{W}del", f"{W}moveFrom", f"{W}pPr", f"{W}rPr", f"{W}tcPr"}
"""What is said twice, has been struck out, or is only looks."""


@dataclass(slots=True)
class _Reading:
    """What has been read so far; a table is held until its last row."""

    lists: Lists
    bounded: Bounded
    blocks: list[Block] = field(default_factory=list)
    rows: list[Cells] = field(default_factory=list)
    paragraphs: int = 0


def read(path: Path, package: zipfile.ZipFile, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a Word document. Macros, links and embedded objects are never touched."""
    numbering, styles = (small_part(path, package, f"word/{name}.xml") for name in ("numbering", "styles"))
    lists = read_lists(numbering, styles)
    reading = _Reading(lists, Bounded(path))
    size = package.getinfo(MAIN_PART).file_size
    with package.open(MAIN_PART) as part:
        depth = 0
        for event, element in iterparse(part, events=("start", "end"), forbid_dtd=True):
            if element.tag not in _TAKEN:
                continue
            if element.tag == _TABLE:
                depth += 1 if event == "start" else -1
            if event == "end":
                _take(reading, element, depth)
                if element.tag == _ROW:
                    progress(part.tell(), size)
    return tuple(reading.blocks)


def _take(reading: _Reading, element: Element, depth: int) -> None:
    """Takes what is complete, and lets go of its memory."""
    if element.tag == _TEXT and depth == 0:
        reading.paragraphs += 1
        _add_paragraph(reading, element)
        element.clear()
    elif element.tag == _ROW and depth == 1:
        if _within(element, _LINE, f"{W}del") is None:
            reading.rows.append(_row(element, reading))
            reading.bounded.row(reading.rows[-1].texts)
        element.clear()
    elif element.tag == _TABLE and depth == 0:
        reading.blocks.append(Grid(tuple(reading.rows)))
        reading.rows = []
        element.clear()


def _add_paragraph(reading: _Reading, element: Element) -> None:
    lines = tidy_lines(_paragraph(element, reading.lists)).splitlines()
    reading.bounded.row(lines)
    reading.blocks += [Paragraph(line, reading.paragraphs) for line in lines]


def _paragraph(element: Element, lists: Lists) -> str:
    label = lists.label(element)
    text = "".join(_pieces(element))
    return f"{label} {text}" if label else text


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{W}r" and _is_struck(child):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{W}p":
            # A text box inside the paragraph.
            yield "\n"
            yield from _pieces(child)
            yield "\n"
        elif child.tag not in _SKIPPED:
            yield from _pieces(child)


def _is_struck(run: Element) -> bool:
    """Whether the letters of a run are struck out: an older wording, or what is no longer wanted."""
    looks = run.find(_RUN)
    marks = map(looks.find, _STRIKES) if looks is not None else ()
    return any(mark is not None and mark.get(_VALUE, "1") not in {"0", "false", "off"} for mark in marks)


def _within(element: Element | None, *tags: str) -> Element | None:
    """The first child of the first tag, its first of the next, and so on."""
    for tag in tags:
        element = element.find(tag) if element is not None else None
    return element


def _row(element: Element, reading: _Reading) -> Cells:
    """A row with each cell at the column where it begins; what is merged from above repeats it."""
    texts: list[str] = [""] * _number(_within(element, _LINE, f"{W}gridBefore"), 0)
    repeated: set[int] = set()
    above = reading.rows[-1].texts if reading.rows else ()
    for cell in islice(_cells(element), MAX_COLUMNS):
        place, looks = len(texts), cell.find(_CELL)
        merge = _within(looks, _MERGED)
        continued = merge is not None and merge.get(_VALUE, "continue") != "restart"
        if continued and place < len(above):
            repeated.add(place)
        texts.append(above[place] if continued and place < len(above) else _cell(cell, reading.lists))
        texts += [""] * (_number(_within(looks, _SPAN), 1) - 1)
    return Cells(tuple(texts[:MAX_COLUMNS]), len(reading.rows) + 1, frozenset(repeated), _is_row_struck(element))


def _is_row_struck(element: Element) -> bool:
    """Whether nothing is left of a row but its number once what is struck out has gone."""
    if not any(map(_is_struck, element.iter(f"{W}r"))):
        return False
    left = (" ".join("".join(_pieces(cell)).split()) for cell in _cells(element))
    return all(text == "" or is_mark(text) for text in left)


def _cells(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == f"{W}tc":
            yield child
        elif child.tag not in _SKIPPED:
            yield from _cells(child)


def _cell(element: Element, lists: Lists) -> str:
    """The paragraphs of a cell, those of a table inside it included, as lines."""
    return tidy_lines("\n".join(_paragraph(paragraph, lists) for paragraph in element.iter(f"{W}p")))


def _number(element: Element | None, otherwise: int) -> int:
    value = element.get(f"{W}val", "") if element is not None else ""
    return min(int(value), MAX_COLUMNS) if value.isdecimal() and len(value) < 6 else otherwise
