"""What is open, mine, overdue, reported: reading the work as frozen facts. Nothing here changes a row."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from data.answers import returned_at, undecided_extensions
from data.deadline import Deadline
from data.facts import (
    OccurrenceFact,
    OccurrenceForReminding,
    PlanFact,
    QuestionFact,
    ReportFact,
    Seat,
    Tally,
    TaskFact,
    UnitFact,
)
from data.model import (
    Address,
    Assignment,
    Closing,
    Confirmation,
    Extension,
    Ladder,
    Occurrence,
    Part,
    Plan,
    Question,
    Reminder,
    Role,
    State,
    Task,
    Unit,
)
from data.reported import standing_reports
from data.workdays import Workdays

# A missed answer to one of these is "chưa báo kỳ", never "quá hạn".
_NEVER_OVERDUE = frozenset({Ladder.STANDING, Ladder.WEEKLY})
_OUT_OF_COUNT = frozenset({Closing.WITHDRAWN, Closing.NOT_COUNTED})

# A task that is withdrawn or only offered is owed by nobody.
IN_FORCE = col(Task.withdrawn_at).is_(None) & col(Task.offered).is_(False)

# Built once: building a statement costs more than running it.
_STATES = (
    select(Occurrence.id, Occurrence.state)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .where(IN_FORCE)
)
_OCCURRENCES = (
    select(Occurrence, Task, Plan, Unit)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .join(Task, col(Task.id) == Assignment.task_id)
    .join(Plan, col(Plan.id) == Task.plan_id)
    .join(Unit, col(Unit.id) == Assignment.unit_id)
    .where(IN_FORCE)
    .order_by(col(Plan.id), col(Task.position), col(Unit.position), col(Occurrence.starts_on), col(Occurrence.id))
)
_UNITS_AND_DRAWN_UP = (
    select(Unit, Plan.id)
    .join(Plan, (col(Plan.drawn_up_by) == Unit.id) & col(Plan.switched_on_at).is_not(None), isouter=True)
    .order_by(col(Plan.id))
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


def task_fact(task: Task, plan: PlanFact) -> TaskFact:
    """A task's row as a fact."""
    return TaskFact(
        id=task.id or 0,
        plan=plan,
        number=task.number,
        title=task.title,
        product=task.product,
        lead_text=task.lead_text,
        coordinating_text=task.coordinating_text,
        deadline=Deadline.from_record(task.deadline),
    )


def unit_fact(unit: Unit) -> UnitFact:
    """A unit's row as a fact."""
    return UnitFact(id=unit.id or 0, code=unit.code, name=unit.name)


def has_plan(session: Session) -> bool:
    """Whether a plan has been imported."""
    return session.exec(select(Plan.id).limit(1)).first() is not None


def plans(session: Session) -> tuple[PlanFact, ...]:
    """The plans that are switched on, oldest first."""
    rows = session.exec(select(Plan).where(col(Plan.switched_on_at).is_not(None)).order_by(col(Plan.id)))
    return tuple(plan_fact(plan) for plan in rows)


def seats(session: Session, addresses: Iterable[Address]) -> tuple[Seat, ...]:
    """What each address is: its unit and role, and the plans that are on and that its unit drew up."""
    found = list(addresses)
    units: dict[int | None, UnitFact] = {}
    drew_up: dict[int | None, tuple[int, ...]] = {}
    for unit, plan_id in session.exec(_UNITS_AND_DRAWN_UP.where(col(Unit.id).in_([a.unit_id for a in found]))):
        units[unit.id] = unit_fact(unit)
        drew_up[unit.id] = (*drew_up.get(unit.id, ()), *([plan_id] if plan_id else []))
    return tuple(Seat(a.id or 0, units[a.unit_id], a.role, drew_up[a.unit_id]) for a in found)


def occurrences(session: Session, *conditions: ColumnElement[bool]) -> tuple[OccurrenceFact, ...]:
    """The Occurrences that meet all `conditions`, in the plan's order, then by unit and by due day."""
    rows = session.exec(_OCCURRENCES.where(*conditions)).all()
    if not rows:
        return ()
    ids = [occurrence.id or 0 for occurrence, *_ in rows]
    reports, extensions = standing_reports(session, ids), undecided_extensions(session, ids)
    tasks: dict[int | None, TaskFact] = {}
    facts = []
    for occurrence, task, plan, unit in rows:
        if task.id not in tasks:
            tasks[task.id] = task_fact(task, plan_fact(plan))
        fact = _occurrence_fact(occurrence, tasks[task.id], unit_fact(unit), reports.get(occurrence.id or 0, ()))
        facts.append(replace(fact, extension=extensions[fact.id]) if fact.id in extensions else fact)
    return tuple(facts)


def states_of(session: Session, ids: Iterable[int]) -> dict[int | None, State]:
    """The state of each of these Occurrences, by id."""
    return {occurrence_id: State(state) for occurrence_id, state in session.exec(_STATES.where(among(ids)))}


def is_overdue(fact: OccurrenceFact, today: date, workdays: Workdays) -> bool:
    """Whether the due day has ended unreported; a day off is given until the next working day ends."""
    return (
        fact.state is State.OPEN
        and fact.due_on is not None
        and fact.ladder not in _NEVER_OVERDUE
        and today > workdays.on_or_after(fact.due_on)
    )


def tally(facts: Iterable[OccurrenceFact], today: date, workdays: Workdays) -> Tally:
    """How many stand how on `today`; what was withdrawn, or is not counted, is not among them."""
    counts = dict.fromkeys(Tally.__slots__, 0)
    for fact in facts:
        if fact.closing not in _OUT_OF_COUNT:
            counts[_standing(fact, today, workdays)] += 1
    return Tally(**counts)


def _standing(fact: OccurrenceFact, today: date, workdays: Workdays) -> str:
    if fact.state in {State.DONE, State.ACCEPTED}:
        return "accepted" if fact.state is State.ACCEPTED else "done"
    if fact.state is State.CLOSED:
        return "unreported"
    if fact.due_on is None:
        return "undated"
    if is_overdue(fact, today, workdays):
        return "overdue"
    if fact.due_on < today and fact.ladder in _NEVER_OVERDUE:
        return "unreported"
    return "waiting" if fact.starts_on <= today else "ahead"


def find_tasks(session: Session, number: str) -> tuple[TaskFact, ...]:
    """The tasks with this number in the plans that are switched on; "06.10" is task 10 of plan 06 alone."""
    found = _tasks_numbered(session, number)
    plan, _, rest = number.partition(".")
    if found or not rest:
        return found
    return tuple(task for task in _tasks_numbered(session, rest) if _is_short_for(plan, task.plan))


def _tasks_numbered(session: Session, number: str) -> tuple[TaskFact, ...]:
    rows = session.exec(
        select(Task, Plan)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(
            func.lower(Task.number) == number.lower(),
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id))
    )
    return tuple(task_fact(task, plan_fact(plan)) for task, plan in rows)


def _is_short_for(typed: str, plan: PlanFact) -> bool:
    """Whether a plan is meant by "06", or by "6"."""
    return bool(plan.short) and typed.casefold().lstrip("0") == plan.short.casefold().lstrip("0")


def part_of(session: Session, task_id: int, unit_id: int) -> Part | None:
    """A unit's part in a task, if it has one."""
    assignment = session.exec(
        select(Assignment).where(Assignment.task_id == task_id, Assignment.unit_id == unit_id)
    ).one_or_none()
    return assignment.part if assignment else None


def coordinated_by(session: Session, unit_id: int) -> tuple[TaskFact, ...]:
    """The tasks in which a unit coordinates, in the plan's order."""
    rows = session.exec(
        select(Task, Plan)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .join(Assignment, col(Assignment.task_id) == Task.id)
        .where(
            Assignment.unit_id == unit_id,
            Assignment.part == Part.COORDINATING,
            IN_FORCE,
            col(Plan.switched_on_at).is_not(None),
        )
        .order_by(col(Plan.id), col(Task.position))
    )
    return tuple(task_fact(task, plan_fact(plan)) for task, plan in rows)


def units_in(session: Session, task_id: int, part: Part) -> tuple[UnitFact, ...]:
    """The units that have `part` in a task, in registry order."""
    rows = session.exec(
        select(Unit)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, Assignment.part == part)
        .order_by(col(Unit.position))
    )
    return tuple(unit_fact(unit) for unit in rows)


def units(session: Session, ids: Iterable[int]) -> tuple[UnitFact, ...]:
    """These units, in registry order."""
    rows = session.exec(select(Unit).where(col(Unit.id).in_(list(ids))).order_by(col(Unit.position)))
    return tuple(unit_fact(unit) for unit in rows)


def led_by(unit_id: int) -> ColumnElement[bool]:
    """The condition of being owed by a unit."""
    return (col(Assignment.unit_id) == unit_id) & (col(Assignment.part) == Part.LEAD)


def of_task(task_id: int) -> ColumnElement[bool]:
    """The condition of belonging to a task."""
    return col(Assignment.task_id) == task_id


def of_plan(plan_id: int) -> ColumnElement[bool]:
    """The condition of belonging to a plan."""
    return col(Task.plan_id) == plan_id


def is_open() -> ColumnElement[bool]:
    """The condition of being owed still."""
    return col(Occurrence.state) == State.OPEN


def due_before(day: date) -> ColumnElement[bool]:
    """The condition of having had its day before `day`."""
    return col(Occurrence.due_on) < day


def is_standing() -> ColumnElement[bool]:
    """The condition of being the check-in of a standing duty."""
    return col(Occurrence.ladder) == Ladder.STANDING


def among(ids: Iterable[int]) -> ColumnElement[bool]:
    """The condition of being one of these Occurrences."""
    return col(Occurrence.id).in_(list(ids))


def awaits_extension() -> ColumnElement[bool]:
    """The condition of being owed still, with a later day asked for and not decided on."""
    asked = select(Extension.occurrence_id).where(col(Extension.decided_at).is_(None))
    return is_open() & col(Occurrence.id).in_(asked)


def answered_since(since: datetime) -> ColumnElement[bool]:
    """The condition of having been reported after `since`, and not yet looked at."""
    new = select(Confirmation.occurrence_id).where(col(Confirmation.at) > since)
    return (col(Occurrence.state) == State.DONE) & col(Occurrence.id).in_(new)


def units_at_work(session: Session, plan_id: int) -> tuple[UnitFact, ...]:
    """The units that have a part in a plan, in registry order."""
    busy = select(Assignment.unit_id).join(Task, col(Task.id) == Assignment.task_id).where(Task.plan_id == plan_id)
    rows = session.exec(select(Unit).where(col(Unit.id).in_(busy)).order_by(col(Unit.position)))
    return tuple(unit_fact(unit) for unit in rows)


def open_questions(session: Session, since: datetime | None = None) -> tuple[QuestionFact, ...]:
    """The Questions nobody has answered yet, in the plan's order; asked after `since`, if given."""
    query = (
        select(Question, Plan, Task)
        .join(Plan, col(Plan.id) == Question.plan_id)
        .join(Task, col(Task.id) == Question.task_id, isouter=True)
        .where(col(Question.answered_at).is_(None), col(Plan.switched_on_at).is_not(None))
        .order_by(col(Plan.id), col(Task.position).nulls_first(), col(Question.id))
    )
    rows = session.exec(query if since is None else query.where(col(Question.asked_at) > since))
    return tuple(
        QuestionFact(
            id=question.id or 0,
            code=question.code,
            task=task_fact(task, plan_fact(plan)) if task else None,
            fields=question.fields,
        )
        for question, plan, task in rows
    )


def due_for_reminding(session: Session, now: datetime, limit: int) -> list[tuple[OccurrenceForReminding, Occurrence]]:
    """Up to `limit` Occurrences whose `remind_at` has come, as the decider wants them, with their rows."""
    rows = session.exec(
        select(Occurrence, Assignment, Plan.zone)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(col(Occurrence.remind_at) <= now, IN_FORCE)
        .order_by(col(Occurrence.remind_at), col(Occurrence.id))
        .limit(limit)
        .with_for_update(skip_locked=True, of=Occurrence)
    ).all()
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
    with_head = set(
        session.exec(select(Address.unit_id).where(Address.role == Role.HEAD, col(Address.left_at).is_(None)))
    )
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
                quiet_until=occurrence.quiet_until,
                has_head=assignment.unit_id in with_head,
            ),
            occurrence,
        )
        for occurrence, assignment, zone in rows
    ]


def _coordinating(session: Session, rows: Iterable[tuple[Occurrence, Assignment, str]]) -> dict[int, tuple[int, ...]]:
    """The coordinating units of each task among `rows`, under the id of the task's first Occurrence that counts."""
    task_ids = {assignment.task_id for _, assignment, _ in rows}
    first: dict[int, int | None] = dict(
        session.exec(
            select(Assignment.task_id, func.min(Occurrence.id))
            .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
            .where(
                col(Assignment.task_id).in_(task_ids),
                # What fell due before the switch-on is not reminded of, so nobody would be told with it.
                col(Occurrence.closing).is_distinct_from(Closing.NOT_COUNTED),
            )
            .group_by(col(Assignment.task_id))
        ).all()
    )
    units: dict[int, list[int]] = {}
    for assignment in session.exec(
        select(Assignment)
        .where(col(Assignment.task_id).in_(task_ids), Assignment.part == Part.COORDINATING)
        .order_by(col(Assignment.id))
    ):
        units.setdefault(assignment.task_id, []).append(assignment.unit_id)
    return {first.get(task_id) or 0: tuple(members) for task_id, members in units.items()}


def _occurrence_fact(
    occurrence: Occurrence, task: TaskFact, unit: UnitFact, reports: tuple[ReportFact, ...]
) -> OccurrenceFact:
    # As long as something is owed, what was reported is a part of it.
    whole = reports if occurrence.state in {State.DONE, State.ACCEPTED} else ()
    return OccurrenceFact(
        id=occurrence.id or 0,
        task=task,
        unit=unit,
        key=occurrence.key,
        ladder=occurrence.ladder,
        starts_on=occurrence.starts_on,
        opens_on=occurrence.opens_on,
        plan_due_on=occurrence.plan_due_on,
        due_on=occurrence.due_on,
        state=occurrence.state,
        closing=occurrence.closing,
        report=whole[-1] if whole else None,
        quiet_until=occurrence.quiet_until,
        partial=whole[:-1] if whole else reports,
    )


def _local_day(moment: datetime | None, zone: str) -> date | None:
    return moment.astimezone(ZoneInfo(zone)).date() if moment else None
