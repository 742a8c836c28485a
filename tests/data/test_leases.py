"""Leases: one process holds a bot, by the database's clock; another takes it over, and what it had claimed."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import OperationalError
from sqlmodel import col, select

from data import inbox, leases, outbox
from data.kinds import MessageState, Role
from data.model import Address, Lease, Message, Received
from data.people.addressing import addresses_of
from data.store import Store, database_now, open_store
from data.talk import Outgoing
from tests.building import CHANNEL, SWITCHED_ON, join, office

LASTS = timedelta(seconds=12)
BOT = "telegram:42"


def hold(store: Store, holder: str, lasts: timedelta = LASTS) -> int | None:
    with store.transaction() as session:
        return leases.hold(session, BOT, holder, lasts)


def test_who_holds_a_bot_goes_on_holding_it_and_nobody_else_does(store: Store) -> None:
    assert [hold(store, holder) for holder in ("một", "một", "hai", "một")] == [1, 1, None, 1]
    with store.transaction() as session:
        lease = session.exec(select(Lease)).one()
        assert timedelta(seconds=10) < lease.until - database_now(session) <= LASTS


def test_a_lease_that_has_run_out_is_taken_over_as_a_new_epoch(store: Store) -> None:
    assert [hold(store, "một", -LASTS), hold(store, "hai"), hold(store, "một")] == [1, 2, None]


def test_who_renews_too_late_keeps_the_bot_where_nobody_has_taken_it(store: Store) -> None:
    assert [hold(store, "một", -LASTS), hold(store, "một"), hold(store, "hai")] == [1, 1, None]


def test_who_lets_go_leaves_the_bot_at_once_and_only_its_own(store: Store) -> None:
    hold(store, "một")
    with store.transaction() as session:
        leases.let_go(session, [BOT, "telegram:7"], "hai")
    assert hold(store, "hai") is None
    with store.transaction() as session:
        leases.let_go(session, [BOT, "telegram:7"], "một")
    assert hold(store, "hai") == 2


def claimed_by(store: Store, bot: str) -> None:
    with store.transaction() as session:
        said = [(Outgoing("", "Đã ghi nhận"), None)]
        outbox.put_answers(
            session,
            bot,
            "7001",
            "1",
            said,
            day=SWITCHED_ON.date(),
            asked_at=SWITCHED_ON,
            now=SWITCHED_ON,
        )
        assert outbox.claim(session, SWITCHED_ON, [bot], limit=5, lease_for=timedelta(minutes=5))


def test_where_a_bot_is_posted_to_is_remembered_whoever_holds_it(store: Store) -> None:
    url, told = "https://nhacviec.example.vn/hook/zalo:7#0011aabb", []
    for hook in (url, None):
        with store.transaction() as session:
            told.append(leases.hook_of(session, "zalo:7"))
            leases.remember_hook(session, "zalo:7", hook)
            told.append(leases.hook_of(session, "zalo:7"))
            assert leases.hold(session, "zalo:7", "ours", timedelta(minutes=1)) == 1
    with store.transaction() as session:
        told.append(leases.hook_of(session, "zalo:8"))
    assert told == [None, url, url, None, None]


@pytest.mark.parametrize(("taker", "bot", "state"), [
    ("hai", BOT, MessageState.WAITING),
    ("một", BOT, MessageState.CLAIMED),
    ("hai", "telegram:7", MessageState.CLAIMED),
])  # fmt: skip
def test_what_the_holder_before_had_claimed_is_the_new_holders_to_send(
    store: Store, taker: str, bot: str, state: MessageState
) -> None:
    hold(store, "một", -LASTS)
    claimed_by(store, bot)
    hold(store, taker)
    with store.transaction() as session:
        assert session.exec(select(Message.state)).all() == [state]


def test_chats_and_messages_kept_before_bots_were_told_apart_go_to_the_first_bot_that_comes(store: Store) -> None:
    office(store)
    join(store, "VP", "7001")
    with store.transaction() as session:
        (address,) = addresses_of(session, CHANNEL, "7001")
        address.bot = "telegram"
        session.add(address)
        inbox.keep(session, "telegram", "1", {}, SWITCHED_ON)
        session.flush()
        outbox.put(session, [address], SWITCHED_ON.date(), SWITCHED_ON, SWITCHED_ON + LASTS)
        session.add(
            Address(bot="telegram:7", chat_id="8", unit_id=address.unit_id, role=Role.HEAD, joined_at=SWITCHED_ON)
        )
    for bot in (BOT, "telegram:7", "local"):
        with store.transaction() as session:
            leases.adopt(session, bot)
    with store.transaction() as session:
        assert session.exec(select(Address.bot).order_by(col(Address.chat_id))).all() == [BOT, "telegram:7"]
        assert session.exec(select(Message.key, Message.bot)).all() == [("digest:telegram:42:7001:2023-01-11", BOT)]
        assert session.exec(select(Received.bot)).all() == [BOT]


def test_one_that_froze_in_the_middle_of_a_transaction_is_cut_off(postgresql_url: str) -> None:
    store = open_store(postgresql_url)
    hold(store, "frozen", -LASTS)
    frozen = create_engine(
        make_url(postgresql_url).set(drivername="postgresql+psycopg"), connect_args={"application_name": "frozen"}
    )
    with frozen.connect() as asleep:
        asleep.execute(text("SELECT 1 FROM lease FOR UPDATE"))
        with store.transaction() as session:
            session.connection().execute(text("SET LOCAL lock_timeout = '5s'"))
            assert leases.hold(session, BOT, "hai", LASTS) == 2
        with pytest.raises(OperationalError):
            asleep.execute(text("SELECT 1"))
    frozen.dispose()
    store.close()
