"""What is wanted by a line, and what a chat knows when it is read: the values of the one reading. Pure.

A wish names a command of bot/commands.py by its words without accents ("xong", "gia han"). A few names are of the
reading alone; bot/meant.py has the command of each: "da bao chua" (what became of a report), "xin ke hoach" (the plan's
own file or a form), "doi dau moi" (another person follows from now on), "xem anh" (a report's evidence), "viec cua toi"
(one's own list), "bao thay" (a report of a named unit).
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from data.agencies.registry import Registry
from data.kinds import Role
from data.workdays import Workdays


class Mode(StrEnum):
    """What to do with what is read."""

    DO = "do"  # the words leave no doubt
    CONFIRM = "confirm"  # the one best reading, spelt out in full
    ASK = "ask"  # for the one thing that lacks
    TELL = "tell"  # a question: nothing is written
    LEAVE = "leave"  # a short polite sentence, or silence
    DECLINE = "decline"  # it cannot be; say what can


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing wanted, with what the words give; `except_tasks` and `except_units` are named as left out."""

    command: str
    tasks: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    period: str | None = None
    day: date | None = None
    counts: tuple[tuple[str, int], ...] = ()
    document: str | None = None
    document_day: date | None = None
    parts: tuple[str, ...] = ()
    except_tasks: tuple[str, ...] = ()
    except_units: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line means; `lacks` is a slot that must be asked for: task, day, unit, text, ground or period."""

    mode: Mode
    wishes: tuple[Wish, ...] = ()
    lacks: str | None = None


NOTHING = Reading(Mode.LEAVE)


@dataclass(frozen=True, slots=True)
class Reported:
    """What a unit has reported of a task for the period that is asked about now."""

    counts: tuple[tuple[str, int], ...] = ()
    document: str | None = None
    nothing: bool = False
    period: str | None = None


@dataclass(frozen=True, slots=True)
class TaskScene:
    """A task of the unit whose chat this is; `periods` are those that may be reported now, the older first."""

    number: str
    title: str
    parts: tuple[str, ...] = ()
    is_open: bool = True
    is_late: bool = False
    is_dated: bool = False
    told_today: bool = False
    reported: Reported | None = None
    due: date | None = None
    periods: tuple[str, ...] = ()
    product: str = ""  # as the plan has it


@dataclass(frozen=True, slots=True)
class PlanTask:
    """A task of the plans, whoever owes it."""

    number: str
    title: str
    product: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What the coordinator has to answer: a report ("xong"), an extension ("gia han") or a difficulty ("vuong")."""

    command: str
    task: str
    unit: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Awaiting:
    """The question that we asked last: what is known, and what lacks; where nothing does, a yes or a number does it.

    `choices` are what could be chosen, in the order in which they were printed.
    """

    known: tuple[Wish, ...] = ()
    lacks: str | None = None
    choices: tuple[tuple[Wish, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """What the chat knows in which a line is typed; `plans` are the numbers of those in force, "6" of 06/KH-UBND."""

    roles: frozenset[Role]
    today: date
    unit: str = ""
    unit_name: str = ""
    tasks: tuple[TaskScene, ...] = ()
    plan: tuple[PlanTask, ...] = ()
    registry: Registry | None = None
    groups: tuple[str, ...] = ()
    workdays: Workdays | None = None
    in_group: bool = False
    addressed: bool = True
    is_reply_to: tuple[str, ...] = ()
    is_forward: bool = False
    awaiting: Awaiting | None = None
    recent: tuple[Wish, ...] = ()  # what this chat has just had put on record, the last one last
    waiting: tuple[Waiting, ...] = ()
    attached: str | None = None  # "photo", "file"
    drew_up_plan: bool = False
    plans: tuple[str, ...] = ()
