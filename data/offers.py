"""The choices a chat was offered last, kept so that "1" means the first of them, after a restart too."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from data import people
from data.model import State
from data.outbox import Choice

# Nobody remembers for longer what "1" stood for.
LASTS = timedelta(hours=12)


def keep(session: Session, channel: str, chat_id: str, choices: Sequence[Choice], now: datetime) -> None:
    """Offer these choices, in this order, to a chat that has joined; what was offered before can no longer be taken."""
    offered = {
        "until": (now + LASTS).isoformat(),
        "choices": [[each.label, each.command, each.occurrence_id, each.state] for each in choices],
    }
    for address in people.addresses_of(session, channel, chat_id):
        address.offered = offered
        session.add(address)


def take(session: Session, channel: str, chat_id: str, number: int, now: datetime) -> Choice | None:
    """The choice that `number` stands for in a chat, counted from 1; None where nothing is offered under it now.

    It stays on offer: of a list one may take the first and then the second.
    """
    for address in people.addresses_of(session, channel, chat_id):
        if address.offered and now < datetime.fromisoformat(address.offered["until"]):
            choices = address.offered["choices"]
            return _choice(*choices[number - 1]) if 1 <= number <= len(choices) else None
    return None


def _choice(label: str, command: str, occurrence_id: int | None, state: str | None) -> Choice:
    return Choice(label, command, occurrence_id, State(state) if state else None)
