"""Whether something could be written now, known in time whatever hinders; and how long a server is waited for."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event
from typing import Any, NamedTuple

import pytest
from sqlalchemy import create_engine, event, make_url

from data import disk
from data.disk import Probe
from data.refusals import DatabaseAway
from data.store import Store, _engine, _prepare_sqlite, database_now, open_store
from tests.conftest import free_port


class Disk(NamedTuple):
    free: int


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


def path_of(store: Store) -> Path:
    return Path(str(store.engine.url.database))


def test_all_is_well(store: Store) -> None:
    assert [store.writable(), store.writable()] == [None, None]
    with store.snapshot():
        assert store.writable() is None


def test_another_process_holds_the_lock(sqlite_store: Store) -> None:
    other = _engine(sqlite_store.engine.url)
    with other.begin():
        assert sqlite_store.writable() == "locked"
    assert sqlite_store.writable() is None
    other.dispose()


def test_one_of_our_own_writes_for_long(store: Store) -> None:
    with store.transaction():
        assert store.writable() == (None if store.engine.dialect.name == "postgresql" else "locked")
    assert store.writable() is None


@pytest.mark.parametrize(("free", "why"), [(50 * 1024 * 1024, None), (50 * 1024 * 1024 - 1, "full"), (0, "full")])
def test_the_disk_has_so_much_room(
    sqlite_store: Store, monkeypatch: pytest.MonkeyPatch, free: int, why: str | None
) -> None:
    monkeypatch.setattr(disk, "disk_usage", lambda _: Disk(free))
    assert sqlite_store.writable() == why


def test_the_folder_may_not_be_written(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.access", lambda path, _: path != path_of(sqlite_store).parent)
    assert sqlite_store.writable() == "readonly"


def test_the_file_may_only_be_read(sqlite_store: Store) -> None:
    engine = create_engine(f"sqlite:///file:{path_of(sqlite_store)}?mode=ro&uri=true")
    _prepare_sqlite(engine)
    store = Store(engine)
    assert store.writable() == "readonly"
    store.close()


def test_the_folder_is_gone(sqlite_store: Store) -> None:
    sqlite_store.close()
    path_of(sqlite_store).unlink()
    path_of(sqlite_store).parent.rename(path_of(sqlite_store).parent.with_name("elsewhere"))
    assert sqlite_store.writable() == "away"


def test_the_server_only_reads(postgresql_url: str) -> None:
    only = {"options": "-c default_transaction_read_only=on"}
    store = Store(_engine(make_url(postgresql_url).set(drivername="postgresql+psycopg").update_query_dict(only)))
    assert store.writable() == "readonly"
    store.close()


def test_the_server_is_gone() -> None:
    store = Store(_engine(make_url(f"postgresql+psycopg://nv@127.0.0.1:{free_port()}/nv")))
    assert store.writable() == "away"


def test_the_server_is_frozen() -> None:
    with socket.create_server(("127.0.0.1", 0)) as frozen:  # the system takes the connection, and nobody reads it
        store = Store(_engine(make_url(f"postgresql+psycopg://nv@127.0.0.1:{frozen.getsockname()[1]}/nv")))
        assert [store.writable(), store.writable()] == ["away", "away"]


def test_who_asks_while_it_is_asked_gets_the_same_answer() -> None:
    asked: list[int] = []
    go = Event()

    def question() -> str:
        asked.append(1)
        go.wait()
        return "full"

    asking = Probe(question)
    assert [asking.within(0.001, "away"), asking.within(0.001, "away"), len(asked)] == ["away", "away", 1]
    go.set()
    assert (asking.within(30, "away"), len(asked)) == ("full", 1)


def test_what_goes_wrong_while_asking_is_raised() -> None:
    def question() -> str:
        raise DatabaseAway(reason="full")

    with pytest.raises(DatabaseAway):
        Probe(question).within(30, "away")


@pytest.mark.parametrize(("query", "timeout"), [("", 5), ("?connect_timeout=9", "9")])
def test_a_server_is_waited_for_so_long(query: str, timeout: object) -> None:
    told: dict[str, Any] = {}
    engine = _engine(make_url(f"postgresql+psycopg://nv@127.0.0.1:1/nv{query}"))

    @event.listens_for(engine, "do_connect")
    def connect(_dialect: object, _record: object, _words: object, options: dict[str, Any]) -> None:
        told.update(options)

    with pytest.raises(Exception, match="refused"):
        engine.connect()
    assert {name: told[name] for name in ("connect_timeout", "keepalives", "keepalives_idle")} == {
        "connect_timeout": timeout,
        "keepalives": 1,
        "keepalives_idle": 30,
    }


def test_the_clock_of_the_database_goes_on_within_a_transaction(store: Store) -> None:
    with store.transaction() as session:
        first = database_now(session)
        Event().wait(0.002)  # SQLite's clock counts milliseconds
        assert first < database_now(session)
    assert first.utcoffset() == timedelta(0)
