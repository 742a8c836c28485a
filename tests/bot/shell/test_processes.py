"""`nhacviec` as a process: whoever reads it may leave, have no accents, or not be there; `serve` says what it is."""

import asyncio
import os
import signal
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from data.store import open_store
from data.views import newest_plan
from tests.building import PLAN
from tests.conftest import free_port
from tests.doubles.telegram import TelegramDouble
from tests.doubles.zalo import ZaloDouble

ROOT = Path(__file__).parent.parent.parent.parent
NHACVIEC = [sys.executable, "-m", "bot"]


def environment(folder: Path, **settings: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ours = {"DATA_DIR": str(folder / "var"), "NHACVIEC_NOW": "2023-01-11T08:00", "PYTHONPATH": str(ROOT)}
    return kept | ours | settings


def shell(folder: Path, line: str, **settings: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of sh in which "$@" stands for nhacviec."""
    command = ["/bin/sh", "-c", line, "sh", *NHACVIEC]
    return subprocess.run(
        command,
        check=False,
        cwd=folder,
        env=environment(folder, **settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )


def is_switched_on(folder: Path) -> bool:
    store = open_store(f"sqlite:///{folder / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        found = newest_plan(session) is not None
    store.close()
    return found


def is_calm(ran: subprocess.CompletedProcess[bytes]) -> None:
    assert [each for each in (b"Traceback", b"Error", b"Exception") if each in ran.stdout + ran.stderr] == []


@pytest.mark.parametrize(
    "line",
    [
        f'{{ "$@" import "{PLAN}" --yes; echo $? >&2; }} | head -1 >/dev/null',
        f'{{ "$@" import "{PLAN}" --yes --json; echo $? >&2; }} | true',
        f'"$@" import "{PLAN}" --yes >&- <&-; echo $? >&2',
    ],
    ids=["head", "gone", "closed"],
)
def test_an_import_is_written_though_nobody_reads_what_it_says(tmp_path: Path, line: str) -> None:
    ran = shell(tmp_path, line)
    is_calm(ran)
    assert (ran.stderr, is_switched_on(tmp_path)) == (b"0\n", True)


def test_with_everything_closed_nothing_is_written_into_the_database(tmp_path: Path) -> None:
    ran = shell(tmp_path, f'"$@" import "{PLAN}" --yes >&- 2>&- <&-; echo $?')
    assert (ran.stdout, is_switched_on(tmp_path)) == (b"0\n", True)


def test_a_refusal_into_a_closed_pipe_is_one_still(tmp_path: Path) -> None:
    ran = shell(tmp_path, '{ "$@" import none.txt 2>&1; echo $? >&2; } | true')
    assert ran.stderr == b"1\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_what_is_printed_is_said(tmp_path: Path) -> None:
    ran = shell(tmp_path, '"$@" deadline "Thường xuyên" --year 2023 > /dev/full', LOCALE="en")
    assert (ran.returncode, ran.stderr) == (
        1,
        b"stdout cannot be written: No space left on device. Please choose another place or name.\n",
    )


@pytest.mark.parametrize(
    "settings",
    [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}],
    ids=["ascii", "C"],
)
def test_a_terminal_without_accents(tmp_path: Path, settings: dict[str, str]) -> None:
    ran = shell(tmp_path, f'"$@" import "{PLAN}"; "$@" --help; "$@" import none', **settings)
    is_calm(ran)
    ran.stdout.decode("ascii")
    assert b"Tao 15 - Sua 0 - Giu 0 - Rut 0 - Can hoi" in ran.stdout
    assert ran.stderr == b"Khong tim thay tep none. De nghi kiem tra ten tep.\n"
    (said,) = shell(tmp_path, '"$@" agencies --json Sở', PYTHONIOENCODING="ascii").stdout.splitlines()
    assert said.startswith(b'{"text": "S\\u1edf"')


def test_letters_that_are_none(tmp_path: Path) -> None:
    ran = shell(tmp_path, '"$@" invite "$(printf "\\\\351")"', LOCALE="en")
    assert (ran.returncode, ran.stderr) == (
        2,
        b"The command line is not understood: UTF-8. See: nhacviec --help\n",
    )


def test_what_is_made_is_its_owners_alone(tmp_path: Path) -> None:
    shell(tmp_path, f'umask 0; "$@" import "{PLAN}" --yes --propose-units units.tsv')
    made = {path: stat.S_IMODE(path.stat().st_mode) for path in (*tmp_path.iterdir(), *(tmp_path / "var").iterdir())}
    assert {path.name: oct(mode) for path, mode in made.items()} == {
        "var": "0o700",
        "nhacviec.db": "0o600",
        "units.tsv": "0o600",
    }


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


async def serve(folder: Path, port: int, **settings: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        *NHACVIEC,
        "serve",
        cwd=folder,
        env=environment(folder, WEB_PORT=str(port), **settings),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )


async def test_a_token_that_is_refused_is_one_sentence(tmp_path: Path, telegram: TelegramDouble) -> None:
    process = await serve(tmp_path, free_port(), TELEGRAM_TOKEN="43:other", TELEGRAM_BASE_URL=telegram.url)
    said, complaint = await process.communicate()
    sentence = "Telegram không chấp nhận mã truy cập. Đề nghị kiểm tra TELEGRAM_TOKEN.\n"
    assert (process.returncode, said, complaint.decode()) == (1, b"", sentence)


async def test_beside_another_bot_a_token_that_is_refused_does_not_end_the_service(tmp_path: Path) -> None:
    async with ZaloDouble() as zalo:
        process = await serve(tmp_path, free_port(), ZALO_TOKENS="43:WRONG 42:TEST", ZALO_BASE_URL=zalo.url)
        assert " is ready: " in await until_ready(process)
        await zalo.called("getUpdates")
        process.send_signal(signal.SIGTERM)
        _, err = await process.communicate()
    assert (process.returncode, err.count(b"Traceback")) == (0, 0)


async def until_ready(process: asyncio.subprocess.Process) -> str:
    assert process.stderr is not None
    while line := await process.stderr.readline():
        if b" is ready" in line:
            return line.decode()
    raise AssertionError("it ended")


@pytest.mark.parametrize("log_format", ["text", "json"])
async def test_it_says_what_it_is_where_and_that_it_is_ready(
    tmp_path: Path, telegram: TelegramDouble, log_format: str
) -> None:
    port = free_port()
    settings = {"TELEGRAM_TOKEN": telegram.token, "TELEGRAM_BASE_URL": telegram.url, "LOG_FORMAT": log_format}
    process = await serve(tmp_path, port, **settings)
    try:
        line = await until_ready(process)
        said = f" is ready: database sqlite:///{tmp_path / 'var' / 'nhacviec.db'}, http://127.0.0.1:{port}/health"
        assert said in line
        assert line.startswith("{") is (log_format == "json")
        process.send_signal(signal.SIGTERM)
        await process.communicate()
        assert process.returncode == 0
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def test_a_taken_port_and_an_address_of_another_machine(tmp_path: Path) -> None:
    ran = shell(tmp_path, '"$@" serve', WEB_HOST="192.0.2.1", LOCALE="en")
    said = ran.stderr.decode().splitlines()[-1]
    assert (ran.returncode, said.split(": ")[0]) == (1, "The service cannot listen on 192.0.2.1, port 8080")


@pytest.mark.parametrize("double", [TelegramDouble, ZaloDouble])
async def test_with_a_public_address_it_is_posted_to_and_without_it_polls_again(
    tmp_path: Path, double: type[TelegramDouble] | type[ZaloDouble]
) -> None:
    async with double() as messenger:
        variable = "TELEGRAM_TOKEN" if double is TelegramDouble else "ZALO_TOKENS"
        server = "TELEGRAM_BASE_URL" if double is TelegramDouble else "ZALO_BASE_URL"
        settings = {variable: messenger.token, server: messenger.url}
        chat, port = messenger.user("Lan").private(), free_port()
        messenger.leads("https://nhacviec.example.vn", f"http://127.0.0.1:{port}")

        async with serving(tmp_path, port, PUBLIC_URL="https://nhacviec.example.vn/xa/", **settings):
            await messenger.called("setWebhook")
            await chat.says("xin chào")
            assert await messenger.delivers() == [200]
            posted = (await chat.next_message()).text
            assert (await messenger.posts(b"{}", secret="khac")).status_code == 403
            assert messenger.webhook["url"].startswith("https://nhacviec.example.vn/xa/hook/")
            assert messenger.calls_of("getUpdates") == []

        async with serving(tmp_path, port, **settings):
            await messenger.called("getUpdates")
            await chat.says("xin chào")
            polled = (await chat.next_message()).text

        assert (posted, messenger.webhook) == (polled, {})


@asynccontextmanager
async def serving(folder: Path, port: int, **settings: str) -> AsyncIterator[None]:
    """A service that is ready, until it is told to end; it names no token and no secret."""
    process = await serve(folder, port, **settings)
    try:
        await until_ready(process)
        yield
        process.send_signal(signal.SIGTERM)
        said, complaint = await process.communicate()
        assert (process.returncode, b"TEST" in said + complaint) == (0, False)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()
