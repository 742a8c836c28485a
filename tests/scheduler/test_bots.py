"""Holding bots: by our own clock, so that a process that was frozen past its lease knows it at once."""

import asyncio
import selectors
from collections.abc import Coroutine, Iterable
from itertools import pairwise
from math import inf
from unittest.mock import Mock

import pytest

from data.refusals import DatabaseAway
from data.store import Store
from scheduler.bots import LASTS, Lane, Leases, Limits, Pace, Pacer, Turn

SECONDS = LASTS.total_seconds()
BOTS = ("telegram:7", "telegram:42")


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_two_processes_share_no_bot(store: Store) -> None:
    one, other = Leases(store, BOTS, "một"), Leases(store, BOTS[1:], "hai")
    assert (one.held, other.held) == ((), ())
    await other.renew()
    await one.renew()
    assert (one.held, other.held) == (BOTS[:1], BOTS[1:])
    await other.let_go()
    await one.renew()
    assert (one.held, other.held, one.holds("local")) == (BOTS, (), False)


async def test_a_process_that_was_stopped_past_its_lease_holds_nothing_when_it_goes_on(store: Store) -> None:
    clock = Clock()
    frozen, held = Leases(store, BOTS, "một", clock), []
    await frozen.renew()
    for seconds in (SECONDS - 0.1, 0.1):
        clock.now += seconds
        held.append(frozen.held)
    await frozen.renew()
    assert [*held, frozen.held] == [BOTS, (), BOTS]


async def test_while_the_database_is_away_a_lease_runs_out_and_comes_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    leases = Leases(store, BOTS, "một", clock)
    await leases.renew()
    with monkeypatch.context() as away:
        away.setattr(store, "transaction", Mock(side_effect=DatabaseAway(reason="away")))
        clock.now += SECONDS
        await leases.renew()
        assert not leases.held
    await leases.renew()
    assert leases.held == BOTS


# As the fastest of our channels has them.
FAST = Limits(gap=0.036, chat_gap=1.0, group_count=20, group_window=60.0)
SLOW = Limits(gap=0.5, chat_gap=2.0, group_count=3, group_window=60.0)


def answer(chat_id: str, *, is_group: bool = False) -> Turn:
    return Turn(Lane.ANSWER, chat_id, is_group)


def broadcast(chat_id: str, *, is_group: bool = False, patience: float = inf) -> Turn:
    return Turn(Lane.BROADCAST, chat_id, is_group, patience)


def moments(pace: Pace, waiting: Iterable[Turn], now: float = 0.0) -> list[tuple[float, str]]:
    """When each chat has its turn, if nobody else comes."""
    left, given = list(waiting), []
    while left:
        decided = pace.next(now, left)
        if isinstance(decided, Turn):
            pace.sent(now, decided)
            left.remove(decided)
            given.append((now, decided.chat_id))
        else:
            now = decided
    return given


# What is decided.


def test_messages_are_spaced_evenly() -> None:
    turns = [broadcast("a"), broadcast("b"), broadcast("c")]

    assert moments(Pace(SLOW), turns) == [(0.0, "a"), (0.5, "b"), (1.0, "c")]


def test_an_answer_goes_before_broadcasts_that_came_first() -> None:
    turns = [broadcast("a"), broadcast("b"), answer("c"), answer("d")]

    assert moments(Pace(SLOW), turns) == [(0.0, "c"), (0.5, "d"), (1.0, "a"), (1.5, "b")]


def test_one_chat_has_its_own_gap_and_others_go_meanwhile() -> None:
    turns = [broadcast("a"), broadcast("a"), broadcast("b")]

    assert moments(Pace(SLOW), turns) == [(0.0, "a"), (0.5, "b"), (2.0, "a")]


def test_a_group_hears_so_many_in_a_minute_and_a_person_more() -> None:
    in_a_group = [broadcast("-7", is_group=True) for _ in range(5)]
    in_private = [broadcast("7") for _ in range(5)]

    assert [at for at, _ in moments(Pace(SLOW), in_a_group)] == [0.0, 2.0, 4.0, 60.0, 62.0]
    assert [at for at, _ in moments(Pace(SLOW), in_private)] == [0.0, 2.0, 4.0, 6.0, 8.0]


def test_a_refused_chat_waits_and_the_others_do_not() -> None:
    pace = Pace(SLOW)
    pace.refused(0.0, "a", 30.0)

    assert moments(pace, [answer("a"), broadcast("b"), broadcast("c")]) == [(0.0, "b"), (0.5, "c"), (30.0, "a")]


def test_a_shorter_refusal_does_not_end_a_longer_one() -> None:
    pace = Pace(SLOW)
    pace.refused(0.0, "a", 30.0)
    pace.refused(1.0, "a", 5.0)

    assert moments(pace, [answer("a")], 1.0) == [(30.0, "a")]


@pytest.mark.parametrize(("seconds", "tried"), [(10.0, 10.0), (60.0, 60.0), (10_072.0, 60.0)])
def test_three_chats_refused_in_a_row_halt_the_token_for_a_minute_at_most(seconds: float, tried: float) -> None:
    pace = refused_in_a_row(seconds)

    # One message tries it; while nothing is known of that one another goes every five seconds.
    assert moments(pace, [answer("d"), broadcast("e"), broadcast("f")]) == [
        (tried, "d"),
        (tried + 5, "e"),
        (tried + 10, "f"),
    ]


def test_a_message_taken_after_a_guessed_halt_ends_it() -> None:
    pace = refused_in_a_row(10_072.0)
    probe, others = answer("d"), [answer("a"), broadcast("e"), broadcast("f")]

    assert moments(pace, [probe]) == [(60.0, "d")]
    assert pace.accepted()
    assert moments(pace, others, 60.0) == [(60.5, "e"), (61.0, "f"), (10_072.0, "a")]
    assert not pace.accepted()


def test_a_probe_refused_for_another_chat_halts_the_token_for_another_minute() -> None:
    pace = refused_in_a_row(300.0)

    assert moments(pace, [broadcast("d")]) == [(60.0, "d")]
    pace.refused(60.1, "d", 239.9)
    assert moments(pace, [broadcast("e")], 60.1) == [(120.1, "e")]
    pace.refused(120.2, "e", 30.0)
    assert moments(pace, [broadcast("f")], 120.2) == [(150.2, "f")]


def test_a_halt_that_the_server_tells_is_honoured_for_its_whole_time() -> None:
    pace = refused_in_a_row(10_072.0)
    pace.halted(1.0, 300.0)
    pace.halted(2.0, 20.0)
    # Sent before, and taken.
    pace.accepted()

    assert moments(pace, [answer("d"), broadcast("e")], 2.0) == [(301.0, "d"), (301.5, "e")]


def refused_in_a_row(seconds: float) -> Pace:
    pace = Pace(SLOW)
    for chat in "abc":
        pace.refused(0.0, chat, seconds)
    return pace


def test_refusals_with_a_message_taken_between_are_each_chats_own() -> None:
    pace = Pace(SLOW)
    for chat in "abcd":
        pace.refused(0.0, chat, 10.0)
        pace.accepted()

    assert moments(pace, [broadcast("e")]) == [(0.0, "e")]


def test_nobody_waits() -> None:
    assert Pace(SLOW).next(0.0, []) == inf


# Whole mornings. Time passes when everybody waits for it, and at no other moment.


class _Skipping(selectors.SelectSelector):
    """Instead of waiting, lets the loop's time jump."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready and timeout is None:
            raise AssertionError("everybody waits, and nothing is to come")
        if not ready:
            self.now += timeout or 0.0
        return ready


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        return self._skipping.now


def run(story: Coroutine[None, None, None]) -> None:
    with asyncio.Runner(loop_factory=_VirtualLoop) as runner:
        runner.run(story)


class Morning:
    """Sends through one Pacer, and remembers who came when and went when."""

    def __init__(self, limits: Limits = FAST) -> None:
        self.clock = asyncio.get_running_loop().time
        self.pacer = Pacer(limits, self.clock, asyncio.sleep)
        self.went: list[tuple[float, Turn]] = []
        self.waited: dict[Turn, float] = {}

    async def send(self, turn: Turn, at: float = 0.0) -> bool:
        await asyncio.sleep(at)
        came = self.clock()
        if not await self.pacer.wait(turn):
            return False
        self.went.append((self.clock(), turn))
        self.waited[turn] = self.clock() - came
        return True

    def most_in_a_second(self) -> int:
        times = [at for at, _ in self.went]
        return max(sum(start <= at < start + 1 for at in times) for start in times)


def test_a_broadcast_to_840_chats_with_people_answering_meanwhile() -> None:
    async def story() -> None:
        morning = Morning()
        digests = [broadcast(f"chat {number}") for number in range(840)]
        # Every fifth answers his digest; the others write by themselves. They come at uneven moments.
        answers = [answer(f"chat {number}" if number % 5 == 0 else f"other {number}") for number in range(160)]
        moments = [number * 0.19 + number % 7 * 0.013 for number in range(160)]
        await asyncio.gather(
            *(morning.send(turn) for turn in digests),
            *(morning.send(turn, at) for turn, at in zip(answers, moments, strict=True)),
            morning.send(refused := broadcast("halted"), 1.0),
            _refuse(morning.pacer, "halted", at=0.5, seconds=60.0),
        )

        waits = sorted(morning.waited[turn] for turn in answers)
        last_digest = max(at for at, turn in morning.went if turn in set(digests))
        assert len(morning.went) == 1001
        assert morning.most_in_a_second() <= 28
        assert waits[int(len(waits) * 0.95)] < 0.1
        # Nobody waited for the halted chat: the digests took no longer than the spacing of all messages.
        assert last_digest < 1000 * FAST.gap + 0.001
        assert morning.went[-1][1] is refused
        assert abs(morning.went[-1][0] - 60.5) < 0.001

    run(story())


async def _refuse(pacer: Pacer, chat_id: str, *, at: float, seconds: float) -> None:
    await asyncio.sleep(at)
    pacer.refused(chat_id, seconds)


def test_a_chat_never_hears_two_messages_within_a_second() -> None:
    async def story() -> None:
        morning = Morning()
        await asyncio.gather(*(morning.send(broadcast("a")) for _ in range(10)), morning.send(answer("a"), 0.5))

        assert all(after - before >= 1.0 for (before, _), (after, _) in pairwise(morning.went))
        assert morning.went[1][1].lane == Lane.ANSWER

    run(story())


def test_who_comes_while_all_others_are_halted_goes_at_once() -> None:
    async def story() -> None:
        morning = Morning()
        morning.pacer.refused("a", 30.0)
        await asyncio.gather(morning.send(answer("a")), morning.send(broadcast("b"), 5.0))

        assert [(at, turn.chat_id) for at, turn in morning.went] == [(5.0, "b"), (30.0, "a")]

    run(story())


def test_the_impatient_give_up_when_their_chat_is_closed_for_long() -> None:
    async def story() -> None:
        morning = Morning()
        impatient = broadcast("a", patience=5.0)
        morning.pacer.refused("a", 3.0)
        told = asyncio.gather(morning.send(impatient), morning.send(broadcast("a", patience=50.0)))
        await _refuse(morning.pacer, "a", at=1.0, seconds=40.0)

        assert tuple(await told) == (False, True)
        assert [at for at, _ in morning.went] == [41.0]
        assert morning.pacer.closed_for(impatient) == 1.0

    run(story())


def test_three_chats_refused_for_hours_hold_the_others_up_for_a_minute() -> None:
    async def story() -> None:
        morning = Morning()
        for chat in "abc":
            morning.pacer.refused(chat, 10_072.0)
        answers = [answer(f"officer {number}") for number in range(10)]
        probing = asyncio.create_task(morning.send(answers[0]))
        others = asyncio.gather(*(morning.send(turn, 1.0) for turn in (*answers[1:], broadcast("a"))))
        await probing
        await asyncio.sleep(0.2)
        morning.pacer.accepted()
        await others

        moments = [at for at, _ in morning.went]
        assert (moments[0], moments[1]) == (60.0, 60.2)
        assert moments[9] < 61.0
        assert (moments[10], morning.went[10][1].chat_id) == (10_072.0, "a")

    run(story())


def test_nobody_goes_while_the_server_wants_silence() -> None:
    async def story() -> None:
        morning = Morning()
        sending = asyncio.gather(morning.send(answer("a"), 1.0), morning.send(broadcast("b", patience=5.0), 1.0))
        morning.pacer.halted(300.0)

        assert tuple(await sending) == (True, False)
        assert [at for at, _ in morning.went] == [300.0]

    run(story())


def test_who_stops_waiting_leaves_the_queue() -> None:
    async def story() -> None:
        morning = Morning()
        morning.pacer.refused("a", 30.0)
        gone = asyncio.create_task(morning.send(answer("a")))
        await asyncio.sleep(1.0)
        gone.cancel()
        await asyncio.wait([gone])
        await morning.send(broadcast("a"))

        assert [(at, turn.lane) for at, turn in morning.went] == [(30.0, Lane.BROADCAST)]

    run(story())
