"""Nội vụ settles what a plan leaves open: days, units, products, duties outside the table, what fell due before it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import update
from sqlmodel import Session, col, select

from data import occurrences, views
from data.facts import OccurrenceFact, TaskFact
from data.kinds import PARTS, Closing, Part, State
from data.model import Assignment, Occurrence, Plan, Question, Task, Unit
from data.occurrences import record
from data.record import Actor, write_line
from data.refusals import (
    DayIsSet,
    DayPast,
    DutyTaken,
    DutyUnknown,
    LeadsAlready,
    NothingToDate,
    NotPastDue,
    QuestionUnknown,
    SeveralDays,
)
from data.views import assigned
from data.views.marking import IS_SHARED
from data.views.questions import DAY_IN_QUESTION, DAY_OFF, PRODUCT, STATE, UNREADABLE_DAY, alike
from data.workdays import Workdays

# The answer of a Question whose matter was left as the plan has it.
KEPT = "kept"

_ABOUT_THE_DAY = DAY_IN_QUESTION | {DAY_OFF, STATE, "past-due"}
# Which day the plan means is in doubt, or not to be read any more.
_MEANT = frozenset({"deadline.ambiguous", "deadline.past", UNREADABLE_DAY})
_STANDS = col(Assignment.part).in_(PARTS)
_OFFERED = "duty.offered"
_REFUSED = "refused"


def keep(session: Session, question_id: int, actor: Actor, now: datetime, said: str = KEPT) -> Question:
    """Leave the matter of a Question as the plan has it, or as it is `said` to be; the same of other rows with it.

    Raises:
        QuestionUnknown: no Question of this number waits for an answer.
    """
    question = session.get(Question, question_id)
    if question is None or question.answered_at is not None:
        raise QuestionUnknown(number=str(question_id))
    for each in alike(session, question):
        answer(session, each, said, actor, now)
    return question


def set_day(
    session: Session,
    task: TaskFact,
    day: date,
    actor: Actor,
    *,
    now: datetime,
    workdays: Workdays,
    ground: str = "",
    approved: bool = False,
) -> tuple[OccurrenceFact, ...]:
    """Set the due day of what the lead units still owe of a task; what was not counted is owed again.

    Nội vụ chooses the day where the plan sets none, or where it is in doubt which it means; in place of a day off it
    chooses the working day before or after. Any other move of a day that the plan sets is the Committee's: it is
    `approved` by the document or the leader that the `ground` names, which is kept.

    Raises:
        DayPast: the day has gone by.
        NothingToDate, SeveralDays: nothing is owed that one day could be set for.
        DayIsSet: the plan has set a day, and no ground moves it.
    """
    if day < now.astimezone(ZoneInfo(task.plan.zone)).date():
        raise DayPast(number=task.typed, day=day.isoformat())
    rows = _owed(session, task.id)
    if not rows:
        raise NothingToDate(number=task.typed)
    if len({row.key for row in rows}) > 1:
        raise SeveralDays(number=task.typed)
    fixed = next((row.plan_due_on for row in rows if row.plan_due_on), None)
    if fixed and not approved and not _may_choose(session, task.id, rows, day, workdays):
        raise DayIsSet(number=task.typed, day=fixed.isoformat(), wanted=day.isoformat())
    for row in rows:
        _set_due(session, row, day, ground, actor, now)
    _answer_about(session, task.id, _ABOUT_THE_DAY, day.isoformat(), actor, now)
    session.flush()
    return views.by_ids(session, (row.id or 0 for row in rows))


def parts_of(session: Session, task_id: int) -> dict[str, Part]:
    """The part of each unit in a task, by unit code, in registry order."""
    rows = session.exec(
        select(Unit.code, Assignment.part)
        .join(Assignment, col(Assignment.unit_id) == Unit.id)
        .where(Assignment.task_id == task_id, _STANDS)
        .order_by(col(Unit.position))
    )
    return {code: Part(part) for code, part in rows}


def settle_units(
    session: Session, task: TaskFact, part: Part, unit_ids: Iterable[int], actor: Actor, now: datetime
) -> None:
    """Have exactly these units lead a task, support it or follow it up; who leads does neither of the others.

    What others still owed is closed as withdrawn, what the new ones owe is opened with the next tick.

    Raises:
        LeadsAlready: one that leads is named as supporting or following up.
    """
    rows = session.exec(select(Assignment).where(Assignment.task_id == task.id, _STANDS)).all()
    before = parts_of(session, task.id)
    others = {row.unit_id: row.part for row in rows if row.part is not part}
    named = dict.fromkeys(unit_ids, part)
    leading = [unit_id for unit_id in named if others.get(unit_id) is Part.LEAD]
    if leading:
        raise LeadsAlready(number=task.typed, unit=session.get_one(Unit, leading[0]).name)
    wanted = others | named
    occurrences.assign(session, task.id, wanted, now, actor)
    row = session.get_one(Task, task.id)
    row.units_settled = True
    session.add(row)
    _reopen_plan(session, task.plan.id)
    session.flush()
    after = parts_of(session, task.id)
    write_line(session, "settle_units", "task", task.id, actor, now, before=_by_part(before), after=_by_part(after))
    codes = ", ".join(code for code, each in after.items() if each is part)
    asked = ("agency.open", "agency.unknown", "agency.none", "agency.sides", "agency.both-sides")
    _answer_about(session, task.id, asked, codes, actor, now, part=part)


def offered_duties(session: Session) -> tuple[TaskFact, ...]:
    """The duties outside the table that nobody has accepted or refused yet, in the plans' order."""
    refused = select(Question.task_id).where(Question.code == _OFFERED, Question.answer == _REFUSED)
    answered = set(session.exec(refused))
    return tuple(duty for duty in _offered(session) if duty.id not in answered)


def find_duties(session: Session, number: str) -> tuple[TaskFact, ...]:
    """The offered duties of this number, refused or not; "06.III.1" is III.1 of plan 06 alone.

    Raises:
        DutyTaken: it is owed already.
        DutyUnknown: there is none.
    """
    offered = _offered(session)

    def numbered(typed: str) -> tuple[TaskFact, ...]:
        return tuple(duty for duty in offered if duty.number.casefold() == typed.casefold())

    found = assigned.of_number(session, number, numbered)
    if not found and (owed := assigned.find_tasks(session, number)):
        # Only what stands outside the table has such a number: "III.1.4".
        raise (DutyUnknown if owed[0].number.isdecimal() else DutyTaken)(number=number)
    if not found:
        raise DutyUnknown(number=number)
    return found


def is_refused(session: Session, duty: TaskFact) -> bool:
    """Whether a duty on offer has been put aside."""
    return any(one.code == _OFFERED and one.answer == _REFUSED for one in _asked(session, duty.id))


def accept_duty(session: Session, duty: TaskFact, actor: Actor, now: datetime) -> None:
    """Have an offered duty be owed like a task of the table; it is opened with the next tick."""
    row = session.get_one(Task, duty.id)
    row.offered = False
    session.add(row)
    _reopen_plan(session, duty.plan.id)
    write_line(session, "accept_duty", "task", duty.id, actor, now, before={"offered": True}, after={"offered": False})


def refuse_duty(session: Session, duty: TaskFact, actor: Actor, now: datetime) -> None:
    """Put an offered duty aside, if it has not been; it can still be accepted."""
    if is_refused(session, duty):
        return
    asked = Question(plan_id=duty.plan.id, task_id=duty.id, code=_OFFERED, asked_at=now)
    session.add(asked)
    session.flush()
    for question in _asked(session, duty.id):
        if question.answered_at is None:
            answer(session, question, _REFUSED, actor, now)


def count_past(
    session: Session, task: TaskFact, actor: Actor, now: datetime, *, counts: bool
) -> tuple[OccurrenceFact, ...]:
    """Say whether what fell due before the switch-on is owed still; if so it is open again. Gives what it is about.

    Raises:
        NotPastDue: no such Question waits for an answer.
    """
    asked = [one for one in _asked(session, task.id) if one.code == "past-due" and one.answered_at is None]
    if not asked:
        raise NotPastDue(number=task.typed)
    days = {question.fields.get("due") for question in asked}
    rows = [row for row in _owed(session, task.id) if row.plan_due_on and row.plan_due_on.isoformat() in days]
    for row in rows:
        if counts and row.state is State.CLOSED:
            record(session, row, actor, now, "reopen", State.OPEN)
    for question in asked:
        answer(session, question, "counted" if counts else "not counted", actor, now)
    session.flush()
    return views.by_ids(session, (row.id or 0 for row in rows))


def _owed(session: Session, task_id: int) -> list[Occurrence]:
    """What the lead units owe of a task, or would but that it was not counted."""
    rows = session.exec(
        select(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .where(
            Assignment.task_id == task_id,
            Assignment.part == Part.LEAD,
            (col(Occurrence.state) == State.OPEN) | (col(Occurrence.closing) == Closing.NOT_COUNTED),
        )
        .order_by(col(Occurrence.id))
        .with_for_update(of=Occurrence)
    )
    return list(rows)


def _set_due(session: Session, row: Occurrence, day: date, ground: str, actor: Actor, now: datetime) -> None:
    before = {"due_on": row.due_on.isoformat() if row.due_on else None, "state": row.state}
    row.due_on, row.state, row.closing, row.remind_at = day, State.OPEN, None, now
    session.add(row)
    after = {"due_on": day.isoformat(), "state": row.state} | ({"ground": ground} if ground else {})
    write_line(session, "set_day", "occurrence", row.id, actor, now, before=before, after=after)


def _may_choose(session: Session, task_id: int, rows: list[Occurrence], day: date, workdays: Workdays) -> bool:
    """Whether Nội vụ may choose the day: which one is meant is, or was, in doubt; or it only goes round a day off."""
    asked = {one.code for one in _asked(session, task_id) if one.answer != KEPT}
    if not asked.isdisjoint(_MEANT):
        return True
    return all(row.due_on == day or (DAY_OFF in asked and _goes_round(row, day, workdays)) for row in rows)


def _goes_round(row: Occurrence, day: date, workdays: Workdays) -> bool:
    """Whether a day off that the plan sets, and its nearest working days, are all that a row had and is to have."""
    off = row.plan_due_on
    return off is not None and {row.due_on, day} <= {off, workdays.on_or_before(off), workdays.on_or_after(off)}


def _asked(session: Session, task_id: int) -> list[Question]:
    return list(session.exec(select(Question).where(Question.task_id == task_id).order_by(col(Question.id))))


def _answer_about(
    session: Session,
    task_id: int,
    codes: Iterable[str],
    said: str,
    actor: Actor,
    now: datetime,
    part: Part | None = None,
) -> None:
    """Answer a task's open Questions of these codes; of those about one part of its units, only those about `part`."""
    for question in _asked(session, task_id):
        about = question.fields.get("part")
        if question.code in codes and question.answered_at is None and (part is None or about in (None, part)):
            answer(session, question, said, actor, now)


def answer(session: Session, question: Question, said: str, actor: Actor, now: datetime) -> None:
    """Close a Question with what was said to it."""
    question.answered_at, question.answer = now, said
    session.add(question)
    write_line(session, "answer", "question", question.id, actor, now, after={"answer": said})


def _offered(session: Session) -> list[TaskFact]:
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(col(Task.offered), col(Task.withdrawn_at).is_(None), col(Plan.switched_on_at).is_not(None))
        .order_by(col(Plan.id), col(Task.position))
    )
    return list(views.task_facts(session, rows).values())


def _by_part(parts: dict[str, Part]) -> dict[str, Any]:
    """The codes of each part; few tasks are followed up by anybody, and the others' record says nothing of it."""
    found = {part.value: [code for code, each in parts.items() if each is part] for part in PARTS}
    return {part: codes for part, codes in found.items() if codes or part != Part.MONITORING}


def _reopen_plan(session: Session, plan_id: int) -> None:
    """Have the next tick look after the plan's Occurrences again."""
    session.exec(update(Plan).where(col(Plan.id) == plan_id).values(opens_next_on=None))


def set_product(session: Session, task: TaskFact, product: str, actor: Actor, now: datetime) -> None:
    """Say what a task must yield; it outlasts the same plan imported again, as long as that names none."""
    row = session.get_one(Task, task.id)
    before, row.product = row.product, product
    session.add(row)
    write_line(
        session, "set_product", "task", task.id, actor, now, before={"product": before}, after={"product": product}
    )
    session.flush()
    _answer_about(session, task.id, (PRODUCT,), product, actor, now)
    _answer_for_all(session, task.plan.id, actor, now)


def products_named(session: Session, plan_id: int | None) -> dict[str, str]:
    """What Nội vụ has said that tasks must yield where the plan names nothing, by their numbers."""
    asked = session.exec(select(Question).where(Question.plan_id == plan_id, Question.code == PRODUCT)).all()
    ids = {question.task_id for question in asked}
    numbers = {str(number) for question in asked for number in question.fields.get("rows", ())}
    rows = session.exec(select(Task).where(Task.plan_id == plan_id, Task.product != ""))
    return {row.number: row.product for row in rows if row.id in ids or row.number in numbers}


def is_product_in_question(session: Session, task: TaskFact) -> bool:
    """Whether the plan names no product for a task: what Nội vụ says of it holds, and may be mended."""
    return not task.product or task.number in products_named(session, task.plan.id)


def _answer_for_all(session: Session, plan_id: int, actor: Actor, now: datetime) -> None:
    """Answer what was asked of the products of several tasks once each of them has one."""
    blank = set(session.exec(select(Task.number).where(Task.plan_id == plan_id, Task.product == "")))
    asked = select(Question).where(
        Question.plan_id == plan_id,
        Question.code == PRODUCT,
        col(Question.task_id).is_(None),
        col(Question.answered_at).is_(None),
    )
    for question in session.exec(asked):
        if not blank & {str(number) for number in question.fields.get("rows", ())}:
            answer(session, question, "named", actor, now)
