"""Long polling: updates are asked for one after another, and confirmed only when they have been taken in.

Where Telegram posts them to us nothing is polled; it is looked at now and then whether it still does.
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence

from telegram import Bot, Update
from telegram.error import Conflict, InvalidToken, TelegramError

from bot.channels.hooking import LOOK_AGAIN, Hook, HookRefusedError
from bot.channels.telegram.wire import POLL, TooManyRequestsError, words_of
from data.refusals import DatabaseAway

log = logging.getLogger(__name__)

KINDS = ("message", "edited_message", "callback_query", "message_reaction", "my_chat_member")
"""What the house hears of."""
# Seconds between attempts: doubling from the first to the second.
_PAUSE, _LONGEST_PAUSE = 1.0, 30.0

_TROUBLES = {
    "conflict": "another process polls with the same Telegram token: only one may; trying on",
    "webhook": "a webhook is set for the Telegram token, so nothing can be polled until it is taken away; trying on",
    "token-rejected": "Telegram does not accept the token any more; trying on",
    "unreachable": "Telegram cannot be reached; trying on",
}


class Poller:
    """Polls for one bot, unless its `hook` stands.

    `introduce` comes first; `take` takes updates in, and gives those that must come again. `halted` is told for how
    many seconds the server wants to hear nothing at all. `clock` counts seconds.
    """

    def __init__(
        self,
        bot: Bot,
        hook: Hook,
        introduce: Callable[[], Awaitable[None]],
        take: Callable[[Sequence[Update]], Awaitable[Sequence[Update]]],
        sleep: Callable[[float], Awaitable[None]],
        halted: Callable[[float], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bot = bot
        self._hook = hook
        self._introduce = introduce
        self._take = take
        self._sleep = sleep
        self._halted = halted
        self._clock = clock
        self.is_introduced = False
        self._polling: asyncio.Task[None] | None = None
        self._taking: asyncio.Task[bool] | None = None
        self._may = asyncio.Event()
        self._offset = 0
        self._heard: float | None = None
        self.trouble: str | None = None

    @property
    def silent_for(self) -> float | None:
        """Seconds since the server answered last, or posted; None where it has not yet."""
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

    def posted(self) -> None:
        """The server has told something by itself."""
        self._heard = self._clock()
        self._note(None)

    async def stop(self) -> None:
        """Poll no more; what has come is taken in to its end."""
        if self._polling is not None:
            self._polling.cancel()
        for task in (self._polling, self._taking):
            if task is not None:
                await asyncio.wait([task])

    async def _introduce_once(self) -> None:
        if not self.is_introduced:
            await self._introduce()
            self.is_introduced = True

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
            await self._may.wait()
            if await self._hook.posts_to_us():
                self._note(None)
                await self._sleep(LOOK_AGAIN)
                return None
            return None if await self._poll_once() else 0.0
        except HookRefusedError as refused:
            self._tell("webhook", "Telegram does not post to our address; trying on (%s)", refused)
            return LOOK_AGAIN
        except TelegramError as error:
            self._note(error)
            if self.trouble == "webhook":
                await self._look_whose()
            return error.seconds if isinstance(error, TooManyRequestsError) else 0.0
        except DatabaseAway as away:
            log.warning("it is not known yet whether a webhook of ours is set (%s)", away.reason)
            return 0.0
        except Exception:
            log.exception("what Telegram said was not understood")
            return 0.0

    async def _look_whose(self) -> None:
        try:
            await self._hook.stands_in_the_way()
        except TelegramError:
            log.debug("whose the webhook is could not be asked", exc_info=True)

    async def _poll_once(self) -> bool:
        """Wait for updates and take them in; say whether all of them could be."""
        updates = await self._bot.get_updates(offset=self._offset, timeout=POLL, allowed_updates=KINDS)
        self.posted()
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
        if error is None or trouble is None:
            self._tell(None, "Telegram is heard again")
        elif isinstance(error, InvalidToken):
            # What the library says of a token that was refused names it.
            self._tell(trouble, _TROUBLES[trouble])
        else:
            self._tell(trouble, "%s (%s)", _TROUBLES[trouble], words_of(error))

    def _tell(self, trouble: str | None, said: str, *fields: object) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            log.log(logging.INFO if trouble is None else logging.WARNING, said, *fields)


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
