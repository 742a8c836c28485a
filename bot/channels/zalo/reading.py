"""Zalo's updates → what the house hears. Pure."""

import json
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from bot.channels.names import one_line
from bot.talk import Attachment, Incoming
from data.talk import Speaker
from locales.say.talking import UNSUPPORTED

CHANNEL = "zalo"

Update = Mapping[str, Any]

PHOTO = "anh.jpg"
"""A photo comes without a name."""

_ID = re.compile(r"[\w-]{1,100}", re.ASCII)
_COMMAND = re.compile(r"/([^\s@/]+)(?!\S)")
# What a message brings, by the name of its event: what of it is not text is named as on other channels.
_EVENTS = {
    "message.text.received": None,
    "message.image.received": "photo",
    "message.sticker.received": "sticker",
    "message.voice.received": "voice",
    "message.unsupported.received": UNSUPPORTED,
}


class UnreadableError(Exception):
    """It is no update that we know; says why."""


@dataclass(frozen=True, slots=True)
class Me:
    """The bot that reads: its name in the house, and the names by which people mention it."""

    name: str
    called: Collection[str] = ()


def bot_name(token: str) -> str:
    """Under which the chats of a bot are kept: its id, before the colon, stays the same when it gets another token."""
    return f"{CHANNEL}:{token.strip().partition(':')[0]}"


def unwrapped(told: Any) -> Update | None:
    """The update in what was told, wrapped as polls have it or flat as webhooks do; None where nothing was told."""
    if isinstance(told, Mapping) and "event_name" not in told and "result" in told:
        told = told["result"]
    if not told:
        return None
    return told if isinstance(told, Mapping) else {"told": told}


def id_of(update: Update) -> str:
    """The id of an update, that of its message; one without, or with a strange one, is known by its content."""
    message = update.get("message")
    own = message.get("message_id") if isinstance(message, Mapping) else None
    if isinstance(own, str | int) and _ID.fullmatch(str(own)):
        return str(own)
    return "content-" + sha256(json.dumps(update, sort_keys=True).encode()).hexdigest()[:32]


def read(update: Update, me: Me) -> Incoming | None:
    """What was said to the bot; None where a bot said it.

    Raises:
        UnreadableError: it cannot be read, or is of a kind that we do not know.
    """
    event, message = update.get("event_name"), update.get("message")
    if event not in _EVENTS:
        raise UnreadableError("unknown event")
    if not isinstance(message, Mapping):
        raise UnreadableError("no message")
    sender, speaker = _of(message, "from"), _speaker(message, me)
    if sender.get("is_bot") is True:
        return None
    other = _EVENTS[event]
    text = _words(message.get("text")) or _words(message.get("caption"))
    return Incoming(
        id_of(update),
        speaker,
        plain(text, me.called if speaker.is_group else ()),
        other=other,
        file=_photo(message) if other == "photo" else None,
        # Of what is said in a group only that is given to the bot which mentions it, or answers it.
        addressed=speaker.is_group,
        message=id_of(update),
    )


def plain(text: str, called: Collection[str] = ()) -> str:
    """`text` as one types it to nobody else: without a mention of us, wherever it stands, and without a slash."""
    text = unicodedata.normalize("NFC", text)
    text = (_mention(called).sub("", text) if called else text).strip()
    command = _COMMAND.match(text)
    return text if command is None else (command[1] + text[command.end() :]).strip()


def _mention(called: Collection[str]) -> re.Pattern[str]:
    """Any of the names, the longest first, however the words of it are parted."""
    names = (unicodedata.normalize("NFC", name).split() for name in sorted(called, key=len, reverse=True))
    either = "|".join(r"\s+".join(map(re.escape, words)) for words in names if words)
    return re.compile(rf"(?<!\w)@(?:{either})(?!\w)[ \t]*", re.IGNORECASE)


def _speaker(message: Update, me: Me) -> Speaker:
    chat, sender = _of(message, "chat"), _of(message, "from")
    chat_id, user_id = chat.get("id"), sender.get("id")
    if not (isinstance(chat_id, str) and chat_id and isinstance(user_id, str) and user_id):
        raise UnreadableError("no chat or no sender")
    is_group = str(chat.get("chat_type")).upper() == "GROUP"
    return Speaker(me.name, chat_id, user_id, one_line(_words(sender.get("display_name"))) or "?", is_group)


def _photo(message: Update) -> Attachment:
    url = _words(message.get("photo_url")) or _words(message.get("photo"))
    return Attachment(PHOTO, 0, ref=url) if url else Attachment(PHOTO, 0, why="lost")


def _of(message: Update, field: str) -> Update:
    told = message.get(field)
    return told if isinstance(told, Mapping) else {}


def _words(told: Any) -> str:
    return told if isinstance(told, str) else ""
