"""Real processes, and what befalls them: nothing is lost, and nothing is said twice but what was under way.

`make test` plays a few of the faults shortly (test_faults.py), `make faults` all of them, then at random, and prints
a table.

To add a fault, write a function into the module of its kind and name it after what befalls the service:

    @fault("server: hangs", chats=30)
    async def hanging(stage: Stage) -> None:
        await stage.office.serve(stage.server)            # a real process
        with stage.server.under(Weather(Held(Event()))):  # or `async with stage.database.locked()` ...
            await stage.ledger.report(stage.seats[0])       # somebody reports meanwhile
        await stage.recover()                               # all must be made good

The ledger tells afterwards what was lost and what was said twice; what has been under way at a kill is excused by
`ledger.in_flight()`. Whatever else is not as promised goes into `stage.wrong`. Nothing sleeps for luck: a fault waits
for what the double or the database shows, and an outage has a length (`stage.lasts`).
"""

from tests.faults import hostile, killing, outages, stopping, storage, together
from tests.faults.stage import FAULTS as ALL

__all__ = ["ALL", "hostile", "killing", "outages", "stopping", "storage", "together"]
