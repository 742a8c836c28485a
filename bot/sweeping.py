"""What nobody asks for any more is removed, at any time: files on their way in or waiting in a chat, and old rows."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from bot import attachments, stored
from data import keeping, unreadable
from data.answering import held
from data.keeping import Keep
from data.speakers import inbox
from data.speakers.inbox import Kept
from data.store import Store

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
        found = unreadable.find(session)
    with store.transaction() as session:
        new = unreadable.mark(session, found, now)
    for each in new:
        log.error("%s %s is set aside: its %s cannot be read", each.table, each.row_id, each.column)
    return len(new)


def _named_by(kept: Iterable[Kept]) -> Iterator[str]:
    """Where the files lie that came with what is kept; what cannot be read names none."""
    for each in kept:
        with suppress(ValueError):
            path = stored.path_of(each.content)
            if path is not None:
                yield path
