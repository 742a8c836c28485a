"""The plan's year 2023 over Zalo: real HTTP, the service itself, every unit in a chat of its own, typed lines only.

What the cast says and hears is a golden file, to be read by an official; of everybody else it holds how many messages
came. Where words have changed on purpose, write it anew with KEEP_TRANSCRIPT=1 and read it whole before keeping it.
"""

import os
import re
from collections import Counter
from collections.abc import AsyncIterator, Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest
from sqlmodel import select

from bot.channels.splitting import utf16_units
from bot.channels.zalo.writing import LIMIT
from data import ledger
from data.kinds import Part, Role
from data.ledger import Allowance, Spent
from data.model import Assignment
from data.people import chats, registering
from data.store import Store
from scheduler.slots import next_slot
from tests.building import CALENDAR, POLICY, ZONE, at, office
from tests.conftest import store_on
from tests.doubles.zalo import PrivateChat
from tests.journeys.telling import story, told
from tests.journeys.test_year import AT_THE_END, CAST, standing
from tests.journeys.test_zalo import House, running

TRANSCRIPT = Path(__file__).with_name("nam-2023-zalo.txt")
STORY = Path(__file__).with_name("nam-2023-zalo-chuyen.txt")

MORNING = at("2023-01-11 07:00")
PLAN_OF_ZALO = Allowance(people=50, messages=3_000)
# Of the busiest month, with every answer: a fifth of what the plan of one bot allows.
MOST_IN_A_MONTH = 600
# What nobody can do on Zalo, and so nobody is told to do.
WITHOUT_BUTTONS = re.compile(r"\b(?:bấm|nhấn|nhấp|chạm|nút|quét)\b", re.IGNORECASE)
BY_NUMBER = "\nĐề nghị trả lời bằng số thứ tự."
OTHERS = "Các đơn vị khác"
PHOTO = b"\xff\xd8\xff a photo"
CODE, INSTEAD = re.compile(r"(?<=dang ky )\S+"), "ABCD2345"

# How many messages Zalo takes in each month: reminders of 36 chats of 34 units, notices, and an answer to every line.
BY_MONTH = {
    "2023-01": 124,
    "2023-02": 20,
    "2023-03": 189,
    "2023-04": 11,
    "2023-05": 5,
    "2023-06": 87,
    "2023-07": 23,
    "2023-08": 5,
    "2023-09": 176,
    "2023-10": 19,
    "2023-11": 4,
    "2023-12": 94,
}


class Year:
    """The office from its switch-on to the end of the year; what is said is written down as it is said."""

    def __init__(self, house: House) -> None:
        self.house, self.store, self.clock = house, house.service.parts.store, house.service.parts.clock
        self.cast: dict[str, PrivateChat] = {}
        self.others: dict[str, PrivateChat] = {}
        self.said: list[str] = []
        self.heard: list[str] = []
        self.by_month: Counter[str] = Counter()
        self.now = MORNING

    async def join(self) -> None:
        """Everybody types the code that the operator has given out."""
        for name, (code, role, person) in CAST.items():
            self.cast[name] = self.house.zalo.user(person).private()
            await self._tell({name: self.cast[name]}, f"dang ky {self._code(code, role)}")
        codes = {code: self._code(code) for code in _others(self.store)}
        self.others = {code: self.house.zalo.user(f"Cán bộ {code}").private() for code in codes}
        await self._tell(self.others, *(f"dang ky {secret}" for secret in codes.values()))

    async def morning_of(self, day: date) -> None:
        """Go on to that day, through every slot between."""
        while (slot := next_slot(self.now, POLICY, CALENDAR)).day <= day:
            self.now = self.house.zalo.now = slot.opens_at
            # The leases run on the machine's time.
            await self.house.service.take_over()
            await self.house.service.move_to(slot.day)
            await self._listen()

    async def tells(self, moment: datetime, name: str, text: str) -> None:
        """A person of the cast, or everybody else, sends something; all hear what comes of it."""
        await self.morning_of(moment.date())
        self.now = self.house.zalo.now = moment
        self.clock.move_to(moment)
        await self._tell(self.others if name == OTHERS else {name: self.cast[name]}, text)

    def _code(self, code: str, role: Role = Role.OFFICER) -> str:
        with self.store.transaction() as session:
            unit = registering.unit_by_code(session, code)
            return chats.new_code(session, unit, role, self.now, timedelta(days=7))

    async def _tell(self, tellers: Mapping[str, PrivateChat], *texts: str) -> None:
        """Each of them sends the text of their own, or the only one."""
        whose = next(iter(tellers)) if len(tellers) == 1 else OTHERS
        self.said.append(f"{self._clock} {whose} gõ: {CODE.sub(INSTEAD, texts[0])}")
        for chat, text in zip(tellers.values(), cycle(texts), strict=False):
            await _send(chat, text)
        service = self.house.service
        await self.house.zalo.drained()
        await service.settled()
        await service._tick()
        await service.settled()
        await self._listen(tellers)

    async def _listen(self, tellers: Collection[str] = ()) -> None:
        """Write down what has come into the chats."""
        for name, chat in self.cast.items():
            for words in await self._new(chat):
                self.said.append(f"{self._clock} {'⇠' if name in tellers else '→'} {name}\n{told(words)}")
        elsewhere = [words for chat in self.others.values() for words in await self._new(chat)]
        if elsewhere:
            longest = max(map(utf16_units, elsewhere))
            self.said.append(f"{self._clock} → {OTHERS}: {len(elsewhere)} tin, dài nhất {longest} ký tự")

    async def _new(self, chat: PrivateChat) -> list[str]:
        words = [(await chat.next_message()).text for _ in chat.unread]
        self.heard += words
        self.by_month[f"{self.now.astimezone(ZONE):%Y-%m}"] += len(words)
        return words

    @property
    def _clock(self) -> str:
        return f"{self.now.astimezone(ZONE):%d/%m/%Y %H:%M}"


async def _send(chat: PrivateChat, text: str) -> None:
    """A line of the story: words, a photo with words under it, or what Zalo does not pass on."""
    if text.startswith("[ảnh]"):
        await chat.sends_photo(PHOTO, text.removeprefix("[ảnh]").strip())
    elif text == "[tệp]":
        await chat.sends_file("bao-cao.pdf", b"%PDF")
    else:
        await chat.says(text)


def _others(store: Store) -> list[str]:
    """The units that lead something and are not in the cast."""
    cast = {code for code, *_ in CAST.values()}
    with store.transaction() as session:
        leading = set(session.exec(select(Assignment.unit_id).where(Assignment.part == Part.LEAD)))
        units = registering.single_units(session)
        return [unit.code for unit in units if unit.id in leading and unit.code not in cast]


def entered(store: Store) -> dict[str, Spent]:
    """What the ledger of the bot says of each month."""
    bot, firsts = "zalo:42", [date(2023, month, 1) for month in range(1, 13)]
    with store.transaction() as session:
        return {f"{first:%Y-%m}": ledger.spent(session, [bot], first)[bot] for first in firsts}


def faults_of(words: str) -> set[str]:
    """What is wrong with a message on Zalo."""
    above, is_list, _ = words.partition(BY_NUMBER)
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", above, re.MULTILINE)]
    checks = {
        "too long": utf16_units(words) > LIMIT,
        "tells of buttons": WITHOUT_BUTTONS.search(words) is not None,
        "choices cannot be typed": bool(is_list) and numbers[-1:] != [len(numbers)],
        "choices without a word how to choose": bool(numbers) and not is_list,
    }
    return {name for name, is_so in checks.items() if is_so}


@pytest.fixture
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    yield from store_on("sqlite", request)


@pytest.fixture
async def year(store: Store, tmp_path: Path) -> AsyncIterator[Year]:
    office(store)
    async with running(store, MORNING, tmp_path, PLAN_OF_ZALO) as house:
        yield Year(house)


async def test_the_year_as_it_is_told_on_zalo(year: Year) -> None:
    await year.join()
    for moment, name, text in story(STORY):
        await year.tells(moment, name, text)
    await year.morning_of(date(2023, 12, 29))

    transcript = "\n\n".join(year.said) + "\n"
    if "KEEP_TRANSCRIPT" in os.environ:
        TRANSCRIPT.write_text(transcript)
    assert {words: found for words in year.heard if (found := faults_of(words))} == {}
    assert (standing(year.store), dict(year.by_month)) == (AT_THE_END, BY_MONTH)
    assert entered(year.store) == {month: Spent(messages, people=36) for month, messages in BY_MONTH.items()}
    assert max(BY_MONTH.values()) < MOST_IN_A_MONTH
    assert transcript == TRANSCRIPT.read_text()
