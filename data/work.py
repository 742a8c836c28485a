"""The verbs of work: switch on, confirm, take back. Each change sets `remind_at` anew and writes a Change."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import update
from sqlmodel import Session, col, select

from data import views
from data.errors import AcceptedAlready, AlreadyDone, NotAStandingDuty, NothingToUndo, PartReported
from data.model import (
    Assignment,
    Change,
    Closing,
    Confirmation,
    Evidence,
    Ladder,
    Occurrence,
    Part,
    Plan,
    Question,
    State,
    Task,
)
from data.store import insert_if_new

# "số 12/KH-VHTT", with or without its date.
_DOCUMENT = re.compile(
    r"(?:số\s+)?(?P<number>\d{1,5}\s?/\s?(?:\d{4}\s?/\s?)?[A-ZĐ][A-ZĐa-zđ&.-]*(?:\s?-\s?[A-ZĐ][A-ZĐa-zđ&.-]*)*)"
    r"(?:\s+ng[àa]y\s+(?P<day>\d{1,2}/\d{1,2}/\d{4}))?"
)
_LINK = re.compile(r"https?://\S+")
_AFTER_LINK = ".,;:!?)]»”\"'"


@dataclass(frozen=True, slots=True)
class Expected:
    """An Occurrence that should exist; `past` where it fell due before the plan was switched on."""

    key: str
    ladder: Ladder
    starts_on: date
    opens_on: date
    due_on: date | None
    past: bool


@dataclass(frozen=True, slots=True)
class Actor:
    """Who changes something: the person and the chat; neither for the service itself."""

    officer_id: int | None = None
    address_id: int | None = None


def lead_assignments(session: Session, plan_id: int) -> list[tuple[Task, Assignment]]:
    """The tasks of a plan with each unit that leads them."""
    return list(
        session.exec(
            select(Task, Assignment)
            .join(Assignment, col(Assignment.task_id) == Task.id)
            .where(Task.plan_id == plan_id, Assignment.part == Part.LEAD, views.IN_FORCE)
            .order_by(col(Task.position), col(Assignment.id))
        )
    )


def plans_to_open(session: Session, today: date) -> list[Plan]:
    """Plans that are switched on and in which something may have to be opened by `today`."""
    return list(
        session.exec(
            select(Plan)
            .where(
                col(Plan.switched_on_at).is_not(None),
                col(Plan.opens_next_on).is_(None) | (col(Plan.opens_next_on) <= today),
            )
            .order_by(col(Plan.id))
        )
    )


def existing_occurrences(session: Session, plan_id: int) -> dict[int, dict[str, Occurrence]]:
    """A plan's Occurrences by assignment and key."""
    rows = session.exec(
        select(Occurrence)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Task.plan_id == plan_id)
    )
    found: dict[int, dict[str, Occurrence]] = {}
    for row in rows:
        found.setdefault(row.assignment_id, {})[row.key] = row
    return found


def bring_in_line(
    session: Session,
    assignment_id: int,
    expected: Iterable[Expected],
    there: dict[str, Occurrence],
    now: datetime,
) -> tuple[Expected, ...]:
    """Have the Occurrences of an assignment be what is expected of it; give those that are new.

    A day that an amended plan moved is moved here too; what it no longer asks for is closed as withdrawn, and opened
    again when it asks once more. What fell due before the switch-on is not nagged about: it is closed as not counted
    until Nội vụ says otherwise.
    """
    wanted = {each.key: each for each in expected}
    for key, row in there.items():
        each = wanted.get(key)
        if each is None and row.state is State.OPEN:
            withdraw(session, row, now)
        if each is not None and _comes_back(row, each):
            record(session, row, Actor(), now, "reopen", State.OPEN)
        if each is not None and row.state is State.OPEN and row.plan_due_on != each.due_on:
            _move_plan_day(session, row, each, now)
    return tuple(
        each
        for key, each in wanted.items()
        if key not in there and insert_if_new(session, _new_row(assignment_id, each, now))
    )


def ask_about_past(session: Session, plan_id: int, past: dict[int, list[Expected]], now: datetime) -> None:
    """List once to Nội vụ, by task, what fell due before the switch-on; it says what still counts."""
    for task_id, missed in past.items():
        for due in sorted({each.due_on.isoformat() for each in missed if each.due_on}):
            session.add(Question(plan_id=plan_id, task_id=task_id, code="past-due", fields={"due": due}, asked_at=now))


def _comes_back(row: Occurrence, each: Expected) -> bool:
    """Whether an amended plan asks again for what was closed: it was withdrawn, or its day was past and has moved."""
    if each.past or row.state is not State.CLOSED:
        return False
    moved = row.plan_due_on != each.due_on
    return row.closing is Closing.WITHDRAWN or (row.closing is Closing.NOT_COUNTED and moved)


def _new_row(assignment_id: int, each: Expected, now: datetime) -> Occurrence:
    return Occurrence(
        assignment_id=assignment_id,
        key=each.key,
        ladder=each.ladder,
        starts_on=each.starts_on,
        opens_on=each.opens_on,
        plan_due_on=each.due_on,
        due_on=each.due_on,
        state=State.CLOSED if each.past else State.OPEN,
        closing=Closing.NOT_COUNTED if each.past else None,
        remind_at=None if each.past else now,
    )


def _move_plan_day(session: Session, row: Occurrence, each: Expected, now: datetime) -> None:
    before = {"due_on": _iso(row.due_on), "plan_due_on": _iso(row.plan_due_on)}
    row.ladder, row.starts_on = each.ladder, each.starts_on
    row.plan_due_on = row.due_on = each.due_on
    row.remind_at = now
    session.add(row)
    after = {"due_on": _iso(row.due_on), "plan_due_on": _iso(row.plan_due_on)}
    session.add(
        Change(at=now, action="move_day", subject="occurrence", subject_id=row.id or 0, before=before, after=after)
    )


def confirm(
    session: Session,
    occurrence_id: int,
    actor: Actor,
    now: datetime,
    *,
    note: str = "",
    nothing: bool = False,
    parts: Sequence[str] = (),
) -> tuple[int, ...]:
    """Record that a unit reports an Occurrence done (or that there was nothing to do in it), with what backs it.

    Of a task that yields several products, only those in `parts` are reported; the last one makes it done. Gives the
    ids of the Confirmations.

    Raises:
        AlreadyDone, PartReported: it has been reported before.
        NotAStandingDuty: `nothing` where a product is owed.
    """
    occurrence, number = locked(session, occurrence_id)
    if occurrence.state in {State.DONE, State.ACCEPTED}:
        raise AlreadyDone(number=number, at=last.at if (last := _latest(session, occurrence_id)) else now)
    if nothing and occurrence.ladder not in {Ladder.STANDING, Ladder.WEEKLY, Ladder.RECURRING}:
        raise NotAStandingDuty(number=number)
    left = _left_after(session, occurrence_id, parts) if parts else ()
    made = [
        Confirmation(
            occurrence_id=occurrence_id,
            officer_id=actor.officer_id,
            at=now,
            nothing_to_report=nothing,
            note=note,
            part=part,
        )
        for part in parts or ("",)
    ]
    session.add_all(made)
    session.flush()
    ids = tuple(confirmation.id or 0 for confirmation in made)
    for confirmation_id in ids:
        for kind, value in evidence_in(note):
            session.add(Evidence(confirmation_id=confirmation_id, kind=kind, value=value))
    named = {"parts": list(parts)} if parts else {}
    record(session, occurrence, actor, now, "confirm", occurrence.state if left else State.DONE, **named)
    return ids


def take_back(session: Session, occurrence_id: int, actor: Actor, now: datetime) -> str:
    """Take back the last report that stands; what it was about is owed again. Gives the product it was about, if one.

    Raises:
        NothingToUndo: it has no report.
        AcceptedAlready: the coordinating office has taken note of it.
    """
    occurrence, number = locked(session, occurrence_id)
    if occurrence.state is State.ACCEPTED:
        raise AcceptedAlready(number=number)
    confirmation = _latest(session, occurrence_id)
    if confirmation is None:
        raise NothingToUndo(number=number)
    confirmation.withdrawn_at = now
    session.add(confirmation)
    named = {"part": confirmation.part} if confirmation.part else {}
    if occurrence.state is State.DONE:
        reopen(session, occurrence, actor, now, "take_back", **named)
    else:
        record(session, occurrence, actor, now, "take_back", occurrence.state, **named)
    return confirmation.part


def _left_after(session: Session, occurrence_id: int, parts: Iterable[str]) -> tuple[str, ...]:
    """What remains owed when `parts` have been reported too."""
    fact = views.occurrences(session, views.among([occurrence_id]))[0]
    said = {report.part: report.at for report in fact.partial}
    for part in parts:
        if part in said:
            raise PartReported(number=fact.task.number, part=part, at=said[part])
    return tuple(part for part in fact.left if part not in parts)


def reopen(session: Session, occurrence: Occurrence, actor: Actor, now: datetime, action: str, **more: object) -> None:
    """What was reported is owed again."""
    record(session, occurrence, actor, now, action, State.OPEN, **more)
    # Its plan may have been amended since: what is reported keeps the day for which it was reported.
    plan_id = select(Task.plan_id).join(Assignment).where(Assignment.id == occurrence.assignment_id)
    session.exec(update(Plan).where(col(Plan.id).in_(plan_id)).values(opens_next_on=None))


def accept_by_itself(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """A report nobody objected to in time counts as taken note of."""
    record(session, occurrence, Actor(), now, "accept", State.ACCEPTED)


def withdraw(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """What an amended plan no longer asks for is closed; its history stays."""
    occurrence.closing = Closing.WITHDRAWN
    record(session, occurrence, Actor(), now, "withdraw", State.CLOSED)


def close_unreported(session: Session, occurrence: Occurrence, now: datetime) -> None:
    """A check-in missed beyond its grace is closed; it counts in the report, and late news is still welcome."""
    occurrence.closing = Closing.UNREPORTED
    record(session, occurrence, Actor(), now, "close", State.CLOSED)


def evidence_in(note: str) -> tuple[tuple[str, str], ...]:
    """Document numbers and links in a note, as (kind, value): ("document", "số 12/KH-VHTT ngày 05/02/2023")."""
    found = [("link", match.group().rstrip(_AFTER_LINK)) for match in _LINK.finditer(note)]
    for match in _DOCUMENT.finditer(_LINK.sub(" ", note)):
        number = re.sub(r"\s", "", match["number"]).rstrip(".-&")
        found.append(("document", f"số {number} ngày {match['day']}" if match["day"] else f"số {number}"))
    return tuple(found)


def locked(session: Session, occurrence_id: int) -> tuple[Occurrence, str]:
    """An Occurrence that nobody else changes meanwhile, and its task's number."""
    row = session.exec(
        select(Occurrence, Task.number)
        .join(Assignment, col(Assignment.id) == Occurrence.assignment_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Occurrence.id == occurrence_id)
        .with_for_update(of=Occurrence)
    ).one()
    return row[0], row[1]


def _latest(session: Session, occurrence_id: int) -> Confirmation | None:
    return session.exec(
        select(Confirmation)
        .where(
            Confirmation.occurrence_id == occurrence_id,
            col(Confirmation.withdrawn_at).is_(None),
            col(Confirmation.returned_at).is_(None),
        )
        .order_by(col(Confirmation.id).desc())
        .limit(1)
    ).first()


def record(
    session: Session, occurrence: Occurrence, actor: Actor, now: datetime, action: str, state: State, **more: object
) -> None:
    """Bring an Occurrence to `state`, write the Change (with what `more` came of it), have the rules look again."""
    session.add(
        Change(
            at=now,
            officer_id=actor.officer_id,
            address_id=actor.address_id,
            action=action,
            subject="occurrence",
            subject_id=occurrence.id or 0,
            before={"state": occurrence.state},
            after={"state": state, **more},
        )
    )
    occurrence.state, occurrence.remind_at = state, None if state in {State.CLOSED, State.ACCEPTED} else now
    if state is not State.CLOSED:
        occurrence.closing = None
    session.add(occurrence)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
