"""Runs `nhacviec` as an operator does: in a folder of its own, seeing what is printed and the exit code."""

import asyncio
import json
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine

from bot.__main__ import main
from bot.settings import Settings
from data.migrations.upgrading import bring_up_to_date
from tests.doubles.zalo import Rules, ZaloDouble

SETTINGS = [name.upper() for name in Settings.model_fields]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, and what it printed where."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(params=["always200", "mirrored"])
def zalo(request: pytest.FixtureRequest) -> Iterator[ZaloDouble]:
    """Zalo with two bots, 42 and 43, on a server that runs beside the command, in both of its ways to refuse."""
    double, up, over = ZaloDouble(rules=Rules(status=request.param)), Event(), Event()

    async def serve() -> None:
        async with double:
            double.beside("43:OTHER")
            up.set()
            await asyncio.to_thread(over.wait)

    thread = Thread(target=asyncio.run, args=[serve()])
    thread.start()
    assert up.wait(10)
    yield double
    over.set()
    thread.join()


Run = Callable[..., Ran]


@pytest.fixture
def _made_at_once(migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty database gets its tables by a copy: what brings one up to date has tests of its own."""

    def copied(engine: Engine, url: str, patience: float) -> None:
        if engine.dialect.name == "sqlite":
            with closing(engine.raw_connection()) as new, closing(sqlite3.connect(migrated_file)) as made:
                connection: sqlite3.Connection = new.driver_connection  # type: ignore[assignment]  # of this driver
                if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
                    made.backup(connection)
        bring_up_to_date(engine, url, patience)

    monkeypatch.setattr("data.store.bring_up_to_date", copied)


@pytest.fixture
def run(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    _made_at_once: None,
) -> Run:
    """Run `nhacviec` in a folder of its own, with the settings given as keywords."""
    for name in SETTINGS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "160")

    def run(*arguments: str, stdin: str = "", **settings: str) -> Ran:
        given = {"DATA_DIR": str(tmp_path / "var"), "NHACVIEC_NOW": "2023-01-11T08:00"} | settings
        for name, value in given.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as left:
            main(list(arguments))
        for name in given:
            monkeypatch.delenv(name)
        printed = capsys.readouterr()
        return Ran(int(left.value.code or 0), printed.out, printed.err)

    return run
