"""Cell text to tokens: one spelling for what clerks and scanners write; then dates, numbers and words with places."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from data.words import AHEAD, Cursor, number_of


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
    if _MISREAD.search(shown):
        for pattern, repair in _REPAIRS:
            shown = pattern.sub(repair, shown)
    folded = shown.translate(_FOLD)
    return Plain(shown, folded, accented=folded != shown.lower(), whole=whole)


def marks(word: str) -> str:
    """Give a word's accents in a fixed order, so that an accent set on the wrong vowel still compares equal."""
    found = unicodedata.normalize("NFD", word)
    return "".join(sorted(_MARK_NAMES.get(char, "") for char in found))


_CONTROLS = {code: " " for code in (*range(0x20), *range(0x7F, 0xA0)) if code != 0x0A}
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－~→⇒➔÷"), "-")
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
# Where one of the repairs below may have something to do.
_MISREAD = re.compile(r"[0-9][oOlI|]|[oOlI|][0-9/]|([/.])\s*\1")
_MARK_NAMES = {
    "\u0300": "\\", "\u0301": "/", "\u0303": "~", "\u0309": "?", "\u0323": ".", "\u0302": "^", "\u0306": "u",
    "\u031b": "+",
}  # fmt: skip

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


class Sort(StrEnum):
    """What a token is."""

    DATE = "date"  # numbers: day, month, year
    STAMP = "stamp"  # a spreadsheet's date: day, month, year
    PAIR = "pair"  # two small numbers: a day and a month, mostly
    DOTTED = "dotted"  # two small numbers with a full stop: a day and a month, a section's number or a decimal
    MONTH_YEAR = "month_year"
    YEAR = "year"
    NUMBER = "number"
    CLOCK = "clock"  # hour, minute
    CODE = "code"  # a document's number and symbol: 32/2024/NĐ-CP
    WORD = "word"
    MARK = "mark"
    END = "end"


class Token(NamedTuple):
    """A piece of the cell; `word` is without accents, and empty unless the writer's accents allow that reading."""

    sort: Sort
    start: int
    end: int
    word: str = ""
    numbers: tuple[int, ...] = ()

    @property
    def number(self) -> int | None:
        """The number that it alone is, in digits or in letters; no date has one."""
        return self.numbers[0] if self.numbers and self.sort in (Sort.NUMBER, Sort.WORD) else None


Line = Cursor[Token]
"""What the rules walk along."""


def tokenise(plain: Plain) -> list[Token]:
    """Cut the text into tokens, closed by a few END tokens so that looking ahead needs no bounds."""
    tokens: list[Token] = []
    text, position = plain.folded, 0
    while found := _TOKEN.search(text, position):
        position = found.end()
        name = found.lastgroup or ""
        if name == "word":
            tokens.extend(_words(plain, found.start(), found.end()))
        elif name == "mark":
            tokens.append(Token(Sort.MARK, found.start(), found.end(), found[0]))
        elif not _holds(name, found, plain):
            digits = _DIGITS.match(text, found.start())
            position = digits.end() if digits else position
            tokens.append(_number(Sort.NUMBER, found.start(), text[found.start() : position]))
        else:
            tokens.append(_numeric(Sort(name), found))
    end = len(text)
    if "(" in text:
        tokens = _without_glosses(plain, tokens)
    return tokens + [Token(Sort.END, end, end)] * AHEAD


_JOIN = r"(?!(?:nam|thang|quy|qui|ngay|tuan|hang|den|het|dau|giua|cuoi|va|lan|nguoi|nhiem|ky)(?![a-z]))"
_TOKEN = re.compile(
    # Most tokens are words, and no other begins with a letter.
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<stamp>(?<!\d)\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ t]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)?(?![\d/]))"
    r"|(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
    r"|\d{1,2} ?(?:h|g|gio) ?(?:\d{2}(?![\d/.]|-\d{1,2}-))?(?: ?(?:phut|p)(?![a-z]))?(?![a-z]))"
    r"|(?P<date>\d{1,2} ?/ ?\d{1,2} ?/ ?(?:\d{4}|\d{2})(?!\d)"
    r"|\d{1,2}(?P<sep>[.-])\d{1,2}(?P=sep)(?:\d{4}|\d{2})(?!\d|/))"
    r"|(?P<month_year>\d{1,2}(?: ?/ ?|[-.])(?:19|20)\d\d(?!\d|/[a-z])"
    r"|(?<![\d/.-])(?:0?[1-9]|1[0-2]) - (?:19|20)\d\d(?!\d|/[a-z]| ?[-/] ?\d))"
    r"|(?P<code>\d{1,6}[a-z]?(?:/(?:19|20)\d\d)?[/-] ?"
    + _JOIN
    + r"[a-z][a-z0-9]{0,9}(?:[-/] ?[a-z][a-z0-9]{0,9}){0,5})"
    r"|(?P<pair>\d{1,2} ?/ ?\d{1,2}(?!\d))"
    r"|(?P<dotted>(?<![\da-z])\d{1,2}\.\d{1,2}(?![\d%]|\.\d))"
    r"|(?P<year>(?:19|20)\d\d(?:\.0+)?(?!\d))"
    r"|(?P<number>\d+)"
    r"|(?P<mark>[.,;:()\[\]\-+/&%\"“”])"
)
_DIGITS = re.compile(r"\d+")
_CODE_CAPITALS = re.compile("[A-ZĐ]{2}")
_CODE_SYMBOLS = re.compile(r"[/-] ?(?:nd|qd|kh|nq|ct|tt|ttr|bc|tb|cv|kl|vbhn|qh\d+)(?![a-z])")


def _holds(name: str, found: re.Match[str], plain: Plain) -> bool:
    """Whether a match is what its shape promises: a code has a symbol's letters, a dotted pair a month."""
    if name == "code":
        shown, folded = (text[found.start() : found.end()] for text in (plain.shown, plain.folded))
        return bool(_CODE_CAPITALS.search(shown) or _CODE_SYMBOLS.search(folded))
    if name == "dotted":
        day, month = found[0].split(".")
        return 1 <= int(day) <= 31 and 1 <= int(month) <= 12
    return True


def _numeric(sort: Sort, found: re.Match[str]) -> Token:
    start, written = found.start(), found[0]
    if sort is Sort.CODE:
        return Token(sort, start, found.end())
    if sort is Sort.NUMBER or sort is Sort.YEAR:
        return _number(sort, start, written)
    numbers = tuple(int(one) for one in _DIGITS.findall(written))
    if sort is Sort.STAMP:
        numbers = (numbers[2], numbers[1], numbers[0])
    elif sort is Sort.DATE:
        numbers = (numbers[0], numbers[1], _century(numbers[2]))
    elif sort is Sort.CLOCK:
        numbers = (*numbers, 0)[:2]
    return Token(sort, start, found.end(), "", numbers)


def _number(sort: Sort, start: int, written: str) -> Token:
    digits = written.partition(".")[0]
    # Python refuses to turn thousands of digits into an int; no date has more than four.
    number = int(digits) if len(digits) < 10 else -1
    return Token(sort, start, start + len(written), str(number), (number,))


def _without_glosses(plain: Plain, tokens: list[Token]) -> list[Token]:
    """Drop the words that only spell a number out: the "(mười lăm)" of "ngày 15 (mười lăm)"."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        kept.append(tokens[i])
        i += 1
        if kept[-1].sort is Sort.NUMBER and i < len(tokens) and tokens[i].word == "(":
            spelled = (plain.folded[token.start : token.end] in _SPELLED for token in tokens[i + 1 : i + 6])
            close = i + 1 + next((n for n, number in enumerate(spelled) if not number), 0)
            i = close + 1 if close > i + 1 and tokens[close].word == ")" else i
    return kept


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def _words(plain: Plain, start: int, end: int) -> list[Token]:
    return [
        Token(Sort.WORD, start + first, start + after, _by_place(plain, start + first, start + after, word), numbers)
        for first, after, word, numbers in _known(plain.folded[start:end], plain.shown[start:end], plain.accented)
    ]


@lru_cache(maxsize=4096)  # the words of a language are few
def _known(folded: str, shown: str, accented: bool) -> tuple[tuple[int, int, str, tuple[int, ...]], ...]:
    """The pieces of a word: where each begins and ends in it, what it means by its accents, its number."""
    whole = folded in _GLUABLE or (len(folded) < 3 and folded != "qi") or folded in ("qui", "quy")
    pieces, start = [], 0
    for part in [folded] if whole or not folded.isascii() else _unglued(folded):
        end = start + len(part)
        number = number_of(shown[start:end], accented=accented)
        word = _accented(part, shown[start:end]) if accented else part
        pieces.append((start, end, word, (number,) if number else ()))
        start = end
    return tuple(pieces)


def _unglued(word: str) -> list[str]:
    """Split "làngày" or "quýIII" where every part is a word of time; else the word as it is."""
    parts: list[str] = []
    rest = word
    while rest:
        if parts and parts[-1] in ("quy", "qui", "q") and _ROMAN.fullmatch(rest):
            return [*parts, rest]
        if not parts and word[0] == "q" and _ROMAN.fullmatch(word[1:]):
            return ["q", word[1:]]
        part = next((rest[:n] for n in range(min(6, len(rest)), 1, -1) if rest[:n] in _GLUABLE), None)
        if part is None:
            return [word]
        parts.append(part)
        rest = rest[len(part) :]
    return parts


_SPELLED = frozenset(
    ["mot", "hai", "ba", "bon", "tu", "nam", "lam", "sau", "bay", "tam", "chin", "muoi", "linh", "le", "khong"]
)
_ROMAN = re.compile("[il]{1,3}|[il]v|v")
_GLUABLE = frozenset([
    "la", "ngay", "thang", "quy", "qui", "nam", "tuan", "truoc", "sau", "den", "het", "trong", "tu", "cuoi", "giua",
    "dau", "hang", "han", "cham", "nhat", "thuong", "xuyen", "dinh", "ky", "vao", "va", "hoan", "thanh", "xong",
    "khong", "qua", "moi", "lien", "tuc", "giai", "doan", "theo", "khi", "du", "kien",
])  # fmt: skip

# Words whose bare letters also spell something else, with the accents (see `marks`) that mean time.
_ACCENTS = {
    "nam": ("u",), "quy": ("/",), "qui": ("/",), "ngay": ("\\",), "thang": ("/",), "tuan": ("\\^",),
    "hang": ("\\", "\\u"), "den": ("/^",), "tu": ("+\\",), "dau": ("\\^",), "thu": ("+/",), "ky": ("\\",),
    "moi": ("^~",), "sau": ("",), "khi": ("",), "va": ("\\",), "la": ("\\",), "giai": ("",), "qua": ("/",),
    "mua": ("\\", "+"), "he": ("\\",), "vu": (".",),
}  # fmt: skip
# Bare, in a text that has accents, these are taken only before a number.
_RISKY = frozenset(("nam", "quy", "qui", "ngay", "tu", "den", "dau", "thu", "ky", "mua", "he", "vu"))
# "Việt Nam", "miền Nam": a south and no year.
_SOUTH = re.compile(r"(?:viet|mien|phia|dong|tay|huong) ?$")
_BEFORE_NUMBER = re.compile(r" ?(?:\d|i{1,3}(?![a-z])|iv(?![a-z]))")


_BARE = "?"
"""Stands for a word without accents in a text that has them: its place tells what it means."""


def _accented(word: str, shown: str) -> str:
    wanted = _ACCENTS.get(word)
    if wanted is None:
        return word
    found = marks(shown)
    if found in wanted and word != "nam":
        return word
    return (word if found in wanted else "") if found else f"{_BARE}{word}"


def _by_place(plain: Plain, start: int, end: int, word: str) -> str:
    if not word.startswith(_BARE):
        return word
    word = word.removeprefix(_BARE)
    if word == "nam" and _SOUTH.search(plain.folded, max(0, start - 6), start):
        return ""
    if word in _RISKY and not _BEFORE_NUMBER.match(plain.folded, end):
        return "now" if word == "ngay" else ""
    return word
