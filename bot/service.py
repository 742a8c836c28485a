"""The running service: joins store, clock, conversation, channels and the web app in one event loop."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation import Conversation
from bot.settings import Settings
from bot.talk import Answer, Incoming
from data import people
from data.store import Store, open_store
from data.workdays import Workdays, workdays
from scheduler import tick
from scheduler.clock import Clock, Ticker
from scheduler.composing import Composer
from scheduler.delivery import Channel, deliver
from scheduler.slots import Policy, next_slot, slot_of

TELEGRAM = "telegram"
TICK_EVERY = timedelta(seconds=5)
DELIVER_EVERY = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Parts:
    """What every command needs, joined once."""

    settings: Settings
    store: Store
    clock: Clock
    composer: Composer

    @property
    def policy(self) -> Policy:
        """The office's hours and patience."""
        return self.composer.policy

    @property
    def workdays(self) -> Workdays:
        """The office's calendar."""
        return self.composer.workdays

    @property
    def conversation(self) -> Conversation:
        """The one that answers people."""
        return Conversation(self.store, self.composer, self.settings.data_dir)


def join_parts(settings: Settings) -> Parts:
    """Open the database and join the parts around it.

    Raises:
        DatabaseUnavailable, CalendarUnreadable: as their sentences say.
    """
    late = settings.data_dir / "workdays.tsv"
    policy = Policy(zone=settings.timezone, digest_at=settings.digest_at)
    composer = Composer(policy, workdays(late if late.exists() else None), settings.locale)
    return Parts(settings, open_store(settings.database), Clock(settings.starts_at), composer)


class Service:
    """Rings the tick and the delivery, and hears people, until it is stopped."""

    def __init__(self, parts: Parts, channels: Sequence[Channel]) -> None:
        self.parts = parts
        self._channels = channels
        self._ticker = Ticker()
        # The demo moves the day while the ticker rings: one round of each at a time. A slow send holds up no tick.
        self._ticking, self._delivering = asyncio.Lock(), asyncio.Lock()

    async def hear(self, incoming: Incoming) -> Answer:
        """What a channel calls with each thing that came in."""
        return await asyncio.to_thread(self.parts.conversation.hear, incoming, self.parts.clock.now())

    async def start(self) -> None:
        """Answer what a crash left unanswered, then begin to ring."""
        by_name = {channel.name: channel for channel in self._channels}
        for incoming, answer in await asyncio.to_thread(self.parts.conversation.resume, self.parts.clock.now()):
            if (channel := by_name.get(incoming.speaker.bot)) is not None:
                for reply in answer.replies:
                    await channel.send(incoming.speaker.chat_id, reply)
        self._ticker.every(TICK_EVERY, self._tick)
        self._ticker.every(DELIVER_EVERY, self._deliver)
        self._ticker.start()

    async def stop(self) -> None:
        """Ring no more, after the round that rings now."""
        await self._ticker.stop()

    async def move_to(self, day: date) -> None:
        """Move the clock on to the morning of `day`, through every slot between, so that its reminders arrive."""
        policy, calendar = self.parts.policy, self.parts.workdays
        while True:
            now = self.parts.clock.now()
            slot = next_slot(now, policy, calendar)
            if slot.day > day:
                break
            self.parts.clock.move_to(slot.opens_at)
            await self._tick()
            await self._deliver()
        morning = slot_of(day, policy).opens_at
        if morning > self.parts.clock.now():
            self.parts.clock.move_to(morning)

    async def health(self) -> dict[str, object]:
        """Whether the database answers and each channel hears; raises where the database does not."""
        await asyncio.to_thread(self._ask_database)
        troubles = {channel.name: channel.trouble or "ok" for channel in self._channels}
        status = "ok" if set(troubles.values()) <= {"ok"} else "degraded"
        return {"status": status, "now": self.parts.clock.now().isoformat(timespec="seconds"), "channels": troubles}

    async def moved(self, chat_id: str, new_chat_id: str) -> None:
        """A Telegram group got another id."""
        now = self.parts.clock.now()
        await asyncio.to_thread(self._change, people.move_chat, TELEGRAM, chat_id, new_chat_id, now)

    async def unreachable(self, chat_id: str, reason: str) -> None:
        """A Telegram chat was closed to us."""
        await asyncio.to_thread(
            self._change, people.mark_unreachable, TELEGRAM, chat_id, reason, self.parts.clock.now()
        )

    def _change(self, verb: Callable[..., None], *arguments: object) -> None:
        with self.parts.store.transaction() as session:
            verb(session, *arguments)

    def _ask_database(self) -> None:
        with self.parts.store.transaction() as session:
            people.knows_units(session)

    async def _tick(self) -> None:
        parts = self.parts
        async with self._ticking:
            await asyncio.to_thread(tick.run, parts.store, parts.clock.now(), parts.policy, parts.workdays)

    async def _deliver(self) -> None:
        async with self._delivering:
            while await deliver(self.parts.store, self._channels, self.parts.composer, self.parts.clock.now()):
                pass
