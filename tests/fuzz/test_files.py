"""Whatever a file does, reading it gives a value: damaged files through what the child does with a file from chat."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.documents import inside
from data.documents.child import look
from tests.data.documents import making, marking
from tests.fuzz.test_readers import FUZZED, LONG

KEPT: dict[str, bytes] = {}
# PDFs are read by code that only the system can stop: they go through the process of their own, which takes longer.
IN_PROCESS = [name for name in (*marking.MARKED, *marking.UNMARKED) if not name.startswith("pdf")]
APART = settings(max_examples=2_000 if LONG else 10, derandomize=not LONG, deadline=None)
REASONS = {
    "empty", "damaged", "bomb", "encrypted", "old-doc", "unknown-format", "encoding", "too-large", "scanned-pdf",
    "rtf", "picture", "lost-letters",
}  # fmt: skip

places = st.floats(0, 1, exclude_max=True)
steps = st.lists(st.tuples(places, st.integers(0, 255), st.sampled_from(["flip", "cut", "copy"])), max_size=9)


def whole(name: str) -> bytes:
    return KEPT.setdefault(name, {**marking.MARKED, **marking.UNMARKED}[name]())


def damaged(content: bytes, done: Sequence[tuple[float, int, str]]) -> bytes:
    """After bytes have been changed, left out and said again."""
    made = bytearray(content)
    for place, value, what in done:
        at = int(place * len(made))
        if what == "flip" and made:
            made[at] = value
        elif what == "cut":
            del made[at : at + value]
        else:
            made[at:at] = made[at // 2 : at // 2 + value]
    return bytes(made)


@FUZZED
@given(st.sampled_from(IN_PROCESS), steps)
def test_any_damaged_file_is_looked_through_and_read(name: str, done: list[tuple[float, int, str]]) -> None:
    answers(damaged(whole(name), done))


@FUZZED
@given(steps)
def test_any_damaged_plan_is_read(tmp_path_factory: pytest.TempPathFactory, done: list[tuple[float, int, str]]) -> None:
    for make in (making.as_docx, making.as_xlsx):
        path = tmp_path_factory.getbasetemp() / make.__name__
        if not path.exists():
            make(path)
        answers(damaged(path.read_bytes(), done))


@FUZZED
@given(
    st.binary(max_size=2_000), st.sampled_from([b"", b"PK\x03\x04", b"{\\rtf", marking.OLD_OFFICE, b"\xff\xfe", b"<"])
)
def test_any_bytes_are_looked_through_and_read(content: bytes, begun: bytes) -> None:
    answers(begun + content)


@APART
@given(steps)
def test_any_damaged_pdf_is_looked_through(
    tmp_path_factory: pytest.TempPathFactory, done: list[tuple[float, int, str]]
) -> None:
    path: Path = tmp_path_factory.getbasetemp() / "damaged.pdf"
    path.write_bytes(damaged(whole("pdf, third page"), done))
    assert look(path) is not None


def answers(content: bytes) -> None:
    seen, said = inside.answer("look", content), inside.answer("read", content)
    assert {type(value) for value in seen.values()} == {bool}
    assert said.get("document") or said["refused"] in {"TableMissing", "ColumnsMissing"} or said["reason"] in REASONS
