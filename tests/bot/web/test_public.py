"""What the Internet may ask: messengers post what is said, hostile bodies are survived, files come by their links."""

import asyncio
import logging
import stat
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast
from unittest.mock import Mock

import httpx
import pytest

from bot.channels.house import Bot, TellAgainError
from bot.web import build_app, public
from bot.web.public import KEY_FILE, LARGEST, Links, public_routes
from data.refusals import DatabaseAway
from data.work import evidence

ROOT = "https://nhacviec.example.vn/xa"
NOW = datetime(2023, 3, 7, 1, 0, tzinfo=UTC)
AWAY = DatabaseAway(reason="away")
SECRET = {"X-Secret": "rat-kin"}


@dataclass
class Told:
    """A bot that is posted to."""

    name: str = "zalo:42"
    bodies: list[bytes] = field(default_factory=list)
    fault: Exception | None = None

    async def told(self, headers: Mapping[str, str], body: bytes) -> bool:
        if headers.get("x-secret") != "rat-kin":
            return False
        if self.fault is not None:
            raise self.fault
        self.bodies.append(body)
        return True


@dataclass
class Office:
    """The app of an office, its bot, its data folder and its clock."""

    folder: Path
    bot: Told = field(default_factory=Told)
    now: datetime = NOW

    def __post_init__(self) -> None:
        self.links = Links(self.folder, ROOT, lambda: self.now)
        routes = public_routes([cast("Bot", self.bot)], self.links)
        self.app = build_app(_ok, public=routes)

    def client(self) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        return httpx.AsyncClient(transport=transport, base_url="http://localhost")

    async def asks(self, path: str, method: str = "GET", **more: object) -> httpx.Response:
        async with self.client() as client:
            return await client.request(method, path, **more)  # type: ignore[arg-type]

    def keeps(self, name: str, content: bytes, kind: str = "file") -> evidence.Kept:
        (self.folder / "came").write_bytes(content)
        return evidence.keep(self.folder, "came", name, kind)

    def link(self, kept: evidence.Kept) -> str:
        """The path and the query of a link."""
        link = self.links.link(kept.path, kept.sha256, kept.name)
        assert link is not None
        assert link.startswith(f"{ROOT}/files/")
        return link.removeprefix("https://nhacviec.example.vn")


async def _ok() -> Mapping[str, object]:
    return {"status": "ok"}


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.mark.parametrize(
    ("path", "method", "headers", "code"),
    [
        ("/xa/hook/zalo:42", "POST", SECRET, 200),
        ("/hook/zalo:42", "POST", SECRET, 200),
        ("/hook/zalo%3A42", "POST", SECRET, 200),
        ("/hook/zalo:42", "POST", {}, 403),
        ("/hook/zalo:42", "POST", {"X-Secret": "khac"}, 403),
        ("/hook/zalo:43", "POST", SECRET, 404),
        ("/hook/", "POST", SECRET, 404),
        ("/khac/hook/zalo:42", "POST", SECRET, 404),
        ("/hook/zalo:42", "GET", SECRET, 405),
        ("/hook/zalo:42", "PUT", SECRET, 405),
        ("/xa/hook/zalo:42", "DELETE", SECRET, 405),
    ],
)
async def test_who_may_post_where(
    office: Office, path: str, method: str, headers: dict[str, str], code: int, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await office.asks(path, method, headers=headers, content=b'{"text": "xong 10"}')

    assert answer.status_code == code
    assert answer.text in {"", "Not Found", "Method Not Allowed"}
    assert office.bot.bodies == ([b'{"text": "xong 10"}'] if code == 200 else [])
    assert [record for record in caplog.records if record.name.startswith("bot")] == []


async def _dripping(pieces: int, size: int) -> AsyncIterator[bytes]:
    for _ in range(pieces):
        yield b"x" * size
        await asyncio.sleep(0)


async def _endless() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.sleep(60)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"x" * LARGEST, 200),
        (b"x" * (LARGEST + 1), 413),
        (_dripping(1_000, LARGEST // 10), 413),
        (_endless(), 408),
        (b"", 200),
        (b"\xff\x00" * 9, 200),
        (b"[" * 100_000, 200),
    ],
    ids=["largest", "too large", "ever more", "slow", "empty", "bytes", "deep"],
)
async def test_a_body_is_bounded_in_size_and_time(
    office: Office, monkeypatch: pytest.MonkeyPatch, content: bytes | AsyncIterator[bytes], code: int
) -> None:
    monkeypatch.setattr(public, "_PATIENCE", 0.2)
    assert (await office.asks("/hook/zalo:42", "POST", headers=SECRET, content=content)).status_code == code


async def test_many_slow_bodies_at_once_end_and_others_are_heard_then(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public, "_PATIENCE", 0.2)
    slow = [office.asks("/hook/zalo:42", "POST", headers=SECRET, content=_endless()) for _ in range(100)]
    codes = {answer.status_code for answer in await asyncio.gather(*slow)}
    answer = await office.asks("/hook/zalo:42", "POST", headers=SECRET, content=b"{}")
    assert (codes, answer.status_code) == ({408}, 200)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (TellAgainError("away"), "what was posted to zalo:42 is not taken in and will be posted again (away)"),
        (DatabaseAway(reason="away"), f"what was posted to zalo:42 is not taken in and will be posted again ({AWAY})"),
        (ValueError("xong 10"), "what was posted to zalo:42 could not be taken in (ValueError)"),
    ],
)
async def test_what_could_not_be_taken_in_shall_come_again(
    office: Office, caplog: pytest.LogCaptureFixture, fault: Exception, said: str
) -> None:
    office.bot.fault = fault
    answer = await office.asks("/hook/zalo:42", "POST", headers=SECRET, content=b"xong 10")
    assert (answer.status_code, answer.content) == (503, b"")
    assert [record.getMessage() for record in caplog.records if record.name.startswith("bot")] == [said]
    assert "xong 10" not in caplog.text


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.mark.parametrize(
    ("name", "kind", "how"),
    [
        ("anh.jpg", "image/jpeg", "inline; filename*=UTF-8''anh.jpg"),
        ("ảnh.PNG", "image/png", "inline; filename*=UTF-8''%E1%BA%A3nh.PNG"),
        ("bao cao.pdf", "application/pdf", "inline; filename*=UTF-8''bao%20cao.pdf"),
        ("bao-cao.docx", DOCX, "inline; filename*=UTF-8''bao-cao.docx"),
        ("bang.xlsx", XLSX, "inline; filename*=UTF-8''bang.xlsx"),
        ("trang.html", "application/octet-stream", "attachment; filename*=UTF-8''trang.html"),
        ('a"\r\nX: 1.svg', "application/octet-stream", "attachment; filename*=UTF-8''a%20X%201.svg"),
    ],
)
async def test_a_file_comes_by_its_link(office: Office, name: str, kind: str, how: str) -> None:
    link = office.link(office.keeps(name, b"noi dung"))

    for path in (link, link.removeprefix("/xa")):
        answer = await office.asks(path)
        assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, b"noi dung", kind)
        assert answer.headers["content-disposition"] == how
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"
    assert (await office.asks(link, "HEAD")).status_code == 200
    assert [(await office.asks(link, method)).status_code for method in ("POST", "DELETE")] == [405, 405]
    assert len(link) < 260


async def test_a_link_ends_after_a_week(office: Office) -> None:
    link, codes = office.link(office.keeps("anh.jpg", b"anh")), []
    for passed in (timedelta(days=6, hours=23), timedelta(days=7)):
        office.now = NOW + passed
        codes.append((await office.asks(link)).status_code)
    assert codes == [200, 404]


async def test_whatever_is_wrong_with_a_link_is_not_told(
    office: Office, tmp_path_factory: pytest.TempPathFactory
) -> None:
    kept = office.keeps("anh.jpg", b"anh")
    (office.folder / "nhacviec.db").write_bytes(b"mat")
    (office.folder / evidence.FOLDER / "la.jpg").symlink_to(office.folder / "nhacviec.db")
    link = office.link(kept)
    body, _, signature = link.rpartition("/")[2].partition(".")
    gone = office.keeps("cu.jpg", b"cu")
    forgotten = office.link(gone)
    (office.folder / gone.path).unlink()
    changed = office.keeps("moi.jpg", b"moi")
    other = office.link(changed)
    (office.folder / changed.path).write_bytes(b"khac")
    stranger = Office(tmp_path_factory.mktemp("khac"))
    anothers = stranger.link(stranger.keeps("anh.jpg", b"anh"))

    wrong = [
        "/files/",
        "/files",
        "/files/x",
        f"/files/{body}",
        f"/files/{body}.",
        f"/files/{body}.{signature[:-1]}",
        f"/files/{body}.{signature}=",
        f"/files/{body}A.{signature}",
        f"/files/{body[:-4]}AAAA.{signature}",
        f"/files/.{signature}",
        f"/files/{body}.%E1%BB%AF",
        f"/files/../{KEY_FILE}",
        f"/files/..%2F{KEY_FILE}",
        f"/files/{kept.path}",
        anothers,
        forgotten,
        other,
    ]
    answers = [await office.asks(path) for path in wrong]

    assert {(path, answer.status_code) for path, answer in zip(wrong, answers, strict=True)} == {
        (path, 404) for path in wrong
    }
    assert {answer.text for answer in answers} <= {"", "Not Found"}
    for path in ("nhacviec.db", "../etc/passwd", KEY_FILE, "evidence/la.jpg", "evidence", "evidence/\0", "/etc/passwd"):
        assert office.links.link(path, kept.sha256, "anh.jpg") is None


async def test_the_key_is_its_owners_alone_and_outlives_the_process(office: Office) -> None:
    kept = office.keeps("anh.jpg", b"anh")
    link = office.link(kept)
    again = Office(office.folder)

    assert (await again.asks(link)).status_code == 200
    assert stat.S_IMODE((office.folder / KEY_FILE).stat().st_mode) == 0o600
    assert sorted(path.name for path in office.folder.iterdir()) == ["evidence", KEY_FILE]


async def test_where_no_key_can_be_kept_there_are_no_links(
    office: Office, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a file system without hard links, which refuses them to root too."""
    kept = office.keeps("anh.jpg", b"anh")
    monkeypatch.setattr(Path, "hardlink_to", Mock(side_effect=PermissionError(1, "Operation not permitted")))
    assert office.links.link(kept.path, kept.sha256, kept.name) is None
    assert "no links to files are made" in caplog.text
    assert [path.name for path in office.folder.iterdir()] == ["evidence"]


async def test_a_damaged_key_signs_and_opens_nothing(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    kept = office.keeps("anh.jpg", b"anh")
    (office.folder / KEY_FILE).write_bytes(b"")
    assert office.links.link(kept.path, kept.sha256, kept.name) is None
    assert (await office.asks("/files/x.y")).status_code == 404


async def test_without_a_public_address_there_is_nothing_of_it() -> None:
    transport = httpx.ASGITransport(build_app(_ok))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        codes = [(await client.post("/hook/zalo:42")).status_code, (await client.get("/files/x")).status_code]
    assert codes == [404, 404]
