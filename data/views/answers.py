"""What has been answered: reports that stand, with what backs them; later days asked for, reports sent back."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import bindparam
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, select
from sqlmodel.sql.expression import Select

from data.facts import ExtensionFact, ReportFact
from data.model import Confirmation, Evidence, Extension, Occurrence, Officer

_ASKER, _LATER = aliased(Officer), aliased(Extension)
_IS_LAST = ~(
    select(_LATER.id)
    .where(
        col(_LATER.occurrence_id) == Extension.occurrence_id,
        col(_LATER.decided_at).is_(None),
        col(_LATER.id) > Extension.id,
    )
    .correlate(Extension)
    .exists()
)
STANDS = col(Confirmation.withdrawn_at).is_(None) & col(Confirmation.returned_at).is_(None)
"""The condition of a report that has been neither taken back nor sent back."""

# What a ReportFact needs: a row for each piece of evidence behind each report.
_REPORT: tuple[Any, ...] = (
    Confirmation.id,
    Confirmation.occurrence_id,
    Confirmation.at,
    Confirmation.nothing_to_report,
    Confirmation.note,
    Confirmation.part,
    Officer.name,
    Evidence.kind,
    Evidence.value,
)
_ASKED: tuple[Any, ...] = (Extension.id, Extension.until, Extension.reason, _ASKER.name, Extension.asked_at)
SAID = (*_ASKED, *_REPORT)
"""The columns of what has been said of an Occurrence: the later day asked for, a report, a piece behind it."""

SAID_IN_ORDER = (col(Confirmation.id), col(Evidence.id))


def with_said(occurrences: Any) -> Any:
    """A statement that reads Occurrences, with `SAID` of each: a row for each piece of evidence behind each report."""
    undecided = (col(Extension.occurrence_id) == Occurrence.id) & col(Extension.decided_at).is_(None) & _IS_LAST
    return (
        occurrences.join(Extension, undecided, isouter=True)
        .join(_ASKER, col(_ASKER.id) == Extension.officer_id, isouter=True)
        .join(Confirmation, (col(Confirmation.occurrence_id) == Occurrence.id) & STANDS, isouter=True)
        .join(Officer, col(Officer.id) == Confirmation.officer_id, isouter=True)
        .join(Evidence, col(Evidence.confirmation_id) == Confirmation.id, isouter=True)
    )


def facts_said(rows: Sequence[Sequence[Any]]) -> tuple[tuple[ReportFact, ...], ExtensionFact | None]:
    """What has been said of one Occurrence, by its rows of `SAID`: the reports in order, the request not decided on."""
    extension_id, until, reason, by, at, confirmation_id, *_ = rows[0]
    asked = None if extension_id is None else ExtensionFact(extension_id, until, reason, by or "", at)
    if confirmation_id is None:
        return (), asked
    return tuple(report for _, report in _reports(row[len(_ASKED) :] for row in rows)), asked


# Built once: building a statement costs more than running it.
_RETURNED = (
    select(Confirmation.occurrence_id, func.max(Confirmation.returned_at))
    .where(
        col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)),
        col(Confirmation.returned_at).is_not(None),
    )
    .group_by(col(Confirmation.occurrence_id))
)


def returned_at(session: Session, occurrence_ids: list[int]) -> dict[int, datetime]:
    """When a report was sent back last, by Occurrence."""
    rows = session.exec(_RETURNED, params={"ids": occurrence_ids})
    return {occurrence_id: at for occurrence_id, at in rows if at is not None}


_REPORTS = (
    Select[Any](*_REPORT)
    .select_from(Confirmation)
    .join(Officer, col(Officer.id) == Confirmation.officer_id, isouter=True)
    .join(Evidence, col(Evidence.confirmation_id) == Confirmation.id, isouter=True)
    .where(col(Confirmation.occurrence_id).in_(bindparam("ids", expanding=True)))
    .order_by(col(Confirmation.id), col(Evidence.id))
)
_STANDING = _REPORTS.where(STANDS)


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


def _reports(rows: Iterable[Sequence[Any]]) -> Iterator[tuple[int, ReportFact]]:
    """Each report with its Occurrence, of rows in which it stands with each piece of its evidence."""
    for _, group in groupby(rows, key=itemgetter(0)):
        pieces = list(group)
        _, occurrence_id, at, nothing_to_report, note, part, by, *_ = pieces[0]
        evidence = tuple((kind, value or "") for *_, kind, value in pieces if kind)
        yield occurrence_id, ReportFact(by or "", at, nothing_to_report, note, evidence, part)
