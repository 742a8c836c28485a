"""Occurrences whose time to be reminded of has come, as the decider wants them."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select

from data.answering.answers import returned_at
from data.answering.reported import standing_reports
from data.facts import OccurrenceForReminding
from data.model import Address, Assignment, Audience, Occurrence, Part, Plan, Reminder, Role, State, Task
from data.plans.depending import freed_at
from data.views import IN_FORCE, READABLE

# Built once: building a statement costs more than running it.
_DUE = (
    select(Occurrence, Assignment, Plan.zone)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .where(col(Occurrence.remind_at) <= bindparam("now"), IN_FORCE, READABLE)
    .order_by(col(Occurrence.remind_at), col(Occurrence.id))
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=Occurrence)
)
_HEADS_AND_OFFICES = select(Address.unit_id, Address.role).where(
    col(Address.role).in_((Role.HEAD, Role.COORDINATOR)), col(Address.left_at).is_(None)
)


def due(session: Session, now: datetime, limit: int) -> list[tuple[OccurrenceForReminding, Occurrence]]:
    """Up to `limit` Occurrences whose `remind_at` has come, as the decider wants them, with their rows."""
    rows = session.exec(_DUE, params={"now": now, "limit": limit}).all()
    if not rows:
        return []
    ids = [occurrence.id or 0 for occurrence, *_ in rows]
    heard: dict[int, date] = dict(
        session.exec(
            select(Reminder.occurrence_id, func.max(Reminder.day))
            .where(col(Reminder.occurrence_id).in_(ids))
            .group_by(col(Reminder.occurrence_id))
        ).all()
    )
    reports = standing_reports(session, ids)
    returned = returned_at(session, ids)
    coordinating = _coordinating(session, rows)
    undated = {assignment.task_id for occurrence, assignment, _ in rows if occurrence.due_on is None}
    freed = freed_at(session, undated) if undated else {}
    present = {(unit_id, Role(role)) for unit_id, role in session.exec(_HEADS_AND_OFFICES)}
    return [
        (
            OccurrenceForReminding(
                id=occurrence.id or 0,
                ladder=occurrence.ladder,
                starts_on=occurrence.starts_on,
                opens_on=occurrence.opens_on,
                due_on=occurrence.due_on,
                state=occurrence.state,
                unit_id=assignment.unit_id,
                coordinating=coordinating.get(occurrence.id or 0, ()),
                heard_on=heard.get(occurrence.id or 0),
                done_on=_local_day(report[-1].at if (report := reports.get(occurrence.id or 0)) else None, zone),
                returned_on=_local_day(returned.get(occurrence.id or 0), zone),
                freed_on=_local_day(freed.get(assignment.task_id), zone),
                quiet_until=occurrence.quiet_until,
                has_head=(assignment.unit_id, Role.HEAD) in present,
                of_office=(assignment.unit_id, Role.COORDINATOR) in present,
            ),
            occurrence,
        )
        for occurrence, assignment, zone in rows
    ]


def _coordinating(session: Session, rows: Iterable[tuple[Occurrence, Assignment, str]]) -> dict[int, tuple[int, ...]]:
    """The coordinating units of each task among `rows` that have not been told of it yet.

    They stand under the id of the task's first open Occurrence.
    """
    task_ids = {assignment.task_id for _, assignment, _ in rows}
    first: dict[int, int | None] = dict(
        session.exec(
            select(Assignment.task_id, func.min(Occurrence.id))
            .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
            .where(
                col(Assignment.task_id).in_(task_ids),
                Occurrence.state == State.OPEN,
            )
            .group_by(col(Assignment.task_id))
        ).all()
    )
    told = set(
        session.exec(
            select(Assignment.task_id, Reminder.unit_id)
            .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
            .join(Reminder, col(Reminder.occurrence_id) == Occurrence.id)
            .where(col(Assignment.task_id).in_(task_ids), Reminder.audience == Audience.COORDINATING_UNIT)
        )
    )
    units: dict[int, list[int]] = {}
    for assignment in session.exec(
        select(Assignment)
        .where(col(Assignment.task_id).in_(task_ids), Assignment.part == Part.COORDINATING)
        .order_by(col(Assignment.id))
    ):
        if (assignment.task_id, assignment.unit_id) not in told:
            units.setdefault(assignment.task_id, []).append(assignment.unit_id)
    return {first.get(task_id) or 0: tuple(members) for task_id, members in units.items()}


def _local_day(moment: datetime | None, zone: str) -> date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if moment else None
