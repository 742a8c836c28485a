"""Within what a bot may send in a month: which messages wait when that runs short, as one table. Pure."""

from collections.abc import Iterable
from enum import IntEnum

from data.kinds import MessageKind
from data.ledger import Allowance
from scheduler.reminding import OVERDUE

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

_RUNGS = {"-2": Urgency.SOON} | dict.fromkeys(("0", "again", *OVERDUE), Urgency.PRESSING)
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


def is_short(messages: int, allowance: Allowance) -> bool:
    """Whether Nội vụ should know."""
    return 100 * _left(messages, allowance) <= SHORT * allowance.messages


def _left(messages: int, allowance: Allowance) -> int:
    return max(allowance.messages - messages, 0)
