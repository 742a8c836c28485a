"""The process that reads one file from outside: it comes in as bytes, plain data goes out, within hard bounds.

`python -m data.documents.inside read|outline|look`. Lines of figures say how far it is; the last line is
one object of JSON.
Memory and time are bounded, and nothing else of the machine can be reached.
"""

import codecs
import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from data.documents import document
from data.documents.formats import document_of, load_reader
from data.documents.safety import MAX_BYTES, leave_the_network
from data.documents.sight import load_eyes, look_through
from data.refusals import ColumnsMissing, DocumentUnreadable, Refusal

MAX_MEMORY = 400 * 1024 * 1024
"""Address space beyond what the program itself takes; a plan of 10,000 rows takes 80 MB in all."""

_NICER = 10
# Standard input, output and error; with no more of them neither a file nor a connection can be opened.
_DESCRIPTORS = 3
# Python loads a code page where it is first used, which it cannot once no file can be opened.
_LETTERS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii", "latin-1", "cp437", "cp1252", "cp1258")


def confine(seconds: int) -> None:
    """Bound this process, for good, to so many seconds of the processor, as far as the system knows such bounds."""
    for letters in _LETTERS:
        codecs.lookup(letters)
    leave_the_network()
    with suppress(AttributeError, OSError):
        os.nice(_NICER)
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: _address_space() + MAX_MEMORY,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _DESCRIPTORS,
    }
    for bound, most in bounds.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(bound, (most, most))


def _address_space() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - it is no file
            return int(pages.read().split()[0]) * 4096
    except OSError:
        return MAX_MEMORY


SECONDS = {"read": 80, "outline": 80, "look": 10}
"""Of the processor: a little less than the parent waits. 10,000 rows of a PDF take some 20 s."""

_NAMELESS = Path()


def main() -> None:
    """Reads standard input, writes standard output; dies where the file asks for more than it is given."""
    task = sys.argv[1]
    data = sys.stdin.buffer.read(MAX_BYTES)
    (load_eyes if task == "look" else load_reader)(data)
    confine(SECONDS[task])
    _say(json.dumps(answer(task, data), ensure_ascii=False))


def answer(task: str, data: bytes) -> dict[str, Any]:
    """What there is to say of the file, whatever it is: a document, why there is none, or what a look has found."""
    if task == "look":
        seen = look_through(data)
        return {"marked": seen.marked, "whole": seen.whole}
    try:
        read = document_of(_NAMELESS, data, _Ticks().tick, outline=task == "outline")
        return {"document": document.plain_of(read)}
    except DocumentUnreadable as refusal:
        return {"refused": refusal.code, "reason": refusal.reason}
    except ColumnsMissing as refusal:
        return {"refused": refusal.code, "columns": refusal.columns}
    except Refusal as refusal:
        return {"refused": refusal.code}


class _Ticks:
    """Says how far it is, once for each hundredth more, or each hundred where there is no end in sight."""

    def __init__(self) -> None:
        self.said: tuple[int, bool] = (0, True)

    def tick(self, done: int, total: int | None) -> None:
        now = (done * 100 // max(total, 1), True) if total is not None else (done // 100, False)
        if now != self.said:
            self.said = now
            _say(f"{done} {total}" if total is not None else f"{done}")


def _say(line: str) -> None:
    sys.stdout.buffer.write(line.encode("utf-8", "replace") + b"\n")
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
