"""A strict messenger with weather: troubles that stand until lifted, a server that is gone, who heard what."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Collection, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from time import monotonic
from typing import Any, TypeVar

from starlette.responses import Response

from tests.doubles.double import Double, Fields
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram.state import World as TelegramWorld
from tests.doubles.troubles import Trouble
from tests.doubles.zalo import Rules, ZaloDouble
from tests.doubles.zalo.state import World as ZaloWorld
from tests.faults.template import TELEGRAM, Seat, token_of

Found = TypeVar("Found")

SENDS = frozenset({"sendMessage", "sendPhoto", "sendDocument"})


@dataclass(eq=False, slots=True)
class Weather:
    """What stands over calls: of these methods (None: all) and of these chats (None: all)."""

    trouble: Trouble
    methods: Collection[str] | None = SENDS
    chats: Collection[str] | None = None
    met: int = 0

    def is_over(self, method: str, fields: Fields) -> bool:
        """Whether this call meets it."""
        by_method = self.methods is None or method in self.methods
        return by_method and (self.chats is None or str(fields.get("chat_id")) in self.chats)


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were carried out into a chat, and when (monotonic)."""

    chat_id: str
    text: str
    at: float


@dataclass(slots=True)
class Record:
    """What the double saw: all that was said, the sends under way, the polls that handed something over."""

    said: list[Said] = field(default_factory=list)
    under_way: Counter[str] = field(default_factory=Counter)
    handed: int = 0

    def say(self, chat_id: object, content: Mapping[str, Any]) -> None:
        """Keep what was said in a chat."""
        self.said.append(Said(str(chat_id), str(content.get("text") or content.get("caption") or ""), monotonic()))


@dataclass(eq=False, slots=True)
class _OnTelegram(TelegramWorld):
    """A world that keeps the record of what the bot says."""

    record: Record = field(default_factory=Record)

    def put(self, room: Any, author: Any, *more: Any, **named: Any) -> Any:
        if author is self.bot:
            self.record.say(room.id, *more)
        return TelegramWorld.put(self, room, author, *more, **named)


@dataclass(eq=False, slots=True)
class _OnZalo(ZaloWorld):
    """A world that keeps the record of what the bot says."""

    record: Record = field(default_factory=Record)

    def put(self, room: Any, author: Any, *more: Any, **named: Any) -> Any:
        if author is self.bot:
            self.record.say(room.id, *more)
        return ZaloWorld.put(self, room, author, *more, **named)


class Wild(Double):
    """A messenger for one bot on which a fault can be ordered for as long as it lasts."""

    # Every update is told with this in its body.
    handing: bytes
    # Whether what has been read once is gone from the server, whatever becomes of it.
    forgets: bool
    token_setting: str
    url_setting: str

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.record = Record()
        # They have verbs in common, not the types of ids and people.
        self.chats: dict[str, Any] = {}
        self._weather: list[Weather] = []

    @property
    def settings(self) -> dict[str, str]:
        """What a process must know to find it."""
        return {self.token_setting: self.token, self.url_setting: self.url}

    @property
    def world(self) -> Any:
        """Itself, where people and groups are made, which are of other types on each messenger."""
        return self

    def seat(self, seats: Collection[Seat]) -> None:
        """Let the people of an office exist, each with a chat of their own under the id that the office knows."""
        waiting = {seat.chat_id: seat for seat in seats}
        for _ in range(1_000):
            if not waiting:
                return
            person = self.world.user("Cán bộ")
            if str(person.id) in waiting:
                person.account.name = waiting.pop(str(person.id)).name
                self.chats[str(person.id)] = person.private()
        raise AssertionError(f"never came to exist: {list(waiting)[:3]}")

    def heard(self, chat_id: str) -> list[str]:
        """All that the bot has said in a chat, in order."""
        return [said.text for said in self.record.said if said.chat_id == chat_id]

    async def until(self, ready: Callable[[], Found | None], seconds: float, what: str) -> Found:
        """Wait until something has become true on the server's side; fails with `what` after so many seconds."""
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
        chat = str(fields.get("chat_id", ""))
        self.record.under_way[chat] += method in SENDS
        try:
            response = await super()._perform(method, fields, trouble)
        finally:
            self.record.under_way[chat] -= method in SENDS
        if method == "getUpdates" and response is not None and self.handing in bytes(response.body):
            self.record.handed += 1
            self._world.bell.ring()
        return response


class WildTelegram(Wild, TelegramDouble):
    """Telegram."""

    handing, forgets = b'"update_id"', False
    token_setting, url_setting = "TELEGRAM_TOKEN", "TELEGRAM_BASE_URL"

    def __init__(self, bot: int) -> None:
        super().__init__(token=token_of(bot))
        self._world = _OnTelegram(self._world.bot, self._world.now, record=self.record)


class WildZalo(Wild, ZaloDouble):
    """Zalo."""

    handing, forgets = b'"event_name"', True
    token_setting, url_setting = "ZALO_TOKENS", "ZALO_BASE_URL"

    def __init__(self, bot: int) -> None:
        super().__init__(token=token_of(bot), rules=Rules(users=200))
        world = self._world
        self._world = _OnZalo(world.bot, world.token, world.now, world.rules, record=self.record)


def wild(messenger: str, bot: int) -> Wild:
    """The server of a messenger, for one bot."""
    return WildTelegram(bot) if messenger == TELEGRAM else WildZalo(bot)
