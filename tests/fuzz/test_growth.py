"""Work grows with length and not with its square, counted in calls, which no busy machine changes; see growth.py."""

from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from typing import Any

import pytest

from data.agencies import split
from data.agencies.registry import read_registry
from data.deadline import read
from data.documents import inside, txt
from data.documents.document import Document, Row, TitleBlock
from data.lines.of_leader import understand_leader
from data.lines.of_office import understand_office
from data.lines.of_units import understand_unit
from data.plans.drafting import draft_of, proposal_of
from tests.building import CALENDAR
from tests.data.documents.marking import old_word, package, paragraph, rtf, word
from tests.data.lines import corpus, office_corpus
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
LONGEST_LINE = 4_000
MOST = 2.5  # twice the length takes twice the work; four times is the square

REGISTRY = read_registry(ROOT / "data" / "units" / "hung-yen-2023.tsv")
CHAT: dict[str, Any] = {
    "as": "P-LL",
    "role": "officer",
    "at": "2023-03-07T08:00",
    "before": [],
    "line": "",
    "attached": None,
}
UNIT, OFFICE = corpus.scene_of(CHAT), office_corpus.scene_of({**CHAT, "as": "NV", "role": "coordinator"})
LEADER = office_corpus.scene_of({**CHAT, "as": "LD", "role": "leader"})
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

LINES: dict[str, Callable[[str], object]] = {
    "unit": lambda text: understand_unit(text, UNIT),
    "coordinator": lambda text: understand_office(text, OFFICE),
    "leader": lambda text: understand_leader(text, LEADER),
}
TYPED = (
    *(
        "xong 1 ",
        "1.",
        "3 tin ",
        "việc 12 chưa ",
        "không phát sinh ",
        "xin lùi đến ",
        "thì báo gì ",
        "sao ",
        "- ",
        "zcnt ",
    ),
    *("ai hay việc không ", "what is the task ", "nhắc các phường xã ", "ghi nhận việc 1 của lê lợi ", "lê lợi, "),
    *("vướng ", "31/3 quý 1 ", "a1-", "phường ", "công văn số 15/", "trừ "),
)


@pytest.mark.parametrize("reader", READERS.values(), ids=list(READERS))
@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_twice_the_text_is_about_twice_the_work(reader: Callable[[str], object], fragment: str) -> None:
    assert _growth(reader, fragment, LENGTH) < MOST


@pytest.mark.parametrize("reader", LINES.values(), ids=list(LINES))
def test_twice_the_line_is_about_twice_the_work(reader: Callable[[str], object]) -> None:
    grown = {words: _growth(reader, words, LONGEST_LINE) for words in TYPED}
    assert {words: times for words, times in grown.items() if times >= MOST} == {}


def _growth(reader: Callable[[str], object], fragment: str, most: int) -> float:
    """How many times the work of half the text the whole takes."""
    half, whole = (fragment * (length // len(fragment)) for length in (most // 2, most))
    reader(whole)  # fills what is kept between calls
    return _calls(reader, whole) / _calls(reader, half)


def _calls(reader: Callable[[str], object], text: str) -> int:
    counting = Profile()
    counting.runcall(reader, text)
    return sum(each.callcount for each in counting.getstats())
