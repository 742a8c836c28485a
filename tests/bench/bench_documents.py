"""Seconds and memory for an annex of 10,000 rows in each format: `python -m tests.bench.bench_documents`."""

import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

import docx
from openpyxl import Workbook
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from data.documents.formats import read_document
from tests.data.documents.making import WIDTHS, add_table, vietnamese_font

ROWS = 10_000
HEAD = ["STT", "Nhiệm vụ", "Sản phẩm", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"]
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
    begun = time.perf_counter()
    rows = len(read_document(path).rows)
    seconds = time.perf_counter() - begun
    peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) // 1024
    print(f"{path.suffix[1:]:5} {rows:6} rows {seconds:6.1f} s {peak:5} MB")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in FORMATS:
            path = Path(folder) / f"annex.{name}"
            make(path)
            # A process of its own, so that its peak is not that of making the file.
            subprocess.run([sys.executable, "-m", "tests.bench.bench_documents", str(path)], check=True)


if __name__ == "__main__":
    measure(Path(sys.argv[1])) if len(sys.argv) > 1 else main()
