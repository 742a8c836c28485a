"""The channel as a whole: starting, troubles of polling, stopping, and no token in any log."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.telegram.channel import Telegram
from bot.logs import Masked
from bot.masking import Mask
from data.refusals import TokenRejected
from scheduler.channel import Delivered, TryLater, Undeliverable
from tests.bot.channels.house import MENU, Clock, House, echo, listening, outgoing, running
from tests.doubles.telegram import (
    AnswerLost,
    Refusal,
    TelegramDouble,
    Trouble,
    server_error,
    too_many_requests,
)


async def test_the_menus(telegram: TelegramDouble, channel: Telegram) -> None:
    chat = telegram.user("Trần Thị B").private()

    assert await channel.send(str(chat.id), replace(outgoing(), menu=(("tinhhinh", "Tình hình"),))) == Delivered(("1",))

    assert telegram.commands == {
        "default": {"trogiup": "Trợ giúp"},
        "all_private_chats": {"viec": "Việc của đơn vị", "trogiup": "Trợ giúp"},
        "all_group_chats": {"viec": "Việc của đơn vị"},
        f"chat {chat.id}": {"tinhhinh": "Tình hình"},
    }
    await channel.send(str(chat.id), replace(outgoing(), menu=()))
    assert f"chat {chat.id}" not in telegram.commands
    assert await channel.send("123456", replace(outgoing(), menu=(("viec", "Việc"),))) == Undeliverable("not-found")


async def test_a_rejected_token(telegram: TelegramDouble, house: House) -> None:
    channel = Telegram("42:WRONG", base_url=telegram.url)

    with pytest.raises(TokenRejected):
        await channel.username()
    with pytest.raises(TokenRejected) as rejected:
        await channel.start(house, MENU)

    assert rejected.value.fields == {"channel": "Telegram", "variable": "TELEGRAM_TOKEN"}
    await channel.stop()


async def test_a_rejected_token_is_a_trouble_where_others_serve(
    telegram: TelegramDouble, house: House, clock: Clock
) -> None:
    channel = Telegram("42:WRONG", base_url=telegram.url, clock=clock, sleep=clock.sleep)
    await channel.start(house, MENU, tries_on=True)
    assert channel.trouble == "token-rejected"
    await channel.stop()


async def test_the_name_of_the_bot(telegram: TelegramDouble, channel: Telegram) -> None:
    telegram.order(server_error(), "getMe")

    assert [await channel.username() for _ in range(2)] == [None, "nhacviec_bot"]


async def test_without_a_network_the_service_starts_and_hears_later(
    telegram: TelegramDouble, house: House, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    house.says = echo
    chat = telegram.user("Lan").private()
    await chat.says("viec")
    telegram.order(server_error(), "getMe", times=3)

    async with running(telegram, house, clock) as channel:
        troubles = [channel.trouble]
        assert (await chat.next_message()).text == "đã nghe: viec"
        troubles.append(channel.trouble)

    assert troubles == ["unreachable", None]
    assert telegram.commands["all_group_chats"] == {"viec": "Việc của đơn vị"}
    assert 3.0 <= clock.now < 3.1
    assert [record.getMessage() for record in caplog.records] == [
        "Telegram cannot be reached; trying on (Bad Gateway)",
        "Telegram is heard again",
    ]


@pytest.mark.parametrize(
    ("trouble", "known_as", "seconds"),
    [
        (Refusal(409, "Conflict: terminated by other getUpdates request"), "conflict", 7),
        (Refusal(409, "Conflict: can't use getUpdates method while webhook is active"), "webhook", 7),
        (Refusal(409, "Conflict: terminated by setWebhook request"), "webhook", 7),
        (Refusal(401, "Unauthorized"), "token-rejected", 7),
        (too_many_requests(20), "unreachable", 60),
    ],
)
async def test_a_trouble_of_polling_is_told_once_and_passes(
    telegram: TelegramDouble,
    house: House,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    trouble: Trouble,
    known_as: str,
    seconds: float,
) -> None:
    caplog.set_level(logging.INFO, "bot")
    house.says = echo
    chat = telegram.user("Lan").private()
    await chat.says("viec")
    telegram.order(trouble, "getUpdates", times=3)
    troubles: list[str | None] = []

    async with running(telegram, house, clock) as channel:
        await telegram.called("getUpdates", times=3)
        troubles.append(channel.trouble)
        await chat.next_message()
        troubles.append(channel.trouble)

    assert troubles == [known_as, None]
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"]
    assert seconds <= clock.now < seconds + 1


@pytest.mark.parametrize("asked", ["getMe", "getUpdates"])
async def test_a_429_on_what_concerns_no_chat_halts_all_sending(
    telegram: TelegramDouble, house: House, asked: str
) -> None:
    telegram.order(too_many_requests(10_072), asked, times=2)
    chat, asleep = telegram.user("Lan").private(), asyncio.Event()
    clock = Clock()

    async def sleep(_: float) -> None:
        asleep.set()
        await asyncio.Event().wait()

    channel = Telegram(telegram.token, base_url=telegram.url, clock=clock, sleep=sleep)
    async with listening(channel, house):
        await asleep.wait()
        outcomes = [await channel.send(str(chat.id), outgoing())]
        clock.now += 10_072
        outcomes.append(await channel.send(str(chat.id), outgoing()))

    assert outcomes == [TryLater("halted", timedelta(seconds=10_072)), Delivered(("1",))]


async def test_a_second_process_with_the_same_token(telegram: TelegramDouble, caplog: pytest.LogCaptureFixture) -> None:
    one, other = House(), House()
    chat = telegram.user("Lan").private()

    async with running(telegram, one), running(telegram, other):
        await telegram.called("getUpdates", times=6)
        await chat.says("viec")
        await telegram.drained()

    assert {*one.texts, *other.texts} == {"viec"}
    assert "another process polls with the same Telegram token" in caplog.text


async def test_it_can_be_started_again(telegram: TelegramDouble, clock: Clock) -> None:
    house = House(echo)
    chat = telegram.user("Lan").private()
    channel = Telegram(telegram.token, base_url=telegram.url, clock=clock, sleep=clock.sleep)

    for text in ("một", "hai"):
        async with listening(channel, house, {}):
            await chat.says(text)
            await telegram.drained()

    assert house.texts == ["một", "hai"]
    assert [message.text for message in chat.unread] == ["đã nghe: một", "đã nghe: hai"]


async def test_the_token_is_in_no_log(telegram: TelegramDouble, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.handler.addFilter(masked := Masked(Mask([telegram.token])))
    telegram.order(server_error(), "getMe")
    telegram.order(AnswerLost(), "sendMessage")
    telegram.order(Refusal(401, "Unauthorized"), "getUpdates")
    chat = telegram.user("Lan").private()
    await chat.says("viec")
    await chat.says("viec")

    async with running(telegram, House(echo)):
        await telegram.called("sendMessage", times=2)
        await telegram.drained()
    caplog.handler.removeFilter(masked)

    assert telegram.token not in caplog.text
    assert "/bot***/sendMessage" in caplog.text
