"""Every message of the coming days, without sending or writing.

The service's own tick and composing run on a copy of the state in memory, with the clock moved from slot to slot.
"""

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from data import outbox
from data.facts import Seat
from data.kinds import MessageState
from data.outbox import Claim
from data.people import addressing
from data.store import Store
from data.talk import Outgoing
from data.upkeep import make_believe
from data.upkeep.make_believe import copy_into_memory
from scheduler import tick
from scheduler.composing import Composed, Composer
from scheduler.delivery import BATCH, LEASE
from scheduler.slots import next_slot


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One message as it would go out: when (in the office's zone), to whom, about which tasks, in which words.

    `owed` is what of it the units that hear it owe themselves, with the due days.
    """

    at: datetime
    seats: tuple[Seat, ...]
    tasks: tuple[str, ...]
    outgoing: Outgoing
    owed: tuple[tuple[int, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """What a channel would send in the month that begins on `first`: parts of messages, and answers to reports."""

    first: date
    messages: int = 0
    answers: int = 0

    @property
    def total(self) -> int:
        """Both."""
        return self.messages + self.answers


def months(rehearsed: Iterable[Rehearsed], parts: Callable[[Outgoing], int]) -> list[Month]:
    """What was rehearsed, month by month; `parts` says how many messages the channel makes of one.

    Each report that is owed is answered once: in the month of its due day, or where that is not among these, or not
    known, in the one in which it was first spoken of.
    """
    sent: Counter[date] = Counter()
    owed: dict[int, list[date | None]] = {}
    for said in rehearsed:
        sent[said.at.date().replace(day=1)] += parts(said.outgoing)
        for occurrence, due_on in said.owed:
            owed.setdefault(occurrence, [said.at.date(), due_on])[1] = due_on
    answered: Counter[date] = Counter()
    for heard, due_on in owed.values():
        wanted = [day.replace(day=1) for day in (due_on, heard) if day is not None]
        answered[next(month for month in wanted if month in sent)] += 1
    return [Month(first, sent[first], answered[first]) for first in sorted(sent)]


def rehearse(
    store: Store, composer: Composer, start: date, end: date, *, has_buttons: bool = True
) -> Iterator[Rehearsed]:
    """The messages from `start` to `end`, both included, in the order in which they would go out.

    Nobody reports anything meanwhile. For a channel that has no buttons the words number the choices.

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
            for composed in _say(copy, composer, now, has_buttons=has_buttons):
                owed = tuple((fact.id, fact.due_on) for fact in composed.owed)
                yield Rehearsed(now.astimezone(zone), composed.seats, composed.tasks, composed.outgoing, owed)
    finally:
        copy.close()
        if collecting:
            gc.enable()


def _say(copy: Store, composer: Composer, now: datetime, *, has_buttons: bool) -> list[Composed]:
    said = []
    with copy.transaction() as session:
        claims: tuple[Claim, ...] | None = None
        while claims is None or len(claims) == BATCH:
            claims = outbox.claim(session, now, (make_believe.CHANNEL,), limit=BATCH, lease_for=LEASE)
            for claim, message in zip(claims, outbox.rows(session, claims), strict=True):
                composed = composer.compose(session, message)
                state = MessageState.SENT if composed else MessageState.WITHDRAWN
                outbox.settle(session, claim, state, now=now)
                if composed and composed.outgoing.choices and not has_buttons:
                    addresses = addressing.addresses_of(session, claim.bot, claim.chat_id)
                    composed = replace(composed, outgoing=composer.by_numbers(session, composed.outgoing, addresses))
                if composed:
                    said.append(composed)
    return said
