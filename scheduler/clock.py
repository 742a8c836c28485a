"""The only clock of the house, and APScheduler as its ticker: a few interval jobs, nothing persisted."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from data.refusals import DatabaseAway

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
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415 - most commands have no use for it

        # It tells of every ring, and warns of each that waits for the one before.
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        self._scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        )
        self._bells: list[_Bell] = []

    def every(self, interval: timedelta, job: Callable[[], Awaitable[object]]) -> Callable[[], None]:
        """Ring `job` every `interval`, never twice at once, for the first time at once; gives what rings it between.

        What rings it while it runs has it run once more.
        """
        bell = _Bell(job)
        self._bells.append(bell)
        self._scheduler.add_job(
            bell.ring, "interval", seconds=interval.total_seconds(), next_run_time=datetime.now(UTC)
        )
        return bell.soon

    def start(self) -> None:
        """Begin to ring, in the running event loop."""
        self._scheduler.start()

    async def stop(self, grace: float) -> None:
        """Ring no more, and give what rings now `grace` seconds to its end; one that never began has nothing to end."""
        running = [bell.stop() for bell in self._bells]
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)
        ringing = [task for task in running if task is not None]
        if ringing:
            await asyncio.wait(ringing, timeout=grace)


class _Bell:
    """One job: it runs once at a time, and once more where it was rung meanwhile."""

    def __init__(self, job: Callable[[], Awaitable[object]]) -> None:
        self._job = job
        self._task: asyncio.Task[None] | None = None
        self._again = self._stopped = False

    async def ring(self) -> None:
        """Run the job unless it runs; the interval's ring."""
        self._begin()

    def soon(self) -> None:
        """Run the job as soon as may be."""
        self._again = True
        self._begin()

    def stop(self) -> asyncio.Task[None] | None:
        """Run it no more; gives what runs now."""
        self._stopped = True
        return self._task

    def _begin(self) -> None:
        if self._task is None and not self._stopped:
            self._task = asyncio.create_task(self._run())

    async def _run(self) -> None:
        try:
            self._again = False
            await self._job()
        except DatabaseAway as away:
            log.warning("the job %s will be rung again (%s)", self._name, away.reason)
        except Exception:
            log.exception("the job %s failed and will be rung again", self._name)
        finally:
            self._task = None
        if self._again:
            self._begin()

    @property
    def _name(self) -> str:
        return str(getattr(self._job, "__name__", self._job))
