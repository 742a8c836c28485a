"""How right and how fast cells of agencies are read: `python -m tests.bench.bench_agencies`."""

import csv
import time
from pathlib import Path

from data.agencies import split
from data.agencies.finder import resolve
from data.agencies.registry import read_registry

ROOT = Path(__file__).parents[2]
REGISTRY = ROOT / "data" / "units" / "hung-yen-2023.tsv"
CORPUS = ROOT.parent / "shared" / "samples" / "agencies.tsv"
CELLS = ROOT / "tests" / "data" / "agency_cells.txt"
SECONDS = 1.0


def corpus() -> list[tuple[str, list[bool], list[bool]]]:
    """Phrase, which of its parts are groups, and the same without persons."""
    if not CORPUS.exists():
        return []
    with CORPUS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    labels = [(row["phrase"], row["parts"].split("|")) for row in rows]
    return [
        (phrase, ["[group]" in p for p in parts], ["[group]" in p for p in parts if "[person" not in p])
        for phrase, parts in labels
    ]


def rate(cells: list[str]) -> float:
    """Cells split per second."""
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < SECONDS:
        for cell in cells:
            split(cell)
        done += len(cells)
    return done / (time.perf_counter() - start)


def main() -> None:
    """Prints the accuracy on the shared corpus, the speed of splitting and of matching, and the time of a long cell."""
    rows = corpus()
    if rows:
        right = sum([part.group for part in split(phrase)] in (every, bodies) for phrase, every, bodies in rows)
        print(f"right {right}/{len(rows)} = {right / len(rows):.1%}")
    cells = [line.partition(" => ")[0] for line in CELLS.read_text(encoding="utf-8").splitlines() if " => " in line]
    print(f"split {rate(cells):,.0f} cells/s")
    registry = read_registry(REGISTRY)
    start = time.perf_counter()
    for cell in cells:
        resolve(cell, registry)
    print(f"resolve {len(cells) / (time.perf_counter() - start):,.0f} cells/s")
    for size in (100, 200, 400):
        long = ", ".join(cells * (size // 100))
        start = time.perf_counter()
        split(long)
        print(f"one cell of {len(long):,} letters {time.perf_counter() - start:.3f} s")


if __name__ == "__main__":
    main()
