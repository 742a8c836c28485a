"""What a button was made for: the state its Occurrence had, and whether it may act still."""

from collections.abc import Iterable
from dataclasses import replace

from sqlmodel import Session

from data import views
from data.facts import OccurrenceFact, Seat
from data.kinds import Closing, Part, State
from data.refusals import AcceptedAlready, AlreadyDone, ButtonStale, Refusal
from data.talk import Outgoing
from data.views import assigned

# Late news is welcome: what was closed unreported is owed as well as what is open.
_OWED = frozenset({State.OPEN, State.CLOSED})
_REPORTED = frozenset({State.DONE, State.ACCEPTED})


def marked(session: Session, outgoing: Outgoing) -> Outgoing:
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


def check(session: Session, seats: Iterable[Seat], occurrence_id: int, made_for: State | None) -> None:
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
