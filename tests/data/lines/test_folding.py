"""How often a line is folded while it is read: once by each reader, however many rules look at it."""

from collections import Counter
from datetime import date

import pytest

from data.lines import days, doubts, meaning, notes, numbers, several
from data.workdays import workdays
from tests.tables import differing

LINE = "12 xong 3 tin"
TODAY = date(2023, 3, 7)
READERS = [
    (lambda: numbers.read_argument(LINE), 1),
    (lambda: numbers.counts_in(LINE), 1),
    (lambda: numbers.without_numbers(LINE), 1),
    (lambda: days.period_first(LINE, 2023), 1),
    (lambda: days.day_ahead_in(LINE, TODAY, None, workdays()), 1),
    (lambda: days.read_delay(LINE, TODAY, workdays()), 1),
    (lambda: notes.evidence_in(LINE), 0),
    (lambda: doubts.asks(LINE), 1),
    (lambda: doubts.is_unfinished(LINE), 1),
    (lambda: meaning.meant(LINE), 1),
    (lambda: meaning.numbers_named(LINE), 1),
    (lambda: meaning.is_acknowledgement(LINE), 1),
    (lambda: several.numbers_first(LINE), 1),
]


def test_each_reader_folds_a_line_once(monkeypatch: pytest.MonkeyPatch) -> None:
    folded: Counter[str] = Counter()
    for module in (days, doubts, meaning, notes, numbers, several):
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
