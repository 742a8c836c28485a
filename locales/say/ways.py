"""The second channel of the same people: how it is joined, when it is used, and which of the two hears."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from data.facts import Seat, UnitFact
from data.kinds import Role
from data.people.preferring import Way
from data.talk import Outgoing
from locales import N_, Words
from locales.phrases import channel_name, message, why_closed
from locales.say.talking import role_name


def second_code(
    words: Words,
    seats: Iterable[Seat],
    places: Iterable[tuple[str, str, str | None]],
    code: str,
    expires: datetime,
    zone: str,
) -> Outgoing:
    """A one-time code for the same people, and what to do with it on each other channel: its bot's name, or a link."""
    return message(
        words.text("Code to connect a second channel for {units}.", units=_units(words, seats)),
        *(_place(words, *place, f"dang ky {code}") for place in places),
        words.text("The code works once, until {at}. It is not shown again.", at=words.moment(expires, zone)),
        words.text("It is for you alone. Messages keep coming here; when this channel fails, they come by the other."),
    )


def _place(words: Words, channel: str, name: str, link: str | None, command: str) -> str:
    said = N_("• {channel}: open the chat with the service and type: {command}")
    if link:
        said = N_("• {channel}: open {link}, or type to “{name}”: {command}")
    elif name:
        said = N_("• {channel}: open the chat with “{name}” and type: {command}")
    return words.text(said, channel=channel_name(channel), name=name, link=link, command=command)


def joined(words: Words, seats: Sequence[Seat], first: str, here: str) -> Outgoing:
    """What a chat hears that has joined as the second way, by the channel `here`, beside one of the channel `first`."""
    return message(
        words.text("This chat is now the second channel of {units}.", units=_units(words, seats)),
        words.text(
            "Messages keep coming by {channel}. They come here when {channel} cannot be used. What can be typed there"
            " can be typed here at any time.",
            channel=channel_name(first),
        ),
        words.text("To receive them here first, type: {command}", command=f"kenh {channel_name(here).lower()}"),
        words.text(
            "For each person who writes here, the name and the account id shown by the app are kept, to record who"
            " reported what. To have them erased, type: {command}",
            command="quen toi",
        ),
    )


def channels(words: Words, found: Sequence[tuple[UnitFact, Role, Sequence[Way]]], chosen: str) -> Outgoing:
    """Of each unit and role the channels by which it may hear, and the one by which it does; how to choose another."""
    lines = []
    if chosen:
        lines.append(words.text("From now on the channel preferred is {channel}.", channel=channel_name(chosen)))
    for unit, role, ways in found:
        lines.append(f"{unit.name} ({role_name(words, role)}):")
        lines += [f"• {_way(words, way)}" for way in ways]
    names = list(dict.fromkeys(way.channel for *_, ways in found for way in ways))
    others = [way.channel for *_, ways in found for way in ways if not way.hears]
    if not names:
        lines.append(words.text("No chat has joined yet."))
    elif len(names) == 1:
        lines.append(words.text("To connect a second one, type in a private chat: {command}", command="ket noi them"))
    elif others and not chosen:
        other = channel_name(others[0]).lower()
        lines.append(words.text("To choose another, type: {command}", command=f"kenh {other}"))
    return message(*lines)


def _way(words: Words, way: Way) -> str:
    kind = words.text("group") if way.is_group else words.text("private chat")
    if way.closed is not None:
        state = words.text("cannot be reached ({reason})", reason=why_closed(words, way.closed))
    elif way.hears:
        state = words.text("receives the messages")
    else:
        state = words.text("out of service at present") if way.out else words.text("held in reserve")
    return words.list([channel_name(way.channel), kind, state])


def _units(words: Words, seats: Iterable[Seat]) -> str:
    return words.list(f"{seat.unit.name} ({role_name(words, seat.role)})" for seat in seats)
