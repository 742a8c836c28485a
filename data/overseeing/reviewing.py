"""Nội vụ looks through reports: takes note of them (ghi nhận) or sends them back (đề nghị bổ sung)."""

from datetime import datetime

from sqlmodel import Session, col, select

from data.changing import Actor, locked, record
from data.errors import NotedAlready, NothingReported
from data.model import Change, Confirmation, State
from data.overseeing import handing_over
from data.work import reopen

_ACCEPTED = (
    select(Change.subject_id, Change.officer_id, Change.address_id)
    .where(Change.subject == "occurrence", Change.action == "accept")
    .order_by(col(Change.id))
)


def lapsed(session: Session) -> frozenset[int]:
    """The Occurrences whose report counts as taken note of because nobody objected in time."""
    by_nobody = {
        occurrence_id: (officer, chat) == (None, None) for occurrence_id, officer, chat in session.exec(_ACCEPTED)
    }
    return frozenset(occurrence_id for occurrence_id, is_lapsed in by_nobody.items() if is_lapsed)


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

    Of a unit that has handed its work over, the successor owes it.

    Raises:
        NothingReported: there is no report.
        NotLeading, HandedOver: nobody could add to it, see `handing_over.pass_on`.
    """
    occurrence, number = locked(session, occurrence_id)
    if occurrence.state not in {State.DONE, State.ACCEPTED}:
        raise NothingReported(number=number)
    handing_over.pass_on(session, occurrence, number, actor, now)
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
