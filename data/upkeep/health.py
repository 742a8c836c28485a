"""How the service stands: what hinders it now, what it has laid aside for its operator, which rows cannot be read.

Whoever reads such rows goes on without them, see `data.columns`; they are marked once in the record, and asked about
where they concern a task. What is on its way has marks of its own: a Message that is SET_ASIDE, a Received that is
`set_aside`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Table
from sqlmodel import Session, SQLModel, col, func, select

from data.columns import JsonColumn, KindColumn, TextColumn, is_unreadable
from data.deadline import Deadline
from data.disk import ROOM
from data.kinds import MessageState
from data.ledger import Balance
from data.model import Address, Assignment, Change, Lease, Message, Occurrence, Question, Received, Task, Unit
from data.plans import settling
from data.record import SERVICE, write_line
from data.store import database_now, take_turn
from data.views.questions import UNREADABLE_DAY, UNREADABLE_WORK

# So far back does what became of messages tell anything of today.
LATELY = timedelta(days=7)
# A tick comes every few seconds, and what is due goes out in minutes, however many chats there are.
_TICK_LASTS, DELIVERY_LASTS = timedelta(minutes=2), timedelta(minutes=15)
_ON_ITS_WAY = (MessageState.WAITING, MessageState.CLAIMED)
_LAID_ASIDE = (MessageState.UNKNOWN, MessageState.SET_ASIDE, MessageState.FAILED)


@dataclass(frozen=True, slots=True)
class Counts:
    """What the database tells: the oldest Message that is due (aware), and how many need somebody's eye.

    Of Messages those of the last days, of updates all that were set aside, with the last one's reason, and all that
    wait to be handled; `unreachable` are chats that cannot be written to. `balances` are of the bots with an allowance.
    """

    oldest_due: datetime | None = None
    unknown: int = 0
    set_aside: int = 0
    failed: int = 0
    updates_set_aside: int = 0
    last_reason: str | None = None
    updates_waiting: int = 0
    unreachable: int = 0
    balances: tuple[Balance, ...] = ()


@dataclass(frozen=True, slots=True)
class Bot:
    """One bot of this process: whether it is ours to serve, why it hears nothing, when it last polled and sent.

    Where it is not `held`, `standby` says that another process has it.
    """

    name: str
    held: bool
    standby: bool = False
    trouble: str | None = None
    last_poll: datetime | None = None
    last_send: datetime | None = None


@dataclass(frozen=True, slots=True)
class Health:
    """How the service stands at a moment. `database` is why nothing can be written, `room` free bytes by place.

    Without `counts` the database could not be read in time.
    """

    now: datetime
    bots: tuple[Bot, ...]
    last_tick: datetime | None
    room: Mapping[str, int | None]
    database: str | None = None
    counts: Counts | None = None

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it does not do all that it is there for; nothing where all is well.

        "no-channel", "database: locked", "channel:42: unreachable", "channel:42: standby", "channel:42: not-held",
        "disk: data_dir", "tick", "delivery".
        """
        found = [] if self.bots else ["no-channel"]
        if self.database is not None:
            found.append(f"database: {self.database}")
        found += [f"{bot.name}: {reason}" for bot in self.bots if (reason := self._of_bot(bot)) is not None]
        found += [f"disk: {place}" for place, free in self.room.items() if free is not None and free < ROOM]
        if self.last_tick is None or self.now - self.last_tick > _TICK_LASTS:
            found.append("tick")
        oldest = self.counts.oldest_due if self.counts else None
        if oldest is not None and self.now - oldest > DELIVERY_LASTS:
            found.append("delivery")
        return tuple(found)

    @property
    def status(self) -> str:
        """Say "ok"; "standby" where another process serves every bot and nothing else hinders; else "degraded"."""
        others = [reason for reason in self.reasons if not reason.endswith(": standby")]
        if others:
            return "degraded"
        return "standby" if self.reasons else "ok"

    def _of_bot(self, bot: Bot) -> str | None:
        if bot.held:
            return bot.trouble
        if bot.standby:
            return "standby"
        return None if self.database else "not-held"  # without a database nobody can hold it


def count(session: Session, now: datetime, bots: Mapping[str, bool]) -> Counts:
    """Count what is of interest, cheaply; of what is due only that of `bots` that are held."""
    held = [bot for bot, is_held in bots.items() if is_held]
    due = (col(Message.due_at) <= now) & (col(Message.expires_at) > now) & col(Message.bot).in_(held)
    oldest = session.exec(select(func.min(Message.due_at)).where(col(Message.state).in_(_ON_ITS_WAY), due)).one()
    lately = (col(Message.state).in_(_LAID_ASIDE), col(Message.due_at) > now - LATELY)
    rows = session.exec(select(Message.state, func.count()).where(*lately).group_by(col(Message.state)))
    states = {MessageState(state): number for state, number in rows}
    unhandled, aside = col(Received.handled_at).is_(None), col(Received.set_aside).is_not(None)
    last = select(Received.set_aside).where(unhandled, aside).order_by(col(Received.id).desc()).limit(1)
    closed = (col(Address.unreachable_at).is_not(None), col(Address.left_at).is_(None))
    return Counts(
        oldest_due=oldest,
        unknown=states.get(MessageState.UNKNOWN, 0),
        set_aside=states.get(MessageState.SET_ASIDE, 0),
        failed=states.get(MessageState.FAILED, 0),
        updates_set_aside=_number(session, unhandled, aside),
        last_reason=session.exec(last).first(),
        updates_waiting=_number(session, unhandled, ~aside),
        unreachable=session.exec(select(func.count()).select_from(Address).where(*closed)).one(),
    )


def _number(session: Session, *such: ColumnElement[bool]) -> int:
    return session.exec(select(func.count()).select_from(Received).where(*such)).one()


@dataclass(frozen=True, slots=True)
class LaidAside:
    """So many Messages to a unit of the last days that nobody sends any more, and why; answers are of no unit."""

    state: MessageState
    unit: str
    reason: str
    number: int


def laid_aside(session: Session, now: datetime) -> tuple[LaidAside, ...]:
    """What was laid aside in the last days, by state, unit and reason."""
    rows = session.exec(
        select(Message.state, Unit.name, Message.outcome, func.count())
        .select_from(Message)
        .join(Address, col(Address.id) == Message.address_id, isouter=True)
        .join(Unit, col(Unit.id) == Address.unit_id, isouter=True)
        .where(col(Message.state).in_(_LAID_ASIDE), col(Message.due_at) > now - LATELY)
        .group_by(col(Message.state), col(Unit.name), col(Message.outcome))
    )
    found = (LaidAside(MessageState(state), unit or "", reason or "", number) for state, unit, reason, number in rows)
    return tuple(sorted(found, key=lambda each: (each.state, each.unit, each.reason)))


def served(session: Session, bot: str) -> bool:
    """Whether a process holds the lease of a bot at present."""
    lease = session.exec(select(Lease).where(Lease.bot == bot)).first()
    return lease is not None and bool(lease.holder) and lease.until > database_now(session)


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


def unreadable_rows(session: Session) -> tuple[Unreadable, ...]:
    """Every row that cannot be read, of all tables; it reads all of each once."""
    return tuple(sorted(each for table in SQLModel.metadata.sorted_tables for each in _unreadable_in(session, table)))


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


def mark_rows(session: Session, found: Iterable[Unreadable], now: datetime) -> tuple[Unreadable, ...]:
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
    _ask_about(session, (asked for each in sorted(there) for asked in _questions_about(session, each, now)), now)
    return tuple(sorted(there - marked))


def _unreadable_in(session: Session, table: Table) -> Iterator[Unreadable]:
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


def _ask_about(session: Session, questions: Iterable[Question], now: datetime) -> None:
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
