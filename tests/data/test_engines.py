"""Which errors mean that the database cannot serve now, met as they come: by the engines themselves."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import create_engine, exc, insert, make_url, text
from sqlmodel import Session, select

from data.model import Officer, Unit
from data.refusals import DatabaseAway
from data.store import Store, _engine, _prepare_sqlite, open_store
from tests.conftest import free_port

LAN: dict[str, Any] = {"channel": "telegram", "user_id": "1", "name": "Lan", "earlier_names": []}
Broken = Callable[[Path], Store]


def put(store: Store, **changed: object) -> None:
    with store.transaction() as session:
        session.connection().execute(insert(Officer).values({**LAN, **changed}))


def names(store: Store) -> list[str]:
    with store.snapshot() as session:
        return list(session.exec(select(Officer.name)).all())


def reason(attempt: Callable[[], object]) -> str:
    """Why it was away; what the driver had said is kept as the cause."""
    with pytest.raises(DatabaseAway) as away:
        attempt()
    assert away.value.__cause__ is not None
    return away.value.reason


def statement(session: Session, words: str) -> None:
    session.connection().exec_driver_sql(words)


@pytest.fixture
def sqlite_store(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def postgresql_store(postgresql_url: str) -> Iterator[Store]:
    opened = open_store(postgresql_url)
    yield opened
    opened.close()


def fill(session: Session) -> None:
    """As if the disk were full."""
    if session.get_bind().dialect.name == "postgresql":
        statement(session, "DO $$ BEGIN RAISE EXCEPTION 'no room' USING ERRCODE = '53100'; END $$")
    else:
        statement(session, "PRAGMA max_page_count = 1")  # never less than there are
        session.connection().execute(insert(Unit).values(code="U", name="x" * 100_000, kind="", position=1, aliases=[]))


def test_a_full_disk(store: Store) -> None:
    def write() -> None:
        with store.transaction() as session:
            fill(session)

    assert reason(write) == "full"


def test_what_was_away_is_never_committed_even_where_it_was_swallowed(store: Store) -> None:
    def swallow() -> None:
        with store.transaction() as session:
            session.add(Officer(**LAN))
            session.flush()
            with pytest.raises(DatabaseAway):
                fill(session)

    assert (reason(swallow), names(store)) == ("full", [])


def test_what_comes_of_it_later_says_what_it_was(store: Store) -> None:
    def go_on() -> None:
        with store.transaction() as session:
            with pytest.raises(DatabaseAway):
                fill(session)
            with session.begin_nested():
                session.add(Officer(**LAN))

    assert (reason(go_on), names(store)) == ("full", [])


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("INSERT INTO officer SELECT * FROM officer", exc.IntegrityError),
        ("SELECT * FROM nothing", exc.DBAPIError),
        ("SELEKT", exc.DBAPIError),
        ("INSERT INTO officer (id) VALUES (7)", exc.IntegrityError),
    ],
)
def test_what_was_asked_wrongly_is_not_the_database(store: Store, words: str, kind: type[Exception]) -> None:
    put(store)
    with pytest.raises(kind), store.transaction() as session:
        statement(session, words)


def test_a_value_that_cannot_be_stored_is_not_the_database(store: Store) -> None:
    with pytest.raises(exc.StatementError), store.transaction() as session:
        session.connection().execute(text("SELECT :x"), {"y": 1})


def test_another_row_of_the_same_key_is_not_the_database(store: Store) -> None:
    put(store)
    with pytest.raises(exc.IntegrityError):
        put(store)
    assert names(store) == ["Lan"]


# SQLite: the file and the disk.


def readonly(path: Path) -> Store:
    engine = create_engine(f"sqlite:///file:{path}?mode=ro&uri=true")
    _prepare_sqlite(engine)
    return Store(engine)


def damaged(path: Path) -> Store:
    with path.open("r+b") as file:
        file.seek(100)  # after the header
        file.write(b"\xff" * 50_000)
    return Store(_engine(make_url(f"sqlite:///{path}")))


def no_database(path: Path) -> Store:
    path.write_bytes(b"a letter" * 1_000)
    return Store(_engine(make_url(f"sqlite:///{path}")))


def gone(path: Path) -> Store:
    path.unlink()
    path.mkdir()
    return Store(_engine(make_url(f"sqlite:///{path}")))


@pytest.mark.parametrize(
    ("broken", "why"), [(readonly, "readonly"), (damaged, "corrupt"), (no_database, "corrupt"), (gone, "away")]
)
def test_a_file_that_cannot_serve(sqlite_url: str, broken: Broken, why: str) -> None:
    store = broken(Path(str(make_url(sqlite_url).database)))
    assert reason(lambda: put(store)) == why
    store.close()


def test_what_can_only_be_read_can_be_read(sqlite_store: Store) -> None:
    put(sqlite_store)
    store = readonly(Path(str(sqlite_store.engine.url.database)))
    assert names(store) == ["Lan"]
    store.close()


# No file of this process may grow beyond 600 kB; there is room for little.
LIMITED = """
import resource, sys
from pathlib import Path
from data.refusals import DatabaseAway
from data.model import Unit
from data.store import open_store
store = open_store(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
for position, size in enumerate((1, 1_000_000, 1)):
    try:
        with store.transaction() as session:
            session.add(Unit(code=str(position), name="x" * size, kind="", position=position))
        print("stored")
    except DatabaseAway as away:
        print(away.reason)
"""


def test_a_limit_of_size_is_a_full_disk(sqlite_url: str) -> None:
    done = subprocess.run([sys.executable, "-c", LIMITED, sqlite_url], capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["stored", "full", "stored"], "")


# PostgreSQL: the server and the way to it.


def test_a_server_that_is_not_there() -> None:
    store = Store(_engine(make_url(f"postgresql+psycopg://nv@127.0.0.1:{free_port()}/nv")))
    assert [reason(lambda: put(store)), reason(lambda: names(store))] == ["away", "away"]


def test_a_server_that_ends_the_connection(postgresql_store: Store) -> None:
    def end(session: Session) -> None:
        with psycopg.connect(postgresql_store.engine.url.set(drivername="postgresql").render_as_string()) as admin:
            pid = session.connection().exec_driver_sql("SELECT pg_backend_pid()").scalar()
            admin.execute("SELECT pg_terminate_backend(%s)", [pid])

    def write_after_the_end() -> None:
        with postgresql_store.transaction() as session:
            end(session)
            session.add(Officer(**LAN))

    def go_on_after_the_end() -> None:
        with postgresql_store.transaction() as session:
            end(session)
            with pytest.raises(DatabaseAway):
                statement(session, "SELECT 1")
            statement(session, "SELECT 1")

    assert [reason(write_after_the_end), reason(go_on_after_the_end)] == ["away", "away"]
    put(postgresql_store)  # a connection that was lost is replaced


def test_a_connection_that_was_lost_in_between_is_replaced_unseen(postgresql_store: Store) -> None:
    put(postgresql_store)
    with psycopg.connect(postgresql_store.engine.url.set(drivername="postgresql").render_as_string()) as admin:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        admin.execute(f"{others} AND backend_type = 'client backend'")
    assert names(postgresql_store) == ["Lan"]


@pytest.mark.parametrize(
    ("state", "why"),
    [
        ("08006", "away"),
        ("40001", "locked"),
        ("40P01", "locked"),
        ("53200", "away"),
        ("53300", "away"),
        ("55P03", "locked"),
        ("57014", "locked"),
        ("57P03", "away"),
        ("58030", "away"),
        ("XX001", "corrupt"),
    ],
)
def test_a_state_of_the_server(postgresql_store: Store, state: str, why: str) -> None:
    def fail() -> None:
        with postgresql_store.transaction() as session:
            statement(session, f"DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '{state}'; END $$")

    assert reason(fail) == why


def test_a_server_that_only_reads(postgresql_store: Store) -> None:
    def write() -> None:
        with postgresql_store.transaction() as session:
            statement(session, "SET TRANSACTION READ ONLY")
            session.add(Officer(**LAN))

    assert reason(write) == "readonly"


def test_no_connection_is_free(postgresql_url: str) -> None:
    engine = create_engine(
        make_url(postgresql_url).set(drivername="postgresql+psycopg"), pool_size=1, max_overflow=0, pool_timeout=0.01
    )
    store = Store(engine)
    with ThreadPoolExecutor(1) as other, store.transaction():
        assert reason(lambda: other.submit(names, store).result()) == "locked"
    store.close()
