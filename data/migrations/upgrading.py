"""Bringing a database to this version's tables: as a whole, or not at all. Alembic is loaded where it has work."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from data.refusals import DatabaseInconsistent, DatabaseNewer

if TYPE_CHECKING:
    from alembic.config import Config

_FOLDER = Path(__file__).parent
_LOCK = 6_2023  # any fixed number: two processes that start together must not migrate at once


def configuration(connection: Connection | None = None) -> "Config":
    """What Alembic needs to find the revisions, and the connection to run them on."""
    from alembic.config import Config  # noqa: PLC0415 - 11 MB that a running service has no use for

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def newest_revision() -> str:
    """The last revision: they are numbered, and each begins its file's name with its number."""
    return max(path.name.partition("_")[0] for path in (_FOLDER / "versions").glob("[0-9]*.py"))


def bring_up_to_date(engine: Engine, url: str, patience: float) -> None:
    """Run what is missing, where anything is; wait `patience` seconds for another process that writes.

    Raises:
        DatabaseInconsistent: brought up to date it would not hold together; it is left as it was.
        DatabaseNewer: it was written by a newer version.
    """
    with engine.connect().execution_options(reading=True) as connection:
        # Mostly there is nothing to do, and no lock to wait for.
        if _revision_of(connection) == newest_revision():
            return
    with engine.connect().execution_options(patience=patience, rebuilding=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        _upgrade(connection, url)
        if engine.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise DatabaseInconsistent(url=url, tables=tuple(sorted({row[0] for row in broken})))


def _revision_of(connection: Connection) -> str | None:
    """The revision that Alembic has written down for the database; None where it has not, as for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    written = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all()
    return written[0] if len(written) == 1 else None


def _upgrade(connection: Connection, url: str) -> None:
    from alembic import command  # noqa: PLC0415 - see `configuration`
    from alembic.util.exc import CommandError  # noqa: PLC0415

    try:
        command.upgrade(configuration(connection), "head")
    except CommandError as fault:
        raise DatabaseNewer(url=url) from fault
