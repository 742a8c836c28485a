from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlmodel import SQLModel, select

from data.errors import DatabaseUnavailable
from data.model import Officer
from data.store import MIGRATIONS, Store, copy_into_memory, insert_if_new, open_store


def officers(store: Store) -> list[str]:
    with store.transaction() as session:
        return [officer.name for officer in session.exec(select(Officer).order_by(Officer.name))]


def somebody(name: str, user_id: str = "1") -> Officer:
    return Officer(channel="telegram", user_id=user_id, name=name)


def test_the_migrations_make_the_tables_of_the_model(store: Store) -> None:
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SQLModel.metadata) == []


def test_a_database_of_the_first_tables_comes_up_to_date_with_what_is_in_it(sqlite_url: str) -> None:
    engine = create_engine(sqlite_url)
    with engine.begin() as connection:
        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS))
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
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
    with pytest.raises(DatabaseUnavailable) as refused:
        open_store(sqlite_url)
    assert refused.value.detail == "newer"


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text("this is a letter, not a database, and it is long enough to be looked at" * 20)
    with pytest.raises(DatabaseUnavailable) as refused:
        open_store(f"sqlite:///{tmp_path / 'x.db'}")
    assert refused.value.detail == "file is not a database"
