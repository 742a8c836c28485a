"""The plan's year 2023 by typed lines only: three offices, two wards, Nội vụ, a head and a leader.

The transcript is a golden file, to be read by an official. Where words have changed on purpose, write it anew with
KEEP_TRANSCRIPT=1 and read it whole before keeping it.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data.kinds import Role
from data.store import Store
from data.views import occurrences
from tests.building import at, join, office
from tests.conftest import store_on
from tests.journeys.repeats import said_twice
from tests.journeys.telling import Player, Year, story

TRANSCRIPT = Path(__file__).with_name("nam-2023.txt")
STORY = Path(__file__).with_name("nam-2023-chuyen.txt")

CAST = {
    "Nội vụ": Player("NV", Role.COORDINATOR, "Phạm Thị Thu"),
    "Văn phòng": Player("VP", Role.OFFICER, "Nguyễn Văn An"),
    "Tư pháp": Player("TUPHAP", Role.OFFICER, "Trần Thị Bình"),
    "Kinh tế": Player("KT", Role.OFFICER, "Lê Minh Châu"),
    "Lê Lợi": Player("P-LL", Role.OFFICER, "Hoàng Thu Hà"),
    "Trung Nghĩa": Player("X-TN", Role.OFFICER, "Vũ Đức Khải"),
    "Thủ trưởng Văn phòng": Player("VP", Role.HEAD, "Đỗ Mạnh Hùng"),
    "Lãnh đạo": Player("UBND-TP", Role.LEADER, "Ngô Văn Thành"),
}


# How each unit of the cast stands in each task at the end of the year, its periods in order.
AT_THE_END: dict[str, dict[str, str]] = {
    "VP": {
        "1": "closed closed closed closed",
        "4": "closed closed closed closed",
        "10": "accepted",
        "11": "accepted",
        "12": "closed closed closed closed",
        "13": "closed closed closed closed",
    },
    "NV": {
        "1": "closed closed closed closed",
        "2": "done",
        "4": "closed closed closed closed",
        "12": "closed closed closed closed",
        "13": "closed closed closed closed",
    },
    "TUPHAP": {
        "1": "accepted accepted closed closed",
        "6": "done",
        "7": "accepted accepted closed closed",
        "8": "accepted accepted closed closed",
        "9": "accepted",
        "12": "accepted accepted closed closed",
        "13": "accepted accepted closed closed",
    },
    "KT": {
        "1": "closed closed closed closed",
        "12": "closed closed closed closed",
        "13": "closed closed closed closed",
        "14": "accepted closed closed closed",
        "15": "accepted closed closed closed",
    },
    "P-LL": {
        "1": "accepted accepted closed accepted",
        "12": "accepted accepted closed accepted",
        "13": "accepted accepted closed accepted",
    },
    "X-TN": {
        "1": "accepted closed closed closed",
        "12": "closed closed closed closed",
        "13": "closed closed closed closed",
    },
}


def standing(store: Store) -> dict[str, dict[str, str]]:
    """The states of every Occurrence of the cast's units, by unit and task."""
    found: dict[str, dict[str, str]] = {}
    cast = {code for code, *_ in CAST.values()}
    with store.transaction() as session:
        for fact in occurrences(session):
            if fact.unit.code in cast:
                tasks = found.setdefault(fact.unit.code, {})
                tasks[fact.task.number] = f"{tasks.get(fact.task.number, '')} {fact.state}".strip()
    return found


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    yield from store_on("sqlite", request)


@pytest.fixture
def year(store: Store, tmp_path: Path) -> Year:
    office(store)
    for chat, (code, role, _) in CAST.items():
        join(store, code, chat, role=role)
    return Year(store, tmp_path, CAST, at("2023-01-11 07:00"))


def test_the_year_as_it_is_told(year: Year) -> None:
    for moment, chat, text in story(STORY):
        year.types(moment, chat, text)
    year.morning_of(date(2023, 12, 29))
    assert standing(year.store) == AT_THE_END
    assert said_twice(year.said) == []
    transcript = "\n\n".join(year.said) + "\n"
    if "KEEP_TRANSCRIPT" in os.environ:
        TRANSCRIPT.write_text(transcript)
    assert transcript == TRANSCRIPT.read_text()
