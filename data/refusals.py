"""What a person can be told cannot be done: a class each, a code and its fields; `locales.refusals` has the words."""

from inspect import get_annotations
from typing import TYPE_CHECKING, ClassVar, dataclass_transform

if TYPE_CHECKING:  # every command of the shell loads this module, and few have choices
    from data.talk import Act


@dataclass_transform(eq_default=False, kw_only_default=True)
class Refusal(Exception):  # noqa: N818 - it is an answer to a person, not a fault
    """What was asked cannot be done, and somebody must be told why. The annotations of a class are its fields.

    Its sentence `asks` for the one thing that lacks: "task", "day", "unit", "text" or "ground"; empty where for none.
    """

    asks: ClassVar[str] = ""
    _names: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        # A dataclass each would take a tenth of the time in which a command starts.
        cls._names = (*cls._names, *get_annotations(cls))

    def __init__(self, **given: object) -> None:
        super().__init__()
        missing = [name for name in self._names if name not in given and not hasattr(type(self), name)]
        if missing or not given.keys() <= set(self._names):
            raise TypeError(f"{self.code} has the fields {self._names}, not {tuple(given)}")
        self.__dict__ |= given

    @property
    def code(self) -> str:
        """The class's name, under which the sentence is kept."""
        return type(self).__name__

    @property
    def fields(self) -> dict[str, object]:
        """What the sentence is filled with."""
        return {name: getattr(self, name) for name in self._names}

    def __str__(self) -> str:
        return f"{self.code}({', '.join(f'{name}={value!r}' for name, value in self.fields.items())})"

    __repr__ = __str__


# What is brought before leaders, or said to units in Nội vụ's own words.


class TextMissing(Refusal):
    """The command needs words to pass on; `example` is what one might type."""

    asks = "text"
    example: str


class SampleTyped(Refusal):
    """A line that we show came back with the gap that stands in it for somebody's own figures or words."""


class NobodyHears(Refusal):
    """None of those who should hear has a chat that can be written to."""


class NothingDrafted(Refusal):
    """There are no drafted words that could be sent."""


class SentAlready(Refusal):
    """The same has been sent before; nothing was sent now."""


class NothingToRelease(Refusal):
    """No exception is left that leaders might be let hear of."""


class ReleaseUnclear(Refusal):
    """What is to be brought before the leaders, or left out, cannot be read in `text`; nothing was sent."""

    text: str


class NotAnException(Refusal):
    """What is to be left out, as `text` names it, is not in the list."""

    text: str


class NothingShown(Refusal):
    """This chat has not been shown a list of this number."""

    number: str


# Evidence (Minh chứng), and any file that comes in by chat.


class FileTooLarge(Refusal):
    """A file of more than so many `megabytes` came in."""

    name: str
    megabytes: int


class FilesWaiting(Refusal):
    """So many `files`, or so many `megabytes` of them, wait in a chat that no more can."""

    files: int
    megabytes: int


class EvidenceFull(Refusal):
    """The report of a task has `count` files behind it, and takes no more than `most`."""

    number: str
    count: int
    most: int


class FileEmpty(Refusal):
    """A file came in with nothing in it."""

    name: str


class FileLost(Refusal):
    """A file that came in could not be had, or kept."""

    name: str


class FileWithoutTask(Refusal):
    """Evidence came in, and it is not known for which report."""

    asks = "task"


class FileNotHeld(Refusal):
    """The file that a choice was about does not wait any more."""


class NothingToBack(Refusal):
    """There is no report of the task that could be backed by evidence."""

    number: str


class EvidenceOfOthers(Refusal):
    """What another unit has sent is not for this chat."""


class EvidenceGone(Refusal):
    """What is to be taken off a report is not behind it, or nothing is."""

    number: str


class EvidenceMissing(Refusal):
    """Nothing in what was said is evidence."""

    asks = "text"
    number: str


# Extensions (Gia hạn): a later day asked for, and decided on.


class LaterDayUnclear(Refusal):
    """No day can be read in `text`, which follows the task number; `command` is what was typed."""

    asks = "day"
    command: str
    number: str
    text: str


class DayPast(Refusal):
    """The day that is asked for, in ISO form, has gone by."""

    asks = "day"
    number: str
    day: str


class DayNotLater(Refusal):
    """The day that is asked for is not later than the due day; both in ISO form."""

    asks = "day"
    number: str
    day: str
    due: str


class NoDayToExtend(Refusal):
    """The task has no due day that could be moved; or it is of a period that has `closed`."""

    number: str
    closed: bool


class NoExtensionAsked(Refusal):
    """No request of the unit (or of anybody) for a later day waits for a decision."""

    number: str
    unit: str


class AnotherDayAsked(Refusal):
    """The unit of the code `short` now asks for `until`, another day than was decided on; ISO form."""

    number: str
    unit: str
    short: str
    until: str


# A file that cannot be read or written: the plan's, the registry of units, the calendar.


class DocumentUnreadable(Refusal):
    """The file at `path` cannot be read; `reason` is a code such as "missing" or "scanned-pdf"; a `form` as below."""

    path: str
    reason: str
    form: tuple[str, ...] = ()


class FileExists(Refusal):
    """There is a file at `path` already, and it is not written over."""

    path: str


class FileUnwritable(Refusal):
    """No file can be written at `path`; `detail` is the system's reason."""

    path: str
    detail: str


class TableMissing(Refusal):
    """The document has no table of tasks; a `form` made of it may lie in the data folder: name, path, SHA-256."""

    path: str
    form: tuple[str, ...] = ()


class ColumnsMissing(Refusal):
    """The table lacks columns that a plan cannot do without; a `form` as of TableMissing."""

    path: str
    columns: tuple[str, ...]
    form: tuple[str, ...] = ()


class TasksMissing(Refusal):
    """The document has a table or orders, and no task in it that can be read; a `form` as of TableMissing."""

    path: str
    form: tuple[str, ...] = ()


class FormWanted(Refusal):
    """The document has no tasks that could be read, in a table or in lines; the shell makes a form of it."""

    path: str


class WithdrawsMuch(Refusal):
    """So many (`count`) of `all` the tasks of a plan would be withdrawn that somebody must say so."""

    count: int
    all: int


class StatesUnsettled(Refusal):
    """The file says of so many tasks how they stand, and nobody has said whether that is put on record."""

    count: int


class PlanUnknown(Refusal):
    """No plan that is followed up is called so; none is followed up where the number is empty."""

    number: str


class PlanYearUnknown(Refusal):
    """The document does not say its year and none was given."""

    path: str


class RegistryUnreadable(Refusal):
    """The registry of units cannot be read; `reason` is a code, `line` where it went wrong."""

    path: str
    reason: str
    line: int | None = None
    detail: str = ""


class CalendarUnreadable(Refusal):
    """The calendar of days off cannot be read; `detail` is the line as written, or why the file cannot be opened."""

    path: str
    line: int | None = None
    detail: str = ""


# Who may: joining, roles, and what is never kept.


class NotJoined(Refusal):
    """This chat belongs to no unit yet."""


class NotAllowed(Refusal):
    """The person's role does not include this command."""

    command: str


class CodeForPerson(Refusal):
    """An invitation code for one person was typed in a group."""


class CodeInvalid(Refusal):
    """The invitation code is unknown, used up or expired."""


class TooManyTries(Refusal):
    """Too many wrong codes within the hour, from this person or in this chat."""


class AnonymousSpeaker(Refusal):
    """The channel does not say which person wrote, and the record must name one."""


class RegisteredOnly(Refusal):
    """In a group the command is for those who have joined in a private chat for its unit, or for Nội vụ.

    One that `decides` for Nội vụ is for those who have joined for Nội vụ.
    """

    command: str
    decides: bool = False


class MarkedSecret(Refusal):
    """What was sent carries a mark of state secrets; nothing of it was kept."""


class PersonUnknown(Refusal):
    """Nothing is kept of a person with this account."""

    channel: str
    account: str


# Plans and drafts, and settling what they leave open.


class NoPlan(Refusal):
    """Nothing has been imported yet: said to the operator."""


class NoPlanYet(Refusal):
    """No plan is followed yet: said in a chat, to the `coordinator`, who may bring one, or to others."""

    coordinator: bool


class DraftUnknown(Refusal):
    """No draft of this number waits for a decision."""

    number: str


class QuestionUnknown(Refusal):
    """No question of this number waits for an answer."""

    number: str


class DayUnread(Refusal):
    """No single day can be read in `text`, which follows the task number."""

    asks = "day"
    number: str
    text: str


class DayIsSet(Refusal):
    """The plan has set the task's day; another, that was `wanted`, needs a ground. Both in ISO form."""

    asks = "ground"
    number: str
    day: str
    wanted: str


class SeveralDays(Refusal):
    """The task is due on several days, of which none was named."""

    number: str


class NothingToDate(Refusal):
    """Nothing is owed of the task that a day could be set for."""

    number: str


class LeadsAlready(Refusal):
    """The unit leads the task, so it neither supports it nor follows it up."""

    number: str
    unit: str


class LastLead(Refusal):
    """The unit is the only one that leads the task; `instead` is what one types to name another in its place."""

    number: str
    unit: str
    instead: str


class NotSupporting(Refusal):
    """The unit does not support the task."""

    number: str
    unit: str


class NotFollowingUp(Refusal):
    """The unit does not follow the task up."""

    number: str
    unit: str


class ProductMissing(Refusal):
    """Nothing follows the task's number."""

    asks = "text"
    command: str
    number: str


class ProductIsSet(Refusal):
    """The plan names the task's product."""

    number: str
    product: str


class DutyTaken(Refusal):
    """The duty is followed up already."""

    number: str


class DutyRefused(Refusal):
    """The duty was put aside; to take it up after all needs to be said."""

    number: str


class DutyUnknown(Refusal):
    """No duty of this number, outside the table, is on offer."""

    number: str


class NotPastDue(Refusal):
    """It is not asked whether the task, due before the switch-on, is owed still."""

    number: str


# What is said about a task under way: progress, difficulties, reminding put off, supporting units asked.


class WordsMissing(Refusal):
    """The command needs a few words after the task number."""

    asks = "text"
    command: str
    number: str


class DifficultyUnknown(Refusal):
    """No difficulty in this task waits for an answer."""

    number: str


class DelayTooLong(Refusal):
    """Reminding can be put off until the ISO day `latest` at most: the due day, or a little later if that is past."""

    number: str
    latest: str
    overdue: bool


class QuietTooLong(Refusal):
    """The same of what has no deadline that could be put later: a check-in, or a task without a day."""

    number: str
    latest: str


class DelayUnclear(Refusal):
    """What follows the task number says neither a number of days nor a day to come."""

    asks = "day"
    number: str
    text: str


class NotReminded(Refusal):
    """The task is not reminded of any more, so there is nothing to put off."""

    number: str


class AskedToday(Refusal):
    """Those who support the task have been asked today already, `at` (aware, UTC)."""

    number: str
    at: object


class SupportedByNobody(Refusal):
    """The task has no supporting units that could be asked."""

    number: str


# Reports (Báo hoàn thành): made, taken back, shared, noted, sent back.


class AlreadyDone(Refusal):
    """The task has been reported already, `at` (aware, UTC)."""

    number: str
    at: object


class PartReported(Refusal):
    """One of the task's products has been reported already, `at` (aware, UTC)."""

    number: str
    part: str
    at: object


class NotAStandingDuty(Refusal):
    """The answer “nothing to report” is for a check-in, and this task has a product to deliver."""

    number: str


class NothingToUndo(Refusal):
    """The task has no report that could be taken back."""

    number: str


class AcceptedAlready(Refusal):
    """The coordinating office has taken note of the report; it can no longer be taken back by the unit."""

    number: str


class NoLongerOwed(Refusal):
    """The plan does not ask for it any more."""

    number: str


class ButtonOfAnother(Refusal):
    """The button was made for another person, who asked; `command` is what one types to ask oneself."""

    command: str


class ButtonStale(Refusal):
    """The button was made for something that has changed since."""


class ChoiceOfAnother(Refusal):
    """As ButtonOfAnother, of what was chosen by its number: nobody there has seen a button."""

    command: str


class ChoiceStale(Refusal):
    """As ButtonStale, of what was chosen by its number."""


class NothingMore(Refusal):
    """More of a list is asked for in a chat where none has been begun just now, or it has ended."""


class LedByOne(Refusal):
    """The task has one lead unit, which reports for nobody else."""

    number: str


class NothingToShare(Refusal):
    """No report of the unit could stand for the other lead units: it `has_report` and they all have, or it has none."""

    number: str
    unit: str
    has_report: bool


class NothingReported(Refusal):
    """Nobody (or not this unit) has reported the task."""

    number: str
    unit: str = ""


class NotedAlready(Refusal):
    """The coordinating office has taken note of all that was reported of the task."""

    number: str
    unit: str = ""


class ReasonMissing(Refusal):
    """What is to be added to a report must be said; `example` is what one might type."""

    asks = "text"
    example: str


class ShortTitleMissing(Refusal):
    """What a task is to be called must be said; so it is called now."""

    number: str
    called: str


class ShortTitleTooLong(Refusal):
    """What a task is to be called does not fit a line."""

    most: int
    count: int


# What keeps the service from running: settings, the database, channels, ports, parts not installed.


class SettingsInvalid(Refusal):
    """Settings are malformed: pairs of variable name and fault code."""

    faults: tuple[tuple[str, str], ...]


class EnvFileUnreadable(Refusal):
    """The file of settings cannot be believed, for a reason code: "rights", "encoding", or the `line` that is wrong."""

    path: str
    reason: str
    line: int | None = None
    detail: str = ""


class DatabaseUnavailable(Refusal):
    """The database cannot be opened; `url` carries no password."""

    url: str
    detail: str


class DatabaseAway(Refusal):
    """The open database cannot serve now; `reason` is locked, full, readonly, corrupt or away.

    Nothing is wrong with what was asked: whoever may wait does it again, and never counts it as handled or refused.
    """

    reason: str


class DatabaseNewer(Refusal):
    """A newer version than this one has written the database; `url` carries no password."""

    url: str


class DatabaseInconsistent(Refusal):
    """Rows of `tables` refer to rows that are not there, so this version's tables were not made of them."""

    url: str
    tables: tuple[str, ...]


class TokenRejected(Refusal):
    """A channel's server does not accept the token in the setting `variable`."""

    channel: str
    variable: str


class ChannelUnreachable(Refusal):
    """A channel's server does not answer."""

    channel: str
    server: str


class NotLoopback(Refusal):
    """The demo, in which one may speak as anybody, is for this machine alone; `host` is not."""

    host: str


class PortTaken(Refusal):
    """Another program listens on `port` already."""

    port: int


class AddressUnusable(Refusal):
    """This machine cannot be listened on at `host` and `port`; `detail` is the system's word for why."""

    host: str
    port: int
    detail: str


class ExtraMissing(Refusal):
    """An optional part of the installation is not there."""

    extra: str


# Which task or period is meant, and whose it is.


class NumberMissing(Refusal):
    """The command needs a task number."""

    asks = "task"
    command: str


class TaskUnknown(Refusal):
    """No task has this number; whoever asks follows up all tasks, as Nội vụ does, or has some."""

    number: str
    sees_all: bool = False


class TaskOfOthers(Refusal):
    """The task exists but this unit does not lead it; the units that do are `leads`, where it supports them."""

    number: str
    coordinating: bool
    leads: tuple[str, ...] = ()


class TaskInSeveralPlans(Refusal):
    """The unit leads a task of this number in several plans; `numbers` name their plan, `acts` do it with each."""

    asks = "task"
    number: str
    numbers: tuple[str, ...]
    acts: tuple["Act", ...]
    titles: tuple[str, ...]


class TaskOfSeveral(Refusal):
    """Something was said in answer to a message about several tasks, without the number of one.

    `acts` do it with each of the `numbers`.
    """

    asks = "task"
    numbers: tuple[str, ...]
    acts: tuple["Act", ...]
    titles: tuple[str, ...]


class NotLeading(Refusal):
    """The unit does not lead the task."""

    number: str
    unit: str


class NotOpenYet(Refusal):
    """The task's next period has not begun."""

    number: str


class NothingToAmend(Refusal):
    """The task has no report that could be added to, put right or counted for another period."""

    number: str


class PeriodMissing(Refusal):
    """It is not said for which period the report of a task is to count."""

    asks = "period"
    command: str
    number: str


class PeriodNotAsked(Refusal):
    """The task is not reported for the `period` that was named, but for `periods` so far; by their keys."""

    asks = "period"
    number: str
    period: str
    periods: tuple[str, ...]


class PeriodOrUnitUnknown(Refusal):
    """What was asked about is no task number, unit or period; `command` is how it was asked."""

    text: str
    command: str


class DatesReversed(Refusal):
    """A period ends before it begins."""

    start: str
    end: str


class PeriodUnknown(Refusal):
    """What a report was to be about is no period: said to the operator."""

    text: str


class PlanNotFollowed(Refusal):
    """No plan of this number is followed up, or several are and none was named; `known` are their numbers."""

    number: str
    known: tuple[str, ...]


class FileKindNotWritten(Refusal):
    """A report is written as a Word or an Excel file, which the name of `path` must say."""

    path: str


class TaskOfSeveralUnits(Refusal):
    """Several units of the chat lead the task, and none was named.

    `acts` do what was typed for each of the `units`, which are named.
    """

    asks = "unit"
    number: str
    units: tuple[str, ...]
    acts: tuple["Act", ...]


class TooManyNumbers(Refusal):
    """More tasks were named at once than one message can answer for."""

    most: int
    given: int


class OneAtATime(Refusal):
    """The command is for one task, and several were named."""

    command: str
    number: str


# Which unit is meant, and which chats speak for it.


class UnitUnknown(Refusal):
    """No unit has this code or name; `guesses` are near ones, `look` is what one types to see them all."""

    text: str
    guesses: tuple[str, ...] = ()
    look: str = "nhacviec units list"


class UnitOfOthers(Refusal):
    """This chat does not speak for the unit, and does not hear of its work."""

    unit: str


class UnitMissing(Refusal):
    """The command needs a unit; `example` is what one might type."""

    asks = "unit"
    example: str


class InviteeUnclear(Refusal):
    """What follows the unit says neither officer nor head; `short` is the unit's code."""

    short: str


class CoordinatorByOperator(Refusal):
    """Who may follow up the plan is for the operator to say; `short` is the coordinating office's code."""

    short: str


class InviteInPrivate(Refusal):
    """A one-time code is told in a private chat only."""


class NoOtherChannel(Refusal):
    """The office is reached by this channel alone."""

    channel: str


class SameChannel(Refusal):
    """The code is for another channel than the chat that it was made in; it stays good."""


class ChannelUnknown(Refusal):
    """The unit has no chat of the channel that was named; it has those of `channels`."""

    unit: str
    channels: tuple[str, ...]


class ChatUnknown(Refusal):
    """The unit has no chat of this number, or several and none was named.

    `numbers` are those it has, `short` is its code.
    """

    unit: str
    short: str
    numbers: tuple[str, ...]


class OwnChat(Refusal):
    """The chat that asks cannot take itself off its unit."""

    unit: str


class SameUnit(Refusal):
    """A unit cannot hand its work over to itself."""

    unit: str


class SuccessorUnknown(Refusal):
    """There is no unit of this name to hand work over to; it may be new."""

    text: str


class OneSuccessor(Refusal):
    """The work of units goes to one unit; `units` are the codes of the several that were named for it."""

    units: tuple[str, ...]


class HandedOver(Refusal):
    """The unit has handed its work over to `successor` already."""

    unit: str
    successor: str
