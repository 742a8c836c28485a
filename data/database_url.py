"""The address of a database: read, told to be right or wrong, and shown without what is secret in it."""

import re
import warnings
from pathlib import Path

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
