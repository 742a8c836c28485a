"""Who is who and which chat speaks for whom: the registry, invitations and addresses."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import col, select

from data import talk
from data.agencies.registry import fan_out
from data.kinds import Role
from data.model import Address, Change, Invitation, Officer
from data.people import addressing, chats, coordinating, persons, registering
from data.refusals import CodeInvalid, Refusal, TooManyTries, UnitUnknown
from data.store import Store
from tests.building import CHANNEL, SWITCHED_ON, at, dump, join, registry, speaker

WEEK = timedelta(days=7)
WARDS = (
    "P-LS", "P-HN", "P-AT", "P-LL", "P-MK", "P-QT", "P-HC", "X-TN", "X-LP", "X-HNA", "X-QC", "X-BK", "X-PC", "X-HGC",
    "X-PCH", "X-TH", "X-HH",
)  # fmt: skip


@pytest.fixture
def city(store: Store) -> Store:
    """A database that knows the shipped registry."""
    with store.transaction() as session:
        registering.save_registry(session, registry())
    return store


def invited(store: Store, code: str, role: Role = Role.OFFICER) -> str:
    with store.transaction() as session:
        return chats.new_code(session, registering.unit_by_code(session, code), role, SWITCHED_ON, WEEK)


def attempt(store: Store, code: str, moment: str, who: str = "1") -> str:
    """Try a code as the conversation does; the answer by its code, a wrong one is noted."""
    said = speaker(who)
    try:
        with store.transaction() as session:
            chats.join(session, code, said, at(moment))
    except CodeInvalid as wrong:
        with store.transaction() as session:
            chats.note_wrong_code(session, persons.officer_of(session, said), said.chat_id, at(moment))
        return wrong.code
    except Refusal as refused:
        return refused.code
    return "joined"


def preferred(store: Store) -> dict[str, str]:
    """The one chat in which each unit is reminded."""
    with store.transaction() as session:
        codes = {unit.id: unit.code for unit in registering.single_units(session)}
        return {codes[unit_id]: address.chat_id for unit_id, address in addressing.preferred_addresses(session).items()}


def seats(store: Store, chat_id: str) -> list[tuple[int, Role]]:
    with store.transaction() as session:
        return [(address.unit_id, address.role) for address in addressing.addresses_of(session, CHANNEL, chat_id)]


def change(store: Store, verb: Callable[..., object], *arguments: object) -> None:
    with store.transaction() as session:
        verb(session, CHANNEL, *arguments)


def test_a_registry_saved_twice_changes_nothing(city: Store) -> None:
    before = dump(city)
    with city.transaction() as session:
        assert registering.save_registry(session, registry()) == 59
    assert dump(city) == before


def test_a_registry_comes_back_as_it_went_in(city: Store) -> None:
    with city.transaction() as session:
        loaded = registering.load_registry(session)
    assert loaded == registry()
    assert fan_out("G-PX", loaded) == WARDS
    assert fan_out("G-LQ", loaded) == ()


def test_a_unit_is_found_by_its_code_in_any_case(city: Store) -> None:
    with city.transaction() as session:
        found = [registering.unit_by_code(session, typed).code for typed in ("VP", " p-ll ", "x-hna")]
    assert found == ["VP", "P-LL", "X-HNA"]


def test_an_unknown_unit_is_told_with_those_that_look_alike(city: Store) -> None:
    guesses = {"P-L": ("P-LS", "P-LL"), "X-H": ("X-HNA", "X-HGC", "X-HH"), "G-PX": (), "": ()}
    for typed, alike in guesses.items():
        with city.transaction() as session, pytest.raises(UnitUnknown) as refused:
            registering.unit_by_code(session, typed)
        assert (refused.value.text, refused.value.guesses) == (typed, alike)


def test_the_coordinating_office_is_noi_vu(city: Store) -> None:
    with city.transaction() as session:
        office = coordinating.coordinating_office(session)
        assert office is not None
        assert office.code == "NV"


def test_a_code_joins_a_chat_once(city: Store) -> None:
    code = invited(city, "VP")
    assert attempt(city, code, "2023-01-11 08:00", "1") == "joined"
    assert attempt(city, code, "2023-01-11 08:00", "2") == "CodeInvalid"
    assert preferred(city) == {"VP": "1"}


def test_a_code_lasts_for_its_time(city: Store) -> None:
    early, late = invited(city, "VP"), invited(city, "VP")
    assert attempt(city, early, "2023-01-18 07:29") == "joined"
    assert attempt(city, late, "2023-01-18 07:30") == "CodeInvalid"


def test_what_is_no_code_is_refused(city: Store) -> None:
    typed = [f"{invited(city, 'VP')}X", "", "VP"]
    assert [attempt(city, each, "2023-01-11 08:00") for each in typed] == ["CodeInvalid"] * 3


def test_a_code_may_be_typed_small_and_in_groups(city: Store) -> None:
    code = invited(city, "VP").lower()
    assert attempt(city, f" {code[:4]} {code[4:]} ", "2023-01-11 08:00") == "joined"


def test_the_code_itself_is_nowhere_in_the_database(city: Store) -> None:
    code = invited(city, "VP")
    assert code not in repr(dump(city))
    attempt(city, code, "2023-01-11 08:00")
    kept = repr(dump(city))
    assert code not in kept
    assert code.lower() not in kept.lower()


def test_the_fifth_wrong_code_within_an_hour_locks_that_person_out(city: Store) -> None:
    right = invited(city, "VP")
    tries = [attempt(city, "WRONG", f"2023-01-11 08:0{n}") for n in range(5)]
    assert tries == ["CodeInvalid"] * 5
    assert attempt(city, right, "2023-01-11 08:59") == "TooManyTries"
    assert attempt(city, right, "2023-01-11 08:59", "somebody else") == "joined"


def test_an_hour_later_one_may_try_again(city: Store) -> None:
    right = invited(city, "VP")
    for _ in range(5):
        attempt(city, "WRONG", "2023-01-11 08:00")
    assert attempt(city, right, "2023-01-11 08:59") == TooManyTries().code
    assert attempt(city, right, "2023-01-11 09:00") == "joined"


def test_wrong_codes_follow_the_person_from_chat_to_chat(city: Store) -> None:
    with city.transaction() as session:
        lan = persons.officer_of(session, speaker("private", "lan"))
        minh = persons.officer_of(session, speaker("group", "minh", is_group=True))
        for chat_id in ("private", "private", "group", "group", "other group"):
            chats.note_wrong_code(session, lan, chat_id, SWITCHED_ON)
        locked = [chats.code_lock(session, each, "group", SWITCHED_ON) for each in (lan, minh)]
    assert locked == [chats.Lock(at("2023-01-11 08:30"), of_chat=False, of_person=True), None]


def test_members_of_a_chat_who_take_turns_lock_it_out(city: Store) -> None:
    with city.transaction() as session:
        everybody = [persons.officer_of(session, speaker("group", who, is_group=True)) for who in ("lan", "minh", "an")]
        for who in (*everybody, *everybody[:2]):
            chats.note_wrong_code(session, who, "group", SWITCHED_ON)
        locked = [chats.code_lock(session, everybody[2], chat_id, SWITCHED_ON) for chat_id in ("group", "own chat")]
    assert locked == [chats.Lock(at("2023-01-11 08:30"), of_chat=True, of_person=False), None]


def test_joining_twice_is_one_address(city: Store) -> None:
    join(city, "VP", "1")
    join(city, "VP", "1", now=at("2023-01-12 09:00"))
    with city.transaction() as session:
        (address,) = session.exec(select(Address)).all()
        used = session.exec(select(Invitation.address_id, Invitation.used_at).order_by(col(Invitation.id))).all()
    assert address.joined_at == at("2023-01-12 09:00")
    assert used == [(address.id, SWITCHED_ON), (address.id, at("2023-01-12 09:00"))]


def test_joining_writes_who_and_where(city: Store) -> None:
    join(city, "VP", "1")
    with city.transaction() as session:
        (line,) = session.exec(select(Change).where(Change.action == "join")).all()
        officer = session.exec(select(Officer)).one()
        address = session.exec(select(Address)).one()
    assert (line.officer_id, line.address_id, line.subject, line.subject_id) == (
        officer.id,
        address.id,
        "address",
        address.id,
    )
    assert (line.before, line.after) == ({}, {"unit": address.unit_id, "role": "officer"})


def test_joining_again_makes_an_unreachable_chat_reachable(city: Store) -> None:
    join(city, "VP", "1")
    change(city, addressing.mark_unreachable, "1", "blocked", SWITCHED_ON)
    join(city, "VP", "1")
    with city.transaction() as session:
        address = session.exec(select(Address)).one()
    assert (address.unreachable_at, address.unreachable_reason) == (None, None)


def test_one_chat_may_speak_in_two_roles_and_for_two_units(city: Store) -> None:
    for code, role in (("NV", Role.OFFICER), ("NV", Role.COORDINATOR), ("VP", Role.OFFICER)):
        join(city, code, "1", role=role)
    with city.transaction() as session:
        ids = {code: registering.unit_by_code(session, code).id for code in ("NV", "VP")}
    assert seats(city, "1") == [
        (ids["NV"], Role.OFFICER),
        (ids["NV"], Role.COORDINATOR),
        (ids["VP"], Role.OFFICER),
    ]
    assert preferred(city) == {"NV": "1", "VP": "1"}


def test_a_group_chat_is_nobody_s_own(city: Store) -> None:
    join(city, "VP", "g", is_group=True)
    join(city, "VP", "1")
    with city.transaction() as session:
        known = session.exec(select(Address.chat_id, Address.is_group, Address.officer_id).order_by(col(Address.id)))
        assert [(chat, is_group, officer is None) for chat, is_group, officer in known] == [
            ("g", True, True),
            ("1", False, False),
        ]


def test_people_are_known_by_the_channel_s_id_of_them(city: Store) -> None:
    with city.transaction() as session:
        first = persons.officer_of(session, speaker("1", "lan"))
        again = persons.officer_of(session, talk.Speaker(CHANNEL, "2", "lan", "Trần Thị Lan"))
        nameless = persons.officer_of(session, talk.Speaker(CHANNEL, "2", "lan", ""))
        assert (again.id, nameless.id, nameless.name) == (first.id, first.id, "Trần Thị Lan")


def test_groups_come_before_private_chats_and_older_before_newer(city: Store) -> None:
    heard = []
    for chat, is_group in (("p1", False), ("p2", False), ("g1", True), ("g2", True)):
        join(city, "VP", chat, is_group=is_group)
        heard.append(preferred(city)["VP"])
    assert heard == ["p1", "p1", "g1", "g1"]


def test_heads_and_leaders_are_not_reminded_and_who_coordinates_is_where_no_officer_is(city: Store) -> None:
    join(city, "VP", "head", role=Role.HEAD)
    join(city, "NV", "boss", role=Role.COORDINATOR, is_group=True)
    join(city, "UBND-TP", "leader", role=Role.LEADER)
    assert preferred(city) == {"NV": "boss"}
    join(city, "NV", "officer")
    assert preferred(city) == {"NV": "officer"}
    change(city, addressing.mark_unreachable, "officer", "blocked", at("2023-01-12 08:00"))
    assert preferred(city) == {"NV": "boss"}


def test_an_unreachable_chat_falls_out_until_it_writes_again(city: Store) -> None:
    join(city, "VP", "g", is_group=True)
    join(city, "VP", "p")
    change(city, addressing.mark_unreachable, "g", "kicked", at("2023-01-12 08:00"))
    assert preferred(city) == {"VP": "p"}
    with city.transaction() as session:
        told = [(unit.code, each.chat_id, each.unreachable_reason) for unit, each in addressing.unreachable(session)]
    assert told == [("VP", "g", "kicked")]
    with city.transaction() as session:
        addressing.mark_reachable(session, addressing.addresses_of(session, CHANNEL, "g"), SWITCHED_ON)
    assert preferred(city) == {"VP": "g"}


def test_a_chat_that_moves_takes_its_seats_along(city: Store) -> None:
    join(city, "NV", "g", is_group=True)
    join(city, "NV", "g", role=Role.COORDINATOR, is_group=True)
    before = seats(city, "g")
    change(city, addressing.move_chat, "g", "-100g", SWITCHED_ON)
    assert (seats(city, "g"), seats(city, "-100g")) == ([], before)
    assert preferred(city) == {"NV": "-100g"}


def test_a_chat_may_move_to_where_it_has_joined_already(city: Store) -> None:
    join(city, "NV", "g", is_group=True)
    join(city, "NV", "g", role=Role.COORDINATOR, is_group=True)
    join(city, "NV", "-100g", is_group=True)
    change(city, addressing.move_chat, "g", "-100g", SWITCHED_ON)
    with city.transaction() as session:
        unit_id = registering.unit_by_code(session, "NV").id
    assert sorted(seats(city, "-100g")) == [(unit_id, Role.COORDINATOR), (unit_id, Role.OFFICER)]
    assert (seats(city, "g"), preferred(city)) == ([], {"NV": "-100g"})


def test_a_move_told_twice_changes_nothing_more(city: Store) -> None:
    join(city, "NV", "g", is_group=True)
    change(city, addressing.move_chat, "g", "-100g", SWITCHED_ON)
    before = dump(city)
    change(city, addressing.move_chat, "g", "-100g", SWITCHED_ON)
    assert dump(city) == before
