"""What has been answered: reports that stand, with what backs them; later days asked for, reports sent back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby

from sqlalchemy import bindparam
from sqlmodel import Session, col, func, select

from data.facts import ExtensionFact, ReportFact
from data.model import Confirmation, Evidence, Extension, Occurrence, Officer

UNDECIDED = (col(Extension.occurrence_id) == Occurrence.id) & col(Extension.decided_at).is_(None)
"""The condition of a later day asked for an Occurrence, on which nobody has decided yet."""

# Built once: building a statement costs more than running it.
_RETURNED = (
    select(Confirmation.occurrence_id, func.max(Confirmation.returned_at))
    .where(
        col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)),
        col(Confirmation.returned_at).is_not(None),
    )
    .group_by(col(Confirmation.occurrence_id))
)


def extension_fact(extension: Extension, by: str | None) -> ExtensionFact:
    """A request's row as a fact, with the name of who made it."""
    return ExtensionFact(
        id=extension.id or 0, until=extension.until, reason=extension.reason, by=by or "", at=extension.asked_at
    )


def returned_at(session: Session, occurrence_ids: list[int]) -> dict[int, datetime]:
    """When a report was sent back last, by Occurrence."""
    rows = session.exec(_RETURNED, params={"ids": occurrence_ids})
    return {occurrence_id: at for occurrence_id, at in rows if at is not None}


_REPORTS = (
    select(Confirmation, Officer.name, Evidence.kind, Evidence.value)
    .join(Officer, col(Officer.id) == Confirmation.officer_id, isouter=True)
    .join(Evidence, col(Evidence.confirmation_id) == Confirmation.id, isouter=True)
    .where(col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Confirmation.id), col(Evidence.id))
)
_STANDING = _REPORTS.where(col(Confirmation.withdrawn_at).is_(None), col(Confirmation.returned_at).is_(None))


def standing_reports(session: Session, occurrence_ids: list[int]) -> dict[int, tuple[ReportFact, ...]]:
    """The reports of each of these Occurrences, in the order in which they were made."""
    found: dict[int, tuple[ReportFact, ...]] = {}
    for occurrence_id, report in _reports(session.exec(_STANDING, params={"ids": occurrence_ids})):
        found[occurrence_id] = (*found.get(occurrence_id, ()), report)
    return found


def reports_made(session: Session, occurrence_ids: list[int]) -> dict[tuple[int, datetime], ReportFact]:
    """Every report of these Occurrences, standing or not, by Occurrence and moment; who made it is left out."""
    rows = session.exec(_REPORTS, params={"ids": occurrence_ids})
    return {(occurrence_id, report.at): replace(report, by="") for occurrence_id, report in _reports(rows)}


def _reports(rows: Iterable[tuple[Confirmation, str, str, str]]) -> Iterator[tuple[int, ReportFact]]:
    """Each report with its Occurrence, of rows in which it stands with each piece of its evidence."""
    for _, group in groupby(rows, key=lambda row: row[0].id):
        (confirmation, by, *_), *_ = pieces = list(group)
        yield (
            confirmation.occurrence_id,
            ReportFact(
                by=by or "",
                at=confirmation.at,
                nothing_to_report=confirmation.nothing_to_report,
                note=confirmation.note,
                evidence=tuple((kind, value) for _, _, kind, value in pieces if kind),
                part=confirmation.part,
            ),
        )
