"""The double in a thread and a loop of its own, for tests that block: that start processes and wait for them."""

import asyncio
import threading
from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

from tests.doubles.double import Double

D = TypeVar("D", bound=Double)
Given = TypeVar("Given")

# Seconds that anything done there may take.
_DEADLINE = 120.0


class Apart(Generic[D]):
    """As `with Apart(TelegramDouble()) as apart`: `apart.double` lives there, touched by `run` and `do` alone."""

    def __init__(self, double: D) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="double", daemon=True)
        self.double = double

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self.double.__aenter__())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.run(self.double.__aexit__(kind, error, trace))
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join(_DEADLINE)
            self._loop.close()

    def run(self, story: Coroutine[Any, Any, Given]) -> Given:
        """Run a coroutine there to its end: `apart.run(chat.says("viec"))`, `apart.run(chat.next_message())`."""
        return asyncio.run_coroutine_threadsafe(story, self._loop).result(_DEADLINE)

    def do(self, act: Callable[[], Given]) -> Given:
        """Do something there that does not wait: `apart.do(lambda: apart.double.user("Lan").private())`."""

        async def story() -> Given:
            return act()

        return self.run(story())
