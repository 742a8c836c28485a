"""Chats: Nội vụ looks after them and their codes, also after a merger; anybody joins one, or wants to be forgotten."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, OFFICE, Sense, command
from bot.talk import Ask
from data import views
from data.facts import UnitFact
from data.kinds import Role
from data.model import Address, Unit
from data.notices import Lockout, Silent, Unlinked, WorkHandedOver, WorkTakenOver
from data.office import handing_over
from data.people import addressing, chats, persons, registering
from data.record import Actor
from data.refusals import (
    ButtonOfAnother,
    TooManyTries,
    UnitMissing,
)
from data.store import Session
from data.talk import Outgoing, Speaker, channel_of
from data.views import seating
from data.words import fold
from data.work import held
from data.workdays import Workdays
from locales import LOCALES, N_, words_for
from locales.say import chats as replies
from locales.say import talking, ways
from scheduler import notices
from scheduler.slots import Policy

_NUMBER = re.compile(r"\d{1,4}")


@command(
    "danh sach chat · cac chat",
    english="chats",
    may=OFFICE,
    takes=Takes.UNITS,
    sense=Sense.ASKS,
    example="danh sach chat · danh sach chat P-LL",
    help=N_("who has joined for which unit"),
)
def listed(ask: Ask) -> Sequence[Outgoing]:
    """`danh sach chat`, `danh sach chat P-LL`: who speaks for whom, and which units have no chat."""
    named = registering.units_named(ask.session, ask.argument) if ask.argument.strip() else None
    units = None if named is None else [unit.id or 0 for unit in named]
    return (replies.chat_list(ask.voice, chats.of_units(ask.session, units)),)


@command(
    "go lien ket · huy lien ket",
    english="unlink",
    may=OFFICE,
    takes=Takes.UNIT,
    sense=Sense.DECIDES,
    example="go lien ket P-LL 2",
    help=N_("unlink a chat from its unit"),
)
def unlink(ask: Ask) -> Sequence[Outgoing]:
    """`go lien ket P-LL 2`: take a chat off its unit, by its number in the list; the chat is told."""
    unit, rest = _unit(ask, "go lien ket P-LL 1")
    number = _NUMBER.search(rest)
    chat, address = chats.unlink(
        ask.session, unit, int(number[0]) if number else None, targets.actor_of(ask, ask.seat), ask.now
    )
    ask.tell([address], Unlinked(unit.name, address.id or 0, ask.now))
    return (replies.unlinked(ask.words, views.unit_fact(unit), chat),)


def _unit(ask: Ask, example: str) -> tuple[Unit, str]:
    if not ask.argument.strip():
        raise UnitMissing(example=example)
    return registering.unit_leading(ask.session, ask.argument)


_EXAMPLE = "ban giao P-QT P-LL"
# Who hears of a merger: it is news to the head of a unit as well.
_TOLD = (Role.OFFICER, Role.HEAD)


@command(
    "ban giao",
    english="hand over",
    may=OFFICE,
    takes=Takes.FROM_TO,
    sense=Sense.DECIDES,
    example="ban giao P-QT P-LL · ban giao P-HN, P-AT, P-MK cho P-LL",
    help=N_("after a merger: hand the work and chats of units to their successor"),
)
def hand_over(ask: Ask) -> Sequence[Outgoing]:
    """`ban giao P-QT, P-MK cho P-LL`: show what would go to the last unit; with `dong y` behind it: do it."""
    if len(ask.units) < 2:
        raise UnitMissing(example=_EXAMPLE)
    units, successor = list({unit.id: unit for unit in ask.units[:-1]}.values()), ask.units[-1]
    facts = [views.unit_fact(unit) for unit in units], views.unit_fact(successor)
    if not ask.agreed:
        return (replies.ask_to_hand_over(ask.words, *facts, handing_over.expected(ask.session, units, successor)),)
    old = {unit.id: addressing.live_addresses(ask.session, _TOLD, [unit.id or 0]) for unit in units}
    own = addressing.live_addresses(ask.session, _TOLD, [successor.id or 0])
    what = handing_over.hand_over(ask.session, units, successor, targets.actor_of(ask, ask.seat), ask.now)
    _tell_merged(ask, {unit: old[unit.id] for unit in facts[0]}, own, facts[1])
    return (replies.handed_over(ask.words, *facts, what),)


def _tell_merged(
    ask: Ask, old: Mapping[UnitFact, Sequence[Address]], own: Sequence[Address], successor: UnitFact
) -> None:
    """Tell each chat once: those of the successor what it owes, those of the other units for whom they speak now."""
    spoke: dict[tuple[str, str], list[UnitFact]] = {}
    for unit, addresses in old.items():
        for chat in dict.fromkeys((each.bot, each.chat_id) for each in addresses):
            spoke.setdefault(chat, []).append(unit)
    here = {(each.bot, each.chat_id) for each in own}
    ask.tell(own, WorkTakenOver(*_named(ask, list(old), successor)))
    for address in addressing.live_addresses(ask.session, _TOLD, [successor.id]):
        chat = address.bot, address.chat_id
        if chat in spoke and chat not in here:
            ask.tell([address], WorkHandedOver(*_named(ask, spoke[chat], successor)))


def _named(ask: Ask, units: Sequence[UnitFact], successor: UnitFact) -> tuple[str, str, tuple[str, str]]:
    names = ask.words.list(unit.name for unit in units)
    return names, successor.name, (",".join(unit.code for unit in units), successor.code)


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
    code = chats.code_in(code) or code
    address = chats.join(ask.session, code, ask.speaker, ask.now, topic=ask.topic)
    if address.fallback_of is not None:
        first = ask.session.get_one(Address, address.fallback_of)
        theirs = addressing.addresses_of(ask.session, ask.speaker.bot, ask.speaker.chat_id)
        return (ways.joined(ask.words, seating.seats(ask.session, theirs), channel_of(first.bot), ask.speaker.channel),)
    notices.catch_up(ask.session, [address], now=ask.now, policy=ask.policy, workdays=ask.workdays)
    (seat,) = seating.seats(ask.session, [address])
    return (talking.welcome(ask.words, seat),)


def note_wrong_code(session: Session, speaker: Speaker, now: datetime, policy: Policy, workdays: Workdays) -> None:
    """Count a wrong code against the chat and the person; Nội vụ is told once when it locks one of them out."""
    officer = persons.officer_of(session, speaker)
    number, lock = chats.note_wrong_code(session, officer, speaker.chat_id, now)
    if lock is None:
        return
    seats = seating.seats(session, addressing.addresses_of(session, speaker.bot, speaker.chat_id))
    lockout = Lockout(
        name=officer.name,
        channel=speaker.channel,
        group=speaker.is_group,
        units=tuple(dict.fromkeys(seat.unit.name for seat in seats)),
        of_chat=lock.of_chat,
        of_person=lock.of_person,
        count=chats.TRIES,
        until=lock.until,
        zone=policy.zone,
        number=number,
    )
    office = notices.chats_of_coordinators(session)
    notices.tell(session, office, lockout, now=now, policy=policy, workdays=workdays)


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
    return (talking.language_set(words_for(locale, ask.words.office)),)


# The button says for whom it was made: in a group anybody may press it.
_SURE = re.compile(r"(?:dong y|co|yes|xac nhan)(?: (?P<person>\d+))?")


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
    yes = _SURE.fullmatch(fold(ask.argument))
    if yes is None:
        is_last = persons.is_last_of_office(ask.session, officer, chat_id)
        return (replies.forget_question(ask.words, officer.id or 0, is_last_of_office=is_last),)
    if yes["person"] and int(yes["person"]) != officer.id:
        raise ButtonOfAnother(command=ask.command)
    if chats.code_lock(ask.session, officer, ask.speaker.chat_id, ask.now) is not None:
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
