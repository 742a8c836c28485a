"""The disk under the service: files that nobody else may read, room left on it, and asking what may never answer."""

import os
import stat
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path
from shutil import disk_usage
from threading import Lock, Thread
from typing import Generic, TypeVar

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def make_folder(path: Path) -> None:
    """Make a folder that is its owner's alone, or shut one that is there, where it is ours to shut.

    Raises:
        OSError: it cannot be made.
    """
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not _is_common(path):
        _shut(path)


def make_file(path: Path) -> None:
    """Make an empty file that is its owner's alone, or shut one that is there.

    Raises:
        OSError: it cannot be made or opened.
    """
    os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600))
    shut(path)


def shut(path: Path) -> None:
    """Take from others the rights on a file, where it is there and is ours."""
    if path.exists():
        _shut(path)


def is_exposed(path: Path) -> bool:
    """Whether others than its owner have rights on a file or folder."""
    try:
        return bool(path.stat().st_mode & _OTHERS)
    except OSError:
        return False


def _shut(path: Path) -> None:
    found = path.stat()
    if found.st_uid == os.geteuid() and found.st_mode & _OTHERS:
        # On a disk that is read only, or knows no rights, it stays as it is: `check` says so.
        with suppress(OSError):
            path.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS)


def _is_common(path: Path) -> bool:
    """Whether others work in a folder too: one for temporary files, a person's own, the one we were started in."""
    return bool(path.stat().st_mode & stat.S_ISVTX) or path.resolve() in {Path("/"), Path.home(), Path.cwd()}


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
