"""The parts of the office, joined once for whoever needs them; and the service, which runs them in one event loop."""

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot import health
from bot.channels.house import ServedChannel
from bot.conversation import Conversation
from bot.hearing import Hearing
from bot.settings import Settings
from bot.talk import Incoming, Way
from data import disk, leases
from data.agencies.registry import read_registry
from data.ledger import Balance
from data.people import addressing, coordinating, registering
from data.refusals import DatabaseAway, FileUnwritable
from data.store import PROCESS, Session, Store, open_store
from data.upkeep.health import Bot, Health
from data.upkeep.keeping import Keep
from data.workdays import Workdays, workdays
from scheduler import allotting, tick
from scheduler.bots import RENEW_EVERY, Leases
from scheduler.clock import Clock, Ticker
from scheduler.composing import Composer
from scheduler.delivery import Delivery
from scheduler.outages import Outages
from scheduler.slots import Policy, next_slot, slot_of

log = logging.getLogger(__name__)

TICK_EVERY = timedelta(seconds=5)
DELIVER_EVERY = timedelta(seconds=1)
# What was kept and not handled is looked for so often, beside what is handled as it comes.
LOOK_EVERY = timedelta(seconds=20)
SWEEP_EVERY = timedelta(hours=1)
# Seconds that what is under way is given at the end, and that the database is waited for then.
GRACE, STOPPING_PATIENCE = 8.0, 2.0


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
    policy = Policy(zone=settings.timezone, digest_at=settings.digest_at, evidence_limit=settings.evidence_limit)
    composer = Composer(policy, workdays(late if late.exists() else None), settings.locale)
    return Parts(settings, open_store(settings.database), Clock(settings.starts_at), composer)


@contextmanager
def open_parts(settings: Settings) -> Iterator[Parts]:
    """The joined parts with an open database, closed at the end.

    Raises:
        FileUnwritable: DATA_DIR cannot be made.
    """
    folder = settings.data_dir
    try:
        disk.make_folder(folder)
    except OSError as fault:
        raise FileUnwritable(path=str(folder), detail=fault.strerror or "") from fault
    parts = join_parts(settings)
    try:
        yield parts
    finally:
        parts.store.close()


def load_units(settings: Settings, session: Session) -> None:
    """Fill a database that knows no units yet from UNITS_FILE; who coordinates by COORDINATOR, where nobody is marked.

    Raises:
        RegistryUnreadable: the file is not as it should be.
        UnitUnknown: no unit has that code.
    """
    if not registering.knows_units(session):
        registering.save_registry(session, read_registry(settings.units_file))
    if settings.coordinator and coordinating.coordinating_office(session) is None:
        coordinating.appoint(session, registering.unit_by_code(session, settings.coordinator))


class Service:
    """Rings the tick and the delivery, and hears people, until it is stopped: the house that the channels tell."""

    def __init__(self, parts: Parts, channels: Sequence[ServedChannel]) -> None:
        self.parts = parts
        self._channels = channels
        self._ticker = Ticker()
        self._leases = Leases(parts.store, [channel.name for channel in channels], PROCESS)
        self._outages = Outages(parts.store, PROCESS, parts.policy)
        self._delivery = Delivery(
            parts.store,
            channels,
            parts.composer,
            parts.clock.now,
            holds=self._leases.holds,
            done=self._deliver_soon,
            seen=self._outages.settled,
        )
        folders = health.folders_of(parts.settings.data_dir, parts.settings.database)
        self._last_tick: datetime | None = None
        self.ways: tuple[Way, ...] = ()
        """By which channels people reach it, as far as is known."""
        self._watch = health.Watch(
            parts.store, folders, parts.clock.now, self._bots, lambda: self._last_tick, self._balances
        )
        # Threads of its own: all others may be waiting for the database.
        self._watching = ThreadPoolExecutor(1, "health")
        self._looking: asyncio.Future[Health] | None = None
        conversation = replace(parts.conversation, health=self._watch.seen_from, ways=lambda: self.ways)
        self._hearing = Hearing(
            conversation, {each.name: each for each in channels}, parts.clock.now, self._deliver_soon
        )
        # The demo moves the day while the ticker rings: one round of each at a time. A slow send holds up no tick.
        self._ticking, self._delivering = asyncio.Lock(), asyncio.Lock()
        self._wake = self._ticker.every(DELIVER_EVERY, self._deliver)

    async def take_over(self) -> None:
        """Take the bots that are free, and take up what was kept for them and not handled."""
        await asyncio.to_thread(self._adopt)
        await self._hold()

    async def start(self) -> None:
        """Open what should exist by now, take over, then begin to ring."""
        try:
            # A report that has been waiting for us must find the Occurrence that it is about.
            await self._tick()
        except DatabaseAway as away:
            log.warning("the first tick waits (%s)", away.reason)
        await self.take_over()
        with suppress(DatabaseAway):
            await asyncio.to_thread(self._tell_balances)
        self._ticker.every(RENEW_EVERY, self._hold)
        self._ticker.every(TICK_EVERY, self._tick)
        self._ticker.every(LOOK_EVERY, self._take_up)
        self._ticker.every(SWEEP_EVERY, self._sweep)
        self._ticker.start()

    async def stop(self) -> None:
        """Claim and take no more, give what is under way a few seconds, and leave the rest to whoever comes."""
        for channel in self._channels:
            channel.listen(may=False)
        self.parts.store.patience = STOPPING_PATIENCE
        await asyncio.gather(self._delivery.stop(GRACE), self._hearing.stop(GRACE), self._ticker.stop(GRACE))
        # A round that was claiming when the stop came has begun nothing: what it claimed is given back.
        await self._delivery.idle()
        await self._leases.let_go()

    # What the channels tell.

    async def keep(self, said: Sequence[Incoming]) -> None:
        """Keep what was said; it is handled at once, beside what goes on, by the process that has the bot."""
        now = self.parts.clock.now()
        for incoming in said:
            self._outages.came_in(incoming.speaker.bot)
        await asyncio.to_thread(self.parts.conversation.keep_all, said, now)
        # What was kept before and is not handled yet is on its way already, or is taken up in a moment; so is what a
        # server posted to us while another process has the bot: were two to handle a chat, its order would be lost.
        self._hearing.take([(incoming, now) for incoming in said if not self._leases.waits(incoming.speaker.bot)])

    async def set_aside(self, bot: str, update_id: str, content: str, reason: str) -> None:
        """Keep what could not be read."""
        now, content_of = self.parts.clock.now(), {"raw": content}
        await asyncio.to_thread(self.parts.conversation.set_aside, bot, update_id, content_of, reason, now)

    async def moved(self, bot: str, chat_id: str, new_chat_id: str) -> None:
        """A group got another id."""
        await asyncio.to_thread(self._change, addressing.move_chat, bot, chat_id, new_chat_id, self.parts.clock.now())

    async def unreachable(self, bot: str, chat_id: str, reason: str) -> None:
        """A chat was closed to us."""
        await asyncio.to_thread(self._change, addressing.mark_unreachable, bot, chat_id, reason, self.parts.clock.now())

    async def hook_of(self, bot: str) -> str | None:
        """Where we have had the bot's server post to."""
        return await asyncio.to_thread(self._hook_of, bot)

    async def remember_hook(self, bot: str, hook: str | None) -> None:
        """Where it is posted to from now on, None for nowhere."""
        await asyncio.to_thread(self._change, leases.remember_hook, bot, hook)

    # What the demo and whoever watches asks.

    async def hear(self, incoming: Incoming) -> None:
        """Keep what was said, and wait until it is handled and answered."""
        await self.keep([incoming])
        await self.settled()

    async def settled(self) -> None:
        """Wait until what was kept is handled and what was answered has gone out."""
        await self._hearing.idle()
        await self._deliver_all()

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
            await self._deliver_all()
        morning = slot_of(day, policy).opens_at
        if morning > self.parts.clock.now():
            self.parts.clock.move_to(morning)

    def alive(self) -> dict[str, object]:
        """That it turns, and whether it only waits for a bot."""
        return self._watch.alive()

    async def health(self) -> dict[str, object]:
        """How all stands, within a second whatever hinders; who asks meanwhile is told the same."""
        if self._looking is None or self._looking.done():
            self._looking = asyncio.get_running_loop().run_in_executor(self._watching, self._watch.look)
        return health.as_json(await asyncio.shield(self._looking))

    def _hook_of(self, bot: str) -> str | None:
        with self.parts.store.snapshot() as session:
            return leases.hook_of(session, bot)

    def _change(self, verb: Callable[..., None], *arguments: object) -> None:
        with self.parts.store.transaction() as session:
            verb(session, *arguments)

    def _adopt(self) -> None:
        for channel in self._channels:
            self._change(leases.adopt, channel.name)

    def _bots(self) -> tuple[Bot, ...]:
        now = self.parts.clock.now()
        return tuple(
            Bot(
                channel.name,
                held=self._leases.holds(channel.name),
                standby=self._leases.waits(channel.name),
                trouble=channel.trouble,
                last_poll=None if (silent := channel.silent_for) is None else now - timedelta(seconds=silent),
                last_send=self._delivery.last_sent.get(channel.name),
            )
            for channel in self._channels
        )

    def _balances(self, session: Session, now: datetime) -> tuple[Balance, ...]:
        return allotting.balances(session, self._channels, now, self.parts.policy)

    def _tell_balances(self) -> None:
        with self.parts.store.snapshot() as session:
            balances = self._balances(session, self.parts.clock.now())
        for each in balances:
            spent, allowance = each.spent, each.allowance
            counts = (each.bot, spent.messages, allowance.messages, spent.people, allowance.people)
            level = logging.WARNING if not spent.people or not each.room else logging.INFO
            log.log(level, "%s: %s of %s messages sent this month; %s of %s people have joined", *counts)

    def _deliver_soon(self) -> None:
        self._wake()

    async def _hold(self) -> None:
        """Renew the leases; a bot that is ours from now on is heard, with what another process has left."""
        before = set(self._leases.held)
        await self._leases.renew()
        held = set(self._leases.held)
        for channel in self._channels:
            channel.listen(may=channel.name in held)
        if held - before:
            log.info("held now: %s", ", ".join(sorted(held - before)))
            await self._take_up()
        silent = {channel.name: channel.silent_for for channel in self._channels}
        ours = [channel for channel in self._channels if channel.name in held]
        await self._outages.tell(ours, silent.get, self.parts.clock.now())

    async def _take_up(self) -> None:
        """Take up what was kept and is not handled."""
        held = self._leases.held
        waiting = await asyncio.to_thread(self.parts.conversation.waiting, held, self.parts.clock.now())
        self._hearing.take(waiting)

    async def _tick(self) -> None:
        parts = self.parts
        async with self._ticking:
            await asyncio.to_thread(tick.run, parts.store, parts.clock.now(), parts.policy, parts.workdays)
            self._last_tick = parts.clock.now()

    async def _sweep(self) -> None:
        """Look for what cannot be read, and let go of what nobody asks for any more."""
        store, settings, now = self.parts.store, self.parts.settings, self.parts.clock.now()
        await asyncio.to_thread(health.mark_unreadable, store, now)
        await asyncio.to_thread(health.sweep, store, settings.data_dir, now)
        keep = Keep(settings.keep_received_days, settings.keep_answers_days, settings.keep_messages_days)
        await asyncio.to_thread(health.sweep_rows, store, keep, now)

    async def _deliver(self) -> None:
        async with self._delivering:
            while await self._delivery.round():
                pass

    async def _deliver_all(self) -> None:
        """Deliver until nothing is due and nothing is under way."""
        while True:
            async with self._delivering:
                claimed = await self._delivery.round()
            if not claimed and self._delivery.is_idle:
                return
            await self._delivery.idle()
