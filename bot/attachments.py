"""Files that come in through a channel: which are taken, and where they wait until they are handled."""

from collections.abc import Collection, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path, PurePosixPath
from secrets import token_hex

from bot.talk import Attachment, Incoming
from data.refusals import FileEmpty, FileLost, FileTooLarge
from data.secrecy import is_marked, is_marked_name
from data.talk import Outgoing
from data.work import held
from data.work.evidence import LARGEST, MADE, safe_name
from locales import Words
from locales.say.talking import file_not_kept

FOLDER = "incoming"
_MEGABYTE = 1024 * 1024

FORGOTTEN_AFTER = timedelta(days=1)
"""A file that is still being brought, by another process, is younger."""

SENT_AFTER = timedelta(days=8)
"""What we made to be sent has been by then, and the links to it have expired."""

# What lies behind reports is never swept: an older database, put back for an hour, would not know of it.
_SWEPT = {FOLDER: FORGOTTEN_AFTER, held.FOLDER: FORGOTTEN_AFTER, MADE: SENT_AFTER}


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


def is_missing(file: Attachment, folder: Path | None = None) -> bool:
    """Whether a file that was sent has not arrived, or is not in `folder` any more: too large, empty or lost."""
    if file.path is None:
        return file.why in {"too-large", "empty", "lost"}
    return folder is not None and not (folder / file.path).is_file()


def path_of(file: Attachment) -> str:
    """Where a file that was taken lies in the data folder.

    Raises:
        FileTooLarge, FileEmpty, FileLost: it was not taken.
    """
    if file.why == "empty":
        raise FileEmpty(name=file.name)
    if file.why == "too-large":
        raise FileTooLarge(name=file.name, megabytes=LARGEST // _MEGABYTE)
    if file.path is None:
        raise FileLost(name=file.name)
    return file.path


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
    return brought(folder, safe_name(name), path)


def brought(folder: Path, name: str, path: str) -> Attachment:
    """A file as it has been put into the data folder, unless there is nothing in it."""
    size = (folder / path).stat().st_size
    if size:
        return Attachment(name, size, path)
    (folder / path).unlink()
    return Attachment(name, 0, why="empty")


def forgotten(
    files: Iterable[tuple[str, datetime]],
    waiting: Collection[str],
    now: datetime,
    after: timedelta = FORGOTTEN_AFTER,
) -> list[str]:
    """Of files (path in the data folder, when it was written) those for which nobody will ask any more.

    They are older than `after`, and nothing that is `waiting` or kept names them.
    """
    return [path for path, at in files if path not in waiting and now - at > after]


def sweep(folder: Path, waiting: Collection[str], now: datetime) -> int:
    """Remove what a crash has left behind of files on their way in, and what we made and have sent; gives how many.

    `waiting` are the paths that messages not yet handled, or rows of the database, name.
    """
    gone: list[str] = []
    for name, after in _SWEPT.items():
        found = [path for path in (folder / name).glob("*") if path.is_file()]
        files = [(f"{name}/{path.name}", datetime.fromtimestamp(path.stat().st_mtime, UTC)) for path in found]
        gone += forgotten(files, waiting, now, after)
    for path in gone:
        (folder / path).unlink(missing_ok=True)
    return len(gone)


def and_file(
    incoming: Incoming, folder: Path | None, replies: tuple[Outgoing, ...], words: Words
) -> tuple[Outgoing, ...]:
    """The replies, the last of which says so where a file came with the words and nobody has kept it."""
    file = incoming.file
    if not replies or file is None or folder is None or not is_left(folder, file):
        return replies
    return (*replies[:-1], file_not_kept(words, replies[-1], file.name))
