"""How the house's answers come back to the people who asked."""

import logging

import pytest

from bot.channels.telegram.channel import Telegram
from bot.talk import Answer, Incoming
from data.talk import Act, Choice, Outgoing, Speaker
from scheduler.bots import Lane
from scheduler.channel import Delivered, Moved, Undeliverable
from tests.bot.channels.house import Clock, House, echo, outgoing, running
from tests.doubles.telegram import (
    AnswerLost,
    Button,
    TelegramDouble,
    Trouble,
    server_error,
    too_many_requests,
)


@pytest.mark.usefixtures("channel")
async def test_a_tap_is_acknowledged_answered_and_seen_under_the_message(
    telegram: TelegramDouble, house: House, channel: Telegram
) -> None:
    done = Outgoing(
        "NHẮC VIỆC", "✅ Việc 10: đã báo", (Choice("Báo nhầm việc 10", Act("bao nham", ("10",), occurrence_id=42)),)
    )
    house.says = lambda _: Answer((Outgoing("", "Đã ghi nhận việc 10."),), done)
    lan = telegram.user("Lan")
    chat = lan.private()
    sent = await channel.send(
        str(chat.id), outgoing("• Việc 10", Choice("✅ Xong việc 10", Act("xong", ("10",), occurrence_id=42)))
    )
    digest = await chat.next_message()

    tapped = await chat.presses("✅ Xong việc 10")

    assert (tapped.text, tapped.alert) == ("", False)
    assert sent == Delivered((str(digest.id),))
    assert (await chat.next_message()).text == "Đã ghi nhận việc 10."
    edited = await chat.next_edit()
    assert (edited.id, edited.text, edited.entities) == (
        digest.id,
        "NHẮC VIỆC\n✅ Việc 10: đã báo",
        (("bold", "NHẮC VIỆC"),),
    )
    assert edited.keyboard == ((Button("Báo nhầm việc 10", "=bao nham;10|42|"),),)
    assert house.heard == [
        Incoming(
            "100001",
            Speaker("telegram:42", str(lan.id), str(lan.id), "Lan", is_group=False),
            "xong 10",
            Act("xong", ("10",), occurrence_id=42),
            tapped=str(digest.id),
        )
    ]


async def test_a_message_that_cannot_be_changed_or_need_not_be(
    telegram: TelegramDouble, house: House, channel: Telegram, caplog: pytest.LogCaptureFixture
) -> None:
    same = outgoing("• Việc 10", Choice("Xong", Act("xong", ("10",), occurrence_id=42)))
    house.says = lambda _: Answer((Outgoing("", "Việc 10 đã báo rồi."),), same)
    chat = telegram.user("Lan").private()
    await channel.send(str(chat.id), same)
    digest = await chat.next_message()

    await chat.presses("Xong")
    await telegram.called("editMessageText")
    await chat.deletes(digest.id)
    await chat.presses("Xong", on=digest)
    await telegram.called("editMessageText", times=2)
    await channel.stop()

    assert [message.text for message in chat.unread] == ["Việc 10 đã báo rồi."] * 2
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []


async def test_under_the_last_of_several_messages_only_the_buttons_change(
    telegram: TelegramDouble, house: House, channel: Telegram
) -> None:
    long = "".join(f"• Việc {number}: {'báo cáo ' * 20}\n" for number in range(40))
    house.says = lambda _: Answer((), outgoing(long, Choice("Xong 2", Act("xong", ("2",), occurrence_id=2))))
    chat = telegram.user("Lan").private()

    sent = await channel.send(
        str(chat.id),
        outgoing(
            long,
            Choice("Xong 1", Act("xong", ("1",), occurrence_id=1)),
            Choice("Xong 2", Act("xong", ("2",), occurrence_id=2)),
        ),
    )
    first, last = await chat.next_message(), await chat.next_message()
    await chat.presses("Xong 1")
    changed = await chat.next_edit()

    assert sent == Delivered((str(first.id), str(last.id)))
    assert (first.buttons, last.buttons) == ((), (("Xong 1", "Xong 2"),))
    assert (changed.id, changed.text, changed.buttons) == (last.id, last.text, (("Xong 2",),))


@pytest.mark.usefixtures("channel")
async def test_in_a_group_an_answer_says_what_it_answers(telegram: TelegramDouble, house: House) -> None:
    house.says = lambda _: Answer((Outgoing("", "một\n" * 2000), Outgoing("", "hai")))
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])

    asked = await group.says(lan, "/viec")

    assert [(await group.next_message()).reply_to for _ in range(3)] == [asked, None, None]


@pytest.mark.usefixtures("channel")
async def test_in_a_forum_an_answer_stays_in_its_topic(telegram: TelegramDouble, house: House) -> None:
    house.says = lambda _: Answer((Outgoing("", "một", (Choice("Hai", Act("hai")),)),))
    lan = telegram.user("Lan")
    forum = telegram.group("UBND", [lan], forum=True)
    topic = await forum.opens_topic("Cải cách hành chính", by=lan)

    asked = await forum.says(lan, "/viec", topic=topic)
    answer = await forum.next_message()
    await forum.presses(lan, "Hai")
    second = await forum.next_message()

    assert (answer.thread, answer.reply_to) == (topic, asked)
    assert (second.thread, second.reply_to) == (topic, answer.id)


@pytest.mark.usefixtures("channel")
async def test_in_a_supergroup_without_topics_a_reply_is_answered_by_a_reply(
    telegram: TelegramDouble, house: House
) -> None:
    house.says = echo
    lan = telegram.user("Lan")
    group = telegram.group("UBND", [lan], kind="supergroup")

    first = await group.says(lan, "/viec")
    second = await group.says(lan, "/xong 10", reply_to=first)

    assert [(await group.next_message()).reply_to for _ in range(2)] == [first, second]


@pytest.mark.usefixtures("channel")
async def test_answers_come_in_the_order_of_the_questions(telegram: TelegramDouble, house: House) -> None:
    house.says = lambda heard: Answer((Outgoing("", f"{heard.text} a"), Outgoing("", f"{heard.text} b")))
    chat = telegram.user("Lan").private()

    await chat.says("1")
    await chat.says("2")

    assert [(await chat.next_message()).text for _ in range(4)] == ["1 a", "1 b", "2 a", "2 b"]


@pytest.mark.parametrize(
    ("trouble", "said", "seconds"),
    [
        (too_many_requests(30), ["đã nghe: viec"], 30),
        (server_error(), ["đã nghe: viec"], 1),
        # Taken, but nobody knows: whoever keeps the answer may say it again, the channel does not.
        (AnswerLost(), ["đã nghe: viec"], 0),
    ],
)
async def test_an_answer_is_tried_again_unless_it_has_perhaps_arrived(
    telegram: TelegramDouble, house: House, clock: Clock, trouble: Trouble, said: list[str], seconds: float
) -> None:
    house.says = echo
    chat = telegram.user("Lan").private()
    telegram.order(trouble, "sendMessage")

    async with running(telegram, house, clock):
        await chat.says("viec")
        await telegram.called("sendMessage", times=1 if seconds == 0 else 2)

    assert [message.text for message in chat.unread] == said
    assert seconds <= clock.now <= seconds + 2


async def test_three_chats_refused_for_hours_delay_the_answers_of_others_by_a_minute(
    telegram: TelegramDouble, house: House, clock: Clock
) -> None:
    house.says = echo
    refused = [telegram.user(f"Bị chặn {number}").private() for number in range(3)]
    others = [telegram.user(f"Người {number}").private() for number in range(10)]
    for chat in refused:
        telegram.order(too_many_requests(10_072), "sendMessage", chat=chat)

    async with running(telegram, house, clock):
        for number, chat in enumerate(refused, start=1):
            await chat.says("viec")
            await telegram.called("sendMessage", times=number)
        for chat in others:
            await chat.says("viec")
        answers = [(await chat.next_message()).text for chat in others]

    assert answers == ["đã nghe: viec"] * 10
    # This clock runs on while a call is under way, so that several probes are sent before the first is known of.
    assert 60 <= clock.now < 120


async def test_an_answer_to_a_group_that_has_moved_tells_where_to(telegram: TelegramDouble, house: House) -> None:
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])
    new = await group.becomes_supergroup(by=lan)
    async with running(telegram, house) as channel:
        outcome = await channel.send(str(group.id), outgoing(), lane=Lane.ANSWER)
        await telegram.drained()

    assert outcome == Moved(str(new.id))
    # Told by a service message in either chat.
    assert house.moves == [("telegram:42", str(group.id), str(new.id))] * 2


async def test_an_answer_to_somebody_who_has_just_gone(telegram: TelegramDouble, house: House) -> None:
    lan = telegram.user("Lan")

    def says(incoming: Incoming) -> Answer:
        lan.deletes_account()
        return echo(incoming)

    house.says = says
    async with running(telegram, house):
        await lan.private().says("viec")
        await telegram.called("sendMessage")

    assert house.outcomes == [Undeliverable("deactivated")]
