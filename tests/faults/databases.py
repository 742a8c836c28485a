"""The two engines as faults need them: a database from a template, looked at from outside, locked, stopped."""

import asyncio
import shutil
import sys
import tempfile
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.pool import NullPool
from sqlmodel import SQLModel

from data.store import open_store
from data.upkeep.make_believe import copy_rows
from tests.conftest import _become_other, _binaries, _run, free_port
from tests.faults.template import Template

# Another program on the same database: takes what a writer takes, says so, and holds it until its input ends.
_LOCK_SQLITE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=30)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
connection.execute("ROLLBACK")
"""
_LOCK_POSTGRESQL = """
import psycopg, sys
with psycopg.connect(sys.argv[1]) as connection:
    connection.execute("LOCK TABLE message, received, occurrence, confirmation, reminder IN EXCLUSIVE MODE")
    print("held", flush=True)
    sys.stdin.read()
    connection.rollback()
"""


class Database(ABC):
    """The database of one office."""

    engine: str
    url: str

    def ask(self, question: str, **values: Any) -> list[tuple[Any, ...]]:
        """The rows of a SELECT, as another program sees them."""
        with self._looking.connect() as connection:
            return [tuple(row) for row in connection.execute(text(question), values)]

    def secrets(self, secret: str) -> list[str]:
        """The tables in a row of which a secret stands."""
        rows = {
            table.name: repr(self.ask(f'SELECT * FROM "{table.name}"')) for table in SQLModel.metadata.sorted_tables
        }
        return [f"the token in the table {name}" for name, told in rows.items() if secret in told]

    def let_leases_run_out(self) -> None:
        """Do what time would do: whatever a dead process holds is free."""
        with self._looking.begin() as connection:
            for table, until in (("lease", "until"), ("message", "leased_until")):
                connection.execute(text(f"UPDATE {table} SET {until} = '2000-01-01 00:00:00.000000'"))

    @asynccontextmanager
    async def locked(self) -> AsyncIterator[None]:
        """Another process holds the lock of a writer for the length of the block."""
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", *self._lock(), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE
        )
        assert process.stdin is not None
        assert process.stdout is not None
        assert await process.stdout.readline() == b"held\n"
        try:
            yield
        finally:
            process.stdin.close()
            await process.wait()

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """Nobody can write, or even reach it, for the length of the block."""
        async with self.locked():
            yield

    @abstractmethod
    def _lock(self) -> tuple[str, str]: ...

    @cached_property
    def _looking(self) -> Engine:
        return create_engine(self.url, poolclass=NullPool)


class Sqlite(Database):
    """A file in the office's folder."""

    engine = "sqlite"

    def __init__(self, template: Template, folder: Path) -> None:
        self.path = Path(shutil.copy(template.path, folder / "nhacviec.db"))
        self.url = f"sqlite:///{self.path}"

    def _lock(self) -> tuple[str, str]:
        return _LOCK_SQLITE, str(self.path)


class Cluster:
    """A PostgreSQL of the faults' own, which they may stop: on loopback, in a temporary folder."""

    def __init__(self, home: Path) -> None:
        binaries = _binaries()
        assert binaries is not None, "PostgreSQL is not installed"
        self._binaries, self._home = binaries, home
        self._become = _become_other(home)
        self.port = free_port()
        self._names = count(1)
        self._templates: dict[Path, str] = {}
        options = ["-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"]
        _run([*self._become, str(binaries / "initdb"), "-D", str(home / "cluster"), *options])

    def start(self) -> None:
        """Let it run, and wait until it answers."""
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -c unix_socket_directories='' -c fsync=off"
        self._control("-l", str(self._home / "log"), "-o", options, "start")

    def stop(self) -> None:
        """End it at once, as a machine that fails."""
        self._control("-m", "immediate", "stop")

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+psycopg://tester@127.0.0.1:{self.port}/{name}"

    def fresh(self, template: Template) -> str:
        """The address of a new database with the template's rows."""
        if template.path not in self._templates:
            self._templates[template.path] = self._filled(template)
        return self.url(self._create(f'TEMPLATE "{self._templates[template.path]}"'))

    def _filled(self, template: Template) -> str:
        name = self._create("")
        source, target = open_store(f"sqlite:///{template.path}"), open_store(self.url(name))
        try:
            copy_rows(source, target)
        finally:
            source.close()
            target.close()
        return name

    def _create(self, more: str) -> str:
        name = f"office{next(self._names)}"
        with psycopg.connect(f"host=127.0.0.1 port={self.port} user=tester dbname=postgres", autocommit=True) as admin:
            admin.execute(f"CREATE DATABASE {name} {more}".encode())
        return name

    def _control(self, *words: str) -> None:
        _run([*self._become, str(self._binaries / "pg_ctl"), "-D", str(self._home / "cluster"), "-w", *words])


class PostgreSql(Database):
    """A database of the cluster."""

    engine = "postgresql"

    def __init__(self, template: Template, cluster: Cluster) -> None:
        self._cluster = cluster
        self.url = cluster.fresh(template)

    @asynccontextmanager
    async def away(self) -> AsyncIterator[None]:
        """The server is stopped for the length of the block."""
        await asyncio.to_thread(self._cluster.stop)
        try:
            yield
        finally:
            await asyncio.to_thread(self._cluster.start)

    def _lock(self) -> tuple[str, str]:
        return _LOCK_POSTGRESQL, self.url.replace("+psycopg", "")


@contextmanager
def running_cluster() -> Iterator[Cluster]:
    """A cluster for as long as the block lasts."""
    home = Path(tempfile.mkdtemp(prefix="nhacviec-faults-pg-"))
    cluster = Cluster(home)
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()
        shutil.rmtree(home, ignore_errors=True)
