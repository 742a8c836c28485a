"""Bad days of a messenger's server, on whichever messenger: what becomes of what we say and of what is said to us."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from math import inf

import pytest
from sqlmodel import select

from bot.channels.house import Bot
from bot.talk import Answer, Incoming
from data.kinds import MessageState, Role
from data.model import Address, Message
from data.people import chats, registering
from data.refusals import DatabaseAway
from data.store import Store
from data.talk import Speaker
from scheduler.bots import Lane
from scheduler.channel import Delivered, TryLater
from scheduler.delivery import deliver
from tests.bot.channels.house import Clock, House, echo, listening, outgoing
from tests.bot.channels.messengers import MESSENGERS, NO_ANSWER, Messenger, Server
from tests.building import COMPOSER, SWITCHED_ON, draft, office, row, run
from tests.doubles.troubles import AnswerLost, Dripping, Garbage, Held, Refusal, Slow, Trouble, server_error
from tests.doubles.zalo import quota_exceeded

WAITING, SENT, UNKNOWN, FAILED = MessageState.WAITING, MessageState.SENT, MessageState.UNKNOWN, MessageState.FAILED


@pytest.fixture(params=list(MESSENGERS.values()), ids=list(MESSENGERS))
def messenger(request: pytest.FixtureRequest) -> Messenger:
    found: Messenger = request.param
    return found


@pytest.fixture
async def server(messenger: Messenger) -> AsyncIterator[Server]:
    async with messenger.serves() as double:
        yield double


@pytest.fixture
async def bot(messenger: Messenger, server: Server, clock: Clock) -> AsyncIterator[Bot]:
    async with hearing(messenger, server, House(), clock) as bot:
        yield bot


@asynccontextmanager
async def hearing(messenger: Messenger, server: Server, house: House, clock: Clock) -> AsyncIterator[Bot]:
    bot = messenger.bot_at(server, clock)
    async with listening(bot, house):
        yield bot


# What is sent.


@pytest.fixture
def four_parts(messenger: Messenger) -> str:
    """Words that become four messages."""
    items = 64 * messenger.limit // 2_000
    return "".join(f"• Việc {number}: {'báo cáo ' * 9}\n  hạn 31/01/2023\n" for number in range(1, items + 1))


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize(
    ("silent", "copies", "is_delivered"),
    [
        ((), [1, 1, 1, 1], True),
        ((1,), [2, 1, 1, 1], True),
        ((2,), [2, 2, 1, 1], True),
        ((3,), [2, 2, 2, 1], True),
        ((4,), [2, 2, 2, 2], True),
        ((1, 2), [2], False),
        ((2, 3), [2, 1], False),
        ((2, 4), [2, 2], False),
        ((4, 8), [2, 2, 2, 2], False),
    ],
)
async def test_no_part_is_said_more_than_twice_when_the_whole_is_sent_twice(
    server: Server,
    bot: Bot,
    four_parts: str,
    lane: Lane,
    silent: tuple[int, ...],
    copies: list[int],
    is_delivered: bool,
) -> None:
    """The server carries everything out; of the calls numbered `silent` it never tells."""
    chat, fine = server.user("Lan").private(), Held(asyncio.Event())
    fine.release.set()
    for number in range(1, 9):
        server.order(AnswerLost() if number in silent else fine, "sendMessage")

    outcome = await bot.send(str(chat.id), outgoing(four_parts), lane=lane, patience=20)
    if isinstance(outcome, TryLater):
        outcome = await bot.send(str(chat.id), outgoing(four_parts), lane=lane, patience=20)

    said = chat.unread
    assert list(Counter(message.text for message in said).values()) == copies
    if is_delivered:
        assert outcome == Delivered(tuple(str(message.id) for message in said[-4:]))
    else:
        assert isinstance(outcome, TryLater)
        # The ids of the parts before the silent one are known.
        assert outcome == replace(NO_ANSWER, refs=tuple(str(message.id) for message in said[len(copies) : -1]))


async def test_a_beginning_whose_end_is_refused_has_perhaps_arrived(server: Server, bot: Bot, four_parts: str) -> None:
    chat, fine = server.user("Lan").private(), Held(asyncio.Event())
    fine.release.set()
    server.order(fine, "sendMessage")
    server.order(server_error(), "sendMessage", times=4)

    outcome = await bot.send(str(chat.id), outgoing(four_parts), lane=Lane.BROADCAST, patience=20)

    assert outcome == TryLater("server-error", refs=(str(chat.unread[0].id),))
    assert (len(chat.unread), len(server.calls_of("sendMessage"))) == (1, 5)


async def test_a_server_that_is_slow_may_be_given_more_time(server: Server, bot: Bot) -> None:
    chat, slow = server.user("Lan").private(), Held(asyncio.Event(), done=True)
    server.order(slow, "sendMessage", times=2)

    impatient = await bot.send(str(chat.id), outgoing(), lane=Lane.BROADCAST, patience=0.05)
    patient = asyncio.create_task(bot.send(str(chat.id), outgoing(), lane=Lane.BROADCAST, patience=40))
    await server.called("sendMessage", times=2)
    slow.release.set()

    assert (impatient, type(await patient)) == (NO_ANSWER, Delivered)


@pytest.mark.parametrize("hanging", [25, 100])
async def test_chats_that_hang_hold_up_nobody_else(server: Server, bot: Bot, hanging: int) -> None:
    hung = [server.user(f"Người {number}").private() for number in range(hanging)]
    other, held = server.user("Lan").private(), Held(asyncio.Event())
    for chat in hung:
        server.order(held, "sendMessage", chat=chat)

    sending = [
        asyncio.create_task(bot.send(str(chat.id), outgoing(), lane=Lane.BROADCAST, patience=20)) for chat in hung
    ]
    await server.called("sendMessage", times=hanging)
    async with asyncio.timeout(5):
        assert isinstance(await bot.send(str(other.id), outgoing(), lane=Lane.BROADCAST, patience=20), Delivered)
    assert not any(one.done() for one in sending)

    held.release.set()
    assert {type(outcome) for outcome in await asyncio.gather(*sending)} == {Delivered}


async def test_without_a_server_nothing_is_raised(messenger: Messenger) -> None:
    bot = messenger.bot("42:TEST", base_url="http://127.0.0.1:9")

    assert await bot.send("7001", outgoing(), lane=Lane.BROADCAST, patience=20) == TryLater("unreachable")
    await bot.stop()


# From the outbox: what is kept of a digest, round by round.

Kept = tuple[MessageState, int, str | None, int]


def lost(reason: str) -> list[Kept]:
    """Not taken for a reason, and sent with the next round."""
    return [(WAITING, 1, reason, 0), (SENT, 2, None, 1)]


# What befalls the first sends; what is kept after each round, a day's quarter after the other: the state, the attempts,
# the outcome, how many refs; and how many copies are in the chat in the end.
STORIES: dict[str, tuple[list[Trouble], list[Kept], int]] = {
    "all is well": ([], [(SENT, 1, None, 1)], 1),
    "slow": ([Slow(0.05)], [(SENT, 1, None, 1)], 1),
    "hangs before it is done": ([Slow(5, done=False)], lost("no-answer"), 1),
    "hangs when it is done": ([Slow(5)], lost("no-answer"), 2),
    "answers byte by byte": ([Dripping(5)], lost("no-answer"), 2),
    "accepted, the answer lost": ([AnswerLost()], lost("no-answer"), 2),
    "accepted, the connection reset": ([AnswerLost(reset=True)], lost("no-answer"), 2),
    "reset before it is done": ([AnswerLost(done=False, reset=True)], lost("no-answer"), 1),
    "accepted and lost twice": (
        [AnswerLost(), AnswerLost()],
        [(WAITING, 1, "no-answer", 0), (UNKNOWN, 2, "no-answer", 0), (UNKNOWN, 2, "no-answer", 0)],
        2,
    ),
    "a server error": ([server_error(500, "Internal Server Error")], lost("server-error"), 1),
    "nobody behind the gateway": ([Garbage(b"<p>{path}</p>", 502)], lost("server-error"), 1),
    "the token is revoked": ([Refusal(401, "Unauthorized")], lost("token-rejected"), 1),
}


def joined(store: Store, bot: Bot, chat_id: str) -> None:
    """A unit whose first digest waits to be sent to a chat."""
    office(store, draft(row("1", title="Kế hoạch truyền thông")))
    with store.transaction() as session:
        unit = registering.unit_by_code(session, "VP")
        code = chats.new_code(session, unit, Role.OFFICER, SWITCHED_ON, timedelta(days=7))
        session.flush()
        chats.join(session, code, Speaker(bot.name, chat_id, chat_id, "Trần Thị Lan"), SWITCHED_ON)
    run(store, SWITCHED_ON)


def kept(store: Store) -> Kept:
    with store.transaction() as session:
        message = session.exec(select(Message)).one()
        return message.state, message.attempts, message.outcome, len(message.sent_refs or ())


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """What hangs is given up at once."""
    monkeypatch.setattr("scheduler.delivery.PATIENCE", 0.2)
    monkeypatch.setattr("bot.channels.zalo.client._CONNECT", 0.2)


async def rounds(store: Store, bot: Bot, clock: Clock, times: int) -> list[Kept]:
    """What is kept after each round, a day's quarter after the other."""
    seen = []
    for number in range(times):
        clock.now += 6 * 3_600
        await deliver(store, [bot], COMPOSER, SWITCHED_ON + number * timedelta(hours=6, minutes=1))
        seen.append(kept(store))
    return seen


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize(("troubles", "states", "copies"), STORIES.values(), ids=STORIES.keys())
async def test_what_becomes_of_a_digest(
    store: Store, server: Server, bot: Bot, clock: Clock, troubles: list[Trouble], states: list[Kept], copies: int
) -> None:
    chat = server.user("Trần Thị Lan").private()
    joined(store, bot, str(chat.id))
    for trouble in troubles:
        server.order(trouble, "sendMessage")

    seen = await rounds(store, bot, clock, len(states))

    assert (seen, len(chat.unread), len({message.text for message in chat.unread})) == (states, copies, 1)
    with store.transaction() as session:
        assert [address.unreachable_reason for address in session.exec(select(Address))] == [None]


@pytest.mark.parametrize("messenger", [MESSENGERS["zalo"], MESSENGERS["zalo-mirrored"]], ids=["zalo", "zalo-mirrored"])
@pytest.mark.parametrize(
    ("trouble", "reason"),
    [(quota_exceeded(), "quota"), (Refusal(403, "Internal server error"), "server-error")],
)
async def test_what_only_zalo_says(
    store: Store, server: Server, bot: Bot, clock: Clock, trouble: Trouble, reason: str
) -> None:
    chat = server.user("Trần Thị Lan").private()
    joined(store, bot, str(chat.id))
    server.order(trouble, "sendMessage")

    assert await rounds(store, bot, clock, 2) == lost(reason)
    assert len(chat.unread) == 1


async def test_a_digest_for_a_bot_that_calls_too_often(
    store: Store, messenger: Messenger, server: Server, bot: Bot, clock: Clock
) -> None:
    chat = server.user("Trần Thị Lan").private()
    joined(store, bot, str(chat.id))
    server.order(messenger.too_often, "sendMessage")

    assert await rounds(store, bot, clock, 2) == lost("too-many-requests")
    assert len(chat.unread) == 1


async def test_a_digest_for_somebody_who_is_gone(
    store: Store, messenger: Messenger, server: Server, bot: Bot, clock: Clock
) -> None:
    chat = server.user("Trần Thị Lan").private()
    joined(store, bot, str(chat.id))
    await chat.blocks_bot()

    ((state, attempts, outcome, refs),) = await rounds(store, bot, clock, 1)

    assert (state, attempts, refs, chat.unread) == (FAILED, 1, 0, [])
    assert outcome == getattr(messenger.gone, "reason", None)
    with store.transaction() as session:
        assert [address.unreachable_reason for address in session.exec(select(Address))] == [outcome]


async def test_a_server_that_is_down_for_45_seconds(store: Store, server: Server, bot: Bot, clock: Clock) -> None:
    chat = server.user("Trần Thị Lan").private()
    joined(store, bot, str(chat.id))
    server.goes_down()
    seen = []
    for seconds in (0, 15, 30, 45, 60, 90, 120):
        if seconds == 45:
            await server.comes_back()
        clock.now += 60
        await deliver(store, [bot], COMPOSER, SWITCHED_ON + timedelta(seconds=seconds))
        seen.append((kept(store)[0], kept(store)[2]))

    away = seen.index((SENT, None))
    assert seen == [(WAITING, "unreachable")] * away + [(SENT, None)] * (7 - away)
    # The second attempt was made within a minute of the failure, the third within two.
    assert (away <= 5, len(chat.unread)) == (True, 1)


# What is heard.


async def test_what_could_not_be_stored_is_told_again_in_order(
    messenger: Messenger, server: Server, clock: Clock
) -> None:
    broken = ["xong 1"] * 8

    def says(incoming: Incoming) -> Answer:
        if incoming.text in broken:
            broken.remove(incoming.text)
            raise DatabaseAway(reason="away")
        return echo(incoming)

    house, chat = House(says), server.user("Lan").private()
    await chat.says("xong 1")
    await chat.says("bo xong 1")
    async with hearing(messenger, server, house, clock):
        assert (await chat.next_message()).text == "đã nghe: xong 1"
        assert (await chat.next_message()).text == "đã nghe: bo xong 1"
        await server.drained()

    assert (house.texts, house.aside) == (["xong 1"] * 9 + ["bo xong 1"], [])
    # Telegram waits with its own next question instead.
    assert messenger.name == "telegram" or 20 < clock.now < 35


def down(server: Server) -> None:
    server.goes_down()


def revoked(server: Server) -> None:
    server.order(Refusal(401, "Unauthorized"), "getUpdates", times=inf)


def broken(server: Server) -> None:
    server.order(server_error(), "getUpdates", times=inf)


def garbled(server: Server) -> None:
    server.order(Garbage(b"<p>{path}</p>"), "getUpdates", times=inf)


def reset(server: Server) -> None:
    server.order(AnswerLost(done=False, reset=True), "getUpdates", times=inf)


@pytest.mark.parametrize(
    ("befalls", "known_as"),
    [
        (down, "unreachable"),
        (revoked, "token-rejected"),
        (broken, "unreachable"),
        (garbled, "unreachable"),
        (reset, "unreachable"),
    ],
)
async def test_a_trouble_between_two_lines_is_known_and_passes(
    messenger: Messenger, server: Server, clock: Clock, befalls: Callable[[Server], None], known_as: str
) -> None:
    house, chat, troubles = House(echo), server.user("Lan").private(), []

    async def known(bot: Bot, trouble: str | None) -> None:
        async with asyncio.timeout(5):
            while bot.trouble != trouble:  # noqa: ASYNC110 - a channel rings no bell
                await asyncio.sleep(0)
        troubles.append(bot.trouble)

    async with hearing(messenger, server, house, clock) as bot:
        await chat.says("một")
        await chat.next_message()
        befalls(server)
        if befalls is down:
            # A server that goes down with a poll that waits is told nothing in that moment.
            await known(bot, known_as)
            troubles.clear()
        await chat.says("hai")
        await known(bot, known_as)
        if befalls is down:
            await server.comes_back()
        server.relieve()
        await chat.says("ba")
        assert [(await chat.next_message()).text for _ in range(2)] == ["đã nghe: hai", "đã nghe: ba"]
        await known(bot, None)

    assert (house.texts, troubles) == (["một", "hai", "ba"], [known_as, None])


async def test_an_answer_is_attempted_until_it_is_there(messenger: Messenger, server: Server, clock: Clock) -> None:
    chat = server.user("Lan").private()
    server.order(server_error(), "sendMessage", times=2)
    async with hearing(messenger, server, House(echo), clock):
        await chat.says("viec")
        assert (await chat.next_message()).text == "đã nghe: viec"
    assert len(server.calls_of("sendMessage")) == 3
