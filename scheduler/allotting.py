"""Within what a bot may send in a month: which messages wait when that runs short, as one table; and its ledger."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from enum import IntEnum

from data import ledger, notices, outbox, reminders
from data.kinds import MessageKind, MessageState
from data.ledger import Allowance, Balance
from data.notices import Notice
from data.outbox import Claim
from data.store import Session
from scheduler.channel import Channel, Delivered, Outcome, TryLater
from scheduler.composing import Composer
from scheduler.notices import chats_of_coordinators, tell
from scheduler.reminding import OVERDUE
from scheduler.slots import Policy, local_day

# What is held back is looked at again after so long; a digest whose day ends meanwhile is said with the next.
_LATER = timedelta(hours=1)

# While no more than so many in a hundred are left, Nội vụ is told.
SHORT = 20


class Urgency(IntEnum):
    """What waits first, to what waits last."""

    CAN_WAIT = 0
    SOON = 1
    PRESSING = 2
    ANSWER = 3


# While fewer in a hundred are left, messages of that urgency and of all before it wait.
HELD_BELOW = {Urgency.CAN_WAIT: 10, Urgency.SOON: 5, Urgency.PRESSING: 1}

_RUNGS = {"-2": Urgency.SOON, "eve": Urgency.PRESSING} | dict.fromkeys(("0", "again", *OVERDUE), Urgency.PRESSING)
_EVENTS = {"broadcast": Urgency.CAN_WAIT, "urged": Urgency.PRESSING, "returned": Urgency.PRESSING}


def urgency(kind: MessageKind, rungs: Iterable[str] = (), event: str = "") -> Urgency:
    """How urgent a message is: an answer, a notice of an event, or a digest of Reminders, by the rungs they are for.

    A digest without Reminders, Nội vụ's overview, can wait.
    """
    if kind is MessageKind.ANSWER:
        return Urgency.ANSWER
    if kind is MessageKind.NOTICE:
        return _EVENTS.get(event, Urgency.SOON)
    return max((_RUNGS.get(rung, Urgency.CAN_WAIT) for rung in rungs), default=Urgency.CAN_WAIT)


def is_held(urgent: Urgency, messages: int, allowance: Allowance) -> bool:
    """Whether a message waits, of a bot that has sent so many `messages` in the month. An answer never does."""
    return 100 * _left(messages, allowance) < HELD_BELOW.get(urgent, 0) * allowance.messages


def is_spent(messages: int, allowance: Allowance) -> bool:
    """Whether nothing but answers goes out any more in the month."""
    return is_held(Urgency.PRESSING, messages, allowance)


def is_short(messages: int, allowance: Allowance) -> bool:
    """Whether Nội vụ should know."""
    return 100 * _left(messages, allowance) <= SHORT * allowance.messages


def _left(messages: int, allowance: Allowance) -> int:
    return max(allowance.messages - messages, 0)


def allowed(
    session: Session, claims: Iterable[Claim], channels: Iterable[Channel], now: datetime, policy: Policy
) -> Iterator[Claim]:
    """Those of the claimed messages that may go out; the others are held back, and wait."""
    limits = _limits(channels)
    spent = ledger.spent(session, limits, month_of(now, policy)) if limits else {}
    short = {bot for bot, limit in limits.items() if is_held(Urgency.CAN_WAIT, spent[bot].messages, limit)}
    urgencies = _urgencies(session, [claim for claim in claims if claim.bot in short]) if short else {}
    for claim in claims:
        limit = limits.get(claim.bot)
        urgent = urgencies.get(claim.message_id, Urgency.ANSWER)
        if limit is not None and is_held(urgent, spent[claim.bot].messages, limit):
            outbox.settle(session, claim, MessageState.WAITING, now=now, outcome=ledger.HELD, due_at=now + _LATER)
        else:
            yield claim


def enter(
    session: Session, bot: str, outcome: Outcome, allowance: Allowance, now: datetime, composer: Composer
) -> None:
    """Write what went out, or perhaps did, into the ledger.

    Nội vụ is told once a month when little is left, and when there is room for few more people, or for none.
    """
    taken = len(outcome.refs) if isinstance(outcome, Delivered | TryLater) else 0
    perhaps = int(isinstance(outcome, TryLater) and outcome.perhaps)
    if not taken + perhaps:
        return
    month = month_of(now, composer.policy)
    total = ledger.count(session, bot, month, taken=taken, perhaps=perhaps)
    short: list[Notice] = []
    if is_short(total, allowance) and not is_short(total - taken - perhaps, allowance):
        short.append(notices.AllowanceShort(bot, month, total, allowance.messages))
    (balance,) = ledger.balances(session, {bot: allowance}, month)
    if balance.is_crowded:
        short.append(notices.PeopleShort(bot, month, balance.spent.people, allowance.people))
    for notice in short:
        chats = chats_of_coordinators(session)
        tell(session, chats, notice, now=now, policy=composer.policy, workdays=composer.workdays)


def balances(session: Session, channels: Iterable[Channel], now: datetime, policy: Policy) -> tuple[Balance, ...]:
    """How those of the channels that have an allowance stand in the month of `now`."""
    return ledger.balances(session, _limits(channels), month_of(now, policy))


def month_of(now: datetime, policy: Policy) -> date:
    """The first day of the month in which a moment lies, by the office's zone."""
    return local_day(now, policy).replace(day=1)


def _limits(channels: Iterable[Channel]) -> dict[str, Allowance]:
    return {channel.name: channel.allowance for channel in channels if channel.allowance is not None}


def _urgencies(session: Session, claims: Iterable[Claim]) -> dict[int, Urgency]:
    rows = outbox.rows(session, claims)
    rungs = reminders.rungs_of(session, [row.id for row in rows])
    return {row.id or 0: urgency(row.kind, rungs.get(row.id or 0, ()), str(row.facts.get("kind", ""))) for row in rows}
