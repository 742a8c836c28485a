"""What the process that reads a file from outside may take and reach: memory, time, and nothing else of the machine."""

import codecs
import ctypes
import os
from collections.abc import Callable
from contextlib import suppress

MAX_MEMORY = 400 * 1024 * 1024
"""Address space beyond what the program itself takes; a plan of 10,000 rows takes 80 MB in all."""

_NICER = 10
# Standard input, output and error; with no more of them neither a file nor a connection can be opened.
_DESCRIPTORS = 3
# Python loads a code page where it is first used, which it cannot once no file can be opened.
_LETTERS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii", "latin-1", "cp437", "cp1252", "cp1258")
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def confine(seconds: int) -> None:
    """Bound this process, for good, to so many seconds of the processor, as far as the system knows such bounds."""
    for letters in _LETTERS:
        codecs.lookup(letters)
    _leave_the_network()
    with suppress(AttributeError, OSError):
        os.nice(_NICER)
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    bounds = {
        resource.RLIMIT_AS: _address_space() + MAX_MEMORY,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_NOFILE: _DESCRIPTORS,
    }
    for bound, most in bounds.items():
        with suppress(OSError, ValueError):
            resource.setrlimit(bound, (most, most))


def _leave_the_network() -> None:
    """Into a network of its own, which leads nowhere; most systems let only some processes do so."""
    with suppress(AttributeError, OSError):
        unshare: Callable[[int], int] = ctypes.CDLL(None).unshare
        if unshare(_NEW_NETWORK) != 0:
            unshare(_NEW_USER | _NEW_NETWORK)


def _address_space() -> int:
    try:
        with open("/proc/self/statm", encoding="ascii") as pages:  # noqa: PTH123 - it is no file
            return int(pages.read().split()[0]) * 4096
    except OSError:
        return MAX_MEMORY
