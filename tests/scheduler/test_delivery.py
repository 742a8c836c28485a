"""Getting there: each outcome, one chat that fails or dawdles, a crash between send and settle."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import Mock

import pytest
from sqlmodel import col, select

from data import outbox
from data.kinds import MessageState, Role
from data.model import Address, Message
from data.outbox import Claim
from data.people import addressing
from data.record import Actor
from data.refusals import DatabaseAway
from data.store import Session, Store
from data.talk import Outgoing
from data.work import reporting
from scheduler import delivery as delivery_module
from scheduler.bots import Lane
from scheduler.channel import Delivered, Moved, Outcome, TryLater, Undeliverable
from scheduler.composing import Composer
from scheduler.delivery import BATCH, LEASE, PATIENCE, Delivery, deliver, wait_after
from tests.building import (
    BOSS,
    CHANNEL,
    COMPOSER,
    SWITCHED_ON,
    ScriptedChat,
    at,
    draft,
    join,
    join_everybody,
    morning,
    office,
    owed,
    row,
    run,
    send_all,
)

VP, NV, KT = "Văn phòng HĐND-UBND TP", "Phòng Nội vụ", "Phòng Kinh tế"
ALL = "Các phòng, ban, đơn vị thuộc UBND thành phố; UBND cấp xã"
NOW = SWITCHED_ON


def opened(store: Store, *chats: str, leads: str = VP) -> None:
    """An office whose first digests wait to be sent to `chats`, which are units by their code."""
    office(store, draft(row("1", lead=leads, title="Kế hoạch truyền thông"), row("2", lead=VP, title="Tập huấn CCHC")))
    for code in chats:
        join(store, code)
    run(store, NOW)


def kept(store: Store) -> list[tuple[str, MessageState, int, str | None]]:
    """The outbox: chat, state, attempts and outcome of each Message."""
    with store.transaction() as session:
        rows = session.exec(
            select(Address, Message).join(Message, col(Message.address_id) == Address.id).order_by(col(Message.id))
        )
        return [(address.chat_id, each.state, each.attempts, each.outcome) for address, each in rows]


async def send(store: Store, chat: ScriptedChat, now: datetime = NOW) -> list[str]:
    """Deliver at `now`; the chats that got something."""
    await send_all(store, chat, now)
    return chat.heard()


async def test_what_was_delivered_is_kept_in_the_words_that_were_sent(store: Store) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [Delivered(("7", "8"))]})
    await send_all(store, chat, NOW)
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
    assert chat.sent == [("VP", message.text)]
    assert (message.state, message.sent_at, message.sent_refs) == (MessageState.SENT, NOW, ["7", "8"])
    assert await send(store, ScriptedChat(), NOW + LEASE) == []


@pytest.mark.parametrize(
    ("outcome", "wait"),
    [
        (TryLater("429", timedelta(seconds=73)), timedelta(seconds=73)),
        (TryLater("network"), timedelta(seconds=15)),
    ],
)
async def test_what_did_not_go_out_is_tried_again_when_the_channel_says(
    store: Store, outcome: TryLater, wait: timedelta
) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [outcome]})
    assert await send(store, chat) == []
    assert kept(store) == [("VP", MessageState.WAITING, 1, outcome.reason)]
    assert await send(store, chat, NOW + wait - timedelta(seconds=1)) == []
    assert await send(store, chat, NOW + wait) == ["VP"]
    assert kept(store) == [("VP", MessageState.SENT, 2, None)]


def test_each_failure_doubles_the_wait_up_to_a_quarter_of_an_hour() -> None:
    waits = [wait_after(attempts).total_seconds() for attempts in (1, 2, 3, 4, 5, 6, 7, 8, 100)]
    assert waits == [15, 30, 60, 120, 240, 480, 900, 900, 900]


async def test_a_chat_that_is_closed_leaves_its_reminders_to_another_one(store: Store) -> None:
    office(store, draft(row()))
    join(store, "VP", "group", is_group=True)
    join(store, "VP", "private")
    run(store, NOW)
    chat = ScriptedChat(script={"group": [Undeliverable("kicked")]})
    assert await send(store, chat) == []
    assert kept(store) == [("group", MessageState.FAILED, 1, "kicked")]
    run(store, NOW)
    assert await send(store, chat) == ["private"]
    with store.transaction() as session:
        (closed,) = [(each.chat_id, each.unreachable_reason) for _, each in addressing.unreachable(session)]
    assert closed == ("group", "kicked")


async def test_what_a_closed_chat_did_not_hear_waits_for_one_that_can_be_reached(store: Store) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [Undeliverable("blocked")]})
    await send(store, chat)
    assert await morning(store, chat, ["2023-01-12", "2023-01-13"]) == {"2023-01-12": [], "2023-01-13": []}
    join(store, "VP", "new", now=at("2023-01-13 10:00"))
    run(store, at("2023-01-13 10:00"))
    assert await send(store, chat, at("2023-01-13 10:00")) == ["new"]


async def test_a_chat_that_refuses_for_good_is_marked_and_the_other_one_hears_the_same_day(store: Store) -> None:
    office(store, draft(row()))
    join(store, "VP", "group", is_group=True)
    join(store, "VP", "private")
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    run(store, NOW)
    refused = TryLater("topic-closed", lasting=True)
    chat = ScriptedChat(script={"group": [refused, refused]})
    assert await send(store, chat) == []
    assert await send(store, chat, NOW + timedelta(minutes=5)) == []
    run(store, NOW + timedelta(minutes=5))
    assert await send(store, chat, NOW + timedelta(minutes=5)) == ["private"]
    run(store, at("2023-01-12 07:30"))
    await send_all(store, chat, at("2023-01-12 07:30"))
    ((to, words),) = chat.take()
    told = "Chưa gửi được tin tới: Văn phòng HĐND-UBND thành phố (chủ đề nơi hệ thống gửi tin đã đóng)"
    assert (to, told in words) == (BOSS, True)


async def test_noi_vu_is_told_which_unit_is_out_of_reach(store: Store) -> None:
    opened(store, "VP")
    join(store, "NV", BOSS, role=Role.COORDINATOR)
    chat = ScriptedChat(script={"VP": [Undeliverable("blocked")]})
    await send(store, chat)
    run(store, at("2023-01-12 07:30"))
    await send_all(store, chat, at("2023-01-12 07:30"))
    told = [(to, "Chưa gửi được tin tới: Văn phòng HĐND-UBND thành phố" in words) for to, words in chat.take()]
    assert told == [(BOSS, True)]
    # What was told once waits for the week to begin.
    assert await morning(store, chat, ["2023-01-13", "2023-01-16"]) == {"2023-01-13": [], "2023-01-16": [BOSS]}


async def test_a_chat_that_moved_hears_at_its_new_place_and_once(store: Store) -> None:
    office(store, draft(row(), row("2", "", lead=NV)))
    join(store, "NV", "g", is_group=True)
    join(store, "NV", "g", role=Role.COORDINATOR, is_group=True)
    run(store, NOW)
    chat = ScriptedChat(script={"g": [Moved("-100g")]})
    assert await send(store, chat) == ["-100g"]
    run(store, NOW)
    assert await send(store, chat) == []
    assert kept(store) == [("-100g", MessageState.SENT, 2, None)]


async def test_a_chat_that_moves_again_and_again_is_not_tried_without_a_pause(store: Store) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [Moved("a")], "a": [Moved("b")], "b": [Moved("a")]})
    assert await send(store, chat) == []
    assert kept(store) == [("b", MessageState.WAITING, 2, "moved")]


async def test_one_poisoned_row_steps_aside(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    opened(store, "VP", "NV", "KT", leads=f"{VP}, {NV}, {KT}")
    chat = ScriptedChat(script={"NV": [RuntimeError("poison")]})
    assert await send(store, chat) == ["KT", "VP"]
    assert [(each.levelname, each.exc_info is not None) for each in caplog.records] == [("ERROR", True)]
    assert await send(store, chat, NOW + timedelta(seconds=14)) == []
    assert await send(store, chat, NOW + timedelta(seconds=15)) == ["NV"]


@dataclass
class SlowChat(ScriptedChat):
    """Never answers for the chat VP until `released`; `others` is set when `wanted` other chats have heard."""

    wanted: int = 0
    others: asyncio.Event = field(default_factory=asyncio.Event)
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        if chat_id == "VP":
            await self.released.wait()
        outcome = await super().send(chat_id, outgoing, lane=lane, patience=patience)
        if len(self.sent) == self.wanted:
            self.others.set()
        return outcome


async def test_a_slow_chat_keeps_nobody_waiting(store: Store) -> None:
    office(store, draft(row("1", lead=ALL)))
    join_everybody(store)
    run(store, NOW)
    # All other leads: more than are sent at a time.
    chat = SlowChat(wanted=33)
    assert chat.wanted > BATCH
    sending = asyncio.create_task(send_all(store, chat, NOW))
    async with asyncio.timeout(30):
        await chat.others.wait()
        assert "VP" not in chat.heard()
        chat.released.set()
        await sending
    assert chat.heard() == ["VP"]


async def test_what_was_done_meanwhile_is_left_out(store: Store) -> None:
    opened(store, "VP")
    with store.transaction() as session:
        reporting.confirm(session, owed(session, "1")[0].id, Actor(), NOW)
    chat = ScriptedChat()
    await send_all(store, chat, NOW)
    ((_, words),) = chat.take()
    assert ("Kế hoạch truyền thông" in words, "Tập huấn CCHC" in words) == (False, True)


async def test_where_nothing_is_left_nothing_is_sent(store: Store) -> None:
    opened(store, "VP")
    with store.transaction() as session:
        for number in ("1", "2"):
            reporting.confirm(session, owed(session, number)[0].id, Actor(), NOW)
    assert await send(store, ScriptedChat()) == []
    assert kept(store) == [("VP", MessageState.WITHDRAWN, 1, "nothing left")]


async def test_a_crash_between_send_and_settle_says_a_thing_twice_never_not_at_all(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(store, "VP")
    chat = ScriptedChat()
    with monkeypatch.context() as crash:
        crash.setattr("scheduler.delivery.settle", Mock(side_effect=RuntimeError("killed")))
        await send_all(store, chat, NOW)
    await send_all(store, chat, NOW + LEASE - timedelta(seconds=1))
    assert len(chat.sent) == 1
    await send_all(store, chat, NOW + LEASE)
    first, second = chat.take()
    assert first == second
    assert kept(store) == [("VP", MessageState.SENT, 2, None)]


async def test_a_server_that_is_down_all_day_costs_a_day_and_no_word(store: Store) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [TryLater("down", timedelta(hours=11))]})
    assert await send(store, chat) == []
    run(store, at("2023-01-11 18:00"))
    assert kept(store) == [("VP", MessageState.WITHDRAWN, 1, "expired")]
    assert await morning(store, chat, ["2023-01-12", "2023-01-13"]) == {"2023-01-12": ["VP"], "2023-01-13": []}


async def test_a_channel_that_is_not_there_leaves_its_messages_alone(store: Store) -> None:
    opened(store, "VP")
    assert await deliver(store, [ScriptedChat(name="other")], COMPOSER, NOW) is False
    assert await deliver(store, [], COMPOSER, NOW) is False
    assert kept(store) == [("VP", MessageState.WAITING, 0, None)]
    assert await deliver(store, [ScriptedChat(name=CHANNEL)], COMPOSER, NOW) is True


async def test_what_has_perhaps_arrived_is_sent_once_more_after_a_longer_pause_and_then_no_more(store: Store) -> None:
    opened(store, "VP", "NV", leads=f"{VP}, {NV}")
    lost = TryLater("no-answer", perhaps=True)
    chat = ScriptedChat(script={"VP": [lost, lost]})
    assert await send(store, chat) == ["NV"]
    assert chat.patience["VP"] == PATIENCE
    assert kept(store)[0] == ("VP", MessageState.WAITING, 1, "no-answer")
    assert await send(store, chat, NOW + timedelta(seconds=29)) == []
    assert await send(store, chat, NOW + timedelta(seconds=30)) == []
    assert chat.patience["VP"] == 2 * PATIENCE
    assert kept(store)[0] == ("VP", MessageState.UNKNOWN, 2, "no-answer")
    # Not again on that day; what is still open comes with the next one.
    run(store, NOW + timedelta(hours=2))
    assert await send(store, chat, NOW + timedelta(hours=2)) == []
    assert await morning(store, chat, ["2023-01-12", "2023-01-13"]) == {"2023-01-12": ["VP"], "2023-01-13": []}


async def test_a_first_doubt_that_comes_right_leaves_one_message_more(store: Store) -> None:
    opened(store, "VP")
    chat = ScriptedChat(script={"VP": [TryLater("no-answer", perhaps=True)]})
    assert [await send(store, chat), await send(store, chat, NOW + timedelta(minutes=1))] == [[], ["VP"]]
    assert kept(store) == [("VP", MessageState.SENT, 2, None)]


@pytest.mark.parametrize("reason", ["topic-closed", "no-rights", "refused"])
async def test_a_chat_that_refuses_twice_for_good_is_lost_and_the_unit_hears_elsewhere_that_day(
    store: Store, reason: str
) -> None:
    office(store, draft(row()))
    join(store, "VP", "group", is_group=True)
    join(store, "VP", "private")
    run(store, NOW)
    muted = TryLater(reason, timedelta(hours=1), lasting=True)
    chat = ScriptedChat(script={"group": [muted, muted]})
    assert await send(store, chat) == []
    with store.transaction() as session:
        assert addressing.unreachable(session) == []
    later = NOW + timedelta(minutes=5)
    assert await send(store, chat, later) == []
    run(store, later)
    assert await send(store, chat, later) == ["private"]
    assert kept(store) == [("group", MessageState.FAILED, 2, reason), ("private", MessageState.SENT, 1, None)]
    with store.transaction() as session:
        ((_, closed),) = addressing.unreachable(session)
        assert (closed.chat_id, closed.unreachable_reason) == ("group", reason)


async def test_a_refusal_that_heals_counts_no_more(store: Store) -> None:
    opened(store, "VP")
    muted = TryLater("no-rights", lasting=True)
    chat = ScriptedChat(script={"VP": [muted]})
    await send(store, chat)
    assert await send(store, chat, NOW + timedelta(minutes=5)) == ["VP"]
    with store.transaction() as session:
        assert addressing.note_refused(session, CHANNEL, "VP") == 1


@dataclass
class HangingChat(ScriptedChat):
    """Never answers for the chats that hang until `released`."""

    hang: frozenset[str] = frozenset()
    hanging: int = 0
    released: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        if chat_id in self.hang:
            self.hanging += 1
            await self.released.wait()
        return await super().send(chat_id, outgoing, lane=lane, patience=patience)


async def test_while_25_chats_hang_another_is_written_to_as_soon_as_a_moment_has_passed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scheduler.delivery._MOMENT", 0.0)
    office(store, draft(row("1", lead=ALL)))
    join_everybody(store)
    run(store, NOW)
    with store.transaction() as session:
        chats = [address.chat_id for address in addressing.live_addresses(session, (Role.OFFICER,))]
    chat = HangingChat(hang=frozenset(chats[:25]))
    delivery = Delivery(store, [chat], COMPOSER, lambda: NOW)
    while await delivery.round():
        pass
    while chat.hanging < 25 or len(chat.sent) < len(chats) - 25 - 1:  # Nội vụ's own has nothing to say
        await asyncio.sleep(0)
        await delivery.round()
    assert not {chat_id for chat_id, _ in chat.sent} & chat.hang
    chat.released.set()
    await delivery.idle()
    assert {chat_id for chat_id, _ in chat.sent} >= chat.hang


async def test_of_one_chat_messages_go_in_order_and_one_at_a_time(store: Store) -> None:
    opened(store, "VP")
    said = [(Outgoing("", f"câu {number}"), None) for number in range(3)]
    with store.transaction() as session:
        outbox.put_answers(session, CHANNEL, "VP", "1", said, day=NOW.date(), asked_at=NOW, now=NOW)
    chat = AnsweringChat()
    await deliver(store, [chat], COMPOSER, NOW)
    assert [text for _, text in chat.told][:3] == ["câu 0", "câu 1", "câu 2"]
    assert [lane for lane, _ in chat.told] == [Lane.ANSWER] * 3 + [Lane.BROADCAST]


@dataclass
class AnsweringChat(ScriptedChat):
    """Keeps in which lane it was told what."""

    told: list[tuple[Lane, str]] = field(default_factory=list)

    async def send(
        self, chat_id: str, outgoing: Outgoing, *, lane: Lane = Lane.BROADCAST, patience: float = PATIENCE
    ) -> Outcome:
        outcome = await super().send(chat_id, outgoing, lane=lane, patience=patience)
        if isinstance(outcome, Delivered):
            self.told.append((lane, outgoing.text))
        return outcome


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(hours=1), "Đã ghi nhận"),
        (timedelta(hours=1, seconds=1), "(Trả lời tin lúc 07:30.)\nĐã ghi nhận"),
        (timedelta(hours=20), "(Trả lời tin lúc 07:30 ngày 11/01/2023.)\nĐã ghi nhận"),
        (timedelta(days=2), None),
    ],
)
async def test_an_answer_that_comes_late_says_what_it_answers_and_keeps_nothing_once_it_is_said(
    store: Store, later: timedelta, words: str | None
) -> None:
    with store.transaction() as session:
        answer = [(Outgoing("", "Đã ghi nhận"), None)]
        outbox.put_answers(session, CHANNEL, "nobody", "1", answer, day=NOW.date(), asked_at=NOW, now=NOW)
    chat = AnsweringChat()
    with store.transaction() as session:
        outbox.expire(session, NOW + later)
    await deliver(store, [chat], COMPOSER, NOW + later)
    assert [text for _, text in chat.told] == ([words] if words else [])
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        assert (message.chat_id, message.facts, message.text) == ("", {}, None)


async def test_what_cannot_be_worded_is_set_aside_and_the_others_go_on(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    opened(store, "VP", "NV", "KT", leads=f"{VP}, {NV}, {KT}")
    compose = Composer.compose_claimed

    def sick(self: Composer, session: Session, claim: Claim, now: datetime, *, has_buttons: bool) -> Outgoing | None:
        if claim.chat_id == "NV":
            raise KeyError("poison")
        return compose(self, session, claim, now, has_buttons=has_buttons)

    monkeypatch.setattr(Composer, "compose_claimed", sick)
    chat = ScriptedChat()
    assert await send(store, chat) == ["KT", "VP"]
    assert await send(store, chat, NOW + LEASE) == []
    assert ("NV", MessageState.SET_ASIDE, 1, "unreadable") in kept(store)
    assert len([each for each in caplog.records if each.exc_info]) == 1


async def test_a_bot_that_is_not_ours_is_not_sent_for(store: Store) -> None:
    opened(store, "VP")
    ours = [True, False]  # the lease is lost between the claim and the send
    chat = ScriptedChat()
    delivery = Delivery(store, [chat], COMPOSER, lambda: NOW, holds=lambda _: ours.pop(0) if ours else False)
    assert await delivery.round() == 1
    await delivery.idle()
    assert (chat.sent, await delivery.round()) == ([], 0)
    assert kept(store) == [("VP", MessageState.WAITING, 1, "not held")]


async def test_what_was_sent_is_settled_however_long_the_database_is_away(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(store, "VP")
    settle, away = delivery_module.settle, [DatabaseAway(reason="locked")] * 5

    def often(*arguments: Any) -> None:
        if away:
            raise away.pop()
        settle(*arguments)

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    pauses: list[float] = []
    monkeypatch.setattr(delivery_module, "settle", often)
    chat = ScriptedChat()
    delivery = Delivery(store, [chat], COMPOSER, lambda: NOW, sleep=sleep)
    await delivery.round()
    await delivery.idle()
    assert (len(chat.sent), pauses) == (1, [0.5, 1.0, 2.0, 4.0, 5.0])
    assert kept(store) == [("VP", MessageState.SENT, 1, None)]


async def test_stopping_gives_what_is_under_way_its_grace_and_hands_the_rest_back(store: Store) -> None:
    opened(store, "VP", "NV", leads=f"{VP}, {NV}")
    chat = HangingChat(hang=frozenset({"VP"}))
    delivery = Delivery(store, [chat], COMPOSER, lambda: NOW)
    await delivery.round()
    while not (chat.hanging and chat.sent):  # noqa: ASYNC110 - the channel alone tells of both
        await asyncio.sleep(0)
    await delivery.stop(0.01)
    assert kept(store) == [("VP", MessageState.WAITING, 1, "stopped"), ("NV", MessageState.SENT, 1, None)]
    assert await delivery.round() == 0


async def test_what_was_just_being_claimed_when_the_stop_came_is_not_sent_but_handed_back(store: Store) -> None:
    opened(store, "VP")
    chat, asked = ScriptedChat(), []

    def holds(_: str) -> bool:
        asked.append(asyncio.create_task(delivery.stop(0)))
        return True

    delivery = Delivery(store, [chat], COMPOSER, lambda: NOW, holds=holds)
    assert await delivery.round() == 1
    await asyncio.gather(*asked)
    await delivery.idle()
    assert (chat.sent, kept(store)) == ([], [("VP", MessageState.WAITING, 1, "stopped")])
