"""The channels of the same people: joined beside one another by a code, one hears, and which is theirs to choose."""

from datetime import timedelta

import pytest
from sqlmodel import select

from data.kinds import Role
from data.model import Address, Unit
from data.people import addressing, chats, preferring, registering
from data.people.preferring import Way
from data.record import SERVICE
from data.refusals import ChannelUnknown, CodeForPerson, CodeInvalid, SameChannel
from data.store import Store
from data.talk import Speaker
from tests.building import SWITCHED_ON, registry
from tests.data.people.test_two_ways import TELEGRAM, ZALO, hearing, joined, out

VIBER = "viber:1"
LASTS = timedelta(days=1)


@pytest.fixture
def city(store: Store) -> Store:
    """Nội vụ with one person, who coordinates by Telegram."""
    with store.transaction() as session:
        registering.save_registry(session, registry())
    joined(store, "lan", TELEGRAM, role=Role.COORDINATOR)
    return store


def code_beside(store: Store, chat: str) -> str:
    with store.transaction() as session:
        address = session.exec(select(Address).where(Address.chat_id == chat)).one()
        return preferring.invite_beside(session, address, SERVICE, SWITCHED_ON, LASTS)


def types(store: Store, code: str, bot: str, chat: str, *, is_group: bool = False) -> None:
    with store.transaction() as session:
        chats.join(session, code, Speaker(bot, chat, f"user of {chat}", "Trần Thị Lan", is_group), SWITCHED_ON)


def family(store: Store) -> dict[str, str | None]:
    """Of each chat the one that hears before it."""
    with store.transaction() as session:
        every = {address.id: address for address in session.exec(select(Address).order_by(Address.id))}  # type: ignore[arg-type]
    return {each.chat_id: every[each.fallback_of].chat_id if each.fallback_of else None for each in every.values()}


def prefer(store: Store, chat: str, channel: str) -> None:
    with store.transaction() as session:
        address = session.exec(select(Address).where(Address.chat_id == chat)).one()
        (there,) = preferring.of_chat(session, [address])
        unit = session.get_one(Unit, address.unit_id)
        preferring.prefer(session, unit, there, channel, SERVICE, SWITCHED_ON)


def test_however_many_join_one_after_the_other_one_is_the_first(city: Store) -> None:
    types(city, code_beside(city, "lan"), ZALO, "lan-zalo")
    types(city, code_beside(city, "lan-zalo"), VIBER, "lan-viber")
    assert family(city) == {"lan": None, "lan-zalo": "lan", "lan-viber": "lan"}
    # A code typed in the first one makes no circle.
    types(city, code_beside(city, "lan-zalo"), TELEGRAM, "lan")
    assert family(city) == {"lan": None, "lan-zalo": "lan", "lan-viber": "lan"}
    prefer(city, "lan", "viber")
    assert family(city) == {"lan": "lan-viber", "lan-zalo": "lan-viber", "lan-viber": None}
    assert hearing(city, Role.COORDINATOR) == ["lan-viber"]


def test_two_that_have_joined_apart_become_ways_to_the_same_people(city: Store) -> None:
    joined(city, "lan-zalo", ZALO, role=Role.COORDINATOR)
    assert hearing(city, Role.COORDINATOR) == ["lan", "lan-zalo"]
    types(city, code_beside(city, "lan"), ZALO, "lan-zalo")
    assert hearing(city, Role.COORDINATOR) == ["lan"]
    with city.transaction() as session:
        first = session.exec(select(Address).where(Address.chat_id == "lan")).one()
        first.left_at = SWITCHED_ON
        session.add(first)
    assert hearing(city, Role.COORDINATOR) == ["lan-zalo"]


def test_which_codes_join_nothing_and_that_they_stay_good(city: Store) -> None:
    code = code_beside(city, "lan")
    for bot, is_group, refusal in ((TELEGRAM, False, SameChannel), (ZALO, True, CodeForPerson)):
        with pytest.raises(refusal):
            types(city, code, bot, "elsewhere", is_group=is_group)
    types(city, code, ZALO, "lan-zalo")
    with pytest.raises(CodeInvalid):
        types(city, code, VIBER, "lan-viber")
    gone = code_beside(city, "lan")
    with city.transaction() as session:
        first = session.exec(select(Address).where(Address.chat_id == "lan")).one()
        first.left_at = SWITCHED_ON
        session.add(first)
    with pytest.raises(CodeInvalid):
        types(city, gone, VIBER, "lan-viber")


def test_what_each_is_to_its_people(city: Store) -> None:
    joined(city, "g-vp", TELEGRAM)
    joined(city, "vp", ZALO)

    def ways() -> tuple[Way, ...]:
        with city.transaction() as session:
            unit = session.exec(select(Unit).where(Unit.code == "VP")).one()
            return preferring.ways(session, preferring.of_unit(session, unit))

    usual, other = Way("telegram", True, True, False, None), Way("zalo", False, False, False, None)
    assert ways() == (usual, other)
    out(city, TELEGRAM)
    assert ways() == (Way("telegram", True, False, True, None), Way("zalo", False, True, False, None))
    out(city)
    with city.transaction() as session:
        addressing.mark_unreachable(session, TELEGRAM, "g-vp", "kicked", SWITCHED_ON)
    assert ways() == (Way("telegram", True, False, False, "kicked"), Way("zalo", False, True, False, None))
    prefer(city, "vp", "zalo")
    with pytest.raises(ChannelUnknown) as refused:
        prefer(city, "vp", "viber")
    assert refused.value.channels == ("telegram", "zalo")
