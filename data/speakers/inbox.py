"""What came in from channels (Tin nhận): kept before it is handled, so a crash neither loses nor repeats it."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from data.model import Received
from data.people import Speaker
from data.store import insert_if_new

# Seconds in which help is given once.
_A_WHILE = 600


def keep(session: Session, bot: str, update_id: str, content: dict[str, Any], now: datetime) -> bool:
    """Keep what came in to a bot under the channel's own id of it; say whether it was new."""
    return insert_if_new(session, Received(bot=bot, update_id=update_id, received_at=now, content=content))


def settle(session: Session, bot: str, update_id: str, now: datetime) -> None:
    """Mark as handled. What was said is not kept longer than it takes to act on it; the id is, against repeats."""
    session.exec(
        update(Received)
        .where(col(Received.bot) == bot, col(Received.update_id) == update_id)
        .values(handled_at=now, content={})
    )


def note_acted(session: Session, speaker: Speaker, message: str | None, now: datetime) -> None:
    """Remember, without its words, that what was said in this message of a chat has been acted on."""
    if message is not None:
        _mark(session, speaker, f"acted:{message}", now)


def has_acted(session: Session, speaker: Speaker, message: str | None) -> bool:
    """Whether what was first said in this message has been acted on."""
    mark = _name(speaker, f"acted:{message}")
    found = select(Received.id).where(Received.bot == speaker.bot, Received.update_id == mark)
    return message is not None and session.exec(found).first() is not None


def is_first(session: Session, speaker: Speaker, what: str, now: datetime) -> bool:
    """Whether this person has not come here with this before within the same ten minutes of the clock."""
    while_ = int(now.timestamp()) // _A_WHILE
    return _mark(session, speaker, f"{what}:{speaker.user_id}:{while_}", now)


def _mark(session: Session, speaker: Speaker, what: str, now: datetime) -> bool:
    name = _name(speaker, what)
    is_new = keep(session, speaker.bot, name, {}, now)
    settle(session, speaker.bot, name, now)
    return is_new


def _name(speaker: Speaker, what: str) -> str:
    """A name that tells nothing of who it was and where."""
    return "mark-" + sha256(f"{speaker.chat_id}:{what}".encode()).hexdigest()[:32]


def unhandled(session: Session) -> list[tuple[str, str, dict[str, Any]]]:
    """Bot, id and content of what was kept and never handled, oldest first."""
    rows = session.exec(select(Received).where(col(Received.handled_at).is_(None)).order_by(col(Received.id)))
    return [(row.bot, row.update_id, row.content) for row in rows]
