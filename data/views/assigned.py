"""Tasks and the units that have a part in them (Assignment, Phân công), read as frozen facts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data.facts import OccurrenceFact, TaskFact, UnitFact
from data.kinds import Part
from data.model import Assignment, Occurrence, Plan, Task, Unit
from data.views import COLUMNS, IN_FORCE, IN_ORDER, READABLE, as_facts, marking, plans, task_facts, tasks_in, unit_fact
from data.views.answers import with_said
from data.views.marking import IS_SHARED

# Built once: building a statement costs more than running it.
_LEADS = (
    select(Assignment.task_id, Unit.id, Unit.code, Unit.name)
    .join(Unit, col(Unit.id) == Assignment.unit_id)
    .where(Assignment.part == Part.LEAD, col(Assignment.task_id).in_(bindparam("tasks", expanding=True)))
    .order_by(col(Unit.position))
)
# The Assignment, if there is one, and a row of `OCCURRENCES`, or of one without an Occurrence.
_PART: tuple[Any, ...] = (Assignment.task_id, Assignment.unit_id, Assignment.part)
_SHARES: Select[Any] = with_said(
    Select[Any](*_PART, *COLUMNS)
    .select_from(Task)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .join(
        Assignment,
        (col(Assignment.task_id) == Task.id) & col(Assignment.unit_id).in_(bindparam("units", expanding=True)),
        isouter=True,
    )
    .join(Unit, col(Unit.id) == Assignment.unit_id, isouter=True)
    .join(Occurrence, (col(Occurrence.assignment_id) == Assignment.id) & READABLE, isouter=True)
    .where(func.lower(Task.number) == bindparam("number"), IN_FORCE, col(Plan.switched_on_at).is_not(None))
    .order_by(*IN_ORDER)
)


def find_tasks(session: Session, number: str) -> tuple[TaskFact, ...]:
    """The tasks with this number in the plans that are switched on; "06.10" is task 10 of plan 06 alone."""
    return of_number(session, number, lambda typed: _tasks_numbered(session, typed))


def of_number(session: Session, number: str, numbered: Callable[[str], tuple[TaskFact, ...]]) -> tuple[TaskFact, ...]:
    """Those among `numbered` that a number means; "06.10" is 10 of plan 06 alone, unless there is such a number."""
    found = numbered(number)
    mark, _, rest = number.partition(".")
    if found or not rest:
        return found
    return marking.meant(mark, numbered(rest), marking.marks(plans(session)))


def _tasks_numbered(session: Session, number: str) -> tuple[TaskFact, ...]:
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(
            func.lower(Task.number) == number.lower(),
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id))
    )
    return tuple(task_facts(session, rows).values())


def tasks_in_force(session: Session) -> tuple[TaskFact, ...]:
    """All tasks of the plans that are switched on, in the order of the plans and of their rows."""
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(IN_FORCE, col(Plan.switched_on_at).is_not(None))
        .order_by(col(Plan.id), col(Task.position))
    )
    return tuple(task_facts(session, rows).values())


@dataclass(frozen=True, slots=True)
class Share:
    """A unit's part in a task, and what it owes of it where it leads."""

    part: Part
    owed: tuple[OccurrenceFact, ...]


def shares(session: Session, number: str, units: Iterable[int]) -> tuple[tuple[TaskFact, dict[int, Share]], ...]:
    """As `find_tasks`, each with the share of those of these units that have a part in it."""
    rows: list[Any] = []

    def numbered(typed: str) -> tuple[TaskFact, ...]:
        rows[:] = session.exec(_SHARES, params={"number": typed.lower(), "units": list(units)})
        return tuple(tasks_in(session, [columns for _, _, _, *columns in rows]).values())

    tasks = of_number(session, number, numbered)
    led = [columns for _, _, part, *columns in rows if part is Part.LEAD]
    owed = as_facts(session, [columns for columns in led if columns[0] is not None])
    parts = {(task_id, unit_id): part for task_id, unit_id, part, *_ in rows if part}
    return tuple(
        (
            task,
            {
                unit_id: Share(part, tuple(each for each in owed if (each.task.id, each.unit.id) == (task.id, unit_id)))
                for (task_id, unit_id), part in parts.items()
                if task_id == task.id
            },
        )
        for task in tasks
    )


def part_of(session: Session, task_id: int, unit_id: int) -> Part | None:
    """A unit's part in a task, if it has one."""
    assignment = session.exec(
        select(Assignment).where(Assignment.task_id == task_id, Assignment.unit_id == unit_id)
    ).one_or_none()
    return assignment.part if assignment else None


def tasks_with_part(session: Session, unit_id: int, part: Part) -> tuple[TaskFact, ...]:
    """The tasks in which a unit has `part`, in the plan's order."""
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .join(Assignment, col(Assignment.task_id) == Task.id)
        .where(
            Assignment.unit_id == unit_id,
            Assignment.part == part,
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id), col(Task.position))
    )
    return tuple(task_facts(session, rows).values())


def units_in(session: Session, task_id: int, part: Part) -> tuple[UnitFact, ...]:
    """The units that have `part` in a task, in registry order."""
    rows = session.exec(
        select(Unit)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, Assignment.part == part)
        .order_by(col(Unit.position))
    )
    return tuple(unit_fact(unit) for unit in rows)


def by_part(session: Session, task_ids: Iterable[int]) -> dict[tuple[int, str], tuple[UnitFact, ...]]:
    """The units that have each part in each of these tasks, in registry order."""
    rows = session.exec(
        select(Assignment.task_id, Assignment.part, Unit)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(col(Assignment.task_id).in_(list(task_ids)))
        .order_by(col(Unit.position))
    )
    found: dict[tuple[int, str], tuple[UnitFact, ...]] = {}
    for task_id, part, unit in rows:
        found[task_id, part] = (*found.get((task_id, part), ()), unit_fact(unit))
    return found


def leads_of(session: Session, task_ids: Iterable[int]) -> dict[int, tuple[UnitFact, ...]]:
    """The units that lead each of these tasks, in registry order."""
    found: dict[int, list[UnitFact]] = {}
    facts: dict[int, UnitFact] = {}
    for task_id, unit_id, code, name in session.exec(_LEADS, params={"tasks": list(task_ids)}):
        unit = facts.get(unit_id or 0) or facts.setdefault(unit_id or 0, UnitFact(unit_id or 0, code, name))
        found.setdefault(task_id, []).append(unit)
    return {task_id: tuple(units) for task_id, units in found.items()}


def units_at_work(session: Session, plan_id: int) -> tuple[UnitFact, ...]:
    """The units that have a part in a plan, in registry order."""
    busy = select(Assignment.unit_id).join(Task, col(Task.id) == Assignment.task_id).where(Task.plan_id == plan_id)
    rows = session.exec(select(Unit).where(col(Unit.id).in_(busy)).order_by(col(Unit.position)))
    return tuple(unit_fact(unit) for unit in rows)
