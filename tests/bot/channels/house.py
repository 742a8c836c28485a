"""A house for the channel to talk to: it answers as each story says, in time that passes only while somebody sleeps."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.channels.telegram import Telegram
from bot.talk import Answer, Incoming
from data.outgoing import Choice, Outgoing
from tests.doubles.telegram import TelegramDouble

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
class House:
    """Remembers what it is told, and answers as `says` does."""

    says: Callable[[Incoming], Answer] = lambda _: Answer()
    heard: list[Incoming] = field(default_factory=list)
    moves: list[tuple[str, str]] = field(default_factory=list)
    closed: list[tuple[str, str]] = field(default_factory=list)

    async def hear(self, incoming: Incoming) -> Answer:
        self.heard.append(incoming)
        return self.says(incoming)

    async def moved(self, old: str, new: str) -> None:
        self.moves.append((old, new))

    async def unreachable(self, chat_id: str, reason: str) -> None:
        self.closed.append((chat_id, reason))

    @property
    def texts(self) -> list[str]:
        return [incoming.text for incoming in self.heard]


def echo(incoming: Incoming) -> Answer:
    return Answer((Outgoing("", f"đã nghe: {incoming.text}"),))


def outgoing(text: str = "Kính gửi đơn vị", *choices: Choice) -> Outgoing:
    return Outgoing("NHẮC VIỆC", text, choices)


@asynccontextmanager
async def running(telegram: TelegramDouble, house: House, clock: Clock | None = None) -> AsyncIterator[Telegram]:
    clock = clock or Clock()
    channel = Telegram(telegram.token, base_url=telegram.url, clock=clock, sleep=clock.sleep)
    await channel.start(house.hear, MENU, moved=house.moved, unreachable=house.unreachable)
    try:
        yield channel
    finally:
        await channel.stop()
