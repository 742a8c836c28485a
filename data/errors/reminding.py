"""What is said about a task under way: progress, difficulties, reminding put off, supporting units asked."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class WordsMissing(Refusal):
    """The command needs a few words after the task number."""

    command: str
    number: str


@dataclass(eq=False, kw_only=True)
class DifficultyUnknown(Refusal):
    """No difficulty in this task waits for an answer."""

    number: str


@dataclass(eq=False, kw_only=True)
class DelayTooLong(Refusal):
    """Reminding can be put off until the ISO day `latest` at most: the due day, or a little later if that is past."""

    number: str
    latest: str
    overdue: bool


@dataclass(eq=False, kw_only=True)
class QuietTooLong(Refusal):
    """The same of what has no deadline that could be put later: a check-in, or a task without a day."""

    number: str
    latest: str


@dataclass(eq=False, kw_only=True)
class DelayUnclear(Refusal):
    """What follows the task number says neither a number of days nor a day to come."""

    number: str
    text: str


@dataclass(eq=False, kw_only=True)
class NotReminded(Refusal):
    """The task is not reminded of any more, so there is nothing to put off."""

    number: str


@dataclass(eq=False, kw_only=True)
class AskedToday(Refusal):
    """Those who support the task have been asked today already, `at` (aware, UTC)."""

    number: str
    at: object


@dataclass(eq=False, kw_only=True)
class SupportedByNobody(Refusal):
    """The task has no supporting units that could be asked."""

    number: str
