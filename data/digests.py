"""What a unit, its head and Nội vụ hear in one slot, as facts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.facts import OccurrenceFact, QuestionFact, TaskFact, UnitFact
from data.kinds import Audience


@dataclass(frozen=True, slots=True)
class DigestItem:
    """One line of a digest: what it is about, which rung brought it, in which role it is heard.

    `leads` are the units that lead the task, where it is heard as a coordinating one.
    """

    occurrence: OccurrenceFact
    rung: str
    audience: Audience
    leads: tuple[UnitFact, ...] = ()


@dataclass(frozen=True, slots=True)
class UnitDigest:
    """What a unit hears in one slot. `standing` are the duties it will be asked about later in the year.

    `closed` are its check-ins whose period has closed unreported since its digest before.
    """

    unit: UnitFact
    items: tuple[DigestItem, ...]
    standing: tuple[OccurrenceFact, ...] = ()
    closed: tuple[OccurrenceFact, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadDigest:
    """What the head of a unit hears in one slot: the unit's own lateness."""

    unit: UnitFact
    late: tuple[OccurrenceFact, ...]


@dataclass(frozen=True, slots=True)
class CoordinatorDigest:
    """What Nội vụ hears in one slot: what is new, and what waits still.

    `missed` are the check-ins of a period that has just ended, or just closed unreported; `owing` says how many units
    owe them, by task and key. `settled` is what leaders heard of and what has been reported since. What waits:
    `in_grace` are all check-ins that can still be reported though their period has ended, `difficult` those whose
    difficulty nobody has answered; `unread` counts the reports nobody has looked at, `unanswered` the Questions where
    they are to be recalled. `not_joined` are units with work and without a chat. `this_week` is what falls due in the
    week that begins; None on its other days. `unreachable` are units with a chat that cannot be written to, and why.
    `outside` are the duties outside the table that nobody has decided on, told in full in a chat's `first` digest;
    `named` the tasks of a plan just switched on that a short title has been proposed for.
    """

    unit: UnitFact
    overdue: tuple[OccurrenceFact, ...] = ()
    answered: tuple[OccurrenceFact, ...] = ()
    asked: tuple[OccurrenceFact, ...] = ()
    questions: tuple[QuestionFact, ...] = ()
    unreachable: tuple[tuple[UnitFact, str], ...] = ()
    extensions: tuple[OccurrenceFact, ...] = ()
    missed: tuple[OccurrenceFact, ...] = ()
    owing: Mapping[tuple[int, str], int] = field(default_factory=dict)
    in_grace: tuple[OccurrenceFact, ...] = ()
    unread: int = 0
    unanswered: int = 0
    not_joined: tuple[UnitFact, ...] = ()
    settled: tuple[OccurrenceFact, ...] = ()
    difficult: tuple[OccurrenceFact, ...] = ()
    this_week: tuple[OccurrenceFact, ...] | None = None
    outside: tuple[TaskFact, ...] = ()
    named: tuple[TaskFact, ...] = ()
    first: bool = False
