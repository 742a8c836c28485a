"""A registry that takes the place of another: what goes, and what something still refers to."""

from datetime import timedelta

from data.agencies.registry import Registry, RegistryUnit
from data.kinds import Role
from data.people import chats, registering
from data.store import Session, Store
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
