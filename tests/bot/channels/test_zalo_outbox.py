"""A digest on its way from the outbox to a strict Zalo: what is written down of each thing that may befall it."""

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.channels.zalo.channel import Zalo
from bot.channels.zalo.webhook import secret_of
from data.kinds import MessageState, Role
from data.model import Address, Message
from data.people import chats, registering
from data.store import Store
from data.talk import Speaker
from scheduler.delivery import deliver
from tests.bot.channels.house import Clock
from tests.building import COMPOSER, SWITCHED_ON, draft, dump, office, row, run
from tests.doubles.zalo import AnswerLost, PrivateChat, Refusal, Trouble, ZaloDouble, gateway, quota_exceeded

WAITING, SENT, UNKNOWN, FAILED = MessageState.WAITING, MessageState.SENT, MessageState.UNKNOWN, MessageState.FAILED

Kept = tuple[MessageState, int, str | None, int]

# What befalls the first sends; what is kept after each round, a day's quarter after the other: the state, the attempts,
# the outcome, how many refs; and how many copies are in the chat in the end.
STORIES: list[tuple[str, list[Trouble], list[Kept], int]] = [
    ("all is well", [], [(SENT, 1, None, 1)], 1),
    ("accepted, the answer lost", [AnswerLost()], [(WAITING, 1, "no-answer", 0), (SENT, 2, None, 1)], 2),
    (
        "accepted and lost twice",
        [AnswerLost(), AnswerLost()],
        [(WAITING, 1, "no-answer", 0), (UNKNOWN, 2, "no-answer", 0), (UNKNOWN, 2, "no-answer", 0)],
        2,
    ),
    ("the quota is spent", [quota_exceeded()], [(WAITING, 1, "quota", 0), (SENT, 2, None, 1)], 1),
    ("hammered", [gateway(429)], [(WAITING, 1, "too-many-requests", 0), (SENT, 2, None, 1)], 1),
    ("nobody behind the gateway", [gateway(502)], [(WAITING, 1, "server-error", 0), (SENT, 2, None, 1)], 1),
    ("its server fails", [Refusal(403, "Internal server error")], [(WAITING, 1, "server-error", 0), (SENT, 2, None, 1)], 1),
    ("the token is wrong", [Refusal(401, "Unauthorized")], [(WAITING, 1, "token-rejected", 0), (SENT, 2, None, 1)], 1),
    ("the chat is gone", [Refusal(410, "The chat_id is invaild")], [(FAILED, 1, "not-found", 0)], 0),
]  # fmt: skip


def joined(store: Store, chat: PrivateChat) -> None:
    """A unit whose first digest waits to be sent to a chat on Zalo."""
    office(store, draft(row("1", title="Kế hoạch truyền thông")))
    with store.transaction() as session:
        unit = registering.unit_by_code(session, "VP")
        code = chats.new_code(session, unit, Role.OFFICER, SWITCHED_ON, timedelta(days=7))
        session.flush()
        chats.join(session, code, Speaker("zalo:42", chat.id, chat.id, "Trần Thị Lan"), SWITCHED_ON)
    run(store, SWITCHED_ON)


def kept(store: Store) -> Kept:
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        return message.state, message.attempts, message.outcome, len(message.sent_refs or ())


@pytest.mark.parametrize(
    ("troubles", "states", "copies"), [story[1:] for story in STORIES], ids=[one[0] for one in STORIES]
)
async def test_what_becomes_of_a_digest(
    store: Store, zalo: ZaloDouble, troubles: list[Trouble], states: list[Kept], copies: int
) -> None:
    chat, clock = zalo.user("Trần Thị Lan").private(), Clock()
    await chat.says("xin chào")
    joined(store, chat)
    for trouble in troubles:
        zalo.order(trouble, "sendMessage")
    channel = Zalo(zalo.token, base_url=zalo.url, clock=clock, sleep=clock.sleep)

    seen: list[Kept] = []
    for number in range(len(states)):
        clock.now += 6 * 3_600
        await deliver(store, [channel], COMPOSER, SWITCHED_ON + number * timedelta(hours=6, minutes=1))
        seen.append(kept(store))
    await channel.stop()

    said = [message for message in chat.unread if message.by_bot]
    assert (seen, len(said), len({message.text for message in said})) == (states, copies, min(copies, 1))
    with store.transaction() as session:
        reasons = [address.unreachable_reason for address in session.exec(select(Address))]
    assert reasons == (["not-found"] if states[-1][0] is FAILED else [None])
    written = str(dump(store, answers=True))
    assert not [secret for secret in (zalo.token, secret_of(zalo.token)) if secret in written]
