"""Whom every channel tells of what it hears, and what the house has of each."""

from collections.abc import Sequence
from typing import Protocol

from bot.hearing import Fetching
from bot.talk import Incoming
from scheduler.delivery import Channel


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


class ServedChannel(Channel, Fetching, Protocol):
    """A channel that the service hears and sends by."""

    @property
    def silent_for(self) -> float | None:
        """Seconds since its server was last heard; None where it has not been, or there is none."""
        ...

    def listen(self, *, may: bool) -> None:
        """Hear people from now on, or no more: another process does."""
        ...
