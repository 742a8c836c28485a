"""Getting Messages there: claim and compose → send → settle, with back-off, one chat never delaying another."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from data import outbox
from data.kinds import MessageState
from data.outbox import Claim
from data.people import addressing
from data.refusals import DatabaseAway
from data.store import Session, Store
from data.talk import Outgoing
from scheduler import allotting
from scheduler.bots import Lane
from scheduler.channel import Channel, Delivered, Moved, Outcome, TryLater, Undeliverable
from scheduler.composing import Composer

log = logging.getLogger(__name__)

# Long enough for a slow server and a pacing queue. Whoever takes a bot over takes its claims over at once.
LEASE = timedelta(minutes=5)
# So many are claimed, and worded, in one transaction.
BATCH = 25
# So many sends may be under way that have lasted less than a moment, and so many in all: those that dawdle take no
# place from the others.
_BRISK, _MOST = 25, 250
_MOMENT = 2.0
# Seconds that a server is given to answer; doubled where it is not known whether the message arrived.
PATIENCE = 20.0
_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(minutes=15)
# What a chat refuses in a way that does not heal is tried once more, for the refusal may have been a slip.
_ONCE_MORE = timedelta(minutes=5)
REFUSALS = 2
UNKNOWNS = 2


@dataclass(slots=True)
class _Send:
    """One message under way since a moment of the loop's clock; `gone` once the channel has said what became of it."""

    claim: Claim
    since: float
    gone: bool = False


class Delivery:
    """Sends what is due through `channels`: a round claims what there is room for, and does not wait for it to go out.

    `clock` gives the moment, aware; `holds` says whether a bot is this process's to send for; `done` is told after each
    message that is through, `seen` what became of each sending, by which bot.
    """

    def __init__(
        self,
        store: Store,
        channels: Iterable[Channel],
        composer: Composer,
        clock: Callable[[], datetime],
        *,
        holds: Callable[[str], bool] = lambda _: True,
        done: Callable[[], None] = lambda: None,
        seen: Callable[[str, Outcome], None] = lambda _bot, _outcome: None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._channels = {channel.name: channel for channel in channels}
        self._composer = composer
        self._clock = clock
        self._holds = holds
        self._done = done
        self._seen = seen
        self._sleep = sleep
        self._under_way: dict[asyncio.Task[None], _Send] = {}
        self._in_order: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()
        self._stopping = False
        self.last_sent: dict[str, datetime] = {}

    @property
    def is_idle(self) -> bool:
        """Whether nothing is under way."""
        return not self._under_way

    async def round(self) -> int:
        """Claim what is due and there is room for, and begin to send it; give how many were claimed.

        Raises:
            DatabaseAway: nothing could be claimed.
        """
        bots = [bot for bot in self._channels if self._holds(bot)]
        room = self._room()
        if self._stopping or not bots or not room:
            return 0
        busy = {send.claim.chat_id for send in self._under_way.values()}
        held = [self._channels[bot] for bot in bots]
        claimed = await asyncio.to_thread(_claim, self._store, self._composer, held, busy, self._clock(), room)
        for claim, outgoing in claimed.to_send:
            send = _Send(claim, asyncio.get_running_loop().time())
            task = asyncio.create_task(self._deliver(send, outgoing))
            self._under_way[task] = send
            task.add_done_callback(self._over)
        return claimed.count

    async def idle(self) -> None:
        """Wait until all that is under way is through."""
        while self._under_way:
            await asyncio.wait(list(self._under_way))

    async def wait_for_one(self) -> None:
        """Wait until one of those under way is through."""
        if self._under_way:
            await asyncio.wait(list(self._under_way), return_when=asyncio.FIRST_COMPLETED)

    async def stop(self, grace: float) -> None:
        """Claim no more; give what is under way `grace` seconds, and hand the rest back to be sent by whoever comes."""
        self._stopping = True
        if self._under_way:
            await asyncio.wait(list(self._under_way), timeout=grace)
        for task, send in self._under_way.items():
            if not send.gone:
                task.cancel()
        if self._under_way:
            await asyncio.wait(list(self._under_way))

    def _room(self) -> int:
        moment = asyncio.get_running_loop().time() - _MOMENT
        brisk = sum(send.since > moment for send in self._under_way.values())
        return max(0, min(_BRISK - brisk, _MOST - len(self._under_way), BATCH))

    def _over(self, task: asyncio.Task[None]) -> None:
        del self._under_way[task]
        self._done()

    async def _deliver(self, send: _Send, outgoing: Outgoing) -> None:
        claim = send.claim
        # Of one chat, in the order in which they were claimed.
        order = self._in_order.setdefault((claim.bot, claim.chat_id), asyncio.Lock())
        outcome: Outcome
        try:
            async with order:
                outcome = await self._send(claim, outgoing)
        except asyncio.CancelledError:
            outcome = TryLater("stopped")
        send.gone = True
        self._seen(claim.bot, outcome)
        await self._settle(claim, outgoing, outcome)

    async def _send(self, claim: Claim, outgoing: Outgoing) -> Outcome:
        if self._stopping:
            return TryLater("stopped")
        if not self._holds(claim.bot):
            # Whoever has taken the bot over has the claim too.
            return TryLater("not held")
        lane = Lane.ANSWER if claim.is_answer else Lane.BROADCAST
        patience = PATIENCE * 2.0**claim.unknowns
        try:
            return await self._channels[claim.bot].send(claim.chat_id, outgoing, lane=lane, patience=patience)
        except Exception:
            log.exception("message %s could not be delivered", claim.message_id)
            return TryLater("failed")

    async def _settle(self, claim: Claim, outgoing: Outgoing, outcome: Outcome) -> None:
        """Write down what became of it, however long the database is away: it was said, and must not be said again."""
        pause = 0.5
        if isinstance(outcome, Delivered):
            self.last_sent[claim.bot] = self._clock()
        while True:
            try:
                await asyncio.to_thread(self._settle_once, claim, outgoing, outcome)
            except DatabaseAway as away:
                log.warning("message %s waits to be settled (%s)", claim.message_id, away.reason)
            except Exception:
                log.exception("message %s could not be settled", claim.message_id)
                return
            else:
                return
            if self._stopping and pause > 1:
                return
            await self._sleep(pause)
            pause = min(pause * 2, 5.0)

    def _settle_once(self, claim: Claim, outgoing: Outgoing, outcome: Outcome) -> None:
        now, allowance = self._clock(), self._channels[claim.bot].allowance
        with self._store.transaction() as session:
            settle(session, claim, outgoing, outcome, now)
            if allowance is not None:
                allotting.enter(session, claim.bot, outcome, allowance, now, self._composer)


async def deliver(store: Store, channels: Iterable[Channel], composer: Composer, now: datetime) -> bool:
    """Send all that is due at `now` to its end; say whether there was anything."""
    delivery, found = Delivery(store, channels, composer, lambda: now), False
    while True:
        if await delivery.round():
            found = True
        elif delivery.is_idle:
            return found
        else:
            await delivery.wait_for_one()


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the n-th failed attempt: doubling from 15 seconds to a quarter of an hour."""
    doubled = _FIRST_WAIT * float(2 ** min(attempts - 1, 10))
    return min(doubled, _LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class _Claimed:
    count: int
    to_send: list[tuple[Claim, Outgoing]]


def _claim(
    store: Store, composer: Composer, channels: Iterable[Channel], busy: Iterable[str], now: datetime, limit: int
) -> _Claimed:
    """Claim and word a batch of what these channels may send now; what has nothing left to say is withdrawn."""
    to_send: list[tuple[Claim, Outgoing]] = []
    by_bot = {channel.name: channel for channel in channels}
    with store.transaction() as session:
        claims = outbox.claim(session, now, by_bot, limit=limit, lease_for=LEASE, busy=busy)
        for claim in allotting.allowed(session, claims, by_bot.values(), now, composer.policy):
            try:
                with session.begin_nested():
                    outgoing = composer.compose_claimed(session, claim, now, has_buttons=by_bot[claim.bot].has_buttons)
            except DatabaseAway:
                raise
            except Exception:
                log.exception("message %s is set aside: it cannot be worded", claim.message_id)
                _set_aside(session, claim, now)
                continue
            if outgoing is None:
                outbox.settle(session, claim, MessageState.WITHDRAWN, now=now, outcome="nothing left")
            else:
                to_send.append((claim, outgoing))
    return _Claimed(len(claims), to_send)


def _set_aside(session: Session, claim: Claim, now: datetime) -> None:
    outbox.settle(session, claim, MessageState.SET_ASIDE, now=now, outcome="unreadable")
    outbox.release(session, [claim.message_id])


def settle(session: Session, claim: Claim, outgoing: Outgoing, outcome: Outcome, now: datetime) -> None:
    """Write down what became of a claimed Message, and what it tells of its chat."""
    match outcome:
        case Delivered(refs):
            text = None if claim.is_answer else f"{outgoing.title}\n{outgoing.text}"
            outbox.settle(session, claim, MessageState.SENT, now=now, text=text, refs=refs)
            addressing.note_accepted(session, claim.bot, claim.chat_id)
        case TryLater() if outcome.perhaps or outcome.refs:
            _unknown(session, claim, outcome, now)
        case TryLater(lasting=True):
            _refused(session, claim, outcome, now)
        case TryLater(reason, after):
            due_at = now + (after or wait_after(claim.attempts))
            outbox.settle(session, claim, MessageState.WAITING, now=now, outcome=reason, due_at=due_at)
        case Undeliverable(reason):
            _lose_chat(session, claim, reason, now)
        case Moved(chat_id):
            addressing.move_chat(session, claim.bot, claim.chat_id, chat_id, now)
            # At once; but a chat that moves again and again is no reason to try without a pause.
            due_at = now if claim.attempts == 1 else now + wait_after(claim.attempts)
            outbox.settle(session, claim, MessageState.WAITING, now=now, outcome="moved", due_at=due_at)


def _unknown(session: Session, claim: Claim, outcome: TryLater, now: datetime) -> None:
    """Nobody knows whether it arrived: sent once more after a longer pause, and then no more."""
    claim = replace(claim, unknowns=claim.unknowns + 1)
    if claim.unknowns < UNKNOWNS:
        due_at = now + (outcome.after or 2 * wait_after(claim.attempts))
        outbox.settle(session, claim, MessageState.WAITING, now=now, outcome=outcome.reason, due_at=due_at)
    elif outbox.settle(session, claim, MessageState.UNKNOWN, now=now, outcome=outcome.reason):
        outbox.release(session, [claim.message_id])
        log.warning("message %s may have arrived and is not sent again", claim.message_id)


def _refused(session: Session, claim: Claim, outcome: TryLater, now: datetime) -> None:
    """The chat takes nothing from us, for a reason that does not heal: the second time it counts as lost."""
    if addressing.note_refused(session, claim.bot, claim.chat_id) >= REFUSALS or (
        claim.is_answer and claim.attempts > 1
    ):
        _lose_chat(session, claim, outcome.reason, now)
    else:
        outbox.settle(session, claim, MessageState.WAITING, now=now, outcome=outcome.reason, due_at=now + _ONCE_MORE)


def _lose_chat(session: Session, claim: Claim, reason: str, now: datetime) -> None:
    if outbox.settle(session, claim, MessageState.FAILED, now=now, outcome=reason):
        outbox.release(session, [claim.message_id])
    addressing.mark_unreachable(session, claim.bot, claim.chat_id, reason, now)
    log.warning("message %s: chat unreachable, %s", claim.message_id, reason)
