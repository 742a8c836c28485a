"""Where a messenger's server posts what is said to a bot: to us where we have an address, never away from others."""

import logging
from hashlib import sha256
from typing import Protocol
from urllib.parse import urlsplit

from bot.channels.house import House

log = logging.getLogger(__name__)

LOOK_AGAIN = 3600.0
"""Seconds between two looks at where the server posts to, and between two tries to have it post to us."""


class HookRefusedError(Exception):
    """The server does not post to such an address; says why, in its words."""


class Posting(Protocol):
    """A messenger's server, which posts to one address for each bot, or is polled. Each may raise its own errors."""

    async def stands(self) -> str:
        """The address to which it posts; empty where it is polled."""
        ...

    async def set(self, url: str) -> None:
        """Have it post to `url`, with the secret that only it and we know.

        Raises:
            HookRefusedError: it does not post there.
        """
        ...

    async def unset(self) -> None:
        """Have it post nowhere; what waits stays."""
        ...


class Hook:
    """Sees to where the server posts for one bot: to `ours`; where that is None, no more to where we had it post.

    With other `terms` than those that were set, the secret among them, it is set anew; they are known by their hash.
    """

    def __init__(self, server: Posting, house: House, bot: str, ours: str | None, terms: str) -> None:
        self._server = server
        self._house = house
        self._bot = bot
        self._ours = ours
        self._mark = f"{ours}#{sha256(terms.encode()).hexdigest()[:8]}"
        self._settled = False
        self._named: str | None = None

    async def posts_to_us(self) -> bool:
        """Whether it does, which is seen to first; else it is to be polled.

        Raises:
            HookRefusedError: it shall, and does not.
            DatabaseAway: it cannot be known now what was set before.
        """
        if self._ours is None:
            if not self._settled:
                await self._take_back()
                self._settled = True
            return False
        await self._lead(self._ours)
        return True

    async def stands_in_the_way(self) -> None:
        """A poll was refused for it: say whose it is, and look before the next poll whether it is ours to take away."""
        self._settled = False
        host = host_of(await self._server.stands())
        if host is not None and host != self._named:
            log.warning("the webhook that is set for %s leads to %s", self._bot, host)
            self._named = host

    async def _lead(self, ours: str) -> None:
        remembered, stands = await self._house.hook_of(self._bot), await self._server.stands()
        if stands != ours or remembered not in {None, self._mark}:
            if stands not in {"", ours}:
                log.warning("the webhook that is set for %s leads to %s: it is led to us", self._bot, host_of(stands))
            # Without the hash first: should we end before it is set, it is ours all the same, and set again.
            await self._house.remember_hook(self._bot, ours)
            await self._server.set(ours)
            log.info("what is said to %s is posted to us from now on", self._bot)
        elif remembered is not None:
            return
        await self._house.remember_hook(self._bot, self._mark)

    async def _take_back(self) -> None:
        remembered = await self._house.hook_of(self._bot)
        if remembered is None:
            return
        if await self._server.stands() == remembered.partition("#")[0]:
            await self._server.unset()
            log.info("what is said to %s is posted to us no more, and polled", self._bot)
        await self._house.remember_hook(self._bot, None)


def hook_path(bot: str) -> str:
    """Where below our address a bot's server posts to."""
    return f"/hook/{bot}"


def host_of(url: str) -> str | None:
    """The host in an address, of which the path may be somebody's secret."""
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None
