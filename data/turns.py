"""A lock that is given in the order in which it was asked for: an ordinary one lets a latecomer overtake for ever."""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock
from time import monotonic


class Turns:
    """One at a time, first come, first served."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._line: deque[Event] = deque()

    @contextmanager
    def taken(self, patience: float) -> Iterator[float | None]:
        """Wait for one's turn and hold it; gives the seconds of `patience` that are left, None where it ran out."""
        mine, came = Event(), monotonic()
        with self._guard:
            self._line.append(mine)
            self._line[0].set()
        try:
            yield max(patience - (monotonic() - came), 0.0) if mine.wait(patience) else None
        finally:
            # Whoever leaves, served or not, lets the next one in: nobody waits behind one who has gone.
            with self._guard:
                self._line.remove(mine)
                if self._line:
                    self._line[0].set()
