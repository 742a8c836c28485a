"""Extensions (Gia hạn): a later day asked for, and decided on."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class LaterDayUnclear(Refusal):
    """No day can be read in `text`, which follows the task number; `command` is what was typed."""

    command: str
    number: str
    text: str


@dataclass(eq=False, kw_only=True)
class DayPast(Refusal):
    """The day that is asked for, in ISO form, has gone by."""

    number: str
    day: str


@dataclass(eq=False, kw_only=True)
class DayNotLater(Refusal):
    """The day that is asked for is not later than the due day; both in ISO form."""

    number: str
    day: str
    due: str


@dataclass(eq=False, kw_only=True)
class NoDayToExtend(Refusal):
    """The task has no due day that could be moved; or it is of a period that has `closed`."""

    number: str
    closed: bool


@dataclass(eq=False, kw_only=True)
class NoExtensionAsked(Refusal):
    """No request of the unit (or of anybody) for a later day waits for a decision."""

    number: str
    unit: str


@dataclass(eq=False, kw_only=True)
class AnotherDayAsked(Refusal):
    """The unit of the code `short` now asks for `until`, another day than was decided on; ISO form."""

    number: str
    unit: str
    short: str
    until: str
