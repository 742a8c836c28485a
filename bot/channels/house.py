"""Whom every channel tells of what it hears, what the house has of each, and what a channel declares of itself."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from bot.hearing import Fetching
from bot.settings import Settings
from bot.talk import Incoming
from data.talk import Outgoing
from scheduler.channel import Channel

Told = TypeVar("Told")

Link = Callable[[str, str, str], str | None]
"""The address under which a file may be fetched for a while, from its path, SHA-256 and name; None where it is gone."""

Menus = Mapping[str, Sequence[tuple[str, str]]]
"""Commands with what they do, by the kind of chat that shows them: "default", "all_private_chats", …"""


Facts = Mapping[str, str | bool | None]
"""What was found out about a server by trying: None where it could not be."""


class TellAgainError(Exception):
    """What was posted to us could not be taken in now; says why."""


class House(Protocol):
    """Whom a channel tells of what it hears. Each raises DatabaseAway where nothing could be written: tell it again."""

    async def keep(self, said: Sequence[Incoming]) -> None:
        """Things were said: all are stored once when this returns, or none, and handled after."""
        ...

    async def set_aside(self, bot: str, update_id: str, content: str, reason: str) -> None:
        """Something came in that could not be read: it is kept as it came, for the operator."""
        ...

    async def moved(self, bot: str, chat_id: str, new_chat_id: str) -> None:
        """A group has another id from now on."""
        ...

    async def unreachable(self, bot: str, chat_id: str, reason: str) -> None:
        """A chat has been closed to us."""
        ...

    async def hook_of(self, bot: str) -> str | None:
        """Where we have had the bot's server post to, as it was remembered last."""
        ...

    async def remember_hook(self, bot: str, hook: str | None) -> None:
        """Remember that, also for whoever serves the bot after us."""
        ...


class ServedChannel(Channel, Fetching, Protocol):
    """A channel that the service hears and sends by."""

    @property
    def silent_for(self) -> float | None:
        """Seconds since its server was last heard; None where it has not been, or there is none."""
        ...

    def listen(self, *, may: bool) -> None:
        """Hear people from now on, or no more: another process does."""
        ...


class Bot(ServedChannel, Protocol):
    """One bot at the server of a messenger, by its token."""

    async def username(self) -> str | None:
        """The bot's public name, for people and for links; None while the server cannot be reached.

        Raises:
            TokenRejected: the server does not know the token.
        """
        ...

    async def hooked(self) -> str | None:
        """The host to which others have the server post what is said to the bot; None where it is polled, or ours."""
        ...

    async def start(self, house: House, menus: Menus, *, tries_on: bool = False) -> None:
        """Get ready in the running loop, to hear as soon as `listen` says so, without a network in the background.

        Raises:
            TokenRejected: the server does not know the token; where it `tries_on`, that is a trouble like others.
        """
        ...

    async def told(self, headers: Mapping[str, str], body: bytes) -> bool:
        """Take in what was posted to us for the bot; False where it was not its server that did.

        The names of `headers` are found however they are written. What cannot be read is taken in too, and kept aside.

        Raises:
            TellAgainError, DatabaseAway: it could not be kept now, and the server posts it again when it is told so.
        """
        ...

    async def stop(self) -> None:
        """Hear no more, and leave."""
        ...


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a messenger is to the house, said once in its folder: all others read it here.

    `key` stands before the colon in a bot's name; `name` is what people call it. `variable` sets its tokens, and
    `server` is where it is answered from. `bots` makes those that the settings know, loading what it needs, and gives
    them what makes addresses of files, where there is such a thing; `link` leads a person to a bot, by its name in the
    house, its public name and a one-time code; where the messenger has no links that carry a code, it is typed. `parts`
    says how many messages it makes of one, without sending it; those of a messenger that `has_buttons` need not number
    their choices. `probe` tries what its papers leave open, in a chat of somebody who knows, by a bot that has heard
    something from there and been stopped.
    """

    key: str
    name: str
    variable: str
    server: Callable[[Settings], str]
    bots: Callable[[Settings, Link | None], Sequence[Bot]]
    link: Callable[[str, str, str], str | None] = lambda _bot, _username, _code: None
    parts: Callable[[Outgoing], int] = lambda _outgoing: 1
    probe: Callable[[Bot, str], Awaitable[Facts]] | None = None
    has_buttons: bool = True


def asked(bot: Bot, question: Callable[[Bot], Awaitable[Told]]) -> Told:
    """What a bot's server says, asked by a command that does not serve it.

    Raises:
        TokenRejected: the server does not know the token.
    """

    async def ask() -> Told:
        try:
            return await question(bot)
        finally:
            await bot.stop()

    return asyncio.run(ask())
