"""What an annex of 10,000 rows costs in each format: `python -m tests.bench.bench_documents`.

Seconds of the processor to read it and to make a draft of it, beside what the library behind the format takes to read
it alone, in one run; and memory.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import docx
from openpyxl import Workbook, load_workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from data.documents.formats import read_document
from data.plans.drafting import draft_of
from tests.building import CALENDAR, registry
from tests.data.documents.making import WIDTHS, add_table, vietnamese_font

ROWS = 10_000
HEAD = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"]
Value = TypeVar("Value")
FORMATS = ("txt", "xlsx", "docx", "pdf")


def table() -> list[list[str]]:
    rows = [
        [
            str(number),
            f"Rà soát danh mục thủ tục số {number}",
            "Báo cáo",
            "Phòng Nội vụ",
            "UBND các phường, xã",
            "Quý II",
        ]
        for number in range(1, ROWS + 1)
    ]
    return [HEAD, *rows]


def make(path: Path) -> None:
    match path.suffix:
        case ".txt":
            path.write_text("\n".join(map("\t".join, table())), encoding="utf-8")
        case ".xlsx":
            book = Workbook(write_only=True)
            sheet = book.create_sheet()
            for row in table():
                sheet.append(row)
            book.save(path)
        case ".docx":
            document = docx.Document()
            add_table(document, table())
            document.save(str(path))
        case _:
            make_pdf(path)


def make_pdf(path: Path) -> None:
    canvas = Canvas(str(path), pagesize=landscape(A4))
    top = 0
    for row in table():
        if top < 50:
            canvas.showPage()
            canvas.setFont(vietnamese_font(), 9)
            top = 560
        lefts = [30 + sum(WIDTHS[:place]) for place in range(len(WIDTHS) + 1)]
        for (left, right), text in zip(pairwise(lefts), row, strict=True):
            canvas.rect(left, top - 17, right - left, 17)
            canvas.drawString(left + 2, top - 12, text)
        top -= 17
    canvas.save()


def measure(path: Path) -> None:
    """Print what the library behind a format, our reading and our drafting take; peak memory is that of all."""
    library, _ = cpu(lambda: LIBRARIES[path.suffix](path)) if path.suffix in LIBRARIES else (0.0, None)
    reading, document = cpu(lambda: read_document(path))
    drafting, draft = cpu(lambda: draft_of(document, registry(), CALENDAR, path=path.name, year=2023))
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    ratio = f"{reading / library:4.1f} × its library ({library:.1f} s)" if library else "-"
    print(
        f"{path.suffix[1:]:5} {len(draft.rows):6} rows: read {reading:5.1f} s, {ratio}; drafted {drafting:4.1f} s;"
        f" both {reading + drafting:5.1f} s of CPU; {peak:5} MB"
    )


def cpu(act: Callable[[], Value]) -> tuple[float, Value]:
    """The seconds of the processor that it takes, and what it gives."""
    begun = time.process_time()
    given = act()
    return time.process_time() - begun, given


def by_openpyxl(path: Path) -> int:
    """Every value of a workbook, as openpyxl reads it row by row."""
    book = load_workbook(path, read_only=True, data_only=True)
    return sum(
        len(str(value)) for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row
    )


def by_python_docx(path: Path) -> int:
    """Every cell of a document, as python-docx reads it row by row."""
    tables = docx.Document(str(path)).tables
    return sum(len(cell.text) for table in tables for row in table.rows for cell in row.cells)


LIBRARIES: Mapping[str, Callable[[Path], int]] = {".xlsx": by_openpyxl, ".docx": by_python_docx}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            path = Path(folder) / f"annex.{name}"
            make(path)
            # A process of its own, so that its peak is not that of making the file.
            subprocess.run([sys.executable, "-m", "tests.bench.bench_documents", str(path)], check=True)


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
