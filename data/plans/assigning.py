"""Phân công: units come to a task, go on or are former ones; what a former one still owed is closed, not deleted."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from data import work
from data.changing import SERVICE, Actor
from data.model import Assignment, Occurrence, Part, State


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
        work.withdraw(session, occurrence, now, actor)
