"""Rows that cannot be read: found, marked once in the record, and asked about where they concern a task.

Whoever reads them goes on without them, see `data.columns`. What is on its way has marks of its own: a Message that is
SET_ASIDE, a Received that is `set_aside`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Table
from sqlmodel import Session, SQLModel, col, select

from data.columns import JsonColumn, KindColumn, TextColumn, is_unreadable
from data.deadline import Deadline
from data.kinds import MessageState
from data.model import Assignment, Change, Message, Occurrence, Question, Received, Task, Unit
from data.plans import settling
from data.record import SERVICE, write_line
from data.store import take_turn
from data.views.questions import UNREADABLE_DAY, UNREADABLE_WORK

# Those who mark take turns, so that each row is marked, and said, once.
_TURN = 20_090
_AT_ONCE = 1000
_MARK = "unreadable"
# These are met on their way, and get their own mark there.
_MET = {
    "message": col(Message.state).not_in((MessageState.WAITING, MessageState.CLAIMED, MessageState.SET_ASIDE)),
    "received": col(Received.handled_at).is_not(None),
}
_READ_AGAIN = "readable"
_DEADLINE = SQLModel.metadata.tables["task"].c.deadline
_SHARES = (
    select(Task.plan_id, Task.id, Unit.name)
    .join(Assignment, col(Assignment.task_id) == Task.id)
    .join(Unit, col(Unit.id) == Assignment.unit_id)
    .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id, isouter=True)
    .distinct()
)
_OF_SHARES = {"assignment": col(Assignment.id), "occurrence": col(Occurrence.id)}


@dataclass(frozen=True, slots=True, order=True)
class Unreadable:
    """A row and its column that cannot be read; nothing of what it holds, which may be personal."""

    table: str
    row_id: int
    column: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """What waits for the operator: ids of Messages that cannot be worded, and of what came in and cannot be read."""

    messages: tuple[int, ...] = ()
    received: tuple[int, ...] = ()


def find(session: Session) -> tuple[Unreadable, ...]:
    """Every row that cannot be read, of all tables; it reads all of each once."""
    return tuple(sorted(each for table in SQLModel.metadata.sorted_tables for each in _of(session, table)))


def set_aside(session: Session) -> SetAside:
    """What has been set aside on its way out or in."""
    messages = select(Message.id).where(Message.state == MessageState.SET_ASIDE).order_by(col(Message.id))
    received = (
        select(Received.id)
        .where(col(Received.set_aside).is_not(None), col(Received.handled_at).is_(None))
        .order_by(col(Received.id))
    )
    return SetAside(
        tuple(id_ or 0 for id_ in session.exec(messages)), tuple(id_ or 0 for id_ in session.exec(received))
    )


def mark(session: Session, found: Iterable[Unreadable], now: datetime) -> tuple[Unreadable, ...]:
    """Mark what was found, and ask Nội vụ about the tasks that it concerns; gives what had no mark yet.

    Of what can be read again the mark is taken away, and nothing is asked any more.
    """
    take_turn(session, _TURN)
    there, marked = set(found), _marked(session)
    for each in sorted(there ^ marked):
        action = _MARK if each in there else _READ_AGAIN
        write_line(
            session, action, _MARK, each.row_id, SERVICE, now, after={"table": each.table, "column": each.column}
        )
    _ask(session, (asked for each in sorted(there) for asked in _questions_about(session, each, now)), now)
    return tuple(sorted(there - marked))


def _of(session: Session, table: Table) -> Iterator[Unreadable]:
    columns = [column for column in table.columns if isinstance(column.type, KindColumn | TextColumn | JsonColumn)]
    if not columns:
        return
    wanted = select(table.c.id, *columns).where(*_condition(table))
    rows = session.connection().execute(wanted, execution_options={"yield_per": _AT_ONCE})
    for row_id, *values in rows:
        for column, value in zip(columns, values, strict=True):
            if is_unreadable(value) or (column is _DEADLINE and Deadline.from_record(value).is_unreadable):
                yield Unreadable(table.name, row_id, column.name)


def _condition(table: Table) -> tuple[ColumnElement[bool], ...]:
    return (_MET[table.name],) if table.name in _MET else ()


def _marked(session: Session) -> set[Unreadable]:
    marked: set[Unreadable] = set()
    for line in session.exec(select(Change).where(Change.subject == _MARK).order_by(col(Change.id))):
        each = Unreadable(line.after.get("table", ""), line.subject_id, line.after.get("column", ""))
        (marked.add if line.action == _MARK else marked.discard)(each)
    return marked


def _questions_about(session: Session, each: Unreadable, now: datetime) -> Iterator[Question]:
    """What is to be asked about it, if it is of a task."""
    if (each.table, each.column) == ("task", "deadline"):
        plan_id = session.get_one(Task, each.row_id).plan_id
        yield Question(plan_id=plan_id, task_id=each.row_id, code="deadline.unreadable", asked_at=now)
    elif each.table in _OF_SHARES:
        for plan_id, task_id, unit in session.exec(_SHARES.where(_OF_SHARES[each.table] == each.row_id)):
            fields = {"unit": unit}
            yield Question(plan_id=plan_id, task_id=task_id, code="work.unreadable", fields=fields, asked_at=now)


def _ask(session: Session, questions: Iterable[Question], now: datetime) -> None:
    """Have exactly this be asked, each once."""
    wanted = {_name_of(question): question for question in questions}
    codes = (UNREADABLE_DAY, UNREADABLE_WORK)
    for there in session.exec(select(Question).where(col(Question.code).in_(codes)).order_by(col(Question.id))):
        if _name_of(there) not in wanted and there.answered_at is None:
            settling.answer(session, there, _READ_AGAIN, SERVICE, now)
        elif there.answer != _READ_AGAIN:
            wanted.pop(_name_of(there), None)
    session.add_all(wanted.values())


def _name_of(question: Question) -> tuple[int | None, str, str]:
    return question.task_id, question.code, str(question.fields.get("unit", ""))
