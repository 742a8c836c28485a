"""What an overview of a province costs, beside the database's own counting: `python -m tests.bench.overviews`.

CPU of a typed line in a process of its own that has said the line once before, as a multiple of counting the same
Occurrences by their state in bare SQL; and what memory it takes beyond what the service takes idle.
"""

import multiprocessing
import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from data.store import open_store
from tests.bench.province import NOW, province
from tests.bot.dialogues import Play
from tests.bot.offices import parts_on

SIZES = ((30, 60), (300, 60))
LINES = (
    ("noi-vu", "tinh hinh"),
    ("noi-vu", "tinh hinh thang 11"),
    ("noi-vu", "tinh hinh 1"),
    ("noi-vu", "chua bao"),
    ("noi-vu", "chua bao 1"),
    ("noi-vu", "qua han"),
    ("noi-vu", "xep hang"),
    ("lanh-dao", "bao cao nhanh"),
    ("X-0001", "viec"),
    ("X-0001", "xong 1 3 tin"),
)
BARE = "SELECT state, count(*) FROM occurrence JOIN assignment ON assignment.id = assignment_id GROUP BY task_id, state"


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds, kilobytes beyond idle, messages and their characters."""

    cpu: float
    memory: int
    messages: int
    characters: int


def main() -> None:
    """Print one row for each line and size."""
    sizes = [tuple(map(int, each.split("x"))) for each in sys.argv[1:]] or SIZES
    for units, tasks in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "province.db"
            province(path, units, tasks).close()
            bare = counting(path)
            print(f"{units} units × {tasks} tasks × 12: counting takes {bare * 1000:.0f} ms of CPU")
            for number, (chat, text) in enumerate(LINES):
                with multiprocessing.get_context("spawn").Pool(1) as alone:
                    cost = alone.apply(say, (path, chat, text, number * 100))
                said = f"{cost.messages} of {cost.characters:,} characters"
                ratio = f"{cost.cpu / bare:6.2f} × counting ({cost.cpu * 1000:.0f} ms)"
                print(f"  {chat + ': ' + text:30} {ratio:32} {cost.memory / 1024:6.1f} MB  {said}", flush=True)


def counting(path: Path) -> float:
    """CPU seconds of counting all by task and state."""
    taken = []
    with sqlite3.connect(path) as database:
        for _ in range(3):
            begun = time.process_time()
            database.execute(BARE).fetchall()
            taken.append(time.process_time() - begun)
    return statistics.median(taken)


def say(path: Path, chat: str, text: str, count: int) -> Cost:
    """What a line costs that is said for the second time; `count` of others came in before."""
    play = Play(parts_on(open_store(f"sqlite:///{path}"), path.parent).conversation, NOW, count)
    play.type(chat, "tro giup")
    before = _memory()
    answer = play.type(chat, text)
    taken = []
    for _ in range(2):
        begun = time.process_time()
        play.type(chat, text)
        taken.append(time.process_time() - begun)
    said = answer.replies
    return Cost(min(taken), _memory() - before, len(said), sum(len(each.text) for each in said))


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    main()
