"""Attempts at one message: how long it waits for its turn, and what is tried again before the outbox has it back."""

from collections.abc import Awaitable, Callable, Collection
from itertools import chain

from scheduler.bots import Lane, Turn
from scheduler.channel import Outcome, TryLater

# Seconds to wait for a chat that is closed for the moment. A broadcast goes back to the outbox instead, whose other
# messages must not wait for it; what has been begun is ended, or the outbox would say its beginning again.
_BROADCAST, _BEGUN, _ANSWER = 5.0, 60.0, 600.0
# Seconds between the attempts of what is not given back to the outbox.
_AGAIN = (1.0, 5.0, 15.0)


def turn_of(lane: Lane, chat_id: str, *, is_group: bool, begun: bool) -> Turn:
    """The turn that one part of a message waits for; `begun` where a part of it has gone before."""
    waits = _ANSWER if lane is Lane.ANSWER else _BEGUN if begun else _BROADCAST
    return Turn(lane, chat_id, is_group, waits)


async def attempts(
    attempt: Callable[[Turn], Awaitable[Outcome]],
    turn: Turn,
    sleep: Callable[[float], Awaitable[None]],
    *,
    begun: bool,
    vain: Collection[str] = (),
) -> Outcome:
    """What becomes of a part in the end: a broadcast that is not begun is attempted once, everything else a few times.

    Only what brings no second copy is attempted again, and nothing for a reason that makes it `vain`.
    """
    if turn.lane is Lane.BROADCAST and not begun:
        return await attempt(turn)
    outcome: Outcome = TryLater("not tried")
    for pause in chain(_AGAIN, (None,)):
        outcome = await attempt(turn)
        if pause is None or not _is_tried_again(outcome, turn, vain):
            break
        await sleep(pause)
    return outcome


def _is_tried_again(outcome: Outcome, turn: Turn, vain: Collection[str]) -> bool:
    if not isinstance(outcome, TryLater) or outcome.perhaps or outcome.lasting or outcome.reason in vain:
        return False
    return outcome.after is None or outcome.after.total_seconds() <= turn.patience
