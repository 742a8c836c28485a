"""What goes to and fro about Occurrences: the extensions asked for, and the reports sent back."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from data.facts import ExtensionFact
from data.model import Confirmation, Extension, Officer

# Built once: building a statement costs more than running it.
_UNDECIDED = (
    select(Extension, Officer)
    .join(Officer, col(Officer.id) == Extension.officer_id, isouter=True)
    .where(col(Extension.decided_at).is_(None), col(Extension.occurrence_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Extension.id))
)
_RETURNED = (
    select(Confirmation.occurrence_id, func.max(Confirmation.returned_at))
    .where(
        col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)),
        col(Confirmation.returned_at).is_not(None),
    )
    .group_by(col(Confirmation.occurrence_id))
)


def undecided_extensions(session: Session, occurrence_ids: list[int]) -> dict[int, ExtensionFact]:
    """The request that waits for a decision, by Occurrence; of several, the last."""
    rows = session.exec(_UNDECIDED, params={"ids": occurrence_ids})
    return {
        extension.occurrence_id: ExtensionFact(
            id=extension.id or 0,
            until=extension.until,
            reason=extension.reason,
            by=officer.name if officer else "",
            at=extension.asked_at,
        )
        for extension, officer in rows
    }


def returned_at(session: Session, occurrence_ids: list[int]) -> dict[int, datetime]:
    """When a report was sent back last, by Occurrence."""
    rows = session.exec(_RETURNED, params={"ids": occurrence_ids})
    return {occurrence_id: at for occurrence_id, at in rows if at is not None}
