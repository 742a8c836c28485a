"""What is owed, overdue, reported, asked: reading the work as frozen facts. Nothing here changes a row."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data.columns import as_written, in_words, is_readable, read_object
from data.deadline import Deadline
from data.facts import (
    ExtensionFact,
    OccurrenceFact,
    PlanFact,
    ReportFact,
    Standing,
    Tally,
    TaskFact,
    UnitFact,
)
from data.kinds import Closing, Ladder, Part, State
from data.model import Assignment, Occurrence, Plan, Task, Unit
from data.views.answers import SAID, SAID_IN_ORDER, facts_said, with_said
from data.views.marking import IS_SHARED, marks
from data.workdays import Workdays

# A missed answer to one of these is "chưa báo kỳ", never "quá hạn".
_NEVER_OVERDUE = frozenset({Ladder.STANDING, Ladder.WEEKLY})
_OUT_OF_COUNT = frozenset({Closing.WITHDRAWN, Closing.NOT_COUNTED})
_REPORTED = frozenset({State.DONE, State.ACCEPTED})

# A task that is withdrawn or only offered is owed by nobody.
IN_FORCE = col(Task.withdrawn_at).is_(None) & col(Task.offered).is_(False)
# Of one that cannot be read nobody knows how it stands: a Question alone tells of it, see `data.upkeep.health`.
READABLE = (
    is_readable(Occurrence.state)
    & is_readable(Occurrence.ladder)
    & (col(Occurrence.closing).is_(None) | is_readable(Occurrence.closing))
    & is_readable(Assignment.part)
)

IN_ORDER = (
    col(Plan.id),
    col(Task.position),
    col(Unit.position),
    col(Occurrence.starts_on),
    col(Occurrence.id),
    *SAID_IN_ORDER,
)
"""The plan's order, then by unit and by due day."""

# What the facts of a row need; a task's JSON as it was written, for that is read once and not in every row.
_OCCURRENCE: tuple[Any, ...] = (
    Occurrence.id,
    Occurrence.key,
    Occurrence.ladder,
    Occurrence.starts_on,
    Occurrence.opens_on,
    Occurrence.plan_due_on,
    Occurrence.due_on,
    Occurrence.state,
    Occurrence.closing,
    Occurrence.quiet_until,
    Occurrence.lapsed,
)
_UNIT: tuple[Any, ...] = (Unit.id, Unit.code, Unit.name)
_PLAN: tuple[Any, ...] = (Plan.id, Plan.number, Plan.title, Plan.issuer, Plan.issued_on, Plan.year, Plan.zone)
_TASK: tuple[Any, ...] = (
    Task.id,
    Task.number,
    Task.title,
    Task.product,
    Task.lead_text,
    Task.coordinating_text,
    as_written(Task.deadline),
    Task.monitoring_text,
    Task.short_title,
    IS_SHARED,
)
# Where they stand in a row, after the Occurrence's own; what has been said of it comes last.
_UNIT_AT = slice(len(_OCCURRENCE), len(_OCCURRENCE) + len(_UNIT))
_PLAN_AT = slice(_UNIT_AT.stop, _UNIT_AT.stop + len(_PLAN))
_TASK_AT = slice(_PLAN_AT.stop, _PLAN_AT.stop + len(_TASK))
_SAID_AT = slice(_TASK_AT.stop, None)

COLUMNS = (*_OCCURRENCE, *_UNIT, *_PLAN, *_TASK, *SAID)
"""What `as_facts` reads."""

Row: TypeAlias = Sequence[Any]
# Built once: building a statement costs more than running it.
OCCURRENCES: Select[Any] = with_said(
    Select[Any](*COLUMNS)
    .select_from(Occurrence)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .join(Unit, col(Unit.id) == Assignment.unit_id)
    .where(IN_FORCE, READABLE)
    .order_by(*IN_ORDER)
)
_BY_IDS = OCCURRENCES.where(col(Occurrence.id).in_(bindparam("ids", expanding=True)))
_STATES = (
    select(Occurrence.id, Occurrence.state)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .where(col(Occurrence.id).in_(bindparam("ids", expanding=True)), IN_FORCE, READABLE)
)


def plan_fact(plan: Plan) -> PlanFact:
    """A plan's row as a fact."""
    return PlanFact(
        id=plan.id or 0,
        number=plan.number,
        title=plan.title,
        issuer=plan.issuer,
        issued_on=plan.issued_on,
        year=plan.year,
        zone=plan.zone,
    )


def task_facts(session: Session, rows: Iterable[tuple[Task, Plan, bool]]) -> dict[int, TaskFact]:
    """Tasks' rows, each with its plan and `IS_SHARED`, as facts by their ids, in their order."""
    return _marked(session, [(_task_fact(task, plan), is_shared) for task, plan, is_shared in rows])


def _task_fact(task: Task, plan: Plan) -> TaskFact:
    return TaskFact(
        id=task.id or 0,
        plan=plan_fact(plan),
        number=task.number,
        title=task.title,
        product=task.product,
        lead_text=task.lead_text,
        coordinating_text=task.coordinating_text,
        deadline=Deadline.from_record(task.deadline),
        monitoring_text=task.monitoring_text,
        short_title=task.short_title,
    )


def _marked(session: Session, tasks: Sequence[tuple[TaskFact, bool]]) -> dict[int, TaskFact]:
    """Tasks by their ids, those that are shared with the marks of their plans."""
    marked = marks(plans(session)) if any(is_shared for _, is_shared in tasks) else {}
    return {
        task.id: replace(task, mark=marked.get(task.plan.id, "")) if is_shared else task for task, is_shared in tasks
    }


def unit_fact(unit: Unit) -> UnitFact:
    """A unit's row as a fact."""
    return UnitFact(id=unit.id or 0, code=unit.code, name=unit.name)


def newest_plan(session: Session) -> PlanFact | None:
    """The plan that was imported last, switched on or not."""
    plan = session.exec(select(Plan).order_by(col(Plan.id).desc()).limit(1)).first()
    return None if plan is None else plan_fact(plan)


def plans(session: Session) -> tuple[PlanFact, ...]:
    """The plans that are switched on, oldest first."""
    rows = session.exec(select(Plan).where(col(Plan.switched_on_at).is_not(None)).order_by(col(Plan.id)))
    return tuple(plan_fact(plan) for plan in rows)


def occurrences(session: Session, *conditions: ColumnElement[bool]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences that meet all `conditions`, in the plan's order, then by unit and by due day."""
    return as_facts(session, session.exec(OCCURRENCES.where(*conditions)).all())


def by_ids(session: Session, ids: Iterable[int]) -> tuple[OccurrenceFact, ...]:
    """These Occurrences, in the order of `occurrences`."""
    wanted = list(ids)
    return as_facts(session, session.exec(_BY_IDS, params={"ids": wanted}).all()) if wanted else ()


def as_facts(session: Session, rows: Iterable[Row]) -> tuple[OccurrenceFact, ...]:
    """The rows of `OCCURRENCES` as facts."""
    each = [list(group) for _, group in groupby(rows, key=itemgetter(0))]
    tasks = tasks_in(session, [group[0] for group in each])
    units: dict[tuple[Any, ...], UnitFact] = {}
    facts = []
    for group in each:
        row = group[0]
        unit = units.get(told := tuple(row[_UNIT_AT])) or units.setdefault(told, UnitFact(*told))
        said = facts_said([row[_SAID_AT] for row in group])
        facts.append(_occurrence_fact(row, tasks[row[_TASK_AT.start]], unit, *said))
    return tuple(facts)


def tasks_in(session: Session, rows: Iterable[Row]) -> dict[int, TaskFact]:
    """The tasks of rows of `OCCURRENCES` by their ids, each read once."""
    firsts = {row[_TASK_AT.start]: row for row in rows}
    plan_facts = {row[_PLAN_AT.start]: PlanFact(*row[_PLAN_AT]) for row in firsts.values()}
    found = []
    for row in firsts.values():
        task_id, number, title, product, lead, coordinating, deadline, monitoring, short, is_shared = row[_TASK_AT]
        read = Deadline.from_record(read_object(deadline))
        plan = plan_facts[row[_PLAN_AT.start]]
        task = TaskFact(task_id, plan, number, title, product, lead, coordinating, read, "", monitoring, short)
        found.append((task, is_shared))
    return _marked(session, found)


def states_of(session: Session, ids: Iterable[int]) -> dict[int | None, State]:
    """The state of each of these Occurrences, by id."""
    return {occurrence_id: State(state) for occurrence_id, state in session.exec(_STATES, params={"ids": list(ids)})}


def is_overdue(fact: Standing, today: date, workdays: Workdays) -> bool:
    """Whether the due day has ended unreported; a day off is given until the next working day ends."""
    return fact.ladder not in _NEVER_OVERDUE and _is_past(fact, today, workdays)


def is_missed(fact: Standing, today: date, workdays: Workdays) -> bool:
    """Whether the period of a check-in has ended unreported, and may still be reported in its grace."""
    return fact.ladder in _NEVER_OVERDUE and _is_past(fact, today, workdays)


def _is_past(fact: Standing, today: date, workdays: Workdays) -> bool:
    return fact.state is State.OPEN and fact.due_on is not None and today > workdays.on_or_after(fact.due_on)


def is_reported_late(fact: Standing, workdays: Workdays) -> bool:
    """Whether it was reported after its day; a day off is given until the next working day ends."""
    if fact.reported_on is None or fact.due_on is None:
        return False
    return fact.reported_on > workdays.on_or_after(fact.due_on)


def is_extended(fact: Standing) -> bool:
    """Whether a later day holds than the one that the plan sets."""
    return fact.plan_due_on is not None and fact.due_on is not None and fact.due_on > fact.plan_due_on


def tally(facts: Iterable[Standing], today: date, workdays: Workdays) -> Tally:
    """How many stand how on `today`; what was withdrawn, or is not counted, is not among them."""
    return tally_of(((fact, 1) for fact in facts), today, workdays)


def tally_of(counted: Iterable[tuple[Standing, int]], today: date, workdays: Workdays) -> Tally:
    """As `tally`, of so many that stand alike each."""
    counts = dict.fromkeys(Tally.__slots__, 0)
    for fact, number in counted:
        if fact.closing not in _OUT_OF_COUNT:
            counts[_standing(fact, today, workdays)] += number
            counts["late"] += number * is_reported_late(fact, workdays)
            counts["extended"] += number * is_extended(fact)
    return Tally(**counts)


def _standing(fact: Standing, today: date, workdays: Workdays) -> str:
    if fact.state in _REPORTED:
        return "done" if fact.state is State.DONE else "lapsed" if fact.lapsed else "accepted"
    if fact.state is State.CLOSED:
        return "unreported"
    if fact.due_on is None:
        return "undated"
    if is_overdue(fact, today, workdays):
        return "overdue"
    if fact.due_on < today and fact.ladder in _NEVER_OVERDUE:
        return "missed"
    return "waiting" if fact.starts_on <= today else "ahead"


def units(session: Session, ids: Iterable[int]) -> tuple[UnitFact, ...]:
    """These units, in registry order."""
    rows = session.exec(select(Unit).where(col(Unit.id).in_(list(ids))).order_by(col(Unit.position)))
    return tuple(unit_fact(unit) for unit in rows)


def led_by(unit_id: int) -> ColumnElement[bool]:
    """The condition of being owed by a unit."""
    return (col(Assignment.unit_id) == unit_id) & (col(Assignment.part) == Part.LEAD)


def answered_by(*units: int) -> ColumnElement[bool]:
    """The condition of being owed by one of these, or of having been reported by it before its work went to another."""
    reported = (col(Assignment.part) == Part.FORMER) & col(Occurrence.state).in_((State.DONE, State.ACCEPTED))
    return col(Assignment.unit_id).in_(units) & ((col(Assignment.part) == Part.LEAD) | reported)


def of_task(task_id: int) -> ColumnElement[bool]:
    """The condition of belonging to a task."""
    return col(Assignment.task_id) == task_id


def of_plan(plan_id: int) -> ColumnElement[bool]:
    """The condition of belonging to a plan."""
    return col(Task.plan_id) == plan_id


def is_open() -> ColumnElement[bool]:
    """The condition of being owed still."""
    return in_words(Occurrence.state, State.OPEN)


def due_before(day: date) -> ColumnElement[bool]:
    """The condition of having had its day before `day`."""
    return col(Occurrence.due_on) < day


def is_by_period() -> ColumnElement[bool]:
    """The condition of being owed period by period: what no opening tells of."""
    return col(Occurrence.ladder).in_([Ladder.STANDING, Ladder.RECURRING, Ladder.WEEKLY])


def is_standing() -> ColumnElement[bool]:
    """The condition of being the check-in of a standing duty."""
    return col(Occurrence.ladder) == Ladder.STANDING


def among(ids: Iterable[int]) -> ColumnElement[bool]:
    """The condition of being one of these Occurrences."""
    return col(Occurrence.id).in_(list(ids))


def _occurrence_fact(
    row: Row, task: TaskFact, unit: UnitFact, reports: tuple[ReportFact, ...], extension: ExtensionFact | None
) -> OccurrenceFact:
    id_, key, ladder, starts_on, opens_on, plan_due_on, due_on, state, closing, quiet_until, lapsed = row[
        : len(_OCCURRENCE)
    ]
    # As long as something is owed, what was reported is a part of it.
    whole = reports if state in _REPORTED else ()
    return OccurrenceFact(
        id=id_,
        task=task,
        unit=unit,
        key=key,
        ladder=ladder,
        starts_on=starts_on,
        opens_on=opens_on,
        plan_due_on=plan_due_on,
        due_on=due_on,
        state=state,
        closing=closing,
        report=whole[-1] if whole else None,
        quiet_until=quiet_until,
        lapsed=lapsed,
        extension=extension,
        partial=whole[:-1] if whole else reports,
    )
