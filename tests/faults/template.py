"""The office every fault begins with: the plan of 2023 switched on and so many chats joined; made once, copied."""

import hashlib
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from data.agencies.registry import Registry, RegistryUnit
from data.documents import read_document
from data.kinds import Part, Role
from data.model import Address, Assignment, Message, Task, Unit
from data.people import chats, registering
from data.plans import drafting, importing
from data.store import Store, open_store
from data.talk import Speaker
from data.upkeep.make_believe import copy_into_memory
from scheduler import tick
from tests.building import CALENDAR, PLAN, POLICY, SWITCHED_ON, at, registry

# The morning on which the faults happen: every unit of the plan hears of its quarter and of what is due.
MORNING = at("2023-01-17 07:31")
# What each chat can report on that morning, by a line of its own.
NUMBERS = ("1", "12", "13")
TELEGRAM, ZALO = "telegram", "zalo"
# The half of every bot's token that is looked for in the logs and in the database.
SECRET = "so-cua-bot-nay"


def token_of(bot: int) -> str:
    """The token of a bot."""
    return f"{bot}:{SECRET}"


def person_of(messenger: str, bot: int, place: int) -> str:
    """The id that the double of a messenger gives to the person who is the so-manieth to exist, from 0."""
    if messenger == TELEGRAM:
        return str(7_001 + place)
    return hashlib.sha1(f"{token_of(bot)}/{place + 1}".encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Seat:
    """A private chat that speaks for a unit."""

    bot: int
    chat_id: str
    unit: str
    name: str


@dataclass(frozen=True, slots=True)
class Template:
    """A database file with the office in it. `seats` are its chats; each of them gets a digest on the `MORNING`."""

    path: Path
    seats: tuple[Seat, ...]
    messenger: str


class Templates:
    """Makes templates in a folder, each once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[int | str, ...], Template] = {}

    def of(self, chats: int, bots: tuple[int, ...], messenger: str) -> Template:
        """An office with so many chats, one for each unit, shared out among the bots."""
        key: tuple[int | str, ...] = (messenger, chats, *bots)
        if key not in self._made:
            self._made[key] = _make(self._folder / f"office-{'-'.join(map(str, key))}.db", chats, bots, messenger)
        return self._made[key]


def _make(path: Path, chats: int, bots: tuple[int, ...], messenger: str) -> Template:
    wide = _wide_registry(chats)
    draft = drafting.draft_of(read_document(PLAN), wide, CALENDAR, path=str(PLAN))
    store = open_store(f"sqlite:///{path}")
    try:
        with store.transaction() as session:
            registering.save_registry(session, wide)
            importing.switch_on(session, importing.save(session, draft, SWITCHED_ON, POLICY.zone), SWITCHED_ON)
        # What is owed is opened by the tick after the plan was switched on, days before the faults.
        tick.run(store, SWITCHED_ON, POLICY, CALENDAR)
        with store.transaction() as session:
            seats = tuple(
                _join(session, messenger, bots, unit, place) for place, unit in enumerate(_units(session, chats))
            )
        assert _who_hears(store) == {seat.chat_id for seat in seats}
    finally:
        store.close()
    return Template(path, seats, messenger)


def _wide_registry(chats: int) -> Registry:
    """The shipped registry, and wards beside it where there are more chats than units."""
    wards = tuple(RegistryUnit(f"P-{n}", f"UBND phường Số {n}", "phường") for n in range(1, chats - 20))
    codes = tuple(ward.code for ward in wards)
    units = (replace(unit, members=unit.members + codes) if unit.code == "G-PX" else unit for unit in registry().units)
    return Registry((*units, *wards))


def _units(session: Session, chats: int) -> list[Unit]:
    """Units that can report each of `NUMBERS`."""
    leading = (
        select(Assignment.unit_id)
        .join(Task, col(Task.id) == Assignment.task_id)
        .where(Assignment.part == Part.LEAD, Task.number == NUMBERS[0])
    )
    found = select(Unit).where(col(Unit.id).in_(leading)).order_by(col(Unit.position)).limit(chats)
    units = list(session.exec(found))
    assert len(units) == chats, f"the plan has work for {len(units)} units, not for {chats}"
    return units


def _join(session: Session, messenger: str, bots: tuple[int, ...], unit: Unit, place: int) -> Seat:
    bot = bots[place % len(bots)]
    seat = Seat(bot, person_of(messenger, bot, place), unit.code, f"Cán bộ {place + 1}")
    secret = chats.new_code(session, unit, Role.OFFICER, SWITCHED_ON, timedelta(days=7))
    session.flush()
    speaker = Speaker(f"{messenger}:{seat.bot}", seat.chat_id, seat.chat_id, seat.name, is_group=False)
    chats.join(session, secret, speaker, SWITCHED_ON)
    return seat


def _who_hears(store: Store) -> set[str]:
    """The chats that a tick of the `MORNING` has a message for."""
    copied = copy_into_memory(store)
    tick.run(copied, MORNING, POLICY, CALENDAR)
    with copied.transaction() as session:
        chats = session.exec(select(Address.chat_id).join(Message, col(Message.address_id) == Address.id))
        return set(chats)
