"""What is kept is handled: of each chat in order, of several chats at once, until it is done."""

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from bot.conversation import Conversation
from bot.talk import Attachment, Incoming
from data.refusals import DatabaseAway

log = logging.getLogger(__name__)

# So many chats are answered at once; a chat that floods us waits for itself.
_AT_ONCE = 6
# Seconds between attempts while the database is away: doubling from the first to the second.
_PAUSE, _LONGEST_PAUSE = 0.5, 5.0

Waiting = tuple[Incoming, datetime]


class Fetching(Protocol):
    """A channel that files can be fetched from."""

    async def fetch(self, file: Attachment, words: str) -> Attachment:
        """Bring a file that was only named into the data folder; never raises."""
        ...


class Hearing:
    """Handles what was kept. `clock` gives the moment, aware; `answered` is told after each that has been handled."""

    def __init__(
        self,
        conversation: Conversation,
        channels: Mapping[str, Fetching],
        clock: Callable[[], datetime],
        answered: Callable[[], None],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._conversation = conversation
        self._channels = channels
        self._clock = clock
        self._answered = answered
        self._sleep = sleep
        self._queues: dict[tuple[str, str], deque[Waiting]] = {}
        self._known: set[tuple[str, str]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(_AT_ONCE)
        # Files are read one at a time, and whoever waits for that takes no place from the others.
        self._one_file = asyncio.Lock()

    def take(self, waiting: Iterable[Waiting]) -> None:
        """Have what was kept be handled; what is being handled already is not taken twice."""
        for incoming, at in waiting:
            update = (incoming.speaker.bot, incoming.update_id)
            if update in self._known:
                continue
            self._known.add(update)
            chat = (incoming.speaker.bot, incoming.speaker.chat_id)
            if chat in self._queues:
                self._queues[chat].append((incoming, at))
                continue
            self._queues[chat] = deque([(incoming, at)])
            task = asyncio.create_task(self._work(chat))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def idle(self) -> None:
        """Wait until all that was taken is handled."""
        while self._tasks:
            await asyncio.wait(list(self._tasks))

    async def stop(self, grace: float) -> None:
        """Give what is being handled `grace` seconds; the rest is kept, and handled after the next start."""
        queues, self._queues = list(self._queues.values()), {}
        for queue in queues:
            while len(queue) > 1:
                queue.pop()
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=grace)
        for task in self._tasks:
            task.cancel()

    async def _work(self, chat: tuple[str, str]) -> None:
        queue = self._queues[chat]
        while queue:
            incoming, at = queue[0]
            await self._handle_one(incoming, at)
            queue.popleft()
            self._known.discard((incoming.speaker.bot, incoming.update_id))
            self._answered()
        self._queues.pop(chat, None)

    async def _handle_one(self, incoming: Incoming, at: datetime) -> None:
        """Handle it, however long the database is away."""
        pause = _PAUSE
        while True:
            try:
                incoming = await self._with_file(incoming)
                await self._act(incoming, at)
            except DatabaseAway as away:
                log.warning("update %s waits to be handled (%s)", incoming.update_id, away.reason)
            except Exception:
                log.exception("update %s is set aside: it could not be handled", incoming.update_id)
                if await self._set_aside(incoming):
                    return
            else:
                return
            await self._sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE)

    async def _act(self, incoming: Incoming, at: datetime) -> None:
        async with self._one_file if incoming.file is not None else nullcontext(), self._places:
            await asyncio.to_thread(self._conversation.handle, incoming, self._clock(), asked_at=at)

    async def _with_file(self, incoming: Incoming) -> Incoming:
        """What came in with the file that it names fetched, where its chat speaks for somebody."""
        file, channel = incoming.file, self._channels.get(incoming.speaker.bot)
        if file is None or file.ref is None or channel is None:
            return incoming
        if not await asyncio.to_thread(self._conversation.brings, incoming):
            return replace(incoming, file=replace(file, ref=None, why="stranger"))
        return replace(incoming, file=await channel.fetch(file, incoming.text))

    async def _set_aside(self, incoming: Incoming) -> bool:
        bot = incoming.speaker.bot
        try:
            await asyncio.to_thread(
                self._conversation.set_aside, bot, incoming.update_id, {}, "not handled", self._clock()
            )
        except DatabaseAway:
            return False
        return True
