"""What was offered is remembered: a number typed later, a button's reference, or a plain yes stands for it."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot import paging
from bot.talk import Incoming
from bot.understanding import Line
from data import mailbox, views
from data.facts import Seat
from data.kinds import MessageKind, Role, State
from data.lines.notes import ground_of, is_ground
from data.notices import ExtensionAsked, Notice, from_record
from data.people import offers
from data.refusals import NoExtensionAsked, NothingMore
from data.store import Session
from data.talk import Choice, Outgoing
from data.words import fold, fold_in_place
from locales.say.extending import granting

_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*", re.ASCII)
_YES = re.compile(
    r"(?:(?:(?:da|vang|em|toi) )*dong y(?: (?:a|nhe|em))*|(?:yes|(?:yes,? )?(?:i |we )?agreed?)(?: please)?)[.!]*"
)
_MORE = re.compile(r"xem tiep(?: theo| di| nua| a| nhe)*[.!]*|(?:see|show) (?:on|more)[.!]*")
_DECLINED = re.compile(
    r"(?:(?:da|em) )?(?:khong(?: dong y)?|thoi|huy)(?: (?:a|nhe|em|khong))*[.!]*|no[.!]*|cancel[.!]*"
)


def as_chosen(session: Session, line: Line, now: datetime) -> Incoming:
    """What came in, or the choice it stands for: "2" by who was offered two or more, "đồng ý" by who was asked.

    Raises:
        ButtonStale, ButtonOfAnother: a button was pressed whose choice is kept no more, or for somebody else.
        NothingMore: "xem tiếp" is said where there is no more of a list to be seen.
    """
    incoming = line.incoming
    if incoming.occurrence_id is not None:
        return incoming
    choice = _choice(session, line, now)
    if choice is None:
        return incoming
    return replace(incoming, text=choice.command, occurrence_id=choice.occurrence_id, state=choice.state)


def declined(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Whether "không" or "no" answers the last question; nothing is on offer any more then."""
    return _DECLINED.fullmatch(fold(incoming.text)) is not None and offers.decline(session, incoming.speaker, now)


def is_number(incoming: Incoming) -> bool:
    """Whether a message may stand for a choice that was offered under a number."""
    return _NUMBER.fullmatch(incoming.text) is not None


def remember(session: Session, incoming: Incoming, replies: Sequence[Outgoing], now: datetime) -> None:
    """Keep the choices of the last question among `replies`; another list in it, and none is on offer any more.

    Of all of them those are kept that a button cannot carry.
    """
    speaker = incoming.speaker
    shown = [choice for reply in replies for choice in reply.choices]
    offers.keep_long(session, speaker.bot, speaker.chat_id, shown, speaker.user_id)
    lists = [reply for reply in replies if _is_list(reply) or _is_question(reply)]
    if lists and _is_question(lists[-1]):
        offers.keep(session, speaker, lists[-1].choices, now, numbered=lists[-1].numbered)
    elif lists:
        offers.forget(session, speaker)
    on = next((choice.command for choice in shown if paging.goes_on(choice.command)), None)
    if on is not None:
        offers.keep_more(session, speaker, on, now)
    elif paging.goes_on(incoming.text):
        offers.forget(session, speaker)


def _choice(session: Session, line: Line, now: datetime) -> Choice | None:
    incoming = line.incoming
    if incoming.chosen is not None:
        return offers.behind_button(session, incoming.speaker, incoming.chosen)
    if number := _NUMBER.fullmatch(incoming.text):
        return offers.take(session, incoming.speaker, int(number[1]), now)
    if _YES.fullmatch(fold(incoming.text)):
        return offers.agree(session, incoming.speaker, now)
    if _MORE.fullmatch(fold(incoming.text)) and not line.in_passing:
        return _more(session, incoming, now)
    return None


def _more(session: Session, incoming: Incoming, now: datetime) -> Choice:
    choice = offers.more(session, incoming.speaker, now)
    if choice is None:
        raise NothingMore
    return choice


def _is_question(reply: Outgoing) -> bool:
    return bool(reply.choices) and (reply.numbered or any(offers.agrees(each.command) for each in reply.choices))


def _is_list(reply: Outgoing) -> bool:
    """Whether somebody who reads a reply could count something in it."""
    return len(reply.choices) > 1 or f"\n{reply.text}".count("\n• ") > 1


_GRANTED = re.compile(
    r"\s*(?:(?:da|vang|em|toi|phong)\s+)*(?:dong y|nhat tri|agreed?|granted)(?:\s+(?:a|nhe|cho|gia han))*"
    r"(?:[\s,.;:!]+|$)"
)


def as_granting(session: Session, incoming: Incoming, seats: tuple[Seat, ...]) -> Incoming:
    """What came in; or, where Nội vụ agrees to the request that it was told of, the command that grants that request.

    It is in reply to the notice of it, or in private the answer right after.

    Raises:
        NoExtensionAsked: that request does not wait any more.
    """
    agreed = _GRANTED.match(fold_in_place(unicodedata.normalize("NFC", incoming.text)))
    is_asked = any(seat.role is Role.COORDINATOR for seat in seats)
    if agreed is None or not is_asked or incoming.occurrence_id is not None:
        return incoming
    said = unicodedata.normalize("NFC", incoming.text)[agreed.end() :].strip()
    if said and not is_ground(ground_of(said)):
        return incoming  # "đồng ý câu hỏi 4"
    asked = _answered(session, incoming)
    if not isinstance(asked, ExtensionAsked):
        return incoming
    (fact,) = views.by_ids(session, asked.occurrences) or (None,)
    if fact is None:
        return incoming
    if fact.extension is None or fact.extension.id != asked.extension:
        raise NoExtensionAsked(number=fact.task.typed, unit=fact.unit.name)
    command = f"{granting(fact)} {said}".strip()
    return replace(incoming, text=command, occurrence_id=fact.id, state=State.OPEN)


def _answered(session: Session, incoming: Incoming) -> Notice | None:
    """The notice that is answered."""
    speaker = incoming.speaker
    if incoming.answered is not None:
        found = mailbox.sent_as(session, speaker.bot, speaker.chat_id, incoming.answered)
    elif speaker.is_group:
        return None
    else:
        found = mailbox.last_sent(session, speaker.bot, speaker.chat_id)
    return from_record(found.facts) if found is not None and found.kind is MessageKind.NOTICE else None
