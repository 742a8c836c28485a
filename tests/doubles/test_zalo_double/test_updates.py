"""Events come one at a time, to one poller each."""

import asyncio

import pytest

from tests.doubles.test_zalo_double.helpers import IDLE, Client
from tests.doubles.zalo import ZaloDouble


async def test_an_event_is_one_object_as_measured_on_a_real_bot(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    said = await chat.says("xong 10")

    assert await bot.does("getUpdates", timeout="30") == {
        "event_name": "message.text.received",
        "message": {
            "date": 1678149000000,
            "chat": {"chat_type": "PRIVATE", "id": chat.id},
            "message_id": said,
            "from": {"id": chat.id, "is_bot": False, "display_name": "Lan"},
            "text": "xong 10",
        },
    }


async def test_events_come_oldest_first_and_an_idle_poll_ends_when_its_time_is_up(
    zalo: ZaloDouble, bot: Client
) -> None:
    chat = zalo.user("Lan").private()
    for text in ("một", "hai"):
        await chat.says(text)
    assert [(await bot.heard())["text"] for _ in range(2)] == ["một", "hai"]

    waiting = asyncio.create_task(bot.fails("getUpdates"))
    await zalo.time_is_up()

    assert await waiting == IDLE
    assert await bot.fails("getUpdates", timeout=0) == IDLE


async def test_a_poll_that_waits_ends_with_the_first_event(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    waiting = asyncio.create_task(bot.heard())
    await zalo.called("getUpdates")

    await chat.says("xong 10")

    assert (await waiting)["text"] == "xong 10"


async def test_what_was_read_comes_again_where_it_is_replayed(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.polling = "replay"
    chat = zalo.user("Lan").private()
    await chat.says("một")
    await chat.says("hai")

    assert [(await bot.heard())["text"] for _ in range(4)] == ["một", "hai", "hai", "hai"]
    zalo.rules.polling = "consume"
    assert await bot.fails("getUpdates", timeout=0) == IDLE


async def test_two_pollers_share_the_events(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    polls = [asyncio.create_task(bot.heard()) for _ in range(2)]
    await zalo.called("getUpdates", times=2)

    await chat.says("một")
    await chat.says("hai")

    assert sorted([(await poll)["text"] for poll in polls]) == ["hai", "một"]


async def test_a_poller_that_has_gone_takes_nothing_with_it(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    waiting = asyncio.create_task(bot.heard())
    await zalo.called("getUpdates")
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    await bot.does("getMe")

    await chat.says("xong 10")

    assert (await bot.heard())["text"] == "xong 10"


async def test_the_bot_has_taken_all_when_it_asks_again(zalo: ZaloDouble, bot: Client) -> None:
    await zalo.user("Lan").private().says("xong 10")
    await bot.heard()
    draining = asyncio.create_task(zalo.drained())
    await bot.does("getMe")
    assert not draining.done()

    await bot.fails("getUpdates", timeout=0)

    await draining
