"""What Telegram posts to our own server: how it is had to, whether it is Telegram that does, and the update in it."""

import hmac
import json
from collections.abc import Mapping
from hashlib import sha256

from telegram import Bot, Update
from telegram.error import BadRequest

from bot.channels.hooking import HookRefusedError
from bot.channels.telegram.polling import KINDS

HEADER = "X-Telegram-Bot-Api-Secret-Token"
"""Where the secret stands in a request."""

# One at a time: what a person says twice in a moment comes in the order in which it was said.
_CONNECTIONS = 1
# Characters of a body that is no update: enough to see what it is.
_KEPT = 4_000


def secret_of(token: str) -> str:
    """The secret that Telegram is to send with every update: whoever knows it does not know the token."""
    return hmac.new(token.encode(), b"webhook", "sha256").hexdigest()


def is_telegrams(headers: Mapping[str, str], secret: str) -> bool:
    """Whether a request carries the secret."""
    return hmac.compare_digest(headers.get(HEADER, "").encode(), secret.encode())


def opened(body: bytes, bot: Bot) -> Update | None:
    """The update in a request; None where there is none that can be read."""
    try:
        told = json.loads(body)
        return Update.de_json(told, bot) if isinstance(told, dict) and isinstance(told.get("update_id"), int) else None
    except Exception:  # noqa: BLE001 - whatever the library makes of a strange update, it is none
        return None


def unread(body: bytes) -> tuple[str, str]:
    """What stands for a body in which there is no update: an id by its content, and its beginning as JSON."""
    beginning = body[:_KEPT].decode(errors="replace")
    return f"content-{sha256(body).hexdigest()[:32]}", json.dumps({"told": beginning}, ensure_ascii=False)


class Server:
    """Telegram's server, as far as it posts."""

    def __init__(self, bot: Bot, secret: str) -> None:
        self._bot = bot
        self._secret = secret

    async def stands(self) -> str:
        """The address to which it posts; empty where it is polled."""
        return (await self._bot.get_webhook_info()).url

    async def set(self, url: str) -> None:
        """Have it post to `url`, what a poll would bring, with our secret; raises HookRefusedError."""
        try:
            await self._bot.set_webhook(
                url, secret_token=self._secret, allowed_updates=KINDS, max_connections=_CONNECTIONS
            )
        except BadRequest as error:
            raise HookRefusedError(error.message) from None

    async def unset(self) -> None:
        """Have it post nowhere; what waits stays."""
        await self._bot.delete_webhook(drop_pending_updates=False)
