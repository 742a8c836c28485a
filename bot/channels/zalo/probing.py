"""What Zalo's papers leave open, tried once on a real bot: harmless calls, in the chat of somebody who knows."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.channels.house import Facts
from bot.channels.zalo.client import Client, ZaloError
from bot.channels.zalo.reading import Update, unwrapped
from bot.channels.zalo.writing import LIMIT

# Seconds that a poll waits, and how often new updates may come between.
_POLL, _TRIES = 5, 5
ACCEPTED = "accepted"
_OPEN = ("webhook-secret", "webhook-again", "blocked", "too-many-people", "counted", "group-ids")


async def probe(client: Client, number: str, chat_id: str, take: Callable[[Update], Awaitable[bool]]) -> Facts:
    """What the server does: `number` is the bot's in its token; `take` takes an update in, and says if it was new.

    What only shows in use, or would do harm, stays open: it is None.
    """
    me = await _said(client, "getMe")
    return dict.fromkeys(_OPEN) | {
        "given-again": await _is_given_again(client, take),
        "empty-text": _outcome(await _said(client, "sendMessage", chat_id=chat_id, text="")),
        "long-text": _outcome(await _said(client, "sendMessage", chat_id=chat_id, text="a" * (LIMIT + 1))),
        "typing": _outcome(await _said(client, "sendChatAction", chat_id=chat_id, action="typing")),
        "same-id": str(me.get("id")) == number if isinstance(me, dict) else None,
        "tells-name": bool(me.get("display_name")) if isinstance(me, dict) else None,
        "joins-groups": me.get("can_join_groups") is True if isinstance(me, dict) else None,
    }


async def _is_given_again(client: Client, take: Callable[[Update], Awaitable[bool]]) -> bool | None:
    """Whether an update that was read comes again; None where the server cannot be asked, or news never ends."""
    for _ in range(_TRIES):
        told = await _said(client, "getUpdates", timeout=_POLL)
        if isinstance(told, ZaloError):
            return False if told.timed_out else None
        update = unwrapped(told)
        if update is None:
            return False
        if not await take(update):
            return True
    return None


async def _said(client: Client, method: str, **params: Any) -> Any:
    """The result of a call, or the error that it met."""
    try:
        return await client.call(method, **params)
    except ZaloError as error:
        return error


def _outcome(said: Any) -> str:
    return f"{said.code} {said.description}" if isinstance(said, ZaloError) else ACCEPTED
