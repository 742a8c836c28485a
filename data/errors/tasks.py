"""Which task or period is meant, and whose it is."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class NumberMissing(Refusal):
    """The command needs a task number."""

    command: str


@dataclass(eq=False, kw_only=True)
class TaskUnknown(Refusal):
    """No task has this number; whoever asks follows up all tasks, as Nội vụ does, or has some."""

    number: str
    sees_all: bool = False


@dataclass(eq=False, kw_only=True)
class TaskOfOthers(Refusal):
    """The task exists but this unit does not lead it; the units that do are `leads`, where it supports them."""

    number: str
    coordinating: bool
    leads: tuple[str, ...] = ()


@dataclass(eq=False, kw_only=True)
class TaskInSeveralPlans(Refusal):
    """The unit leads a task of this number in several plans; `numbers` name their plan, `commands` say each whole."""

    number: str
    numbers: tuple[str, ...]
    commands: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class TaskOfSeveral(Refusal):
    """Something was said in answer to a message about several tasks, without the number of one.

    `commands` say it with each of the `numbers`.
    """

    numbers: tuple[str, ...]
    commands: tuple[str, ...]
    titles: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class NotLeading(Refusal):
    """The unit does not lead the task."""

    number: str
    unit: str


@dataclass(eq=False, kw_only=True)
class NotOpenYet(Refusal):
    """The task's next period has not begun."""

    number: str


@dataclass(eq=False, kw_only=True)
class PeriodNotAsked(Refusal):
    """The task is not reported for the `period` that was named, but for `periods` so far; by their keys."""

    number: str
    period: str
    periods: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class PeriodOrUnitUnknown(Refusal):
    """What was asked about is no task number, unit or period; `command` is how it was asked."""

    text: str
    command: str


@dataclass(eq=False, kw_only=True)
class DatesReversed(Refusal):
    """A period ends before it begins."""

    start: str
    end: str


@dataclass(eq=False, kw_only=True)
class TaskOfSeveralUnits(Refusal):
    """Several units of the chat lead the task, and none was named.

    `commands` say what was typed with each of the `units`, which are named.
    """

    number: str
    units: tuple[str, ...]
    commands: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class TooManyNumbers(Refusal):
    """More tasks were named at once than one message can answer for."""

    most: int
    given: int


@dataclass(eq=False, kw_only=True)
class OneAtATime(Refusal):
    """The command is for one task, and several were named."""

    command: str
    number: str
