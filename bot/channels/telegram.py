"""The channel to Telegram: hears by long polling, answers at once, delivers at Telegram's pace."""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    Update,
)
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram_files import fetch
from bot.channels.telegram_polling import Poller
from bot.channels.telegram_reading import CHANNEL, Heard, Place, lost, moved, read
from bot.channels.telegram_sending import Sender
from bot.channels.telegram_wire import PATIENCE, TooManyRequestsError, make_bot
from bot.talk import Answer, Incoming
from data.errors import TokenRejected
from data.outgoing import Outgoing
from scheduler.delivery import Moved, Outcome, TryLater, Undeliverable
from scheduler.pacing import TELEGRAM, Lane, Pacer

log = logging.getLogger(__name__)

Commands = Sequence[tuple[str, str]]
Hear = Callable[[Incoming], Awaitable[Answer]]
TellPair = Callable[[str, str], Awaitable[None]]

# Seconds that answers under way are given at the end.
_GRACE = 5.0

_SCOPES: Mapping[str, BotCommandScope] = {
    "default": BotCommandScopeDefault(),
    "all_private_chats": BotCommandScopeAllPrivateChats(),
    "all_group_chats": BotCommandScopeAllGroupChats(),
}


@dataclass(frozen=True, slots=True)
class _House:
    """Whom the channel tells."""

    hear: Hear
    moved: TellPair
    unreachable: TellPair


class Telegram:
    """One bot on Telegram. `base_url` is the server's root; `clock` and `sleep` count in seconds.

    Files that people send are put into `folder`, the office's data folder, and those of answers are read from it;
    without one they are neither fetched nor sent.
    """

    name = CHANNEL

    def __init__(
        self,
        token: str,
        *,
        base_url: str = "https://api.telegram.org",
        proxy: str | None = None,
        folder: Path | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = make_bot(token, base_url, proxy)
        self._pacer = Pacer(TELEGRAM, clock, sleep)
        self._sender = Sender(self._bot, self._pacer, sleep, folder)
        self._sleep = sleep
        self._folder = folder
        self._poller: Poller | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._locks: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard now: "conflict", "token-rejected" or "unreachable"; None when all is well."""
        return None if self._poller is None else self._poller.trouble

    async def username(self) -> str | None:
        """The bot's name on Telegram, for links to it; None while Telegram cannot be reached.

        Raises:
            TokenRejected: Telegram does not know the token.
        """
        try:
            return (await self._bot.get_me()).username
        except InvalidToken:
            raise _rejected() from None
        except TelegramError as error:
            if isinstance(error, TooManyRequestsError):
                self._pacer.halted(error.seconds)
            log.warning("Telegram cannot be reached (%s)", error.message)
            return None

    async def start(
        self, hear: Hear, commands: Mapping[str, Commands], *, moved: TellPair, unreachable: TellPair
    ) -> None:
        """Begin to hear, in the running loop. Without a network it goes on trying in the background.

        `hear` must have stored what came in when it returns; it comes again where it raises. `commands` are the menus
        by scope: "default", "all_private_chats", "all_group_chats". `moved` is told a group's old and new chat id,
        `unreachable` the id of a chat that is closed to us and why: "blocked", "kicked", "left" ….

        Raises:
            TokenRejected: Telegram does not know the token.
        """
        house = _House(hear, moved, unreachable)
        introduce, take = partial(self._introduce, commands), partial(self._take, house)
        self._poller = Poller(self._bot, introduce, take, self._sleep, self._pacer.halted)
        try:
            await self._poller.start()
        except InvalidToken:
            await self._bot.shutdown()
            raise _rejected() from None

    async def stop(self) -> None:
        """Hear no more, give the answers under way, and leave."""
        if self._poller is not None:
            await self._poller.stop()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_GRACE)
        for task in self._tasks:
            task.cancel()
        await self._bot.shutdown()

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        """Send, split where the limit forces it; never raises. The server may be silent for `patience` seconds a part.

        What has perhaps arrived is not sent again from here, nor is a beginning whose end could not be sent.
        """
        try:
            # Telegram gives groups negative ids.
            place = Place(chat_id, is_group=chat_id.startswith("-"))
            return await self._sender.send(lane, place, outgoing, patience)
        except Exception:
            log.exception("a message could not be sent")
            return TryLater("failed")

    async def set_menu(self, chat_id: str, commands: Commands) -> None:
        """Show one chat a menu of its own; an empty one gives it back the common menu."""
        await self._set_menu(BotCommandScopeChat(chat_id), commands)

    async def _introduce(self, commands: Mapping[str, Commands]) -> None:
        await self._bot.initialize()
        # While a webhook is set nothing can be polled. What waits there stays.
        await self._bot.delete_webhook(drop_pending_updates=False)
        for scope, menu in commands.items():
            await self._set_menu(_SCOPES[scope], menu)

    async def _set_menu(self, scope: BotCommandScope, commands: Commands) -> None:
        try:
            if commands:
                await self._bot.set_my_commands([BotCommand(*command) for command in commands], scope)
            else:
                await self._bot.delete_my_commands(scope)
        except TelegramError as error:
            log.warning("a menu of commands was not set: %s", error.message)

    async def _take(self, house: _House, update: Update) -> None:
        if update.callback_query is not None:
            self._beside(self._acknowledge(update.callback_query.id))
        if (ids := moved(update)) is not None:
            await house.moved(*ids)
        elif (closed := lost(update)) is not None:
            await house.unreachable(*closed)
        elif (heard := read(update, self._bot.bot)) is not None:
            answer = await house.hear(await self._with_file(heard))
            self._beside(self._answer(house, heard, answer))

    async def _with_file(self, heard: Heard) -> Incoming:
        """What was said with the file fetched, where there is a folder for it."""
        if heard.file is None or self._folder is None:
            return heard.incoming
        attachment = await fetch(self._bot, self._folder, heard.file, heard.incoming.text)
        return replace(heard.incoming, file=attachment)

    async def _acknowledge(self, query_id: str) -> None:
        """Let the tapped button stop turning."""
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError as error:
            log.debug("a tap was not acknowledged: %s", error.message)

    async def _answer(self, house: _House, heard: Heard, answer: Answer) -> None:
        try:
            # The answers of one chat go in the order of what they answer.
            async with self._locks[heard.place.chat_id]:
                place = heard.place
                for reply in answer.replies:
                    await self._reply(house, place, reply)
                    place = replace(place, quoting=None)
                if answer.menu is not None:
                    await self.set_menu(place.chat_id, answer.menu)
                if answer.updated is not None and heard.incoming.tapped is not None:
                    await self._sender.edit(place, int(heard.incoming.tapped), answer.updated)
        except Exception:
            log.exception("update %s could not be answered", heard.incoming.update_id)

    async def _reply(self, house: _House, place: Place, reply: Outgoing) -> None:
        outcome = await self._sender.send(Lane.ANSWER, place, reply)
        if isinstance(outcome, Moved):
            await house.moved(place.chat_id, outcome.chat_id)
            outcome = await self._sender.send(Lane.ANSWER, Place(outcome.chat_id, is_group=True), reply)
        if isinstance(outcome, Undeliverable):
            await house.unreachable(place.chat_id, outcome.reason)
        elif isinstance(outcome, TryLater):
            log.warning("an answer was not given: %s", outcome.reason)

    def _beside(self, work: Coroutine[None, None, None]) -> None:
        """Run `work` beside what goes on; the set keeps it alive."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _rejected() -> TokenRejected:
    return TokenRejected(channel="Telegram", variable="TELEGRAM_TOKEN")
