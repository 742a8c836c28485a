"""One line for a whole reading, so that a table of cells reads like a glossary."""

from collections.abc import Iterable

from data.deadline import Due, Span, read
from data.deadline.values import Deadline


def said(deadline: Deadline) -> str:
    """Give every field that says something, but the cell's text; long lists of days by their ends and length.

    A due day is followed by the span of the words that named it, where that is no day: "2025-06-30 (quarter)". Behind
    the last sign stand the doubts.
    """
    parts = {
        "from": deadline.start,
        "due": _days(deadline.dues),
        "every": _several(deadline.cadences) or deadline.cadence,
        "on days": _several(deadline.month_days),
        "on weekdays": _several(deadline.weekdays),
        "until": deadline.until,
        "after": deadline.after,
        "planned": deadline.planned,
        "hard": deadline.hard,
        "begins": deadline.begins,
        "at": deadline.time,
        "when": f"«{deadline.trigger}»" if deadline.trigger else None,
        "within": deadline.offset,
        "?": _several(deadline.doubts),
    }
    told = [f"{word} {value}" for word, value in parts.items() if value]
    return " · ".join([deadline.kind, *told])


def misread(cells: Iterable[tuple[str, str]], year: int = 2025) -> list[str]:
    """The rows of a table of cells whose reading is another: the cell, what is read, and what should be."""
    read_now = [(cell, said(read(cell, year)), reading) for cell, reading in cells]
    return [f"{cell}: {now} instead of {reading}" for cell, now, reading in read_now if now != reading]


def _several(values: Iterable[object]) -> str:
    return " ".join(str(value) for value in values)


def _days(dues: tuple[Due, ...]) -> str:
    shown = [dues[0], dues[-1]] if len(dues) > 6 else dues
    one_span = len({due.span for due in dues}) == 1
    span = f" ({dues[0].span})" if one_span and dues[0].span is not Span.DAY else ""
    days = [f"{due.day}" if one_span or due.span is Span.DAY else f"{due.day} ({due.span})" for due in shown]
    return (f"{days[0]} … {days[1]}, {len(dues)}" if len(dues) > 6 else " ".join(days)) + span if dues else ""
