"""kill -9 at named points, and at random. A point is found by watching Telegram's side or the database from outside."""

import asyncio
from asyncio import Event

from tests.doubles.telegram import Held
from tests.faults.double import Weather
from tests.faults.office import REACHED, Process, until
from tests.faults.stage import Stage, fault

_CLAIMED = "SELECT 1 FROM message WHERE state = 'claimed'"
_SENT = "SELECT 1 FROM message WHERE state = 'sent'"
_REMINDED = "SELECT 1 FROM reminder"
_KEPT = "SELECT 1 FROM received WHERE handled_at IS NULL"


@fault("kill: a digest not yet carried out")
async def before_a_send(stage: Stage) -> None:
    with stage.server.under(Weather(Held(Event()))):
        process = await stage.office.begin(stage.server)
        await stage.server.until(lambda: stage.server.calls_of("sendMessage") or None, REACHED, "no send")
        await die(stage, process)
    await stage.come_back()


@fault("kill: a digest carried out, not answered")
async def after_a_send(stage: Stage) -> None:
    with stage.server.under(Weather(Held(Event(), done=True))):
        process = await stage.office.begin(stage.server)
        await stage.server.until(lambda: stage.server.record.said or None, REACHED, "nothing said")
        await die(stage, process)
    await stage.come_back()


@fault("kill: in the middle of a broadcast", chats=30)
async def within_a_broadcast(stage: Stage) -> None:
    process = await stage.office.begin(stage.server)
    said = stage.chance.randrange(1, len(stage.seats))
    await stage.server.until(lambda: len(stage.server.record.said) >= said or None, REACHED, "too little said")
    await die(stage, process)
    await stage.come_back()


@fault("kill: reminders written")
async def reminders_written(stage: Stage) -> None:
    await _die_when(stage, await stage.office.begin(stage.server), _REMINDED)
    await stage.come_back()


@fault("kill: a message claimed")
async def message_claimed(stage: Stage) -> None:
    await _die_when(stage, await stage.office.begin(stage.server), _CLAIMED)
    await stage.come_back()


@fault("kill: a message settled")
async def message_settled(stage: Stage) -> None:
    await _die_when(stage, await stage.office.begin(stage.server), _SENT)
    await stage.come_back()


@fault("kill: updates handed out")
async def updates_handed_out(stage: Stage) -> None:
    process = await stage.office.begin(stage.server)
    for seat in stage.seats:
        await stage.ledger.report(seat)
    await stage.server.until(lambda: stage.server.record.handed or None, REACHED, "no update asked for")
    await die(stage, process)
    await stage.come_back()


@fault("kill: an update kept, not handled")
async def update_kept(stage: Stage) -> None:
    process = await stage.calm()
    # The next line might be read and not kept yet when the process dies; where a server forgets, nobody has it then.
    for seat in stage.seats[:1] if stage.server.forgets else stage.seats:
        await stage.ledger.report(seat)
    await _die_when(stage, process, _KEPT)
    await stage.come_back()


@fault("kill: an answer not yet carried out")
async def before_an_answer(stage: Stage) -> None:
    process = await stage.calm()
    with stage.server.under(weather := Weather(Held(Event()))):
        await stage.ledger.report(stage.chance.choice(stage.seats))
        await stage.server.until(lambda: weather.met or None, REACHED, "no answer begun")
        await die(stage, process)
    await stage.come_back()


@fault("kill: an answer carried out, not answered")
async def after_an_answer(stage: Stage) -> None:
    process = await stage.calm()
    with stage.server.under(weather := Weather(Held(Event(), done=True))):
        await stage.ledger.report(stage.chance.choice(stage.seats))
        await stage.server.until(lambda: weather.met or None, REACHED, "no answer begun")
        await die(stage, process)
    await stage.come_back()


@fault("kill: a file asked for")
async def file_asked_for(stage: Stage) -> None:
    process = await stage.calm()
    with stage.server.under(weather := Weather(Held(Event()), methods={"getFile"})):
        await stage.ledger.report(stage.chance.choice(stage.seats), file=b"%PDF-1.4 mot trang")
        await stage.server.until(lambda: weather.met or None, REACHED, "no file asked for")
        await die(stage, process)
    await stage.come_back()


@fault("kill: three times at random", chats=30, seconds=240)
async def at_random(stage: Stage) -> None:
    for number in ("1", "12", "13"):
        process = await stage.office.begin(stage.server)
        for seat in stage.chance.sample(stage.seats, 5):
            await stage.ledger.report(seat, number)
        await asyncio.sleep(stage.chance.uniform(1, 6))
        await die(stage, process)
    await stage.come_back()


async def die(stage: Stage, process: Process) -> None:
    process.freeze()
    stage.ledger.in_flight()
    await process.kill()


async def _die_when(stage: Stage, process: Process, sign: str) -> None:
    """Kill at the moment when a look into the database finds something: it stands still while it is looked at again."""

    def caught() -> bool:
        if process.code is None and stage.database.ask(sign):
            process.freeze()
            if stage.database.ask(sign):
                return True
            process.thaw()
        return False

    await until(caught, REACHED, f"never seen: {sign}")
    await die(stage, process)
