"""Files both ways, and the commands that the bot sets."""

import httpx
import pytest
from telegram import Bot, BotCommand, BotCommandScopeChat
from telegram.error import BadRequest

from tests.bot.channels.pictures import png
from tests.doubles.telegram import Attached, TelegramDouble
from tests.doubles.test_telegram_double.helpers import PIXEL, keyboard


async def test_files_both_ways(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    await chat.sends_file("bao-cao.docx", b"report", "/xong 10", mime="application/msword")
    await chat.sends_photo(PIXEL)
    await chat.sends_sticker("👍")

    document, photo, sticker = (update.message for update in await bot.get_updates())
    assert document is not None
    assert document.document is not None
    assert photo is not None
    assert sticker is not None
    assert (document.document.file_name, document.caption_entities[0].type) == ("bao-cao.docx", "bot_command")
    assert await (await document.document.get_file()).download_as_bytearray() == b"report"
    assert await (await photo.photo[-1].get_file()).download_as_bytearray() == PIXEL
    assert sticker.sticker is not None
    assert sticker.sticker.emoji == "👍"

    await bot.send_document(chat.id, b"annex", filename="phụ lục.docx", caption="Phụ lục", reply_markup=keyboard("Mở"))
    await bot.send_photo(chat.id, PIXEL, filename="tien-do.png")
    await bot.send_document(chat.id, document.document.file_id)
    annex, picture, again = [await chat.next_message() for _ in range(3)]
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    assert (annex.text, annex.buttons) == ("Phụ lục", (("Mở",),))
    assert annex.file == Attached("phụ lục.docx", word, b"annex")
    assert picture.file == Attached("tien-do.png", "image/png", PIXEL)
    assert again.file == Attached("bao-cao.docx", "application/msword", b"report")


async def test_files_that_cannot_be_had(telegram: TelegramDouble, bot: Bot, wire: httpx.AsyncClient) -> None:
    chat = telegram.user("Lan").private()
    await chat.sends_file("phim.mp4", b"film", size=20_000_001)

    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.document is not None
    with pytest.raises(BadRequest, match="File is too big"):
        await bot.get_file(message.document.file_id)
    with pytest.raises(BadRequest, match="Wrong file_id"):
        await bot.get_file("nothing")
    with pytest.raises(BadRequest, match="Wrong file identifier"):
        await bot.send_document(chat.id, "nothing")
    assert (await wire.get("/file/bot42:TEST/documents/none.txt")).status_code == 404
    assert (await wire.get("/file/bot42:OTHER/documents/none.txt")).status_code == 401
    with pytest.raises(BadRequest, match="Image_process_failed"):
        await bot.send_photo(chat.id, b"no picture")
    for sides in ((9000, 1001), (2001, 100)):
        with pytest.raises(BadRequest, match="Photo_invalid_dimensions"):
            await bot.send_photo(chat.id, png(*sides))
    await bot.send_photo(chat.id, png(2000, 100))
    assert telegram.forgive() == [
        "sendPhoto: Bad Request: IMAGE_PROCESS_FAILED",
        *["sendPhoto: Bad Request: PHOTO_INVALID_DIMENSIONS"] * 2,
    ]


async def test_commands_by_scope_and_language(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    scope = BotCommandScopeChat(chat.id)
    await bot.set_my_commands([("xong", "Báo hoàn thành"), ("viec", "Việc của tôi")])
    await bot.set_my_commands([("xong", "Done")], language_code="en")
    await bot.set_my_commands([("ketqua", "Tổng hợp")], scope=scope)

    assert telegram.commands == {
        "default": {"xong": "Báo hoàn thành", "viec": "Việc của tôi"},
        "default@en": {"xong": "Done"},
        f"chat {chat.id}": {"ketqua": "Tổng hợp"},
    }
    assert await bot.get_my_commands(scope) == (BotCommand("ketqua", "Tổng hợp"),)
    await bot.delete_my_commands(scope)
    assert list(telegram.commands) == ["default", "default@en"]
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.set_my_commands([], scope=BotCommandScopeChat(1))
