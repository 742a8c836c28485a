"""The look for marks of state secrets through whatever is text in a file, and what is said of the rest."""

import json
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from data.documents.child import look
from data.documents.document import Look
from data.documents.sight import lines_of_markup, look_through
from tests.data.documents import marking
from tests.fuzz.seeds import agency_cells, plan_lines, time_cells

SHARED = Path(__file__).parents[4] / "shared" / "samples"


@pytest.mark.parametrize("make", marking.MARKED.values(), ids=list(marking.MARKED))
def test_a_marked_document_is_seen(make: marking.Make) -> None:
    assert look_through(make()).marked


def test_there_are_many_of_them() -> None:
    assert len(marking.MARKED) >= 41


@pytest.mark.parametrize("make", marking.UNMARKED.values(), ids=list(marking.UNMARKED))
def test_a_document_without_a_mark_is_looked_through(make: marking.Make) -> None:
    assert look_through(make()) == Look(marked=False, whole=True)


@pytest.mark.parametrize("make", marking.UNSEEN.values(), ids=list(marking.UNSEEN))
def test_what_could_not_be_looked_through_is_said(make: marking.Make) -> None:
    assert look_through(make()) == Look(marked=False, whole=False)


def test_a_torn_part_does_not_hide_the_others() -> None:
    torn = marking._torn(marking.package({"a.txt": "xong", "b.docx": marking.INSIDE, "c.txt": "MẬT"}))
    with pytest.raises(zlib.error):
        zipfile.ZipFile(BytesIO(torn)).read("b.docx")
    assert look_through(torn) == Look(marked=True, whole=False)


@pytest.mark.parametrize(
    "name", ["docx, header", "xlsx, page header", "pdf, third page", "txt, cp1258", "docx in a zip"]
)
def test_the_process_that_looks_sees_the_same(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(marking.MARKED[name]())
    assert look(tmp_path / "file") == Look(marked=True, whole=True)


def test_what_is_not_there_has_not_been_looked_through(tmp_path: Path) -> None:
    assert look(tmp_path / "nowhere") == Look(marked=False, whole=False)


def texts() -> Iterator[str]:
    """Lines and cells that no office has marked: the plan's, those of the tables of tests, and the shared ones."""
    yield from (*time_cells(), *agency_cells(), *plan_lines())
    for path in SHARED.rglob("*.tsv"):
        yield from (cell for line in path.read_text(encoding="utf-8").splitlines() for cell in line.split("\t"))
    for line in _shared_lines():
        told = json.loads(line)
        if told["kind"] != "secret":
            yield told["line"]


def _shared_lines() -> list[str]:
    path = SHARED / "lines" / "lines.jsonl"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def test_no_text_that_is_not_marked_is_taken_for_it() -> None:
    unmarked = list(texts())
    assert len(unmarked) >= 300
    assert [text for text in unmarked if look_through(text.encode()).marked] == []


@pytest.mark.skipif(not SHARED.exists(), reason="the shared samples are not beside the project")
def test_no_shared_plan_is_taken_for_a_marked_one() -> None:
    plans = [path for path in SHARED.rglob("*") if path.suffix in {".docx", ".xlsx", ".pdf", ".txt", ".tsv"}]
    assert {path.name: look_through(path.read_bytes()) for path in plans} == {
        path.name: Look(marked=False, whole=True) for path in plans
    }


def test_the_text_between_tags() -> None:
    markup = '<w:p><w:t>Số: 12/BC</w:t><w:tab/><w:t xml:space="preserve"> &amp; VP</w:t><w:br/>hai</w:p><w:p>ba</w:p>'
    assert list(lines_of_markup(markup)) == ["Số: 12/BC  & VP", "hai", "ba", ""]
