"""Bàn giao: what a unit owes goes to its successor after a merger; what it has answered stays its own."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, or_, select

from data import occurrences
from data.kinds import MessageState, Part, State
from data.model import Assignment, Message, Occurrence, Plan, Reminder, Task, Unit
from data.people import registering
from data.record import Actor, write_line
from data.refusals import HandedOver, NotLeading, SameUnit


@dataclass(frozen=True, slots=True)
class Handover:
    """What goes from one unit to the other: open Occurrences, how many of them it leads already, tasks supported."""

    moved: int
    merged: int
    supported: int


def expected(session: Session, unit: Unit, successor: Unit) -> Handover:
    """What `hand_over` would do, without doing it.

    Raises:
        SameUnit: the two are one.
        HandedOver: one of them has handed its work over already.
    """
    _check(session, unit, successor)
    theirs = _keys(session, successor)
    ours = _keys(session, unit, col(Occurrence.state) == State.OPEN, col(Assignment.part) == Part.LEAD)
    supported = [each for each in _assignments(session, unit).values() if each.part is Part.COORDINATING]
    return Handover(len(ours - theirs), len(ours & theirs), len(supported))


def hand_over(session: Session, unit: Unit, successor: Unit, actor: Actor, now: datetime) -> Handover:
    """Have `successor` owe from now on what `unit` owes, or supports; what has been reported stays with `unit`.

    What both owe is owed once. What is not yet said of it is said to the successor.

    Raises:
        SameUnit, HandedOver: as `expected`.
    """
    done = expected(session, unit, successor)
    theirs = _assignments(session, successor)
    for task_id, ours in _assignments(session, unit).items():
        if ours.part is Part.FORMER:
            continue
        heir = theirs.get(task_id) or Assignment(task_id=task_id, unit_id=successor.id or 0, part=ours.part)
        if ours.part is Part.LEAD or heir.part is Part.FORMER:
            heir.part = ours.part
        session.add(heir)
        session.flush()
        _move_open(session, ours, heir, actor, now)
        ours.part = Part.FORMER
        session.add(ours)
    unit.successor_id = successor.id
    session.add(unit)
    after = {"successor": successor.code, "moved": done.moved, "merged": done.merged}
    write_line(session, "hand_over", "unit", unit.id, actor, now, after=after)
    return done


def pass_on(session: Session, occurrence: Occurrence, number: str, actor: Actor, now: datetime) -> None:
    """Have what is asked for again be owed by who leads the task now: by the successor of a unit that did.

    Raises:
        NotLeading: the unit does not lead the task any more, and no successor does.
        HandedOver: its successor answers for the same period or day itself.
    """
    ours = session.get_one(Assignment, occurrence.assignment_id)
    if ours.part is Part.LEAD:
        return
    unit = heir = session.get_one(Unit, ours.unit_id)
    while heir.successor_id is not None:
        heir = session.get_one(Unit, heir.successor_id)
    theirs = _assignments(session, heir).get(ours.task_id)
    if heir is unit or theirs is None or theirs.part is not Part.LEAD:
        raise NotLeading(number=number, unit=unit.name)
    if (ours.task_id, occurrence.key) in _keys(session, heir):
        raise HandedOver(unit=unit.name, successor=heir.name)
    _give(session, occurrence, ours, theirs, actor, now)


def settled_by_predecessors(session: Session, plan_id: int) -> dict[int, frozenset[str]]:
    """By LEAD assignment, what units merged into its own have settled and it has not: it is not opened anew."""
    heirs = registering.heirs(session)
    if not heirs:
        return {}
    rows = session.exec(
        select(Assignment, Unit.code, Occurrence.key)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
        .where(Task.plan_id == plan_id)
    ).all()
    own: dict[tuple[int, str], set[str]] = {}
    settled: dict[tuple[int, str], set[str]] = {}
    for assignment, code, key in rows:
        known = settled if code in heirs else own
        known.setdefault((assignment.task_id, heirs.get(code, code)), set()).add(key)
    leading = session.exec(
        select(Assignment.id, Assignment.task_id, Unit.code)
        .join(Unit, col(Unit.id) == Assignment.unit_id)
        .where(Assignment.part == Part.LEAD, Unit.code.in_(set(heirs.values())))  # type: ignore[attr-defined]  # a column
    )
    return {
        assignment_id or 0: frozenset(settled[task_id, code] - own.get((task_id, code), set()))
        for assignment_id, task_id, code in leading
        if (task_id, code) in settled
    }


def _check(session: Session, unit: Unit, successor: Unit) -> None:
    if unit.id == successor.id:
        raise SameUnit(unit=unit.name)
    for each in (unit, successor):
        if each.successor_id is not None:
            raise HandedOver(unit=each.name, successor=session.get_one(Unit, each.successor_id).name)


def _assignments(session: Session, unit: Unit) -> dict[int, Assignment]:
    """The parts a unit has, or had, by task; of the plans in force."""
    rows = session.exec(
        select(Assignment)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(Assignment.unit_id == unit.id, col(Task.withdrawn_at).is_(None))
        .order_by(col(Assignment.id))
    )
    return {row.task_id: row for row in rows}


def _keys(session: Session, unit: Unit, *conditions: ColumnElement[bool]) -> set[tuple[int, str]]:
    """The task and key of each Occurrence of a unit that meets the conditions."""
    return set(
        session.exec(
            select(Assignment.task_id, Occurrence.key)
            .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
            .where(Assignment.unit_id == unit.id, *conditions)
        )
    )


def _move_open(session: Session, ours: Assignment, heir: Assignment, actor: Actor, now: datetime) -> None:
    """What is open goes over with its reminders, but for what the heir has itself."""
    there = set(session.exec(select(Occurrence.key).where(Occurrence.assignment_id == heir.id)))
    rows = session.exec(
        select(Occurrence).where(Occurrence.assignment_id == ours.id, Occurrence.state == State.OPEN)
    ).all()
    for row in rows:
        if row.key in there:
            occurrences.withdraw(session, row, now, actor, why="hand_over")
            continue
        _give(session, row, ours, heir, actor, now)


def _give(session: Session, row: Occurrence, ours: Assignment, heir: Assignment, actor: Actor, now: datetime) -> None:
    row.assignment_id, row.remind_at = heir.id or 0, now
    session.add(row)
    was, is_now = {"unit": ours.unit_id}, {"unit": heir.unit_id}
    write_line(session, "hand_over", "occurrence", row.id, actor, now, before=was, after=is_now)
    _pass_reminders_on(session, row, ours.unit_id, heir.unit_id)


def _pass_reminders_on(session: Session, row: Occurrence, unit_id: int, heir_id: int) -> None:
    on_its_way = select(Message.id).where(Message.state == MessageState.WAITING)
    session.exec(
        update(Reminder)
        .where(
            col(Reminder.occurrence_id) == row.id,
            col(Reminder.unit_id) == unit_id,
            or_(col(Reminder.message_id).is_(None), col(Reminder.message_id).in_(on_its_way)),
        )
        .values(unit_id=heir_id, message_id=None)
    )
