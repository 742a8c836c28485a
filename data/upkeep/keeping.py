"""How long is kept what nobody will ask for again: what came in, and what went out; swept in small steps.

The record (Change) and what has been reported are kept for good.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, delete
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import SelectOfScalar

from data.kinds import MessageKind, MessageState, State
from data.model import Assignment, Message, Occurrence, Plan, Received, Reminder, Task

STEP = 500
"""So many rows go in one transaction, so that nobody waits for it."""

# A channel brings again what is a day old, and a message may be changed for two: by then we must know what we did.
_RECEIVED_AT_LEAST = 3
_ON_ITS_WAY = (MessageState.WAITING, MessageState.CLAIMED)


@dataclass(frozen=True, slots=True)
class Keep:
    """For how many days: the ids and marks of what came in and was handled, answers, and other messages."""

    received: int = 30
    answers: int = 30
    messages: int = 730


def sweep(session: Session, now: datetime, keep: Keep, limit: int = STEP) -> int:
    """Delete what has been kept long enough, at most `limit` rows; gives how many. Ring it until there are none.

    What came in goes once it is handled, or set aside, and no channel brings or changes it any more. Of what went out,
    whatever says something of a plan in which something is owed still, or will be, stays, and so does the last digest
    of each chat: by them the next one knows what has been told.
    """
    received = now - timedelta(days=max(keep.received, _RECEIVED_AT_LEAST))
    answers, messages = (now - timedelta(days=days) for days in (keep.answers, keep.messages))
    gone = _received(session, received, limit)
    gone += _messages(session, answers, _is_answer(), limit - gone)
    gone += _reminders(session, messages, limit - gone)
    return gone + _messages(session, messages, ~_is_answer(), limit - gone)


def _received(session: Session, before: datetime, limit: int) -> int:
    aside = col(Received.set_aside).is_not(None) & (col(Received.received_at) < before)
    over = (col(Received.handled_at) < before) | aside
    old = select(Received.id).where(over).order_by(col(Received.id)).limit(limit)
    ids = session.exec(old).all()
    session.exec(delete(Received).where(col(Received.id).in_(ids)))
    return len(ids)


def _reminders(session: Session, before: datetime, limit: int) -> int:
    """Those that an old Message said, of plans that are over."""
    old = (
        select(Reminder.id)
        .join(Message, col(Message.id) == Reminder.message_id)
        .join(Occurrence, col(Occurrence.id) == Reminder.occurrence_id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(_went_out(before), col(Task.plan_id).not_in(_plans_that_run()))
        .order_by(col(Reminder.id))
        .limit(limit)
    )
    ids = session.exec(old).all()
    session.exec(delete(Reminder).where(col(Reminder.id).in_(ids)))
    return len(ids)


def _messages(session: Session, before: datetime, kind: ColumnElement[bool], limit: int) -> int:
    """Those that no Reminder needs any more, but for the last digest of each chat."""
    needed = select(Reminder.id).where(Reminder.message_id == Message.id).exists()
    last = (
        select(func.max(Message.id))
        .where(Message.kind == MessageKind.DIGEST, Message.state == MessageState.SENT)
        .group_by(col(Message.address_id))
    )
    old = (
        select(Message.id)
        .where(_went_out(before), kind, ~needed, col(Message.id).not_in(last))
        .order_by(col(Message.id))
        .limit(limit)
    )
    ids = session.exec(old).all()
    session.exec(delete(Message).where(col(Message.id).in_(ids)))
    return len(ids)


def _plans_that_run() -> SelectOfScalar[Any]:
    """Plans in which something is owed still, or will be opened."""
    owed = (
        select(Task.plan_id)
        .join(Assignment, col(Assignment.task_id) == Task.id)
        .join(Occurrence, col(Occurrence.assignment_id) == Assignment.id)
        .where(Occurrence.state == State.OPEN)
    )
    opens = col(Plan.opens_next_on).is_(None) | (col(Plan.opens_next_on) < date.max)
    return select(Plan.id).where(opens | col(Plan.id).in_(owed))


def _went_out(before: datetime) -> ColumnElement[bool]:
    """Whether a Message is old, and on its way no more."""
    return (col(Message.due_at) < before) & col(Message.state).not_in(_ON_ITS_WAY)


def _is_answer() -> ColumnElement[bool]:
    return col(Message.kind) == MessageKind.ANSWER
