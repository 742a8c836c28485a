"""Getting Messages there: claim → compose → send → settle, with back-off, one chat never delaying another."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from data import outbox, people
from data.model import MessageState
from data.outbox import Claim
from data.outgoing import Outgoing
from data.store import Store
from scheduler.composing import Composer

log = logging.getLogger(__name__)

# Long enough for a slow server and a pacing queue, short enough that a killed process's messages go out soon after.
LEASE = timedelta(minutes=5)
BATCH = 25
_FIRST_WAIT = timedelta(seconds=15)
_LONGEST_WAIT = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Delivered:
    """The channel took it; `refs` are its ids of the messages it became."""

    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TryLater:
    """It did not go out this time; `after` where the channel said how long to wait.

    `perhaps` says that it, or its beginning, may have arrived all the same; `lasting` that the chat refuses it in a way
    that does not heal by itself.
    """

    reason: str
    after: timedelta | None = None
    perhaps: bool = False
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Undeliverable:
    """This chat cannot be written to until it writes to us."""

    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id from now on."""

    chat_id: str


Outcome = Delivered | TryLater | Undeliverable | Moved


class Channel(Protocol):
    """A way to chats: Telegram, Zalo, the local page."""

    @property
    def name(self) -> str:
        """Under which its chats are kept."""
        ...

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard now; None when all is well."""
        ...

    async def send(self, chat_id: str, outgoing: Outgoing) -> Outcome:
        """Send in the lane of broadcasts, split where the channel's limit forces it; never raises.

        Files come after the words. One that the channel cannot send is said by its `otherwise`; a channel that carries
        none says `data.outgoing.in_words` of what it is given.
        """
        ...


async def deliver(store: Store, channels: Iterable[Channel], composer: Composer, now: datetime) -> bool:
    """Send what is due now, a batch at a time; say whether there was anything.

    As soon as one of the batch is through the next one takes its place: a slow chat takes up nothing but its own.
    """
    by_name = {channel.name: channel for channel in channels}
    under_way: set[asyncio.Task[None]] = set()
    found, more = False, True
    try:
        while more:
            free = BATCH - len(under_way)
            claims = await asyncio.to_thread(_claim, store, tuple(by_name), now, free)
            found, more = found or bool(claims), len(claims) == free
            for claim in claims:
                one = _deliver_one(store, by_name[claim.bot], composer, claim, now)
                under_way.add(asyncio.create_task(one))
            if more:
                _, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
    finally:
        await asyncio.gather(*under_way)
    return found


def wait_after(attempts: int) -> timedelta:
    """How long to wait after the n-th failed attempt: doubling from 15 seconds to a quarter of an hour."""
    doubled = _FIRST_WAIT * float(2 ** min(attempts - 1, 10))
    return min(doubled, _LONGEST_WAIT)


async def _deliver_one(store: Store, channel: Channel, composer: Composer, claim: Claim, now: datetime) -> None:
    try:
        outgoing = await asyncio.to_thread(composer.compose_claimed, store, claim)
        if outgoing is None:
            await asyncio.to_thread(_withdraw, store, claim, now)
            return
        outcome = await channel.send(claim.chat_id, outgoing)
        await asyncio.to_thread(_settle, store, claim, outgoing, outcome, now)
    except Exception:
        # A poisoned row steps aside: its lease runs out and the others go on.
        log.exception("message %s could not be delivered", claim.message_id)


def _claim(store: Store, channels: tuple[str, ...], now: datetime, limit: int) -> tuple[Claim, ...]:
    with store.transaction() as session:
        return outbox.claim(session, now, channels, limit=limit, lease_for=LEASE)


def _withdraw(store: Store, claim: Claim, now: datetime) -> None:
    with store.transaction() as session:
        outbox.settle(session, claim, MessageState.WITHDRAWN, now=now, outcome="nothing left")


def _settle(store: Store, claim: Claim, outgoing: Outgoing, outcome: Outcome, now: datetime) -> None:
    with store.transaction() as session:
        match outcome:
            case Delivered(refs):
                text = f"{outgoing.title}\n{outgoing.text}"
                outbox.settle(session, claim, MessageState.SENT, now=now, text=text, refs=refs)
            case TryLater(reason, after):
                due_at = now + (after or wait_after(claim.attempts))
                outbox.settle(session, claim, MessageState.WAITING, now=now, outcome=reason, due_at=due_at)
            case Undeliverable(reason):
                if outbox.settle(session, claim, MessageState.FAILED, now=now, outcome=reason):
                    outbox.release(session, [claim.message_id])
                people.mark_unreachable(session, claim.bot, claim.chat_id, reason, now)
                log.warning("message %s: chat unreachable, %s", claim.message_id, reason)
            case Moved(chat_id):
                people.move_chat(session, claim.bot, claim.chat_id, chat_id, now)
                # At once; but a chat that moves again and again is no reason to try without a pause.
                due_at = now if claim.attempts == 1 else now + wait_after(claim.attempts)
                outbox.settle(session, claim, MessageState.WAITING, now=now, outcome="moved", due_at=due_at)
