"""One spelling for what clerks, spreadsheets and scanners write, and its fold of equal length."""

import re
import unicodedata
from typing import NamedTuple


class Plain(NamedTuple):
    """A cell's text in one spelling; `folded` is `shown` without accents and case, letter for letter."""

    shown: str
    folded: str
    accented: bool  # whether the writer used accents, so that "nam" is not "năm"
    whole: bool  # whether it is all of the cell


LONGEST = 4_000
"""Characters that are read; no time cell comes near."""


def normalise(text: str) -> Plain:
    """Give the text, or its first LONGEST characters, composed (NFKC), single-spaced, with its marks repaired."""
    composed = unicodedata.normalize("NFKC", text[:LONGEST].translate(_CHARACTERS))
    # NFKC writes some characters out: one may become eighteen.
    whole = max(len(text), len(composed)) <= LONGEST
    shown = _STRAY_MARK.sub("", _BULLET.sub("; ", composed[:LONGEST]))
    shown = _SPACES.sub(" ", shown).strip(" ;")
    if _DIGIT.search(shown):
        for pattern, repair in _REPAIRS:
            shown = pattern.sub(repair, shown)
    folded = shown.translate(_FOLD)
    return Plain(shown, folded, accented=folded != shown.lower(), whole=whole)


def marks(word: str) -> str:
    """Give a word's accents in a fixed order, so that an accent set on the wrong vowel still compares equal."""
    found = unicodedata.normalize("NFD", word)
    return "".join(sorted(_MARK_NAMES.get(char, "") for char in found))


_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－~→⇒➔"), "-")
_SLASHES = dict.fromkeys(map(ord, "⁄∕╱\\"), "/")
_INVISIBLE = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_FOOTNOTES = dict.fromkeys(map(ord, "⁰¹²³⁴⁵⁶⁷⁸⁹"))
_CHARACTERS = {
    **_CONTROLS,
    **_DASHES,
    **_SLASHES,
    **_INVISIBLE,
    **_FOOTNOTES,
    0x2028: "\n",
    0x2029: "\n",
    ord("\r"): "\n",
}
_STRAY_MARK = re.compile("[\u0300-\u036f]")
_BULLET = re.compile(r"\n[\s]{0,8}[-+*•·●▪]")
_SPACES = re.compile(r"\s+")
_DIGIT = re.compile("[0-9]")
_MARK_NAMES = {
    "\u0300": "\\",
    "\u0301": "/",
    "\u0303": "~",
    "\u0309": "?",
    "\u0323": ".",
    "\u0302": "^",
    "\u0306": "u",
    "\u031b": "+",
}

# Letters that stand for digits only between digits, or between a digit and a separator.
_REPAIRS = (
    (re.compile(r"(?<=[0-9])[oO](?=[0-9/.\-]|$|[\s,;)])"), "0"),
    (re.compile(r"(?<![^\W\d_])[oO](?=[0-9])"), "0"),
    (re.compile(r"(?<=[0-9])[lI|](?=[0-9/\-]|$|[\s,;.)])"), "1"),
    (re.compile(r"(?<![^\W_])[lI|](?=[0-9](?![0-9]))"), "1"),
    (re.compile(r"(?<![^\W_])[lI|](?=/[0-9]{1,2}/[0-9])"), "1"),
    (re.compile(r"(?<=[0-9]/)[lI|](?=/[0-9])"), "1"),
    (re.compile(r"([/.])(?:\s*\1)+(?=\s*[0-9])"), r"\1"),
)


def _fold_table() -> dict[int, str]:
    table = {code: chr(code).lower() for code in range(ord("A"), ord("Z") + 1)}
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(code))[0].lower()
        table[code] = base[0] if base[0].isascii() else chr(code)
    return table | {ord("đ"): "d", ord("Đ"): "d", ord("Ð"): "d", ord("ð"): "d"}


_FOLD = _fold_table()
