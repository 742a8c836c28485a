"""How well and how fast time cells are read, beside dateparser: `python tests/bench/bench_deadline.py [TABLE]`.

Times are CPU, the least of several rounds, of cells read for the first time: what `read` remembers of a plan that
repeats its cells is left out.
"""

import csv
import importlib.util
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import dateparser  # noqa: E402 - the path comes first, so that the script runs from anywhere

from data.deadline import read  # noqa: E402 - likewise

SHARED = ROOT.parent / "shared"
Row = dict[str, str]


def main() -> None:
    """Print accuracy by the scorer's own judge, then the time of a cell beside dateparser's."""
    table = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED / "samples" / "deadlines.tsv"
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    print_accuracy(rows)
    afresh = read.__wrapped__
    ours = seconds(lambda row: afresh(row["phrase"], int(row["reference_year"])), rows, rounds=20)
    warnings.simplefilter("ignore")  # dateparser's own
    theirs = seconds(lambda row: dateparser.parse(row["phrase"], languages=["vi"]), rows, rounds=5)
    print(f"a cell {ours * 1e6:.0f} µs, dateparser {theirs * 1e6:.0f} µs: {ours / theirs:.2f} of it")


def print_accuracy(rows: list[Row]) -> None:
    judge = scorer().judge
    readings = [(row, read(row["phrase"], int(row["reference_year"])).to_json()) for row in rows]
    right = [(row, reading) for row, reading in readings if judge(row, reading)]
    silent = sum(not reading["ambiguous"] for row, reading in readings if not judge(row, reading))
    needless = sum(bool(reading["ambiguous"]) and not row["ambiguous"] for row, reading in right)
    plain = sum(not row["ambiguous"] for row in rows)
    print(f"right {len(right) / len(rows):.1%}, wrong unmarked {silent / len(rows):.1%}", end=", ")
    print(f"needless marks {needless / plain:.1%}")
    dated = sum(their_reading_is_right(row) for row in rows)
    print(f"dateparser: the due day of {dated} of {len(rows)} cells")


def their_reading_is_right(row: Row) -> bool:
    found = dateparser.parse(row["phrase"], languages=["vi"])
    return found is not None and f"due={found.date().isoformat()}" in row["expected"].split(";")


def seconds(parse: Callable[[Row], object], rows: list[Row], rounds: int) -> float:
    """CPU time of one cell, in the quickest of the rounds."""
    spent = []
    for _ in range(rounds + 1):  # the first fills what both keep of words
        begun = time.process_time()
        for row in rows:
            parse(row)
        spent.append(time.process_time() - begun)
    return min(spent[1:]) / len(rows)


def scorer() -> Any:
    spec = importlib.util.spec_from_file_location("score_deadlines", SHARED / "tools" / "score_deadlines.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
