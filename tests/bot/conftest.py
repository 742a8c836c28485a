from collections.abc import Iterator
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

MORNING = datetime(2023, 1, 11, 7, 30, tzinfo=demo.STARTS_AT.tzinfo)


def _parts(store: Store, folder: Path) -> Parts:
    return Parts(Settings(data_dir=folder), store, Clock(MORNING), Composer(Policy(), workdays(), "vi"))


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
    copy_rows(filled, parts.store)
    return Play(parts.conversation, MORNING)
