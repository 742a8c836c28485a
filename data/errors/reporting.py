"""Reports (Báo hoàn thành): made, taken back, shared, noted, sent back."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class AlreadyDone(Refusal):
    """The task has been reported already, `at` (aware, UTC)."""

    number: str
    at: object


@dataclass(eq=False, kw_only=True)
class PartReported(Refusal):
    """One of the task's products has been reported already, `at` (aware, UTC)."""

    number: str
    part: str
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
class NoLongerOwed(Refusal):
    """The plan does not ask for it any more."""

    number: str


@dataclass(eq=False, kw_only=True)
class ButtonOfAnother(Refusal):
    """The button was made for another person, who asked; `command` is what one types to ask oneself."""

    command: str


@dataclass(eq=False, kw_only=True)
class ButtonStale(Refusal):
    """The button was made for something that has changed since."""


@dataclass(eq=False, kw_only=True)
class NothingMore(Refusal):
    """More of a list is asked for in a chat where none has been begun just now, or it has ended."""


@dataclass(eq=False, kw_only=True)
class LedByOne(Refusal):
    """The task has one lead unit, which reports for nobody else."""

    number: str


@dataclass(eq=False, kw_only=True)
class NothingToShare(Refusal):
    """No report of the unit could stand for the other lead units: it `has_report` and they all have, or it has none."""

    number: str
    unit: str
    has_report: bool


@dataclass(eq=False, kw_only=True)
class NothingReported(Refusal):
    """Nobody (or not this unit) has reported the task."""

    number: str
    unit: str = ""


@dataclass(eq=False, kw_only=True)
class NotedAlready(Refusal):
    """The coordinating office has taken note of all that was reported of the task."""

    number: str
    unit: str = ""


@dataclass(eq=False, kw_only=True)
class ReasonMissing(Refusal):
    """What is to be added to a report must be said; `example` is what one might type."""

    example: str
