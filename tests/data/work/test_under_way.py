"""What is recorded of work that is not done yet: who, when, of which Occurrence; nothing moves but the day of quiet."""

from datetime import date, timedelta

import pytest
from sqlmodel import select

from data.facts import ProgressFact
from data.model import Change, Occurrence
from data.record import Actor
from data.refusals import AskedToday
from data.store import Store
from data.work import under_way
from tests.building import SWITCHED_ON, draft, office, owed, row, run

LATER = SWITCHED_ON + timedelta(hours=3)
MIDNIGHT = SWITCHED_ON - timedelta(hours=7, minutes=30)
WHO = Actor()


def record(store: Store) -> list[tuple[str, str, dict[str, object], dict[str, object]]]:
    with store.transaction() as session:
        rows = session.exec(select(Change).where(Change.subject == "occurrence")).all()
        return [(each.action, str(each.subject_id), each.before, each.after) for each in rows]


@pytest.fixture
def occurrence_id(store: Store) -> int:
    office(store, draft(row(coordinating="Phòng Nội vụ")))
    run(store, SWITCHED_ON)
    with store.transaction() as session:
        return owed(session, "1")[0].id


def test_each_verb_writes_its_line(store: Store, occurrence_id: int) -> None:
    with store.transaction() as session:
        fact = owed(session, "1")[0]
        under_way.acknowledge(session, [occurrence_id], WHO, LATER)
        under_way.note_progress(session, occurrence_id, "đã xong dự thảo", WHO, LATER)
        under_way.note_difficulty(session, occurrence_id, "chưa có kinh phí", WHO, LATER)
        under_way.put_off(session, occurrence_id, date(2023, 1, 16), WHO, LATER)
        under_way.put_off(session, occurrence_id, date(2023, 1, 17), WHO, LATER)
        under_way.ask_support(session, fact, "gửi số liệu", WHO, LATER, MIDNIGHT)
    number = str(occurrence_id)
    assert record(store) == [
        ("acknowledge", number, {}, {}),
        ("progress", number, {}, {"note": "đã xong dự thảo"}),
        ("difficulty", number, {}, {"note": "chưa có kinh phí"}),
        ("put_off", number, {"quiet_until": None}, {"quiet_until": "2023-01-16"}),
        ("put_off", number, {"quiet_until": "2023-01-16"}, {"quiet_until": "2023-01-17"}),
        ("ask_support", number, {}, {"note": "gửi số liệu"}),
    ]


def test_what_was_put_off_is_looked_at_again_and_keeps_its_day(store: Store, occurrence_id: int) -> None:
    with store.transaction() as session:
        under_way.put_off(session, occurrence_id, date(2023, 1, 16), WHO, LATER)
    with store.transaction() as session:
        kept = session.get_one(Occurrence, occurrence_id)
        assert (kept.quiet_until, kept.remind_at, kept.due_on) == (date(2023, 1, 16), LATER, date(2023, 1, 31))


def test_the_last_word_on_progress_counts(store: Store, occurrence_id: int) -> None:
    with store.transaction() as session:
        assert under_way.progress_of(session, [occurrence_id]) == {}
        under_way.note_progress(session, occurrence_id, "đã xong dự thảo", WHO, SWITCHED_ON)
        under_way.note_progress(session, occurrence_id, "đang trình ký", WHO, LATER)
        assert under_way.progress_of(session, [occurrence_id]) == {occurrence_id: ProgressFact("đang trình ký", LATER)}


@pytest.mark.usefixtures("occurrence_id")
def test_support_is_asked_for_once_a_day(store: Store) -> None:
    with store.transaction() as session:
        fact = owed(session, "1")[0]
        under_way.ask_support(session, fact, "", WHO, SWITCHED_ON, MIDNIGHT)
        with pytest.raises(AskedToday) as said:
            under_way.ask_support(session, fact, "", WHO, LATER, MIDNIGHT)
        assert said.value.fields == {"number": "1", "at": SWITCHED_ON}
        day = timedelta(days=1)
        under_way.ask_support(session, fact, "", WHO, SWITCHED_ON + day, MIDNIGHT + day)
