"""Joining a chat to a unit by its one-time code, and the language spoken in it."""

from collections.abc import Sequence
from datetime import datetime

from bot.talk import Ask
from data import people, tries, views
from data.outbox import Outgoing
from data.people import Speaker
from data.store import Session
from data.text import fold
from data.workdays import Workdays
from locales import LOCALES, replies, words_for
from scheduler import notices
from scheduler.slots import Policy


def join(ask: Ask) -> Sequence[Outgoing]:
    """`dang ky CODE`, `/start CODE`: this chat speaks for a unit from now on. Without a code: how to go on."""
    code = ask.argument.strip()
    if not code:
        joined = [replies.welcome(ask.words, seat) for seat in ask.seats]
        return joined or (replies.not_joined(ask.words),)
    address = people.join(ask.session, code, ask.speaker, ask.now)
    (seat,) = views.seats(ask.session, [address])
    return (replies.welcome(ask.words, seat),)


def note_wrong_code(session: Session, speaker: Speaker, now: datetime, policy: Policy, workdays: Workdays) -> None:
    """Count a wrong code against the person; Nội vụ is told once when it locks them out."""
    officer = people.officer_of(session, speaker)
    until = tries.note_wrong_code(session, officer, speaker.chat_id, now)
    if until is None:
        return
    facts = {
        "name": officer.name,
        "channel": officer.channel.capitalize(),
        "count": tries.TRIES,
        "until": until.isoformat(),
        "zone": policy.zone,
    }
    notices.tell(
        session,
        notices.chats_of_coordinators(session),
        f"lockout:{officer.id}:{until.isoformat()}",
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
    for address in people.addresses_of(ask.session, ask.speaker.channel, ask.speaker.chat_id):
        address.locale = locale
        ask.session.add(address)
    return (replies.language_set(words_for(locale)),)
