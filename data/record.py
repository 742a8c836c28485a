"""The append-only record (Nhật ký): who changes something, and one line (Change) for each change."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, col, func, select

from data.model import Change


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: the person and the chat; neither for the service itself."""

    officer_id: int | None = None
    address_id: int | None = None


# Under which name a session keeps the lines that it has written.
_WRITTEN = "lines written"

SERVICE = Actor()
"""The service itself, where nobody asked for a change."""


def write_line(
    session: Session,
    action: str,
    subject: str,
    subject_id: int | None,
    actor: Actor,
    now: datetime,
    *,
    before: Mapping[str, object] | None = None,
    after: Mapping[str, object] | None = None,
) -> Change:
    """Write one line of the append-only record; it has an id once the session is flushed."""
    change = Change(
        at=now,
        officer_id=actor.officer_id,
        address_id=actor.address_id,
        action=action,
        subject=subject,
        subject_id=subject_id or 0,
        before=dict(before or {}),
        after=dict(after or {}),
    )
    session.add(change)
    session.info.setdefault(_WRITTEN, []).append(change)
    return change


def written(session: Session) -> Sequence[Change]:
    """The lines that this session has written so far, in order."""
    return tuple(session.info.get(_WRITTEN, ()))


def last_line(session: Session) -> int:
    """The id of the line written last; 0 where there is none."""
    return session.exec(select(func.max(Change.id))).one() or 0


def lines_since(session: Session, line_id: int) -> Sequence[Change]:
    """The lines written after that one, in order."""
    return session.exec(select(Change).where(col(Change.id) > line_id).order_by(col(Change.id))).all()
