"""Files that come in through a channel: which are taken, and where they wait until they are handled."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from secrets import token_hex

from bot.talk import Attachment
from data.answering.evidence import LARGEST, safe_name
from data.typed.secrecy import is_marked, is_marked_name

FOLDER = "incoming"

FORGOTTEN_AFTER = timedelta(days=1)
"""A file that is still being brought, by another process, is younger."""


def unfetched(name: str, size: int, words: str) -> Attachment | None:
    """What stands for a file that is not taken: by its name, its bytes' count, the words with it; else None."""
    if is_marked_name(name) or is_marked(words):
        return Attachment(name, size, why="marked")
    if size > LARGEST:
        return Attachment(safe_name(name), size, why="too-large")
    return None


def place_for(folder: Path) -> str:
    """A new path in the data folder for a file to be put; a name of its own says nothing and harms nothing."""
    (folder / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    return str(PurePosixPath(FOLDER) / token_hex(16))


def drop(folder: Path, file: Attachment) -> None:
    """Leave nothing of a file that nobody has kept."""
    if file.path is not None and PurePosixPath(file.path).parent == PurePosixPath(FOLDER):
        (folder / file.path).unlink(missing_ok=True)


def is_left(folder: Path, file: Attachment) -> bool:
    """Whether nobody has kept a file: it was not fetched, or it is where it came in still."""
    return file.path is None or (folder / file.path).is_file()


def put(folder: Path, name: str, content: bytes, words: str) -> Attachment:
    """Take a file that a channel holds in memory, if it may be taken."""
    refused = unfetched(name, len(content), words)
    if refused is not None:
        return refused
    path = place_for(folder)
    (folder / path).write_bytes(content)
    return Attachment(safe_name(name), len(content), path)


def forgotten(files: Iterable[tuple[str, datetime]], waiting: Collection[str], now: datetime) -> list[str]:
    """Of files (path in the data folder, when it was written) those for which nobody will ask any more.

    They are old, and none of the messages that are `waiting` to be handled has brought them.
    """
    return [path for path, at in files if path not in waiting and now - at > FORGOTTEN_AFTER]


def sweep(folder: Path, waiting: Collection[str], now: datetime) -> int:
    """Remove what a crash has left behind between a file's coming and its being handled; gives how many files."""
    found = [path for path in (folder / FOLDER).glob("*") if path.is_file()]
    files = {
        str(PurePosixPath(FOLDER) / path.name): datetime.fromtimestamp(path.stat().st_mtime, UTC) for path in found
    }
    gone = forgotten(files.items(), waiting, now)
    for path in gone:
        (folder / path).unlink(missing_ok=True)
    return len(gone)
