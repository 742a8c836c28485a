"""Runs `nhacviec` as an operator does: in a folder of its own, seeing what is printed and the exit code."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.settings import Settings

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


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
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
