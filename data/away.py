"""Which errors of the two engines mean that the database cannot serve now, and not that something was asked wrongly."""

from typing import Any

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
