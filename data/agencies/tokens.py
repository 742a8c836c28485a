"""The words and marks of a cleaned cell."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.lexicon import FIRST_WORDS, HEADS, LONGEST_HEAD, Sort

Heads = tuple[tuple[Sort, int], ...]


class Token(NamedTuple):
    """A word or a mark; `key` is it in lower case with one spelling of tones; `line` says that it begins a line.

    `acronym` says that it is written in capitals only (UBND, GD&ĐT); `heads` are the known heads that begin here with
    their number of words, the longest first.
    """

    text: str
    key: str
    start: int
    end: int
    line: bool
    mark: bool
    acronym: bool = False
    heads: Heads = ()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


LINKS = frozenset(("và", "&", "hoặc", "cùng"))
_MARKS = frozenset(",;:/.-")
_OLD_TONE = re.compile(r"(o)([áàảãạ])\b|(o)([éèẻẽẹ])\b|(?<!q)(u)([ýỳỷỹỵ])\b")
_TOKEN = re.compile(
    r"\([^()]*\)|[Đđ]/[Cc]|\b(?:P|Q|H|X|K|TX|Tx|TT|BV|CN)\.(?=\s?[A-ZĐÀ-Ỹ\d])|\d+(?:/[^\s,;]+)+"
    r"|[^\s,;:/().\-]+(?:-[^\s,;:/().\-]+)*|[,;:/().\-]"
)


def key_of(text: str) -> str:
    """The word in lower case with the tone where the newer spelling puts it: "Hoá" → "hóa", "Uỷ" → "ủy"."""
    return _OLD_TONE.sub(_move_tone, unicodedata.normalize("NFC", text).lower())


def _move_tone(found: re.Match[str]) -> str:
    vowel, marked = (group for group in found.groups() if group)
    letters = unicodedata.normalize("NFD", marked)
    return unicodedata.normalize("NFC", vowel + letters[1]) + letters[0]


def tokenise(text: str) -> tuple[Token, ...]:
    """Words and marks of a cleaned cell; a bracket stays with the words around it and is no token."""
    tokens: list[Token] = []
    end = 0
    for found in _TOKEN.finditer(text):
        word = found.group()
        if word[0] in "()":
            continue
        line = "\n" in text[end : found.start()]
        end = found.end()
        key = key_of(word)
        mark = word in _MARKS
        tokens.append(Token(word, key.rstrip(".") or key, found.start(), end, line, mark, _is_acronym(word)))
    return tuple(
        token._replace(heads=_heads(tokens, at)) if token.key in FIRST_WORDS else token
        for at, token in enumerate(tokens)
    )


def _is_acronym(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > 1


def _heads(tokens: Sequence[Token], start: int) -> Heads:
    words: tuple[str, ...] = ()
    found: list[tuple[Sort, int]] = []
    for token in tokens[start : start + LONGEST_HEAD]:
        if token.mark:
            break
        words += (token.key,)
        if sort := HEADS.get(words):
            found.append((sort, len(words)))
    return tuple(reversed(found))


def is_over(tokens: Sequence[Token], at: int) -> bool:
    """Whether no word of the same phrase stands at `at`: the end, a mark, "và", or "Các" on a new line."""
    if at >= len(tokens) or tokens[at].mark or tokens[at].key in LINKS:
        return True
    return tokens[at].key == "các" and opens_line(tokens[at])


def opens_line(token: Token) -> bool:
    """Whether a word begins a line with a capital, so that a body may begin with it."""
    return token.line and token.capital
