"""What erasing a person takes out of what was written down and sent, and what it leaves."""

from datetime import timedelta

import pytest
from sqlmodel import col, select

from data import inbox, outbox
from data.kinds import MessageState
from data.model import Address, Change, Message, Officer, Received
from data.people import persons
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
