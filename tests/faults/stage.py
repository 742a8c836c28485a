"""One fault's stage: an office, its messenger and its books on one engine; the table of all faults."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.databases import Cluster, Database, PostgreSql, Sqlite
from tests.faults.double import Wild, wild
from tests.faults.ledger import Ledger
from tests.faults.office import Office, Process
from tests.faults.template import SECRET, TELEGRAM, Seat, Template, Templates

SQLITE, POSTGRESQL = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRESQL)
# Seconds within which all is made good after a fault.
MADE_GOOD = 60.0


@dataclass(frozen=True, slots=True)
class House:
    """What all stages share: where templates are made, and the PostgreSQL."""

    templates: Templates
    cluster: Cluster | None


@dataclass(slots=True)
class Stage:
    """What a fault plays on. `recovery` and `figures` are what it has to tell beside the books."""

    office: Office
    servers: Mapping[int, Wild]
    ledger: Ledger
    seats: tuple[Seat, ...]
    chance: Random
    brief: bool
    may_trace: bool = False
    recovery: float = 0.0
    figures: str = ""
    wrong: list[str] = field(default_factory=list)

    @property
    def server(self) -> Wild:
        """The messenger's server as the first bot has it, which is the only one in most offices."""
        return next(iter(self.servers.values()))

    @property
    def database(self) -> Database:
        """The office's database."""
        return self.office.database

    def lasts(self, seconds: float) -> float:
        """How long an outage lasts that is to last so many seconds where there is time for it."""
        return min(seconds, 4.0) if self.brief else seconds

    async def calm(self) -> Process:
        """A process that has said what was due."""
        process = await self.office.serve(self.server)
        await self.ledger.settle(MADE_GOOD)
        assert not self.ledger.lost(), self.ledger.lost()
        return process

    async def recover(self, seconds: float = MADE_GOOD) -> None:
        """Wait until everybody has heard and been heard; what lacks after so many seconds is lost."""
        self.recovery = await self.ledger.settle(seconds)

    async def recover_to_the_end(self) -> None:
        """Wait until nothing is under way any more, either."""
        self.recovery = await self.ledger.settle(MADE_GOOD, to_the_end=True)

    async def come_back(self) -> None:
        """Let a new process make good what the one before left undone."""
        if self.brief:
            # Time passes without being waited for: leases run out, and pauses between attempts are over.
            self.database.let_leases_run_out()
            self.office.skip(timedelta(minutes=5))
        await self.office.serve(self.server)
        await self.recover_to_the_end()


Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to do harm: its name in the table, on which engines, in an office of how many chats."""

    name: str
    play: Play
    engines: tuple[str, ...]
    chats: int
    seconds: float
    bots: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one run."""

    lost: tuple[str, ...]
    repeated: tuple[str, ...]
    copies: int
    wrong: tuple[str, ...]
    recovery: float
    figures: str

    @property
    def fine(self) -> bool:
        """Whether all that is promised was kept."""
        return not (self.lost or self.repeated or self.wrong)


FAULTS: dict[str, Fault] = {}


def fault(
    name: str,
    *,
    engines: tuple[str, ...] = BOTH,
    chats: int = 6,
    seconds: float = 120.0,
    bots: tuple[int, ...] = (42,),
) -> Callable[[Play], Play]:
    """Put a fault into the table."""

    def put(play: Play) -> Play:
        assert name not in FAULTS
        FAULTS[name] = Fault(name, play, engines, chats, seconds, bots)
        return play

    return put


async def run(
    house: House, chosen: Fault, engine: str, seed: int, *, messenger: str = TELEGRAM, brief: bool = False
) -> Verdict:
    """Play a fault and give what came of it; a fault that fails in the middle is wrong, not an error."""
    template = house.templates.of(min(chosen.chats, 12) if brief else chosen.chats, chosen.bots, messenger)
    async with _stage(house, template, engine, Random(seed), brief=brief) as stage:
        through = False
        try:
            async with asyncio.timeout(chosen.seconds):
                await chosen.play(stage)
                through = True
        except (AssertionError, TimeoutError) as failed:
            stage.wrong.append(f"not played to its end: {failed or f'{chosen.seconds:g} s were too few'}")
        await stage.office.close()
        ledger = stage.ledger
        misuse = [fault for server in stage.servers.values() for fault in server.forgive()]
        told = (*stage.office.faults_in_logs(may_trace=stage.may_trace), *stage.database.secrets(SECRET))
        wrong = (*stage.wrong, *told, *misuse)
        # What was given no time to come is not lost.
        lost, repeated, copies = ledger.lost() if through else [], ledger.repeated(), ledger.copies().total()
        return Verdict(tuple(lost), tuple(repeated), copies, wrong, stage.recovery, stage.figures)


@asynccontextmanager
async def _stage(house: House, template: Template, engine: str, chance: Random, *, brief: bool) -> AsyncIterator[Stage]:
    async with AsyncExitStack() as held:
        folder = Path(held.enter_context(TemporaryDirectory(prefix="nhacviec-fault-")))
        database: Database
        if engine == SQLITE:
            database = Sqlite(template, folder)
        else:
            assert house.cluster is not None
            database = PostgreSql(template, house.cluster)
        servers = {}
        for bot in sorted({seat.bot for seat in template.seats}):
            servers[bot] = await held.enter_async_context(wild(template.messenger, bot))
            servers[bot].seat([seat for seat in template.seats if seat.bot == bot])
        office = Office(folder, database)
        held.push_async_callback(office.close)
        ledger = Ledger(servers, database, template.seats)
        yield Stage(office, servers, ledger, template.seats, chance, brief)
