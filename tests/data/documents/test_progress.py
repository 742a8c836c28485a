"""How far the reading of a document is, in each format."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from data.documents import child
from data.documents.formats import read_document
from tests.data.documents import making

Heard = list[tuple[int, int | None]]


def heard(path: Path) -> Heard:
    told: Heard = []
    assert read_document(path, lambda done, total: told.append((done, total))) == read_document(path)
    return told


@pytest.mark.parametrize(("name", "make"), [("plan.docx", making.as_docx), ("plan.xlsx", making.as_xlsx)])
def test_more_and_more_up_to_all_of_it(tmp_path: Path, name: str, make: Callable[[Path], None]) -> None:
    make(tmp_path / name)
    told = heard(tmp_path / name)
    done, totals = [part for part, _ in told], {total for _, total in told}
    assert len(told) > len(making.plan()[1]) - 1
    assert (done, totals) == (sorted(done), {done[-1]})


def test_the_lines_of_a_text() -> None:
    lines = making.PLAN.read_text(encoding="utf-8").splitlines()
    assert heard(making.PLAN) == [(place, len(lines)) for place, line in enumerate(lines, 1) if line.strip()]


def test_a_sheet_that_goes_on_beyond_the_size_it_tells(tmp_path: Path) -> None:
    making.as_xlsx(tmp_path / "plan.xlsx")
    with zipfile.ZipFile(tmp_path / "plan.xlsx") as whole, zipfile.ZipFile(tmp_path / "short.xlsx", "w") as short:
        for part in whole.namelist():
            head, dimension, rest = whole.read(part).partition(b'<dimension ref="A1:')
            short.writestr(part, head + dimension + (b'B3"' + rest[rest.index(b'"') + 1 :] if dimension else b""))
    told = heard(tmp_path / "short.xlsx")
    assert told[:5] == [(1, 3), (2, 3), (3, 3), (4, None), (5, None)]
    assert len(told) == len(heard(tmp_path / "plan.xlsx"))


def test_the_pages_of_a_pdf(tmp_path: Path) -> None:
    making.as_pdf(tmp_path / "plan.pdf")
    told = heard(tmp_path / "plan.pdf")
    assert told == [(page, len(told)) for page in range(1, len(told) + 1)]


def test_the_process_that_reads_tells_of_each_hundredth_once(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("STT\tNhiệm vụ\tChủ trì\tThời hạn\n" + "1\tViệc\tSở A\t2026\n" * 999, encoding="utf-8")
    told: Heard = []
    assert child.read_document(path, lambda done, total: told.append((done, total))) == read_document(path)
    assert told == [(hundredth * 10, 1000) for hundredth in range(1, 101)]
