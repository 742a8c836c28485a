"""Several processes on one database: with one token one of them works, with two each serves its own chats."""

import asyncio
from time import monotonic

from tests.doubles.telegram import Slow
from tests.faults.double import Weather
from tests.faults.killing import die
from tests.faults.office import REACHED, Process
from tests.faults.stage import POSTGRESQL, Stage, fault

# Seconds in which another process has taken over, and said the first thing, on a busy machine.
TAKEN_OVER = 20.0


@fault("two processes, one token", chats=30)
async def two(stage: Stage) -> None:
    for _ in range(2):
        await stage.office.begin(stage.server)
    for seat in stage.seats[:5]:
        await stage.ledger.report(seat)
    await stage.recover()


@fault("two processes, one token: the one at work is killed", chats=60)
async def one_killed(stage: Stage) -> None:
    with stage.server.under(Weather(Slow(1))):
        first, second = await _one_in_a_broadcast(stage)
        await die(stage, first)
        if stage.brief:
            stage.database.let_leases_run_out()
        await _taken_over(stage, second)


# A process that sleeps while it writes to SQLite holds its lock for as long as it sleeps: that is one machine's engine.
@fault("two processes, one token: the one at work is frozen, and wakes", engines=(POSTGRESQL,), chats=60)
async def one_frozen(stage: Stage) -> None:
    with stage.server.under(Weather(Slow(1))):
        first, second = await _one_in_a_broadcast(stage)
        first.freeze()
        stage.ledger.in_flight()
        await _taken_over(stage, second)
        first.thaw()
        # Long enough for it to say what it held when it fell asleep.
        await asyncio.sleep(5)


@fault("two processes, two tokens", chats=30, bots=(42, 43))
async def two_tokens(stage: Stage) -> None:
    for telegram in stage.servers.values():
        await stage.office.begin(telegram)
    for seat in stage.seats[:6]:
        await stage.ledger.report(seat)
    await stage.recover()
    _nobody_is_marked(stage)


@fault("four processes, two tokens, one of each killed", chats=30, bots=(42, 43), seconds=240)
async def four(stage: Stage) -> None:
    working = [await stage.office.serve(telegram) for telegram in stage.servers.values()]
    for telegram in stage.servers.values():
        await stage.office.serve(telegram)
    for seat in stage.seats[:6]:
        await stage.ledger.report(seat)
    for process in working:
        await die(stage, process)
    began = monotonic()
    await stage.recover()
    stage.figures = f"taken over after {monotonic() - began:.1f} s"
    _nobody_is_marked(stage)


async def _one_in_a_broadcast(stage: Stage) -> tuple[Process, Process]:
    """The process at work, which has said something, and the one that waits; officers report meanwhile."""
    first = await stage.office.serve(stage.server)
    second = await stage.office.begin(stage.server)
    for seat in stage.seats[:4]:
        await stage.ledger.report(seat)
    await stage.server.until(lambda: stage.server.record.said or None, REACHED, "nothing said")
    return first, second


async def _taken_over(stage: Stage, other: Process) -> None:
    await stage.recover_to_the_end()
    stage.figures = f"taken over after {stage.recovery:.1f} s"
    if stage.recovery > TAKEN_OVER:
        stage.wrong.append(stage.figures)
    if other.code is not None:
        stage.wrong.append(f"the other has ended with {other.code}")


def _nobody_is_marked(stage: Stage) -> None:
    marked = stage.database.ask("SELECT chat_id, unreachable_reason FROM address WHERE unreachable_at IS NOT NULL")
    if marked:
        stage.wrong.append(f"live chats are marked: {marked[:3]} and {len(marked)} in all")
