"""Figures of a plan, counted by the database: how its tasks stand, however many Occurrences they have."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, and_, case, false, func, null, or_, true
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data import views
from data.facts import Alike, PlanFact, Tally, TaskFact
from data.kinds import Closing
from data.model import Assignment, Confirmation, Occurrence, Plan, Task
from data.period import Period, window_of
from data.views.answers import STANDS
from data.views.marking import IS_SHARED
from data.workdays import Workdays

Condition: TypeAlias = ColumnElement[bool]
"""What Occurrences must meet that are read or counted."""

# Before its day is over nothing is late: the days before need not be told apart.
_REPORTED_AFTER = case(
    (col(Occurrence.reported_on) > col(Occurrence.due_on), col(Occurrence.reported_on)), else_=null()
).label("reported_on")
_ALIKE = (
    col(Occurrence.state),
    col(Occurrence.closing),
    col(Occurrence.ladder),
    col(Occurrence.starts_on),
    col(Occurrence.plan_due_on),
    col(Occurrence.due_on),
    col(Occurrence.lapsed),
)
_COUNTED = (
    Select[*tuple[Any, ...]](col(Assignment.task_id), *_ALIKE, _REPORTED_AFTER, func.count())
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .where(views.IN_FORCE, views.READABLE)
    .group_by(col(Assignment.task_id), *_ALIKE, _REPORTED_AFTER)
)
# By their periods and dates.
_KEYED = (
    Select[*tuple[Any, ...]](col(Assignment.task_id), *_ALIKE, null().label("reported_on"), col(Occurrence.key))
    .distinct()
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .where(views.IN_FORCE, views.READABLE)
)
_TASKS = (
    Select[Task, Plan, bool](Task, Plan, IS_SHARED)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .where(views.IN_FORCE)
    .order_by(col(Plan.id), col(Task.position))
)


def due_in(period: Period) -> ColumnElement[bool]:
    """The condition of having its day, by the plan, in a period."""
    day = func.coalesce(col(Occurrence.plan_due_on), col(Occurrence.due_on))
    return (day >= period.start) & (day < period.end)


def told_in(calendar: Period, today: date) -> ColumnElement[bool]:
    """The condition of standing in the report on a period: due in it or in its window, or overdue when that began."""
    window = window_of(calendar)
    due = due_in(calendar) | due_in(window)
    return due | (views.is_open() & (col(Occurrence.due_on) < window.start)) if window.start <= today else due


def for_period(period: Period) -> ColumnElement[bool]:
    """The condition of being owed for a period by its name, or of having a day in it."""
    key = col(Occurrence.key)
    now = (col(Occurrence.due_on) >= period.start) & (col(Occurrence.due_on) < period.end)
    return (key == period.key) | key.startswith(f"{period.key}.", autoescape=True) | due_in(period) | now


def of_units(units: Iterable[int], *, without: Iterable[int] = ()) -> ColumnElement[bool]:
    """The condition of being owed by some of these units; of none named, by all; but never by those `without`."""
    named, left_out = list(units), list(without)
    among = col(Assignment.unit_id).in_(named) if named else true()
    return among & col(Assignment.unit_id).not_in(left_out) if left_out else among


def of_plans(plans: Iterable[PlanFact]) -> ColumnElement[bool]:
    """The condition of belonging to one of these plans."""
    return col(Task.plan_id).in_([plan.id for plan in plans])


def is_counted() -> ColumnElement[bool]:
    """The condition of not having been taken out of the count."""
    return col(Occurrence.closing).is_distinct_from(Closing.NOT_COUNTED)


def is_withdrawn() -> ColumnElement[bool]:
    """The condition of not being asked for any more."""
    return col(Occurrence.closing).is_not_distinct_from(Closing.WITHDRAWN)


def is_unreported() -> ColumnElement[bool]:
    """The condition of having closed without a report."""
    return col(Occurrence.closing) == Closing.UNREPORTED


def due_by(day: date) -> ColumnElement[bool]:
    """The condition of being due on a day or before."""
    return col(Occurrence.due_on) <= day


def in_periods(keys: Mapping[int, Iterable[str]]) -> ColumnElement[bool]:
    """The condition of being for one of these periods or dates of its task, by the tasks' ids."""
    tasks: dict[frozenset[str], list[int]] = {}
    for task_id, theirs in keys.items():
        tasks.setdefault(frozenset(theirs), []).append(task_id)
    each = (col(Assignment.task_id).in_(ids) & col(Occurrence.key).in_(theirs) for theirs, ids in tasks.items())
    return or_(false(), *each)


def by_key(session: Session, *conditions: ColumnElement[bool]) -> dict[int, list[Alike]]:
    """How the Occurrences of each task stand that meet all `conditions`, by period or date: each way once."""
    found: dict[int, list[Alike]] = {}
    for task_id, *alike in session.exec(_KEYED.where(*conditions)):
        found.setdefault(task_id, []).append(Alike(*alike))
    return found


def tasks(session: Session, ids: Iterable[int]) -> dict[int, TaskFact]:
    """These tasks by their ids, in the order of the plans and of their rows."""
    return views.task_facts(session, session.exec(_TASKS.where(col(Task.id).in_(list(ids)))).all())


def is_ahead(today: date) -> ColumnElement[bool]:
    """The condition of being owed of a time that has not come, with nothing said of it."""
    said = select(Confirmation.id).where(col(Confirmation.occurrence_id) == Occurrence.id, STANDS).correlate(Occurrence)
    return and_(views.is_open(), col(Occurrence.starts_on) > today, col(Occurrence.due_on).is_not(None), ~said.exists())


def by_task(
    session: Session, plan: PlanFact, today: date, workdays: Workdays, *conditions: ColumnElement[bool]
) -> dict[TaskFact, Tally]:
    """How the Occurrences of each task of a plan stand that meet all `conditions`; a task without any is left out."""
    counted: dict[int, list[tuple[Alike, int]]] = {}
    for row in session.exec(_COUNTED.where(col(Task.plan_id) == plan.id, *conditions)).all():
        counted.setdefault(row[0], []).append((Alike(*row[1:-1]), row[-1]))
    return {
        task: views.tally_of(counted[task_id], today, workdays) for task_id, task in tasks(session, counted).items()
    }
