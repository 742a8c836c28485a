"""Tasks that wait for another: the reading of the plan has found which, and asks Nội vụ about it (Question)."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from data.model import Assignment, Closing, Confirmation, Occurrence, Question, State, Task

_CODE = "depends-on"
_OUT_OF_COUNT = (Closing.WITHDRAWN, Closing.NOT_COUNTED)


def wake_waiting(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Have the rules look again at what has no day and waits for the task of `occurrence`."""
    task = session.exec(select(Task).join(Assignment).where(Assignment.id == occurrence.assignment_id)).one()
    asked = session.exec(select(Question).where(Question.plan_id == task.plan_id, Question.code == _CODE))
    waiting = [question.task_id for question in asked if question.fields.get("on") == task.number]
    if waiting:
        theirs = select(Assignment.id).where(col(Assignment.task_id).in_(waiting))
        undated = (col(Occurrence.state) == State.OPEN) & col(Occurrence.due_on).is_(None)
        session.exec(update(Occurrence).where(col(Occurrence.assignment_id).in_(theirs), undated).values(remind_at=now))


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
