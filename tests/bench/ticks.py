"""What a tick costs, idle and with hundreds due, beside a Core select of what is due: `python -m tests.bench.ticks`.

Each on an office of its own, in a process of its own that has ticked once before. Wide: ten units lead each task in
twelve periods; deep: sixty tasks that hundreds of units lead. `ticks 20x60 1000x60` takes these sizes alone.
"""

import multiprocessing
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select, update

from data.model import Occurrence
from data.store import Store, open_store
from data.workdays import workdays
from scheduler import tick
from scheduler.slots import Policy
from tests.bench.province import NOW, fill

# Units × tasks, each over twelve months: 10^4 and 10^5 Occurrences.
SIZES = ((10, 84), (14, 60), (10, 840), (140, 60))
DUE = 500
ROWS = Occurrence.__table__  # type: ignore[attr-defined]  # SQLModel keeps it


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of selecting what is due, of a tick with that, and of one with nothing."""

    select: float
    due: float
    idle: float


def main() -> None:
    """Print one row for each size."""
    sizes = [tuple(map(int, each.split("x"))) for each in sys.argv[1:]] or SIZES
    for units, tasks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "province.db"
            fill(open_store(f"sqlite:///{path}"), units, tasks)
            with multiprocessing.get_context("spawn").Pool(1) as alone:
                cost = alone.apply(measured, (path,))
        said = f"{units} units × {tasks} tasks × 12"
        print(
            f"{said:28} {DUE} due {cost.due / cost.select:7.1f} × selecting them ({cost.due * 1000:.0f} ms)"
            f"   idle {cost.idle / cost.select:5.2f} × ({cost.idle * 1000:.1f} ms)",
            flush=True,
        )


def measured(path: Path) -> Cost:
    """What ticks cost on an office."""
    store = open_store(f"sqlite:///{path}")
    now = NOW
    ring(store, now)
    due, selecting = [], []
    for _ in range(3):
        now += timedelta(minutes=1)
        with store.transaction() as session:
            ids = select(ROWS.c.id).where(ROWS.c.state == "open").order_by(ROWS.c.id.desc()).limit(DUE)
            session.connection().execute(update(ROWS).where(ROWS.c.id.in_(ids)).values(remind_at=now))
        selecting.append(selected(store, now))
        due.append(ring(store, now))
    idle = [ring(store, now + timedelta(minutes=1)) for _ in range(20)]
    return Cost(statistics.median(selecting), statistics.median(due), statistics.median(idle))


def ring(store: Store, now: datetime) -> float:
    """CPU seconds of ticking until nothing is due."""
    begun = time.process_time()
    tick.run(store, now, POLICY, CALENDAR)
    return time.process_time() - begun


def selected(store: Store, now: datetime) -> float:
    """CPU seconds of a Core select of what is due."""
    with store.snapshot() as session:
        begun = time.process_time()
        session.connection().execute(select(ROWS).where(ROWS.c.remind_at <= now)).all()
        return time.process_time() - begun


POLICY, CALENDAR = Policy(), workdays()


if __name__ == "__main__":
    main()
