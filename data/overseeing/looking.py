"""What became of a task: whether its units were reached, and who changed what in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlmodel import Session, col, or_, select

from data import views
from data.answering.reported import reports_made
from data.facts import OccurrenceFact, ReportFact, UnitFact
from data.model import (
    Address,
    Assignment,
    Audience,
    Change,
    Ladder,
    Message,
    MessageKind,
    MessageState,
    Occurrence,
    Officer,
    Part,
    Reminder,
    Role,
    Task,
    Unit,
)
from data.workdays import Workdays

_LATEST_NOTICES = 500
_READ_BY = {Audience.UNIT: Role.OFFICER, Audience.COORDINATING_UNIT: Role.OFFICER, Audience.HEAD: Role.HEAD}


class Reached(StrEnum):
    """How far a message has come on its way to a unit."""

    SENT = "sent"
    WAITING = "waiting"
    UNREACHABLE = "unreachable"
    NO_CHAT = "no_chat"
    TAKEN_BACK = "taken_back"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Delivery:
    """The last Reminder of a task to a unit, or one notice: how far it has come, when (aware, UTC), or why not.

    `kind` is the audience of a Reminder, or the kind of the notice.
    """

    unit: UnitFact
    kind: str
    reached: Reached
    at: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record: who did what in whose share, and what was before and after.

    `by` is empty where the service itself did it, and where the person `is_erased`. `report` is what was said by it.
    """

    at: datetime
    by: str
    by_unit: str
    action: str
    unit: UnitFact | None
    occurrence: OccurrenceFact | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    is_erased: bool = False
    report: ReportFact | None = None

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody did it but the service."""
        return not (self.by or self.is_erased)


def due_until(session: Session, today: date, last: date, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is open and falls due up to `last`, from `today` on; days off just before it count till its end."""
    first = workdays.on_or_before(today - timedelta(days=1)) + timedelta(days=1)
    due = (col(Occurrence.due_on) >= first) & (col(Occurrence.due_on) <= last)
    return views.occurrences(session, views.is_open(), due)


def reminders_of(session: Session, task_id: int) -> tuple[Delivery, ...]:
    """Of each unit that has a part in a task, what became of the last Reminder to it, and to its head."""
    rows = session.exec(
        select(Reminder, Message)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Message, col(Message.id) == Reminder.message_id, isouter=True)
        .where(Assignment.task_id == task_id, col(Reminder.audience).in_(list(_READ_BY)))
        .order_by(col(Reminder.day), col(Reminder.id))
    ).all()
    last = _told_at_opening(session, task_id)
    last |= {(reminder.unit_id, reminder.audience): message for reminder, message in rows}
    chats = _chats(session)
    found = []
    for unit, part in _parts(session, task_id):
        own = Audience.UNIT if part is Part.LEAD else Audience.COORDINATING_UNIT
        for audience in (own, Audience.HEAD):
            key = (unit.id, audience)
            if key in last:
                found.append(_delivery(unit, audience, last[key], _readers(chats, unit.id, audience)))
            elif audience is own:
                found.append(Delivery(unit, audience, Reached.NONE))
    return tuple(found)


def _told_at_opening(session: Session, task_id: int) -> dict[tuple[int, Audience], Message | None]:
    """The digests with which the plan opened for those who owe a standing duty: they name it, without a Reminder."""
    standing = (
        select(col(Assignment.unit_id), col(Task.plan_id), col(Occurrence.opens_on))
        .select_from(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.id == task_id, Occurrence.ladder == Ladder.STANDING)
        .subquery()
    )
    rows = session.exec(
        select(Reminder.unit_id, Message)
        .join(Message, col(Message.id) == Reminder.message_id)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(standing, (standing.c.unit_id == Reminder.unit_id) & (standing.c.plan_id == Task.plan_id))
        .where(
            Reminder.rung == "opening",
            col(Reminder.audience).in_((Audience.UNIT, Audience.COORDINATING_UNIT)),
            standing.c.opens_on <= Message.slot_day,
        )
        .order_by(col(Reminder.day), col(Reminder.id))
    )
    return {(unit_id, Audience.UNIT): message for unit_id, message in rows}


def notices_of(session: Session, task_id: int) -> tuple[Delivery, ...]:
    """The notices about a task to units' chats, newest first."""
    ids = set(
        session.exec(
            select(Occurrence.id)
            .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
            .where(Assignment.task_id == task_id)
        )
    )
    rows = session.exec(
        select(Message, Address, Unit)
        .join(Address, col(Address.id) == Message.address_id)
        .join(Unit, col(Unit.id) == Address.unit_id)
        .where(Message.kind == MessageKind.NOTICE, col(Address.role).in_((Role.OFFICER, Role.HEAD)))
        .order_by(col(Message.id).desc())
        .limit(_LATEST_NOTICES)
    )
    return tuple(
        _delivery(views.unit_fact(unit), message.facts["kind"], message, [address])
        for message, address, unit in rows
        if ids.intersection(message.facts.get("occurrences", ()))
    )


def trail(session: Session, task_id: int) -> tuple[Line, ...]:
    """The record of a task, oldest first."""
    shares = {fact.id: fact for fact in views.occurrences(session, views.of_task(task_id))}
    rows = session.exec(
        select(Change, Officer, Unit)
        .join(Officer, col(Officer.id) == Change.officer_id, isouter=True)
        .join(Address, col(Address.id) == Change.address_id, isouter=True)
        .join(Unit, col(Unit.id) == Address.unit_id, isouter=True)
        .where(
            or_(
                (col(Change.subject) == "task") & (col(Change.subject_id) == task_id),
                (col(Change.subject) == "occurrence") & col(Change.subject_id).in_(list(shares)),
            )
        )
        .order_by(col(Change.at), col(Change.id))
    ).all()
    reports = reports_made(session, list(shares))
    return tuple(
        _line(
            change,
            officer,
            unit,
            shares.get(change.subject_id) if change.subject == "occurrence" else None,
            reports.get((change.subject_id, change.at)) if change.action == "confirm" else None,
        )
        for change, officer, unit in rows
    )


def two_weeks(today: date) -> date:
    """The last day of the next two weeks."""
    return today + timedelta(days=14)


def _line(
    change: Change,
    officer: Officer | None,
    unit: Unit | None,
    share: OccurrenceFact | None,
    report: ReportFact | None,
) -> Line:
    return Line(
        at=change.at,
        by=officer.name if officer else "",
        by_unit=unit.name if unit else "",
        action=change.action,
        unit=share.unit if share else None,
        occurrence=share,
        before=change.before,
        after=change.after,
        is_erased=officer is not None and not officer.name,
        report=report,
    )


def _parts(session: Session, task_id: int) -> Iterable[tuple[UnitFact, Part]]:
    rows = session.exec(
        select(Unit, Assignment.part)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, Assignment.part != Part.FORMER)
        .order_by(col(Unit.position))
    )
    return [(views.unit_fact(unit), Part(part)) for unit, part in rows]


def _chats(session: Session) -> dict[tuple[int, Role], list[Address]]:
    """The chats that have joined and not left, by unit and role."""
    found: dict[tuple[int, Role], list[Address]] = {}
    for address in session.exec(select(Address).where(col(Address.left_at).is_(None)).order_by(col(Address.id))):
        found.setdefault((address.unit_id, address.role), []).append(address)
    return found


def _readers(chats: Mapping[tuple[int, Role], list[Address]], unit_id: int, audience: Audience) -> list[Address]:
    """The chats in which a unit hears something: Nội vụ its own work where it coordinates, if nowhere else."""
    found = chats.get((unit_id, _READ_BY[audience]), [])
    return found if found or audience is Audience.HEAD else chats.get((unit_id, Role.COORDINATOR), [])


def _delivery(unit: UnitFact, kind: str, message: Message | None, chats: list[Address]) -> Delivery:
    if message is not None and message.state is MessageState.SENT:
        return Delivery(unit, kind, Reached.SENT, message.sent_at)
    if not chats:
        return Delivery(unit, kind, Reached.NO_CHAT)
    lost = next((chat for chat in chats if chat.unreachable_at), None)
    if lost is not None and all(chat.unreachable_at for chat in chats):
        return Delivery(unit, kind, Reached.UNREACHABLE, lost.unreachable_at, lost.unreachable_reason or "")
    if message is not None and message.state is MessageState.FAILED:
        return Delivery(unit, kind, Reached.UNREACHABLE, None, message.outcome or "")
    if message is not None and message.state is MessageState.WITHDRAWN:
        return Delivery(unit, kind, Reached.TAKEN_BACK)
    return Delivery(unit, kind, Reached.WAITING)
