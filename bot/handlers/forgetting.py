"""A person who wants to be forgotten: asked once more, then erased."""

import re
from collections.abc import Iterable, Sequence

from bot.talk import Ask
from data import people, views
from data.answering import held
from data.errors import ButtonOfAnother, TooManyTries
from data.outgoing import Outgoing
from data.speakers import persons, tries
from data.text import fold
from locales.say import chats
from scheduler import notices

# The button says for whom it was made: in a group anybody may press it.
_YES = re.compile(r"(?:dong y|co|yes|xac nhan)(?: (?P<person>\d+))?")


def forget_me(ask: Ask) -> Sequence[Outgoing]:
    """`quen toi`: what would be erased and what stays. `quen toi dong y`: erase it.

    Raises:
        ButtonOfAnother: the yes was made for somebody else.
        TooManyTries: too many wrong codes were typed just now; the lock would be forgotten with the person.
    """
    officer = persons.known(ask.session, ask.speaker.channel, ask.speaker.user_id)
    if officer is None and not ask.seats:
        return (chats.nothing_kept(ask.words),)
    officer = people.officer_of(ask.session, ask.speaker)
    chat_id = None if ask.speaker.is_group else ask.speaker.chat_id
    yes = _YES.fullmatch(fold(ask.argument))
    if yes is None:
        is_last = persons.is_last_of_office(ask.session, officer, chat_id)
        return (chats.forget_question(ask.words, officer.id or 0, is_last_of_office=is_last),)
    if yes["person"] and int(yes["person"]) != officer.id:
        raise ButtonOfAnother(command=ask.command)
    if tries.lock(ask.session, officer, ask.speaker.chat_id, ask.now) is not None:
        raise TooManyTries
    own = {(address.bot, address.chat_id) for address in persons.own_addresses(ask.session, officer)}
    if chat_id is not None:
        own.add((ask.speaker.bot, chat_id))
    for bot, chat in sorted(own):
        held.drop(ask.session, ask.folder, bot, chat)
    gone = persons.forget(ask.session, officer, ask.now, chat_id=chat_id, by=officer.id)
    _tell_of_silence(ask, gone.unit_ids)
    return (chats.forgotten(ask.words, gone),)


def _tell_of_silence(ask: Ask, unit_ids: Iterable[int]) -> None:
    """Nội vụ hears at once which units nobody can be reminded for any more."""
    reachable = people.preferred_addresses(ask.session, unit_ids)
    silent = views.units(ask.session, [unit_id for unit_id in unit_ids if unit_id not in reachable])
    if silent:
        notices.tell(
            ask.session,
            notices.chats_of_coordinators(ask.session),
            f"silent:{ask.seat.address_id}:{ask.now.isoformat()}",
            "silent",
            {"units": [unit.name for unit in silent]},
            now=ask.now,
            policy=ask.policy,
            workdays=ask.workdays,
        )
