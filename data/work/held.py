"""Files held in a chat until somebody there says what they back, and the album that was taken there last."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from sqlmodel import Session, col, select

from data.model import Address
from data.people import addressing
from data.refusals import FilesWaiting

FOLDER = "held"
# As long as the numbers of the question, see `data.people.offers`.
LASTS = timedelta(hours=12)
TOGETHER = timedelta(minutes=10)
"""Files sent by themselves within so long of each other wait together."""

MOST = 20
LARGEST = 60 * 1024 * 1024
"""So many files, of so many bytes together, wait in one chat at most."""


@dataclass(frozen=True, slots=True)
class Held:
    """A file that waits: its safe name, its path in the data folder, its kind as evidence, and the words with it."""

    name: str
    path: str
    kind: str
    note: str = ""


def hold(
    session: Session,
    folder: Path,
    bot: str,
    chat_id: str,
    file: Held,
    about: Sequence[int],
    now: datetime,
    album: str | None = None,
) -> tuple[Held, ...]:
    """Hold a file that was sent in answer to a message about these Occurrences; gives all that wait with it now.

    About none, it may back anything. Those of another message, or of some while ago, unless of one album with it, or
    that waited too long anywhere, are deleted.

    Raises:
        FilesWaiting: no more can wait with those that do.
        OSError: it cannot be moved.
    """
    before = _of(session, bot, chat_id, now)
    together = before is not None and (_is_of(before, album) or _is_like(before, about, now))
    there = _files(before) if together else ()
    _check_room(folder, there, file)
    if not there:
        drop(session, folder, bot, chat_id)
    drop_outdated(session, folder, now)
    path = PurePosixPath(FOLDER) / PurePosixPath(file.path).name
    (folder / FOLDER).mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / file.path).replace(folder / path)
    files = (*there, Held(file.name, str(path), file.kind, file.note))
    until, rows = (now + LASTS).isoformat(), [astuple(each) for each in files]
    _set(session, bot, chat_id, {"until": until, "about": list(about), "files": rows, "album": album})
    return files


def waiting(session: Session, bot: str, chat_id: str, now: datetime, *, within: timedelta = LASTS) -> tuple[Held, ...]:
    """The files that wait in a chat, and go on waiting; none where the last of them came longer ago than `within`."""
    return _files(_of(session, bot, chat_id, now + LASTS - within))


def about(session: Session, bot: str, chat_id: str, now: datetime) -> tuple[int, ...]:
    """The Occurrences that the files which wait in a chat were sent in answer to; none where they may back anything."""
    waiting = _of(session, bot, chat_id, now)
    return tuple(waiting["about"]) if waiting else ()


def direct(session: Session, bot: str, chat_id: str, about: Sequence[int], now: datetime) -> None:
    """From now on the files that wait in a chat may back these Occurrences."""
    waiting = _of(session, bot, chat_id, now)
    if waiting is not None:
        _set(session, bot, chat_id, {**waiting, "about": list(about)})


def has_album(session: Session, bot: str, chat_id: str, album: str | None, now: datetime) -> bool:
    """Whether the files that wait in a chat are of this album."""
    waiting = _of(session, bot, chat_id, now)
    return waiting is not None and bool(waiting["files"]) and _is_of(waiting, album)


def take(session: Session, bot: str, chat_id: str, now: datetime, occurrence_id: int | None = None) -> tuple[Held, ...]:
    """The files that wait in a chat, which wait no longer; none where they came in answer to something else."""
    waiting = _of(session, bot, chat_id, now)
    if waiting is None or not waiting["files"]:
        return ()
    if waiting["about"] and occurrence_id not in (None, *waiting["about"]):
        return ()
    _set(session, bot, chat_id, None)
    return _files(waiting)


def drop(session: Session, folder: Path | None, bot: str, chat_id: str) -> bool:
    """Delete what waits in a chat; say whether anything did."""
    found = [address for address in addressing.addresses_of(session, bot, chat_id) if address.held is not None]
    waited = any(_files(_held(address)) for address in found)
    for address in found:
        _delete(session, folder, address)
    return waited


def note_album(session: Session, bot: str, chat_id: str, album: str, now: datetime) -> None:
    """Remember of an album that a file of it has backed something at this moment; the rest of it belongs there too."""
    nothing = {"until": (now + LASTS).isoformat(), "about": [], "files": []}
    waiting = _of(session, bot, chat_id, now) or nothing
    _set(session, bot, chat_id, {**waiting, "taken": {"album": album, "at": now.isoformat()}})


def album_taken(session: Session, bot: str, chat_id: str, album: str, now: datetime) -> datetime | None:
    """When a file of this album has backed something in this chat, if it is the last album that has."""
    taken = (_of(session, bot, chat_id, now) or {}).get("taken")
    return datetime.fromisoformat(taken["at"]) if taken and taken["album"] == album else None


def paths(session: Session) -> frozenset[str]:
    """Where the files that wait anywhere lie, in the data folder."""
    rows = session.exec(select(Address).where(col(Address.held).is_not(None)))
    return frozenset(file.path for address in rows for file in _files(_held(address)))


def drop_outdated(session: Session, folder: Path, now: datetime) -> None:
    """Delete what has waited too long in any chat."""
    for address in session.exec(select(Address).where(col(Address.held).is_not(None))):
        held = _held(address)
        if held and datetime.fromisoformat(held["until"]) <= now:
            _delete(session, folder, address)


def _check_room(folder: Path, there: Sequence[Held], file: Held) -> None:
    """See that a file can wait with those that do; one that is lost takes no room."""
    sizes = [path.stat().st_size for each in (*there, file) if (path := folder / each.path).is_file()]
    if len(there) >= MOST or sum(sizes) > LARGEST:
        raise FilesWaiting(files=MOST, megabytes=LARGEST // (1024 * 1024))


def _delete(session: Session, folder: Path | None, address: Address) -> None:
    for file in _files(_held(address)):
        if folder is not None:
            (folder / file.path).unlink(missing_ok=True)
    address.held = None
    session.add(address)


def _of(session: Session, bot: str, chat_id: str, now: datetime) -> dict[str, Any] | None:
    for address in addressing.addresses_of(session, bot, chat_id):
        held = _held(address)
        if held and now < datetime.fromisoformat(held["until"]):
            return held
    return None


def _set(session: Session, bot: str, chat_id: str, waiting: dict[str, Any] | None) -> None:
    for address in addressing.addresses_of(session, bot, chat_id):
        address.held = waiting
        session.add(address)


def _is_like(waiting: dict[str, Any], about: Sequence[int], now: datetime) -> bool:
    """Whether what waits was sent in answer to the same, or just now where it was sent by itself."""
    is_new = now < datetime.fromisoformat(waiting["until"]) - LASTS + TOGETHER
    return waiting["about"] == list(about) and (bool(about) or is_new)


def _is_of(waiting: dict[str, Any], album: str | None) -> bool:
    return album is not None and waiting.get("album") == album


def _held(address: Address) -> dict[str, Any] | None:
    """What waits in a chat; what cannot be read waits for nobody, and its files go with what else is left behind."""
    held = address.held
    try:
        if held is None or not {"until", "about", "files"} <= held.keys():
            return None
        datetime.fromisoformat(held["until"])
        _files(held)
        if "taken" in held:
            datetime.fromisoformat(held["taken"]["at"])
    except (TypeError, ValueError, KeyError):
        return None
    return held


def _files(waiting: dict[str, Any] | None) -> tuple[Held, ...]:
    return tuple(Held(*each) for each in waiting["files"]) if waiting else ()
