"""The queue of updates: kept until confirmed by a later offset, handed to one poller at a time."""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from tests.doubles.bell import Bell
from tests.doubles.refused import Refused
from tests.doubles.telegram.schema import UPDATES

# Sent only to a bot that names them.
_ON_DEMAND = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST = 100_001

_OTHER_POLLER = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_COMES = "Conflict: terminated by setWebhook request"
_WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


@dataclass(eq=False, slots=True)
class Updates:
    """What waits for the bot. `allowed` outlives the call that set it, as on the real server."""

    bell: Bell
    pending: list[dict[str, Any]] = field(default_factory=list)
    allowed: Collection[str] = UPDATES - _ON_DEMAND
    webhook: dict[str, Any] = field(default_factory=dict)
    failure: dict[str, Any] = field(default_factory=dict)
    closed: bool = False
    _next: int = _FIRST
    _pollers: int = 0

    @property
    def drained(self) -> bool:
        """Whether the bot has confirmed every update."""
        return not self.pending

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """Queue an update, unless the bot does not want this kind."""
        if kind in self.allowed:
            self.pending.append({"update_id": self._next, kind: content})
            self._next += 1
            self.bell.ring()

    def allow(self, kinds: Collection[str] | None) -> None:
        """Set which kinds come from now on; None changes nothing, an empty list stands for the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) or UPDATES - _ON_DEMAND

    def hook(self, webhook: dict[str, Any]) -> None:
        """Set the webhook; a poller is sent away by one with a url. An empty one takes it away."""
        self.webhook, self.failure = webhook, {}
        self.bell.ring()

    def failed(self, said: str, at: int) -> None:
        """Keep what went wrong with the webhook, for whoever asks about it."""
        self.failure = {"last_error_date": at, "last_error_message": said}

    def drop(self) -> None:
        """Forget what waits."""
        self.pending.clear()

    def close(self) -> None:
        """Let every poller go with what there is."""
        self.closed = True
        self.bell.ring()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """Give up to `limit` updates, waiting some seconds for the first. Another poller or a webhook ends it."""
        if self.webhook.get("url"):
            raise Refused(409, _WEBHOOK_ACTIVE)
        self._pollers += 1
        ours = self._pollers
        self.bell.ring()
        self.confirm(offset)
        try:
            async with asyncio.timeout(seconds):
                await self.bell.until(
                    lambda: self.pending or self.closed or ours != self._pollers or self.webhook.get("url") or None
                )
        except TimeoutError:
            return []
        if self.webhook.get("url"):
            raise Refused(409, _WEBHOOK_COMES)
        if ours != self._pollers:
            raise Refused(409, _OTHER_POLLER)
        return self.pending[:limit]

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps that many from the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        elif offset > 0:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self.bell.ring()
