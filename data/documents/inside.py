"""The process that reads one file from outside: it comes in as bytes, plain data goes out, within hard bounds.

`python -m data.documents.inside read|look`. Lines of figures say how far it is; the last line is one object of JSON.
"""

import json
import sys
from pathlib import Path
from typing import Any

from data.documents import document
from data.documents.formats import document_of, load_reader
from data.documents.limits import confine
from data.documents.safety import MAX_BYTES
from data.documents.sight import load_eyes, look_through
from data.refusals import ColumnsMissing, DocumentUnreadable, Refusal

SECONDS = {"read": 80, "look": 10}
"""Of the processor: a little less than the parent waits. 10,000 rows of a PDF take some 20 s."""

_NAMELESS = Path()


def main() -> None:
    """Reads standard input, writes standard output; dies where the file asks for more than it is given."""
    task = sys.argv[1]
    data = sys.stdin.buffer.read(MAX_BYTES)
    (load_reader if task == "read" else load_eyes)(data)
    confine(SECONDS[task])
    _say(json.dumps(answer(task, data), ensure_ascii=False))


def answer(task: str, data: bytes) -> dict[str, Any]:
    """What there is to say of the file, whatever it is: a document, why there is none, or what a look has found."""
    if task == "look":
        seen = look_through(data)
        return {"marked": seen.marked, "whole": seen.whole}
    try:
        return {"document": document.plain_of(document_of(_NAMELESS, data, _Ticks().tick))}
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
