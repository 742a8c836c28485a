"""Real cells that ship with the project, to be damaged: the plan of 2023 and the tables of tests/data."""

import ast
from collections.abc import Iterator
from pathlib import Path

from data.documents.formats import read_document

ROOT = Path(__file__).parents[2]
PLAN = ROOT / "data" / "samples" / "ke-hoach-06-2023.txt"
TABLES = ROOT / "tests" / "data"


def time_cells() -> list[str]:
    """Time cells: the plan's own, and the first column of every table CELLS_OF_2025."""
    return sorted({row.deadline for row in read_document(PLAN).rows} | set(_tabled()))


def agency_cells() -> list[str]:
    """Agency cells: the plan's own, and the left sides of agency_cells.txt."""
    rows = read_document(PLAN).rows
    lines = (TABLES / "agency_cells.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.partition(" => ")[0].replace("\\n", "\n") for line in lines if " => " in line}
    return sorted({row.lead for row in rows} | {row.coordinating for row in rows} | listed)


def plan_lines() -> list[str]:
    """The lines of the plan, its table's among them."""
    return PLAN.read_text(encoding="utf-8").splitlines()


def _tabled() -> Iterator[str]:
    for path in sorted(TABLES.glob("test_deadline_*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "CELLS_OF_2025":
                yield from (cell for cell, _ in ast.literal_eval(node.value))
