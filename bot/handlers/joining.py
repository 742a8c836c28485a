"""Joining a chat to a unit by its one-time code, and the language spoken in it."""

from collections.abc import Sequence
from datetime import datetime

from bot.talk import Ask
from data import people, views
from data.changing import Actor
from data.outgoing import Outgoing
from data.people import Speaker
from data.speakers import chats, tries
from data.store import Session
from data.text import fold
from data.typed import codes
from data.workdays import Workdays
from locales import LOCALES, words_for
from locales.say import talking
from scheduler import notices
from scheduler.slots import Policy


def join(ask: Ask) -> Sequence[Outgoing]:
    """`dang ky CODE`, `/start CODE`: this chat speaks for a unit from now on. Without a code: how to go on."""
    code = ask.argument.strip()
    if not code:
        joined = [talking.welcome(ask.words, seat) for seat in ask.seats]
        return joined or (talking.not_joined(ask.words),)
    code = codes.code_in(code) or code
    address = people.join(ask.session, code, ask.speaker, ask.now, topic=ask.topic)
    notices.catch_up(ask.session, [address], now=ask.now, policy=ask.policy, workdays=ask.workdays)
    (seat,) = views.seats(ask.session, [address])
    return (talking.welcome(ask.words, seat),)


def note_wrong_code(session: Session, speaker: Speaker, now: datetime, policy: Policy, workdays: Workdays) -> None:
    """Count a wrong code against the chat and the person; Nội vụ is told once when it locks one of them out."""
    officer = people.officer_of(session, speaker)
    number, lock = tries.note_wrong_code(session, officer, speaker.chat_id, now)
    if lock is None:
        return
    seats = views.seats(session, people.addresses_of(session, speaker.bot, speaker.chat_id))
    facts = {
        "name": officer.name,
        "channel": speaker.channel,
        "group": speaker.is_group,
        "units": list(dict.fromkeys(seat.unit.name for seat in seats)),
        "of_chat": lock.of_chat,
        "of_person": lock.of_person,
        "count": tries.TRIES,
        "until": lock.until.isoformat(),
        "zone": policy.zone,
    }
    notices.tell(
        session,
        notices.chats_of_coordinators(session),
        f"lockout:{number}",
        "lockout",
        facts,
        now=now,
        policy=policy,
        workdays=workdays,
    )


def language(ask: Ask) -> Sequence[Outgoing]:
    """`ngon ngu en`: speak another language in this chat."""
    wanted = fold(ask.argument)
    locale = {"anh": "en", "tieng anh": "en", "english": "en", "viet": "vi", "tieng viet": "vi"}.get(wanted, wanted)
    if locale not in LOCALES:
        locale = ask.words.locale
    actor = Actor(people.officer_of(ask.session, ask.speaker).id, ask.seat.address_id)
    chats.speak(ask.session, ask.speaker.bot, ask.speaker.chat_id, locale, actor, ask.now)
    return (talking.language_set(words_for(locale)),)
