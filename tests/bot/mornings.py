"""Mornings of the demo's office: the slot opens, and what it has to say goes out to the local chats."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime

from data.talk import Outgoing
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.delivery import deliver
from tests.bot.dialogues import ZONE, Play


@dataclass
class Sent:
    """A channel to the local chats that keeps under which id it sent what."""

    name: str = "local"
    trouble: str | None = None
    has_buttons: bool = True
    allowance: None = None
    messages: dict[str, tuple[str, Outgoing]] = field(default_factory=dict)

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:  # noqa: ARG002 - as channels have it
        if lane is Lane.ANSWER:
            return Delivered()
        ref = f"m{len(self.messages) + 1}"
        self.messages[ref] = (chat_id, outgoing)
        return Delivered((ref,))

    def last(self, chat: str) -> str:
        """The id of the last message to a chat."""
        return [ref for ref, (chat_id, _) in self.messages.items() if chat_id == chat][-1]


def morning_of(play: Play, sent: Sent, day: str) -> None:
    """Move on to that morning, on which digests and notices go out."""
    play.now = datetime.fromisoformat(f"{day} 07:30").replace(tzinfo=ZONE)
    composer = play.conversation.composer
    tick.run(play.conversation.store, play.now, composer.policy, composer.workdays)
    asyncio.run(_deliver(play, sent))


async def _deliver(play: Play, sent: Sent) -> None:
    while await deliver(play.conversation.store, [sent], play.conversation.composer, play.now):
        pass
