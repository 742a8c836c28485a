"""Long polling: one update at a time, which Zalo gives once, or again and again until there is another.

Where Zalo posts them to us nothing is polled; it is looked at now and then whether it still does.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot.channels.hooking import LOOK_AGAIN, Hook, HookRefusedError
from bot.channels.zalo.client import SILENCE, Client, Fault, ZaloError
from bot.channels.zalo.reading import Update, unwrapped
from data.refusals import DatabaseAway

log = logging.getLogger(__name__)

# Seconds that a poll waits for something to be said, and that its answer may take beyond them.
POLL, _BEYOND = 30, 10.0
# Seconds between attempts: doubling from the first to the second.
_PAUSE, _LONGEST_PAUSE = 1.0, 30.0
# Seconds to wait after a poll that has brought nothing new at once: the next one would bring the same.
_FLOOR = 1.0

TROUBLES = {
    "webhook": "a webhook is set for the Zalo token, so nothing can be polled until it is taken away; trying on",
    "token-rejected": "Zalo does not accept the token; trying on",
    "quota": "the quota of the Zalo bot is spent; trying on",
    "too-many-requests": "Zalo has been asked too often and wants a pause; trying on",
    "unreachable": "Zalo cannot be reached; trying on",
}
"""Why nothing is heard, in a word and in a sentence of the log."""


class Poller:
    """Polls for the bot `name`, unless its `hook` stands.

    `introduce` comes first; `take` takes an update in, and says whether it was a new one. `halted` is told for how
    many seconds the server wants to hear nothing at all. `clock` counts seconds.
    """

    def __init__(
        self,
        name: str,
        client: Client,
        hook: Hook,
        introduce: Callable[[], Awaitable[None]],
        take: Callable[[Update], Awaitable[bool]],
        sleep: Callable[[float], Awaitable[None]],
        halted: Callable[[float], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._name = name
        self._client = client
        self._hook = hook
        self._introduce = introduce
        self._take = take
        self._sleep = sleep
        self._halted = halted
        self._clock = clock
        self._introduced = False
        self._polling: asyncio.Task[None] | None = None
        self._may = asyncio.Event()
        self._heard: float | None = None
        self.trouble: str | None = None

    @property
    def silent_for(self) -> float | None:
        """Seconds since the server answered last; None where it has not yet."""
        return None if self._heard is None else self._clock() - self._heard

    async def start(self, *, tries_on: bool = False) -> None:
        """Introduce the bot and begin to poll; what goes wrong is tried again in the background.

        Raises:
            ZaloError: the server does not know the token; where it `tries_on`, that is a trouble like others.
        """
        try:
            await self._introduce_once()
        except ZaloError as error:
            if error.rejected and not tries_on:
                raise
            self._note(error)
        self._polling = asyncio.create_task(self._poll())

    def listen(self, *, may: bool) -> None:
        """Poll from now on, or no more."""
        (self._may.set if may else self._may.clear)()

    def posted(self) -> None:
        """The server has told something by itself."""
        self._heard = self._clock()
        self._note(None)

    async def stop(self) -> None:
        """Poll no more."""
        if self._polling is not None:
            self._polling.cancel()
            await asyncio.wait([self._polling])

    async def _introduce_once(self) -> None:
        if not self._introduced:
            await self._introduce()
            self._introduced = True

    async def _poll(self) -> None:
        pause = _PAUSE
        while True:
            try:
                await self._introduce_once()
                rest = await self._poll_once()
            except ZaloError as error:
                self._note(error)
                if error.hooked:
                    await self._look_whose()
                rest = max(pause, SILENCE if error.hammered else 0.0)
            except HookRefusedError as refused:
                self._tell("webhook", "%s: Zalo does not post to our address; trying on (%s)", self._name, refused)
                rest = LOOK_AGAIN
            except DatabaseAway as away:
                log.warning("it is not known yet whether a webhook of ours is set (%s)", away.reason)
                rest = pause
            except Exception:
                log.exception("what Zalo said was not understood")
                rest = pause
            else:
                pause = _PAUSE / 2
            pause = min(pause * 2, _LONGEST_PAUSE)
            if rest:
                await self._sleep(rest)

    async def _look_whose(self) -> None:
        try:
            await self._hook.stands_in_the_way()
        except ZaloError as error:
            log.debug("whose the webhook is could not be asked (%s)", error)

    async def _poll_once(self) -> float:
        """Wait for an update and have it taken in; give for how many seconds to rest before the next poll."""
        await self._may.wait()
        if await self._hook.posts_to_us():
            self._note(None)
            return LOOK_AGAIN
        asked_at = self._clock()
        update = await self._ask()
        self.posted()
        if update is None:
            return 0.0 if self._heard is not None and self._heard - asked_at >= _FLOOR else _FLOOR
        return 0.0 if await self._take(update) else _FLOOR

    async def _ask(self) -> Update | None:
        """The next update; None where nothing has been said for a while."""
        try:
            return unwrapped(await self._client.call("getUpdates", patience=POLL + _BEYOND, timeout=POLL))
        except ZaloError as error:
            if error.timed_out:
                return None
            raise

    def _note(self, error: ZaloError | None) -> None:
        """Say once what the trouble is, and once that it is over."""
        if error is not None and error.hammered:
            self._halted(SILENCE)
        trouble = None if error is None else trouble_of(error)
        if trouble is None:
            self._tell(None, "%s: Zalo is heard again", self._name)
        else:
            self._tell(trouble, "%s: %s (%s)", self._name, TROUBLES[trouble], error)

    def _tell(self, trouble: str | None, said: str, *fields: object) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            log.log(logging.INFO if trouble is None else logging.WARNING, said, *fields)


def trouble_of(error: ZaloError) -> str:
    """Why nothing is heard, in a word."""
    if error.hooked:
        return "webhook"
    if error.rejected:
        return "token-rejected"
    if error.hammered:
        return "too-many-requests"
    return "quota" if error.fault is Fault.REFUSED and error.code == 429 else "unreachable"
