"""The bad days that a test orders."""

import asyncio

import pytest
from telegram import Bot
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from tests.doubles.telegram import (
    AnswerLost,
    Chat,
    Garbage,
    Held,
    Refusal,
    TelegramDouble,
    Trouble,
    server_error,
    too_many_requests,
)
from tests.doubles.test_telegram_double.helpers import ptb


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


async def test_a_silent_bot_fails_the_test(telegram: TelegramDouble, monkeypatch: pytest.MonkeyPatch) -> None:
    chat: Chat = telegram.user("Lan").private()
    monkeypatch.setattr("tests.doubles.telegram.chats.DEADLINE", 0)

    with pytest.raises(AssertionError, match="the bot said nothing in Lan"):
        await chat.next_message()
