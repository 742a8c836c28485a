"""Nội vụ urges units (Đôn đốc): who was urged about which task, when, by whom, and by which notice."""

from collections.abc import Iterable
from datetime import datetime

from sqlmodel import Session, col, select

from data.changing import Actor, write_line
from data.facts import OccurrenceFact
from data.model import Assignment, Change, Occurrence


def record_urging(
    session: Session, facts: Iterable[OccurrenceFact], event: str | None, actor: Actor, now: datetime
) -> None:
    """Record that a unit is urged about each of these; `event` names the notice, None where no chat can hear it."""
    for fact in facts:
        write_line(session, "urge", "occurrence", fact.id, actor, now, after={"event": event})


def urged_since(session: Session, since: datetime) -> set[tuple[int, int]]:
    """The units that were sent an urging since a moment, each with the task: (unit id, task id)."""
    rows = session.exec(
        select(Assignment.unit_id, Assignment.task_id, Change.after)
        .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
        .join(Change, col(Change.subject_id) == Occurrence.id)
        .where(Change.subject == "occurrence", Change.action == "urge", col(Change.at) >= since)
    )
    return {(unit_id, task_id) for unit_id, task_id, after in rows if after.get("event")}
