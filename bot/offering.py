"""Numbered choices: what a question offered is remembered, and a number typed later stands for the choice."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.talk import Incoming
from data.outbox import Choice, Outgoing
from data.speakers import offers
from data.store import Session
from data.text import fold

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*", re.ASCII)
_AGREED = re.compile(r"(?:(?:da|vang|em|toi) )*dong y(?: (?:a|nhe|em))*[.!]*")


def as_chosen(session: Session, incoming: Incoming, now: datetime) -> Incoming:
    """What came in, or the choice it stands for: "2" by who was offered two or more, "đồng ý" by who was asked."""
    if incoming.occurrence_id is not None:
        return incoming
    choice = _choice(session, incoming, now)
    if choice is None:
        return incoming
    return replace(incoming, text=choice.command, occurrence_id=choice.occurrence_id, state=choice.state)


def remember(session: Session, incoming: Incoming, replies: Sequence[Outgoing], now: datetime) -> None:
    """Keep the choices of the last question among `replies`; another list in it, and none is on offer any more."""
    lists = [reply for reply in replies if _is_list(reply) or _is_question(reply)]
    if not lists:
        return
    if _is_question(lists[-1]):
        offers.keep(session, incoming.speaker, lists[-1].choices, now, numbered=lists[-1].numbered)
    else:
        offers.forget(session, incoming.speaker)


def _choice(session: Session, incoming: Incoming, now: datetime) -> Choice | None:
    if number := _NUMBER.fullmatch(incoming.text):
        return offers.take(session, incoming.speaker, int(number[1]), now)
    if _AGREED.fullmatch(fold(incoming.text)):
        return offers.agree(session, incoming.speaker, now)
    return None


def _is_question(reply: Outgoing) -> bool:
    return bool(reply.choices) and (reply.numbered or any(offers.agrees(each.command) for each in reply.choices))


def _is_list(reply: Outgoing) -> bool:
    """Whether somebody who reads a reply could count something in it."""
    return len(reply.choices) > 1 or f"\n{reply.text}".count("\n• ") > 1
