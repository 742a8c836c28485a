"""Changing what is kept: who does it, nobody else meanwhile, and each time a line of the record (Change, Nhật ký)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from data.errors import NoLongerOwed, TaskOfOthers
from data.model import Assignment, Change, Closing, Occurrence, Part, Plan, State, Task
from data.plans.marking import IS_SHARED
from data.views import task_facts


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: the person and the chat; neither for the service itself."""

    officer_id: int | None = None
    address_id: int | None = None


SERVICE = Actor()
"""The service itself, where nobody asked for a change."""


def write_line(
    session: Session,
    action: str,
    subject: str,
    subject_id: int | None,
    actor: Actor,
    now: datetime,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> Change:
    """Write one line of the append-only record; it has an id once the session is flushed."""
    change = Change(
        at=now,
        officer_id=actor.officer_id,
        address_id=actor.address_id,
        action=action,
        subject=subject,
        subject_id=subject_id or 0,
        before=dict(before or {}),
        after=dict(after or {}),
    )
    session.add(change)
    return change


def locked(session: Session, occurrence_id: int) -> tuple[Occurrence, str]:
    """An Occurrence that nobody else changes meanwhile, and its task's number as typed."""
    occurrence, task, plan, is_shared = session.exec(
        select(Occurrence, Task, Plan, IS_SHARED)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(Occurrence.id == occurrence_id)
        .with_for_update(of=Occurrence)
    ).one()
    (fact,) = task_facts(session, [(task, plan, is_shared)]).values()
    return occurrence, fact.typed


def locked_for_lead(session: Session, occurrence_id: int) -> tuple[Occurrence, str]:
    """As `locked`, where its unit may answer for it: it leads the task still, and the plan asks for it still.

    Raises:
        TaskOfOthers: the task has gone to another unit.
        NoLongerOwed: the Occurrence was withdrawn.
    """
    occurrence, number = locked(session, occurrence_id)
    part = session.get_one(Assignment, occurrence.assignment_id).part
    if part is not Part.LEAD:
        raise TaskOfOthers(number=number, coordinating=part is Part.COORDINATING)
    if occurrence.closing is Closing.WITHDRAWN:
        raise NoLongerOwed(number=number)
    return occurrence, number


def record(
    session: Session, occurrence: Occurrence, actor: Actor, now: datetime, action: str, state: State, **more: object
) -> None:
    """Bring an Occurrence to `state`, write the Change (with what `more` came of it), have the rules look again."""
    before = {"state": occurrence.state}
    write_line(session, action, "occurrence", occurrence.id, actor, now, before=before, after={"state": state, **more})
    occurrence.state, occurrence.remind_at = state, None if state in {State.CLOSED, State.ACCEPTED} else now
    if state is not State.CLOSED:
        occurrence.closing = None
    session.add(occurrence)
