"""What the bot sends: its limits, its quotas, and what may not be sent at all."""

from typing import Any

import pytest
from starlette.responses import Response

from tests.doubles.test_zalo_double.helpers import Client, refused
from tests.doubles.zalo import Attached, ZaloDouble

QUOTA = (429, "Quota exceeded")
LINK = "https://nhacviec.example.vn/a.jpg"
MISTAKES: list[tuple[str, dict[str, Any], str]] = [
    ("sendMessage", {}, "The text must not be empty"),
    ("sendMessage", {"text": ""}, "The text must not be empty"),
    ("sendMessage", {"text": " \n"}, "The text must not be empty"),
    ("sendMessage", {"text": 5}, "The text must be a string"),
    ("sendMessage", {"text": "ữ" * 2001}, "The text must not exceed 2000 characters"),
    ("sendMessage", {"text": "🙂" * 1001}, "The text must not exceed 2000 characters"),
    ("sendMessage", {"text": "a", "parse_mode": "HTML"}, "The parse_mode is invalid"),
    ("sendMessage", {"text": "🙂a", "text_styles": {}}, "The text_styles are invalid"),
    (
        "sendMessage",
        {"text": "🙂a", "text_styles": [{"start": 0, "len": 4, "st": ["b"]}]},
        "The text_styles are invalid",
    ),
    (
        "sendMessage",
        {"text": "🙂a", "text_styles": [{"start": 0, "len": 1, "st": ["b"]}]},
        "The text_styles are invalid",
    ),
    (
        "sendMessage",
        {"text": "🙂a", "text_styles": [{"start": 0, "len": 2, "st": ["x"]}]},
        "The text_styles are invalid",
    ),
    ("sendMessage", {"text": "🙂a", "text_styles": [{"start": 0, "len": 2, "st": []}]}, "The text_styles are invalid"),
    ("sendMessage", {"text": "🙂a", "text_styles": [{"start": 0, "len": 2}]}, "The text_styles are invalid"),
    ("sendPhoto", {}, "The photo must not be empty"),
    ("sendPhoto", {"photo": ""}, "The photo must not be empty"),
    ("sendPhoto", {"photo": "data:image/png;base64,aaaa"}, "The photo must start with http:// or https://"),
    ("sendPhoto", {"photo": "https:// "}, "The photo URL is invalid"),
    ("sendPhoto", {"photo": LINK, "caption": ""}, "The caption must not be empty"),
    ("sendPhoto", {"photo": LINK, "caption": "a" * 2001}, "The caption must not exceed 2000 characters"),
    ("sendVoice", {"voice_url": "https://nhacviec.example.vn/a.mp3"}, "The voice_url must be an .aac file"),
    ("sendSticker", {}, "The sticker must not be empty"),
    ("sendChatAction", {"action": "upload_photo"}, "The action is invalid"),
]


@pytest.mark.parametrize(("method", "fields", "told"), MISTAKES)
async def test_a_broken_limit_is_refused_and_kept(
    zalo: ZaloDouble, bot: Client, method: str, fields: dict[str, Any], told: str
) -> None:
    chat = zalo.user("Lan").private()

    assert await bot.fails(method, chat_id=chat.id, **fields) == (400, told)

    assert (zalo.forgive(), chat.unread) == ([f"{method}: {told}"], [])


async def test_a_chat_is_a_string(zalo: ZaloDouble, bot: Client) -> None:
    assert (await bot.fails("sendMessage", chat_id=7001, text="a"))[0] == 410
    assert zalo.forgive() == ["sendMessage: The chat_id is invaild"]


async def test_what_just_fits(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    # Beside a parse_mode the styles do not count.
    beside: Any = {"parse_mode": "markdown", "text_styles": "?"}

    for fields in ({"text": "ữ" * 2000}, {"text": "🙂" * 1000}, {"text": "**a**"} | beside):
        await bot.does("sendMessage", chat_id=chat.id, **fields)

    assert [len(message.text) for message in chat.unread] == [2000, 1000, 5]
    assert chat.unread[-1].entities == ()


async def test_a_picture_is_fetched_from_whoever_is_behind_its_address(zalo: ZaloDouble, bot: Client) -> None:
    chat = zalo.user("Lan").private()
    await bot.does("sendPhoto", chat_id=chat.id, photo=LINK, caption="Ảnh")
    zalo.leads("https://nhacviec.example.vn", Response(b"anh", media_type="image/jpeg"))
    await bot.does("sendPhoto", chat_id=chat.id, photo=LINK)
    zalo.leads("https://nhacviec.example.vn", Response("Đã hết hạn", 410))
    assert await bot.fails("sendPhoto", chat_id=chat.id, photo=LINK) == (400, "The photo URL is invalid")

    without, shown = chat.unread
    assert (without.text, without.link, without.file) == ("Ảnh", LINK, None)
    assert (shown.text, shown.link, shown.file) == ("", LINK, Attached("a.jpg", "image/jpeg", b"anh"))


async def test_stickers_voices_and_typing(zalo: ZaloDouble, bot: Client) -> None:
    lan = zalo.user("Lan")
    chat, group = lan.private(), zalo.group("Tổ", [lan])
    voice = "https://nhacviec.example.vn/a.aac"

    await bot.does("sendSticker", chat_id=chat.id, sticker="46991")
    for to in (chat, group):
        await bot.does("sendVoice", chat_id=to.id, voice_url=voice)
    assert (await bot.post("sendChatAction", chat_id=chat.id, action="typing")).json() == {"ok": True, "error_code": 0}

    assert [(message.sticker, message.link) for message in chat.unread] == [("46991", None), (None, voice)]
    assert group.unread == []


async def test_the_plan_allows_so_many_messages_a_month(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.messages = 2
    chat = zalo.user("Lan").private()
    for text in ("một", "hai"):
        await bot.says(chat.id, text)

    assert await bot.fails("sendMessage", chat_id=chat.id, text="ba") == QUOTA
    assert (zalo.accepted, len(chat.unread)) == (2, 2)
    zalo.now = zalo.now.replace(day=31, hour=17)
    await bot.says(chat.id, "Tháng tư ở Việt Nam")
    assert zalo.accepted == 1


async def test_the_plan_allows_so_many_people_and_groups(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.users, zalo.rules.groups = 2, 1
    chats = [zalo.user(name).private() for name in ("Lan", "Minh", "Hoa")]
    groups = [zalo.group(title) for title in ("Tổ", "Đội")]

    for chat in (*chats[:2], groups[0]):
        await bot.says(chat.id, "Kính gửi")
    for over in (chats[2], groups[1]):
        assert await bot.fails("sendMessage", chat_id=over.id, text="Kính gửi") == QUOTA


async def test_who_hammers_meets_the_gateway(zalo: ZaloDouble, bot: Client) -> None:
    zalo.rules.burst = (2, 60.0)
    chat = zalo.user("Lan").private()
    await bot.says(chat.id, "một")
    await bot.says(chat.id, "hai")

    answer = await bot.post("sendMessage", chat_id=chat.id, text="ba")

    assert (answer.status_code, answer.headers["content-type"]) == (429, "text/html; charset=utf-8")
    assert f"/bot{zalo.token}/sendMessage" in answer.text
    assert len(chat.unread) == 2
    zalo.rules.burst = None
    assert refused(zalo, await bot.post("sendMessage", chat_id="0" * 20, text="ba"))[0] == 410
