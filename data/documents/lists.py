"""Word's automatic numbers: what stands before a paragraph on paper and is nowhere in its text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from data.documents.numbering import roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
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
        direct = list_of(paragraph.find(f"{W}pPr"))
        if direct:
            return direct
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return self.of_style.get(style.get(f"{W}val", "")) if style is not None else None


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
