"""One row that cannot be read hides no other: a whole office hears its morning, each row is said once, and asked about.

What a row holds is overwritten by raw SQL, as a newer version or a hand would.
"""

import asyncio
import json
import logging
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot import health
from bot.conversation import Conversation
from bot.talk import Incoming
from data.model import Message, Officer, Plan, Question, Task
from data.store import Store, open_store
from data.talk import Speaker
from data.upkeep.health import Unreadable, unreadable_rows
from data.upkeep.make_believe import copy_rows
from data.views import questions
from tests.building import (
    BOSS,
    CHANNEL,
    COMPOSER,
    SWITCHED_ON,
    ScriptedChat,
    at,
    join_everybody,
    office,
    owed,
    run,
    send_all,
)

TODAY, LATER, NEXT = SWITCHED_ON, at("2023-01-30 07:30"), at("2023-02-13 07:30")
# What is typed in which chat.
TYPED = (
    (BOSS, "tinh hinh"),
    (BOSS, "qua han"),
    (BOSS, "cau hoi"),
    (BOSS, "giao nhan 10"),
    (BOSS, "danh sach chat"),
    ("KT", "viec"),
    ("VP", "viec"),
)
SHOUTS = "LOUD"  # what no enumeration knows

NO_JSON, NO_OBJECT = "{not json", "[1, 2]"


@dataclass(frozen=True)
class Case:
    """A column of one row that is overwritten, before the tick or before it is sent, and who does not hear it then.

    Of task 10 the row is that of the unit VP.
    """

    column: str
    value: str
    where: str = ""
    before_tick: bool = True
    silent: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()

    @property
    def table(self) -> str:
        return self.column.partition(".")[0]

    @property
    def name(self) -> str:
        return self.column.partition(".")[2]


OF_VP = "(SELECT id FROM unit WHERE code = 'VP')"
TASK_10 = "(SELECT id FROM task WHERE number = '10')"
SHARE = f"(SELECT id FROM assignment WHERE task_id = {TASK_10} AND unit_id = {OF_VP})"
IN_VP = "chat_id = 'VP'"
DEADLINE = '{"text": "Tháng 01/2023", "kind": "%s", "dues": [["%s", "month"]]}'

CASES = [
    Case("message.kind", SHOUTS, IN_VP, before_tick=False, silent=("VP",)),
    Case("message.state", SHOUTS, IN_VP, before_tick=False, silent=("VP",)),
    Case("message.facts", NO_JSON, IN_VP, before_tick=False),
    Case("message.facts", NO_OBJECT, IN_VP, before_tick=False),
    Case("task.deadline", NO_JSON, f"id = {TASK_10}", asks=("deadline.unreadable",)),
    Case("task.deadline", NO_OBJECT, f"id = {TASK_10}", asks=("deadline.unreadable",)),
    Case("task.deadline", DEADLINE % ("odd", "2023-01-31"), f"id = {TASK_10}", asks=("deadline.unreadable",)),
    Case("task.deadline", DEADLINE % ("once", "31/01/2023"), f"id = {TASK_10}", asks=("deadline.unreadable",)),
    Case("task.deadline", NO_JSON, f"id = {TASK_10}", before_tick=False, asks=("deadline.unreadable",)),
    Case("task.extra", NO_JSON, f"id = {TASK_10}"),
    Case("address.role", SHOUTS, IN_VP, silent=("VP",)),
    Case("address.role", SHOUTS, IN_VP, before_tick=False, silent=("VP",)),
    Case("address.offered", NO_JSON, IN_VP),
    Case("address.held", NO_OBJECT, IN_VP),
    Case("assignment.part", SHOUTS, f"id = {SHARE}", asks=("work.unreadable",)),
    Case("assignment.part", SHOUTS, f"id = {SHARE}", before_tick=False, asks=("work.unreadable",)),
    Case("occurrence.state", SHOUTS, f"assignment_id = {SHARE}", before_tick=False, asks=("work.unreadable",)),
    Case("occurrence.ladder", SHOUTS, f"assignment_id = {SHARE}", before_tick=False, asks=("work.unreadable",)),
    Case("occurrence.closing", SHOUTS, f"assignment_id = {SHARE}", before_tick=False, asks=("work.unreadable",)),
    Case("reminder.audience", SHOUTS, f"unit_id = {OF_VP} AND audience = 'unit'", before_tick=False),
    Case("plan.checkin", SHOUTS, "number = '06/KH-UBND'"),
    Case("plan.zone", SHOUTS, "number = '06/KH-UBND'"),
    Case("unit.aliases", NO_JSON, "code = 'VP'"),
    Case("unit.aliases", "[1]", "code = 'VP'"),
    Case("officer.earlier_names", NO_JSON, "user_id = 'somebody'"),
    Case("question.fields", NO_JSON, "id = (SELECT min(id) FROM question)"),
    Case("change.after", NO_JSON, "id = (SELECT min(id) FROM change)"),
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The shipped plan, on, and a chat for everybody; nothing opened yet."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('whole') / 'whole.db'}")
    office(store)
    join_everybody(store)
    with store.transaction() as session:
        session.add(Officer(channel=CHANNEL, user_id="somebody", name="Nguyễn Văn A"))
    return store


@pytest.fixture(scope="module")
def heard(whole: Store, tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Who hears on the three mornings where every row can be read."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('heard') / 'heard.db'}")
    copy_rows(whole, store)
    return [asyncio.run(morning(store, now)) for now in (TODAY, LATER, NEXT)]


def spoil(store: Store, case: Case) -> int:
    """Overwrite the column of the one row; gives the row's id."""
    table, name = case.table, case.name
    is_json = name in {
        "facts",
        "sent_refs",
        "deadline",
        "extra",
        "offered",
        "held",
        "aliases",
        "earlier_names",
        "fields",
        "after",
    }
    with store.transaction() as session:
        connection = session.connection()
        (row_id,) = connection.execute(text(f'SELECT min(id) FROM "{table}" WHERE {case.where}')).scalars()
        value = "CAST(:value AS json)" if is_json and store.engine.dialect.name == "postgresql" else ":value"
        connection.execute(
            text(f'UPDATE "{table}" SET {name} = {value} WHERE id = :id'), {"value": case.value, "id": row_id}
        )
    return int(row_id)


async def morning(store: Store, now: datetime) -> list[str]:
    """Who hears on that morning."""
    chat = ScriptedChat()
    run(store, now)
    await send_all(store, chat, now)
    return chat.heard()


def answered(store: Store, chat: str, line: str, now: datetime) -> str:
    """What is answered to a line typed in a chat."""
    speaker = Speaker(CHANNEL, chat, f"user of {chat}", "Nguyễn Văn A")
    said = Conversation(store, COMPOSER).hear(Incoming(f"{chat} {line} {now}", speaker, line), now)
    return "\n".join(reply.text for reply in said.replies)


def errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the log has said since asked last that is worse than a warning."""
    said = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    caplog.clear()
    return said


# PostgreSQL keeps nothing under JSON that is none; what is in a column is read alike whenever it was overwritten.
ON_POSTGRESQL = {case.column: case for case in CASES if case.value != NO_JSON}.values()
ON_ENGINES = [*(("sqlite", case) for case in CASES), *(("postgresql", case) for case in ON_POSTGRESQL)]


@pytest.mark.parametrize(
    ("store", "case"),
    ON_ENGINES,
    ids=[f"{engine}-{case.column}-{case.value[:30]}-{case.before_tick}" for engine, case in ON_ENGINES],
    indirect=["store"],
)
async def test_one_row_that_cannot_be_read_hides_no_other(
    store: Store, whole: Store, heard: list[list[str]], case: Case, caplog: pytest.LogCaptureFixture
) -> None:
    copy_rows(whole, store)
    if not case.before_tick:
        run(store, TODAY)
    row_id = spoil(store, case)
    # A message that cannot be worded is met, and said, on its way.
    met = [f"message {message_id} is set aside: it cannot be worded" for message_id in unwordable(store, case)]
    row = Unreadable(case.table, row_id, case.name)
    found = () if case.table == "message" and met else (row,)

    first, second = await morning(store, TODAY), await morning(store, LATER)
    for _ in range(2):
        health.mark_unreadable(store, LATER)
    with store.snapshot() as session:
        asked = [each.code for each in questions.waiting(session, LATER.date()) if "unreadable" in each.code]
        assert unreadable_rows(session) == found
    typed = [answered(store, *line, LATER) for line in TYPED]
    third = await morning(store, NEXT)

    assert first == [chat for chat in heard[0] if chat not in case.silent]
    assert ({*second, "VP"}, {*third, "VP", BOSS}) == ({*heard[1], "VP"}, {*heard[2], "VP", BOSS})
    assert asked == list(case.asks)
    assert errors(caplog) == [
        *met,
        *(f"{row.table} {row_id} is set aside: its {row.column} cannot be read" for _ in found),
    ]
    assert [line for line in typed if not line or "chưa xử lý được" in line] == []


def unwordable(store: Store, case: Case) -> list[int]:
    """The messages on their way that this keeps from being worded."""
    if case.before_tick or case.column not in {"message.kind", "address.role"}:
        return []
    with store.snapshot() as session:
        return [id_ or 0 for id_ in session.exec(select(Message.id).where(Message.chat_id == "VP"))]


def test_what_can_be_read_again_is_asked_about_no_more(store: Store, whole: Store) -> None:
    copy_rows(whole, store)
    run(store, TODAY)
    before = deadlines(store)
    spoil(store, Case("task.deadline", "[1]", f"id = {TASK_10}"))
    assert (health.mark_unreadable(store, TODAY), health.mark_unreadable(store, TODAY)) == (1, 0)
    assert open_codes(store) == ["deadline.unreadable"]
    spoil(store, Case("task.deadline", json.dumps(before["10"]), f"id = {TASK_10}"))
    assert (health.mark_unreadable(store, TODAY), open_codes(store)) == (0, [])
    spoil(store, Case("task.deadline", "[1]", f"id = {TASK_10}"))
    assert (health.mark_unreadable(store, TODAY), open_codes(store)) == (1, ["deadline.unreadable"])


def test_a_day_that_noi_vu_sets_in_place_of_one_that_cannot_be_read_holds(store: Store, whole: Store) -> None:
    copy_rows(whole, store)
    run(store, TODAY)
    spoil(store, Case("task.deadline", "[1]", f"id = {TASK_10}"))
    health.mark_unreadable(store, TODAY)
    assert "Việc 10: Thời hạn không đọc được trong cơ sở dữ liệu" in answered(store, BOSS, "cau hoi", TODAY)
    answered(store, BOSS, "dat han 10 24/02/2023", TODAY)
    with store.transaction() as session:
        session.exec(select(Plan)).one().opens_next_on = None
    run(store, at("2023-01-12 07:30"))
    with store.snapshot() as session:
        assert [fact.due_on for fact in owed(session, "10", "VP")] == [date(2023, 2, 24)]
    assert open_codes(store) == []


def deadlines(store: Store) -> dict[str, object]:
    with store.snapshot() as session:
        return dict(session.exec(select(Task.number, Task.deadline)).all())


def open_codes(store: Store) -> list[str]:
    with store.snapshot() as session:
        found = session.exec(select(Question).where(col(Question.answered_at).is_(None)).order_by(col(Question.id)))
        return [question.code for question in found if "unreadable" in question.code]
