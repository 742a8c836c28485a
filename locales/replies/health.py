"""How the service itself stands, as Nội vụ is told."""

from collections.abc import Iterator

from data.health import Bot, Counts, Health
from data.outgoing import Outgoing
from data.people import channel_of
from locales import N_, Words
from locales.phrases import channel_name, upper_first

_REASONS = {
    "standby": N_("another process of the service serves it"),
    "not-held": N_("the service is about to begin to serve it"),
    "unreachable": N_("cannot be reached at present; messages wait and go out when it can"),
    "conflict": N_("another program listens in the service's place"),
    "webhook": N_("another program has asked for the messages"),
    "token-rejected": N_("the service's access has been revoked"),
}
_ANY_REASON = N_("does not work at present")
_OF_ALL = {
    "tick": N_("what falls due has not been looked at for some minutes"),
    "delivery": N_("messages that are due have not gone out for a quarter of an hour"),
    "disk": N_("there is little room left on the disk"),
}
_GIGABYTE = 1024**3


def health(words: Words, stands: Health, zone: str) -> Outgoing:
    """What does not work, in words, with what to do; then the facts."""
    title = words.text("THE SERVICE – {at}", at=words.moment(stands.now, zone))
    troubles = list(dict.fromkeys(_troubles(words, stands)))
    head = words.text("The service works as it should.")
    if troubles:
        head = words.text("Please tell the operator of the service:")
    facts = [*_of_bots(words, stands, zone), *_of_counts(words, stands.counts or Counts()), *_of_room(words, stands)]
    return Outgoing(title, "\n".join([head, *(f"• {upper_first(line)}" for line in (*troubles, *facts))]))


def _troubles(words: Words, stands: Health) -> Iterator[str]:
    for reason in stands.reasons:
        name, _, code = reason.partition(": ")
        if name in _OF_ALL:
            yield words.text(_OF_ALL[name])
        elif code:
            yield f"{channel_name(channel_of(name))}: {words.text(_REASONS.get(code, _ANY_REASON))}"


def _of_bots(words: Words, stands: Health, zone: str) -> Iterator[str]:
    for bot in stands.bots:
        if told := _of_bot(words, bot, zone):
            yield f"{channel_name(channel_of(bot.name))}: {told}"


def _of_bot(words: Words, bot: Bot, zone: str) -> str:
    heard = words.text("heard last at {at}", at=words.moment(bot.last_poll, zone)) if bot.last_poll else ""
    sent = words.text("sent to last at {at}", at=words.moment(bot.last_send, zone)) if bot.last_send else ""
    return words.list(filter(None, [heard, sent]))


def _of_counts(words: Words, counts: Counts) -> Iterator[str]:
    if n := counts.unknown:
        yield words.plural(
            "of the last 7 days, {n} message of which it is not known whether it arrived; it is not sent again",
            "of the last 7 days, {n} messages of which it is not known whether they arrived; they are not sent again",
            n,
        )
    if n := counts.failed:
        yield words.plural(
            "of the last 7 days, {n} message that its chat does not take",
            "of the last 7 days, {n} messages that their chats do not take",
            n,
        )
    if n := counts.set_aside + counts.updates_set_aside:
        yield words.plural(
            "{n} message laid aside because it cannot be read; the operator sees it",
            "{n} messages laid aside because they cannot be read; the operator sees them",
            n,
        )
    if n := counts.unreachable:
        yield words.plural(
            "{n} chat that cannot be written to at present. See: {look}",
            "{n} chats that cannot be written to at present. See: {look}",
            n,
            look="danh sach chat",
        )


def _of_room(words: Words, stands: Health) -> Iterator[str]:
    free = min((room for room in stands.room.values() if room is not None), default=None)
    if free is not None:
        room = f"{free // _GIGABYTE} GB" if free >= _GIGABYTE else f"{free * 1024 // _GIGABYTE} MB"
        yield words.text("free on the disk: {room}", room=room)
