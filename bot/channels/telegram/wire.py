"""The wire to Telegram: python-telegram-bot's Bot with our time limits, and its errors as outcomes of a delivery."""

import json
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import httpx
from telegram import Bot
from telegram.error import ChatMigrated, Forbidden, InvalidToken, NetworkError, TelegramError, TimedOut
from telegram.request import HTTPXRequest

from bot.masking import NO_SECRETS
from scheduler.bots import Limits
from scheduler.channel import Moved, Outcome, TryLater, Undeliverable

# Below Telegram's 30 messages a second: 28 gaps last longer than a second.
LIMITS = Limits(gap=0.036, chat_gap=1.0, group_count=20, group_window=60.0)

# Seconds that a getUpdates waits for something to happen.
POLL = 25

# Seconds that the server may take over a message, where nothing else is said.
PATIENCE = 20.0

# The reason of what the server does not take, however often it is tried; of what it takes in smaller parts; and of
# what it would take elsewhere in the forum.
REFUSED, TOO_LONG = "refused", "too-long"
TOPIC_GONE = frozenset({"topic-closed", "no-topic"})

_HOUR = timedelta(hours=1)
# Said when the server names no time, in seconds.
_RETRY_AFTER = 30.0

# Telegram's sentences (lower case) that are meant for ever, and our reason for each.
_FOR_EVER = {
    "blocked by the user": "blocked",
    "user is deactivated": "deactivated",
    "kicked": "kicked",
    "not a member": "left",
    "can't initiate conversation": "not-started",
    "chat not found": "not-found",
    "peer_id_invalid": "not-found",
    "chat was deleted": "deleted",
    "group chat was deactivated": "deleted",
}
# Those that do not heal by themselves, but may be healed.
_LASTING = {
    "not enough rights": "no-rights",
    "no rights": "no-rights",
    "administrator rights": "no-rights",
    "chat_write_forbidden": "no-rights",
    "chat_send_plain_forbidden": "no-rights",
    "chat_restricted": "no-rights",
    "topic_closed": "topic-closed",
    "topic_deleted": "no-topic",
    "thread not found": "no-topic",
}
# Our own fault.
_TOO_LONG = ("message is too long", "message_too_long", "caption is too long", "caption_too_long")
_NEVER_SENT = (
    httpx.PoolTimeout,
    httpx.ConnectTimeout,
    httpx.ConnectError,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)
# So many messages may be under way at once: chats that hang hold up nobody but themselves.
_CONNECTIONS = 256


class TooManyRequestsError(TelegramError):
    """The server wants `seconds` of silence."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"too many requests: retry after {seconds:g} s")
        self.seconds = seconds


class _Request(HTTPXRequest):
    """Reads a 429 itself: the library's RetryAfter cannot be made without a warning of deprecation."""

    async def do_request(self, *args: Any, **fields: Any) -> tuple[int, bytes]:
        code, payload = await super().do_request(*args, **fields)
        if code == HTTPStatus.TOO_MANY_REQUESTS:
            raise TooManyRequestsError(_retry_after(payload))
        return code, payload


def make_bot(token: str, root: str, proxy: str | None) -> Bot:
    """A Bot of the server at `root`. Polling has its own connections."""
    root = root.rstrip("/")
    # Who is trusted takes 2 MB: it is loaded once for both.
    common: dict[str, Any] = {"proxy": proxy, "httpx_kwargs": {"verify": httpx.create_ssl_context()}}
    sending = _Request(
        _CONNECTIONS, connect_timeout=5, read_timeout=PATIENCE, write_timeout=20, pool_timeout=30, **common
    )
    polling = _Request(2, connect_timeout=5, read_timeout=10, write_timeout=10, pool_timeout=10, **common)
    return Bot(token, f"{root}/bot", f"{root}/file/bot", request=sending, get_updates_request=polling)


def words_of(error: TelegramError) -> str:
    """What an error says, for the log. The library repeats a gateway's page, which may name the path with the token."""
    return NO_SECRETS.text(error.message)


def outcome_of(error: TelegramError) -> Outcome:
    """What an error means for the message that met it."""
    match error:
        case ChatMigrated(new_chat_id=chat_id):
            return Moved(str(chat_id))
        case TooManyRequestsError(seconds=seconds):
            return TryLater("too-many-requests", timedelta(seconds=seconds))
        case InvalidToken():
            return TryLater("token-rejected", timedelta(minutes=10))
        case _:
            return _by_sentence(error)


def _by_sentence(error: TelegramError) -> Outcome:
    said = error.message.lower()
    if any(sentence in said for sentence in _TOO_LONG):
        return TryLater(TOO_LONG)
    for sentence, reason in _LASTING.items():
        if sentence in said:
            return TryLater(reason, _HOUR, lasting=True)
    for sentence, reason in _FOR_EVER.items():
        if sentence in said:
            return Undeliverable(reason)
    if isinstance(error, Forbidden):
        return Undeliverable("forbidden")
    return _by_kind(error)


def _by_kind(error: TelegramError) -> TryLater:
    """Never sent, perhaps arrived, not done, or not taken."""
    if isinstance(error.__cause__, _NEVER_SENT):
        return TryLater("unreachable")
    if isinstance(error, TimedOut) or isinstance(error.__cause__, httpx.HTTPError):
        return TryLater("no-answer", perhaps=True)
    return TryLater("server-error") if type(error) in {NetworkError, TelegramError} else TryLater(REFUSED, lasting=True)


def _retry_after(payload: bytes) -> float:
    try:
        return float(json.loads(payload)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return _RETRY_AFTER
