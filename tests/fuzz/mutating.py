"""Damage to real text: what clerks, converters, phones and enemies do to a cell, as steps that hypothesis shrinks."""

import re
import unicodedata
from collections.abc import Callable, Sequence

from hypothesis import strategies as st

STRANGE = (
    "\0", "\ud800", "\udfff", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u202a", "\u2066", "\u2069",
    "\u0301", "\u0323\u0302", "\u0301" * 40, "\u00a0", "\u2003", "\u2028", "\u0085", "\x0b", "\x1b[31m", "\t", "\n",
    "\r\n", "ﷺ", "½", "Ⅳ", "⑨", "٣", "९", "２０２５", "İ", "ß", "ŉ", "ᾳ", "ﬁ", "Đ", "Ð", "ð", "đ", "ʰ", "🇻🇳", "👩‍👩‍👧",
    "\U0010ffff", "\ufdd0", "－", "⁄", "∕", "…", "“", "”", "‘", "''", "(", ")", "((", "))", ";", ":", ".", ",", "/",
    "//", "-", "--", "+", "&", "%", "=", "{}", "%s", "\\", "\\n", "<b>", "&nbsp;", "=1+1", "'; --", "I", "l", "O", "o",
)  # fmt: skip
NUMBERS = (
    "0", "00", "1", "4", "5", "7", "12", "13", "28", "29", "30", "31", "32", "99", "100", "366", "999", "1899", "1900",
    "2000", "2024", "2099", "2100", "9999", "10000", "45992", "0" * 50, "9" * 400, "9" * 5000, "-1", "1.5", "1e9",
    "1/1", "1/1/1", "31/2", "1.1.1.1", "I", "IV", "V", "XIX", "một", "mười hai", "٣", "²",
)  # fmt: skip
STYLES: tuple[Callable[[str], str], ...] = (
    str.upper,
    str.lower,
    str.title,
    str.swapcase,
    lambda text: text[::-1],
    lambda text: unicodedata.normalize("NFD", text),
    lambda text: unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode(),
    lambda text: text.encode("utf-8", "surrogatepass").decode("cp1252", "replace"),
    lambda text: re.sub(r"\s+", "", text),
    lambda text: re.sub(r"\s", "\n", text),
    lambda text: f"({text})",
    lambda text: f"{text}; {text}",
)
LONGEST = 6_000  # past what the deadline reader takes in

Step = Callable[[str, int, int, Sequence[str]], str]


def cut(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Leave out a piece."""
    start, end = _ends(text, a, b)
    return text[:start] + text[end:]


def repeat(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Say a piece several times."""
    start, end = _ends(text, a, b)
    return text[:start] + text[start:end] * (2 + b % 7) + text[end:]


def swap(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Exchange two words."""
    words = text.split(" ")
    i, j = a % len(words), b % len(words)
    words[i], words[j] = words[j], words[i]
    return " ".join(words)


def insert(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Put something strange in."""
    place = a % (len(text) + 1)
    return text[:place] + STRANGE[b % len(STRANGE)] + text[place:]


def replace(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Put something strange in a letter's place."""
    place = a % (len(text) + 1)
    return text[:place] + STRANGE[b % len(STRANGE)] + text[place + 1 :]


def renumber(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Change one of the numbers; a text without any gets one."""
    found = list(re.finditer(r"\d+|\b[IVX]+\b", text))
    if not found:
        return f"{text} {NUMBERS[b % len(NUMBERS)]}"
    chosen = found[a % len(found)]
    return text[: chosen.start()] + NUMBERS[b % len(NUMBERS)] + text[chosen.end() :]


def space(text: str, a: int, b: int, _seeds: Sequence[str]) -> str:
    """Lose or change one of the spaces."""
    places = [i for i, char in enumerate(text) if char == " "] or [len(text)]
    place = places[a % len(places)]
    return text[:place] + ("", "\n", "\t", "\u00a0", "  ", "\u200b", " - ", ", ")[b % 8] + text[place + 1 :]


def splice(text: str, a: int, b: int, seeds: Sequence[str]) -> str:
    """Go on with another cell."""
    other = seeds[b % len(seeds)]
    return text[: a % (len(text) + 1)] + (" ", "", ", ", "; ", "\n", " - ")[a % 6] + other


def restyle(text: str, a: int, _b: int, _seeds: Sequence[str]) -> str:
    """Change the whole: case, accents, composition, encoding, spacing."""
    return STYLES[a % len(STYLES)](text)


def lengthen(text: str, a: int, _b: int, _seeds: Sequence[str]) -> str:
    """Say the whole again and again."""
    return text * (2 + a % 60)


STEPS: tuple[Step, ...] = (cut, repeat, swap, insert, replace, renumber, space, splice, restyle, lengthen)


def mutated(seeds: Sequence[str], most: int = 6) -> st.SearchStrategy[str]:
    """Real text after up to `most` steps of damage."""
    places = st.integers(0, 2**16)
    steps = st.lists(st.tuples(st.sampled_from(STEPS), places, places), max_size=most)
    return st.builds(lambda text, done: _damaged(text, done, seeds), st.sampled_from(seeds), steps)


def _damaged(text: str, done: Sequence[tuple[Step, int, int]], seeds: Sequence[str]) -> str:
    for step, a, b in done:
        text = step(text, a, b, seeds)[:LONGEST]
    return text


def _ends(text: str, a: int, b: int) -> tuple[int, int]:
    start, end = sorted((a % (len(text) + 1), b % (len(text) + 1)))
    return start, end
