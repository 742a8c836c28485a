"""The database: engine, the two openers, migrations. With `data.engines` it alone knows SQLite from PostgreSQL."""

import os
import platform
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache
from secrets import token_hex
from typing import Any

from sqlalchemy import Engine, Insert, Table, event, func, select, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoneFree
from sqlalchemy.pool import NullPool, StaticPool
from sqlmodel import Session, SQLModel, create_engine

from data import disk, engines
from data.disk import Probe, disk_trouble
from data.engines import Turns, reason_of, wrote
from data.migrations.upgrading import bring_up_to_date
from data.refusals import DatabaseAway, DatabaseUnavailable

__all__ = [
    "PROCESS",
    "Session",
    "Store",
    "copy",
    "database_now",
    "end_sessions",
    "erase_bytes",
    "insert_if_new",
    "insert_new",
    "open_in_memory",
    "open_store",
    "take_turn",
]

PATIENCE = 30.0
_BUSY = 5000  # milliseconds: what else SQLite does may meet another process that opens or closes the file
_PROBE = 0.8  # seconds
# A server that is gone is noticed: while connecting, and within a minute while it is asked something.
_SERVER_PATIENCE = {
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 60_000,
}
# This process among all on the database: its sessions go by the name.
PROCESS = f"{platform.node()[:30]}:{os.getpid()}:{token_hex(4)}"
_ERASES = "erases"  # the mark of a session
_PATIENCE_OF_ERASING = 1.0  # seconds for those who read what it was; later it is tried without waiting


class Store:
    """An open database. The house writes in `transaction()` and reads in `snapshot()`; a thread opens one at a time.

    Wherever the database cannot serve, in either or at opening it, DatabaseAway is raised. What was away while a
    transaction was open is never committed, even where somebody has swallowed the error.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.patience = PATIENCE  # seconds to wait for others who write, in this process and in all
        self._here = threading.local()
        # SQLite lets one write at a time and is not fair; what lives in memory has one connection for all.
        self._turns = Turns() if engine.dialect.name == "sqlite" else None
        self._alone = isinstance(engine.pool, StaticPool)
        self._probe = Probe(self._try_to_write)
        self._erases = False  # something is still to be erased from the files
        event.listen(engine, "handle_error", self._translate)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session that is committed at the end, or rolled back as a whole when anything is raised.

        Those who write SQLite have their turns in the order in which they came.
        """
        with self._one_here(), self._turn(self.patience) as left:
            with self._opened({"patience": left}) as session:
                yield session
            if session.info.get(_ERASES):
                self._erases = not self.erase(_PATIENCE_OF_ERASING)
            elif self._erases:
                self._erases = not self.erase()

    @contextmanager
    def snapshot(self) -> Iterator[Session]:
        """A session that reads what is committed by now, waits for nobody and keeps nobody waiting; to write raises."""
        options: dict[str, Any] = {"reading": True}
        if self.engine.dialect.name == "postgresql":
            options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
        turn = self._turn(self.patience) if self._alone else nullcontext()
        with self._one_here(), turn, self._opened(options) as session:
            yield session

    def writable(self) -> str | None:
        """Why nothing could be written now, a reason of DatabaseAway; None where all is well. Known within a second."""
        return self._probe.within(_PROBE, "locked" if self._turns else "away")

    def erase(self, patience: float = 0.0) -> bool:
        """Leave nothing in SQLite's files of what was overwritten or deleted; False where somebody still reads it.

        Every deletion overwrites (`secure_delete`); what stands in the -wal goes with it. PostgreSQL does it by itself,
        in its own time.
        """
        if self.engine.dialect.name != "sqlite":
            return True
        try:
            connection = self.engine.raw_connection()
        except (DatabaseAway, SQLAlchemyError):
            return False
        try:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout={round(patience * 1000)}")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            is_busy, *_ = cursor.fetchone() or (True,)
        except self.engine.dialect.loaded_dbapi.Error:
            return False
        else:
            return not is_busy
        finally:
            connection.close()

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    @contextmanager
    def _one_here(self) -> Iterator[None]:
        if getattr(self._here, "open", False):
            # It would wait for itself, or read what the other has not yet committed.
            raise RuntimeError("this thread has the database open already")
        self._here.open, self._here.away = True, None
        try:
            yield
        finally:
            self._here.open = False

    @contextmanager
    def _turn(self, patience: float) -> Iterator[float]:
        if self._turns is None:
            yield patience
            return
        with self._turns.taken(patience) as left:
            if left is None:
                raise DatabaseAway(reason="locked")
            yield left

    @contextmanager
    def _opened(self, options: Mapping[str, Any]) -> Iterator[Session]:
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                session.connection(execution_options=options)  # begins here, and not at the first statement
                yield session
                if self._here.away is not None:
                    raise self._here.away
        except SQLAlchemyError as fault:
            if isinstance(fault, NoneFree):
                raise DatabaseAway(reason="locked") from fault  # every connection is in use
            if self._here.away is not None:
                raise self._here.away from self._here.away.__cause__  # not what came of it
            raise

    def _try_to_write(self) -> str | None:
        try:
            if self._turns is None:
                return _server_trouble(self.engine)
            with self._turn(_PROBE / 2) as left, self.engine.connect().execution_options(patience=left) as connection:
                # A file that may only be read lets a transaction begin; this changes nothing, and is rolled back.
                connection.exec_driver_sql("PRAGMA user_version=0")
            return disk_trouble(self.engine.url.database)
        except DatabaseAway as away:
            return away.reason

    def _translate(self, context: ExceptionContext) -> None:
        if context.is_pre_ping:
            return  # the pool opens another connection
        error, connection = context.original_exception, context.connection
        if connection is not None and connection.get_execution_options().get("reading") and wrote(error):
            raise RuntimeError("a snapshot is for reading only") from error
        if (reason := reason_of(error, gone=context.is_disconnect)) is not None:
            # SQLite may have rolled back by itself, and would keep each statement that follows: there are to be none.
            context.is_disconnect, context.invalidate_pool_on_disconnect = True, context.is_disconnect
            self._here.away = DatabaseAway(reason=reason)
            raise self._here.away from error


def database_now(session: Session) -> datetime:
    """What time it is by the database's own clock, which all processes on it share; aware UTC, never a copy of it."""
    if session.get_bind().dialect.name == "postgresql":
        return session.connection().execute(select(func.clock_timestamp())).scalar_one().astimezone(UTC)  # type: ignore[no-any-return]
    told = session.connection().exec_driver_sql("SELECT strftime('%Y-%m-%dT%H:%M:%f', 'now')").scalar_one()
    return datetime.fromisoformat(told).replace(tzinfo=UTC)


def end_sessions(session: Session, process: str) -> None:
    """Cut a process off that has lost what it held: frozen in the middle of a transaction it would block all others.

    On SQLite nobody can.
    """
    if process and session.get_bind().dialect.name == "postgresql":
        cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :process"
        session.connection().execute(text(cut), {"process": process})


def open_store(url: str) -> Store:
    """The database at `url`, migrated to this version's tables.

    Raises:
        DatabaseUnavailable: it cannot be opened, or not be brought up to date; it is left as it was.
        DatabaseInconsistent: brought up to date it would not hold together; it is left as it was.
        DatabaseNewer: it was written by a newer version.
    """
    parsed = engines.parse(url)
    try:
        _make_private(parsed)
        store = Store(_engine(parsed))
        bring_up_to_date(store.engine, engines.place_of(parsed), store.patience)
    except (DatabaseAway, SQLAlchemyError, OSError) as fault:
        raise DatabaseUnavailable(url=engines.place_of(parsed), detail=_first_line(fault)) from fault
    store.erase()  # a crash may have come before it could be
    return store


def open_in_memory() -> Store:
    """An empty database in memory, with every table."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}, hide_parameters=True
    )
    _prepare_sqlite(engine)
    SQLModel.metadata.create_all(engine)
    return Store(engine)


def copy(source: Store, target: Store) -> None:
    """Have an SQLite database hold what another one does, and nothing else."""
    with closing(source.engine.raw_connection()) as old, closing(target.engine.raw_connection()) as new:
        old.driver_connection.backup(new.driver_connection)  # type: ignore[union-attr]


def erase_bytes(session: Session) -> None:
    """Once this transaction is committed, nothing of what it overwrites or deletes is to be left in the files."""
    session.info[_ERASES] = True


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


def take_turn(session: Session, what: int) -> None:
    """Wait until no other transaction has this turn, and keep it until this one ends; `what` is any fixed number.

    On SQLite every transaction that writes has its turn anyway.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(:what)"), {"what": what})


def _make_private(url: URL) -> None:
    """Make SQLite's file its owner's alone, before there is anything in it."""
    file = engines.file_of(url)
    if file is not None:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        disk.make_file(file)
        # What SQLite itself puts beside it gets the rights of the file.
        for beside in ("-wal", "-shm"):
            disk.shut(file.with_name(file.name + beside))


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return _server_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"check_same_thread": False}, hide_parameters=True)
    _prepare_sqlite(engine)
    return engine


def _server_engine(url: URL, **options: Any) -> Engine:
    # What the operator has written into the URL holds.
    ours = _SERVER_PATIENCE | {"application_name": PROCESS}
    patience = {name: value for name, value in ours.items() if name not in url.query}
    return create_engine(url, connect_args=patience, hide_parameters=True, **options)


def _server_trouble(engine: Engine) -> str | None:
    # Not from the pool: that may have none free, or one whose server is frozen.
    asking = Store(_server_engine(engine.url, poolclass=NullPool))
    with asking.transaction() as session:
        read_only = session.connection().exec_driver_sql("SHOW transaction_read_only").scalar_one()
    return "readonly" if read_only == "on" else None  # so it is on a standby, too


def _prepare_sqlite(engine: Engine) -> None:
    @event.listens_for(engine, "connect")
    def configure(connection: Any, _record: object) -> None:
        # The driver must not begin transactions of its own: ours are begun below.
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (f"busy_timeout={_BUSY}", "journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Any) -> None:
        options = connection.get_execution_options()
        reading = bool(options.get("reading"))
        # Within this process nobody else is writing by now: this is the patience with other processes.
        waits = round(options["patience"] * 1000) if "patience" in options else _BUSY
        cursor = connection.connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={waits}")
        cursor.execute(f"PRAGMA query_only={reading:d}")
        # SQLite alters a table by making it anew and dropping the old one, which others refer to.
        cursor.execute(f"PRAGMA foreign_keys={not options.get('rebuilding'):d}")
        cursor.close()
        # With a plain BEGIN, two that read and then write meet "database is locked" at once, whatever the timeout.
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


@cache
def _insert_new_into(table: Table, dialect: str) -> Insert:
    # The two engines spell "on conflict do nothing" alike, but SQLAlchemy keeps it in their dialects.
    insert_of = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return insert_of(table).on_conflict_do_nothing().returning(*table.primary_key)


def _first_line(fault: Exception) -> str:
    cause = fault.__cause__ if isinstance(fault, DatabaseAway) else getattr(fault, "orig", None)
    return str(cause or fault).strip().split("\n", 1)[0][:200]
