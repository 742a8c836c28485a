"""The plan's year 2023 by typed lines only: three offices, two wards, Nội vụ, a head and a leader.

The transcript is a golden file, to be read by an official. Where words have changed on purpose, write it anew with
KEEP_TRANSCRIPT=1 and read it whole before keeping it.
"""

import asyncio
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from bot.conversation import Conversation
from bot.talk import Incoming
from data.kinds import Role
from data.store import Store
from data.talk import Outgoing, Speaker
from data.views import occurrences
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.delivery import deliver
from scheduler.slots import next_slot
from tests.building import CALENDAR, CHANNEL, COMPOSER, POLICY, ZONE, at, join, office
from tests.conftest import store_on

TRANSCRIPT = Path(__file__).with_name("nam-2023.txt")
STORY = Path(__file__).with_name("nam-2023-chuyen.txt")

CAST = {
    "Nội vụ": ("NV", Role.COORDINATOR, "Phạm Thị Thu"),
    "Văn phòng": ("VP", Role.OFFICER, "Nguyễn Văn An"),
    "Tư pháp": ("TUPHAP", Role.OFFICER, "Trần Thị Bình"),
    "Kinh tế": ("KT", Role.OFFICER, "Lê Minh Châu"),
    "Lê Lợi": ("P-LL", Role.OFFICER, "Hoàng Thu Hà"),
    "Trung Nghĩa": ("X-TN", Role.OFFICER, "Vũ Đức Khải"),
    "Thủ trưởng Văn phòng": ("VP", Role.HEAD, "Đỗ Mạnh Hùng"),
    "Lãnh đạo": ("UBND-TP", Role.LEADER, "Ngô Văn Thành"),
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


class Year:
    """The office from its switch-on to the end of the year; what is said is written down as it is said."""

    name = CHANNEL
    trouble = None
    has_buttons = True
    allowance = None

    def __init__(self, store: Store, folder: Path) -> None:
        self.store = store
        self.conversation = Conversation(store, COMPOSER, folder)
        self.now = at("2023-01-11 07:00")
        self.said: list[str] = []
        self._count = 0

    async def send(self, chat_id: str, outgoing: Outgoing, *, lane: Lane, patience: float) -> Outcome:
        """Hear what the service pushes; what it answers was written down when it was asked."""
        assert patience > 0
        if lane is Lane.ANSWER:
            return Delivered()
        self._write(f"→ {chat_id}", outgoing)
        return Delivered((str(len(self.said)),))

    def morning_of(self, day: date) -> None:
        """Go on to that day, through every slot between."""
        while (slot := next_slot(self.now, POLICY, CALENDAR)).day <= day:
            self.now = slot.opens_at
            self._ring()

    def types(self, moment: datetime, chat: str, text: str) -> None:
        """A person types; the answer, and what others are told of it at once, are written down."""
        self.morning_of(moment.date())
        self.now = moment
        self._count += 1
        self.said.append(f"{self._clock} {chat} gõ: {text}")
        speaker = Speaker(CHANNEL, chat, f"người {chat}", CAST[chat][2])
        for reply in self.conversation.hear(Incoming(str(self._count), speaker, text), moment).replies:
            self._write(f"⇠ {chat}", reply)
        self._ring()

    def _ring(self) -> None:
        before = len(self.said)
        tick.run(self.store, self.now, POLICY, CALENDAR)
        while asyncio.run(deliver(self.store, [self], COMPOSER, self.now)):
            pass
        # Chats are written to side by side: which is first is nobody's business.
        self.said[before:] = sorted(self.said[before:])

    @property
    def _clock(self) -> str:
        return f"{self.now.astimezone(ZONE):%d/%m/%Y %H:%M}"

    def _write(self, whom: str, outgoing: Outgoing) -> None:
        lines = "\n".join(filter(None, (outgoing.title, outgoing.text)))
        self.said.append(f"{self._clock} {whom}\n{told(lines)}")


def told(words: str) -> str:
    """A message as it stands in a transcript."""
    return "\n".join(f"    {line}".rstrip() for line in words.splitlines())


def story(path: Path) -> Iterator[tuple[datetime, str, str]]:
    """The lines of the story: "2023-01-17 09:12 Văn phòng: xong 10"; blank lines and # comments are for the reader."""
    for line in path.read_text().splitlines():
        if line and not line.startswith("#"):
            when, _, rest = line[:16], line[16], line[17:]
            chat, _, text = rest.partition(": ")
            yield at(when), chat, text


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
    return Year(store, tmp_path)


def test_the_year_as_it_is_told(year: Year) -> None:
    for moment, chat, text in story(STORY):
        year.types(moment, chat, text)
    year.morning_of(date(2023, 12, 29))
    assert standing(year.store) == AT_THE_END
    transcript = "\n\n".join(year.said) + "\n"
    if "KEEP_TRANSCRIPT" in os.environ:
        TRANSCRIPT.write_text(transcript)
    assert transcript == TRANSCRIPT.read_text()
