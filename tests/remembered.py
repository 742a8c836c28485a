"""What a database of SQLite holds, kept in memory: a story that begins alike in many tests is played once a worker."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from data.store import Store

# A file of SQLite begins with counters of its own: two that hold the same may differ in them.
_COUNTERS = 100


@dataclass(frozen=True, slots=True)
class Held:
    """What a database held at a moment, with a mark by which it is known."""

    rows: sqlite3.Connection
    mark: str

    def put_back(self, store: Store) -> None:
        """Have a database hold this, and nothing else."""
        with closing(store.engine.raw_connection()) as used:
            self.rows.backup(used.driver_connection)  # type: ignore[arg-type]  # of this driver


def held(store: Store) -> Held:
    """What a database holds now."""
    rows = sqlite3.connect(":memory:", check_same_thread=False)
    with closing(store.engine.raw_connection()) as used:
        used.driver_connection.backup(rows)  # type: ignore[union-attr]  # of this driver
    return Held(rows, sha256(rows.serialize()[_COUNTERS:]).hexdigest())


_made: dict[tuple[str, object], Held] = {}


def once(store: Store, what: object, make: Callable[[], None]) -> None:
    """Do what `make` does to a database: by a copy, where it has been done in this worker to one that held the same."""
    if store.engine.dialect.name != "sqlite":
        make()
        return
    key = (held(store).mark, what)
    if key in _made:
        _made[key].put_back(store)
    else:
        make()
        _made[key] = held(store)
