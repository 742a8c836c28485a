"""Joining a chat to a unit by its one-time code, the language spoken in it, and a person who wants to be forgotten."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.command import EARS, Sense, Takes, command
from bot.talk import Ask
from data import views
from data.notices import Lockout, Silent
from data.people import addressing, chats, invitations, persons
from data.record import Actor
from data.refusals import ButtonOfAnother, TooManyTries
from data.store import Session
from data.talk import Outgoing, Speaker
from data.words import fold
from data.work import held
from data.workdays import Workdays
from locales import LOCALES, N_, words_for
from locales.say import chats as replies
from locales.say import talking
from scheduler import notices
from scheduler.slots import Policy


@command(
    "dang ky · dangky · tham gia · start",
    english="join",
    may=None,
    takes=Takes.CODE,
    sense=Sense.SETS,
    example="dang ky MA-MOI",
    help=N_("connect this chat to your unit with a one-time code"),
)
def join(ask: Ask) -> Sequence[Outgoing]:
    """`dang ky CODE`, `/start CODE`: this chat speaks for a unit from now on. Without a code: how to go on."""
    code = ask.argument.strip()
    if not code:
        joined = [talking.welcome(ask.words, seat) for seat in ask.seats]
        return joined or (talking.not_joined(ask.words),)
    code = invitations.code_in(code) or code
    address = invitations.join(ask.session, code, ask.speaker, ask.now, topic=ask.topic)
    notices.catch_up(ask.session, [address], now=ask.now, policy=ask.policy, workdays=ask.workdays)
    (seat,) = views.seats(ask.session, [address])
    return (talking.welcome(ask.words, seat),)


def note_wrong_code(session: Session, speaker: Speaker, now: datetime, policy: Policy, workdays: Workdays) -> None:
    """Count a wrong code against the chat and the person; Nội vụ is told once when it locks one of them out."""
    officer = persons.officer_of(session, speaker)
    number, lock = invitations.note_wrong_code(session, officer, speaker.chat_id, now)
    if lock is None:
        return
    seats = views.seats(session, addressing.addresses_of(session, speaker.bot, speaker.chat_id))
    lockout = Lockout(
        name=officer.name,
        channel=speaker.channel,
        group=speaker.is_group,
        units=tuple(dict.fromkeys(seat.unit.name for seat in seats)),
        of_chat=lock.of_chat,
        of_person=lock.of_person,
        count=invitations.TRIES,
        until=lock.until,
        zone=policy.zone,
        number=number,
    )
    chats = notices.chats_of_coordinators(session)
    notices.tell(session, chats, lockout, now=now, policy=policy, workdays=workdays)


@command(
    "ngon ngu",
    english="language",
    may=EARS,
    takes=Takes.LANGUAGE,
    sense=Sense.SETS,
    example="ngon ngu en",
    help=N_("speak English or Vietnamese here: en, vi"),
)
def language(ask: Ask) -> Sequence[Outgoing]:
    """`ngon ngu en`: speak another language in this chat."""
    wanted = fold(ask.argument)
    locale = {"anh": "en", "tieng anh": "en", "english": "en", "viet": "vi", "tieng viet": "vi"}.get(wanted, wanted)
    if locale not in LOCALES:
        locale = ask.words.locale
    actor = Actor(persons.officer_of(ask.session, ask.speaker).id, ask.seat.address_id)
    chats.speak(ask.session, ask.speaker.bot, ask.speaker.chat_id, locale, actor, ask.now)
    return (talking.language_set(words_for(locale)),)


# The button says for whom it was made: in a group anybody may press it.
_YES = re.compile(r"(?:dong y|co|yes|xac nhan)(?: (?P<person>\d+))?")


@command(
    "quen toi · xoa thong tin cua toi · xoa thong tin toi",
    english="forget me",
    may=None,
    takes=Takes.ANYTHING,
    sense=Sense.SETS,
    example="quen toi",
    help=N_("have your personal data erased"),
)
def forget_me(ask: Ask) -> Sequence[Outgoing]:
    """`quen toi`: what would be erased and what stays. `quen toi dong y`: erase it.

    Raises:
        ButtonOfAnother: the yes was made for somebody else.
        TooManyTries: too many wrong codes were typed just now; the lock would be forgotten with the person.
    """
    officer = persons.known(ask.session, ask.speaker.channel, ask.speaker.user_id)
    if officer is None and not ask.seats:
        return (replies.nothing_kept(ask.words),)
    officer = persons.officer_of(ask.session, ask.speaker)
    chat_id = None if ask.speaker.is_group else ask.speaker.chat_id
    yes = _YES.fullmatch(fold(ask.argument))
    if yes is None:
        is_last = persons.is_last_of_office(ask.session, officer, chat_id)
        return (replies.forget_question(ask.words, officer.id or 0, is_last_of_office=is_last),)
    if yes["person"] and int(yes["person"]) != officer.id:
        raise ButtonOfAnother(command=ask.command)
    if invitations.lock(ask.session, officer, ask.speaker.chat_id, ask.now) is not None:
        raise TooManyTries
    own = {(address.bot, address.chat_id) for address in persons.own_addresses(ask.session, officer)}
    if chat_id is not None:
        own.add((ask.speaker.bot, chat_id))
    for bot, chat in sorted(own):
        held.drop(ask.session, ask.folder, bot, chat)
    gone = persons.forget(ask.session, officer, ask.now, chat_id=chat_id, by=officer.id)
    _tell_of_silence(ask, gone.unit_ids)
    return (replies.forgotten(ask.words, gone),)


def _tell_of_silence(ask: Ask, unit_ids: Iterable[int]) -> None:
    """Nội vụ hears at once which units nobody can be reminded for any more."""
    reachable = addressing.preferred_addresses(ask.session, unit_ids)
    silent = views.units(ask.session, [unit_id for unit_id in unit_ids if unit_id not in reachable])
    if silent:
        notice = Silent(tuple(unit.name for unit in silent), ask.seat.address_id, ask.now)
        ask.tell(notices.chats_of_coordinators(ask.session), notice)
