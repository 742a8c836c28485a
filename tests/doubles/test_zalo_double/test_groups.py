"""What the bot hears in groups, and of what it is not given anywhere."""

import pytest

from tests.doubles.test_zalo_double.helpers import INVALID_CHAT, Client
from tests.doubles.zalo import ZaloDouble


async def test_the_bot_hears_what_mentions_it_and_replies(zalo: ZaloDouble, bot: Client) -> None:
    lan = zalo.user("Lan")
    group = zalo.group("Tổ", [lan])
    asked = await bot.says(group.id, "Đã xong chưa")

    for text in ("xong 10", "@Bot Khác xong 10", "/xong 10", "@Bot Nhắc Việc xong 10", f"nhờ {zalo.mention}"):
        await group.says(lan, text)
    await group.says(lan, "rồi", reply_to=asked["message_id"])
    await group.by(lan).sends_photo(b"anh", "@Bot Nhắc Việc ảnh đây")

    heard = [await bot.heard() for _ in range(4)]
    texts = [message.get("text") or message["caption"] for message in heard]
    assert texts == ["@Bot Nhắc Việc xong 10", "nhờ @Bot Nhắc Việc", "rồi", "@Bot Nhắc Việc ảnh đây"]
    assert heard[0]["chat"] == {"chat_type": "GROUP", "id": group.id}
    assert heard[0]["from"] == {"id": lan.id, "is_bot": False, "display_name": "Lan"}
    assert (lan.id != group.id, len(zalo.pending)) == (True, 0)


async def test_people_may_have_another_id_in_groups(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.in_groups = "other"
    lan = zalo.user("Lan")
    await zalo.group("Tổ", [lan]).says(lan, zalo.mention)
    await lan.private().says("chào")

    there, here = (await bot.heard())["from"]["id"], (await bot.heard())["from"]["id"]

    assert (here == lan.id, there == lan.id, len(there)) == (True, False, 20)


async def test_a_group_without_the_bot_is_closed_to_it(zalo: ZaloDouble, bot: Client) -> None:
    lan, minh = zalo.user("Lan"), zalo.user("Minh")
    group = zalo.group("Tổ", [lan], with_bot=False)
    await group.says(lan, zalo.mention)
    assert (len(zalo.pending), await bot.fails("sendMessage", chat_id=group.id, text="a")) == (0, INVALID_CHAT)

    await group.adds_bot(by=lan)
    await group.welcomes(minh, by=lan)
    await group.says(minh, f"{zalo.mention} chào")
    await group.loses(minh)
    await bot.says(group.id, "Kính gửi")
    await group.kicks_bot(by=lan)

    assert await bot.fails("sendMessage", chat_id=group.id, text="a") == INVALID_CHAT
    assert (len(zalo.pending), len(group.unread)) == (1, 1)
    with pytest.raises(AssertionError, match="Minh is not in Tổ"):
        group.by(minh)


METADATA = {"date", "chat", "message_id", "from"}


async def test_of_files_and_of_the_protected_the_bot_learns_only_that_something_came(
    zalo: ZaloDouble, bot: Client
) -> None:
    chat, young = zalo.user("Lan").private(), zalo.user("Bé", protected=True).private()
    await chat.sends_unsupported()
    await chat.sends_file("bao-cao.pdf", b"%PDF", "Báo cáo")
    await young.says("con chào")
    await young.sends_photo(b"anh")

    events = [await bot.does("getUpdates") for _ in range(4)]

    assert [(event["event_name"], event["message"].keys()) for event in events] == [
        ("message.unsupported.received", METADATA)
    ] * 4
    assert chat.history[1].file is not None
    assert chat.history[1].text == "Báo cáo"


async def test_pictures_stickers_and_voices(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    await chat.sends_photo(b"anh", "Ảnh đây")
    await chat.sends_photo(b"anh", url="https://photo-stal-24.zdn.vn/a.jpg")
    await chat.sends_sticker()
    await chat.sends_voice(b"tieng")

    own, elsewhere, sticker, voice = [await bot.does("getUpdates") for _ in range(4)]

    picture = own["message"]
    assert (own["event_name"], picture["message_type"], picture["caption"]) == (
        "message.image.received",
        "CHAT_PHOTO",
        "Ảnh đây",
    )
    fetched = await bot.wire.get(picture["photo_url"])
    assert (fetched.content, fetched.headers["content-type"]) == (b"anh", "image/jpeg")
    assert elsewhere["message"]["photo_url"] == "https://photo-stal-24.zdn.vn/a.jpg"
    assert (sticker["event_name"], sticker["message"]["sticker"]) == ("message.sticker.received", "46991")
    assert voice["event_name"] == "message.voice.received"
    assert (await bot.wire.get(voice["message"]["voice_url"])).content == b"tieng"
    assert (await bot.wire.get("/files/none.jpg")).status_code == 404
