"""Phân công: units come to a task or leave it, what they still owed is closed; what waits for a task is woken."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import bindparam, func, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from data import occurrences
from data.kinds import Closing, Part, State
from data.model import Assignment, Confirmation, Occurrence, Question, Task
from data.record import SERVICE, Actor


def assign(session: Session, task_id: int, wanted: dict[int, Part], now: datetime, actor: Actor = SERVICE) -> None:
    """Have the units of a task be those `wanted`, by their ids, each in its part."""
    there = {a.unit_id: a for a in session.exec(select(Assignment).where(Assignment.task_id == task_id))}
    supporting = {unit_id for unit_id, part in wanted.items() if part is Part.COORDINATING}
    if there and any(unit_id not in there or there[unit_id].part is not Part.COORDINATING for unit_id in supporting):
        _wake(session, task_id, now)
    for unit_id in sorted(wanted.keys() - there.keys()):
        session.add(Assignment(task_id=task_id, unit_id=unit_id, part=wanted[unit_id]))
    for unit_id, assignment in there.items():
        assignment.part = wanted.get(unit_id, Part.FORMER)
        session.add(assignment)
        if assignment.part is not Part.LEAD:
            close_open(session, [assignment.id or 0], now, actor)


def _wake(session: Session, task_id: int, now: datetime) -> None:
    """Have the rules look at a task again: units that support it now are to be told."""
    of_task = select(Assignment.id).where(Assignment.task_id == task_id)
    owed = col(Occurrence.assignment_id).in_(of_task) & (col(Occurrence.state) == State.OPEN)
    session.exec(update(Occurrence).where(owed).values(remind_at=now))


def close_open(session: Session, assignment_ids: Iterable[int], now: datetime, actor: Actor = SERVICE) -> None:
    """Close what is still open of these assignments as withdrawn."""
    rows = session.exec(
        select(Occurrence).where(
            col(Occurrence.assignment_id).in_(list(assignment_ids)), Occurrence.state == State.OPEN
        )
    )
    for occurrence in rows:
        occurrences.withdraw(session, occurrence, now, actor)


_CODE = "depends-on"
_OUT_OF_COUNT = (Closing.WITHDRAWN, Closing.NOT_COUNTED)


_THEIRS = aliased(Assignment)
# Built once: building a statement costs more than running it.
_WAITING = (
    select(Question, Task.number, Occurrence)
    .join(Task, col(Task.plan_id) == Question.plan_id)
    .join(Assignment, col(Assignment.task_id) == Task.id)
    .join(_THEIRS, col(_THEIRS.task_id) == Question.task_id)
    .join(Occurrence, col(Occurrence.assignment_id) == _THEIRS.id)
    .where(
        col(Assignment.id) == bindparam("assignment_id"),
        col(Question.code) == _CODE,
        col(Occurrence.state) == State.OPEN,
        col(Occurrence.due_on).is_(None),
    )
)


def wake_waiting(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Have the rules look again at what has no day and waits for the task of `occurrence`."""
    for question, number, waiting in session.exec(_WAITING, params={"assignment_id": occurrence.assignment_id}):
        if question.fields.get("on") == number:
            waiting.remind_at = now
            session.add(waiting)


def freed_at(session: Session, task_ids: Iterable[int]) -> dict[int, datetime]:
    """When the task that each of these waits for was reported by all who lead it; those that wait on are left out."""
    asked = session.exec(
        select(Question).where(Question.code == _CODE, col(Question.task_id).in_(list(task_ids)))
    ).all()
    found = {}
    for question in asked:
        at = _reported_by_all(session, question.plan_id, str(question.fields.get("on")))
        if question.task_id is not None and at is not None:
            found[question.task_id] = at
    return found


def _reported_by_all(session: Session, plan_id: int, number: str) -> datetime | None:
    rows = session.exec(
        select(Occurrence.state, func.max(Confirmation.at))
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(
            Confirmation,
            (col(Confirmation.occurrence_id) == Occurrence.id)
            & col(Confirmation.withdrawn_at).is_(None)
            & col(Confirmation.returned_at).is_(None),
            isouter=True,
        )
        .where(
            Task.plan_id == plan_id,
            Task.number == number,
            col(Occurrence.closing).is_(None) | col(Occurrence.closing).not_in(_OUT_OF_COUNT),
        )
        .group_by(col(Occurrence.id), col(Occurrence.state))
    ).all()
    moments = [at for state, at in rows if state in {State.DONE, State.ACCEPTED} and at is not None]
    return max(moments) if moments and len(moments) == len(rows) else None
