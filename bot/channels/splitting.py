"""Long words into parts that a channel's limit allows, cut where a reader minds it least. Pure."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

# A line that begins with two spaces belongs to the one before: together they are an item.
_ITEM = re.compile(r"[^\n]*(?:\n  [^\n]*)*(?:\n|$)")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# What numbers a line, or marks it, stays with its first word: alone at the end of a part it would number nothing.
_WORD = re.compile(r"\A\s*(?:\d+[.)]|[•–-])\s+\S+\s?|\s*\S+\s?|\s+")
_NUMBERED = re.compile(r"\d+\. ")
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def utf16_units(text: str) -> int:
    """The length of `text` as messengers count it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def split(text: str, limit: int, units: Callable[[str], int] = utf16_units) -> tuple[str, ...]:
    """The parts of `text`, each at most `limit` long by `units`; put together they are `text` again.

    Cut between items; an item longer than the limit between its lines, a line between words, a word between letters.
    Numbered choices at the end stay together, with the line that asks and the line that says how to answer.
    """
    parts: list[str] = []
    room = 0
    for piece in _pieces(text, limit, units, 0):
        size = units(piece)
        if size > room:
            parts.append(piece)
            room = limit - size
        else:
            parts[-1] += piece
            room -= size
    return tuple(parts)


def _items(text: str) -> list[str]:
    return [item for item in _ITEM.findall(text) if item]


def _items_and_choices(text: str) -> list[str]:
    """The items of `text`, but the choices that it ends with, and what is said right before and after them, as one."""
    items = _items(text)
    end = len(items)
    if items and not _NUMBERED.match(items[-1]):
        end -= 1
    start = end
    while start and _NUMBERED.match(items[start - 1]):
        start -= 1
    if start == end:
        return items
    if start and items[start - 1].endswith(":\n"):
        start -= 1
    return [*items[:start], "".join(items[start:])]


def _letters(text: str) -> Iterator[str]:
    """Letters as they are read: a base with the accents, joiners and skin tones that follow it."""
    letter = ""
    for sign in text:
        if letter and not (_follows(sign) or letter.endswith(_JOINER)):
            yield letter
            letter = ""
        letter += sign
    yield letter


def _follows(sign: str) -> bool:
    return sign == _JOINER or ord(sign) in _SKIN_TONES or unicodedata.category(sign).startswith("M")


# From the best edge to cut at to the worst; a letter longer than the limit is taken apart into its code points.
_CUTS: tuple[Callable[[str], Iterable[str]], ...] = (
    _items_and_choices,
    _items,
    _LINE.findall,
    _WORD.findall,
    _letters,
    list,
)


def _pieces(text: str, limit: int, units: Callable[[str], int], cut: int) -> Iterator[str]:
    for piece in _CUTS[cut](text):
        if units(piece) <= limit or cut == len(_CUTS) - 1:
            yield piece
        else:
            yield from _pieces(piece, limit, units, cut + 1)
