"""Nội vụ looks through reports: takes note of them (ghi nhận) or sends them back (đề nghị bổ sung)."""

from datetime import datetime

from sqlmodel import Session, col, select

from data.changing import Actor, locked, record
from data.errors import NotedAlready, NothingReported
from data.model import Confirmation, State
from data.work import reopen


def accept(session: Session, occurrence_id: int, actor: Actor, now: datetime) -> None:
    """Take note of what a unit has reported.

    Raises:
        NotedAlready: it was taken note of before.
        NothingReported: there is no report, or it has been taken back.
    """
    occurrence, number = locked(session, occurrence_id)
    if occurrence.state is State.ACCEPTED:
        raise NotedAlready(number=number)
    if occurrence.state is not State.DONE:
        raise NothingReported(number=number)
    record(session, occurrence, actor, now, "accept", State.ACCEPTED)


def send_back(session: Session, occurrence_id: int, reason: str, actor: Actor, now: datetime) -> int:
    """Send back all that a unit has reported of an Occurrence, which is owed again; gives the last Confirmation's id.

    Raises:
        NothingReported: there is no report.
    """
    occurrence, number = locked(session, occurrence_id)
    if occurrence.state not in {State.DONE, State.ACCEPTED}:
        raise NothingReported(number=number)
    standing = session.exec(
        select(Confirmation)
        .where(
            Confirmation.occurrence_id == occurrence_id,
            col(Confirmation.withdrawn_at).is_(None),
            col(Confirmation.returned_at).is_(None),
        )
        .order_by(col(Confirmation.id))
    ).all()
    for confirmation in standing:
        confirmation.returned_at, confirmation.return_reason = now, reason
        session.add(confirmation)
    reopen(session, occurrence, actor, now, "return", reason=reason)
    return standing[-1].id or 0
