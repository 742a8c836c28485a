"""Digests on their way to chats, and what becomes of them."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.channels.telegram.channel import Telegram
from data.talk import Act, Choice
from scheduler.channel import Delivered, Moved, Outcome, TryLater, Undeliverable
from tests.bot.channels.house import Clock, House, outgoing, running
from tests.doubles.telegram import (
    AnswerLost,
    Button,
    Chat,
    Held,
    Refusal,
    Seen,
    TelegramDouble,
    Trouble,
    server_error,
    too_many_requests,
)


async def test_a_digest_as_it_is_seen(telegram: TelegramDouble, channel: Telegram) -> None:
    chat = telegram.user("Lan").private()
    choices = (
        Choice("Không phát sinh việc 10", Act("khong phat sinh", ("10",), occurrence_id=7)),
        Choice("Việc 1", Act("viec", ("1",))),
        Choice("Việc 2", Act("viec", ("2",))),
    )

    outcome = await channel.send(str(chat.id), outgoing("• Việc 10: https://example.com *đậm* _nghiêng_", *choices))

    assert await chat.next_message() == Seen(
        id=1,
        author="Nhắc Việc",
        text="NHẮC VIỆC\n• Việc 10: https://example.com *đậm* _nghiêng_",
        keyboard=(
            (Button("Không phát sinh việc 10", "=khong phat sinh;10|7|"),),
            (Button("Việc 1", "=viec;1||"), Button("Việc 2", "=viec;2||")),
        ),
        entities=(("bold", "NHẮC VIỆC"),),
        by_bot=True,
    )
    assert outcome == Delivered(("1",))
    assert telegram.calls_of("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}


def blocked(telegram: TelegramDouble) -> Chat:
    return telegram.user("Lan").private(started=False)


def deactivated(telegram: TelegramDouble) -> Chat:
    person = telegram.user("Lan")
    person.deletes_account()
    return person.private()


def without_the_bot(telegram: TelegramDouble) -> Chat:
    return telegram.group("Phường Lê Lợi", [telegram.user("Lan")], with_bot=False)


def muted(telegram: TelegramDouble) -> Chat:
    group = telegram.group("Phường Lê Lợi", [telegram.user("Lan")])
    group.mutes_bot()
    return group


@pytest.mark.parametrize(
    ("closed", "outcome"),
    [
        (blocked, Undeliverable("not-started")),
        (deactivated, Undeliverable("deactivated")),
        (without_the_bot, Undeliverable("left")),
        (muted, TryLater("no-rights", timedelta(hours=1), lasting=True)),
    ],
)
async def test_a_chat_that_takes_nothing(
    telegram: TelegramDouble, channel: Telegram, closed: Callable[[TelegramDouble], Chat], outcome: Outcome
) -> None:
    assert await channel.send(str(closed(telegram).id), outgoing()) == outcome


async def test_a_chat_that_was_blocked_or_never_was(telegram: TelegramDouble, channel: Telegram) -> None:
    chat = telegram.user("Lan").private()
    await chat.blocks_bot()

    assert await channel.send(str(chat.id), outgoing()) == Undeliverable("blocked")
    assert await channel.send("123456", outgoing()) == Undeliverable("not-found")


async def test_a_group_that_became_a_supergroup(telegram: TelegramDouble, house: House, channel: Telegram) -> None:
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])
    new = await group.becomes_supergroup(by=lan)

    assert await channel.send(str(group.id), outgoing()) == Moved(str(new.id))
    assert await channel.send(str(new.id), outgoing()) == Delivered(("2",))
    await telegram.drained()
    assert house.moves == [("telegram:42", str(group.id), str(new.id))] * 2
    # It is not greeted as one that the bot has just come into.
    assert house.heard == []
    await new.kicks_bot(by=lan)
    telegram.now += timedelta(minutes=2)
    await new.adds_bot(by=lan)
    await telegram.drained()
    assert [heard.other for heard in house.heard] == ["added-to-group"]


async def test_one_chats_429_halts_this_chat_only(telegram: TelegramDouble, channel: Telegram, clock: Clock) -> None:
    lan, minh = telegram.user("Lan").private(), telegram.user("Minh").private()
    telegram.order(too_many_requests(30), "sendMessage", chat=lan)

    assert await channel.send(str(lan.id), outgoing()) == TryLater("too-many-requests", timedelta(seconds=30))
    assert await channel.send(str(minh.id), outgoing()) == Delivered(("1",))
    # The second attempt is not even made: the outbox keeps it, and others do not wait for it.
    later = await channel.send(str(lan.id), outgoing())
    assert isinstance(later, TryLater)
    assert (later.reason, later.after is not None and 29 < later.after.total_seconds() <= 30) == ("halted", True)
    assert len(telegram.calls_of("sendMessage")) == 2
    assert clock.now < 1

    await clock.sleep(30)
    assert await channel.send(str(lan.id), outgoing()) == Delivered(("2",))


async def test_429_for_one_chat_after_another_halts_the_token(telegram: TelegramDouble, channel: Telegram) -> None:
    chats = [telegram.user(f"Người {number}").private() for number in range(5)]
    telegram.order(too_many_requests(30), "sendMessage", times=3)

    outcomes = [await channel.send(str(chat.id), outgoing()) for chat in chats]

    assert [outcome.reason for outcome in outcomes if isinstance(outcome, TryLater)] == [
        *["too-many-requests"] * 3,
        *["halted"] * 2,
    ]
    assert len(telegram.calls_of("sendMessage")) == 3


async def test_what_has_been_begun_is_ended_and_not_begun_again(telegram: TelegramDouble, house: House) -> None:
    long = "".join(f"• Việc {number}: {'báo cáo ' * 20}\n" for number in range(40))
    chat = telegram.user("Lan").private()
    first = Held(asyncio.Event())
    telegram.order(first, "sendMessage")
    telegram.order(too_many_requests(20), "sendMessage")
    telegram.order(server_error(), "sendMessage")
    first.release.set()

    async with running(telegram, house) as channel:
        outcome = await channel.send(str(chat.id), outgoing(long))

    assert [message.text.startswith("NHẮC VIỆC") for message in chat.unread] == [True, False]
    assert outcome == Delivered(("1", "2"))
    assert len(telegram.calls_of("sendMessage")) == 4


@pytest.mark.parametrize(
    ("trouble", "outcome"),
    [
        (server_error(), TryLater("server-error")),
        (AnswerLost(), TryLater("no-answer", perhaps=True)),
        (Refusal(400, "Bad Request: can't parse entities"), TryLater("refused", lasting=True)),
        (Refusal(401, "Unauthorized"), TryLater("token-rejected", timedelta(minutes=10))),
    ],
)
async def test_what_the_outbox_tries_again(
    telegram: TelegramDouble, channel: Telegram, trouble: Trouble, outcome: TryLater
) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(trouble, "sendMessage")

    assert await channel.send(str(chat.id), outgoing()) == outcome


LONG = "".join(f"• Việc {number}: {'báo cáo ' * 20}\n" for number in range(60))
