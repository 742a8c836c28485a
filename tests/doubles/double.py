"""What every pretended messenger has: its place on the loopback, its strictness, the troubles a test orders for it."""

import asyncio
import re
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Any, ClassVar, Protocol, Self

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from tests.doubles.bell import Bell
from tests.doubles.refused import Refused
from tests.doubles.troubles import AnswerLost, Dripping, Garbage, Held, Orders, Refusal, Slow, Trouble
from tests.doubles.wire import Wire

Fields = dict[str, Any]

TUESDAY_MORNING = datetime(2023, 3, 7, 0, 30, tzinfo=UTC)

# How long a test waits for the bot before it fails, in seconds. A passing test never comes near.
DEADLINE = 10.0


@dataclass(frozen=True, slots=True)
class Call:
    """One well-shaped call, and when it came in seconds of the loop's clock."""

    method: str
    fields: Fields
    at: float


class Waiting(Protocol):
    """The updates that a bot has not taken yet."""

    @property
    def pending(self) -> Sequence[Any]:
        """Those not taken, oldest first."""
        ...

    @property
    def drained(self) -> bool:
        """Whether the bot has taken all of them for good."""
        ...

    def close(self) -> None:
        """Let every poller go."""
        ...


class Around(Protocol):
    """The world around one bot."""

    now: datetime

    @property
    def bell(self) -> Bell:
        """Rung at every change."""
        ...

    @property
    def updates(self) -> Waiting:
        """What waits for the bot."""
        ...


class ChatOf(Protocol):
    """A chat, as far as an order knows it."""

    @property
    def id(self) -> object:
        """Its id."""
        ...


class Double(ABC):
    """One bot on a server that it may share with others, as `async with` an heir of it."""

    service: ClassVar[str]
    _world: Around

    def __init__(self, token: str) -> None:
        self.token = token
        self.url = ""
        self.faults: list[str] = []
        self.calls: list[Call] = []
        self._orders = Orders()
        self._closing = asyncio.Event()
        self._wire = Wire(self)
        self._bots: dict[str, Any] = {token: self}

    async def __aenter__(self) -> Self:
        self.url = await self._wire.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closing.set()
        for bot in self._bots.values():
            bot._world.updates.close()
        await self._wire.close()
        faults = [fault for bot in self._bots.values() for fault in bot.faults]
        if not faults:
            return
        told = f"{self.service} was called wrongly:\n" + "\n".join(faults)
        if error is None:
            raise AssertionError(told)
        error.add_note(told)

    # What a test makes.

    def _place_beside(self, first: Self) -> None:
        """Stand on the server of `first`."""
        self.url, self._bots, self._closing, self._wire = first.url, first._bots, first._closing, first._wire
        self._bots[self.token] = self

    def order(self, trouble: Trouble, method: str | None, *, chat: ChatOf | None = None, times: float = 1) -> None:
        """Let the next `times` calls of `method` (None: any), to `chat` if given, meet `trouble`; `inf` is for ever."""
        self._orders.add(trouble, method, chat.id if chat else None, times)

    def relieve(self) -> None:
        """Let the calls from now on meet no trouble any more."""
        self._orders.clear()

    def goes_down(self) -> None:
        """Refuse every connection, of all bots, and end those there are."""
        self._wire.refuse()

    async def comes_back(self) -> None:
        """Listen again, under the same address."""
        await self._wire.open()

    # What a test looks at.

    @property
    def now(self) -> datetime:
        """The time that messages are stamped with."""
        return self._world.now

    @now.setter
    def now(self, now: datetime) -> None:
        self._world.now = now

    @property
    def pending(self) -> Sequence[Any]:
        """The updates not yet taken."""
        return tuple(self._world.updates.pending)

    @property
    @abstractmethod
    def mention(self) -> str:
        """How people in a group call the bot."""

    def calls_of(self, method: str) -> list[Fields]:
        """Give the fields of each call of `method` so far."""
        return [call.fields for call in self.calls if call.method == method]

    async def called(self, method: str, times: int = 1, *, within: float = DEADLINE) -> list[Fields]:
        """Wait until `method` has been called so often since the start, done or not, and give the fields."""
        async with asyncio.timeout(within):
            return await self._world.bell.until(
                lambda: calls if len(calls := self.calls_of(method)) >= times else None,
            )

    async def drained(self) -> None:
        """Wait until the bot has taken every update for good."""
        async with asyncio.timeout(DEADLINE):
            await self._world.bell.until(lambda: self._world.updates.drained or None)

    def forgive(self) -> list[str]:
        """Give the faults so far and forget them."""
        faults, self.faults = self.faults, []
        return faults

    # How it answers.

    @abstractmethod
    async def _route(self, request: Request) -> Response | None:
        """Give the answer to a request; None to hang up instead."""

    @abstractmethod
    def _refusal(self, refused: Refused) -> Response:
        """Give the answer that a refused call gets."""

    @abstractmethod
    async def _done(self, method: str, fields: Fields) -> Response:
        """Do what was called for, and give the answer."""

    def _bot(self, token: str) -> Self:
        """Give the bot that a path names."""
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise Refused(404, "Not Found")
        if token not in self._bots:
            raise Refused(401, "Unauthorized")
        bot: Self = self._bots[token]
        return bot

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, as ASGI has it."""
        request = Request(scope, receive)
        try:
            response = await self._respond(request)
        except ConnectionResetError:
            await self._wire.hang_up(request, reset=True)
            return
        if response is None:
            await self._wire.hang_up(request)
        else:
            await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response | None:
        """Give the answer; None to hang up instead."""
        name = request.url.path.rpartition("/")[2]
        try:
            return await self._route(request)
        except ConnectionResetError:
            raise
        except ClientDisconnect:
            return None
        except Refused as refused:
            return self._refuse(name, refused)
        except Exception as broken:  # noqa: BLE001 - whatever breaks in here must reach the test
            return self._refuse(name, Refused(500, f"the double broke: {broken!r}", fault=True))

    def _refuse(self, name: str, refused: Refused) -> Response:
        if refused.fault:
            self.faults.append(f"{name}: {refused.description}")
        return self._refusal(refused)

    def _note(self, method: str, fields: Fields) -> None:
        """Keep a call."""
        self.calls.append(Call(method, fields, asyncio.get_running_loop().time()))
        self._world.bell.ring()

    async def _perform(self, method: str, fields: Fields, trouble: Trouble | None) -> Response | None:
        if isinstance(trouble, Refusal):
            raise trouble.error()
        if isinstance(trouble, Garbage):
            path = f"/bot{self.token}/{method}".encode()
            return Response(trouble.body.replace(b"{path}", path), trouble.code, media_type="text/html")
        if not await self._waited(trouble, done=False) or _is_lost(trouble, done=False):
            return None
        response = await self._done(method, fields)
        if not await self._waited(trouble, done=True) or _is_lost(trouble, done=True):
            return None
        if isinstance(trouble, Dripping):
            drops = self._dripped(bytes(response.body), trouble.seconds)
            return StreamingResponse(drops, media_type=response.media_type)
        return response

    async def _dripped(self, body: bytes, seconds: float) -> AsyncIterator[bytes]:
        yield body[:1]
        if await self._waited(Slow(seconds), done=True):
            yield body[1:]

    async def _waited(self, trouble: Trouble | None, *, done: bool) -> bool:
        """Wait as `trouble` has it before or after the call is done; False when the double closes first."""
        if isinstance(trouble, Held) and trouble.done == done:
            return await self._released(trouble.release)
        if isinstance(trouble, Slow) and trouble.done == done:
            with suppress(TimeoutError):
                async with asyncio.timeout(trouble.seconds):
                    await self._closing.wait()
            return not self._closing.is_set()
        return True

    async def _released(self, release: asyncio.Event) -> bool:
        """Wait for `release`; False when the double closes first."""
        waits = [asyncio.ensure_future(event.wait()) for event in (release, self._closing)]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for wait in waits:
            wait.cancel()
        return release.is_set()


def _is_lost(trouble: Trouble | None, *, done: bool) -> bool:
    """Whether the connection ends here; one that is reset ends at once."""
    lost = isinstance(trouble, AnswerLost) and trouble.done == done
    if lost and trouble == AnswerLost(done=done, reset=True):
        raise ConnectionResetError
    return lost
