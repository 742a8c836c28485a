"""What befalls a correct client: chats closed to it, moved, or with nothing left to change."""

import pytest
from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, TelegramError

from tests.doubles.telegram import TelegramDouble
from tests.doubles.test_telegram_double.helpers import keyboard


async def test_chats_closed_to_theptb(telegram: TelegramDouble, bot: Bot) -> None:
    lan, minh, hoa = telegram.user("Lan"), telegram.user("Minh"), telegram.user("Hoa")
    gone, stranger = telegram.user("Gone"), telegram.group("Nơi khác", [lan], with_bot=False)
    blocking, kicking, muting = lan.private(), telegram.group("Đội", [lan]), telegram.group("Tổ", [lan])
    kicking_large = telegram.group("Đội lớn", [lan], kind="supergroup")
    await blocking.blocks_bot()
    await kicking.kicks_bot(by=lan)
    await kicking_large.kicks_bot(by=lan)
    muting.mutes_bot()
    closed = gone.private()
    gone.deletes_account()

    assert [await _refusal(bot, chat_id) for chat_id in (1, "@somebody", minh.id)] == ["BadRequest: Chat not found"] * 3
    assert await _refusal(bot, blocking.id) == "Forbidden: Forbidden: bot was blocked by the user"
    assert await _refusal(bot, closed.id) == "Forbidden: Forbidden: user is deactivated"
    not_begun = "Forbidden: Forbidden: bot can't initiate conversation with a user"
    assert await _refusal(bot, hoa.private(started=False).id) == not_begun
    assert await _refusal(bot, kicking.id) == "Forbidden: Forbidden: bot was kicked from the group chat"
    assert await _refusal(bot, kicking_large.id) == "Forbidden: Forbidden: bot was kicked from the supergroup chat"
    assert await _refusal(bot, stranger.id) == "Forbidden: Forbidden: bot is not a member of the group chat"
    assert await _refusal(bot, muting.id) == "BadRequest: Not enough rights to send text messages to the chat"


async def _refusal(bot: Bot, chat_id: int | str) -> str:
    with pytest.raises(TelegramError) as refused:
        await bot.send_message(chat_id, "Kính gửi")
    return f"{type(refused.value).__name__}: {refused.value.message}"


async def test_chats_open_again(telegram: TelegramDouble, bot: Bot) -> None:
    lan = telegram.user("Lan")
    new, old, group = telegram.user("Hoa").private(started=False), lan.private(), telegram.group("Tổ", [lan])
    await old.blocks_bot()
    group.mutes_bot()

    await new.says("/start")
    await old.unblocks_bot()
    group.mutes_bot(muted=False)

    for chat in (new, old, group):
        await bot.send_message(chat.id, "Kính gửi")
        assert (await chat.next_message()).text == "Kính gửi"


async def test_a_group_becomes_a_supergroup(telegram: TelegramDouble, bot: Bot) -> None:
    lan = telegram.user("Lan")
    group = telegram.group("Phường Lê Lợi", [lan])

    new = await group.becomes_supergroup(by=lan)

    with pytest.raises(ChatMigrated) as moved:
        await bot.send_message(group.id, "Kính gửi")
    assert moved.value.new_chat_id == new.id
    told = [update.message for update in await bot.get_updates()]
    assert [(one.chat_id, one.migrate_to_chat_id, one.migrate_from_chat_id) for one in told if one] == [
        (group.id, new.id, None),
        (new.id, None, group.id),
    ]
    await bot.send_message(new.id, "Kính gửi")
    assert (await new.next_message()).id == 2


async def test_edits_that_change_nothing_or_find_nothing(telegram: TelegramDouble, bot: Bot) -> None:
    chat = telegram.user("Lan").private()
    asked = await chat.says("xong 10")
    sent = await bot.send_message(chat.id, "Kính gửi", reply_markup=keyboard("Xong"))
    file = await bot.send_document(chat.id, b"a")

    with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
        await bot.edit_message_text("Kính gửi ", chat.id, sent.message_id, reply_markup=keyboard("Xong"))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("a", chat.id, asked)
    with pytest.raises(BadRequest, match="There is no text in the message to edit"):
        await bot.edit_message_text("a", chat.id, file.message_id)
    await chat.deletes(sent.message_id)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_reply_markup(chat.id, sent.message_id)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(chat.id, "a", reply_parameters=ReplyParameters(sent.message_id))
    late = ReplyParameters(sent.message_id, allow_sending_without_reply=True)
    assert (await bot.send_message(chat.id, "a", reply_parameters=late)).reply_to_message is None
