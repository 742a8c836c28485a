"""SIGTERM: 8 seconds for what is in flight, exit 0, and nothing is left claimed."""

from asyncio import Event

from tests.doubles.telegram import Held, Slow
from tests.faults.double import Weather
from tests.faults.office import REACHED, Process
from tests.faults.stage import Stage, fault

# Seconds: eight for what is in flight, and the end of a Python process on a busy machine.
STOPPED = 12.0


@fault("SIGTERM: idle")
async def idle(stage: Stage) -> None:
    await _stop(stage, await stage.calm(), 5.0)


@fault("SIGTERM: in a broadcast", chats=60)
async def in_a_broadcast(stage: Stage) -> None:
    with stage.server.under(Weather(Slow(1))):
        process = await stage.office.begin(stage.server)
        await stage.server.until(lambda: stage.server.record.said or None, REACHED, "nothing said")
        await _stop(stage, process, STOPPED)
    await stage.come_back()


@fault("SIGTERM: the server hangs", chats=30)
async def while_hanging(stage: Stage) -> None:
    process = await stage.office.begin(stage.server)
    await stage.server.until(lambda: stage.server.record.said or None, REACHED, "nothing said")
    with stage.server.under(weather := Weather(Held(Event()), methods=None)):
        await stage.ledger.report(stage.seats[0])
        await stage.server.until(lambda: weather.met or None, REACHED, "nothing hangs")
        await _stop(stage, process, STOPPED)
    await stage.come_back()


@fault("SIGTERM: the server refuses connections", chats=30)
async def while_refused(stage: Stage) -> None:
    process = await stage.office.begin(stage.server)
    await stage.server.until(lambda: stage.server.record.said or None, REACHED, "nothing said")
    async with stage.server.gone():
        await _stop(stage, process, STOPPED)
    await stage.come_back()


async def _stop(stage: Stage, process: Process, within: float) -> None:
    took = await process.terminate(within)
    stage.figures = f"ended after {took:.1f} s"
    left = stage.database.ask("SELECT count(*) FROM message WHERE state = 'claimed'")
    if left != [(0,)]:
        stage.wrong.append(f"{left[0][0]} messages are left claimed")
