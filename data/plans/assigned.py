"""Tasks and the units that have a part in them (Assignment, Phân công), read as frozen facts."""

from collections.abc import Iterable

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from data.facts import PlanFact, TaskFact, UnitFact
from data.model import Assignment, Part, Plan, Task, Unit
from data.views import IN_FORCE, plan_fact, task_fact, unit_fact

# Built once: building a statement costs more than running it.
_LEADS = (
    select(Assignment.task_id, Unit)
    .join(Unit, col(Unit.id) == Assignment.unit_id)
    .where(Assignment.part == Part.LEAD, col(Assignment.task_id).in_(bindparam("tasks", expanding=True)))
    .order_by(col(Unit.position))
)


def find_tasks(session: Session, number: str) -> tuple[TaskFact, ...]:
    """The tasks with this number in the plans that are switched on; "06.10" is task 10 of plan 06 alone."""
    found = _tasks_numbered(session, number)
    plan, _, rest = number.partition(".")
    if found or not rest:
        return found
    return tuple(task for task in _tasks_numbered(session, rest) if _is_short_for(plan, task.plan))


def typed_number(session: Session, task: TaskFact) -> str:
    """How a task is typed: by its number, with its plan before it where several plans have that number."""
    return f"{task.plan.short}.{task.number}" if len(find_tasks(session, task.number)) > 1 else task.number


def _tasks_numbered(session: Session, number: str) -> tuple[TaskFact, ...]:
    rows = session.exec(
        select(Task, Plan)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(
            func.lower(Task.number) == number.lower(),
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id))
    )
    return tuple(task_fact(task, plan_fact(plan)) for task, plan in rows)


def _is_short_for(typed: str, plan: PlanFact) -> bool:
    """Whether a plan is meant by "06", or by "6"."""
    return bool(plan.short) and typed.casefold().lstrip("0") == plan.short.casefold().lstrip("0")


def part_of(session: Session, task_id: int, unit_id: int) -> Part | None:
    """A unit's part in a task, if it has one."""
    assignment = session.exec(
        select(Assignment).where(Assignment.task_id == task_id, Assignment.unit_id == unit_id)
    ).one_or_none()
    return assignment.part if assignment else None


def coordinated_by(session: Session, unit_id: int) -> tuple[TaskFact, ...]:
    """The tasks in which a unit coordinates, in the plan's order."""
    rows = session.exec(
        select(Task, Plan)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .join(Assignment, col(Assignment.task_id) == Task.id)
        .where(
            Assignment.unit_id == unit_id,
            Assignment.part == Part.COORDINATING,
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id), col(Task.position))
    )
    return tuple(task_fact(task, plan_fact(plan)) for task, plan in rows)


def units_in(session: Session, task_id: int, part: Part) -> tuple[UnitFact, ...]:
    """The units that have `part` in a task, in registry order."""
    rows = session.exec(
        select(Unit)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, Assignment.part == part)
        .order_by(col(Unit.position))
    )
    return tuple(unit_fact(unit) for unit in rows)


def leads_of(session: Session, task_ids: Iterable[int]) -> dict[int, tuple[UnitFact, ...]]:
    """The units that lead each of these tasks, in registry order."""
    found: dict[int, tuple[UnitFact, ...]] = {}
    for task_id, unit in session.exec(_LEADS, params={"tasks": list(task_ids)}):
        found[task_id] = (*found.get(task_id, ()), unit_fact(unit))
    return found


def units_at_work(session: Session, plan_id: int) -> tuple[UnitFact, ...]:
    """The units that have a part in a plan, in registry order."""
    busy = select(Assignment.unit_id).join(Task, col(Task.id) == Assignment.task_id).where(Task.plan_id == plan_id)
    rows = session.exec(select(Unit).where(col(Unit.id).in_(busy)).order_by(col(Unit.position)))
    return tuple(unit_fact(unit) for unit in rows)
