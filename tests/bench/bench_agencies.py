"""How right and how fast cells of agencies are read: `python -m tests.bench.bench_agencies`."""

import csv
import time
from pathlib import Path

from data.agencies import split
from data.agencies.finder import match, resolve
from data.agencies.registry import Registry, RegistryUnit, read_registry

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


def of_size(registry: Registry, size: int) -> Registry:
    """The registry with so many units: its own first, then communes with names of their own."""
    more = (
        RegistryUnit(f"X-{number}", f"UBND xã Thứ {number} Mới", "xã") for number in range(size - len(registry.units))
    )
    return Registry((*registry.units, *more)[:size])


def matching(cells: list[str], registry: Registry) -> float:
    """CPU seconds of all cells resolved for the first time with a registry that is known, in the quickest of rounds."""
    parts = [part for cell in cells for part in split(cell)]
    spent = []
    for _ in range(8):
        begun = time.process_time()
        for part in parts:
            match(part, registry)
        spent.append(time.process_time() - begun)
    return min(spent[1:])


def main() -> None:
    """Prints accuracy on the shared corpus, the speed of splitting and matching, what the registry's size costs."""
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
    small = of_size(registry, 30)
    known = [cell for cell in cells if all(found.code for found in resolve(cell, small))]
    few, many = (matching(known, each) for each in (small, of_size(registry, 3_000)))
    print(f"matching {len(known)} known cells: 30 units {few:.4f} s, 3,000 units {many:.4f} s: {many / few:.2f} of it")
    for size in (100, 200, 400):
        long = ", ".join(cells * (size // 100))
        start = time.perf_counter()
        split(long)
        print(f"one cell of {len(long):,} letters {time.perf_counter() - start:.3f} s")


if __name__ == "__main__":
    main()
