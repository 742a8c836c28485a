"""A bar at the terminal while something long is read: how much is done, and in which step."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from data.documents import Progress

PATIENCE = 1.0
"""Seconds: what is done sooner needs no bar."""


def is_time(passed: float, *, at_terminal: bool) -> bool:
    """Whether to show a bar, so many seconds after the beginning."""
    return at_terminal and passed >= PATIENCE


def someone_looks() -> bool:
    """Whether a person sees what is printed and what is shown: neither goes into a file or another program."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdout, sys.stderr))


def console() -> Console:
    """Where a bar is shown: beside what is printed, never in it."""
    return Console(stderr=True)


@contextmanager
def bar(
    console: Console, what: str, *, at_terminal: bool, seconds: Callable[[], float] | None = None
) -> Iterator[Progress]:
    """What hears how far a step is, and shows it as a bar once it is time; nothing is left of the bar at the end.

    `seconds` is a clock that only goes on; the machine's own if not given.
    """
    columns = TextColumn("{task.description}", markup=False), BarColumn(), TaskProgressColumn(), TimeElapsedColumn()
    shown = Bar(*columns, console=console, transient=True, get_time=seconds)
    begun = shown.get_time()
    task = shown.add_task(what, total=None)

    def hear(done: int, total: int | None) -> None:
        if is_time(shown.get_time() - begun, at_terminal=at_terminal):
            shown.update(task, completed=done, total=total)
            shown.start()

    try:
        yield hear
    finally:
        if shown.live.is_started:
            shown.stop()
