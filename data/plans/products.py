"""Sản phẩm: what a task must yield where the plan does not say it, as Nội vụ names it."""

from datetime import datetime

from sqlmodel import Session, col, select

from data.facts import TaskFact
from data.model import Question, Task
from data.plans import settling
from data.record import Actor, write_line
from data.views.questions import PRODUCT


def set_product(session: Session, task: TaskFact, product: str, actor: Actor, now: datetime) -> None:
    """Say what a task must yield; it outlasts the same plan imported again, as long as that names none."""
    row = session.get_one(Task, task.id)
    before, row.product = row.product, product
    session.add(row)
    write_line(
        session, "set_product", "task", task.id, actor, now, before={"product": before}, after={"product": product}
    )
    session.flush()
    settling.answer_about(session, task.id, (PRODUCT,), product, actor, now)
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
            settling.answer(session, question, "named", actor, now)
