from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from bot import demo
from bot.service import Parts
from bot.settings import Settings
from data.store import Store, copy_rows, open_store
from data.workdays import workdays
from scheduler import tick
from scheduler.clock import Clock
from scheduler.composing import Composer
from scheduler.slots import Policy
from tests.bot.dialogues import Play

ENGINES = ("sqlite", "postgresql")
ON_BOTH_ENGINES = ("test_every_command", "test_hearing")
MORNING = datetime(2023, 1, 11, 7, 30, tzinfo=demo.STARTS_AT.tzinfo)


def _parts(store: Store, folder: Path) -> Parts:
    return Parts(Settings(data_dir=folder), store, Clock(MORNING), Composer(Policy(), workdays(), "vi"))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Dialogues are about words: one that types every command, and what is kept and handled, run on both engines."""
    if "store" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in ON_BOTH_ENGINES:
        metafunc.parametrize("store", ENGINES, indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty, migrated database of its own for each test; what is about the engine is tested in the rooms below."""
    opened = open_store(request.getfixturevalue(f"{getattr(request, 'param', 'sqlite')}_url"))
    yield opened
    opened.close()


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    return _parts(store, tmp_path)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The demo's office on the morning of its switch-on, everything opened; to copy from."""
    folder = tmp_path_factory.mktemp("filled")
    parts = _parts(open_store(f"sqlite:///{folder / 'filled.db'}"), folder)
    demo.fill(parts, MORNING)
    tick.run(parts.store, MORNING, parts.policy, parts.workdays)
    yield parts.store
    parts.store.close()


@pytest.fixture
def play(parts: Parts, filled: Store) -> Play:
    """A copy of that office to talk with."""
    if parts.store.engine.dialect.name == "sqlite":
        _copy_file(filled, parts.store)
    else:
        copy_rows(filled, parts.store)
    return Play(parts.conversation, MORNING)


def _copy_file(source: Store, target: Store) -> None:
    """SQLite's own copy, page by page."""
    with closing(source.engine.raw_connection()) as old, closing(target.engine.raw_connection()) as new:
        old.driver_connection.backup(new.driver_connection)  # type: ignore[union-attr]
