"""Updates come until they are confirmed, to one poller at a time."""

import asyncio
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from telegram import Bot
from telegram.error import Conflict

from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram.server import SECRET_HEADER
from tests.doubles.test_telegram_double.helpers import ptb, texts


async def test_updates_come_again_until_confirmed(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    for text in ("một", "hai", "ba"):
        await chat.says(text)

    first = await bot.get_updates(limit=2)
    assert texts(first) == ["một", "hai"]
    assert texts(await bot.get_updates(limit=2)) == ["một", "hai"]
    assert texts(await bot.get_updates(offset=first[-1].update_id + 1)) == ["ba"]
    assert [update["message"]["text"] for update in telegram.pending] == ["ba"]
    await chat.says("bốn")
    assert texts(await bot.get_updates(offset=-1)) == ["bốn"]
    assert await bot.get_updates(offset=first[-1].update_id + 3) == ()


async def test_a_long_poll_ends_with_the_first_update(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    polling = asyncio.create_task(bot.get_updates(timeout=50))
    await telegram.called("getUpdates")

    await chat.says("xong 10")

    assert texts(await polling) == ["xong 10"]


async def test_the_second_poller_drives_out_the_first(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    async with ptb(telegram) as other:
        first = asyncio.create_task(other.get_updates(timeout=50))
        await telegram.called("getUpdates")
        second = asyncio.create_task(bot.get_updates(timeout=50))

        with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one bot"):
            await first
    await chat.says("xong 10")
    assert texts(await second) == ["xong 10"]


async def test_only_wanted_updates_come_and_the_wish_lasts(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    await bot.get_updates(allowed_updates=["message"])
    await bot.get_updates()
    await chat.blocks_bot()
    await chat.unblocks_bot()
    said = await chat.says("xong 10")
    await chat.edits(said, "xong 11")
    assert [list(update)[1] for update in telegram.pending] == ["message"]

    await bot.get_updates(allowed_updates=[])
    await chat.edits(said, "xong 12")
    assert [list(update)[1] for update in telegram.pending] == ["message", "edited_message"]


async def test_reactions_come_where_they_are_asked_for_in_private_and_to_an_administrator(
    telegram: TelegramDouble, bot: Bot
) -> None:
    lan = telegram.user("Lan")
    chat, group = lan.private(), telegram.group("Tổ", [lan])
    said, heard = await chat.says("xong 10"), await group.says(lan, "/xong 11")
    await chat.reacts(said, "👍")
    await bot.get_updates(allowed_updates=["message_reaction", "my_chat_member"])
    await group.reacts(lan, heard, "👍")
    await chat.reacts(said, "👍")
    await chat.reacts(said, "👌")
    await chat.reacts(said)
    await group.promotes_bot(by=lan)
    await group.reacts_anonymously(heard, "❤")

    changes = [update["message_reaction"] for update in telegram.pending if "message_reaction" in update]
    told = [(each["old_reaction"], each["new_reaction"], "user" in each, "actor_chat" in each) for each in changes]
    thumb, fine, heart = ({"type": "emoji", "emoji": emoji} for emoji in "👍👌❤")
    assert told == [
        ([thumb], [fine], True, False),
        ([fine], [], True, False),
        ([], [heart], False, True),
    ]


async def test_a_webhook_takes_the_updates(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    await bot.set_webhook("https://example.com/hook", secret_token="quiet")
    await chat.says("xong 10")

    assert telegram.webhook == {"url": "https://example.com/hook", "secret_token": "quiet"}
    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count) == ("https://example.com/hook", 1)
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()


async def test_what_waits_is_posted_in_order_until_it_is_answered_well(telegram: TelegramDouble, bot: Bot) -> None:
    codes, heard = [503, 200, 200], list[tuple[str | None, Any]]()

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        heard.append((request.headers.get(SECRET_HEADER), await request.json()))
        await Response(status_code=codes.pop(0))(scope, receive, send)

    telegram.leads("https://example.com", app)
    await bot.set_webhook("https://example.com/hook", secret_token="quiet")
    chat = telegram.user("Lan").private()
    await chat.says("xong 10")
    await chat.says("xong 11")

    first = await telegram.delivers()
    failed = await bot.get_webhook_info()
    then = await telegram.delivers()

    assert (first, then, telegram.pending) == ([503], [200, 200], ())
    assert [(secret, told["message"]["text"]) for secret, told in heard] == [
        ("quiet", "xong 10"),
        ("quiet", "xong 10"),
        ("quiet", "xong 11"),
    ]
    assert (failed.pending_update_count, failed.last_error_message) == (
        2,
        "Wrong response from the webhook: 503 Service Unavailable",
    )
