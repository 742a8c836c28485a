"""What stands between two words of a cell: the marks and the "và" that may part two bodies."""

from collections.abc import Sequence
from typing import NamedTuple

from data.agencies.heads import head_at
from data.agencies.starts import start_at
from data.agencies.tokens import LINKS, Token

_DOTTED = {
    *("tp", "p", "q", "h", "x", "tx", "tt", "t", "ths", "ts", "pgs", "gs", "đ", "k", "ub", "ubnd", "vp", "bql", "bcđ"),
    *("mr", "ms", "mrs", "bs"),
}
_LONG_DOTTED = {"tp", "tx", "ub", "ubnd"}


class Joint(NamedTuple):
    """A place where the cell may be cut: before `left_end`, going on at `right`."""

    left_end: int
    right: int
    signs: frozenset[str]  # empty: two words with nothing, or a new line, between them
    line: bool

    @property
    def hard(self) -> bool:
        """Whether it always parts."""
        return bool(self.signs & {";", "."})


class Gap(NamedTuple):
    """A joint with the body on its left: where that begins, and where the last element of its list does."""

    tokens: Sequence[Token]
    start: int
    item: int
    joint: Joint
    dashed: bool = False  # dashes stand before the bodies of this cell


def joint_at(tokens: Sequence[Token], at: int) -> Joint:
    """The joint before or at the token `at`, marks and "và" in a row taken together."""
    right = at
    signs: set[str] = set()
    while right < len(tokens) and (tokens[right].mark or tokens[right].key in LINKS):
        signs.add(_sign(tokens, right))
        right += 1
    line = right < len(tokens) and any(token.line for token in tokens[at : right + 1])
    return Joint(at, right, frozenset(signs - {""}), line)


def _sign(tokens: Sequence[Token], at: int) -> str:
    key = tokens[at].key
    if key in LINKS:
        return "và"
    if key == "." and at and _abbreviates(tokens, at):
        return ""
    return key


def _abbreviates(tokens: Sequence[Token], at: int) -> bool:
    """Whether the full stop at `at` belongs to "TP.", "P.", "Q.1" and does not end a body."""
    before = tokens[at - 1]
    if at + 1 >= len(tokens):
        return True
    following = start_at(tokens, at + 1)
    if before.text.isdigit() or before.key in _DOTTED:
        head = following is not None and (following.plural or head_at(tokens, at + 1) is not None)
        return not (head and (before.text.isdigit() or before.key in _LONG_DOTTED))
    return following is None and not tokens[at + 1].capital
