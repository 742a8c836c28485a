"""Holding bots: by our own clock, so that a process that was frozen past its lease knows it at once."""

from unittest.mock import Mock

import pytest

from data.refusals import DatabaseAway
from data.store import Store
from scheduler.leases import LASTS, Leases

SECONDS = LASTS.total_seconds()
BOTS = ("telegram:7", "telegram:42")


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


async def test_two_processes_share_no_bot(store: Store) -> None:
    one, other = Leases(store, BOTS, "một"), Leases(store, BOTS[1:], "hai")
    assert (one.held, other.held) == ((), ())
    await other.renew()
    await one.renew()
    assert (one.held, other.held) == (BOTS[:1], BOTS[1:])
    await other.let_go()
    await one.renew()
    assert (one.held, other.held, one.holds("local")) == (BOTS, (), False)


async def test_a_process_that_was_stopped_past_its_lease_holds_nothing_when_it_goes_on(store: Store) -> None:
    clock = Clock()
    frozen, held = Leases(store, BOTS, "một", clock), []
    await frozen.renew()
    for seconds in (SECONDS - 0.1, 0.1):
        clock.now += seconds
        held.append(frozen.held)
    await frozen.renew()
    assert [*held, frozen.held] == [BOTS, (), BOTS]


async def test_while_the_database_is_away_a_lease_runs_out_and_comes_back(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    leases = Leases(store, BOTS, "một", clock)
    await leases.renew()
    with monkeypatch.context() as away:
        away.setattr(store, "transaction", Mock(side_effect=DatabaseAway(reason="away")))
        clock.now += SECONDS
        await leases.renew()
        assert not leases.held
    await leases.renew()
    assert leases.held == BOTS
