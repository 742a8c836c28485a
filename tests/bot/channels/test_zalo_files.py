"""Photos on Zalo: fetched from Zalo's own servers into the data folder, or said why not; from nowhere else."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.files import fetch
from bot.talk import Attachment
from tests.bot.channels.house import Clock, House, on_zalo
from tests.doubles.wire import Wire
from tests.doubles.zalo import ZaloDouble

OURS = {"127.0.0.1"}


async def test_a_photo_is_fetched_with_its_words(zalo: ZaloDouble, house: House, clock: Clock, tmp_path: Path) -> None:
    chat = zalo.user("Lan").private()
    async with on_zalo(zalo, house, clock, folder=tmp_path, photo_hosts=OURS):
        await chat.sends_photo(b"a large photo", "xong 10")
        await zalo.drained()

    (said,) = house.heard
    assert said.file is not None
    assert (said.text, said.other) == ("xong 10", "photo")
    assert said.file == Attachment("anh.jpg", 13, said.file.path)
    assert (tmp_path / str(said.file.path)).read_bytes() == b"a large photo"


async def test_what_is_marked_is_not_fetched(zalo: ZaloDouble, house: House, tmp_path: Path) -> None:
    chat = zalo.user("Lan").private()
    async with on_zalo(zalo, house, folder=tmp_path, photo_hosts=OURS):
        await chat.sends_photo(b"photo", "xong 10 văn bản MẬT")
        await zalo.drained()

    assert [said.file for said in house.heard] == [Attachment("anh.jpg", 0, why="marked")]
    assert not (tmp_path / "incoming").exists()


async def test_without_a_folder_nothing_is_fetched(zalo: ZaloDouble, house: House, zalo_channel: Zalo) -> None:
    await zalo.user("Lan").private().sends_photo(b"photo", "xong 10")
    await zalo.drained()

    assert [(said.text, said.file) for said in house.heard] == [("xong 10", None)]
    named = Attachment("anh.jpg", 0, ref="https://photo-stal-1.zdn.vn/a.jpg")
    assert await zalo_channel.fetch(named, "") == Attachment("anh.jpg", 0, why="lost")


async def says_no_length(_: Request) -> Response:
    async def content() -> AsyncIterator[bytes]:
        for _ in range(200):
            yield b"p" * 500
            await asyncio.sleep(0)

    return StreamingResponse(content(), media_type="image/jpeg")


SERVED = {
    "photo": lambda _: Response(b"photo", media_type="image/jpeg"),
    "bare": lambda _: Response(b"photo"),
    "empty": lambda _: Response(b"", media_type="image/jpeg"),
    "as-large-as-may-be": lambda _: Response(b"p" * 1_000, media_type="image/jpeg"),
    "large": lambda _: Response(b"p" * 1_001, media_type="image/jpeg"),
    "of-no-told-length": says_no_length,
    "moved": lambda _: RedirectResponse("/photo"),
    "page": lambda _: PlainTextResponse("not found"),
    "squeezed": lambda _: Response(b"photo", media_type="image/jpeg", headers={"Content-Encoding": "gzip"}),
    "forbidden": lambda _: Response(b"photo", 403, media_type="image/jpeg"),
}

FETCHED = [
    ("photo", 5, None),
    ("bare", 5, None),
    ("empty", 0, "empty"),
    ("as-large-as-may-be", 1_000, None),
    ("large", 1_001, "too-large"),
    ("of-no-told-length", 0, "too-large"),
    ("moved", 0, "lost"),
    ("page", 0, "lost"),
    ("squeezed", 0, "lost"),
    ("forbidden", 0, "lost"),
    ("missing", 0, "lost"),
]


@pytest.fixture
async def server() -> AsyncIterator[str]:
    """A server of photos that has what is `SERVED`."""
    wire = Wire(Starlette(routes=[Route(f"/{name}", served) for name, served in SERVED.items()]))
    yield await wire.open()
    await wire.close()


@pytest.mark.parametrize(("name", "size", "why"), FETCHED)
async def test_what_a_server_gives(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int, why: str | None
) -> None:
    monkeypatch.setattr("bot.channels.zalo.files.LARGEST", 1_000)
    async with httpx.AsyncClient() as http:
        file = await fetch(http, tmp_path, f"{server}/{name}", "", OURS)

    lying = list((tmp_path / "incoming").glob("*"))
    assert (file.name, file.why, file.ref) == ("anh.jpg", why, None)
    assert file.size == size or (name == "of-no-told-length" and 1_000 < file.size <= 100_000)
    assert [str(path.relative_to(tmp_path)) for path in lying] == ([] if why else [file.path])


async def test_a_server_that_dawdles_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.zalo.files._PATIENCE", 0.05)

    async def dawdles(_: Request) -> Response:
        async def content() -> AsyncIterator[bytes]:
            for _ in range(10):
                yield b"p"
                await asyncio.sleep(0.03)

        return StreamingResponse(content(), media_type="image/jpeg")

    wire = Wire(Starlette(routes=[Route("/slow", dawdles)]))
    async with httpx.AsyncClient() as http:
        file = await fetch(http, tmp_path, f"{await wire.open()}/slow", "", OURS)
    await wire.close()

    assert file == Attachment("anh.jpg", 0, why="lost")
    assert not (tmp_path / "incoming").exists()


# Addresses that may be asked for, and that may not, wherever their names lead.
ADDRESSES = [
    ("https://photo-stal-12.zdn.vn/a.jpg", True),
    ("https://photo-stal-12.zdn.vn:443/a.jpg", True),
    ("https://F1.ZADN.VN/a.jpg", True),
    ("http://photo-stal-12.zdn.vn/a.jpg", False),
    ("https://photo-stal-12.zdn.vn:8443/a.jpg", False),
    ("https://ai-do:khoa@photo-stal-12.zdn.vn/a.jpg", False),
    ("https://zdn.vn.example.com/a.jpg", False),
    ("https://evilzdn.vn/a.jpg", False),
    ("https://zdn.vn/a.jpg", False),
    ("https://photo.zdn.vn@example.com/a.jpg", False),
    ("https://example.com/photo.zdn.vn", False),
    ("https://example.com#.zdn.vn", False),
    ("https://example.com\\.zdn.vn/a.jpg", False),
    ("https://127.0.0.1/a.jpg", False),
    ("https://[::1]/a.jpg", False),
    ("https://169.254.169.254/latest", False),
    ("file:///etc/passwd", False),
    ("ftp://photo.zdn.vn/a.jpg", False),
    ("//photo.zdn.vn/a.jpg", False),
    ("https://.zdn.vn/a.jpg", False),
    ("https://photo.zdn.vn\0/a.jpg", False),
    ("https://[photo.zdn.vn/a.jpg", False),
    ("", False),
]


@pytest.mark.parametrize(("url", "asked"), ADDRESSES)
@pytest.mark.parametrize("leads_to", ["203.162.0.1", "127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "fd00::1"])
async def test_where_photos_may_come_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, asked: bool, leads_to: str
) -> None:
    requests: list[str] = []

    async def resolves(*_: object, **__: object) -> list[tuple[int, int, int, str, tuple[str, int]]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (leads_to, 443))]

    def answers(request: httpx.Request) -> httpx.Response:
        requests.append(str(request.url))
        return httpx.Response(200, stream=httpx.ByteStream(b"photo"))

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolves)
    async with httpx.AsyncClient(transport=httpx.MockTransport(answers)) as http:
        file = await fetch(http, tmp_path, url, "")

    is_fetched = asked and leads_to == "203.162.0.1"
    assert (len(requests), file.size, file.why) == ((1, 5, None) if is_fetched else (0, 0, "lost"))


async def test_a_name_that_is_not_known_here_but_to_a_proxy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def resolves(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", resolves)
    answers = httpx.MockTransport(lambda _: httpx.Response(200, stream=httpx.ByteStream(b"photo")))
    async with httpx.AsyncClient(transport=answers) as http:
        files = [await fetch(http, tmp_path, "https://photo.zdn.vn/a.jpg", "", proxied=by) for by in (False, True)]
    assert [(file.size, file.why) for file in files] == [(0, "lost"), (5, None)]
