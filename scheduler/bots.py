"""One bot among all that send: it is ours while its lease is renewed, and it sends no faster than its channel bears."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from enum import IntEnum
from math import inf

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


# So many different chats refused in a row, none accepted between: perhaps it is the token that is refused.
_CHATS_OF_A_GUESS = 3
# A halt of the token that is only guessed lasts at most so long; then one message in so many seconds tries it.
_LONGEST_GUESS, _PROBING = 60.0, 5.0


class Lane(IntEnum):
    """Answers go before broadcasts."""

    ANSWER = 0
    BROADCAST = 1


@dataclass(frozen=True, slots=True)
class Limits:
    """What a channel bears; all times in seconds."""

    gap: float
    chat_gap: float
    group_count: int
    group_window: float


@dataclass(frozen=True, slots=True, eq=False)
class Turn:
    """One message that waits to be sent. It gives up where its chat stays closed for longer than `patience` seconds."""

    lane: Lane
    chat_id: str
    is_group: bool = False
    patience: float = inf


@dataclass(slots=True)
class _Chat:
    sent: deque[float]
    halted_until: float = -inf


@dataclass(slots=True)
class Pace:
    """Decides who may send. It reads no clock: `now` is any clock's seconds, and must not go back.

    A halt of the whole token is either told by the server, and honoured, or guessed from its refusals of several chats:
    such a one is short, and ends with the first message that the server takes.
    """

    limits: Limits
    _chats: dict[str, _Chat] = field(default_factory=dict)
    _last: float = -inf
    _halted_until: float = -inf
    _guessed_until: float | None = None
    _refused: set[str] = field(default_factory=set)

    def next(self, now: float, waiting: Iterable[Turn]) -> Turn | float:
        """Who may send now, of those in the order they came; else when to ask again (`inf`: nobody waits)."""
        ready = max(self._last + self.limits.gap, self._token_opens_at())
        if ready > now:
            return ready
        opens = {turn: self.opens_at(turn) for turn in waiting}
        free = [turn for turn, moment in opens.items() if moment <= now]
        return min(free, key=lambda turn: turn.lane) if free else min(opens.values(), default=inf)

    def opens_at(self, turn: Turn) -> float:
        """When the chat of `turn` may be written to again, whoever else waits."""
        chat = self._chat(turn.chat_id)
        moment = max(chat.halted_until, self._token_opens_at())
        if chat.sent:
            moment = max(moment, chat.sent[-1] + self.limits.chat_gap)
        if turn.is_group and len(chat.sent) == self.limits.group_count:
            moment = max(moment, chat.sent[0] + self.limits.group_window)
        return moment

    def sent(self, now: float, turn: Turn) -> None:
        """`turn` has its slot."""
        self._last = now
        self._chat(turn.chat_id).sent.append(now)
        if self._guessed_until is not None:
            # A probe that hangs is no answer: another one follows it.
            self._guessed_until = now + _PROBING

    def accepted(self) -> bool:
        """The server took a message: whoever it refused before was refused for itself. Say whether a guess ends so."""
        guessed, self._guessed_until = self._guessed_until, None
        self._refused.clear()
        return guessed is not None

    def refused(self, now: float, chat_id: str, seconds: float) -> None:
        """The server wants no message to a chat for `seconds`; perhaps none at all if it refuses one after another."""
        chat = self._chat(chat_id)
        chat.halted_until = max(chat.halted_until, now + seconds)
        self._refused.add(chat_id)
        if len(self._refused) >= _CHATS_OF_A_GUESS:
            self._guessed_until = max(self._guessed_until or -inf, now + min(seconds, _LONGEST_GUESS))

    def halted(self, now: float, seconds: float) -> None:
        """The server wants nothing at all for `seconds`: it refused what concerns no chat."""
        self._halted_until = max(self._halted_until, now + seconds)

    def _token_opens_at(self) -> float:
        return max(self._halted_until, -inf if self._guessed_until is None else self._guessed_until)

    def _chat(self, chat_id: str) -> _Chat:
        return self._chats.setdefault(chat_id, _Chat(deque(maxlen=self.limits.group_count)))


class Pacer:
    """Lets whoever wants to send wait for a turn. `clock` gives seconds and `sleep` waits for some."""

    def __init__(
        self,
        limits: Limits,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._pace = Pace(limits)
        self._clock = clock
        self._sleep = sleep
        self._waiting: dict[Turn, asyncio.Future[bool]] = {}
        self._mover: asyncio.Task[None] | None = None
        self._nap: asyncio.Future[None] | None = None

    async def wait(self, turn: Turn) -> bool:
        """Wait for the slot of `turn`; False, without waiting on, where its patience does not suffice."""
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
        self._waiting[turn] = future
        self._wake()
        try:
            return await future
        finally:
            self._waiting.pop(turn, None)

    def closed_for(self, turn: Turn) -> float:
        """For how many seconds the chat of `turn` stays closed."""
        return max(0.0, self._pace.opens_at(turn) - self._clock())

    def accepted(self) -> None:
        """The server took a message."""
        if self._pace.accepted():
            self._wake()

    def refused(self, chat_id: str, seconds: float) -> None:
        """The server wants no message to a chat for `seconds`."""
        self._pace.refused(self._clock(), chat_id, seconds)
        self._wake()

    def halted(self, seconds: float) -> None:
        """The server wants nothing at all for `seconds`."""
        self._pace.halted(self._clock(), seconds)
        self._wake()

    def _wake(self) -> None:
        if self._nap is not None:
            self._nap.cancel()
        if self._mover is None or self._mover.done():
            self._mover = asyncio.create_task(self._move())

    async def _move(self) -> None:
        """Give out turns for as long as anybody waits."""
        while self._waiting:
            self._dismiss()
            now = self._clock()
            decided = self._pace.next(now, self._waiting)
            if isinstance(decided, Turn):
                self._pace.sent(now, decided)
                self._settle(decided, granted=True)
            elif self._waiting:
                await self._rest(decided - now)

    def _dismiss(self) -> None:
        impatient = [turn for turn in self._waiting if turn.patience < inf]
        for turn in impatient:
            if self.closed_for(turn) > turn.patience:
                self._settle(turn, granted=False)

    def _settle(self, turn: Turn, *, granted: bool) -> None:
        future = self._waiting.pop(turn)
        if not future.done():
            future.set_result(granted)

    async def _rest(self, seconds: float) -> None:
        """Sleep, unless something changes meanwhile."""
        self._nap = asyncio.ensure_future(self._sleep(seconds))
        await asyncio.wait([self._nap])
        self._nap = None
