"""Forums: in which topic something is said, and where it goes when the topic takes it no more."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.channels.telegram.channel import Telegram
from data.talk import Act, Choice, Outgoing
from scheduler.bots import Lane
from scheduler.channel import Delivered, TryLater
from tests.bot.channels.house import House, echo, outgoing
from tests.doubles.telegram import GroupChat, Held, Person, Refusal, TelegramDouble

MARK = "(Chủ đề của tin này đã đóng hoặc không còn, nên tin được gửi vào mục chung của nhóm)"
HOUR = timedelta(hours=1)


@pytest.fixture
def lan(telegram: TelegramDouble) -> Person:
    return telegram.user("Lan")


@pytest.fixture
def forum(telegram: TelegramDouble, lan: Person) -> GroupChat:
    return telegram.group("UBND", [lan], forum=True)


async def closed(forum: GroupChat, topic: int, lan: Person) -> None:
    await forum.closes_topic(topic, by=lan)


async def deleted(forum: GroupChat, topic: int, _: Person) -> None:
    await forum.deletes_topic(topic)


Gone = pytest.mark.parametrize("gone", [closed, deleted])
Going = Callable[[GroupChat, int, Person], Awaitable[None]]


@pytest.mark.parametrize("lane", list(Lane))
async def test_a_chat_is_spoken_to_in_its_topic(channel: Telegram, forum: GroupChat, lan: Person, lane: Lane) -> None:
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)

    assert await channel.send(str(forum.id), replace(outgoing(), topic=str(topic)), lane=lane) == Delivered(("2",))
    assert await channel.send(str(forum.id), outgoing(), lane=lane) == Delivered(("3",))
    assert [(message.text, message.thread) for message in forum.unread] == [
        ("NHẮC VIỆC\nKính gửi đơn vị", topic),
        ("NHẮC VIỆC\nKính gửi đơn vị", None),
    ]


@Gone
async def test_what_its_topic_does_not_take_goes_to_the_general_one_with_a_mark(
    telegram: TelegramDouble, channel: Telegram, forum: GroupChat, lan: Person, gone: Going
) -> None:
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)
    await gone(forum, topic, lan)

    outcome = await channel.send(
        str(forum.id), replace(outgoing("• Việc 10", Choice("Xong", Act("xong", ("10",)))), topic=str(topic))
    )

    said = await forum.next_message()
    assert outcome == Delivered((str(said.id),))
    assert (said.thread, said.text) == (None, f"{MARK}\nNHẮC VIỆC\n• Việc 10")
    assert (said.entities, said.buttons) == ((("bold", "NHẮC VIỆC"),), (("Xong",),))
    assert (forum.unread, len(telegram.calls_of("sendMessage"))) == ([], 2)


@Gone
async def test_where_the_general_one_refuses_too_it_does_not_heal_by_itself(
    channel: Telegram, forum: GroupChat, lan: Person, gone: Going
) -> None:
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)
    await gone(forum, topic, lan)
    await forum.closes_topic(None, by=lan)

    refused = TryLater("topic-closed", HOUR, lasting=True)
    assert await channel.send(str(forum.id), replace(outgoing(), topic=str(topic))) == refused
    assert await channel.send(str(forum.id), outgoing()) == refused
    forum.mutes_bot()
    assert await channel.send(str(forum.id), replace(outgoing(), topic=str(topic))) == TryLater(
        "no-rights", HOUR, lasting=True
    )


async def test_a_topic_closed_in_the_midst_of_a_message(
    telegram: TelegramDouble, channel: Telegram, forum: GroupChat, lan: Person
) -> None:
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)
    long = "".join(f"• Việc {number}: {'báo cáo ' * 20}\n" for number in range(60))
    fine = Held(asyncio.Event())
    fine.release.set()
    telegram.order(fine, "sendMessage")
    telegram.order(Refusal(400, "Bad Request: TOPIC_CLOSED"), "sendMessage")

    outcome = await channel.send(str(forum.id), replace(outgoing(long), topic=str(topic)))

    assert outcome == Delivered(("2", "3", "4"))
    assert [(message.thread, message.text.startswith(MARK)) for message in forum.unread] == [
        (topic, False),
        (None, True),
        (None, False),
    ]


@pytest.mark.usefixtures("channel")
async def test_what_was_said_in_a_topic_tells_it(
    telegram: TelegramDouble, house: House, forum: GroupChat, lan: Person
) -> None:
    house.says = echo
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)

    await forum.says(lan, "/dang_ky ABCD2345", topic=topic)
    await forum.says(lan, "/viec")
    await lan.private().says("viec")
    await telegram.drained()

    assert [(heard.text, heard.topic) for heard in house.heard] == [
        ("dang_ky ABCD2345", str(topic)),
        ("viec", None),
        ("viec", None),
    ]


async def test_a_tap_tells_the_topic_of_its_message(
    telegram: TelegramDouble, house: House, channel: Telegram, forum: GroupChat, lan: Person
) -> None:
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)
    await channel.send(str(forum.id), replace(Outgoing("", "một", (Choice("Hai", Act("hai")),)), topic=str(topic)))

    await forum.presses(lan, "Hai")
    await telegram.drained()

    assert [(heard.text, heard.topic) for heard in house.heard] == [("hai", str(topic))]


async def test_what_telegram_finds_too_long_is_cut_smaller(telegram: TelegramDouble, channel: Telegram) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(Refusal(400, "Bad Request: message is too long"), "sendMessage", times=2)
    words = "".join(f"• Việc {number}: báo cáo\n" for number in range(40))

    outcome = await channel.send(str(chat.id), outgoing(words, Choice("Xong", Act("xong"))))

    said = chat.unread
    assert outcome == Delivered(tuple(str(message.id) for message in said))
    assert "\n".join(message.text for message in said) == f"NHẮC VIỆC\n{words}".strip()
    assert [message.entities for message in said] == [(("bold", "NHẮC VIỆC"),), *[()] * (len(said) - 1)]
    assert [message.buttons for message in said] == [*[()] * (len(said) - 1), (("Xong",),)]


async def test_what_is_too_long_however_small_is_our_fault_and_not_the_chats(
    telegram: TelegramDouble, channel: Telegram
) -> None:
    chat = telegram.user("Lan").private()
    telegram.order(Refusal(400, "Bad Request: message is too long"), "sendMessage", times=100)

    assert await channel.send(str(chat.id), outgoing("a")) == TryLater("too-long")
