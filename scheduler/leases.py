"""Holding bots: a lease is renewed while we live, and nothing is polled or sent for a bot whose lease is not ours."""

import asyncio
import logging
import time
from collections.abc import Callable, Iterable
from datetime import timedelta

from data import leases
from data.refusals import DatabaseAway
from data.store import Store

log = logging.getLogger(__name__)

# A process that dies or freezes is replaced within LASTS + RENEW_EVERY.
LASTS = timedelta(seconds=12)
RENEW_EVERY = timedelta(seconds=2.5)


class Leases:
    """The bots of this process. `holder` names it among all; `clock` counts seconds, also while it is stopped."""

    def __init__(
        self, store: Store, bots: Iterable[str], holder: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._bots = tuple(bots)
        self._holder = holder
        self._clock = clock
        self._until: dict[str, float] = {}
        self._others: set[str] = set()

    def holds(self, bot: str) -> bool:
        """Whether the lease of a bot is ours now, by our own clock, which began to count before the database's."""
        return self._clock() < self._until.get(bot, float("-inf"))

    def waits(self, bot: str) -> bool:
        """Whether another process had a bot when we asked last."""
        return bot in self._others

    @property
    def held(self) -> tuple[str, ...]:
        """The bots whose leases are ours at this moment."""
        return tuple(bot for bot in self._bots if self.holds(bot))

    async def renew(self) -> None:
        """Take or go on holding every bot that may be ours; where the database is away, what is held runs out."""
        for bot in self._bots:
            asked = self._clock()
            try:
                epoch = await asyncio.to_thread(self._hold, bot)
            except DatabaseAway as away:
                log.warning("the lease of %s is not renewed (%s)", bot, away.reason)
                return
            if epoch is None:
                self._until.pop(bot, None)
                self._others.add(bot)
            else:
                self._others.discard(bot)
                self._until[bot] = asked + LASTS.total_seconds()

    async def let_go(self) -> None:
        """Leave the bots to whoever comes."""
        self._until.clear()
        try:
            await asyncio.to_thread(self._let_go)
        except DatabaseAway as away:
            log.warning("the leases are not given back and run out (%s)", away.reason)

    def _hold(self, bot: str) -> int | None:
        with self._store.transaction() as session:
            return leases.hold(session, bot, self._holder, LASTS)

    def _let_go(self) -> None:
        with self._store.transaction() as session:
            leases.let_go(session, self._bots, self._holder)
