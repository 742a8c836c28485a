"""The choices a chat was offered, kept so that "1" means the first of them, and a button one that it cannot carry.

A number answers the list offered last alone, for the person who was asked, until the chat is shown another list or an
hour is over. A button holds little (64 bytes on Telegram): of a long choice it has the reference only, and the chat
keeps the choice under it with whom it was made for. Pressed, it is the choice that was kept, by nobody else; the chat
keeps its latest long choices, and the button of any other is an old one.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from data import mailbox
from data.kinds import State
from data.model import Address
from data.people import addressing
from data.refusals import ButtonOfAnother, ButtonStale
from data.talk import Choice, Speaker

# Nobody remembers for longer what "1" stood for; a line typed or a button pressed works as long as it makes sense.
LASTS = timedelta(hours=1)
# So many long choices are kept for a chat, the latest: several lists of them.
MOST = 40
# How a line ends that agrees to what was asked, by a number of the question where it has one.
_AGREES = re.compile(r" (?:dong y|yes)(?: \d+)?$|^(?:thong bao gui|nhap) \d+$")


def keep(session: Session, speaker: Speaker, choices: Sequence[Choice], now: datetime, *, numbered: bool) -> None:
    """Offer these choices, in this order, to who spoke in a chat that has joined; what was offered before is gone.

    Those of a question that is not `numbered` can only be agreed to.
    """
    offered = {
        "at": now.isoformat(),
        "to": speaker.user_id,
        "numbered": numbered,
        "choices": [_kept(each) for each in choices],
    }
    _set(session, speaker, offered)


def keep_more(session: Session, speaker: Speaker, command: str, now: datetime) -> None:
    """Remember the command that shows more of the list which the chat was shown last."""
    standing = _standing(session, speaker, now) or {"numbered": False, "choices": []}
    _set(session, speaker, {**standing, "at": now.isoformat(), "to": speaker.user_id, "more": command})


def more(session: Session, speaker: Speaker, now: datetime) -> Choice | None:
    """What shows more of the list that who speaks was shown last; None where there is none, or no more of it."""
    command = (_standing(session, speaker, now) or {}).get("more")
    return Choice("", command) if command else None


def forget(session: Session, speaker: Speaker) -> None:
    """Offer nothing in a chat any more: it has been shown another list."""
    _set(session, speaker, {})


def keep_long(session: Session, bot: str, chat_id: str, choices: Iterable[Choice], user_id: str | None) -> None:
    """Keep those of the choices shown in a chat that its buttons cannot carry, for a person or, by None, for anyone."""
    new = [[each.reference, user_id, *_kept(each)] for each in choices if each.is_long]
    if not new:
        return
    for address in addressing.addresses_of(session, bot, chat_id):
        offered = _offered(address)
        before = [each for each in offered.get("long", ()) if each[:2] not in [own[:2] for own in new]]
        address.offered = {**offered, "long": [*before, *new][-MOST:]}
        session.add(address)


def behind_button(session: Session, speaker: Speaker, reference: str) -> Choice:
    """The long choice whose button was pressed.

    Raises:
        ButtonStale: the chat keeps it no more.
        ButtonOfAnother: it was made for somebody else.
    """
    found = [
        each
        for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id)
        for each in _offered(address).get("long", ())
        if each[0] == reference
    ]
    if not found:
        raise ButtonStale
    for _, user_id, *choice in found:
        if user_id in (None, speaker.user_id):
            return _choice(*choice)
    raise ButtonOfAnother(command=found[-1][3])


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


def decline(session: Session, speaker: Speaker, now: datetime) -> bool:
    """Take away what is on offer to who speaks; whether anything was."""
    standing = _standing(session, speaker, now)
    offered = standing is not None and bool(standing["choices"])
    if offered:
        _set(session, speaker, {})
    return offered


def agrees(command: str) -> bool:
    """Whether a command says yes to a question: "ban giao P-QT P-LL dong y"."""
    return _AGREES.search(command) is not None


def _standing(session: Session, speaker: Speaker, now: datetime) -> dict[str, Any] | None:
    """What is on offer to who speaks: within its time, and not followed by a message that the chat was sent."""
    for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        offered = _offered(address)
        if not offered or "at" not in offered or offered["to"] != speaker.user_id:
            continue
        at = datetime.fromisoformat(offered["at"])
        message = mailbox.last_sent(session, speaker.bot, speaker.chat_id)
        is_old = message is not None and message.sent_at is not None and message.sent_at > at
        return None if is_old or now >= at + LASTS else offered
    return None


def _offered(address: Address) -> dict[str, Any]:
    """What a chat keeps; what cannot be read is on offer no more."""
    offered = address.offered or {}
    try:
        for each in offered.get("choices", ()):
            _choice(*each)
        for _, _, *choice in offered.get("long", ()):
            _choice(*choice)
        if "at" in offered:
            datetime.fromisoformat(offered["at"])
            return offered if {"to", "numbered", "choices"} <= offered.keys() else {}
    except (TypeError, ValueError):
        return {}
    return offered


def _set(session: Session, speaker: Speaker, offered: dict[str, Any]) -> None:
    for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        long = _offered(address).get("long")
        address.offered = ({**offered, "long": long} if long else offered) or None
        session.add(address)


def _kept(choice: Choice) -> list[Any]:
    return [choice.label, choice.command, choice.occurrence_id, choice.state]


def _choice(label: str, command: str, occurrence_id: int | None, state: str | None) -> Choice:
    return Choice(label, command, occurrence_id, State(state) if state else None)
