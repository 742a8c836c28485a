"""What a document says, the plain blocks that readers of formats hand over, and both as plain data; text made tidy."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from data.documents.legacy import modern
from data.words import unpiled

Progress = Callable[[int, int | None], None]
"""Hears again and again how much is done, and of how much where that is known; in whatever is counted."""


def unheard(_done: int, _total: int | None) -> None:
    """Progress that nobody asks for."""


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """Phần đầu văn bản: what the document calls itself; None where it does not say."""

    number: str | None
    """Số, ký hiệu: "06/KH-UBND"."""
    issued_on: date | None
    """The day of the place-and-date line, else of the annex's line."""
    issuer: str | None
    """Cơ quan ban hành: "UBND thành phố Hưng Yên"."""
    kind: str | None
    """Loại văn bản: "Kế hoạch"."""
    title: str | None
    """Trích yếu: "Tuyên truyền cải cách hành chính năm 2023"."""
    year: int | None
    annex_cites: date | None
    """The day in "(Kèm theo Kế hoạch số … ngày …)"; it may differ from `issued_on`."""
    blanks: tuple[str, ...] = ()
    """What it leaves room for, to be filled in by hand: "number", "day"."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the annex, each cell as written but for white space."""

    number: str
    """Số thứ tự without its trailing dot; "I.1" where numbers begin anew in each section."""
    section: str | None
    """The heading rows above it: "A. Nền móng / I. Thể chế"."""
    title: str
    product: str
    lead: str
    coordinating: str
    deadline: str
    extra: tuple[tuple[str, str], ...]
    """(heading, cell) of every other column that is not blank."""
    line: int
    """Where it begins: line of the text, row of the sheet or of the table, from 1."""
    start: str = ""
    """When the work begins, where that has a column of its own."""
    state: str = ""
    """How it stands, in a list that is kept while the work goes on: "Đã hoàn thành"."""
    progress: str = ""
    """How far it is there: "70%"."""
    done: str = ""
    """The day on which it was really done."""
    extended: str = ""
    """The later day that it was given: "30/9/2026 (CV 15/UBND)"."""
    both_sides: bool = False
    """Whether `lead` stands under a heading that is of those who support too: "Chủ trì, phối hợp"."""
    offered: bool = False
    """Whether it may be no task of its own: it is offered, as a duty is."""
    monitoring: str = ""
    """Who sees to it that it is done, where they have a column of their own: "Cơ quan theo dõi, đôn đốc"."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One paragraph of the part "Tổ chức thực hiện"."""

    number: str
    """Section, heading and paragraph: "III.1.4"."""
    heading: str
    """The agency as the heading writes it."""
    text: str
    coordinating: str = ""
    """The agencies that an order says it is done with, as written."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What stands in the file and is no part of any task, or needs a look: nothing is passed over without a word."""

    kind: str
    """column · table · struck · hidden (read, but not shown by the sheet) · sheet · formula"""
    name: str
    """The column's heading, the table's headings, the sheet's name, the cells; "" where there is none."""
    count: int
    """How many cells or rows."""


@dataclass(frozen=True, slots=True)
class Document:
    """A plan as read: nothing in it has been interpreted yet."""

    title: TitleBlock
    rows: tuple[Row, ...]
    duties: tuple[Duty, ...]
    opening: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The first lines as written, stamps and marks among them."""
    left_out: tuple[LeftOut, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    """(heading, meaning) of each column whose meaning only its cells have told."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a look through a file has found: a mark of state secrets; whether all that is text in it was looked at."""

    marked: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of running text and its place; consecutive places mean that nothing stands between."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Cells:
    """A row of a table. A line break inside a cell is kept as a new paragraph of that cell."""

    texts: tuple[str, ...]
    line: int
    repeated: frozenset[int] = frozenset()
    """Columns whose text is that of the cell above, merged downwards."""
    struck: bool = False
    """All that is written in it has been struck out."""
    hidden: bool = False
    """The sheet does not show it."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the document, its heading included."""

    rows: tuple[Cells, ...]


Block = Paragraph | Grid | LeftOut


Plain = dict[str, Any]
Value = TypeVar("Value")


def plain_of(document: Document) -> Plain:
    """The document in what JSON has."""
    plain = asdict(document)
    for name in ("issued_on", "annex_cites"):
        day: date | None = getattr(document.title, name)
        plain["title"][name] = day and day.isoformat()
    return plain


def document_of(plain: Any) -> Document:
    """The document again.

    Raises:
        KeyError, TypeError, ValueError: these are not the data of one; whoever sent them is not to be believed.
    """
    return Document(
        _title(plain["title"]),
        tuple(map(_row, plain["rows"])),
        tuple(
            Duty(*(_text(each[name]) for name in ("number", "heading", "text", "coordinating")))
            for each in plain["duties"]
        ),
        tuple(map(_text, plain["opening"])),
        tuple(LeftOut(_text(each["kind"]), _text(each["name"]), _number(each["count"])) for each in plain["left_out"]),
        tuple((_text(heading), _text(role)) for heading, role in plain["guessed"]),
    )


def _title(plain: Any) -> TitleBlock:
    return TitleBlock(
        number=_maybe(_text, plain["number"]),
        issued_on=_maybe(date.fromisoformat, plain["issued_on"]),
        issuer=_maybe(_text, plain["issuer"]),
        kind=_maybe(_text, plain["kind"]),
        title=_maybe(_text, plain["title"]),
        year=_maybe(_number, plain["year"]),
        annex_cites=_maybe(date.fromisoformat, plain["annex_cites"]),
        blanks=tuple(map(_text, plain["blanks"])),
    )


def _row(plain: Any) -> Row:
    return Row(
        number=_text(plain["number"]),
        section=_maybe(_text, plain["section"]),
        title=_text(plain["title"]),
        product=_text(plain["product"]),
        lead=_text(plain["lead"]),
        coordinating=_text(plain["coordinating"]),
        deadline=_text(plain["deadline"]),
        extra=tuple((_text(heading), _text(cell)) for heading, cell in plain["extra"]),
        line=_number(plain["line"]),
        start=_text(plain["start"]),
        state=_text(plain["state"]),
        progress=_text(plain["progress"]),
        done=_text(plain["done"]),
        extended=_text(plain["extended"]),
        both_sides=plain["both_sides"] is True,
        offered=plain["offered"] is True,
        monitoring=_text(plain["monitoring"]),
    )


def _maybe(read: Callable[[Any], Value], plain: Any) -> Value | None:
    return None if plain is None else read(plain)


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise TypeError
    return plain


def _number(plain: Any) -> int:
    if not isinstance(plain, int):
        raise TypeError
    return plain


_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))

_OFTEN = 200
"""Letters of a text that is remembered; longer ones are seldom said twice."""

_EMPHASIS = re.compile(r"\*([^*\s][^*\n]{0,200})\*")


def tidy(text: str) -> str:
    """Composed letters of Unicode, single spaces, nothing invisible and no Markdown emphasis."""
    return _tidied_again(text) if len(text) <= _OFTEN else _tidied(text)


def _tidied(text: str) -> str:
    plain = unicodedata.normalize("NFC", unpiled(modern(text).translate(_INVISIBLE))).replace("**", "")
    return " ".join(_EMPHASIS.sub(r"\1", plain).split())


# Cells of a table are looked at again and again, and many say the same.
_tidied_again = lru_cache(maxsize=8_192)(_tidied)


def tidy_lines(text: str) -> str:
    """The same for each line of a cell; blank lines are dropped."""
    return "\n".join(filter(None, map(tidy, text.splitlines())))


def fold(text: str) -> str:
    """Lower case without accents, for comparing: "Nhiệm vụ" → "nhiem vu"."""
    plain = unicodedata.normalize("NFD", tidy(text).lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def begins_lower(text: str) -> bool:
    """Whether it goes on with a sentence rather than beginning one."""
    return text[:1].islower()


def ends_sentence(text: str) -> bool:
    """Whether nothing is missing at its end."""
    return text.rstrip("*_\"”' ")[-1:] in {".", ";", ":", "!", "?", "…", "/"}


def join_wrapped(lines: Iterable[str]) -> str:
    """Lines broken by the page's width as one: a hyphen inside a word ("HĐND-", "2021-") takes no space."""
    joined: list[str] = []
    for line in filter(None, map(str.strip, lines)):
        if joined and not re.search(r"\w[-/]$", joined[-1]):
            joined.append(" ")
        joined.append(line)
    return "".join(joined)
