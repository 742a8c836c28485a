"""What Nội vụ lets others hear: words for all units, and the exceptions it has looked through for the leaders."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from data import views
from data.changing import Actor, write_line
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


@dataclass(frozen=True, slots=True)
class Shown:
    """A list of exceptions as a chat was shown it: its number there, when (aware, UTC), Occurrences, what was left out.

    What was left out is called as Nội vụ called it: "10", "P-LL", "P-LL (10)".
    """

    number: int
    at: datetime
    occurrences: tuple[int, ...]
    left_out: tuple[str, ...]


def exceptions(session: Session, today: date, since: datetime, workdays: Workdays) -> tuple[OccurrenceFact, ...]:
    """What is overdue beyond three working days, and of each standing duty the last period that closed unreported.

    A period that leaders heard of before the moment `since` is not brought before them again.
    """
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
    told = _released_before(session, since)
    return (*late, *(fact for fact in closed if fact.starts_on == last[fact.task.id] and fact.id not in told))


def is_exception(fact: OccurrenceFact, today: date, workdays: Workdays) -> bool:
    """Whether something is still what leaders may hear of."""
    if fact.closing is Closing.UNREPORTED:
        return True
    if fact.due_on is None or not views.is_overdue(fact, today, workdays):
        return False
    return workdays.until(workdays.on_or_after(fact.due_on), today) > PATIENCE


def show(session: Session, occurrence_ids: Sequence[int], left_out: Sequence[str], actor: Actor, now: datetime) -> int:
    """Keep which list a chat is shown: that one may be released; gives its number among those of the chat."""
    address_id = actor.address_id or 0
    after = {"occurrences": list(occurrence_ids), "left_out": list(left_out)}
    write_line(session, "show_exceptions", "address", address_id, actor, now, after=after)
    session.flush()
    return len(_of_chat(session, "show_exceptions", address_id))


def shown(session: Session, address_id: int, number: int | None) -> Shown | None:
    """The list that a chat was shown under this number, or last."""
    lists = _of_chat(session, "show_exceptions", address_id)
    wanted = number or len(lists)
    if not 0 < wanted <= len(lists):
        return None
    row = lists[wanted - 1]
    return Shown(wanted, row.at, tuple(row.after["occurrences"]), tuple(row.after["left_out"]))


def still_exceptions(
    session: Session, shown: Shown, today: date, since: datetime, workdays: Workdays
) -> tuple[OccurrenceFact, ...]:
    """What of a list is still what leaders may hear of, as `exceptions` has it, in the order of the list."""
    facts = {fact.id: fact for fact in views.occurrences(session, views.among(shown.occurrences))}
    there = (facts[each] for each in shown.occurrences if each in facts)
    told = _released_before(session, since)
    return tuple(
        fact
        for fact in there
        if is_exception(fact, today, workdays) and not (fact.closing is Closing.UNREPORTED and fact.id in told)
    )


def released_under(facts: Sequence[OccurrenceFact], today: date) -> str:
    """The name of a list released on a day: the same list again is the same event."""
    ids = ",".join(map(str, sorted(fact.id for fact in facts)))
    return f"release:{today.isoformat()}:{hashlib.sha256(ids.encode()).hexdigest()[:16]}"


def record_release(
    session: Session, facts: Iterable[OccurrenceFact], left_out: Sequence[str], actor: Actor, now: datetime
) -> None:
    """Write down what leaders were let hear of each Occurrence, and what was left out of the list."""
    for fact in facts:
        write_line(session, "release", "occurrence", fact.id, actor, now, after={"left_out": list(left_out)})


def draft(session: Session, text: str, units: Sequence[int], actor: Actor, now: datetime) -> int:
    """Keep words until they are sent; gives their number among those of the chat."""
    address_id = actor.address_id or 0
    after = {"text": text, "units": list(units)}
    write_line(session, "draft_broadcast", "address", address_id, actor, now, after=after)
    session.flush()
    return len(_of_chat(session, "draft_broadcast", address_id))


def drafted(session: Session, address_id: int, number: int | None) -> Draft | None:
    """The words a chat drafted under this number, or last."""
    drafts = _of_chat(session, "draft_broadcast", address_id)
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
    write_line(session, "broadcast", "change", sent.id, actor, now, after={"chats": heard})


def _released_before(session: Session, moment: datetime) -> set[int]:
    """The Occurrences that leaders were let hear of before a moment."""
    query = select(Change.subject_id).where(
        Change.subject == "occurrence", Change.action == "release", col(Change.at) < moment
    )
    return set(session.exec(query))


def _of_chat(session: Session, action: str, address_id: int) -> list[Change]:
    """What a chat did of this kind, oldest first."""
    query = select(Change).where(Change.action == action, Change.subject == "address", Change.subject_id == address_id)
    return list(session.exec(query.order_by(col(Change.id))))
