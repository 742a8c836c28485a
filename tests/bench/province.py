"""A province: hundreds of units that owe each of dozens of tasks month by month, in an office a year old.

The rows are put in at once; a day of December is on, all but a few have reported in time, what closes has closed.
"""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from sqlalchemy import insert, update
from sqlmodel import Session, SQLModel

from bot.web import demo
from data import period
from data.deadline import read
from data.kinds import Closing, Ladder, Part, Role, State
from data.model import Assignment, Confirmation, Occurrence, Plan, Task, Unit
from data.store import Store, open_store

NOW = datetime(2023, 12, 20, 9, 0, tzinfo=demo.STARTS_AT.tzinfo)
YEAR = 2023
ON = datetime(YEAR, 1, 3, tzinfo=UTC)
# Of a hundred reports: how many came late, and how many never.
LATE, MISSING = 5, 3


def province(path: Path, units: int, tasks: int, months: int = 12) -> Store:
    """The office, in a file of SQLite: units × tasks × months Occurrences, a chat each for Nội vụ, a leader, a unit."""
    store = open_store(f"sqlite:///{path}")
    fill(store, units, tasks, months)
    return store


def fill(store: Store, units: int, tasks: int, months: int = 12, due: int = 0) -> None:
    """Put the office into an empty database; the rules of nagging are to be asked of the last `due` Occurrences."""
    with store.transaction() as session:
        _people(session, units)
        _work(session, units, tasks)
        session.flush()
        _done(session, units * tasks, months)
        _call(session, units * tasks * months, due)


def _call(session: Session, last: int, due: int) -> None:
    session.connection().execute(
        update(Occurrence.__table__).where(Occurrence.__table__.c.id > last - due).values(remind_at=NOW)  # type: ignore[attr-defined]  # SQLModel keeps it
    )


def _put(session: Session, kind: type[SQLModel], rows: list[dict[str, Any]]) -> None:
    if rows:
        session.connection().execute(insert(kind.__table__), rows)  # type: ignore[attr-defined]  # SQLModel keeps it


def _people(session: Session, units: int) -> None:
    office = {"id": units + 1, "code": "NV", "name": "Sở Nội vụ", "coordinates": True}
    leads = ({"id": each, "code": f"X-{each:04}", "name": f"UBND xã Số {each}"} for each in range(1, units + 1))
    common = {"kind": "", "aliases": [], "is_group": False, "coordinates": False}
    _put(session, Unit, [common | unit | {"position": unit["id"]} for unit in (*leads, office)])
    session.flush()
    seats = (("noi-vu", units + 1, Role.COORDINATOR), ("lanh-dao", units + 1, Role.LEADER), ("X-0001", 1, Role.OFFICER))
    session.add_all(demo.address(chat, unit_id, role, NOW) for chat, unit_id, role in seats)


def _work(session: Session, units: int, tasks: int) -> None:
    plan = Plan(
        id=1,
        number="01/KH-UBND",
        issued_on=date(YEAR, 1, 2),
        issuer="UBND tỉnh",
        title="Cải cách hành chính năm 2023",
        year=YEAR,
        zone="Asia/Ho_Chi_Minh",
        imported_at=ON,
        switched_on_at=ON,
        opens_next_on=date(YEAR + 1, 1, 1),
    )
    session.add(plan)
    session.flush()
    session.add_all(
        Task(
            id=each,
            plan_id=1,
            number=str(each),
            position=each,
            title=f"Rà soát nội dung thứ {each}",
            product="Báo cáo",
            lead_text="UBND các xã",
            coordinating_text="",
            deadline=read("Hàng tháng", YEAR).to_record(),
        )
        for each in range(1, tasks + 1)
    )
    session.flush()
    pairs = ((task, unit) for task in range(1, tasks + 1) for unit in range(1, units + 1))
    _put(
        session,
        Assignment,
        [
            {"id": each, "task_id": task, "unit_id": unit, "part": Part.LEAD}
            for each, (task, unit) in enumerate(pairs, 1)
        ],
    )


def _done(session: Session, assignments: int, months: int) -> None:
    ids = count(1)
    for number in range(1, months + 1):
        month = period.month(YEAR, number)
        rows = [_occurrence(next(ids), each, month) for each in range(1, assignments + 1)]
        _put(session, Occurrence, rows)
        _put(session, Confirmation, [_report(row) for row in rows if row["reported_on"]])


def _occurrence(key: int, assignment_id: int, month: period.Period) -> dict[str, Any]:
    chance = key * 7919 % 100
    is_past = month.last < NOW.date()
    is_closed = month.last < NOW.date() - timedelta(days=60)
    row = {
        "id": key,
        "assignment_id": assignment_id,
        "key": month.key,
        "ladder": Ladder.RECURRING,
        "starts_on": month.start,
        "opens_on": month.start,
        "plan_due_on": month.last,
        "due_on": month.last,
        "state": State.OPEN,
        "closing": None,
        "remind_at": None,
        "quiet_until": None,
        "reported_on": None,
        "lapsed": False,
    }
    if is_past and chance >= MISSING:
        days = chance % 4 + 1 if chance < MISSING + LATE else -(chance % 5)
        row |= {"state": State.ACCEPTED, "lapsed": chance % 2 == 0, "reported_on": month.last + timedelta(days=days)}
    elif is_closed:
        row |= {"state": State.CLOSED, "closing": Closing.UNREPORTED}
    return row


def _report(row: dict[str, Any]) -> dict[str, Any]:
    day: date = row["reported_on"]
    return {
        "occurrence_id": row["id"],
        "at": datetime(day.year, day.month, day.day, 2, tzinfo=UTC),
        "nothing_to_report": False,
        "note": "3 tin",
        "part": "",
    }
