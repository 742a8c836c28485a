"""Every message of the coming days, without sending or writing.

The service's own tick and composing run on a copy of the state in memory, with the clock moved from slot to slot.
"""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from data import outbox
from data.facts import Seat
from data.kinds import MessageState
from data.outbox import Claim
from data.store import Store
from data.talk import Outgoing
from data.upkeep import make_believe
from data.upkeep.make_believe import copy_into_memory
from scheduler import tick
from scheduler.composing import Composer
from scheduler.delivery import BATCH, LEASE
from scheduler.slots import next_slot


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One message as it would go out: when (in the office's zone), to whom, about which tasks, in which words."""

    at: datetime
    seats: tuple[Seat, ...]
    tasks: tuple[str, ...]
    outgoing: Outgoing


def rehearse(store: Store, composer: Composer, start: date, end: date) -> Iterator[Rehearsed]:
    """The messages from `start` to `end`, both included, in the order in which they would go out.

    Units without a chat get a make-believe one, and so does Nội vụ. A plan that is not yet on by `start`, or was only
    switched on later, is rehearsed as if it were switched on that morning.
    """
    zone = ZoneInfo(composer.policy.zone)
    now = datetime.combine(start, time.min, tzinfo=zone)
    copy = copy_into_memory(store)
    # A year makes millions of short-lived objects and no garbage worth looking for meanwhile.
    collecting = gc.isenabled()
    gc.disable()
    try:
        with copy.transaction() as session:
            make_believe.switch_on_again(session, now)
            make_believe.reach_everybody(session, now)
        while (slot := next_slot(now, composer.policy, composer.workdays)).day <= end:
            now = slot.opens_at
            tick.run(copy, now, composer.policy, composer.workdays)
            for said in _say(copy, composer, now):
                yield Rehearsed(now.astimezone(zone), *said)
    finally:
        copy.close()
        if collecting:
            gc.enable()


def _say(copy: Store, composer: Composer, now: datetime) -> list[tuple[tuple[Seat, ...], tuple[str, ...], Outgoing]]:
    said = []
    with copy.transaction() as session:
        claims: tuple[Claim, ...] | None = None
        while claims is None or len(claims) == BATCH:
            claims = outbox.claim(session, now, (make_believe.CHANNEL,), limit=BATCH, lease_for=LEASE)
            for claim, message in zip(claims, outbox.rows(session, claims), strict=True):
                composed = composer.compose(session, message)
                state = MessageState.SENT if composed else MessageState.WITHDRAWN
                outbox.settle(session, claim, state, now=now)
                if composed:
                    said.append((composed.seats, composed.tasks, composed.outgoing))
    return said
