"""What a time cell says, as values: the six kinds of Deadline (Thời hạn), their due days and their cadence."""

from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Any


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
    time: str | None = None  # a clock time on the due day, HH:MM
    offset: str | None = None  # time allowed after the trigger: P15D, P6M; P10B counts working days
    month_days: tuple[int, ...] = ()  # named last days of the month of a recurring duty
    weekdays: tuple[int, ...] = ()  # named weekdays of a weekly duty, Monday 0

    @property
    def ambiguous(self) -> bool:
        """Whether a person should confirm the reading."""
        return bool(self.doubts)

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
    def from_record(cls, record: dict[str, Any]) -> "Deadline":
        """Rebuild what `to_record` gave; unknown keys are ignored, missing ones take their defaults."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: _rebuilt(name, value) for name, value in record.items() if name in known})


_DATES = frozenset({"start", "planned", "hard", "until", "after"})


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


def _rebuilt(name: str, value: Any) -> Any:
    if value is None:
        return None
    if name in _DATES:
        return date.fromisoformat(value)
    if name == "dues":
        return tuple(Due(date.fromisoformat(day), Span(span)) for day, span in value)
    if name == "cadences":
        return tuple(Cadence(one) for one in value)
    if name in ("kind", "cadence"):
        return Kind(value) if name == "kind" else Cadence(value)
    return tuple(value) if isinstance(value, list) else value
