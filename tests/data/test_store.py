import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path
from threading import Event

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, insert, text
from sqlmodel import SQLModel, select

from data.migrations.upgrading import configuration
from data.model import Officer
from data.refusals import DatabaseAway, DatabaseNewer, DatabaseUnavailable
from data.store import PATIENCE, Store, erase_bytes, insert_if_new, open_store
from data.upkeep.make_believe import copy_into_memory


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


def officers(store: Store) -> list[str]:
    with store.transaction() as session:
        return [officer.name for officer in session.exec(select(Officer).order_by(Officer.name))]


def somebody(name: str, user_id: str = "1") -> Officer:
    return Officer(channel="telegram", user_id=user_id, name=name)


def put(store: Store, name: str, came: list[str] | None = None) -> None:
    with store.transaction() as session:
        if came is not None:
            came.append(name)
        session.add(somebody(name, name))


def names(store: Store) -> list[str]:
    with store.snapshot() as session:
        return list(session.exec(select(Officer.name)).all())


def wait_for_line(store: Store, length: int) -> None:
    """Until so many hold or wait for the turn to write; PostgreSQL has no line."""
    while store._turns is not None and len(store._turns._line) < length:
        Event().wait(0.001)


def test_the_migrations_make_the_tables_of_the_model(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_database_of_the_first_tables_comes_up_to_date_with_what_is_in_it(sqlite_url: str) -> None:
    engine = create_engine(sqlite_url)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), "0001")
        connection.execute(text("INSERT INTO officer (channel, user_id, name) VALUES ('telegram', '1', 'Lan')"))
    engine.dispose()
    store = open_store(sqlite_url)
    with store.transaction() as session:
        officer = session.exec(select(Officer)).one()
        assert (officer.name, officer.earlier_names) == ("Lan", [])
    store.close()


def test_opening_again_changes_nothing(sqlite_url: str) -> None:
    first = open_store(sqlite_url)
    with first.transaction() as session:
        session.add(somebody("Lan"))
    first.close()
    second = open_store(sqlite_url)
    assert officers(second) == ["Lan"]
    second.close()


def test_what_raises_leaves_nothing_behind(store: Store) -> None:
    def fail() -> None:
        with store.transaction() as session:
            session.add(somebody("Lan"))
            session.flush()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert officers(store) == []


def test_a_known_key_is_ignored_and_said_so(store: Store) -> None:
    with store.transaction() as session:
        assert [insert_if_new(session, somebody(name)) for name in ("Lan", "Minh")] == [True, False]
    assert officers(store) == ["Lan"]


def test_a_copy_may_be_changed_without_a_trace(store: Store) -> None:
    with store.transaction() as session:
        session.add(somebody("Lan"))
    copy = copy_into_memory(store)
    with copy.transaction() as session:
        session.add(somebody("Minh", "2"))
    assert (officers(store), officers(copy)) == (["Lan"], ["Lan", "Minh"])
    copy.close()


@pytest.mark.parametrize(
    ("url", "detail"),
    [
        ("nonsense", "malformed"),
        ("mysql://localhost/x", "engine"),
        ("sqlite:////proc/none/nhacviec.db", "[Errno 2] No such file or directory: '/proc/none'"),
    ],
)
def test_a_database_that_cannot_be_opened_says_why(url: str, detail: str) -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        open_store(url)
    assert refused.value.detail == detail


def test_the_password_is_not_told() -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        open_store("postgresql://nv:geheim@127.0.0.1:1/nv")
    assert "geheim" not in str(refused.value)


def test_a_database_of_a_newer_version_is_left_alone(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    with pytest.raises(DatabaseNewer) as refused:
        open_store(sqlite_url)
    assert refused.value.url == sqlite_url


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is a letter, not a database, and it is long enough to be looked at" * 20)
    with pytest.raises(DatabaseUnavailable) as refused:
        open_store(f"sqlite:///{tmp_path / 'x.db'}")
    assert refused.value.detail == "file is not a database"


def test_a_thread_opens_the_database_once(store: Store) -> None:
    openers = (store.transaction, store.snapshot)
    for first, second in product(openers, openers):
        with first(), pytest.raises(RuntimeError, match="open already"), second():
            pass
    assert officers(store) == []


def test_a_snapshot_stays_as_it_began_and_sees_the_last_commit(store: Store) -> None:
    with ThreadPoolExecutor(1) as other, store.snapshot() as session:
        before = session.exec(select(Officer.name)).all()
        other.submit(put, store, "Lan").result()
        assert (before, session.exec(select(Officer.name)).all()) == ([], [])
    with store.snapshot() as session:
        assert session.exec(select(Officer.name)).all() == ["Lan"]


@pytest.mark.parametrize("write", ["add", "execute"])
def test_a_snapshot_refuses_to_write(store: Store, write: str) -> None:
    with pytest.raises(RuntimeError, match="reading only"), store.snapshot() as session:  # noqa: PT012
        if write == "add":
            session.add(somebody("Lan"))  # nothing has asked for it to be written yet
        else:
            session.connection().execute(insert(Officer).values(channel="t", user_id="1", name="Lan"))
    put(store, "Minh")
    assert officers(store) == ["Minh"]


def test_what_lives_in_memory_has_snapshots_too(store: Store) -> None:
    copy = copy_into_memory(store)
    put(copy, "Lan")
    with copy.snapshot() as session:
        assert session.exec(select(Officer.name)).all() == ["Lan"]
    with pytest.raises(RuntimeError, match="reading only"), copy.snapshot() as session:
        session.add(somebody("Minh", "2"))
    assert officers(copy) == ["Lan"]
    copy.close()


def test_while_one_writes_for_long_readers_go_on_and_writers_wait_in_line(store: Store) -> None:
    """Twenty of each, and one that holds the lock until every reader is through and every writer waits."""
    came: list[str] = []
    with ThreadPoolExecutor(40) as threads:
        with store.transaction() as session:
            session.add(somebody("first", "first"))
            session.flush()
            writers = []
            for number in range(20):
                writers.append(threads.submit(put, store, f"{number:02}", came))
                wait_for_line(store, number + 2)
            seen = [read.result() for read in [threads.submit(names, store) for _ in range(20)]]
        for writer in writers:
            writer.result()
    everybody = [f"{number:02}" for number in range(20)]
    assert officers(store) == [*everybody, "first"]
    if store.engine.dialect.name == "sqlite":
        assert (seen, came) == ([[]] * 20, everybody)


def test_whoever_has_waited_too_long_leaves_the_line(sqlite_store: Store) -> None:
    with ThreadPoolExecutor(2) as threads:
        with sqlite_store.transaction():
            sqlite_store.patience = 0.01
            with pytest.raises(DatabaseAway) as away:
                threads.submit(put, sqlite_store, "impatient").result()
            assert away.value.reason == "locked"
            sqlite_store.patience = PATIENCE
            patient = threads.submit(put, sqlite_store, "patient")
        patient.result()
    assert officers(sqlite_store) == ["patient"]


# Holds the database's lock from its own "held" until it is told to let go.
HOLDS = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
"""


def test_while_another_process_writes_readers_go_on_and_writers_wait(sqlite_store: Store) -> None:
    command = [sys.executable, "-c", HOLDS, str(sqlite_store.engine.url.database)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        sqlite_store.patience = 0.05
        with pytest.raises(DatabaseAway):
            put(sqlite_store, "impatient")
        assert names(sqlite_store) == []
        sqlite_store.patience = PATIENCE
        came: list[str] = []
        with ThreadPoolExecutor(10) as threads:
            writers = []
            for number in range(10):
                writers.append(threads.submit(put, sqlite_store, f"{number:02}", came))
                wait_for_line(sqlite_store, number + 1)
            assert (names(sqlite_store), came) == ([], [])
            holder.stdin.write("\n")
            holder.stdin.flush()
            for writer in writers:
                writer.result()
    assert officers(sqlite_store) == came == [f"{number:02}" for number in range(10)]


def modes(folder: Path) -> dict[str, str]:
    return {path.name: oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}


def test_the_file_and_what_stands_beside_it_are_its_owners_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'nhacviec.db'}"
    old = os.umask(0)
    try:
        store = open_store(url)
        with store.transaction() as session:
            session.add(somebody("Lan"))
    finally:
        os.umask(old)
    alone = {"nhacviec.db": "0o600", "nhacviec.db-wal": "0o600", "nhacviec.db-shm": "0o600"}
    assert (modes(tmp_path), modes(tmp_path / "new")) == ({"new": "0o700"}, alone)
    for path in (tmp_path / "new").iterdir():
        path.chmod(0o666)
    open_store(url).close()
    assert modes(tmp_path / "new") == alone
    store.close()


def test_what_is_deleted_is_overwritten(sqlite_url: str) -> None:
    store = open_store(sqlite_url)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
    store.close()


def test_what_is_to_be_erased_is_gone_with_the_commit(store: Store) -> None:
    with store.transaction() as session:
        session.add(somebody("Lan"))
        erase_bytes(session)
    assert (officers(store), store.erase()) == (["Lan"], True)
