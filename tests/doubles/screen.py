"""A chat as the people in it see it, on whichever messenger."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

from tests.doubles.bell import Bell
from tests.doubles.double import DEADLINE

Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message."""

    name: str
    mime: str
    content: bytes


class Message(Protocol):
    """A message as it is seen."""

    @property
    def text(self) -> str:
        """Its words."""
        ...


M = TypeVar("M", bound=Message)


class Shown(Protocol):
    """A room with what was said in it; `sent` is the bot's, and `sent_read` of them have been looked at."""

    sent_read: int

    @property
    def title(self) -> str:
        """Its name."""
        ...

    @property
    def posts(self) -> dict[Any, Any]:
        """Everything that stands in it."""
        ...

    @property
    def sent(self) -> Sequence[Any]:
        """What the bot has said."""
        ...


class Screen(ABC, Generic[M]):
    """What a test looks at."""

    _room: Shown

    def __init__(self, bell: Bell) -> None:
        self._bell = bell

    @property
    def history(self) -> list[M]:
        """Every message of the chat, as it stands now."""
        return [self._seen(post) for post in self._room.posts.values()]

    @property
    def unread(self) -> list[M]:
        """The bot's messages that `next_message` has not given yet."""
        return [self._seen(post) for post in self._room.sent[self._room.sent_read :]]

    async def next_message(self) -> M:
        """Wait for the bot's next new message here."""
        sent = await self._wait(lambda: self._room.sent[self._room.sent_read :] or None, "said nothing")
        self._room.sent_read += 1
        return self._seen(sent[0])

    async def _wait(self, ready: Callable[[], Found | None], failing: str) -> Found:
        try:
            async with asyncio.timeout(DEADLINE):
                return await self._bell.until(ready)
        except TimeoutError:
            last = [message.text for message in self.history[-3:]]
            raise AssertionError(f"the bot {failing} in {self._room.title} for {DEADLINE} s; last: {last}") from None

    @abstractmethod
    def _seen(self, post: Any) -> M:
        """Give a message as it stands now."""
