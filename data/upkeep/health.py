"""How the service stands: what hinders it now, and what it has laid aside for its operator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, func, select

from data.disk import ROOM
from data.kinds import MessageState
from data.model import Address, Lease, Message, Received, Unit
from data.store import database_now

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
    wait to be handled; `unreachable` are chats that cannot be written to.
    """

    oldest_due: datetime | None = None
    unknown: int = 0
    set_aside: int = 0
    failed: int = 0
    updates_set_aside: int = 0
    last_reason: str | None = None
    updates_waiting: int = 0
    unreachable: int = 0


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
