"""Questions (Câu hỏi) as they stand: what waits for an answer, and what an answer may be."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from data.facts import QuestionFact
from data.kinds import PARTS, Closing, Part, State
from data.model import Assignment, Occurrence, Plan, Question, Task
from data.views import plan_fact, task_facts
from data.views.marking import IS_SHARED, SEVERAL_ON

PRODUCT = "product.blank"
# Who coordinates, where the registry does not say.
COORDINATOR = "coordinator"
# Before the plan itself.
PAST = "deadline.past"
DEPENDS = "depends-on"
# That the day itself should be another: the Committee's to say.
AFTER_DUE = "event.after-due"
# What a list that is kept says of a task's state contradicts itself, or is not understood.
STATE = "state.doubt"
# What the database has of a task, or of a unit's share of it, cannot be read; see `data.upkeep.health`.
UNREADABLE_DAY = "deadline.unreadable"
UNREADABLE_WORK = "work.unreadable"
# Questions to which a day is the answer.
DAY_IN_QUESTION = frozenset(
    {
        "deadline.unspecified",
        "deadline.conditional",
        "deadline.ambiguous",
        PAST,
        DEPENDS,
        AFTER_DUE,
        UNREADABLE_DAY,
    }
)
# What several rows may leave open in the same words: asked once, of all of them.
_GATHERED = frozenset(
    {
        "agency.open",
        "agency.unknown",
        "agency.none",
        "agency.sides",
        "deadline.unspecified",
        "deadline.conditional",
        "deadline.ambiguous",
        STATE,
    }
)
# These say no more than that there is none.
NO_DAY = frozenset({"deadline.unspecified", "deadline.conditional"})
DAY_OFF = "deadline.day-off"
_AMBIGUOUS = "deadline.ambiguous"
# Questions whether the plan has been understood rightly.
_UNDERSTOOD = frozenset({DAY_OFF, DEPENDS, COORDINATOR, "agency.both-sides", "agency.sides", "heading.guess", STATE})

# The fields that name another row than that of the question's task.
_OF_OTHER_ROWS = frozenset({"on", "same"})

# Built once: building a statement costs more than running it.
_SHARES = (
    select(Occurrence.id)
    .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
    .where(col(Assignment.task_id) == Question.task_id)
)
_WAITING = (
    select(Question)
    .join(Plan, col(Plan.id) == Question.plan_id)
    .where(
        col(Question.answered_at).is_(None),
        col(Plan.switched_on_at).is_not(None),
        # Of a task that has been settled there is nothing to ask any more.
        (col(Question.code) == UNREADABLE_WORK)
        | ~_SHARES.exists()
        | _SHARES.where(
            (col(Occurrence.state) == State.OPEN) | (col(Occurrence.closing) == Closing.NOT_COUNTED)
        ).exists(),
    )
    .order_by(col(Question.id))
)
_WITH_TASKS = (
    Select[Question, Plan, Task | None, bool, bool](Question, Plan, Task, IS_SHARED, SEVERAL_ON)
    .join(Plan, col(Plan.id) == Question.plan_id)
    .join(Task, col(Task.id) == Question.task_id, isouter=True)
    .where(col(Question.id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Question.id))
)


def waiting(session: Session, today: date) -> list[Question]:
    """The Questions that wait for an answer and still matter on `today`, in the order in which they were asked.

    A task without a day is asked about once, whatever else makes its day doubtful.
    """
    found = session.exec(_WAITING).all()
    undated = {each.task_id for each in found if each.code in DAY_IN_QUESTION}
    doubtful = {each.task_id for each in found if each.code in DAY_IN_QUESTION - NO_DAY}
    return [
        each
        for each in found
        if (each.code != DAY_OFF or _matters(each, undated, today))
        and (each.code not in NO_DAY or each.task_id not in doubtful)
    ]


def facts_of(session: Session, questions: Iterable[Question]) -> tuple[QuestionFact, ...]:
    """These Questions as facts; those that several rows of a plan leave open alike as one."""
    ids = [each.id for each in questions]
    if not ids:
        return ()
    rows = session.exec(_WITH_TASKS, params={"ids": ids}).all()
    tasks = task_facts(session, ((task, plan, is_shared) for _, plan, task, is_shared, _ in rows if task))
    facts = [
        QuestionFact(
            id=question.id or 0,
            code=question.code,
            task=tasks[task.id or 0] if task else None,
            fields=question.fields,
            plan=plan_fact(plan) if several and _names_rows(question) else None,
        )
        for question, plan, task, _, several in rows
    ]
    alike: dict[object, list[QuestionFact]] = {}
    for fact in facts:
        alike.setdefault(_about(fact), []).append(fact)
    return tuple(map(_as_one, alike.values()))


def unknown(code: str, fields: Mapping[str, object]) -> tuple[str, str] | None:
    """What a Question asks that it may ask of several rows at once: the same words, or days before the plan's own."""
    if code == PAST:
        return code, str(fields.get("plan"))
    return (code, str(sorted(fields.items()))) if code in _GATHERED else None


def common(fields: Iterable[Mapping[str, object]]) -> dict[str, object]:
    """The fields in which all agree."""
    first, *others = fields
    return {name: value for name, value in first.items() if all(each.get(name) == value for each in others)}


def alike(session: Session, question: Question) -> list[Question]:
    """The Question, and what other rows of its plan leave open of the same and nobody has answered."""
    said = unknown(question.code, question.fields) if question.task_id else None
    if said is None:
        return [question]
    same = select(Question).where(
        Question.plan_id == question.plan_id, Question.code == question.code, col(Question.answered_at).is_(None)
    )
    found = session.exec(same.order_by(col(Question.id)))
    return [each for each in found if each.task_id and unknown(each.code, each.fields) == said]


def _about(fact: QuestionFact) -> object:
    said = unknown(fact.code, fact.fields) if fact.task else None
    return (fact.task.plan.id, said) if fact.task and said else fact.id


def _as_one(alike: Sequence[QuestionFact]) -> QuestionFact:
    if len(alike) == 1:
        return alike[0]
    rows = tuple(fact.task.typed for fact in alike if fact.task)
    return replace(alike[0], fields=common(fact.fields for fact in alike), rows=rows)


def _names_rows(question: Question) -> bool:
    """Whether it is about its plan as a whole, or names another of its rows beside the one it is about."""
    return question.task_id is None or not _OF_OTHER_ROWS.isdisjoint(question.fields)


def open_questions(session: Session, today: date) -> tuple[QuestionFact, ...]:
    """What waits for an answer and still matters on `today`, as facts."""
    return facts_of(session, waiting(session, today))


def _matters(day_off: Question, undated: Collection[int | None], today: date) -> bool:
    """Whether it is worth asking about a day off: it has not gone by, and is not to be another day anyhow."""
    if str(day_off.fields.get("day")) < today.isoformat():
        return False
    return day_off.task_id is None or day_off.task_id not in undated


def part_of(question: QuestionFact) -> Part:
    """The part of whose units it asks; the lead where it asks of none."""
    return next((part for part in PARTS if part == question.fields.get("part")), Part.LEAD)


def likely_day(question: QuestionFact) -> date | None:
    """The day that is the likely answer, where a day is asked for and one is likely."""
    if question.code not in DAY_IN_QUESTION:
        return None
    try:
        return date.fromisoformat(str(question.fields.get("guess")))
    except ValueError:
        return None


def likely_unit(question: QuestionFact) -> str:
    """The code of the only unit that is likely where the plan names one that nobody knows; empty where none is."""
    codes = question.fields.get("codes")
    return str(codes[0]) if isinstance(codes, list | tuple) and len(codes) == 1 else ""


def likely_product(question: QuestionFact) -> str:
    """The product that is the likely answer, where the plan names none; empty where none is likely."""
    return str(question.fields.get("guess", "")) if question.code == PRODUCT and question.task else ""


def has_likely_answer(question: QuestionFact) -> bool:
    """Whether one may simply agree: to the likely answer, or to how the plan has been understood.

    Not to another day than the plan's: that needs a ground.
    """
    if question.code == AFTER_DUE or (question.code == PAST and question.rows):
        return False
    if question.code == _AMBIGUOUS:
        return question.task is not None and bool(question.task.deadline.dues)
    return question.code in _UNDERSTOOD or bool(question.fields.get("guess"))
