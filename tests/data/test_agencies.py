"""Cells of agencies: a table of cells by feature, the shared corpus, and what holds for any text."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.agencies import split
from data.agencies.groups import AgencyPart
from data.agencies.proposing import propose_registry
from tests.tables import differing

HERE = Path(__file__).parent
CELLS = HERE / "agency_cells.txt"
SHARED = HERE.parents[2] / "shared" / "samples" / "agencies.tsv"
BAR = 0.95


def labelled_cells() -> Iterator[tuple[str, str]]:
    """Cell and parts of each line "cell => part | part [group]"; "\\n" in a cell is a new line."""
    for line in CELLS.read_text(encoding="utf-8").splitlines():
        cell, arrow, parts = line.partition(" => ")
        if arrow:
            yield cell.replace("\\n", "\n"), parts


def labelled(part: AgencyPart) -> str:
    mark = " [open]" if part.open else " [group]" if part.group else " [person]" if part.person else ""
    return part.text + mark


def test_every_cell_of_the_table() -> None:
    table = list(labelled_cells())
    assert len(table) > 600
    assert differing((cell, " | ".join(map(labelled, split(cell))), parts) for cell, parts in table) == []


def test_what_names_nobody_is_proposed_as_no_unit() -> None:
    cells = ["Theo phân công tại Quyết định số 15/QĐ-UBND", "Theo chức năng, nhiệm vụ", "Như trên", "Phòng Nội vụ"]
    assert [unit.name for unit in propose_registry(cells).units] == ["Phòng Nội vụ"]


def test_a_cell_without_a_word_has_no_parts() -> None:
    cells = ["", "   ", "\n", ".", "-", "...", ";;", "()", " , "]
    assert differing((cell, split(cell), ()) for cell in cells) == []


def test_all_four_facts_of_a_part() -> None:
    assert split("Chủ tịch UBND tỉnh; UBND phường Lê Lợi; các đơn vị; các cơ quan liên quan") == (
        AgencyPart("Chủ tịch UBND tỉnh", group=False, person=True),
        AgencyPart("UBND phường Lê Lợi", group=False),
        AgencyPart("các đơn vị", group=True),
        AgencyPart("các cơ quan liên quan", group=True, open=True),
    )


def test_old_and_new_spelling_of_tones_split_alike() -> None:
    old = split("Sở Văn hoá, Thể thao và Du lịch; Uỷ ban nhân dân các xã, phường")
    new = split("Sở Văn hóa, Thể thao và Du lịch; Ủy ban nhân dân các xã, phường")
    assert [part.group for part in old] == [part.group for part in new] == [False, True]


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the project")
def test_the_shared_corpus_splits_right() -> None:
    with SHARED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    wrong = [row["phrase"] for row in rows if not _as_labelled(row["phrase"], row["parts"])]
    assert len(wrong) <= len(rows) * (1 - BAR), wrong


def _as_labelled(phrase: str, label: str) -> bool:
    """As many parts as the label, the same ones groups, in order; persons may be left out."""
    parts = [part.strip() for part in label.split("|")]
    every = ["[group]" in part for part in parts]
    bodies = ["[group]" in part for part in parts if "[person" not in part]
    return [part.group for part in split(phrase)] in (every, bodies)


WORDS = ["Sở", "sở", "Tài chính", "các", "UBND", "phường", "xã", "Lê Lợi", "và", ",", ";", ".", ":", "/", "-", "(", ")"]
WORDS += ["Phòng Văn hóa", "Thông tin", "TP", "TP.", "\n", "đơn vị", "liên quan", "Chủ tịch", "12", "Các Cục:", "KH&CN"]
WORDS += ["+", "*", "Đ/c", "Nguyễn Văn An", "0912345678", "a@b.vn", "toàn", "trường", "CĐ", "THPT", "Thuế", "thực hiện"]


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_any_text_gives_parts_with_words(cell: str) -> None:
    for part in split(cell):
        assert any(map(str.isalnum, part.text))
        assert part.text == " ".join(part.text.split())
        assert not (part.open and not part.group)
        assert not (part.person and part.group)


BODIES = st.lists(st.sampled_from(["Sở Tài chính", "Phòng Nội vụ", "các sở, ngành", "UBND các phường, xã", "VNPT"]))


@given(BODIES)
def test_bodies_joined_by_semicolons_come_apart_again(bodies: list[str]) -> None:
    assert [part.text for part in split("; ".join(bodies))] == bodies


@given(BODIES, st.sampled_from(["- {}", "+ {}", "* {}", "• {}", "{} (chủ trì);", "{};", "{}\n"]))
def test_bodies_behind_any_mark_come_apart_again(bodies: list[str], mark: str) -> None:
    assert [part.text for part in split(" ".join(map(mark.format, bodies)))] == bodies


@given(BODIES, st.sampled_from(["ĐT: 0912 345 678", "SĐT 0221.3862.123", "(0912345678)", "email: ab@hy.gov.vn"]))
def test_how_to_reach_a_body_is_no_part_of_it(bodies: list[str], contact: str) -> None:
    assert [part.text for part in split("; ".join(f"{body}, {contact}" for body in bodies))] == bodies


def test_of_two_levels_named_equally_often_the_first_is_home() -> None:
    registry = propose_registry(["Công an tỉnh; Thuế huyện; Thuế; Công an"])
    assert [unit.name for unit in registry.units] == ["Công an tỉnh", "Thuế huyện", "Thuế"]


def test_cells_are_read_without_a_database_without_readers_of_files_and_without_likeness() -> None:
    heavy = ("sqlalchemy", "sqlmodel", "openpyxl", "pdfplumber", "rapidfuzz")
    code = f"import sys, data.agencies; print([name for name in {heavy} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=HERE.parents[1], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"
