"""The pretended Zalo itself: an HTTP server, its strictness, and the way a test makes people and chats."""

import asyncio
import json
import re
from collections.abc import Iterable
from typing import Self

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from tests.doubles.double import DEADLINE, TUESDAY_MORNING, Double, Fields
from tests.doubles.refused import Refused
from tests.doubles.troubles import Trouble
from tests.doubles.zalo import limits, validation
from tests.doubles.zalo.groups import GroupChat, make_group
from tests.doubles.zalo.methods import METHODS
from tests.doubles.zalo.people import Person
from tests.doubles.zalo.records import Account, Json
from tests.doubles.zalo.rules import Rules, gateway
from tests.doubles.zalo.state import World

TOKEN = "42:TEST"
# What to order troubles of for the pictures and voices that people sent, and how `calls` names their fetching.
DOWNLOAD = "download"
_METHOD_PATH = re.compile(r"/bot(?P<token>[^/]*)/(?P<name>[^/]*)")
_FILE_PATH = re.compile(r"/(?P<path>files/[^/]+)")


class ZaloDouble(Double):
    """A strict Zalo for one bot, as `async with ZaloDouble() as zalo`; `beside` adds others, with ids of their own.

    It promises:
    1. `zalo.url` is the root of a real HTTP server on the loopback: POST /bot<token>/<method> with JSON, and the
       pictures that people send under /files/.
    2. What the real server bears but the house must not do (a form, GET, an unknown field) is done and kept in
       `faults`; an unknown method and a broken limit are refused and kept. Leaving the block with a fault is an
       AssertionError. `forgive()` hands the faults over to a test that wanted them.
    3. What may befall a correct client (a chat closed to the bot, a quota, a webhook in the way, nothing to poll) is
       refused with Zalo's code and sentence, and is no fault. `zalo.rules` says how, and sets every limit.
    4. Events come one at a time, in the order they were made; `order` brings the bad days.
    5. Nothing sleeps, but where `Slow` was ordered: a poll ends with the first event, or when `time_is_up`, or after
       the seconds it asked for.
    6. `now` stamps the messages, counts days and months, and stands still until a test moves it.
    """

    service = "Zalo"

    def __init__(self, *, token: str = TOKEN, name: str = "Bot Nhắc Việc", rules: Rules | None = None) -> None:
        super().__init__(token)
        self.rules = rules or Rules()
        self._world: World = World(Account(0, name), token, TUESDAY_MORNING, self.rules)

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self._world.host = self.url
        return self

    # What a test makes.

    def user(self, name: str, *, protected: bool = False) -> Person:
        """Let a person exist; whatever a `protected` one says, the bot is told only that something came."""
        return Person(self._world, Account(self._world.number(), name, protected))

    def group(self, title: str, members: Iterable[Person] = (), *, with_bot: bool = True) -> GroupChat:
        """Let a group exist, with the bot in it."""
        return make_group(self._world, title, members, bot=with_bot)

    def meets(self, person: Person) -> Person:
        """Let somebody exist for this bot too who exists for another one: under another id, as on the real one."""
        return Person(self._world, person.account)

    def beside(self, token: str, *, name: str = "Bot Khác", rules: Rules | None = None) -> "ZaloDouble":
        """Let another bot exist on the same server, with chats, events, rules, orders and calls of its own."""
        other = ZaloDouble(token=token, name=name, rules=rules or Rules(status=self.rules.status))
        other._place_beside(self)
        other._world.stand_beside(self._world)
        return other

    def hooks(self, url: str) -> None:
        """Let somebody else who has the token set a webhook, or with "" take it away."""
        self._world.updates.hook({"url": url, "updated_at": self._world.stamp} if url else {})

    async def time_is_up(self) -> None:
        """Let every poll that waits come to its end, with nothing; where none does yet, wait for one."""
        async with asyncio.timeout(DEADLINE):
            await self._world.updates.end_polls()

    def leads(self, public: str, to: str | ASGIApp) -> None:
        """Let an app, or a server on the loopback, be what Zalo finds at a public address, https://nhacviec.example.vn."""
        self._world.outside.lead(public, to)

    async def delivers(
        self, *, wrapped: bool = False, secret: str | None = "", times: int = 1, backwards: bool = False
    ) -> list[int]:
        """Post every event that waits to the webhook, and give the codes of the answers.

        As a rule flat, once, in order and with the secret that was set (`secret=""`); None sends none.
        """
        codes = []
        for event in self._world.updates.take_all()[:: -1 if backwards else 1]:
            body = {"ok": True, "result": event, "error_code": 0} if wrapped else event
            answers = [await self.posts(body, secret=secret) for _ in range(times)]
            codes += [answer.status_code for answer in answers]
            if self.rules.webhook_resends and not answers[-1].is_success:
                self._world.updates.add(event)
        return codes

    async def posts(self, body: Json | bytes, *, secret: str | None = "") -> httpx.Response:
        """Post anything to the webhook: another's event, bytes that are no JSON, b"" as the test of it does."""
        assert self.webhook, "no webhook is set"
        content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        own = self.webhook.get("secret_token")
        return await self._world.outside.post(self.webhook["url"], content, own if secret == "" else secret)

    # What a test looks at.

    @property
    def webhook(self) -> Json:
        """The url and secret_token set by setWebhook; empty without one."""
        return dict(self._world.updates.webhook)

    @property
    def mention(self) -> str:
        """How people in a group call the bot, "@Bot Nhắc Việc"."""
        return self._world.mention

    @property
    def accepted(self) -> int:
        """How many messages of the bot were accepted this month."""
        return self._world.accepted[self._world.month]

    # How it answers.

    async def _route(self, request: Request) -> Response | None:
        path = str(request.scope["path"])
        if found := _FILE_PATH.fullmatch(path):
            return await self._download(found["path"])
        if found := _METHOD_PATH.fullmatch(path):
            return await self._bot(found["token"])._answer(found["name"], request)
        raise Refused(404, "Not Found", fault=True)

    async def _download(self, path: str) -> Response | None:
        bots: Iterable[ZaloDouble] = self._bots.values()
        bot = next((bot for bot in bots if path in bot._world.stored), None)
        if bot is None:
            return Response("Not Found", 404)
        fields = {"path": path}
        bot._note(DOWNLOAD, fields)
        return await bot._perform(DOWNLOAD, fields, bot._orders.take(DOWNLOAD, None))

    async def _answer(self, method: str, request: Request) -> Response | None:
        """Answer under this bot's own rules, and keep its faults with it."""
        try:
            return await self._call(method, request)
        except Refused as refused:
            return self._refuse(method, refused)

    async def _call(self, method: str, request: Request) -> Response | None:
        fields, wrong = await validation.read(method, request)
        self.faults.extend(f"{method}: {each}" for each in wrong)
        self._note(method, fields)
        if self._is_hammered():
            return await self._perform(method, fields, gateway(429))
        limits.check(method, fields)
        trouble = self._orders.take(method, fields.get("chat_id"))
        if method != "getUpdates":
            return await self._perform(method, fields, trouble)
        return await self._unless_gone(request, method, fields, trouble)

    def _is_hammered(self) -> bool:
        if self.rules.burst is None:
            return False
        most, seconds = self.rules.burst
        return len([call for call in self.calls if call.at > self.calls[-1].at - seconds]) > most

    async def _unless_gone(
        self, request: Request, method: str, fields: Fields, trouble: Trouble | None
    ) -> Response | None:
        """A poller that has gone takes no event with it."""
        answering = asyncio.ensure_future(self._perform(method, fields, trouble))
        gone = asyncio.ensure_future(request.receive())
        await asyncio.wait([answering, gone], return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        if answering.done():
            return await answering
        answering.cancel()
        return None

    async def _done(self, method: str, fields: Fields) -> Response:
        if method == DOWNLOAD:
            file = self._world.stored[fields["path"]]
            return Response(file.content, media_type=file.mime)
        result = await METHODS[method](self._world, fields)
        told = {} if result is None else {"result": result}
        return JSONResponse({"ok": True, **told, "error_code": 0})

    def _refusal(self, refused: Refused) -> Response:
        code = refused.code if self.rules.codes == "number" else str(refused.code)
        # The documentation spells the one of the daily limit so.
        spelt = "errorCode" if refused.code == 426 else "error_code"
        body = {"ok": False, "description": refused.description, spelt: code}
        return JSONResponse(body, 200 if self.rules.status == "always200" else refused.code)
