"""What came in from channels (Tin nhận): kept before it is handled, so a crash neither loses nor repeats it."""

from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlmodel import Session, col, select

from data.model import Received
from data.store import insert_if_new


def keep(session: Session, channel: str, update_id: str, content: dict[str, Any], now: datetime) -> bool:
    """Keep what came in under the channel's own id of it; say whether it was new."""
    return insert_if_new(session, Received(channel=channel, update_id=update_id, received_at=now, content=content))


def settle(session: Session, channel: str, update_id: str, now: datetime) -> None:
    """Mark as handled. What was said is not kept longer than it takes to act on it; the id is, against repeats."""
    session.exec(
        update(Received)
        .where(col(Received.channel) == channel, col(Received.update_id) == update_id)
        .values(handled_at=now, content={})
    )


def unhandled(session: Session) -> list[tuple[str, str, dict[str, Any]]]:
    """Channel, id and content of what was kept and never handled, oldest first."""
    rows = session.exec(select(Received).where(col(Received.handled_at).is_(None)).order_by(col(Received.id)))
    return [(row.channel, row.update_id, row.content) for row in rows]
