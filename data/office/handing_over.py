"""Bàn giao: what units owe goes to the one they are merged into; what they have answered stays their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col, or_, select

from data import occurrences
from data.kinds import PARTS, Closing, MessageState, Part, State
from data.model import Assignment, Confirmation, Extension, Message, Occurrence, Plan, Reminder, Task, Unit
from data.people import coordinating, merging, registering
from data.record import Actor, write_line
from data.refusals import HandedOver, NotLeading, SameUnit


@dataclass(frozen=True, slots=True)
class Handover:
    """What goes from units to the one they are merged into, and what stays.

    `moved` open Occurrences go, `merged` more are owed once instead; `tasks` are led, `supported` others. `reported`
    stay with those who reported them, and count. `chats` speak for the other unit then, with `persons` known by name.
    Where one of them `coordinates`, the other follows the plans up from then on.
    """

    moved: int
    merged: int
    supported: int
    tasks: int = 0
    reported: int = 0
    chats: int = 0
    persons: int = 0
    coordinates: bool = False


def expected(session: Session, units: Sequence[Unit], successor: Unit) -> Handover:
    """What `hand_over` would do, without doing it.

    Raises:
        SameUnit: the successor is among the units, which are each named once.
        HandedOver: one of all has handed its work over already.
    """
    _check(session, units, successor)
    theirs = _keys(session, successor)
    is_led = col(Assignment.part) == Part.LEAD
    # In their order: each of the units has a key once.
    ours = [key for unit in units for key in _keys(session, unit, is_led, col(Occurrence.state) == State.OPEN)]
    reported = [key for unit in units for key in _keys(session, unit, is_led, col(Occurrence.state).in_(_REPORTED))]
    parts = [(each.task_id, each.part) for unit in units for each in _assignments(session, unit).values()]
    chats = merging.joined(session, units)
    return Handover(
        moved=(moved := len(set(ours) - theirs)),
        merged=len(ours) - moved,
        supported=len({task_id for task_id, part in parts if part is Part.COORDINATING}),
        tasks=len({task_id for task_id, part in parts if part is Part.LEAD}),
        reported=len(reported),
        chats=chats.chats,
        persons=chats.persons,
        coordinates=any(unit.coordinates for unit in units),
    )


def hand_over(session: Session, units: Sequence[Unit], successor: Unit, actor: Actor, now: datetime) -> Handover:
    """Have `successor` owe from now on what `units` owe, or support; what has been reported stays with them.

    What several of them owe is owed once. What is not yet said of it is said to the successor, for which their chats
    speak from now on.

    Raises:
        SameUnit, HandedOver: as `expected`.
    """
    done = expected(session, units, successor)
    for unit in units:
        _pass_work_on(session, unit, successor, actor, now)
        unit.successor_id = successor.id
        session.add(unit)
        if unit.coordinates:
            coordinating.pass_on(session, successor)
        after = {"successor": successor.code, "moved": done.moved, "merged": done.merged}
        write_line(session, "hand_over", "unit", unit.id, actor, now, after=after)
    session.flush()
    merging.pass_chats_on(session, units, successor, actor, now)
    return done


def _pass_work_on(session: Session, unit: Unit, successor: Unit, actor: Actor, now: datetime) -> None:
    theirs = _assignments(session, successor)
    for task_id, ours in _assignments(session, unit).items():
        if ours.part not in PARTS:
            continue
        heir = theirs.get(task_id) or Assignment(task_id=task_id, unit_id=successor.id or 0, part=ours.part)
        if heir.part is Part.FORMER or PARTS.index(ours.part) < PARTS.index(heir.part):
            heir.part = ours.part
        session.add(heir)
        session.flush()
        if task_id not in theirs:
            occurrences.wake(session, task_id, now)
        _move_open(session, ours, heir, actor, now)
        ours.part = Part.FORMER
        session.add(ours)


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


_REPORTED = (State.DONE, State.ACCEPTED)


def _check(session: Session, units: Sequence[Unit], successor: Unit) -> None:
    ids = {unit.id for unit in units}
    # Whoever merges one of them at the same time does so before or after.
    at_once = select(Unit).where(col(Unit.id).in_({*ids, successor.id})).order_by(col(Unit.id)).with_for_update()
    session.exec(at_once.execution_options(populate_existing=True)).all()
    if successor.id in ids:
        raise SameUnit(unit=successor.name)
    for each in (*units, successor):
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
    """What is open, or was missed, goes over, but for what the heir has itself; docs/rules.md has the table."""
    there = {row.key: row for row in session.exec(select(Occurrence).where(Occurrence.assignment_id == heir.id))}
    rows = session.exec(
        select(Occurrence)
        .where(Occurrence.assignment_id == ours.id)
        .where((col(Occurrence.state) == State.OPEN) | (col(Occurrence.closing) == Closing.UNREPORTED))
        .order_by(col(Occurrence.id))
        .with_for_update()
    ).all()
    for row in rows:
        if (same := there.get(row.key)) is not None:
            if row.closing is Closing.UNREPORTED is not same.closing:
                continue
            if same.state is State.OPEN:
                _join(session, row, same, now)
            occurrences.withdraw(session, row, now, actor, why="hand_over")
            continue
        _give(session, row, ours, heir, actor, now)


def _join(session: Session, row: Occurrence, same: Occurrence, now: datetime) -> None:
    """Have what stays open keep what was reported of its products, asked and granted for the other."""
    if row.due_on is not None and same.due_on is not None and row.due_on > same.due_on:
        same.due_on, same.remind_at = row.due_on, now
        session.add(same)
    standing = (col(Confirmation.withdrawn_at).is_(None), col(Confirmation.returned_at).is_(None))
    reports = update(Confirmation).where(col(Confirmation.occurrence_id) == row.id, *standing)
    session.exec(reports.values(occurrence_id=same.id))
    asked = update(Extension).where(col(Extension.occurrence_id) == row.id, col(Extension.decided_at).is_(None))
    session.exec(asked.values(occurrence_id=same.id))


def _give(session: Session, row: Occurrence, ours: Assignment, heir: Assignment, actor: Actor, now: datetime) -> None:
    row.assignment_id, row.remind_at = heir.id or 0, now if row.state is State.OPEN else row.remind_at
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
