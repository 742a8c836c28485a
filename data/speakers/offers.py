"""The choices a chat was offered last, kept so that "1" means the first of them, after a restart too.

A number answers that list alone, for the person who was asked, until the chat is shown another list or an hour is over.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from data import outbox, people
from data.model import State
from data.outbox import Choice
from data.people import Speaker

# Nobody remembers for longer what "1" stood for; a line typed or a button pressed works as long as it makes sense.
LASTS = timedelta(hours=1)
# How a line ends that agrees to what was asked, by a number of the question where it has one.
_AGREES = re.compile(r" dong y(?: \d+)?$")


def keep(session: Session, speaker: Speaker, choices: Sequence[Choice], now: datetime, *, numbered: bool) -> None:
    """Offer these choices, in this order, to who spoke in a chat that has joined; what was offered before is gone.

    Those of a question that is not `numbered` can only be agreed to.
    """
    offered = {
        "at": now.isoformat(),
        "to": speaker.user_id,
        "numbered": numbered,
        "choices": [[each.label, each.command, each.occurrence_id, each.state] for each in choices],
    }
    _set(session, speaker, offered)


def forget(session: Session, speaker: Speaker) -> None:
    """Offer nothing in a chat any more: it has been shown another list."""
    _set(session, speaker, None)


def take(session: Session, speaker: Speaker, number: int, now: datetime) -> Choice | None:
    """The choice that `number` stands for to who speaks, counted from 1; None where nothing is offered under it now.

    It stays on offer: of a list one may take the first and then the second.
    """
    offered = _standing(session, speaker, now)
    if offered is None or not offered["numbered"]:
        return None
    choices = offered["choices"]
    return _choice(*choices[number - 1]) if 1 <= number <= len(choices) else None


def agree(session: Session, speaker: Speaker, now: datetime) -> Choice | None:
    """The choice that "đồng ý" stands for: the only one of the last question that says so."""
    offered = _standing(session, speaker, now)
    agreeing = [_choice(*each) for each in offered["choices"] if agrees(each[1])] if offered else []
    return agreeing[0] if len(agreeing) == 1 else None


def agrees(command: str) -> bool:
    """Whether a command says yes to a question: "ban giao P-QT P-LL dong y"."""
    return _AGREES.search(command) is not None


def _standing(session: Session, speaker: Speaker, now: datetime) -> dict[str, Any] | None:
    """What is on offer to who speaks: within its time, and not followed by a message that the chat was sent."""
    for address in people.addresses_of(session, speaker.channel, speaker.chat_id):
        offered = address.offered
        if offered is None or offered["to"] != speaker.user_id:
            continue
        at = datetime.fromisoformat(offered["at"])
        message = outbox.last_sent(session, speaker.channel, speaker.chat_id)
        is_old = message is not None and message.sent_at is not None and message.sent_at > at
        return None if is_old or now >= at + LASTS else offered
    return None


def _set(session: Session, speaker: Speaker, offered: dict[str, Any] | None) -> None:
    for address in people.addresses_of(session, speaker.channel, speaker.chat_id):
        address.offered = offered
        session.add(address)


def _choice(label: str, command: str, occurrence_id: int | None, state: str | None) -> Choice:
    return Choice(label, command, occurrence_id, State(state) if state else None)
