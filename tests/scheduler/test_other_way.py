"""Two channels to the same people: what cannot go out by one goes by the other in the same slot, and is said once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from data import leases, notices
from data.kinds import MessageState, Role
from data.model import Address, Message
from data.people import addressing
from data.store import Store
from scheduler.channel import Outcome, TryLater, Undeliverable
from scheduler.delivery import deliver
from scheduler.notices import chats_of_coordinators, chats_of_units, tell
from tests.building import (
    CALENDAR,
    COMPOSER,
    POLICY,
    SWITCHED_ON,
    ScriptedChat,
    at,
    draft,
    join,
    office,
    row,
    run,
)
from tests.data.test_leases import LASTS

TELEGRAM, ZALO = "telegram:42", "zalo:7"
AWAY, PERHAPS, GONE = TryLater("unreachable"), TryLater("no-answer", perhaps=True), Undeliverable("not-found")
FORBIDDEN = TryLater("forbidden", lasting=True)
DUE, ASKED = "Ngày 28/02/2023", "Theo thời hạn tại Kế hoạch của UBND TP"


@dataclass
class City:
    """An office whose people may be reached by two bots."""

    store: Store
    bots: dict[str, ScriptedChat] = field(
        default_factory=lambda: {bot: ScriptedChat(name=bot) for bot in (TELEGRAM, ZALO)}
    )

    def joins(self, code: str, chat: str, bot: str, role: Role = Role.OFFICER, *, beside: str | None = None) -> None:
        """Have a chat of a bot join a unit, maybe as the other channel of another chat."""
        join(self.store, code, chat, role=role)
        with self.store.transaction() as session:
            address = session.exec(select(Address).where(Address.chat_id == chat)).one()
            address.bot = bot
            address.fallback_of = session.exec(select(Address.id).where(Address.chat_id == beside)).first()
            session.add(address)

    def out(self, **reasons: str) -> None:
        """Have these bots be out of service, by their channels, and all others serve."""
        for bot in self.bots:
            with self.store.transaction() as session:
                leases.hold(session, bot, "ours", LASTS)
                leases.tell_out(session, bot, "ours", reasons.get(bot.partition(":")[0]))

    def tells(self, chats: Iterable[Address], now: datetime) -> None:
        """Have chats be told that the service is at work for a unit: any notice does."""
        with self.store.transaction() as session:
            notice = notices.Unlinked("Văn phòng", 1, SWITCHED_ON)
            tell(session, [session.merge(chat) for chat in chats], notice, now=now, policy=POLICY, workdays=CALENDAR)

    async def at(self, moment: str, fails: Mapping[str, Outcome] | None = None) -> list[str]:
        """Tick and deliver; the chats that heard. What is sent to a chat that `fails` has this outcome."""
        now = at(f"2023-{moment}")
        for bot in self.bots.values():
            bot.script = {chat: [outcome] * 5 for chat, outcome in (fails or {}).items()}
        run(self.store, now)
        await deliver(self.store, self.bots.values(), COMPOSER, now)
        run(self.store, now)
        await deliver(self.store, self.bots.values(), COMPOSER, now)
        return sorted(chat for bot in self.bots.values() for chat in bot.heard())


@pytest.fixture
def city(store: Store) -> City:
    """A unit with a chat on each channel, and Nội vụ with two people, of whom one has both."""
    office(store, draft(row("1", DUE), row("2", ASKED, title="Sơ kết")))
    found = City(store)
    found.joins("VP", "vp", TELEGRAM)
    found.joins("VP", "vp-zalo", ZALO)
    found.joins("NV", "lan", TELEGRAM, Role.COORDINATOR)
    found.joins("NV", "lan-zalo", ZALO, Role.COORDINATOR, beside="lan")
    found.joins("NV", "minh", ZALO, Role.COORDINATOR)
    return found


async def test_down_in_the_morning_by_the_other_way_in_the_same_slot_back_and_said_once(city: City) -> None:
    heard = {"07:30": await city.at("01-11 07:30", {"vp": AWAY, "lan": AWAY})}
    city.out(telegram="unreachable")
    heard["07:45"] = await city.at("01-11 07:45", {"vp": AWAY, "lan": AWAY})
    city.out()
    heard |= {moment: await city.at(f"01-11 {moment}") for moment in ("08:00", "09:00", "17:00")}
    assert heard == {"07:30": ["minh"], "07:45": ["lan-zalo", "vp-zalo"], "08:00": [], "09:00": [], "17:00": []}
    # What comes next goes by the first again, and begins after what the other has told.
    assert await city.at("01-12 07:30") == []
    assert await city.at("01-16 07:30") == ["lan", "minh"]
    assert await city.at("02-14 07:30") == ["lan", "minh", "vp"]
    with city.store.transaction() as session:
        given = session.exec(select(Message.chat_id).where(Message.outcome == "other way")).all()
    assert sorted(given) == ["lan", "vp"]


async def test_out_before_the_slot_and_back_in_it(city: City) -> None:
    city.out(telegram="token-rejected")
    assert await city.at("01-11 07:30") == ["lan-zalo", "minh", "vp-zalo"]
    city.out()
    assert await city.at("01-11 08:00") == []
    # Out again in the slot: what the first has said the other does not say.
    assert await city.at("01-16 07:30") == ["lan", "minh"]
    city.out(telegram="unreachable")
    assert await city.at("01-16 09:00") == []


async def test_both_out_one_after_the_other_and_each_thing_is_said_once_where_it_can_be(city: City) -> None:
    city.out(telegram="unreachable")
    away = {"vp": AWAY, "lan": AWAY, "vp-zalo": AWAY, "lan-zalo": AWAY, "minh": AWAY}
    assert await city.at("01-11 07:30", away) == []
    city.out(telegram="unreachable", zalo="quota")
    assert await city.at("01-11 07:50", away) == []
    city.out(zalo="quota")
    assert await city.at("01-11 08:10", {"minh": AWAY}) == ["lan", "vp"]
    city.out()
    assert await city.at("01-11 09:00") == ["minh"]


async def test_what_perhaps_arrived_is_not_said_by_the_other(city: City) -> None:
    assert await city.at("01-11 07:30", {"vp": PERHAPS, "lan": PERHAPS}) == ["minh"]
    city.out(telegram="unreachable")
    assert await city.at("01-11 07:45", {"vp": AWAY, "lan": AWAY}) == []
    city.out()
    assert await city.at("01-11 08:30") == ["lan", "vp"]


async def test_what_a_process_had_claimed_that_is_gone_is_not_said_by_the_other(city: City) -> None:
    await city.at("01-11 07:30", {"vp": AWAY, "lan": AWAY})
    with city.store.transaction() as session:
        for message in session.exec(select(Message).where(Message.bot == TELEGRAM)):
            message.state = MessageState.CLAIMED
            session.add(message)
        leases.hold(session, TELEGRAM, "gone", timedelta(seconds=-1))
    city.out(telegram="unreachable")
    assert await city.at("01-11 07:45", {"vp": AWAY, "lan": AWAY}) == []


@pytest.mark.parametrize("refusal", [GONE, FORBIDDEN])
async def test_a_chat_that_is_gone_or_silences_us_is_heard_by_the_other(city: City, refusal: Outcome) -> None:
    with city.store.transaction() as session:
        units, offices = chats_of_units(session, [1, 2, 3]), chats_of_coordinators(session)
    city.tells([*units, *offices], SWITCHED_ON)
    refusing = {"vp": refusal, "lan": refusal}
    first = await city.at("01-11 07:30", refusing)
    later = await city.at("01-11 07:40", refusing)
    # Each hears what was to be told of an event, and its digest.
    assert sorted(first + later) == ["lan-zalo"] * 2 + ["minh"] * 2 + ["vp-zalo"] * 2
    assert await city.at("01-11 08:00", refusing) == []
    with city.store.transaction() as session:
        lost = [address.chat_id for _, address in addressing.unreachable(session)]
    assert sorted(lost) == ["lan", "vp"]


async def test_a_notice_goes_by_the_other_under_the_same_event_and_an_answer_never(city: City) -> None:
    await city.at("01-11 07:30")
    with city.store.transaction() as session:
        chats = [*chats_of_units(session, [1, 2, 3]), *chats_of_coordinators(session)]
    city.tells(chats, at("2023-01-11 09:00"))
    assert await city.at("01-11 09:00", {"vp": AWAY, "lan": AWAY}) == ["minh"]
    city.out(telegram="unreachable")
    assert await city.at("01-11 09:15", {"vp": AWAY, "lan": AWAY}) == ["lan-zalo", "vp-zalo"]
    city.out()
    assert await city.at("01-11 10:00") == []
    # Told once more of the same, they have heard it.
    city.tells(chats, at("2023-01-11 11:00"))
    assert await city.at("01-11 11:00") == []


async def test_a_notice_that_waits_for_the_morning_waits_for_its_bot_until_then(city: City) -> None:
    await city.at("01-11 07:30")
    with city.store.transaction() as session:
        chats = chats_of_coordinators(session)
    city.tells(chats, at("2023-01-11 20:00"))
    city.out(telegram="unreachable")
    assert await city.at("01-11 21:00") == []
    city.out()
    assert await city.at("01-12 07:30") == ["lan", "minh"]


async def test_who_has_no_other_way_waits_and_hears_late(store: Store) -> None:
    office(store, draft(row("1", DUE), row("2", lead="Phòng Kinh tế")))
    city = City(store)
    city.joins("VP", "hai", TELEGRAM)
    city.joins("VP", "vp-zalo", ZALO, beside="hai")
    city.joins("KT", "kt", TELEGRAM)
    with store.transaction() as session:
        # One chat speaks for both units; only one of them has another.
        kt = session.exec(select(Address).where(Address.chat_id == "kt")).one()
        kt.chat_id = "hai"
        session.add(kt)
    assert await city.at("01-11 07:30", {"hai": AWAY}) == []
    city.out(telegram="unreachable")
    assert await city.at("01-11 07:45", {"hai": AWAY}) == ["vp-zalo"]
    city.out()
    assert await city.at("01-11 09:00") == ["hai"]
    (said,) = [message for message in _sent(store) if message.chat_id == "hai"]
    assert "Phòng Kinh tế" in (said.text or "")
    assert "Văn phòng HĐND-UBND" not in (said.text or "")


async def test_a_head_hears_by_the_other_too(store: Store) -> None:
    office(store, draft(row("1", "Ngày 11/01/2023")))
    city = City(store)
    city.joins("VP", "vp", ZALO)
    city.joins("VP", "chanh-vp", TELEGRAM, Role.HEAD)
    city.joins("VP", "chanh-vp-zalo", ZALO, Role.HEAD, beside="chanh-vp")
    city.joins("VP", "pho-vp", ZALO, Role.HEAD)
    for day in ("11", "12", "13"):
        await city.at(f"01-{day} 07:30")
    assert await city.at("01-16 07:30", {"chanh-vp": AWAY}) == ["pho-vp", "vp"]
    city.out(telegram="unreachable")
    assert await city.at("01-16 07:45", {"chanh-vp": AWAY}) == ["chanh-vp-zalo"]
    city.out()
    assert await city.at("01-16 09:00") == []


def _sent(store: Store) -> list[Message]:
    with store.transaction() as session:
        return list(session.exec(select(Message).where(Message.state == MessageState.SENT)))
