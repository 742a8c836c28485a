"""Nội vụ urges units (Đôn đốc): who was urged about which task, when, by whom, and by which notice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, select

from data.facts import OccurrenceFact
from data.model import Assignment, Change, Occurrence
from data.office import delivered
from data.office.delivered import Reached
from data.people import addressing
from data.record import Actor, write_line

# What did not get to a unit, and will not.
_NOT_THERE = frozenset({Reached.UNREACHABLE, Reached.NO_CHAT, Reached.SET_ASIDE})


@dataclass(frozen=True, slots=True)
class ToUrge:
    """What is owed, by what becomes of it when it is urged.

    `now` is told, by its unit; `before` was told today; of `unsure` that is not known; Nội vụ is shown its `own`.
    """

    now: Mapping[int, Sequence[OccurrenceFact]]
    before: Sequence[OccurrenceFact]
    unsure: Sequence[OccurrenceFact]
    own: Sequence[OccurrenceFact]


def to_urge(owed: Iterable[OccurrenceFact], told: Mapping[tuple[int, int], Reached], office: Iterable[int]) -> ToUrge:
    """Whom to urge of what is owed, given what was `told` today by (unit id, task id); `office` are Nội vụ's own units.

    Of no task is a unit urged twice a day, but what did not get through is sent once more.
    """
    own_units = frozenset(office)
    now: dict[int, list[OccurrenceFact]] = {}
    before: list[OccurrenceFact] = []
    unsure: list[OccurrenceFact] = []
    own: list[OccurrenceFact] = []
    for fact in owed:
        reached = told.get((fact.unit.id, fact.task.id))
        if fact.unit.id in own_units:
            own.append(fact)
        elif reached is None or reached in _NOT_THERE:
            now.setdefault(fact.unit.id, []).append(fact)
        elif reached is Reached.UNKNOWN:
            unsure.append(fact)
        else:
            before.append(fact)
    return ToUrge(now, before, unsure, own)


def record_urging(
    session: Session, facts: Iterable[OccurrenceFact], event: str | None, actor: Actor, now: datetime
) -> None:
    """Record that a unit is urged about each of these; `event` names the notice, None where no chat can hear it."""
    for fact in facts:
        write_line(session, "urge", "occurrence", fact.id, actor, now, after={"event": event})


def urged_since(session: Session, since: datetime) -> dict[tuple[int, int], Reached]:
    """The units that were urged by a notice since a moment, each with the task, and how far the last of these has come.

    By (unit id, task id).
    """
    rows = session.exec(
        select(Assignment.unit_id, Assignment.task_id, Change.after)
        .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
        .join(Change, col(Change.subject_id) == Occurrence.id)
        .where(Change.subject == "occurrence", Change.action == "urge", col(Change.at) >= since)
        .order_by(col(Change.id))
    )
    events = {(unit_id, task_id): after["event"] for unit_id, task_id, after in rows if after.get("event")}
    reached = delivered.of_urgings(session, set(events.values()))
    return {key: reached.get(event, Reached.WAITING) for key, event in events.items()}


def lost_chats(session: Session, unit_ids: Iterable[int]) -> dict[int, str]:
    """Why the chat of each of these units cannot be written to, where it has one and none that can."""
    wanted = set(unit_ids) - set(addressing.preferred_addresses(session, unit_ids))
    found: dict[int, str] = {}
    for unit, address in addressing.unreachable(session):
        if unit.id in wanted and address.role in addressing.REMINDED:
            found.setdefault(unit.id or 0, address.unreachable_reason or "")
    return found
