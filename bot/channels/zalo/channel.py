"""The channel to Zalo: hears by long polling or by what Zalo posts to us, answers at once, delivers at its pace."""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from bot.channels.hooking import Hook, hook_path, host_of
from bot.channels.house import Facts, House, Link, Menus
from bot.channels.zalo import files, webhook
from bot.channels.zalo.client import PATIENCE, SILENCE, Client, ZaloError
from bot.channels.zalo.intake import Intake
from bot.channels.zalo.polling import Poller, trouble_of
from bot.channels.zalo.probing import probe
from bot.channels.zalo.reading import Me, Update, bot_name
from bot.channels.zalo.sending import LIMITS, QUOTA, Sender
from bot.talk import Attachment
from data.ledger import Allowance
from data.refusals import TokenRejected
from data.talk import Outgoing
from scheduler.bots import Lane, Pacer
from scheduler.channel import Delivered, Outcome, TryLater

log = logging.getLogger(__name__)

# Seconds that what is being taken in is given at the end.
_GRACE = 5.0
# Seconds after which Zalo is told that we have it, though the house does not yet.
_ANSWERED_WITHIN = 5.0


class Zalo:
    """One bot on Zalo. `base_url` is the server's root; `clock` and `sleep` count in seconds.

    Photos that people send are put into `folder`, the office's data folder; without one they are not fetched. They come
    from Zalo's own servers, or from `photo_hosts`. Files of answers go by the addresses that `link` gives, and are said
    in words without it. In `groups` it hears only where they are switched on; `called` is the name by which people
    mention it there, where Zalo does not tell it. `allowance` is what its plan lets it do. Where we have a `public`
    address Zalo posts below it, and nothing is polled.
    """

    has_buttons = False

    def __init__(  # noqa: PLR0913 - each is a setting of its own
        self,
        token: str,
        *,
        base_url: str = "https://bot-api.zaloplatforms.com",
        proxy: str | None = None,
        folder: Path | None = None,
        groups: bool = False,
        called: str | None = None,
        allowance: Allowance | None = None,
        public: str | None = None,
        link: Link | None = None,
        photo_hosts: Collection[str] = (),
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._me = Me(bot_name(token), frozenset(filter(None, [called])))
        self._client = Client(token, base_url, proxy)
        self._secret = webhook.secret_of(token)
        self._server = webhook.Server(self._client, self._secret)
        self._ours = None if public is None else f"{public}{hook_path(self._me.name)}"
        self._pacer = Pacer(LIMITS, clock, sleep)
        self._sender = Sender(self._client, self._pacer, sleep, link)
        self._folder, self._groups = folder, groups
        self._photo_hosts, self._proxied = photo_hosts, proxy is not None
        self._clock, self._sleep = clock, sleep
        self.allowance = allowance
        self._unanswered: str | None = None
        self._poller: Poller | None = None
        self._intake: Intake | None = None
        self._tasks: set[asyncio.Task[bool]] = set()

    @property
    def name(self) -> str:
        """The bot by its id, which is the same with every token of it: "zalo:42"."""
        return self._me.name

    @property
    def trouble(self) -> str | None:
        """Why nothing is heard now, see `polling.TROUBLES`; "quota" where nothing can be said."""
        heard = self._unanswered if self._poller is None else self._poller.trouble
        return heard or (QUOTA if self._sender.is_spent else None)

    @property
    def silent_for(self) -> float | None:
        """Seconds since Zalo answered the last question for news, or told some; None where it has not yet."""
        return None if self._poller is None else self._poller.silent_for

    async def username(self) -> str | None:
        """The bot's name on Zalo, as people see it where Zalo tells that; None while Zalo cannot be reached.

        Raises:
            TokenRejected: Zalo does not know the token.
        """
        try:
            told = await self._client.call("getMe")
            return _named(told, "display_name") or _named(told, "account_name")
        except ZaloError as error:
            if error.rejected:
                raise _rejected() from None
            self._unanswered = trouble_of(error)
            if error.hammered:
                self._pacer.halted(SILENCE)
            log.warning("Zalo cannot be reached (%s)", error)
            return None

    async def hooked(self) -> str | None:
        """The host to which others have Zalo post what is said to the bot; None where it is polled, or ours."""
        try:
            stands = await self._server.stands()
        except ZaloError:
            return None
        return None if stands == self._ours else host_of(stands)

    async def start(self, house: House, menus: Menus, *, tries_on: bool = False) -> None:  # noqa: ARG002 - Zalo shows none
        """Get ready in the running loop, to hear as soon as `listen` says so, without a network in the background.

        Raises:
            TokenRejected: Zalo does not know the token; where it `tries_on`, that is a trouble like others.
        """
        brings = self._folder is not None
        self._intake = Intake(house, lambda: self._me, self._sleep, brings=brings, groups=self._groups)
        hook = Hook(self._server, house, self.name, self._ours, self._secret)
        introduce, take, halted = self._introduce, self._take, self._pacer.halted
        self._poller = Poller(self.name, self._client, hook, introduce, take, self._sleep, halted, self._clock)
        try:
            await self._poller.start(tries_on=tries_on)
        except ZaloError:
            await self._client.close()
            raise _rejected() from None

    def listen(self, *, may: bool) -> None:
        """Ask for what is said from now on, or no more."""
        if self._poller is not None:
            self._poller.listen(may=may)

    async def told(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Take in what was posted to us; False where it is not Zalo that posts.

        The house has kept it when this returns, unless its database is away: then it is told as soon as that is back.
        """
        try:
            update = webhook.opened(body, headers.get(webhook.HEADER), self._secret)
        except webhook.ForgedError:
            return False
        if update is not None:
            taken = self._taken(update)
            if self._poller is not None:
                self._poller.posted()
            await asyncio.wait([taken], timeout=_ANSWERED_WITHIN)
        return True

    async def fetch(self, file: Attachment, words: str) -> Attachment:
        """Bring a photo that was only named into the data folder; never raises."""
        if file.ref is None or self._folder is None:
            return replace(file, ref=None, why="lost")
        http, proxied = self._client.http, self._proxied
        return await files.fetch(http, self._folder, file.ref, words, self._photo_hosts, proxied=proxied)

    async def stop(self) -> None:
        """Hear no more, and leave."""
        if self._poller is not None:
            await self._poller.stop()
        left = (await asyncio.wait(self._tasks, timeout=_GRACE))[1] if self._tasks else set()
        for task in left:
            log.warning("something that was said is not stored, and lost: the database is away")
            task.cancel()
        await self._client.close()

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        """Send, split where the limit forces it; never raises. The server may be silent for `patience` seconds a part.

        Nothing that was sent can be changed: what would replace it is not said again. There are no menus and no topics,
        and no message can be quoted.
        """
        if outgoing.replaces is not None:
            return Delivered()
        try:
            return await self._sender.send(lane, chat_id, outgoing, patience)
        except Exception:
            log.exception("a message could not be sent")
            return TryLater("failed")

    async def probe(self, chat_id: str) -> Facts:
        """Try what nobody is sure of, in the chat of somebody who knows; what is told meanwhile goes to the house."""
        return await probe(self._client, self._me.name.partition(":")[2], chat_id, self._take)

    async def _introduce(self) -> None:
        name = _named(await self._client.call("getMe"), "display_name")
        self._me = replace(self._me, called=frozenset({*self._me.called, *filter(None, [name])}))
        if self._groups and not self._me.called:
            log.warning("Zalo does not tell by which name groups mention the bot, and no setting does")

    async def _take(self, update: Update) -> bool:
        # Whoever polls no more has taken this out of Zalo all the same.
        return await asyncio.shield(self._taken(update))

    def _taken(self, update: Update) -> asyncio.Task[bool]:
        """An update on its way into the house; the set keeps it alive."""
        if self._intake is None:
            raise RuntimeError("nobody hears this channel: start() comes first")
        task = asyncio.create_task(self._intake.take(update))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task


def _named(told: Any, field: str) -> str | None:
    """A name in what getMe told."""
    name = told.get(field) if isinstance(told, dict) else None
    return str(name) if name else None


def _rejected() -> TokenRejected:
    return TokenRejected(channel="Zalo", variable="ZALO_TOKENS")
