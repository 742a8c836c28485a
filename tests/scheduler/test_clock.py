"""The clock that runs on from where it was set, and the ticker that never loses a job."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta

import pytest

from scheduler.clock import Clock, Ticker
from tests.building import SWITCHED_ON, at

# So often that a test need not wait, and no test waits longer than that.
OFTEN = timedelta(milliseconds=5)
PATIENCE = 20


def test_a_clock_runs_on_from_its_start() -> None:
    clock = Clock(SWITCHED_ON)
    first, second = clock.now(), clock.now()
    assert SWITCHED_ON <= first <= second < SWITCHED_ON + timedelta(minutes=1)
    assert first.tzinfo is UTC


def test_a_clock_without_a_start_is_the_machine_s() -> None:
    before, now, after = datetime.now(UTC), Clock().now(), datetime.now(UTC)
    assert before <= now <= after


def test_a_clock_may_be_moved() -> None:
    clock = Clock(SWITCHED_ON)
    clock.move_to(at("2023-03-07 07:30"))
    assert timedelta(0) <= clock.now() - at("2023-03-07 07:30") < timedelta(minutes=1)


async def test_a_job_rings_at_once_and_again_and_again() -> None:
    thrice = asyncio.Event()
    rung: list[int] = []

    async def job() -> None:
        rung.append(len(rung))
        if len(rung) == 3:
            thrice.set()

    ticker = Ticker()
    ticker.every(OFTEN, job)
    assert rung == []
    ticker.start()
    async with asyncio.timeout(PATIENCE):
        await thrice.wait()
    await ticker.stop(PATIENCE)
    assert rung[:3] == [0, 1, 2]


async def test_a_job_that_raises_is_logged_and_rings_again(caplog: pytest.LogCaptureFixture) -> None:
    again = asyncio.Event()
    rung: list[int] = []

    async def sick_job() -> None:
        rung.append(len(rung))
        if len(rung) == 1:
            raise RuntimeError("sick")
        again.set()

    ticker = Ticker()
    ticker.every(OFTEN, sick_job)
    ticker.start()
    async with asyncio.timeout(PATIENCE):
        await again.wait()
    await ticker.stop(PATIENCE)
    errors = [(each.getMessage(), str(each.exc_info[1])) for each in caplog.records if each.exc_info]
    assert errors == [("the job sick_job failed and will be rung again", "sick")]


async def test_a_job_never_rings_twice_at_once_and_delays_no_other(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    many, released = asyncio.Event(), asyncio.Event()
    slow, quick = [0], [0]

    async def slow_job() -> None:
        slow[0] += 1
        await released.wait()

    async def quick_job() -> None:
        quick[0] += 1
        if quick[0] == 10:
            many.set()

    ticker = Ticker()
    ticker.every(OFTEN, slow_job)
    ticker.every(OFTEN, quick_job)
    ticker.start()
    async with asyncio.timeout(PATIENCE):
        await many.wait()
    assert slow == [1]
    released.set()
    await ticker.stop(PATIENCE)
    # The log is not for every ring.
    assert caplog.records == []


async def test_stopping_waits_for_what_rings_and_rings_no_more() -> None:
    begun, released = asyncio.Event(), asyncio.Event()
    story: list[str] = []

    async def job() -> None:
        story.append("begun")
        begun.set()
        await released.wait()
        story.append("ended")

    ticker = Ticker()
    ticker.every(OFTEN, job)
    ticker.start()
    async with asyncio.timeout(PATIENCE):
        await begun.wait()
        stopping = asyncio.create_task(ticker.stop(PATIENCE))
        await asyncio.sleep(0)
        assert not stopping.done()
        released.set()
        await stopping
    assert story == ["begun", "ended"]


async def test_a_ticker_that_never_began_or_has_ended_can_be_stopped() -> None:
    ticker = Ticker()
    await ticker.stop(PATIENCE)
    ticker.start()
    await ticker.stop(PATIENCE)
    await ticker.stop(PATIENCE)
