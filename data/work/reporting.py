"""Reports (Báo hoàn thành): what a unit says is done, completed or taken back; and whether a button still acts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from data import occurrences, views
from data.facts import OccurrenceFact, Seat
from data.kinds import Closing, Part, State
from data.lines.amending import added, fixed
from data.lines.notes import evidence_in
from data.lines.numbers import told
from data.model import Change, Confirmation, Evidence, Occurrence
from data.occurrences import locked_for_lead, record, reopen
from data.record import Actor, write_line
from data.refusals import (
    AcceptedAlready,
    AlreadyDone,
    ButtonStale,
    NotAStandingDuty,
    NothingToUndo,
    PartReported,
    Refusal,
)
from data.talk import Outgoing
from data.views import assigned
from data.views.running import PERIODIC, runs

# What stands before the day of a document.
_DATED = " ngày "


def confirm(
    session: Session,
    occurrence_id: int,
    actor: Actor,
    now: datetime,
    *,
    note: str = "",
    nothing: bool = False,
    parts: Sequence[str] = (),
    for_unit: bool = False,
) -> tuple[int, ...]:
    """Record that a unit reports an Occurrence done (or that there was nothing to do in it), with what backs it.

    Of a task that yields several products, only those in `parts` are reported; the last one makes it done. Where the
    unit has said so on paper or by phone, Nội vụ notes it `for_unit`. Gives the ids of the Confirmations.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AlreadyDone, PartReported: it has been reported before.
        NotAStandingDuty: `nothing` where a product is owed.
    """
    note = told(note)
    occurrence, task = locked_for_lead(session, occurrence_id)
    if occurrence.state in {State.DONE, State.ACCEPTED}:
        raise AlreadyDone(number=task.typed, at=last.at if (last := _latest(session, occurrence_id)) else now)
    if nothing and occurrence.ladder not in PERIODIC:
        raise NotAStandingDuty(number=task.typed)
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
    if note:
        _back(session, ids, note, now)
    # Evidence that stands in the note is on the record with it.
    more = (("parts", list(parts)), ("note", note), ("for_unit", for_unit))
    said = {name: value for name, value in more if value}
    record(session, occurrence, actor, now, "confirm", occurrence.state if left else State.DONE, **said)
    if not left:
        occurrences.report_on(occurrence, now, task.plan.zone)
        occurrences.wake_waiting(session, occurrence, now)
    return ids


def complete(session: Session, occurrence_id: int, note: str, actor: Actor, now: datetime) -> None:
    """Put the results, and what backs them, into the last report that stands, which said nothing of them."""
    occurrence, _ = locked_for_lead(session, occurrence_id)
    report, note = _latest(session, occurrence_id), told(note)
    if report is None or report.note or not note:
        return
    report.note = note
    session.add(report)
    _back(session, [report.id or 0], note, now)
    record(session, occurrence, actor, now, "complete", occurrence.state, note=note)


def made_at(session: Session, lines: Iterable[Change]) -> tuple[int, ...]:
    """The keys of the reports that stand by these lines of the record: made by them, or completed."""
    found: list[int] = []
    for line in lines:
        if line.action == "confirm":
            parts = line.after.get("parts", [""])
            mine = _standing(line.subject_id).where(Confirmation.at == line.at, col(Confirmation.part).in_(parts))
            found += [each.id or 0 for each in session.exec(mine)]
        elif line.action == "complete" and (last := _latest(session, line.subject_id)) is not None:
            found.append(last.id or 0)
    return tuple(dict.fromkeys(found))


def of_keys(session: Session, report_ids: Iterable[int]) -> Sequence[Confirmation]:
    """The reports of these keys, standing or not, in the order in which they were made."""
    found = select(Confirmation).where(col(Confirmation.id).in_(list(report_ids))).order_by(col(Confirmation.id))
    return session.exec(found).all()


def correct(session: Session, report_id: int, note: str, actor: Actor, now: datetime) -> bool:
    """Have a report that stands say `note`, backed by what that names; the record keeps both. Whether it said else.

    Files and what else was put behind it stay.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AcceptedAlready: the coordinating office has taken note of it.
        NothingToUndo: it stands no more.
    """
    report, note = session.get_one(Confirmation, report_id), told(note)
    occurrence, task = locked_for_lead(session, report.occurrence_id)
    if report.withdrawn_at is not None or report.returned_at is not None:
        raise NothingToUndo(number=task.typed)
    if occurrence.state is State.ACCEPTED:
        raise AcceptedAlready(number=task.typed)
    if note == report.note:
        return False
    _say_anew(session, report, note, "correct", actor, now)
    return True


def amend(session: Session, occurrence_id: int, said: str, actor: Actor, now: datetime, *, adds: bool) -> bool:
    """Add what is said to the last report that stands, or put that right by it; the record keeps all. Whether it did.

    Where nothing arose, something has now. What is added before its period ends is looked at anew, if noted already.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AcceptedAlready: the coordinating office has taken note of it.
        NothingToUndo: no report stands.
    """
    occurrence, task = locked_for_lead(session, occurrence_id)
    report, said = _latest(session, occurrence_id), told(said)
    today = now.astimezone(ZoneInfo(task.plan.zone)).date()
    if occurrence.state is State.ACCEPTED and not (adds and runs(occurrence.ladder, occurrence.due_on, today)):
        raise AcceptedAlready(number=task.typed)
    if report is None:
        raise NothingToUndo(number=task.typed)
    note = said if report.nothing_to_report else (added if adds else fixed)(report.note, said)
    if note == report.note:
        return False
    _say_anew(session, report, note, "add" if adds else "correct", actor, now, said=said)
    if occurrence.state is State.ACCEPTED:
        record(session, occurrence, actor, now, "look_again", State.DONE)
        occurrence.lapsed = False
        occurrences.report_on(occurrence, now, task.plan.zone)
    return True


def _say_anew(
    session: Session, report: Confirmation, note: str, action: str, actor: Actor, now: datetime, said: str = ""
) -> None:
    """Have a report say `note`, backed by what that names; in what was `said`, where that is not all of it."""
    named = {"part": report.part} if report.part else {}
    before, after = {**named, "note": report.note}, {**named, "note": note}
    if said and said != note:
        after["said"] = said
    _back_no_more(session, report)
    report.note, report.nothing_to_report = note, report.nothing_to_report and not note
    session.add(report)
    _back(session, [report.id or 0], note, now)
    write_line(session, action, "occurrence", report.occurrence_id, actor, now, before=before, after=after)


def move(session: Session, occurrence_id: int, to_id: int, actor: Actor, now: datetime) -> None:
    """Have the last report that stands count for another period of its task, with all that is behind it.

    Both have it in the record; what it counted for before is owed again.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AcceptedAlready: the coordinating office has taken note of it.
        NothingToUndo: no report stands.
        AlreadyDone: the other period has been reported.
    """
    occurrence, task = locked_for_lead(session, occurrence_id)
    report = _latest(session, occurrence_id)
    if occurrence.state is State.ACCEPTED:
        raise AcceptedAlready(number=task.typed)
    if report is None:
        raise NothingToUndo(number=task.typed)
    ids = confirm(session, to_id, actor, now, note=report.note, nothing=report.nothing_to_report)
    there = {(row.kind, row.value) for row in _evidence_of(session, ids[0])}
    for row in _evidence_of(session, report.id or 0):
        if (row.kind, row.value) not in there:
            kept = Evidence(confirmation_id=ids[0], kind=row.kind, value=row.value)
            kept.path, kept.sha256 = row.path, row.sha256
            session.add(kept)
    report.withdrawn_at = now
    session.add(report)
    reopen(session, occurrence, actor, now, "move_report", to=session.get_one(Occurrence, to_id).key)


def _evidence_of(session: Session, report_id: int) -> Sequence[Evidence]:
    return session.exec(select(Evidence).where(Evidence.confirmation_id == report_id).order_by(col(Evidence.id))).all()


def _back_no_more(session: Session, report: Confirmation) -> None:
    """Take what the note names from behind a report, each once: it may have come by itself as well."""
    rows = list(_evidence_of(session, report.id or 0))
    for kind, value in evidence_in(report.note):
        bare = value.partition(_DATED)[0]
        for row in rows:
            if row.kind == kind and row.value.partition(_DATED)[0] == bare:
                rows.remove(row)
                session.delete(row)
                break


def take_back(session: Session, occurrence_id: int, actor: Actor, now: datetime) -> str:
    """Take back the last report that stands; what it was about is owed again. Gives the product it was about, if one.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        NothingToUndo: it has no report.
        AcceptedAlready: the coordinating office has taken note of it.
    """
    occurrence, task = locked_for_lead(session, occurrence_id)
    if occurrence.state is State.ACCEPTED:
        raise AcceptedAlready(number=task.typed)
    confirmation = _latest(session, occurrence_id)
    if confirmation is None:
        raise NothingToUndo(number=task.typed)
    confirmation.withdrawn_at = now
    session.add(confirmation)
    named = {"part": confirmation.part} if confirmation.part else {}
    if occurrence.state is State.DONE:
        reopen(session, occurrence, actor, now, "take_back", **named)
    else:
        record(session, occurrence, actor, now, "take_back", occurrence.state, **named)
    return confirmation.part


def is_noted_for(session: Session, occurrence_id: int) -> bool:
    """Whether the last report of an Occurrence was noted by Nội vụ for the unit."""
    last = session.exec(
        select(Change)
        .where(Change.subject == "occurrence", Change.subject_id == occurrence_id, Change.action == "confirm")
        .order_by(col(Change.id).desc())
        .limit(1)
    ).first()
    return last is not None and bool(last.after.get("for_unit"))


def _left_after(session: Session, occurrence_id: int, parts: Iterable[str]) -> tuple[str, ...]:
    """What remains owed when `parts` have been reported too."""
    fact = views.by_ids(session, [occurrence_id])[0]
    said = {report.part: report.at for report in fact.partial}
    for part in parts:
        if part in said:
            raise PartReported(number=fact.task.typed, part=part, at=said[part])
    return tuple(part for part in fact.left if part not in parts)


def _back(session: Session, confirmation_ids: Iterable[int], note: str, now: datetime) -> None:
    for confirmation_id in confirmation_ids:
        for kind, value in evidence_in(note, now.date()):
            session.add(Evidence(confirmation_id=confirmation_id, kind=kind, value=value))


def _latest(session: Session, occurrence_id: int) -> Confirmation | None:
    return session.exec(_standing(occurrence_id).order_by(col(Confirmation.id).desc()).limit(1)).first()


def _standing(occurrence_id: int) -> SelectOfScalar[Confirmation]:
    return select(Confirmation).where(
        Confirmation.occurrence_id == occurrence_id,
        col(Confirmation.withdrawn_at).is_(None),
        col(Confirmation.returned_at).is_(None),
    )


# Late news is welcome: what was closed unreported is owed as well as what is open.
_OWED = frozenset({State.OPEN, State.CLOSED})
_REPORTED = frozenset({State.DONE, State.ACCEPTED})


def with_states(session: Session, outgoing: Outgoing) -> Outgoing:
    """`outgoing` with each Choice that was made for an Occurrence carrying the state it has now."""
    ids = {choice.act.occurrence_id for choice in outgoing.choices if choice.act.occurrence_id is not None}
    if not ids:
        return outgoing
    session.flush()
    states = views.states_of(session, ids)
    choices = tuple(
        replace(choice, act=replace(choice.act, state=states.get(choice.act.occurrence_id or 0)))
        for choice in outgoing.choices
    )
    return replace(outgoing, choices=choices)


def check_button(session: Session, seats: Iterable[Seat], occurrence_id: int, made_for: State | None) -> None:
    """Refuse a button of another unit's work, or one that was made when its Occurrence stood otherwise.

    One without a state on it was made before states were put there: its command alone decides.

    Raises:
        ButtonStale: it is not for this chat, or what it was made for has gone.
        AlreadyDone, AcceptedAlready: what has become of it meanwhile.
    """
    sat = tuple(seats)
    fact = next(iter(views.by_ids(session, [occurrence_id])), None)
    if fact is None or not any(_sees(session, seat, fact) for seat in sat):
        raise ButtonStale
    if made_for is not None and not _stands(fact, made_for):
        raise _become(fact, made_for, own=any(seat.unit.id == fact.unit.id for seat in sat))


def _sees(session: Session, seat: Seat, fact: OccurrenceFact) -> bool:
    """Whether a seat may act on it: an overseer's, or the one of the unit that owes it, as long as that leads."""
    if seat.sees_all:
        return True
    return seat.unit.id == fact.unit.id and assigned.part_of(session, fact.task.id, fact.unit.id) is Part.LEAD


def _stands(fact: OccurrenceFact, made_for: State) -> bool:
    if fact.closing is Closing.WITHDRAWN:
        return False
    return fact.state is made_for or {fact.state, made_for} <= _OWED


def _become(fact: OccurrenceFact, made_for: State, *, own: bool) -> Refusal:
    """What the officer of the unit can be told more exactly than that the button is old."""
    if own and made_for in _OWED and fact.state in _REPORTED and fact.report is not None:
        return AlreadyDone(number=fact.task.typed, at=fact.report.at)
    if own and made_for is State.DONE and fact.state is State.ACCEPTED:
        return AcceptedAlready(number=fact.task.typed)
    return ButtonStale()
