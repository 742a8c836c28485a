"""The queue of events: one at a time, handed to one poller, gone when it is read, or given again and again."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from tests.doubles.bell import Bell
from tests.doubles.refused import Refused
from tests.doubles.zalo.records import Json
from tests.doubles.zalo.rules import Rules

_WEBHOOK_SET = "You cannot use this API while a webhook is set. Please remove the webhook first"


@dataclass(eq=False, slots=True)
class Updates:
    """What waits for the bot."""

    bell: Bell
    rules: Rules
    pending: deque[Json] = field(default_factory=deque)
    webhook: Json = field(default_factory=dict)
    closed: bool = False
    _last: Json | None = None
    _handed: bool = False
    _round: int = 0
    _waiting: int = 0

    @property
    def drained(self) -> bool:
        """Whether the bot has taken every event, and asked again after the last."""
        return not self.pending and not self._handed

    def add(self, event: Json) -> None:
        """Queue an event."""
        self.pending.append(event)
        self.bell.ring()

    def hook(self, webhook: Json) -> None:
        """Set the webhook; pollers are sent away by one with a url. An empty one takes it away."""
        self.webhook = webhook
        self.bell.ring()

    async def end_polls(self) -> None:
        """Wait until somebody polls, and let the time of every poller be up."""
        await self.bell.until(lambda: self._waiting or None)
        self._round += 1
        self.bell.ring()

    def close(self) -> None:
        """Let every poller go."""
        self.closed = True
        self.bell.ring()

    def take_all(self) -> list[Json]:
        """Give every event that waits, for the webhook."""
        events = list(self.pending)
        self.pending.clear()
        self.bell.ring()
        return events

    def take(self) -> Json | None:
        """Give the oldest event, or in `replay` the last once more; None where there is nothing to give."""
        if self.pending:
            self._last = self.pending.popleft()
            self._handed = True
            self.bell.ring()
            return self._last
        return self._last if self.rules.polling == "replay" else None

    async def poll(self, seconds: float) -> Json:
        """Give one event, waiting some seconds for it. A webhook refuses it, now or when it comes."""
        self._refuse_beside_webhook()
        self._handed = False
        self._waiting += 1
        self.bell.ring()
        ours = self._round
        try:
            async with asyncio.timeout(seconds):
                await self.bell.until(lambda: self._ends(ours) or None)
        except TimeoutError:
            pass
        finally:
            self._waiting -= 1
        self._refuse_beside_webhook()
        event = self.take()
        if event is None:
            raise Refused(408, "Request timeout")
        return event

    def _ends(self, ours: int) -> bool:
        replayed = self._last is not None and self.rules.polling == "replay"
        return bool(self.pending or replayed or self.closed or self._round != ours or self.webhook)

    def _refuse_beside_webhook(self) -> None:
        if self.webhook:
            raise Refused(400, _WEBHOOK_SET)
