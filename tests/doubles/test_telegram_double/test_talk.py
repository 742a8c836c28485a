"""People and the bot talk, with the real python-telegram-bot on the other side."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
    Update,
)
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from tests.doubles.telegram import Answer, Button, Seen, TelegramDouble
from tests.doubles.test_telegram_double.helpers import keyboard

Context = ContextTypes.DEFAULT_TYPE
Service = Application[Any, Any, Any, Any, Any, Any]


async def _done(update: Update, _: Context) -> None:
    assert update.message is not None
    await update.message.reply_text("Đã ghi nhận việc 10.", reply_markup=keyboard("Bỏ xong 10", "Đóng"))


async def _pressed(update: Update, _: Context) -> None:
    query = update.callback_query
    assert query is not None
    await query.answer("Đã bỏ")
    await query.edit_message_text("Việc 10 mở lại.")


@pytest.fixture
async def service(telegram: TelegramDouble) -> AsyncIterator[Service]:
    builder = ApplicationBuilder().token(telegram.token).base_url(f"{telegram.url}/bot").job_queue(None)
    service = builder.build()
    service.add_handlers(
        [CommandHandler("xong", _done), MessageHandler(filters.Regex("^xong"), _done), CallbackQueryHandler(_pressed)]
    )
    assert service.updater is not None
    async with service:
        await service.start()
        await service.updater.start_polling()
        yield service
        await service.updater.stop()
        await service.stop()


@pytest.mark.usefixtures("service")
async def test_a_talk_in_private(telegram: TelegramDouble) -> None:
    chat = telegram.user("Nguyễn Văn A").private()

    await chat.says("xong 10")

    reply = await chat.next_message()
    assert (reply.text, reply.buttons) == ("Đã ghi nhận việc 10.", (("Bỏ xong 10",), ("Đóng",)))
    assert await chat.presses("Bỏ xong 10") == Answer("Đã bỏ", alert=False)
    assert (await chat.next_edit()).text == "Việc 10 mở lại."
    assert chat.unread == []
    assert chat.history == [
        Seen(id=1, author="Nguyễn Văn A", text="xong 10"),
        Seen(id=2, author="Nhắc Việc", text="Việc 10 mở lại.", edited=True, by_bot=True),
    ]


@pytest.mark.usefixtures("service")
async def test_a_talk_in_a_group(telegram: TelegramDouble) -> None:
    lan, minh = telegram.user("Lan"), telegram.user("Minh")
    group = telegram.group("Phường Lê Lợi", members=[lan, minh])

    await group.says(minh, "chào cả nhà")
    await group.says(lan, "/xong@nhacviec_bot 10")

    assert (await group.next_message()).text == "Đã ghi nhận việc 10."
    assert await group.presses(minh, "Bỏ xong 10") == Answer("Đã bỏ", alert=False)
    assert (await group.next_edit()).buttons == ()
    await telegram.drained()


async def test_an_old_button_can_be_pressed_again(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    await bot.send_message(chat.id, "Việc 10", reply_markup=keyboard("Xong"))
    before = await chat.next_message()
    await bot.edit_message_reply_markup(chat.id, before.id)

    with pytest.raises(AssertionError, match="no button 'Xong'"):
        await chat.presses("Xong")
    pressing = asyncio.create_task(chat.presses("Xong", on=before))
    query = (await bot.get_updates(timeout=5))[0].callback_query
    assert query is not None
    await query.answer("Nút cũ", show_alert=True)

    assert (query.data, query.from_user.first_name) == ("do Xong", "Lan")
    assert await pressing == Answer("Nút cũ", alert=True)
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer("Lần nữa")


async def test_what_a_person_sees(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    asked = await chat.says("/viec 🙂")
    title = [MessageEntity("bold", 0, 9)]

    await bot.send_message(
        chat.id,
        "NHẮC VIỆC 🙂 gõ /xong\n",
        entities=title,
        reply_parameters=ReplyParameters(asked),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=InlineKeyboardMarkup([[InlineKeyboardButton("Mở", url="https://example.com")]]),
    )

    assert await chat.next_message() == Seen(
        id=2,
        author="Nhắc Việc",
        text="NHẮC VIỆC 🙂 gõ /xong",
        keyboard=((Button("Mở", url="https://example.com"),),),
        entities=(("bold", "NHẮC VIỆC"), ("bot_command", "/xong")),
        reply_to=1,
        by_bot=True,
    )
