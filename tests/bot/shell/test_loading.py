"""A command loads what it needs: a reader of phrases no database, no channel and no page; a table or a bar on use."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from tests.bot.shell.conftest import Run
from tests.building import PLAN

ROOT = Path(__file__).parents[3]
HEAVY = {
    "PIL", "alembic", "apscheduler", "defusedxml", "holidays", "httpx", "mako", "nicegui", "openpyxl", "pdfplumber",
    "psycopg", "pypdfium2", "rapidfuzz", "rich", "sqlalchemy", "sqlmodel", "starlette", "telegram", "uvicorn",
}  # fmt: skip
PROBE = """
import sys
from bot.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print("loaded:", *sorted({name.partition(".")[0] for name, held in sys.modules.items() if held}), file=sys.stderr)
"""


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The packages that a process has loaded once it has run a command."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    told = ran.stderr.decode().rpartition("loaded:")[2]
    return set(told.split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["no-such-command"],
        ["deadline", "--help"],
        ["deadline", "Quý III"],
        ["deadline", "--json", "Quý III"],
        ["deadline"],
        ["agencies", "--help"],
        ["agencies", "Phòng Nội vụ"],
        ["agencies", "--json", "Phòng Nội vụ"],
    ],
    ids=" ".join,
)
def test_what_reads_phrases_loads_little(tmp_path: Path, arguments: list[str]) -> None:
    assert loaded(tmp_path, *arguments) & HEAVY == set()


def test_what_is_seldom_needed_is_loaded_on_use(tmp_path: Path) -> None:
    """Alembic by a database that is not up to date, a table's library by a table; no channel, page or picture here."""
    seldom = {"PIL", "alembic", "httpx", "mako", "nicegui", "openpyxl", "pdfplumber", "pypdfium2", "rich", "telegram"}
    lines = (["import", str(PLAN), "--json", "--yes"], ["rehearse", "--json"], ["units", "list"])
    assert {line[0]: loaded(tmp_path, *line) & seldom for line in lines} == {
        "import": {"alembic", "mako"},
        "rehearse": set(),
        "units": {"rich"},
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_where_the_table_says_and_tells_what_the_table_tells(run: Run, name: str) -> None:
    got = run(name, "--help", LOCALE="en")
    told = " ".join(got.out.split())
    assert (got.code, COMMANDS[name][1] in told) == (0, True)
