from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.service import Parts
from data.store import Store, copy, open_store
from data.upkeep.make_believe import copy_rows
from tests.bot.dialogues import Play
from tests.bot.offices import MORNING, filled_office, parts_on
from tests.conftest import OnceARun, store_on

ENGINES = ("sqlite", "postgresql")
ON_BOTH_ENGINES = ("test_hearing",)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Dialogues are about words: what is kept and handled runs on both engines, and all commands do (by their marks)."""
    if "store" in metafunc.fixturenames and metafunc.module.__name__.rpartition(".")[2] in ON_BOTH_ENGINES:
        metafunc.parametrize("store", ENGINES, indirect=True)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty, migrated database for each test; what is about the engine is tested in the rooms below."""
    yield from store_on(getattr(request, "param", "sqlite"), request)


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    return parts_on(store, tmp_path)


@pytest.fixture(scope="session")
def filled(once_a_run: OnceARun) -> Iterator[Store]:
    """The office to copy from."""
    path = once_a_run("filled", lambda new: filled_office(new).store.close())
    opened = open_store(f"sqlite:///{path}")
    yield opened
    opened.close()


@pytest.fixture
def play(parts: Parts, filled: Store) -> Play:
    """A copy of that office to talk with."""
    if parts.store.engine.dialect.name == "sqlite":
        copy(filled, parts.store)
    else:
        copy_rows(filled, parts.store)
    return Play(parts.conversation, MORNING)
