"""The shape of a call: what the method takes, and in which form the house sends it."""

import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request

from tests.doubles.double import Fields
from tests.doubles.refused import Refused

_SENDING = frozenset({"chat_id"})

METHODS: Mapping[str, frozenset[str]] = {
    "getMe": frozenset(),
    "getUpdates": frozenset({"timeout"}),
    "setWebhook": frozenset({"url", "secret_token"}),
    "testWebhook": frozenset(),
    "deleteWebhook": frozenset(),
    "getWebhookInfo": frozenset(),
    "sendMessage": _SENDING | {"text", "parse_mode", "text_styles"},
    "sendPhoto": _SENDING | {"photo", "caption"},
    "sendSticker": _SENDING | {"sticker"},
    "sendVoice": _SENDING | {"voice_url"},
    "sendChatAction": _SENDING | {"action"},
}


async def read(method: str, request: Request) -> tuple[Fields, list[str]]:
    """Give the fields of a call, and what the real server bears but the house must not do."""
    if method not in METHODS or request.method not in {"GET", "POST"}:
        raise Refused(404, "Not Found", fault=True)
    kind = request.headers.get("content-type", "").partition(";")[0]
    fields = {**request.query_params, **await _sent(kind, request)}
    wrong = [f"{request.method} where the house posts"] if request.method != "POST" else []
    wrong += [] if kind == "application/json" else [f"content type {kind!r}"]
    wrong += [f"in the address: {name}" for name in request.query_params]
    wrong += [f"unknown field {name}" for name in sorted(fields.keys() - METHODS[method])]
    return fields, wrong


async def _sent(kind: str, request: Request) -> dict[str, Any]:
    body = await request.body()
    if kind in {"application/x-www-form-urlencoded", "multipart/form-data"}:
        async with request.form() as form:
            return dict(form)
    if not body:
        return {}
    try:
        value = json.loads(body)
    except ValueError as broken:
        raise Refused(400, "Bad request", fault=True) from broken
    if not isinstance(value, dict):
        raise Refused(400, "Bad request", fault=True)
    return value
