"""A time that is marked instead of written: crosses under columns of months, quarters or years, to a Deadline."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from data.deadline.composing import read
from data.deadline.points import make_day
from data.deadline.values import Deadline, Due, Kind, Span
from data.words import fold

_CROSSES = frozenset(("x", "xx", "v", "+", "*", "•", "●", "✓", "✔", "√", "☑", "■", "▲", "co", "→", "x x"))
_ROMANS = ("i", "ii", "iii", "iv")
_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF: 6, Span.YEAR: 12}


class _Column(NamedTuple):
    first: date
    due: Due


def is_cross(cell: str) -> bool:
    """Whether a cell is nothing but a mark: "x", "✓", "●"."""
    return fold(cell).strip(" .()") in _CROSSES


def names_period(heading: str, year: int) -> bool:
    """Whether a heading names one month, quarter, half-year or year: "T3", "Quý I", "12/2025", "4", "IV"."""
    return _column(heading, year) is not None


def read_crosses(headings: Sequence[str], year: int) -> Deadline | None:
    """What the marked headings of one row come to, in a plan of `year`; None where one of them names no period.

    One column is due on its last day, a run of them is a range, columns apart are so many dates. Two runs of several
    columns are doubted: each may be one piece of work. Nothing marked says nothing.
    """
    columns = [_column(heading, year) for heading in headings]
    named = sorted({one for one in columns if one is not None})
    if len(named) < len(set(headings)) or None in columns:
        return None
    text = ", ".join(" ".join(heading.split()) for heading in headings)
    if not named:
        return Deadline(text, Kind.UNSPECIFIED)
    runs = list(_runs(named))
    dues = tuple(run[-1].due for run in runs)
    if len(runs) > 1:
        doubts = ("several-times",) if any(len(run) > 1 for run in runs) else ()
        return Deadline(text, Kind.MULTIPLE, dues=dues, doubts=doubts)
    if len(named) > 1:
        return Deadline(text, Kind.RANGE, start=named[0].first, dues=dues)
    return Deadline(text, Kind.ONCE, dues=dues)


def _column(heading: str, year: int) -> _Column | None:
    """A heading as a period; a bare number is a month's, a bare Roman one a quarter's."""
    bare = fold(heading).strip(" .")
    if bare.isdecimal() and len(bare) <= 2:
        heading = f"Tháng {bare}"
    elif bare in _ROMANS:
        heading = f"Quý {bare.upper()}"
    found = read(heading, year)
    if (
        found.kind is not Kind.ONCE
        or set(found.doubts) - {"narrowed"}
        or len(found.dues) != 1
        or found.dues[0].span is Span.DAY
    ):
        return None
    due = found.dues[0]
    month = due.day.month - _MONTHS[due.span] + 1
    return _Column(make_day(due.day.year, month, 1), due) if month > 0 else None


def _runs(named: Iterable[_Column]) -> Iterable[list[_Column]]:
    """The columns that follow one another, together."""
    run: list[_Column] = []
    for one in named:
        if run and one.first != run[-1].due.day + timedelta(days=1):
            yield run
            run = []
        run.append(one)
    if run:
        yield run
