"""A copy of the state made ready for a rehearsal: everybody reachable, every plan on, nothing of it real."""

from datetime import datetime

import sqlalchemy
from sqlalchemy import func, insert
from sqlmodel import Session, SQLModel, col, delete, select, update

from data import outbox
from data.kinds import MessageState, Role
from data.model import (
    Address,
    Assignment,
    Confirmation,
    Evidence,
    Message,
    Occurrence,
    Plan,
    Question,
    Reminder,
    Task,
    Unit,
)
from data.people import addressing, coordinating, registering
from data.store import Store, open_in_memory

CHANNEL = "rehearsal"


def copy_into_memory(source: Store) -> Store:
    """A copy of everything in `source`, in memory, that may be changed without a trace."""
    copy = open_in_memory()
    copy_rows(source, copy)
    return copy


def switch_on_again(session: Session, now: datetime) -> None:
    """Have every plan that is not on by `now` switched on at `now`, as if nothing had happened in it."""
    for plan in session.exec(select(Plan)):
        if plan.switched_on_at is None or plan.switched_on_at > now:
            _forget_work(session, plan)
            plan.switched_on_at, plan.opens_next_on = now, None
            session.add(plan)
            session.exec(update(Question).where(col(Question.plan_id) == plan.id).values(asked_at=now))


def reach_everybody(session: Session, now: datetime) -> None:
    """Put every chat on the rehearsal's channel, and give one to each unit and to whoever coordinates.

    Where nobody is known to coordinate, nobody hears what a coordinator would.
    """
    # What went out before counts as heard; what is on its way is put again, for the chats below.
    on_its_way = col(Message.state).in_((MessageState.WAITING, MessageState.CLAIMED))
    ids = session.exec(select(Message.id).where(on_its_way)).all()
    session.exec(update(Message).where(on_its_way).values(state=MessageState.WITHDRAWN, lease=None))
    outbox.release(session, list(ids))
    for address in session.exec(select(Address)):
        address.chat_id, address.bot = f"{address.bot}:{address.chat_id}", CHANNEL
        session.add(address)
    session.flush()
    its = col(Address.id) == col(Message.address_id)
    bot, chat_id = (select(column).where(its).scalar_subquery() for column in (Address.bot, Address.chat_id))
    session.exec(update(Message).where(col(Message.address_id).is_not(None)).values(bot=bot, chat_id=chat_id))
    reached = addressing.preferred_addresses(session)
    for unit in registering.single_units(session):
        if unit.id not in reached:
            session.add(_address(unit, Role.OFFICER, now))
    office = coordinating.coordinating_office(session)
    if office is not None and not addressing.live_addresses(session, (Role.COORDINATOR,)):
        session.add(_address(office, Role.COORDINATOR, now))


def _forget_work(session: Session, plan: Plan) -> None:
    occurrences = (
        select(Occurrence.id)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.plan_id == plan.id)
    )
    confirmations = select(Confirmation.id).where(col(Confirmation.occurrence_id).in_(occurrences))
    session.exec(delete(Evidence).where(col(Evidence.confirmation_id).in_(confirmations)))
    session.exec(delete(Confirmation).where(col(Confirmation.occurrence_id).in_(occurrences)))
    session.exec(delete(Reminder).where(col(Reminder.occurrence_id).in_(occurrences)))
    session.exec(delete(Occurrence).where(col(Occurrence.id).in_(occurrences)))
    session.exec(delete(Question).where(col(Question.plan_id) == plan.id, col(Question.code) == "past-due"))


def _address(unit: Unit, role: Role, now: datetime) -> Address:
    return Address(bot=CHANNEL, chat_id=f"{role}:{unit.code}", unit_id=unit.id or 0, role=role, joined_at=now)


_ROWS_AT_ONCE = 500


def copy_rows(source: Store, target: Store) -> None:
    """Write everything in `source` into the empty tables of `target`, on whichever engine either is."""
    with source.snapshot() as whole, target.transaction() as empty:
        reading, writing = whole.connection(), empty.connection()
        for table in SQLModel.metadata.sorted_tables:
            rows = reading.execute(table.select()).mappings()
            while part := rows.fetchmany(_ROWS_AT_ONCE):
                writing.execute(insert(table), [dict(row) for row in part])
            if target.engine.dialect.name == "postgresql" and "id" in table.columns:
                # Ids were given, so the sequence has not moved; the next row must not get one of them.
                last = sqlalchemy.select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
                writing.execute(
                    sqlalchemy.select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last, False))
                )
