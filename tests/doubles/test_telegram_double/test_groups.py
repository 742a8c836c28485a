"""What the bot hears in groups, topics and from anonymous administrators."""

import pytest
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest

from tests.doubles.telegram import TelegramDouble
from tests.doubles.test_telegram_double.helpers import texts


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("xong 10", False),
        ("/xong 10", True),
        ("/xong@nhacviec_bot 10", True),
        ("/xong@NhacViec_bot 10", True),
        ("/xong@other_bot 10", False),
        ("/việc 10", False),
        ("hạn 10/02", False),
        ("@nhacviec_bot xong 10", True),
        ("nhờ @nhacviec_bot", True),
        ("nhờ @other_bot", False),
        ("thu@nhacviec_bot", False),
    ],
)
async def test_what_the_bot_hears_in_a_group(telegram: TelegramDouble, said: str, heard: bool) -> None:
    lan = telegram.user("Lan")
    group = telegram.group("Tổ", [lan])

    await group.says(lan, said)

    assert bool(telegram.pending) is heard


async def test_the_bot_hears_replies_and_with_privacy_off_or_as_administrator_everything(
    telegram: TelegramDouble, bot: Bot
) -> None:
    lan = telegram.user("Lan")
    group, led = telegram.group("Tổ", [lan]), telegram.group("Đội", [lan])
    asked = await bot.send_message(group.id, "Đã xong chưa")

    await group.says(lan, "không ai nghe")
    await group.says(lan, "rồi", reply_to=asked.message_id)
    await led.promotes_bot(by=lan)
    await led.says(lan, "quản trị nghe")
    assert (await bot.get_me()).can_read_all_group_messages is False
    telegram.privacy = False
    await group.says(lan, "ai cũng nghe")

    assert (await bot.get_me()).can_read_all_group_messages is True
    assert texts(await bot.get_updates()) == ["rồi", "quản trị nghe", "ai cũng nghe"]


async def test_an_anonymous_administrator_speaks_as_the_group(telegram: TelegramDouble, bot: Bot) -> None:
    group = telegram.group("Tổ", [telegram.user("Lan")], kind="supergroup")

    await group.says_anonymously("/xong 10")

    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.from_user is not None
    assert message.sender_chat is not None
    assert (message.from_user.username, message.sender_chat.id) == ("GroupAnonymousBot", group.id)
    assert group.history[0].author == "Tổ"


async def test_topics_of_a_forum(telegram: TelegramDouble, bot: Bot) -> None:
    lan = telegram.user("Lan")
    forum, plain = telegram.group("Diễn đàn", [lan], forum=True), telegram.group("Tổ", [lan], kind="supergroup")
    topic = await forum.opens_topic("Báo cáo", by=lan)
    said = await forum.says(lan, "/xong 10", topic=topic)
    elsewhere = await plain.says(lan, "/xong 10")

    heard = [update.message for update in await bot.get_updates()]
    assert [(one.message_thread_id, one.is_topic_message) for one in heard if one] == [
        (topic, True),
        (topic, True),
        (None, None),
    ]
    await bot.send_message(forum.id, "Trong chủ đề", message_thread_id=topic)
    await bot.send_message(forum.id, "Trả lời", reply_parameters=ReplyParameters(said))
    await bot.send_message(plain.id, "Trả lời", reply_parameters=ReplyParameters(elsewhere))
    assert [(await forum.next_message()).thread for _ in range(2)] == [topic, topic]
    assert (await plain.next_message()).thread == elsewhere
    for chat, thread in ((forum, 99), (plain, elsewhere)):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(chat.id, "a", message_thread_id=thread)


async def test_comings_and_goings(telegram: TelegramDouble, bot: Bot) -> None:
    lan, minh = telegram.user("Lan", "lan_ubnd"), telegram.user("Minh")
    group = telegram.group("Tổ", [lan], with_bot=False)
    await group.adds_bot(by=lan)
    await group.welcomes(minh, by=lan)
    await group.loses(minh)
    await group.kicks_bot(by=lan)

    became, bot_came, minh_came, minh_left, kicked = await bot.get_updates()
    assert became.my_chat_member is not None
    assert became.my_chat_member.difference() == {"status": ("left", "member")}
    assert kicked.my_chat_member is not None
    assert kicked.my_chat_member.from_user.username == "lan_ubnd"
    assert [
        [user.id for user in update.message.new_chat_members] for update in (bot_came, minh_came) if update.message
    ] == [[42], [minh.id]]
    assert minh_left.message is not None
    assert minh_left.message.left_chat_member is not None
    assert minh_left.message.left_chat_member.id == minh.id
    with pytest.raises(AssertionError, match="Minh is not in Tổ"):
        group.by(minh)


async def test_who_is_in_a_chat(telegram: TelegramDouble, bot: Bot) -> None:
    lan, minh, hoa = telegram.user("Lan"), telegram.user("Minh"), telegram.user("Hoa")
    group = telegram.group("Tổ", [lan, minh])
    await group.promotes_bot(by=lan)

    statuses = [(await bot.get_chat_member(group.id, one)).status for one in (lan.id, minh.id, hoa.id, 42)]
    assert statuses == ["creator", "member", "left", "administrator"]
    chat = await bot.get_chat(group.id)
    assert (chat.type, chat.title) == ("group", "Tổ")
    with pytest.raises(BadRequest, match="Invalid user_id specified"):
        await bot.get_chat_member(group.id, 1)


async def test_a_closed_topic_takes_nothing_from_the_bot(telegram: TelegramDouble, bot: Bot) -> None:
    lan = telegram.user("Lan")
    forum = telegram.group("UBND", [lan], forum=True)
    topics = [await forum.opens_topic(name, by=lan) for name in ("Một", "Hai")]
    await forum.closes_topic(topics[0], by=lan)
    await forum.deletes_topic(topics[1])

    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "Kính gửi", message_thread_id=topics[0])
    with pytest.raises(BadRequest, match="thread not found"):
        await bot.send_message(forum.id, "Kính gửi", message_thread_id=topics[1])
    await bot.send_message(forum.id, "Kính gửi")
    await forum.closes_topic(None, by=lan)
    with pytest.raises(BadRequest, match="Topic_closed"):
        await bot.send_message(forum.id, "Kính gửi")

    assert [message.text for message in forum.unread] == ["Kính gửi"]
