"""Plans and drafts, and settling what they leave open."""

from dataclasses import dataclass

from data.errors.base import Refusal


@dataclass(eq=False, kw_only=True)
class NoPlan(Refusal):
    """Nothing has been imported yet: said to the operator."""


@dataclass(eq=False, kw_only=True)
class NoPlanYet(Refusal):
    """No plan is followed yet: said in a chat, to the `coordinator`, who may bring one, or to others."""

    coordinator: bool


@dataclass(eq=False, kw_only=True)
class DraftUnknown(Refusal):
    """No draft of this number waits for a decision."""

    number: str


@dataclass(eq=False, kw_only=True)
class QuestionUnknown(Refusal):
    """No question of this number waits for an answer."""

    number: str


@dataclass(eq=False, kw_only=True)
class DayUnread(Refusal):
    """No single day can be read in `text`, which follows the task number."""

    number: str
    text: str


@dataclass(eq=False, kw_only=True)
class DayIsSet(Refusal):
    """The plan has set the task's day; another, that was `wanted`, needs a ground. Both in ISO form."""

    number: str
    day: str
    wanted: str


@dataclass(eq=False, kw_only=True)
class SeveralDays(Refusal):
    """The task is due on several days, of which none was named."""

    number: str


@dataclass(eq=False, kw_only=True)
class NothingToDate(Refusal):
    """Nothing is owed of the task that a day could be set for."""

    number: str


@dataclass(eq=False, kw_only=True)
class LeadsAlready(Refusal):
    """The unit leads the task, so it does not support it."""

    number: str
    unit: str


@dataclass(eq=False, kw_only=True)
class LastLead(Refusal):
    """The unit is the only one that leads the task; `instead` is what one types to name another in its place."""

    number: str
    unit: str
    instead: str


@dataclass(eq=False, kw_only=True)
class NotSupporting(Refusal):
    """The unit does not support the task."""

    number: str
    unit: str


@dataclass(eq=False, kw_only=True)
class ProductMissing(Refusal):
    """Nothing follows the task's number."""

    command: str
    number: str


@dataclass(eq=False, kw_only=True)
class ProductIsSet(Refusal):
    """The plan names the task's product."""

    number: str
    product: str


@dataclass(eq=False, kw_only=True)
class DutyTaken(Refusal):
    """The duty is followed up already."""

    number: str


@dataclass(eq=False, kw_only=True)
class DutyRefused(Refusal):
    """The duty was put aside; to take it up after all needs to be said."""

    number: str


@dataclass(eq=False, kw_only=True)
class DutyUnknown(Refusal):
    """No duty of this number, outside the table, is on offer."""

    number: str


@dataclass(eq=False, kw_only=True)
class NotPastDue(Refusal):
    """It is not asked whether the task, due before the switch-on, is owed still."""

    number: str
