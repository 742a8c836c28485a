"""What came in from channels (Tin nhận): kept before it is handled, so a crash neither loses nor repeats it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Text, bindparam, cast, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from data.model import Received
from data.store import insert_if_new
from data.talk import Speaker

# Seconds in which help is given once.
_A_WHILE = 600

_BEGIN = (
    update(Received)
    .where(
        col(Received.bot) == bindparam("its_bot"),
        col(Received.update_id) == bindparam("its_id"),
        col(Received.handled_at).is_(None),
    )
    .values(handled_at=bindparam("now"), content={}, set_aside=None)
    .returning(col(Received.id))
    .execution_options(synchronize_session=False)
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What came in and waits to be handled: to which bot, under the channel's id of it, its content, when (aware)."""

    bot: str
    update_id: str
    record: str
    at: datetime

    @property
    def content(self) -> dict[str, Any]:
        """The content as it was kept.

        Raises:
            ValueError: it cannot be read.
        """
        read = json.loads(self.record)
        if not isinstance(read, dict):
            raise ValueError("not an object")  # noqa: TRY004 - unreadable, whatever it is instead
        return read


def keep(session: Session, bot: str, update_id: str, content: dict[str, Any], now: datetime) -> bool:
    """Keep what came in to a bot under the channel's own id of it; say whether it was new."""
    return insert_if_new(session, Received(bot=bot, update_id=update_id, received_at=now, content=content))


def begin(session: Session, bot: str, update_id: str, now: datetime) -> bool:
    """Begin to handle what was kept, in the transaction that acts on it; False where it has been handled.

    What was said is not kept longer than it takes to act on it; the id is, against repeats.
    """
    return session.exec(_BEGIN, params={"its_bot": bot, "its_id": update_id, "now": now}).first() is not None


def set_aside(session: Session, bot: str, update_id: str, content: dict[str, Any], reason: str, now: datetime) -> None:
    """Keep what could not be read or handled as it came, with the reason, for the operator; nothing else tries it."""
    keep(session, bot, update_id, content, now)
    its = (col(Received.bot) == bot, col(Received.update_id) == update_id)
    session.exec(update(Received).where(*its, col(Received.handled_at).is_(None)).values(set_aside=reason))


@dataclass(frozen=True, slots=True)
class Acted:
    """What a message of a chat has done: the keys of the reports that it made, and a print of its words, not them."""

    reports: tuple[int, ...] = ()
    print: str = ""


def note_acted(session: Session, speaker: Speaker, message: str, did: Acted, now: datetime) -> None:
    """Remember, without its words, what was done on what is said in this message of a chat; said anew, that."""
    content = {"reports": list(did.reports), "print": did.print}
    if not _mark(session, speaker, f"acted:{message}", now, content):
        mark = session.exec(_acted_on(speaker, message)).one()
        mark.content = content
        session.add(mark)


def acted(session: Session, speaker: Speaker, message: str) -> Acted | None:
    """What was done on what has been said in this message; None where nothing was."""
    mark = session.exec(_acted_on(speaker, message)).first()
    if mark is None:
        return None
    # Earlier releases kept nothing but that it was acted on.
    return Acted(tuple(mark.content.get("reports", ())), mark.content.get("print", ""))


def print_of(speaker: Speaker, words: str) -> str:
    """By what words are known again in a chat, and by nobody who has not got them."""
    return _name(speaker, words)


def _acted_on(speaker: Speaker, message: str) -> SelectOfScalar[Received]:
    mark = _name(speaker, f"acted:{message}")
    return select(Received).where(Received.bot == speaker.bot, Received.update_id == mark)


def is_first(session: Session, speaker: Speaker, what: str, now: datetime) -> bool:
    """Whether this person has not come here with this before within the same ten minutes of the clock."""
    while_ = int(now.timestamp()) // _A_WHILE
    return _mark(session, speaker, f"{what}:{speaker.user_id}:{while_}", now)


def _mark(session: Session, speaker: Speaker, what: str, now: datetime, content: dict[str, Any] | None = None) -> bool:
    name = _name(speaker, what)
    mark = Received(bot=speaker.bot, update_id=name, received_at=now, handled_at=now, content=content or {})
    return insert_if_new(session, mark)


def _name(speaker: Speaker, what: str) -> str:
    """A name that tells nothing of who it was and where."""
    return "mark-" + sha256(f"{speaker.chat_id}:{what}".encode()).hexdigest()[:32]


def unhandled(session: Session, bots: Iterable[str] | None = None) -> list[Kept]:
    """What was kept and not yet handled, of these bots or of all, oldest first; what is set aside is not in it."""
    # As text, for a row that is no JSON must not hide the others.
    columns = (Received.bot, Received.update_id, cast(Received.content, Text), Received.received_at)
    wanted = select(*columns).where(col(Received.handled_at).is_(None), col(Received.set_aside).is_(None))
    if bots is not None:
        wanted = wanted.where(col(Received.bot).in_(list(bots)))
    return [Kept(*row) for row in session.exec(wanted.order_by(col(Received.id)))]
