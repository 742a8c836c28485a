"""What the Internet reaches where PUBLIC_URL is set: messengers post what is said, and files are fetched by links."""

import asyncio
import base64
import hmac
import json
import logging
import os
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from secrets import token_bytes, token_hex
from urllib.parse import quote, urlsplit

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.hooking import hook_path
from bot.channels.house import Bot, TellAgainError
from data.refusals import DatabaseAway
from data.work import evidence

Endpoint = Callable[[Request], Awaitable[Response]]

log = logging.getLogger(__name__)

KEY_FILE = "link.key"
"""Where in the data folder the secret lies with which links are signed."""
LARGEST = 1024 * 1024
"""Bytes of what may be posted; an update takes some thousands."""
LASTS = timedelta(days=7)
"""For how long a link leads to its file."""

# Seconds that a body may take to come, and how many may be on their way: so many of the largest fit into memory.
_PATIENCE, _AT_ONCE = 10.0, 32
_KEY_BYTES = 32
# What a browser may show by itself; everything else is bytes to be saved.
_TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_FENCED = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
_FILE = _FENCED | {"Content-Security-Policy": "default-src 'none'; sandbox", "Referrer-Policy": "no-referrer"}


def public_routes(bots: Sequence[Bot], links: "Links") -> list[Route]:
    """The routes below PUBLIC_URL: with its path and without it, which a proxy may take away."""
    hook, file = _hook({bot.name: bot for bot in bots}), _file(links)
    prefixes = dict.fromkeys(("", urlsplit(links.root).path.rstrip("/")))
    return [
        route
        for prefix in prefixes
        for route in (
            Route(f"{prefix}{hook_path('{bot}')}", hook, methods=["POST"]),
            Route(f"{prefix}/files/{{token}}", file, methods=["GET"]),
        )
    ]


def _hook(bots: Mapping[str, Bot]) -> Endpoint:
    """POST what is said to a bot: 200 once it is kept, 503 to have it posted again, 403 for whoever has no secret."""
    places = asyncio.Semaphore(_AT_ONCE)

    async def hear(request: Request) -> Response:
        bot = bots.get(request.path_params["bot"])
        if bot is None:
            return _answer(404)
        try:
            async with asyncio.timeout(_PATIENCE), places:
                body = await _body(request)
        except TimeoutError:
            return _answer(408)
        except ClientDisconnect:
            return _answer(400)
        return _answer(413 if body is None else await _told(bot, request.headers, body))

    return hear


async def _told(bot: Bot, headers: Mapping[str, str], body: bytes) -> int:
    """The code with which a bot's server is answered."""
    try:
        return 200 if await bot.told(headers, body) else 403
    except (TellAgainError, DatabaseAway) as again:
        log.warning("what was posted to %s is not taken in and will be posted again (%s)", bot.name, again)
    except Exception as fault:  # noqa: BLE001 - what went wrong may quote what was posted
        log.error("what was posted to %s could not be taken in (%s)", bot.name, type(fault).__name__)  # noqa: TRY400
    return 503


async def _body(request: Request) -> bytes | None:
    """What was posted; None where it is too large, which is not waited for."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    return bytes(body)


def _answer(code: int) -> Response:
    return Response(status_code=code, headers=_FENCED)


def _file(links: "Links") -> Endpoint:
    """GET a file by the link that was made for it; whatever is wrong with a link is not told."""

    async def show(request: Request) -> Response:
        found = await asyncio.to_thread(links.opened, request.path_params["token"])
        if found is None:
            return _answer(404)
        kind = _TYPES.get(PurePosixPath(found.name).suffix.lower())
        how = "inline" if kind else "attachment"
        named = {"Content-Disposition": f"{how}; filename*=UTF-8''{quote(found.name, safe='')}"}
        return Response(found.content, media_type=kind or "application/octet-stream", headers=_FILE | named)

    return show


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is given out: its safe name, and its bytes."""

    name: str
    content: bytes


class Links:
    """Makes and opens links to evidence in the data folder, below the address `root`, for a week each."""

    def __init__(self, folder: Path, root: str, clock: Callable[[], datetime]) -> None:
        self._folder = folder
        self.root = root
        self._clock = clock
        self._key: bytes | None = None

    def link(self, path: str, sha256: str, name: str) -> str | None:
        """An address under which a file may be fetched; None where it is gone, or nothing can be signed."""
        if evidence.place(self._folder, path) is None:
            return None
        try:
            key = self._signing_key()
        except OSError as fault:
            log.warning("no links to files are made: the key to sign them cannot be kept (%s)", fault.strerror)
            return None
        expires = int((self._clock() + LASTS).timestamp())
        # What stands in the name of the file is not said twice.
        signed = [path.replace(sha256, "*"), sha256, evidence.safe_name(name), expires]
        body = _written(json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode())
        return f"{self.root}/files/{body}.{_written(_signature(key, body))}"

    def opened(self, token: str) -> File | None:
        """The file to which a link leads; None where we have not made it, or it has expired, or the file is gone."""
        body, _, given = token.partition(".")
        try:
            key = self._signing_key()
        except OSError:
            return None
        if not hmac.compare_digest(given.encode(), _written(_signature(key, body)).encode()):
            return None
        path, sha256, name, expires = json.loads(_read(body))
        if self._clock() >= datetime.fromtimestamp(expires, UTC):
            return None
        content = evidence.content(self._folder, path.replace("*", sha256), sha256)
        return None if content is None else File(name, content)

    def _signing_key(self) -> bytes:
        if self._key is None:
            secret = _secret(self._folder / KEY_FILE)
            self._key = hmac.digest(secret, b"files", "sha256")
        return self._key


def _signature(key: bytes, body: str) -> bytes:
    return hmac.digest(key, body.encode(), "sha256")


def _written(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _read(written: str) -> bytes:
    return base64.urlsafe_b64decode(written + "=" * (-len(written) % 4))


def _secret(path: Path) -> bytes:
    """What lies at `path`, made at first; of several processes that make it the first wins.

    Raises:
        OSError: it cannot be read or made.
    """
    if not path.exists():
        made = path.with_name(f"{path.name}.{token_hex(4)}")
        opened = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
        try:
            with os.fdopen(opened, "wb") as file:
                file.write(token_bytes(_KEY_BYTES))
            with suppress(FileExistsError):
                path.hardlink_to(made)
        finally:
            made.unlink()
    secret = path.read_bytes()
    if len(secret) < _KEY_BYTES:
        raise OSError(0, f"{path.name} is damaged")
    return secret
