"""The pretended Telegram itself: an HTTP server, its strictness, and the way a test makes people and chats."""

import json
import re
from collections.abc import Iterable
from http import HTTPStatus

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp

from tests.doubles.double import TUESDAY_MORNING, Double, Fields
from tests.doubles.outside import Public
from tests.doubles.refused import Refused
from tests.doubles.telegram import limits, validation
from tests.doubles.telegram.groups import GroupChat, make_group
from tests.doubles.telegram.methods import METHODS
from tests.doubles.telegram.people import Person
from tests.doubles.telegram.records import Account, Json
from tests.doubles.telegram.state import World

TOKEN = "42:TEST"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_METHOD_PATH = re.compile(r"/bot(?P<token>[^/]*)/(?P<name>[^/]*)")
_FILE_PATH = re.compile(r"/file/bot(?P<token>[^/]*)/(?P<name>.+)")


class TelegramDouble(Double):
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

    service = "Telegram"

    def __init__(self, *, token: str = TOKEN, username: str = "nhacviec_bot", privacy: bool = True) -> None:
        super().__init__(token)
        bot_id = int(token.partition(":")[0])
        bot = Account(bot_id, "Nhắc Việc", username, is_bot=True)
        self._world: World = World(bot, TUESDAY_MORNING, privacy)
        self._outside = Public("")

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
        other._place_beside(self)
        other._world.number_as(self._world)
        return other

    def hooks(self, url: str) -> None:
        """Let somebody else who has the token set a webhook, or with "" take it away."""
        self._world.updates.hook({"url": url} if url else {})

    def leads(self, public: str, to: str | ASGIApp) -> None:
        """Let an app, or a server on the loopback, be what Telegram finds at a public address."""
        self._outside.lead(public, to)

    async def delivers(self, *, secret: str | None = "", times: int = 1) -> list[int]:
        """Post every update that waits to the webhook, so often, and give the codes of the answers.

        In order and with the secret that was set (`secret=""`); None sends none. What is answered well is confirmed;
        the first that is not stays, with all behind it, to be posted again.
        """
        codes, updates = [], self._world.updates
        for update in list(updates.pending):
            answers = [await self.posts(update, secret=secret) for _ in range(times)]
            codes += [answer.status_code for answer in answers]
            if not answers[-1].is_success:
                last = HTTPStatus(codes[-1])
                updates.failed(f"Wrong response from the webhook: {last} {last.phrase}", self._world.stamp)
                break
            updates.confirm(update["update_id"] + 1)
        return codes

    async def posts(self, body: Json | bytes, *, secret: str | None = "") -> httpx.Response:
        """Post anything to the webhook: another's update, bytes that are no JSON."""
        assert self.webhook, "no webhook is set"
        content = body if isinstance(body, bytes) else json.dumps(body, ensure_ascii=False).encode()
        given = self.webhook.get("secret_token") if secret == "" else secret
        headers = {SECRET_HEADER: given} if given is not None else {}
        return await self._outside.post_to(self.webhook["url"], content, headers)

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
    def mention(self) -> str:
        """How people in a group call the bot, "@nhacviec_bot"."""
        return f"@{self.username}"

    @property
    def privacy(self) -> bool:
        """Whether the bot hears only what is meant for it in groups, as @BotFather has it by default."""
        return self._world.privacy

    @privacy.setter
    def privacy(self, privacy: bool) -> None:
        self._world.privacy = privacy

    @property
    def webhook(self) -> Json:
        """The url and secret_token set by setWebhook; empty without one. `delivers` posts `pending` there."""
        return dict(self._world.updates.webhook)

    # How it answers.

    async def _route(self, request: Request) -> Response | None:
        if found := _FILE_PATH.fullmatch(request.url.path):
            return self._bot(found["token"])._download(found["name"])
        if found := _METHOD_PATH.fullmatch(request.url.path):
            return await self._bot(found["token"])._call(found["name"], request)
        raise Refused(404, "Not Found", fault=True)

    def _refusal(self, refused: Refused) -> Response:
        return JSONResponse(refused.body(), refused.code)

    def _download(self, path: str) -> Response:
        for file in self._world.files.values():
            if file.path == path:
                return Response(file.content, media_type=file.mime)
        raise Refused(404, "Not Found")

    async def _call(self, method: str, request: Request) -> Response | None:
        fields = await validation.read(method, request)
        self._note(method, fields)
        limits.check(method, fields)
        trouble = self._orders.take(method, fields.get("chat_id"))
        return await self._perform(method, fields, trouble)

    async def _done(self, method: str, fields: Fields) -> Response:
        return JSONResponse({"ok": True, "result": await METHODS[method](self._world, fields)})
