"""What became of a task: who changed what in it; what falls due soon; into which unit another was merged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, or_, select

from data import views
from data.answering.reported import reports_made
from data.facts import OccurrenceFact, ReportFact, UnitFact
from data.model import Address, Change, Occurrence, Officer, Part, Unit
from data.overseeing import delivered
from data.overseeing.delivered import Reached
from data.plans import assigned
from data.workdays import Workdays


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record: who did what in whose share, and what was before and after.

    `by` is empty where the service itself did it, and where the person `is_erased`. `report` is what was said by it,
    `reached` how far the notice of an urging has come. It is `in_support` where the unit that spoke supports the task.
    """

    at: datetime
    by: str
    by_unit: str
    action: str
    unit: UnitFact | None
    occurrence: OccurrenceFact | None
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    is_erased: bool = False
    report: ReportFact | None = None
    reached: Reached | None = None
    in_support: bool = False

    @property
    def is_by_itself(self) -> bool:
        """Whether nobody did it but the service."""
        return not (self.by or self.is_erased)


@dataclass(frozen=True, slots=True)
class Merger:
    """The unit into which another was merged, and on which local day, as far as the record says."""

    successor: UnitFact
    on: date | None


def due_until(session: Session, today: date, last: date, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is open and falls due up to `last`, from `today` on; days off just before it count till its end."""
    first = workdays.on_or_before(today - timedelta(days=1)) + timedelta(days=1)
    due = (col(Occurrence.due_on) >= first) & (col(Occurrence.due_on) <= last)
    return views.occurrences(session, views.is_open(), due)


def trail(session: Session, task_id: int) -> tuple[Line, ...]:
    """The record of a task, oldest first."""
    shares = {fact.id: fact for fact in views.occurrences(session, views.of_task(task_id))}
    rows = session.exec(
        select(Change, Officer, Unit)
        .join(Officer, col(Officer.id) == Change.officer_id, isouter=True)
        .join(Address, col(Address.id) == Change.address_id, isouter=True)
        .join(Unit, col(Unit.id) == Address.unit_id, isouter=True)
        .where(
            or_(
                (col(Change.subject) == "task") & (col(Change.subject_id) == task_id),
                (col(Change.subject) == "occurrence") & col(Change.subject_id).in_(list(shares)),
            )
        )
        .order_by(col(Change.at), col(Change.id))
    ).all()
    reports = reports_made(session, list(shares))
    supporting = {unit.id for unit in assigned.units_in(session, task_id, Part.COORDINATING)}
    urgings = delivered.of_urgings(session, {change.after.get("event") or "" for change, *_ in rows} - {""})
    return tuple(
        _line(
            change,
            officer,
            unit,
            shares.get(change.subject_id) if change.subject == "occurrence" else None,
            reports.get((change.subject_id, change.at)) if change.action == "confirm" else None,
            _reached(change, urgings),
            in_support=unit is not None and unit.id in supporting,
        )
        for change, officer, unit in rows
    )


def merged_into(session: Session, unit_id: int, zone: str) -> Merger | None:
    """Into which unit another was merged last, and when; None for one that stands."""
    unit = session.get_one(Unit, unit_id)
    if unit.successor_id is None:
        return None
    at = session.exec(
        select(Change.at)
        .where(Change.subject == "unit", Change.subject_id == unit_id, Change.action == "hand_over")
        .order_by(col(Change.id).desc())
    ).first()
    on = at.astimezone(ZoneInfo(zone)).date() if at else None
    return Merger(views.unit_fact(session.get_one(Unit, unit.successor_id)), on)


def two_weeks(today: date) -> date:
    """The last day of the next two weeks."""
    return today + timedelta(days=14)


def _reached(change: Change, urgings: Mapping[str, Reached]) -> Reached | None:
    """How far an urging has come: a unit without a chat was not told."""
    if change.action != "urge":
        return None
    event = change.after.get("event")
    return urgings.get(event) if event else Reached.NO_CHAT


def _line(
    change: Change,
    officer: Officer | None,
    unit: Unit | None,
    share: OccurrenceFact | None,
    report: ReportFact | None,
    reached: Reached | None,
    *,
    in_support: bool,
) -> Line:
    return Line(
        at=change.at,
        by=officer.name if officer else "",
        by_unit=unit.name if unit else "",
        action=change.action,
        unit=share.unit if share else None,
        occurrence=share,
        before=change.before,
        after=change.after,
        is_erased=officer is not None and not officer.name,
        report=report,
        reached=reached,
        in_support=in_support,
    )
