"""However much there is, a tick, a digest and an overview find what they need by an index: nothing is read through."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlmodel import select

from data.model import Message
from data.store import Store
from scheduler import tick
from tests.bench.province import NOW, fill
from tests.bot.dialogues import Play
from tests.bot.offices import parts_on

GROWING = ("occurrence", "confirmation", "evidence", "extension", "reminder", "message", "change", "received")
LINES = (
    ("noi-vu", "tinh hinh"),
    ("noi-vu", "tinh hinh thang 11"),
    ("noi-vu", "tinh hinh 1"),
    ("noi-vu", "tinh hinh X-0001"),
    ("noi-vu", "chua bao"),
    ("noi-vu", "chua bao 1"),
    ("noi-vu", "chua bao thang 11"),
    ("noi-vu", "qua han"),
    ("noi-vu", "xep hang"),
    ("noi-vu", "sap den han"),
    ("noi-vu", "can xem"),
    ("noi-vu", "giao nhan 1"),
    ("noi-vu", "nhat ky 1"),
    ("lanh-dao", "bao cao nhanh"),
    ("X-0001", "viec"),
    ("X-0001", "han 1"),
    ("X-0001", "xong 1 3 tin"),
)
# Figures of all that a plan has are counted over all that it has.
COUNTED = re.compile(r"^SELECT assignment.task_id, .*count\(\*\)", re.DOTALL)
# What these hold is little, and all of it is asked for.
OF_FEW = "ix_occurrence_open|ix_occurrence_done|ix_occurrence_unreported|ix_reminder_head|ix_reminder_coordinator"
Said = list[tuple[str, Any]]


@contextmanager
def heard(store: Store) -> Iterator[Said]:
    """What is asked of the database."""
    said: Said = []

    def note(_connection: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        said.append((statement, parameters))

    event.listen(store.engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(store.engine, "before_cursor_execute", note)


def test_nothing_that_grows_is_read_through(store: Store, tmp_path: Path) -> None:
    fill(store, 140, 60, due=100)
    parts = parts_on(store, tmp_path)
    with heard(store) as said:
        tick.run(store, NOW, parts.policy, parts.workdays)
    with store.snapshot() as session:
        put = session.exec(select(Message.id)).all()
    with heard(store) as composed, store.transaction() as session:
        for message_id in put:
            parts.composer.compose(session, session.get_one(Message, message_id))
    with heard(store) as asked:
        play = Play(parts.conversation, NOW + timedelta(minutes=1))
        for chat, text in LINES:
            play.type(chat, text)
    reading = {
        statement: parameters
        for statement, parameters in (*said, *composed, *asked)
        if statement.startswith(("SELECT", "WITH", "UPDATE", "DELETE")) and not COUNTED.match(statement)
    }
    assert len(reading) > len(LINES)
    assert {statement: lines for statement in reading if (lines := scans(store, statement, reading[statement]))} == {}


def scans(store: Store, statement: str, parameters: Any) -> list[str]:
    """The lines of the engine's plan for a statement that read a whole table that grows."""
    given = parameters[0] if isinstance(parameters, list) else parameters
    with store.engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")  # it is quicker for what is small as yet
            plan = connection.exec_driver_sql(f"EXPLAIN {statement}", given).scalars().all()
            whole = re.compile(rf"Seq Scan on ({'|'.join(GROWING)})\b")
            lines = [line for line in plan if whole.search(line)]
        else:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given)]
            whole = re.compile(rf"SCAN ({'|'.join(GROWING)})(?:_\d)?(?! USING INDEX (?:{OF_FEW})$)\b")
            lines = [line for line in plan if whole.match(line)]
        connection.rollback()
    return lines
