"""The year 2026 of a commune: its own plan, a registry from the model, mergers, reports by phone, figures put right.

The transcript is a golden file, to be read by an official, as that of 2023 (test_year.py).
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.agencies.registry import Registry, RegistryUnit, format_registry, read_registry
from data.documents.formats import read_document
from data.kinds import Role
from data.lines.numbers import total
from data.people import registering
from data.plans import drafting, importing
from data.store import Store
from data.views import occurrences
from tests.building import CALENDAR, POLICY, at, join, registry
from tests.conftest import store_on
from tests.journeys.telling import Player, Year, story

PLAN = Path(__file__).with_name("xa-2026-ke-hoach.txt")
STORY = Path(__file__).with_name("xa-2026-chuyen.txt")
TRANSCRIPT = Path(__file__).with_name("xa-2026.txt")
START = at("2026-01-12 07:00")

CAST = {
    "Phòng Văn hóa": Player("VHXH", Role.COORDINATOR, "Phạm Thị Thu"),
    "Văn phòng": Player("VP", Role.OFFICER, "Nguyễn Văn An"),
    "Phòng Kinh tế": Player("KT", Role.OFFICER, "Lê Minh Châu"),
    "Trưởng phòng Kinh tế": Player("KT", Role.HEAD, "Đỗ Mạnh Hùng"),
    "Trung tâm": Player("HCC", Role.OFFICER, "Trần Thị Bình"),
    "Công an": Player("CA", Role.OFFICER, "Vũ Đức Khải"),
    "Hội Phụ nữ": Player("HPN", Role.OFFICER, "Đặng Thị Mai"),
    "Thôn Đông": Player("T-DONG", Role.OFFICER, "Hoàng Văn Đông"),
    "Thôn Đoài": Player("T-DOAI", Role.OFFICER, "Bùi Thị Hoa"),
    "Thôn Thượng": Player("T-THUONG", Role.OFFICER, "Ngô Văn Sơn"),
    "Trường Tiểu học": Player("TH1", Role.OFFICER, "Phan Thị Hạnh"),
    "Trường THCS": Player("THCS", Role.OFFICER, "Lý Quốc Việt"),
    "Lãnh đạo": Player("UBND", Role.LEADER, "Ngô Văn Thành"),
}

# What the commune has of the model is kept; what it lacks goes, its schools and thôn come.
ABSENT = {"TTDV", "BCHQS", "CD", "TH", "THCS", "DU"}
THERE = (
    ("THCS", "Trường THCS Yên Mỹ", "trường học"),
    ("TH1", "Trường Tiểu học Yên Mỹ 1", "trường học"),
    ("TH2", "Trường Tiểu học Yên Mỹ 2", "trường học"),
    ("T-DONG", "Thôn Đông", "thôn"),
    ("T-DOAI", "Thôn Đoài", "thôn"),
    ("T-THUONG", "Thôn Thượng", "thôn"),
    ("T-HA", "Thôn Hạ", "thôn"),
)
MERGED = RegistryUnit("T-DD", "Thôn Đông Đoài", "thôn")

# What all units together have reported by the end of the year, as summed by hand: by task and period.
FIGURES = {
    "1": {"2026-Q1": "14 tin, 3 bài", "2026-Q2": "15 tin, 1 bài", "2026-Q3": "10 tin, 2 bài", "2026-Q4": "6 tin"},
    "3": {
        "2026-01": "42 lượt",
        "2026-02": "35 lượt người",
        "2026-03": "53 lượt",
        "2026-04": "38 lượt",
        "2026-05": "41 lượt",
        "2026-06": "60 lượt",
        "2026-07": "45 lượt",
        "2026-08": "52 lượt",
        "2026-09": "47 lượt",
        "2026-10": "55 lượt",
        "2026-11": "49 lượt",
        "2026-12": "30 lượt",
    },
    "6": {"2026-Q1": "380 hồ sơ", "2026-Q2": "425 hồ sơ", "2026-Q3": "500 hồ sơ", "2026-Q4": "450 hồ sơ"},
    "11": {"2026-Q1": "6 bài", "2026-Q2": "5 bài", "2026-Q3": "7 bài", "2026-Q4": "6 bài"},
    "13": {"2026-Q1": "3 buổi", "2026-Q2": "3 buổi", "2026-Q3": "4 buổi", "2026-Q4": "2 buổi"},
    "14": {"2026-Q1": "75 hội viên", "2026-Q2": "65 hội viên", "2026-Q4": "30 hội viên"},
}


def proposed(folder: Path) -> Registry:
    """The registry that `import --propose-units` starts from, completed by hand as an office does, and read back."""
    model = drafting.proposal_of(read_document(PLAN), registry()).registry.units
    kept = [each for each in model if each.code not in ABSENT]
    named = [RegistryUnit(code, name, kind) for code, name, kind in THERE]
    single, groups = [each for each in kept if not each.group], [each for each in kept if each.group]
    groups = [replace(each, members=("kind:thôn",)) if each.code == "G-THON" else each for each in groups]
    path = folder / "don-vi.tsv"
    path.write_text(format_registry(Registry((*single, *named, *groups))))
    return read_registry(path)


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    yield from store_on("sqlite", request)


@pytest.fixture
def year(store: Store, tmp_path: Path) -> Year:
    units = proposed(tmp_path)
    draft = drafting.draft_of(read_document(PLAN), units, CALENDAR, path=str(PLAN))
    with store.transaction() as session:
        registering.save_registry(session, units)
        importing.switch_on(session, importing.save(session, draft, START, POLICY.zone), START)
    for chat, player in CAST.items():
        join(store, player.code, chat, role=player.role, now=START)
    return Year(store, tmp_path, CAST, START)


def test_the_communes_year_as_it_is_told(year: Year) -> None:
    for moment, chat, text in story(STORY):
        if moment.date() >= date(2026, 7, 1):
            add_the_merged(year.store)
        year.types(moment, chat, text)
    year.morning_of(date(2026, 12, 31))
    assert figures(year.store) == FIGURES
    transcript = "\n\n".join(year.said) + "\n"
    if "KEEP_TRANSCRIPT" in os.environ:
        TRANSCRIPT.write_text(transcript)
    assert transcript == TRANSCRIPT.read_text()


def figures(store: Store) -> dict[str, dict[str, str]]:
    """What has been reported of each task in each period, by all its units together."""
    notes: dict[str, dict[str, list[str]]] = {}
    with store.transaction() as session:
        for fact in occurrences(session):
            if fact.report and fact.report.counts:
                notes.setdefault(fact.task.number, {}).setdefault(fact.key, []).append(fact.report.note)
    return {
        task: {key: ", ".join(f"{each.number} {each.noun}" for each in total(said)) for key, said in periods.items()}
        for task, periods in notes.items()
    }


def add_the_merged(store: Store) -> None:
    """The thôn of which the resolution says that two become one; `units import` brings it."""
    with store.transaction() as session:
        known = registering.load_registry(session)
        if MERGED.code not in known.by_code:
            registering.save_registry(session, Registry((*known.units, MERGED)))
