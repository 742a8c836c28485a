"""The outbox's verbs: put, claim, settle, expire, move; two claimers at once, and leases that run out."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from sqlmodel import col, select

from data import outbox, reminders
from data.kinds import Audience, MessageState, Role
from data.model import Address, Message, Reminder
from data.outbox import Claim
from data.people import addressing, registering
from data.store import Store
from data.talk import Outgoing
from tests.building import CHANNEL, SWITCHED_ON, at, draft, dump, office, row, run

DAY = date(2023, 1, 16)
OPENS, CLOSES = at("2023-01-16 07:30"), at("2023-01-16 18:00")
LEASE = timedelta(minutes=5)


@pytest.fixture
def quiet(store: Store) -> Store:
    """An office in which nothing is due at the moment and no chat has joined yet."""
    office(store, draft(row()))
    run(store, SWITCHED_ON)
    return store


def chats(store: Store, *chat_ids: str, channel: str = CHANNEL) -> None:
    """Chats of one unit, made at once."""
    with store.transaction() as session:
        unit_id = registering.unit_by_code(session, "VP").id or 0
        for chat_id in chat_ids:
            session.add(
                Address(bot=channel, chat_id=chat_id, unit_id=unit_id, role=Role.OFFICER, joined_at=SWITCHED_ON)
            )


def put(store: Store, day: date = DAY, due_at: datetime = OPENS, expires_at: datetime = CLOSES) -> None:
    """A digest for every chat."""
    with store.transaction() as session:
        for address in session.exec(select(Address).order_by(col(Address.id))):
            outbox.put(session, [address], day, due_at, expires_at)


def claim(store: Store, now: datetime = OPENS, limit: int = 10, channel: str = CHANNEL) -> tuple[Claim, ...]:
    with store.transaction() as session:
        return outbox.claim(session, now, (channel,), limit=limit, lease_for=LEASE)


def claimed(store: Store, now: datetime = OPENS, limit: int = 10, channel: str = CHANNEL) -> list[str]:
    """The chats whose Messages can be claimed now."""
    return [each.chat_id for each in claim(store, now, limit, channel)]


def settle(store: Store, one: Claim, state: MessageState, **details: Any) -> bool:
    with store.transaction() as session:
        return outbox.settle(session, one, state, now=OPENS, **details)


def messages(store: Store) -> list[tuple[str, MessageState, int, str | None]]:
    with store.transaction() as session:
        rows = session.exec(select(Message).order_by(col(Message.id)))
        return [(each.key, each.state, each.attempts, each.outcome) for each in rows]


def link(store: Store) -> None:
    """Have the only Message say a Reminder."""
    with store.transaction() as session:
        said = (reminder.id or 0 for reminder in session.exec(select(Reminder)))
        reminders.link(session, session.exec(select(Message)).one(), said)


def waiting(store: Store) -> int:
    """How many Reminders wait for a Message."""
    with store.transaction() as session:
        return sum(len(each) for each in reminders.waiting(session, tuple(Audience)).values())


def expired(store: Store, now: datetime) -> int:
    with store.transaction() as session:
        return outbox.expire(session, now)


def test_a_digest_that_is_put_twice_is_one(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    before = dump(quiet)
    put(quiet)
    assert dump(quiet) == before
    assert messages(quiet) == [("digest:chat:1:2023-01-16", MessageState.WAITING, 0, None)]


def test_chats_and_days_have_digests_of_their_own(quiet: Store) -> None:
    chats(quiet, "1")
    chats(quiet, "1", "2", channel="other")
    put(quiet)
    put(quiet, date(2023, 1, 17))
    assert [each[0] for each in messages(quiet)] == [
        "digest:chat:1:2023-01-16",
        "digest:other:1:2023-01-16",
        "digest:other:2:2023-01-16",
        "digest:chat:1:2023-01-17",
        "digest:other:1:2023-01-17",
        "digest:other:2:2023-01-17",
    ]


def test_one_chat_with_two_seats_has_one_digest(quiet: Store) -> None:
    chats(quiet, "1")
    with quiet.transaction() as session:
        other = registering.unit_by_code(session, "NV").id or 0
        session.add(Address(bot=CHANNEL, chat_id="1", unit_id=other, role=Role.OFFICER, joined_at=SWITCHED_ON))
    put(quiet)
    assert len(messages(quiet)) == 1


def test_a_message_is_claimed_once_oldest_first(quiet: Store) -> None:
    chats(quiet, "1", "2", "3")
    put(quiet)
    assert [claimed(quiet, limit=2), claimed(quiet, limit=2), claimed(quiet)] == [["1", "2"], ["3"], []]


def test_what_waits_for_a_bot_that_is_out_is_unsaid_from_its_moment_until_it_expires(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    second = timedelta(seconds=1)
    cases = {OPENS - second: 0, OPENS: 1, CLOSES - second: 1, CLOSES: 0}
    with quiet.transaction() as session:
        assert {now: len(outbox.unsaid(session, [CHANNEL], now)) for now in cases} == cases
        assert outbox.unsaid(session, ["other"], OPENS) == []


def test_a_notice_is_of_an_event_whatever_chat_it_goes_to(quiet: Store) -> None:
    chats(quiet, "1", "2")
    with quiet.transaction() as session:
        for address in session.exec(select(Address)):
            outbox.put_notice(session, address, "urged:7", {}, day=DAY, due_at=OPENS, expires_at=CLOSES)
        told = session.exec(select(Message).order_by(col(Message.id)))
        assert [(each.chat_id, outbox.event_of(each)) for each in told] == [("1", "urged:7"), ("2", "urged:7")]


def test_answers_go_before_notices_and_notices_before_digests_that_are_due_earlier(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet, due_at=OPENS - timedelta(hours=1))
    with quiet.transaction() as session:
        (address,) = addressing.addresses_of(session, CHANNEL, "1")
        due_at = OPENS - timedelta(minutes=1)
        outbox.put_notice(session, address, "urged", {}, day=DAY, due_at=due_at, expires_at=CLOSES)
        answers = [(Outgoing("", words), None) for words in ("một", "hai")]
        outbox.put_answers(session, CHANNEL, "1", "7", answers, day=DAY, asked_at=OPENS, now=OPENS)
    taken = claim(quiet)
    with quiet.transaction() as session:
        assert [(session.get_one(Message, each.message_id).key, each.is_answer) for each in taken] == [
            ("answer:chat:7:0", True),
            ("answer:chat:7:1", True),
            ("notice:urged:chat:1", False),
            ("digest:chat:1:2023-01-16", False),
        ]


@pytest.mark.parametrize("state", list(MessageState))
def test_an_answer_that_is_over_keeps_neither_its_words_nor_its_chat(quiet: Store, state: MessageState) -> None:
    with quiet.transaction() as session:
        said = [(Outgoing("", "một"), None)]
        outbox.put_answers(session, CHANNEL, "1", "7", said, day=DAY, asked_at=OPENS, now=OPENS)
        facts = session.exec(select(Message)).one().facts
    (one,) = claim(quiet)
    settle(quiet, one, state, text="một")
    with quiet.transaction() as session:
        kept = session.exec(select(Message)).one()
        found = (kept.facts, kept.text, kept.chat_id)
    assert found == (({}, None, "") if state in outbox.OVER else (facts, None, "1"))


def test_a_claim_says_all_that_the_sender_needs(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    (one,) = claim(quiet)
    assert one == Claim(one.message_id, one.lease, 1, CHANNEL, "1", DAY, CLOSES)


def test_only_what_is_due_and_still_matters_is_claimed(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet, due_at=at("2023-01-16 08:00"))
    moments = ("2023-01-16 07:59", "2023-01-16 18:00", "2023-01-17 08:00", "2023-01-16 08:00")
    assert [claimed(quiet, at(moment)) for moment in moments] == [[], [], [], ["1"]]


def test_messages_of_unknown_channels_are_left_alone(quiet: Store) -> None:
    chats(quiet, "1")
    chats(quiet, "2", channel="other")
    put(quiet)
    assert [claimed(quiet, channel="none"), claimed(quiet), claimed(quiet, channel="other")] == [[], ["1"], ["2"]]
    with quiet.transaction() as session:
        assert outbox.claim(session, OPENS + LEASE, (), limit=10, lease_for=LEASE) == ()


def test_two_claimers_at_once_never_get_the_same_message(quiet: Store) -> None:
    everybody = [f"{n:02}" for n in range(60)]
    chats(quiet, *everybody)
    put(quiet)
    start = Barrier(2)

    def work() -> list[list[str]]:
        start.wait(timeout=10)
        found = []
        while batch := claimed(quiet, limit=3):
            found.append(batch)
        return found

    with ThreadPoolExecutor(2) as pool:
        batches = [batch for future in [pool.submit(work) for _ in range(2)] for batch in future.result()]
    assert sorted(chat for batch in batches for chat in batch) == everybody
    assert all(len(batch) <= 3 for batch in batches)


def test_a_lease_that_has_run_out_lets_others_claim(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    (first,) = claim(quiet)
    assert claim(quiet, OPENS + LEASE - timedelta(seconds=1)) == ()
    (second,) = claim(quiet, OPENS + LEASE)
    assert (second.message_id, second.attempts) == (first.message_id, 2)
    assert second.lease != first.lease


def test_what_was_sent_is_kept_as_sent(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    (one,) = claim(quiet)
    assert settle(quiet, one, MessageState.SENT, text="Kính gửi", refs=("7", "8"))
    assert claim(quiet, OPENS + LEASE) == ()
    with quiet.transaction() as session:
        message = session.exec(select(Message)).one()
        found = [addressing.sent_as(session, CHANNEL, chat, ref) for chat, ref in (("1", "8"), ("1", "9"), ("2", "8"))]
    assert (message.state, message.sent_at, message.text, message.sent_refs) == (
        MessageState.SENT,
        OPENS,
        "Kính gửi",
        ["7", "8"],
    )
    assert (message.lease, message.leased_until) == (None, None)
    assert found == [message, None, None]


def test_what_is_given_back_is_tried_again_at_its_time(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    (one,) = claim(quiet)
    again = at("2023-01-16 09:00")
    assert settle(quiet, one, MessageState.WAITING, outcome="429", due_at=again)
    assert messages(quiet) == [("digest:chat:1:2023-01-16", MessageState.WAITING, 1, "429")]
    assert [claimed(quiet, again - timedelta(seconds=1)), claimed(quiet, again)] == [[], ["1"]]


def test_who_has_lost_the_lease_settles_nothing(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    (late,) = claim(quiet)
    (other,) = claim(quiet, OPENS + LEASE)
    before = dump(quiet)
    assert [settle(quiet, late, state, text="hai", due_at=CLOSES) for state in MessageState] == [False] * len(
        MessageState
    )
    assert dump(quiet) == before
    assert settle(quiet, other, MessageState.SENT, text="một")
    assert not settle(quiet, other, MessageState.WAITING, due_at=CLOSES)


def test_what_another_process_had_claimed_is_handed_back_and_nothing_else(quiet: Store) -> None:
    chats(quiet, "sent", "held", "waits")
    chats(quiet, "other", channel="other")
    put(quiet)
    sent, held = claim(quiet, limit=2)
    (other,) = claim(quiet, channel="other")
    settle(quiet, sent, MessageState.SENT)
    with quiet.transaction() as session:
        assert outbox.hand_back(session, [CHANNEL]) == 1
    assert [state for _, state, *_ in messages(quiet)] == [
        MessageState.SENT,
        MessageState.WAITING,
        MessageState.WAITING,
        MessageState.CLAIMED,
    ]
    assert not settle(quiet, held, MessageState.SENT)
    assert claimed(quiet) == ["held", "waits"]
    assert settle(quiet, other, MessageState.SENT)


def test_what_was_not_sent_while_it_mattered_lets_its_reminders_wait(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    link(quiet)
    assert (waiting(quiet), expired(quiet, CLOSES - timedelta(seconds=1))) == (0, 0)
    assert (expired(quiet, CLOSES), waiting(quiet)) == (1, 1)
    assert messages(quiet) == [("digest:chat:1:2023-01-16", MessageState.WITHDRAWN, 0, "expired")]
    assert expired(quiet, CLOSES) == 0


def test_what_is_being_sent_when_the_slot_closes_expires_with_its_lease(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    link(quiet)
    claim(quiet, CLOSES - timedelta(minutes=1))
    assert [expired(quiet, CLOSES), waiting(quiet)] == [0, 0]
    assert [expired(quiet, CLOSES + LEASE), waiting(quiet)] == [1, 1]


def test_what_was_sent_does_not_expire(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    link(quiet)
    (one,) = claim(quiet)
    settle(quiet, one, MessageState.SENT)
    assert [expired(quiet, CLOSES + LEASE), waiting(quiet)] == [0, 0]


def test_a_reminder_is_linked_to_what_is_still_to_be_sent_only(quiet: Store) -> None:
    chats(quiet, "1")
    put(quiet)
    claim(quiet)
    link(quiet)
    assert waiting(quiet) == 1


def test_a_chat_that_moved_has_heard_what_it_heard(quiet: Store) -> None:
    chats(quiet, "g")
    put(quiet)
    with quiet.transaction() as session:
        addressing.move_chat(session, CHANNEL, "g", "-100g", SWITCHED_ON)
    put(quiet)
    assert messages(quiet) == [("digest:chat:-100g:2023-01-16", MessageState.WAITING, 0, None)]
    assert claimed(quiet) == ["-100g"]


def test_two_chats_that_become_one_hear_one_digest(quiet: Store) -> None:
    chats(quiet, "g")
    put(quiet)
    link(quiet)
    chats(quiet, "-100g")
    put(quiet)
    with quiet.transaction() as session:
        addressing.move_chat(session, CHANNEL, "g", "-100g", SWITCHED_ON)
    assert messages(quiet) == [
        ("digest:chat:g:2023-01-16", MessageState.WITHDRAWN, 0, "moved"),
        ("digest:chat:-100g:2023-01-16", MessageState.WAITING, 0, None),
    ]
    assert (waiting(quiet), claimed(quiet)) == (1, ["-100g"])
