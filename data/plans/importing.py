"""A PlanDraft → a saved Plan. Importing again is a difference by number; reports and evidence stay."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from data import occurrences
from data.kinds import PARTS, Part
from data.model import Assignment, Plan, Question, Task, Unit
from data.people import coordinating, registering
from data.plans import settling
from data.plans.drafts import DraftTask, PlanDraft
from data.plans.tracking import STOPPED, without_stopped
from data.record import SERVICE, write_line
from data.titles import short_titles, shorten
from data.views.questions import COORDINATOR, UNREADABLE_WORK

# Asked by the tick, when the plan is switched on, or of the database: no amendment takes it back.
# What is asked with the first import alone, or by others.
_NOT_OF_DRAFTS = ("past-due", COORDINATOR, UNREADABLE_WORK)
_HEADING = "heading.guess"
_GUESSED = frozenset({"guesses", "codes"})


@dataclass(frozen=True, slots=True)
class Difference:
    """What saving a draft would do, by task number."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    withdrawn: tuple[str, ...]

    there: int = field(default=0, compare=False)
    """How many tasks the plan had, without duties on offer."""
    lost: int = field(default=0, compare=False)
    """How many of these would be withdrawn."""

    @property
    def withdraws_much(self) -> bool:
        """Whether more than a quarter of the tasks would go: perhaps it is another file, or only a part of it."""
        return self.lost * 4 > self.there


@dataclass(frozen=True, slots=True)
class Rewording:
    """A task that a draft changes: the fields that differ, before and after; none where it only comes back."""

    number: str
    before: dict[str, Any]
    after: dict[str, Any]


def compare(session: Session, draft: PlanDraft) -> Difference:
    """What `save` would do with this draft, without doing it."""
    return _compare(session, _as_settled(session, draft))


def rewordings(session: Session, draft: PlanDraft) -> tuple[Rewording, ...]:
    """The old and the new of each task that `save` would change."""
    draft = _as_settled(session, draft)
    plan, names = _find(session, draft), _unit_names(session)
    rows = _tasks(session, plan) if plan else {}
    changed = _compare(session, draft).changed
    return tuple(
        _rewording(task.number, _stored(session, rows[task.number], names), _record(task))
        for task in draft.tasks
        if task.number in changed
    )


def _rewording(number: str, before: dict[str, Any], after: dict[str, Any]) -> Rewording:
    differing = [field for field, value in before.items() if after[field] != value]
    return Rewording(
        number, {field: before[field] for field in differing}, {field: after[field] for field in differing}
    )


def _compare(session: Session, draft: PlanDraft) -> Difference:
    plan = _find(session, draft)
    rows = _tasks(session, plan) if plan else {}
    names = _unit_names(session)
    groups: dict[str, list[str]] = {"created": [], "changed": [], "kept": []}
    for task in draft.tasks:
        row = rows.get(task.number)
        if row is None:
            groups["created"].append(task.number)
        else:
            is_out = (row.withdrawn_at is not None) == (task.state == STOPPED)
            same = is_out and _record(task) == _stored(session, row, names)
            groups["kept" if same else "changed"].append(task.number)
    there = {task.number for task in draft.tasks}
    gone = [n for n, row in rows.items() if row.withdrawn_at is None and n not in there]
    stopped = {task.number for task in draft.tasks if task.state == STOPPED}
    return Difference(
        created=tuple(groups["created"]),
        changed=tuple(number for number in groups["changed"] if number not in stopped),
        kept=tuple(groups["kept"]),
        withdrawn=(*gone, *(number for number in groups["changed"] if number in stopped)),
        there=sum(row.withdrawn_at is None and not row.offered for row in rows.values()),
        lost=sum(not rows[number].offered for number in gone),
    )


def with_remembered(session: Session, draft: PlanDraft) -> PlanDraft:
    """The draft without the Questions about headings that have been answered in a plan of the same issuer."""
    answered = (
        select(Question.fields)
        .join(Plan, col(Plan.id) == Question.plan_id)
        .where(Plan.issuer == draft.issuer, Question.code == _HEADING, col(Question.answered_at).is_not(None))
    )
    known = {_fixed(fields) for fields in session.exec(answered)}
    kept = (each for each in draft.questions if each.code != _HEADING or _fixed(each.fields) not in known)
    return replace(draft, questions=tuple(kept))


def save(session: Session, draft: PlanDraft, now: datetime, zone: str) -> Plan:
    """Write a draft: new tasks in, changed ones changed, missing ones withdrawn; reports and evidence stay.

    A draft that changes nothing writes nothing.
    """
    draft = _as_settled(session, draft)
    difference = _compare(session, draft)
    touched = {*difference.created, *difference.changed}
    plan = _find(session, draft) or Plan(
        number=draft.number, issuer=draft.issuer, year=draft.year, title=draft.title, zone=zone, imported_at=now
    )
    units = {unit.code: unit.id or 0 for unit in session.exec(select(Unit))}
    plan.issued_on, plan.title = draft.issued_on, draft.title
    plan.drawn_up_by = units[draft.drawn_up_by] if draft.drawn_up_by else None
    if draft.followed_by and coordinating.coordinating_office(session) is None:
        coordinating.appoint(session, session.get_one(Unit, units[draft.followed_by]))
    if touched or difference.withdrawn:
        plan.opens_next_on = None
    session.add(plan)
    session.flush()
    rows = _tasks(session, plan)
    for position, task in enumerate(draft.tasks):
        if task.number in touched:
            _write_task(session, plan, rows.get(task.number), task, position, units, now)
        else:
            rows[task.number].position = position
    for number in difference.withdrawn:
        _withdraw_task(session, rows[number], now)
    session.flush()
    _name(_tasks(session, plan), draft)
    _write_questions(session, plan, draft, {*touched, *difference.withdrawn}, now)
    return plan


def switch_on(session: Session, plan: Plan, now: datetime) -> None:
    """Start reminding of a plan from now on; one that is on already stays as it is."""
    if plan.switched_on_at is None:
        plan.switched_on_at, plan.opens_next_on = now, None
        session.add(plan)
        write_line(session, "switch_on", "plan", plan.id, SERVICE, now)


def _as_settled(session: Session, draft: PlanDraft) -> PlanDraft:
    """The draft with the units and products that hold.

    Units are those Nội vụ has named where the plan's words about them stay the same, products those it has named where
    the plan names none.
    """
    draft = _owed_by_heirs(session, draft)
    plan, names = _find(session, draft), _unit_names(session)
    rows = _tasks(session, plan) if plan else {}
    settled = {number: _stored(session, row, names) for number, row in rows.items() if row.units_settled}
    named = settling.products_named(session, plan.id) if plan else {}
    tasks = (_with_units(task, settled.get(task.number)) for task in draft.tasks)
    return replace(
        draft, tasks=tuple(replace(each, product=each.product or named.get(each.number, "")) for each in tasks)
    )


def _with_units(task: DraftTask, stored: dict[str, Any] | None) -> DraftTask:
    if stored is None or not _same_units_said(task, stored):
        return task
    held = replace(task, lead=tuple(stored["lead"]), coordinating=tuple(stored["coordinating"]))
    return (
        replace(held, monitoring=tuple(stored["monitoring"]))
        if task.monitoring_text == stored["monitoring_text"]
        else held
    )


def _same_units_said(task: DraftTask, stored: dict[str, Any]) -> bool:
    return (task.lead_text, task.coordinating_text) == (stored["lead_text"], stored["coordinating_text"])


def _owed_by_heirs(session: Session, draft: PlanDraft) -> PlanDraft:
    """The draft with units that have handed their work over replaced by those that took it."""
    heirs = registering.heirs(session)
    return replace(draft, tasks=tuple(_owed_by_heir(task, heirs) for task in draft.tasks)) if heirs else draft


def _owed_by_heir(task: DraftTask, heirs: Mapping[str, str]) -> DraftTask:
    lead, coordinating, monitoring = (
        tuple(dict.fromkeys(heirs.get(code, code) for code in codes))
        for codes in (task.lead, task.coordinating, task.monitoring)
    )
    return replace(
        task,
        lead=lead,
        coordinating=tuple(code for code in coordinating if code not in lead),
        monitoring=tuple(code for code in monitoring if code not in {*lead, *coordinating}),
    )


def _find(session: Session, draft: PlanDraft) -> Plan | None:
    return session.exec(
        select(Plan).where(Plan.number == draft.number, Plan.issuer == draft.issuer, Plan.year == draft.year)
    ).one_or_none()


def _tasks(session: Session, plan: Plan) -> dict[str, Task]:
    return {
        task.number: task
        for task in session.exec(select(Task).where(Task.plan_id == plan.id).order_by(col(Task.position)))
    }


def _unit_names(session: Session) -> dict[int, str]:
    return {unit.id or 0: unit.code for unit in session.exec(select(Unit))}


def _record(task: DraftTask) -> dict[str, Any]:
    return {
        "title": task.title,
        "product": task.product,
        "lead_text": task.lead_text,
        "coordinating_text": task.coordinating_text,
        "monitoring_text": task.monitoring_text,
        "deadline": task.deadline.to_record(),
        "lead": sorted(task.lead),
        "coordinating": sorted(task.coordinating),
        "monitoring": sorted(task.monitoring),
        "section": task.section,
        "extra": [list(pair) for pair in task.extra],
    }


def _stored(session: Session, row: Task, names: dict[int, str]) -> dict[str, Any]:
    assignments = session.exec(select(Assignment).where(Assignment.task_id == row.id)).all()
    return {
        "title": row.title,
        "product": row.product,
        "lead_text": row.lead_text,
        "coordinating_text": row.coordinating_text,
        "monitoring_text": row.monitoring_text,
        "deadline": row.deadline,
        **{part.value: sorted(names[a.unit_id] for a in assignments if a.part is part) for part in PARTS},
        "section": row.section,
        "extra": row.extra,
    }


def _write_task(
    session: Session,
    plan: Plan,
    row: Task | None,
    task: DraftTask,
    position: int,
    units: dict[str, int],
    now: datetime,
) -> None:
    before = {} if row is None else {"title": row.title, "deadline": row.deadline.get("text", "")}
    row = row or Task(
        plan_id=plan.id or 0,
        number=task.number,
        position=position,
        title="",
        product="",
        lead_text="",
        coordinating_text="",
        deadline={},
        offered=task.offered,
    )
    if row.title != task.title:
        row.short_title = ""  # a name that was made for other words
    row.position, row.section, row.title, row.product = position, task.section, task.title, task.product
    row.units_settled = row.units_settled and (row.lead_text, row.coordinating_text) == (
        task.lead_text,
        task.coordinating_text,
    )
    row.lead_text, row.coordinating_text = task.lead_text, task.coordinating_text
    row.deadline, row.extra = task.deadline.to_record(), [list(pair) for pair in task.extra]
    row.withdrawn_at = now if task.state == STOPPED else None
    row.monitoring_text = task.monitoring_text
    session.add(row)
    session.flush()
    wanted = dict.fromkeys((units[code] for code in task.monitoring), Part.MONITORING)
    wanted |= dict.fromkeys((units[code] for code in task.coordinating), Part.COORDINATING)
    wanted |= dict.fromkeys((units[code] for code in task.lead), Part.LEAD)
    occurrences.assign(session, row.id or 0, wanted, now)
    after = {"title": task.title, "deadline": task.deadline.text}
    write_line(session, "import", "task", row.id, SERVICE, now, before=before, after=after)


def _name(rows: Mapping[str, Task], draft: PlanDraft) -> None:
    """Propose what long titles are called in messages; what has a name keeps it."""
    for task, short in zip(draft.tasks, short_titles([task.title for task in draft.tasks]), strict=True):
        row = rows[task.number]
        if not row.short_title and short != shorten(row.title, len(row.title)):
            row.short_title = short


def _withdraw_task(session: Session, row: Task, now: datetime) -> None:
    row.withdrawn_at = now
    session.add(row)
    ids = session.exec(select(Assignment.id).where(Assignment.task_id == row.id)).all()
    occurrences.close_open(session, [assignment_id or 0 for assignment_id in ids], now)
    write_line(session, "withdraw", "task", row.id, SERVICE, now)


def _write_questions(session: Session, plan: Plan, draft: PlanDraft, touched: set[str], now: datetime) -> None:
    """Ask what the draft asks; what it no longer asks of itself and its touched tasks need not be answered."""
    task_ids = {number: task.id for number, task in _tasks(session, plan).items()}
    asked = {
        (task_ids[question.task] if question.task else None, question.code, _fixed(question.fields)): question
        for question in without_stopped(draft)
    }
    looked_at = {None, *(task_ids[number] for number in touched)}
    for row in session.exec(
        select(Question).where(Question.plan_id == plan.id, col(Question.code).not_in(_NOT_OF_DRAFTS))
    ).all():
        known = asked.pop((row.task_id, row.code, _fixed(row.fields)), None)
        if known is None and row.task_id in looked_at and row.answered_at is None:
            session.delete(row)
    places = {None: 0} | {task_id: place for place, task_id in enumerate(task_ids.values(), 1)}
    # People name a Question by its number: those of a draft are numbered in the plan's order.
    for (task_id, code, _), question in sorted(asked.items(), key=lambda item: places[item[0][0]]):
        session.add(Question(plan_id=plan.id or 0, task_id=task_id, code=code, fields=question.fields, asked_at=now))


def _fixed(fields: Mapping[str, Any]) -> str:
    """What a Question asks, whatever is guessed of its answer."""
    return str(sorted((name, value) for name, value in fields.items() if name not in _GUESSED))
