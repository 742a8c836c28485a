"""Long polling: updates are asked for one after another, and confirmed only when they have been taken in."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.telegram.wire import POLL, TooManyRequestsError, words_of

log = logging.getLogger(__name__)

_KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
# Seconds between attempts: doubling from the first to the second.
_PAUSE, _LONGEST_PAUSE = 1.0, 30.0

_TROUBLES = {
    "conflict": "another process polls with the same Telegram token: only one may; trying on",
    "webhook": "a webhook is set for the Telegram token, so nothing can be polled: it is taken away; trying on",
    "token-rejected": "Telegram does not accept the token any more; trying on",
    "unreachable": "Telegram cannot be reached; trying on",
}


class Poller:
    """Polls for one bot. `introduce` comes first; `take` takes updates in, and gives those that must come again.

    `halted` is told for how many seconds the server wants to hear nothing at all. `clock` counts seconds.
    """

    def __init__(
        self,
        bot: Bot,
        introduce: Callable[[], Awaitable[None]],
        take: Callable[[Sequence[Update]], Awaitable[Sequence[Update]]],
        sleep: Callable[[float], Awaitable[None]],
        halted: Callable[[float], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._introduce = introduce
        self._take = take
        self._sleep = sleep
        self._halted = halted
        self._clock = clock
        self._introduced = False
        self._polling: asyncio.Task[None] | None = None
        self._taking: asyncio.Task[bool] | None = None
        self._may = asyncio.Event()
        self._offset = 0
        self._hooked: str | None = None
        self._heard: float | None = None
        self.trouble: str | None = None

    @property
    def silent_for(self) -> float | None:
        """Seconds since the server answered last; None where it has not yet."""
        return None if self._heard is None else self._clock() - self._heard

    async def start(self, *, tries_on: bool = False) -> None:
        """Introduce the bot and begin to poll; what goes wrong is tried again in the background.

        Raises:
            InvalidToken: the server does not know the token; where it `tries_on`, that is a trouble like others.
        """
        try:
            await self._introduce_once()
        except TelegramError as error:
            if isinstance(error, InvalidToken) and not tries_on:
                raise
            self._note(error)
        self._polling = asyncio.create_task(self._poll())

    def listen(self, *, may: bool) -> None:
        """Poll from now on, or no more."""
        (self._may.set if may else self._may.clear)()

    async def stop(self) -> None:
        """Poll no more; what has come is taken in to its end."""
        if self._polling is not None:
            self._polling.cancel()
        for task in (self._polling, self._taking):
            if task is not None:
                await asyncio.wait([task])

    async def _introduce_once(self) -> None:
        if not self._introduced:
            await self._introduce()
            self._introduced = True

    async def _poll(self) -> None:
        pause = _PAUSE
        while True:
            asked = await self._try_poll()
            if asked is None:
                pause = _PAUSE
            else:
                await self._sleep(max(pause, asked))
                pause = min(pause * 2, _LONGEST_PAUSE)

    async def _try_poll(self) -> float | None:
        """Poll once; None when all is well, else how many seconds the server asks us to pause."""
        try:
            await self._introduce_once()
            return None if await self._poll_once() else 0.0
        except TelegramError as error:
            self._note(error)
            if self.trouble == "webhook":
                await self._unhook()
            return error.seconds if isinstance(error, TooManyRequestsError) else 0.0
        except Exception:
            log.exception("what Telegram said was not understood")
            return 0.0

    async def _unhook(self) -> None:
        """Take away the webhook that somebody has set; what waits stays. Of its address the path may hold a secret."""
        try:
            host = urlsplit((await self._bot.get_webhook_info()).url).hostname
            if host and host != self._hooked:
                log.warning("the webhook that was set for the Telegram token led to %s", host)
                self._hooked = host
            await self._bot.delete_webhook(drop_pending_updates=False)
        except (TelegramError, ValueError):
            log.debug("the webhook was not taken away", exc_info=True)

    async def _poll_once(self) -> bool:
        """Wait for updates and take them in; say whether all of them could be."""
        await self._may.wait()
        updates = await self._bot.get_updates(offset=self._offset, timeout=POLL, allowed_updates=_KINDS)
        self._heard = self._clock()
        self._note(None)
        if not updates:
            return True
        self._taking = asyncio.create_task(self._take_all(updates))
        return await asyncio.shield(self._taking)

    async def _take_all(self, updates: Sequence[Update]) -> bool:
        """Take updates in. Asking for what follows them confirms them: not before."""
        left: Sequence[Update] = updates
        try:
            left = await self._take(updates)
        except Exception:
            log.exception("updates from %s on could not be taken in and will come again", updates[0].update_id)
        self._offset = left[0].update_id if left else updates[-1].update_id + 1
        return not left

    def _note(self, error: TelegramError | None) -> None:
        """Say once what the trouble is, and once that it is over."""
        if isinstance(error, TooManyRequestsError):
            self._halted(error.seconds)
        trouble = None if error is None else _trouble(error)
        if trouble == self.trouble:
            return
        self.trouble = trouble
        if error is None or trouble is None:
            log.info("Telegram is heard again")
        elif isinstance(error, InvalidToken):
            # What the library says of a token that was refused names it.
            log.warning(_TROUBLES[trouble])
        else:
            log.warning("%s (%s)", _TROUBLES[trouble], words_of(error))


def _trouble(error: TelegramError) -> str:
    match error:
        case Conflict(message=said) if "webhook" in said.lower():
            return "webhook"
        case Conflict():
            return "conflict"
        case InvalidToken():
            return "token-rejected"
        case _:
            return "unreachable"
