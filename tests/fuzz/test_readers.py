"""Any input gives a value, never an exception: the three readers of text against damaged real cells."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.agencies import split
from data.agencies.finder import resolve
from data.agencies.registry import read_registry
from data.deadline import Kind, read
from data.deadline.values import Deadline
from data.documents.document import Document
from data.documents.formats import read_document
from data.refusals import Refusal
from tests.fuzz.mutating import mutated
from tests.fuzz.seeds import ROOT, agency_cells, plan_lines, time_cells

LONG = settings.get_current_profile_name() == "fuzz"
FUZZED = settings() if LONG else settings(max_examples=250, derandomize=True, deadline=None)
REGISTRY = read_registry(ROOT / "data" / "units" / "hung-yen-2023.tsv")
LINES = plan_lines()
TEXT_REFUSALS = {"empty", "encoding", "unknown-format", "too-large"}
HEADING = "STT\tNội dung\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian hoàn thành"


@FUZZED
@given(mutated(time_cells()), st.integers(-10, 12_000))
def test_any_cell_is_a_deadline(cell: str, year: int) -> None:
    deadline = read(cell, year)
    days = [due.day for due in deadline.dues]
    assert deadline.text == cell
    assert days == sorted(set(days))
    assert deadline.kind is not Kind.CONDITIONAL or deadline.trigger
    assert deadline.kind is not Kind.UNSPECIFIED or not (days or deadline.cadence or deadline.start)
    assert Deadline.from_record(deadline.to_record()) == deadline
    assert deadline.to_json()["ambiguous"] is deadline.ambiguous


@FUZZED
@given(mutated(agency_cells()))
def test_any_cell_is_agencies(cell: str) -> None:
    for part in split(cell):
        assert any(map(str.isalnum, part.text))
        assert part.text == " ".join(part.text.split())
    for match in resolve(cell, REGISTRY):
        assert match.code is None or match.code in REGISTRY.by_code


@FUZZED
@given(st.lists(st.just(HEADING) | st.sampled_from(LINES) | mutated(LINES, most=3), max_size=60), st.data())
def test_any_text_is_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], data: st.DataObject
) -> None:
    ends = data.draw(st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
    encoding = data.draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1258"]))
    path = tmp_path_factory.getbasetemp() / "plan.txt"
    path.write_bytes(_encoded(ends.join(lines), encoding))
    assert _read(path) in {"document", "no table", *TEXT_REFUSALS}


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding, "ignore" if encoding == "cp1258" else "surrogatepass")


def _read(path: Path) -> str:
    """What became of the file; "damaged" is how an exception of the reader's own would show."""
    try:
        document = read_document(path)
    except Refusal as refusal:
        return str(getattr(refusal, "reason", "no table"))
    assert isinstance(document, Document)
    return "document"
