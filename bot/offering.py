"""Numbered choices: what a question offered is remembered, and a number typed later stands for the choice."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot.talk import Incoming
from data import offers
from data.outbox import Outgoing
from data.store import Session

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*", re.ASCII)


def as_chosen(session: Session, incoming: Incoming, now: datetime) -> Incoming:
    """What came in, or the choice it stands for: "2" typed in a chat that was offered two or more."""
    number = _NUMBER.fullmatch(incoming.text)
    if number is None or incoming.occurrence_id is not None:
        return incoming
    speaker = incoming.speaker
    choice = offers.take(session, speaker.channel, speaker.chat_id, int(number[1]), now)
    if choice is None:
        return incoming
    return replace(incoming, text=choice.command, occurrence_id=choice.occurrence_id, state=choice.state)


def remember(session: Session, incoming: Incoming, replies: Iterable[Outgoing], now: datetime) -> None:
    """Keep the choices of the last numbered question among `replies`, if there is one."""
    for reply in replies:
        if reply.numbered and reply.choices:
            offers.keep(session, incoming.speaker.channel, incoming.speaker.chat_id, reply.choices, now)
