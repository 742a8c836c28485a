"""The rehearsal says what the service would say, and leaves no trace."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from data.kinds import Role
from data.record import Actor
from data.store import Store, open_store
from data.work import reporting
from scheduler.rehearsal import Rehearsed, rehearse
from tests.building import (
    COMPOSER,
    SWITCHED_ON,
    ScriptedChat,
    at,
    draft,
    dump,
    join,
    join_everybody,
    morning,
    office,
    owed,
    row,
    run,
    send_all,
)

VP, NV = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ"
QUARTER = (date(2023, 1, 11), date(2023, 3, 31))


def words(said: Rehearsed) -> str:
    return f"{said.outgoing.title}\n{said.outgoing.text}"


def to_unit(said: Rehearsed, code: str) -> bool:
    return any(seat.unit.code == code and seat.role is Role.OFFICER for seat in said.seats)


def mornings(first: date, last: date) -> list[datetime]:
    """07:30 of each day, worked or not."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [at(f"{day} 07:30") for day in days]


async def lived(store: Store, first: date, last: date) -> list[tuple[datetime, str]]:
    """What the service itself says to all chats, from day to day: when and in which words."""
    chat, heard = ScriptedChat(), []
    for now in mornings(first, last):
        run(store, now)
        await send_all(store, chat, now)
        heard += [(now, said) for _, said in chat.take()]
    return heard


def rehearsed(store: Store, first: date, last: date) -> list[tuple[datetime, str]]:
    return [(said.at, words(said)) for said in rehearse(store, COMPOSER, first, last)]


def days(said: list[Rehearsed], code: str, task: str) -> list[str]:
    """The days on which a unit hears of a task."""
    return [str(each.at.date()) for each in said if to_unit(each, code) and task in each.tasks]


@pytest.fixture
def file(sqlite_url: str) -> Iterator[Store]:
    """One engine, where the story is the copy's: a rehearsal runs in memory, whatever it was copied from."""
    opened = open_store(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def year(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Rehearsed]]:
    """The whole year of the shipped plan, for all units in one go."""
    path = shutil.copy(migrated_file, tmp_path_factory.mktemp("year") / "nhacviec.db")
    store = open_store(f"sqlite:///{path}")
    office(store)
    yield list(rehearse(store, COMPOSER, SWITCHED_ON.date(), date(2023, 12, 31)))
    store.close()


async def test_a_rehearsal_says_what_the_service_will_say(year: list[Rehearsed], file: Store) -> None:
    office(file)
    join_everybody(file)
    heard = await lived(file, *QUARTER)
    assert sorted((said.at, words(said)) for said in year if said.at.date() <= QUARTER[1]) == sorted(heard)
    assert len(heard) > 100


async def test_a_rehearsal_goes_on_from_what_has_happened(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Ngày 20/02/2023", lead=NV), row("3", "Thường xuyên", coordinating=NV)))
    join_everybody(store)
    await lived(store, SWITCHED_ON.date(), date(2023, 1, 17))
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), at("2023-01-17 09:00"))
    coming = (date(2023, 1, 18), date(2023, 3, 8))
    foretold = rehearsed(store, *coming)
    assert sorted(foretold) == sorted(await lived(store, *coming))


async def test_what_is_on_its_way_is_rehearsed_too(store: Store) -> None:
    office(store, draft(row("1")))
    join(store, "VP")
    await lived(store, date(2023, 1, 11), date(2023, 1, 16))
    run(store, at("2023-01-17 07:30"))
    (said,) = [each for each in rehearse(store, COMPOSER, date(2023, 1, 17), date(2023, 1, 17)) if to_unit(each, "VP")]
    chat = ScriptedChat()
    await send_all(store, chat, at("2023-01-17 07:30"))
    assert chat.take() == [("VP", words(said))]


def test_a_rehearsal_writes_nothing(store: Store) -> None:
    office(store, draft(row("1", coordinating=NV), row("2", "Thường xuyên"), row("3", "")))
    join(store, "VP")
    run(store, SWITCHED_ON)
    before = dump(store)
    assert len(rehearsed(store, *QUARTER)) > 10
    assert dump(store) == before


async def test_chats_that_have_joined_are_rehearsed_as_they_are(file: Store) -> None:
    office(file, draft(row("1", "", lead=NV), row("2")))
    join(file, "NV", "1")
    join(file, "NV", "1", role=Role.COORDINATOR)
    said = list(rehearse(file, COMPOSER, SWITCHED_ON.date(), SWITCHED_ON.date()))
    assert [[(seat.unit.code, seat.role) for seat in each.seats] for each in said] == [
        [("NV", Role.OFFICER), ("NV", Role.COORDINATOR)],
        [("VP", Role.OFFICER)],
    ]
    chat = ScriptedChat()
    assert await morning(file, chat, ["2023-01-11"]) == {"2023-01-11": ["1"]}


def test_a_rehearsal_from_before_the_switch_on_begins_anew(file: Store) -> None:
    office(file, draft(row("1"), row("2", "Ngày 09/01/2023")))
    run(file, SWITCHED_ON)
    with file.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), SWITCHED_ON)
    before = dump(file)
    said = [each for each in rehearse(file, COMPOSER, date(2023, 1, 3), date(2023, 1, 31)) if to_unit(each, "VP")]
    assert days(said, "VP", "1") == ["2023-01-03", "2023-01-10", "2023-01-17", "2023-01-27", "2023-01-31"]
    assert days(said, "VP", "2")[:4] == ["2023-01-03", "2023-01-05", "2023-01-09", "2023-01-10"]
    assert dump(file) == before


def test_a_plan_that_is_not_on_yet_is_rehearsed_as_if_it_were(file: Store) -> None:
    office(file, draft(row("1")), at("2023-02-01 07:30"))
    assert days(list(rehearse(file, COMPOSER, *QUARTER)), "VP", "1")[:2] == ["2023-01-11", "2023-01-17"]


def test_without_a_plan_only_monday_s_word_to_noi_vu_is_said(file: Store) -> None:
    office(file, replace(draft(row("1")), tasks=()))
    said = list(rehearse(file, COMPOSER, date(2023, 1, 11), date(2023, 1, 17)))
    assert [(str(each.at.date()), [(seat.unit.code, seat.role) for seat in each.seats]) for each in said] == [
        ("2023-01-16", [("NV", Role.COORDINATOR)])
    ]


def test_a_day_that_is_none_has_nothing_to_say(file: Store) -> None:
    office(file, draft(row("1")))
    assert rehearsed(file, date(2023, 1, 14), date(2023, 1, 15)) == []


def test_the_year_of_van_phong_s_task_10(year: list[Rehearsed]) -> None:
    assert days(year, "VP", "10")[:8] == [
        "2023-01-11",
        "2023-01-17",
        "2023-01-27",
        "2023-01-31",
        "2023-02-01",
        "2023-02-03",
        "2023-02-06",
        "2023-02-13",
    ]


def test_le_loi_hears_its_check_ins_before_each_window_ends(year: list[Rehearsed]) -> None:
    for task in ("1", "12", "13"):
        heard = days(year, "P-LL", task)
        assert heard[:2] == ["2023-03-07", "2023-03-14"]


def test_the_year_is_said_in_order_on_working_mornings(year: list[Rehearsed]) -> None:
    moments = [said.at for said in year]
    assert moments == sorted(moments)
    assert {(moment.hour, moment.minute) for moment in moments} == {(7, 30)}
    assert all(COMPOSER.workdays.is_working(moment.date()) for moment in moments)
    assert len({seat.unit.code for said in year for seat in said.seats if seat.role is Role.OFFICER}) == 34
    chats = [(said.at, said.seats) for said in year]
    assert len(chats) == len(set(chats))
