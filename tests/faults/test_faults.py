"""A few of the faults, shortly: real processes on both engines. `make faults` plays all of them at length."""

import pytest

from tests.faults import ALL
from tests.faults.stage import POSTGRESQL, SQLITE, House, Verdict, run
from tests.faults.template import ZALO

SEED = 9

# (fault, engine): each fault on the engine where it is the more dangerous; kills on both.
SHORT = (
    ("kill: a digest carried out, not answered", SQLITE),
    ("kill: a digest carried out, not answered", POSTGRESQL),
    ("kill: an update kept, not handled", SQLITE),
    ("kill: an answer not yet carried out", POSTGRESQL),
    ("kill: a file asked for", SQLITE),
    ("SIGTERM: the server refuses connections", POSTGRESQL),
    ("25 chats: hang", SQLITE),
    ("every answer is lost", POSTGRESQL),
    ("database: away, reports and a join meanwhile", POSTGRESQL),
    ("database: locked for 10 s by another process", SQLITE),
    ("disk: full within a broadcast", SQLITE),
    ("two processes, one token: the one at work is killed", POSTGRESQL),
    ("two processes, two tokens", SQLITE),
    ("SIGTERM: the server hangs", SQLITE),
)


# The same over Zalo, where what was read is gone from the server, and a message a second is said.
SHORT_ON_ZALO = (
    ("kill: a digest carried out, not answered", SQLITE),
    ("kill: an update kept, not handled", SQLITE),
    ("every answer is lost", SQLITE),
    ("database: away, reports and a join meanwhile", POSTGRESQL),
)


@pytest.mark.parametrize(("name", "engine"), SHORT)
async def test_nothing_is_lost_and_only_what_was_in_flight_is_said_twice(house: House, name: str, engine: str) -> None:
    verdict: Verdict = await run(house, ALL[name], engine, SEED, brief=True)

    assert (verdict.lost, verdict.repeated, verdict.wrong) == ((), (), ())


@pytest.mark.parametrize(("name", "engine"), SHORT_ON_ZALO)
async def test_nothing_is_lost_on_zalo_either(house: House, name: str, engine: str) -> None:
    verdict: Verdict = await run(house, ALL[name], engine, SEED, messenger=ZALO, brief=True)

    assert (verdict.lost, verdict.repeated, verdict.wrong) == ((), (), ())
