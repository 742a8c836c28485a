"""What it costs to understand a line in plain words, without a database: `python -m tests.bench.reading`.

The lines are those of the tables in tests/data/lines. CPU in milliseconds, and in units of the fixed loop of `line.py`,
by which commits and machines may be compared; then that of lines as long as any that is read.
"""

import statistics
import time
from collections.abc import Callable

from data.lines.of_office import understand_office
from data.lines.of_units import understand_unit
from data.lines.wishes import Reading
from tests.bench.line import reference
from tests.data.lines import corpus, office_corpus, test_of_office, test_of_units
from tests.fuzz.test_growth import TYPED

ROUNDS = 3
LETTERS = (1000, 2000, 4000)
Reader = Callable[[str], Reading]


def main() -> None:
    """Print the usual line's cost by who types it, then the dearest of the long ones."""
    for whom, lines, reader in _readers():
        costs = sorted(_cpu(reader, line) for line in lines)
        loop = statistics.median(reference() for _ in range(ROUNDS))
        usual, most = statistics.median(costs), costs[int(len(costs) * 0.99)]
        print(f"{whom}: {len(lines)} lines, median {_told(usual, loop)}, of a hundred the dearest {_told(most, loop)}")
        dearest = max(TYPED, key=lambda words: _cpu(reader, _long(words, LETTERS[-1])))
        told = ", ".join(f"{size:,} letters {_cpu(reader, _long(dearest, size)) * 1000:.1f} ms" for size in LETTERS)
        print(f"{whom}: {dearest!r} said again and again: {told}")


def _readers() -> list[tuple[str, list[str], Reader]]:
    unit = corpus.scene_of(test_of_units.row_of(""))
    office = office_corpus.scene_of(test_of_office.CHAT)
    said = [line for line, _ in test_of_units.rows() if ">>" not in line and not line.startswith("[")]
    return [
        ("units", said, lambda line: understand_unit(line, unit)),
        ("coordinator", [typed for typed, _ in test_of_office.TABLE], lambda line: understand_office(line, office)),
    ]


def _long(words: str, letters: int) -> str:
    return words * (letters // len(words))


def _cpu(reader: Reader, line: str) -> float:
    """CPU seconds, the best of a few."""
    best = float("inf")
    for _ in range(ROUNDS):
        began = time.process_time()
        reader(line)
        best = min(best, time.process_time() - began)
    return best


def _told(seconds: float, loop: float) -> str:
    return f"{seconds * 1000:.2f} ms ({seconds / loop:.2f})"


if __name__ == "__main__":
    main()
