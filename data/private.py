"""Files and folders that are the service's own: nobody else on the machine may read them."""

import os
import stat
from contextlib import suppress
from pathlib import Path

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
