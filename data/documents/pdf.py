"""PDF with a text layer, read in a process of its own.

A page of 1 KB can make any reader of PDF draw a thousand million things; only the system can stop it.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from data.documents.safety import Bounded, unreadable
from data.documents.values import Block, Cells, Grid, Paragraph, Progress, unheard

LONGEST_SECONDS = 90
"""10,000 rows take some 20 s."""

LOOKS_A_SECOND = 4
"""How often the child is asked how far it is."""

ROOT = Path(__file__).parents[2]


def read(path: Path, data: bytes, progress: Progress = unheard) -> tuple[Block, ...]:
    """The blocks of a PDF; refused where it is encrypted, a scan, too long or a bomb."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as ticks:
        given.write(data)
        given.seek(0)
        said = _said(given, ticks, progress)
    # It dies where the file asks for more memory or time than it has been given.
    if said is None:
        raise unreadable(path, "bomb")
    answer = json.loads(said)
    if "refused" in answer:
        raise unreadable(path, answer["refused"])
    return tuple(_blocks(answer["blocks"], Bounded(path)))


def _said(given: IO[bytes], ticks: IO[bytes], progress: Progress) -> bytes | None:
    """What the child answers; None where it has died or is not done in time."""
    with subprocess.Popen(
        [sys.executable, "-m", "data.documents.pdf_reader"],
        stdin=given,
        stdout=subprocess.PIPE,
        stderr=ticks,
        cwd=ROOT,
    ) as child:
        try:
            return _answer(child, ticks, progress)
        finally:
            child.kill()


def _answer(child: subprocess.Popen[bytes], ticks: IO[bytes], progress: Progress) -> bytes | None:
    for _ in range(LONGEST_SECONDS * LOOKS_A_SECOND):
        with suppress(subprocess.TimeoutExpired):
            said, _errors = child.communicate(timeout=1 / LOOKS_A_SECOND)
            progress(_hundredths(ticks), 100)
            return said if child.returncode == 0 else None
        progress(_hundredths(ticks), 100)
    return None


def _hundredths(ticks: IO[bytes]) -> int:
    """How often the child has ticked. What it says as it dies is no tick."""
    return min(os.fstat(ticks.fileno()).st_size, 100)


def _blocks(said: Iterable[dict[str, Any]], bounded: Bounded) -> Iterable[Block]:
    for block in said:
        if "text" in block:
            bounded.row([block["text"]])
            yield Paragraph(block["text"], block["line"])
        else:
            yield Grid(tuple(_cells(row, bounded) for row in block["rows"]))


def _cells(row: dict[str, Any], bounded: Bounded) -> Cells:
    bounded.row(row["texts"])
    return Cells(tuple(row["texts"]), row["line"], frozenset(row["repeated"]))
