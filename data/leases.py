"""Leases: which process polls and sends for a bot, until when by the database's clock, as which epoch.

Beside it what holds for the bot whoever has it: why nothing goes out by it, and where its server posts to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import func, update
from sqlmodel import Session, col, select

from data import outbox
from data.model import Address, Change, Lease, Message, Received
from data.record import SERVICE, write_line
from data.store import database_now, end_sessions, insert_if_new
from data.talk import channel_of

_RECORDED = "bot"


@dataclass(frozen=True, slots=True)
class Outage:
    """Since when nothing goes out by a bot, or to a chat (aware, UTC), and why."""

    bot: str
    why: str
    since: datetime


def hold(session: Session, bot: str, holder: str, lasts: timedelta) -> int | None:
    """Take a bot, or go on holding it, for `lasts` from now; give the epoch, None where another process holds it.

    A new holder has a new epoch, sends what the one before had claimed, and cuts it off where its lease ran out.
    `holder` is the name of a process's sessions.
    """
    now = database_now(session)
    insert_if_new(session, Lease(bot=bot, epoch=0, holder="", until=now))
    # Looked at without its lock, which the one before may hold.
    gone = select(Lease.holder).where(Lease.bot == bot, Lease.holder != holder, col(Lease.until) <= now)
    end_sessions(session, session.exec(gone).first() or "")
    lease = session.exec(select(Lease).where(Lease.bot == bot).with_for_update()).one()
    if lease.holder != holder:
        if lease.holder and lease.until > now:
            return None
        lease.holder, lease.epoch = holder, lease.epoch + 1
        outbox.hand_back(session, [bot], perhaps=True)
    lease.until = now + lasts
    session.add(lease)
    return lease.epoch


def tell_out(
    session: Session,
    bot: str,
    holder: str,
    why: str | None,
    *,
    since: datetime | None = None,
    now: datetime | None = None,
) -> None:
    """Write down, of a bot that `holder` has, why nothing goes out by it now; None where it serves.

    What changes `now` is put on record, with the moment `since` when it is so.
    """
    changed = session.exec(
        update(Lease)
        .where(col(Lease.bot) == bot, col(Lease.holder) == holder, col(Lease.out).is_distinct_from(why))
        .values(out=why)
    )
    if changed.rowcount and now is not None:
        after = {"bot": bot, "why": why, "since": (since or now).astimezone(UTC).isoformat()}
        write_line(session, "serve" if why is None else "fall_out", _RECORDED, None, SERVICE, now, after=after)


def out_of_service(session: Session) -> dict[str, str]:
    """The bots by which nothing goes out at present, with the reasons."""
    return dict(session.exec(select(Lease.bot, Lease.out).where(col(Lease.out).is_not(None))).all())  # type: ignore[arg-type]


def outage_of(session: Session, bot: str, at: datetime) -> Outage | None:
    """Why nothing went out by a bot at a moment, and since when; None where it served."""
    told = session.exec(
        select(Change)
        .where(Change.subject == _RECORDED, col(Change.at) <= at)
        .order_by(col(Change.at).desc(), col(Change.id).desc())
    )
    last = next((change.after for change in told if change.after.get("bot") == bot), None)
    if last is None or last.get("why") is None:
        return None
    return Outage(bot, last["why"], datetime.fromisoformat(last["since"]))


def hook_of(session: Session, bot: str) -> str | None:
    """Where we have had the server of a bot post to, and have not taken it back; None where nowhere."""
    return session.exec(select(Lease.hook).where(Lease.bot == bot)).first()


def remember_hook(session: Session, bot: str, hook: str | None) -> None:
    """Write down where we have the server of a bot post to, None for nowhere."""
    insert_if_new(session, Lease(bot=bot, epoch=0, holder="", until=database_now(session)))
    session.exec(update(Lease).where(col(Lease.bot) == bot).values(hook=hook))


def let_go(session: Session, bots: Iterable[str], holder: str) -> None:
    """Leave those of these bots that `holder` has to whoever comes, with what it had claimed and not sent."""
    its = (col(Lease.bot).in_(list(bots)), col(Lease.holder) == holder)
    held = session.exec(select(Lease).where(*its).with_for_update()).all()
    for lease in held:
        lease.holder = ""
        session.add(lease)
    outbox.hand_back(session, [lease.bot for lease in held])


def adopt(session: Session, bot: str) -> None:
    """Give a bot the chats and messages that were kept under its channel's name alone, before bots were told apart."""
    channel = channel_of(bot)
    if channel == bot:
        return
    for table in (Address, Message, Received):
        session.exec(update(table).where(col(table.bot) == channel).values(bot=bot))
    session.exec(
        update(Message)
        .where(col(Message.bot) == bot, ~col(Message.key).contains(f":{bot}:"))
        .values(key=func.replace(Message.key, f":{channel}:", f":{bot}:"))
    )
