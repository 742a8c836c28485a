"""The four rooms and their one direction, and the door of each outside package, read from the source itself."""

import ast
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from data import PARTS

ROOT = Path(__file__).parent.parent

# A room imports itself and those before it.
ROOMS = ("data", "locales", "scheduler", "bot")

# Lines of a file; tables may be longer.
LONGEST = 350
TABLES = {
    "data/refusals.py", "locales/refusals.py", "data/model.py", "data/migrations/versions/0001_first_tables.py",
}  # fmt: skip

# The messengers, and what else of the rooms may name them: who knows all channels, and a label of telephone numbers.
MESSENGERS = ("telegram", "zalo")
NAMED = {
    ("bot/channels/__init__.py", "telegram"),
    ("bot/channels/__init__.py", "zalo"),
    ("bot/settings.py", "telegram"),
    ("bot/settings.py", "zalo"),
    ("data/agencies/cell.py", "zalo"),
}

# A dotted name → where it may stand: a file, or a folder that ends in a slash. The longest name that fits holds.
DOORS = {
    "alembic": ("data/migrations/",),
    "apscheduler": ("scheduler/clock.py",),
    "babel": ("locales/",),
    "click": ("bot/__main__.py", "bot/shell/"),
    # What is printed comes from outside: one module makes it harmless.
    "click.confirm": ("bot/shell/printing.py",),
    "click.echo": ("bot/shell/printing.py",),
    "click.prompt": ("bot/shell/printing.py",),
    "click.secho": ("bot/shell/printing.py",),
    "defusedxml": ("data/documents/",),
    "docx": ("data/documents/",),
    "holidays": ("data/workdays.py",),
    "httpx": ("bot/channels/",),
    "lxml": ("data/documents/",),
    "nicegui": ("bot/web/",),
    "openpyxl": ("data/documents/",),
    "pdfplumber": ("data/documents/",),
    "pydantic": ("bot/settings.py", "bot/shell/"),
    "pydantic_settings": ("bot/settings.py",),
    "pypdfium2": ("data/documents/",),
    "rapidfuzz": ("data/agencies/", "data/lint/", "data/words.py"),
    "rich": ("bot/shell/printing.py", "bot/shell/plan.py"),
    "sqlalchemy": ("data/",),
    "sqlmodel": ("data/",),
    "starlette": ("bot/shell/", "bot/web/"),
    "telegram": ("bot/channels/telegram/",),
    "uvicorn": ("bot/shell/",),
    # The environment is read once, words for people are said in one room, and the core is synchronous.
    "os.environ": ("bot/settings.py",),
    "os.getenv": ("bot/settings.py",),
    "gettext": ("locales/",),
    "asyncio": (
        "scheduler/bots.py",
        "scheduler/clock.py",
        "scheduler/channel.py",
        "scheduler/delivery.py",
        "scheduler/outages.py",
        "bot/channels/",
        "bot/hearing.py",
        "bot/web/",
        "bot/service.py",
        "bot/shell/",
    ),
    # What time it is, only the clock knows; how long something takes, whoever paces it or waits may measure.
    "datetime.date.today": ("scheduler/clock.py",),
    "datetime.datetime.now": ("scheduler/clock.py",),
    "datetime.datetime.today": ("scheduler/clock.py",),
    "datetime.datetime.utcnow": ("scheduler/clock.py",),
    "time": ("data/engines.py", "scheduler/bots.py", "bot/channels/", "bot/logs.py"),
    "time.ctime": (),
    "time.gmtime": (),
    "time.localtime": (),
    "time.strftime": (),
    "time.time": (),
    "time.time_ns": (),
    # A name that is put together at run time would tell this test nothing.
    "pkgutil.resolve_name": ("bot/__main__.py",),
    # What we know needs no network.
    "http": ("bot/",),
    "socket": ("bot/",),
    "urllib.request": ("bot/",),
}


def channel_of(path: str) -> str | None:
    """The channel in whose folder a module lies."""
    return path.split("/")[2] if path.startswith("bot/channels/") and path.count("/") > 2 else None


def modules() -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def faults(path: str, source: str) -> set[str]:
    """What the module at `path` may not do, as "path: reason"."""
    tree = ast.parse(source, path)
    found = set() if ast.get_docstring(tree) else {"no docstring"}
    found |= {reason for name in names(path, tree) if (reason := refusal(path, name))}
    return {f"{path}: {reason}" for reason in found}


def refusal(path: str, name: str) -> str | None:
    """Why the dotted `name` may not stand in the module at `path`; None where it may."""
    package, own_room = name.partition(".")[0], path.partition("/")[0]
    if package in ROOMS:
        return f"imports {package}" if ROOMS.index(package) > ROOMS.index(own_room) else out_of_order(path, name)
    door = max((each for each in DOORS if f"{name}.".startswith(f"{each}.")), key=len, default=None)
    if door is not None:
        return None if path.startswith(DOORS[door]) else f"uses {door}"
    return None if package in sys.stdlib_module_names else f"{package} has no door"


def out_of_order(path: str, name: str) -> str | None:
    """Why a part of `data` may not import another: it comes before that in the reading order."""
    own, other = part_of(dotted(path)), part_of(name)
    if own is None or other is None or own == other:
        return None
    known = own in PARTS and other in PARTS
    return None if known and PARTS.index(other) < PARTS.index(own) else f"imports data.{other}"


def part_of(name: str) -> str | None:
    """The part of `data` that a dotted name lies in, "people" of data.people.chats; None for what lies in none."""
    room, _, rest = name.partition(".")
    part = rest.partition(".")[0]
    return part if room == "data" and part not in {"", "PARTS"} else None


def dotted(path: str) -> str:
    """The name of the module at `path`."""
    return path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def names(path: str, tree: ast.Module) -> Iterator[str]:
    """Every dotted name that comes from an import, wherever in the module it stands."""
    package = path.split("/")[:-1]
    origin: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            origin |= {each.asname or each.name.split(".")[0]: _bound(each) for each in node.names}
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            module = [*above, node.module] if node.module else above
            origin |= {each.asname or each.name: ".".join([*module, each.name]) for each in node.names}
            yield from (".".join([*module, each.name]) for each in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.AsyncFunctionDef):
            yield "asyncio"
        elif isinstance(node, ast.Call) and _dotted(node.func, origin) in {"importlib.import_module", "__import__"}:
            yield str(node.args[0].value) if isinstance(node.args[0], ast.Constant) else "unknown"
        elif isinstance(node, ast.Attribute) and (name := _dotted(node, origin)):
            yield name


def _bound(alias: ast.alias) -> str:
    return alias.name if alias.asname else alias.name.split(".")[0]


def _dotted(node: ast.expr, origin: dict[str, str]) -> str | None:
    """`datetime.now` as the imports mean it, "datetime.datetime.now"; None for what no import has brought."""
    if isinstance(node, ast.Attribute):
        before = _dotted(node.value, origin)
        return f"{before}.{node.attr}" if before else None
    if isinstance(node, ast.Name):
        return "__import__" if node.id == "__import__" else origin.get(node.id)
    return None


def test_every_module_keeps_to_its_room() -> None:
    found = {fault for path in modules() for fault in faults(path, (ROOT / path).read_text(encoding="utf-8"))}
    assert found == set()


def test_every_part_of_data_has_its_place_in_the_reading_order() -> None:
    parts = {part_of(dotted(path)) for path in modules() if path.startswith("data/")}
    assert parts - {None} == set(PARTS)


def test_no_two_files_of_a_room_have_one_name() -> None:
    # The folders of the channels have the same parts, each for its messenger.
    named = Counter(
        (path.split("/")[0], Path(path).name)
        for path in modules()
        if not path.endswith("__init__.py") and channel_of(path) is None
    )
    assert {name for name, count in named.items() if count > 1} == set()


def test_only_its_own_folder_names_a_messenger() -> None:
    named = {
        (path, word)
        for path in modules()
        for word in MESSENGERS
        if channel_of(path) != word and word in (ROOT / path).read_text(encoding="utf-8").lower()
    }
    assert named == NAMED


def test_no_file_is_long() -> None:
    long = {path for path in modules() if len((ROOT / path).read_text("utf-8").splitlines()) > LONGEST}
    assert long == TABLES


def test_every_room_is_read() -> None:
    assert {path.split("/")[0] for path in modules()} == set(ROOMS)


@pytest.mark.parametrize(
    ("path", "line", "fault"),
    [
        ("data/occurrences.py", "import locales", "imports locales"),
        ("data/occurrences.py", "from bot.talk import Ask", "imports bot"),
        ("locales/items.py", "from scheduler import slots", "imports scheduler"),
        ("scheduler/tick.py", "import bot.settings as s", "imports bot"),
        ("scheduler/tick.py", "def late():\n    from bot import talk", "imports bot"),
        ("scheduler/deep/tick.py", "from ...bot import talk", "imports bot"),
        ("data/occurrences.py", "from .. import bot", "imports bot"),
        ("data/occurrences.py", "from ..locales.items import line", "imports locales"),
        ("data/occurrences.py", "import importlib\nimportlib.import_module('bot.talk')", "imports bot"),
        ("data/occurrences.py", "from importlib import import_module as get\nget('bot')", "imports bot"),
        ("data/occurrences.py", "__import__('bot')", "imports bot"),
        ("data/occurrences.py", "import importlib\nimportlib.import_module(anything)", "unknown has no door"),
        ("bot/talk.py", "from sqlmodel import Session", "uses sqlmodel"),
        ("bot/web/__init__.py", "import sqlalchemy.orm", "uses sqlalchemy"),
        ("data/occurrences.py", "from alembic import command", "uses alembic"),
        ("bot/service.py", "from apscheduler.schedulers.asyncio import AsyncIOScheduler", "uses apscheduler"),
        ("bot/channels/local.py", "from telegram import Bot", "uses telegram"),
        ("bot/channels/zalo.py", "import requests", "requests has no door"),
        ("bot/service.py", "import os\nos.environ['HOME']", "uses os.environ"),
        ("bot/service.py", "import os as system\nsystem.environ.get('HOME')", "uses os.environ"),
        ("bot/service.py", "from os import getenv", "uses os.getenv"),
        ("bot/service.py", "from datetime import datetime\ndatetime.now()", "uses datetime.datetime.now"),
        ("data/occurrences.py", "from datetime import date as day\nday.today()", "uses datetime.date.today"),
        ("data/occurrences.py", "import datetime\ndatetime.datetime.utcnow()", "uses datetime.datetime.utcnow"),
        ("scheduler/bots.py", "import time\ntime.time()", "uses time.time"),
        ("data/occurrences.py", "from time import monotonic", "uses time"),
        ("data/occurrences.py", "import asyncio", "uses asyncio"),
        ("scheduler/tick.py", "async def run(): ...", "uses asyncio"),
        ("data/occurrences.py", "from urllib.request import urlopen", "uses urllib.request"),
        ("data/words.py", "from data.people import chats", "imports data.people"),
        ("data/deadline/scan.py", "from data import agencies", "imports data.agencies"),
        ("data/people/chats.py", "def late():\n    from data.plans.settling import keep", "imports data.plans"),
        ("data/views/nowhere.py", "import data.elsewhere", "imports data.elsewhere"),
    ],
)
def test_a_planted_fault_is_found(path: str, line: str, fault: str) -> None:
    assert faults(path, f'"""A module."""\n{line}\n') == {f"{path}: {fault}"}


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("data/occurrences.py", "from sqlmodel import Session\nfrom data.model import Task\nfrom . import people"),
        ("locales/items.py", "from data.facts import Seat\nfrom babel.dates import format_date"),
        ("scheduler/clock.py", "import asyncio\nfrom datetime import UTC, datetime\ndatetime.now(UTC)"),
        ("scheduler/bots.py", "import time\ntime.monotonic()"),
        ("bot/channels/telegram/sending.py", "from telegram.error import Forbidden"),
        (
            "bot/talk.py",
            "from datetime import date\nfrom scheduler.clock import Clock\nClock().now()\ndate(2023, 1, 1)",
        ),
        ("data/words.py", "def today(): ...\ntoday()\nfrom pathlib import Path\nPath.home().name"),
    ],
)
def test_what_is_allowed_is_let_be(path: str, line: str) -> None:
    assert faults(path, f'"""A module."""\n{line}\n') == set()


def test_a_module_says_what_it_is() -> None:
    assert faults("data/occurrences.py", "from data import people\n") == {"data/occurrences.py: no docstring"}
