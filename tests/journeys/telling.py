"""A year as it is told: people type, the service says, and all of it is written down to be read by an official."""

import asyncio
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from bot.conversation import Conversation
from bot.talk import Incoming
from data.kinds import Role
from data.store import Store
from data.talk import Outgoing, Speaker
from scheduler import tick
from scheduler.bots import Lane
from scheduler.channel import Delivered, Outcome
from scheduler.delivery import deliver
from scheduler.slots import next_slot
from tests.building import CALENDAR, CHANNEL, COMPOSER, POLICY, ZONE, at


class Player(NamedTuple):
    """Somebody of the cast: the unit for which they speak, as what, and their name."""

    code: str
    role: Role
    person: str


class Year:
    """The office from its switch-on to the end of the year; what is said is written down as it is said."""

    name = CHANNEL
    trouble = None
    has_buttons = True
    allowance = None

    def __init__(self, store: Store, folder: Path, cast: Mapping[str, Player], start: datetime) -> None:
        self.store, self.cast, self.now = store, cast, start
        self.conversation = Conversation(store, COMPOSER, folder)
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
        speaker = Speaker(CHANNEL, chat, f"người {chat}", self.cast[chat].person)
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
