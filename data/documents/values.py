"""What a document says, and the plain blocks in which each format's reader hands it over."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

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


@dataclass(frozen=True, slots=True)
class Duty:
    """One paragraph of the part "Tổ chức thực hiện"."""

    number: str
    """Section, heading and paragraph: "III.1.4"."""
    heading: str
    """The agency as the heading writes it."""
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A plan as read: nothing in it has been interpreted yet."""

    title: TitleBlock
    rows: tuple[Row, ...]
    duties: tuple[Duty, ...]
    opening: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """The first lines as written, stamps and marks among them."""


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


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands in the document, its heading included."""

    rows: tuple[Cells, ...]


Block = Paragraph | Grid
