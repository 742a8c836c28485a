"""People and the bot talk."""

from tests.doubles.test_zalo_double.helpers import INVALID_CHAT, Client
from tests.doubles.zalo import Seen, ZaloDouble


async def test_a_talk_in_private(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Nguyễn Văn A").private()
    asked = await chat.says("viec")
    style = {"start": 0, "len": 9, "st": ["b", "c_db342e"]}

    sent = await bot.does(
        "sendMessage", chat_id=(await bot.heard())["chat"]["id"], text="NHẮC VIỆC 🙂", text_styles=[style]
    )

    assert sent == {"message_id": sent["message_id"], "date": 1678149000000}
    answer = await chat.next_message()
    assert answer == Seen(
        id=sent["message_id"],
        author="Bot Nhắc Việc",
        text="NHẮC VIỆC 🙂",
        entities=(("bold", "NHẮC VIỆC"), ("c_db342e", "NHẮC VIỆC")),
        by_bot=True,
    )
    assert chat.history == [Seen(id=asked, author="Nguyễn Văn A", text="viec"), answer]
    assert (len(asked), len(sent["message_id"]), asked != sent["message_id"]) == (20, 20, True)


async def test_who_has_not_written_to_this_bot_cannot_be_written_to(zalo: ZaloDouble, bot: Client) -> None:
    other = zalo.beside("43:OTHER")
    lan = zalo.user("Lan")
    chat, elsewhere = lan.private(started=False), lan.private(other)
    assert chat.id != elsewhere.id

    for unknown in (chat.id, elsewhere.id, "0" * 20):
        assert await bot.fails("sendMessage", chat_id=unknown, text="Kính gửi") == INVALID_CHAT
    await chat.says("chào")
    await bot.says(chat.id, "Kính gửi")

    assert [message.text for message in chat.unread] == ["Kính gửi"]


async def test_who_has_blocked_the_bot_is_not_reached(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    await chat.blocks_bot()
    assert await bot.fails("sendMessage", chat_id=chat.id, text="Kính gửi") == INVALID_CHAT

    await chat.unblocks_bot()

    await bot.says(chat.id, "Kính gửi")
