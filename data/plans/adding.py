"""A task that no plan has: Nội vụ gives it, it stands in a list of its own beside the plans issued, by its number."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from data import occurrences
from data.deadline import read
from data.facts import TaskFact
from data.kinds import Part
from data.model import Plan, Task, Unit
from data.people import coordinating
from data.record import Actor, write_line
from data.views import assigned


def add(
    session: Session,
    title: str,
    units: Sequence[Unit],
    day: date | None,
    actor: Actor,
    now: datetime,
    *,
    zone: str,
    list_title: str,
) -> TaskFact:
    """Have units lead a new task, due by a day or without one; it is opened with the next tick.

    Its number follows the highest of all plans, so that none is meant by two numbers. The list of the year, titled
    `list_title`, is begun with its first task.
    """
    year = now.astimezone(ZoneInfo(zone)).year
    plan, number = _list_of(session, year, zone, now, list_title), next_number(session)
    names = ", ".join(unit.name for unit in units)
    task = Task(
        plan_id=plan.id or 0,
        number=number,
        position=int(number),
        title=title,
        product="",
        lead_text=names,
        coordinating_text="",
        deadline=read(f"{day:%d/%m/%Y}" if day else "", year).to_record(),
        units_settled=True,
    )
    session.add(task)
    plan.opens_next_on = None
    session.add(plan)
    session.flush()
    occurrences.assign(session, task.id or 0, {unit.id or 0: Part.LEAD for unit in units}, now, actor)
    after = {"title": title, "deadline": task.deadline["text"], "lead": [unit.code for unit in units]}
    write_line(session, "add_task", "task", task.id, actor, now, after=after)
    session.flush()
    return next(fact for fact in assigned.find_tasks(session, number) if fact.id == task.id)


def next_number(session: Session) -> str:
    """The number that the next task will have."""
    return str(max(_numbers(session), default=0) + 1)


def _list_of(session: Session, year: int, zone: str, now: datetime, title: str) -> Plan:
    office = coordinating.coordinating_office(session)
    issuer = office.name if office else ""
    found = session.exec(select(Plan).where(Plan.number == "", Plan.issuer == issuer, Plan.year == year)).one_or_none()
    if found is not None:
        return found
    plan = Plan(number="", issuer=issuer, title=title, year=year, zone=zone, imported_at=now, switched_on_at=now)
    session.add(plan)
    session.flush()
    write_line(session, "switch_on", "plan", plan.id, Actor(), now)
    return plan


def _numbers(session: Session) -> Iterable[int]:
    """The whole numbers that tasks of any plan have, or had."""
    rows = session.exec(select(Task.number).where(col(Task.plan_id).is_not(None)))
    return [int(number) for number in rows if number.isascii() and number.isdecimal()]
