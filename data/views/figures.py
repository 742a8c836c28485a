"""Figures of a plan, counted by the database: how its tasks stand, however many Occurrences they have."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, null
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data import views
from data.facts import Alike, PlanFact, Tally, TaskFact
from data.model import Assignment, Confirmation, Occurrence, Plan, Task
from data.period import Period, window_of
from data.views.answers import STANDS
from data.views.marking import IS_SHARED
from data.workdays import Workdays

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
    tasks = views.task_facts(session, session.exec(_TASKS.where(col(Task.id).in_(counted))).all())
    return {task: views.tally_of(counted[task_id], today, workdays) for task_id, task in tasks.items()}
