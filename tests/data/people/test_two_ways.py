"""Two channels, one unit: which of its chats hears, by which bots serve and which channel it prefers."""

import pytest
from sqlmodel import select

from data import leases
from data.kinds import Role
from data.model import Address, Unit
from data.people import addressing, registering
from data.store import Store
from tests.building import SWITCHED_ON, address_of, join, registry
from tests.data.test_leases import LASTS

TELEGRAM, ZALO = "telegram:42", "zalo:7"


@pytest.fixture
def city(store: Store) -> Store:
    """A database that knows the shipped registry."""
    with store.transaction() as session:
        registering.save_registry(session, registry())
    return store


def joined(store: Store, chat: str, bot: str, *, role: Role = Role.OFFICER, beside: str | None = None) -> None:
    """Have a chat of a bot join the office's own unit, or Nội vụ's; maybe as the other channel of `beside`."""
    join(store, "VP" if role is Role.OFFICER else "NV", chat, role=role, is_group=chat.startswith("g"))
    with store.transaction() as session:
        address = address_of(session, chat)
        address.bot = bot
        address.fallback_of = session.exec(select(Address.id).where(Address.chat_id == beside)).first()
        session.add(address)


def out(store: Store, *bots: str) -> None:
    """Have nothing go out by these bots, and by all others again."""
    for bot in (TELEGRAM, ZALO):
        with store.transaction() as session:
            leases.hold(session, bot, "ours", LASTS)
            leases.tell_out(session, bot, "ours", "unreachable" if bot in bots else None)


def hearing(store: Store, *roles: Role) -> list[str]:
    """The chats that hear: the one of a unit's work, or all of `roles`."""
    with store.transaction() as session:
        if roles:
            return [address.chat_id for address in addressing.live_addresses(session, roles)]
        return [address.chat_id for address in addressing.preferred_addresses(session).values()]


def prefer(store: Store, channel: str | None) -> None:
    with store.transaction() as session:
        unit = session.exec(select(Unit).where(Unit.code == "VP")).one()
        unit.channel = channel
        session.add(unit)


def test_a_unit_hears_where_it_prefers_to_and_elsewhere_while_that_bot_is_out(city: Store) -> None:
    joined(city, "g-telegram", TELEGRAM)
    joined(city, "zalo", ZALO)
    heard = []
    for channel, *gone in ((None,), ("zalo",), ("zalo", ZALO), (None, TELEGRAM), (None, TELEGRAM, ZALO), ("viber",)):
        prefer(city, channel)
        out(city, *gone)
        heard.append((channel, *gone, hearing(city)))
    assert heard == [
        (None, ["g-telegram"]),
        ("zalo", ["zalo"]),
        ("zalo", ZALO, ["g-telegram"]),
        (None, TELEGRAM, ["zalo"]),
        (None, TELEGRAM, ZALO, ["g-telegram"]),
        ("viber", ["g-telegram"]),
    ]


def test_of_the_two_channels_of_one_who_coordinates_one_hears(city: Store) -> None:
    joined(city, "lan", TELEGRAM, role=Role.COORDINATOR)
    joined(city, "lan-zalo", ZALO, role=Role.COORDINATOR, beside="lan")
    joined(city, "minh", ZALO, role=Role.COORDINATOR)
    heard = []
    for gone in ((), (TELEGRAM,), (ZALO,), (TELEGRAM, ZALO)):
        out(city, *gone)
        heard.append(hearing(city, Role.COORDINATOR))
    assert heard == [["lan", "minh"], ["lan-zalo", "minh"], ["lan", "minh"], ["lan", "minh"]]
    out(city)
    with city.transaction() as session:
        addressing.mark_unreachable(session, TELEGRAM, "lan", "blocked", SWITCHED_ON)
    assert hearing(city, Role.COORDINATOR) == ["lan-zalo", "minh"]


def test_who_does_not_hold_a_bot_says_nothing_of_it(city: Store) -> None:
    with city.transaction() as session:
        leases.hold(session, ZALO, "ours", LASTS)
        leases.tell_out(session, ZALO, "another's", "unreachable")
        assert leases.out_of_service(session) == {}
        leases.tell_out(session, ZALO, "ours", "quota")
        assert leases.out_of_service(session) == {ZALO: "quota"}
