"""The only clock of the house, and APScheduler as its ticker: a few interval jobs, nothing persisted."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

log = logging.getLogger(__name__)


class Clock:
    """What time it is (aware, UTC): the machine's, or one that began at `start` and runs on from there."""

    def __init__(self, start: datetime | None = None) -> None:
        self._ahead = timedelta(0)
        if start is not None:
            self.move_to(start)

    def now(self) -> datetime:
        """The moment it is."""
        return datetime.now(UTC) + self._ahead

    def move_to(self, moment: datetime) -> None:
        """Go on from `moment`; for rehearsals and the demo."""
        self._ahead = moment.astimezone(UTC) - datetime.now(UTC)


class Ticker:
    """Rings jobs at intervals. A job that is late rings once; one that raises is logged and rings again."""

    def __init__(self) -> None:
        # It tells of every ring, and warns of each that waits for the one before.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._running: set[asyncio.Event] = set()

    def every(self, interval: timedelta, job: Callable[[], Awaitable[object]]) -> None:
        """Ring `job` every `interval`, never twice at once, for the first time at once."""

        async def ring() -> None:
            done = asyncio.Event()
            self._running.add(done)
            try:
                await job()
            except Exception:
                log.exception("the job %s failed and will be rung again", getattr(job, "__name__", job))
            finally:
                self._running.discard(done)
                done.set()

        self._scheduler.add_job(ring, "interval", seconds=interval.total_seconds(), next_run_time=datetime.now(UTC))

    def start(self) -> None:
        """Begin to ring, in the running event loop."""
        self._scheduler.start()

    async def stop(self) -> None:
        """Ring no more, and wait until what rings now has ended."""
        self._scheduler.pause()
        for done in list(self._running):
            await done.wait()
        self._scheduler.shutdown(wait=False)
