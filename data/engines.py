"""The two engines: the address of a database, which errors mean that it cannot serve now, the turns of its writers."""

import re
import warnings
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import Any

from sqlalchemy import make_url
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, SAWarning

from data.refusals import DatabaseUnavailable

_DRIVERS = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
}
# A name, an IPv4 or an IPv6 address. An @ in a password that was not quoted would make its end a part of the host.
_HOST = re.compile(r"[A-Za-z0-9_.-]*|[0-9A-Fa-f:.]+")


def parse(url: str) -> URL:
    """The parts of an address, with the driver that we use.

    Raises:
        DatabaseUnavailable: it is no address of a database ("malformed"), or of one that we do not know ("engine").
    """
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as fault:
        raise DatabaseUnavailable(url="", detail="malformed") from fault
    if parsed.drivername not in _DRIVERS:
        raise DatabaseUnavailable(url=f"{parsed.get_backend_name()}://", detail="engine")
    ours = parsed.set(drivername=_DRIVERS[parsed.drivername])
    if not _HOST.fullmatch(ours.host or "") or not 0 < (ours.port or 1) < 65_536 or not _has_good_options(ours):
        raise DatabaseUnavailable(url="", detail="malformed")
    return ours


def _has_good_options(parsed: URL) -> bool:
    """Whether what stands behind the question mark is known, where that can be told, and has the types it must have."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", SAWarning)
            parsed.get_dialect()().create_connect_args(parsed)
    except (ArgumentError, SAWarning, TypeError, ValueError):
        return False
    return True


def place(url: str) -> str:
    """Which kind of database it is and where, without user, password and options.

    Raises:
        DatabaseUnavailable: as `parse` does.
    """
    return place_of(parse(url))


def place_of(parsed: URL) -> str:
    """As `place`, of an address that has been read."""
    port = f":{parsed.port}" if parsed.port else ""
    host = f"[{parsed.host}]" if ":" in (parsed.host or "") else parsed.host or ""
    return f"{parsed.get_backend_name()}://{host}{port}/{parsed.database or ''}"


def file_of(parsed: URL) -> Path | None:
    """The file of an SQLite database; None for one in memory, and for PostgreSQL."""
    if parsed.get_backend_name() != "sqlite" or not parsed.database or parsed.database == ":memory:":
        return None
    return None if parsed.database.startswith("file:") else Path(parsed.database)


# SQLite's result codes by what hinders: https://www.sqlite.org/rescode.html. One that is not here is our own fault.
SQLITE = {
    5: "locked",  # BUSY: another process writes
    6: "locked",  # LOCKED
    7: "away",  # NOMEM
    8: "readonly",
    10: "away",  # IOERR
    11: "corrupt",
    13: "full",
    14: "away",  # CANTOPEN
    15: "locked",  # PROTOCOL: the locks of the WAL were contended for too long
    26: "corrupt",  # NOTADB
    # A quota or a limit of size refuses a write as an error of the disk; a full disk has a code of its own.
    778: "full",  # IOERR_WRITE
    4874: "full",  # IOERR_SHMSIZE
}
# PostgreSQL's states by their longest beginning that is known: its manual, appendix A.
POSTGRESQL = {
    "08": "away",  # connections
    "25006": "readonly",  # also what a standby says
    "25P03": "away",  # ended by the server for idling
    "28": "away",  # it does not let us in
    "3D": "away",  # no such database any more
    "40001": "locked",
    "40P01": "locked",  # deadlock
    "53": "away",  # out of memory or connections
    "53100": "full",
    "55P03": "locked",
    "57014": "locked",  # a limit of time, set by whoever runs the server
    "57P": "away",  # stopped, crashed, starting
    "58": "away",  # its system fails it
    "XX001": "corrupt",
    "XX002": "corrupt",
}
_ONLY_READING = {8, "25006"}


def reason_of(error: BaseException, *, gone: bool = False) -> str | None:
    """Why the database cannot serve, by an error of its driver; None for every other error.

    `gone` says that the connection is known to be lost, whatever the error tells.
    """
    code = _code(error)
    if isinstance(code, int):
        found = SQLITE.get(code) or SQLITE.get(code & 0xFF)
    elif code:
        found = next((POSTGRESQL[code[:size]] for size in (5, 3, 2) if code[:size] in POSTGRESQL), None)
    else:
        # psycopg has no state for what it found by itself: no answer, or a connection that broke.
        found = "away" if _of_the_connection(error) else None
    return found or ("away" if gone else None)


def wrote(error: BaseException) -> bool:
    """Whether the error says that something was written where only reading is allowed."""
    return _code(error) in _ONLY_READING


def _code(error: Any) -> int | str | None:
    return getattr(error, "sqlite_errorcode", None) or getattr(error, "sqlstate", None)


def _of_the_connection(error: BaseException) -> bool:
    kind = type(error)
    return kind.__module__.partition(".")[0] == "psycopg" and kind.__name__ in {
        "OperationalError",
        "InterfaceError",
        "ConnectionTimeout",
    }


class Turns:
    """One at a time, first come, first served."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._line: deque[Event] = deque()

    @contextmanager
    def taken(self, patience: float) -> Iterator[float | None]:
        """Wait for one's turn and hold it; gives the seconds of `patience` that are left, None where it ran out."""
        mine, came = Event(), monotonic()
        with self._guard:
            self._line.append(mine)
            self._line[0].set()
        try:
            yield max(patience - (monotonic() - came), 0.0) if mine.wait(patience) else None
        finally:
            # Whoever leaves, served or not, lets the next one in: nobody waits behind one who has gone.
            with self._guard:
                self._line.remove(mine)
                if self._line:
                    self._line[0].set()
