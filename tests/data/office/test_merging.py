"""Several units merged into one: what becomes of what each owes or has reported, as a table; chats, codes and names."""

from datetime import date, datetime

import pytest
from sqlmodel import col, select

from data.agencies import RegistryUnit
from data.agencies.registry import Registry
from data.kinds import Closing, Role, State
from data.model import Address, Change, Invitation, Occurrence, Plan, Unit
from data.office import handing_over
from data.office.handing_over import Handover
from data.people import addressing, chats, registering
from data.plans.drafts import PlanDraft
from data.record import Actor
from data.refusals import HandedOver, SameUnit
from data.store import Session, Store
from data.work import reporting
from tests.building import CHANNEL, ScriptedChat, at, draft, join, office, owed, row, run, send_all, speaker

NAMES = {
    "A": "UBND phường Quang Trung",
    "B": "UBND phường Minh Khai",
    "C": "UBND phường An Tảo",
    "D": "UBND phường Lê Lợi",
}
CODES = {"A": "P-QT", "B": "P-MK", "C": "P-AT", "D": "P-LL", "NV": "NV"}
THEN = at("2023-01-20 09:00")

# What each has of a standing duty in quý I before A, B and C are merged into D, and what counts of it afterwards:
# "-" does not lead it, "open" has not reported it, "3" has reported so many tin.
TABLE = """
A    B    C    D    | afterwards
open -    -    -    | D open
open open open -    | D open
3    open -    -    | A 3, D open
3    open open open | A 3, D open
3    1    -    -    | A 3, B 1
3    1    2    open | A 3, B 1, C 2, D open
open open -    2    | D 2
3    open -    2    | A 3, D 2
-    -    -    open | D open
"""


def merge(store: Store, units: str = "A B C", into: str = "D", now: datetime = THEN) -> Handover:
    with store.transaction() as session:
        each = [unit(session, letter) for letter in units.split()]
        return handing_over.hand_over(session, each, unit(session, into), Actor(), now)


def unit(session: Session, letter: str) -> Unit:
    return registering.unit_by_code(session, CODES[letter], former=True)


def started(store: Store, plan: PlanDraft) -> None:
    office(store, plan)
    run(store, at("2023-01-11 07:30"))


def rows() -> list[list[str]]:
    return [line.replace("|", "", 1).split(maxsplit=4) for line in TABLE.strip().splitlines()[1:]]


def test_what_becomes_of_a_period(store: Store) -> None:
    leading = [[name for letter, name in NAMES.items() if cells["ABCD".index(letter)] != "-"] for cells in rows()]
    plan = [row(str(number), "Thường xuyên", lead="; ".join(names)) for number, names in enumerate(leading, 1)]
    everybody = row("99", lead="; ".join(NAMES.values()))
    started(store, draft(*plan, everybody))
    with store.transaction() as session:
        for number, cells in enumerate(rows(), 1):
            for letter, cell in zip("ABCD", cells, strict=False):
                if cell.isdigit():
                    (fact,) = owed(session, str(number), CODES[letter])
                    reporting.confirm(session, fact.id, Actor(), THEN, note=f"{cell} tin")
    merge(store)
    run(store, at("2023-01-23 07:30"))
    run(store, at("2023-02-15 07:30"))
    assert [counted(store, str(number)) for number in range(1, len(rows()) + 1)] == [cells[4] for cells in rows()]


def counted(store: Store, number: str, key: str = "2023-Q1") -> str:
    """What counts of a task, by unit."""
    letters = {code: letter for letter, code in CODES.items()}
    with store.transaction() as session:
        said = [
            f"{letters[fact.unit.code]} {fact.report.note.removesuffix(' tin') if fact.report else fact.state.value}"
            for fact in owed(session, number)
            if fact.key == key and fact.closing is not Closing.WITHDRAWN
        ]
    return ", ".join(sorted(said))


def test_the_next_period_is_the_new_units_alone(store: Store) -> None:
    started(store, draft(row("1", "Thường xuyên", lead="; ".join([NAMES["A"], NAMES["B"]])), row("2", lead=NAMES["D"])))
    merge(store, "A B")
    run(store, at("2023-03-15 07:30"))
    assert counted(store, "1", "2023-Q2") == "D open"


def test_it_counts_what_goes_over(store: Store) -> None:
    lead = "; ".join([NAMES["A"], NAMES["B"]])
    started(store, draft(row("1", "Thường xuyên", lead=lead), row("2", lead=NAMES["D"], coordinating=lead)))
    join(store, "P-QT")
    join(store, "P-MK")
    join(store, "P-MK", "P-QT")
    join(store, "P-MK", "nhom", is_group=True)
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1", "P-QT")[0].id, Actor(), THEN)
        both = [unit(session, "A"), unit(session, "B")]
        expected = handing_over.expected(session, both, unit(session, "D"))
    assert expected == Handover(moved=1, merged=0, supported=1, tasks=1, reported=1, chats=3, persons=2)
    assert merge(store, "A B") == expected


def test_products_reported_and_a_later_day_are_kept(store: Store) -> None:
    lead = "; ".join(NAMES.values())
    started(store, draft(row("1", "Tháng 02/2023", lead=lead, product="Kế hoạch; Báo cáo")))
    with store.transaction() as session:
        fact = owed(session, "1", "P-QT")[0]
        assert fact.left == ("Kế hoạch", "Báo cáo")
        reporting.confirm(session, fact.id, Actor(), THEN, note="số 12/KH-UBND", parts=["Kế hoạch"])
        later = occurrence(session, "P-MK")
        later.due_on = date(2023, 3, 10)
        session.add(later)
    merge(store)
    with store.transaction() as session:
        (fact,) = [each for each in owed(session, "1") if each.closing is not Closing.WITHDRAWN]
    said = fact.unit.code, fact.state, fact.left, fact.due_on, fact.plan_due_on
    assert said == ("P-LL", State.OPEN, ("Báo cáo",), date(2023, 3, 10), date(2023, 2, 28))


def occurrence(session: Session, code: str) -> Occurrence:
    return session.get_one(Occurrence, owed(session, "1", code)[0].id)


def everybody_leads(store: Store) -> None:
    started(store, draft(row("1", "Thường xuyên", lead="; ".join(NAMES.values()))))


def test_chats_speak_for_the_new_unit_and_what_they_did_stays_the_old_ones(store: Store) -> None:
    everybody_leads(store)
    for code in ("P-QT", "P-MK", "P-LL"):
        join(store, code)
    join(store, "P-MK", "P-QT")  # one officer for two
    join(store, "P-AT", "P-LL")  # and one for an old unit and the new one
    join(store, "P-AT", "truong-phong", role=Role.HEAD)
    merge(store)
    with store.transaction() as session:
        names = {each.id: each.code for each in session.exec(select(Unit))}
        seats = [
            (each.chat_id, names[each.unit_id], each.role, each.left_at is None)
            for each in session.exec(select(Address).order_by(col(Address.id)))
        ]
        joining = session.exec(select(Change.after).where(Change.action == "join").order_by(col(Change.id)))
        assert [names[after["unit"]] for after in joining] == ["P-QT", "P-MK", "P-LL", "P-MK", "P-AT", "P-AT"]
    assert seats == [
        ("P-QT", "P-QT", Role.OFFICER, False),
        ("P-MK", "P-MK", Role.OFFICER, False),
        ("P-LL", "P-LL", Role.OFFICER, True),
        ("P-QT", "P-MK", Role.OFFICER, False),
        ("P-LL", "P-AT", Role.OFFICER, False),
        ("truong-phong", "P-AT", Role.HEAD, False),
        ("P-QT", "P-LL", Role.OFFICER, True),
        ("P-MK", "P-LL", Role.OFFICER, True),
        ("truong-phong", "P-LL", Role.HEAD, True),
    ]


def test_codes_and_plans_are_the_new_units(store: Store) -> None:
    everybody_leads(store)
    with store.transaction() as session:
        chats.new_code(session, unit(session, "A"), Role.OFFICER, THEN, at("2023-01-27 09:00") - THEN)
        plan = session.exec(select(Plan)).one()
        plan.drawn_up_by = unit(session, "B").id
        session.add(plan)
    merge(store)
    with store.transaction() as session:
        heir = unit(session, "D").id
        assert session.exec(select(Invitation.unit_id)).all() == [heir]
        assert session.exec(select(Plan.drawn_up_by)).all() == [heir]


async def test_a_digest_on_its_way_is_said_once_and_for_the_new_unit(store: Store) -> None:
    started(
        store, draft(row("1", "Tháng 01/2023", lead="; ".join([NAMES["A"], NAMES["B"]])), row("2", lead=NAMES["D"]))
    )
    join(store, "P-QT")
    join(store, "P-MK")
    run(store, at("2023-01-31 07:30"))
    merge(store, "A B", now=at("2023-01-31 07:31"))
    run(store, at("2023-01-31 07:32"))
    chat = ScriptedChat()
    await send_all(store, chat, at("2023-01-31 07:33"))
    ((chat_id, words),) = chat.take()
    assert (chat_id, NAMES["A"] in words, NAMES["D"] in words) == ("P-QT", False, True)


def test_old_names_and_codes_mean_the_new_unit(store: Store) -> None:
    everybody_leads(store)
    merge(store, "A B")
    merge(store, "D", "C")
    with store.transaction() as session:
        for typed in ("P-QT", "p-mk", "Quang Trung", "UBND phường Minh Khai", "Lê Lợi"):
            found, rest = registering.unit_leading(session, f"{typed} họp")
            assert (found.code, rest) == ("P-AT", "họp")
        assert [each.code for each in registering.units_named(session, "P-QT, Lê Lợi, An Tảo, NV")] == ["P-AT", "NV"]
        assert registering.unit_by_code(session, "P-QT").code == "P-AT"
        assert registering.unit_by_code(session, "P-QT", former=True).code == "P-QT"


def test_the_registry_loaded_again_leaves_old_names_understood(store: Store) -> None:
    everybody_leads(store)
    merge(store)
    heir = RegistryUnit("P-LL", "UBND phường Phố Hiến", "phường", ("Phố Hiến",))
    with store.transaction() as session:
        registering.remove_unnamed(session, Registry((heir,)))
        registering.save_registry(session, Registry((heir,)))
        assert registering.unit_leading(session, "Quang Trung")[0].name == "UBND phường Phố Hiến"


def test_who_is_not_merged(store: Store) -> None:
    everybody_leads(store)
    with pytest.raises(SameUnit) as same:
        merge(store, "A D", "D")
    assert same.value.unit == NAMES["D"]
    merge(store, "A", "B")
    for units, into in (("C A", "D"), ("C", "A")):
        with pytest.raises(HandedOver) as gone:
            merge(store, units, into)
        assert (gone.value.unit, gone.value.successor) == (NAMES["A"], NAMES["B"])
    with store.transaction() as session:
        assert unit(session, "C").successor_id is None


@pytest.mark.parametrize(
    ("typed", "old", "new"),
    [
        ("P-QT P-LL", "P-QT", "P-LL"),
        ("P-QT, P-MK, P-AT cho P-LL", "P-QT P-MK P-AT", "P-LL"),
        ("P-QT, P-MK và An Tảo sang Lê Lợi", "P-QT P-MK P-AT", "P-LL"),
        ("Quang Trung, Minh Khai vào phường Lê Lợi", "P-QT P-MK", "P-LL"),
        ("P-QT P-MK -> P-LL", "P-QT P-MK", "P-LL"),
        ("P-QT cho P-MK, P-LL", "P-QT", "P-MK P-LL"),
        ("P-QT", "", "P-QT"),
    ],
)
def test_which_go_and_which_takes_over(store: Store, typed: str, old: str, new: str) -> None:
    everybody_leads(store)
    with store.transaction() as session:
        found = registering.units_merging(session, typed)
    assert [" ".join(each.code for each in units) for units in found] == [old, new]


def test_a_chat_that_joined_both_keeps_what_waits(store: Store) -> None:
    everybody_leads(store)
    join(store, "P-QT")
    with store.transaction() as session:
        (address,) = addressing.addresses_of(session, CHANNEL, "P-QT")
        address.held, address.locale, address.topic = {"files": []}, "en", "7"
        session.add(address)
    merge(store)
    with store.transaction() as session:
        (now,) = addressing.addresses_of(session, CHANNEL, speaker("P-QT").chat_id)
        assert (now.held, now.locale, now.topic) == ({"files": []}, "en", "7")


def test_a_period_that_was_missed_may_be_reported_late_by_the_new_unit(store: Store) -> None:
    both = "; ".join([NAMES["A"], NAMES["B"]])
    started(
        store, draft(row("1", "Thường xuyên", lead=both), row("2", "Thường xuyên", lead=f"{NAMES['A']}; {NAMES['D']}"))
    )
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "2", "P-LL")[0].id, Actor(), THEN, note="2 tin")
    for day in ("2023-03-17", "2023-03-22"):
        run(store, at(f"{day} 07:30"))
    assert [counted(store, "1"), counted(store, "2")] == ["A closed, B closed", "A closed, D 2"]
    merge(store, "A B", now=at("2023-03-22 09:00"))
    run(store, at("2023-03-23 07:30"))
    assert [counted(store, "1"), counted(store, "2")] == ["D closed", "A closed, D 2"]
    with store.transaction() as session:
        (missed,) = [fact for fact in owed(session, "1", "P-LL") if fact.key == "2023-Q1"]
        reporting.confirm(session, missed.id, Actor(), at("2023-03-23 09:00"), note="3 tin")
    assert counted(store, "1") == "D 3"
