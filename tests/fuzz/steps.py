"""How many steps a regular expression takes: a plain matcher of the trees that `re` makes, which counts.

The matcher of `re` itself backtracks in the same way and cannot be counted, only timed, which a busy machine changes.
"""

import re
from collections.abc import Callable, Iterator
from re import _constants as kinds  # type: ignore[attr-defined]  # the trees are nowhere else
from re import _parser  # type: ignore[attr-defined]
from typing import Any

Goes = Callable[[int], bool]
"""What is to match from a place on."""

ENOUGH = 250_000
"""Steps after which the count is not gone on with."""

MOST_PIECES, MOST_BEGINNINGS = 12, 4

_SAMPLES = "a1 .-(_/:,;MẬ<\n"
_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    kinds.CATEGORY_DIGIT: str.isdecimal,
    kinds.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdecimal(),
    kinds.CATEGORY_SPACE: str.isspace,
    kinds.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    kinds.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    kinds.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}
# As plain numbers: those of `re` make a new one of their kind each time.
_DOTALL, _IGNORECASE, _MULTILINE = (int(flag) for flag in (re.DOTALL, re.IGNORECASE, re.MULTILINE))
_SINGLE = {kinds.LITERAL, kinds.NOT_LITERAL, kinds.ANY, kinds.IN}
_REPEATS = {kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT}


class TooManyError(Exception):
    """More steps than anybody waits for."""


class Steps:
    """One pattern, and how many steps it takes in a text."""

    def __init__(self, pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
        source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
        flags = pattern.flags | (0 if isinstance(pattern.pattern, str) else re.ASCII)
        self.tree = _parser.parse(source, flags & ~re.UNICODE if flags & re.ASCII else flags)
        self.flags = int(flags)
        self.text = ""
        self.count, self.enough = 0, ENOUGH
        self.groups: dict[int, str] = {}

    def taken(self, text: str, how: str = "search", enough: int = ENOUGH) -> int:
        """Steps to "search" a text for all matches, to "match" where it begins, or "fullmatch"; no more than enough."""
        self.text, self.count, self.enough = text, 0, enough
        try:
            if how == "search":
                self._find()
            else:
                self.match(text, whole=how == "fullmatch")
        except TooManyError:
            return enough
        return self.count

    def match(self, text: str, *, whole: bool) -> int | None:
        """Where the match ends that begins with the text, and is all of it where it must be `whole`."""
        self.text = text
        ends: list[int] = []

        def on(end: int) -> bool:
            ends.append(end)
            return not whole or end == len(text)

        return ends[-1] if self._goes(list(self.tree), 0, self.flags, on) else None

    def _find(self) -> None:
        at = 0
        while at <= len(self.text):
            at = max(self._end(list(self.tree), at, self.flags) or 0, at + 1)

    def _goes(self, nodes: list[Any], at: int, flags: int, on: Goes) -> bool:
        if not nodes:
            return on(at)
        self.count += 1
        if self.count >= self.enough:
            raise TooManyError
        (kind, value), rest = nodes[0], nodes[1:]
        if kind in _SINGLE:
            here = at < len(self.text) and self._is(kind, value, self.text[at], flags)
            return here and self._goes(rest, at + 1, flags, on)
        return self._composed(kind, value, at, flags, lambda then: self._goes(rest, then, flags, on))

    def _composed(  # noqa: PLR0911 - one of each kind
        self, kind: Any, value: Any, at: int, flags: int, on: Goes
    ) -> bool:
        if kind is kinds.BRANCH:
            return any(self._goes(list(branch), at, flags, on) for branch in value[1])
        if kind is kinds.SUBPATTERN:
            return self._goes(list(value[3]), at, (flags | value[1]) & ~value[2], self._noting(value[0], at, on))
        if kind is kinds.GROUPREF:
            said = self.groups.get(value, "")
            here = self.text[at : at + len(said)]
            same = here.lower() == said.lower() if flags & _IGNORECASE else here == said
            return same and on(at + len(said))
        if kind in _REPEATS:
            return self._repeated(kind, value, at, flags, on)
        if kind is kinds.ATOMIC_GROUP:
            end = self._end(list(value), at, flags)
            return end is not None and on(end)
        if kind in {kinds.ASSERT, kinds.ASSERT_NOT}:
            start = at if value[0] > 0 else at - value[1].getwidth()[0]
            holds = start >= 0 and self._end(list(value[1]), start, flags) is not None
            return holds is (kind is kinds.ASSERT) and on(at)
        if kind is kinds.AT:
            return self._stands(value, at, flags) and on(at)
        raise NotImplementedError(kind)

    def _end(self, nodes: list[Any], at: int, flags: int) -> int | None:
        ends: list[int] = []

        def on(end: int) -> bool:
            ends.append(end)
            return True

        return ends[0] if self._goes(nodes, at, flags, on) else None

    def _noting(self, group: int | None, start: int, on: Goes) -> Goes:
        def noted(end: int) -> bool:
            if group is not None:
                self.groups[group] = self.text[start:end]
            return on(end)

        return noted

    def _repeated(self, kind: Any, value: Any, at: int, flags: int, on: Goes) -> bool:
        least, most, body = value
        if len(body) == 1 and body[0][0] in _SINGLE:
            return self._run(kind, least, most, body[0], at, flags, on)

        def again(done: int, here: int) -> bool:
            def more(then: int) -> bool:
                return (then > here or done < least) and again(done + 1, then)

            def another() -> bool:
                return done < most and self._goes(list(body), here, flags, more)

            if kind is kinds.MIN_REPEAT:
                return (done >= least and on(here)) or another()
            return another() or (done >= least and on(here))

        return again(0, at)

    def _run(self, kind: Any, least: int, most: int, body: Any, at: int, flags: int, on: Goes) -> bool:
        """A repeated single letter, as `re` does it: forward, then back."""
        end = at
        while end < len(self.text) and end - at < most and self._is(body[0], body[1], self.text[end], flags):
            end += 1
            self.count += 1
            if kind is kinds.MIN_REPEAT and end - at >= least and on(end - 1 if end - at > least else end):
                return True
        if end - at < least:
            return False
        if kind is not kinds.MAX_REPEAT:
            return on(end)
        for place in range(end, at + least - 1, -1):
            self.count += 1
            if on(place):
                return True
        return False

    def _is(self, kind: Any, value: Any, letter: str, flags: int) -> bool:
        if kind is kinds.ANY:
            return bool(flags & _DOTALL) or letter != "\n"
        letters = {letter, letter.lower(), letter.upper()} if flags & _IGNORECASE else {letter}
        if kind is kinds.LITERAL:
            return chr(value) in letters
        if kind is kinds.NOT_LITERAL:
            return chr(value) not in letters
        negated = value[0][0] is kinds.NEGATE
        return any(_among(item, letters) for item in value[negated:]) is not negated

    def _stands(self, value: Any, at: int, flags: int) -> bool:
        text = self.text
        if value in {kinds.AT_BEGINNING_STRING, kinds.AT_BEGINNING}:
            return at == 0 or (value is kinds.AT_BEGINNING and bool(flags & _MULTILINE) and text[at - 1] == "\n")
        if value is kinds.AT_END_STRING:
            return at == len(text)
        if value is kinds.AT_END:
            return at == len(text) or (text[at] == "\n" and (at == len(text) - 1 or bool(flags & _MULTILINE)))
        word = _CATEGORIES[kinds.CATEGORY_WORD]
        edge = (at > 0 and word(text[at - 1])) is not (at < len(text) and word(text[at]))
        return edge is (value is kinds.AT_BOUNDARY)


def _among(item: Any, letters: set[str]) -> bool:
    kind, value = item
    if kind is kinds.LITERAL:
        return chr(value) in letters
    if kind is kinds.RANGE:
        return any(value[0] <= ord(letter) <= value[1] for letter in letters)
    return any(_CATEGORIES[value](letter) for letter in letters)


def hardest(steps: Steps, length: int, most: float, how: str) -> str | None:
    """What makes twice the text more than `most` times the steps; None where nothing that is thought of here does."""
    for begun in _beginnings(steps):
        for piece in _pieces(steps):
            if all(_grows(steps, begun, piece, at, how, most) for at in (length, 6 * length)):
                return f"{begun!r}, then {piece!r} again and again"
    return None


def _grows(steps: Steps, begun: str, piece: str, length: int, how: str, most: float) -> bool:
    """Whether twice the text takes more than `most` times the steps: those beyond need not be counted."""
    once_long, twice_long = (begun + piece * max(letters // len(piece), 2) + "\x01" for letters in (length, 2 * length))
    once = steps.taken(once_long, how)
    enough = min(int(most * once) + 1, ENOUGH)
    return once >= enough or steps.taken(twice_long, how, enough) >= enough


def _pieces(steps: Steps) -> list[str]:
    """Pieces whose repetition is hard for a pattern: what it begins with, up to each part, and each that repeats."""
    parts = list(steps.tree)
    begun = [_example(steps, parts[:end]) for end in range(1, len(parts) + 1)]
    return list(dict.fromkeys(piece for piece in (*begun, *_bodies(steps, parts)) if piece))[:MOST_PIECES]


def _beginnings(steps: Steps) -> list[str]:
    """What brings a pattern to each of its parts that repeat."""
    parts = list(steps.tree)
    repeated = [place for place, (kind, _) in enumerate(parts) if kind in _REPEATS or kind is kinds.SUBPATTERN]
    return list(dict.fromkeys(["", *(_example(steps, parts[:place]) for place in repeated)]))[:MOST_BEGINNINGS]


def _bodies(steps: Steps, nodes: list[Any]) -> Iterator[str]:
    for kind, value in nodes:
        if kind in _REPEATS:
            yield _example(steps, list(value[2]))
            yield from _bodies(steps, list(value[2]))
        elif kind is kinds.SUBPATTERN:
            yield from _bodies(steps, list(value[3]))
        elif kind is kinds.BRANCH:
            for branch in value[1]:
                yield from _bodies(steps, list(branch))


def _example(steps: Steps, nodes: list[Any]) -> str:
    """The simplest text that such nodes match; what they look at beside it is left out."""
    said = ""
    for kind, value in nodes:
        if kind is kinds.LITERAL:
            said += chr(value)
        elif kind in _SINGLE:
            said += next(
                (letter for letter in _letters(kind, value) if steps._is(kind, value, letter, steps.flags)), ""
            )
        elif kind in _REPEATS:
            said += _example(steps, list(value[2])) * max(value[0], min(value[1], 1))
        elif kind is kinds.SUBPATTERN:
            said += _example(steps, list(value[3]))
        elif kind is kinds.BRANCH:
            said += _example(steps, list(value[1][0]))
    return said


def _letters(kind: Any, value: Any) -> str:
    named = value if kind is kinds.IN else ()
    return _SAMPLES + "".join(
        chr(each if item is kinds.LITERAL else each[0]) for item, each in named if item in {kinds.LITERAL, kinds.RANGE}
    )
