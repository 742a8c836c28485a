"""How lines are read: folded once by each reader, in files that stand in an order, without a database."""

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import data.lines
from data.lines import days, doubts, notes, numbers, requests, several
from data.workdays import workdays
from tests.tables import differing

LINE = "12 xong 3 tin"
TODAY = date(2023, 3, 7)
READERS = [
    (lambda: numbers.read_argument(LINE), 1),
    (lambda: numbers.counts_in(LINE), 1),
    (lambda: numbers.without_numbers(LINE), 1),
    (lambda: days.period_first(LINE, 2023), 1),
    (lambda: requests.read_delay(LINE, TODAY, workdays()), 1),
    (lambda: notes.evidence_in(LINE), 0),
    (lambda: doubts.asks(LINE), 1),
    (lambda: doubts.is_unfinished(LINE), 1),
    (lambda: several.numbers_first(LINE), 1),
]


def test_each_reader_folds_a_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: Counter[str] = Counter()
    for module in (days, requests, doubts, notes, numbers, several):
        for name in {"fold", "fold_in_place", "tokens_of"} & set(vars(module)):
            monkeypatch.setattr(module, name, _counted(vars(module)[name], folded))

    def times(reader: object) -> int:
        folded.clear()
        assert callable(reader)
        reader()
        return folded.total()

    assert differing((at, times(reader), most) for at, (reader, most) in enumerate(READERS)) == []


def _counted(folding: object, folded: Counter[str]) -> object:
    def count(text: str) -> object:
        folded[text] += 1
        assert callable(folding)
        return folding(text)

    return count


def test_a_file_imports_only_those_before_it() -> None:
    order = re.findall(r"^    (\w+)   ", str(data.lines.__doc__), re.MULTILINE)
    files = {path.stem: path.read_text(encoding="utf-8") for path in Path(data.lines.__path__[0]).glob("[!_]*.py")}
    assert sorted(order) == sorted(files)
    imported = {
        (name, each) for name in order for each in re.findall(r"^from data\.lines\.(\w+)", files[name], re.MULTILINE)
    }
    assert [pair for pair in imported if order.index(pair[1]) >= order.index(pair[0])] == []


def test_lines_are_read_without_a_database_and_without_readers_of_files() -> None:
    heavy = ("sqlalchemy", "sqlmodel", "docx", "openpyxl", "pdfplumber", "rapidfuzz")
    readers = "days, doubts, notes, numbers, requests, several, signs"
    code = f"import sys; from data.lines import {readers}; print([name for name in {heavy} if name in sys.modules])"
    root = Path(data.lines.__path__[0]).parents[1]
    told = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
