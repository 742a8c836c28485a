"""Photos on Zalo: fetched from the addresses that it gives, and from nowhere else."""

import asyncio
import logging
import re
import socket
from collections.abc import Collection
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path

import httpx

from bot.attachments import put, unfetched
from bot.channels.zalo.reading import PHOTO
from bot.talk import Attachment
from data.work.evidence import LARGEST

log = logging.getLogger(__name__)

# Where Zalo keeps what people send.
_HOME = re.compile(r"(?:[a-z0-9-]+\.)+(?:zdn|zadn)\.vn")
# Seconds that a photo of the largest size may take on a slow line.
_PATIENCE = 60.0
# What a server sends when it has no photo to give.
_NO_PHOTO = ("text/", "application/json")


class _WithheldError(Exception):
    """It is not taken; says why, as an Attachment has it, and for the log."""

    def __init__(self, detail: str, why: str = "lost", size: int = 0) -> None:
        super().__init__(detail)
        self.why, self.size = why, size


async def fetch(
    http: httpx.AsyncClient, folder: Path, url: str, words: str, hosts: Collection[str] = (), *, proxied: bool = False
) -> Attachment:
    """Bring the photo at `url` into the data folder; never raises. What is marked as a secret is not asked for.

    It may come from Zalo's own servers, by https and without a detour, and from `hosts` by any way. Where all is
    fetched through a proxy, which finds the servers by itself, their names need not be known here.
    """
    refused = unfetched(PHOTO, 0, words)
    if refused is not None:
        return refused
    try:
        async with asyncio.timeout(_PATIENCE):
            content = await _content(http, await _allowed(url, hosts, proxied=proxied))
        return await asyncio.to_thread(put, folder, PHOTO, content, words)
    except _WithheldError as withheld:
        log.warning("a photo was not fetched: %s", withheld)
        return Attachment(PHOTO, withheld.size, why=withheld.why)
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError, TimeoutError) as error:
        log.warning("a photo was not fetched: %s", type(error).__name__)
        return Attachment(PHOTO, 0, why="lost")


async def _allowed(url: str, hosts: Collection[str], *, proxied: bool) -> httpx.URL:
    """The address, where a photo may be fetched from it: what a stranger can have us fetch is never one of our own."""
    address = httpx.URL(url)
    if address.host in hosts:
        return address
    if address.scheme != "https" or address.port is not None or address.userinfo:
        raise _WithheldError("its address is not one of Zalo's")
    if not _HOME.fullmatch(address.host):
        raise _WithheldError("its server is not one of Zalo's")
    found = () if proxied else await asyncio.get_running_loop().getaddrinfo(address.host, 443, type=socket.SOCK_STREAM)
    if not all(ip_address(at[0]).is_global for *_, at in found):
        raise _WithheldError("its server is in a private network")
    return address


async def _content(http: httpx.AsyncClient, address: httpx.URL) -> bytes:
    headers = {"Accept": "image/*", "Accept-Encoding": "identity"}
    async with http.stream("GET", address, headers=headers) as response:
        if response.status_code != HTTPStatus.OK:
            raise _WithheldError(f"HTTP {response.status_code}")
        if "content-encoding" in response.headers or response.headers.get("content-type", "").startswith(_NO_PHOTO):
            raise _WithheldError("what is there is no photo")
        declared = response.headers.get("content-length", "")
        return await _read(response, int(declared) if declared.isdecimal() else 0)


async def _read(response: httpx.Response, declared: int) -> bytes:
    if declared > LARGEST:
        raise _WithheldError("it is too large", "too-large", declared)
    content = bytearray()
    async for piece in response.aiter_raw():
        content += piece
        if len(content) > LARGEST:
            raise _WithheldError("it is too large", "too-large", len(content))
    return bytes(content)
