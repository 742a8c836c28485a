"""Looking how the service stands, for itself and for whoever watches it; and removing what nobody asks for any more."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from shutil import disk_usage

from bot import attachments, talk
from data import engines, inbox
from data.disk import Probe
from data.inbox import Kept
from data.ledger import Balance
from data.store import Session, Store
from data.upkeep import keeping
from data.upkeep.health import Bot, Counts, Health, count, mark_rows, unreadable_rows
from data.upkeep.keeping import Keep
from data.work import held

# Seconds that reading may take.
_READS = 0.7


class Watch:
    """Looks after one process. `bots` and `last_tick` tell what only the process knows, `clock` the moment, aware.

    `balances` tells of a moment how the bots with an allowance stand.
    """

    def __init__(
        self,
        store: Store,
        folders: Mapping[str, Path],
        clock: Callable[[], datetime],
        bots: Callable[[], tuple[Bot, ...]],
        last_tick: Callable[[], datetime | None],
        balances: Callable[[Session, datetime], tuple[Balance, ...]],
    ) -> None:
        self._store = store
        self._folders = folders
        self._clock = clock
        self._bots = bots
        self._last_tick = last_tick
        self._balances = balances
        self._counting = Probe(self._count)
        self._asking = ThreadPoolExecutor(1, "writable")

    def look(self) -> Health:
        """How it stands now, within a second, however the database is."""
        writable = self._asking.submit(self._store.writable)
        counts = self._counting.within(_READS, None)
        return self._health(self._clock(), counts, writable.result())

    def seen_from(self, session: Session, now: datetime) -> Health:
        """The same in a transaction that writes, which is why nothing hinders the database."""
        return self._health(now, self._counted(session, now), None)

    def alive(self) -> dict[str, object]:
        """What can be told without asking anything."""
        bots = self._bots()
        waits = bool(bots) and all(bot.standby and not bot.held for bot in bots)
        return {"status": "standby" if waits else "ok", "now": _written(self._clock())}

    def _health(self, now: datetime, counts: Counts | None, database: str | None) -> Health:
        room = {place: _free(folder) for place, folder in self._folders.items()}
        return Health(now, self._bots(), self._last_tick(), room, database, counts)

    def _count(self) -> Counts | None:
        try:
            with self._store.snapshot() as session:
                return self._counted(session, self._clock())
        except Exception:  # noqa: BLE001 - `writable` says what hinders the database
            return None

    def _counted(self, session: Session, now: datetime) -> Counts:
        counts = count(session, now, {bot.name: bot.held for bot in self._bots()})
        return replace(counts, balances=self._balances(session, now))


def folders_of(data_dir: Path, url: str) -> dict[str, Path]:
    """The folders whose room matters: the office's own, and that of an SQLite database where it is another one."""
    file = engines.file_of(engines.parse(url))
    found = {"data_dir": data_dir}
    return found if file is None or file.parent == data_dir else found | {"database": file.parent}


def as_json(health: Health) -> dict[str, object]:
    """What whoever watches is told: no secret, and nothing of people."""
    counts = health.counts
    balances = {balance.bot: balance for balance in counts.balances} if counts else {}
    bots = {
        bot.name: {
            "lease": "held" if bot.held else "standby" if bot.standby else "none",
            "trouble": bot.trouble or "ok",
            "last_poll": _written(bot.last_poll),
            "last_send": _written(bot.last_send),
            **(_of_month(balances[bot.name]) if bot.name in balances else {}),
        }
        for bot in health.bots
    }
    return {
        "status": health.status,
        "reasons": list(health.reasons),
        "now": _written(health.now),
        "database": health.database or "ok",
        "bots": bots,
        "last_tick": _written(health.last_tick),
        "oldest_due": _written(counts.oldest_due) if counts else None,
        "disk_free": dict(health.room),
        "messages": {"unknown": counts.unknown, "set_aside": counts.set_aside, "failed": counts.failed}
        if counts
        else None,
        "updates": {
            "waiting": counts.updates_waiting,
            "set_aside": counts.updates_set_aside,
            "last_reason": counts.last_reason,
        }
        if counts
        else None,
        "unreachable_chats": counts.unreachable if counts else None,
    }


def _of_month(balance: Balance) -> dict[str, object]:
    spent, allowance = balance.spent, balance.allowance
    return {
        "month": {
            "messages": spent.messages,
            "messages_allowed": allowance.messages,
            "people": spent.people,
            "people_allowed": allowance.people,
            "held_back": balance.waiting,
        }
    }


def _free(folder: Path) -> int | None:
    try:
        return disk_usage(folder).free
    except OSError:
        return None


def _written(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None


log = logging.getLogger(__name__)


def sweep(store: Store, folder: Path, now: datetime) -> int:
    """Remove what has waited too long in a chat, and what a crash or refusal has left behind; gives how many of these.

    It may be rung while the service runs: what is being brought or handled is younger than what goes.
    """
    with store.transaction() as session:
        held.drop_outdated(session, folder, now)
        coming = set(_named_by(inbox.unhandled(session)))
        waiting = held.paths(session)
    gone = attachments.sweep(folder, waiting | coming, now)
    if gone:
        log.info("%s files that had been left behind have been removed", gone)
    return gone


def sweep_rows(store: Store, keep: Keep, now: datetime) -> int:
    """Delete the rows that have been kept long enough, a few hundred in a transaction; gives how many."""
    gone = 0
    while True:
        with store.transaction() as session:
            step = keeping.sweep(session, now, keep)
        gone += step
        if not step:
            break
    if gone:
        log.info("%s rows that had been kept long enough have been removed", gone)
    return gone


def mark_unreadable(store: Store, now: datetime) -> int:
    """Mark the rows that cannot be read any more, and say each once; gives how many are new."""
    with store.snapshot() as session:
        found = unreadable_rows(session)
    with store.transaction() as session:
        new = mark_rows(session, found, now)
    for each in new:
        log.error("%s %s is set aside: its %s cannot be read", each.table, each.row_id, each.column)
    return len(new)


def _named_by(kept: Iterable[Kept]) -> Iterator[str]:
    """Where the files lie that came with what is kept; what cannot be read names none."""
    for each in kept:
        with suppress(ValueError):
            path = talk.file_of_kept(each.content)
            if path is not None:
                yield path
