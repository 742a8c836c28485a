"""A filled database of every earlier version comes up to this one with all that is in it, or stays what it was."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import psycopg
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Column, Date, DateTime, Engine, MetaData, create_engine, event, insert, make_url, select, text
from sqlmodel import SQLModel

from data.migrations.upgrading import configuration, newest_revision
from data.model import Occurrence
from data.refusals import DatabaseInconsistent
from data.store import _engine, open_store

# What is in a database of each version, a line for each row; after the first, what a version added: rows of new tables
# and, for every row there is, values of new columns and new names of old ones. Every column is filled, so that each
# reference is there.
VERSIONS = Path(__file__).parent / "versions"
Tables = dict[str, list[dict[str, Any]]]

# Columns that a later version has changed on purpose: (table, column).
CHANGED: set[tuple[str, str]] = set()
# Columns that go by another name in this version.
RENAMED = {("address", "channel"): "bot", ("received", "channel"): "bot"}


REVISIONS = sorted(each.revision for each in ScriptDirectory.from_config(configuration()).walk_revisions())
EARLIER = REVISIONS[:-1]


def test_the_newest_revision_is_known_without_alembic() -> None:
    assert newest_revision() == ScriptDirectory.from_config(configuration()).get_current_head()


def rows_of(revision: str) -> Tables:
    """What is put into a database of a revision."""
    tables: Tables = {}
    for each in REVISIONS[: REVISIONS.index(revision) + 1]:
        for line in (VERSIONS / f"{each}.jsonl").read_text("utf-8").splitlines():
            added = json.loads(line)
            if "row" in added:
                tables.setdefault(added["table"], []).append(added["row"])
            for row in tables[added["table"]]:
                for old, new in added.get("renamed", {}).items():
                    row[new] = row.pop(old)
                row.update(added.get("columns", {}))
    return tables


def value_of(column: Column[Any], value: Any) -> Any:
    if isinstance(column.type, DateTime):
        return datetime.fromisoformat(value) if value else None
    return date.fromisoformat(value) if isinstance(column.type, Date) and value else value


def tables_in(engine: Engine) -> MetaData:
    found = MetaData()
    found.reflect(engine)
    found.remove(found.tables["alembic_version"])
    return found


def fill(engine: Engine, revision: str) -> None:
    """Make the tables of the revision and put its rows into them."""
    with engine.begin() as connection:
        command.upgrade(configuration(connection), revision)
    with engine.begin() as connection:
        rows = rows_of(revision)
        for table in tables_in(engine).sorted_tables:
            for row in rows[table.name]:
                assert set(row) == {column.name for column in table.columns}, table.name
                values = {column.name: value_of(column, row[column.name]) for column in table.columns}
                connection.execute(insert(table), values)


def contents(engine: Engine) -> Tables:
    with engine.connect() as connection:
        return {
            table.name: [dict(row) for row in connection.execute(select(table).order_by(*table.primary_key)).mappings()]
            for table in tables_in(engine).sorted_tables
        }


def kept(table: str, rows: list[dict[str, Any]], old: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with those columns that the old ones had and no later version has changed."""
    columns = [column for column in old[0] if (table, column) not in CHANGED]
    return [{column: row.get(column, row.get(RENAMED.get((table, column), ""))) for column in columns} for row in rows]


def kinds() -> list[type[SQLModel]]:
    return [mapper.class_ for mapper in SQLModel._sa_registry.mappers]


def version(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database without any table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    server: str = request.getfixturevalue("postgresql_server")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("CREATE DATABASE old")
    yield make_url(server).set(database="old").render_as_string()
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute("DROP DATABASE old WITH (FORCE)")


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """As an outsider sees it: without our rules for opening a transaction, but with foreign keys."""
    parsed = make_url(url)
    made = create_engine(parsed.set(drivername="postgresql+psycopg") if parsed.host else parsed)
    if made.dialect.name == "sqlite":
        event.listen(made, "connect", lambda connection, _: connection.execute("PRAGMA foreign_keys=ON"))
    yield made
    made.dispose()


def test_every_version_has_its_rows() -> None:
    assert sorted(path.stem for path in VERSIONS.glob("*.jsonl")) == REVISIONS


@pytest.mark.parametrize("revision", REVISIONS)
def test_a_filled_database_of_a_version_comes_up_to_this_one(engine: Engine, url: str, revision: str) -> None:
    fill(engine, revision)
    before = contents(engine)
    assert all(before.values())
    store = open_store(url)
    after = contents(engine)
    assert {name: kept(name, rows, before[name]) for name, rows in after.items() if name in before} == {
        name: kept(name, rows, rows) for name, rows in before.items()
    }
    with store.snapshot() as session:  # and the house can read what it finds
        read = {kind.__tablename__: len(session.scalars(select(kind)).all()) for kind in kinds()}
    assert read == {name: len(rows) for name, rows in after.items()}
    store.close()


def test_what_was_reported_before_has_its_day_and_what_nobody_objected_to_is_known(engine: Engine, url: str) -> None:
    fill(engine, "0007")
    with engine.begin() as connection:
        connection.execute(text("UPDATE plan SET zone = 'Asia/Ho_Chi_Minh'"))
        connection.execute(text("UPDATE occurrence SET state = 'accepted', closing = NULL"))
        reported = {"at": datetime(2023, 1, 30, 17, 30, tzinfo=UTC)}
        connection.execute(text("UPDATE confirmation SET at = :at, withdrawn_at = NULL, returned_at = NULL"), reported)
        connection.execute(text("UPDATE change SET action = 'accept', officer_id = NULL, address_id = NULL"))
    store = open_store(url)
    with store.snapshot() as session:
        rows = session.scalars(select(Occurrence)).all()
        assert [(row.reported_on, row.lapsed) for row in rows] == [(date(2023, 1, 31), True)]
    store.close()


@pytest.mark.parametrize("revision", EARLIER)
def test_references_hold_again_after_it(engine: Engine, url: str, revision: str) -> None:
    fill(engine, revision)
    store = open_store(url)
    with pytest.raises(Exception, match=r"(?i)foreign key"), store.transaction() as session:
        session.connection().execute(text("UPDATE address SET unit_id = 99"))
    store.close()


@pytest.mark.parametrize("revision", EARLIER)
def test_what_would_not_hold_together_is_left_as_it_was(tmp_path: Path, revision: str) -> None:
    url = f"sqlite:///{tmp_path / 'old.db'}"
    engine = create_engine(url)  # without foreign keys: SQLite's own default
    fill(engine, revision)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM unit WHERE id = 1"))
    before = contents(engine)
    with pytest.raises(DatabaseInconsistent) as refused:
        open_store(url)
    assert "address" in refused.value.tables
    assert (contents(engine), version(engine)) == (before, revision)
    engine.dispose()


# Stands still when all has been rebuilt and only the commit is missing.
MIGRATES = """
import sys
from sqlalchemy import Column, Date, DateTime, Engine, event
from data.store import open_store

@event.listens_for(Engine, "after_cursor_execute")
def stand_still(connection, cursor, statement, parameters, context, many):
    if statement.startswith("UPDATE alembic_version") and sys.argv[2] in str(parameters) + statement:
        print("inside", flush=True)
        sys.stdin.readline()

open_store(sys.argv[1])
"""


@pytest.mark.parametrize("revision", EARLIER)
def test_a_kill_inside_a_migration_leaves_the_old_one_whole(engine: Engine, url: str, revision: str) -> None:
    fill(engine, revision)
    before = contents(engine)
    engine.dispose()
    child = [sys.executable, "-c", MIGRATES, url, REVISIONS[-1]]
    with subprocess.Popen(child, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as migrating:
        assert migrating.stdout is not None
        assert migrating.stdout.readline() == "inside\n"
        migrating.kill()
    assert (contents(engine), version(engine)) == (before, revision)
    open_store(url).close()
    assert version(engine) == REVISIONS[-1]


def test_a_database_that_is_up_to_date_is_opened_while_another_process_writes(
    migrated_file: Path, tmp_path: Path
) -> None:
    path = shutil.copy(migrated_file, tmp_path / "nhacviec.db")
    other = _engine(make_url(f"sqlite:///{path}"))
    with other.begin():
        store = open_store(f"sqlite:///{path}")
        with store.snapshot() as session:
            assert session.scalar(text("SELECT count(*) FROM officer")) == 0
        store.close()
    other.dispose()
