"""What is asked about, which plans and shares whoever asks may look at, and what of it has not begun."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot import targets
from bot.talk import Ask
from data import views
from data.agencies.finder import short_group_name
from data.facts import Alike, OccurrenceFact, PlanFact, TaskFact, UnitFact
from data.kinds import Closing, Role
from data.lines.days import period_first
from data.lines.requests import Subject, read_subject
from data.model import Plan
from data.office.looking import Ahead, led_tasks, of_facts
from data.people import registering
from data.period import Period
from data.refusals import PeriodOrUnitUnknown, UnitUnknown
from data.views import assigned, figures, running
from data.views.figures import Condition
from data.views.running import Owed
from locales.items import by_task
from scheduler import periods
from scheduler.slots import local_day


@dataclass(frozen=True, slots=True)
class About:
    """What is asked about; nothing of a kind means all of it.

    `group` is the group whose members `units` are, `spoken` the period as typed. `everybody` is said in so many words,
    a group perhaps `loosely`, as "các xã"; the units in `without` and the tasks in `without_numbers` are left out.
    Of a unit that was merged into another, that one is among `units`; itself is in `former`.
    """

    numbers: tuple[str, ...] = ()
    units: tuple[UnitFact, ...] = ()
    group: UnitFact | None = None
    spoken: str = ""
    everybody: bool = False
    loosely: bool = False
    without: tuple[UnitFact, ...] = ()
    without_numbers: tuple[str, ...] = ()
    former: tuple[UnitFact, ...] = ()

    def period(self, year: int) -> Period | None:
        """The period that was named; one without a year is of `year`."""
        return period_first(self.spoken, year)[0] if self.spoken else None

    @property
    def is_one_unit(self) -> bool:
        """Whether one unit was named."""
        return len(self.units) == 1 and self.group is None

    @property
    def names_whom(self) -> bool:
        """Whether it is said of whom: of units, of a group, of everybody or of all but some."""
        return bool(self.units or self.everybody or self.without)

    @property
    def typed_units(self) -> tuple[str, ...]:
        """The units as one may type them again: by their codes, a group by its name."""
        units = (short_group_name(self.group.name),) if self.group else tuple(unit.code for unit in self.units)
        return (*units, f"tru {', '.join(unit.code for unit in self.without)}") if self.without else units

    def is_about(self, unit: UnitFact) -> bool:
        """Whether a unit is among those that were named, and not left out; where none was named, all are."""
        if unit.id in {each.id for each in self.without}:
            return False
        return not self.units or unit.id in {each.id for each in (*self.units, *self.former)}

    @property
    def whose(self) -> Condition:
        """The condition of being owed by a unit that `is_about` holds of."""
        named = [unit.id for unit in (*self.units, *self.former)] if self.units else []
        return figures.of_units(named, without=[unit.id for unit in self.without])

    def leaves_out(self, task: TaskFact) -> bool:
        """Whether a task was named as left out."""
        return not {task.number, task.typed}.isdisjoint(self.without_numbers)


def about(ask: Ask, text: str | None = None) -> About:
    """What the argument asks about, or `text` of it.

    Raises:
        PeriodOrUnitUnknown, UnitUnknown: not all of it is understood.
    """
    units = registering.read_units(ask.session)
    found = read_subject(ask.argument if text is None else text, ask.today, units.registry)
    if found.rest:
        raise PeriodOrUnitUnknown(text=found.rest[:60], command=ask.command)
    named = [units.of[code] for code in found.units]
    # A group keeps those of its members that were merged, for what they have reported.
    owing = [*(named if found.group else ()), *units.owing(found.units)]
    without = tuple(views.unit_fact(unit) for unit in units.owing(found.without))
    group = views.unit_fact(units.of[found.group]) if found.group else None
    numbers = tuple(number for number in found.numbers if number not in found.without_numbers)
    kept = tuple(fact for fact in dict.fromkeys(map(views.unit_fact, owing)) if fact not in without)
    gone = () if found.group else tuple(views.unit_fact(unit) for unit in named if unit.successor_id is not None)
    said = (found.spoken, found.everybody, found.loosely)
    return About(numbers, kept, group, *said, without, found.without_numbers, gone)


def is_talk(ask: Ask) -> bool:
    """Whether members of a group talk with one another in words that only begin like a question: none is understood."""
    if not ask.speaker.is_group:
        return False
    try:
        found = read_subject(ask.argument, ask.today, registering.load_registry(ask.session))
    except UnitUnknown:
        return True
    return bool(found.rest) and found == Subject(rest=found.rest)


def may_see(ask: Ask, plan: PlanFact) -> bool:
    """Whether this chat may look at a plan's figures: Nội vụ and leaders at all, who drew one up at that one."""
    return any(seat.sees_all or plan.id in seat.drew_up for seat in ask.seats)


def may_urge(ask: Ask) -> bool:
    """Whether this chat is Nội vụ's."""
    return any(seat.role is Role.COORDINATOR for seat in ask.seats)


def plans(ask: Ask) -> list[PlanFact]:
    """The plans that this chat may look at.

    Raises:
        NoPlanYet: there is none.
    """
    found = [plan for plan in views.plans(ask.session) if may_see(ask, plan)]
    if not found:
        raise targets.no_plan_yet(ask)
    return found


def tasks(ask: Ask, number: str) -> Sequence[TaskFact]:
    """The tasks of this number, in each plan that has one.

    Raises:
        TaskUnknown, NoPlanYet: there is none.
    """
    return assigned.find_tasks(ask.session, number) or (targets.task_of(ask, number),)


def default_year(ask: Ask, seen: Sequence[PlanFact]) -> int:
    """The year meant where none is typed: this one if a plan is of it, else that of the newest."""
    return next((plan.year for plan in seen if plan.year == ask.today.year), seen[-1].year)


def shares(ask: Ask, task_id: int, of: About, *conditions: Condition) -> list[OccurrenceFact]:
    """The shares of a task that are, or were, asked for, of the units asked about; those that meet all `conditions`."""
    facts = views.occurrences(ask.session, views.of_task(task_id), of.whose, *conditions)
    return [fact for fact in facts if fact.closing is not Closing.WITHDRAWN]


def stands(ask: Ask, task_id: int, of: About, *conditions: Condition) -> list[Alike]:
    """As `shares`, but only how they stand, each period or date and way once."""
    found = figures.by_key(ask.session, views.of_task(task_id), of.whose, *conditions)
    return [alike for alike in found.get(task_id, ()) if alike.closing is not Closing.WITHDRAWN]


def shares_now(ask: Ask, task_id: int, of: About, *conditions: Condition) -> list[OccurrenceFact]:
    """Those of the `shares` of a task that `now` tells from the others."""
    keys = {alike.key for alike in now(ask, stands(ask, task_id, of, *conditions))}
    return now(ask, shares(ask, task_id, of, figures.in_periods({task_id: keys}), *conditions)) if keys else []


def now(ask: Ask, facts: Sequence[Owed]) -> list[Owed]:
    """The shares of a task in the period that has ended while some unit may still report it; else in what runs."""
    missed = [fact.key for fact in facts if views.is_missed(fact, ask.today, ask.workdays)]
    ended = [fact for fact in facts if missed and fact.key == max(missed)]
    return ended or list(running.running(facts, ask.today) or facts)


def due_in(facts: Iterable[OccurrenceFact], period: Period | None) -> list[OccurrenceFact]:
    """Those whose day by the plan lies in a period; all where none is named."""
    return [
        fact
        for fact in facts
        if period is None or ((day := fact.plan_due_on or fact.due_on) is not None and day in period)
    ]


def whose(ask: Ask, of: About) -> str:
    """The units that were named, in a row or by their group, and who is left out; empty where none was named."""
    named = of.group.name if of.group else ", ".join(unit.name for unit in of.units)
    if not (of.without and (of.group or not of.units)):
        return named
    others = ", ".join(unit.name for unit in of.without)
    return ask.words.text("{units} except {others}", units=named or ask.words.text("all units"), others=others)


def coming_of_plan(ask: Ask, plan: PlanFact, about: About, period: Period) -> list[Ahead]:
    """What is not open yet of a plan and falls due in a period, for the units asked about."""
    return [each for each in _coming(ask, plan, about) if each.due_on in period]


def coming_of_task(ask: Ask, task: TaskFact, about: About) -> list[Ahead]:
    """What is not open yet of a task, for the units asked about."""
    return _coming(ask, task.plan, about, task.id)


def began_on(ask: Ask, plan: PlanFact) -> date:
    """The day from which a plan is followed."""
    return local_day(ask.session.get_one(Plan, plan.id).switched_on_at or ask.now, ask.policy)


def _coming(ask: Ask, plan: PlanFact, about: About, task_id: int | None = None) -> list[Ahead]:
    """Soonest first."""
    row = ask.session.get_one(Plan, plan.id)
    switched_on, runs = began_on(ask, plan), periods.runs(row.title, row.year)
    found = []
    for task, leads in led_tasks(ask.session, plan.id, task_id):
        owing = tuple(unit for unit in leads if about.is_about(unit))
        year = periods.expected(
            task.deadline, runs=runs, checkin=row.checkin, switched_on=switched_on, today=ask.today.max
        )
        found += [
            Ahead(task, each.key, each.ladder, each.starts_on, each.due_on, owing)
            for each in year
            if owing and each.opens_on > ask.today and each.due_on
        ]
    return sorted(found, key=lambda each: (each.due_on, each.task.id))


def not_begun(ask: Ask, facts: Iterable[OccurrenceFact]) -> list[Ahead]:
    """What is open already though its time has not come: a date of later in the year."""
    return [of_facts(group) for group in by_task(fact for fact in facts if running.is_ahead(fact, ask.today))]
