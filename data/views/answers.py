"""What has been answered: reports that stand, with what backs them; later days asked for, reports sent back."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from data.facts import ExtensionFact, ReportFact
from data.model import Confirmation, Evidence, Extension, Officer

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


# Built once: building a statement costs more than running it.
_STANDING = (
    select(Confirmation, Officer)
    .join(Officer, col(Officer.id) == Confirmation.officer_id, isouter=True)
    .where(
        col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)),
        col(Confirmation.withdrawn_at).is_(None),
        col(Confirmation.returned_at).is_(None),
    )
    .order_by(col(Confirmation.id))
)


def standing_reports(session: Session, occurrence_ids: list[int]) -> dict[int, tuple[ReportFact, ...]]:
    """The reports of each of these Occurrences, in the order in which they were made."""
    rows = session.exec(_STANDING, params={"ids": occurrence_ids}).all()
    backed = _evidence(session, [confirmation.id or 0 for confirmation, _ in rows])
    found: dict[int, tuple[ReportFact, ...]] = {}
    for confirmation, officer in rows:
        report = ReportFact(
            by=officer.name if officer else "",
            at=confirmation.at,
            nothing_to_report=confirmation.nothing_to_report,
            note=confirmation.note,
            evidence=tuple(backed.get(confirmation.id or 0, ())),
            part=confirmation.part,
        )
        found[confirmation.occurrence_id] = (*found.get(confirmation.occurrence_id, ()), report)
    return found


def reports_made(session: Session, occurrence_ids: list[int]) -> dict[tuple[int, datetime], ReportFact]:
    """Every report of these Occurrences, standing or not, by Occurrence and moment; who made it is left out."""
    rows = session.exec(
        select(Confirmation).where(col(Confirmation.occurrence_id).in_(occurrence_ids)).order_by(col(Confirmation.id))
    ).all()
    backed = _evidence(session, [row.id or 0 for row in rows])
    return {
        (row.occurrence_id, row.at): ReportFact(
            by="",
            at=row.at,
            nothing_to_report=row.nothing_to_report,
            note=row.note,
            evidence=tuple(backed.get(row.id or 0, ())),
            part=row.part,
        )
        for row in rows
    }


def _evidence(session: Session, confirmation_ids: list[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    if not confirmation_ids:
        return found
    rows = session.exec(
        select(Evidence).where(col(Evidence.confirmation_id).in_(confirmation_ids)).order_by(col(Evidence.id))
    )
    for row in rows:
        found.setdefault(row.confirmation_id, []).append((row.kind, row.value))
    return found
