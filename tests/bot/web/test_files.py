"""The page's files: only what was shown in a chat, under its key, to this machine alone; no path comes from outside."""

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.local import LocalChannel
from bot.web import demo
from bot.web.demo import LocalOnly
from data.talk import Enclosed, Outgoing

JPEG = b"\xff\xd8\xff a photo"


@pytest.fixture
def channel(tmp_path: Path) -> LocalChannel:
    """A channel on a data folder that has more in it than evidence."""
    (tmp_path / "evidence").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return LocalChannel(lambda: datetime(2023, 1, 11, tzinfo=UTC), tmp_path)


async def shown(channel: LocalChannel, folder: Path, name: str, content: bytes) -> tuple[str, Enclosed]:
    """A file that VP has been shown: its key, and where it lies."""
    sha256 = hashlib.sha256(content).hexdigest()
    (folder / "evidence" / sha256).write_bytes(content)
    file = Enclosed(name, f"evidence/{sha256}", sha256, "file", name)
    await channel.send("VP", Outgoing("", "Việc 10", files=(file,)))
    return channel.transcript("VP")[-1].files[0]


async def get(
    channel: LocalChannel, path: str, headers: Mapping[str, str] | None = None, method: str = "GET"
) -> httpx.Response:
    app = Starlette(routes=[demo.file_route(channel)])
    app.add_middleware(LocalOnly)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        return await client.request(method, path, headers=headers)


@pytest.mark.parametrize(
    ("name", "content", "kind", "disposition"),
    [
        ("anh.jpg", JPEG, "image/jpeg", "inline; filename*=UTF-8''anh.jpg"),
        ("anh.png", b"\x89PNG\r\n\x1a\n", "image/png", "inline; filename*=UTF-8''anh.png"),
        ("anh.gif", b"GIF89a", "image/gif", "inline; filename*=UTF-8''anh.gif"),
        ("anh.jpg", b"<html><script>", "application/octet-stream", "attachment; filename*=UTF-8''anh.jpg"),
        ("anh.svg", b"<svg/>", "application/octet-stream", "attachment; filename*=UTF-8''anh.svg"),
        (
            'kế\r\nhoạch".pdf',
            b"%PDF",
            "application/octet-stream",
            "attachment; filename*=UTF-8''k%E1%BA%BF%0D%0Aho%E1%BA%A1ch%22.pdf",
        ),
    ],
)
async def test_pictures_are_shown_and_all_else_is_saved(
    channel: LocalChannel, tmp_path: Path, name: str, content: bytes, kind: str, disposition: str
) -> None:
    key, _ = await shown(channel, tmp_path, name, content)
    answer = await get(channel, demo.file_address("VP", key))
    assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, content, kind)
    assert answer.headers["content-disposition"] == disposition
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"].startswith("default-src 'self'")


@pytest.mark.parametrize(
    "path",
    [
        "/tep/noi-vu/{key}", "/tep/VP/", "/tep/VP/{key}0", "/tep/VP/{path}", "/tep/VP/{sha256}", "/tep/VP/../secret.txt",
        "/tep/VP/..%2Fsecret.txt", "/tep/VP/%2e%2e%2fsecret.txt", "/tep/../secret.txt", "/tep/..%2F/{key}",
        "/tep/VP/..%2Fevidence%2F{sha256}", "/tep/VP/%00", "/tep/VP/secret.txt", "/secret.txt", "/{path}",
    ],
)  # fmt: skip
async def test_nothing_else_is_given(channel: LocalChannel, tmp_path: Path, path: str) -> None:
    key, file = await shown(channel, tmp_path, "anh.jpg", JPEG)
    answer = await get(channel, path.format(key=key, path=file.path, sha256=file.sha256))
    assert (answer.status_code, answer.text) == (404, "Not Found")


@pytest.mark.parametrize("headers", [{"host": "evil.example"}, {"origin": "https://evil.example"}])
async def test_only_this_machine_s_own_page_is_given_it(
    channel: LocalChannel, tmp_path: Path, headers: dict[str, str]
) -> None:
    key, _ = await shown(channel, tmp_path, "anh.jpg", JPEG)
    assert (await get(channel, demo.file_address("VP", key), headers)).status_code == 403
    assert (await get(channel, demo.file_address("VP", key), method="POST")).status_code == 405


async def test_what_is_gone_or_changed_is_not_given(channel: LocalChannel, tmp_path: Path) -> None:
    key, file = await shown(channel, tmp_path, "anh.jpg", JPEG)
    (tmp_path / file.path).write_bytes(b"another")
    assert (await get(channel, demo.file_address("VP", key))).status_code == 404
    (tmp_path / file.path).unlink()
    assert (await get(channel, demo.file_address("VP", key))).status_code == 404
