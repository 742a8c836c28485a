"""Erasing a person: what it takes out and leaves; every column is decided upon, however a name is written."""

from datetime import timedelta

import pytest
from sqlalchemy import Boolean, Date, DateTime, Integer
from sqlmodel import SQLModel, col, select
from sqlmodel.sql.sqltypes import UTCDateTime

from data import inbox, outbox
from data.kinds import MessageState
from data.model import Address, Change, Message, Officer, Received
from data.people import persons
from data.people.persons import WORDS_OF_PEOPLE, traces_of, without
from data.store import Store
from data.talk import Speaker
from tests.building import CHANNEL, SWITCHED_ON, address_of, dump, join, office

SAID = [
    # name, words as sent, words that stay
    ("Trần Thị Lan", "Người báo: đ/c Trần Thị Lan, 09:12", "Người báo: đ/c ***, 09:12"),
    ("Trần Thị Lan", "đ/c Trần Thị Lan Anh", "đ/c *** Anh"),
    ("Trần Thị Lan", "hoa lan", "hoa lan"),
    ("An", "An ninh, An Tảo", "An ninh, An Tảo"),
    ("An", "An", ""),
    ("", "Kính gửi đơn vị", "Kính gửi đơn vị"),
    ("Lan (VP) [.*]", "đ/c Lan (VP) [.*], 09:12", "đ/c ***, 09:12"),
]


def told(store: Store, words: str) -> None:
    """A notice that was sent to the coordinating office in these words."""
    with store.transaction() as session:
        boss = address_of(session, "NV")
        outbox.put_notice(
            session, boss, "event", {"by": words}, day=SWITCHED_ON.date(), due_at=SWITCHED_ON, expires_at=SWITCHED_ON
        )
        message = session.exec(select(Message).where(Message.address_id == boss.id)).one()
        message.text, message.state = words, MessageState.SENT


@pytest.mark.parametrize(("name", "words", "left"), SAID)
def test_what_was_sent_no_longer_names_the_person(store: Store, name: str, words: str, left: str) -> None:
    office(store)
    join(store, "NV")
    told(store, words)
    with store.transaction() as session:
        officer = persons.officer_of(session, Speaker(CHANNEL, "7001", "7001", name))
        persons.forget(session, officer, SWITCHED_ON)
    with store.transaction() as session:
        message = session.exec(select(Message).where(Message.state == MessageState.SENT)).one()
        assert (message.text, message.facts) == (left, {"by": left})


def test_what_waited_for_the_chat_is_withdrawn_and_keys_forget_it(store: Store) -> None:
    office(store)
    join(store, "VP", "7001")
    with store.transaction() as session:
        outbox.put(session, [address_of(session, "7001")], SWITCHED_ON.date(), SWITCHED_ON, SWITCHED_ON + timedelta(1))
    with store.transaction() as session:
        officer = session.exec(select(Officer)).one()
        persons.forget(session, officer, SWITCHED_ON)
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        address = session.get_one(Address, message.address_id)
        assert (message.state, message.outcome, message.key) == (
            MessageState.WITHDRAWN,
            "left",
            f"digest:{CHANNEL}:{address.chat_id}:2023-01-11",
        )
        assert address.left_at == SWITCHED_ON
    assert "7001" not in repr(dump(store))


def test_who_asked_for_it_is_on_record(store: Store) -> None:
    office(store)
    join(store, "VP", "7001")
    with store.transaction() as session:
        officer = session.exec(select(Officer)).one()
        persons.forget(session, officer, SWITCHED_ON, by=officer.id)
    with store.transaction() as session:
        last = session.exec(select(Change).where(Change.action == "forget")).one()
        assert (last.subject, last.subject_id, last.officer_id) == ("officer", officer.id, officer.id)


def test_what_was_set_aside_as_it_came_goes_with_the_person_it_names_and_no_other(store: Store) -> None:
    raw = ('{"from": {"id": 7001}, "text": "xong 10"}', '{"from": {"id": 70012}, "text": "xong 11"}')
    with store.transaction() as session:
        lan = persons.officer_of(session, Speaker(CHANNEL, "7001", "7001", "Trần Thị Lan"))
        for number, content in enumerate(raw):
            inbox.set_aside(session, CHANNEL, str(number), {"raw": content}, "ValueError", SWITCHED_ON)
        persons.forget(session, lan, SWITCHED_ON)
    with store.snapshot() as session:
        kept = session.exec(select(Received.content).order_by(col(Received.update_id))).all()
    assert kept == [{}, {"raw": raw[1]}]


# Erased with the person's own row, and where a chat's id stands in it.
OWN = {"officer.name", "officer.earlier_names", "officer.user_id", "address.chat_id", "message.key", "message.chat_id"}
# Codes, keys and numbers of ours or of a channel's, and an issued plan's own words: nobody is named there by us.
NAMELESS = {
    "address.bot", "address.locale", "address.role", "address.topic", "address.unreachable_reason", "assignment.part",
    "change.action", "change.subject", "confirmation.part", "draft.path", "draft.sha256", "evidence.kind",
    "evidence.path", "evidence.sha256", "invitation.code_hash", "invitation.role",
    "lease.bot", "lease.holder", "lease.hook", "lease.out", "ledger.bot",
    "message.bot", "message.kind", "message.lease",
    "message.outcome", "message.sent_refs", "message.state", "occurrence.closing", "occurrence.key",
    "occurrence.ladder", "occurrence.state", "officer.channel", "plan.checkin", "plan.issuer", "plan.number",
    "plan.title", "plan.zone", "question.code", "question.fields", "received.bot",
    "received.set_aside", "received.update_id",
    "reminder.audience", "reminder.rung", "task.coordinating_text", "task.deadline", "task.lead_text",
    "task.monitoring_text", "task.number", "task.product", "task.section",
    "task.short_title", "task.title", "unit.aliases", "unit.channel",
    "unit.code", "unit.kind", "unit.name",
}  # fmt: skip


def test_of_every_column_that_can_hold_words_it_is_decided_whether_it_may_name_a_person() -> None:
    columns = {
        f"{table.name}.{column.name}"
        for table in SQLModel.metadata.sorted_tables
        for column in table.columns
        if not isinstance(column.type, Integer | Boolean | Date | DateTime | UTCDateTime)
    }
    words = {f"{table.__tablename__}.{name}" for table, names in WORDS_OF_PEOPLE.items() for name in names}
    assert columns == words | OWN | NAMELESS
    assert len(columns) == len(words) + len(OWN) + len(NAMELESS)


LAN = traces_of(["Trần Thị Lan", "Lan"], ["7001"])
WRITTEN = [
    ("Người báo: đ/c Trần Thị Lan, 09:12", "Người báo: đ/c ***, 09:12"),
    ("TRAN THI LAN đã ký", "*** đã ký"),
    ("trần  thị\nlan đã ký", "*** đã ký"),
    ("Tra\u0302\u0300n Thi\u0323 Lan ký", "*** ký"),
    ("Trần Thị Lan", ""),
    ("Trần Thị Lanh", "Trần Thị Lanh"),
    ("Lan", ""),
    ("hoa lan", "hoa lan"),
    ("nhờ đồng chí Lan, đc Lan và d/c lan ký", "nhờ đồng chí ***, đc *** và d/c *** ký"),
    ("đ/c Lan Anh", "đ/c Lan Anh"),
    ("nhờ chị Lan, anh Lan và bà LAN ký", "nhờ chị ***, anh *** và bà *** ký"),
    ("chị lan tỏa phong trào", "chị lan tỏa phong trào"),
    ("chị Lan Anh và lễ hội Lan", "chị Lan Anh và lễ hội Lan"),
    ("7001", ""),
    ("7001 lượt", "7001 lượt"),
    ({"by": "Trần Thị Lan", "chats": ["7001", 7001], "note": None}, {"by": "", "chats": ["", 7001], "note": None}),
]


@pytest.mark.parametrize(("said", "left"), WRITTEN)
def test_what_points_to_the_person_is_hidden_and_nothing_else(said: object, left: object) -> None:
    assert without(said, LAN) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("đ/c Quên đã ký", "đ/c *** đã ký"),
        ("anh Quên làm, chị Quên, em Quên", "anh *** làm, chị ***, em ***"),
        ("Quên đang soạn; đ/c quên nộp; anh quên rồi", "Quên đang soạn; đ/c quên nộp; anh quên rồi"),
        ("đ/c Quên Minh", "đ/c Quên Minh"),
    ],
)
def test_the_given_name_is_hidden_where_a_person_is_called_by_it(said: str, left: str) -> None:
    assert without(said, traces_of(["Nguyễn Văn Quên"], [])) == left


def test_of_somebody_without_a_name_nothing_is_looked_for() -> None:
    assert without("Kính gửi đồng chí", traces_of(["", " "], [""])) == "Kính gửi đồng chí"
