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
class AnonymousSpeaker(Refusal):
    """The channel does not say which person wrote, and the record must name one."""


@dataclass(eq=False, kw_only=True)
class RegisteredOnly(Refusal):
    """In a group the command is for those who have joined in a private chat for its unit, or for Nội vụ."""

    command: str


@dataclass(eq=False, kw_only=True)
class MarkedSecret(Refusal):
    """What was sent carries a mark of state secrets; nothing of it was kept."""


@dataclass(eq=False, kw_only=True)
class PersonUnknown(Refusal):
    """Nothing is kept of a person with this account."""

    channel: str
    account: str


@dataclass(eq=False, kw_only=True)
class UnitUnknown(Refusal):
    """No unit has this code or name; `guesses` are near ones, `look` is what one types to see them all."""

    text: str
    guesses: tuple[str, ...] = ()
    look: str = "nhacviec units list"


# Chats and units


@dataclass(eq=False, kw_only=True)
class UnitMissing(Refusal):
    """The command needs a unit; `example` is what one might type."""

    example: str


@dataclass(eq=False, kw_only=True)
class TextMissing(Refusal):
    """The command needs words to pass on; `example` is what one might type."""

    example: str


@dataclass(eq=False, kw_only=True)
class NobodyHears(Refusal):
    """None of those who should hear has a chat that can be written to."""


@dataclass(eq=False, kw_only=True)
class NothingDrafted(Refusal):
    """There are no drafted words that could be sent."""


@dataclass(eq=False, kw_only=True)
class SentAlready(Refusal):
    """The same has been sent before; nothing was sent now."""


@dataclass(eq=False, kw_only=True)
class NothingToRelease(Refusal):
    """No exception is left that leaders might be let hear of."""


@dataclass(eq=False, kw_only=True)
class InviteeUnclear(Refusal):
    """What follows the unit says neither officer nor head; `short` is the unit's code."""

    short: str


@dataclass(eq=False, kw_only=True)
class InviteInPrivate(Refusal):
    """A one-time code is told in a private chat only."""


@dataclass(eq=False, kw_only=True)
class ChatUnknown(Refusal):
    """The unit has no chat of this number, or several and none was named.

    `numbers` are those it has, `short` is its code.
    """

    unit: str
    short: str
    numbers: tuple[str, ...]


@dataclass(eq=False, kw_only=True)
class OwnChat(Refusal):
    """The chat that asks cannot take itself off its unit."""

    unit: str


@dataclass(eq=False, kw_only=True)
class SameUnit(Refusal):
    """A unit cannot hand its work over to itself."""

    unit: str


@dataclass(eq=False, kw_only=True)
class HandedOver(Refusal):
    """The unit has handed its work over to `successor` already."""

    unit: str
    successor: str


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
class TaskInSeveralPlans(Refusal):
    """The unit leads a task of this number in several plans; `numbers` name their plan, `commands` say each whole."""

    number: str
    numbers: tuple[str, ...]
    commands: tuple[str, ...]
    titles: tuple[str, ...]


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
class LedByOne(Refusal):
    """The task has one lead unit, which reports for nobody else."""

    number: str


@dataclass(eq=False, kw_only=True)
class NothingToShare(Refusal):
    """The unit has no report of the task that could stand for the other lead units, or they have all reported."""

    number: str
    unit: str


@dataclass(eq=False, kw_only=True)
class FileTooLarge(Refusal):
    """A file of more than so many `megabytes` came in."""

    name: str
    megabytes: int


@dataclass(eq=False, kw_only=True)
class FileLost(Refusal):
    """A file that came in could not be had, or kept."""

    name: str


@dataclass(eq=False, kw_only=True)
class FileWithoutTask(Refusal):
    """Evidence came in, and it is not known for which report."""


@dataclass(eq=False, kw_only=True)
class NothingToBack(Refusal):
    """There is no report of the task that could be backed by evidence."""

    number: str


@dataclass(eq=False, kw_only=True)
class EvidenceMissing(Refusal):
    """Nothing in what was said is evidence."""

    number: str


@dataclass(eq=False, kw_only=True)
class PartReported(Refusal):
    """One of the task's products has been reported already, `at` (aware, UTC)."""

    number: str
    part: str
    at: object


@dataclass(eq=False, kw_only=True)
class PeriodNotAsked(Refusal):
    """The task is not reported for the `period` that was named, but for `periods` so far; by their keys."""

    number: str
    period: str
    periods: tuple[str, ...]


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
class WordsMissing(Refusal):
    """The command needs a few words after the task number."""

    command: str
    number: str


@dataclass(eq=False, kw_only=True)
class DelayTooLong(Refusal):
    """Reminding can be put off until the ISO day `latest` at most: the due day, or a little later if that is past."""

    number: str
    latest: str
    overdue: bool


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


# Looking through, urging, extending


@dataclass(eq=False, kw_only=True)
class NotLeading(Refusal):
    """The unit does not lead the task."""

    number: str
    unit: str


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
    """The task has no due day that could be moved."""

    number: str


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


@dataclass(eq=False, kw_only=True)
class PeriodOrUnitUnknown(Refusal):
    """What was asked about is no task number, unit or period."""

    text: str


# Settling what a plan leaves open


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
    """The plan has set the task's day, in ISO form; only an extension moves it."""

    number: str
    day: str


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
class DutyUnknown(Refusal):
    """No duty of this number, outside the table, is on offer."""

    number: str


@dataclass(eq=False, kw_only=True)
class NotPastDue(Refusal):
    """It is not asked whether the task, due before the switch-on, is owed still."""

    number: str


# Drafts made in chat


@dataclass(eq=False, kw_only=True)
class DraftUnknown(Refusal):
    """No draft of this number waits for a decision."""

    number: str


@dataclass(eq=False, kw_only=True)
class ButtonStale(Refusal):
    """The button was made for something that has changed since."""
