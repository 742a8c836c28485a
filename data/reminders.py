"""Reminders (Nhắc việc): Occurrences whose time has come, Reminders written when decided, and read for their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, bindparam, func, update
from sqlmodel import Session, col, select

from data import views
from data.columns import in_words
from data.digests import DigestItem
from data.facts import OccurrenceFact, OccurrenceForReminding
from data.kinds import Audience, Closing, MessageKind, MessageState, Part, Role, State
from data.model import Address, Assignment, Message, Occurrence, Plan, Reminder, Task
from data.occurrences import freed_at
from data.store import insert_new
from data.views import IN_FORCE, READABLE, assigned
from data.views.answers import returned_at, standing_reports

# The rung on which a unit hears once more of a quarter that has closed unreported.
MISSED = "missed"

UNIT_AUDIENCES = (Audience.UNIT, Audience.COORDINATING_UNIT, Audience.MONITORING_UNIT)

# Built once: building a statement costs more than running it.
_WAITING = (
    select(Reminder.unit_id, Reminder.id)
    .where(col(Reminder.message_id).is_(None), col(Reminder.audience).in_(bindparam("audiences", expanding=True)))
    .order_by(col(Reminder.id))
)
_SAY = update(Reminder).where(col(Reminder.id) == bindparam("said")).values(message_id=bindparam("by"))
_SAID_TO = (
    select(Reminder)
    .where(
        Reminder.message_id == bindparam("message_id"),
        Reminder.unit_id == bindparam("unit_id"),
        col(Reminder.audience).in_(UNIT_AUDIENCES),
    )
    .order_by(col(Reminder.day))
)
_ASKED = (
    select(Reminder.occurrence_id)
    .join(Message, col(Message.id) == Reminder.message_id)
    .where(
        in_words(Reminder.audience, Audience.COORDINATOR),
        col(Message.slot_day) > bindparam("after"),
        col(Message.slot_day) <= bindparam("until"),
    )
)
_TOLD_TO_HEAD = select(Reminder.occurrence_id).where(
    in_words(Reminder.audience, Audience.HEAD),
    Reminder.unit_id == bindparam("unit_id"),
    col(Reminder.day) > bindparam("after"),
    col(Reminder.day) <= bindparam("until"),
)
_ITS_CHAT = select(Message.bot, Message.chat_id).where(Message.id == bindparam("message_id")).subquery()
_FIRST = func.coalesce(Address.fallback_of, Address.id)
# With what the same people's other channels are.
_ITS_CHATS = (
    select(Address.bot, Address.chat_id)
    .where(
        _FIRST.in_(
            select(_FIRST).join(_ITS_CHAT, (_ITS_CHAT.c.bot == Address.bot) & (_ITS_CHAT.c.chat_id == Address.chat_id))
        )
    )
    .union(select(_ITS_CHAT.c.bot, _ITS_CHAT.c.chat_id))
    .subquery()
)
_PLANS_TOLD = (
    select(Task.plan_id)
    .distinct()
    .join(Assignment, col(Assignment.task_id) == Task.id)
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
    .join(Reminder, col(Reminder.occurrence_id) == Occurrence.id)
    .join(Message, col(Message.id) == Reminder.message_id)
    .where(
        Reminder.unit_id == bindparam("unit_id"),
        col(Reminder.audience).in_(UNIT_AUDIENCES),
        col(Message.slot_day) < bindparam("slot_day"),
    )
)
_DIGESTS_BEFORE = (
    select(Message)
    .join(_ITS_CHATS, (_ITS_CHATS.c.bot == Message.bot) & (_ITS_CHATS.c.chat_id == Message.chat_id))
    .where(
        Message.state == MessageState.SENT,
        Message.kind == MessageKind.DIGEST,
        col(Message.slot_day) < bindparam("slot_day"),
    )
    .order_by(col(Message.slot_day).desc())
    .limit(1)
)


_BEGINNING = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Before:
    """The day of an earlier digest, and when it went out (aware); the beginning of time, if there was none."""

    day: date = date.min
    at: datetime = _BEGINNING


def write(session: Session, decided: Iterable[Reminder]) -> None:
    """Decide that audiences must hear of Occurrences; what was decided before stays as it is."""
    insert_new(session, decided)


def waiting(session: Session, audiences: Iterable[Audience]) -> dict[int, list[int]]:
    """The ids of the Reminders that no Message says yet, by unit: those of a unit without a chat wait for long."""
    found: dict[int, list[int]] = {}
    for unit_id, reminder_id in session.exec(_WAITING, params={"audiences": list(audiences)}):
        found.setdefault(unit_id, []).append(reminder_id or 0)
    return found


def link(session: Session, message: Message, reminder_ids: Iterable[int]) -> None:
    """Have `message` say these; one that has gone out already says nothing more, and they wait for the next."""
    said = [{"said": reminder_id, "by": message.id} for reminder_id in reminder_ids]
    if said and message.state is MessageState.WAITING:
        session.connection().execute(_SAY, said)


def rungs_of(session: Session, message_ids: Iterable[int | None]) -> dict[int, list[str]]:
    """For which rungs these Messages are, each by its id."""
    rungs: dict[int, list[str]] = {}
    said = select(Reminder.message_id, Reminder.rung).where(col(Reminder.message_id).in_(list(message_ids)))
    for message_id, rung in session.exec(said):
        rungs.setdefault(message_id or 0, []).append(rung)
    return rungs


def items_of(session: Session, message: Message, unit_id: int, *, keep_done: bool) -> tuple[DigestItem, ...]:
    """What a Message has to say to a unit as things stand: what is done has fallen out, unless `keep_done`."""
    reminders = session.exec(_SAID_TO, params={"message_id": message.id, "unit_id": unit_id}).all()
    # Several that waited for a chat and are about one Occurrence are one line: the latest says where it stands.
    latest = {reminder.occurrence_id: reminder for reminder in reminders}
    facts = views.by_ids(session, latest)
    beside = {fact.id for fact in facts if latest[fact.id].audience is Audience.COORDINATING_UNIT}
    leads = assigned.leads_of(session, (fact.task.id for fact in facts if fact.id in beside)) if beside else {}
    return tuple(
        DigestItem(fact, latest[fact.id].rung, latest[fact.id].audience, leads.get(fact.task.id, ()))
        for fact in facts
        if _is_told(fact, latest[fact.id], message.slot_day, keep_done=keep_done)
    )


def _is_told(fact: OccurrenceFact, said: Reminder, day: date, *, keep_done: bool) -> bool:
    """Whether it still concerns those that hear of it in this role: who follows it up as long as it is late."""
    if said.audience is Audience.MONITORING_UNIT:
        return fact.state is State.OPEN and fact.due_on is not None and fact.due_on < day
    is_owed = fact.state is State.OPEN or (fact.closing is Closing.UNREPORTED and said.rung == MISSED)
    return keep_done or is_owed or said.audience is Audience.COORDINATING_UNIT


def plans_told_before(session: Session, message: Message, unit_id: int) -> frozenset[int]:
    """The plans of which a unit was put something in a digest of a day before that of `message`."""
    return frozenset(session.exec(_PLANS_TOLD, params={"unit_id": unit_id, "slot_day": message.slot_day}))


def told_on(session: Session, unit_id: int, day: date) -> frozenset[int]:
    """The Occurrences of which a unit has heard on a day."""
    told = select(Reminder.occurrence_id).where(
        Reminder.unit_id == unit_id,
        Reminder.day == day,
        col(Reminder.audience).in_(UNIT_AUDIENCES),
        col(Reminder.message_id).is_not(None),
    )
    return frozenset(session.exec(told))


def told_last(session: Session, unit_ids: Iterable[int]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences of which these units, or all where none is given, heard on the last day on which any did."""
    units, heard = list(unit_ids), col(Reminder.message_id).is_not(None)
    whose = heard & col(Reminder.unit_id).in_(units) if units else heard
    last = session.exec(select(func.max(Reminder.day)).where(whose)).one()
    return views.by_ids(session, session.exec(select(Reminder.occurrence_id).where(whose, Reminder.day == last)).all())


def asked_of_coordinators(session: Session, message: Message, before: Before) -> tuple[OccurrenceFact, ...]:
    """The Occurrences whose day Nội vụ is asked to set since the digest `before` this one, and that still have none."""
    asked = session.exec(_ASKED, params={"after": before.day, "until": message.slot_day}).all()
    return _still_open(session, asked, col(Occurrence.due_on).is_(None))


def late_for_heads(session: Session, message: Message, unit_id: int, before: Before) -> tuple[OccurrenceFact, ...]:
    """What the head of a unit is told of since the digest `before` this one, and that is still late."""
    params = {"after": before.day, "until": message.slot_day, "unit_id": unit_id}
    return _still_open(session, session.exec(_TOLD_TO_HEAD, params=params).all())


def before(session: Session, message: Message) -> Before:
    """The digest that went last to the chat of `message`, or to the same people by another, on a day before its own."""
    last = session.exec(_DIGESTS_BEFORE, params={"message_id": message.id, "slot_day": message.slot_day}).first()
    return Before(last.slot_day, last.sent_at or _BEGINNING) if last else Before()


def _still_open(session: Session, ids: Sequence[int], *conditions: ColumnElement[bool]) -> tuple[OccurrenceFact, ...]:
    return views.occurrences(session, views.is_open(), views.among(ids), *conditions) if ids else ()


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


_BESIDE = (
    select(Assignment.task_id, Assignment.unit_id)
    .where(col(Assignment.task_id).in_(bindparam("tasks", expanding=True)), Assignment.part == Part.COORDINATING)
    .order_by(col(Assignment.id))
)
_TOLD_BESIDE = (
    select(Assignment.task_id, Reminder.unit_id)
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
    .join(Reminder, col(Reminder.occurrence_id) == Occurrence.id)
    .where(
        col(Assignment.task_id).in_(bindparam("tasks", expanding=True)), Reminder.audience == Audience.COORDINATING_UNIT
    )
)
_FIRST_OPEN = (
    select(Assignment.task_id, func.min(Occurrence.id))
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .where(col(Assignment.task_id).in_(bindparam("tasks", expanding=True)), Occurrence.state == State.OPEN)
    .group_by(col(Assignment.task_id))
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
    monitoring = _monitoring(session, rows)
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
                monitoring=monitoring.get(assignment.task_id, ()),
                heard_on=heard.get(occurrence.id or 0),
                done_on=_local_day(report[-1].at if (report := reports.get(occurrence.id or 0)) else None, zone),
                returned_on=_local_day(returned.get(occurrence.id or 0), zone),
                freed_on=_local_day(freed.get(assignment.task_id), zone),
                quiet_until=occurrence.quiet_until,
                has_head=(assignment.unit_id, Role.HEAD) in present,
                of_office=(assignment.unit_id, Role.COORDINATOR) in present,
                unreported=occurrence.closing is Closing.UNREPORTED,
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
    beside = session.exec(_BESIDE, params={"tasks": task_ids}).all()
    if not beside:
        return {}
    told = set(session.exec(_TOLD_BESIDE, params={"tasks": {task_id for task_id, _ in beside}}))
    units: dict[int, list[int]] = {}
    for task_id, unit_id in beside:
        if (task_id, unit_id) not in told:
            units.setdefault(task_id, []).append(unit_id)
    first = dict(session.exec(_FIRST_OPEN, params={"tasks": list(units)}).all()) if units else {}
    return {first.get(task_id) or 0: tuple(members) for task_id, members in units.items()}


def _monitoring(session: Session, rows: Iterable[tuple[Occurrence, Assignment, str]]) -> dict[int, tuple[int, ...]]:
    """The units that follow up each task among `rows`."""
    units: dict[int, tuple[int, ...]] = {}
    for task_id, unit_id in session.exec(
        select(Assignment.task_id, Assignment.unit_id)
        .where(
            col(Assignment.task_id).in_({assignment.task_id for _, assignment, _ in rows}),
            Assignment.part == Part.MONITORING,
        )
        .order_by(col(Assignment.id))
    ):
        units[task_id] = (*units.get(task_id, ()), unit_id)
    return units


def _local_day(moment: datetime | None, zone: str) -> date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if moment else None
