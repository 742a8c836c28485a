"""A house for the channel to talk to: it answers as each story says, in time that passes only while somebody sleeps."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from bot.channels.hooking import LOOK_AGAIN
from bot.channels.house import Bot
from bot.channels.telegram.channel import Telegram
from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.reading import id_of
from bot.talk import Answer, Incoming
from data.talk import Choice, Outgoing
from scheduler.bots import Lane
from scheduler.channel import Outcome
from scheduler.delivery import PATIENCE
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo import ZaloDouble

MENU = {
    "default": [("trogiup", "Trợ giúp")],
    "all_private_chats": [("viec", "Việc của đơn vị"), ("trogiup", "Trợ giúp")],
    "all_group_chats": [("viec", "Việc của đơn vị")],
}


@dataclass
class Clock:
    """Seconds that pass only while somebody sleeps."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


@dataclass
class Hours:
    """Time that passes while somebody sleeps; but an hour is not over before a test says so."""

    now: float = 0.0
    asleep: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        if seconds >= LOOK_AGAIN:
            self.asleep.set()
            await self.over.wait()
            self.over.clear()
        self.now += seconds
        await asyncio.sleep(0)

    async def slept(self) -> None:
        """Wait until somebody sleeps for an hour."""
        await self.asleep.wait()
        self.asleep.clear()

    async def pass_one(self) -> None:
        """Let that hour pass, and wait for the next."""
        self.over.set()
        await self.slept()


@dataclass
class House:
    """Remembers what it is told, and answers as `says` does, through the channel, in each chat in order."""

    says: Callable[[Incoming], Answer] = lambda _: Answer()
    heard: list[Incoming] = field(default_factory=list)
    moves: list[tuple[str, str, str]] = field(default_factory=list)
    closed: list[tuple[str, str, str]] = field(default_factory=list)
    aside: list[tuple[str, str, str]] = field(default_factory=list)
    hooks: dict[str, str | None] = field(default_factory=dict)
    outcomes: list[Outcome] = field(default_factory=list)
    channel: Bot | None = None
    _last: dict[str, asyncio.Task[None]] = field(default_factory=dict)

    async def keep(self, said: Sequence[Incoming]) -> None:
        for incoming in said:
            await self._keep(incoming)

    async def _keep(self, incoming: Incoming) -> None:
        if self.channel is not None and incoming.file is not None:
            incoming = replace(incoming, file=await self.channel.fetch(incoming.file, incoming.text))
        self.heard.append(incoming)
        answer = self.says(incoming)
        chat = incoming.speaker.chat_id
        self._last[chat] = asyncio.create_task(self._answer(self._last.get(chat), incoming, answer))

    async def set_aside(self, bot: str, update_id: str, content: str, reason: str) -> None:
        told = json.loads(content)
        assert update_id in {str(told.get("update_id")), id_of(told)}
        self.aside.append((bot, update_id, reason))

    async def moved(self, bot: str, chat_id: str, new_chat_id: str) -> None:
        self.moves.append((bot, chat_id, new_chat_id))

    async def unreachable(self, bot: str, chat_id: str, reason: str) -> None:
        self.closed.append((bot, chat_id, reason))

    async def hook_of(self, bot: str) -> str | None:
        return self.hooks.get(bot)

    async def remember_hook(self, bot: str, hook: str | None) -> None:
        self.hooks[bot] = hook

    async def answered(self) -> None:
        """Wait until all that was heard is answered."""
        await asyncio.gather(*self._last.values())

    async def _answer(self, before: asyncio.Task[None] | None, incoming: Incoming, answer: Answer) -> None:
        if before is not None:
            await before
        for said in answer.spoken_to(incoming):
            assert self.channel is not None
            chat = incoming.speaker.chat_id
            self.outcomes.append(await self.channel.send(chat, said, lane=Lane.ANSWER, patience=PATIENCE))

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.heard]


@asynccontextmanager
async def listening(
    channel: Bot, house: House, menus: Mapping[str, Sequence[tuple[str, str]]] = MENU
) -> AsyncIterator[None]:
    """The channel from its start to its end, with the house's answers given."""
    house.channel = channel
    await channel.start(house, menus)
    channel.listen(may=True)
    try:
        yield
        await house.answered()
    finally:
        await channel.stop()


def echo(incoming: Incoming) -> Answer:
    return Answer((Outgoing("", f"đã nghe: {incoming.text}"),))


def outgoing(text: str = "Kính gửi đơn vị", *choices: Choice) -> Outgoing:
    return Outgoing("NHẮC VIỆC", text, choices)


@asynccontextmanager
async def running(telegram: TelegramDouble, house: House, clock: Clock | None = None) -> AsyncIterator[Telegram]:
    clock = clock or Clock()
    channel = Telegram(telegram.token, base_url=telegram.url, clock=clock, sleep=clock.sleep)
    async with listening(channel, house):
        yield channel


@asynccontextmanager
async def on_zalo(
    zalo: ZaloDouble, house: House, clock: Clock | Hours | None = None, **settings: Any
) -> AsyncIterator[Zalo]:
    clock = clock or Clock()
    channel = Zalo(zalo.token, base_url=zalo.url, clock=clock, sleep=clock.sleep, **settings)
    async with listening(channel, house):
        yield channel
