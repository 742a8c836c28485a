"""The database is away, locked, full; another program works on it."""

import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE

from tests.building import PLAN
from tests.faults.office import REACHED, Process, until
from tests.faults.stage import SQLITE, Stage, fault

# As many lines as a trouble may put into the log of one process.
_FEW_LINES = 60


@fault("database: away, reports and a join meanwhile", seconds=240)
async def away(stage: Stage) -> None:
    process = await stage.calm()
    stage.may_trace = True
    async with stage.database.away():
        for seat in stage.seats:
            await stage.ledger.report(seat)
        await _somebody_joins_a_group(stage)
        await asyncio.sleep(stage.lasts(45))
    await stage.recover(90)
    _few_lines(stage, process)


@fault("database: away within a broadcast", chats=30, seconds=240)
async def away_within_a_broadcast(stage: Stage) -> None:
    process = await _broadcast_begun(stage)
    stage.may_trace = True
    stage.ledger.in_flight()
    async with stage.database.away():
        await stage.ledger.report(stage.seats[0])
        await asyncio.sleep(stage.lasts(20))
    await stage.recover(90)
    _few_lines(stage, process)


@fault("database: locked for 10 s by another process", chats=60)
async def locked(stage: Stage) -> None:
    process = await _broadcast_begun(stage)
    async with stage.database.locked():
        for seat in stage.seats[:4]:
            await stage.ledger.report(seat)
        await asyncio.sleep(stage.lasts(10))
    await stage.recover()
    if "locked" in process.printed:
        stage.wrong.append("the log speaks of a lock")


@fault("database: locked, and asked how it is")
async def asked_while_locked(stage: Stage) -> None:
    process = await stage.calm()
    stage.may_trace = True
    async with stage.database.locked():
        for page in ("healthz", "readyz"):
            code, _ = await process.page(page, 3.0)
            if code not in {200, 503}:
                stage.wrong.append(f"/{page} answers {code}")
    await stage.recover()


@fault("disk: full within a broadcast", engines=(SQLITE,), chats=30)
async def full(stage: Stage) -> None:
    process = await stage.office.begin(stage.server)
    stage.may_trace = True
    await until(lambda: stage.database.ask("SELECT 1 FROM message WHERE state = 'sent'"), REACHED, "nothing sent")
    process.limit_files(1)
    for seat in stage.seats[:2]:
        await stage.ledger.report(seat)
    await asyncio.sleep(stage.lasts(15))
    code, told = await process.page("readyz")
    if code != 503:
        stage.wrong.append(f"/readyz says {code} on a full disk: {told[:200]}")
    process.limit_files(-1)
    await stage.recover()


@fault("another program: import beside serve", chats=60)
async def import_beside(stage: Stage) -> None:
    await _broadcast_begun(stage)
    environment = stage.office.environment(stage.server)
    command = (sys.executable, "-m", "bot", "import", str(PLAN), "--yes")
    beside = await asyncio.create_subprocess_exec(*command, env=environment, stdin=DEVNULL, stdout=DEVNULL, stderr=PIPE)
    for seat in stage.seats[:4]:
        await stage.ledger.report(seat)
    _, complaint = await beside.communicate()
    if beside.returncode != 0:
        stage.wrong.append(f"import: {complaint.decode()[-300:]}")
    await stage.recover()


async def _broadcast_begun(stage: Stage) -> Process:
    process = await stage.office.begin(stage.server)
    some = min(len(stage.seats) // 3, 10)
    await stage.server.until(lambda: len(stage.server.record.said) >= some or None, REACHED, "too little said")
    return process


async def _somebody_joins_a_group(stage: Stage) -> None:
    owner, newcomer = stage.server.world.user("Trưởng nhóm"), stage.server.world.user("Người mới")
    await stage.server.world.group("Nhóm của phường", [owner]).welcomes(newcomer, by=owner)


def _few_lines(stage: Stage, process: Process) -> None:
    lines = process.printed.count("\n")
    if lines > _FEW_LINES * (1 + stage.may_trace):
        stage.wrong.append(f"{lines} lines in the log")
