"""Hiding a person wherever a row may name them: which columns hold words of people, and what in them is a name."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, SQLModel, select

from data.model import (
    Address,
    Change,
    Confirmation,
    Draft,
    Evidence,
    Extension,
    Message,
    Question,
    Received,
)

HIDDEN = "***"

# What people typed, and what was made of it. `tests/data/test_scrubbing.py` holds that no column is left undecided.
WORDS_OF_PEOPLE: Mapping[type[SQLModel], tuple[str, ...]] = {
    Address: ("offered", "held"),
    Change: ("before", "after"),
    Confirmation: ("note", "return_reason"),
    Draft: ("name",),
    Evidence: ("value",),
    Extension: ("reason", "ground"),
    Message: ("facts", "text", "offered"),
    Question: ("answer",),
    Received: ("content",),
}

_ROWS_AT_ONCE = 500
# How officers are spoken of. A name of one word is anybody's word: it is looked for only behind this, or alone.
_COMRADE = r"(?<!\w)(?:d/c|dc|dong\s+chi)\.?\s+"
_CALLED = r"(?<!\w)(?:anh|chi|ong|ba|co|chu|bac|em|thay|mr|mrs|ms)\.?\s+"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is looked for: letters without accents, in lower case, whatever blanks stand between its words.

    `given` is how the person is spoken of by the last word of a name of several: "anh Minh".
    """

    words: tuple[str, ...]
    pattern: re.Pattern[str]
    given: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Traces:
    """What points to a person: the names they have gone by, and the ids of account and chats, which stand alone."""

    names: tuple[Name, ...]
    ids: frozenset[str]


def traces_of(names: Iterable[str], ids: Iterable[str]) -> Traces:
    """What to look for of a person."""
    words = {tuple(_plain(_composed(name)).split()) for name in names}
    # The longest first: of "Trần Thị Lan" nothing may be left that a shorter name has cut.
    found = (
        Name(each, _pattern(each), _given(each))
        for each in sorted(filter(None, words), key=lambda each: (-len(each), each))
    )
    return Traces(tuple(found), frozenset(filter(None, ids)))


def hide_everywhere(session: Session, traces: Traces) -> None:
    """Hide a person in every row of every column that may hold words of people."""
    session.flush()
    for table, columns in WORDS_OF_PEOPLE.items():
        row_id = table.id  # type: ignore[attr-defined]  # every one of these has it
        fields = [getattr(table, name) for name in columns]
        rows = session.execute(select(row_id, *fields).execution_options(yield_per=_ROWS_AT_ONCE))
        found = [(each[0], hidden) for each in rows if (hidden := _hidden(columns, each[1:], traces))]
        for its_id, hidden in found:
            row = session.get_one(table, its_id)
            for name, value in hidden.items():
                setattr(row, name, value)
            session.add(row)
    session.flush()


def without(value: Any, traces: Traces) -> Any:
    """`value` with all that points to the person hidden; a string that said nothing else is empty."""
    match value:
        case str():
            return "" if value in traces.ids else _without_names(value, traces.names)
        case dict():
            return {name: without(each, traces) for name, each in value.items()}
        case list():
            return [without(each, traces) for each in value]
        case _:
            return value


def _hidden(columns: Iterable[str], values: Iterable[Any], traces: Traces) -> dict[str, Any]:
    """The columns of a row that named the person, with what they say without."""
    pairs = ((name, value, without(value, traces)) for name, value in zip(columns, values, strict=True))
    return {name: said for name, value, said in pairs if said != value}


def _without_names(text: str, names: Iterable[Name]) -> str:
    said = _composed(text)
    for name in names:
        plain = _plain(said)
        if tuple(plain.split()) == name.words:
            return ""
        for found in reversed(list(name.pattern.finditer(plain))):
            start, end = found.span("name")
            if len(name.words) > 1 or not _goes_on(said[end:]):
                said = said[:start] + HIDDEN + said[end:]
        said = _without_given(said, name)
    return said if said != _composed(text) else text


def _without_given(said: str, name: Name) -> str:
    """Without the given name where a person is called by it; in small letters it is a word like any other: "anh an"."""
    if name.given is None:
        return said
    for found in reversed(list(name.given.finditer(_plain(said)))):
        start, end = found.span("name")
        if said[start].isupper() and not _goes_on(said[end:]):
            said = said[:start] + HIDDEN + said[end:]
    return said


def _given(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if len(words) == 1:
        return None
    return re.compile(rf"(?:{_COMRADE}|{_CALLED})(?P<name>{re.escape(words[-1])})(?!\w)")


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    before = _COMRADE if len(words) == 1 else r"(?<!\w)"
    spelled = r"\s+".join(map(re.escape, words))
    return re.compile(rf"{before}(?P<name>{spelled})(?!\w)")


def _goes_on(rest: str) -> bool:
    """Whether a name of one word is but the beginning of somebody else's: the "Lan" of "đ/c Lan Anh"."""
    following = rest.lstrip()
    return following != rest and following[:1].isupper()


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _plain(text: str) -> str:
    """The text without accents and in lower case, letter for letter: a place in it is the same place in the text."""
    return text.translate(_LETTERS)


def _letter(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.translate({ord("Đ"): "d", ord("đ"): "d"}))[0].lower()[0]


# All letters with accents stand before this one.
_LETTERS = {code: plain for code in range(0x2000) if (plain := _letter(chr(code))) != chr(code)}
