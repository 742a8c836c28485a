"""The door for all files from outside: they are read by a process of its own, which can be stopped and knows nothing.

A file of a few hundred bytes can make a reader compute for hours or draw a thousand million things, and no bound within
Python holds then; the child has bounds of the system, an empty environment and no descriptor but the file and its pipe.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import IO, Any, TypeVar

from data.documents import document
from data.documents.document import Document, Look, Progress, unheard
from data.documents.office import modernised
from data.documents.safety import opened, unreadable
from data.refusals import ColumnsMissing, DocumentUnreadable, Refusal, TableMissing

READ_SECONDS = 90
LOOK_SECONDS = 15
"""Nobody waits longer for an answer; what takes longer is said not to have been looked through."""

LONGEST_ANSWER = 100 * 1024 * 1024
"""Bytes; a plan of 10,000 rows has some 10 MB."""

_MODERNISED = frozenset({"old-doc", "rtf"})
"""What LibreOffice makes readable, where there is one."""

_ROOT = Path(__file__).parents[2]
# Without it Windows starts no Python; elsewhere nothing is needed.
_ENVIRONMENT = {"SYSTEMROOT": r"C:\Windows"} if os.name == "nt" else {}
# One at a time each: a look, which takes moments, does not wait for a plan of a thousand pages.
_READING, _LOOKING = Lock(), Lock()

Value = TypeVar("Value")


def read_document(path: Path, progress: Progress = unheard) -> Document:
    """The document at `path`; what it is, is told by its bytes and not by its name. `progress` hears how far it is.

    Raises DocumentUnreadable, TableMissing or ColumnsMissing, and nothing else.
    """
    return _read("read", path, progress)


def outline(path: Path, progress: Progress = unheard) -> Document:
    """The same of any text: where nothing says which tasks there are, its rows are the paragraphs that look like some.

    Raises DocumentUnreadable, and nothing else.
    """
    return _read("outline", path, progress)


def _read(task: str, path: Path, progress: Progress) -> Document:
    try:
        return _read_as_it_is(task, path, progress)
    except DocumentUnreadable as refusal:
        if refusal.reason not in _MODERNISED:
            raise
        with modernised(path) as made:
            if made is None:
                raise
            try:
                return _read_as_it_is(task, made, progress)
            except Refusal as said:
                raise _of(path, said) from None


def _read_as_it_is(task: str, path: Path, progress: Progress) -> Document:
    with opened(path) as file, _READING:
        said = _answer(task, file, READ_SECONDS, progress, _understood)
    if isinstance(said, Refusal):
        raise _of(path, said)
    # It dies where the file asks for more memory or time than it has been given.
    if said is None:
        raise unreadable(path, "bomb")
    return said


def look(path: Path) -> Look:
    """Whether the file at `path` carries a mark of state secrets, as far as can be seen; raises nothing."""
    try:
        with opened(path) as file, _LOOKING:
            said = _answer("look", file, LOOK_SECONDS, unheard, _seen)
    except Refusal:
        said = None
    return said or Look(marked=False, whole=False)


def _seen(said: Any) -> Look:
    return Look(marked=said["marked"] is True, whole=said["whole"] is True)


def _understood(said: Any) -> Document | Refusal:
    match said:
        case {"refused": "DocumentUnreadable", "reason": str(reason)}:
            return DocumentUnreadable(path="", reason=reason)
        case {"refused": "ColumnsMissing", "columns": list(columns)}:
            return ColumnsMissing(path="", columns=tuple(map(str, columns)))
        case {"refused": "TableMissing"}:
            return TableMissing(path="")
    return document.document_of(said["document"])


def _of(path: Path, said: Refusal) -> Refusal:
    """The refusal of the file under its own name, which the child has not been told."""
    if isinstance(said, DocumentUnreadable | ColumnsMissing | TableMissing):
        said.path = str(path)
    return said


def _answer(task: str, file: IO[bytes], seconds: int, progress: Progress, read: Callable[[Any], Value]) -> Value | None:
    """What the child says of the file, read anew; None where it has died, is not done in time or makes no sense."""
    try:
        said = _said(task, file, seconds, progress)
        return read(json.loads(said)) if said else None
    except (KeyError, TypeError, ValueError, MemoryError, OSError, RuntimeError):
        # What is nested too deep is among them, and a system that has no room for one process more.
        return None


def _said(task: str, file: IO[bytes], seconds: int, progress: Progress) -> bytes:
    with subprocess.Popen(  # noqa: S603 - it is ours, and is told nothing from outside but one word of two
        [sys.executable, "-E", "-s", "-B", "-X", "utf8", "-m", "data.documents.inside", task],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_ROOT,
        env=_ENVIRONMENT,
    ) as child:
        end = Timer(seconds, child.kill)
        try:
            end.start()
            return _last_line(child.stdout, progress)
        finally:
            end.cancel()
            child.kill()


def _last_line(lines: IO[bytes] | None, progress: Progress) -> bytes:
    """The line that is no figure, once it is whole; those before it are progress."""
    while lines is not None and (line := lines.readline(LONGEST_ANSWER)).endswith(b"\n"):
        if line.startswith(b"{"):
            return line
        with suppress(ValueError):
            done, _, total = line.partition(b" ")
            progress(int(done), int(total) if total else None)
    return b""
