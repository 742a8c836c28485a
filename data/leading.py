"""What Nội vụ lets others hear: words for all units, and the exceptions it has looked through for the leaders."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from data import views
from data.changing import Actor
from data.facts import OccurrenceFact
from data.model import Change, Closing, Occurrence, State
from data.workdays import Workdays

# What leaders may hear of is later than this many working days.
PATIENCE = 3


@dataclass(frozen=True, slots=True)
class Draft:
    """Words for units' chats that wait for a yes; no `units` means all of them."""

    id: int
    text: str
    units: tuple[int, ...]
    sent: bool


def exceptions(session: Session, today: date, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is overdue beyond three working days, and of each standing duty the last period that closed unreported."""
    late = [
        fact
        for fact in views.occurrences(session, views.is_open(), views.due_before(today))
        if is_exception(fact, today, workdays)
    ]
    closed = views.occurrences(
        session, col(Occurrence.state) == State.CLOSED, col(Occurrence.closing) == Closing.UNREPORTED
    )
    last: dict[int, date] = {}
    for fact in closed:
        last[fact.task.id] = max(last.get(fact.task.id, date.min), fact.starts_on)
    return (*late, *(fact for fact in closed if fact.starts_on == last[fact.task.id]))


def is_exception(fact: OccurrenceFact, today: date, workdays: Workdays) -> bool:
    """Whether something is still what leaders may hear of."""
    if fact.closing is Closing.UNREPORTED:
        return True
    if fact.due_on is None or not views.is_overdue(fact, today, workdays):
        return False
    return workdays.until(workdays.on_or_after(fact.due_on), today) > PATIENCE


def released_under(facts: Sequence[OccurrenceFact], today: date) -> str:
    """The name of a list released on a day: the same list again is the same event."""
    ids = ",".join(map(str, sorted(fact.id for fact in facts)))
    return f"release:{today.isoformat()}:{hashlib.sha256(ids.encode()).hexdigest()[:16]}"


def record_release(
    session: Session, facts: Iterable[OccurrenceFact], left_out: Sequence[str], actor: Actor, now: datetime
) -> None:
    """Write down what leaders were let hear of each Occurrence, and what was left out of the list."""
    for fact in facts:
        session.add(_change("release", "occurrence", fact.id, actor, now, {"left_out": list(left_out)}))


def draft(session: Session, text: str, units: Sequence[int], actor: Actor, now: datetime) -> int:
    """Keep words until they are sent; gives their number among those of the chat."""
    address_id = actor.address_id or 0
    session.add(_change("draft_broadcast", "address", address_id, actor, now, {"text": text, "units": list(units)}))
    session.flush()
    return len(_drafts(session, address_id))


def drafted(session: Session, address_id: int, number: int | None) -> Draft | None:
    """The words a chat drafted under this number, or last."""
    drafts = _drafts(session, address_id)
    wanted = number or len(drafts)
    if not 0 < wanted <= len(drafts):
        return None
    row = drafts[wanted - 1]
    sent = select(Change.id).where(
        Change.action == "broadcast", Change.subject == "change", Change.subject_id == row.id
    )
    return Draft(row.id or 0, row.after["text"], tuple(row.after["units"]), session.exec(sent).first() is not None)


def record_broadcast(session: Session, sent: Draft, heard: int, actor: Actor, now: datetime) -> None:
    """Write down that drafted words went out, and to how many chats."""
    session.add(_change("broadcast", "change", sent.id, actor, now, {"chats": heard}))


def _drafts(session: Session, address_id: int) -> list[Change]:
    query = select(Change).where(
        Change.action == "draft_broadcast", Change.subject == "address", Change.subject_id == address_id
    )
    return list(session.exec(query.order_by(col(Change.id))))


def _change(
    action: str, subject: str, subject_id: int, actor: Actor, now: datetime, after: dict[str, object]
) -> Change:
    return Change(
        at=now,
        officer_id=actor.officer_id,
        address_id=actor.address_id,
        action=action,
        subject=subject,
        subject_id=subject_id,
        after=after,
    )
