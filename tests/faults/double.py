"""The strict Telegram with weather: troubles that stand until lifted, a server that is gone, who heard what."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from starlette.responses import Response

from tests.doubles.double import Fields
from tests.doubles.telegram import PrivateChat, TelegramDouble, Trouble
from tests.doubles.telegram.records import Account, Json, Post, Room
from tests.doubles.telegram.state import World
from tests.faults.template import FIRST_PERSON, Seat

# The secret part is looked for in the logs.
SECRET = "so-cua-bot-nay"
Found = TypeVar("Found")

SENDS = frozenset({"sendMessage", "sendPhoto", "sendDocument"})


@dataclass(eq=False, slots=True)
class Weather:
    """What stands over calls: of these methods (None: all) and of these chats (None: all)."""

    trouble: Trouble
    methods: Collection[str] | None = SENDS
    chats: Collection[int] | None = None
    met: int = 0

    def is_over(self, method: str, fields: Fields) -> bool:
        """Whether this call meets it."""
        by_method = self.methods is None or method in self.methods
        return by_method and (self.chats is None or fields.get("chat_id") in self.chats)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were carried out into a chat, and when (monotonic)."""

    chat_id: int
    text: str
    at: float


@dataclass(slots=True)
class Record:
    """What the double saw: all that was said, the sends under way, the polls that handed something over."""

    said: list[Said] = field(default_factory=list)
    under_way: Counter[int] = field(default_factory=Counter)
    handed: int = 0


@dataclass(eq=False, slots=True)
class _World(World):
    """A world that keeps the record of what the bot says."""

    record: Record = field(default_factory=Record)

    def put(self, room: Room, author: Account, content: Json, **more: Any) -> Post:
        if author is self.bot:
            text = str(content.get("text") or content.get("caption") or "")
            self.record.said.append(Said(room.id, text, monotonic()))
        return World.put(self, room, author, content, **more)


class WildTelegram(TelegramDouble):
    """A Telegram for one bot on which a fault can be ordered for as long as it lasts."""

    def __init__(self, bot: int = 42) -> None:
        super().__init__(token=f"{bot}:{SECRET}")
        self._world = world = _World(self._world.bot, self._world.now)
        self.record = world.record
        self.chats: dict[int, PrivateChat] = {}
        self._weather: list[Weather] = []

    def seat(self, seats: Collection[Seat]) -> None:
        """Let the people of an office exist, each with a chat of their own under the id that the office knows."""
        for seat in sorted(seats, key=lambda each: each.chat_id):
            while (person := self.user(seat.name)).id < seat.chat_id:
                pass
            assert person.id == seat.chat_id >= FIRST_PERSON
            self.chats[seat.chat_id] = person.private()

    def heard(self, chat_id: int) -> list[str]:
        """All that the bot has said in a chat, in order."""
        return [said.text for said in self.record.said if said.chat_id == chat_id]

    async def until(self, ready: Callable[[], Found | None], seconds: float, what: str) -> Found:
        """Wait until something has become true on Telegram's side; fails with `what` after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                return await self._world.bell.until(ready)
        except TimeoutError:
            raise AssertionError(f"{what}: not within {seconds:g} s") from None

    @contextmanager
    def under(self, *weather: Weather) -> Iterator[None]:
        """Let it stand for the length of the block."""
        self._weather.extend(weather)
        try:
            yield
        finally:
            for each in weather:
                self._weather.remove(each)

    @asynccontextmanager
    async def gone(self) -> AsyncIterator[None]:
        """Nobody listens at the address for the length of the block, and every connection has ended."""
        self.goes_down()
        try:
            yield
        finally:
            await self.comes_back()

    async def _perform(self, method: str, fields: Fields, trouble: Trouble | None) -> Response | None:
        weather = next((each for each in self._weather if each.is_over(method, fields)), None)
        if weather is not None:
            weather.met += 1
            trouble = trouble or weather.trouble
        chat = fields.get("chat_id", 0)
        self.record.under_way[chat] += method in SENDS
        try:
            response = await super()._perform(method, fields, trouble)
        finally:
            self.record.under_way[chat] -= method in SENDS
        if method == "getUpdates" and response is not None and b'"update_id"' in response.body:
            self.record.handed += 1
            self._world.bell.ring()
        return response
