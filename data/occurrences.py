"""Occurrences opened, brought in line with a changed plan, moved, closed: each sets `remind_at` and writes a Change.

Units come to a task or leave it (Phân công), and what they still owed is closed; what waits for a task is woken.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data import views
from data.facts import TaskFact
from data.kinds import Closing, Ladder, Part, State
from data.model import Assignment, Confirmation, Occurrence, Plan, Question, Task
from data.record import SERVICE, Actor, write_line
from data.refusals import NoLongerOwed, TaskOfOthers
from data.store import insert_if_new
from data.views import task_facts
from data.views.marking import IS_SHARED
from data.views.questions import DEPENDS


def reopen(session: Session, occurrence: Occurrence, actor: Actor, now: datetime, action: str, **more: object) -> None:
    """What was reported is owed again."""
    record(session, occurrence, actor, now, action, State.OPEN, **more)
    # Its plan may have been amended since: what is reported keeps the day for which it was reported.
    plan_id = select(Task.plan_id).join(Assignment).where(Assignment.id == occurrence.assignment_id)
    session.exec(update(Plan).where(col(Plan.id).in_(plan_id)).values(opens_next_on=None))


def accept_by_itself(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """A report nobody objected to in time counts as taken note of."""
    record(session, occurrence, Actor(), now, "accept", State.ACCEPTED)
    occurrence.lapsed = True


def withdraw(
    session: Session, occurrence: Occurrence, now: datetime, actor: Actor = SERVICE, *, why: str = "withdraw"
) -> None:
    """What is no longer asked of a unit is closed; its history stays. `why` is the action that the record names."""
    occurrence.closing = Closing.WITHDRAWN
    record(session, occurrence, actor, now, why, State.CLOSED)


def close_unreported(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """A check-in missed beyond its grace is closed; it counts in the report, and late news is still welcome."""
    occurrence.closing = Closing.UNREPORTED
    record(session, occurrence, Actor(), now, "close", State.CLOSED)


# Built once: building a statement costs more than running it. `select` tells the types of four columns at most.
_LOCKED = (
    Select[Occurrence, Part, Task, Plan, bool](Occurrence, col(Assignment.part), Task, Plan, IS_SHARED)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .where(col(Occurrence.id) == bindparam("id"))
    .with_for_update(of=Occurrence)
)


def locked(session: Session, occurrence_id: int) -> tuple[Occurrence, TaskFact]:
    """An Occurrence that nobody else changes meanwhile, and its task."""
    occurrence, task, _ = _locked(session, occurrence_id)
    return occurrence, task


def locked_for_lead(session: Session, occurrence_id: int) -> tuple[Occurrence, TaskFact]:
    """As `locked`, where its unit may answer for it: it leads the task still, and the plan asks for it still.

    Raises:
        TaskOfOthers: the task has gone to another unit.
        NoLongerOwed: the Occurrence was withdrawn.
    """
    occurrence, task, part = _locked(session, occurrence_id)
    if part is not Part.LEAD:
        raise TaskOfOthers(number=task.typed, coordinating=part is Part.COORDINATING)
    if occurrence.closing is Closing.WITHDRAWN:
        raise NoLongerOwed(number=task.typed)
    return occurrence, task


def _locked(session: Session, occurrence_id: int) -> tuple[Occurrence, TaskFact, Part]:
    occurrence, part, task, plan, is_shared = session.exec(_LOCKED, params={"id": occurrence_id}).one()
    (fact,) = task_facts(session, [(task, plan, is_shared)]).values()
    return occurrence, fact, part


def report_on(occurrence: Occurrence, at: datetime, zone: str) -> None:
    """Have it be reported at this moment; the day is that of the plan's zone."""
    occurrence.reported_on = at.astimezone(ZoneInfo(zone)).date()


def record(
    session: Session, occurrence: Occurrence, actor: Actor, now: datetime, action: str, state: State, **more: object
) -> None:
    """Bring an Occurrence to `state`, write the Change (with what `more` came of it), have the rules look again."""
    before = {"state": occurrence.state}
    write_line(session, action, "occurrence", occurrence.id, actor, now, before=before, after={"state": state, **more})
    occurrence.state, occurrence.remind_at = state, None if state in {State.CLOSED, State.ACCEPTED} else now
    if state is not State.CLOSED:
        occurrence.closing = None
    if state not in {State.DONE, State.ACCEPTED}:
        occurrence.reported_on, occurrence.lapsed = None, False
    session.add(occurrence)


# Asked at every tick, so built once.
_TO_OPEN = (
    select(Plan)
    .where(
        col(Plan.switched_on_at).is_not(None),
        col(Plan.opens_next_on).is_(None) | (col(Plan.opens_next_on) <= bindparam("today")),
    )
    .order_by(col(Plan.id))
)


@dataclass(frozen=True, slots=True)
class Expected:
    """An Occurrence that should exist; `past` where it fell due before the plan was switched on."""

    key: str
    ladder: Ladder
    starts_on: date
    opens_on: date
    due_on: date | None
    past: bool


def lead_assignments(session: Session, plan_id: int) -> list[tuple[Task, Assignment]]:
    """The tasks of a plan with each unit that leads them."""
    return list(
        session.exec(
            select(Task, Assignment)
            .join(Assignment, col(Assignment.task_id) == Task.id)
            .where(Task.plan_id == plan_id, Assignment.part == Part.LEAD, views.IN_FORCE)
            .order_by(col(Task.position), col(Assignment.id))
        )
    )


def plans_to_open(session: Session, today: date) -> list[Plan]:
    """Plans that are switched on and in which something may have to be opened by `today`."""
    return list(session.exec(_TO_OPEN, params={"today": today}))


def changed_plans(session: Session) -> list[Plan]:
    """Plans that are switched on, and that have been changed since they were looked after."""
    return plans_to_open(session, date.min)


def existing_occurrences(session: Session, plan_id: int) -> dict[int, dict[str, Occurrence]]:
    """A plan's Occurrences by assignment and key."""
    rows = session.exec(
        select(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.plan_id == plan_id)
    )
    found: dict[int, dict[str, Occurrence]] = {}
    for row in rows:
        found.setdefault(row.assignment_id, {})[row.key] = row
    return found


def bring_in_line(
    session: Session,
    assignment_id: int,
    expected: Iterable[Expected],
    there: dict[str, Occurrence],
    now: datetime,
) -> tuple[Expected, ...]:
    """Have the Occurrences of an assignment be what is expected of it; give those that are new.

    A day that an amended plan moved is moved here too; what it no longer asks for is closed as withdrawn, and opened
    again when it asks once more. What fell due before the switch-on is not nagged about: it is closed as not counted
    until Nội vụ says otherwise; so is what was withdrawn and is asked for again after its day.
    """
    wanted = {each.key: each for each in expected}
    for key, row in there.items():
        each = wanted.get(key)
        if each is None and row.state is State.OPEN:
            withdraw(session, row, now)
        if each is not None and _comes_back(row, each):
            record(session, row, Actor(), now, "reopen", State.OPEN)
        if each is not None and row.state is State.OPEN and row.plan_due_on != each.due_on:
            _move_plan_day(session, row, each, now)
    missed = {key for key, each in wanted.items() if each.past and key in there and _is_withdrawn(there[key])}
    for key in missed:
        there[key].closing = Closing.NOT_COUNTED
        session.add(there[key])
    return tuple(
        each
        for key, each in wanted.items()
        if key in missed or (key not in there and insert_if_new(session, _new_row(assignment_id, each, now)))
    )


def _is_withdrawn(row: Occurrence) -> bool:
    return row.state is State.CLOSED and row.closing is Closing.WITHDRAWN


def ask_about_past(session: Session, plan_id: int, past: dict[int, list[Expected]], now: datetime) -> None:
    """List once to Nội vụ, by task, what fell due before the switch-on; it says what still counts."""
    for task_id, missed in past.items():
        for due in sorted({each.due_on.isoformat() for each in missed if each.due_on}):
            session.add(Question(plan_id=plan_id, task_id=task_id, code="past-due", fields={"due": due}, asked_at=now))


def _comes_back(row: Occurrence, each: Expected) -> bool:
    """Whether an amended plan asks again for what was closed: it was withdrawn, or its day was past and has moved."""
    if each.past or row.state is not State.CLOSED:
        return False
    moved = row.plan_due_on != each.due_on
    return row.closing is Closing.WITHDRAWN or (row.closing is Closing.NOT_COUNTED and moved)


def _new_row(assignment_id: int, each: Expected, now: datetime) -> Occurrence:
    return Occurrence(
        assignment_id=assignment_id,
        key=each.key,
        ladder=each.ladder,
        starts_on=each.starts_on,
        opens_on=each.opens_on,
        plan_due_on=each.due_on,
        due_on=each.due_on,
        state=State.CLOSED if each.past else State.OPEN,
        closing=Closing.NOT_COUNTED if each.past else None,
        remind_at=None if each.past else now,
    )


def _move_plan_day(session: Session, row: Occurrence, each: Expected, now: datetime) -> None:
    before = {"due_on": _iso(row.due_on), "plan_due_on": _iso(row.plan_due_on)}
    row.ladder, row.starts_on = each.ladder, each.starts_on
    row.plan_due_on = row.due_on = each.due_on
    row.remind_at = now
    session.add(row)
    after = {"due_on": _iso(row.due_on), "plan_due_on": _iso(row.plan_due_on)}
    write_line(session, "move_day", "occurrence", row.id, SERVICE, now, before=before, after=after)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def assign(session: Session, task_id: int, wanted: dict[int, Part], now: datetime, actor: Actor = SERVICE) -> None:
    """Have the units of a task be those `wanted`, by their ids, each in its part."""
    there = {a.unit_id: a for a in session.exec(select(Assignment).where(Assignment.task_id == task_id))}
    supporting = {unit_id for unit_id, part in wanted.items() if part is Part.COORDINATING}
    if there and any(unit_id not in there or there[unit_id].part is not Part.COORDINATING for unit_id in supporting):
        wake(session, task_id, now)
    for unit_id in sorted(wanted.keys() - there.keys()):
        session.add(Assignment(task_id=task_id, unit_id=unit_id, part=wanted[unit_id]))
    for unit_id, assignment in there.items():
        assignment.part = wanted.get(unit_id, Part.FORMER)
        session.add(assignment)
        if assignment.part is not Part.LEAD:
            close_open(session, [assignment.id or 0], now, actor)


def wake(session: Session, task_id: int, now: datetime) -> None:
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
        withdraw(session, occurrence, now, actor)


_OUT_OF_COUNT = (Closing.WITHDRAWN, Closing.NOT_COUNTED)
_THEIRS = aliased(Assignment)
# Built once: building a statement costs more than running it.
_WAITING = (
    select(Question, Task.number, Occurrence)
    .join(Task, col(Task.plan_id) == Question.plan_id)
    .join(Assignment, col(Assignment.task_id) == Task.id)
    .join(_THEIRS, col(_THEIRS.task_id) == Question.task_id)
    .join(Occurrence, col(Occurrence.assignment_id) == _THEIRS.id)
    .where(
        col(Assignment.id) == bindparam("assignment_id"),
        col(Question.code) == DEPENDS,
        col(Occurrence.state) == State.OPEN,
        col(Occurrence.due_on).is_(None),
    )
)


def wake_waiting(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """Have the rules look again at what has no day and waits for the task of `occurrence`."""
    for question, number, waiting in session.exec(_WAITING, params={"assignment_id": occurrence.assignment_id}):
        if question.fields.get("on") == number:
            waiting.remind_at = now
            session.add(waiting)


def freed_at(session: Session, task_ids: Iterable[int]) -> dict[int, datetime]:
    """When the task that each of these waits for was reported by all who lead it; those that wait on are left out."""
    asked = session.exec(
        select(Question).where(Question.code == DEPENDS, col(Question.task_id).in_(list(task_ids)))
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
