"""The bad days that a test orders."""

import asyncio
from math import inf

import httpx
import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.doubles.telegram import (
    AnswerLost,
    Apart,
    Chat,
    Garbage,
    Held,
    Refusal,
    Slow,
    TelegramDouble,
    Trouble,
    server_error,
    too_many_requests,
)
from tests.doubles.test_telegram_double.helpers import ptb, texts


@pytest.mark.parametrize(
    ("trouble", "error", "told", "arrives"),
    [
        (too_many_requests(7), RetryAfter, "Flood control exceeded", False),
        (server_error(), NetworkError, "Bad Gateway", False),
        (Refusal(400, "Bad Request: TOPIC_CLOSED"), BadRequest, "Topic_closed", False),
        (Garbage(), TelegramError, "Invalid server response", False),
        (AnswerLost(), NetworkError, "RemoteProtocolError", True),
    ],
)
async def test_an_ordered_trouble_is_met_once(
    telegram: TelegramDouble, bot: Bot, trouble: Trouble, error: type[TelegramError], told: str, arrives: bool
) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(trouble, "sendMessage")

    with pytest.raises(error, match=told):
        await bot.send_message(chat.id, "Lần một")
    await bot.send_message(chat.id, "Lần hai")

    assert [message.text for message in chat.unread] == ["Lần một"] * arrives + ["Lần hai"]
    assert [fields["text"] for fields in telegram.calls_of("sendMessage")] == ["Lần một", "Lần hai"]


async def test_trouble_for_one_chat_leaves_the_others(telegram: TelegramDouble, bot: Bot) -> None:
    slow, quick = telegram.user("Lan").private(), telegram.user("Minh").private()
    telegram.order(too_many_requests(3), "sendMessage", chat=slow, times=2)

    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(slow.id, "Kính gửi")
        await bot.send_message(quick.id, "Kính gửi")
    await bot.send_message(slow.id, "Kính gửi")

    assert (len(slow.unread), len(quick.unread)) == (1, 2)


@pytest.mark.parametrize("done", [False, True])
async def test_a_held_call_waits_for_the_test(telegram: TelegramDouble, bot: Bot, done: bool) -> None:
    chat = telegram.user("Lan").private()
    release = asyncio.Event()
    telegram.order(Held(release, done=done), "sendMessage")

    sending = asyncio.create_task(bot.send_message(chat.id, "Kính gửi"))
    await telegram.called("sendMessage")
    await bot.get_me()

    assert (len(chat.unread), sending.done()) == (int(done), False)
    release.set()
    assert (await sending).text == "Kính gửi"


async def test_a_call_never_answered_times_out_and_leaves_nothing_behind() -> None:
    async with TelegramDouble() as telegram, ptb(telegram) as bot:
        chat = telegram.user("Lan").private()
        telegram.order(Held(asyncio.Event(), done=True), "sendMessage", times=2)
        with pytest.raises(TimedOut):
            await bot.send_message(chat.id, "Kính gửi", read_timeout=0.01)
        sending = asyncio.create_task(bot.send_message(chat.id, "Kính gửi"))
        await telegram.called("sendMessage", times=2)
    with pytest.raises((NetworkError, RuntimeError)):
        await sending
    assert len(chat.unread) == 2


@pytest.mark.parametrize("done", [False, True])
async def test_a_slow_server_carries_out_what_it_was_asked_for(telegram: TelegramDouble, bot: Bot, done: bool) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(Slow(0.2, done=done), "sendMessage", times=inf)

    for _ in range(2):
        with pytest.raises(TimedOut):
            await bot.send_message(chat.id, "Kính gửi", read_timeout=0.05)
    assert len(chat.unread) == 2 * done
    assert (await bot.send_message(chat.id, "Kính gửi")).text == "Kính gửi"
    assert len(chat.unread) == 3


async def test_trouble_for_all_until_it_is_relieved(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(server_error(), None, times=inf)

    for _ in range(3):
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.send_message(chat.id, "Kính gửi")
        with pytest.raises(NetworkError, match="Bad Gateway"):
            await bot.get_updates()
    telegram.relieve()

    await bot.send_message(chat.id, "Kính gửi")
    assert (len(chat.unread), await bot.get_updates()) == (1, ())


async def test_a_server_that_goes_down_and_comes_back(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    await chat.says("viec")
    telegram.order(Held(asyncio.Event(), done=True), "sendMessage")
    under_way = asyncio.create_task(bot.send_message(chat.id, "Kính gửi"))
    await chat.next_message()

    telegram.goes_down()
    for sending in (under_way, bot.send_message(chat.id, "Kính gửi")):
        with pytest.raises(NetworkError):
            await sending
    await telegram.comes_back()

    await bot.send_message(chat.id, "Kính gửi")
    assert (len(chat.unread), len(await bot.get_updates())) == (1, 1)


async def test_two_bots_on_one_server_have_chats_and_updates_of_their_own(telegram: TelegramDouble, bot: Bot) -> None:
    other = telegram.beside("43:OTHER", username="khac_bot")
    lan, minh = telegram.user("Lan"), other.user("Minh")
    both = other.meets(lan).private(), lan.private()
    await both[0].says("một")
    await both[1].says("hai")
    await minh.private().says("ba")

    async with ptb(telegram, other.token) as second:
        with pytest.raises(BadRequest, match="Chat not found"):
            await bot.send_message(minh.id, "Kính gửi")
        await second.send_message(minh.id, "Kính gửi")
        assert ((await bot.get_me()).username, (await second.get_me()).username) == ("nhacviec_bot", "khac_bot")
        assert texts(await bot.get_updates()) == ["hai"]
        assert texts(await second.get_updates()) == ["một", "ba"]
        assert (both[0].id, both[0].id == both[1].id, minh.id != lan.id) == (lan.id, True, True)


async def test_a_fault_of_any_bot_fails_the_test() -> None:
    async def story() -> None:
        async with TelegramDouble() as telegram, httpx.AsyncClient(base_url=telegram.url) as wire:
            other = telegram.beside("43:OTHER", username="khac_bot")
            await wire.post(f"/bot{other.token}/banChatMember")

    with pytest.raises(AssertionError, match="method not found"):
        await story()


def test_a_double_apart_serves_a_test_that_blocks() -> None:
    with Apart(TelegramDouble()) as apart:
        chat = apart.do(lambda: apart.double.user("Lan").private())
        apart.do(lambda: apart.double.order(server_error(), "sendMessage"))
        url = f"{apart.double.url}/bot{apart.double.token}/sendMessage"
        answers = [httpx.post(url, json={"chat_id": chat.id, "text": "Kính gửi"}).status_code for _ in range(2)]

        assert (answers, apart.run(chat.next_message()).text) == ([502, 200], "Kính gửi")


async def test_a_silent_bot_fails_the_test(telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    chat: Chat = telegram.user("Lan").private()
    monkeypatch.setattr("tests.doubles.screen.DEADLINE", 0)

    with pytest.raises(AssertionError, match="the bot said nothing in Lan"):
        await chat.next_message()
