"""Deadlines as values, the promises that hold for any text, and the corpus of real cells where it is at hand."""

import csv
import importlib.util
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.deadline import Due, Kind, Span, read
from data.deadline.values import Cadence, Deadline
from tests.data.deadline_words import said

SHARED = Path(__file__).parents[3] / "shared"
TABLE = SHARED / "samples" / "deadlines.tsv"
SCORER = SHARED / "tools" / "score_deadlines.py"

PLAN_OF_2023 = [
    ("Tháng 01/2023", Deadline("Tháng 01/2023", Kind.ONCE, dues=(Due(date(2023, 1, 31), Span.MONTH),))),
    ("Quý III/2023", Deadline("Quý III/2023", Kind.ONCE, dues=(Due(date(2023, 9, 30), Span.QUARTER),))),
    ("Năm 2023", Deadline("Năm 2023", Kind.ONCE, dues=(Due(date(2023, 12, 31), Span.YEAR),))),
    (
        "Thường xuyên",
        Deadline("Thường xuyên", Kind.RECURRING, cadence=Cadence.CONTINUOUS, cadences=(Cadence.CONTINUOUS,)),
    ),
    (
        "Theo thời hạn tại Kế hoạch của UBND TP",
        Deadline(
            "Theo thời hạn tại Kế hoạch của UBND TP",
            Kind.CONDITIONAL,
            trigger="thời hạn tại Kế hoạch của UBND TP",
        ),
    ),
    ("", Deadline("", Kind.UNSPECIFIED)),
]

WHOLE_READINGS = [
    (
        "Dự kiến ngày 30/01/2026 (chậm nhất 17h00 ngày 03/02/2026)",
        Deadline(
            "Dự kiến ngày 30/01/2026 (chậm nhất 17h00 ngày 03/02/2026)",
            Kind.ONCE,
            dues=(Due(date(2026, 2, 3), Span.DAY),),
            planned=date(2026, 1, 30),
            time="17:00",
        ),
    ),
    (
        "Trong thời hạn 10 ngày làm việc kể từ ngày ký",
        Deadline("Trong thời hạn 10 ngày làm việc kể từ ngày ký", Kind.CONDITIONAL, trigger="ngày ký", offset="P10B"),
    ),
    (
        "Chậm nhất ngày 25 của tháng cuối quý",
        Deadline(
            "Chậm nhất ngày 25 của tháng cuối quý",
            Kind.RECURRING,
            dues=tuple(Due(date(2025, month, 25), Span.DAY) for month in (3, 6, 9, 12)),
            cadence=Cadence.QUARTERLY,
            cadences=(Cadence.QUARTERLY,),
            month_days=(25,),
        ),
    ),
    (
        "Sau ngày 30/6/2025",
        Deadline(
            "Sau ngày 30/6/2025",
            Kind.CONDITIONAL,
            trigger="Sau ngày 30/6/2025",
            doubts=("after-only",),
            after=date(2025, 6, 30),
        ),
    ),
]

DOUBTS = [
    ("Trước ngày 15/12", ("day-before",)),
    ("chậm nhất trước ngày 31/12/2025", ("contradiction", "day-before")),
    ("31 tháng 11", ("impossible-date",)),
    ("29/2/2025", ("impossible-date",)),
    ("Đầu tháng 10", ("vague-part",)),
    ("Định kỳ", ("no-period",)),
    ("Thường xuyên, hằng năm", ("several-cadences",)),
    ("Từ năm 2026", ("open-ended",)),
    ("2026-03-01 00:00:00", ("spreadsheet-date",)),
    ("45992", ("spreadsheet-number",)),
    ("nt", ("same-as-above",)),
    ("Sở Nội vụ", ("unread",)),
    ("02 tháng", ("duration",)),
    ("Tháng 10, 11 năm 2025", ("may-be-range",)),
    ("Quý I/2027, sau khi HĐND thông qua Nghị quyết", ("date-and-condition",)),
    ("Năm học 2024-2025", ("school-year",)),
    ("Mùa mưa bão", ("season",)),
    ("Sau Tết", ("lunar",)),
    ("Sớm nhất ngày 01/8", ("earliest",)),
    ("H1/2026", ("glued",)),
    ("Từ ngày 15 tháng trước đến ngày 14 của tháng báo cáo", ("window",)),
]


@pytest.mark.parametrize(("cell", "deadline"), PLAN_OF_2023)
def test_the_plan_of_2023_reads(cell: str, deadline: Deadline) -> None:
    assert read(cell, 2023) == deadline


@pytest.mark.parametrize(("cell", "deadline"), WHOLE_READINGS)
def test_nothing_that_a_cell_says_is_lost(cell: str, deadline: Deadline) -> None:
    assert read(cell, 2025) == deadline


@pytest.mark.parametrize(("cell", "doubts"), DOUBTS)
def test_a_doubt_says_why(cell: str, doubts: tuple[str, ...]) -> None:
    assert read(cell, 2025).doubts == doubts


def test_json_is_what_the_command_line_prints() -> None:
    assert read("Từ tháng 3 đến tháng 5", 2025).to_json() == {
        "text": "Từ tháng 3 đến tháng 5",
        "kind": "range",
        "start": "2025-03-01",
        "due": "2025-05-31",
        "dues": ["2025-05-31"],
        "cadence": None,
        "trigger": None,
        "ambiguous": False,
    }


def test_only_a_single_time_has_a_due_day() -> None:
    assert read("30/6/2025", 2025).due == date(2025, 6, 30)
    assert read("Tháng 6, 12", 2025).due is None
    assert read("Hằng năm", 2025).due is None


@pytest.mark.parametrize(
    ("cell", "issued_on", "reading"),
    [
        ("Tháng 01/2025", date(2025, 2, 10), "once · due 2025-01-31 (month) · ? before-plan"),
        ("Tháng 01/2025", date(2025, 1, 10), "once · due 2025-01-31 (month)"),
        ("Ngày 10/02/2025", date(2025, 2, 10), "once · due 2025-02-10"),
        ("Chậm nhất ngày 10/02 hằng năm", date(2025, 2, 10), "recurring · due 2025-02-10 · every yearly"),
        ("Chậm nhất ngày 15/12 hằng năm", date(2025, 2, 10), "recurring · due 2025-12-15 · every yearly"),
        ("Chậm nhất ngày 31/01 hằng năm", date(2025, 2, 10), "recurring · due 2026-01-31 · every yearly"),
        ("Chậm nhất ngày 31/01 hằng năm", None, "recurring · due 2025-01-31 2026-01-31 · every yearly"),
        (
            "Hằng quý",
            date(2025, 4, 10),
            "recurring · due 2025-03-31 2025-06-30 2025-09-30 2025-12-31 (quarter) · every quarterly",
        ),
    ],
)
def test_the_day_of_issue_settles_what_is_past(cell: str, issued_on: date | None, reading: str) -> None:
    assert said(read(cell, 2025, issued_on=issued_on)) == reading


SPELLINGS = [
    [
        "Quý III/2025",
        "Quí III/2025",
        "QUÝ III/2025",
        "quy 3/2025",
        "Quý  III / 2025.",
        "QuýIII/2025",
        "Qúy III năm 2025",
    ],
    ["30/6/2025", "3O/6/2025", "30 / 6 / 2025", "30-6-2025", "30.6.2025", "30//6/2025", "ngày 30 tháng 6 năm 2025"],
    ["Tháng 12/2025", "Tháng l2/2025", "Thang I2/2025", "tháng12/2025", "Tha\u0301ng 12/2025", "Tháng\n12/2025"],
    ["Thường xuyên", "Thuờng xuyên", "thuong xuyen", "THƯỜNG XUYÊN", "Thường\u00a0xuyên.", "- Thường xuyên"],
    ["2026–2028", "2026 - 2028", "2026—2028", "2026-2028.", "2026 đến 2028"],
    ["chậm nhất là ngày 01/11/2025", "chậm nhất làngày 01/11/2025", "cham nhat la ngay 1/11/2025"],
]


@pytest.mark.parametrize("spellings", SPELLINGS, ids=lambda spellings: spellings[0])
def test_spellings_of_one_cell_read_alike(spellings: list[str]) -> None:
    readings = {spelling: said(read(spelling, 2025)) for spelling in spellings}
    assert set(readings.values()) == {readings[spellings[0]]}
    assert readings[spellings[0]] != "unspecified · ?"


WORDS = st.sampled_from(
    [
        "ngày", "tháng", "quý", "năm", "trước", "sau", "đến", "từ", "hằng", "định", "kỳ", "6", "12", "30/6", "2025",
        "III", "/", "-", ",", ";", "(", ")", ".", "và", "chậm", "nhất", "theo", "khi", "có", "kế", "hoạch", "số",
        "02-KH/UBND", "đầu", "cuối", "giữa", "thường", "xuyên", "lần", "tuần", "15", "kể", "dự", "kiến", "kỳ", "họp",
        "thứ", "31", "cuối", "của", "sau", "tiếp", "17h00",
    ]
)  # fmt: skip
TEXTS = st.text(max_size=200) | st.lists(WORDS, max_size=25).map(" ".join)


@given(TEXTS, st.integers(-5, 20_000))
def test_any_text_in_any_year_gives_a_deadline(text: str, year: int) -> None:
    deadline = read(text, year)
    days = [due.day for due in deadline.dues]
    assert deadline.text == text
    assert days == sorted(set(days))
    assert deadline.kind is not Kind.UNSPECIFIED or not (days or deadline.cadence)
    assert deadline.kind is not Kind.CONDITIONAL or deadline.trigger


@given(TEXTS)
def test_a_record_gives_the_deadline_back(text: str) -> None:
    deadline = read(text, 2025)
    assert Deadline.from_record(json.loads(json.dumps(deadline.to_record()))) == deadline


@given(TEXTS)
def test_spaces_around_a_cell_say_nothing(text: str) -> None:
    assert said(read(f"  {text}\n", 2025)) == said(read(text, 2025))


@pytest.mark.parametrize(
    "piece", ["1-", "1, ", "(", "tháng 6, ", "trước ngày 1/1 ", "theo ", "\x00", "\u0301", "\ufdfa", "9"]
)
def test_the_longest_cells_are_read_in_part(piece: str) -> None:
    deadline = read(piece * 100_000, 2025)
    assert deadline.dues == read(piece * 50_000, 2025).dues
    assert deadline.ambiguous or deadline == Deadline(piece * 100_000, Kind.UNSPECIFIED)


def _scorer() -> Callable[[dict[str, str], dict[str, object]], bool]:
    spec = importlib.util.spec_from_file_location("score_deadlines", SCORER)
    assert spec
    assert spec.loader
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    judge: Callable[[dict[str, str], dict[str, object]], bool] = module.judge
    return judge


@pytest.mark.skipif(not TABLE.exists(), reason="the labelled cells are not on this machine")
def test_the_corpus_is_read_within_the_bars() -> None:
    with TABLE.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    judge = _scorer()
    readings = [(row, read(row["phrase"], int(row["reference_year"])).to_json()) for row in rows]
    wrong = [(row["phrase"], reading) for row, reading in readings if not judge(row, reading)]
    silent = [phrase for phrase, reading in wrong if not reading["ambiguous"]]
    plain = [row["phrase"] for row in rows if not row["ambiguous"]]
    needless = [row["phrase"] for row, got in readings if got["ambiguous"] and not row["ambiguous"] and judge(row, got)]
    assert len(wrong) <= 0.05 * len(rows), wrong
    assert len(silent) <= 0.01 * len(rows), silent
    assert len(needless) <= 0.10 * len(plain), needless
