from datetime import datetime
from pathlib import Path

import pytest

from bot import demo
from bot.service import Parts
from bot.settings import Settings
from data.store import Store
from data.workdays import workdays
from scheduler import tick
from scheduler.clock import Clock
from scheduler.composing import Composer
from scheduler.slots import Policy
from tests.bot.dialogues import Play

MORNING = datetime(2023, 1, 11, 7, 30, tzinfo=demo.STARTS_AT.tzinfo)


@pytest.fixture
def parts(store: Store, tmp_path: Path) -> Parts:
    return Parts(Settings(data_dir=tmp_path), store, Clock(MORNING), Composer(Policy(), workdays(), "vi"))


@pytest.fixture
def play(parts: Parts) -> Play:
    """The demo's office on the morning of its switch-on, everything opened."""
    demo.fill(parts, MORNING)
    tick.run(parts.store, MORNING, parts.policy, parts.workdays)
    return Play(parts.conversation, MORNING)
