"""What a time cell says, as values: the six kinds of Deadline (Thời hạn), their due days and their cadence."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

UNREADABLE = "unreadable"
"""The doubt of a Deadline whose record cannot be read."""


class Kind(StrEnum):
    """What sort of time a cell names."""

    ONCE = "once"
    RANGE = "range"
    RECURRING = "recurring"
    MULTIPLE = "multiple"
    CONDITIONAL = "conditional"
    UNSPECIFIED = "unspecified"


class Cadence(StrEnum):
    """How often a recurring duty comes round; UNSPECIFIED_PERIOD is a "định kỳ" that does not say."""

    CONTINUOUS = "continuous"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    SEMIANNUAL = "semiannual"
    YEARLY = "yearly"
    UNSPECIFIED_PERIOD = "unspecified-period"


class Span(StrEnum):
    """How wide the cell's own words are: it picks the ladder of reminders and the words."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """A last day, and the span of the words that named it."""

    day: date
    span: Span


@dataclass(frozen=True, slots=True)
class Deadline:
    """A cell's text and its reading; `doubts` are codes that say why a person should look at it."""

    text: str
    kind: Kind
    start: date | None = None
    dues: tuple[Due, ...] = ()  # sorted, one per day
    cadence: Cadence | None = None  # the finest where the cell names several
    trigger: str | None = None  # the condition, in the cell's words
    doubts: tuple[str, ...] = ()
    cadences: tuple[Cadence, ...] = ()  # all of them, finest first
    planned: date | None = None  # "dự kiến", where a later hard limit is given too
    hard: date | None = None  # a limit that the cell names beside its day
    until: date | None = None  # where a recurring duty ends
    after: date | None = None  # "sau ngày": not before the day that follows
    time: str | None = None  # a clock time on the due day, HH:MM; of an event the hour at which it ends, if it says so
    offset: str | None = None  # time allowed after the trigger: P15D, P6M; P10B counts working days
    month_days: tuple[int, ...] = ()  # named last days of the month of a recurring duty
    weekdays: tuple[int, ...] = ()  # named weekdays of a weekly duty, Monday 0
    begins: str | None = None  # the hour at which an event begins on its day, HH:MM

    @property
    def ambiguous(self) -> bool:
        """Whether a person should confirm the reading."""
        return bool(self.doubts)

    @property
    def is_unreadable(self) -> bool:
        """Whether it stands for a record that cannot be read."""
        return UNREADABLE in self.doubts

    @property
    def due(self) -> date | None:
        """The last day of a cell that has exactly one (once, range), else None."""
        single = self.kind in (Kind.ONCE, Kind.RANGE) and len(self.dues) == 1
        return self.dues[0].day if single else None

    def to_json(self) -> dict[str, object]:
        """Give the reading as the command line prints it, dates ISO."""
        return {
            "text": self.text,
            "kind": self.kind.value,
            "start": _iso(self.start),
            "due": _iso(self.due),
            "dues": [due.day.isoformat() for due in self.dues],
            "cadence": self.cadence.value if self.cadence else None,
            "trigger": self.trigger,
            "ambiguous": self.ambiguous,
        }

    def to_record(self) -> dict[str, Any]:
        """Give a JSON-able dict that `from_record` turns back into an equal value."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> "Deadline":
        """Rebuild what `to_record` gave; unknown keys are ignored, missing ones take their defaults.

        A record that cannot be read gives an unspecified Deadline with that doubt, and with its text where it has one.
        """
        try:
            read = {field.name: field.default is None for field in fields(cls) if field.name in record}
            told = {name: record[name] for name, optional in read.items() if not (optional and record[name] is None)}
            return cls(**{name: _READERS[name](value) for name, value in told.items()})
        except (TypeError, ValueError):
            text = record.get("text")
            return cls(text if isinstance(text, str) else "", Kind.UNSPECIFIED, doubts=(UNREADABLE,))


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Due):
        return [value.day.isoformat(), value.span.value]
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, StrEnum) else value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: Any) -> date:
    return date.fromisoformat(value)


def _among(there: range, value: Any) -> tuple[int, ...]:
    return tuple(there[there.index(one)] for one in value)


_READERS: Mapping[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "cadence": Cadence,
    "cadences": lambda value: tuple(Cadence(one) for one in value),
    "dues": lambda value: tuple(Due(date.fromisoformat(day), Span(span)) for day, span in value),
    "doubts": lambda value: tuple(_text(one) for one in value),
    "month_days": partial(_among, range(1, 32)),
    "weekdays": partial(_among, range(7)),
    **dict.fromkeys(("text", "trigger", "time", "offset", "begins"), _text),
    **dict.fromkeys(("start", "planned", "hard", "until", "after"), _day),
}
