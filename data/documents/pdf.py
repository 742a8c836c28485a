"""PDF with a text layer, read in a process of its own.

A page of 1 KB can make any reader of PDF draw a thousand million things; only the system can stop it.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from data.documents.safety import Bounded, unreadable
from data.documents.values import Block, Cells, Grid, Paragraph

LONGEST_SECONDS = 90
"""10,000 rows take some 20 s."""

_ROOT = Path(__file__).parents[2]


def read(path: Path, data: bytes) -> tuple[Block, ...]:
    """The blocks of a PDF; refused where it is encrypted, a scan, too long or a bomb."""
    try:
        child = subprocess.run(
            [sys.executable, "-m", "data.documents.pdf_reader"],
            input=data,
            capture_output=True,
            cwd=_ROOT,
            timeout=LONGEST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise unreadable(path, "bomb") from fault
    # It dies where the file asks for more memory or time than it has been given.
    if child.returncode != 0:
        raise unreadable(path, "bomb")
    answer = json.loads(child.stdout)
    if "refused" in answer:
        raise unreadable(path, answer["refused"])
    return tuple(_blocks(answer["blocks"], Bounded(path)))


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
