"""Telegram is gone, hangs, is broken, is busy or slow: for all, or for some chats that must not delay the others."""

import asyncio
from asyncio import Event
from collections import Counter
from datetime import timedelta
from functools import partial

from tests.doubles.telegram import AnswerLost, Held, Slow, server_error, too_many_requests
from tests.doubles.troubles import Trouble
from tests.faults.double import Weather
from tests.faults.office import REACHED, until
from tests.faults.stage import Stage, fault

# What Telegram asked of a chat that was written to too often, in seconds.
LONG = 10_072
# Seconds in which those hear whom a trouble does not touch, on a busy machine.
UNTOUCHED = 15.0


@fault("server: refuses connections", chats=30)
async def refused(stage: Stage) -> None:
    await _broadcast_begun(stage)
    async with stage.server.gone():
        await _reports_in(stage)
        await asyncio.sleep(stage.lasts(20))
    await stage.recover(120)


@fault("server: hangs", chats=30, seconds=240)
async def hanging(stage: Stage) -> None:
    await _outage(stage, Held(Event()))


@fault("server: 502", chats=30, seconds=240)
async def broken(stage: Stage) -> None:
    await _outage(stage, server_error())


@fault("server: 429 for the whole token", chats=30, seconds=240)
async def busy(stage: Stage) -> None:
    await _outage(stage, too_many_requests(3))


@fault("one chat: hangs")
async def one_hangs(stage: Stage) -> None:
    await _others_go_on(stage, Held(Event()), 1)


@fault("one chat: 502")
async def one_broken(stage: Stage) -> None:
    await _others_go_on(stage, server_error(), 1)


@fault("one chat: 429 for hours")
async def one_busy(stage: Stage) -> None:
    await _others_go_on(stage, too_many_requests(LONG), 1)


@fault("three chats: 429 for hours", chats=10, seconds=240)
async def three_busy(stage: Stage) -> None:
    # A halt of the token that is only guessed lasts a minute at most.
    await _others_go_on(stage, too_many_requests(LONG), 3, within=75)


@fault("25 chats: hang", chats=34)
async def many_hang(stage: Stage) -> None:
    await _others_go_on(stage, Held(Event()), 5 if stage.brief else 25)


@fault("slow: 25 s, but carried out", chats=8, seconds=300)
async def slow(stage: Stage) -> None:
    stage.ledger.excused = Counter(seat.chat_id for seat in stage.seats)
    with stage.server.under(Weather(Slow(25))):
        await stage.office.serve(stage.server)
        await stage.recover()
        await _nothing_on_its_way(stage, 200)


@fault("every answer is lost", chats=4)
async def answers_lost(stage: Stage) -> None:
    # A chat may hear a message twice; the third time would be one too many.
    stage.ledger.excused = Counter(seat.chat_id for seat in stage.seats)
    with stage.server.under(Weather(AnswerLost())):
        for unknowns in (1, 2):
            process = await stage.office.serve(stage.server)
            await until(partial(_all_are_unknown, stage, unknowns), REACHED, f"{unknowns} unknown outcomes")
            await process.terminate(20)
            stage.office.skip(timedelta(minutes=20))
        await stage.office.serve(stage.server)
        await _nothing_on_its_way(stage, REACHED)
    states = dict(stage.database.ask("SELECT state, count(*) FROM message GROUP BY state"))
    if set(states) != {"unknown"}:
        stage.wrong.append(f"messages are {states}, not unknown")


async def _outage(stage: Stage, trouble: Trouble) -> None:
    await _broadcast_begun(stage)
    with stage.server.under(weather := Weather(trouble, methods=None)):
        await _reports_in(stage)
        await stage.server.until(lambda: weather.met or None, REACHED, "nothing met the outage")
        await asyncio.sleep(stage.lasts(30))
    await stage.recover(180)


async def _broadcast_begun(stage: Stage) -> None:
    await stage.office.begin(stage.server)
    some = len(stage.seats) // 3
    await stage.server.until(lambda: len(stage.server.record.said) >= some or None, REACHED, "too little said")


async def _reports_in(stage: Stage) -> None:
    for seat in stage.seats[:4]:
        await stage.ledger.report(seat)


async def _others_go_on(stage: Stage, trouble: Trouble, touched: int, within: float = UNTOUCHED) -> None:
    """Some chats have a trouble: the others hear, and are answered, as if there were none."""
    chats = {seat.chat_id for seat in stage.seats[:touched]}
    others = stage.seats[touched:]
    stage.ledger.digests = others
    with stage.server.under(weather := Weather(trouble, chats=chats)):
        await stage.office.serve(stage.server)
        await stage.server.until(lambda: weather.met >= touched or None, REACHED, "nothing met the trouble")
        heard = await stage.ledger.settle(within)
        for seat in others[:4]:
            await stage.ledger.report(seat)
        await stage.recover(within)
        if weather.met > 3 * touched:
            stage.wrong.append(f"{weather.met} sends to {touched} chats that had asked for silence")
    stage.figures = f"heard after {heard:.1f} s, answered after {stage.recovery:.1f} s"


def _all_are_unknown(stage: Stage, times: int) -> bool:
    asked = "SELECT count(*) FROM message WHERE unknowns >= :times"
    return stage.database.ask(asked, times=times) == [(len(stage.seats),)]


async def _nothing_on_its_way(stage: Stage, seconds: float) -> None:
    on_its_way = "SELECT 1 FROM message WHERE state IN ('waiting', 'claimed')"
    await until(lambda: not stage.database.ask(on_its_way), seconds, "still on its way")
