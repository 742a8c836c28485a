"""Titles, units and names that are markup or commands to a terminal: shown as letters, and in JSON exactly as they are."""

import json
import re
from pathlib import Path

import pytest

from data.people import chats
from data.store import open_store
from data.talk import Speaker
from tests.bot.shell.conftest import Ran, Run
from tests.building import PLAN, SWITCHED_ON

# What no terminal may get: controls, overrides of direction, separators that are no line feed.
COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
MARKUP = "kế hoạch [kèm theo] [/thông-báo] [/] [bold red]đỏ[/bold red] :smile: <script>alert(1)</script>"
CONTROLS = (
    "\x1b[2J\x1b[31mđỏ \x1b]0;của tôi\x07 \x9b31m\x9d0;x\x9c a\bb\x7fc"
    " \u202egnort\u202c \u2066c\u2069\u200f d\U000e0041e"
)
# Those that part lines of a file are typed only.
HOSTILE = f"{MARKUP} {CONTROLS} a\rb\x0bc\x85d\u2028e"
TASK = "10"


def plan(title: str, folder: Path) -> str:
    """The plan of 2023 in a file, with another title of task 10."""
    path = folder / "plan.txt"
    rows = PLAN.read_text(encoding="utf-8").split("\n")
    path.write_text("\n".join(_with(row, title) for row in rows), encoding="utf-8")
    return str(path)


def _with(row: str, title: str) -> str:
    cells = row.split("\t")
    return "\t".join([TASK, title, *cells[2:]]) if cells[0] == TASK else row


def harmless(ran: Ran, code: int = 0) -> Ran:
    assert ran.code == code, ran.err
    assert (COMMANDING.findall(ran.out), COMMANDING.findall(ran.err)) == ([], [])
    assert "Traceback" not in ran.err
    return ran


def test_a_plan(run: Run, tmp_path: Path) -> None:
    path = plan(f"{MARKUP} {CONTROLS}", tmp_path)
    (shown,) = harmless(run("import", path, "--dry-run", "--json")).objects
    assert titles(shown)[TASK] == f"{MARKUP} {CONTROLS}"
    harmless(run("import", path))
    harmless(run("import", path, "--yes"))
    harmless(run("import", str(PLAN), "--dry-run"))
    harmless(run("rehearse", "--to", "2023-01-17", "--unit", "VP"))
    harmless(run("rehearse", "--to", "2023-01-17", "--unit", "VP", "--json"))


def titles(shown: dict[str, object]) -> dict[str, str]:
    return {task["number"]: task["title"] for task in shown["tasks"]}  # type: ignore[attr-defined]  # parsed JSON


def test_markup_is_shown_as_it_stands(run: Run, tmp_path: Path) -> None:
    title = "[/x] [kèm theo] phụ lục"
    out = harmless(run("import", plan(title, tmp_path), "--yes", COLUMNS="400")).out
    assert title in out


def test_a_registry(run: Run, tmp_path: Path) -> None:
    file, name = tmp_path / "units.tsv", f"{MARKUP} {CONTROLS}"
    file.write_text(
        f"name\tcode\tkind\taliases\tmembers\n{name}\tXX\tsở\t\t\nSở Nội vụ\tNV\tsở\t\t\n", encoding="utf-8"
    )
    harmless(run("units", "import", str(file)))
    assert MARKUP in harmless(run("units", "list", COLUMNS="400")).out
    assert MARKUP in harmless(run("invite", "--all")).out
    assert [made["unit"] for made in harmless(run("invite", "--all", "--json")).objects] == ["XX", "NV"]
    harmless(run("agencies", name, UNITS_FILE=str(file)))


@pytest.mark.parametrize("command", ["deadline", "agencies"])
def test_what_is_typed_at_the_shell(run: Run, command: str) -> None:
    harmless(run(command, HOSTILE))
    harmless(run(command, stdin=HOSTILE))
    got = harmless(run(command, "--json", HOSTILE))
    assert [json.loads(line)["text"] for line in got.out.splitlines()] == [HOSTILE]


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["units", "import"],
        ["invite"],
        ["rehearse", "--unit"],
        ["officer", "forget", "telegram"],
        ["deadline", "--year"],
        ["check"],
    ],
    ids=" ".join,
)
def test_a_refusal_repeats_what_was_typed(run: Run, arguments: list[str]) -> None:
    got = run(*arguments, HOSTILE)
    harmless(got, got.code)
    assert got.code in {1, 2}


def test_a_person(run: Run, tmp_path: Path) -> None:
    (made,) = run("invite", "VP", "--json").objects
    store = open_store(f"sqlite:///{tmp_path / 'var' / 'nhacviec.db'}")
    with store.transaction() as session:
        chats.join(session, str(made["code"]), Speaker("telegram", "7", "7", HOSTILE), SWITCHED_ON)
    store.close()
    harmless(run("officer", "forget", "telegram", "7"))
    harmless(run("officer", "forget", "telegram", "7", "--yes"))


def test_settings(run: Run) -> None:
    for name in ("DATA_DIR", "UNITS_FILE", "LOCALE", "WEB_HOST", "DATABASE_URL"):
        got = run("check", **{name: HOSTILE})
        harmless(got, got.code)
