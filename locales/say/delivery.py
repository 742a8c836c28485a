"""How messages arrive, and how the service itself stands, as Nội vụ is told."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from data.facts import TaskFact
from data.kinds import Audience, Ladder
from data.ledger import Balance
from data.notices import (
    DaySet,
    DifficultyAnswered,
    ExtensionGranted,
    ExtensionRefused,
    JointEnded,
    JointReported,
    LeadNamed,
    NotedFor,
    Returned,
    Support,
    Urged,
)
from data.office.delivered import Delivery, Reached
from data.talk import Outgoing, channel_of
from data.titles import shorten
from data.upkeep.health import Bot, Counts, Health
from locales import N_, Words
from locales.phrases import bot_name, channel_name, names, upper_first, why_closed

# So many lines of each kind of notice are shown at once.
_LINES = 6

_AUDIENCES = {
    Audience.UNIT: N_("Last reminder to the lead units:"),
    Audience.COORDINATING_UNIT: N_("Last reminder to the supporting units:"),
    Audience.HEAD: N_("Last reminder to the heads of units:"),
}
_REACHED = {
    Reached.SENT: N_("delivered at {at}"),
    Reached.WAITING: N_("waiting to be sent"),
    Reached.UNREACHABLE: N_("cannot be delivered ({reason})"),
    Reached.NO_CHAT: N_("no chat yet"),
    Reached.TAKEN_BACK: N_("not sent, it was no longer needed"),
    Reached.NONE: N_("no reminder so far"),
    Reached.UNKNOWN: N_("delivery not confirmed, not sent again"),
    Reached.SET_ASIDE: N_("not sent, its data cannot be read; the operator has been told"),
}
_NOT_REACHED = {Reached.UNREACHABLE, Reached.NO_CHAT, Reached.UNKNOWN, Reached.SET_ASIDE}
# The kinds of notices about a task, in the order in which they are shown.
_KINDS = {
    Urged.kind: N_("Urgent reminder:"),
    Returned.kind: N_("Sent back to be completed:"),
    ExtensionGranted.kind: N_("Extension granted:"),
    ExtensionRefused.kind: N_("Extension refused:"),
    DaySet.kind: N_("Deadline set:"),
    LeadNamed.kind: N_("Lead units assigned:"),
    Support.kind: N_("Support requested:"),
    DifficultyAnswered.kind: N_("Difficulty answered:"),
    JointReported.kind: N_("Reported jointly:"),
    JointEnded.kind: N_("Joint report ended:"),
    NotedFor.kind: N_("Noted for the unit:"),
}
_ANY_KIND = N_("Other notices:")


def deliveries(words: Words, task: TaskFact, reminders: Sequence[Delivery], notices: Sequence[Delivery]) -> Outgoing:
    """How far the last reminders and the notices of a task have come, unit by unit."""
    zone = task.plan.zone
    paragraphs = []
    for audience, head in _AUDIENCES.items():
        of_audience = [each for each in reminders if each.kind == audience]
        if of_audience:
            paragraphs.append("\n".join([words.text(head), *_by_state(words, of_audience, zone)]))
    for kind in (*_KINDS, ""):
        of_kind = [each for each in notices if (each.kind if each.kind in _KINDS else "") == kind]
        if of_kind:
            head = words.text(_KINDS.get(kind, _ANY_KIND))
            paragraphs.append("\n".join([head, *_by_moment(words, task, of_kind)]))
    if not paragraphs:
        paragraphs.append(words.text("No unit is assigned to this task."))
    title = words.text("DELIVERY – TASK {number}", number=task.typed)
    return Outgoing(title, "\n\n".join([shorten(task.called), *paragraphs]))


def _by_state(words: Words, found: Sequence[Delivery], zone: str) -> list[str]:
    """Units that stand alike on one line; those that were perhaps not reached are all named."""
    groups: dict[str, list[Delivery]] = {}
    for each in found:
        groups.setdefault(_state(words, each, zone), []).append(each)
    return [
        f"• {upper_first(state)}: " + names(words, [each.unit for each in group], **_limit(group))
        for state, group in groups.items()
    ]


def _by_moment(words: Words, task: TaskFact, found: Sequence[Delivery]) -> list[str]:
    """Notices of one kind, the newest first, all units by name; of those further back how to see them."""
    zone = task.plan.zone
    groups: dict[str, list[Delivery]] = {}
    for each in found:
        state = _state(words, each, zone)
        if each.reached is not Reached.SENT:
            day = words.day(each.told_at.astimezone(ZoneInfo(zone)).date())
            state = words.text("{state}, {day}", state=state, day=day)
        groups.setdefault(state, []).append(each)
    lines = [
        f"• {upper_first(state)}: " + words.list(each.unit.name for each in group) for state, group in groups.items()
    ]
    if len(lines) <= _LINES + 1:
        return lines
    left = words.text(
        "Earlier messages to one unit: {command}", command=f"giao nhan {task.typed} {found[-1].unit.code}"
    )
    return [*lines[:_LINES], left]


def _limit(group: Sequence[Delivery]) -> dict[str, int]:
    return {"limit": len(group)} if group[0].reached in _NOT_REACHED else {}


def _state(words: Words, each: Delivery, zone: str) -> str:
    at = words.moment(each.at, zone) if each.at else ""
    state = words.text(_REACHED[each.reached], at=at, reason=why_closed(words, each.reason))
    if each.instead is None:
        return state
    usual, why = each.instead.usual, _OUTAGES.get(each.instead.usual.why, _ANY_OUTAGE)
    return words.text(
        "{state} by {other} ({usual}: {why}, since {at})",
        state=state,
        other=channel_name(each.instead.channel),
        usual=channel_name(channel_of(usual.bot)),
        why=why_closed(words, usual.why) if each.instead.chat_lost else words.text(why),
        at=words.moment(usual.since, zone),
    )


_REASONS = {
    "standby": N_("another process of the service serves it"),
    "not-held": N_("the service is about to begin to serve it"),
    "unreachable": N_("cannot be reached at present; messages wait and will be sent once it can"),
    "conflict": N_("another program is receiving the messages in place of the service"),
    "webhook": N_("another program has registered to receive the messages"),
    "token-rejected": N_("the service's access has been revoked"),
    "quota": N_("its server takes no more messages this month; they wait"),
    "too-many-requests": N_("its server has been asked too often and wants a pause; messages wait and will be sent"),
}
_OUTAGES = {
    "unreachable": N_("cannot be reached"),
    "no-answer": N_("cannot be reached"),
    "server-error": N_("its server does not take the messages"),
    "token-rejected": N_("the service's access has been revoked"),
    "quota": N_("its messages of the month are used up"),
}
_ANY_OUTAGE = N_("does not work at present")
_ANY_REASON = N_("does not work at present")
_OF_ALL = {
    "tick": N_("the work falling due has not been checked for some minutes"),
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


def trouble_line(words: Words, name: str, code: str) -> str:
    """Why a bot, so `name`d, does not do all that it is there for."""
    return f"{name}: {words.text(_REASONS.get(code, _ANY_REASON))}"


def _troubles(words: Words, stands: Health) -> Iterator[str]:
    for reason in stands.reasons:
        name, _, code = reason.partition(": ")
        if name in _OF_ALL:
            yield words.text(_OF_ALL[name])
        elif code:
            yield trouble_line(words, _called(stands, name), code)


def _of_bots(words: Words, stands: Health, zone: str) -> Iterator[str]:
    for bot in stands.bots:
        if told := _of_bot(words, bot, zone):
            yield f"{_called(stands, bot.name)}: {told}"


def _called(stands: Health, name: str) -> str:
    """A bot by its channel, and by its id where it is not the only one there."""
    channel = channel_of(name)
    is_only = sum(channel_of(bot.name) == channel for bot in stands.bots) < 2
    return channel_name(channel) if is_only else bot_name(name)


def _of_bot(words: Words, bot: Bot, zone: str) -> str:
    heard = words.text("last message received at {at}", at=words.moment(bot.last_poll, zone)) if bot.last_poll else ""
    sent = words.text("last message sent at {at}", at=words.moment(bot.last_send, zone)) if bot.last_send else ""
    return words.list(filter(None, [heard, sent]))


def balance_line(words: Words, balance: Balance) -> str:
    """What a bot has sent in the month, to how many people, of what it may; and what waits because of that."""
    spent, allowance = balance.spent, balance.allowance
    said = words.text(
        "{bot}: {count} of {allowed} messages sent in {month}; {people} of {most} people.",
        bot=bot_name(balance.bot),
        month=words.period(f"{balance.month:%Y-%m}", Ladder.RECURRING, balance.month),
        count=words.number(spent.messages),
        allowed=words.number(allowance.messages),
        people=words.number(spent.people),
        most=words.number(allowance.people),
    )
    more = [said]
    if n := balance.waiting:
        more.append(
            words.plural(
                "{n} message that is not urgent is held back.", "{n} messages that are not urgent are held back.", n
            )
        )
    if not spent.people:
        more.append(words.text("Nobody has joined by it yet."))
    elif not balance.room:
        more.append(words.text("It has no room for more people."))
    return " ".join(more)


def _of_counts(words: Words, counts: Counts) -> Iterator[str]:
    yield from (balance_line(words, balance) for balance in counts.balances)
    if n := counts.unknown:
        yield words.plural(
            "in the last 7 days, {n} message without confirmed delivery; it is not sent again",
            "in the last 7 days, {n} messages without confirmed delivery; they are not sent again",
            n,
        )
    if n := counts.failed:
        yield words.plural(
            "in the last 7 days, {n} message that could not be delivered to its chat",
            "in the last 7 days, {n} messages that could not be delivered to their chats",
            n,
        )
    if n := counts.set_aside + counts.updates_set_aside:
        yield words.plural(
            "{n} message set aside because it cannot be read; the operator can see it",
            "{n} messages set aside because they cannot be read; the operator can see them",
            n,
        )
    if n := counts.unreachable:
        yield words.plural(
            "{n} chat that cannot be reached at present. See: {look}",
            "{n} chats that cannot be reached at present. See: {look}",
            n,
            look="danh sach chat",
        )


def _of_room(words: Words, stands: Health) -> Iterator[str]:
    free = min((room for room in stands.room.values() if room is not None), default=None)
    if free is not None:
        room = f"{free // _GIGABYTE} GB" if free >= _GIGABYTE else f"{free * 1024 // _GIGABYTE} MB"
        yield words.text("free on the disk: {room}", room=room)
