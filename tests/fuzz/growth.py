"""Whether time grows with length and not with its square: `python -m tests.fuzz.growth`.

Each reader is given fragments said again and again, 50,000 characters of them and then 100,000, alone and in pairs.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from data.agencies import split
from data.deadline import read
from data.documents.formats import read_document
from data.documents.sight import look_through
from data.refusals import Refusal
from tests.data.documents.marking import paragraph, word

LENGTH = 50_000
WORST = 3.0  # twice the length takes twice the time; four times is the square
UNMEASURED = 0.05  # seconds; below them the clock is too coarse to tell
FRAGMENTS = (
    "1-", "1, ", "(", "a-", "1/a-", "1.1.", "1/1/", "½", "ﷺ", "\u0301", "e\u0301", "\u202e", "\0", "9", "x", "đ", "IV.",
    "tháng 6, ", "trước ngày 1/1 ", "theo ", "từ ngày ", "đến ", "lần thứ ", "thứ 2, ", "năm học 2023-2024 ",
    "mùa mưa ", "ngày 25 tháng cuối quý ", "hằng ", "cuối ", "1 (sáu) ", "Sở ", "Sở Nội vụ, ", "UBND các phường, xã ",
    "(chủ trì) ", "UBND phường: A, ", "Phòng Văn hóa và Thông tin ", "TP ", "đ/c ", "và ", ". ", "; ", ": ", "– ",
    "\n", "- \n", "\t", "1\tViệc\tSở A\t2026\n", "STT\tNhiệm vụ\tChủ trì\tThời hạn\n", "I. ", "II\t", "a) ",
    "<t ", "&#1;", "M Ậ ", "MẬT ", "\u0323\u0301",
    "TỔ CHỨC THỰC HIỆN\n", "Kế hoạch số 1/KH-UBND ngày 1/1/2023 ",
)  # fmt: skip


def main() -> int:
    """Print the slowest of each reader, and those that grow too fast; 1 where there are any."""
    chance = random.Random(2023)
    pairs = ["".join(chance.sample(FRAGMENTS, 2)) for _ in range(60)]
    faults = 0
    with TemporaryDirectory() as folder:
        for name, reader in _readers(Path(folder)):
            times = {fragment: _times(reader, fragment) for fragment in (*FRAGMENTS, *pairs)}
            slowest = max(times, key=lambda fragment: times[fragment][1])
            print(f"{name}: at worst {times[slowest][1]:.2f} s for {2 * LENGTH:,} characters of {slowest!r}")
            for fragment, (once, twice) in times.items():
                if twice > UNMEASURED and twice > WORST * once:
                    faults += 1
                    print(f"  {fragment!r} grows too fast: {once:.2f} s, then {twice:.2f} s")
    return min(faults, 1)


def _readers(folder: Path) -> Iterator[tuple[str, Callable[[str], object]]]:
    def document(text: str) -> object:
        path = folder / "plan.txt"
        path.write_text(text, encoding="utf-8")
        try:
            return read_document(path)
        except Refusal as refusal:
            return refusal

    yield "deadline", lambda text: read(text, 2025)
    yield "agencies", split
    yield "document", document
    yield "look", lambda text: look_through(text.encode("utf-8", "ignore"))
    yield "look into Word", lambda text: look_through(word(paragraph(text.encode("utf-8", "ignore").decode())))


def _times(reader: Callable[[str], object], fragment: str) -> tuple[float, float]:
    once, twice = (fragment * (length // len(fragment)) for length in (LENGTH, 2 * LENGTH))
    return _seconds(reader, once), _seconds(reader, twice)


def _seconds(reader: Callable[[str], object], text: str) -> float:
    """Processor time, the better of two."""
    best = float("inf")
    for _ in range(2):
        begun = time.process_time()
        reader(text)
        best = min(best, time.process_time() - begun)
    return best


if __name__ == "__main__":
    sys.exit(main())
