"""What became of a task: who changed what in it; what falls due soon; into which unit another was merged."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import true
from sqlmodel import Session, col, or_, select

from data import views
from data.facts import OccurrenceFact, ReportFact, TaskFact, UnitFact
from data.kinds import Ladder, Part
from data.lines.notes import evidence_in
from data.model import Address, Change, Occurrence, Officer, Plan, Task, Unit
from data.office import delivered
from data.office.delivered import Reached
from data.views import IN_FORCE, assigned, task_facts
from data.views.answers import reports_made
from data.views.marking import IS_SHARED
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


def changed_last(session: Session, most: int) -> tuple[str, ...]:
    """The numbers of the tasks that persons changed last, the last one first."""
    rows = session.exec(
        select(Change.subject_id)
        .where(col(Change.subject) == "occurrence", col(Change.officer_id).is_not(None))
        .order_by(col(Change.id).desc())
        .limit(most * most)
    ).all()
    last = list(dict.fromkeys(row for row in rows if row is not None))
    facts = {fact.id: fact.task.typed for fact in views.by_ids(session, last)}
    return tuple(dict.fromkeys(facts[each] for each in last if each in facts))[:most]


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
            _as_said(change, reports.get((change.subject_id, change.at))) if change.action == "confirm" else None,
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


def _as_said(change: Change, report: ReportFact | None) -> ReportFact | None:
    """What a report said when it was made, where it has been corrected since."""
    said = change.after.get("note", "")
    if report is None or not said or said == report.note:
        return report
    others = [piece for piece in report.evidence if piece not in evidence_in(report.note, report.at.date())]
    return replace(report, note=said, evidence=(*evidence_in(said, change.at.date()), *others))


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


@dataclass(frozen=True, slots=True)
class Ahead:
    """One period or date of a task that has not begun: who will owe it, from which day, by which day."""

    task: TaskFact
    key: str
    ladder: Ladder
    starts_on: date
    due_on: date
    units: tuple[UnitFact, ...]

    @property
    def period(self) -> str:
        """The key of its period; one with several days has a key for each, "2023-Q1.2"."""
        return self.key.partition(".")[0]


def of_facts(facts: Sequence[OccurrenceFact]) -> Ahead:
    """Shares of one task that are alike in period and day, as what they will be."""
    first = facts[0]
    due = first.due_on or first.starts_on
    return Ahead(first.task, first.key, first.ladder, first.starts_on, due, tuple(fact.unit for fact in facts))


def led_tasks(
    session: Session, plan_id: int, task_id: int | None = None
) -> list[tuple[TaskFact, tuple[UnitFact, ...]]]:
    """The tasks of a plan in its order, or one of them, each with the units that lead it in registry order."""
    rows = session.exec(
        select(Task, Plan, IS_SHARED)
        .join(Plan, col(Plan.id) == Task.plan_id)
        .where(Task.plan_id == plan_id, IN_FORCE, true() if task_id is None else col(Task.id) == task_id)
        .order_by(col(Task.position))
    )
    tasks = task_facts(session, rows)
    leads = assigned.leads_of(session, tasks)
    return [(task, leads.get(task_id, ())) for task_id, task in tasks.items()]
