"""The database: engine, the one transaction opener, migrations. The only file that knows SQLite from PostgreSQL."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Engine, Insert, Table, event, func, insert, make_url, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine

from data import model  # noqa: F401 - declares the tables
from data.errors import DatabaseUnavailable

__all__ = ["Session", "Store", "copy_into_memory", "copy_rows", "insert_if_new", "insert_new", "open_store"]

MIGRATIONS = Path(__file__).parent / "migrations"
_MIGRATION_LOCK = 6_2023  # any fixed number: two processes that start together must not migrate at once
_ROWS_AT_ONCE = 500


class Store:
    """An open database. Every read and write of the house goes through `transaction()`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back as a whole when anything is raised."""
        with Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def open_store(url: str) -> Store:
    """The database at `url`, migrated to this version's tables.

    Raises:
        DatabaseUnavailable: it cannot be opened, or was written by a newer version.
    """
    parsed = _parse(url)
    try:
        store = Store(_engine(parsed))
        _migrate(store.engine)
    except CommandError as fault:
        raise DatabaseUnavailable(url=parsed.render_as_string(), detail="newer") from fault
    except (SQLAlchemyError, OSError) as fault:
        raise DatabaseUnavailable(url=parsed.render_as_string(), detail=_first_line(fault)) from fault
    return store


def copy_into_memory(source: Store) -> Store:
    """A copy of everything in `source`, in memory, that may be changed without a trace."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    _prepare_sqlite(engine)
    SQLModel.metadata.create_all(engine)
    copy = Store(engine)
    copy_rows(source, copy)
    return copy


def copy_rows(source: Store, target: Store) -> None:
    """Write everything in `source` into the empty tables of `target`, on whichever engine either is."""
    with source.engine.connect() as reading, target.engine.begin() as writing:
        for table in SQLModel.metadata.sorted_tables:
            rows = reading.execute(select(table)).mappings()
            while part := rows.fetchmany(_ROWS_AT_ONCE):
                writing.execute(insert(table), [dict(row) for row in part])
            if target.engine.dialect.name == "postgresql" and "id" in table.columns:
                # Ids were given, so the sequence has not moved; the next row must not get one of them.
                last = select(func.coalesce(func.max(table.c.id), 0) + 1).scalar_subquery()
                writing.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), last, False)))


def insert_if_new(session: Session, row: SQLModel) -> bool:
    """Insert `row` unless its unique key is there already; say whether it was new. The row gets no id back."""
    return insert_new(session, [row]) == 1


def insert_new(session: Session, rows: Iterable[SQLModel]) -> int:
    """Insert those of `rows`, all of one table, whose unique key is not there yet; give how many were new."""
    waiting = list(rows)
    if not waiting:
        return 0
    table = SQLModel.metadata.tables[str(waiting[0].__tablename__)]
    columns = [column for column in table.columns if not column.primary_key]
    values = [{column.name: getattr(row, column.key) for column in columns} for row in waiting]
    statement = _insert_new_into(table, session.get_bind().dialect.name)
    return len(session.connection().execute(statement, values).all())


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as fault:
        raise DatabaseUnavailable(url="", detail="malformed") from fault
    if parsed.drivername in {"postgres", "postgresql"}:
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername.split("+")[0] not in {"sqlite", "postgresql"}:
        raise DatabaseUnavailable(url=parsed.render_as_string(), detail="engine")
    return parsed


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    if url.database and url.database != ":memory:":
        Path(url.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
    _prepare_sqlite(engine)
    return engine


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        # The driver must not begin transactions of its own: ours begin IMMEDIATE below.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        # With a plain BEGIN, two that read and then write meet "database is locked" at once, whatever the timeout.
        connection.exec_driver_sql("BEGIN IMMEDIATE")


def _migrate(engine: Engine) -> None:
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _MIGRATION_LOCK})
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


@cache
def _insert_new_into(table: Table, dialect: str) -> Insert:
    # The two engines spell "on conflict do nothing" alike, but SQLAlchemy keeps it in their dialects.
    insert_of = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert_of(table).on_conflict_do_nothing().returning(*table.primary_key)


def _first_line(fault: Exception) -> str:
    cause = fault.orig if isinstance(fault, DBAPIError) and fault.orig is not None else fault
    return str(cause).strip().split("\n", 1)[0][:200]
