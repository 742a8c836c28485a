"""How long what nobody asks for again is kept, by kind; and that it goes in small steps."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlmodel import Session, col, select

from data import inbox, reminders
from data.kinds import MessageKind, MessageState
from data.model import Change, Message, Occurrence, Received, Reminder
from data.record import Actor
from data.store import Store
from data.upkeep.keeping import STEP, Keep, sweep
from data.work import reporting
from tests.building import (
    CHANNEL,
    ScriptedChat,
    address_of,
    at,
    draft,
    join,
    morning,
    office,
    owed,
    row,
    speaker,
    the_plan,
)

NOW = at("2026-01-30 09:00")
KEEP = Keep()
DAY = timedelta(days=1)


def swept(store: Store, keep: Keep = KEEP, limit: int = STEP) -> int:
    with store.transaction() as session:
        return sweep(session, NOW, keep, limit)


@pytest.mark.parametrize(
    ("handled", "days", "goes"),
    [(29, 30, 0), (31, 30, 1), (2, 0, 0), (4, 0, 1), (4, 7, 0), (None, 0, 0)],
)
def test_what_came_in_goes_once_it_is_handled_and_cannot_come_again(
    store: Store, handled: int | None, days: int, goes: int
) -> None:
    """Whatever the setting, for three days: so long a channel may bring it again, or a person change it."""
    with store.transaction() as session:
        inbox.keep(session, CHANNEL, "1", {"text": "xong 10"}, NOW - 900 * DAY)
        if handled is not None:
            inbox.begin(session, CHANNEL, "1", NOW - handled * DAY)
    assert swept(store, Keep(received=days)) == goes
    with store.transaction() as session:
        assert len(session.exec(select(Received)).all()) == 1 - goes


@pytest.mark.parametrize(("age", "goes"), [(29, 0), (31, 1)])
def test_what_was_set_aside_has_an_end_too(store: Store, age: int, goes: int) -> None:
    with store.transaction() as session:
        inbox.set_aside(session, CHANNEL, "1", {"raw": "{}"}, "ValueError", NOW - age * DAY)
    assert swept(store) == goes


def test_marks_of_what_was_acted_on_go_like_what_came_in(store: Store) -> None:
    with store.transaction() as session:
        inbox.note_acted(session, speaker(), "old", inbox.Acted(), NOW - 31 * DAY)
        inbox.note_acted(session, speaker(), "new", inbox.Acted(), NOW - 29 * DAY)
    assert swept(store) == 1
    with store.transaction() as session:
        assert [inbox.acted(session, speaker(), message) for message in ("old", "new")] == [None, inbox.Acted()]


def put(session: Session, key: str, state: MessageState, age: int, kind: MessageKind = MessageKind.NOTICE) -> None:
    """A Message that was due so many days ago."""
    due = NOW - age * DAY
    row = Message(key=key, kind=kind, address_id=address_of(session, "VP").id, bot=CHANNEL, chat_id="VP",
                  slot_day=due.date(), due_at=due, expires_at=due + DAY, state=state)  # fmt: skip
    session.add(row)


@pytest.mark.parametrize(
    ("state", "age", "kind", "goes"),
    [
        (MessageState.SENT, 731, "notice", 1),
        (MessageState.SENT, 729, "notice", 0),
        (MessageState.FAILED, 731, "notice", 1),
        (MessageState.WITHDRAWN, 731, "digest", 1),
        (MessageState.WAITING, 731, "notice", 0),
        (MessageState.CLAIMED, 731, "notice", 0),
        (MessageState.SENT, 31, "answer", 1),
        (MessageState.SENT, 29, "answer", 0),
        (MessageState.WAITING, 31, "answer", 0),
        # The last digest of a chat tells what is new in the next.
        (MessageState.SENT, 731, "digest", 0),
    ],
)
def test_messages_go_by_their_kind(store: Store, state: MessageState, age: int, kind: str, goes: int) -> None:
    office(store, draft(row()))
    join(store, "VP")
    with store.transaction() as session:
        put(session, "one", state, age)
        session.flush()
        session.connection().execute(text("UPDATE message SET kind = :kind"), {"kind": kind})
    assert swept(store) == goes


def kept(store: Store) -> tuple[int, int]:
    """How many Reminders and Messages there are."""
    with store.transaction() as session:
        return len(session.exec(select(Reminder.id)).all()), len(session.exec(select(Message.id)).all())


async def test_what_was_said_of_a_plan_stays_as_long_as_something_of_it_is_owed(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Tháng 02/2023"), row("3", "Quý I/2023", lead="Phòng Kinh tế")))
    join(store, "VP")
    channel = ScriptedChat()
    await morning(store, channel, ["2023-01-11", "2023-01-17", "2023-01-31"])
    before = kept(store)
    assert before[1] == 3
    assert swept(store) == 0
    with store.transaction() as session:
        for number in ("1", "2", "3"):
            for fact in owed(session, number):
                reporting.confirm(session, fact.id, Actor(), at("2023-02-01 09:00"))
    everything = before[0] + before[1]
    with store.transaction() as session:
        waiting = len(session.exec(select(Reminder.id).where(col(Reminder.message_id).is_(None))).all())
    # The last digest stays.
    assert swept(store) == everything - waiting - 1
    assert kept(store) == (waiting, 1)
    assert swept(store) == 0


async def test_what_was_said_of_a_plan_that_goes_on_stays(store: Store) -> None:
    office(store, draft(row("1"), row("2", "Hàng tháng")))
    join(store, "VP")
    await morning(store, ScriptedChat(), ["2023-01-11", "2023-01-17"])
    with store.transaction() as session:
        for number in ("1", "2"):
            for fact in owed(session, number):
                reporting.confirm(session, fact.id, Actor(), at("2023-01-18 09:00"))
        assert the_plan(session).opens_next_on == at("2023-02-01 00:00").date()
    assert swept(store, Keep(messages=365)) == 0


def test_it_goes_in_small_steps_and_the_record_stays(store: Store) -> None:
    office(store, draft(row()))
    join(store, "VP")
    with store.transaction() as session:
        for number in range(7):
            inbox.keep(session, CHANNEL, str(number), {}, NOW - 40 * DAY)
            inbox.begin(session, CHANNEL, str(number), NOW - 40 * DAY)
        for number in range(6):
            put(session, str(number), MessageState.SENT, 800)
        lines = len(session.exec(select(Change.id)).all())
        occurrences = len(session.exec(select(Occurrence.id)).all())
    assert [swept(store, limit=5) for _ in range(4)] == [5, 5, 3, 0]
    with store.transaction() as session:
        assert len(session.exec(select(Change.id)).all()) == lines
        assert len(session.exec(select(Occurrence.id)).all()) == occurrences
        assert reminders.waiting(session, ()) == {}
