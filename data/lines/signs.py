"""Phrases that tell something wherever they stand, unless some others stand right beside them. Pure.

In a phrase "a/b" is one of two words, "-/a" a word that may be missing, "*" any word or mark, "#" a number in digits.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from data.words import Token


class Sign(NamedTuple):
    """Some phrases, and what may not stand right before or behind them; `opens` or `closes` the line, or not at all."""

    phrases: tuple[str, ...]
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    opens: bool = False
    closes: bool = False


def sign(*phrases: str, after: tuple[str, ...] = (), before: tuple[str, ...] = ()) -> Sign:
    """Phrases that tell the same, unless they stand right `after` or `before` some others."""
    return Sign(phrases, after, before)


_Row = tuple[str, ...]
_Rules = dict[str, list[tuple[_Row, Sign]]]


def tells(tokens: Sequence[Token], signs: tuple[Sign, ...]) -> bool:
    """Whether one of the signs stands in a closed row of tokens."""
    return next(_found(tokens, signs), None) is not None


def begins(tokens: Sequence[Token], at: int, signs: tuple[Sign, ...]) -> bool:
    """Whether one of the signs stands at this place of a closed row."""
    return next(_found_at(tokens, at, signs), None) is not None


def _found(tokens: Sequence[Token], signs: tuple[Sign, ...]) -> Iterator[Sign]:
    return (each for at in range(len(tokens)) for each in _found_at(tokens, at, signs))


def _found_at(tokens: Sequence[Token], at: int, signs: tuple[Sign, ...]) -> Iterator[Sign]:
    for row, each in _rules(signs).get(tokens[at].word, ()):
        if _stands(tokens, at, row) and _may(tokens, at, at + len(row), each):
            yield each


def _may(tokens: Sequence[Token], start: int, end: int, sign: Sign) -> bool:
    return not (
        (sign.opens and start > 0)
        or (sign.closes and _is_there(tokens[end]))
        or any(_stands(tokens, start - len(row), row) for row in _rows(sign.not_after))
        or any(_stands(tokens, end, row) for row in _rows(sign.not_before))
    )


def _stands(tokens: Sequence[Token], at: int, row: _Row) -> bool:
    """Whether the words stand here; before the line, where places count from its empty end, there is nothing."""
    return all(_is(tokens[at + step], word) for step, word in enumerate(row))


def _is(token: Token, word: str) -> bool:
    if word == "*":
        return _is_there(token)
    return token.word.isdecimal() if word == "#" else token.word == word


def _is_there(token: Token) -> bool:
    return token.end > token.start


@cache  # of the tables written in the code themselves
def _rules(signs: tuple[Sign, ...]) -> _Rules:
    rules: _Rules = {}
    for each in signs:
        for row in _rows(each.phrases):
            rules.setdefault(row[0], []).append((row, each))
    return rules


@cache
def _rows(phrases: tuple[str, ...]) -> tuple[_Row, ...]:
    """Every phrase in each of its ways."""
    ways = (way for phrase in phrases for way in product(*map(_choices, phrase.split())))
    return tuple(dict.fromkeys(tuple(filter(None, way)) for way in ways))


def _choices(part: str) -> list[str]:
    return [part] if "/" not in part else ["" if word == "-" else word for word in part.split("/")]


def every(*phrases: str) -> tuple[str, ...]:
    """Every phrase in each of its ways, for the kit's own tables."""
    return tuple(" ".join(row) for row in _rows(phrases))
