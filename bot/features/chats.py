"""Nội vụ looks after chats: who has joined, one-time codes, chats taken off a unit, work handed over after a merger."""

import re
import unicodedata
from collections.abc import Sequence
from datetime import timedelta

from bot import targets
from bot.command import OFFICE, Sense, Takes, command
from bot.talk import Ask
from data import views
from data.kinds import Role
from data.model import Unit
from data.notices import Notice, Unlinked, WorkHandedOver, WorkTakenOver
from data.office import handing_over
from data.people import addressing, chats, registering
from data.refusals import CoordinatorByOperator, HandedOver, InviteeUnclear, InviteInPrivate, UnitMissing
from data.talk import Outgoing
from data.words import fold
from locales import N_
from locales.say import chats as replies

CODE_LASTS = timedelta(days=7)
_ROLES = {
    "": Role.OFFICER,
    "can bo": Role.OFFICER,
    "can bo dau moi": Role.OFFICER,
    "officer": Role.OFFICER,
    "thu truong": Role.HEAD,
    "lanh dao don vi": Role.HEAD,
    "head": Role.HEAD,
}
_LEADERS = frozenset({"lanh dao", "leader", "leaders"})
# Who may follow up the plan may do everything in a chat: that is not given from chat to chat.
_COORDINATORS = frozenset({"theo doi", "dieu phoi", "don doc", "noi vu", "quan tri", "coordinator", "operator"})
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
    "moi · ma moi",
    english="invite",
    may=OFFICE,
    takes=Takes.UNIT,
    sense=Sense.TELLS,
    example="moi P-LL · moi P-LL thu truong · moi lanh dao",
    help=N_("a one-time code for a unit's chat, its head's, or a leader's"),
)
def invite(ask: Ask) -> Sequence[Outgoing]:
    """`moi P-LL`, `moi P-LL thu truong`, `moi lanh dao`: a one-time code, told in a private chat only."""
    unit, role = _invitee(ask)
    if ask.speaker.is_group:
        raise InviteInPrivate
    if unit.successor_id is not None:
        raise HandedOver(unit=unit.name, successor=ask.session.get_one(Unit, unit.successor_id).name)
    code = chats.invite(ask.session, unit, role, targets.actor_of(ask, ask.seat), ask.now, CODE_LASTS)
    return (replies.invited(ask.words, views.unit_fact(unit), role, code, ask.now + CODE_LASTS, ask.policy.zone),)


def _invitee(ask: Ask) -> tuple[Unit, Role]:
    """For which unit and role a code is asked for.

    Raises:
        CoordinatorByOperator: for Nội vụ's own role.
        InviteeUnclear: for none that is known.
    """
    body = chats.leaders_unit(ask.session)
    if fold(ask.argument).strip(" ,:.") in _LEADERS:
        return body, Role.LEADER
    if fold(ask.argument).strip(" ,:.") in _COORDINATORS:
        raise CoordinatorByOperator(short=registering.coordinating_office(registering.single_units(ask.session)).code)
    unit, rest = _unit(ask, "moi P-LL · moi P-LL thu truong")
    wanted = fold(rest).strip(" ,:.")
    if wanted in _COORDINATORS:
        raise CoordinatorByOperator(short=unit.code)
    role = Role.LEADER if wanted in _LEADERS and unit.id == body.id else _ROLES.get(wanted)
    if role is None:
        raise InviteeUnclear(short=unit.code)
    return unit, role


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
_YES = re.compile(r"\s+(?:dong y|đồng ý|yes|agreed?)\s*$", re.IGNORECASE)


@command(
    "ban giao",
    english="hand over",
    may=OFFICE,
    takes=Takes.UNITS,
    sense=Sense.DECIDES,
    example="ban giao P-QT P-LL",
    help=N_("after a merger: hand a unit's work to its successor"),
)
def hand_over(ask: Ask) -> Sequence[Outgoing]:
    """`ban giao P-QT P-LL`: show what would go from one unit to the other; with `dong y` behind it: do it."""
    argument = unicodedata.normalize("NFC", ask.argument).strip()
    agreed = _YES.search(argument)
    units = registering.units_named(ask.session, argument[: agreed.start()] if agreed else argument)
    if len(units) != 2:
        raise UnitMissing(example=_EXAMPLE)
    unit, successor = units
    facts = views.unit_fact(unit), views.unit_fact(successor)
    if not agreed:
        return (replies.ask_to_hand_over(ask.words, *facts, handing_over.expected(ask.session, unit, successor)),)
    what = handing_over.hand_over(ask.session, unit, successor, targets.actor_of(ask, ask.seat), ask.now)
    names, codes = (unit.name, successor.name), (unit.code, successor.code)
    told: tuple[Notice, Notice] = WorkHandedOver(*names, codes), WorkTakenOver(*names, codes)
    for fact, notice in zip(facts, told, strict=True):
        # All chats of a unit hear it: a merger is news to its head as well.
        ask.tell(addressing.live_addresses(ask.session, (Role.OFFICER, Role.HEAD), [fact.id]), notice)
    return (replies.handed_over(ask.words, *facts, what),)
