"""What happens before any handler: what is turned away, and the choice that a number, a button or a yes stands for."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot import commands
from bot.command import Command, Sense
from bot.talk import Attachment, Incoming
from bot.understanding import Line
from data import views
from data.documents import Look, look
from data.facts import Seat
from data.kinds import MessageKind, Role, State
from data.lines.notes import ground_of, is_ground, is_sample
from data.notices import ExtensionAsked, Notice, from_record
from data.people import addressing, offers, persons
from data.refusals import AnonymousSpeaker, NoExtensionAsked, NothingMore, RegisteredOnly, SampleTyped
from data.secrecy import is_marked, is_marked_name
from data.store import Session
from data.talk import NOT_MEANT, Act, Speaker
from data.words import fold, fold_in_place, shown
from data.work import reporting
from locales.say.extending import granting

# What stands in `Incoming.other` in place of what was not kept.
MARKED = "marked"
_NO_FILE = Look(marked=False, whole=True)


def storable(incoming: Incoming) -> Incoming:
    """What came in, without what no database takes, NUL and halves of a letter, and without marks that nobody sees."""
    text = shown(incoming.text.encode("utf-8", "ignore").decode("utf-8").replace("\0", ""))
    return incoming if text == incoming.text else replace(incoming, text=text)


def without_secrets(incoming: Incoming, folder: Path | None = None) -> Incoming:
    """What came in, empty but for a note of it where it carries a mark of state secrets: that is never stored.

    A document that lies in `folder` is looked through, and stays `unseen` where that could not be done to its end. In a
    group, talk that neither names a command nor brings a file was not meant for us: it is not answered either.
    """
    seen = _looked_through(incoming, incoming.file, folder) if incoming.file else _NO_FILE
    if not seen.marked and not is_marked(incoming.text):
        return incoming if seen.whole else _unseen(incoming)
    named = incoming.file is not None or incoming.addressed or bool(commands.found(incoming.text))
    meant = named or not incoming.speaker.is_group
    return replace(
        incoming,
        text="",
        other=MARKED if meant else None,
        file=None,
        act=None,
        answered=None,
        offered=(),
    )


def _looked_through(incoming: Incoming, file: Attachment, folder: Path | None) -> Look:
    """What there is to see of the file that came in: its name, and what is text in it."""
    if is_marked_name(file.name):
        return Look(marked=True, whole=True)
    if folder is None or file.path is None or incoming.other == "photo":
        return _NO_FILE
    return look(folder / file.path)


def _unseen(incoming: Incoming) -> Incoming:
    return replace(incoming, file=replace(incoming.file, unseen=True) if incoming.file else None)


def check(session: Session, incoming: Incoming, command: Command, seats: Sequence[Seat]) -> None:
    """Refuse a command that this person, or this button, may not give here; which roles may is asked elsewhere.

    Raises:
        AnonymousSpeaker: it is not known who speaks.
        SampleTyped: a line of ours came back as it was shown.
        RegisteredOnly: it is a setting of a group, or decides for Nội vụ, and the person has not joined for that.
        ButtonStale, AlreadyDone, AcceptedAlready: the button was made for another unit or another state.
    """
    if incoming.speaker.anonymous:
        raise AnonymousSpeaker
    if incoming.speaker.is_group:
        _check_registered(session, incoming.speaker, command, seats)
    if command.sense is not Sense.ASKS and incoming.act is None and _is_sample(incoming, command):
        raise SampleTyped
    if incoming.occurrence_id is not None and command.sense is not Sense.ASKS:
        reporting.check_button(session, seats, incoming.occurrence_id, incoming.state)


def _is_sample(incoming: Incoming, command: Command) -> bool:
    return any(is_sample(heard.argument) for heard in commands.found(incoming.text) if heard.command is command)


def _check_registered(session: Session, speaker: Speaker, command: Command, seats: Sequence[Seat]) -> None:
    officer = persons.known(session, speaker.channel, speaker.user_id)
    own = persons.own_addresses(session, officer) if officer else []
    coordinates = any(address.role is Role.COORDINATOR for address in own)
    units = {seat.unit.id for seat in seats}
    if command.sense is Sense.DECIDES and not coordinates and any(seat.role is Role.COORDINATOR for seat in seats):
        raise RegisteredOnly(command=command.name, decides=True)
    if command.sense is Sense.SETS and seats and not (coordinates or any(address.unit_id in units for address in own)):
        raise RegisteredOnly(command=command.name)


_NUMBER = re.compile(r"\s*(\d{1,2})\s*[.)]?\s*", re.ASCII)
_YES = re.compile(
    r"(?:(?:(?:da|vang|em|toi|anh|chi) )*(?:dong y|co|(?:dung|phai|chuan)(?: roi| vay| the)?)(?: (?:a|nhe|em|anh"
    r"|chi))*"
    r"|(?:(?:da|vang|em|u|uh|ok|oke|duoc|(?:dung|phai|chuan) (?:roi|vay|the|day)) ?,? )*(?:gui|trinh)"
    r"(?: (?:di|luon|nhe|em|nha|giup|ngay))+"
    r"|(?:yes|(?:yes,? )?(?:i |we )?agreed?)(?: please)?)[.!]*"
)
_STOPS = re.compile(r"\b(?:đừng|dừng)\b")
_STOPPED = re.compile(r"(?:đừng|dừng)(?: (?:lại|gửi|trình|ghi|làm|vội|em|nhé|đã))*[.!]*")
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
    act = _act_chosen(session, line, now) if incoming.act is None else None
    if act is None:
        return incoming
    # Who answers a question of ours by its number speaks to us.
    return replace(incoming, text=act.typed, act=act, addressed=incoming.speaker.is_group or incoming.addressed)


def declined(session: Session, incoming: Incoming, now: datetime) -> bool:
    """Whether "không" or "no" answers the last question; nothing is on offer any more then."""
    is_no = _DECLINED.fullmatch(fold(incoming.text)) or _STOPPED.fullmatch(incoming.text.strip().lower())
    return is_no is not None and offers.decline(session, incoming.speaker, now)


def is_no(incoming: Incoming) -> bool:
    """Whether it was chosen that what was understood is not meant."""
    return incoming.act is not None and incoming.act.said == NOT_MEANT


# What agrees to nothing but the question whether reports are to be taken note of: "ừ nhận đi".
_TAKES_NOTE = re.compile(
    r"(?:(?:da|vang|u|uh|ok|oke|thoi|duoc|roi) ?,? )*(?:ghi nhan|nhan|duyet|cho qua)(?: (?:het|ca|di|luon|nhe|em"
    r"|nha|giup))+[.!]*"
)


def is_number(incoming: Incoming) -> bool:
    """Whether a message may stand for a choice that was offered under a number."""
    return _NUMBER.fullmatch(incoming.text) is not None


def may_choose(incoming: Incoming) -> bool:
    """Whether a message may stand for a choice that was offered: by its number, or by a yes."""
    return is_number(incoming) or _agrees(incoming.text) or _TAKES_NOTE.fullmatch(fold(incoming.text)) is not None


def _agrees(text: str) -> bool:
    """Whether words are a yes; "đừng" and "dừng" have the letters of "đúng" and are none."""
    return _YES.fullmatch(fold(text)) is not None and _STOPS.search(text.lower()) is None


def _act_chosen(session: Session, line: Line, now: datetime) -> Act | None:
    incoming, speaker = line.incoming, line.incoming.speaker
    if incoming.chosen is not None:
        return offers.behind_button(session, speaker, incoming.chosen).act
    if number := _NUMBER.fullmatch(incoming.text):
        named = incoming.addressed and incoming.answered is None
        choice = offers.take(session, speaker, int(number[1]), now, answered=incoming.answered, named=named)
        return choice.act if choice else None
    if _agrees(incoming.text):
        choice = offers.agree(session, speaker, now)
        return choice.act if choice else None
    if _TAKES_NOTE.fullmatch(fold(incoming.text)):
        choice = offers.agree(session, speaker, now)
        return choice.act if choice and choice.act.command == "ghi nhan" else None
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
        found = addressing.sent_as(session, speaker.bot, speaker.chat_id, incoming.answered)
    elif speaker.is_group:
        return None
    else:
        found = addressing.last_sent(session, speaker.bot, speaker.chat_id)
    return from_record(found.facts) if found is not None and found.kind is MessageKind.NOTICE else None
