"""Waiting for something to become true, without sleeping."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Bell:
    """Rung after every change; whoever waits looks again."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake all who wait."""
        self._event.set()
        self._event = asyncio.Event()

    async def until(self, ready: Callable[[], Found | None]) -> Found:
        """Wait until `ready` gives something, and give it."""
        while (found := ready()) is None:
            await self._event.wait()
        return found
