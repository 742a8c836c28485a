"""A document's rows → PlanDraft with its Questions → a saved Plan. Importing again is a difference by number."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from data import work
from data.agencies import Match, Registry, fan_out, resolve
from data.deadline import Deadline, Kind, read
from data.documents import Document, Row
from data.errors import PlanYearUnknown
from data.model import Assignment, Change, Occurrence, Part, Plan, Question, State, Task, Unit

# Asked by the tick, when the plan is switched on: no amendment takes it back.
_PAST_DUE = "past-due"


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One row as understood; `lead` and `coordinating` are unit codes after fan-out."""

    number: str
    section: str | None
    title: str
    product: str
    lead_text: str
    coordinating_text: str
    deadline: Deadline
    lead: tuple[str, ...]
    coordinating: tuple[str, ...]
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """Something in the document that only a person can settle; `task` is the row's number, if it is about one."""

    task: str | None
    code: str
    fields: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """A plan as understood, before anything is written."""

    number: str
    issued_on: date | None
    issuer: str
    title: str
    year: int
    tasks: tuple[DraftTask, ...]
    questions: tuple[DraftQuestion, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What saving a draft would do, by task number."""

    created: tuple[str, ...]
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    withdrawn: tuple[str, ...]


def draft_of(document: Document, registry: Registry, *, path: str, year: int | None = None) -> PlanDraft:
    """What a document says, with the Questions it leaves open.

    Raises:
        PlanYearUnknown: neither the document nor the caller says the year.
    """
    title = document.title
    plan_year = year or title.year or (title.issued_on.year if title.issued_on else None)
    if plan_year is None:
        raise PlanYearUnknown(path=path)
    tasks: list[DraftTask] = []
    questions = list(_title_questions(document))
    for row in document.rows:
        number = _unique(row.number, {task.number for task in tasks})
        if number != row.number:
            questions.append(DraftQuestion(task=number, code="number.duplicate", fields={"number": row.number}))
        task, asked = _draft_task(row, number, registry, plan_year, title.issued_on)
        tasks.append(task)
        questions.extend(asked)
    return PlanDraft(
        number=title.number or "",
        issued_on=title.issued_on,
        issuer=title.issuer or "",
        title=title.title or "",
        year=plan_year,
        tasks=tuple(tasks),
        questions=tuple(questions),
    )


def compare(session: Session, draft: PlanDraft) -> Difference:
    """What `save` would do with this draft, without doing it."""
    plan = _find(session, draft)
    rows = _tasks(session, plan) if plan else {}
    names = _unit_names(session)
    groups: dict[str, list[str]] = {"created": [], "changed": [], "kept": []}
    for task in draft.tasks:
        row = rows.get(task.number)
        if row is None:
            groups["created"].append(task.number)
        else:
            same = row.withdrawn_at is None and _record(task) == _stored(session, row, names)
            groups["kept" if same else "changed"].append(task.number)
    gone = [n for n, row in rows.items() if row.withdrawn_at is None and n not in {t.number for t in draft.tasks}]
    return Difference(
        created=tuple(groups["created"]),
        changed=tuple(groups["changed"]),
        kept=tuple(groups["kept"]),
        withdrawn=tuple(gone),
    )


def save(session: Session, draft: PlanDraft, now: datetime, zone: str) -> Plan:
    """Write a draft: new tasks in, changed ones changed, missing ones withdrawn; reports and evidence stay.

    A draft that changes nothing writes nothing.
    """
    difference = compare(session, draft)
    touched = {*difference.created, *difference.changed}
    plan = _find(session, draft) or Plan(
        number=draft.number, issuer=draft.issuer, year=draft.year, title=draft.title, zone=zone, imported_at=now
    )
    plan.issued_on, plan.title = draft.issued_on, draft.title
    if touched or difference.withdrawn:
        plan.opens_next_on = None
    session.add(plan)
    session.flush()
    rows = _tasks(session, plan)
    units = {unit.code: unit.id or 0 for unit in session.exec(select(Unit))}
    for position, task in enumerate(draft.tasks):
        if task.number in touched:
            _write_task(session, plan, rows.get(task.number), task, position, units, now)
        else:
            rows[task.number].position = position
    for number in difference.withdrawn:
        _withdraw_task(session, rows[number], now)
    session.flush()
    _write_questions(session, plan, draft, {*touched, *difference.withdrawn}, now)
    return plan


def switch_on(session: Session, plan: Plan, now: datetime) -> None:
    """Start reminding of a plan from now on; one that is on already stays as it is."""
    if plan.switched_on_at is None:
        plan.switched_on_at, plan.opens_next_on = now, None
        session.add(plan)
        session.add(Change(at=now, action="switch_on", subject="plan", subject_id=plan.id or 0))


def _title_questions(document: Document) -> Iterable[DraftQuestion]:
    annex, issued = document.title.annex_cites, document.title.issued_on
    if annex and issued and annex != issued:
        yield DraftQuestion(
            task=None, code="annex.date", fields={"annex": annex.isoformat(), "plan": issued.isoformat()}
        )


def _draft_task(
    row: Row, number: str, registry: Registry, year: int, issued_on: date | None
) -> tuple[DraftTask, list[DraftQuestion]]:
    deadline = read(row.deadline, year, issued_on=issued_on)
    lead_matches, coordinating_matches = resolve(row.lead, registry), resolve(row.coordinating, registry)
    lead = _codes(lead_matches, registry)
    coordinating = tuple(code for code in _codes(coordinating_matches, registry) if code not in lead)
    questions = [*_deadline_questions(number, deadline)]
    questions += _agency_questions(number, "lead", lead_matches, registry)
    questions += _agency_questions(number, "coordinating", coordinating_matches, registry)
    if not lead and not any(q.code.startswith("agency") and q.fields["part"] == "lead" for q in questions):
        questions.append(DraftQuestion(task=number, code="agency.none", fields={"part": "lead"}))
    task = DraftTask(
        number=number,
        section=row.section,
        title=row.title,
        product=row.product,
        lead_text=row.lead,
        coordinating_text=row.coordinating,
        deadline=deadline,
        lead=lead,
        coordinating=coordinating,
        extra=row.extra,
    )
    return task, questions


def _deadline_questions(number: str, deadline: Deadline) -> Iterable[DraftQuestion]:
    if deadline.kind is Kind.UNSPECIFIED:
        yield DraftQuestion(task=number, code="deadline.unspecified", fields={"text": deadline.text})
    elif deadline.kind is Kind.CONDITIONAL and not deadline.dues:
        yield DraftQuestion(
            task=number, code="deadline.conditional", fields={"text": deadline.text, "trigger": deadline.trigger or ""}
        )
    elif deadline.ambiguous:
        yield DraftQuestion(
            task=number,
            code="deadline.ambiguous",
            fields={
                "text": deadline.text,
                "doubts": list(deadline.doubts),
                "dues": [due.day.isoformat() for due in deadline.dues],
            },
        )


def _agency_questions(number: str, part: str, matches: Sequence[Match], registry: Registry) -> Iterable[DraftQuestion]:
    for match in matches:
        if match.part.person:
            continue
        fields: dict[str, Any] = {"text": match.part.text, "part": part}
        if match.part.open or (match.code and not fan_out(match.code, registry)):
            yield DraftQuestion(task=number, code="agency.open", fields=fields)
        elif match.code is None:
            guesses = [registry.by_code[code].name for code, _ in match.guesses]
            yield DraftQuestion(task=number, code="agency.unknown", fields=fields | {"guesses": guesses})


def _codes(matches: Iterable[Match], registry: Registry) -> tuple[str, ...]:
    found = (code for match in matches if match.code for code in fan_out(match.code, registry))
    return tuple(dict.fromkeys(found))


def _unique(number: str, taken: set[str]) -> str:
    candidates = (number, *(f"{number}({count})" for count in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)


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


def _record(task: DraftTask) -> dict[str, object]:
    return {
        "title": task.title,
        "product": task.product,
        "lead_text": task.lead_text,
        "coordinating_text": task.coordinating_text,
        "deadline": task.deadline.to_record(),
        "lead": sorted(task.lead),
        "coordinating": sorted(task.coordinating),
        "section": task.section,
        "extra": [list(pair) for pair in task.extra],
    }


def _stored(session: Session, row: Task, names: dict[int, str]) -> dict[str, object]:
    assignments = session.exec(select(Assignment).where(Assignment.task_id == row.id)).all()
    return {
        "title": row.title,
        "product": row.product,
        "lead_text": row.lead_text,
        "coordinating_text": row.coordinating_text,
        "deadline": row.deadline,
        "lead": sorted(names[a.unit_id] for a in assignments if a.part is Part.LEAD),
        "coordinating": sorted(names[a.unit_id] for a in assignments if a.part is Part.COORDINATING),
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
    )
    row.position, row.section, row.title, row.product = position, task.section, task.title, task.product
    row.lead_text, row.coordinating_text = task.lead_text, task.coordinating_text
    row.deadline, row.extra, row.withdrawn_at = task.deadline.to_record(), [list(pair) for pair in task.extra], None
    session.add(row)
    session.flush()
    _assign(session, row.id or 0, task, units, now)
    session.add(
        Change(
            at=now,
            action="import",
            subject="task",
            subject_id=row.id or 0,
            before=before,
            after={"title": task.title, "deadline": task.deadline.text},
        )
    )


def _assign(session: Session, task_id: int, task: DraftTask, units: dict[str, int], now: datetime) -> None:
    wanted = dict.fromkeys((units[code] for code in task.coordinating), Part.COORDINATING)
    wanted |= dict.fromkeys((units[code] for code in task.lead), Part.LEAD)
    there = {a.unit_id: a for a in session.exec(select(Assignment).where(Assignment.task_id == task_id))}
    for unit_id in wanted.keys() - there.keys():
        session.add(Assignment(task_id=task_id, unit_id=unit_id, part=wanted[unit_id]))
    for unit_id, assignment in there.items():
        # The history of a unit that was taken off stays readable: what it still owed is closed, not deleted.
        assignment.part = wanted.get(unit_id, Part.FORMER)
        session.add(assignment)
        if assignment.part is not Part.LEAD:
            _close_all(session, [assignment.id or 0], now)


def _withdraw_task(session: Session, row: Task, now: datetime) -> None:
    row.withdrawn_at = now
    session.add(row)
    ids = session.exec(select(Assignment.id).where(Assignment.task_id == row.id)).all()
    _close_all(session, [assignment_id or 0 for assignment_id in ids], now)
    session.add(Change(at=now, action="withdraw", subject="task", subject_id=row.id or 0))


def _close_all(session: Session, assignment_ids: list[int], now: datetime) -> None:
    rows = session.exec(
        select(Occurrence).where(col(Occurrence.assignment_id).in_(assignment_ids), Occurrence.state == State.OPEN)
    )
    for occurrence in rows:
        work.withdraw(session, occurrence, now)


def _write_questions(session: Session, plan: Plan, draft: PlanDraft, touched: set[str], now: datetime) -> None:
    """Ask what the draft asks of itself and of its touched tasks; what it no longer asks need not be answered."""
    task_ids = {number: task.id for number, task in _tasks(session, plan).items()}
    asked = {
        (task_ids[question.task] if question.task else None, question.code, _fixed(question.fields)): question
        for question in draft.questions
        if question.task is None or question.task in touched
    }
    looked_at = {None, *(task_ids[number] for number in touched)}
    for row in session.exec(select(Question).where(Question.plan_id == plan.id, Question.code != _PAST_DUE)).all():
        known = asked.pop((row.task_id, row.code, _fixed(row.fields)), None)
        if known is None and row.task_id in looked_at and row.answered_at is None:
            session.delete(row)
    for (task_id, code, _), question in asked.items():
        session.add(Question(plan_id=plan.id or 0, task_id=task_id, code=code, fields=question.fields, asked_at=now))


def _fixed(fields: dict[str, Any]) -> str:
    return str(sorted(fields.items()))
