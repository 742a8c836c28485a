"""The second channel of the same people: joined by a code, and which of the two hears."""

from collections.abc import Sequence
from datetime import timedelta

from bot import targets
from bot.arguments import Takes
from bot.command import EARS, Sense, command
from bot.talk import Ask
from data import views
from data.kinds import Role
from data.model import Address, Unit
from data.people import addressing, preferring, registering
from data.refusals import ChannelUnknown, InviteInPrivate, NoOtherChannel
from data.talk import Outgoing, channel_of
from data.words import fold
from locales import N_
from locales.phrases import channel_name
from locales.say import ways as replies

CODE_LASTS = timedelta(days=1)


@command(
    "ket noi them · them kenh",
    english="second channel",
    may=EARS,
    takes=Takes.NOTHING,
    sense=Sense.SETS,
    example="ket noi them",
    help=N_("connect a second messenger, used when the first cannot be reached"),
)
def second(ask: Ask) -> Sequence[Outgoing]:
    """`ket noi them`: a one-time code by which the same people join by another messenger; told in private only."""
    if ask.speaker.is_group:
        raise InviteInPrivate
    offered = [way for way in ask.ways if way.channel != ask.speaker.channel]
    if not offered:
        raise NoOtherChannel(channel=channel_name(ask.speaker.channel))
    address = _own(ask)[0]
    code = preferring.invite_beside(ask.session, address, targets.actor_of(ask, ask.seat), ask.now, CODE_LASTS)
    places = [(way.channel, way.name, way.link(code)) for way in offered]
    return (replies.second_code(ask.words, ask.seats, places, code, ask.now + CODE_LASTS, ask.policy.zone),)


@command(
    "kenh · kenh lien lac",
    english="channel",
    may=EARS,
    takes=Takes.CHANNEL,
    sense=Sense.SETS,
    example="kenh",
    help=N_("see by which messenger the reminders come, or choose one"),
)
def channel(ask: Ask) -> Sequence[Outgoing]:
    """`kenh`: by which channels this chat's people may hear, and by which they do. With a channel's name: choose it.

    Nội vụ may name a unit before it.

    Raises:
        ChannelUnknown: they have no chat of that channel.
    """
    wanted = _channel(ask, ask.argument)
    if wanted is None and ask.argument.strip() and any(seat.role is Role.COORDINATOR for seat in ask.seats):
        unit, rest = registering.unit_leading(ask.session, ask.argument)
        chosen = [(unit, preferring.of_unit(ask.session, unit))]
        wanted = _channel(ask, rest) or fold(rest).strip(" ,.:")
    else:
        own = _own(ask)
        chosen = [
            (ask.session.get_one(Unit, address.unit_id), there)
            for address, there in zip(own, preferring.of_chat(ask.session, own), strict=True)
        ]
        wanted = wanted or fold(ask.argument).strip(" ,.:")
    if wanted:
        _prefer(ask, chosen, wanted)
    shown = [
        (views.unit_fact(unit), there[0].role, preferring.ways(ask.session, there)) for unit, there in chosen if there
    ]
    return (replies.channels(ask.words, shown, wanted),)


def _prefer(ask: Ask, chosen: Sequence[tuple[Unit, list[Address]]], wanted: str) -> None:
    """Choose it wherever there is a chat of it.

    Raises:
        ChannelUnknown: there is none; it names those that there are.
    """
    actor = targets.actor_of(ask, ask.seat)
    able = [(unit, there) for unit, there in chosen if wanted in {channel_of(each.bot) for each in there}]
    if not able:
        there = dict.fromkeys(channel_name(channel_of(each.bot)) for _, addresses in chosen for each in addresses)
        raise ChannelUnknown(unit=chosen[0][0].name, channels=tuple(there))
    for unit, addresses in able:
        preferring.prefer(ask.session, unit, addresses, wanted, actor, ask.now)


def _own(ask: Ask) -> list[Address]:
    return addressing.addresses_of(ask.session, ask.speaker.bot, ask.speaker.chat_id)


def _channel(ask: Ask, text: str) -> str | None:
    """The channel that a text names, by its key or as people call it; of those that the office has."""
    known = {ask.speaker.channel, *(way.channel for way in ask.ways)}
    said = fold(text).strip(" ,.:")
    return next((each for each in sorted(known) if said in {each, fold(channel_name(each))}), None)
