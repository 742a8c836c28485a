"""Wrong invitation codes: counted against the person who typed them, who is locked out after too many."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from data.model import Change, Officer

TRIES = 5
WITHIN = timedelta(hours=1)
LOCKED_FOR = timedelta(hours=1)


def lock_end(moments: Sequence[datetime]) -> datetime | None:
    """Until when wrong codes typed at `moments`, oldest first, lock their author out; None where they do not."""
    runs = zip(moments, moments[TRIES - 1 :], strict=False)
    return max((last + LOCKED_FOR for first, last in runs if last - first < WITHIN), default=None)


def locked_until(session: Session, officer: Officer, now: datetime) -> datetime | None:
    """Until when this person's codes are refused, right ones too; None where they are looked at."""
    moments = session.exec(
        select(Change.at)
        .where(
            Change.action == "wrong_code",
            Change.subject == "officer",
            Change.subject_id == officer.id,
            col(Change.at) > now - WITHIN - LOCKED_FOR,
        )
        .order_by(col(Change.at))
    ).all()
    end = lock_end(moments)
    return end if end is not None and end > now else None


def note_wrong_code(session: Session, officer: Officer, chat_id: str, now: datetime) -> datetime | None:
    """Count a wrong code against a person; gives until when they are locked out, if this one does it."""
    session.add(
        Change(
            at=now,
            officer_id=officer.id,
            action="wrong_code",
            subject="officer",
            subject_id=officer.id or 0,
            after={"channel": officer.channel, "chat": chat_id},
        )
    )
    session.flush()
    return locked_until(session, officer, now)
