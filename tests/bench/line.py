"""What one typed line costs in a filled office, from the kept update to the answer put: `python -m tests.bench.line`.

Files and functions are ours only; `named` leaves out comprehensions and lambdas, which Python 3.11 enters as functions.
Statements leave out BEGIN and PRAGMA. CPU is the median of many lines, each said to one open database that holds the
office anew, in units of a fixed loop that runs after each of them: it may be compared between commits and machines,
where seconds may not. `CPU first` is that of the line said first to a database just opened, when every statement is
compiled.
"""

import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from sqlalchemy import Engine, event

from data.store import Store, copy, open_store
from tests.bot.dialogues import Play
from tests.bot.offices import MORNING, filled_office, parts_on

ROOT = Path(__file__).parents[2]
ROOMS = tuple(f"{ROOT / room}/" for room in ("data", "locales", "scheduler", "bot"))
LINES = (
    ("VP", "xong 10"),
    ("P-LL", "xong 12 3 tin"),
    ("noi-vu", "tinh hinh"),
    ("noi-vu", "chua bao"),
    ("VP", "han 10"),
)
ROUNDS, ROUNDS_FIRST = 25, 9
HEAD = ("line", "files", "functions", "named", "calls", "fold", "read", "written", "statements", "CPU", "CPU first")


def main() -> None:
    """Print one row for each line."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        filled = filled_office(Path(folder) / "filled.db").store
        with office(filled) as anew:
            for chat, text in LINES:
                cost(anew, chat, text)  # what is imported, compiled and cached at first is not the line's
                calls = entered(anew, chat, text)
                reads, writes = statements(anew, chat, text)
                cpu = statistics.median(cost(anew, chat, text) / reference() for _ in range(ROUNDS))
                first = statistics.median(cost_first(filled, chat, text) / reference() for _ in range(ROUNDS_FIRST))
                files = {code.co_filename for code in calls}
                named = sum(not code.co_name.startswith("<") for code in calls)
                folds = sum(count for code, count in calls.items() if code.co_name == "fold")
                figures = (len(files), len(calls), named, calls.total(), folds, reads, writes, reads + writes)
                rows.append((f"{chat}: {text}", *map(str, figures), f"{cpu:.2f}", f"{first:.2f}"))
        filled.close()
    for row in (HEAD, *rows):
        print(f"{row[0]:22}" + "".join(f"{cell:>11}" for cell in row[1:]))


Anew = Callable[[], Play]
"""Has the open database hold the office as it was filled."""


@contextmanager
def office(filled: Store) -> Iterator[Anew]:
    """An open database for copies of the office."""
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'office.db'}")

        def anew() -> Play:
            copy(filled, store)
            return Play(parts_on(store, Path(folder)).conversation, MORNING)

        yield anew
        store.close()


def entered(anew: Anew, chat: str, text: str) -> Counter[CodeType]:
    """How often each function of ours is entered."""
    calls: Counter[CodeType] = Counter()

    def count(frame: FrameType, happened: str, _: object) -> None:
        if happened == "call" and frame.f_code.co_filename.startswith(ROOMS):
            calls[frame.f_code] += 1

    play = anew()
    incoming = play.incoming(chat, text)
    play.conversation.keep(incoming, play.now)
    sys.setprofile(count)
    try:
        play.conversation.handle(incoming, play.now)
    finally:
        sys.setprofile(None)
    return calls


def statements(anew: Anew, chat: str, text: str) -> tuple[int, int]:
    """How many statements read, and how many write."""
    said: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: Any) -> None:
        said.append(statement.split(maxsplit=1)[0].upper())

    play = anew()
    incoming = play.incoming(chat, text)
    play.conversation.keep(incoming, play.now)
    event.listen(Engine, "before_cursor_execute", note)
    try:
        play.conversation.handle(incoming, play.now)
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    reads = sum(verb in {"SELECT", "WITH"} for verb in said)
    return reads, sum(verb in {"INSERT", "UPDATE", "DELETE"} for verb in said)


def cost(anew: Anew, chat: str, text: str) -> float:
    """CPU seconds."""
    play = anew()
    incoming = play.incoming(chat, text)
    play.conversation.keep(incoming, play.now)
    begun = time.process_time()
    play.conversation.handle(incoming, play.now)
    return time.process_time() - begun


def cost_first(filled: Store, chat: str, text: str) -> float:
    """As `cost`, of the line said first to a database just opened."""
    with office(filled) as anew:
        return cost(anew, chat, text)


def reference() -> float:
    """CPU seconds of work that is always the same, of the kind that a line makes: words, tuples, dictionaries."""
    begun = time.process_time()
    found: dict[tuple[str, int], str] = {}
    for number in range(10_000):
        words = f"Việc {number}: Ban hành Kế hoạch".casefold().split()
        found[words[1], number] = " ".join(reversed(words))
    return time.process_time() - begun


if __name__ == "__main__":
    main()
