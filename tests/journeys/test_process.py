"""The service as a process: started by its command line, killed in the middle, started again, and nothing is lost."""

import asyncio
import json
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.building import PLAN
from tests.conftest import free_port
from tests.doubles.telegram import Held, TelegramDouble


class Office:
    """A folder with the office's data, and its command line."""

    def __init__(self, folder: Path, telegram: TelegramDouble) -> None:
        self._environment = {
            "DATA_DIR": str(folder),
            "TELEGRAM_TOKEN": telegram.token,
            "TELEGRAM_BASE_URL": telegram.url,
            "PYTHONUTF8": "1",
        }

    async def run(self, now: str, *arguments: str) -> str:
        """Run a command to its end; gives what it printed."""
        process = await self._start(now, *arguments)
        printed, complaint = await process.communicate()
        assert process.returncode == 0, complaint.decode()
        return printed.decode()

    @asynccontextmanager
    async def serving(self, now: str) -> AsyncIterator[asyncio.subprocess.Process]:
        """The service in the background; killed at the end unless it has ended by itself."""
        process = await self._start(now, "serve")
        try:
            yield process
        finally:
            if process.returncode is None:
                process.kill()
            await process.communicate()

    async def _start(self, now: str, *arguments: str) -> asyncio.subprocess.Process:
        environment = self._environment | {"NHACVIEC_NOW": now, "WEB_PORT": str(free_port())}
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            *arguments,
            env=environment,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )


@pytest.fixture
async def telegram() -> AsyncIterator[TelegramDouble]:
    async with TelegramDouble() as double:
        yield double


@pytest.fixture
async def office(tmp_path: Path, telegram: TelegramDouble) -> Office:
    opened = Office(tmp_path, telegram)
    await opened.run("2023-01-11T08:00", "import", str(PLAN), "--yes")
    return opened


async def test_a_reminder_outlives_a_killed_process(office: Office, telegram: TelegramDouble) -> None:
    code = json.loads(await office.run("2023-01-11T08:00", "invite", "VP", "--json"))["code"]
    officer = telegram.user("Nguyễn Văn A").private()
    held = asyncio.Event()

    async with office.serving("2023-01-17T06:30") as process:
        await officer.says(f"/start {code}")
        assert "Văn phòng HĐND-UBND thành phố" in (await officer.next_message()).text
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0

    telegram.order(Held(held), "sendMessage", chat=officer)
    sends = len(telegram.calls_of("sendMessage"))
    async with office.serving("2023-01-17T07:31") as process:
        await telegram.called("sendMessage", sends + 1)
        process.send_signal(signal.SIGKILL)
    assert officer.unread == []

    async with office.serving("2023-01-17T07:40") as process:
        # The lease of a killed process runs out first.
        await telegram.called("sendMessage", sends + 2, within=30)
        assert (await officer.next_message()).text.startswith("NHẮC VIỆC: việc 10, hạn 31/01 (còn 5 ngày làm việc)")
        await officer.presses("✅ Xong việc 10")
        assert (await officer.next_message()).text.startswith("Đã ghi nhận")
        process.send_signal(signal.SIGTERM)
        assert await process.wait() == 0

    async with office.serving("2023-01-18T07:31"):
        await officer.says("viec 10")
        assert "đã báo" in (await officer.next_message()).text
    held.set()
