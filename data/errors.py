"""Everything a person can be told when something cannot be done: a code (the class) and its fields.

The sentences are in `locales.refusals`; a test holds that every class here has one.
"""

from dataclasses import dataclass, fields


@dataclass(eq=False, kw_only=True)
class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault
    """What was asked cannot be done, and somebody must be told why."""

    @property
    def code(self) -> str:
        """The class's name, under which the sentence is kept."""
        return type(self).__name__

    @property
    def fields(self) -> dict[str, object]:
        """What the sentence is filled with."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def __str__(self) -> str:
        return f"{self.code}({', '.join(f'{name}={value!r}' for name, value in self.fields.items())})"


# Files


@dataclass(eq=False, kw_only=True)
class DocumentUnreadable(Refusal):
    """The file at `path` cannot be read; `reason` is a code such as "missing" or "scanned-pdf"."""

    path: str
    reason: str


@dataclass(eq=False, kw_only=True)
class TableMissing(Refusal):
    """The document has no table of tasks."""

    path: str


@dataclass(eq=False, kw_only=True)
class ColumnsMissing(Refusal):
    """The table lacks columns that a plan cannot do without."""

    path: str
    columns: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class RegistryUnreadable(Refusal):
    """The registry of units cannot be read; `reason` is a code, `line` where it went wrong."""

    path: str
    reason: str
    line: int | None = None
    detail: str = ""


@dataclass(eq=False, kw_only=True)
class CalendarUnreadable(Refusal):
    """The calendar of days off cannot be read; `detail` is the line as written, or why the file cannot be opened."""

    path: str
    line: int | None = None
    detail: str = ""


# Settings and the database


@dataclass(eq=False, kw_only=True)
class SettingsInvalid(Refusal):
    """Settings are malformed: pairs of variable name and fault code."""

    faults: tuple[tuple[str, str], ...]


@dataclass(eq=False, kw_only=True)
class DatabaseUnavailable(Refusal):
    """The database cannot be opened; `url` carries no password."""

    url: str
    detail: str


@dataclass(eq=False, kw_only=True)
class TokenRejected(Refusal):
    """A channel's server does not accept the token in the setting `variable`."""

    channel: str
    variable: str


@dataclass(eq=False, kw_only=True)
class ChannelUnreachable(Refusal):
    """A channel's server does not answer."""

    channel: str
    server: str


@dataclass(eq=False, kw_only=True)
class NotLoopback(Refusal):
    """The demo, in which one may speak as anybody, is for this machine alone; `host` is not."""

    host: str


@dataclass(eq=False, kw_only=True)
class PortTaken(Refusal):
    """Another program listens on `port` already."""

    port: int


@dataclass(eq=False, kw_only=True)
class ExtraMissing(Refusal):
    """An optional part of the installation is not there."""

    extra: str


# Plans


@dataclass(eq=False, kw_only=True)
class PlanYearUnknown(Refusal):
    """The document does not say its year and none was given."""

    path: str


@dataclass(eq=False, kw_only=True)
class NoPlan(Refusal):
    """Nothing has been imported yet."""


@dataclass(eq=False, kw_only=True)
class DatesReversed(Refusal):
    """A period ends before it begins."""

    start: str
    end: str


# Who may


@dataclass(eq=False, kw_only=True)
class NotJoined(Refusal):
    """This chat belongs to no unit yet."""


@dataclass(eq=False, kw_only=True)
class NotAllowed(Refusal):
    """The person's role does not include this command."""

    command: str


@dataclass(eq=False, kw_only=True)
class CodeInvalid(Refusal):
    """The invitation code is unknown, used up or expired."""


@dataclass(eq=False, kw_only=True)
class TooManyTries(Refusal):
    """Too many wrong codes from this person within the hour."""


@dataclass(eq=False, kw_only=True)
class UnitUnknown(Refusal):
    """No unit has this code or name; `guesses` are near ones."""

    text: str
    guesses: tuple[str, ...] = ()


# Tasks


@dataclass(eq=False, kw_only=True)
class NumberMissing(Refusal):
    """The command needs a task number."""

    command: str


@dataclass(eq=False, kw_only=True)
class TaskUnknown(Refusal):
    """No task has this number."""

    number: str


@dataclass(eq=False, kw_only=True)
class TaskOfOthers(Refusal):
    """The task exists but this unit does not lead it."""

    number: str
    coordinating: bool


@dataclass(eq=False, kw_only=True)
class NotOpenYet(Refusal):
    """The task's next period has not begun."""

    number: str


@dataclass(eq=False, kw_only=True)
class AlreadyDone(Refusal):
    """The task has been reported already, `at` (aware, UTC)."""

    number: str
    at: object


@dataclass(eq=False, kw_only=True)
class NotAStandingDuty(Refusal):
    """The answer “nothing to report” is for a check-in, and this task has a product to deliver."""

    number: str


@dataclass(eq=False, kw_only=True)
class NothingToUndo(Refusal):
    """The task has no report that could be taken back."""

    number: str


@dataclass(eq=False, kw_only=True)
class AcceptedAlready(Refusal):
    """The coordinating office has taken note of the report; it can no longer be taken back by the unit."""

    number: str


@dataclass(eq=False, kw_only=True)
class ButtonStale(Refusal):
    """The button was made for something that has changed since."""
