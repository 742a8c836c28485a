"""What was offered is taken: by a number typed later, a button's reference, or a plain yes."""

import re
import unicodedata
from dataclasses import replace
from datetime import datetime

from bot.talk import Incoming
from bot.understanding import Line
from data import mailbox, views
from data.acts import Act
from data.facts import Seat
from data.kinds import MessageKind, Role, State
from data.lines.notes import ground_of, is_ground
from data.notices import ExtensionAsked, Notice, from_record
from data.people import offers
from data.refusals import NoExtensionAsked, NothingMore
from data.store import Session
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
    act = _act(session, line, now) if incoming.act is None else None
    if act is None:
        return incoming
    # Who answers a question of ours by its number speaks to us.
    return replace(incoming, text=act.typed, act=act, addressed=incoming.speaker.is_group or incoming.addressed)


def declined(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Whether "không" or "no" answers the last question; nothing is on offer any more then."""
    return _DECLINED.fullmatch(fold(incoming.text)) is not None and offers.decline(session, incoming.speaker, now)


def is_number(incoming: Incoming) -> bool:
    """Whether a message may stand for a choice that was offered under a number."""
    return _NUMBER.fullmatch(incoming.text) is not None


def _act(session: Session, line: Line, now: datetime) -> Act | None:
    incoming, speaker = line.incoming, line.incoming.speaker
    if incoming.chosen is not None:
        return offers.behind_button(session, speaker, incoming.chosen).act
    if number := _NUMBER.fullmatch(incoming.text):
        named = incoming.addressed and incoming.answered is None
        choice = offers.take(session, speaker, int(number[1]), now, answered=incoming.answered, named=named)
        return choice.act if choice else None
    if _YES.fullmatch(fold(incoming.text)):
        choice = offers.agree(session, speaker, now)
        return choice.act if choice else None
    if _MORE.fullmatch(fold(incoming.text)) and not line.in_passing:
        act = offers.more(session, speaker, now)
        if act is None:
            raise NothingMore
        return act
    return None


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
    if agreed is None or not is_asked or incoming.act is not None:
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
    act = replace(granting(fact), text=said, state=State.OPEN)
    return replace(incoming, text=act.typed, act=act)


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
