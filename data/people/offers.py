"""What was offered is kept with the Message that offered it: a number, a plain yes or a button stands for it later.

Where a channel shows buttons, a number answers the last list that gives its choices numbers, for the person who was
asked, until the chat is shown another list or an hour is over. Where it shows none, the words of every message number
its choices, and a number answers the last of them: in a private chat for a day; in a group for an hour and from the
person who was asked, or where the service is mentioned. In reply to a message a number means that one, however old.

A button holds little (64 bytes on the narrowest channel): of an act that says more it has the reference, by which it is
found here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import Session, col, select

from data.kinds import MessageKind
from data.model import Address, Message
from data.people import addressing
from data.refusals import ButtonOfAnother, ButtonStale
from data.talk import NOT_MEANT, Act, Choice, Outgoing, Speaker, line

# Nobody remembers for longer what "1" stood for; a line typed or a button pressed works as long as it makes sense.
LASTS = timedelta(hours=1)
# Where numbers are all there is, a digest of the morning is answered in the afternoon.
LASTS_IN_PRIVATE = timedelta(days=1)
# A number is looked for among so many messages, the latest.
_LATEST = 60
_UNREADABLE = (AttributeError, KeyError, TypeError, ValueError)


@dataclass(frozen=True, slots=True)
class Offer:
    """The choices of a message, since when they stand, and whom it asked; None where it answers nobody.

    `numbered` says that the words number them, `by_number` that the channel has no other way. `asks` says whether they
    answer the last question; False, that the message was another list, after which a question stands no more. `more`
    shows more of its list; after one that `ends` there is no more to be seen.
    One that was `declined` is answered no more, unless in reply.
    """

    at: datetime
    to: str | None
    choices: tuple[Choice, ...] = ()
    numbered: bool = False
    by_number: bool = False
    asks: bool | None = None
    more: Act | None = None
    ends: bool = False
    declined: bool = False

    def to_record(self) -> dict[str, Any]:
        """As the Message keeps it; each choice beside its reference."""
        return {
            "at": self.at.isoformat(),
            "to": self.to,
            "choices": [{**each.to_record(), "reference": each.act.reference} for each in self.choices],
            "numbered": self.numbered,
            "by_number": self.by_number,
            "asks": self.asks,
            "more": self.more.to_record() if self.more else None,
            "ends": self.ends,
            "declined": self.declined,
        }

    @staticmethod
    def from_record(record: Mapping[str, Any]) -> "Offer":
        """The offer that was kept."""
        return Offer(
            datetime.fromisoformat(record["at"]),
            record["to"],
            tuple(map(Choice.from_record, record["choices"])),
            record["numbered"],
            record["by_number"],
            record["asks"],
            Act.from_record(record["more"]) if record["more"] else None,
            record["ends"],
            record["declined"],
        )

    def at_number(self, number: int) -> Choice | None:
        """The choice that a number stands for, counted from 1."""
        return self.choices[number - 1] if 1 <= number <= len(self.choices) else None


def last_read(session: Session, speaker: Speaker, since: datetime) -> dict[str, Any] | None:
    """How the line before was read that a chat was answered on last, if the same person typed it since then."""
    message = session.exec(
        select(Message)
        .where(
            Message.bot == speaker.bot,
            Message.chat_id == speaker.chat_id,
            Message.kind == MessageKind.ANSWER,
            col(Message.offered).is_not(None),
        )
        .order_by(col(Message.id).desc())
        .limit(1)
    ).first()
    kept = message.offered if message else None
    if kept is None or "reading" not in kept or kept.get("to") != speaker.user_id:
        return None
    return dict(kept["reading"]) if datetime.fromisoformat(kept["at"]) >= since else None


def with_reading(
    offered: dict[str, Any] | None, reading: dict[str, Any], speaker: Speaker, now: datetime
) -> dict[str, Any]:
    """What an answer offers, with how the line was read that it answers."""
    return (offered or Offer(now, speaker.user_id).to_record()) | {"reading": reading}


def of_answers(
    replies: Sequence[Outgoing], speaker: Speaker, now: datetime, *, goes_on: bool
) -> list[dict[str, Any] | None]:
    """What each of the answers to somebody offers, to be kept with it; `goes_on` says that they show more of a list."""
    lists = [at for at, reply in enumerate(replies) if _is_list(reply) or _is_question(reply)]
    more = next((choice.act for reply in replies for choice in reply.choices if choice.act.start > 1), None)
    kept: list[dict[str, Any] | None] = []
    for at, reply in enumerate(replies):
        offer = Offer(now, speaker.user_id, reply.choices, numbered=reply.numbered)
        if lists and at == lists[-1]:
            offer = replace(offer, asks=_is_question(reply))
        if at == len(replies) - 1:
            offer = replace(offer, more=more, ends=goes_on and more is None)
        is_one = bool(offer.choices) or offer.asks is not None or offer.ends
        kept.append(offer.to_record() if is_one else None)
    return kept


def of_pushed(outgoing: Outgoing, now: datetime) -> dict[str, Any] | None:
    """What a message offers that answers nobody, to be kept with it."""
    return Offer(now, None, outgoing.choices).to_record() if outgoing.choices else None


def shown_by_number(offered: dict[str, Any] | None, now: datetime) -> dict[str, Any] | None:
    """The same where the words of the message number its choices, for the channel has no other way.

    What takes a report back has no number: "1" said twice of a list must not undo what the first has reported.
    """
    offer = _read(offered)
    if offer is None:
        return None
    left = replace(offer, at=now, choices=numbered(offer.choices), by_number=True)
    return left.to_record() if left.choices or left.asks is not None or left.ends else None


def numbered(choices: Sequence[Choice]) -> tuple[Choice, ...]:
    """Those of the choices that have a number where there are no buttons."""
    return tuple(choice for choice in choices if not choice.act.takes_back)


def take(
    session: Session, speaker: Speaker, number: int, now: datetime, *, answered: str | None = None, named: bool = False
) -> Choice | None:
    """The choice that `number` stands for to who speaks; None where nothing is offered under it.

    It may be said in reply to a message, or to the service by its name. It stays on offer: of a list one may take the
    first and then the second.
    """
    there = list(_offers(session, speaker))
    if answered is not None:
        meant = next((offer for offer, message in there if message and answered in message.sent_refs), None)
        if meant is not None and (meant.numbered or meant.by_number):
            return meant.at_number(number)
    last = next((offer for offer, _ in there if offer.by_number and offer.choices), None)
    if last is None:
        standing, _ = _standing(session, speaker, there, now)
        return standing.at_number(number) if standing and standing.numbered else None
    lasts = LASTS if speaker.is_group and not named else LASTS_IN_PRIVATE
    is_asked = not speaker.is_group or named or last.to == speaker.user_id
    stands = answered is None and not last.declined and now < last.at + lasts
    return last.at_number(number) if is_asked and stands else None


def spend(session: Session, speaker: Speaker, act: Act) -> None:
    """Take away a question whether something is meant, once it has been answered: its yes says it once."""
    for offer, message in _offers(session, speaker):
        asks_once = any(choice.act.said == NOT_MEANT for choice in offer.choices)
        if message is not None and asks_once and any(choice.act == act for choice in offer.choices):
            message.offered = {**(message.offered or {}), "declined": True}
            session.add(message)
            return


def agree(session: Session, speaker: Speaker, now: datetime) -> Choice | None:
    """The choice that "đồng ý" stands for: the only one of the last question that says so."""
    standing, _ = _standing(session, speaker, list(_offers(session, speaker)), now)
    agreeing = [each for each in standing.choices if each.act.agrees] if standing else []
    return agreeing[0] if len(agreeing) == 1 else None


def decline(session: Session, speaker: Speaker, now: datetime) -> bool:
    """Take away what the last question offers to who speaks; whether there was one."""
    standing, message = _standing(session, speaker, list(_offers(session, speaker)), now)
    if standing is None:
        return False
    if message is not None:
        message.offered = replace(standing, asks=False, more=None, declined=True).to_record()
        session.add(message)
    for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        address.offered = None
        session.add(address)
    return True


def more(session: Session, speaker: Speaker, now: datetime) -> Act | None:
    """What shows more of the list that who speaks was shown last; None where there is none, or no more of it."""
    for offer, _ in _offers(session, speaker):
        if offer.more or offer.ends or offer.asks is not None:
            return offer.more if _stands(session, speaker, offer, now) else None
    return None


def behind_button(session: Session, speaker: Speaker, reference: str) -> Choice:
    """The choice whose button was pressed.

    Raises:
        ButtonStale: it is kept no more.
        ButtonOfAnother: it was made for somebody else.
    """
    found = [
        (offer, choice)
        for offer in (*_with(session, speaker, reference), *_earlier_buttons(session, speaker))
        for choice in offer.choices
        if reference in {choice.act.reference, choice.label}
    ]
    if not found:
        raise ButtonStale
    for offer, choice in found:
        if offer.to in (None, speaker.user_id):
            return choice
    raise ButtonOfAnother(command=found[0][1].act.typed)


def _is_question(reply: Outgoing) -> bool:
    return bool(reply.choices) and (reply.numbered or any(each.act.agrees for each in reply.choices))


def _is_list(reply: Outgoing) -> bool:
    """Whether somebody who reads a reply could count something in it."""
    return len(reply.choices) > 1 or f"\n{reply.text}".count("\n• ") > 1


def _standing(
    session: Session, speaker: Speaker, there: Sequence[tuple[Offer, Message | None]], now: datetime
) -> tuple[Offer | None, Message | None]:
    """The last question of a chat, where it stands still and was asked of who speaks."""
    offer, message = next((each for each in there if each[0].asks is not None), (None, None))
    if offer is None or not offer.asks or not offer.choices or not _stands(session, speaker, offer, now):
        return None, None
    return offer, message


def _stands(session: Session, speaker: Speaker, offer: Offer, now: datetime) -> bool:
    """Whether it was made to who speaks, is within its time and not followed by a message that the chat was sent."""
    if offer.to != speaker.user_id or now >= offer.at + LASTS:
        return False
    last = addressing.last_sent(session, speaker.bot, speaker.chat_id)
    return last is None or last.sent_at is None or last.sent_at <= offer.at


def _offers(session: Session, speaker: Speaker) -> Iterator[tuple[Offer, Message | None]]:
    """What a chat was offered, the latest first, with the Messages; what cannot be read is on offer no more."""
    found = [(offer, message) for message in _messages(session, speaker) if (offer := _read(message.offered))]
    yield from sorted(found, key=lambda each: each[0].at, reverse=True)
    for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        if (earlier := _earlier(address)) is not None:
            yield earlier, None


def _messages(session: Session, speaker: Speaker) -> Sequence[Message]:
    return session.exec(
        select(Message)
        .where(
            col(Message.bot) == speaker.bot,
            col(Message.chat_id) == speaker.chat_id,
            col(Message.offered).is_not(None),
        )
        .order_by(col(Message.id).desc())
        .limit(_LATEST)
    ).all()


def _with(session: Session, speaker: Speaker, reference: str) -> list[Offer]:
    """The offers of a chat, the latest first, in which a reference stands."""
    rows = session.exec(
        select(Message.offered)
        .where(
            col(Message.bot) == speaker.bot,
            col(Message.chat_id) == speaker.chat_id,
            cast(col(Message.offered), String).contains(reference),
        )
        .order_by(col(Message.id).desc())
        .limit(_LATEST)
    ).all()
    return [offer for each in rows if (offer := _read(each))]


def _read(record: Mapping[str, Any] | None) -> Offer | None:
    try:
        return Offer.from_record(record) if record else None
    except _UNREADABLE:
        return None


# Earlier releases kept for a chat what it was offered last, and the choices that buttons could not carry.


def _earlier(address: Address) -> Offer | None:
    try:
        kept = address.offered or {}
        choices = tuple(_earlier_choice(*each) for each in kept["choices"])
        on = line(kept["more"]) if kept.get("more") else None
        return Offer(datetime.fromisoformat(kept["at"]), kept["to"], choices, kept["numbered"], asks=True, more=on)
    except _UNREADABLE:
        return None


def _earlier_buttons(session: Session, speaker: Speaker) -> Iterator[Offer]:
    """Each by itself, its reference as its label."""
    for address in addressing.addresses_of(session, speaker.bot, speaker.chat_id):
        try:
            for reference, user_id, _, *choice in (address.offered or {}).get("long", ()):
                yield Offer(address.joined_at, user_id, (_earlier_choice(reference, *choice),))
        except _UNREADABLE:
            continue


def _earlier_choice(label: str, command: str, occurrence_id: int | None, state: str | None) -> Choice:
    kept = {"label": label, "command": command, "occurrence_id": occurrence_id, "state": state}
    return Choice.from_record(kept)
