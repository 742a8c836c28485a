"""A person who wishes the service ill, with a chat of their own: everybody else is answered as fast as before."""

import asyncio
import io
import zipfile
from contextlib import suppress
from functools import partial
from time import monotonic

from tests.doubles.telegram import PrivateChat
from tests.faults.stage import Stage, fault
from tests.faults.template import Seat

MESSAGES, FILES = 500, 40
# Seconds by which the 95th of a hundred answers may come later than in quiet.
SLOWER = 2.0
_ROUNDS = 6
_ANSWERED = 60.0
_LINES = ("xong 1", "viec cua toi", "/start AAAAAAAA", "dang ky ABCDEFGH", "giup", "x" * 4000, "[/x] <b>", "﷽" * 1000)


@fault("a hostile person without a seat", chats=12, seconds=420)
async def stranger(stage: Stage) -> None:
    person = stage.server.world.user("Người lạ").private()
    await _compare(stage, person, stage.seats)


@fault("a hostile person with a seat", chats=12, seconds=420)
async def insider(stage: Stage) -> None:
    await _compare(stage, stage.server.chats[stage.seats[0].chat_id], stage.seats[1:])


async def _compare(stage: Stage, person: PrivateChat, officers: tuple[Seat, ...]) -> None:
    await stage.calm()
    quiet = await _asked(stage, officers)
    for number in range(MESSAGES // 10 if stage.brief else MESSAGES):
        await person.says(_LINES[number % len(_LINES)])
    for number in range(FILES // 10 if stage.brief else FILES):
        await person.sends_file(f"ke-hoach-{number}.docx", _docx(number), "ke hoach 2023")
    busy = await _asked(stage, officers)
    stage.figures = f"quiet p95 {quiet:.2f} s, busy p95 {busy:.2f} s"
    if busy > quiet + SLOWER:
        stage.wrong.append(stage.figures)


async def _asked(stage: Stage, officers: tuple[Seat, ...]) -> float:
    """The 95th percentile of the seconds to an answer, of officers who ask at the same time, some rounds long."""
    took: list[float] = []
    for _ in range(2 if stage.brief else _ROUNDS):
        took += await asyncio.gather(*(_one(stage, seat) for seat in officers))
    return sorted(took)[int(len(took) * 0.95)]


async def _one(stage: Stage, seat: Seat) -> float:
    """The seconds to an answer; who has waited very long waits no longer."""
    heard, began = len(stage.server.heard(seat.chat_id)), monotonic()
    await stage.server.chats[seat.chat_id].says("viec cua toi")
    with suppress(AssertionError):
        answered = partial(_more_than, stage, seat, heard)
        await stage.server.until(answered, _ANSWERED, f"{seat.unit} is not answered")
    return monotonic() - began


def _more_than(stage: Stage, seat: Seat, heard: int) -> bool | None:
    return len(stage.server.heard(seat.chat_id)) > heard or None


def _docx(number: int) -> bytes:
    """A document that is dear to read: whole, damaged, or of nothing but the beginnings of tags."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<t " * (100_000 * (1 + number % 3)))
    content = packed.getvalue()
    return content[: len(content) // 2] + b"\0" * 200 if number % 4 == 3 else content
