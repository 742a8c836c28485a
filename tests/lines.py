"""How well lines are understood as people type them: `python -m tests.lines`, the table by role, mode and kind.

The lines and what judges them lie beside the project, in `../shared`; where they do not there is nothing to measure.
What is typed behind goes to the judge: `--kind ask --show 5`.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
LINES = ROOT.parent / "shared" / "samples" / "lines" / "lines.jsonl"
JUDGE = ROOT.parent / "shared" / "tools" / "score_lines.py"
HEARS = (str(Path(sys.executable).parent / "nhacviec"), "hear")

RIGHT, HARMFUL = 785, 4
"""Of the lines so many are understood at least, and so many harmfully at most."""


@dataclass(frozen=True, slots=True)
class Figures:
    """How many lines were understood rightly, and harmfully."""

    right: int
    harmful: int


def score() -> Figures:
    """What the judge says of all lines."""
    with tempfile.TemporaryDirectory() as folder:
        judged = Path(folder) / "judged.jsonl"
        subprocess.run(_judging("--json", str(judged)), check=True, stdout=subprocess.DEVNULL)
        rows = [json.loads(line) for line in judged.read_text().splitlines()]
    return Figures(sum(row["right"] for row in rows), sum(bool(row["harm"]) for row in rows))


def _judging(*options: str) -> list[str]:
    return [sys.executable, str(JUDGE), *options, "--", *HEARS]


if __name__ == "__main__":
    if not LINES.exists():
        sys.exit("The shared lines are not beside the project.")
    sys.exit(subprocess.run(_judging(*sys.argv[1:]), check=False).returncode)
