"""Polite help, where what was said is no command and means nothing to us."""

from bot import commands
from bot.talk import ADDED, ADDED_HALF_DEAF, Incoming
from bot.understanding import Line
from data.facts import Seat
from data.lines.spoken import is_courtesy
from data.talk import Outgoing
from locales import Words
from locales.say.talking import (
    come_into_group,
    not_joined,
    not_understood_here,
    only_text,
    unknown,
)


def polite_help(words: Words, seats: tuple[Seat, ...], line: Line) -> tuple[Outgoing, ...]:
    """Polite help. In a group, talk that names no command was not meant for us, unless it addresses us."""
    incoming = line.incoming
    if has_come(incoming):
        return (come_into_group(words, seats, half_deaf=incoming.other == ADDED_HALF_DEAF),)
    if incoming.speaker.is_group:
        return _called(words, seats, line)
    if not seats:
        return (not_joined(words),)
    if incoming.other is not None:
        return (only_text(words, incoming.other),)
    if not incoming.text.strip():
        return (commands.help_for(words, seats),)
    return (unknown(words, incoming.text, {seat.role for seat in seats}),)


def _called(words: Words, seats: tuple[Seat, ...], line: Line) -> tuple[Outgoing, ...]:
    """What somebody in a group hears who spoke to us in words we do not know; thanks and stickers want no answer."""
    incoming = line.incoming
    if line.in_passing or incoming.other == "sticker" or is_courtesy(line.said):
        return ()
    if not seats:
        return (not_joined(words),)
    return (only_text(words, incoming.other),) if incoming.other is not None else (not_understood_here(words),)


def has_come(incoming: Incoming) -> bool:
    """Whether the service has been added to a group."""
    return incoming.other in {ADDED, ADDED_HALF_DEAF}
