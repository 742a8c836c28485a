"""A file that cannot be read or written: the plan's, the registry of units, the calendar."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class DocumentUnreadable(Refusal):
    """The file at `path` cannot be read; `reason` is a code such as "missing" or "scanned-pdf"."""

    path: str
    reason: str


@dataclass(eq=False, kw_only=True)
class FileExists(Refusal):
    """There is a file at `path` already, and it is not written over."""

    path: str


@dataclass(eq=False, kw_only=True)
class FileUnwritable(Refusal):
    """No file can be written at `path`; `detail` is the system's reason."""

    path: str
    detail: str


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
class PlanYearUnknown(Refusal):
    """The document does not say its year and none was given."""

    path: str


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
