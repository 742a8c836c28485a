"""Real `nhacviec serve` processes of one office: begun, killed, frozen, stopped, and what they printed."""

import asyncio
import resource
import signal
import socket
import sys
from collections.abc import Callable
from datetime import timedelta
from itertools import count
from pathlib import Path
from time import monotonic

import httpx

from tests.conftest import free_port
from tests.faults.databases import Database
from tests.faults.double import Wild
from tests.faults.template import MORNING, SECRET

# How long a process may take to come up on a busy machine, in seconds.
START = 60.0
# ... may take to do what it is watched for.
REACHED = 45.0


class Process:
    """One running `serve`."""

    def __init__(self, running: asyncio.subprocess.Process, log: Path, port: int) -> None:
        self._running = running
        self._log = log
        self.port = port
        self.began = monotonic()

    @property
    def pid(self) -> int:
        """Its number."""
        return self._running.pid

    @property
    def code(self) -> int | None:
        """How it ended; None while it runs."""
        return self._running.returncode

    @property
    def printed(self) -> str:
        """All it has printed."""
        return self._log.read_text(errors="replace")

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        if self.code is None:
            self._running.kill()
        await self._running.wait()

    def freeze(self) -> None:
        """Stop it as a machine that sleeps."""
        self._running.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on, knowing nothing of the time between."""
        self._running.send_signal(signal.SIGCONT)

    async def terminate(self, within: float) -> float:
        """Ask it to end; gives how many seconds it took. AssertionError where it takes longer, or does not exit 0."""
        asked = monotonic()
        self._running.terminate()
        try:
            code = await asyncio.wait_for(self._running.wait(), within)
        except TimeoutError:
            raise AssertionError(f"still runs {within:g} s after SIGTERM") from None
        assert code == 0, f"exit code {code} after SIGTERM: {self.printed[-500:]}"
        return monotonic() - asked

    def limit_files(self, size: int) -> None:
        """Let it write no file beyond so many bytes, as on a full disk; -1 lifts it."""
        _, hard = resource.prlimit(self.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self.pid, resource.RLIMIT_FSIZE, (size, hard))

    async def page(self, name: str, seconds: float = 5.0) -> tuple[int, str]:
        """What its web app answers under a name: the code and the words."""
        async with httpx.AsyncClient(timeout=seconds) as client:
            answer = await client.get(f"http://127.0.0.1:{self.port}/{name}")
            return answer.status_code, answer.text


class Office:
    """A folder and a database, and the processes that serve them. The office's clock runs on between the processes."""

    def __init__(self, folder: Path, database: Database) -> None:
        self.folder = folder
        self.database = database
        self.processes: list[Process] = []
        self._began = monotonic()
        self._numbers = count(1)
        self._skipped = timedelta()

    def skip(self, time: timedelta) -> None:
        """Let time pass before the next process begins."""
        self._skipped += time

    def environment(self, server: Wild) -> dict[str, str]:
        """The settings of a process that begins now."""
        moment = MORNING + self._skipped + timedelta(seconds=monotonic() - self._began)
        return {
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database.url.replace("+psycopg", ""),
            **server.settings,
            "NHACVIEC_NOW": moment.isoformat(),
            "WEB_PORT": str(free_port()),
            "PYTHONUTF8": "1",
        }

    async def serve(self, server: Wild) -> Process:
        """Begin a process, and wait until its web app listens: it has begun to do its work."""
        process = await self.begin(server)
        await until(lambda: process.code is not None or _listens(process.port), START, "serve does not come up")
        assert process.code is None, f"serve has ended with {process.code}: {process.printed[-1500:]}"
        return process

    async def begin(self, server: Wild) -> Process:
        """Begin a process and do not wait for it."""
        environment = self.environment(server)
        log = self.folder / f"serve-{next(self._numbers)}.log"
        with log.open("wb") as printing:
            running = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "serve",
                env=environment, stdin=asyncio.subprocess.DEVNULL, stdout=printing, stderr=printing,
            )  # fmt: skip
        process = Process(running, log, int(environment["WEB_PORT"]))
        self.processes.append(process)
        return process

    async def close(self) -> None:
        """Leave no process behind."""
        for process in self.processes:
            if process.code is None:
                process.thaw()
            await process.kill()

    def faults_in_logs(self, *, may_trace: bool) -> list[str]:
        """What must never be printed: the token; a traceback, but for a trouble with the machine under us."""
        found = []
        for process in self.processes:
            printed = process.printed
            if "Traceback" in printed and not may_trace:
                found.append(f"a traceback: {printed[printed.index('Traceback') :][-300:]!r}")
            if SECRET in printed:
                found.append("the token in the log")
        return found


async def until(ready: Callable[[], object], seconds: float, what: str, *, pause: float = 0.02) -> None:
    """Look again and again until it is so; fails with `what` after so many seconds."""
    late = monotonic() + seconds
    while not ready():
        assert monotonic() < late, f"{what}: not within {seconds:g} s"
        await asyncio.sleep(pause)  # what another process does rings no bell here


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
