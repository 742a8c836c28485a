"""Bots out of service: decided from what is seen of each, and written down, so that their people hear by another."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from data import leases, ledger
from data.refusals import DatabaseAway
from data.store import Store
from scheduler import allotting
from scheduler.channel import Channel, Delivered, Moved, Outcome, TryLater, Undeliverable
from scheduler.slots import Policy

log = logging.getLogger(__name__)

QUOTA = "quota"

# Seconds for which nothing has gone out, and failures in a row meanwhile, after which a bot is out of service.
OUT_AFTER, _ENOUGH = 600.0, 3
# Seconds after the last failure from which it is used again, for somebody must try it: as often as messages would.
TRIED_AGAIN, _QUOTA_AGAIN = 1800.0, 6 * 3600.0
_UNHEARD = frozenset({"unreachable", "token-rejected"})
# What says nothing of the bot: that it goes too fast, that a chat refuses, that we stop.
_FAILING = _UNHEARD | {"server-error", "no-answer"}


@dataclass(slots=True)
class Outage:
    """Decides whether one bot is out of service. It reads no clock: `now` is any clock's seconds."""

    _why: str = ""
    _since: float = 0.0
    _last: float = 0.0
    _count: int = 0

    def served(self) -> None:
        """Something went out or came in."""
        self._why, self._count = "", 0

    def failed(self, now: float, why: str) -> None:
        """Nothing went out, or came in, for a reason that concerns the bot; any other is left alone."""
        if why not in _FAILING | {QUOTA}:
            return
        if not self._count:
            self._since = now
        self._why, self._last, self._count = why, now, self._count + 1

    def inherited(self, now: float, why: str) -> None:
        """Whoever had the bot before had found it out of service."""
        self._why, self._since, self._last, self._count = why, now - OUT_AFTER, now, _ENOUGH

    def heard(self, at: float) -> None:
        """Its server was heard: it can be reached, and knows the token."""
        if at > self._last and self._why in _UNHEARD:
            self.served()

    def why(self, now: float) -> str | None:
        """Why nothing goes out by it; None while it serves, or is worth a try."""
        if self._why == QUOTA:
            return QUOTA if now - self._last < _QUOTA_AGAIN else None
        is_long = self._count >= _ENOUGH and now - self._since >= OUT_AFTER
        return self._why if is_long and now - self._last < TRIED_AGAIN else None

    def lasted(self, now: float) -> float:
        """For how many seconds nothing has gone out."""
        return now - self._since if self._count else 0.0


class Outages:
    """Watches the bots of this process, whose leases are held by `holder`; `clock` gives seconds."""

    def __init__(self, store: Store, holder: str, policy: Policy, clock: Callable[[], float] | None = None) -> None:
        self._store = store
        self._holder = holder
        self._policy = policy
        self._clock = clock or (lambda: asyncio.get_running_loop().time())
        self._outages: dict[str, Outage] = {}
        self._told: dict[str, str | None] = {}

    def came_in(self, bot: str) -> None:
        """Something was said to a bot."""
        self._of(bot).served()

    def settled(self, bot: str, outcome: Outcome) -> None:
        """A bot has sent something, or tried to; a chat that is closed or has moved was told of by the server."""
        match outcome:
            case Delivered() | Undeliverable() | Moved() | TryLater(lasting=True):
                self._of(bot).served()
            case TryLater(reason):
                self._of(bot).failed(self._clock(), reason)

    async def tell(self, channels: Iterable[Channel], heard: Callable[[str], float | None], now: datetime) -> None:
        """Write down what has changed of the bots that are held; `heard` says seconds since one's server was heard."""
        held = list(channels)
        for gone in self._told.keys() - {channel.name for channel in held}:
            del self._told[gone]  # another process tells
        try:
            await asyncio.to_thread(self._take_up, [each.name for each in held if each.name not in self._told])
            seconds = self._clock()
            found = {channel.name: self._look(channel, heard(channel.name), seconds) for channel in held}
            await asyncio.to_thread(self._write, held, found, now, seconds)
        except DatabaseAway as away:
            log.warning("which bots are out of service is not written (%s)", away.reason)

    def _of(self, bot: str) -> Outage:
        return self._outages.setdefault(bot, Outage())

    def _look(self, channel: Channel, silent: float | None, seconds: float) -> str | None:
        outage = self._of(channel.name)
        if channel.trouble in _UNHEARD:
            outage.failed(seconds, channel.trouble)
        elif channel.trouble is None and silent is not None:
            outage.heard(seconds - silent)
        return outage.why(seconds)

    def _take_up(self, new: Iterable[str]) -> None:
        """Go on from what whoever had these bots before has written."""
        bots = list(new)
        if not bots:
            return
        with self._store.snapshot() as session:
            out = leases.out_of_service(session)
        for bot in bots:
            self._told[bot] = out.get(bot)
            if bot in out and out[bot] != QUOTA:
                self._of(bot).inherited(self._clock(), out[bot])

    def _write(self, held: list[Channel], found: dict[str, str | None], now: datetime, seconds: float) -> None:
        found = found | {bot: QUOTA for bot in self._spent(held, now) if found[bot] is None}
        changed = {bot: why for bot, why in found.items() if why != self._told[bot]}
        if not changed:
            return
        with self._store.transaction() as session:
            for bot, why in changed.items():
                since = now - timedelta(seconds=self._of(bot).lasted(seconds))
                leases.tell_out(session, bot, self._holder, why, since=since, now=now)
        for bot, why in changed.items():
            log.warning("%s is out of service: %s", bot, why) if why else log.info("%s serves again", bot)
        self._told |= changed

    def _spent(self, held: Iterable[Channel], now: datetime) -> list[str]:
        """The bots whose month is spent."""
        limits = {each.name: each.allowance for each in held if each.allowance is not None}
        if not limits:
            return []
        with self._store.snapshot() as session:
            spent = ledger.spent(session, limits, allotting.month_of(now, self._policy))
        return [bot for bot, limit in limits.items() if allotting.is_spent(spent[bot].messages, limit)]
