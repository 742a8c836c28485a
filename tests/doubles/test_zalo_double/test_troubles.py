"""The bad days that a test orders."""

import asyncio
from math import inf

import httpx
import pytest

from tests.doubles.test_zalo_double.helpers import Client
from tests.doubles.zalo import (
    DOWNLOAD,
    EMPTY_RESULT,
    NULL_RESULT,
    AnswerLost,
    Apart,
    Chat,
    Dripping,
    Held,
    Refusal,
    Slow,
    Trouble,
    ZaloDouble,
    gateway,
    quota_exceeded,
)


@pytest.mark.parametrize(
    ("trouble", "code", "told"),
    [
        (gateway(502), 502, "<p>/bot42:TEST/sendMessage</p>"),
        (gateway(429), 429, "<p>/bot42:TEST/sendMessage</p>"),
        (EMPTY_RESULT, 200, '{"ok":true,"result":{},"error_code":0}'),
        (NULL_RESULT, 200, '{"ok":true,"result":null,"error_code":0}'),
    ],
)
async def test_an_answer_that_is_none(zalo: ZaloDouble, bot: Client, trouble: Trouble, code: int, told: str) -> None:
    chat = zalo.user("Lan").private()
    zalo.order(trouble, "sendMessage")

    answer = await bot.post("sendMessage", chat_id=chat.id, text="Lần một")

    assert (answer.status_code, told in answer.text) == (code, True)
    await bot.says(chat.id, "Lần hai")
    assert [message.text for message in chat.unread] == ["Lần hai"]


@pytest.mark.parametrize(
    ("trouble", "expected"), [(quota_exceeded(), 429), (Refusal(403, "Internal server error"), 403)]
)
async def test_a_refusal_with_its_code_as_a_number_or_as_text(
    zalo: ZaloDouble, bot: Client, trouble: Refusal, expected: int
) -> None:
    chat = zalo.user("Lan").private()
    zalo.order(trouble, "sendMessage", chat=chat, times=2)

    assert await bot.fails("sendMessage", chat_id=chat.id, text="a") == (expected, trouble.description)
    zalo.rules.codes = "text"
    answer = await bot.post("sendMessage", chat_id=chat.id, text="a")
    assert answer.json() == {"ok": False, "description": trouble.description, "error_code": str(expected)}


@pytest.mark.parametrize(
    ("trouble", "error", "arrives"),
    [
        (AnswerLost(), httpx.RemoteProtocolError, True),
        (AnswerLost(done=False), httpx.RemoteProtocolError, False),
        (AnswerLost(reset=True), httpx.ReadError, True),
        (AnswerLost(done=False, reset=True), httpx.ReadError, False),
    ],
)
async def test_a_connection_that_ends_before_the_answer(
    zalo: ZaloDouble, bot: Client, trouble: Trouble, error: type[httpx.TransportError], arrives: bool
) -> None:
    chat = zalo.user("Lan").private()
    zalo.order(trouble, "sendMessage")

    with pytest.raises(error):
        await bot.says(chat.id, "Kính gửi")

    assert (len(chat.unread), zalo.accepted) == (arrives, arrives)


@pytest.mark.parametrize("trouble", [Slow(0.2), Dripping(0.2)])
async def test_an_answer_that_takes_its_time(zalo: ZaloDouble, bot: Client, trouble: Trouble) -> None:
    chat = zalo.user("Lan").private()
    zalo.order(trouble, "sendMessage", times=2)

    bot.wire.timeout = httpx.Timeout(5, read=0.05)
    with pytest.raises(httpx.ReadTimeout):
        await bot.says(chat.id, "Kính gửi")
    bot.wire.timeout = httpx.Timeout(5)
    await bot.says(chat.id, "Kính gửi")

    assert len(chat.unread) == 2


async def test_a_poll_whose_answer_is_lost_takes_the_event_with_it(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    await chat.says("một")
    await chat.says("hai")
    zalo.order(AnswerLost(), "getUpdates")

    with pytest.raises(httpx.TransportError):
        await bot.heard()

    assert (await bot.heard())["text"] == "hai"


async def test_a_picture_that_does_not_come(zalo: ZaloDouble, bot: Client) -> None:
    await zalo.user("Lan").private().sends_photo(b"anh")
    url = (await bot.heard())["photo_url"]
    zalo.order(gateway(502), DOWNLOAD)

    assert [(await bot.wire.get(url)).status_code for _ in range(2)] == [502, 200]
    assert len(zalo.calls_of(DOWNLOAD)) == 2


async def test_a_held_call_waits_for_the_test(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    release = asyncio.Event()
    zalo.order(Held(release, done=True), "sendMessage")

    sending = asyncio.create_task(bot.says(chat.id, "Kính gửi"))
    await chat.next_message()
    assert not sending.done()

    release.set()
    await sending


async def test_a_server_that_goes_down_and_comes_back(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    await chat.says("viec")
    zalo.goes_down()
    with pytest.raises(httpx.TransportError):
        await bot.heard()

    await zalo.comes_back()

    assert (await bot.heard())["text"] == "viec"


async def test_trouble_for_all_until_it_is_relieved(zalo: ZaloDouble, bot: Client) -> None:
    zalo.order(Refusal(500, "Internal server error"), None, times=inf)
    for method in ("getMe", "getUpdates", "getMe"):
        assert (await bot.fails(method))[0] == 500

    zalo.relieve()

    await bot.does("getMe")


async def test_two_bots_on_one_server_have_people_and_events_of_their_own(
    zalo: ZaloDouble, bot: Client, wire: httpx.AsyncClient
) -> None:
    other = zalo.beside("43:OTHER")
    second = Client(other, wire)
    lan = zalo.user("Lan")
    here, there = lan.private(), lan.private(other)
    await here.says("một")
    await there.says("hai")

    assert other.meets(lan).id == there.id != here.id == lan.id
    assert ((await bot.heard())["text"], (await second.heard())["text"]) == ("một", "hai")
    await second.says(there.id, "Kính gửi")
    assert (len(here.unread), len(there.unread)) == (0, 1)


def test_a_double_apart_serves_a_test_that_blocks() -> None:
    with Apart(ZaloDouble()) as apart:
        chat = apart.do(lambda: apart.double.user("Lan").private())
        url = f"{apart.double.url}/bot{apart.double.token}/sendMessage"

        assert httpx.post(url, json={"chat_id": chat.id, "text": "Kính gửi"}).json()["ok"] is True
        assert apart.run(chat.next_message()).text == "Kính gửi"


async def test_a_silent_bot_fails_the_test(zalo: ZaloDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    chat: Chat = zalo.user("Lan").private()
    monkeypatch.setattr("tests.doubles.screen.DEADLINE", 0)

    with pytest.raises(AssertionError, match="the bot said nothing in Lan"):
        await chat.next_message()
