"""Asking what may never answer, and having an answer in time all the same; and asking a disk for room."""

import os
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from shutil import disk_usage
from threading import Lock, Thread
from typing import Generic, TypeVar

ROOM = 50 * 1024 * 1024
"""Bytes: with less the next day may not fit."""

Told = TypeVar("Told")


class Probe(Generic[Told]):
    """One question, asked in a thread of its own; whoever asks while it is still open waits for the same answer."""

    def __init__(self, question: Callable[[], Told]) -> None:
        self._question = question
        self._guard = Lock()
        self._asked: Future[Told] | None = None

    def within(self, seconds: float, otherwise: Told) -> Told:
        """The answer; `otherwise` where it takes longer."""
        with self._guard:
            if self._asked is None or self._asked.done():
                self._asked = Future()
                # One that never comes back must not keep the process from ending.
                Thread(target=self._ask, args=(self._asked,), daemon=True).start()
            asked = self._asked
        try:
            return asked.result(seconds)
        except TimeoutError:
            return otherwise

    def _ask(self, asked: "Future[Told]") -> None:
        try:
            asked.set_result(self._question())
        except BaseException as fault:  # noqa: BLE001 - whoever waits for the answer raises it
            asked.set_exception(fault)


def disk_trouble(database: str | None) -> str | None:
    """Why a file of SQLite, or those that it keeps beside it, could not grow: a reason of DatabaseAway, or None."""
    if not database or database == ":memory:":
        return None
    path = Path(database)
    try:
        free = disk_usage(path.parent).free
    except OSError:
        return "away"
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return "readonly"
    return "full" if free < ROOM else None
