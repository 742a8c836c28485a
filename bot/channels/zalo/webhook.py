"""What Zalo posts to our own server: how it is had to, whether it is Zalo that does, and the update in it."""

import hmac
import logging
from http import HTTPStatus

from bot.channels.hooking import HookRefusedError, host_of
from bot.channels.zalo.client import Client, Fault, ZaloError, parsed
from bot.channels.zalo.reading import Update, unwrapped

log = logging.getLogger(__name__)

# An address that it does not take, and that it has been told too many already.
_REFUSED = {HTTPStatus.BAD_REQUEST, HTTPStatus.UPGRADE_REQUIRED, HTTPStatus.TOO_MANY_REQUESTS}

HEADER = "X-Bot-Api-Secret-Token"
"""Where the secret stands in a request."""

LARGEST = 256 * 1024
"""Bytes of a body; what Zalo tells takes two or three thousand."""


class ForgedError(Exception):
    """The request does not carry the secret."""


def secret_of(token: str) -> str:
    """The secret that Zalo is to send with every update: whoever knows it does not know the token."""
    return hmac.new(token.strip().encode(), b"webhook", "sha256").hexdigest()


def opened(body: bytes, given: str | None, secret: str) -> Update | None:
    """The update in a request; None where it tells nothing: Zalo tries the address with an empty body, and no secret.

    Raises:
        ForgedError: it tells something, and not by Zalo.
    """
    if not body.strip():
        return None
    if not hmac.compare_digest((given or "").encode(), secret.encode()):
        raise ForgedError
    told = parsed(body)
    return unwrapped(told) if told is not None else {"told": body[:LARGEST].decode(errors="replace")}


class Server:
    """Zalo's server, as far as it posts. Its errors are ZaloError."""

    def __init__(self, client: Client, secret: str) -> None:
        self._client = client
        self._secret = secret

    async def stands(self) -> str:
        """The address to which it posts; empty where it is polled."""
        try:
            told = await self._client.call("getWebhookInfo")
        except ZaloError as error:
            # This is also how it says that there is none.
            if error.rejected and error.code == HTTPStatus.NOT_FOUND:
                return ""
            raise
        return str(told.get("url") or "") if isinstance(told, dict) else ""

    async def set(self, url: str) -> None:
        """Have it post to `url`, with our secret; raises HookRefusedError."""
        try:
            told = await self._client.call("setWebhook", url=url, secret_token=self._secret)
        except ZaloError as error:
            if error.fault is Fault.REFUSED and error.code in _REFUSED:
                raise HookRefusedError(error.description) from None
            raise
        found = told.get("verification") if isinstance(told, dict) else None
        if isinstance(found, dict) and found.get("ok") is False:
            # It is set all the same, and tried again with what is said.
            log.warning("Zalo does not reach the webhook that leads to %s (%s)", host_of(url), found.get("outcome"))

    async def unset(self) -> None:
        """Have it post nowhere, so that it can be polled."""
        await self._client.call("deleteWebhook")
