"""Both engines for every test that asks for a `store`: SQLite in a file, and PostgreSQL where it is installed."""

import fcntl
import gc
import os
import pwd
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event, make_url

from data.documents import office
from data.store import Store, open_store

# What is lost with the machine is lost with the test.
_WITHOUT_SYNC = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
_DEBIAN = Path("/usr/lib/postgresql/15/bin")


# No trigger looks at what refers to a row that is deleted, since all are.
_EMPTIED = b"""
SET session_replication_role = replica;
DO $$ DECLARE it record; BEGIN
  FOR it IN SELECT quote_ident(tablename) AS name FROM pg_tables
            WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
    EXECUTE 'DELETE FROM ' || it.name;
  END LOOP;
  PERFORM setval(quote_ident(sequencename)::regclass, start_value, false) FROM pg_sequences
    WHERE last_value IS NOT NULL AND schemaname = 'public';
END $$"""
# These open, break and close the database themselves.
_ABOUT_OPENING = ("test_store", "test_engines", "test_probe", "test_leases")


# What one worker compiles, with its assertions rewritten, the others and the next run read.
sys.dont_write_bytecode = False
# What is imported and collected stays: to look through it for garbage again and again takes seconds.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on there is garbage."""
    gc.freeze()
    gc.enable()


@pytest.fixture(autouse=True)
def _without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read must not depend on whether the machine has it."""
    monkeypatch.setattr(office, "program", lambda: None)


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty, migrated database for each test."""
    yield from store_on(request.param, request)


def store_on(engine: str, request: pytest.FixtureRequest) -> Iterator[Store]:
    """One engine goes from test to test, emptied: to open one, and to compile its statements anew, costs most."""
    if request.module.__name__.rpartition(".")[2] in _ABOUT_OPENING:
        opened = open_store(request.getfixturevalue(f"{engine}_url"))
        yield opened
        opened.close()
        return
    shared: Store = request.getfixturevalue(f"{engine}_emptied")
    mine = Store(shared.engine)
    yield mine
    event.remove(mine.engine, "handle_error", mine._translate)


@pytest.fixture
def sqlite_emptied(migrated_file: Path, sqlite_open: Store) -> Store:
    with closing(sqlite3.connect(migrated_file)) as empty, closing(sqlite_open.engine.raw_connection()) as used:
        empty.backup(used.driver_connection)  # type: ignore[arg-type]  # of this driver
    return sqlite_open


@pytest.fixture(scope="session")
def sqlite_open(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = shutil.copy(migrated_file, tmp_path_factory.mktemp("open") / "nhacviec.db")
    opened = open_store(f"sqlite:///{path}")
    event.listen(opened.engine, "connect", _without_sync)
    opened.engine.dispose()
    yield opened
    opened.close()


def _without_sync(connection: sqlite3.Connection, _record: object) -> None:
    connection.execute("PRAGMA synchronous=OFF")


@pytest.fixture
def postgresql_emptied(postgresql_url: str, postgresql_open: Store) -> Store:  # noqa: ARG001 - which empties it
    return postgresql_open


@pytest.fixture(scope="session")
def postgresql_open(postgresql_migrated: str) -> Iterator[Store]:
    opened = open_store(postgresql_migrated)
    yield opened
    opened.close()


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    return f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'nhacviec.db')}"


@pytest.fixture(scope="session")
def migrated_file(once_a_run: "OnceARun") -> Path:
    def migrate(path: Path) -> None:
        open_store(f"sqlite:///{path}").close()

    return once_a_run("migrated", migrate)


class OnceARun:
    """Files of SQLite that are made by whichever worker asks first; each worker gets a copy of its own."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        # Workers have folders of their own in the folder of the run.
        among_workers = "PYTEST_XDIST_WORKER" in os.environ
        self._shared = factory.getbasetemp().parent if among_workers else factory.getbasetemp()

    def __call__(self, name: str, make: Callable[[Path], None]) -> Path:
        """A copy of the file that `make` fills, and closes, in a folder of its own."""
        folder = self._shared / f"once-{name}"
        folder.mkdir(exist_ok=True)
        made = folder / "nhacviec.db"
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not made.exists():
                make(folder / "making.db")
                assert not (folder / "making.db-wal").exists(), f"{name} is not closed: a copy would lack what is new"
                (folder / "making.db").rename(made)
        return Path(shutil.copy(made, self._factory.mktemp(name) / "nhacviec.db"))


@pytest.fixture(scope="session")
def once_a_run(tmp_path_factory: pytest.TempPathFactory) -> OnceARun:
    return OnceARun(tmp_path_factory)


@pytest.fixture
def postgresql_url(postgresql_migrated: str) -> Iterator[str]:
    yield postgresql_migrated
    # Emptying is much quicker than a database for each test, and deleting than TRUNCATE, which makes files anew.
    with psycopg.connect(_dsn(postgresql_migrated), autocommit=True) as admin:
        admin.execute(_EMPTIED)


@pytest.fixture(scope="session")
def postgresql_migrated(postgresql_server: str) -> str:
    open_store(postgresql_server).close()
    return postgresql_server


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A PostgreSQL of our own: in a temporary directory, on loopback, run by a user that is not root."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    home = Path(tempfile.mkdtemp(prefix="nhacviec-pg-"))
    become = _become_other(home)
    cluster, port = home / "cluster", free_port()
    _run(
        [
            *become,
            str(binaries / "initdb"),
            "-D",
            str(cluster),
            "-U",
            "tester",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
        ]
    )
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories='' {_WITHOUT_SYNC}"
    log = str(home / "log")
    _run([*become, str(binaries / "pg_ctl"), "-D", str(cluster), "-l", log, "-w", "-o", options, "start"])
    try:
        yield f"postgresql://tester@127.0.0.1:{port}/postgres"
    finally:
        _run([*become, str(binaries / "pg_ctl"), "-D", str(cluster), "-m", "immediate", "-w", "stop"])
        shutil.rmtree(home, ignore_errors=True)


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    return _DEBIAN if (_DEBIAN / "initdb").exists() else None


def _become_other(home: Path) -> list[str]:
    """PostgreSQL refuses to be root: words to put before a command so that the package's own user runs it."""
    if os.geteuid() != 0:
        return []
    try:
        user = pwd.getpwnam("postgres")
    except KeyError:
        pytest.skip("PostgreSQL does not run as root and there is no user 'postgres' to run it")
    os.chown(home, user.pw_uid, user.pw_gid)
    return ["runuser", "-u", "postgres", "--"]


def _run(command: list[str]) -> None:
    # Output goes nowhere: a daemon that inherits a pipe would keep its reader waiting for ever.
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _dsn(url: str) -> str:
    parsed = make_url(url)
    return f"host={parsed.host} port={parsed.port} user={parsed.username} dbname={parsed.database}"
