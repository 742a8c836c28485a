"""The demo's office on the morning of its switch-on, everything opened, and copies of it."""

from datetime import datetime
from pathlib import Path

from bot.service import Parts
from bot.settings import Settings
from bot.web import demo
from data.store import Store, open_store
from data.workdays import workdays
from scheduler import tick
from scheduler.clock import Clock
from scheduler.composing import Composer
from scheduler.slots import Policy

MORNING = datetime(2023, 1, 11, 7, 30, tzinfo=demo.STARTS_AT.tzinfo)


def parts_on(store: Store, folder: Path) -> Parts:
    """An office of its own on a database, with its files in a folder."""
    return Parts(Settings(data_dir=folder), store, Clock(MORNING), Composer(Policy(), workdays(), "vi"))


def filled_office(path: Path) -> Parts:
    """The office, in a file of SQLite."""
    parts = parts_on(open_store(f"sqlite:///{path}"), path.parent)
    demo.fill(parts, MORNING)
    tick.run(parts.store, MORNING, parts.policy, parts.workdays)
    return parts
