"""Wrong invitation codes: counted against the chat and the person; after too many, neither is listened to for an hour.

The chat alone would not do: whoever is locked out of one could go on from the next group they open. Nor would the
person: the members of one group could take turns.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from data.changing import Actor, write_line
from data.model import Change, Officer

TRIES = 5
WITHIN = timedelta(hours=1)
LOCKED_FOR = timedelta(hours=1)

TURN = 5_2023
"""The turn of looking at a code, see `data.store.take_turn`."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Until when codes are refused: those typed in the chat, those of the person, or both; aware."""

    until: datetime
    of_chat: bool
    of_person: bool


def lock_end(moments: Sequence[datetime]) -> datetime | None:
    """Until when wrong codes typed at `moments`, oldest first, lock whoever typed them out; None where they do not."""
    runs = zip(moments, moments[TRIES - 1 :], strict=False)
    return max((last + LOCKED_FOR for first, last in runs if last - first < WITHIN), default=None)


def lock(session: Session, officer: Officer, chat_id: str, now: datetime) -> Lock | None:
    """The lock on codes that this person types in this chat, right ones too; None where they are looked at."""
    wrong = session.exec(
        select(Change)
        .where(
            Change.action == "wrong_code",
            Change.subject == "officer",
            col(Change.at) > now - WITHIN - LOCKED_FOR,
        )
        .order_by(col(Change.at), col(Change.id))
    ).all()
    here = {"channel": officer.channel, "chat": chat_id}
    chat = lock_end([change.at for change in wrong if change.after == here])
    person = lock_end([change.at for change in wrong if change.subject_id == officer.id])
    ends = [end for end in (chat, person) if end is not None and end > now]
    return Lock(max(ends), chat in ends, person in ends) if ends else None


def note_wrong_code(session: Session, officer: Officer, chat_id: str, now: datetime) -> tuple[int, Lock | None]:
    """Count a wrong code against a person and the chat; gives the record's id, and the lock that it brings, if any."""
    here = {"channel": officer.channel, "chat": chat_id}
    change = write_line(session, "wrong_code", "officer", officer.id, Actor(officer.id), now, after=here)
    session.flush()
    return change.id or 0, lock(session, officer, chat_id, now)
