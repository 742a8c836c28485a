"""Bringing a database to this version's tables: as a whole, or not at all."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection, Engine, text

from data.refusals import DatabaseInconsistent, DatabaseNewer

_LOCK = 6_2023  # any fixed number: two processes that start together must not migrate at once


def configuration(connection: Connection | None = None) -> Config:
    """What Alembic needs to find the revisions, and the connection to run them on."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def bring_up_to_date(engine: Engine, url: str, patience: float) -> None:
    """Run what is missing, where anything is; wait `patience` seconds for another process that writes.

    Raises:
        DatabaseInconsistent: brought up to date it would not hold together; it is left as it was.
        DatabaseNewer: it was written by a newer version.
    """
    newest = ScriptDirectory.from_config(configuration()).get_heads()
    with engine.connect().execution_options(reading=True) as connection:
        # Mostly there is nothing to do, and no lock to wait for.
        if MigrationContext.configure(connection).get_current_heads() == tuple(newest):
            return
    with engine.connect().execution_options(patience=patience, rebuilding=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        try:
            command.upgrade(configuration(connection), "head")
        except CommandError as fault:
            raise DatabaseNewer(url=url) from fault
        if engine.dialect.name == "sqlite":
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise DatabaseInconsistent(url=url, tables=tuple(sorted({row[0] for row in broken})))
