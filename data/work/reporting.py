"""Reports (Báo hoàn thành): what a unit says is done, completed afterwards, or taken back."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from data import occurrences, views
from data.kinds import Ladder, State
from data.lines.notes import evidence_in
from data.model import Confirmation, Evidence
from data.occurrences import locked_for_lead, record, reopen
from data.record import Actor
from data.refusals import (
    AcceptedAlready,
    AlreadyDone,
    NotAStandingDuty,
    NothingToUndo,
    PartReported,
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
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        AlreadyDone, PartReported: it has been reported before.
        NotAStandingDuty: `nothing` where a product is owed.
    """
    occurrence, number = locked_for_lead(session, occurrence_id)
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
    _back(session, ids, note, now)
    # Evidence that stands in the note is on the record with it.
    said = {name: value for name, value in (("parts", list(parts)), ("note", note)) if value}
    record(session, occurrence, actor, now, "confirm", occurrence.state if left else State.DONE, **said)
    if not left:
        occurrences.wake_waiting(session, occurrence, now)
    return ids


def complete(session: Session, occurrence_id: int, note: str, actor: Actor, now: datetime) -> None:
    """Put the results, and what backs them, into the last report that stands, which said nothing of them."""
    occurrence, _ = locked_for_lead(session, occurrence_id)
    report = _latest(session, occurrence_id)
    if report is None or report.note:
        return
    report.note = note
    session.add(report)
    _back(session, [report.id or 0], note, now)
    record(session, occurrence, actor, now, "complete", occurrence.state, note=note)


def take_back(session: Session, occurrence_id: int, actor: Actor, now: datetime) -> str:
    """Take back the last report that stands; what it was about is owed again. Gives the product it was about, if one.

    Raises:
        TaskOfOthers, NoLongerOwed: the unit does not answer for it any more.
        NothingToUndo: it has no report.
        AcceptedAlready: the coordinating office has taken note of it.
    """
    occurrence, number = locked_for_lead(session, occurrence_id)
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
