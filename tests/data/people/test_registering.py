"""The rows of units: those that people name in a chat; and what goes when one registry takes the place of another."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from data.agencies.registry import Registry, RegistryUnit
from data.kinds import Role
from data.people import chats, registering
from data.store import Session, Store, open_store
from tests.building import at, draft, join, office, registry, row

NOW = at("2023-01-11 08:00")

PROVINCE = Registry(
    (
        RegistryUnit("UBND", "UBND tỉnh Đồng Nai", "UBND"),
        RegistryUnit("NV", "Sở Nội vụ", "sở"),
        RegistryUnit("SYT", "Sở Y tế", "sở"),
        RegistryUnit("G-S", "Các sở", "nhóm", (), ("NV", "SYT")),
    )
)
ADDED = Registry((RegistryUnit("TTCNTT", "Trung tâm Công nghệ thông tin", "đơn vị sự nghiệp"),))


def codes(session: Session) -> list[str]:
    return sorted(unit.code for unit in registering.load_registry(session).units)


def test_a_registry_that_nothing_refers_to_is_replaced_whole(store: Store) -> None:
    with store.transaction() as session:
        registering.save_registry(session, registry())
        assert registering.remove_unnamed(session, PROVINCE) == len(registry().units) - 1
        registering.save_registry(session, PROVINCE)
    with store.transaction() as session:
        assert registering.load_registry(session) == PROVINCE


def test_what_a_plan_a_chat_or_an_invitation_refers_to_stays(store: Store) -> None:
    office(store, draft(row("1", lead="Phòng Kinh tế", coordinating="Phòng Tư pháp")))
    with store.transaction() as session:
        registering.save_registry(session, registry())
    join(store, "YT")
    with store.transaction() as session:
        chats.new_code(session, registering.unit_by_code(session, "VHTT"), Role.OFFICER, NOW, timedelta(days=7))
        used = {"KT", "TUPHAP", "YT", "VHTT"}
        assert used < set(codes(session))
        registering.remove_unnamed(session, PROVINCE)
        registering.save_registry(session, PROVINCE)
        assert set(codes(session)) == used | set(PROVINCE.by_code)


def test_only_the_registry_of_another_committee_is_anothers() -> None:
    assert registering.is_of_another_body(registry(), PROVINCE)
    assert not registering.is_of_another_body(registry(), registry())
    assert not registering.is_of_another_body(registry(), ADDED)
    assert not registering.is_of_another_body(Registry(()), PROVINCE)


@pytest.fixture
def city(sqlite_url: str) -> Iterator[Store]:
    opened = open_store(sqlite_url)
    with opened.transaction() as session:
        registering.save_registry(session, registry())
    yield opened
    opened.close()


def test_units_and_members_of_groups_are_given_as_rows(city: Store) -> None:
    unions = ["LDLD", "HND", "HPN", "DTN", "HCCB"]
    with city.transaction() as session:
        unit, rest = registering.unit_leading(session, "phường Lê Lợi thu truong")
        assert (unit.code, unit.id is not None, rest) == ("P-LL", True, "thu truong")
        units, rest = registering.units_leading(session, "VP, P-LL thiếu số")
        assert ([unit.code for unit in units], rest) == (["VP", "P-LL"], "thiếu số")
        assert [unit.code for unit in registering.units_named(session, "P-QT cho P-LL")] == ["P-QT", "P-LL"]
        assert [unit.code for unit in registering.units_named(session, "các tổ chức CT-XH")] == unions
        read = registering.read_units(session)
    assert read.registry == registry()
    assert {code: row.name for code, row in read.of.items()} == {unit.code: unit.name for unit in registry().units}
