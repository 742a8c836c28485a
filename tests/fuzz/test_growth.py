"""Work grows with length and not with its square, counted in calls, which no busy machine changes; see growth.py."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from data.agencies import split
from data.agencies.registry import read_registry
from data.deadline import read
from data.documents import inside, txt
from data.documents.document import Document, Row, TitleBlock
from data.plans.drafting import draft_of, proposal_of
from tests.building import CALENDAR
from tests.data.documents.marking import old_word, package, paragraph, rtf, word
from tests.fuzz.seeds import ROOT

FRAGMENTS = (
    "1-",
    "1, ",
    "(",
    "IV.",
    "a-",
    "tháng 6, ",
    "Sở Nội vụ, ",
    "UBND các phường, xã ",
    "I. ",
    "1\tViệc\tSở A\n",
    "a ",
    "<t ",
    "&#1;",
    "<!--",
    "<w:p>",
    "\\u7852?",
    "{\\b ",
    "M Ậ ",
    "MẬT ĐỘ ",
    "\u0323\u0301",
    "\t",
    " ",
)
LENGTH = 2_000  # less than the deadline reader takes in

REGISTRY = read_registry(ROOT / "data" / "units" / "hung-yen-2023.tsv")
HEAD = TitleBlock("1/KH-UBND", None, "UBND thành phố Hưng Yên", "Kế hoạch", "Việc", 2025, None)


def _plan(cell: str) -> Document:
    """A plan with one task, which says the same in each column."""
    return Document(HEAD, (Row("1", None, cell, cell, cell, cell, cell, (("Ghi chú", cell),), 1),), ())


def _table(cell: str) -> bytes:
    row = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("1", cell, cell, "2026"))
    head = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"))
    return word(f"<w:tbl><w:tr>{head}</w:tr><w:tr>{row}</w:tr></w:tbl>")


READERS: dict[str, Callable[[str], object]] = {
    "deadline": lambda text: read(text, 2025),
    "agencies": split,
    "document": lambda text: txt.read(Path("plan.txt"), text.encode()),
    "draft": lambda text: draft_of(_plan(text), REGISTRY, CALENDAR, path="plan"),
    "proposal": lambda text: proposal_of(_plan(text), REGISTRY),
    "read text": lambda text: inside.answer("read", text.encode()),
    "read Word": lambda text: inside.answer("read", _table(text)),
    "look at text": lambda text: inside.answer("look", text.encode()),
    "look at Word": lambda text: inside.answer("look", _table(text)),
    "look at RTF": lambda text: inside.answer("look", rtf(text)),
    "look at old Word": lambda text: inside.answer("look", old_word(text)),
    "look into a zip": lambda text: inside.answer("look", package({f"{text[:20]}.txt": text})),
}


@pytest.mark.parametrize("reader", READERS.values(), ids=list(READERS))
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_the_text_is_about_twice_the_work(reader: Callable[[str], object], fragment: str) -> None:
    half, whole = (fragment * (length // len(fragment)) for length in (LENGTH // 2, LENGTH))
    reader(whole)  # fills what is kept between calls
    assert _calls(reader, whole) < 2.5 * _calls(reader, half)


def _calls(reader: Callable[[str], object], text: str) -> int:
    count = 0

    def counting(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        reader(text)
    finally:
        sys.setprofile(before)
    return count
