"""A person who wants to be forgotten: asked once more, then erased."""

from collections.abc import Sequence

from bot.talk import Ask
from data import people, persons
from data.model import Role
from data.outbox import Outgoing
from data.text import fold
from locales import replies
from scheduler import notices

_YES = frozenset({"dong y", "co", "yes", "xac nhan"})


def forget_me(ask: Ask) -> Sequence[Outgoing]:
    """`quen toi`: what would be erased and what stays. `quen toi dong y`: erase it."""
    officer = persons.known(ask.session, ask.speaker.channel, ask.speaker.user_id)
    if officer is None and not ask.seats:
        return (replies.nothing_kept(ask.words),)
    if fold(ask.argument) not in _YES:
        return (replies.forget_question(ask.words),)
    officer = people.officer_of(ask.session, ask.speaker)
    chat_id = None if ask.speaker.is_group else ask.speaker.chat_id
    gone = persons.forget(ask.session, officer, ask.now, chat_id=chat_id, by=officer.id)
    if not ask.speaker.is_group:
        _tell_of_silence(ask)
    return (replies.forgotten(ask.words, gone),)


def _tell_of_silence(ask: Ask) -> None:
    """Nội vụ hears at once which units nobody can be reminded for any more."""
    spoken_for = {seat.unit.id: seat.unit.name for seat in ask.seats if seat.role is Role.OFFICER}
    reachable = people.preferred_addresses(ask.session, spoken_for)
    silent = [name for unit_id, name in spoken_for.items() if unit_id not in reachable]
    if silent:
        notices.tell(
            ask.session,
            notices.chats_of_coordinators(ask.session),
            f"silent:{ask.seat.address_id}:{ask.now.isoformat()}",
            "silent",
            {"units": silent},
            now=ask.now,
            policy=ask.policy,
            workdays=ask.workdays,
        )
