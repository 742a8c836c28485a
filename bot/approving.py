"""What Nội vụ answers to a request for a later day in its own words: "đồng ý", "đồng ý, theo ý kiến đ/c Hùng PCT"."""

import re
import unicodedata
from dataclasses import replace

from bot.grounds import ground_of, is_ground
from bot.talk import Incoming
from data import mailbox, views
from data.errors import NoExtensionAsked
from data.facts import Seat
from data.model import Message, MessageKind, Role, State
from data.store import Session
from data.text import fold_in_place
from locales.say.extending import granting

_AGREED = re.compile(
    r"\s*(?:(?:da|vang|em|toi|phong)\s+)*(?:dong y|nhat tri|agreed?|granted)(?:\s+(?:a|nhe|cho|gia han))*"
    r"(?:[\s,.;:!]+|$)"
)


def as_granting(session: Session, incoming: Incoming, seats: tuple[Seat, ...]) -> Incoming:
    """What came in; or, where Nội vụ agrees to the request that it was told of, the command that grants that request.

    It is in reply to the notice of it, or in private the answer right after.

    Raises:
        NoExtensionAsked: that request does not wait any more.
    """
    agreed = _AGREED.match(fold_in_place(unicodedata.normalize("NFC", incoming.text)))
    is_asked = any(seat.role is Role.COORDINATOR for seat in seats)
    if agreed is None or not is_asked or incoming.occurrence_id is not None:
        return incoming
    said = unicodedata.normalize("NFC", incoming.text)[agreed.end() :].strip()
    if said and not is_ground(ground_of(said)):
        return incoming  # "đồng ý câu hỏi 4"
    notice = _answered(session, incoming)
    if notice is None or "extension" not in notice.facts:
        return incoming
    (fact,) = views.occurrences(session, views.among(notice.facts["occurrences"])) or (None,)
    if fact is None:
        return incoming
    if fact.extension is None or fact.extension.id != notice.facts["extension"]:
        raise NoExtensionAsked(number=fact.task.typed, unit=fact.unit.name)
    command = f"{granting(fact)} {said}".strip()
    return replace(incoming, text=command, occurrence_id=fact.id, state=State.OPEN)


def _answered(session: Session, incoming: Incoming) -> Message | None:
    """The notice that is answered."""
    speaker = incoming.speaker
    if incoming.answered is not None:
        found = mailbox.sent_as(session, speaker.bot, speaker.chat_id, incoming.answered)
    elif speaker.is_group:
        return None
    else:
        found = mailbox.last_sent(session, speaker.bot, speaker.chat_id)
    return found if found is not None and found.kind is MessageKind.NOTICE else None
