"""An office switches over on a Monday in June with the list that it has kept: what is done is done, the rest goes on."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from sqlmodel import col, select

from data.documents.formats import read_document
from data.kinds import Closing, State
from data.model import Change, Confirmation, Extension, Question, Task
from data.people import registering
from data.plans import drafting, importing, tracking
from data.plans.drafts import PlanDraft
from data.record import SERVICE
from data.store import Store
from data.views import is_reported_late, occurrences, of_plan, tally
from scheduler import tick
from tests.building import (
    CALENDAR,
    POLICY,
    ZONE,
    ScriptedChat,
    at,
    dump,
    join,
    registry,
    run,
    send_all,
    the_plan,
)
from tests.data.documents.making import TRACKER, as_tracker

MONDAY = at("2023-06-12 09:00")
SOURCE = "theo tệp theo-doi.xlsx"


def read(folder: Path, rows: Sequence[Sequence[object]] = TRACKER) -> PlanDraft:
    path = folder / "theo-doi.xlsx"
    as_tracker(path, rows)
    plan = drafting.draft_of(read_document(path), registry(), CALENDAR, path=path.name)
    return tracking.as_of(plan, MONDAY.date())


def switch_over(store: Store, plan: PlanDraft) -> None:
    with store.transaction() as session:
        registering.save_registry(session, registry())
        tick.take_up(session, plan, SOURCE, SERVICE, MONDAY, POLICY)
    for code in ("NV", "TUPHAP", "VHTT"):
        join(store, code, now=MONDAY)


@pytest.fixture
def office(store: Store, tmp_path: Path) -> Store:
    switch_over(store, read(tmp_path))
    return store


def standing(store: Store) -> list[str]:
    """number key: plan's day > day that holds, how it stands"""
    with store.snapshot() as session:
        return [
            f"{fact.task.number} {fact.key}: {fact.plan_due_on} > {fact.due_on} {fact.closing or fact.state}"
            for fact in occurrences(session, of_plan(the_plan(session).id or 0))
        ]


STANDING = [
    "1 1: 2023-02-28 > 2023-02-28 accepted",
    "2 1: 2023-03-31 > 2023-03-31 accepted",
    "3 1: 2023-04-28 > 2023-04-28 accepted",
    "5 1: 2023-05-15 > 2023-07-28 open",
    "6 1: 2023-08-31 > 2023-08-31 open",
    "7 1: 2023-11-30 > 2023-11-30 open",
    "8 1: 2023-12-15 > 2023-12-15 open",
    "9 1: 2023-06-30 > 2023-06-30 open",
    *(f"10 2023-{month:02}: 2023-{month:02}-{last} > 2023-{month:02}-{last} not_counted"
      for month, last in enumerate((31, 28, 31, 30, 31), 1)),
    "10 2023-06: 2023-06-30 > 2023-06-30 open",
    "11 2023-Q2: 2023-06-14 > 2023-06-14 open",
    "12 1: 2023-10-20 > 2023-10-20 open",
]  # fmt: skip


def test_what_is_done_stopped_and_extended_stands_so(office: Store) -> None:
    assert standing(office) == STANDING
    with office.snapshot() as session:
        stopped = session.exec(select(Task.number).where(col(Task.withdrawn_at).is_not(None))).all()
        done = session.exec(select(Confirmation).order_by(col(Confirmation.id))).all()
        (later,) = session.exec(select(Extension))
        facts = occurrences(session, of_plan(the_plan(session).id or 0))
    # 13 was struck out in the file.
    assert stopped == ["4"]
    assert [(f"{each.at.astimezone(ZONE):%d/%m}", each.officer_id, each.note) for each in done] == [
        ("20/02", None, SOURCE),
        ("05/04", None, SOURCE),
        # The file does not say when.
        ("12/06", None, SOURCE),
    ]
    assert (str(later.until), later.granted, later.ground) == (
        "2023-07-28",
        True,
        f"{SOURCE}: 28/7/2023 (CV 15/UBND-VP)",
    )
    assert [fact.task.number for fact in facts if is_reported_late(fact, CALENDAR)] == ["2", "3"]
    told = tally(facts, MONDAY.date(), CALENDAR)
    assert (told.accepted, told.extended, told.overdue) == (3, 1, 0)


def test_the_record_says_where_it_came_from(office: Store) -> None:
    with office.snapshot() as session:
        lines = session.exec(select(Change).where(Change.subject == "occurrence").order_by(col(Change.id))).all()
        said = [
            (each.action, each.after.get("done_on"), each.after.get("note", each.after.get("ground"))) for each in lines
        ]
    assert said == [
        ("take_over", "2023-02-20", SOURCE),
        ("take_over", "2023-04-05", SOURCE),
        ("take_over", None, SOURCE),
        ("extend", None, f"{SOURCE}: 28/7/2023 (CV 15/UBND-VP)"),
        ("reopen", None, None),
        ("progress", None, f"Đang thực hiện, 70% ({SOURCE})"),
        ("progress", None, f"Đang thực hiện, 50% ({SOURCE})"),
        ("progress", None, f"Đang thực hiện ({SOURCE})"),
        ("progress", None, f"Treo ({SOURCE})"),
        ("progress", None, f"Đang thực hiện ({SOURCE})"),
        ("progress", None, f"Đúng tiến độ ({SOURCE})"),
    ]


def test_what_contradicts_itself_is_asked_about_and_what_the_file_has_settled_is_not(office: Store) -> None:
    with office.snapshot() as session:
        rows = session.exec(
            select(Task.number, Question.code, Question.fields)
            .join(Task, col(Task.id) == Question.task_id)
            .where(col(Question.answered_at).is_(None), col(Question.code).in_(("state.doubt", "past-due")))
            .order_by(col(Question.id))
        ).all()
    assert [(number, fields.get("why")) for number, _, fields in rows] == [
        ("6", "later.before"),
        ("7", "day"),
        ("8", "future"),
        ("9", "unknown"),
    ]


async def said_on(store: Store, *moments: str) -> dict[str, list[str]]:
    """The tasks that each unit hears of at these moments."""
    chat = ScriptedChat()
    for moment in moments:
        run(store, at(moment))
        await send_all(store, chat, at(moment))
    found: dict[str, list[str]] = {}
    for unit, text in chat.take():
        tasks = [line[2:].split(":")[0] for line in text.splitlines() if line.startswith("• Việc")]
        found[unit] = [*found.get(unit, ()), *tasks]
    return found


async def test_reminders_go_on_from_today(office: Store) -> None:
    assert await said_on(office, "2023-06-12 09:00") == {
        "NV": ["Việc 9", "Việc 7", "Việc 8"],
        "TUPHAP": ["Việc 12", "Việc 10"],
        "VHTT": ["Việc 5", "Việc 11"],
    }
    later = await said_on(office, *(f"2023-{day} 07:30" for day in ("06-30", "07-03", "07-21", "07-28", "10-20")))
    assert {unit: set(tasks) for unit, tasks in later.items()} == {
        "NV": {"Việc 9"},
        "TUPHAP": {"Việc 12", *(f"Việc 10, tháng {month:02}" for month in range(6, 11))},
        "VHTT": {"Việc 5", "Việc 11"},
    }


def test_the_same_list_again_changes_nothing_and_next_week_s_what_is_new(office: Store, tmp_path: Path) -> None:
    before = dump(office)
    with office.transaction() as session:
        tick.take_up(session, read(tmp_path), SOURCE, SERVICE, MONDAY, POLICY)
    assert dump(office) == before
    rows = [(*row[:6], "9/6/2023", "Đã hoàn thành", "") if row[0] == 9 else row for row in TRACKER]
    with office.transaction() as session:
        tick.take_up(session, read(tmp_path, rows), SOURCE, SERVICE, MONDAY, POLICY)
    assert standing(office) == [
        line.replace("30 open", "30 accepted") if line[:2] == "9 " else line for line in STANDING
    ]


def test_stopped_and_then_not(office: Store, tmp_path: Path) -> None:
    rows = [(*row[:7], "Đang thực hiện", "") if row[0] == 4 else row for row in TRACKER]
    back = read(tmp_path, rows)
    with office.transaction() as session:
        assert importing.compare(session, back).changed == ("4",)
        tick.take_up(session, back, SOURCE, SERVICE, MONDAY, POLICY)
    assert "4 1: 2023-09-15 > 2023-09-15 open" in standing(office)
    stopped = read(tmp_path)
    with office.transaction() as session:
        difference = importing.compare(session, stopped)
        tick.take_up(session, stopped, SOURCE, SERVICE, MONDAY, POLICY)
    assert (difference.withdrawn, difference.lost) == (("4",), 0)
    assert standing(office) == STANDING


def test_answered_no_all_come_in_as_open(store: Store, tmp_path: Path) -> None:
    switch_over(store, tracking.all_open(read(tmp_path)))
    with store.snapshot() as session:
        facts = occurrences(session, of_plan(the_plan(session).id or 0))
        assert not session.exec(select(Confirmation)).all()
    past = {"1", "2", "3", "5"}
    assert {fact.task.number for fact in facts if fact.closing is Closing.NOT_COUNTED} == {*past, "10"}
    assert {fact.task.number for fact in facts if fact.state is State.OPEN} == {
        "4",
        "6",
        "7",
        "8",
        "9",
        "10",
        "11",
        "12",
    }


def test_the_person_in_charge_is_kept_with_the_task(office: Store) -> None:
    with office.snapshot() as session:
        extra = dict(session.exec(select(Task.number, Task.extra)).all())
    assert {number: pairs for number, pairs in extra.items() if pairs} == {
        "1": [["Cán bộ phụ trách", "Nguyễn Thị Hoa"]],
        "2": [["Cán bộ phụ trách", "Trần Văn Bình"]],
        "3": [["Cán bộ phụ trách", "Lê Văn Cường"]],
    }


def test_a_later_day_that_has_passed_is_kept_and_still_asked_about(store: Store, tmp_path: Path) -> None:
    rows = [(*row[:5], "2/6/2023", *row[6:]) if row[0] == 5 else row for row in TRACKER]
    switch_over(store, read(tmp_path, rows))
    assert "5 1: 2023-05-15 > 2023-06-02 not_counted" in standing(store)
    with store.snapshot() as session:
        asked = select(Question.fields).where(Question.code == "past-due", col(Question.answered_at).is_(None))
        assert session.exec(asked).all() == [{"due": "2023-05-15"}]
