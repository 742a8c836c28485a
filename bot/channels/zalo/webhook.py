"""What Zalo posts to our own server: whether it is Zalo that does, and the update in it. Pure."""

import hmac

from bot.channels.zalo.client import parsed
from bot.channels.zalo.reading import Update, unwrapped

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
