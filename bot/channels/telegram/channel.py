"""The channel to Telegram: hears by polls or by what is posted to us, answers at once, delivers at Telegram's pace."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import takewhile
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

from bot.channels.hooking import Hook, hook_path, host_of
from bot.channels.house import House, Menus, TellAgainError
from bot.channels.telegram import webhook
from bot.channels.telegram.files import Wanted, fetch
from bot.channels.telegram.polling import KINDS, Poller
from bot.channels.telegram.reading import Place, bot_name, is_upgrade, lost, moved, read
from bot.channels.telegram.sending import Sender
from bot.channels.telegram.wire import LIMITS, PATIENCE, TooManyRequestsError, make_bot, words_of
from bot.talk import Attachment, Incoming
from data.refusals import DatabaseAway, TokenRejected
from data.talk import Outgoing
from locales import words_for
from locales.say.talking import said_elsewhere
from scheduler.bots import Lane, Pacer
from scheduler.channel import Delivered, Outcome, TryLater

log = logging.getLogger(__name__)

# Seconds that answers under way are given at the end.
_GRACE = 5.0

_SCOPES: Mapping[str, BotCommandScope] = {
    "default": BotCommandScopeDefault(),
    "all_private_chats": BotCommandScopeAllPrivateChats(),
    "all_group_chats": BotCommandScopeAllGroupChats(),
}


class Telegram:
    """One bot on Telegram. `base_url` is the server's root; `clock` and `sleep` count in seconds.

    Files that people send are put into `folder`, the office's data folder, and those of answers are read from it;
    without one they are neither fetched nor sent. What the channel itself has to say is said in `locale`. Where we have
    a `public` address Telegram posts below it, and nothing is polled.
    """

    has_buttons = True
    allowance = None

    def __init__(
        self,
        token: str,
        *,
        base_url: str = "https://api.telegram.org",
        proxy: str | None = None,
        folder: Path | None = None,
        locale: str = "vi",
        public: str | None = None,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._name = bot_name(int(token.partition(":")[0]))
        self._bot = make_bot(token, base_url, proxy)
        self._pacer = Pacer(LIMITS, clock, sleep)
        self._sender = Sender(self._bot, self._pacer, sleep, folder, elsewhere=said_elsewhere(words_for(locale)))
        self._clock, self._sleep = clock, sleep
        self._folder = folder
        self._secret = webhook.secret_of(token)
        self._server = webhook.Server(self._bot, self._secret)
        self._ours = None if public is None else f"{public}{hook_path(self._name)}"
        self._house: House | None = None
        self._poller: Poller | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._upgraded: dict[str, datetime] = {}

    @property
    def name(self) -> str:
        """The bot by its id, which is the same with every token of it: "telegram:42"."""
        return self._name

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard now: "conflict", "webhook", "token-rejected" or "unreachable"; None when all is well."""
        return None if self._poller is None else self._poller.trouble

    @property
    def silent_for(self) -> float | None:
        """Seconds since Telegram answered the last question for news, or posted some; None where it has not yet."""
        return None if self._poller is None else self._poller.silent_for

    async def username(self) -> str | None:
        """The bot's name on Telegram, for links to it; None while Telegram cannot be reached.

        Raises:
            TokenRejected: Telegram does not know the token.
        """
        try:
            return (await self._bot.get_me()).username
        except InvalidToken:
            pass
        except TelegramError as error:
            if isinstance(error, TooManyRequestsError):
                self._pacer.halted(error.seconds)
            log.warning("Telegram cannot be reached (%s)", words_of(error))
            return None
        # Raised where the exception of the library, which knows the token, is no longer at hand.
        raise _rejected()

    async def hooked(self) -> str | None:
        """The host to which others have Telegram post what is said to the bot; None where it is polled, or ours."""
        try:
            stands = await self._server.stands()
        except TelegramError:
            return None
        return None if stands == self._ours else host_of(stands)

    async def start(self, house: House, commands: Menus, *, tries_on: bool = False) -> None:
        """Get ready in the running loop, to hear as soon as `listen` says so, without a network in the background.

        `commands` are the menus by scope: "default", "all_private_chats", "all_group_chats".

        Raises:
            TokenRejected: Telegram does not know the token; where it `tries_on`, that is a trouble like others.
        """
        introduce, take = partial(self._introduce, commands), partial(self._take, house)
        terms = " ".join([self._secret, *KINDS])
        hook = Hook(self._server, house, self.name, self._ours, terms)
        self._house = house
        self._poller = Poller(self._bot, hook, introduce, take, self._sleep, self._pacer.halted, self._clock)
        try:
            await self._poller.start(tries_on=tries_on)
        except InvalidToken:
            await self._bot.shutdown()
        else:
            return
        raise _rejected()

    def listen(self, *, may: bool) -> None:
        """Ask for what is said from now on, or no more."""
        if self._poller is not None:
            self._poller.listen(may=may)

    async def told(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Take in what was posted to us; False where it is not Telegram that posts.

        Raises:
            TellAgainError, DatabaseAway: it could not be kept now; Telegram posts it again when it is told so.
        """
        if self._house is None or self._poller is None or not webhook.is_telegrams(headers, self._secret):
            return False
        self._poller.posted()
        if not self._poller.is_introduced:
            raise TellAgainError("the bot does not know its name yet")
        update = webhook.opened(body, self._bot)
        if update is None:
            log.warning("what Telegram posted is set aside: it is no update")
            await self._house.set_aside(self.name, *webhook.unread(body), "no update")
        elif await self._take(self._house, [update]):
            raise TellAgainError("the database is away")
        return True

    async def fetch(self, file: Attachment, words: str) -> Attachment:
        """Bring a file that was only named into the data folder; never raises."""
        if file.ref is None or self._folder is None:
            return replace(file, ref=None, why="lost")
        return await fetch(self._bot, self._folder, Wanted(file.ref, file.name, file.size), words)

    async def stop(self) -> None:
        """Hear no more, and leave."""
        if self._poller is not None:
            await self._poller.stop()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_GRACE)
        for task in self._tasks:
            task.cancel()
        await self._bot.shutdown()
        # The library leaves the connections of a bot that was asked something and never introduced.
        await self._bot.request.shutdown()

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        """Send, split where the limit forces it, or change what was sent; never raises.

        The server may be silent for `patience` seconds a part.

        What has perhaps arrived is not sent again from here, nor is a beginning whose end could not be sent. Where a
        topic is closed or gone the words go to the group's general one, with a line that says so.
        """
        try:
            place = _place(chat_id, outgoing)
            if outgoing.replaces is not None:
                await self._sender.edit(place, int(outgoing.replaces), outgoing)
                return Delivered((outgoing.replaces,))
            if outgoing.menu is not None:
                await self._set_menu(BotCommandScopeChat(chat_id), outgoing.menu)
            return await self._sender.send(lane, place, outgoing, patience)
        except Exception:
            log.exception("a message could not be sent")
            return TryLater("failed")

    async def _introduce(self, commands: Menus) -> None:
        await self._bot.initialize()
        for scope, menu in commands.items():
            await self._set_menu(_SCOPES[scope], menu)

    async def _set_menu(self, scope: BotCommandScope, commands: Sequence[tuple[str, str]]) -> None:
        try:
            if commands:
                await self._bot.set_my_commands([BotCommand(*command) for command in commands], scope)
            else:
                await self._bot.delete_my_commands(scope)
        except TelegramError as error:
            log.warning("a menu of commands was not set: %s", words_of(error))

    async def _take(self, house: House, updates: Sequence[Update]) -> Sequence[Update]:
        """Tell the house, in order; gives what must come again, from the first that the database refused.

        What cannot be read, or does harm, is kept aside. All that was said is stored together: many messages of one
        person keep nobody waiting.
        """
        for update in updates:
            if update.callback_query is not None:
                self._beside(self._acknowledge(update.callback_query.id))
        position = 0
        try:
            while position < len(updates):
                position += await self._tell(house, updates[position:])
        except DatabaseAway as away:
            log.warning(
                "updates from %s on are not stored and will come again (%s)", updates[position].update_id, away.reason
            )
        return updates[position:]

    async def _tell(self, house: House, updates: Sequence[Update]) -> int:
        """Tell of as many of the first updates as can be told together; gives how many."""
        said = [heard for heard in takewhile(lambda each: each is not None, map(self._said, updates)) if heard]
        if len(said) > 1 and await self._told_together(house, said):
            return len(said)
        try:
            await self._tell_one(house, updates[0])
        except DatabaseAway:
            raise
        except Exception as fault:
            log.exception("update %s is set aside: it cannot be read", updates[0].update_id)
            await house.set_aside(self.name, str(updates[0].update_id), updates[0].to_json(), type(fault).__name__)
        return 1

    async def _told_together(self, house: House, said: Sequence[Incoming]) -> bool:
        """False where one of them does harm: told alone it is found, and set aside."""
        try:
            await house.keep(said)
        except DatabaseAway:
            raise
        except Exception:  # noqa: BLE001 - it is logged where it is found
            return False
        return True

    def _said(self, update: Update) -> Incoming | None:
        """What was said by an update that tells nothing else."""
        try:
            if moved(update) is not None or lost(update) is not None or is_upgrade(update, self._upgraded):
                return None
            return self._read(update)
        except Exception:  # noqa: BLE001 - told alone it is set aside
            return None

    def _read(self, update: Update) -> Incoming | None:
        heard = read(update, self._bot.bot)
        return heard if heard is None or self._folder is not None else replace(heard, file=None)

    async def _tell_one(self, house: House, update: Update) -> None:
        if (ids := moved(update)) is not None:
            if update.message is not None:
                self._upgraded[ids[1]] = update.message.date
            await house.moved(self.name, *ids)
        elif (closed := lost(update)) is not None:
            await house.unreachable(self.name, *closed)
        elif not is_upgrade(update, self._upgraded) and (heard := self._read(update)) is not None:
            await house.keep([heard])

    async def _acknowledge(self, query_id: str) -> None:
        """Let the tapped button stop turning."""
        try:
            await self._bot.answer_callback_query(query_id)
        except TelegramError as error:
            log.debug("a tap was not acknowledged: %s", error.message)

    def _beside(self, work: Coroutine[None, None, None]) -> None:
        """Run `work` beside what goes on; the set keeps it alive."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _place(chat_id: str, outgoing: Outgoing) -> Place:
    """Where it is said. Telegram gives groups negative ids."""
    topic, quoting = (int(number) if number else None for number in (outgoing.topic, outgoing.quoting))
    return Place(chat_id, is_group=chat_id.startswith("-"), topic=topic, quoting=quoting)


def _rejected() -> TokenRejected:
    return TokenRejected(channel="Telegram", variable="TELEGRAM_TOKEN")
