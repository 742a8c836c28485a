"""Webhooks: what setting one needs and tells, and how events come to it."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from tests.doubles.test_zalo_double.helpers import Client, refused
from tests.doubles.zalo import ZaloDouble

PUBLIC = "https://nhacviec.example.vn"
HOOK = {"url": f"{PUBLIC}/zalo", "secret_token": "rat-kin-dao"}
WEBHOOK_SET = (400, "You cannot use this API while a webhook is set. Please remove the webhook first")


@dataclass
class Endpoint:
    """Keeps what is posted to it, and answers with the same code again and again."""

    code: int = 200
    heard: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        assert (request.method, request.url.path) == ("POST", "/zalo")
        self.heard.append((dict(request.headers), await request.body()))
        await Response(status_code=self.code)(scope, receive, send)

    @property
    def bodies(self) -> list[Any]:
        return [json.loads(body) for _, body in self.heard]

    @property
    def secrets(self) -> list[str | None]:
        return [headers.get("x-bot-api-secret-token") for headers, _ in self.heard]


@pytest.fixture
def endpoint(zalo: ZaloDouble) -> Endpoint:
    endpoint = Endpoint()
    zalo.leads(PUBLIC, endpoint)
    return endpoint


async def test_setting_one_tries_it_with_an_empty_body(zalo: ZaloDouble, bot: Client, endpoint: Endpoint) -> None:
    set_up = await bot.does("setWebhook", **HOOK)

    assert set_up == {
        "url": HOOK["url"],
        "updated_at": 1678149000000,
        "verification": set_up["verification"] | {"ok": True, "outcome": "webhook.ok", "status_code": 200},
    }
    headers, body = endpoint.heard[0]
    assert (headers["user-agent"], body, "content-type" in headers) == ("Java/1.8.0_192", b"", False)
    assert endpoint.secrets == [None]
    assert zalo.webhook["secret_token"] == HOOK["secret_token"]


@pytest.mark.parametrize(
    ("code", "outcome"), [(403, "http.403"), (404, "http.404"), (503, "http.5xx"), (302, "http.other")]
)
async def test_it_is_kept_even_where_it_does_not_answer(
    bot: Client, endpoint: Endpoint, code: int, outcome: str
) -> None:
    endpoint.code = code

    verification = (await bot.does("setWebhook", **HOOK))["verification"]

    assert (verification["ok"], verification["outcome"]) == (False, f"webhook.{outcome}")
    assert (await bot.does("getWebhookInfo"))["url"] == HOOK["url"]
    assert (await bot.does("testWebhook"))["outcome"] == f"webhook.{outcome}"


async def test_nobody_is_behind_an_address_that_leads_nowhere(bot: Client) -> None:
    assert (await bot.does("setWebhook", **HOOK))["verification"]["outcome"] == "webhook.err.conn"


async def test_whether_the_trial_carries_the_secret_is_a_rule(
    zalo: ZaloDouble, bot: Client, endpoint: Endpoint
) -> None:
    zalo.rules.probe_with_secret = True

    await bot.does("setWebhook", **HOOK)

    assert endpoint.secrets == [HOOK["secret_token"]]


async def test_a_webhook_may_be_tried_only_so_often_a_day(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.webhook_calls = 1
    await bot.does("setWebhook", **HOOK)

    for method, fields in (("setWebhook", HOOK), ("testWebhook", {})):
        answer = await bot.post(method, **fields)
        assert refused(zalo, answer) == (426, "Daily limit exceeded")
        assert "errorCode" in answer.json()
    zalo.now = zalo.now.replace(day=8)
    await bot.does("testWebhook")


async def test_without_one(zalo: ZaloDouble, bot: Client) -> None:
    assert await bot.fails("getWebhookInfo") == (404, "Not Found")
    zalo.rules.without_webhook = "empty"
    assert await bot.does("getWebhookInfo") == {"url": ""}
    for _ in range(2):
        assert await bot.does("deleteWebhook") == {"url": "", "updated_at": 1678149000000}


async def test_it_takes_the_place_of_polling(zalo: ZaloDouble, bot: Client) -> None:
    waiting = asyncio.create_task(bot.fails("getUpdates"))
    await zalo.called("getUpdates")

    await bot.does("setWebhook", **HOOK)

    assert await waiting == WEBHOOK_SET
    assert await bot.fails("getUpdates") == WEBHOOK_SET
    await bot.does("deleteWebhook")
    zalo.hooks("https://ai-do.example.vn/")
    assert await bot.fails("getUpdates") == WEBHOOK_SET


async def test_events_come_flat_with_the_secret(zalo: ZaloDouble, bot: Client, endpoint: Endpoint) -> None:
    await bot.does("setWebhook", **HOOK)
    zalo.rules.extra = {"mood": "vui"}
    chat = zalo.user("Lan").private()
    said = [await chat.says("một"), await chat.says("hai")]

    assert await zalo.delivers() == [200, 200]

    assert endpoint.secrets[1:] == [HOOK["secret_token"]] * 2
    assert endpoint.heard[1][0]["content-type"] == "application/json"
    events = [json.loads(body) for _, body in endpoint.heard[1:]]
    assert [event["message"]["message_id"] for event in events] == said
    assert (events[0].keys(), events[0]["message"]["mood"]) == ({"event_name", "message"}, "vui")
    assert await zalo.delivers() == []


async def test_events_come_in_every_other_way_too(zalo: ZaloDouble, bot: Client, endpoint: Endpoint) -> None:
    await bot.does("setWebhook", **HOOK)
    endpoint.heard.clear()
    chat = zalo.user("Lan").private()

    for ways in ({"wrapped": True}, {"times": 2}, {"backwards": True}, {"secret": "sai-bet"}, {"secret": None}):
        await chat.says("một")
        await chat.says("hai")
        await zalo.delivers(**ways)
    await chat.sends_unknown("message.poll.received", poll="?")
    await zalo.delivers()

    bodies = endpoint.bodies
    assert bodies[0].keys() == {"ok", "result", "error_code"}
    texts = [body.get("result", body)["message"].get("text") for body in bodies]
    assert texts == ["một", "hai", "một", "một", "hai", "hai", "hai", "một", "một", "hai", "một", "hai", None]
    own = HOOK["secret_token"]
    assert endpoint.secrets == [own] * 8 + ["sai-bet"] * 2 + [None] * 2 + [own]
    assert (bodies[-1]["event_name"], bodies[-1]["message"]["poll"]) == ("message.poll.received", "?")
    assert (await zalo.posts(b"", secret=None)).status_code == 200
    assert endpoint.heard[-1][1] == b""


async def test_whether_a_refused_event_comes_again_is_a_rule(zalo: ZaloDouble, bot: Client, endpoint: Endpoint) -> None:
    await bot.does("setWebhook", **HOOK)
    endpoint.code = 503
    chat = zalo.user("Lan").private()
    await chat.says("một")
    assert (await zalo.delivers(), await zalo.delivers()) == ([503], [])

    zalo.rules.webhook_resends = True
    await chat.says("hai")
    assert (await zalo.delivers(), await zalo.delivers()) == ([503], [503])


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "http://nhacviec.example.vn/zalo"},
        {"url": "https://localhost/zalo"},
        {"url": "https://10.0.0.5/zalo"},
        {"url": "https://192.168.1.5/zalo"},
        {"url": "https://may-chu/zalo"},
        {"url": ""},
        {"secret_token": "1234567"},
        {"secret_token": "a" * 257},
        {"secret_token": None},
    ],
)
async def test_what_no_webhook_may_be(zalo: ZaloDouble, bot: Client, fields: dict[str, Any]) -> None:
    code, told = await bot.fails("setWebhook", **(HOOK | fields))

    assert (code, zalo.forgive()) == (400, [f"setWebhook: {told}"])
    assert zalo.webhook == {}


async def test_a_server_on_the_loopback_can_be_behind_a_public_address(
    zalo: ZaloDouble, bot: Client, wire: httpx.AsyncClient
) -> None:
    zalo.leads(PUBLIC, str(wire.base_url))
    chat = zalo.user("Lan").private()
    await chat.sends_photo(b"anh")
    path = httpx.URL((await bot.heard())["photo_url"]).path

    await bot.does("sendPhoto", chat_id=chat.id, photo=f"{PUBLIC}{path}", caption="Ảnh")

    shown = (await chat.next_message()).file
    assert shown is not None
    assert shown.content == b"anh"
