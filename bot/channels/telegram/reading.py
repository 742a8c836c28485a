"""Telegram's updates → what the house hears: Incoming, a chat moved, a chat lost. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from telegram import (
    CallbackQuery,
    Chat,
    ChatMemberUpdated,
    Message,
    MessageReactionUpdated,
    ReactionType,
    ReactionTypeEmoji,
    Update,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.channels.names import one_line
from bot.channels.telegram.files import wanted
from bot.channels.telegram.writing import read_callback
from bot.talk import ADDED, ADDED_HALF_DEAF, REACTED, Attachment, Incoming
from data.talk import Speaker

CHANNEL = "telegram"

_GROUPS = frozenset({ChatType.GROUP, ChatType.SUPERGROUP})
_IN = frozenset({ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR})
_GONE = frozenset({ChatMemberStatus.LEFT, ChatMemberStatus.BANNED})
# Within such a time Telegram says in three ways that a group has become a supergroup.
_UPGRADING = timedelta(minutes=1)
_COMMAND = re.compile(r"/([^\s@/]+)(?:@(\w+))?(?!\S)")

# Signs that say "received", in whichever skin, and whether or not a mark asks for the coloured form.
_RECEIVED = frozenset({"👍", "👌", "❤"})
_SHADES = re.compile(
    "[\N{VARIATION SELECTOR-16}\N{EMOJI MODIFIER FITZPATRICK TYPE-1-2}-\N{EMOJI MODIFIER FITZPATRICK TYPE-6}]"
)

# What is not text, by the field of a Message that holds it. An animation comes as a document too: the first one counts.
_OTHERS = {
    "sticker": "sticker",
    "photo": "photo",
    "voice": "voice",
    "audio": "audio",
    "video": "video",
    "video_note": "video",
    "animation": "video",
    "document": "file",
    "contact": "contact",
    "location": "location",
    "poll": "poll",
    "dice": "sticker",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where to write: a chat, in a forum one topic of it; `quoting` is the message to reply to."""

    chat_id: str
    is_group: bool = False
    topic: int | None = None
    quoting: int | None = None


def bot_name(bot_id: int) -> str:
    """Under which the chats of a bot are kept: its id stays the same when it gets another token."""
    return f"{CHANNEL}:{bot_id}"


def read(update: Update, me: User) -> Incoming | None:
    """What was said to the bot; None where nothing was, or another bot was meant."""
    if update.message is not None:
        return _said(update.update_id, update.message, me)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message, me)
    if update.callback_query is not None:
        return _tapped(update.update_id, update.callback_query, me)
    if update.message_reaction is not None:
        return _reacted(update.update_id, update.message_reaction, me)
    if update.my_chat_member is not None and _has_come(update.my_chat_member):
        return _added(update.update_id, update.my_chat_member, me)
    return None


def moved(update: Update) -> tuple[str, str] | None:
    """A group that became a supergroup: its old and its new chat id. Telegram says so in both chats."""
    message = update.message
    if message is not None and message.migrate_to_chat_id is not None:
        return str(message.chat.id), str(message.migrate_to_chat_id)
    if message is not None and message.migrate_from_chat_id is not None:
        return str(message.migrate_from_chat_id), str(message.chat.id)
    return None


def lost(update: Update) -> tuple[str, str] | None:
    """A chat that has closed itself to the bot: its id and "blocked", "kicked" or "left"."""
    change = update.my_chat_member
    if change is None or change.new_chat_member.status not in _GONE:
        return None
    if change.chat.type == ChatType.PRIVATE:
        return str(change.chat.id), "blocked"
    reason = "kicked" if change.new_chat_member.status == ChatMemberStatus.BANNED else "left"
    return str(change.chat.id), reason


def is_upgrade(update: Update, upgraded: Mapping[str, datetime]) -> bool:
    """Whether the bot has come into a group only because that has become a supergroup; `upgraded` tells which, when."""
    change = update.my_chat_member
    if change is None or not _has_come(change) or str(change.chat.id) not in upgraded:
        return False
    return abs(change.date - upgraded[str(change.chat.id)]) < _UPGRADING


def _said(update_id: int, message: Message, me: User) -> Incoming | None:
    speaker, file = _speaker(message, me), wanted(message)
    other = next((name for field, name in _OTHERS.items() if getattr(message, field)), None)
    text = _plain(message.text or message.caption or "", me.username or "")
    if speaker is None or text is None or not (text or other):
        return None
    ours = _answered(message, me)
    return Incoming(
        str(update_id),
        speaker,
        text,
        other=other,
        file=Attachment(file.name, file.size, ref=file.id) if file else None,
        addressed=_is_addressed(message, me),
        answered=str(ours.message_id) if ours else None,
        offered=_occurrences(ours) if ours else (),
        album=message.media_group_id,
        forwarded=message.forward_origin is not None,
        topic=_topic(message),
        message=str(message.message_id),
    )


def _edited(update_id: int, message: Message, me: User) -> Incoming | None:
    """Words that were changed after they had been sent; a file that came with them came then."""
    heard = _said(update_id, message, me)
    if heard is None or not heard.text:
        return None
    return replace(heard, other=None, file=None, album=None, edited=True)


def _answered(message: Message, me: User) -> Message | None:
    """The message of ours that this one replies to."""
    replied = message.reply_to_message
    return replied if replied is not None and replied.from_user is not None and replied.from_user.id == me.id else None


def _occurrences(ours: Message) -> tuple[int, ...]:
    """What the buttons under a message of ours were made for; Telegram shows them to us with the reply."""
    rows = ours.reply_markup.inline_keyboard if ours.reply_markup else ()
    taps = [
        read_callback(button.callback_data) for row in rows for button in row if isinstance(button.callback_data, str)
    ]
    return tuple(dict.fromkeys(tap.act.occurrence_id for tap in taps if tap.act and tap.act.occurrence_id is not None))


def _is_addressed(message: Message, me: User) -> bool:
    """Whether something said in a group was meant for us: by a slash, by our name, or as an answer to us."""
    if not _is_group(message.chat):
        return False
    text = message.text or message.caption or ""
    named = _COMMAND.match(text) is not None or _named(me.username or "").search(text) is not None
    return named or _answered(message, me) is not None


def _named(username: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)@{re.escape(username)}(?!\w)\s*", re.IGNORECASE)


def _speaker(message: Message, me: User) -> Speaker | None:
    """Who wrote; None for another bot, and for a channel's post that Telegram forwards by itself."""
    chat, sender, user = message.chat, message.sender_chat, message.from_user
    if message.is_automatic_forward:
        return None
    if sender is not None:
        # An anonymous administrator writes as the group, others may write as a channel of theirs: no person is named.
        title = one_line(sender.title or "")
        return Speaker(bot_name(me.id), str(chat.id), str(sender.id), title, _is_group(chat), anonymous=True)
    return None if user is None or user.is_bot else _person(chat, user, me)


def _person(chat: Chat, user: User, me: User) -> Speaker:
    name = one_line(user.full_name) or user.username or "?"
    return Speaker(bot_name(me.id), str(chat.id), str(user.id), name, is_group=_is_group(chat))


def _plain(text: str, username: str) -> str | None:
    """`text` as one types it without a slash and without our name; None where a command calls another bot."""
    command = _COMMAND.match(text)
    if command is not None:
        word, called = command.groups()
        if called and called.casefold() != username.casefold():
            return None
        text = word + text[command.end() :]
    return _named(username).sub("", text).strip()


def _tapped(update_id: int, query: CallbackQuery, me: User) -> Incoming | None:
    message = query.message
    if message is None or query.data is None:
        return None
    tap = read_callback(query.data)
    speaker = _person(message.chat, query.from_user, me)
    tapped = str(message.message_id)
    return Incoming(
        str(update_id),
        speaker,
        tap.act.typed if tap.act else "",
        tap.act,
        tapped,
        chosen=tap.reference,
        topic=_topic(message) if isinstance(message, Message) else None,
    )


def _reacted(update_id: int, change: MessageReactionUpdated, me: User) -> Incoming | None:
    """Somebody has put a sign under a message that says "received"; None where it stood there, or another was put."""
    if change.user is None or change.user.is_bot:
        return None
    if _says_received(change.old_reaction) or not _says_received(change.new_reaction):
        return None
    speaker = _person(change.chat, change.user, me)
    return Incoming(str(update_id), speaker, "", tapped=str(change.message_id), other=REACTED)


def _says_received(signs: Sequence[ReactionType]) -> bool:
    return any(isinstance(sign, ReactionTypeEmoji) and _SHADES.sub("", sign.emoji) in _RECEIVED for sign in signs)


def _added(update_id: int, change: ChatMemberUpdated, me: User) -> Incoming:
    """The bot has come into a group; where it is no administrator, privacy mode lets it hear little."""
    speaker = _person(change.chat, change.from_user, me)
    hears_all = me.can_read_all_group_messages or change.new_chat_member.status == ChatMemberStatus.ADMINISTRATOR
    other = ADDED if hears_all else ADDED_HALF_DEAF
    return Incoming(str(update_id), speaker, "", other=other)


def _has_come(change: ChatMemberUpdated) -> bool:
    """Whether the bot has come into a group."""
    came = change.old_chat_member.status in _GONE and change.new_chat_member.status in _IN
    return came and _is_group(change.chat)


def _topic(message: Message) -> str | None:
    """The topic of a forum in which something was said."""
    return str(message.message_thread_id) if message.is_topic_message and _is_group(message.chat) else None


def _is_group(chat: Chat) -> bool:
    return chat.type in _GROUPS
