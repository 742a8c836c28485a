"""The pretended Telegram itself: an HTTP server, its strictness, and the way a test makes people and chats."""

import asyncio
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from tests.doubles.refused import Refused
from tests.doubles.telegram import limits, validation
from tests.doubles.telegram.chats import DEADLINE, Chat
from tests.doubles.telegram.groups import GroupChat, make_group
from tests.doubles.telegram.methods import METHODS
from tests.doubles.telegram.people import Person
from tests.doubles.telegram.records import Account, Json
from tests.doubles.telegram.state import World
from tests.doubles.telegram.validation import Fields
from tests.doubles.troubles import AnswerLost, Garbage, Held, Orders, Refusal, Slow, Trouble
from tests.doubles.wire import Wire

TOKEN = "42:TEST"
_TUESDAY_MORNING = datetime(2023, 3, 7, 0, 30, tzinfo=UTC)
_METHOD_PATH = re.compile(r"/bot(?P<token>[^/]*)/(?P<name>[^/]*)")
_FILE_PATH = re.compile(r"/file/bot(?P<token>[^/]*)/(?P<name>.+)")


@dataclass(frozen=True, slots=True)
class Call:
    """One well-shaped call, and when it came in seconds of the loop's clock."""

    method: str
    fields: Fields
    at: float


class TelegramDouble:
    """A strict Telegram for one bot, as `async with TelegramDouble() as telegram`; `beside` adds others.

    It promises:
    1. `telegram.url` is the root of a real HTTP server on the loopback: POST /bot<token>/<method> with a form, JSON or
       multipart body, GET /file/bot<token>/<path>.
    2. It takes only what the published Bot API takes and the house uses (`schema.py`). An unknown method or field, a
       missing field, a wrong type or a broken limit is refused as Telegram refuses, and kept in `faults`; leaving the
       block with a fault is an AssertionError. `forgive()` hands the faults over to a test that wanted them.
    3. What may befall a correct client (blocked, kicked, moved, nothing to change, a second poller) is refused with
       Telegram's code and sentence, and is no fault.
    4. Chats, privacy mode, updates and their confirmation behave as the real ones; `order` brings the bad days.
    5. Nothing sleeps, but where `Slow` was ordered: whoever waits is woken by what he waits for, and gives up after
       `DEADLINE` seconds.
    6. `now` stamps the messages and stands still until a test moves it.
    """

    def __init__(self, *, token: str = TOKEN, username: str = "nhacviec_bot", privacy: bool = True) -> None:
        bot_id = int(token.partition(":")[0])
        bot = Account(bot_id, "Nhắc Việc", username, is_bot=True)
        self.token = token
        self.url = ""
        self.faults: list[str] = []
        self.calls: list[Call] = []
        self._world = World(bot, _TUESDAY_MORNING, privacy)
        self._orders = Orders()
        self._closing = asyncio.Event()
        self._wire = Wire(self)
        self._bots = {token: self}

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
        told = "Telegram was called wrongly:\n" + "\n".join(faults)
        if error is None:
            raise AssertionError(told)
        error.add_note(told)

    # What a test makes.

    def user(self, name: str, username: str = "") -> Person:
        """Let a person exist."""
        account = Account(7_000 + self._world.number(), name, username)
        return Person(self._world, self._world.join(account))

    def group(
        self,
        title: str,
        members: Iterable[Person] = (),
        *,
        kind: str = "group",
        forum: bool = False,
        with_bot: bool = True,
    ) -> GroupChat:
        """Let a group ("group" or "supergroup") exist; its first member owns it, and the bot is in it."""
        return make_group(self._world, title, members, kind="supergroup" if forum else kind, forum=forum, bot=with_bot)

    def meets(self, person: Person) -> Person:
        """Let somebody exist for this bot too who exists for another one: under the same id, as on the real one."""
        return Person(self._world, self._world.join(person.account))

    def beside(self, token: str, *, username: str) -> "TelegramDouble":
        """Let another bot exist on the same server, with chats, updates, orders and calls of its own."""
        other = TelegramDouble(token=token, username=username)
        other.url, other._bots, other._closing, other._wire = self.url, self._bots, self._closing, self._wire
        other._world.number_as(self._world)
        self._bots[token] = other
        return other

    def hooks(self, url: str) -> None:
        """Let somebody else who has the token set a webhook."""
        self._world.updates.hook({"url": url})

    def order(self, trouble: Trouble, method: str | None, *, chat: Chat | None = None, times: float = 1) -> None:
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
    def commands(self) -> dict[str, dict[str, str]]:
        """What the bot set by setMyCommands: scope ("default", "chat 7", "default@vi") → command → description."""
        return self._world.commands

    @property
    def username(self) -> str:
        """The bot's username."""
        return self._world.bot.username

    @property
    def now(self) -> datetime:
        """The time that messages are stamped with."""
        return self._world.now

    @now.setter
    def now(self, now: datetime) -> None:
        self._world.now = now

    @property
    def privacy(self) -> bool:
        """Whether the bot hears only what is meant for it in groups, as @BotFather has it by default."""
        return self._world.privacy

    @privacy.setter
    def privacy(self, privacy: bool) -> None:
        self._world.privacy = privacy

    @property
    def pending(self) -> Sequence[Json]:
        """The updates not yet confirmed."""
        return tuple(self._world.updates.pending)

    @property
    def webhook(self) -> Json:
        """The url and secret_token set by setWebhook; empty without one. The test itself posts `pending` there."""
        return dict(self._world.updates.webhook)

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
        """Wait until the bot has confirmed every update."""
        async with asyncio.timeout(DEADLINE):
            await self._world.bell.until(lambda: None if self._world.updates.pending else True)

    def forgive(self) -> list[str]:
        """Give the faults so far and forget them."""
        faults, self.faults = self.faults, []
        return faults

    # How it answers.

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, as ASGI has it."""
        request = Request(scope, receive)
        response = await self._respond(request)
        if response is None:
            await self._wire.hang_up(request)
        else:
            await response(scope, receive, send)

    async def _respond(self, request: Request) -> Response | None:
        """Give the answer; None to hang up instead."""
        name = request.url.path.rpartition("/")[2]
        try:
            return await self._route(request)
        except ClientDisconnect:
            return None
        except Refused as refused:
            return self._refuse(name, refused)
        except Exception as broken:  # noqa: BLE001 - whatever breaks in here must reach the test
            return self._refuse(name, Refused(500, f"the double broke: {broken!r}", fault=True))

    async def _route(self, request: Request) -> Response | None:
        if found := _FILE_PATH.fullmatch(request.url.path):
            return self._bot(found["token"])._download(found["name"])
        if found := _METHOD_PATH.fullmatch(request.url.path):
            return await self._bot(found["token"])._call(found["name"], request)
        raise Refused(404, "Not Found", fault=True)

    def _refuse(self, name: str, refused: Refused) -> Response:
        if refused.fault:
            self.faults.append(f"{name}: {refused.description}")
        return JSONResponse(refused.body(), refused.code)

    def _bot(self, token: str) -> "TelegramDouble":
        if not re.fullmatch(r"\d+:[\w-]+", token):
            raise Refused(404, "Not Found")
        if token not in self._bots:
            raise Refused(401, "Unauthorized")
        return self._bots[token]

    def _download(self, path: str) -> Response:
        for file in self._world.files.values():
            if file.path == path:
                return Response(file.content, media_type=file.mime)
        raise Refused(404, "Not Found")

    async def _call(self, method: str, request: Request) -> Response | None:
        fields = await validation.read(method, request)
        self.calls.append(Call(method, fields, asyncio.get_running_loop().time()))
        self._world.bell.ring()
        limits.check(method, fields)
        trouble = self._orders.take(method, fields.get("chat_id"))
        return await self._perform(method, fields, trouble)

    async def _perform(self, method: str, fields: Fields, trouble: Trouble | None) -> Response | None:
        if isinstance(trouble, Refusal):
            raise trouble.error()
        if isinstance(trouble, Garbage):
            return Response(trouble.body, media_type="text/html")
        if not await self._waited(trouble, done=False):
            return None
        result = await METHODS[method](self._world, fields)
        if not await self._waited(trouble, done=True):
            return None
        return None if isinstance(trouble, AnswerLost) else JSONResponse({"ok": True, "result": result})

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
